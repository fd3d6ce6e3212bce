// Money that must not come from nowhere, and orders that must be able to pay when they trade.

#include "tests/support/exchange_kit.h"

namespace qob {
namespace {

using test::TalkingExchange;

// Fees that rise while orders work.
class ExchangeFeesTest : public testing::Test {
protected:
    ExchangeFeesTest()
    {
        venue.say("list id=1 venue=X symbol=BTC-USDT base=BTC quote=USDT price-scale=2 qty-scale=4 tick=0.01 "
                  "lot=0.0001");
        venue.say("tier number=1 maker-bps=0 taker-bps=0");
        venue.say("tier number=2 maker-bps=10 taker-bps=10");
        venue.say("open account=1 tier=1");
        venue.say("open account=2");
        venue.say("transfer account=1 asset=USDT amount=100");
        venue.say("transfer account=2 asset=BTC amount=1");
    }

    // Two sells that meet whatever is bid at 100; afterwards account 1 has as much as the venue says.
    void sellIntoIt()
    {
        venue.say("order account=2 id=s1 symbol=BTC-USDT side=sell qty=0.5 price=100");
        venue.say("order account=2 id=s2 symbol=BTC-USDT side=sell qty=0.5 price=100");
    }

    void expectCanceled(std::vector<ExchangeReport> const& reports, std::string_view name)
    {
        auto const told = std::find_if(reports.begin(), reports.end(), [&](ExchangeReport const& report) {
            return report.clOrdId.view() == name;
        });
        ASSERT_NE(told, reports.end()) << name;
        EXPECT_EQ(told->execType, ExecType::Canceled);
        EXPECT_EQ(told->reason, ErrorCode::OrderInsufficientFunds);
        EXPECT_EQ(venue.balance(1, "USDT", LedgerAccount::Free), "100");
    }

    TalkingExchange venue;
};

TEST_F(ExchangeFeesTest, ABuyThatCannotPayATiersNewFeesGoes)
{
    venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=1 price=100");
    expectCanceled(venue.say("tier number=1 maker-bps=10 taker-bps=10"), "a");
    sellIntoIt();
    EXPECT_EQ(venue.balance(1, "BTC", LedgerAccount::Free), "0");
}

TEST_F(ExchangeFeesTest, ABuyThatCannotPayTheFeesOfItsAccountsNewTierGoes)
{
    venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=1 price=100");
    expectCanceled(venue.say("open account=1 tier=2"), "a");
    sellIntoIt();
}

TEST_F(ExchangeFeesTest, AListThatCannotPayThemGoes)
{
    venue.say("oto account=1 symbol=BTC-USDT id=p side=buy qty=1 price=100 | id=c side=sell qty=1 price=120");
    expectCanceled(venue.say("open account=1 tier=2"), "p");
    sellIntoIt();
    EXPECT_EQ(venue.exchange.workingOrders(), 2U); // the sells
}

TEST_F(ExchangeFeesTest, OfSeveralOnlyThoseGoForWhichThereIsNoMoney)
{
    venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=0.3 price=100");
    venue.say("order account=1 id=b symbol=BTC-USDT side=buy qty=0.7 price=100");
    auto const reports = venue.say("open account=1 tier=2");
    ASSERT_EQ(reports.size(), 1U);
    EXPECT_EQ(reports[0].clOrdId.view(), "a");
    EXPECT_EQ(venue.balance(1, "USDT", LedgerAccount::Held), "70.07");
    sellIntoIt();
    EXPECT_EQ(venue.balance(1, "BTC", LedgerAccount::Free), "0.7");
    EXPECT_EQ(venue.balance(1, "USDT", LedgerAccount::Free), "29.93");
}

TEST_F(ExchangeFeesTest, WhatIsPaidForStaysAndWhatFallsIsFreed)
{
    venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=0.5 price=100");
    EXPECT_TRUE(venue.say("open account=1 tier=2").empty());
    EXPECT_EQ(venue.balance(1, "USDT", LedgerAccount::Held), "50.05");
    EXPECT_TRUE(venue.say("open account=1 tier=1").empty());
    EXPECT_EQ(venue.balance(1, "USDT", LedgerAccount::Held), "50");
}

} // namespace
} // namespace qob
