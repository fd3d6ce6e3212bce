#include "engine/market/heat_recorder.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

namespace qob {

namespace {

constexpr std::int64_t longestSilence = HeatHistory::keptColumns; // a longer hole is not filled in

} // namespace

HeatRecorder::HeatRecorder(Instrument const& instrument, HeatMerge& merge)
    : m_tickSize(instrument.tickSize.value)
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
    return static_cast<std::int32_t>(price.value / m_tickSize);
}

bool HeatRecorder::inBand(std::int32_t tick) const
{
    const std::int32_t middle = m_column.bidTick != 0 ? m_column.bidTick : m_column.askTick;
    return middle == 0 || std::abs(tick - middle) <= std::max(middle / 50, 64);
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
