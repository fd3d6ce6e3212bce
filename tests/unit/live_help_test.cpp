// Books that are not whole: each is helped for itself, as often as its venue allows, and the others do not
// suffer for it.

#include "engine/market/market_history.h"
#include "engine/session/local_session.h"
#include "engine/venue/venues.h"
#include "tests/support/live_run.h"
#include "tests/support/recorder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace qob {
namespace {

using test::ChangedVenues;
using test::LiveRun;
using test::TestCertificates;
using test::VenueFaults;
using test::VenueRecording;
using test::VenueServer;

std::string listed(std::string const& symbol)
{
    auto const base = symbol.substr(0, symbol.size() - 4);
    return R"({"symbol":")" + symbol + R"(","status":"TRADING","baseAsset":")" + base +
           R"(","quoteAsset":"USDT","filters":[{"filterType":"PRICE_FILTER","tickSize":"0.01"},)"
           R"({"filterType":"LOT_SIZE","stepSize":"0.01"}]})";
}

std::string binanceList(std::vector<std::string> const& symbols)
{
    std::string all;
    for (std::string const& symbol : symbols) {
        all += (all.empty() ? "" : ",") + listed(symbol);
    }
    return R"({"symbols":[)" + all + "]}";
}

std::string deltaOf(std::string const& symbol, std::uint64_t number)
{
    auto const text = std::to_string(number);
    return R"({"e":"depthUpdate","E":1000,"s":")" + symbol + R"(","U":)" + text + R"(,"u":)" + text +
           R"(,"b":[["99.00","2"]],"a":[]})";
}

// Books of Binance: a snapshot that each can be asked for, and a delta that continues it.
VenueRecording binanceBooks(std::vector<std::string> const& symbols)
{
    VenueRecording made;
    made.answers.push_back({"/api/v3/exchangeInfo", binanceList(symbols)});
    for (std::string const& symbol : symbols) {
        made.answers.push_back(
            {"/api/v3/depth?symbol=" + symbol + "&limit=5000",
             test::binanceSnapshot(100, {{"99.50", "1"}}, {{"100.50", "1.5"}})}
        );
        made.frames.push_back({"/ws", deltaOf(symbol, 101)});
    }
    return made;
}

std::vector<LiveSymbol> onBinance(std::vector<std::string> const& symbols)
{
    std::vector<LiveSymbol> all;
    for (std::string const& symbol : symbols) {
        all.push_back({"BINANCE", symbol});
    }
    return all;
}

class LiveHelp : public testing::Test {
protected:
    static void SetUpTestSuite() { certificates = TestCertificates::make(test::hostsOf(venues)); }

    static void hurry(VenueSpec& spec)
    {
        spec.limits.restPerMinute = 60'000;
        spec.limits.connectionsPerMinute = 60'000;
        spec.limits.framesPerSecond = 1'000;
        spec.heartbeat.silence = seconds(2);
    }

    static std::size_t liveBooks(LiveRun const& run)
    {
        auto const books = run.market.books();
        return static_cast<std::size_t>(std::count_if(books.begin(), books.end(), [](FeedBook const* book) {
            return book->status().state == FeedState::Live;
        }));
    }

    static inline Venues venues;
    static inline TestCertificates certificates;
    ChangedVenues quick{venues, hurry};
};

// Forty snapshots where the venue allows thirty at once and then three a second: the last book waits several
// times as long as a book is given to become whole, and its connection stays.
TEST_F(LiveHelp, BooksThatWaitForTheirTurnAreNoReasonToConnectAnew)
{
    std::vector<std::string> symbols;
    for (int i = 0; i < 40; ++i) {
        symbols.push_back("A" + std::to_string(i) + "USDT");
    }
    auto const careful = [](VenueSpec& spec) {
        hurry(spec);
        spec.limits.restPerMinute = 180;
        spec.limits.snapshotWeight = 1;
    };
    const ChangedVenues slow(venues, careful);
    VenueServer const server(certificates, binanceBooks(symbols));
    LiveRun run(slow, onBinance(symbols), certificates, server);
    EXPECT_TRUE(run.until([&] { return liveBooks(run) == symbols.size(); }))
        << liveBooks(run) << run.notices();
    EXPECT_EQ(server.connections(), 1) << run.notices();
    EXPECT_EQ(server.asked("/depth"), 40) << "each once";
}

