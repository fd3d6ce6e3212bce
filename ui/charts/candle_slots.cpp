#include "ui/charts/candle_slots.h"

#include <algorithm>

namespace qob {

namespace {

// About, for months.
Duration lengthOf(CandleInterval interval)
{
    return candleEnd(interval, Timestamp(0)) - Timestamp(0);
}

} // namespace

void CandleSlots::clear()
{
    m_slots.clear();
    m_bars.clear();
}

std::size_t CandleSlots::update(
    Instrument const& instrument,
    CandleInterval interval,
    std::vector<Candle> const& candles,
    std::size_t first
)
{
    m_interval = interval;
    std::size_t keep = 0;
    if (first > 0 && first <= candles.size() && !m_slots.empty()) {
        keep = static_cast<std::size_t>(slotOf(candles[first - 1].start)) + 1;
    } else {
        first = 0;
    }
    m_slots.resize(std::min(keep, m_slots.size()));
    m_bars.resize(m_slots.size());
    auto const changed = m_slots.size();
    for (auto i = first; i < candles.size(); ++i) {
        if (!m_slots.empty()) {
            fillUntil(candles[i]);
        }
        push(instrument, candles[i], CandleSlot::Kind::Traded);
    }
    return changed;
}

void CandleSlots::fillUntil(Candle const& next)
{
    const CandleSlot before = m_slots.back();
    const Bar carried = m_bars.back();
    auto start = candleEnd(m_interval, before.candle.start);
    auto const missing = (next.start - start).value / lengthOf(m_interval).value;
    bool const isLong = missing > longestSpan;
    bool const byCandles =
        isLong ? before.candle.incomplete || next.incomplete : before.candle.incomplete && next.incomplete;
    // What is drawn short is of one kind.
    bool gap = isLong && isGap(start, next.start, byCandles);
    auto const count = isLong ? shortSpan : missing + 1;
    for (std::int64_t i = 0; i < count && start < next.start; ++i) {
        auto const end = candleEnd(m_interval, start);
        // After a gap the price is not known until something is traded.
        gap = gap || (!isLong && isGap(start, std::min(end, next.start), byCandles));
        CandleSlot slot;
        slot.candle.start = start;
        slot.kind = gap ? CandleSlot::Kind::Gap : CandleSlot::Kind::Quiet;
        Bar bar;
        bar.start = start;
        if (!gap) {
            auto const close = before.candle.close;
            slot.candle.open = slot.candle.high = slot.candle.low = slot.candle.close = close;
            slot.candle.closed = true;
            bar.open = bar.high = bar.low = bar.close = bar.mean = carried.close;
        }
        m_slots.push_back(slot);
        m_bars.push_back(bar);
        start = end;
    }
}

bool CandleSlots::isGap(Timestamp from, Timestamp until, bool byCandles) const
{
    auto const live = m_wasLive ? m_wasLive(from, until) : std::nullopt;
    return live ? !*live : byCandles;
}

void CandleSlots::push(Instrument const& instrument, Candle const& candle, CandleSlot::Kind kind)
{
    m_slots.push_back({candle, kind});
    m_bars.push_back(barOf(instrument, candle));
}

std::int64_t CandleSlots::slotOf(Timestamp time) const
{
    auto const length = lengthOf(m_interval);
    auto const first = m_slots.front().candle.start;
    auto const last = m_slots.back().candle.start;
    if (time < first) {
        return -((first - time).value + length.value - 1) / length.value;
    }
    if (time >= last) {
        return static_cast<std::int64_t>(m_slots.size()) - 1 + (time - last).value / length.value;
    }
    auto const after =
        std::upper_bound(m_slots.begin(), m_slots.end(), time, [](Timestamp at, CandleSlot const& slot) {
            return at < slot.candle.start;
        });
    return after - m_slots.begin() - 1;
}

Timestamp CandleSlots::startOf(std::int64_t slot) const
{
    auto const length = lengthOf(m_interval);
    auto const size = static_cast<std::int64_t>(m_slots.size());
    if (slot < 0) {
        return m_slots.front().candle.start + length * slot;
    }
    return slot < size ? m_slots[static_cast<std::size_t>(slot)].candle.start
                       : m_slots.back().candle.start + length * (slot - size + 1);
}

} // namespace qob
