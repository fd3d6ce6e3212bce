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
constexpr std::size_t mostRecentTrades = 20'000;
constexpr Duration sampleEvery = milliseconds(500);

} // namespace

void LadderModel::setInstrument(Instrument const& instrument)
{
    bool const wantsChanges = m_wantsChanges;
    *this = LadderModel{};
    m_instrument = instrument;
    m_wantsChanges = wantsChanges;
}

void LadderModel::refine(Instrument const& instrument)
{
    auto const before = step();
    m_instrument = instrument;
    setStepTicks(before / instrument.tickSize.value);
}

void LadderModel::setDepth(DepthPtr depth)
{
    m_depth = std::move(depth);
    if (!m_depth) {
        m_past.clear();
        return;
    }
    bool const backwards = !m_past.empty() && m_depth->time < m_past.back()->time; // a replay was sought
    if (backwards || m_depth->state != FeedState::Live) {
        m_past.clear();
    }
    if (m_past.empty() || m_depth->time - m_past.back()->time >= sampleEvery) {
        m_past.push_back(m_depth);
    }
    forgetOld();
}

void LadderModel::clearTrades()
{
    m_traded.clear();
    m_recent.clear();
    m_last.reset();
}

void LadderModel::addTrades(std::vector<Trade> const& trades)
{
    for (auto const& trade : trades) {
        auto& here = m_traded[trade.price];
        (trade.aggressor == Side::Buy    ? here.bought
         : trade.aggressor == Side::Sell ? here.sold
                                         : here.undisclosed) += trade.qty;
        m_recent.push_back(trade);
    }
    if (!trades.empty()) {
        m_last = trades.back();
        forgetFarVolume();
        forgetOld();
    }
}

void LadderModel::forgetFarVolume()
{
    while (m_traded.size() > pricesWithVolume) {
        auto const lowest = m_traded.begin();
        auto const highest = std::prev(m_traded.end());
        bool const below = m_last->price - lowest->first > highest->first - m_last->price;
        m_traded.erase(below ? lowest : highest);
    }
}

Timestamp LadderModel::now() const
{
    auto const ofBook = m_depth ? m_depth->time : Timestamp::min();
    return m_last ? std::max(ofBook, m_last->time) : ofBook;
}

void LadderModel::forgetOld()
{
    while (!m_recent.empty() &&
           (m_recent.size() > mostRecentTrades || now() - m_recent.front().time > tradesFor)) {
        m_recent.pop_front();
    }
    while (m_past.size() > 1 && now() - m_past[1]->time >= changesFor) {
        m_past.pop_front();
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
    if (m_depth) {
        fillLevels(*m_depth, top, out);
    }
    fillVolume(top, count, out);
    fillRecent(top, out);
    if (m_wantsChanges && m_depth && !m_past.empty()) {
        fillChanges(top, out);
    }
    fillOrders(top, count, out);
}

void LadderModel::fillLevels(DepthView const& depth, Index top, std::vector<LadderRow>& out) const
{
    auto const bottom = top - static_cast<Index>(out.size()) + 1;
    auto const row = [&](Index index) -> LadderRow& {
        return out[static_cast<std::size_t>(top - index)];
    };
    auto const& bids = depth.bids;
    auto bid = std::partition_point(bids.begin(), bids.end(), [&](PriceLevel const& level) {
        return bidIndex(level.price) > top;
    });
    for (; bid != bids.end() && bidIndex(bid->price) >= bottom; ++bid) {
        auto& cell = row(bidIndex(bid->price));
        cell.bid += bid->qty;
        cell.bestBid = cell.bestBid || bid == bids.begin();
    }
    auto const& asks = depth.asks;
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
    auto at = m_traded.lower_bound(priceAt(bottom));
    for (; at != m_traded.end() && bidIndex(at->first) <= top; ++at) {
        auto& row = out[static_cast<std::size_t>(top - bidIndex(at->first))];
        auto const& [bought, sold, undisclosed] = at->second;
        row.volume += bought + sold + undisclosed;
        row.delta += bought - sold;
    }
    if (m_last) {
        // A buyer's trade was at an ask: it is marked in the row that the ask stood in.
        auto const index = indexOf(m_last->price, opposite(m_last->aggressor));
        if (index >= bottom && index <= top) {
            out[static_cast<std::size_t>(top - index)].last = true;
        }
    }
}

void LadderModel::fillRecent(Index top, std::vector<LadderRow>& out) const
{
    for (auto const& trade : m_recent) {
        auto const index = indexOf(trade.price, opposite(trade.aggressor));
        auto const row = top - index;
        if (trade.aggressor == Side::Undisclosed || row < 0 || row >= static_cast<Index>(out.size())) {
            continue;
        }
        auto& cell = out[static_cast<std::size_t>(row)];
        (trade.aggressor == Side::Buy ? cell.bought : cell.sold) += trade.qty;
    }
}

// Against the oldest book that is kept. Where that book did not reach, nothing is known and nothing is said.
void LadderModel::fillChanges(Index top, std::vector<LadderRow>& out) const
{
    auto const& base = *m_past.front();
    std::vector<LadderRow> before(out.size());
    fillLevels(base, top, before);
    for (auto const& trade : m_recent) {
        auto const row = top - indexOf(trade.price, opposite(trade.aggressor));
        if (trade.aggressor == Side::Undisclosed || trade.time <= base.time || row < 0 ||
            row >= static_cast<Index>(out.size())) {
            continue;
        }
        auto& cell = before[static_cast<std::size_t>(row)];
        auto& size = trade.aggressor == Side::Buy ? cell.ask : cell.bid;
        size = std::max(Qty(0), size - trade.qty);
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        auto const price = out[i].price;
        bool const bidKnown = !base.bids.empty() && price >= base.bids.back().price;
        bool const askKnown = !base.asks.empty() && price <= base.asks.back().price;
        out[i].bidChange = bidKnown ? out[i].bid - before[i].bid : Qty(0);
        out[i].askChange = askKnown ? out[i].ask - before[i].ask : Qty(0);
    }
}

void LadderModel::fillOrders(Index top, int count, std::vector<LadderRow>& out) const
{
    for (auto const& order : m_orders) {
        auto const& report = order.report;
        auto const index = indexOf(order.targetPrice, report.side);
        // What has no price of its own stands nowhere.
        if (index > top || index <= top - count || order.targetPrice == Price(0)) {
            continue;
        }
        auto& row = out[static_cast<std::size_t>(top - index)];
        (report.side == Side::Buy ? row.ownBid : row.ownAsk) += report.leavesQty;
        if (order.isQueued()) {
            row.queueAhead = row.queued ? std::min(row.queueAhead, report.queueAhead) : report.queueAhead;
            row.queued = true;
        }
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
