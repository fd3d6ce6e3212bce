#include "engine/market/event_hash.h"
#include "engine/matching/sim_market.h"
#include "engine/trading/sequencer.h"
#include "tests/support/sim_session.h"

#include <gtest/gtest.h>

#include <set>

namespace qob {
namespace {

std::string hashOf(std::uint64_t seed, Duration length, Duration slice)
{
    SimMarket market({seed, test::simStart, Duration(0)});
    EventHash hash;
    for (Duration done = slice; done <= length; done += slice) {
        market.runUntil(test::simStart + done, hash);
    }
    return hash.text();
}

TEST(SimMarket, TheSameSeedGivesTheSameMarketToTheLastEvent)
{
    auto const once = hashOf(7, seconds(20), seconds(20));
    EXPECT_EQ(once, hashOf(7, seconds(20), seconds(20)));
    EXPECT_NE(once, hashOf(8, seconds(20), seconds(20)));
}

// What two runs can differ in without the numbers of their levels and trades being others.
TEST(EventHashTest, TellsWhatAnInstrumentIsAndOneKindOfEventFromAnother)
{
    auto const hashOfOne = [](auto const& tell) {
        EventHash hash;
        tell(hash);
        return hash.text();
    };
    const Instrument plain;
    Instrument finer = plain;
    finer.tickSize = Price(2);
    Instrument dearer = plain;
    dearer.takerFee = FeeRate(1);
    Trade trade{InstrumentId(1), Price(5), Qty(6), Side::Buy, Timestamp(7), 8};
    InstrumentStatistics statistics;
    statistics.markPrice = Amount(1);
    std::set<std::string> seen{
        hashOfOne([&](EventHash& hash) { hash.onInstrument(plain); }),
        hashOfOne([&](EventHash& hash) { hash.onInstrument(finer); }),
        hashOfOne([&](EventHash& hash) { hash.onInstrument(dearer); }),
        hashOfOne([&](EventHash& hash) { hash.onBookCleared(InstrumentId(1), Timestamp(7)); }),
        hashOfOne([&](EventHash& hash) { hash.onBookUpdated(InstrumentId(1), Timestamp(7)); }),
        hashOfOne([&](EventHash& hash) { hash.onTrade(trade); }),
        hashOfOne([&](EventHash& hash) { hash.onStatistics(statistics); })};
    trade.iceberg = true;
    seen.insert(hashOfOne([&](EventHash& hash) { hash.onTrade(trade); }));
    statistics.markPrice = Amount((static_cast<Int128>(1) << 64) + 1);
    seen.insert(hashOfOne([&](EventHash& hash) { hash.onStatistics(statistics); }));
    statistics.liquidation = Liquidation{};
    seen.insert(hashOfOne([&](EventHash& hash) { hash.onStatistics(statistics); }));
    EXPECT_EQ(seen.size(), 10U);
}

TEST(SimMarket, HowItIsSlicedChangesNothing)
{
    EXPECT_EQ(hashOf(7, seconds(10), seconds(10)), hashOf(7, seconds(10), milliseconds(20)));
}

TEST(SimMarket, HasThreeVenuesAndAtLeastEightSymbolsThatDiffer)
{
    std::set<std::string> venues;
    std::set<std::string> symbols;
    std::set<std::int64_t> fees;
    std::set<std::int64_t> ticks;
    std::set<std::int64_t> latencies;
    for (SimListing const& listing : simListings()) {
        venues.insert(listing.instrument.venue);
        symbols.insert(listing.instrument.symbol);
        if (listing.instrument.symbol == "BTC-USDT") {
            fees.insert(listing.instrument.takerFee.value);
            ticks.insert(listing.instrument.tickSize.value);
            latencies.insert(listing.instrument.latency.value);
        }
    }
    EXPECT_EQ(venues, (std::set<std::string>{"SIM-A", "SIM-B", "SIM-C"}));
    EXPECT_GE(symbols.size(), 8U);
    EXPECT_TRUE(symbols.contains("BTC-USDT") && symbols.contains("ETH-USDT"));
    EXPECT_EQ(fees.size(), 3U);
    EXPECT_EQ(ticks.size(), 3U);
    EXPECT_EQ(latencies.size(), 3U);
}

TEST(SimMarket, TheOrderInWhichPastsAreRolledDoesNotMatter)
{
    auto const depthAfter = [](std::vector<std::uint32_t> order) {
        SimMarket market({7, test::simStart, minutes(1)});
        EventHash ignored;
        for (const auto id : order) {
            market.rollHistory(InstrumentId(id), 100'000'000, ignored);
        }
        DepthView view;
        market.depth(InstrumentId(1), 50, view);
        return view;
    };
    auto const first = depthAfter({1, 2, 3});
    auto const last = depthAfter({3, 2, 1});
    EXPECT_EQ(first.bids, last.bids);
    EXPECT_EQ(first.asks, last.asks);
    EXPECT_EQ(first.state, FeedState::Live);
}

// Looks at one book all along: it must be a market that a heat map is worth drawing of.
class Watcher final : public EventHash {
public:
    explicit Watcher(SimMarket const& market) : m_market(market) {}