// A delta is lost, and by the numbers nobody can see it: the book is asked for anew, and right again.
TEST_F(LiveHelp, ABookWhoseHolesCannotBeSeenIsAskedForAnewNowAndThen)
{
    auto const delta = [](int micros, char const* bids) {
        return R"({"event":"data","channel":"diff_order_book_btcusd","data":{"timestamp":"1700000000",)"
               R"("microtimestamp":"170000000000000)" +
               std::to_string(micros) + R"(","bids":)" + bids + R"(,"asks":[]}})";
    };
    auto const book = [](int micros, char const* bids) {
        return R"({"timestamp":"1700000000","microtimestamp":"170000000000000)" + std::to_string(micros) +
               R"(","bids":)" + bids + R"(,"asks":[["101.0","1.0"]]})";
    };
    VenueRecording made;
    made.answers.push_back(
        {"/api/v2/trading-pairs-info/",
         R"([{"trading":"Enabled","base_decimals":1,"url_symbol":"btcusd","name":"BTC/USD",)"
         R"("minimum_order":"1.0 USD","counter_decimals":1}])",
         {}}
    );
    made.answers.push_back(
        {"/api/v2/order_book/btcusd/?group=1",
         book(2, R"([["100.0","1.0"],["99.0","1.0"]])"),
         book(9, R"([["100.0","1.0"],["98.0","2.0"]])")}
    );
    for (auto const& frame :
         {delta(1, "[]"), delta(3, R"([["99.0","0"]])"), delta(4, R"([["98.0","2.0"]])")}) {
        made.frames.push_back({"/", frame});
    }
    auto const often = [](VenueSpec& spec) {
        hurry(spec);
        spec.resyncEvery = spec.resyncEvery == Duration(0) ? Duration(0) : milliseconds(400);
    };
    const ChangedVenues anew(venues, often);
    VenueServer const server(certificates, made, {.drop = 2});
    LiveRun run(anew, {{"BITSTAMP", "btcusd"}}, certificates, server);
    ASSERT_TRUE(run.until([&] { return liveBooks(run) == 1; })) << run.notices();
    auto const levels = [&] {
        DepthView view;
        run.book("btcusd").depth(9, view);
        std::string text;
        for (auto const& level : view.bids) {
            text += std::to_string(level.price.value) + "x" + std::to_string(level.qty.value) + " ";
        }
        return text;
    };
    EXPECT_TRUE(run.until([&] { return levels() == "1000x10 980x20 "; })) << levels() << run.notices();
    EXPECT_EQ(server.connections(), 1);
    EXPECT_GE(server.asked("/order_book/"), 2);
}

// Upbit serves what was asked for last on a connection, and nothing else.
TEST_F(LiveHelp, UpbitsBooksAndTradesGoOnTogether)
{
    auto const book = [](int number) {
        return R"({"ty":"orderbook","cd":"KRW-BTC","tms":4000000000000,"obu":[{"ap":101.0,"bp":)" +
               std::to_string(90 + number) + R"(.0,"as":3.0,"bs":1.5}]})";
    };
    VenueRecording made;
    made.answers.push_back({"/v1/market/all", R"([{"market":"KRW-BTC"}])", {}});
    for (int i = 1; i <= 3; ++i) {
        made.frames.push_back({"/websocket/v1", book(i)});
        made.frames.push_back(
            {"/websocket/v1",
             R"({"ty":"trade","cd":"KRW-BTC","tms":4000000000000,"tp":95.0,"tv":0.5,"ab":"ASK","sid":)" +
                 std::to_string(i) + "}"}
        );
    }
    VenueServer const server(certificates, made, {.framesPerSecond = 10, .lastRequestCounts = true});
    LiveRun run(quick, {{"UPBIT", "KRW-BTC"}}, certificates, server);
    EXPECT_TRUE(run.until([&] {
        DepthView view;
        run.book("KRW-BTC").depth(1, view);
        return run.book("KRW-BTC").status().trades == 3 && !view.bids.empty() &&
               run.book("KRW-BTC").instrument()->priceText(view.bids.front().price).starts_with("93");
    })) << run.notices();
    EXPECT_EQ(server.connections(), 1);
}

