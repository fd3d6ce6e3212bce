// Recording, reading back, ranges, retention.

#include "engine/history/heat_hour.h"
#include "engine/session/local_session.h"
#include "tests/support/capture_files.h"
#include "tests/support/history_kit.h"
#include "tests/support/recorder.h"

#include <malloc.h>

using namespace qob;
using namespace qob::test;

namespace {

// A listener that keeps nothing.
struct Deaf final : MarketListener {
    void onInstrument(Instrument const& /*i*/) override {}

    void onLevel(InstrumentId /*i*/, Side /*s*/, Price /*p*/, Qty /*q*/, Timestamp /*t*/) override {}

    void onBookCleared(InstrumentId /*i*/, Timestamp /*t*/) override {}

    void onBookUpdated(InstrumentId /*i*/, Timestamp /*t*/) override {}

    void onTrade(Trade const& /*t*/) override {}

    void onFeed(FeedStatus const& /*s*/) override {}

    void onNotice(Notice const& /*n*/) override {}
};

} // namespace

TEST(History, aReplayDoesWhatTheMarketDid)
{
    FaultyFileSystem disk;
    ToyMarket market;
    auto const told = recordToy(disk, smallBlocks(), 20'000, market);
    auto const history = openMarket(disk);
    ASSERT_TRUE(history);
    EventHash hash;
    // The toy goes on for ever, so its books are live in the end; a history says that it is over.
    history->runUntil(history->end() - nanoseconds(1), hash);
    history->rewind();
    EXPECT_EQ(history->begin(), ToyMarket::start);
    EXPECT_EQ(history->end(), market.now());
    Deaf deaf;
    history->runUntil(Timestamp::max(), deaf);
    expectSameBooks(*history, market);
    for (std::uint32_t id = 1; id <= 2; ++id) {
        EXPECT_EQ(history->feed(InstrumentId(id)).trades, market.feed(InstrumentId(id)).trades);
        EXPECT_EQ(history->feed(InstrumentId(id)).messages, market.feed(InstrumentId(id)).messages);
        EXPECT_EQ(depthOf(*history, id).sequence, depthOf(market, id).sequence);
        EXPECT_EQ(history->feed(InstrumentId(id)).state, FeedState::Ended);
    }
}

TEST(History, everyEventIsToldAsItWas)
{
    FaultyFileSystem disk;
    ToyMarket market;
    EventHash told;
    {
        auto const recorder = openRecorder(disk, smallBlocks(), market, market.now());
        BothHear both(told, *recorder);
        market.run(5'000, both);
        for (std::uint32_t id = 1; id <= 2; ++id) { // as a recording that is over
            auto status = market.feed(InstrumentId(id));
            status.state = FeedState::Ended;
            both.onFeed(status);
        }
        both.onNotice({Notice::Level::Info, market.now(), "over", std::nullopt});
        ASSERT_TRUE(recorder->finish());
    }
    auto const history = openMarket(disk);
    EventHash replayed;
    history->runUntil(Timestamp::max(), replayed);
    EXPECT_EQ(replayed.text(), told.text());
    EXPECT_EQ(replayed.events(), told.events());
    history->rewind();
    EventHash again;
    history->runUntil(Timestamp::max(), again);
    EXPECT_EQ(again.text(), told.text());
}

TEST(History, whatTheVenueSaysBesideItsBookIsToldAsItWas)
{
    FaultyFileSystem disk;
    auto settings = smallBlocks(300);
    settings.history.keyTime = seconds(7);
    ToyMarket market;
    std::vector<InstrumentStatistics> told;
    {
        auto const recorder = openRecorder(disk, settings, market, market.now());
        auto const say = [&](InstrumentStatistics said) {
            said.instrument = InstrumentId(2);
            said.time = market.now();
            told.push_back(said);
            recorder->onStatistics(said);
        };
        market.run(500, *recorder);
        say(
            {.markPrice = Amount(Int128{5} * pow10(18) * 1'000),
             .indexPrice = Amount(-6),
             .fundingRate = Amount(0),
             .nextFunding = Timestamp(9),
             .openInterest = Amount(10)}
        );
        market.run(500, *recorder); // 10 s
        say(
            {.markPrice = Amount(7),
             .liquidation = Liquidation{Side::Sell, Amount(1), Amount(2), Timestamp(3)}}
        );
        market.run(2'000, *recorder);
        ASSERT_TRUE(recorder->finish());
    }
    auto const history = openMarket(disk);
    HeardMarket heard;
    history->runUntil(Timestamp::max(), heard);
    EXPECT_EQ(heard.statistics, told);
    // Reading may begin anywhere: what was said last is known, and nobody is closed by force once more.
    auto expected = told[0];
    expected.update(told[1]);
    expected.liquidation.reset();
    auto const stream = HistoryReader::open(disk, historyFolder)->read(ToyMarket::start + seconds(25));
    std::vector<InstrumentStatistics> state;
    HistoryItem item;
    while (stream->next(item)) {
        if (item.extra != nullptr && std::holds_alternative<InstrumentStatistics>(*item.extra)) {
            state.push_back(std::get<InstrumentStatistics>(*item.extra));
        }
    }
    EXPECT_EQ(state, std::vector{expected});
}

TEST(History, theEngineHandsOnWhatTheVenueSays)
{
    Log log({.consoleLevel = LogLevel::Off});
    Sequencer sequencer(std::make_unique<ToyMarket>(), nullptr, TradingSettings{}, log);
    HeardMarket tap;
    sequencer.setTap(&tap);
    sequencer.onStatistics({.instrument = InstrumentId(1), .markPrice = Amount(5)});
    EXPECT_EQ(tap.statistics.size(), 1U);
}

TEST(History, aRangeBeginsWithTheBooksAndHoldsItsEvents)
{
    FaultyFileSystem disk;
    auto settings = smallBlocks(300);
    settings.history.keyTime = seconds(7);
    settings.history.segmentTime = seconds(20);
    ToyMarket market;
    recordToy(disk, settings, 10'000, market); // 100 s
    auto const reader = HistoryReader::open(disk, historyFolder);
    ASSERT_TRUE(reader);
    EXPECT_GE(reader->segments().size(), 5U);
    for (std::int64_t const at : {1, 19, 20, 21, 33, 60, 99}) {
        const Timestamp from = ToyMarket::start + seconds(at);
        const Timestamp to = from + seconds(5);
        ToyMarket truth;
        Deaf deaf;
        while (truth.nextEventTime() < from) {
            truth.run(1, deaf);
        }
        HistoryBooks books;
        std::uint64_t inside = 0;
        auto const stream = reader->read(from, to);
        HistoryItem item;
        bool compared = false;
        while (stream->next(item)) {
            EXPECT_GE(item.event.time, from);
            EXPECT_LT(item.event.time, to);
            if (!compared && item.event.time > from) {
                compared = true;
                for (std::uint32_t id = 1; id <= 2; ++id) {
                    std::vector<PriceLevel> bids;
                    books.find(InstrumentId(id))->levels.depth(Side::Buy, 1000, bids);
                    if (truth.nextEventTime() == from) {
                        truth.run(1, deaf);
                    }
                    EXPECT_EQ(bids, depthOf(truth, id).bids) << at;
                }
            }
            books.apply(item);
            inside += isTrade(item.event.kind) && item.event.time >= from ? 1U : 0U;
        }
        EXPECT_TRUE(compared || at == 99);
        EXPECT_GT(inside, 0U);
        EXPECT_EQ(stream->damaged(), 0U);
    }
}

TEST(History, aSecondRunFollowsWithAGapBetween)
{
    FaultyFileSystem disk;
    ToyMarket market;
    recordToy(disk, smallBlocks(), 1'000, market);
    {
        Deaf deaf;
        market.run(1'000, deaf); // nobody records
        auto const recorder = openRecorder(disk, smallBlocks(), market, market.now());
        recorder->begin({ToyMarket::instrument(2), ToyMarket::instrument(1)}, market.now());
        market.run(1'000, *recorder);
        ASSERT_TRUE(recorder->finish());
    }
    auto const history = openMarket(disk);
    HeardMarket heard;
    history->runUntil(Timestamp::max(), heard);
    expectSameBooks(*history, market);
    EXPECT_NE(heard.noticeText().find("nothing was recorded between"), std::string::npos)
        << heard.noticeText();
    auto const stale = std::count_if(heard.feeds.begin(), heard.feeds.end(), [](FeedStatus const& status) {
        return status.state == FeedState::Stale;
    });
    EXPECT_EQ(stale, 2) << "each book once";
    EXPECT_EQ(history->feed(InstrumentId(1)).state, FeedState::Ended);
}

TEST(History, whatIsOlderThanTheHistoryIsRefused)
{
    FaultyFileSystem disk;
    ToyMarket market;
    recordToy(disk, smallBlocks(), 1'000, market);
    auto const again = HistoryRecorder::open(disk, smallBlocks(), market, ToyMarket::start);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::HistoryOutOfOrder);
    EXPECT_NE(again.error().detail.find(segmentPath(1)), std::string::npos) << again.error().detail;
}

TEST(History, oneRecorderADirectory)
{
    FaultyFileSystem disk;
    ToyMarket market;
    auto const first = openRecorder(disk, smallBlocks(), market, market.now());
    auto const second = HistoryRecorder::open(disk, smallBlocks(), market, market.now());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::StorageInUse);
}

TEST(History, oldSegmentsGoByAgeAndBySize)
{
    for (bool const byAge : {true, false}) {
        FaultyFileSystem disk;
        auto settings = smallBlocks();
        settings.history.segmentTime = seconds(10);
        settings.history.keepTime = byAge ? seconds(30) : Duration(0);
        settings.history.keepBytes = byAge ? 0 : 60'000;
        ToyMarket market;
        recordToy(disk, settings, 20'000, market); // 200 s
        auto const reader = HistoryReader::open(disk, historyFolder);
        ASSERT_TRUE(reader);
        std::uint64_t bytes = 0;
        for (auto const& segment : reader->segments()) {
            bytes += segment.bytes;
        }
        if (byAge) {
            EXPECT_GE(reader->begin(), market.now() - seconds(50));
        } else {
            EXPECT_LE(bytes, 60'000U + 30'000U);
        }
        EXPECT_LE(reader->segments().size(), 6U);
        EXPECT_GE(reader->segments().size(), 2U);
        auto const history = openMarket(disk);
        HeardMarket heard;
        history->runUntil(Timestamp::max(), heard);
        EXPECT_TRUE(heard.notices.empty()) << heard.noticeText();
        expectSameBooks(*history, market);
    }
}

TEST(History, aDayIsReadABlockAtATime)
{
    FaultyFileSystem disk;
    auto settings = smallBlocks(4096);
    settings.history.segmentBytes = 512U << 10U;
    ToyMarket market;
    recordToy(disk, settings, 300'000, market); // 1.4 million events: 45 MB decoded
    auto const reader = HistoryReader::open(disk, historyFolder);
    ASSERT_TRUE(reader);
    EXPECT_GT(reader->segments().size(), 4U);
    auto const before = mallinfo2().uordblks;
    auto const stream = reader->read();
    HistoryItem item;
    std::size_t held = 0;
    std::uint64_t events = 0;
    while (stream->next(item)) {
        if (++events % 1000 == 0) {
            auto const now = mallinfo2().uordblks;
            held = std::max(held, now > before ? now - before : 0);
        }
    }
    EXPECT_GT(events, 1'000'000U);
    EXPECT_LT(held, std::size_t{4} << 20U);
}

TEST(History, aSegmentStillWrittenCanBeRead)
{
    FaultyFileSystem disk;
    ToyMarket market;
    auto settings = smallBlocks(100);
    auto const recorder = openRecorder(disk, settings, market, market.now());
    market.run(20'000, *recorder);
    while (recorder->progress().bytes < 50'000) {
        std::this_thread::yield();
    }
    auto const history = openMarket(disk);
    ASSERT_TRUE(history);
    HeardMarket heard;
    history->runUntil(Timestamp::max(), heard);
    EXPECT_TRUE(heard.notices.empty()) << heard.noticeText();
    EXPECT_GT(heard.levels.size(), 1'000U);
    ASSERT_TRUE(recorder->finish());
}

TEST(History, theListSaysWhatThereIs)
{
    FaultyFileSystem disk;
    ToyMarket market;
    recordToy(disk, smallBlocks(), 5'000, market);
    auto const reader = HistoryReader::open(disk, historyFolder);
    auto const list = reader->list();
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].instrument, ToyMarket::instrument(1));
    EXPECT_EQ(list[0].first, ToyMarket::start);
    EXPECT_GT(list[0].levels, 1'000U);
    EXPECT_EQ(list[0].trades, market.feed(InstrumentId(1)).trades);
    auto const check = reader->verify();
    EXPECT_TRUE(check.damage.empty());
    EXPECT_EQ(check.levels, list[0].levels + list[1].levels);
    EXPECT_NEAR(static_cast<double>(list[0].bytes + list[1].bytes), static_cast<double>(check.bytes), 4);
}

TEST(History, theSessionTellsWhatWasRecordedOfAPastHour)
{
    FaultyFileSystem disk;
    ToyMarket market;
    recordToy(disk, smallBlocks(), 5'000, market);
    ToyClock clock;
    Log log({.consoleLevel = LogLevel::Off});
    LocalSessionSettings settings;
    settings.readPast = [&](Instrument const& instrument, std::int64_t hour) {
        return heatHour(disk, {historyFolder}, instrument, hour);
    };
    LocalSession session(
        std::make_unique<Sequencer>(std::make_unique<ToyMarket>(), nullptr, TradingSettings{}, log),
        clock,
        log,
        std::move(settings)
    );
    Recorder known; // instruments are, once the first has come
    auto const list = session.subscribe({TopicKind::Feed, {}}, known);
    ASSERT_TRUE(known.waitFor([](auto const& events) { return events.size() > 1; }));
    const std::int64_t hour = ToyMarket::start.value / hours(1).value;
    auto const chunksOf = [&](InstrumentId instrument, std::int64_t wanted, int refused) {
        Recorder heard;
        heard.refuse(refused);
        Topic topic{TopicKind::HeatPast, instrument};
        topic.hour = wanted;
        auto const subscription = session.subscribe(topic, heard);
        EXPECT_TRUE(heard.waitFor([](auto const& events) { return events.back().snapshot; }));
        return std::get<HeatUpdate>(heard.events().back().payload).chunks.size();
    };
    auto const told = heatHour(disk, {historyFolder}, ToyMarket::instrument(1), hour).chunks.size();
    EXPECT_GT(told, 0U);
    EXPECT_EQ(chunksOf(InstrumentId(1), hour, 0), told);
    EXPECT_EQ(chunksOf(InstrumentId(1), hour, 2), told) << "who had no room is told again";
    EXPECT_EQ(chunksOf(InstrumentId(1), hour + 1, 0), 0U);
    EXPECT_EQ(chunksOf(InstrumentId(99), hour, 0), 0U);
}

TEST(History, theSessionRecordsWhenItIsTold)
{
    FaultyFileSystem disk;
    ToyClock clock;
    Log log({.consoleLevel = LogLevel::Off});
    LocalSessionSettings settings;
    settings.openRecorder = [&](Market const& market, Timestamp now) {
        return HistoryRecorder::open(disk, smallBlocks(), market, now);
    };
    LocalSession session(
        std::make_unique<Sequencer>(std::make_unique<ToyMarket>(), nullptr, TradingSettings{}, log),
        clock,
        log,
        std::move(settings)
    );
    Recorder heard;
    auto const subscription = session.subscribe({TopicKind::Market, {}}, heard);
    auto const recording = [&](bool on) {
        return heard.waitFor([on](auto const& events) {
            auto const* const status = std::get_if<MarketStatus>(&events.back().payload);
            return status != nullptr && status->recording == on &&
                   status->now > ToyMarket::start + milliseconds(100);
        });
    };
    ASSERT_TRUE(recording(false)); // something has happened before
    ASSERT_EQ(session.submit(SetRecording{true}), SubmitResult::Accepted);
    ASSERT_TRUE(recording(true));
    auto const events = heard.events().size();
    ASSERT_TRUE(heard.waitForCount(events + 3));
    ASSERT_EQ(session.submit(SetRecording{false}), SubmitResult::Accepted);
    ASSERT_TRUE(recording(false));
    auto const history = openMarket(disk);
    ASSERT_TRUE(history);
    HeardMarket told;
    history->runUntil(Timestamp::max(), told);
    EXPECT_EQ(told.instruments.size(), 2U);
    EXPECT_GT(told.levels.size(), 150U) << "the books as they were when it began, and what happened";
    EXPECT_TRUE(told.notices.empty()) << told.noticeText();
    // Once more, behind the first.
    session.submit(SetRecording{true});
    ASSERT_TRUE(recording(true));
    session.close();
    EXPECT_EQ(HistoryReader::open(disk, historyFolder)->segments().size(), 2U);
}

TEST(History, theSessionGoesBackToBeforeAnInstrumentWasKnown)
{
    FaultyFileSystem disk;
    constexpr Timestamp start = ToyMarket::start;
    ToyMarket market;
    {
        auto const recorder = openRecorder(disk, smallBlocks(), market, start);
        for (std::uint32_t id = 1; id <= 2; ++id) { // the second one a second later
            const InstrumentId instrument(id);
            auto const time = start + seconds(id - 1);
            recorder->onInstrument(ToyMarket::instrument(id));
            recorder->onLevel(instrument, Side::Buy, Price(100 * id), Qty(7), time);
            recorder->onBookUpdated(instrument, time + seconds(1));
        }
        ASSERT_TRUE(recorder->finish());
    }
    SystemClock clock;
    Log log({.consoleLevel = LogLevel::Off});
    auto history = openMarket(disk);
    auto const end = history->end();
    LocalSession session(
        std::make_unique<Sequencer>(std::move(history), nullptr, TradingSettings{}, log),
        clock,
        log,
        LocalSessionSettings{.speed = 1.0, .paused = true}
    );
    Recorder status;
    auto const market1 = session.subscribe({TopicKind::Market, {}}, status);
    auto const seek = [&](Timestamp to) {
        session.submit(ReplayRequest{ReplayRequest::Action::Seek, to, 1.0});
        return status.waitFor([&](auto const& events) {
            auto const* const now = std::get_if<MarketStatus>(&events.back().payload);
            return now != nullptr && now->now == to;
        });
    };
    ASSERT_TRUE(seek(end));
    Recorder feeds;
    Recorder depths;
    auto const feedTopic = session.subscribe({TopicKind::Feed, {}}, feeds);
    auto const depthTopic = session.subscribe({TopicKind::Depth, InstrumentId(2)}, depths);
    ASSERT_TRUE(feeds.waitForCount(2));
    ASSERT_TRUE(depths.waitForCount(1));
    ASSERT_TRUE(seek(start));
    auto const told = feeds.events().size();
    ASSERT_TRUE(feeds.waitForCount(told + 2)) << "both books, though one of them is not known yet";
    ASSERT_TRUE(seek(end));
    ASSERT_TRUE(depths.waitFor([&](auto const& events) {
        auto const* const view = std::get_if<DepthPtr>(&events.back().payload);
        return view != nullptr && !(*view)->bids.empty() && events.size() > 2;
    }));
    session.close();
}

TEST(History, whoListensIsToldOfAFinerTick)
{
    FaultyFileSystem disk;
    ToyMarket market;
    {
        auto const recorder = openRecorder(disk, smallBlocks(), market, ToyMarket::start);
        for (std::uint32_t i = 1; i <= 3; ++i) {
            Instrument instrument = ToyMarket::instrument(1);
            instrument.tickSize = Price(i < 3 ? 10 : 5);
            recorder->onInstrument(instrument);
            recorder->onTrade(
                {InstrumentId(1), Price(100), Qty(10), Side::Buy, ToyMarket::start + seconds(i), i}
            );
        }
        ASSERT_TRUE(recorder->finish());
    }
    SystemClock clock;
    Log log({.consoleLevel = LogLevel::Off});
    LocalSession session(
        std::make_unique<Sequencer>(openMarket(disk), nullptr, TradingSettings{}, log),
        clock,
        log,
        LocalSessionSettings{.speed = 1.0, .paused = true}
    );
    Recorder status;
    auto const marketTopic = session.subscribe({TopicKind::Market, {}}, status);
    auto const seek = [&](Duration to) {
        session.submit(ReplayRequest{ReplayRequest::Action::Seek, ToyMarket::start + to, 1.0});
        return status.waitFor([&](auto const& events) {
            auto const* const now = std::get_if<MarketStatus>(&events.back().payload);
            return now != nullptr && now->now == ToyMarket::start + to;
        });
    };
    ASSERT_TRUE(seek(seconds(1)));
    Recorder trades;
    auto const tradesTopic = session.subscribe({TopicKind::Trades, InstrumentId(1)}, trades);
    ASSERT_TRUE(trades.waitForCount(1));
    Recorder heat;
    auto const heatTopic = session.subscribe({TopicKind::Heat, InstrumentId(1)}, heat);
    ASSERT_TRUE(heat.waitForCount(1));
    for (int i = 0; i < 3; ++i) {
        session.submit(ReplayRequest{ReplayRequest::Action::Step, {}, 1.0});
    }
    std::vector<std::uint64_t> ids;
    ASSERT_TRUE(trades.waitFor([&](auto const& events) {
        ids.clear();
        for (Event const& event : events) {
            auto const& batch = std::get<TradeBatch>(event.payload);
            EXPECT_EQ(batch.dropped, 0U);
            for (Trade const& trade : batch.trades) {
                ids.push_back(trade.id);
            }
        }
        return !ids.empty() && ids.back() == 3;
    }));
    EXPECT_EQ(ids, (std::vector<std::uint64_t>{1, 2, 3}));
    // The heat map was told in the other tick: that is void, and what follows is in the new one.
    Event anew;
    ASSERT_TRUE(heat.waitFor([&](auto const& events) {
        auto const isVoid = [](Event const& event) {
            return std::holds_alternative<Resync>(event.payload);
        };
        auto const found = std::find_if(events.begin(), events.end(), isVoid);
        bool const told = found != events.end() && std::next(found) != events.end();
        anew = told ? *std::next(found) : Event{};
        return told;
    }));
    EXPECT_TRUE(anew.snapshot);
    for (HeatChunkPtr const& chunk : std::get<HeatUpdate>(anew.payload).chunks) {
        EXPECT_EQ(chunk->columns.back().lastTick, 20);
    }
    session.close();
}
