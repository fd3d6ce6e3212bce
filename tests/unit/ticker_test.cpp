#include "engine/market/market_history.h"
#include "tests/support/scripted_market.h"

#include <gtest/gtest.h>

namespace qob {
namespace {

using test::ScriptedMarket;

constexpr Timestamp newYear(1'704'067'200'000'000'000);

class TickerTest : public testing::Test {
protected:
    TickerTest()
    {
        market.now = newYear;
        history.onInstrument(market.instrument());
        FeedStatus status;
        status.instrument = id;
        status.state = FeedState::Live;
        status.lastMessage = newYear;
        history.onFeed(status);
    }

    Ticker ticker(Timestamp now) { return item().ticker.make(id, item().candles, now); }

    MarketHistory::Item& item() { return *history.find(id); }

    void trade(Timestamp time, std::int64_t price, std::int64_t qty, Side side = Side::Buy)
    {
        history.onTrade({id, Price(price), Qty(qty), side, time, 0});
    }

    InstrumentId id{1};
    ScriptedMarket market{ScriptedMarket::btc()};
    MarketHistory history{market};
};

std::string text(Amount amount)
{
    return formatTrimmed(amount.value, amountScale);
}

TEST_F(TickerTest, SaysBestPricesAndTheDay)
{
    market.show(history, Side::Buy, 999, 5);
    market.show(history, Side::Sell, 1'001, 6);
    trade(newYear + hours(1), 1'000, 500);
    trade(newYear + hours(2), 1'100, 250, Side::Sell);
    trade(newYear + hours(3), 1'050, 250);
    auto const now = ticker(newYear + hours(4));
    EXPECT_EQ(now.state, FeedState::Live);
    EXPECT_EQ(now.bid, (PriceLevel{Price(999), Qty(5)}));
    EXPECT_EQ(now.ask, (PriceLevel{Price(1'001), Qty(6)}));
    EXPECT_EQ(now.last, Price(1'050));
    EXPECT_EQ(now.dayOpen, Price(1'000));
    EXPECT_EQ(now.dayHigh, Price(1'100));
    EXPECT_EQ(now.dayLow, Price(1'000));
    EXPECT_EQ(now.dayChange, Price(50));
    EXPECT_EQ(text(now.dayVolume), "1");
    EXPECT_EQ(text(now.dayBuyVolume), "0.75");
    EXPECT_EQ(text(now.dayTurnover), "103.75");
    EXPECT_EQ(now.dayTrades, 3U);
    EXPECT_TRUE(now.dayIncomplete);
    EXPECT_EQ(now.daySince, newYear);
}

TEST_F(TickerTest, ADayPasses)
{
    trade(newYear + minutes(1), 1'000, 500);
    trade(newYear + hours(12), 900, 250);
    EXPECT_EQ(ticker(newYear + hours(24)).dayTrades, 2U) << "the first was 23:59 ago";
    auto const later = ticker(newYear + hours(24) + minutes(1));
    EXPECT_EQ(later.dayTrades, 1U);
    EXPECT_EQ(later.dayHigh, Price(900));
    EXPECT_FALSE(later.dayIncomplete) << "all of it was watched";
    auto const muchLater = ticker(newYear + hours(50));
    EXPECT_EQ(muchLater.dayTrades, 0U);
    EXPECT_EQ(muchLater.dayChange, Price(0));
    EXPECT_EQ(muchLater.last, Price(900));
    EXPECT_EQ(text(muchLater.dayVolume), "0");
}

TEST_F(TickerTest, KeepsWhatTheVenueSaidLast)
{
    InstrumentStatistics said;
    said.instrument = id;
    said.time = newYear;
    said.markPrice = Amount(5);
    said.fundingRate = Amount(-7);
    history.onStatistics(said);
    InstrumentStatistics next;
    next.instrument = id;
    next.time = newYear + seconds(1);
    next.markPrice = Amount(6);
    next.openInterest = Amount(8);
    history.onStatistics(next);
    auto const now = ticker(newYear + seconds(2)).statistics;
    EXPECT_EQ(now.markPrice, Amount(6));
    EXPECT_EQ(now.fundingRate, Amount(-7));
    EXPECT_EQ(now.openInterest, Amount(8));
    EXPECT_EQ(now.indexPrice, std::nullopt);
    EXPECT_EQ(now.time, newYear + seconds(1));
}

TEST_F(TickerTest, SumsUpWhatWasClosedByForce)
{
    auto const close = [&](Timestamp time, Side side, std::int64_t qty) {
        InstrumentStatistics said;
        said.instrument = id;
        said.time = time;
        said.liquidation = Liquidation{side, Amount(1), Amount(qty), time};
        history.onStatistics(said);
    };
    close(newYear + minutes(1), Side::Sell, 10);
    close(newYear + hours(5), Side::Sell, 20);
    close(newYear + hours(5), Side::Buy, 3);
    EXPECT_EQ(ticker(newYear + hours(6)).dayLiquidatedLong, Amount(30));
    EXPECT_EQ(ticker(newYear + hours(6)).dayLiquidatedShort, Amount(3));
    EXPECT_EQ(ticker(newYear + hours(25)).dayLiquidatedLong, Amount(20));
}

TEST_F(TickerTest, CandlesSurviveAFinerTick)
{
    trade(newYear + minutes(1), 1'000, 500);
    Instrument finer = market.instrument();
    finer.tickSize = Price(1);
    history.onInstrument(finer);
    EXPECT_EQ(ticker(newYear + minutes(2)).dayTrades, 1U);
    EXPECT_EQ(ticker(newYear + minutes(2)).state, FeedState::Live);
    history.forget();
    EXPECT_EQ(ticker(newYear + minutes(2)).dayTrades, 0U);
}

TEST_F(TickerTest, ConsolidatedBooksAreKeptOnceSomebodyLooks)
{
    Instrument named = market.instrument();
    named.canonical = "BTC-USDT";
    history.onInstrument(named);
    market.show(history, Side::Buy, 999, 5);
    const CanonicalName name("BTC-USDT");
    auto& entry = history.consolidated(name, false);
    EXPECT_EQ(entry.book.best(Side::Buy).instrument, id) << "what was known already is in it";
    market.show(history, Side::Buy, 1'000, 7);
    EXPECT_EQ(entry.book.best(Side::Buy).level, (PriceLevel{Price(1'000), Qty(7)}));
    ConsolidatedView view;
    ConsolidatedMarket::view(entry, market, 10, newYear, view);
    EXPECT_EQ(view.bids.size(), 2U);
    FeedStatus status;
    status.instrument = id;
    status.state = FeedState::Stale;
    history.onFeed(status);
    ConsolidatedMarket::view(entry, market, 10, newYear, view);
    EXPECT_TRUE(view.bids.empty());
    EXPECT_EQ(view.members.at(0).leftOut, LeftOut::NotLive);
    named.canonical = "XBT-USDT";
    history.onInstrument(named);
    EXPECT_TRUE(entry.book.empty()) << "it was renamed";
    history.consolidatedMarket().closeAllBut({});
}

} // namespace
} // namespace qob
