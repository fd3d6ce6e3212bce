// What the engine remembers of an instrument when its tick or its price changes.

#include "engine/market/market_history.h"
#include "tests/support/heat_columns.h"
#include "tests/support/scripted_market.h"

#include <gtest/gtest.h>

namespace qob {
namespace {

using test::ScriptedMarket;

constexpr Timestamp start(1'704'067'200'000'000'000);

Instrument withTick(std::int64_t tick)
{
    Instrument instrument = ScriptedMarket::btc();
    instrument.tickSize = Price(tick);
    return instrument;
}

class MarketHistoryTest : public testing::Test {
protected:
    explicit MarketHistoryTest(std::int64_t tick = 10) : market(withTick(tick))
    {
        market.now = start;
        history.onInstrument(market.instrument());
        FeedStatus status = market.feed(id);
        status.lastMessage = start;
        history.onFeed(status);
    }

    void bid(std::int64_t price, std::int64_t qty) { market.show(history, Side::Buy, price, qty); }

    void trade(std::uint64_t number)
    {
        history.onTrade({id, Price(1'000), Qty(5), Side::Buy, market.now, number});
    }

    void pass(Duration time) { market.now = market.now + time; }

    HeatRecorder& heat() { return history.find(id)->heat; }

    // What the map shows now, by tick, and whether that is in doubt.
    std::map<std::int32_t, float> shown()
    {
        heat().advanceTo(market.now);
        return test::sizesByColumn(heat().chunksFrom(0)).rbegin()->second;
    }

    bool stale() { return heat().chunksFrom(0).back()->columns.back().stale; }

    InstrumentId id{1};
    ScriptedMarket market;
    MarketHistory history{market};
};

class FineMarketHistory : public MarketHistoryTest {
protected:
    FineMarketHistory() : MarketHistoryTest(1) {}
};

TEST_F(MarketHistoryTest, AFinerTickGoesOnWithTheBookThatIs)
{
    bid(1'000, 9'000);
    bid(990, 4'000);
    trade(1);
    pass(seconds(60));
    history.onInstrument(withTick(5));
    bid(995, 2'000);
    trade(2);
    EXPECT_EQ(shown(), (std::map<std::int32_t, float>{{200, 9.0F}, {199, 2.0F}, {198, 4.0F}}));
    pass(seconds(60));
    EXPECT_EQ(shown(), (std::map<std::int32_t, float>{{200, 9.0F}, {199, 2.0F}, {198, 4.0F}}));
    EXPECT_FALSE(stale()) << "the feed was live all the time";
    auto const& item = *history.find(id);
    EXPECT_EQ(item.tradesSeen, 2U);
    ASSERT_EQ(item.trades.size(), 2U);
    EXPECT_EQ(item.trades.front().id, 1U);
    EXPECT_EQ(item.bid, Price(1'000));
    EXPECT_EQ(item.last, Price(1'000));
}

TEST_F(MarketHistoryTest, WhatIsInDoubtStaysSo)
{
    bid(1'000, 9'000);
    market.setState(history, FeedState::Stale);
    pass(seconds(1));
    history.onInstrument(withTick(5));
    shown();
    EXPECT_TRUE(stale());
}

TEST_F(MarketHistoryTest, ATickThatIsNoPartOfTheOldOneIsFilledFromTheBook)
{
    bid(1'020, 9'000);
    bid(1'010, 4'000);
    pass(seconds(60));
    history.onInstrument(withTick(15));
    bid(1'020, 8'000);
    EXPECT_EQ(shown(), (std::map<std::int32_t, float>{{68, 8.0F}, {67, 4.0F}}));
    EXPECT_FALSE(stale());
}

TEST_F(MarketHistoryTest, WhoCountsTradesIsNotConfusedByAnotherUnit)
{
    trade(1);
    Instrument other = withTick(10);
    other.priceScale = 2;
    history.onInstrument(other);
    EXPECT_EQ(history.find(id)->tradesSeen, 1U);
    EXPECT_TRUE(history.find(id)->trades.empty()) << "their prices were counted otherwise";
}

TEST_F(FineMarketHistory, AWallIsShownWhenThePriceComesNear)
{
    bid(10'000, 1'000);
    bid(9'700, 5'000'000); // three percent away
    EXPECT_EQ(shown(), (std::map<std::int32_t, float>{{10'000, 1.0F}}));
    bid(9'750, 2'000);
    bid(10'000, 0);
    EXPECT_EQ(heat().wantsBook(), false) << "it was told";
    pass(seconds(600));
    EXPECT_EQ(shown(), (std::map<std::int32_t, float>{{9'750, 2.0F}, {9'700, 5'000.0F}}));
}

TEST_F(FineMarketHistory, LevelsWithinTwoPercentAreAlwaysThere)
{
    constexpr std::int64_t wall = 9'500;
    bid(10'000, 1'000);
    bid(wall, 7'000);
    for (std::int64_t price = 9'999; price > 9'520; --price) { // the price falls, tick by tick
        bid(price, 1'000);
        bid(price + 1, 0);
        bool const near = price - wall <= price / 50;
        ASSERT_TRUE(!near || shown().contains(wall)) << price;
        pass(seconds(1));
    }
}

} // namespace
} // namespace qob
