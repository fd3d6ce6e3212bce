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

// Limits the exchange gives to orders that have none, on a contract whose prices are whole numbers.
class ExchangeGuardTest : public testing::Test {
protected:
    ExchangeGuardTest()
    {
        venue.say("list id=1 venue=X symbol=P base=BTC quote=USDT price-scale=0 qty-scale=0 tick=1 lot=1 "
                  "kind=linear");
        for (int account = 1; account <= 3; ++account) {
            const std::string who = " account=" + std::to_string(account);
            venue.say("open" + who);
            venue.say("transfer" + who + " asset=USDT amount=100000000");
        }
    }

    std::vector<ExchangeReport> order(std::string const& account, std::string const& terms)
    {
        return venue.say(
            "order symbol=P account=" + account + " id=o" + std::to_string(++m_names) + " " + terms
        );
    }

    void tradeAt(std::string const& price)
    {
        order("3", "side=sell qty=1 price=" + price);
        ASSERT_EQ(order("2", "side=buy qty=1 price=" + price).back().ordStatus, OrdStatus::Filled);
    }

    // Of account 1, the last.
    static ExchangeReport told(std::vector<ExchangeReport> const& reports)
    {
        auto const last = std::find_if(reports.rbegin(), reports.rend(), [](ExchangeReport const& report) {
            return report.account == OwnerId(1);
        });
        return last == reports.rend() ? ExchangeReport() : *last;
    }

    TalkingExchange venue;

private:
    int m_names = 0;
};

TEST_F(ExchangeGuardTest, AStopsLimitIsFivePercentBeyondItsTriggerHoweverFewItsDigits)
{
    tradeAt("3000");
    std::pair<int, int> const limits[] = {
        {1, 2}, {19, 20}, {99, 104}, {9'999, 10'499}, {10'000, 10'501}, {19'999, 20'999}};
    for (auto const& [trigger, limit] : limits) {
        auto const stop = order("1", "side=buy type=stop qty=1 stop=" + std::to_string(trigger));
        EXPECT_EQ(stop[0].price, Price(limit)) << trigger;
    }
}