// A venue that lets nobody ask for a while is waited for, and the user hears of it.
TEST_F(LiveHelp, AVenueThatWantsUsToWaitIsWaitedForAndSaid)
{
    VenueServer const server(
        certificates, binanceBooks({"BTCUSDT"}), {.refuseRequests = 3, .refuseStatus = 429}
    );
    LiveRun run(quick, onBinance({"BTCUSDT"}), certificates, server);
    EXPECT_TRUE(run.until([&] { return liveBooks(run) == 1; })) << run.notices();
    EXPECT_EQ(server.connections(), 1) << run.notices();
    EXPECT_NE(run.heard.noticeText().find("asked again in 1 s"), std::string::npos) << run.notices();
}

class DeadSymbol : public LiveHelp, public testing::WithParamInterface<bool> {};

// Whether the venue lists it or not: a symbol that has no book leaves those of its connection alone.
TEST_P(DeadSymbol, DoesNotDisturbTheOthers)
{
    bool const isListed = GetParam();
    std::vector<std::string> symbols{"BTCUSDT", "ETHUSDT", "SOLUSDT"};
    VenueRecording made = binanceBooks(symbols);
    symbols.emplace_back("GONEUSDT");
    if (isListed) {
        made.answers.front().body = binanceList(symbols);
    }
    VenueServer const server(certificates, made);
    LiveSettings settings = LiveRun::quick();
    settings.mostResync = milliseconds(300);
    LiveRun run(quick, onBinance(symbols), certificates, server, settings);
    EXPECT_TRUE(run.until([&] { return server.asked("GONEUSDT") > 2 * settings.attemptsBeforeReconnect; }));
    EXPECT_EQ(liveBooks(run), 3U) << run.notices();
    EXPECT_EQ(server.connections(), 1) << run.notices();
    EXPECT_EQ(server.asked("exchangeInfo"), 1) << "the list is not asked for again";
    EXPECT_EQ(run.noticed(ErrorCode::InstrumentNotTrading), !isListed);
}

INSTANTIATE_TEST_SUITE_P(All, DeadSymbol, testing::Bool(), [](auto const& at) {
    return at.param ? "Listed" : "Unlisted";
});

TEST_F(LiveHelp, WhereNoBookOfAConnectionBecomesWholeAnotherIsOpened)
{
    VenueRecording made = binanceBooks({"BTCUSDT"});
    made.answers.pop_back();
    VenueServer const server(certificates, made);
    LiveSettings settings = LiveRun::quick();
    settings.mostResync = milliseconds(100);
    LiveRun run(quick, onBinance({"BTCUSDT"}), certificates, server, settings);
    EXPECT_TRUE(run.until([&] { return server.connections() == 2; })) << run.notices();
    EXPECT_TRUE(run.noticed(ErrorCode::FeedNoSnapshot)) << run.notices();
}

// Numbers that merely grow cannot show what is missing between a snapshot from before a break and the deltas
// from behind it.
TEST_F(LiveHelp, ASnapshotThatWasAskedForOnAnotherConnectionIsAskedForAgain)
{
    VenueRecording made;
    made.answers.push_back(
        {"/api/v2/order_book/btcusd/?group=1",
         R"({"timestamp":"1700000000","microtimestamp":"1700000000000900",)"
         R"("bids":[["99.50","1"]],"asks":[["100.50","1.5"]]})"}
    );
    for (int i = 300; i < 320; ++i) {
        made.frames.push_back(
            {"/",
             R"({"event":"data","channel":"diff_order_book_btcusd","data":{"timestamp":"1700000000",)"
             R"("microtimestamp":"1700000000000)" +
                 std::to_string(i) + R"(","bids":[["99.00","2"]],"asks":[]}})"}
        );
    }
    VenueServer server(certificates, made, {.hold = "order_book"});
    LiveRun run(quick, {{"BITSTAMP", "btcusd"}}, certificates, server);
    ASSERT_TRUE(run.until([&] { return server.asked("order_book") == 1; })) << run.notices();
    server.cutAll();
    ASSERT_TRUE(run.until([&] { return server.connections() == 2; })) << run.notices();
    server.release();
    EXPECT_TRUE(run.until([&] { return liveBooks(run) == 1; })) << run.notices();
    EXPECT_EQ(server.asked("order_book"), 2);
}

