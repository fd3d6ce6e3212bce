#include "ui/models/ladder_model.h"

#include <algorithm>
#include <iterator>

namespace qob {
namespace {

std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

constexpr std::size_t levelsForStep = 24;
constexpr std::size_t pricesWithVolume = 4096;

} // namespace

void LadderModel::setInstrument(Instrument const& instrument)
{
    *this = LadderModel{};
    m_instrument = instrument;
}

void LadderModel::clearTrades()
{
    m_volume.clear();
    m_last.reset();
}

void LadderModel::addTrades(std::vector<Trade> const& trades)
{
    for (auto const& trade : trades) {
        m_volume[trade.price] += trade.qty;
    }
    if (!trades.empty()) {
        m_last = trades.back();
        forgetFarVolume();
    }
}

void LadderModel::forgetFarVolume()
{
    while (m_volume.size() > pricesWithVolume) {
        auto const lowest = m_volume.begin();
        auto const highest = std::prev(m_volume.end());
        bool const below = m_last->price - lowest->first > highest->first - m_last->price;
        m_volume.erase(below ? lowest : highest);
    }
}

void LadderModel::setStepTicks(std::int64_t ticks)
{
    m_stepTicks = std::max<std::int64_t>(1, ticks);
}

std::int64_t LadderModel::step() const
{
    return m_instrument ? m_instrument->tickSize.value * m_stepTicks : m_stepTicks;
}

std::int64_t LadderModel::fittingStepTicks() const
{
    if (!m_instrument || !m_depth) {
        return 1;
    }
    std::int64_t gap = 0;
    for (auto const* side : {&m_depth->bids, &m_depth->asks}) {
        auto const count = std::min(side->size(), levelsForStep);
        if (count > 1) {
            auto const span = (side->front().price - (*side)[count - 1].price).value;
            gap = std::max(gap, (span < 0 ? -span : span) / static_cast<std::int64_t>(count - 1));
        }
    }
    auto const ticks = gap / m_instrument->tickSize.value;
    std::int64_t fitting = 1;
    for (std::int64_t power = 1; power <= ticks; power *= 10) {
        for (const std::int64_t digit : {1, 2, 5}) {
            if (digit * power <= ticks) {
                fitting = digit * power;
            }
        }
    }
    return fitting;
}

LadderModel::Index LadderModel::bidIndex(Price price) const
{
    return floorDiv(price.value, step());
}

LadderModel::Index LadderModel::askIndex(Price price) const
{
    return -floorDiv(-price.value, step());
}

LadderModel::Index LadderModel::indexOf(Price price, Side side) const
{
    return side == Side::Buy ? bidIndex(price) : askIndex(price);
}

std::optional<LadderModel::Index> LadderModel::centre() const
{
    if (m_depth && !m_depth->bids.empty() && !m_depth->asks.empty()) {
        return floorDiv(bidIndex(m_depth->bids.front().price) + askIndex(m_depth->asks.front().price), 2);
    }
    if (m_depth && (!m_depth->bids.empty() || !m_depth->asks.empty())) {
        return m_depth->bids.empty() ? askIndex(m_depth->asks.front().price)
                                     : bidIndex(m_depth->bids.front().price);
    }
    if (m_last) {
        return bidIndex(m_last->price);
    }
    return std::nullopt;
}

void LadderModel::rows(Index top, int count, std::vector<LadderRow>& out) const
{
    out.assign(static_cast<std::size_t>(std::max(0, count)), LadderRow{});
    for (int i = 0; i < count; ++i) {
        out[static_cast<std::size_t>(i)].price = priceAt(top - i);
    }
    if (!m_instrument || count <= 0) {
        return;
    }
    fillLevels(top, count, out);
    fillVolume(top, count, out);
    fillOrders(top, count, out);
}

void LadderModel::fillLevels(Index top, int count, std::vector<LadderRow>& out) const
{
    if (!m_depth) {
        return;
    }
    auto const bottom = top - count + 1;
    auto const row = [&](Index index) -> LadderRow& {
        return out[static_cast<std::size_t>(top - index)];
    };
    auto const& bids = m_depth->bids;
    auto bid = std::partition_point(bids.begin(), bids.end(), [&](PriceLevel const& level) {
        return bidIndex(level.price) > top;
    });
    for (; bid != bids.end() && bidIndex(bid->price) >= bottom; ++bid) {
        auto& cell = row(bidIndex(bid->price));
        cell.bid += bid->qty;
        cell.bestBid = cell.bestBid || bid == bids.begin();
    }
    auto const& asks = m_depth->asks;
    auto ask = std::partition_point(asks.begin(), asks.end(), [&](PriceLevel const& level) {
        return askIndex(level.price) < bottom;
    });
    for (; ask != asks.end() && askIndex(ask->price) <= top; ++ask) {
        auto& cell = row(askIndex(ask->price));
        cell.ask += ask->qty;
        cell.bestAsk = cell.bestAsk || ask == asks.begin();
    }
}

void LadderModel::fillVolume(Index top, int count, std::vector<LadderRow>& out) const
{
    auto const bottom = top - count + 1;
    auto at = m_volume.lower_bound(priceAt(bottom));
    for (; at != m_volume.end() && bidIndex(at->first) <= top; ++at) {
        out[static_cast<std::size_t>(top - bidIndex(at->first))].volume += at->second;
    }
    if (m_last) {
        // A buyer's trade was at an ask: it is marked in the row that the ask stood in.
        auto const index = indexOf(m_last->price, opposite(m_last->aggressor));
        if (index >= bottom && index <= top) {
            out[static_cast<std::size_t>(top - index)].last = true;
        }
    }
}

void LadderModel::fillOrders(Index top, int count, std::vector<LadderRow>& out) const
{
    for (auto const& order : m_orders) {
        auto const& report = order.report;
        auto const index = indexOf(order.targetPrice, report.side);
        if (index > top || index <= top - count || report.ordType == OrdType::Market) {
            continue;
        }
        auto& row = out[static_cast<std::size_t>(top - index)];
        bool const first = row.ownBid == Qty(0) && row.ownAsk == Qty(0);
        (report.side == Side::Buy ? row.ownBid : row.ownAsk) += report.leavesQty;
        row.queueAhead = first ? report.queueAhead : std::min(row.queueAhead, report.queueAhead);
        row.pending = row.pending || report.ordStatus == OrdStatus::PendingNew ||
                      report.ordStatus == OrdStatus::PendingReplace ||
                      report.ordStatus == OrdStatus::PendingCancel;
    }
}

OrderState const* LadderModel::ownOrder(Index index, Side side) const
{
    OrderState const* found = nullptr;
    for (auto const& order : m_orders) {
        if (order.report.side == side && order.report.ordType != OrdType::Market &&
            indexOf(order.targetPrice, side) == index &&
            (found == nullptr || order.report.queueAhead < found->report.queueAhead)) {
            found = &order;
        }
    }
    return found;
}

} // namespace qob
