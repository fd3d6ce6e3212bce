// What no account may do to a venue, whatever it sends: make its numbers run over, its memory or its work run
// away.

#include "tests/support/exchange_kit.h"

namespace qob {
namespace {

using test::TalkingExchange;

class ExchangeLimitsTest : public testing::Test {
protected:
    ExchangeLimitsTest() { venue.open(); }

    // Of the only report.
    ErrorCode reasonOf(std::string const& line)
    {
        auto const reports = venue.say(line);
        EXPECT_EQ(reports.size(), 1U) << line;
        return reports.empty() ? ErrorCode() : reports.front().reason;
    }

    TalkingExchange venue;
};

TEST_F(ExchangeLimitsTest, AReplaceIsMeasuredAsAnOrderIs)
{
    venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=2 price=100");
    EXPECT_EQ(
        reasonOf("order account=1 id=b symbol=BTC-USDT side=buy qty=10000000000 price=6000000000000"),
        ErrorCode::OrderTooLarge
    );
    EXPECT_EQ(
        reasonOf("replace account=1 order=a symbol=BTC-USDT qty=10000000000 price=6000000000000"),
        ErrorCode::OrderTooLarge
    );
    EXPECT_EQ(venue.balance(1, "USDT", LedgerAccount::Held), "200.1");
    EXPECT_EQ(venue.say("cancel account=1 order=a")[0].execType, ExecType::Canceled);
}

// It is worth the more the lower it trades.
TEST_F(ExchangeLimitsTest, AnInverseContractIsMeasuredAtItsLowestPrice)
{
    venue.say("list id=3 venue=X symbol=BTC-USD base=BTC quote=USD price-scale=5 qty-scale=0 tick=0.00001 "
              "lot=1 kind=inverse contract-value=10");
    EXPECT_EQ(
        reasonOf("order account=1 id=a symbol=BTC-USD side=buy qty=1000000000000000 price=0.00001"),
        ErrorCode::OrderTooLarge
    );
    venue.say("order account=1 id=b symbol=BTC-USD side=buy qty=1000 price=60000");
    EXPECT_EQ(
        reasonOf("replace account=1 order=b symbol=BTC-USD qty=1000000000000000 price=0.00001"),
        ErrorCode::OrderTooLarge
    );
    venue.say("order account=2 id=c symbol=BTC-USD side=sell qty=1000 price=60000");
    EXPECT_EQ(venue.exchange.workingOrders(), 0U);
}

// Collected without a price, it is measured at the price the auction comes to.
TEST_F(ExchangeLimitsTest, AMarketToLimitOrderWhoseAuctionPriceCannotBeCountedGoes)
{
    venue.say("list id=3 venue=X symbol=A-B base=BTC quote=USDT price-scale=0 qty-scale=0 tick=1 lot=1 "
              "kind=linear");
    venue.say("order account=3 id=s symbol=A-B side=sell qty=1 price=1");
    venue.say("order account=4 id=t symbol=A-B side=buy qty=1 price=1");
    venue.say("state symbol=A-B state=pre-open");
    EXPECT_EQ(
        venue.say("order account=1 id=m symbol=A-B side=buy type=market-to-limit qty=100000")[0].execType,
        ExecType::New
    );
    venue.say("order account=2 id=d symbol=A-B side=buy qty=1 price=1");
    venue.say("transfer account=2 asset=USDT amount=2000000000000000");
    venue.say("order account=2 id=e symbol=A-B side=sell qty=1 price=1000000000000000");
    auto const reports = venue.say("state symbol=A-B state=continuous");
    ASSERT_FALSE(reports.empty());
    EXPECT_EQ(reports[0].clOrdId, ClOrdId("m"));
    EXPECT_EQ(reports[0].execType, ExecType::Canceled);
}

TEST_F(ExchangeLimitsTest, WhatWorksOnASideStaysCountable)
{
    const std::string fine = "list id=3 venue=X symbol=A-B base=BTC quote=USDT price-scale=0 tick=1 ";
    EXPECT_FALSE(venue.text.parse(fine + "qty-scale=18 lot=0.000000000000000001 max-qty=9"));
    venue.say(fine + "qty-scale=15 lot=0.000000000000001");
    venue.say("transfer account=1 asset=BTC amount=5000");
    test::ReportLog log;
    auto const sell = [&](int number) {
        auto const line =
            "order account=1 symbol=A-B side=sell qty=1 price=100 id=s" + std::to_string(number);
        log.reports.clear();
        venue.exchange.apply(
            ++venue.sequence, venue.time, *venue.text.parse(line), log
        ); // no audit each time
        return log.reports.at(0).reason;
    };
    int taken = 0;
    while (taken < 10'000 && sell(taken) == ErrorCode()) {
        ++taken;
    }
    EXPECT_EQ(log.reports.at(0).reason, ErrorCode::OrderTooLarge);
    EXPECT_EQ(taken, 4'611); // 2^62 units
    EXPECT_EQ(venue.exchange.book(InstrumentId(3))->best(Side::Sell)->qty, Qty(4'611'000'000'000'000'000));
    EXPECT_EQ(
        venue.say("order account=2 id=b symbol=A-B side=buy qty=1 price=100 tif=fok").back().ordStatus,
        OrdStatus::Filled
    );
    TalkingExchange copy;
    ASSERT_TRUE(copy.exchange.restore(venue.exchange.image()));
    copy.text = venue.text;
    for (TalkingExchange* at : {&venue, &copy}) {
        auto const place = [&](char const* name) {
            return at->say(std::string("order account=3 symbol=A-B side=sell qty=1 price=100 id=") + name)[0]
                .reason;
        };
        EXPECT_EQ(place("again"), ErrorCode());
        EXPECT_EQ(place("toomany"), ErrorCode::OrderTooLarge);
        EXPECT_EQ(
            at->say("replace account=3 order=again symbol=A-B qty=1 price=101")[0].execType,
            ExecType::Replaced
        );
        at->say("cancel account=3 order=again");
        EXPECT_EQ(place("instead"), ErrorCode());
    }
}

TEST_F(ExchangeLimitsTest, DepositsStayCountableInSum)
{
    const std::string half = " asset=XYZ amount=50000000000000000"; // of 2^116 units: 83076749736557242
    EXPECT_TRUE(venue.say("transfer account=1" + half).empty());
    EXPECT_EQ(reasonOf("transfer account=2" + half), ErrorCode::NumberTooLarge);
    EXPECT_TRUE(venue.say("transfer account=1 asset=XYZ amount=-20000000000000000").empty());
    EXPECT_TRUE(venue.say("transfer account=2" + half).empty());
    TalkingExchange copy;
    ASSERT_TRUE(copy.exchange.restore(venue.exchange.image()));
    EXPECT_EQ(copy.say("transfer account=1" + half)[0].reason, ErrorCode::NumberTooLarge);
}

// Taken whole, it would show itself anew a million times.
TEST_F(ExchangeLimitsTest, AnIcebergCannotFloodTheVenueWithEvents)
{
    EXPECT_EQ(
        reasonOf("order account=1 id=a symbol=BTC-USDT side=sell qty=99 price=100 display=0.0001"),
        ErrorCode::OrderBadDisplayQty
    );
    venue.say("order account=1 id=b symbol=BTC-USDT side=sell qty=9 price=100 display=0.0100");
    EXPECT_EQ(
        reasonOf("replace account=1 order=b symbol=BTC-USDT qty=99 price=100"), ErrorCode::OrderBadDisplayQty
    );
    EXPECT_LT(venue.say("order account=2 id=c symbol=BTC-USDT side=buy qty=9 price=100").size(), 2'000U);
    EXPECT_EQ(venue.exchange.workingOrders(), 0U);
}

} // namespace
} // namespace qob
