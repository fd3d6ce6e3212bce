// The engine's thread around a replay: pace, pause, step, seek, and what a subscriber hears of it.

#include "engine/market/replay_market.h"
#include "engine/session/local_session.h"
#include "engine/venue/venues.h"
#include "tests/support/recorder.h"
#include "tests/support/sim_session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace qob {
namespace {

using test::Recorder;

constexpr InstrumentId btc(1);

class ReplaySession : public testing::Test {
protected:
    ReplaySession()
    {
        auto market = ReplayMarket::open({QOB_FIXTURES "/binance_spot.capture"}, m_venues);
        begin = (*market)->begin();
        end = (*market)->end();
        TradingSettings settings;
        settings.deposits = test::testDeposits();
        session = std::make_unique<LocalSession>(
            std::make_unique<Sequencer>(std::move(*market), nullptr, settings, m_log),
            m_clock,
            m_log,
            LocalSessionSettings{.speed = 1.0, .paused = true}
        );
        m_marketSubscription = session->subscribe({TopicKind::Market, {}}, status);
        m_noticeSubscription = session->subscribe({TopicKind::Notices, {}}, notices);
        EXPECT_TRUE(status.waitForCount(1));
        EXPECT_TRUE(notices.waitForCount(1));
    }

    ~ReplaySession() override
    {
        m_marketSubscription.reset();
        m_noticeSubscription.reset();
        session->close();
    }

    void control(ReplayRequest const& request)
    {
        ASSERT_EQ(session->submit(request), SubmitResult::Accepted);
    }

    template <class Condition>
    bool waitForStatus(Condition condition)
    {
        return status.waitFor([&](auto const& events) {
            return condition(std::get<MarketStatus>(events.back().payload));
        });
    }