std::string hyperliquidBook(char const* bid, char const* ask)
{
    return R"({"channel":"l2Book","data":{"coin":"BTC","time":1700000000000,"levels":[[{"px":")" +
           std::string(bid) + R"(","sz":"1.5","n":2}],[{"px":")" + std::string(ask) +
           R"(","sz":"3","n":1}]]}})";
}

std::string hyperliquidTrades(std::vector<int> const& ids, std::int64_t millis)
{
    std::string all;
    for (int const id : ids) {
        all += (all.empty() ? "" : ",") +
               (R"({"coin":"BTC","side":"A","px":"99.0","sz":"0.2","hash":"0x0","time":)" +
                std::to_string(millis + id) + R"(,"tid":)" + std::to_string(id) + "}");
    }
    return R"({"channel":"trades","data":[)" + all + "]}";
}

VenueRecording hyperliquid()
{
    VenueRecording made;
    made.answers.push_back({"/info", R"({"universe":[{"szDecimals":1,"name":"BTC"}]})"});
    made.frames.push_back({"/ws", hyperliquidBook("100.0", "101.0")});
    made.frames.push_back({"/ws", hyperliquidTrades({1, 2}, 1'700'000'000'000)}); // past ones
    made.frames.push_back({"/ws", hyperliquidTrades({3}, 4'000'000'000'000)});
    made.frames.push_back({"/ws", hyperliquidBook("100.0", "102.0")});
    return made;
}

// The venue's list finds a book that was taken for another: what was shown of it is void, and said to be,
// also when no other connection opens.
TEST_F(LiveHelp, ABookThatIsBegunAnewForALateListIsNotShownAsLive)
{
    VenueServer server(certificates, hyperliquid(), {.hold = "/info"});
    LiveRun run(quick, {{"HYPERLIQUID", "BTC"}}, certificates, server);
    ASSERT_TRUE(run.until([&] { return liveBooks(run) == 1 && server.asked("/info") == 1; }));
    auto const cleared = run.heard.cleared;
    server.refuseHandshakes();
    server.release();
    EXPECT_TRUE(run.until([&] { return run.noticed(ErrorCode::NetHandshake); })) << run.notices();
    ASSERT_FALSE(run.heard.feeds.empty());
    EXPECT_NE(run.heard.feeds.back().state, FeedState::Live);
    EXPECT_TRUE(run.heard.feeds.back().problem) << "and why";
    EXPECT_EQ(run.heard.cleared, cleared + 1);
}

// What a venue tells each new subscriber of the past has not happened now, and nothing happens twice.
TEST_F(LiveHelp, AConnectionThatComesBackTellsNoTradeAgain)
{
    VenueRecording made = hyperliquid();
    made.answers.clear(); // no list that may come late
    VenueServer const server(certificates, made, {.cut = 4});
    LiveRun run(quick, {{"HYPERLIQUID", "BTC"}}, certificates, server);
    EXPECT_TRUE(run.until([&] {
        return server.connections() == 2 && liveBooks(run) == 1 && server.sentAtNs(4) != 0;
    }));
    auto const& book = run.book("BTC");
    EXPECT_TRUE(run.until([&] {
        DepthView top;
        book.depth(1, top);
        return !top.asks.empty() && book.instrument()->priceText(top.asks.front().price).starts_with("102");
    }));
    EXPECT_EQ(book.status().trades, 1U);
    ASSERT_EQ(run.heard.trades.size(), 1U);
    EXPECT_EQ(run.heard.trades.front().id, 3U);
}

