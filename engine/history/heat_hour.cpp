#include "engine/history/heat_hour.h"

#include "engine/history/history_reader.h"

#include <algorithm>
#include <map>

namespace qob {

namespace {

constexpr std::int64_t hourColumns = hours(1).value / seconds(1).value;
constexpr std::int64_t endHour = Timestamp::max().value / hours(1).value; // the last whole one's end

std::int64_t endOf(HeatChunk const& chunk)
{
    return chunk.firstColumn + static_cast<std::int64_t>(chunk.columns.size());
}

// What was shown before the chunk's column `index`.
std::vector<HeatLevel> levelsBefore(HeatChunk const& chunk, std::size_t index)
{
    std::map<std::int32_t, float> sizes;
    for (HeatLevel const& level : chunk.levels) {
        sizes[level.tick] = level.size;
    }
    std::size_t const changes = index == 0 ? 0 : chunk.columns[index - 1].changesEnd;
    for (std::size_t i = 0; i < changes; ++i) {
        sizes[chunk.changes[i].tick] = chunk.changes[i].size;
    }
    std::vector<HeatLevel> levels;
    for (auto const& [tick, size] : sizes) {
        if (size != 0) {
            levels.push_back({tick, size});
        }
    }
    return levels;
}

// The chunk's columns in [from, to), of which there is one at least.
HeatChunk cut(HeatChunk const& chunk, std::int64_t from, std::int64_t to)
{
    if (from <= chunk.firstColumn && endOf(chunk) <= to) {
        return chunk;
    }
    auto const first = static_cast<std::size_t>(std::max<std::int64_t>(from - chunk.firstColumn, 0));
    auto const end = static_cast<std::size_t>(std::min(to, endOf(chunk)) - chunk.firstColumn);
    HeatChunk part;
    part.firstColumn = chunk.firstColumn + static_cast<std::int64_t>(first);
    part.levels = levelsBefore(chunk, first);
    part.columns.assign(
        chunk.columns.begin() + static_cast<std::ptrdiff_t>(first),
        chunk.columns.begin() + static_cast<std::ptrdiff_t>(end)
    );
    const HeatColumn before = first == 0 ? HeatColumn{} : chunk.columns[first - 1];
    const HeatColumn last = part.columns.back();
    part.changes.assign(chunk.changes.begin() + before.changesEnd, chunk.changes.begin() + last.changesEnd);
    part.dots.assign(chunk.dots.begin() + before.dotsEnd, chunk.dots.begin() + last.dotsEnd);
    for (HeatColumn& column : part.columns) {
        column.changesEnd -= before.changesEnd;
        column.dotsEnd -= before.dotsEnd;
    }
    return part;
}

// In another tick; false where a price of it is none of that tick's.
bool tellIn(HeatTick tick, StoredHeat& stored)
{
    auto const ticks = ticksIn(stored.tick, tick);
    if (!ticks) {
        return false;
    }
    bool fits = true;
    auto const change = [&](std::int32_t& number) {
        std::int64_t const product = number * *ticks;
        number = static_cast<std::int32_t>(product);
        fits = fits && number == product;
    };
    HeatChunk& chunk = stored.chunk;
    for (auto* const levels : {&chunk.levels, &chunk.changes}) {
        for (HeatLevel& level : *levels) {
            change(level.tick);
        }
    }
    for (HeatDot& dot : chunk.dots) {
        change(dot.tick);
    }
    for (HeatColumn& column : chunk.columns) {
        change(column.bidTick);
        change(column.askTick);
        change(column.lastTick);
    }
    return fits;
}

// Adds what of the chunk is in the hour and not told yet.
void addTo(std::map<std::int64_t, HeatChunkPtr>& told, HeatChunk const& chunk, std::int64_t hour)
{
    std::int64_t from = std::max(chunk.firstColumn, hour * hourColumns);
    std::int64_t const end = std::min(endOf(chunk), (hour + 1) * hourColumns);
    while (from < end) {
        auto const next = told.upper_bound(from);
        if (next != told.begin() && endOf(*std::prev(next)->second) > from) {
            from = endOf(*std::prev(next)->second);
            continue;
        }
        std::int64_t const to = next == told.end() ? end : std::min(end, next->first);
        told[from] = std::make_shared<const HeatChunk>(cut(chunk, from, to));
        from = to;
    }
}

} // namespace

HeatUpdate heatHour(
    FileSystem& files, std::vector<std::string> const& paths, Instrument const& instrument, std::int64_t hour
)
{
    if (hour < 0 || hour >= endHour) {
        return {}; // who asks may be anybody
    }
    std::map<std::int64_t, HeatChunkPtr> told; // by first column
    for (std::string const& path : paths) {
        auto const reader = HistoryReader::open(files, path);
        if (!reader) {
            continue;
        }
        const Timestamp begin(hour * hours(1).value);
        auto const visit = [&](StoredHeat stored) {
            if (tellIn(heatTickOf(instrument), stored)) {
                addTo(told, stored.chunk, hour);
            }
        };
        std::ignore =
            reader->heat(instrument.venue, instrument.symbol, seconds(1), begin, begin + hours(1), visit);
    }
    HeatUpdate update;
    for (auto& [column, chunk] : told) {
        update.chunks.push_back(std::move(chunk));
    }
    return update;
}

} // namespace qob
