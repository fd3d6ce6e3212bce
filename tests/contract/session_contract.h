#pragma once

// What every Session must do. To be included once by a file that has named its Hosts: each opens a session
// whose market is live and has instrument 1.

#include "tests/support/recorder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace qob {
namespace {

using test::Recorder;

constexpr InstrumentId btc(1);

template <class Host>
class SessionContract : public testing::Test {
protected:
    NewOrderSingle restingBuy(char const* clOrdId)
    {
        NewOrderSingle order;
        order.clOrdId = ClOrdId(clOrdId);
        order.instrument = btc;
        order.side = Side::Buy;
        order.price = Price(300'000); // 30,000.0: far below the market
        order.orderQty = Qty(10);
        return order;
    }

    // Orders are refused until the first book is there.
    void waitForMarket()
    {
        Recorder depth;
        auto const subscription = host.session().subscribe({TopicKind::Depth, btc}, depth);
        ASSERT_TRUE(depth.waitForCount(1));
    }

    static bool hasReport(std::vector<Event> const& events, std::string_view clOrdId, ExecType type)
    {
        return std::any_of(events.begin(), events.end(), [&](Event const& event) {
            const auto* report = std::get_if<ExecutionReport>(&event.payload);
            return report != nullptr && report->clOrdId.view() == clOrdId && report->execType == type;
        });
    }

    Host host;
};

TYPED_TEST_SUITE(SessionContract, Hosts);

TYPED_TEST(SessionContract, EveryStreamIsASnapshotThenContiguousSequences)
{
    for (Topic const& topic :
         {Topic{TopicKind::Instruments, {}},
          Topic{TopicKind::Market, {}},
          Topic{TopicKind::Feed, {}},
          Topic{TopicKind::Depth, btc},
          Topic{TopicKind::Trades, btc},
          Topic{TopicKind::Heat, btc},
          Topic{TopicKind::Orders, {}},
          Topic{TopicKind::Account, {}},
          Topic{TopicKind::Notices, {}},
          Topic{TopicKind::Ticker, btc},
          Topic{TopicKind::Ticker, {}},
          Topic{TopicKind::Candles, btc, CandleInterval::Sec1},
          Topic{TopicKind::Candles, btc, CandleInterval::Hour1},
          Topic{TopicKind::Consolidated, {}, {}, CanonicalName("BTC-USDT")},
          Topic{TopicKind::Consolidated, {}, {}, CanonicalName("BTC-USDT"), true}}) {
        SCOPED_TRACE(static_cast<int>(topic.kind));
        Recorder recorder;
        auto const subscription = this->host.session().subscribe(topic, recorder);
        bool const moves = topic.kind == TopicKind::Depth || topic.kind == TopicKind::Heat ||
                           topic.kind == TopicKind::Market || topic.kind == TopicKind::Feed ||
                           topic.kind >= TopicKind::Ticker;
        ASSERT_TRUE(recorder.waitForCount(moves ? 4 : 1));
        auto const events = recorder.events();
        for (std::size_t i = 0; i < events.size(); ++i) {
            EXPECT_EQ(events[i].topic, topic);
            EXPECT_EQ(events[i].sequence, i + 1);
            EXPECT_EQ(events[i].snapshot, i == 0);
        }
    }
}

TYPED_TEST(SessionContract, AnOverflowIsAResyncAndASnapshotNeverSilence)
{
    for (const TopicKind kind :
         {TopicKind::Depth,
          TopicKind::Heat,
          TopicKind::Trades,
          TopicKind::Ticker,
          TopicKind::Candles,
          TopicKind::Consolidated}) {
        Recorder recorder;
        bool const named = kind == TopicKind::Consolidated;
        const CanonicalName name(named ? "BTC-USDT" : "");
        auto const subscription = this->host.session().subscribe(
            {kind, named ? InstrumentId() : btc, CandleInterval::Min1, name}, recorder
        );
        ASSERT_TRUE(recorder.waitForCount(2));
        recorder.refuse(1);
        ASSERT_TRUE(recorder.waitFor([](auto const& events) {
            return std::holds_alternative<Resync>(events.back().payload) ||
                   (events.size() > 1 && std::holds_alternative<Resync>(events[events.size() - 2].payload));
        }));
        ASSERT_TRUE(recorder.waitFor([](auto const& events) { return events.back().snapshot; }));
        auto const events = recorder.events();
        for (std::size_t i = 0; i < events.size(); ++i) {
            EXPECT_EQ(events[i].sequence, i + 1);
        }
    }
}

TYPED_TEST(SessionContract, APastHourIsToldOnceAlsoWhereNothingWasRecorded)
{
    Topic topic{TopicKind::HeatPast, btc};
    topic.hour = 400'000;
    Recorder recorder;
    auto const subscription = this->host.session().subscribe(topic, recorder);
    ASSERT_TRUE(recorder.waitForCount(1));
    auto const event = recorder.events().front();
    EXPECT_EQ(event.topic, topic);
    EXPECT_TRUE(event.snapshot);
    EXPECT_TRUE(std::get<HeatUpdate>(event.payload).chunks.empty());
}

TYPED_TEST(SessionContract, CandlesAreTheTradesThatWereTold)
{
    Recorder trades;
    Recorder candles;
    auto const first = this->host.session().subscribe({TopicKind::Trades, btc}, trades);
    ASSERT_TRUE(trades.waitForCount(1));
    auto const second =
        this->host.session().subscribe({TopicKind::Candles, btc, CandleInterval::Sec1}, candles);
    // Two whole seconds after the snapshot.
    ASSERT_TRUE(candles.waitFor([](auto const& events) {
        auto const& sent = std::get<CandleBatch>(events.back().payload).candles;
        auto const& before = std::get<CandleBatch>(events.front().payload).candles;
        return !sent.empty() && (before.empty() || sent.front().start > before.back().start + seconds(4));
    }));
    std::map<Timestamp, Candle> held;
    Timestamp whole = Timestamp::min();
    for (auto const& event : candles.events()) {
        auto const& batch = std::get<CandleBatch>(event.payload);
        EXPECT_EQ(batch.interval, CandleInterval::Sec1);
        for (auto const& candle : batch.candles) {
            held[candle.start] = candle;
        }
        whole = whole == Timestamp::min() && !batch.candles.empty() ? batch.candles.back().start : whole;
    }
    std::map<Timestamp, std::uint64_t> counts;
    for (auto const& batch : trades.template payloads<TradeBatch>()) {
        EXPECT_EQ(batch.dropped, 0U);
        for (auto const& trade : batch.trades) {
            ++counts[candleStart(CandleInterval::Sec1, trade.time)];
        }
    }
    int compared = 0;
    for (auto const& [start, candle] : held) {
        if (start > whole && candle.closed) {
            EXPECT_EQ(candle.trades, counts[start]);
            EXPECT_FALSE(candle.incomplete);
            ++compared;
        }
    }
    EXPECT_GT(compared, 0);
}

TYPED_TEST(SessionContract, TheConsolidatedBookNamesItsVenues)
{
    Recorder books;
    auto const subscription =
        this->host.session().subscribe({TopicKind::Consolidated, {}, {}, CanonicalName("BTC-USDT")}, books);
    ASSERT_TRUE(books.waitFor([](auto const& events) {
        auto const& view = *std::get<ConsolidatedPtr>(events.back().payload);
        return view.members.size() > 1 && view.bid.instrument != InstrumentId() &&
               view.ask.instrument != InstrumentId() && !view.bids.empty();
    }));
    auto const view = std::get<ConsolidatedPtr>(books.events().back().payload);
    EXPECT_EQ(view->name.view(), "BTC-USDT");
    EXPECT_EQ(view->bids.front().price, view->bid.price);
    EXPECT_EQ(view->asks.front().price, view->ask.price);
    EXPECT_EQ(view->bids.back().sharesEnd, view->bidShares.size());
    // A name that nothing bears has an empty book.
    Recorder none;
    auto const other =
        this->host.session().subscribe({TopicKind::Consolidated, {}, {}, CanonicalName("NO-SUCH")}, none);
    ASSERT_TRUE(none.waitForCount(1));
    EXPECT_TRUE(std::get<ConsolidatedPtr>(none.events().front().payload)->members.empty());
}

TYPED_TEST(SessionContract, ATickerIsOfOneInstrumentOrOfAll)
{
    Recorder all;
    Recorder one;
    auto const first = this->host.session().subscribe({TopicKind::Ticker, {}}, all);
    auto const second = this->host.session().subscribe({TopicKind::Ticker, btc}, one);
    ASSERT_TRUE(one.waitFor([](auto const& events) {
        auto const& tickers = std::get<TickerList>(events.back().payload).tickers;
        return tickers.size() == 1 && tickers[0].dayTrades > 0 && tickers[0].bid.price > Price(0);
    }));
    EXPECT_EQ(one.template payloads<TickerList>().back().tickers[0].instrument, btc);
    ASSERT_TRUE(all.waitFor([](auto const& events) {
        std::set<InstrumentId> seen;
        for (auto const& event : events) {
            for (auto const& ticker : std::get<TickerList>(event.payload).tickers) {
                seen.insert(ticker.instrument);
            }
        }
        return seen.size() > 1;
    }));
}

TYPED_TEST(SessionContract, AnOrderIsAnsweredPendingThenNewThenCanceled)
{
    this->waitForMarket();
    Recorder orders;
    auto const subscription = this->host.session().subscribe({TopicKind::Orders, {}}, orders);
    ASSERT_TRUE(orders.waitForCount(1));
    ASSERT_EQ(this->host.session().submit(this->restingBuy("o1")), SubmitResult::Accepted);
    ASSERT_TRUE(orders.waitFor([](auto const& e) { return TestFixture::hasReport(e, "o1", ExecType::New); }));
    ASSERT_EQ(
        this->host.session().submit(OrderCancelRequest{ClOrdId("c1"), ClOrdId("o1")}), SubmitResult::Accepted
    );
    ASSERT_TRUE(orders.waitFor([](auto const& e) {
        return TestFixture::hasReport(e, "o1", ExecType::Canceled);
    }));
    std::vector<ExecType> types;
    for (auto const& report : orders.template payloads<ExecutionReport>()) {
        if (report.execType != ExecType::OrderStatus) {
            types.push_back(report.execType);
        }
    }
    EXPECT_EQ(
        types,
        (std::vector<ExecType>{
            ExecType::PendingNew, ExecType::New, ExecType::PendingCancel, ExecType::Canceled})
    );
}

TYPED_TEST(SessionContract, TheSameClOrdIdAgainMakesNoSecondOrder)
{
    this->waitForMarket();
    Recorder orders;
    auto const subscription = this->host.session().subscribe({TopicKind::Orders, {}}, orders);
    ASSERT_TRUE(orders.waitForCount(1));
    for (int i = 0; i < 3; ++i) {
        ASSERT_EQ(this->host.session().submit(this->restingBuy("same")), SubmitResult::Accepted);
    }
    auto other = this->restingBuy("same");
    other.orderQty = Qty(20);
    ASSERT_EQ(this->host.session().submit(other), SubmitResult::Accepted);
    ASSERT_TRUE(orders.waitFor([](auto const& e) {
        return TestFixture::hasReport(e, "same", ExecType::Rejected);
    }));
    Recorder late;
    auto const lateSubscription = this->host.session().subscribe({TopicKind::Orders, {}}, late);
    ASSERT_TRUE(late.waitForCount(1));
    auto const list = std::get<OrderList>(late.events().front().payload);
    ASSERT_EQ(list.orders.size(), 1U);
    EXPECT_EQ(list.orders.front().orderQty, Qty(10));
    for (auto const& report : orders.template payloads<ExecutionReport>()) {
        if (report.execType == ExecType::Rejected) {
            EXPECT_EQ(report.reason->code, ErrorCode::OrderDuplicateClOrdID);
            EXPECT_EQ(report.orderId, OrderId());
        }
    }
}

TYPED_TEST(SessionContract, EveryTypeOfOrderIsTakenOrRefusedByName)
{
    this->waitForMarket();
    Recorder orders;
    auto const subscription = this->host.session().subscribe({TopicKind::Orders, {}}, orders);
    ASSERT_TRUE(orders.waitForCount(1));
    int names = 0;
    // What comes of a resting buy after `shape`: New, or why not.
    auto const answerTo = [&](auto shape) {
        auto const name = "t" + std::to_string(++names);
        auto order = this->restingBuy(name.c_str());
        shape(order);
        EXPECT_EQ(this->host.session().submit(order), SubmitResult::Accepted);
        EXPECT_TRUE(orders.waitFor([&](auto const& e) {
            return TestFixture::hasReport(e, name, ExecType::New) ||
                   TestFixture::hasReport(e, name, ExecType::Rejected);
        }));
        ErrorCode reason{};
        for (auto const& report : orders.template payloads<ExecutionReport>()) {
            bool const refused = report.clOrdId.view() == name && report.execType == ExecType::Rejected;
            reason = refused ? report.reason.value().code : reason;
        }
        return reason;
    };
    constexpr ErrorCode taken{};
    auto const with = [&](ExecInst inst) {
        return answerTo([&](NewOrderSingle& order) { order.execInst = inst; });
    };
    auto const until = [&](TimeInForce tif) {
        return answerTo([&](NewOrderSingle& order) {
            order.timeInForce = tif;
            order.expireTime = Timestamp::max() - seconds(1);
        });
    };
    auto const stop = [&](OrdType type, Price trigger, Price trail) {
        return answerTo([&](NewOrderSingle& order) {
            order.ordType = type;
            order.price = type == OrdType::StopLimit ? Price(2'000'000) : Price();
            order.stopPx = trigger;
            order.trailOffset = trail;
        });
    };
    EXPECT_EQ(with(ExecInst::PostOnly), taken);
    EXPECT_EQ(with(ExecInst::PostOnlySlide), taken);
    EXPECT_EQ(with(ExecInst::Hidden), taken);
    EXPECT_EQ(with(ExecInst::AllOrNone), taken);
    EXPECT_EQ(with(ExecInst::CancelOnDisconnect), taken);
    EXPECT_EQ(with(ExecInst::ReduceOnly), ErrorCode::OrderNothingToReduce);
    EXPECT_EQ(with(ExecInst::PegMid), ErrorCode::OrderBadCombination);
    EXPECT_EQ(until(TimeInForce::Day), taken);
    EXPECT_EQ(until(TimeInForce::GoodTillDate), taken);
    EXPECT_EQ(until(TimeInForce::ImmediateOrCancel), taken);
    EXPECT_EQ(until(TimeInForce::AtTheOpening), ErrorCode::OrderUnsupported);
    EXPECT_EQ(until(TimeInForce::AtTheClose), ErrorCode::OrderUnsupported);
    EXPECT_EQ(stop(OrdType::Stop, Price(1'900'000), Price()), taken);
    EXPECT_EQ(stop(OrdType::StopLimit, Price(1'900'000), Price()), taken);
    EXPECT_EQ(stop(OrdType::StopLimit, Price(1'900'000), Price(1'000)), taken);
    EXPECT_EQ(stop(OrdType::Stop, Price(), Price()), ErrorCode::OrderBadStopPx);
    EXPECT_EQ(answerTo([](NewOrderSingle& order) { order.displayQty = Qty(2); }), taken);
    EXPECT_EQ(answerTo([](NewOrderSingle& order) { order.ordType = OrdType::MarketToLimit; }), taken);
    EXPECT_EQ(answerTo([](NewOrderSingle& order) { order.selfTrade = SelfTrade::CancelBoth; }), taken);
    auto const pegged = [](NewOrderSingle& order) {
        order.ordType = OrdType::Pegged;
        order.execInst = ExecInst::PegPrimary;
    };
    EXPECT_EQ(answerTo(pegged), taken);
}

TYPED_TEST(SessionContract, LinkedOrdersGoTogether)
{
    this->waitForMarket();
    Recorder orders;
    auto const subscription = this->host.session().subscribe({TopicKind::Orders, {}}, orders);
    ASSERT_TRUE(orders.waitForCount(1));
    const NewOrderList list{
        Contingency::OneCancelsOther, {this->restingBuy("one"), this->restingBuy("other")}};
    ASSERT_EQ(this->host.session().submit(list), SubmitResult::Accepted);
    ASSERT_TRUE(orders.waitFor([](auto const& e) {
        return TestFixture::hasReport(e, "one", ExecType::New) &&
               TestFixture::hasReport(e, "other", ExecType::New);
    }));
    ASSERT_EQ(
        this->host.session().submit(OrderCancelRequest{ClOrdId("c"), ClOrdId("one")}), SubmitResult::Accepted
    );
    ASSERT_TRUE(orders.waitFor([](auto const& e) {
        return TestFixture::hasReport(e, "other", ExecType::Canceled);
    }));
    for (auto const& report : orders.template payloads<ExecutionReport>()) {
        EXPECT_EQ(report.contingency, Contingency::OneCancelsOther);
        if (report.clOrdId.view() == "other" && report.execType == ExecType::Canceled) {
            EXPECT_EQ(report.reason.value().code, ErrorCode::OrderLinkedDone);
        }
    }
}

TYPED_TEST(SessionContract, AnEndedSubscriptionIsNeverCalledAgain)
{
    Recorder recorder;
    auto subscription = this->host.session().subscribe({TopicKind::Depth, btc}, recorder);
    ASSERT_TRUE(recorder.waitForCount(2));
    subscription.reset();
    auto const before = recorder.events().size();
    Recorder other;
    auto const running = this->host.session().subscribe({TopicKind::Depth, btc}, other);
    ASSERT_TRUE(other.waitForCount(5));
    EXPECT_EQ(recorder.events().size(), before);
}

TYPED_TEST(SessionContract, AfterTheEndEverythingIsClosed)
{
    EXPECT_EQ(this->host.session().state(), SessionState::Open);
    this->host.close();
    EXPECT_EQ(this->host.session().state(), SessionState::Closed);
    EXPECT_EQ(this->host.session().submit(this->restingBuy("late")), SubmitResult::Closed);
}

} // namespace
} // namespace qob