// Of venues whose messages do not tell past trades from others, it is the time of the first ones that does.
TEST_F(LiveHelp, WhatWasTradedBeforeTheConnectionOpenedIsNotTold)
{
    VenueRecording made = binanceBooks({"BTCUSDT"});
    made.frames.push_back({"/ws", test::binanceTrade(1, "100.00", "1", false)});
    made.frames.push_back({"/ws", test::binanceTrade(2, "100.50", "1", false)});
    VenueServer const server(certificates, made);
    LiveRun run(quick, onBinance({"BTCUSDT"}), certificates, server);
    EXPECT_TRUE(run.until([&] { return liveBooks(run) == 1 && run.book("BTCUSDT").status().messages == 4; }))
        << run.notices();
    EXPECT_EQ(run.book("BTCUSDT").status().trades, 1U) << "of the second message";
}

// The machine slept: nothing of what is shown holds any more, at once and from when it fell asleep on.
TEST_F(LiveHelp, AfterTheMachineSleptAllIsBegunAnewAndTheHoleIsKept)
{
    VenueServer const server(certificates, binanceBooks({"BTCUSDT"}));
    LiveRun run(quick, onBinance({"BTCUSDT"}), certificates, server);
    MarketHistory history(run.market);
    auto const until = [&](auto const& done) {
        for (const Duration end = run.clock.steady() + seconds(20); run.clock.steady() < end;) {
            run.market.waitForData(milliseconds(5));
            run.market.runUntil(run.clock.now(), history);
            if (done()) {
                return true;
            }
        }
        return false;
    };
    auto const* const feed = [&]() -> FeedStatus const* {
        EXPECT_TRUE(until([&] { return liveBooks(run) == 1; }));
        return &history.items().begin()->second->feed;
    }();
    ASSERT_EQ(feed->state, FeedState::Live);
    const Timestamp asleep = run.clock.now();
    run.clock.leap(hours(1));
    run.market.runUntil(run.clock.now(), history);
    EXPECT_EQ(feed->state, FeedState::Stale) << "at once";
    EXPECT_TRUE(until([&] { return feed->state == FeedState::Live; }));
    EXPECT_EQ(server.connections(), 2);
    EXPECT_GE(feed->lastMessage - asleep, hours(1)) << "market time is the clock's";
    auto const& candles = history.items().begin()->second->candles;
    EXPECT_TRUE(candles.disturbed(asleep + minutes(1), asleep + minutes(2)));
    EXPECT_TRUE(candles.disturbed(asleep + minutes(58), asleep + minutes(59)));
}

// A session's time follows, too.
TEST_F(LiveHelp, ASessionsTimeIsTheClocksAfterTheMachineSlept)
{
    VenueServer const server(certificates, binanceBooks({"BTCUSDT"}));
    test::TemporaryFolder const folder;
    test::LeapingClock clock;
    Log log(LogSettings{LogLevel::Off, LogLevel::Off, {}});
    auto const net = std::make_shared<NetThread>(NetSettings{
        folder.write("ca.pem", certificates.authority), {{"*", server.place()}}, seconds(5)});
    const LiveMarket::World world{net, quick, clock, log, Rng(7)};
    auto market = std::make_unique<LiveMarket>(world, onBinance({"BTCUSDT"}), LiveRun::quick());
    LocalSession session(
        std::make_unique<Sequencer>(std::move(market), nullptr, TradingSettings{}, log), clock, log
    );
    test::Recorder status;
    test::Recorder feeds;
    auto const marketTopic = session.subscribe({TopicKind::Market, {}}, status);
    auto const feedTopic = session.subscribe({TopicKind::Feed, {}}, feeds);
    auto const liveSince = [&](Timestamp from) {
        return feeds.waitFor([from](auto const& events) {
            auto const* const feed = std::get_if<FeedStatus>(&events.back().payload);
            return feed != nullptr && feed->state == FeedState::Live && feed->lastMessage >= from;
        });
    };
    ASSERT_TRUE(liveSince(Timestamp(0)));
    clock.leap(hours(8));
    const Timestamp awake = clock.now();
    EXPECT_TRUE(status.waitFor([awake](auto const& events) {
        auto const* const said = std::get_if<MarketStatus>(&events.back().payload);
        return said != nullptr && said->now >= awake;
    }));
    EXPECT_TRUE(liveSince(awake));
}

} // namespace
} // namespace qob
