#include "engine/history/history_market.h"
#include "engine/history/history_recorder.h"
#include "engine/storage/posix_file_system.h"
#include "engine/venue/venues.h"
#include "tests/support/live_run.h"
#include "tests/support/slowness.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace qob {
namespace {

using test::BookTexts;
using test::ChangedVenues;
using test::LiveRun;
using test::TestCertificates;
using test::VenueFaults;
using test::VenueRecording;
using test::VenueServer;

constexpr std::uint64_t deltas = 300;

// Prices that one delta writes, its bid again by the next one and never later: the book at the end tells of
// each delta that is missing or came at another time.
std::string bidOf(std::uint64_t delta)
{
    return formatFixed(static_cast<std::int64_t>(9'500 + delta), 2);
}

std::string askOf(std::uint64_t delta)
{
    return formatFixed(static_cast<std::int64_t>(10'100 + delta), 2);
}

// A market of one book: a snapshot by HTTP, then deltas that it is bridged with.
VenueRecording recording()
{
    VenueRecording made;
    made.answers.push_back(
        {"/api/v3/exchangeInfo",
         R"({"symbols":[{"symbol":"BTCUSDT","status":"TRADING","baseAsset":"BTC","quoteAsset":"USDT","filters":[)"
         R"({"filterType":"PRICE_FILTER","minPrice":"0.01","maxPrice":"1000000.00","tickSize":"0.01"},)"
         R"({"filterType":"LOT_SIZE","minQty":"0.01","maxQty":"9000.00","stepSize":"0.01"}]}]})"}
    );
    made.answers.push_back(
        {"/api/v3/depth?symbol=BTCUSDT&limit=5000",
         test::binanceSnapshot(100, {{"99.50", "1"}, {"99.00", "2"}}, {{"100.50", "1.5"}})}
    );
    for (std::uint64_t i = 1; i <= deltas; ++i) {
        std::string const price = bidOf(i);
        std::string const before = bidOf(i - 1);
        std::string const ask = askOf(i);
        made.frames.push_back(
            {"/ws",
             test::binanceDelta(
                 100 + i,
                 100 + i,
                 0,
                 {{price.c_str(), "1.25"}, {before.c_str(), i % 3 == 0 ? "0" : "2.5"}},
                 {{ask.c_str(), "0.75"}}
             )}
        );
    }
    return made;
}

// What the book must be at the end: by applying one after the other, without any of the house's code.
BookTexts finalBook()
{
    std::map<std::string, std::string> bids{{"99.50", "1"}, {"99.00", "2"}};
    std::map<std::string, std::string> asks{{"100.50", "1.5"}};
    for (std::uint64_t i = 1; i <= deltas; ++i) {
        bids[bidOf(i)] = "1.25";
        bids[bidOf(i - 1)] = "2.5";
        if (i % 3 == 0) {
            bids.erase(bidOf(i - 1));
        }
        asks[askOf(i)] = "0.75";
    }
    std::string text;
    auto const add = [&](std::string const& price, std::string const& qty) {
        text += formatTrimmed(parseScaled(price, 2).value(), 2) + " " + qty + "\n";
    };
    for (auto level = bids.rbegin(); level != bids.rend(); ++level) {
        add(level->first, level->second);
    }
    text += "--\n";
    for (auto const& [price, qty] : asks) {
        add(price, qty);
    }
    return {{"BTCUSDT", text + "--\n"}};
}

class LiveMarketTest : public testing::Test {
protected:
    static void SetUpTestSuite() { certificates = TestCertificates::make(test::hostsOf(venues)); }

    // Nothing a venue says about limits needs to hold here.
    static void hurry(VenueSpec& spec)
    {
        spec.limits.restPerMinute = 60'000;
        spec.limits.connectionsPerMinute = 60'000;
        spec.limits.framesPerSecond = 1'000;
        spec.heartbeat.silence = milliseconds(700);
    }

    static inline Venues venues;
    static inline TestCertificates certificates;
    ChangedVenues quick{venues, hurry};
    std::vector<LiveSymbol> btc{{"BINANCE", "BTCUSDT"}};
};

TEST_F(LiveMarketTest, KeepsABookFromSnapshotAndStream)
{
    VenueServer const server(certificates, recording());
    LiveRun run(quick, btc, certificates, server);
    EXPECT_TRUE(run.untilBooks(finalBook())) << run.difference(finalBook());
    EXPECT_EQ(run.book("BTCUSDT").status().gaps, 0U);
    EXPECT_EQ(run.market.kind(), MarketKind::Live);
}

// What has to be seen of a fault besides that the book is right in the end.
enum class Trace : std::uint8_t {
    None,     // nothing is lost: no gap, no other connection
    Gap,      // what comes next shows that something is missing
    Broken,   // the live book's connection is given up for another
    Anew,     // so is one that had no book yet
    Patience, // it only takes longer
};

struct Fault {
    char const* name;
    VenueFaults faults;
    Trace trace;
};

class LiveMarketFaults : public LiveMarketTest, public testing::WithParamInterface<Fault> {};

// Whatever happens on the way, the book ends as it would have without; and what was lost was noticed: the
// book was stale meanwhile, with the reason.
TEST_P(LiveMarketFaults, EndsWithTheSameBook)
{
    VenueServer const server(certificates, recording(), GetParam().faults);
    LiveRun run(quick, btc, certificates, server);
    EXPECT_TRUE(run.untilBooks(finalBook())) << run.difference(finalBook());
    FeedStatus const status = run.market.feed(InstrumentId(1));
    auto const stale = std::find_if(run.heard.feeds.begin(), run.heard.feeds.end(), [](auto const& said) {
        return said.state == FeedState::Stale && said.problem;
    });
    switch (GetParam().trace) {
    case Trace::None:
        EXPECT_EQ(status.gaps, 0U);
        EXPECT_EQ(server.connections(), 1);
        EXPECT_EQ(stale, run.heard.feeds.end()) << stale->problem->message();
        break;
    case Trace::Gap:
        EXPECT_GE(status.gaps, 1U);
        EXPECT_NE(stale, run.heard.feeds.end());
        break;
    case Trace::Broken:
        EXPECT_NE(stale, run.heard.feeds.end());
        [[fallthrough]];
    case Trace::Anew:
        EXPECT_GE(status.reconnects, 1U);
        EXPECT_GE(server.connections(), 2);
        break;
    case Trace::Patience:
        EXPECT_FALSE(run.heard.notices.empty());
        break;
    }
}

INSTANTIATE_TEST_SUITE_P(
    All,
    LiveMarketFaults,
    testing::Values(
        Fault{"drop", {.drop = 150}, Trace::Gap},
        Fault{"duplicate", {.duplicate = 150}, Trace::None},
        Fault{"reorder", {.swap = 150}, Trace::Gap},
        Fault{"delay", {.delay = 150}, Trace::None},
        Fault{"cut", {.cut = 150, .framesPerSecond = 300}, Trace::Broken},
        Fault{"cutAtOnce", {.cut = 1}, Trace::Anew},
        Fault{"garble", {.garble = 150}, Trace::Gap},
        Fault{"silent", {.silent = 150}, Trace::Broken},
        Fault{"handshakesRefused", {.refuseHandshakes = 3}, Trace::Patience},
        Fault{"tooManyRequests", {.refuseRequests = 2, .refuseStatus = 429}, Trace::Patience},
        Fault{"banned", {.refuseRequests = 1, .refuseStatus = 418}, Trace::Patience},
        Fault{"serverError", {.refuseRequests = 3, .refuseStatus = 500}, Trace::Patience}
    ),
    [](auto const& at) { return std::string(at.param.name); }
);

TEST_F(LiveMarketTest, ABookIsStaleAtOnceWhenItsConnectionEndsAndComesBack)
{
    VenueServer server(certificates, recording());
    LiveRun run(quick, btc, certificates, server);
    ASSERT_TRUE(run.untilBooks(finalBook())) << run.difference(finalBook());
    server.cutAll();
    EXPECT_TRUE(run.until([&] { return run.book("BTCUSDT").status().state == FeedState::Stale; }));
    EXPECT_TRUE(run.noticed(ErrorCode::NetClosed));
    EXPECT_TRUE(run.untilBooks(finalBook())) << run.difference(finalBook());
    EXPECT_EQ(server.connections(), 2) << run.notices();
    auto const status = run.market.feed(InstrumentId(1));
    EXPECT_EQ(status.connection, 1U);
    EXPECT_EQ(status.reconnects, 1U);
}

TEST_F(LiveMarketTest, TellsWhatAVenueSaysBesidesBooksAndAsksForWhatNoStreamHas)
{
    VenueRecording made;
    made.answers.push_back(
        {"/fapi/v1/exchangeInfo",
         R"({"symbols":[{"symbol":"BTCUSDT","status":"SETTLING","baseAsset":"BTC","quoteAsset":"USDT","filters":[)"
         R"({"filterType":"PRICE_FILTER","tickSize":"0.01"},{"filterType":"LOT_SIZE","stepSize":"0.01"}]}]})"}
    );
    made.answers.push_back(
        {"/fapi/v1/depth?symbol=BTCUSDT&limit=1000",
         test::binanceSnapshot(100, {{"99.50", "1"}}, {{"100.50", "1.5"}})}
    );
    made.answers.push_back(
        {"/fapi/v1/openInterest?symbol=BTCUSDT", R"({"openInterest":"17.5","symbol":"BTCUSDT","time":1})"}
    );
    made.frames.push_back(
        {"/ws",
         R"({"e":"markPriceUpdate","E":1,"s":"BTCUSDT","p":"100.1","i":"100.2","r":"0.0001","T":9000})"}
    );
    for (std::uint64_t i = 1; i <= 20; ++i) {
        made.frames.push_back({"/ws", test::binanceDelta(100 + i, 100 + i, 99 + i, {{"99.00", "1"}}, {})});
    }
    VenueServer const server(certificates, made);
    const std::vector<LiveSymbol> two{{"BINANCE_FUTURES", "BTCUSDT"}, {"BINANCE_FUTURES", "GONEUSDT"}};
    LiveRun run(quick, two, certificates, server);
    InstrumentStatistics known;
    auto const both = [&] {
        for (auto const& said : run.heard.statistics) {
            known.update(said);
        }
        return known.markPrice && known.openInterest;
    };
    EXPECT_TRUE(run.until(both));
    EXPECT_EQ(formatTrimmed(known.indexPrice.value_or(Amount(0)).value, amountScale), "100.2");
    EXPECT_EQ(formatTrimmed(known.openInterest.value_or(Amount(0)).value, amountScale), "17.5");
    auto const text = run.heard.noticeText();
    EXPECT_NE(text.find("BINANCE_FUTURES:BTCUSDT"), std::string::npos) << "it is being settled: " << text;
    EXPECT_NE(text.find("BINANCE_FUTURES:GONEUSDT is not in its list"), std::string::npos) << text;
}

// bitFlyer's three lists: who is in none of them is told once all have come, however often one was asked for.
TEST_F(LiveMarketTest, AStrangerIsToldWhenEveryListIsHere)
{
    VenueRecording made;
    made.answers.push_back({"/v1/getmarkets", R"([{"product_code":"BTC_JPY","market_type":"Spot"}])"});
    made.answers.push_back({"/v1/getmarkets/usa", R"([{"product_code":"BTC_USD","market_type":"Spot"}])"});
    const std::vector<LiveSymbol> two{{"BITFLYER", "BTC_JPY"}, {"BITFLYER", "BTC_GONE"}};
    auto const told = [](LiveRun const& run) {
        return run.noticed(ErrorCode::InstrumentNotTrading);
    };
    {
        VenueServer const server(certificates, made); // Europe's is not found
        LiveRun run(quick, two, certificates, server);
        EXPECT_TRUE(run.until([&] { return server.requests() >= 9; })) << run.notices();
        EXPECT_FALSE(told(run)) << run.notices();
    }
    made.answers.push_back({"/v1/getmarkets/eu", "[]"}); // which may be a way to refuse
    {
        VenueServer const server(certificates, made);
        LiveRun run(quick, two, certificates, server);
        EXPECT_TRUE(run.until([&] { return server.requests() >= 3; })) << run.notices();
        EXPECT_FALSE(run.until([&] { return told(run); }, milliseconds(200))) << run.notices();
    }
    made.answers.back().body = R"([{"product_code":"BTC_EUR","market_type":"Spot"}])";
    VenueServer const server(certificates, made);
    LiveRun run(quick, two, certificates, server);
    EXPECT_TRUE(run.until([&] { return told(run); }));
    auto const text = run.heard.noticeText();
    EXPECT_NE(text.find("BITFLYER:BTC_GONE is not in its list"), std::string::npos) << text;
    EXPECT_EQ(text.find("BITFLYER:BTC_JPY"), std::string::npos) << text;
}

// Independent Reserve's least volumes name no instruments: who is a stranger does not wait for them.
TEST_F(LiveMarketTest, AnAnswerThatOnlyTellsOfInstrumentsIsNoList)
{
    VenueRecording made;
    made.answers.push_back(
        {"/Public/GetPrimaryCurrencyConfig2",
         R"([{"Currency":"Xbt","DecimalPlaces":{"OrderPrimaryCurrency":8,"OrderSecondaryCurrency":2}}])"}
    );
    VenueServer const server(certificates, made);
    const std::vector<LiveSymbol> two{{"INDEPENDENT_RESERVE", "XBT-AUD"}, {"INDEPENDENT_RESERVE", "XBT-EUR"}};
    LiveRun run(quick, two, certificates, server);
    EXPECT_TRUE(run.until([&] { return run.noticed(ErrorCode::InstrumentNotTrading); }));
    auto const text = run.heard.noticeText();
    EXPECT_NE(text.find("INDEPENDENT_RESERVE:XBT-EUR is not in its list"), std::string::npos) << text;
    EXPECT_EQ(text.find("INDEPENDENT_RESERVE:XBT-AUD"), std::string::npos) << text;
}

// A list that comes behind the first book and says nothing new of it does not cost a connection.
TEST_F(LiveMarketTest, ALateListWithoutNewsChangesNothing)
{
    VenueRecording made;
    made.answers.push_back({"/v1/market/all", R"([{"market":"KRW-BTC","english_name":"Bitcoin"}])"});
    for (int i = 0; i < 600; ++i) {
        made.frames.push_back(
            {"/websocket/v1",
             R"({"ty":"orderbook","cd":"KRW-BTC","obu":[{"ap":101.0,"bp":100.0,"as":3.0,"bs":1.5}]})"}
        );
    }
    VenueServer const server(
        certificates, made, {.refuseRequests = 1, .refuseStatus = 429, .framesPerSecond = 200}
    );
    const std::vector<LiveSymbol> two{{"UPBIT", "KRW-BTC"}, {"UPBIT", "KRW-GONE"}};
    LiveRun run(quick, two, certificates, server);
    ASSERT_TRUE(run.until([&] { return run.book("KRW-BTC").status().state == FeedState::Live; }));
    ASSERT_FALSE(run.noticed(ErrorCode::InstrumentNotTrading)) << "the list is late: " << run.notices();
    EXPECT_TRUE(run.until([&] { return run.noticed(ErrorCode::InstrumentNotTrading); }));
    EXPECT_EQ(run.book("KRW-BTC").status().state, FeedState::Live);
    EXPECT_EQ(server.connections(), 1) << run.notices();
}

// A history of a live market that was cut off once: the same book at its end, and the gap is in it.
TEST_F(LiveMarketTest, WhatWasRecordedPlaysBack)
{
    VenueServer const server(certificates, recording(), {.cut = 150, .framesPerSecond = 500});
    LiveRun run(quick, btc, certificates, server);
    test::TemporaryFolder const folder;
    PosixFileSystem disk;
    RecorderSettings settings;
    settings.history.directory = folder.path("history");
    std::filesystem::create_directory(settings.history.directory);
    SystemClock const clock;
    auto recorder = HistoryRecorder::open(disk, settings, run.market, clock.now());
    ASSERT_TRUE(recorder) << recorder.error().message();
    for (const Duration end = clock.steady() + seconds(20);
         !run.difference(finalBook()).empty() && clock.steady() < end;) {
        run.market.waitForData(milliseconds(5));
        run.market.runUntil(clock.now(), **recorder);
    }
    ASSERT_TRUE((*recorder)->finish());

    auto played = HistoryMarket::open(disk, {settings.history.directory});
    ASSERT_TRUE(played) << played.error().message();
    test::HeardMarket heard;
    (*played)->runUntil(Timestamp::max(), heard);
    auto const books = (*played)->books();
    ASSERT_EQ(books.size(), 1U);
    EXPECT_EQ(books.front()->status.gaps, run.book("BTCUSDT").status().gaps);
    EXPECT_GE(books.front()->status.gaps, 1U);
    DepthView recorded;
    DepthView live;
    (*played)->depth(books.front()->status.instrument, deltas, recorded);
    run.book("BTCUSDT").depth(deltas, live);
    EXPECT_EQ(recorded.bids, live.bids);
    EXPECT_EQ(recorded.asks, live.asks);
}

TEST_F(LiveMarketTest, WhoIsNotProvenToBeTheVenueIsRefused)
{
    VenueServer const server(TestCertificates::make(test::hostsOf(venues)), recording()); // another authority
    LiveRun run(quick, btc, certificates, server);
    EXPECT_TRUE(run.until([&] { return run.noticed(ErrorCode::NetTls); }));
    EXPECT_EQ(server.connections(), 0);

    VenueServer const other(TestCertificates::make({"example.org"}), recording());
    LiveRun second(quick, btc, certificates, other);
    EXPECT_TRUE(second.until([&] { return second.noticed(ErrorCode::NetTls); }));
    EXPECT_EQ(other.connections(), 0);
}

TEST_F(LiveMarketTest, NobodyThereIsSaidAndNothingIsShown)
{
    std::string place;
    {
        VenueServer const gone(certificates, recording());
        place = gone.place();
    }
    VenueServer const server(certificates, recording()); // to have something to construct with
    SystemClock clock;
    Log log(LogSettings{LogLevel::Off, LogLevel::Off, {}});
    auto const net = std::make_shared<NetThread>(NetSettings{{}, {{"*", place}}, seconds(5)});
    LiveMarket market({net, quick, clock, log, Rng(1)}, btc, LiveRun::quick());
    test::HeardMarket heard;
    for (int i = 0; i < 400 && heard.notices.empty(); ++i) {
        market.waitForData(milliseconds(10));
        market.runUntil(clock.now(), heard);
    }
    ASSERT_FALSE(heard.notices.empty());
    EXPECT_EQ(heard.notices.front().code, ErrorCode::NetConnect) << heard.notices.front().text;
    EXPECT_EQ(market.feed(InstrumentId(1)).state, FeedState::AwaitingSnapshot);
}

// Snapshots are asked one at a time and as seldom as the venue wants, also after every book broke at once.
TEST_F(LiveMarketTest, ManyBooksDoNotStormTheVenueForSnapshots)
{
    constexpr int books = 24;
    auto const careful = [](VenueSpec& spec) {
        hurry(spec);
        spec.limits.restPerMinute = 1'200; // two snapshots a second; bursts of ten seconds' worth
        spec.limits.snapshotWeight = 10;
    };
    const ChangedVenues slow(venues, careful);
    std::vector<LiveSymbol> many;
    VenueRecording made;
    made.answers.push_back({"/api/v3/exchangeInfo", R"({"symbols":[]})"});
    std::string const delta = test::binanceDelta(101, 101, 0, {{"99.00", "1"}}, {});
    for (int i = 0; i < books; ++i) {
        std::string const symbol = "A" + std::to_string(i) + "USDT";
        many.push_back({"BINANCE", symbol});
        made.answers.push_back(
            {"/api/v3/depth?symbol=" + symbol + "&limit=5000",
             test::binanceSnapshot(100, {{"99.50", "1"}}, {{"100.50", "1.5"}})}
        );
        std::string frame = delta;
        frame.replace(frame.find("BTCUSDT"), 7, symbol);
        made.frames.push_back({"/ws", frame});
    }
    VenueServer server(certificates, made);
    LiveRun run(slow, many, certificates, server);
    ASSERT_TRUE(run.until([&] {
        return std::all_of(many.begin(), many.end(), [&](LiveSymbol const& symbol) {
            return run.book(symbol.symbol).status().state == FeedState::Live;
        });
    })) << run.notices();
    int const before = server.requests();
    server.cutAll();
    const Duration begin = run.clock.steady();
    run.until([] { return false; }, Duration(seconds(3).value / test::slowness));
    // The burst was used up by the first time: two snapshots a second now, whatever broke.
    auto const passed = static_cast<double>((run.clock.steady() - begin).value) * 1e-9;
    EXPECT_GE(server.requests() - before, 1) << run.notices();
    EXPECT_LE(server.requests() - before, 3 + static_cast<int>(2 * passed)) << run.notices();
}

TEST_F(LiveMarketTest, AFloodIsBoundedAndSaid)
{
    VenueServer const server(certificates, recording());
    LiveSettings settings = LiveRun::quick();
    settings.inboxBytes = std::size_t{8} << 10U;
    LiveRun run(quick, btc, certificates, server, settings);
    SystemClock const clock;
    // Nobody reads, until the connection was given up for another.
    for (const Duration end = clock.steady() + seconds(20);
         server.connections() < 2 && clock.steady() < end;) {
        run.market.waitForData(milliseconds(1));
    }
    EXPECT_TRUE(run.until([&] { return run.noticed(ErrorCode::NetOverflow); }));
}

} // namespace
} // namespace qob
