#include "engine/history/heat_files.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <utility>

namespace qob {

namespace {

using Kind = HistoryEvent::Kind;

constexpr std::size_t mostHeatColumns = 1024;

void putNumber(std::vector<std::byte>& out, std::int64_t number)
{
    auto value = (static_cast<std::uint64_t>(number) << 1U) ^ static_cast<std::uint64_t>(number >> 63);
    while (value >= 0x80U) {
        out.push_back(static_cast<std::byte>(value | 0x80U));
        value >>= 7U;
    }
    out.push_back(static_cast<std::byte>(value));
}

// Twelve bits of a float: sign, exponent and three behind the first; to the nearest.
std::uint32_t coarseBits(float size)
{
    constexpr std::uint32_t half = 1U << 19U;
    auto const bits = std::bit_cast<std::uint32_t>(size) + half;
    return (bits >> 20U) << 20U;
}

void putSize(std::vector<std::byte>& out, float size)
{
    auto const bits = coarseBits(size) >> 16U;
    out.push_back(static_cast<std::byte>(bits));
    out.push_back(static_cast<std::byte>(bits >> 8U));
}

// What of a chunk can be seen: sizes by which a picture of hours would differ, near the price.
class Visible {
public:
    explicit Visible(HeatChunk const& chunk)
    {
        for (HeatColumn const& column : chunk.columns) {
            const std::int64_t middle = column.bidTick != 0 ? column.bidTick : column.askTick;
            if (middle != 0) {
                auto const reach = std::max<std::int64_t>(middle / 50, 64);
                m_low = std::min(m_low, middle - reach);
                m_high = std::max(m_high, middle + reach);
            }
        }
        std::vector<float> sizes;
        for (HeatLevel const& level : chunk.levels) {
            sizes.push_back(std::abs(level.size));
        }
        for (HeatLevel const& level : chunk.changes) {
            sizes.push_back(std::abs(level.size));
        }
        if (!sizes.empty()) {
            auto const large = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 97 / 100);
            std::nth_element(sizes.begin(), large, sizes.end());
            m_smallest = *large / 100;
        }
    }

    // Whether the tick shows something else from here on, and what.
    bool change(HeatLevel& level)
    {
        if (m_low <= m_high && (level.tick < m_low || level.tick > m_high)) {
            return false;
        }
        level.size = std::abs(level.size) < m_smallest ? 0 : std::bit_cast<float>(coarseBits(level.size));
        auto const [shown, added] = m_shown.try_emplace(level.tick, 0.0F);
        return std::exchange(shown->second, level.size) != level.size;
    }

private:
    std::int64_t m_low = std::numeric_limits<std::int64_t>::max(); // above m_high: no price is known
    std::int64_t m_high = std::numeric_limits<std::int64_t>::min();
    float m_smallest = 0;
    std::unordered_map<std::int32_t, float> m_shown;
};

// The same chunk with what can be seen only.
HeatChunk thinned(HeatChunk const& chunk)
{
    Visible visible(chunk);
    HeatChunk thin;
    thin.firstColumn = chunk.firstColumn;
    thin.dots = chunk.dots;
    for (HeatLevel level : chunk.levels) {
        if (visible.change(level)) {
            thin.levels.push_back(level);
        }
    }
    std::size_t at = 0;
    for (HeatColumn column : chunk.columns) {
        auto const begin = static_cast<std::ptrdiff_t>(thin.changes.size());
        for (; at < column.changesEnd; ++at) {
            HeatLevel level = chunk.changes[at];
            if (visible.change(level)) {
                thin.changes.push_back(level);
            }
        }
        std::sort(
            thin.changes.begin() + begin,
            thin.changes.end(),
            [](HeatLevel const& a, HeatLevel const& b) { return a.tick < b.tick; }
        );
        column.changesEnd = static_cast<std::uint32_t>(thin.changes.size());
        thin.columns.push_back(column);
    }
    return thin;
}

class Numbers {
public:
    explicit Numbers(std::vector<std::byte> const& bytes)
        : m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
    {}

    std::int64_t next()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && m_at != m_end; shift += 7) {
            auto const byte = static_cast<std::uint8_t>(*m_at++);
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if (byte < 0x80U) {
                return static_cast<std::int64_t>((value >> 1U) ^ (~(value & 1U) + 1));
            }
        }
        m_good = false;
        return 0;
    }

    std::int32_t tick(std::int32_t& last)
    {
        auto const sum = static_cast<std::uint64_t>(last) + static_cast<std::uint64_t>(next());
        last = static_cast<std::int32_t>(sum);
        return last;
    }

    float size()
    {
        if (m_end - m_at < 2) {
            m_good = false;
            return 0;
        }
        auto const low = static_cast<std::uint32_t>(*m_at++);
        auto const high = static_cast<std::uint32_t>(*m_at++);
        auto const size = std::bit_cast<float>((low | high << 8U) << 16U);
        m_good = m_good && std::isfinite(size);
        return size;
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_end; }

    [[nodiscard]] bool finished() const { return m_good && m_at == m_end; }

    [[nodiscard]] bool good() const { return m_good; }

