#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace qob {

// References by the hash of keys that lie elsewhere: a table of eight-byte entries with linear probing, so
// that a look touches one cache line as a rule. Keys are told apart by the caller, so those that share a hash
// cost a longer look and nothing else. Nothing can be listed: the order of entries never shows.
class HashIndex {
public:
    using Reference = std::uint32_t;
    static constexpr Reference none = ~Reference{0};

    explicit HashIndex(std::size_t expected = 0)
        : m_entries(std::bit_ceil(expected * 5 / 2 + 8))
        , m_mask(m_entries.size() - 1)
    {}

    // The one with this hash of which `isIt(reference)` is true; none.
    template <class IsIt>
    [[nodiscard]] Reference find(std::uint32_t hash, IsIt&& isIt) const
    {
        for (std::size_t at = hash & m_mask;; at = next(at)) {
            Entry const& entry = m_entries[at];
            if (entry.reference == none || (entry.hash == hash && isIt(entry.reference))) {
                return entry.reference;
            }
        }
    }

    // `reference` must be there once at most.
    void insert(std::uint32_t hash, Reference reference)
    {
        if ((m_count + 1) * 2 > m_entries.size()) [[unlikely]] {
            grow();
        }
        put({hash, reference});
        ++m_count;
    }

    // It is there.
    void change(std::uint32_t hash, Reference from, Reference to)
    {
        m_entries[placeOf(hash, from)].reference = to;
    }

    // Nothing happens when it is not there.
    void erase(std::uint32_t hash, Reference reference)
    {
        std::size_t hole = placeOf(hash, reference);
        if (m_entries[hole].reference == none) {
            return;
        }
        // Those behind go back into the hole, but not before the place where they are looked for first.
        for (std::size_t at = next(hole); m_entries[at].reference != none; at = next(at)) {
            if (((at - m_entries[at].hash) & m_mask) >= ((at - hole) & m_mask)) {
                m_entries[hole] = m_entries[at];
                hole = at;
            }
        }
        m_entries[hole] = {};
        --m_count;
    }

    // Always inlined: gcc drops calls of functions that do nothing but prefetch.
    [[gnu::always_inline]] void prefetch(std::uint32_t hash) const
    {
        __builtin_prefetch(&m_entries[hash & m_mask], 1);
    }

    [[nodiscard]] std::size_t size() const { return m_count; }

private:
    struct Entry {
        std::uint32_t hash = 0;
        Reference reference = none;
    };

    [[nodiscard]] std::size_t next(std::size_t at) const { return (at + 1) & m_mask; }

    [[nodiscard]] std::size_t placeOf(std::uint32_t hash, Reference reference) const
    {
        std::size_t at = hash & m_mask;
        while (m_entries[at].reference != none && m_entries[at].reference != reference) {
            at = next(at);
        }
        return at;
    }

    void put(Entry entry) { m_entries[placeOf(entry.hash, none)] = entry; }

    void grow()
    {
        std::vector<Entry> old(m_entries.size() * 2);
        old.swap(m_entries);
        m_mask = m_entries.size() - 1;
        for (Entry const& entry : old) {
            if (entry.reference != none) {
                put(entry);
            }
        }
    }

    std::vector<Entry> m_entries; // a power of two, at most half of them used
    std::size_t m_mask;
    std::size_t m_count = 0;
};

} // namespace qob
