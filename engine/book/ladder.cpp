#include "engine/book/ladder.h"

#include <algorithm>

namespace qob {

namespace {

constexpr PriceLadder::Level nothing{};

} // namespace

PriceLadder::PriceLadder(OrderPool& pool, std::uint32_t width)
    : m_mask(width - 1)
    , m_chunks(&pool.chunks[0])
    , m_records(&pool.records[0])
    , m_pool(pool)
    , m_levels(width)
    , m_bits(width / 64)
    , m_words((width / 64 + 63) / 64)
    , m_far(&pool.memory)
{
    m_level = m_levels.data();
}

std::int64_t PriceLadder::qtyAt(std::int64_t tick) const
{
    return levelAt(tick).qty;
}

PriceLadder::Level const& PriceLadder::levelAt(std::int64_t tick) const
{
    if (inWindow(tick)) {
        return m_levels[index(tick)];
    }
    auto const found = m_far.find(tick);
    return found == m_far.end() ? nothing : found->second;
}

// Where a queue outside the window is, or will be; now and then the window moves to where trading is.
PriceLadder::Level& PriceLadder::farLevel(std::int64_t tick)
{
    if (empty()) {
        moveWindow(tick);
        return m_levels[index(tick)];
    }
    if (++m_farPushes >= farPushesBeforeMove) {
        m_farPushes = 0;
        const std::int64_t bid = m_best[0];
        const std::int64_t ask = m_best[1];
        moveWindow(bid == noBid ? ask : ask == noAsk ? bid : bid + (ask - bid) / 2);
        if (inWindow(tick)) {
            return m_levels[index(tick)];
        }
    }
    return m_far.try_emplace(tick).first->second;
}

// Returns the entry of its first place.
std::uint32_t PriceLadder::appendChunk(Level& level, unsigned side, std::int64_t tick)
{
    const std::uint32_t at = m_pool.takeChunk();
    OrderChunk& chunk = m_pool.chunks[at];
    chunk.next = 0;
    chunk.prev = 0;
    chunk.tick = tick;
    chunk.mask = 0;
    if (level.head != 0) {
        chunk.prev = (level.end - 1) >> OrderChunk::shift;
        m_pool.chunks[chunk.prev].next = at;
    } else {
        level.head = at;
        if (inWindow(tick)) {
            setBit(index(tick));
        }
        // The better of the two without a branch on the side: for sells the order of ticks is turned round.
        const std::int64_t turn = -static_cast<std::int64_t>(side);
        const std::int64_t now = m_best[side];
        m_best[side] = (now ^ turn) > (tick ^ turn) ? now : tick;
    }
    return (at << OrderChunk::shift) + OrderChunk::firstPlace;
}

void PriceLadder::dropChunk(Level& level, std::uint32_t at)
{
    OrderChunk const& chunk = m_pool.chunks[at];
    (chunk.prev != 0 ? m_pool.chunks[chunk.prev].next : level.head) = chunk.next;
    if (chunk.next != 0) {
        m_pool.chunks[chunk.next].prev = chunk.prev;
    } else {
        level.end = chunk.prev == 0 ? 0 : (chunk.prev + 1) << OrderChunk::shift; // it is full
    }
    if (level.head == 0) {
        const std::int64_t tick = chunk.tick;
        if (inWindow(tick)) {
            clearBit(index(tick));
        } else {
            m_far.erase(tick);
        }
        if (tick == m_best[0]) {
            m_best[0] = below(tick);
        } else if (tick == m_best[1]) {
            m_best[1] = above(tick);
        }
    }
    m_pool.giveChunk(at);
}

std::int64_t PriceLadder::ahead(OrderRecord const& order) const
{
    const std::uint32_t own = order.entry >> OrderChunk::shift;
    const std::uint32_t place = order.entry & OrderChunk::placeMask;
    std::int64_t sum = 0;
    for (std::uint32_t at = own; at != 0; at = m_pool.chunks[at].prev) {
        OrderChunk const& chunk = m_pool.chunks[at];
        unsigned live = at == own ? chunk.mask & ((1U << place) - 1) : chunk.mask;
        for (; live != 0; live &= live - 1) {
            sum += m_records[chunk.first(live)].queued;
        }
    }
    return sum;
}

std::int64_t PriceLadder::above(std::int64_t tick) const
{
    std::int64_t found = noAsk;
    const std::int64_t from = std::max(tick + 1, m_low);
    if (inWindow(from)) {
        const std::size_t bit = bitFrom(index(from));
        found = bit == noBit ? noAsk : tickAt(bit);
    }
    if (!m_far.empty()) {
        auto const far = m_far.upper_bound(tick);
        found = far == m_far.end() ? found : std::min(found, far->first);
    }
    return found;
}

std::int64_t PriceLadder::below(std::int64_t tick) const
{
    std::int64_t found = noBid;
    const std::int64_t from = std::min(tick - 1, tickAt(m_mask));
    if (inWindow(from)) {
        const std::size_t bit = bitUpTo(index(from));
        found = bit == noBit ? noBid : tickAt(bit);
    }
    if (!m_far.empty()) {
        auto far = m_far.lower_bound(tick);
        if (far != m_far.begin()) {
            found = std::max(found, (--far)->first);
        }
    }
    return found;
}

// The first set bit at or behind `index`, no wrap.
std::size_t PriceLadder::bitFrom(std::size_t index) const
{
    std::size_t word = index / 64;
    if (const std::uint64_t rest = m_bits[word] >> (index % 64); rest != 0) {
        return index + static_cast<std::size_t>(std::countr_zero(rest));
    }
    if (++word == m_bits.size()) {
        return noBit;
    }
    std::uint64_t words = m_words[word / 64] >> (word % 64) << (word % 64);
    for (std::size_t at = word / 64;; words = m_words[at]) {
        if (words != 0) {
            word = at * 64 + static_cast<std::size_t>(std::countr_zero(words));
            return word * 64 + static_cast<std::size_t>(std::countr_zero(m_bits[word]));
        }
        if (++at == m_words.size()) {
            return noBit;
        }
    }
}

// The last set bit at or before `index`, no wrap.
std::size_t PriceLadder::bitUpTo(std::size_t index) const
{
    std::size_t word = index / 64;
    if (const std::uint64_t rest = m_bits[word] << (63 - index % 64); rest != 0) {
        return index - static_cast<std::size_t>(std::countl_zero(rest));
    }
    if (word-- == 0) {
        return noBit;
    }
    std::uint64_t words = m_words[word / 64] << (63 - word % 64) >> (63 - word % 64);
    for (std::size_t at = word / 64;; words = m_words[at]) {
        if (words != 0) {
            word = at * 64 + 63 - static_cast<std::size_t>(std::countl_zero(words));
            return word * 64 + 63 - static_cast<std::size_t>(std::countl_zero(m_bits[word]));
        }
        if (at-- == 0) {
            return noBit;
        }
    }
}

void PriceLadder::setBit(std::size_t index)
{
    m_bits[index / 64] |= std::uint64_t{1} << (index % 64);
    m_words[index / 4096] |= std::uint64_t{1} << (index / 64 % 64);
}

// Puts the window round `middle`, and makes it wider while many prices remain outside.
void PriceLadder::moveWindow(std::int64_t middle)
{
    for (std::size_t width = m_levels.size();; width *= 2) {
        auto const half = static_cast<std::int64_t>(width / 2);
        place(std::max<std::int64_t>(0, middle - half), width);
        if (m_far.size() <= farLevelsBeforeWider || width >= widest) {
            return;
        }
    }
}

void PriceLadder::place(std::int64_t low, std::size_t width)
{
    if (low == m_low && width == m_levels.size()) {
        return;
    }
    m_moving.clear();
    for (std::size_t bit = bitFrom(0); bit != noBit; bit = bit == m_mask ? noBit : bitFrom(bit + 1)) {
        m_moving.emplace_back(tickAt(bit), m_levels[bit]);
        m_levels[bit] = {};
    }
    m_low = low;
    m_mask = width - 1;
    m_levels.resize(width);
    m_level = m_levels.data();
    m_bits.assign(width / 64, 0);
    m_words.assign((width / 64 + 63) / 64, 0);
    for (auto at = m_far.lower_bound(low); at != m_far.end() && inWindow(at->first);) {
        m_moving.emplace_back(*at);
        at = m_far.erase(at);
    }
    for (auto const& [tick, level] : m_moving) {
        if (inWindow(tick)) {
            m_levels[index(tick)] = level;
            setBit(index(tick));
        } else {
            m_far.emplace(tick, level);
        }
    }
}

} // namespace qob