    void onBookUpdated(InstrumentId instrument, Timestamp time) override
    {
        EventHash::onBookUpdated(instrument, time);
        m_market.depth(instrument, 400, m_view);
        ASSERT_FALSE(m_view.bids.empty());
        ASSERT_FALSE(m_view.asks.empty());
        ASSERT_LT(m_view.bids.front().price, m_view.asks.front().price);
        spread += (m_view.asks.front().price - m_view.bids.front().price).value;
        ++updates;
        if (updates % 200 == 0) {
            std::vector<std::int64_t> sizes;
            for (auto const& level : m_view.bids) {
                sizes.push_back(level.qty.value);
            }
            std::sort(sizes.begin(), sizes.end());
            walls += sizes.back() > 12 * sizes[sizes.size() / 2] ? 1 : 0;
            levels += static_cast<std::int64_t>(sizes.size());
            ++samples;
        }
    }

    void onTrade(Trade const& trade) override
    {
        EventHash::onTrade(trade);
        (trade.aggressor == Side::Buy ? buys : sells) += 1;
        icebergs += trade.iceberg ? 1 : 0;
    }

    std::int64_t updates = 0;
    std::int64_t spread = 0;
    std::int64_t walls = 0;
    std::int64_t levels = 0;
    std::int64_t samples = 0;
    std::int64_t buys = 0;
    std::int64_t sells = 0;
    std::int64_t icebergs = 0; // trades that took from one

private:
    SimMarket const& m_market;
    DepthView m_view;
};

TEST(SimMarket, LooksLikeAMarket)
{
    SimMarket market({7, test::simStart, minutes(10)});
    Watcher watcher(market);
    market.rollHistory(InstrumentId(1), 100'000'000, watcher);
    EXPECT_GT(watcher.buys, 200);
    EXPECT_GT(watcher.sells, 200);
    EXPECT_LT(
        static_cast<double>(watcher.spread) / static_cast<double>(watcher.updates), 5.0 * 5.0
    ); // five ticks
    EXPECT_GT(watcher.levels / watcher.samples, 60);
    EXPECT_GT(watcher.icebergs, 10);
    EXPECT_LT(watcher.icebergs, (watcher.buys + watcher.sells) / 2);
    EXPECT_GT(watcher.walls * 2, watcher.samples); // a wall to be seen at least half of the time
}

class SimTrading : public testing::Test, protected EngineOutput {
protected:
    SimTrading()
    {
        sequencer->setOutput(*this);
        run(seconds(2));
    }

    ~SimTrading() override { EXPECT_TRUE(sequencer->ledger().sumsToDeposits()); }

    void onExecutionReport(ExecutionReport const& report) override { reports.push_back(report); }

    void onCancelReject(AccountId /*account*/, OrderCancelReject const& /*reject*/) override { ++rejects; }

    void onInstrument(Instrument const& /*instrument*/) override {}

    void onNotice(Notice const& /*notice*/) override {}

    void run(Duration length)
    {
        now += length;
        sequencer->advance(now);
    }

    NewOrderSingle order(char const* id, Side side, OrdType type, Price price, Qty qty)
    {
        NewOrderSingle made;
        made.clOrdId = ClOrdId(id);
        made.instrument = InstrumentId(1);
        made.side = side;
        made.ordType = type;
        made.price = price;
        made.orderQty = qty;
        return made;
    }

    Price best(Side side)
    {
        auto const* item = sequencer->history().find(InstrumentId(1));
        return side == Side::Buy ? item->bid : item->ask;
    }

