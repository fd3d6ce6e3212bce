// One order a ClOrdID, now, after a replace, when it is done, and after a restart.

#include "tests/support/exchange_kit.h"

namespace qob {
namespace {

using test::TalkingExchange;

class ExchangeNames : public testing::Test {
protected:
    ExchangeNames() { venue.open(); }

    TalkingExchange venue;
};

TEST_F(ExchangeNames, TheSameClOrdIdAgainIsTheSameOrder)
{
    auto const first = venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=2 price=100");
    auto const again = venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=2 price=100");
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again[0].execType, ExecType::OrderStatus);
    EXPECT_EQ(again[0].orderId, first[0].orderId);
    EXPECT_EQ(venue.exchange.workingOrders(), 1U);
    venue.say("cancel account=1 order=a");
    auto const done = venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=2 price=100");
    EXPECT_EQ(done[0].ordStatus, OrdStatus::Canceled);
    EXPECT_EQ(venue.exchange.workingOrders(), 0U);
    // Another account's "a" is another order.
    EXPECT_EQ(
        venue.say("order account=2 id=a symbol=BTC-USDT side=buy qty=2 price=100")[0].execType, ExecType::New
    );
}

// A client that did not hear of its replace sends again what it sent first.
TEST_F(ExchangeNames, AFormerNameIsStillTheSameOrder)
{
    auto const first = venue.say("order account=1 id=c1 symbol=BTC-USDT side=buy qty=2 price=100");
    venue.say("replace account=1 id=c2 order=c1 symbol=BTC-USDT qty=2 price=101");
    venue.say("replace account=1 id=c3 order=c1 symbol=BTC-USDT qty=2 price=102"); // by its former name
    TalkingExchange copy;
    ASSERT_TRUE(copy.exchange.restore(venue.exchange.image()));
    copy.text = venue.text;
    copy.time = venue.time;
    for (TalkingExchange* at : {&venue, &copy}) {
        for (char const* name : {"c1", "c2", "c3"}) {
            auto const again =
                at->say(std::string("order account=1 symbol=BTC-USDT side=buy qty=2 price=100 id=") + name);
            ASSERT_EQ(again.size(), 1U);
            EXPECT_EQ(again[0].execType, ExecType::OrderStatus) << name;
            EXPECT_EQ(again[0].orderId, first[0].orderId);
            EXPECT_EQ(again[0].clOrdId, ClOrdId("c3"));
        }
        EXPECT_EQ(at->exchange.workingOrders(), 1U);
        EXPECT_EQ(
            at->say("replace account=1 id=c1 order=c1 symbol=BTC-USDT qty=3 price=102")[0].clOrdId,
            ClOrdId("c3") // no name of its own: the order keeps the one it has
        );
        EXPECT_EQ(at->say("cancel account=1 order=c1")[0].execType, ExecType::Canceled);
        for (char const* name : {"c1", "c2", "c3"}) {
            auto const done =
                at->say(std::string("order account=1 symbol=BTC-USDT side=buy qty=2 price=100 id=") + name);
            EXPECT_EQ(done[0].ordStatus, OrdStatus::Canceled) << name;
            EXPECT_EQ(done[0].orderId, first[0].orderId);
        }
        EXPECT_EQ(at->exchange.workingOrders(), 0U);
    }
    EXPECT_EQ(venue.exchange.stateHash(), copy.exchange.stateHash());
}

// What an account calls its orders is nobody else's business.
TEST_F(ExchangeNames, OnlyTheOrderARequestNamesIsReportedWithItsName)
{
    venue.say("order account=1 id=maker symbol=BTC-USDT side=sell qty=1 price=100");
    venue.say("order account=2 id=mine symbol=BTC-USDT side=buy qty=1 price=90");
    auto const reports = venue.say("replace account=2 id=mine2 order=mine symbol=BTC-USDT qty=1 price=100");
    ASSERT_EQ(reports.size(), 3U);
    EXPECT_EQ(reports[0].execType, ExecType::Replaced);
    EXPECT_EQ(reports[0].origClOrdId, ClOrdId("mine"));
    EXPECT_EQ(reports[1].account, OwnerId(1));
    EXPECT_TRUE(reports[1].origClOrdId.empty());
    EXPECT_EQ(reports[2].origClOrdId, ClOrdId("mine"));
}

// Names are told apart by all of their text, and forgotten in the order they were done.
TEST(ExchangeNameRing, AreForgottenOldestFirst)
{
    ExchangeLimits limits;
    limits.rememberedOrders = 3;
    TalkingExchange venue(limits);
    venue.open();
    auto const order = [&](std::string const& id) {
        return venue.say("order account=1 id=" + id + " symbol=BTC-USDT side=buy qty=1 price=1")[0].execType;
    };
    const std::string front(35, 'n');
    for (char last = 'a'; last <= 'd'; ++last) {
        EXPECT_EQ(order(front + last), ExecType::New);
    }
    for (char last = 'a'; last <= 'd'; ++last) {
        venue.say("cancel account=1 order=" + front + last);
    }
    EXPECT_EQ(order(front + 'b'), ExecType::OrderStatus);
    EXPECT_EQ(order(front + 'd'), ExecType::OrderStatus);
    EXPECT_EQ(order(front + 'a'), ExecType::New);
    EXPECT_EQ(order(front + 'a'), ExecType::OrderStatus);
}

// However often an order is replaced: the names remembered are the latest.
TEST(ExchangeNameRing, FormerNamesAreBounded)
{
    ExchangeLimits limits;
    limits.rememberedOrders = 3;
    TalkingExchange venue(limits);
    venue.open();
    venue.say("order account=1 id=n0 symbol=BTC-USDT side=buy qty=1 price=1");
    for (int i = 0; i < 5; ++i) {
        venue.say(
            "replace account=1 symbol=BTC-USDT qty=1 price=1 order=n" + std::to_string(i) + " id=n" +
            std::to_string(i + 1)
        );
    }
    EXPECT_EQ(venue.say("cancel account=1 order=n0")[0].reason, ErrorCode::OrderUnknown);
    EXPECT_EQ(venue.say("cancel account=1 order=n2")[0].execType, ExecType::Canceled);
    EXPECT_EQ(venue.say("cancel account=1 order=n4")[0].reason, ErrorCode::OrderTooLateToCancel);
    EXPECT_EQ(venue.say("cancel account=1 order=n5")[0].reason, ErrorCode::OrderTooLateToCancel);
}

} // namespace
} // namespace qob
