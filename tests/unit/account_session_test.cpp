// The sessions of many accounts on one engine: what each hears, and what it may not do.

#include "tests/support/recorder.h"
#include "tests/support/sim_session.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace qob {
namespace {

using test::Recorder;

constexpr AccountId anna(2);
constexpr AccountId bert(3);
constexpr InstrumentId btc(1);

class AccountSessions : public testing::Test {
protected:
    AccountSessions()
    {
        Recorder depth;
        auto const subscription = engine.subscribe({TopicKind::Depth, btc}, depth);
        EXPECT_TRUE(depth.waitForCount(1));
    }

    static NewOrderSingle restingBuy(char const* clOrdId, Price price = Price(300'000))
    {
        NewOrderSingle order;
        order.clOrdId = ClOrdId(clOrdId);
        order.instrument = btc;
        order.side = Side::Buy;
        order.price = price;
        order.orderQty = Qty(10);
        return order;
    }

    static bool has(std::vector<Event> const& events, std::string_view clOrdId, ExecType type)
    {
        return std::any_of(events.begin(), events.end(), [&](Event const& event) {
            const auto* report = std::get_if<ExecutionReport>(&event.payload);
            return report != nullptr && report->clOrdId.view() == clOrdId && report->execType == type;
        });
    }

    static bool told(std::vector<Event> const& events, ErrorCode code)
    {
        return std::any_of(events.begin(), events.end(), [&](Event const& event) {
            auto const* list = std::get_if<NoticeList>(&event.payload);
            return list != nullptr &&
                   std::any_of(list->notices.begin(), list->notices.end(), [&](Notice const& notice) {
                       return notice.code == code;
                   });
        });
    }

    SystemClock clock;
    Log log{LogSettings{.consoleLevel = LogLevel::Off}};
    LocalSession engine{test::simSequencer(log), clock, log, LocalSessionSettings{.speed = 20.0}};
    std::unique_ptr<Session> annas = engine.accountSession(anna);
    std::unique_ptr<Session> berts = engine.accountSession(bert);
    std::unique_ptr<Session> everybodys = engine.accountSession(AccountId(0));
};

TEST_F(AccountSessions, EachHearsItsOwnOrdersAndTheLookerOnAll)
{
    Recorder hers;
    Recorder his;
    Recorder desks;
    Recorder all;
    auto const one = annas->subscribe({TopicKind::Orders, {}}, hers);
    auto const two = berts->subscribe({TopicKind::Orders, {}}, his);
    auto const three = engine.subscribe({TopicKind::Orders, {}}, desks);
    auto const four = everybodys->subscribe({TopicKind::Orders, {}}, all);
    for (auto const* recorder : {&hers, &his, &desks, &all}) {
        ASSERT_TRUE(recorder->waitForCount(1));
    }
    ASSERT_EQ(annas->submit(restingBuy("a")), SubmitResult::Accepted);
    ASSERT_EQ(berts->submit(restingBuy("b")), SubmitResult::Accepted);
    ASSERT_EQ(engine.submit(restingBuy("d")), SubmitResult::Accepted);
    ASSERT_TRUE(all.waitFor([](auto const& e) {
        return has(e, "a", ExecType::New) && has(e, "b", ExecType::New) && has(e, "d", ExecType::New);
    }));
    auto const onlyOf = [](Recorder const& recorder, AccountId account) {
        auto const reports = recorder.payloads<ExecutionReport>();
        EXPECT_FALSE(reports.empty());
        for (auto const& report : reports) {
            EXPECT_EQ(accountOf(report.execId), account);
            EXPECT_EQ(accountOf(report.orderId), account);
        }
    };
    onlyOf(hers, anna);
    onlyOf(his, bert);
    onlyOf(desks, AccountId(1));
    Recorder late;
    auto const five = everybodys->subscribe({TopicKind::Orders, {}}, late);
    ASSERT_TRUE(late.waitForCount(1));
    EXPECT_EQ(late.payloads<OrderList>().front().orders.size(), 3U);
    Recorder lateHers;
    auto const six = annas->subscribe({TopicKind::Orders, {}}, lateHers);
    ASSERT_TRUE(lateHers.waitForCount(1));
    EXPECT_EQ(lateHers.payloads<OrderList>().front().orders.size(), 1U);
}

TEST_F(AccountSessions, EachSeesItsOwnMoneyAndTheLookerOnTheSum)
{
    Recorder hers;
    Recorder his;
    Recorder all;
    auto const one = annas->subscribe({TopicKind::Account, {}}, hers);
    auto const two = berts->subscribe({TopicKind::Account, {}}, his);
    ASSERT_TRUE(hers.waitForCount(1));
    ASSERT_TRUE(his.waitForCount(1));
    auto const three = everybodys->subscribe({TopicKind::Account, {}}, all);
    ASSERT_EQ(annas->submit(restingBuy("a")), SubmitResult::Accepted);
    auto const usdt = [](AccountReport const& report) {
        return *std::find_if(report.balances.begin(), report.balances.end(), [](Balance const& balance) {
            return balance.asset == AssetName("USDT");
        });
    };
    auto const holds = [&](auto const& events) {
        return usdt(std::get<AccountReport>(events.back().payload)).held > Amount(0);
    };
    ASSERT_TRUE(hers.waitFor(holds));
    ASSERT_TRUE(all.waitFor(holds));
    EXPECT_EQ(usdt(his.payloads<AccountReport>().back()).held, Amount(0));
    auto const sum = usdt(all.payloads<AccountReport>().back());
    EXPECT_EQ(sum.total(), Amount(3'000'000 * Int128(pow10(amountScale)))) << "desk, Anna and Bert";
}

TEST_F(AccountSessions, OnlyTheDeskMovesOrRecordsTheMarketAndOnlyTheAskerIsTold)
{
    Recorder hers;
    Recorder his;
    auto const one = annas->subscribe({TopicKind::Notices, {}}, hers);
    auto const two = berts->subscribe({TopicKind::Notices, {}}, his);
    ASSERT_TRUE(hers.waitForCount(1));
    ASSERT_TRUE(his.waitForCount(1));
    ASSERT_EQ(annas->submit(ReplayRequest{ReplayRequest::Action::Pause, {}, 1.0}), SubmitResult::Accepted);
    ASSERT_TRUE(hers.waitFor([](auto const& e) { return told(e, ErrorCode::AuthForbidden); }));
    ASSERT_EQ(annas->submit(SetRecording{true}), SubmitResult::Accepted);
    ASSERT_TRUE(hers.waitFor([](auto const& e) { return e.size() == 3; }));
    Recorder late;
    auto const three = annas->subscribe({TopicKind::Notices, {}}, late);
    ASSERT_TRUE(late.waitFor([](auto const& e) { return told(e, ErrorCode::AuthForbidden); }));
    Recorder market;
    auto const four = engine.subscribe({TopicKind::Market, {}}, market);
    ASSERT_TRUE(market.waitForCount(3)) << "the market still moves";
    for (auto const& status : market.payloads<MarketStatus>()) {
        EXPECT_FALSE(status.paused);
        EXPECT_FALSE(status.recording);
    }
    EXPECT_EQ(his.events().size(), 1U);
}

TEST_F(AccountSessions, WhoLooksAtAllCanOnlyCancelForAll)
{
    Recorder all;
    auto const subscription = everybodys->subscribe({TopicKind::Orders, {}}, all);
    ASSERT_TRUE(all.waitForCount(1));
    EXPECT_EQ(everybodys->submit(restingBuy("x")), SubmitResult::Closed);
    EXPECT_EQ(everybodys->submit(OrderCancelRequest{ClOrdId("c"), ClOrdId("a")}), SubmitResult::Closed);
    EXPECT_EQ(everybodys->submit(SetRecording{true}), SubmitResult::Closed);
    ASSERT_EQ(annas->submit(restingBuy("a")), SubmitResult::Accepted);
    ASSERT_EQ(berts->submit(restingBuy("b")), SubmitResult::Accepted);
    ASSERT_TRUE(all.waitFor([](auto const& e) {
        return has(e, "a", ExecType::New) && has(e, "b", ExecType::New);
    }));
    ASSERT_EQ(everybodys->submit(OrderMassCancelRequest{ClOrdId("all"), {}}), SubmitResult::Accepted);
    ASSERT_TRUE(all.waitFor([](auto const& e) {
        return has(e, "a", ExecType::Canceled) && has(e, "b", ExecType::Canceled);
    }));
}

TEST_F(AccountSessions, AnotherAccountsOrderCannotBeCanceled)
{
    Recorder hers;
    Recorder his;
    auto const one = annas->subscribe({TopicKind::Orders, {}}, hers);
    auto const two = berts->subscribe({TopicKind::Orders, {}}, his);
    ASSERT_TRUE(hers.waitForCount(1));
    ASSERT_TRUE(his.waitForCount(1));
    ASSERT_EQ(annas->submit(restingBuy("a")), SubmitResult::Accepted);
    ASSERT_TRUE(hers.waitFor([](auto const& e) { return has(e, "a", ExecType::New); }));
    ASSERT_EQ(berts->submit(OrderCancelRequest{ClOrdId("c"), ClOrdId("a")}), SubmitResult::Accepted);
    ASSERT_TRUE(his.waitForCount(2));
    auto const rejects = his.payloads<OrderCancelReject>();
    ASSERT_EQ(rejects.size(), 1U);
    EXPECT_EQ(rejects[0].reason.code, ErrorCode::OrderUnknown);
    EXPECT_TRUE(hers.payloads<OrderCancelReject>().empty());
    EXPECT_FALSE(has(hers.events(), "a", ExecType::PendingCancel));
}

// Each of many has its own stream, whole and in order, and a subscriber that leaves is forgotten.
TEST_F(AccountSessions, ThousandsOfAccountsHearTheirOwn)
{
    constexpr std::uint32_t count = 3'000;
    std::vector<std::unique_ptr<Session>> sessions;
    std::vector<std::unique_ptr<Recorder>> recorders;
    std::vector<Subscription> subscriptions;
    for (std::uint32_t i = 0; i < count; ++i) {
        sessions.push_back(engine.accountSession(AccountId(i + 10)));
        recorders.push_back(std::make_unique<Recorder>());
        subscriptions.push_back(sessions.back()->subscribe({TopicKind::Orders, {}}, *recorders.back()));
    }
    ASSERT_TRUE(recorders.back()->waitForCount(1));
    for (std::uint32_t i = 0; i < count; i += 2) {
        while (sessions[i]->submit(restingBuy("mine")) == SubmitResult::Busy) {
            ASSERT_TRUE(recorders[i]->waitForCount(1));
        }
    }
    for (std::uint32_t i = 0; i < count; i += 2) {
        ASSERT_TRUE(recorders[i]->waitFor([](auto const& e) { return has(e, "mine", ExecType::New); })) << i;
        EXPECT_EQ(recorders[i + 1]->events().size(), 1U);
        for (auto const& report : recorders[i]->payloads<ExecutionReport>()) {
            ASSERT_EQ(accountOf(report.orderId), AccountId(i + 10));
        }
    }
    subscriptions.erase(subscriptions.begin());
    ASSERT_EQ(sessions[0]->submit(OrderMassCancelRequest{ClOrdId("x"), {}}), SubmitResult::Accepted);
    ASSERT_EQ(sessions[2]->submit(OrderMassCancelRequest{ClOrdId("x"), {}}), SubmitResult::Accepted);
    ASSERT_TRUE(recorders[2]->waitFor([](auto const& e) { return has(e, "mine", ExecType::Canceled); }));
    EXPECT_FALSE(has(recorders[0]->events(), "mine", ExecType::Canceled));
}

} // namespace
} // namespace qob