private:
    std::byte const* m_at;
    std::byte const* m_end;
    bool m_good = true;
};

// Version 1 ended without it.
bool readTick(Numbers& numbers, HeatTick& tick)
{
    if (numbers.atEnd()) {
        return true;
    }
    tick.size = numbers.next();
    auto const scale = numbers.next();
    tick.scale = static_cast<int>(scale);
    return tick.size > 0 && scale >= 0 && scale <= amountScale;
}

} // namespace

void encodeHeat(HeatChunk const& whole, HeatTick tick, HistoryCodec& codec, std::vector<std::byte>& out)
{
    HeatChunk const chunk = thinned(whole);
    std::vector<std::byte> numbers;
    std::vector<std::byte> sizes;
    putNumber(numbers, chunk.firstColumn);
    putNumber(numbers, static_cast<std::int64_t>(chunk.columns.size()));
    putNumber(numbers, static_cast<std::int64_t>(chunk.levels.size()));
    std::int64_t last = 0;
    auto const put = [&](auto const& entry) {
        putNumber(numbers, entry.tick - last);
        last = entry.tick;
        putSize(sizes, entry.size);
    };
    for (HeatLevel const& level : chunk.levels) {
        put(level);
    }
    HeatColumn before;
    for (HeatColumn const& column : chunk.columns) {
        putNumber(numbers, column.changesEnd - before.changesEnd);
        putNumber(numbers, column.dotsEnd - before.dotsEnd);
        putNumber(numbers, std::int64_t{column.bidTick} - before.bidTick);
        putNumber(numbers, std::int64_t{column.askTick} - before.askTick);
        putNumber(numbers, std::int64_t{column.lastTick} - before.lastTick);
        putNumber(numbers, column.stale ? 1 : 0);
        for (auto i = before.changesEnd; i < column.changesEnd; ++i) {
            put(chunk.changes[i]);
        }
        for (auto i = before.dotsEnd; i < column.dotsEnd; ++i) {
            put(chunk.dots[i]);
        }
        before = column;
    }
    putNumber(numbers, tick.size);
    putNumber(numbers, tick.scale);
    codec.pack(numbers, out);
    codec.pack(sizes, out);
}

Expected<StoredHeat> decodeHeat(std::span<std::byte const> bytes, HistoryCodec& codec)
{
    std::vector<std::byte> numberBytes;
    std::vector<std::byte> sizeBytes;
    auto read = codec.unpack(bytes, numberBytes).and_then([&] { return codec.unpack(bytes, sizeBytes); });
    if (!read) {
        return tl::unexpected(std::move(read.error()));
    }
    Numbers numbers(numberBytes);
    Numbers sizes(sizeBytes);
    StoredHeat stored;
    HeatChunk& chunk = stored.chunk;
    chunk.firstColumn = numbers.next();
    auto const columns = numbers.next();
    auto const levels = numbers.next();
    auto const most = static_cast<std::int64_t>(sizeBytes.size() / 2);
    bool good = columns >= 0 && columns <= std::int64_t{mostHeatColumns} && levels >= 0 && levels <= most;
    std::int32_t last = 0;
    for (std::int64_t i = 0; good && i < levels; ++i) {
        auto const tick = numbers.tick(last);
        chunk.levels.push_back({tick, sizes.size()});
    }
    HeatColumn column;
    for (std::int64_t i = 0; good && i < columns; ++i) {
        auto const changes = numbers.next();
        auto const dots = numbers.next();
        numbers.tick(column.bidTick);
        numbers.tick(column.askTick);
        numbers.tick(column.lastTick);
        column.stale = numbers.next() != 0;
        good = numbers.good() && changes >= 0 && changes <= most && dots >= 0 && dots <= most;
        for (std::int64_t k = 0; good && k < changes && sizes.good(); ++k) {
            auto const tick = numbers.tick(last);
            chunk.changes.push_back({tick, sizes.size()});
        }
        for (std::int64_t k = 0; good && k < dots && sizes.good(); ++k) {
            auto const tick = numbers.tick(last);
            chunk.dots.push_back({tick, sizes.size()});
        }
        column.changesEnd = static_cast<std::uint32_t>(chunk.changes.size());
        column.dotsEnd = static_cast<std::uint32_t>(chunk.dots.size());
        chunk.columns.push_back(column);
    }
    good = good && readTick(numbers, stored.tick);
    if (!good || !numbers.finished() || !sizes.finished() || !bytes.empty()) {
        return fail(ErrorCode::HistoryCorrupt, "expected heat-map columns of as many entries as they say");
    }
    return stored;
}

