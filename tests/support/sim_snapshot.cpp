#include "tests/support/sim_snapshot.h"

#include "engine/market/market_history.h"
#include "engine/matching/sim_market.h"

namespace qob {
namespace {

constexpr InstrumentId first(1);
constexpr std::size_t levels = 200;

Amount units(std::int64_t whole)
{
    return Amount(static_cast<Int128>(whole) * pow10(amountScale));
}

ExecutionReport order(int number, Side side, Price price, std::int64_t qty, OrdStatus status)
{
    ExecutionReport report;
    report.execType = ExecType::OrderStatus;
    report.ordStatus = status;
    report.clOrdId = ClOrdId("s" + std::to_string(number));
    report.instrument = first;
    report.side = side;
    report.ordType = OrdType::Limit;
    report.timeInForce = TimeInForce::GoodTillCancel;
    report.price = price;
    report.orderQty = Qty(qty);
    report.leavesQty = isFinal(status) ? Qty(0) : Qty(qty);
    report.queueAhead = Qty(qty * 7);
    report.sendingTime = SimSnapshot::start - minutes(number);
    report.transactTime = report.sendingTime;
    return report;
}

OrderList ordersAround(Price middle, Instrument const& instrument)
{
    auto const tick = instrument.tickSize;
    auto const size = instrument.lotSize.value * 500;
    OrderList list;
    list.orders = {
        order(1, Side::Buy, middle - tick * 6, size, OrdStatus::New),
        order(2, Side::Sell, middle + tick * 8, size * 2, OrdStatus::New),
        order(3, Side::Buy, middle - tick * 2, size, OrdStatus::Filled),
        order(4, Side::Sell, middle + tick * 30, size, OrdStatus::Canceled),
    };
    auto fill = list.orders[2];
    fill.execType = ExecType::Trade;
    fill.lastPx = fill.price;
    fill.lastQty = fill.orderQty;
    fill.liquidity = Liquidity::Maker;
    fill.feeAsset = instrument.quote;
    fill.fee = Amount(pow10(amountScale) / 4);
    list.fills = {fill};
    return list;
}

AccountReport accountOf(Price middle, Instrument const& instrument)
{
    Position position;
    position.instrument = first;
    position.net = Qty(instrument.lotSize.value * 500);
    position.avgPx = Amount(static_cast<Int128>(middle.value) * pow10(amountScale - instrument.priceScale));
    position.realised = units(12);
    position.unrealised = units(-3);
    position.fees = Amount(pow10(amountScale) / 4);
    position.asset = instrument.quote;
    return {
        {{instrument.quote, units(99'000), units(1'000)}, {instrument.base, units(2), units(1)}}, {position}};
}

} // namespace

void SimSnapshot::prepare(FakeSession& session)
{
    SimMarket market({7, start - past, past});
    MarketHistory history(market);
    for (auto const id : market.historyPending()) {
        if (id.value <= 3) { // the first symbol at its three venues
            market.rollHistory(id, 100'000'000, history);
        }
    }
    auto const now = market.begin();
    InstrumentList instruments;
    TickerList tickers;
    for (auto const& [id, item] : history.items()) {
        instruments.instruments.push_back(item->instrument);
        if (id.value <= 3) {
            tickers.tickers.push_back(item->ticker.make(id, item->candles, now));
        }
    }
    auto& item = *history.find(first);
    item.heat.advanceTo(now);
    auto depth = std::make_shared<DepthView>();
    market.depth(first, levels, *depth);
    auto const middle = depth->bids.front().price;
    MarketStatus status;
    status.now = now;
    status.begin = start - past;
    status.end = Timestamp::max();
    session.setSnapshot({TopicKind::Instruments, {}}, instruments);
    session.setSnapshot({TopicKind::Market, {}}, status);
    session.setSnapshot({TopicKind::Feed, {}}, item.feed);
    session.setSnapshot({TopicKind::Ticker, {}}, tickers);
    session.setSnapshot({TopicKind::Depth, first}, DepthPtr(depth));
    session.setSnapshot({TopicKind::Trades, first}, TradeBatch{{item.trades.begin(), item.trades.end()}, 0});
    session.setSnapshot({TopicKind::Heat, first}, HeatUpdate{item.heat.chunksFrom(0)});
    session.setSnapshot({TopicKind::Orders, {}}, ordersAround(middle, item.instrument));
    session.setSnapshot({TopicKind::Account, {}}, accountOf(middle, item.instrument));
    for (std::size_t i = 0; i < candleIntervals; ++i) {
        auto const interval = static_cast<CandleInterval>(i);
        session.setSnapshot(
            {TopicKind::Candles, first, interval},
            CandleBatch{interval, item.candles.last(interval, 1000, now)}
        );
    }
}

} // namespace qob