    Venues m_venues;
    SystemClock m_clock;
    Log m_log{LogSettings{.consoleLevel = LogLevel::Off}};
    Timestamp begin;
    Timestamp end;
    std::unique_ptr<LocalSession> session;
    Recorder status;
    Recorder notices;

private:
    Subscription m_marketSubscription;
    Subscription m_noticeSubscription;
};

TEST_F(ReplaySession, StepsOneMessageAtATimeWhilePaused)
{
    std::set<std::int64_t> times;
    for (int i = 0; i < 4; ++i) {
        auto const before = std::get<MarketStatus>(status.events().back().payload).now;
        control({ReplayRequest::Action::Step, {}, 1.0});
        ASSERT_TRUE(waitForStatus([&](MarketStatus const& s) { return s.now > before || i == 0; }));
        auto const now = std::get<MarketStatus>(status.events().back().payload);
        EXPECT_TRUE(now.paused);
        times.insert(now.now.value);
    }
    EXPECT_GE(times.size(), 3U);
}

TEST_F(ReplaySession, PlaysToItsEndAtFullSpeedAndSaysSo)
{
    control({ReplayRequest::Action::SetSpeed, {}, replaySpeedMax});
    control({ReplayRequest::Action::Play, {}, 1.0});
    ASSERT_TRUE(waitForStatus([&](MarketStatus const& s) { return s.ended && s.now == end; }));
}

TEST_F(ReplaySession, ASeekVoidsWhatWasSentAndEndsOnTheSameBook)
{
    Recorder depth;
    control({ReplayRequest::Action::Seek, end, 1.0});
    ASSERT_TRUE(waitForStatus([&](MarketStatus const& s) { return s.now == end; }));
    auto const subscription = session->subscribe({TopicKind::Depth, btc}, depth);
    ASSERT_TRUE(depth.waitForCount(1));
    auto const first = std::get<DepthPtr>(depth.events().front().payload);
    control({ReplayRequest::Action::Seek, begin, 1.0});
    ASSERT_TRUE(waitForStatus([&](MarketStatus const& s) { return s.now == begin; }));
    control({ReplayRequest::Action::Seek, end, 1.0});
    ASSERT_TRUE(waitForStatus([&](MarketStatus const& s) { return s.now == end; }));
    ASSERT_TRUE(depth.waitFor([&](auto const& events) {
        auto const* view = std::get_if<DepthPtr>(&events.back().payload);
        return view != nullptr && (*view)->sequence == first->sequence && events.size() > 2;
    }));
    auto const events = depth.events();
    auto const last = std::get<DepthPtr>(events.back().payload);
    EXPECT_EQ(last->bids, first->bids);
    EXPECT_EQ(last->asks, first->asks);
    EXPECT_TRUE(std::holds_alternative<Resync>(events[1].payload));
    EXPECT_TRUE(events[2].snapshot);
}

TEST_F(ReplaySession, ASeekMakesCandlesTickersAndConsolidatedBooksAnew)
{
    control({ReplayRequest::Action::Seek, end, 1.0});
    ASSERT_TRUE(waitForStatus([&](MarketStatus const& s) { return s.now == end; }));
    Recorder candles;
    Recorder tickers;
    Recorder books;
    auto const first = session->subscribe({TopicKind::Candles, btc, CandleInterval::Hour1}, candles);
    auto const second = session->subscribe({TopicKind::Ticker, btc}, tickers);
    auto const third =
        session->subscribe({TopicKind::Consolidated, {}, {}, CanonicalName("ABC-USDT")}, books);
    for (auto* recorder : {&candles, &tickers, &books}) {
        ASSERT_TRUE(recorder->waitForCount(1));
    }
    auto const made = std::get<CandleBatch>(candles.events().front().payload).candles;
    auto const ticker = std::get<TickerList>(tickers.events().front().payload).tickers.at(0);
    ASSERT_FALSE(made.empty());
    EXPECT_TRUE(made.back().incomplete) << "the recording is over";
    EXPECT_EQ(ticker.dayTrades, 1U);
    control({ReplayRequest::Action::Seek, begin, 1.0});
    ASSERT_TRUE(waitForStatus([&](MarketStatus const& s) { return s.now == begin; }));
    control({ReplayRequest::Action::Seek, end, 1.0});
    ASSERT_TRUE(waitForStatus([&](MarketStatus const& s) { return s.now == end; }));
    for (auto* recorder : {&candles, &tickers, &books}) {
        ASSERT_TRUE(recorder->waitFor([](auto const& events) {
            return std::any_of(events.begin(), events.end(), [](Event const& event) {
                return std::holds_alternative<Resync>(event.payload);
            });
        }));
    }
    EXPECT_TRUE(candles.waitFor([&](auto const& events) {
        auto const* batch = std::get_if<CandleBatch>(&events.back().payload);
        return batch != nullptr && batch->candles == made;
    }));
    EXPECT_TRUE(tickers.waitFor([&](auto const& events) {
        auto const* list = std::get_if<TickerList>(&events.back().payload);
        return list != nullptr && list->tickers.at(0).dayTrades == ticker.dayTrades &&
               list->tickers.at(0).dayTurnover == ticker.dayTurnover;
    }));
    EXPECT_TRUE(books.waitFor([&](auto const& events) {
        auto const* view = std::get_if<ConsolidatedPtr>(&events.back().payload);
        return view != nullptr && (*view)->members.size() == 1 &&
               (*view)->members[0].state == FeedState::Ended;
    }));
}

TEST_F(ReplaySession, ASeekOutsideTheRecordingIsRefusedInWords)
{
    control({ReplayRequest::Action::Seek, end + seconds(100), 1.0});
    ASSERT_TRUE(notices.waitFor([](auto const& events) {
        auto const& list = std::get<NoticeList>(events.back().payload).notices;
        return !list.empty() && list.back().code == ErrorCode::ReplayOutOfRange;
    }));
}

TEST_F(ReplaySession, ASeekCancelsPaperOrders)
{
    control({ReplayRequest::Action::Seek, begin + (end - begin), 1.0});
    control({ReplayRequest::Action::Seek, Timestamp(begin.value + (end - begin).value / 2), 1.0});
    Recorder depth;
    auto const depthSubscription = session->subscribe({TopicKind::Depth, btc}, depth);
    ASSERT_TRUE(depth.waitFor([](auto const& events) {
        auto const* view = std::get_if<DepthPtr>(&events.back().payload);
        return view != nullptr && (*view)->state == FeedState::Live && !(*view)->bids.empty();
    }));
    auto const view = std::get<DepthPtr>(depth.events().back().payload);
    Recorder orders;
    auto const subscription = session->subscribe({TopicKind::Orders, {}}, orders);
    ASSERT_TRUE(orders.waitForCount(1));
    NewOrderSingle order;
    order.clOrdId = ClOrdId("paper");
    order.instrument = btc;
    order.price = view->bids.back().price;
    order.orderQty = view->bids.back().qty;
    ASSERT_EQ(session->submit(order), SubmitResult::Accepted);
    ASSERT_TRUE(orders.waitForCount(2));
    auto const pending = orders.payloads<ExecutionReport>().front();
    ASSERT_EQ(pending.ordStatus, OrdStatus::PendingNew) << pending.reason->message();
    control({ReplayRequest::Action::Seek, begin, 1.0});
    ASSERT_TRUE(orders.waitFor([](auto const& events) {
        auto const* report = std::get_if<ExecutionReport>(&events.back().payload);
        return report != nullptr && report->ordStatus == OrdStatus::Canceled && report->reason;
    }));
}

TEST(SimSession, ASimulatedMarketHasNoPastToSeekIn)
{
    SystemClock clock;
    Log log({.consoleLevel = LogLevel::Off});
    LocalSession session(test::simSequencer(log), clock, log);
    Recorder notices;
    auto const subscription = session.subscribe({TopicKind::Notices, {}}, notices);
    ASSERT_TRUE(notices.waitForCount(1));
    ASSERT_EQ(
        session.submit(ReplayRequest{ReplayRequest::Action::Seek, test::simStart, 1.0}),
        SubmitResult::Accepted
    );
    ASSERT_TRUE(notices.waitForCount(2));
    EXPECT_EQ(notices.payloads<NoticeList>().back().notices.back().code, ErrorCode::ReplayNotSeekable);
}

// The whole hour of the shown book is there with the first heat map, before the other books have theirs.
TEST(SimSession, TheShownBooksPastIsRolledFirst)
{
    SystemClock clock;
    Log log({.consoleLevel = LogLevel::Off});
    LocalSession session(test::simSequencer(log, hours(1)), clock, log);
    Recorder heat;
    constexpr InstrumentId last(30);
    auto const subscription = session.subscribe({TopicKind::Heat, last}, heat);
    ASSERT_TRUE(heat.waitForCount(1));
    auto const chunks = heat.payloads<HeatUpdate>().front().chunks;
    auto const columns = chunks.back()->firstColumn - chunks.front()->firstColumn;
    EXPECT_GE(columns + heatChunkColumns, 36'000);
    for (auto const& chunk : chunks) {
        EXPECT_FALSE(chunk->columns.front().stale);
    }
}

} // namespace
} // namespace qob
