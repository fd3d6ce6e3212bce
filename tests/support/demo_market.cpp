#include "tests/support/demo_market.h"

#include <array>
#include <cmath>

namespace qob {
namespace {

Amount units(std::int64_t whole)
{
    return Amount(static_cast<Int128>(whole) * pow10(amountScale));
}

Amount hundredths(std::int64_t value)
{
    return Amount(static_cast<Int128>(value) * pow10(amountScale - 2));
}

struct SymbolRow {
    char const* symbol;
    char const* base;
    int priceScale;
    int qtyScale;
};

constexpr std::array symbols{
    SymbolRow{"BTC-USDT", "BTC", 2, 5},
    SymbolRow{"ETH-USDT", "ETH", 2, 4},
    SymbolRow{"SOL-USDT", "SOL", 3, 3},
    SymbolRow{"XRP-USDT", "XRP", 4, 1},
    SymbolRow{"ADA-USDT", "ADA", 4, 1},
    SymbolRow{"DOGE-USDT", "DOGE", 5, 0},
    SymbolRow{"LTC-USDT", "LTC", 2, 3},
    SymbolRow{"ETH-BTC", "ETH", 6, 4},
};
constexpr std::array venues{"SIM-A", "SIM-B", "SIM-C"};

} // namespace

DemoMarket::DemoMarket(FakeSession& session, MarketKind kind) : m_session(session), m_kind(kind)
{
    makeInstruments();
    for (int i = 0; i < 2000; ++i) {
        m_weights.push_back(
            m_rng.exponential(1.0) * (1.0 + std::sqrt(i) * 0.35) + (i % 50 == 17 ? 9.0 : 0.0)
        );
    }
}

void DemoMarket::makeInstruments()
{
    std::uint32_t id = 0;
    for (auto const& row : symbols) {
        for (auto const* venue : venues) {
            Instrument instrument;
            instrument.id = InstrumentId(++id);
            instrument.venue = venue;
            instrument.symbol = row.symbol;
            instrument.base = AssetName(row.base);
            instrument.quote = AssetName("USDT");
            instrument.priceScale = row.priceScale;
            instrument.qtyScale = row.qtyScale;
            instrument.tickSize = Price(10);
            instrument.makerFee = FeeRate(10'000);
            instrument.takerFee = FeeRate(50'000);
            m_instruments.push_back(instrument);
        }
    }
}

DepthPtr DemoMarket::makeDepth(FeedState state)
{
    auto depth = std::make_shared<DepthView>();
    depth->instrument = m_instruments.front().id;
    depth->sequence = ++m_sequence;
    depth->time = m_now;
    depth->state = state;
    for (int i = 0; i < levels; ++i) {
        auto const bidPrice = m_mid - 10 * (i + 1);
        auto const askPrice = m_mid + 10 * (i + 1);
        auto const size = [&](std::int64_t price) {
            const auto weight = m_weights[static_cast<std::size_t>(price / 10) % m_weights.size()];
            return Qty(static_cast<std::int64_t>((weight + 0.05) * 40'000 * (0.7 + 0.3 * m_rng.uniform())));
        };
        depth->bids.push_back({Price(bidPrice), size(bidPrice)});
        depth->asks.push_back({Price(askPrice), size(askPrice)});
    }
    return depth;
}

FeedStatus DemoMarket::makeFeed(InstrumentId id, FeedState state) const
{
    FeedStatus feed;
    feed.instrument = id;
    feed.state = state;
    feed.messages = 1'204'551 + m_sequence;
    feed.trades = 20'331;
    feed.lastMessage = m_now;
    feed.latency = milliseconds(11) + microseconds(static_cast<std::int64_t>(m_sequence % 7) * 430);
    return feed;
}

OrderList DemoMarket::makeOrders() const
{
    OrderList list;
    auto const order = [&](int n, Side side, std::int64_t price, std::int64_t qty, OrdStatus status) {
        ExecutionReport report;
        report.execType = ExecType::OrderStatus;
        report.ordStatus = status;
        report.orderId = OrderId(static_cast<std::uint64_t>(n));
        report.clOrdId = ClOrdId("demo-" + std::to_string(n));
        report.instrument = m_instruments.front().id;
        report.side = side;
        report.ordType = OrdType::Limit;
        report.timeInForce = TimeInForce::GoodTillCancel;
        report.price = Price(price);
        report.orderQty = Qty(qty);
        report.leavesQty = isFinal(status) ? Qty(0) : Qty(qty);
        report.queueAhead = Qty(124'000);
        report.sendingTime = m_now - seconds(100 - 7 * n);
        return report;
    };
    list.orders = {
        order(1, Side::Buy, 6'183'610, 20'000, OrdStatus::Filled),
        order(2, Side::Sell, 6'183'990, 15'000, OrdStatus::Canceled),
        order(3, Side::Buy, 6'183'570, 5'000, OrdStatus::Rejected),
        order(4, Side::Buy, 6'183'700, 5'000, OrdStatus::New),
        order(5, Side::Sell, 6'183'830, 10'000, OrdStatus::PartiallyFilled),
        order(6, Side::Buy, 6'183'660, 25'000, OrdStatus::New),
    };
    list.orders[0].cumQty = Qty(20'000);
    list.orders[0].avgPx = Amount(static_cast<Int128>(6'183'610) * pow10(amountScale - 2));
    list.orders[2].reason = Error{ErrorCode::OrderInsufficientFunds, "needs 3,091.79 USDT"};
    list.orders[4].cumQty = Qty(4'000);
    list.orders[4].leavesQty = Qty(6'000);
    list.orders[4].avgPx = Amount(static_cast<Int128>(6'183'830) * pow10(amountScale - 2));
    auto fill = list.orders[0];
    fill.execType = ExecType::Trade;
    fill.lastPx = fill.price;
    fill.lastQty = Qty(20'000);
    fill.liquidity = Liquidity::Maker;
    fill.fee = hundredths(123);
    fill.feeAsset = AssetName("USDT");
    fill.transactTime = m_now - seconds(60);
    list.fills = {fill};
    return list;
}

AccountReport DemoMarket::makeAccount() const
{
    AccountReport account;
    account.balances = {
        {AssetName("USDT"), hundredths(95'632'881), units(18'550)},
        {AssetName("BTC"), hundredths(1013), hundredths(6)},
        {AssetName("ETH"), units(100), Amount(0)},
    };
    Position position;
    position.instrument = m_instruments.front().id;
    position.net = Qty(16'000);
    position.avgPx = Amount(static_cast<Int128>(6'183'610) * pow10(amountScale - 2));
    position.realised = hundredths(2'417);
    position.unrealised = hundredths(-318);
    position.fees = hundredths(341);
    position.asset = AssetName("USDT");
    account.positions = {position};
    return account;
}

MarketStatus DemoMarket::makeStatus() const
{
    MarketStatus status;
    status.kind = m_kind;
    status.now = m_now;
    status.begin = Timestamp(1'783'000'000'000'000'000) - hours(2);
    status.end = m_kind == MarketKind::Replay ? status.begin + hours(6) : Timestamp::max();
    return status;
}

Trade DemoMarket::makeTrade()
{
    Trade trade;
    trade.instrument = m_instruments.front().id;
    trade.aggressor = m_rng.chance(0.52) ? Side::Buy : Side::Sell;
    trade.price = Price(m_mid + (trade.aggressor == Side::Buy ? 10 : -10));
    trade.qty = Qty(static_cast<std::int64_t>(m_rng.exponential(9'000)) + 100);
    trade.time = m_now;
    return trade;
}

void DemoMarket::prepare()
{
    auto const first = m_instruments.front().id;
    m_session.setSnapshot({TopicKind::Instruments, {}}, InstrumentList{m_instruments});
    m_session.setSnapshot({TopicKind::Market, {}}, makeStatus());
    TradeBatch trades;
    for (int i = 0; i < 300; ++i) {
        m_mid += 10 * m_rng.between(-1, 1);
        trades.trades.push_back(makeTrade());
        trades.trades.back().time = m_now - milliseconds(700 * (300 - i));
    }
    m_mid = 6'183'760;
    m_session.setSnapshot({TopicKind::Trades, first}, trades);
    m_session.setSnapshot({TopicKind::Depth, first}, makeDepth(FeedState::Live));
    prepareOtherBooks();
    m_session.setSnapshot({TopicKind::Orders, {}}, makeOrders());
    m_session.setSnapshot({TopicKind::Account, {}}, makeAccount());
    m_session.setSnapshot(
        {TopicKind::Notices, {}},
        NoticeList{{{Notice::Level::Info, m_now, "Simulated market opened, seed 7", std::nullopt}}}
    );
    for (auto const& instrument : m_instruments) {
        m_session.setSnapshot({TopicKind::Feed, {}}, makeFeed(instrument.id, FeedState::Live));
    }
}

void DemoMarket::prepareOtherBooks()
{
    for (std::size_t i = 1; i < m_instruments.size(); ++i) {
        const std::int64_t mid = i < 3 ? m_mid + 20 : 300'000 / static_cast<std::int64_t>(i) * 10;
        auto depth = std::make_shared<DepthView>();
        depth->instrument = m_instruments[i].id;
        depth->state = FeedState::Live;
        for (int level = 1; level < 40; ++level) {
            depth->bids.push_back({Price(mid - 10 * level), Qty(100 * level)});
            depth->asks.push_back({Price(mid + 10 * level), Qty(100 * level)});
        }
        m_session.setSnapshot({TopicKind::Depth, m_instruments[i].id}, DepthPtr(depth));
    }
}

void DemoMarket::publishDepth(FeedState state)
{
    m_session.publish({TopicKind::Depth, m_instruments.front().id}, makeDepth(state));
}

void DemoMarket::publishFeed(FeedState state, std::optional<Error> problem)
{
    for (auto const& instrument : m_instruments) {
        auto feed = makeFeed(instrument.id, state);
        feed.problem = problem;
        m_session.publish({TopicKind::Feed, {}}, feed);
    }
}

void DemoMarket::step(Duration elapsed)
{
    m_now += elapsed;
    if (m_rng.chance(0.15)) {
        m_mid += 10 * m_rng.between(-1, 1);
    }
    publishDepth();
    if (m_rng.chance(0.3)) {
        TradeBatch batch;
        for (auto n = m_rng.between(1, 3); n > 0; --n) {
            batch.trades.push_back(makeTrade());
        }
        m_session.publish({TopicKind::Trades, m_instruments.front().id}, batch);
    }
    if (m_sequence % 5 == 0) {
        m_session.publish({TopicKind::Market, {}}, makeStatus());
        publishFeed(FeedState::Live);
    }
}

} // namespace qob
