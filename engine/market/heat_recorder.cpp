#include "engine/market/heat_recorder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>
#include <utility>

namespace qob {

namespace {

constexpr std::int64_t longestSilence = HeatHistory::keptColumns; // a longer hole is not filled in

// How far from the middle levels are kept: two percent, and what the middle may move until the book is told
// again.
std::int32_t bandOf(std::int32_t middle)
{
    return std::max(middle / 40, 80);
}

std::int32_t mostMoveOf(std::int32_t middle)
{
    return bandOf(middle) / 5;
}

} // namespace

HeatTick heatTickOf(Instrument const& instrument)
{
    return {instrument.tickSize.value, instrument.priceScale};
}

std::optional<std::int64_t> ticksIn(HeatTick coarse, HeatTick fine)
{
    int const scale = std::max(coarse.scale, fine.scale);
    const Int128 one = Int128{coarse.size} * pow10(scale - coarse.scale);
    const Int128 other = Int128{fine.size} * pow10(scale - fine.scale);
    if (other <= 0 || one % other != 0 || one / other > std::numeric_limits<std::int32_t>::max()) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(one / other);
}

HeatRecorder::HeatRecorder(Instrument const& instrument, HeatMerge& merge)
    : m_tick(heatTickOf(instrument))
    , m_unit(static_cast<float>(pow10(instrument.qtyScale)))
    , m_history(merge)
{
    m_column.stale = true;
}

HeatRecorder::HeatRecorder(Instrument const& instrument, HeatMerge& merge, Duration columnTime, Sink sink)
    : HeatRecorder(instrument, merge)
{
    m_columnTime = columnTime.value;
    m_sink = std::move(sink);
}

void HeatRecorder::goOn(HeatRecorder const& before)
{
    if (before.m_columnNumber < 0) {
        return;
    }
    advanceTo(Timestamp(before.m_columnNumber * before.m_columnTime));
    m_staleNow = before.m_staleNow;
    m_column.stale = before.m_column.stale;
    auto const ticks = ticksIn(before.m_tick, m_tick);
    if (!ticks) {
        m_bookWanted = true; // its levels are none of this one's ticks
        return;
    }
    auto const here = [ticks = *ticks](std::int32_t tick) {
        return static_cast<std::int32_t>(tick * ticks);
    };
    m_column.bidTick = here(before.m_column.bidTick);
    m_column.askTick = here(before.m_column.askTick);
    m_column.lastTick = here(before.m_column.lastTick);
    m_bookMiddle = here(before.m_bookMiddle);
    m_bookWanted = before.m_bookWanted;
    for (auto const& [tick, cell] : before.m_cells) {
        if (cell.peak != 0 || cell.now != 0) {
            Cell& mine = m_cells[here(tick)];
            show(here(tick), mine, cell.peak);
            show(here(tick), mine, cell.now);
        }
    }
    for (HeatDot const& dot : before.m_dots) {
        m_dots.push_back({here(dot.tick), dot.size, dot.iceberg});
    }
}

void HeatRecorder::advanceTo(Timestamp time)
{
    const std::int64_t target = time.value / m_columnTime;
    if (m_columnNumber < 0 || target - m_columnNumber > longestSilence) {
        sealOpen();
        m_columnNumber = target;
        startChunk();
        return;
    }
    while (m_columnNumber < target) {
        closeColumn();
    }
}

void HeatRecorder::onLevel(Side side, Price price, Qty qty, Timestamp time)
{
    advanceTo(time);
    auto const tick = tickOf(price);
    auto found = m_cells.find(tick);
    if (found == m_cells.end()) {
        if (qty == Qty(0) || !inBand(tick)) {
            return;
        }
        found = m_cells.emplace(tick, Cell{}).first;
    }
    Cell& cell = found->second;
    float const size = static_cast<float>(qty.value) / m_unit;
    float const before = cell.now;
    if (side == Side::Buy) {
        show(
            tick, cell, qty == Qty(0) ? std::min(before, 0.0F) : size
        ); // an ask that took the tick over stays
    } else {
        show(tick, cell, qty == Qty(0) ? std::max(before, 0.0F) : -size);
    }
}

// `anew`: from the column's beginning, so that what was there before is not of it.
void HeatRecorder::show(std::int32_t tick, Cell& cell, float size, bool anew)
{
    touch(tick, cell);
    cell.now = size;
    if (anew || std::abs(cell.now) >= std::abs(cell.peak)) {
        cell.peak = cell.now;
    }
}

// Those that the chunk's first column still shows.
void HeatRecorder::showLevels(HeatChunk const& finer, bool anew)
{
    auto const changesEnd = finer.changes.begin() + finer.columns.front().changesEnd;
    std::unordered_set<std::int32_t> changed;
    for (auto change = finer.changes.begin(); change != changesEnd; ++change) {
        changed.insert(change->tick);
    }
    for (HeatLevel const& level : finer.levels) {
        if (!changed.contains(level.tick)) {
            show(level.tick, m_cells[level.tick], level.size, anew);
        }
    }
}

void HeatRecorder::onColumns(HeatChunk const& finer, Duration columnTime)
{
    std::uint32_t change = 0;
    std::uint32_t dot = 0;
    for (std::size_t i = 0; i < finer.columns.size(); ++i) {
        HeatColumn const& column = finer.columns[i];
        auto const begin = (finer.firstColumn + static_cast<std::int64_t>(i)) * columnTime.value;
        bool const anew = begin % m_columnTime == 0;
        advanceTo(Timestamp(begin));
        if (i == 0) {
            showLevels(finer, anew);
        }
        for (; change < column.changesEnd; ++change) {
            HeatLevel const& level = finer.changes[change];
            show(level.tick, m_cells[level.tick], level.size, anew);
        }
        for (; dot < column.dotsEnd; ++dot) {
            addDot(finer.dots[dot]);
        }
        m_column.bidTick = column.bidTick;
        m_column.askTick = column.askTick;
        m_column.lastTick = column.lastTick;
        m_staleNow = column.stale;
        m_column.stale = m_column.stale || column.stale;
    }
}

void HeatRecorder::seal(bool all)
{
    if (m_columnNumber < 0) {
        return;
    }
    if (all) {
        closeColumn();
    }
    sealOpen();
    startChunk();
}

void HeatRecorder::onTrade(Trade const& trade)
{
    advanceTo(trade.time);
    auto const tick = tickOf(trade.price);
    float const size =
        static_cast<float>(trade.qty.value) / m_unit * (trade.aggressor == Side::Sell ? -1.0F : 1.0F);
    m_column.lastTick = tick;
    addDot({tick, size, trade.iceberg});
}

void HeatRecorder::addDot(HeatDot added)
{
    for (HeatDot& dot : m_dots) {
        bool const alike = (dot.size < 0) == (added.size < 0) && dot.iceberg == added.iceberg;
        if (dot.tick == added.tick && alike) {
            dot.size += added.size;
            return;
        }
    }
    m_dots.push_back(added);
}

void HeatRecorder::onCleared(Timestamp time)
{
    advanceTo(time);
    for (auto& [tick, cell] : m_cells) {
        if (cell.now != 0) {
            touch(tick, cell);
            cell.now = 0;
        }
    }
}

void HeatRecorder::onBest(Price bid, Price ask)
{
    m_column.bidTick = tickOf(bid);
    m_column.askTick = tickOf(ask);
    if (m_bookMiddle == 0) {
        m_bookMiddle = middle();
    }
}

bool HeatRecorder::wantsBook() const
{
    auto const moved = std::abs(std::int64_t{middle()} - m_bookMiddle);
    return m_bookWanted || (m_bookMiddle != 0 && moved > mostMoveOf(middle()));
}

void HeatRecorder::onBook(DepthView const& book, Timestamp time)
{
    m_bookWanted = false;
    m_bookMiddle = middle();
    for (PriceLevel const& level : book.bids) {
        onLevel(Side::Buy, level.price, level.qty, time);
    }
    for (PriceLevel const& level : book.asks) {
        onLevel(Side::Sell, level.price, level.qty, time);
    }
}

void HeatRecorder::onState(FeedState state, Timestamp time)
{
    bool const first = m_columnNumber < 0;
    advanceTo(time);
    m_staleNow = state != FeedState::Live;
    m_column.stale = (m_column.stale && !first) || m_staleNow;
}

std::vector<HeatChunkPtr> HeatRecorder::chunksFrom(std::int64_t from) const
{
    auto chunks = m_history.madeAfter(from);
    if (m_columnNumber >= 0) {
        HeatChunk open = m_open;
        writeColumn(open);
        chunks.push_back(std::make_shared<const HeatChunk>(std::move(open)));
    }
    return chunks;
}

std::int32_t HeatRecorder::tickOf(Price price) const
{
    return static_cast<std::int32_t>(price.value / m_tick.size);
}

std::int32_t HeatRecorder::middle() const
{
    return m_column.bidTick != 0 ? m_column.bidTick : m_column.askTick;
}

bool HeatRecorder::inBand(std::int32_t tick) const
{
    return middle() == 0 || std::abs(tick - middle()) <= bandOf(middle());
}

void HeatRecorder::touch(std::int32_t tick, Cell& cell)
{
    if (!cell.touched) {
        cell.touched = true;
        cell.peak = cell.now;
        m_touched.push_back({tick, &cell});
    }
}

void HeatRecorder::closeColumn()
{
    writeColumn(m_open);
    ++m_columnNumber;
    m_dots.clear();
    m_column.stale = m_staleNow;
    std::size_t carried = 0;
    for (Touched const touched : m_touched) {
        Cell& cell = *touched.cell;
        cell.recorded = cell.peak;
        cell.touched = cell.peak != cell.now;
        cell.peak = cell.now;
        if (cell.touched) {
            m_touched[carried++] = touched; // it ends this column below its peak: the next one must say so
        } else if (cell.now == 0) {
            m_cells.erase(touched.tick);
        }
    }
    m_touched.resize(carried);
    if (m_open.columns.size() == heatChunkColumns) {
        sealOpen();
        startChunk();
    }
}

void HeatRecorder::sealOpen()
{
    if (m_open.columns.empty()) {
        return;
    }
    if (m_sink) {
        m_sink(std::move(m_open));
    } else {
        m_history.add(std::move(m_open));
    }
    m_open = {};
}

// Appends the present column as it stands.
void HeatRecorder::writeColumn(HeatChunk& chunk) const
{
    for (Touched const touched : m_touched) {
        if (touched.cell->peak != touched.cell->recorded) {
            chunk.changes.push_back({touched.tick, touched.cell->peak});
        }
    }
    chunk.dots.insert(chunk.dots.end(), m_dots.begin(), m_dots.end());
    HeatColumn column = m_column;
    column.changesEnd = static_cast<std::uint32_t>(chunk.changes.size());
    column.dotsEnd = static_cast<std::uint32_t>(chunk.dots.size());
    chunk.columns.push_back(column);
}

void HeatRecorder::startChunk()
{
    m_open = {};
    m_open.firstColumn = m_columnNumber;
    for (auto const& [tick, cell] : m_cells) {
        if (cell.recorded != 0) {
            m_open.levels.push_back({tick, cell.recorded});
        }
    }
    std::sort(m_open.levels.begin(), m_open.levels.end(), [](HeatLevel const& a, HeatLevel const& b) {
        return a.tick < b.tick;
    });
}

} // namespace qob