    Log log{LogSettings{.consoleLevel = LogLevel::Off}};
    std::unique_ptr<Sequencer> sequencer = test::simSequencer(log);
    Timestamp now = test::simStart;
    std::vector<ExecutionReport> reports;
    int rejects = 0;
};

TEST_F(SimTrading, AMarketOrderTradesInTheRealBook)
{
    sequencer->apply(order("m", Side::Buy, OrdType::Market, Price(), Qty(500)), now);
    run(milliseconds(50));
    EXPECT_EQ(reports.back().ordStatus, OrdStatus::Filled);
    EXPECT_EQ(reports.back().liquidity, Liquidity::Taker);
    EXPECT_EQ(reports.back().transactTime - reports.back().sendingTime, milliseconds(5));
    EXPECT_EQ(sequencer->account().positions.front().net, Qty(500));
}

TEST_F(SimTrading, ARestingOrderIsSeenInTheBookAndFilledInTurn)
{
    const Price bid = best(Side::Buy);
    DepthView before;
    sequencer->apply(order("r", Side::Buy, OrdType::Limit, bid, Qty(700)), now);
    run(milliseconds(20));
    auto const accepted = std::find_if(reports.begin(), reports.end(), [](auto const& report) {
        return report.execType == ExecType::New;
    });
    ASSERT_NE(accepted, reports.end());
    for (int i = 0; i < 3000 && !isFinal(reports.back().ordStatus); ++i) {
        run(milliseconds(100));
    }
    ASSERT_EQ(reports.back().ordStatus, OrdStatus::Filled);
    EXPECT_EQ(reports.back().liquidity, Liquidity::Maker);
    EXPECT_EQ(reports.back().lastPx, bid);
    EXPECT_EQ(reports.back().cumQty, Qty(700));
}

TEST_F(SimTrading, AmendAndCancelReachTheBook)
{
    sequencer->apply(order("a", Side::Sell, OrdType::Limit, Price(700'000), Qty(100)), now);
    run(milliseconds(20));
    sequencer->apply(OrderCancelReplaceRequest{ClOrdId("b"), ClOrdId("a"), Price(700'005), Qty(50)}, now);
    run(milliseconds(20));
    EXPECT_EQ(reports.back().price, Price(700'005));
    EXPECT_EQ(reports.back().leavesQty, Qty(50));
    DepthView view;
    sequencer->market().depth(InstrumentId(1), 100'000, view);
    EXPECT_EQ(view.asks.back().price, Price(700'005));
    EXPECT_EQ(view.asks.back().qty, Qty(50));
    sequencer->apply(OrderCancelRequest{ClOrdId("c"), ClOrdId("b")}, now);
    run(milliseconds(20));
    EXPECT_EQ(reports.back().ordStatus, OrdStatus::Canceled);
    sequencer->market().depth(InstrumentId(1), 100'000, view);
    EXPECT_NE(view.asks.back().price, Price(700'005));
}

// Hundreds of random orders against the living market: the ledger sums after each, nothing is negative, and
// when everything is canceled nothing is held.
TEST_F(SimTrading, TheLedgerSumsWhateverIsTraded)
{
    Rng rng(5);
    for (int i = 0; i < 600; ++i) {
        auto const id = "o" + std::to_string(i);
        const Side side = rng.chance(0.5) ? Side::Buy : Side::Sell;
        const Price near(best(side).value + 5 * rng.between(-6, 6));
        auto const type = rng.chance(0.2) ? OrdType::Market : OrdType::Limit;
        sequencer->apply(order(id.c_str(), side, type, near, Qty(rng.between(1, 3000))), now);
        if (rng.chance(0.3)) {
            const ClOrdId original("o" + std::to_string(rng.between(0, i)));
            const ClOrdId fresh("x" + std::to_string(i));
            rng.chance(0.5)
                ? sequencer->apply(OrderCancelRequest{fresh, original}, now)
                : sequencer->apply(
                      OrderCancelReplaceRequest{fresh, original, near, Qty(rng.between(1, 3000))}, now
                  );
        }
        run(milliseconds(rng.between(1, 400)));
        ASSERT_TRUE(sequencer->ledger().sumsToDeposits());
        for (auto const& balance : sequencer->ledger().balances()) {
            ASSERT_GE(balance.free, Amount(0));
            ASSERT_GE(balance.held, Amount(0));
        }
    }
    sequencer->apply(OrderMassCancelRequest{ClOrdId("all"), {}}, now);
    run(milliseconds(100));
    EXPECT_EQ(sequencer->orders().workingOrders(), 0U);
    for (auto const& balance : sequencer->ledger().balances()) {
        EXPECT_EQ(balance.held, Amount(0));
    }
    EXPECT_GT(sequencer->orders().snapshot().fills.size(), 100U);
}

} // namespace
} // namespace qob
