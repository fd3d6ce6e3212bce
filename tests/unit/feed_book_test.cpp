#include "engine/market/feed_book.h"
#include "engine/market/feed_statistics.h"
#include "engine/venue/venues.h"
#include "tests/support/capture_files.h"

#include <gtest/gtest.h>

using namespace qob;
using namespace qob::test;

namespace {

using Level = HeardMarket::Level;

class FeedBookTest : public testing::Test {
protected:
    void send(std::string const& text, std::int64_t millis = 1'000)
    {
        FeedBatch batch;
        ASSERT_TRUE(feed->decode(copy.assign(text), {}, batch)) << text;
        book.onMessage(batch[0], Timestamp(milliseconds(millis).value), {"file", ++line}, heard);
    }

    void start()
    {
        send(binanceSnapshot(10, {{"100.00", "1.000"}, {"99.50", "2.000"}}, {{"100.50", "3.000"}}));
    }

    [[nodiscard]] std::string top() const
    {
        DepthView view;
        book.depth(100, view);
        std::string text;
        for (auto const& level : view.bids) {
            text += std::to_string(level.price.value) + "x" + std::to_string(level.qty.value) + " ";
        }
        text += "|";
        for (auto const& level : view.asks) {
            text += " " + std::to_string(level.price.value) + "x" + std::to_string(level.qty.value);
        }
        return text;
    }

    PaddedCopy copy;
    std::unique_ptr<VenueFeed> feed = Venues().open("BINANCE");
    FeedBook book{InstrumentId(1), feed->spec(), feed->termsOf("BTCUSDT")};
    HeardMarket heard;
    std::uint64_t line = 0;
};

} // namespace

TEST_F(FeedBookTest, aSnapshotMakesInstrumentAndBook)
{
    start();
    ASSERT_EQ(heard.instruments.size(), 1U);
    Instrument const& instrument = heard.instruments[0];
    EXPECT_EQ(instrument.id, InstrumentId(1));
    EXPECT_EQ(instrument.venue, "BINANCE");
    EXPECT_EQ(instrument.symbol, "BTCUSDT");
    EXPECT_EQ(instrument.base.view(), "BTC");
    EXPECT_EQ(instrument.priceScale, 2) << "decimals as written";
    EXPECT_EQ(instrument.qtyScale, 3);
    EXPECT_EQ(instrument.tickSize, Price(50));
    EXPECT_EQ(instrument.lotSize, Qty(1'000));
    EXPECT_EQ(top(), "10000x1000 9950x2000 | 10050x3000");
    EXPECT_EQ(heard.cleared, 1);
    EXPECT_EQ(heard.updated, 1);
    EXPECT_EQ(book.status().state, FeedState::Live);
    EXPECT_EQ(heard.feeds.back().state, FeedState::Live);
}

TEST_F(FeedBookTest, deltasChangeLevelsAndOnlyChangesAreTold)
{
    start();
    heard.levels.clear();
    send(
        binanceDelta(11, 12, 0, {{"100.00", "0.000"}, {"99.50", "2.000"}, {"99.00", "0"}}, {{"100.5", "4"}}),
        1'500
    );
    EXPECT_EQ(top(), "9950x2000 | 10050x4000");
    EXPECT_EQ(heard.levels, (std::vector<Level>{{Side::Buy, 10'000, 0}, {Side::Sell, 10'050, 4'000}}));
    EXPECT_EQ(heard.times.back(), Timestamp(milliseconds(1'500).value));
    DepthView view;
    book.depth(1, view);
    EXPECT_EQ(view.sequence, 12U);
    EXPECT_EQ(view.bids.size(), 1U);
    EXPECT_EQ(view.time, Timestamp(milliseconds(1'500).value));
}

TEST_F(FeedBookTest, deltasBeforeTheSnapshotAreTakenUpByIt)
{
    send(binanceDelta(8, 9, 0, {{"99.00", "9"}}, {}));
    send(binanceDelta(10, 12, 0, {{"100.00", "7"}}, {}));
    send(binanceDelta(13, 13, 0, {}, {{"100.50", "0"}, {"101", "1"}}));
    EXPECT_EQ(book.status().state, FeedState::AwaitingSnapshot);
    EXPECT_TRUE(heard.levels.empty());
    start();
    EXPECT_EQ(top(), "10000x7000 9950x2000 | 10100x1000");
    EXPECT_EQ(book.status().gaps, 0U);
    EXPECT_EQ(book.status().messages, 4U);
    EXPECT_EQ(heard.updated, 1);
}

TEST_F(FeedBookTest, aGapMakesTheBookStaleUntilASnapshot)
{
    start();
    send(binanceDelta(13, 14, 0, {{"99.00", "5"}}, {}));
    FeedStatus status = book.status();
    EXPECT_EQ(status.state, FeedState::Stale);
    EXPECT_EQ(status.gaps, 1U);
    ASSERT_TRUE(status.problem);
    EXPECT_EQ(status.problem->code, ErrorCode::FeedGap);
    EXPECT_NE(status.problem->detail.find("file:2"), std::string::npos) << status.problem->detail;
    EXPECT_NE(status.problem->detail.find("11"), std::string::npos) << status.problem->detail;
    EXPECT_EQ(heard.feeds.back().state, FeedState::Stale);
    ASSERT_EQ(heard.notices.size(), 1U);
    EXPECT_EQ(heard.notices[0].code, ErrorCode::FeedGap);

    send(binanceDelta(15, 15, 0, {{"98.00", "6"}}, {}));
    EXPECT_EQ(top(), "10000x1000 9950x2000 | 10050x3000") << "a stale book does not move";
    EXPECT_EQ(book.status().gaps, 1U);

    send(binanceSnapshot(13, {{"100.00", "4.000"}}, {{"100.50", "3.000"}}));
    EXPECT_EQ(book.status().state, FeedState::Live);
    EXPECT_FALSE(book.status().problem);
    EXPECT_EQ(top(), "10000x4000 9900x5000 9800x6000 | 10050x3000") << "with the deltas kept since";
    EXPECT_EQ(book.status().gaps, 1U);
}

TEST_F(FeedBookTest, aNumberThatIsTooFineMakesTheBookStaleAndIsNotRounded)
{
    start();
    send(binanceDelta(11, 11, 0, {{"100.00", "9"}, {"99.995", "1"}}, {}));
    EXPECT_EQ(top(), "10000x1000 9950x2000 | 10050x3000") << "nothing of the message is applied";
    ASSERT_TRUE(book.status().problem);
    EXPECT_EQ(book.status().state, FeedState::Stale);
    EXPECT_EQ(book.status().problem->code, ErrorCode::NumberTooFine);
    EXPECT_NE(
        book.status().problem->detail.find("file:2: price 99.995, expected at most 2 decimals"),
        std::string::npos
    ) << book.status().problem->detail;
    DepthView view;
    book.depth(1, view);
    EXPECT_EQ(view.sequence, 10U);
    EXPECT_EQ(book.status().gaps, 0U);
}

TEST_F(FeedBookTest, trailingZerosAreNotTooFine)
{
    start();
    send(binanceDelta(11, 11, 0, {{"100.00000000", "9.00000000"}}, {}));
    EXPECT_EQ(top(), "10000x9000 9950x2000 | 10050x3000");
}

TEST_F(FeedBookTest, pricesAndSizesMustMakeSense)
{
    start();
    send(binanceDelta(11, 11, 0, {{"0", "9"}}, {}));
    EXPECT_EQ(book.status().problem->code, ErrorCode::MessageIncomplete);
    send(binanceSnapshot(20, {{"100.00", "1.000"}}, {}));
    EXPECT_EQ(book.status().state, FeedState::Live);
    send(binanceDelta(21, 21, 0, {{"100", "-9"}}, {}));
    EXPECT_EQ(book.status().problem->code, ErrorCode::MessageIncomplete);
    send(binanceSnapshot(30, {{"100.00", "1.000"}}, {}));
    send(binanceDelta(31, 31, 0, {{"100", "999999999999999999"}}, {}));
    EXPECT_EQ(book.status().problem->code, ErrorCode::NumberTooLarge);
}

TEST_F(FeedBookTest, aCrossedBookIsStale)
{
    start();
    send(binanceDelta(11, 11, 0, {{"100.50", "1"}}, {}));
    EXPECT_EQ(book.status().state, FeedState::Stale);
    EXPECT_EQ(book.status().problem->code, ErrorCode::FeedCrossed);
    EXPECT_NE(
        book.status().problem->detail.find("bid 100.5, expected below the ask 100.5"), std::string::npos
    ) << book.status().problem->detail;
    send(binanceDelta(12, 12, 0, {{"100.50", "0"}}, {}));
    EXPECT_EQ(book.status().state, FeedState::Stale) << "only a snapshot heals it";
    EXPECT_EQ(book.status().gaps, 0U);
    send(binanceSnapshot(12, {{"100.00", "1.000"}}, {{"100.50", "3.000"}}));
    EXPECT_EQ(book.status().state, FeedState::Live);
}

TEST_F(FeedBookTest, crossingInsideAMessageIsNoFault)
{
    start();
    send(binanceDelta(11, 12, 0, {{"101.00", "1"}}, {{"100.50", "0"}, {"101.50", "1"}}));
    EXPECT_EQ(book.status().state, FeedState::Live);
}

TEST_F(FeedBookTest, tradesAreToldOnceTheInstrumentIsKnown)
{
    send(binanceTrade(1, "100.00", "0.5", true));
    EXPECT_TRUE(heard.trades.empty());
    EXPECT_EQ(book.status().trades, 1U) << "counted all the same";
    start();
    send(binanceTrade(2, "100.00", "0.5", false), 2'000);
    ASSERT_EQ(heard.trades.size(), 1U);
    EXPECT_EQ(heard.trades[0].price, Price(10'000));
    EXPECT_EQ(heard.trades[0].qty, Qty(500));
    EXPECT_EQ(heard.trades[0].aggressor, Side::Buy);
    EXPECT_EQ(heard.trades[0].id, 2U);
    EXPECT_EQ(heard.trades[0].time, Timestamp(milliseconds(2'000).value)) << "the time it was received";
    EXPECT_EQ(book.status().trades, 2U);
}

TEST_F(FeedBookTest, ofSingleAndBundledTradesOneKindCounts)
{
    start();
    auto const bundle = [](int first, int last) {
        return R"({"e":"aggTrade","s":"BTCUSDT","a":1,"p":"100.00","q":"1","f":)" + std::to_string(first) +
               ",\"l\":" + std::to_string(last) + ",\"m\":true}";
    };
    send(bundle(1, 3));
    send(binanceTrade(2, "100.00", "1", true));
    send(binanceTrade(3, "100.00", "1", true));
    send(binanceTrade(4, "100.00", "1", true));
    send(bundle(4, 4));
    EXPECT_EQ(book.status().trades, 2U) << "the bundle 1-3, the trade 4";
    EXPECT_EQ(heard.trades.size(), 2U);
    EXPECT_EQ(book.status().messages, 6U);
}

TEST_F(FeedBookTest, aBadTradeIsANoticeAndTheBookGoesOn)
{
    start();
    send(binanceTrade(2, "100.001", "1", true));
    EXPECT_TRUE(heard.trades.empty());
    EXPECT_EQ(book.status().trades, 0U);
    ASSERT_EQ(heard.notices.size(), 1U);
    EXPECT_EQ(heard.notices[0].code, ErrorCode::NumberTooFine);
    EXPECT_EQ(book.status().state, FeedState::Live);
}

TEST_F(FeedBookTest, inferredStepsGetFinerWhenTheyMust)
{
    start();
    send(binanceDelta(11, 11, 0, {{"99.90", "0.250"}}, {}));
    ASSERT_EQ(heard.instruments.size(), 2U);
    EXPECT_EQ(heard.instruments[1].id, InstrumentId(1));
    EXPECT_EQ(heard.instruments[1].tickSize, Price(10));
    EXPECT_EQ(heard.instruments[1].lotSize, Qty(250));
    send(binanceDelta(12, 12, 0, {{"99.80", "0.500"}}, {}));
    EXPECT_EQ(heard.instruments.size(), 2U);
}

TEST_F(FeedBookTest, theVenuesOwnDefinitionIsKept)
{
    InstrumentTerms terms = feed->termsOf("BTCUSDT");
    terms.tickSize = "0.01000000";
    terms.lotSize = "0.00001000";
    book.describe(terms);
    send(binanceTrade(1, "100.00", "0.5", true));
    EXPECT_EQ(heard.trades.size(), 1U) << "known before any snapshot";
    start();
    ASSERT_EQ(heard.instruments.size(), 1U);
    EXPECT_EQ(heard.instruments[0].tickSize, Price(1'000'000));
    EXPECT_EQ(heard.instruments[0].priceScale, 8);
}

TEST_F(FeedBookTest, whatWasTradedBeforeAConnectionOpenedIsNotTold)
{
    constexpr Timestamp opened(hours(1).value);
    auto const trade = [&](std::uint64_t id, Timestamp at, std::uint64_t onLine, Timestamp since) {
        FeedMessage message;
        message.kind = FeedMessage::Kind::Trade;
        message.price = {10'025, 2};
        message.qty = {1, 0};
        message.aggressor = Side::Buy;
        message.firstTradeId = message.lastTradeId = id;
        message.venueTime = at;
        book.onMessage(message, since + seconds(1), {"file", onLine, 0, since}, heard);
    };
    auto const told = [&] {
        std::vector<std::uint64_t> ids;
        for (Trade const& one : heard.trades) {
            ids.push_back(one.id);
        }
        return ids;
    };
    start();
    trade(1, opened - minutes(39), 10, opened);
    trade(2, opened - seconds(6), 10, opened);
    trade(3, opened - seconds(4), 10, opened); // clocks differ by so much
    trade(4, opened + seconds(1), 10, opened);
    EXPECT_EQ(told(), (std::vector<std::uint64_t>{3, 4}));
    trade(5, opened - seconds(9), 11, opened);
    EXPECT_EQ(told(), (std::vector<std::uint64_t>{3, 4, 5})) << "only the first message tells past ones";

    constexpr Timestamp again = opened + minutes(5);
    trade(6, opened + minutes(4), 30, again);
    trade(7, again + seconds(1), 31, again);
    EXPECT_EQ(told(), (std::vector<std::uint64_t>{3, 4, 5, 7})) << "and on each connection";
    EXPECT_EQ(book.status().trades, 4U);
}

TEST_F(FeedBookTest, aLeastSizeThatIsToldStaysWhenTheLotGetsFiner)
{
    auto terms = feed->termsOf("BTCUSDT");
    terms.minQty = "0.75";
    book.describe(terms);
    start();
    send(binanceDelta(11, 11, 0, {{"99.25", "0.25"}}, {}));
    EXPECT_EQ(heard.instruments.back().lotSize, Qty(250));
    EXPECT_EQ(heard.instruments.back().minQty, Qty(750));
}

TEST_F(FeedBookTest, aDefinitionThatSaysNoMoreThanIsKnownWouldChangeNothing)
{
    auto terms = feed->termsOf("BTCUSDT");
    terms.minQty = "0.75";
    EXPECT_FALSE(book.wouldChangeBy(terms)) << "nothing is published yet";
    start();
    EXPECT_TRUE(book.wouldChangeBy(terms));
    terms.minQty.clear();
    terms.finerBooks = true;
    terms.trading = false;
    EXPECT_FALSE(book.wouldChangeBy(terms));
    terms.base = "XBT";
    EXPECT_TRUE(book.wouldChangeBy(terms));
}

TEST_F(FeedBookTest, aLossThatWasNotItsOwnIsHealedByTheNextNumber)
{
    start();
    const Error problem{ErrorCode::JsonMalformed, "file:2"};
    book.doubt(problem, Timestamp(5), {"file", 2}, heard);
    EXPECT_EQ(book.status().state, FeedState::Stale);
    EXPECT_EQ(heard.feeds.back().problem->code, ErrorCode::JsonMalformed);
    send(binanceTrade(1, "100.00", "1", true));
    EXPECT_EQ(book.status().state, FeedState::Stale) << "a trade proves nothing";
    send(binanceDelta(11, 11, 0, {}, {}));
    EXPECT_EQ(book.status().state, FeedState::Live);
    EXPECT_FALSE(book.status().problem);
    EXPECT_EQ(book.status().gaps, 0U);
}

TEST_F(FeedBookTest, aLossThatWasItsOwnIsAGap)
{
    start();
    book.doubt({ErrorCode::JsonMalformed, "file:2"}, Timestamp(5), {"file", 2}, heard);
    send(binanceDelta(12, 12, 0, {}, {}));
    EXPECT_EQ(book.status().state, FeedState::Stale);
    EXPECT_EQ(book.status().problem->code, ErrorCode::FeedGap);
    EXPECT_EQ(book.status().gaps, 1U);
}

// What waits for a snapshot and cannot be proven whole has to be begun anew when something of the feed was
// lost.
TEST_F(FeedBookTest, onlyNumbersThatMerelyGrowWouldHideAHole)
{
    send(binanceDelta(11, 11, 0, {}, {}));
    EXPECT_FALSE(book.wouldMissHole()) << "the next number shows it";

    auto const bitstamp = Venues().open("BITSTAMP");
    FeedBook growing(InstrumentId(2), bitstamp->spec(), bitstamp->termsOf("btcusd"));
    EXPECT_FALSE(growing.wouldMissHole()) << "nothing waits";
    FeedBatch batch;
    ASSERT_TRUE(bitstamp->decode(
        copy.assign(
            R"({"data":{"timestamp":"1700000000","microtimestamp":"1700000000000001",)"
            R"("bids":[["100.00","1.0"]],"asks":[["101.00","2.0"]]},"channel":"diff_order_book_btcusd","event":"data"})"
        ),
        {},
        batch
    ));
    growing.onMessage(batch[0], Timestamp(1), {"file", 1}, heard);
    EXPECT_TRUE(growing.wouldMissHole());
    growing.disconnect({ErrorCode::JsonMalformed, "file:2"}, Timestamp(2), {"file", 2}, heard);
    EXPECT_FALSE(growing.wouldMissHole());
}

// A snapshot that is older than the deltas kept: what lies between cannot be seen by numbers that merely
// grow.
TEST_F(FeedBookTest, whereNumbersMerelyGrowASnapshotHasToReachTheFirstDeltaKept)
{
    feed = Venues().open("BITSTAMP");
    book = FeedBook(InstrumentId(1), feed->spec(), feed->termsOf("btcusd"));
    auto const take = [this](std::string const& text, std::string_view url) {
        FeedBatch batch;
        ASSERT_TRUE(feed->decode(copy.assign(text), url, batch)) << text;
        book.onMessage(batch[0], Timestamp(1), {"file", ++line}, heard);
    };
    auto const levels = [](int number) {
        return R"("microtimestamp":"1700000000000)" + std::to_string(number) +
               R"(","bids":[["100.00","1.0"]],"asks":[["101.00","2.0"]]})";
    };
    auto const delta = [&](int number) {
        take(R"({"event":"data","channel":"diff_order_book_btcusd","data":{)" + levels(number) + "}", {});
    };
    auto const snapshot = [&](int number) {
        take("{" + levels(number), "https://www.bitstamp.net/api/v2/order_book/btcusd/?group=1");
    };
    delta(300);
    delta(301);
    snapshot(100);
    EXPECT_EQ(book.status().state, FeedState::AwaitingSnapshot);
    snapshot(299);
    EXPECT_EQ(book.status().state, FeedState::AwaitingSnapshot);
    snapshot(300);
    EXPECT_EQ(book.status().state, FeedState::Live);
    EXPECT_EQ(book.status().gaps, 0U);
}

TEST_F(FeedBookTest, aSnapshotThatIsTooOldIsOneGapHoweverOftenItComes)
{
    for (std::uint64_t i = 200; i <= 210; ++i) {
        send(binanceDelta(i, i, 0, {{"99.00", "9"}}, {}));
    }
    for (std::uint64_t old : {100U, 150U}) {
        send(binanceSnapshot(old, {{"100.00", "1.000"}}, {{"100.50", "3.000"}}));
        EXPECT_EQ(book.status().state, FeedState::Stale);
        EXPECT_EQ(book.status().gaps, 1U);
    }
    auto const notices = heard.notices.size();
    send(binanceDelta(211, 211, 0, {}, {}));
    EXPECT_EQ(book.status().gaps, 1U) << "it follows what is kept";
    EXPECT_EQ(heard.notices.size(), notices);
    send(binanceSnapshot(205, {{"100.00", "1.000"}}, {{"100.50", "3.000"}}));
    EXPECT_EQ(book.status().state, FeedState::Live);
}

// The same where one of the deltas kept cannot be applied.
TEST_F(FeedBookTest, afterADeltaThatCannotBeAppliedTheNextFollowsWhatIsKept)
{
    send(binanceDelta(11, 11, 0, {{"99.995", "1"}}, {}));
    send(binanceDelta(12, 12, 0, {}, {}));
    start();
    EXPECT_EQ(book.status().problem->code, ErrorCode::NumberTooFine);
    send(binanceDelta(13, 13, 0, {}, {}));
    EXPECT_EQ(book.status().gaps, 0U);
}

TEST_F(FeedBookTest, aTradeThatIsToldAgainIsToldOnce)
{
    start();
    for (int round = 0; round < 2; ++round) {
        for (std::uint64_t id = 7; id < 27; ++id) {
            send(binanceTrade(id, "100.00", "0.5", true));
        }
    }
    EXPECT_EQ(heard.trades.size(), 20U);
    EXPECT_EQ(book.status().trades, 20U);
    send(binanceTrade(7, "100.00", "0.7", true));
    EXPECT_EQ(heard.trades.size(), 21U) << "ids that begin anew";
}

TEST_F(FeedBookTest, aBookThatIsBegunAnewSaysSo)
{
    start();
    send(binanceTrade(7, "100.00", "0.5", true));
    book.restart({ErrorCode::NetClosed, "late"}, Timestamp(9), heard);
    EXPECT_EQ(heard.feeds.back().state, FeedState::AwaitingSnapshot);
    EXPECT_EQ(heard.feeds.back().problem->detail, "late");
    EXPECT_EQ(heard.cleared, 2);
    EXPECT_EQ(top(), "|");
    start();
    send(binanceTrade(7, "100.00", "0.5", true));
    EXPECT_EQ(heard.trades.size(), 1U) << "what it has told it has told";
    EXPECT_EQ(heard.feeds.back().state, FeedState::Live);
}

TEST_F(FeedBookTest, latencyIsReceiptLessTheVenuesStamp)
{
    start();
    send(binanceDelta(11, 11, 0, {}, {}), 650);
    EXPECT_EQ(book.status().latency, milliseconds(-250)) << "as it is, though the clocks differ";
    EXPECT_EQ(book.status().lastMessage, Timestamp(milliseconds(650).value));
}

TEST_F(FeedBookTest, theEndOfTheRecordingIsTold)
{
    start();
    book.end(Timestamp(milliseconds(5'000).value), {"file", 9}, heard);
    EXPECT_EQ(book.status().state, FeedState::Ended);
    EXPECT_EQ(heard.feeds.back().state, FeedState::Ended);
}

TEST_F(FeedBookTest, aBookThatNeverHadASnapshotSaysSoAtTheEnd)
{
    send(binanceDelta(11, 11, 0, {}, {}));
    book.end(Timestamp(milliseconds(5'000).value), {"file", 9}, heard);
    EXPECT_EQ(book.status().state, FeedState::AwaitingSnapshot);
    ASSERT_EQ(heard.notices.size(), 1U);
    EXPECT_EQ(heard.notices[0].code, ErrorCode::FeedNoSnapshot);
}

TEST_F(FeedBookTest, resetForgetsEverythingButTheId)
{
    start();
    send(binanceDelta(13, 14, 0, {}, {}));
    book.reset();
    EXPECT_EQ(book.status().messages, 0U);
    EXPECT_EQ(book.status().gaps, 0U);
    EXPECT_EQ(book.status().state, FeedState::AwaitingSnapshot);
    EXPECT_EQ(top(), "|");
    start();
    EXPECT_EQ(heard.instruments.back().id, InstrumentId(1));
    EXPECT_EQ(top(), "10000x1000 9950x2000 | 10050x3000");
}

TEST_F(FeedBookTest, statisticsAreToldOnceTheInstrumentIsKnown)
{
    feed = Venues().open("BINANCE_FUTURES");
    book = FeedBook(InstrumentId(1), feed->spec(), feed->termsOf("BTCUSDT"));
    send(R"({"e":"markPriceUpdate","E":900,"s":"BTCUSDT","p":"100.1","r":"0.0001","T":2000})", 900);
    send(
        R"({"e":"markPriceUpdate","E":950,"s":"BTCUSDT","p":"100.2","i":"100.25","r":"-0.0001","T":2000})",
        950
    );
    EXPECT_TRUE(heard.statistics.empty());
    start();
    ASSERT_EQ(heard.statistics.size(), 1U);
    auto const& first = heard.statistics[0];
    EXPECT_EQ(first.instrument, InstrumentId(1));
    EXPECT_EQ(formatTrimmed(first.markPrice.value().value, amountScale), "100.2");
    EXPECT_EQ(formatTrimmed(first.indexPrice.value().value, amountScale), "100.25");
    EXPECT_EQ(formatTrimmed(first.fundingRate.value().value, amountScale), "-0.0001");
    EXPECT_EQ(first.nextFunding, Timestamp(seconds(2).value));
    EXPECT_EQ(first.time, Timestamp(milliseconds(950).value));
    send(
        R"({"e":"forceOrder","E":1,"o":{"s":"BTCUSDT","S":"BUY","q":"0.5","p":"99","ap":"98.5","T":1}})",
        1'100
    );
    ASSERT_EQ(heard.statistics.size(), 2U);
    auto const& forced = heard.statistics[1].liquidation.value();
    EXPECT_EQ(forced.side, Side::Buy);
    EXPECT_EQ(formatTrimmed(forced.price.value, amountScale), "98.5");
    EXPECT_EQ(formatTrimmed(forced.qty.value, amountScale), "0.5");
    EXPECT_EQ(book.status().state, FeedState::Live) << "they change nothing else";
}

TEST_F(FeedBookTest, aTradeSaysWhenTheVenueSaysItWas)
{
    start();
    send(R"({"e":"trade","E":990,"T":985,"s":"BTCUSDT","t":7,"p":"100.00","q":"0.500","m":true})", 1'000);
    ASSERT_EQ(heard.trades.size(), 1U);
    EXPECT_EQ(heard.trades[0].time, Timestamp(milliseconds(1'000).value));
    EXPECT_EQ(heard.trades[0].venueTime, Timestamp(milliseconds(985).value));
}

TEST(FeedStatistics, whatIsFinerThanEighteenDecimalsIsCutOff)
{
    EXPECT_EQ(toAmount({123'456, 20}).value, 1'234);
    EXPECT_EQ(toAmount({-15, 1}).value, -15 * static_cast<Int128>(pow10(17)));
    EXPECT_EQ(toAmount({0, 0}).value, 0);
    // A venue prints a mark price with thirty digits.
    auto const feed = Venues().open("DERIBIT");
    FeedBatch batch;
    PaddedCopy copy;
    auto const text = copy.assign(
        R"({"method":"subscription","params":{"channel":"ticker.BTC-PERPETUAL.100ms","data":{"instrument_name":)"
        R"("BTC-PERPETUAL","mark_price":61234.123456789012345678901234}}})"
    );
    ASSERT_TRUE(feed->decode(text, {}, batch));
    auto const said = statisticsOf(batch[0], {}, Timestamp(1));
    EXPECT_EQ(formatTrimmed(said.markPrice.value().value, amountScale), "61234.1234567890123");
}
