#pragma once

#include "engine/api/instrument.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qob {

// Which instruments there are, by the venue's symbol and by the name that is the same on every venue. An
// instrument that is published again under another symbol or name (a venue renamed it, or more is known of
// it) is found under the new one only. One thread.
class InstrumentDirectory {
public:
    // A new instrument, or one of which more is known now.
    void add(Instrument const& instrument);

    // It has expired, or was taken off the venue.
    void remove(InstrumentId id);

    // By the venue's own symbol; instrument 0: there is none.
    [[nodiscard]] InstrumentId find(std::string_view venue, std::string_view symbol) const;

    // All that are the same thing, by id; empty where there is none.
    [[nodiscard]] std::vector<InstrumentId> named(std::string_view canonical) const;

    // How a venue writes it; of several (there is none on one real venue) the one with the smallest id. Empty
    // where the venue does not have it.
    [[nodiscard]] std::string_view symbolOn(std::string_view venue, std::string_view canonical) const;

    // Every canonical name, in order.
    [[nodiscard]] std::vector<std::string_view> names() const;

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

private:
    struct Entry {
        std::string venue;
        std::string symbol;
        std::string canonical;
    };

    std::map<InstrumentId, Entry> m_entries;
    std::map<std::pair<std::string, std::string>, InstrumentId> m_bySymbol;
    std::map<std::string, std::vector<InstrumentId>, std::less<>> m_byName; // none is empty
};

} // namespace qob