// Another tick makes other columns: those there are go to the sink, the present ones go on in the new tick.
void HeatFiles::define(Instrument const& instrument)
{
    Item& item = m_items[instrument.id];
    auto const tick = heatTickOf(instrument);
    if (item.tick == tick && item.qtyScale == instrument.qtyScale) {
        return;
    }
    for (auto const& recorder : item.recorders) {
        if (recorder) {
            recorder->seal(false);
        }
    }
    auto const before = std::exchange(item.recorders, Recorders());
    item.tick = tick;
    item.qtyScale = instrument.qtyScale;
    for (std::size_t i = storedHeatTimes.size(); i-- > 0;) {
        HeatRecorder* const coarser = i + 1 < storedHeatTimes.size() ? item.recorders[i + 1].get() : nullptr;
        auto const time = storedHeatTimes[i];
        auto const sealed = [this, coarser, time, tick, id = instrument.id](HeatChunk const& chunk) {
            m_sink(id, time, tick, chunk);
            if (coarser != nullptr) {
                coarser->onColumns(chunk, time);
            }
        };
        item.recorders[i] = std::make_unique<HeatRecorder>(instrument, m_merge, time, sealed);
        if (before[i]) {
            item.recorders[i]->goOn(*before[i]);
        }
    }
    m_last = nullptr;
}

HeatFiles::Item* HeatFiles::find(InstrumentId id)
{
    if (m_last == nullptr || m_lastId != id) {
        auto const found = m_items.find(id);
        m_last = found == m_items.end() ? nullptr : &found->second;
        m_lastId = id;
    }
    return m_last;
}

void HeatFiles::add(HistoryBlock const& block)
{
    HistoryCursor cursor(block);
    HistoryItem item;
    while (cursor.next(item)) {
        if (item.extra != nullptr) {
            extra(item);
        } else if (Item* const known = find(item.event.instrument)) {
            event(item.event, *known);
        }
    }
}

void HeatFiles::event(HistoryEvent const& event, Item& item)
{
    if (event.price.value / item.tick.size > std::numeric_limits<std::int32_t>::max()) {
        return;
    }
    HeatRecorder& finest = *item.recorders.front();
    switch (event.kind) {
    case Kind::BidSet:
    case Kind::BidGone:
        finest.onLevel(Side::Buy, event.price, event.qty, event.time);
        break;
    case Kind::AskSet:
    case Kind::AskGone:
        finest.onLevel(Side::Sell, event.price, event.qty, event.time);
        break;
    case Kind::Cleared:
        finest.onCleared(event.time);
        break;
    case Kind::TradeBuy:
    case Kind::TradeSell:
    case Kind::TradeOpen: {
        const Side side = event.kind == Kind::TradeSell ? Side::Sell : Side::Buy;
        finest.onTrade({event.instrument, event.price, event.qty, side, event.time, 0});
        break;
    }
    case Kind::Updated:
    case Kind::Extra:
    case Kind::Stamp:
        break;
    }
}

void HeatFiles::extra(HistoryItem const& item)
{
    if (auto const* instrument = std::get_if<Instrument>(item.extra)) {
        define(*instrument);
    } else if (std::holds_alternative<HistoryHole>(*item.extra)) {
        for (auto& [id, known] : m_items) {
            known.recorders.front()->onState(FeedState::Stale, item.event.time);
            known.recorders.front()->onCleared(item.event.time);
        }
    }
    Item* const known = find(item.event.instrument);
    if (known == nullptr) {
        return;
    }
    if (auto const* status = std::get_if<FeedStatus>(item.extra)) {
        known->recorders.front()->onState(status->state, item.event.time);
    } else if (auto const* counters = std::get_if<HistoryCounters>(item.extra)) {
        known->recorders.front()->advanceTo(item.event.time);
        known->recorders.front()->onBest(counters->bid, counters->ask);
    }
}

void HeatFiles::seal(bool all)
{
    for (auto& [id, item] : m_items) {
        for (auto& recorder : item.recorders) {
            recorder->seal(all);
        }
    }
}

} // namespace qob