TEST_F(ExchangeGuardTest, AStopProtectsWhenTheMarketGapsALittle)
{
    tradeAt("3000");
    EXPECT_EQ(order("1", "side=sell type=stop qty=5 stop=2900")[0].price, Price(2'754));
    order("2", "side=buy qty=1 price=2899");
    order("2", "side=buy qty=5 price=2890");
    auto const reports = order("3", "side=sell qty=1 price=2899");
    EXPECT_EQ(told(reports).ordStatus, OrdStatus::Filled);
    EXPECT_EQ(told(reports).lastPx, Price(2'890));
}

TEST_F(ExchangeGuardTest, AMarketOrderTakesSeveralLevels)
{
    for (char const* price : {"3000", "3002", "3005"}) {
        order("3", std::string("side=sell qty=1 price=") + price);
    }
    auto const taken = order("1", "side=buy type=market qty=3");
    EXPECT_EQ(told(taken).ordStatus, OrdStatus::Filled);
    EXPECT_EQ(told(taken).price, Price(3'156));
}

// Its band is that of the time it triggers, not that of the time it was sent.
TEST_F(ExchangeGuardTest, AStopGoesWithTheBand)
{
    tradeAt("100");
    venue.say("band symbol=P low=90 high=110");
    EXPECT_EQ(order("1", "side=buy type=stop qty=1 stop=109")[0].price, Price(115));
    EXPECT_EQ(order("1", "side=sell type=stop qty=1 stop=91")[0].price, Price(86));
    venue.say("band symbol=P low=70 high=122");
    order("3", "side=sell qty=1 price=111");
    order("3", "side=sell qty=1 price=112");
    EXPECT_EQ(told(order("2", "side=buy qty=1 price=111")).lastPx, Price(112));
    order("2", "side=buy qty=1 price=90");
    order("2", "side=buy qty=1 price=88");
    EXPECT_EQ(told(order("3", "side=sell qty=1 price=90")).lastPx, Price(88));
}

TEST_F(ExchangeGuardTest, AStopBeyondTheBandNeverHasALimitBeforeItsTrigger)
{
    tradeAt("100");
    venue.say("band symbol=P low=90 high=110");
    EXPECT_EQ(order("1", "side=buy type=stop qty=1 stop=130")[0].price, Price(137));
    EXPECT_EQ(order("1", "side=sell type=stop qty=1 stop=80")[0].price, Price(75));
    EXPECT_EQ(venue.exchange.workingOrders(), 2U);
}

TEST_F(ExchangeGuardTest, FromItsTriggerOnReportsShowTheLimitTheBandLeft)
{
    tradeAt("100");
    EXPECT_EQ(order("1", "side=buy type=stop qty=2 stop=120")[0].price, Price(127));
    order("3", "side=sell qty=2 price=121");
    venue.say("band symbol=P low=90 high=122");
    auto reports = order("2", "side=buy qty=1 price=121");
    std::erase_if(reports, [](ExchangeReport const& report) { return report.account != OwnerId(1); });
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_EQ(reports[0].execType, ExecType::Triggered);
    EXPECT_EQ(reports[0].price, Price(122));
    EXPECT_EQ(reports[1].execType, ExecType::Trade);
    EXPECT_EQ(reports[1].price, Price(122));
    auto const filled = order("3", "side=sell qty=1 price=122");
    EXPECT_EQ(told(filled).ordStatus, OrdStatus::Filled);
    EXPECT_EQ(told(filled).price, Price(122));
}

// Its limit would be that of the market its list was taken in.
TEST_F(ExchangeGuardTest, AMarketChildNeedsALimit)
{
    tradeAt("100");
    order("2", "side=buy qty=1 price=90");
    auto const child = [&](std::string const& terms) {
        auto const line = "oto account=1 symbol=P id=p side=buy qty=1 price=50 | id=c side=sell qty=1 ";
        return venue.say(line + terms)[1].reason;
    };
    EXPECT_EQ(child("type=market"), ErrorCode::OrderNoReference);
    EXPECT_EQ(child("type=market price=40"), ErrorCode());
}

TEST_F(ExchangeGuardTest, AMarketChildOfASpotSellHasNoLimitAtAll)
{
    venue.say("list id=2 venue=X symbol=S base=BTC quote=USDT price-scale=0 qty-scale=0 tick=1 lot=1");
    venue.say("transfer account=2 asset=BTC amount=2");
    venue.say("order account=2 id=ask symbol=S side=sell qty=1 price=100");
    venue.say("order account=3 id=bid symbol=S side=buy qty=1 price=50");
    venue.say("oto account=1 symbol=S id=p side=buy qty=1 price=99 | id=c side=sell type=market qty=1");
    auto const reports = venue.say("order account=2 id=ask2 symbol=S side=sell qty=1 price=99");
    EXPECT_EQ(told(reports).clOrdId, ClOrdId("c"));
    EXPECT_EQ(told(reports).lastPx, Price(50));
}

// What an account holds in a direction counts as what it still may come to hold.
TEST(ExchangeMoney, APositionStaysCountable)
{
    TalkingExchange venue;
    venue.say("list id=1 venue=X symbol=P base=BTC quote=USDT price-scale=0 qty-scale=18 tick=1 "
              "lot=0.000000000000000001 kind=linear");
    for (char const* account : {"1", "2"}) {
        venue.say(std::string("open account=") + account);
        venue.say(std::string("transfer asset=USDT amount=100000 account=") + account);
    }
    test::ReportLog log;
    auto const trade = [&](int number) {
        log.reports.clear();
        for (char const* side : {"1 side=buy", "2 side=sell"}) {
            auto const line = std::string("order symbol=P qty=0.001 price=3000 account=") + side + " id=o" +
                              std::to_string(number);
            venue.exchange.apply(++venue.sequence, venue.time, *venue.text.parse(line), log);
        }
        return log.reports.back().reason;
    };
    int traded = 0;
    while (traded < 6'000 && trade(traded) == ErrorCode()) {
        ++traded;
    }
    EXPECT_EQ(traded, 4'611); // 2^62 units
    EXPECT_EQ(log.reports.back().reason, ErrorCode::OrderTooLarge);
    EXPECT_EQ(venue.exchange.portfolio(OwnerId(1))->netOf(InstrumentId(1)).value, 4'611'000'000'000'000'000);
    // The other way there is room for all of it.
    EXPECT_EQ(
        venue.say("order account=1 id=back symbol=P side=sell qty=0.001 price=3001")[0].reason, ErrorCode()
    );
    EXPECT_EQ(
        venue.say("order account=1 id=on symbol=P side=buy qty=0.001 price=2999")[0].reason,
        ErrorCode::OrderTooLarge
    );
    EXPECT_FALSE(venue.say("transfer account=1 asset=USDT amount=-100001").empty());
    EXPECT_TRUE(venue.exchange.audit());
}

TEST(ExchangeMoney, TheLeastWorthOfAnOrderCountsWhatItsContractsAreWorth)
{
    TalkingExchange venue;
    const std::string contract =
        "list venue=X base=BTC quote=USDT price-scale=2 qty-scale=2 tick=0.01 lot=0.01 kind=linear ";
    venue.say(contract + "id=1 symbol=SMALL multiplier=0.001 min-notional=10");
    venue.say(contract + "id=2 symbol=LARGE multiplier=100 min-notional=500");
    venue.say("open account=1");
    venue.say("transfer account=1 asset=USDT amount=100000");
    auto const reasonOf = [&](std::string const& terms) {
        return venue.say("order account=1 side=buy " + terms)[0].reason;
    };
    EXPECT_EQ(reasonOf("id=a symbol=SMALL qty=99.99 price=100"), ErrorCode::OrderBelowMinNotional);
    EXPECT_EQ(reasonOf("id=b symbol=SMALL qty=100 price=100"), ErrorCode());
    EXPECT_EQ(reasonOf("id=c symbol=LARGE qty=0.49 price=10"), ErrorCode::OrderBelowMinNotional);
    EXPECT_EQ(reasonOf("id=d symbol=LARGE qty=0.5 price=10"), ErrorCode());
}

TEST(ExchangeMoney, WhatAContractIsWorthFitsItsKind)
{
    TalkingExchange venue;
    const std::string list =
        "list id=1 venue=X symbol=A base=BTC quote=USDT price-scale=2 qty-scale=2 tick=0.01 lot=0.01 ";
    for (char const* terms :
         {"kind=spot multiplier=10",
          "kind=spot multiplier=0.1",
          "kind=inverse multiplier=10",
          "kind=quanto",
          "kind=linear settle=ETH",
          "kind=spot settle=USDT"}) {
        EXPECT_FALSE(venue.text.parse(list + terms)) << terms;
    }
    for (char const* terms :
         {"kind=spot", "kind=linear multiplier=10", "kind=quanto settle=ETH multiplier=0.1"}) {
        EXPECT_TRUE(venue.text.parse(list + terms)) << terms;
    }
    ListInstrument command = std::get<ListInstrument>(*venue.text.parse(list));
    command.instrument.multiplier = 10;
    EXPECT_EQ(venue.apply(command)[0].reason, ErrorCode::InstrumentInvalid);
}

} // namespace
} // namespace qob
