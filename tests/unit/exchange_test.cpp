// The venue: money behind every order, one order a ClOrdID, the kill switch, and the same state from the same
// commands.

#include "tests/support/exchange_kit.h"
#include "tests/support/random_exchange_commands.h"

namespace qob {
namespace {

using test::RandomExchangeCommands;
using test::TalkingExchange;

class ExchangeTest : public testing::Test {
protected:
    ExchangeTest() { venue.open(); }

    TalkingExchange venue;
};

TEST_F(ExchangeTest, AnOrderHoldsWhatItCanCostAndNoMore)
{
    venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=2 price=100");
    EXPECT_EQ(venue.balance(1, "USDT", LedgerAccount::Held), "200.1"); // with the taker fee of 5 bps
    venue.say("order account=1 id=b symbol=BTC-USDT side=sell qty=3 price=200");
    EXPECT_EQ(venue.balance(1, "BTC", LedgerAccount::Held), "3");
    venue.say("cancel account=1 order=a");
    venue.say("cancel account=1 order=b");
    EXPECT_EQ(venue.balance(1, "USDT", LedgerAccount::Held), "0");
    EXPECT_EQ(venue.balance(1, "BTC", LedgerAccount::Held), "0");
}

TEST_F(ExchangeTest, ATradeMovesMoneyAndFees)
{
    venue.say("order account=1 id=a symbol=BTC-USDT side=sell qty=2 price=100");
    auto const reports = venue.say("order account=2 id=b symbol=BTC-USDT side=buy qty=1.5 price=101");
    ASSERT_EQ(reports.size(), 3U);
    EXPECT_EQ(reports[0].execType, ExecType::New);
    EXPECT_EQ(reports[1].liquidity, Liquidity::Maker);
    EXPECT_EQ(reports[1].leavesQty, Qty(5'000));
    EXPECT_EQ(reports[2].liquidity, Liquidity::Taker);
    EXPECT_EQ(reports[2].ordStatus, OrdStatus::Filled);
    EXPECT_EQ(reports[2].lastPx, Price(10'000));
    EXPECT_EQ(venue.balance(1, "USDT", LedgerAccount::Free), "1000149.985");
    EXPECT_EQ(venue.balance(2, "USDT", LedgerAccount::Free), "999849.925");
    EXPECT_EQ(venue.balance(2, "BTC", LedgerAccount::Free), "101.5");
}

TEST_F(ExchangeTest, WithoutMoneyThereIsNoOrder)
{
    auto const reports = venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=10000 price=100");
    ASSERT_EQ(reports.size(), 1U);
    EXPECT_EQ(reports[0].reason, ErrorCode::OrderInsufficientFunds);
    EXPECT_EQ(venue.exchange.workingOrders(), 0U);
    EXPECT_EQ(venue.balance(1, "USDT", LedgerAccount::Held), "0");
}

TEST_F(ExchangeTest, NobodyCancelsWhatIsNotTheirs)
{
    venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=2 price=100");
    auto const reports = venue.say("cancel account=2 order=a");
    ASSERT_EQ(reports.size(), 1U);
    EXPECT_EQ(reports[0].kind, ExchangeReport::Kind::CancelReject);
    EXPECT_EQ(reports[0].reason, ErrorCode::OrderUnknown);
    EXPECT_EQ(venue.exchange.workingOrders(), 1U);
}

TEST_F(ExchangeTest, AReplaceHoldsTheDifference)
{
    venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=2 price=100");
    auto const reports = venue.say("replace account=1 id=b order=a symbol=BTC-USDT price=110 qty=3");
    ASSERT_EQ(reports.size(), 1U);
    EXPECT_EQ(reports[0].execType, ExecType::Replaced);
    EXPECT_EQ(reports[0].clOrdId, ClOrdId("b"));
    EXPECT_EQ(venue.balance(1, "USDT", LedgerAccount::Held), "330.165");
    auto const tooMuch = venue.say("replace account=1 id=c order=b symbol=BTC-USDT price=110 qty=9999");
    EXPECT_EQ(tooMuch[0].reason, ErrorCode::OrderInsufficientFunds);
    EXPECT_EQ(venue.balance(1, "USDT", LedgerAccount::Held), "330.165");
    EXPECT_EQ(venue.say("cancel account=1 order=b")[0].execType, ExecType::Canceled);
}

TEST_F(ExchangeTest, TheKillSwitchCancelsAndRefuses)
{
    venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=2 price=100");
    venue.say("order account=2 id=a symbol=BTC-USDT side=buy qty=2 price=99");
    auto const reports = venue.say("block account=1");
    ASSERT_EQ(reports.size(), 1U);
    EXPECT_EQ(reports[0].execType, ExecType::Canceled);
    EXPECT_EQ(
        venue.say("order account=1 id=b symbol=BTC-USDT side=buy qty=2 price=100")[0].reason,
        ErrorCode::OrderAccountBlocked
    );
    venue.say("unblock account=1");
    EXPECT_EQ(
        venue.say("order account=1 id=c symbol=BTC-USDT side=buy qty=2 price=100")[0].execType, ExecType::New
    );
    EXPECT_EQ(venue.say("block").size(), 2U); // everybody's
    EXPECT_EQ(venue.exchange.workingOrders(), 0U);
}

TEST_F(ExchangeTest, ADisconnectCancelsWhatIsMarked)
{
    venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=2 price=100 flags=cancel-on-disconnect");
    venue.say("order account=1 id=b symbol=BTC-USDT side=buy qty=2 price=100");
    auto const reports = venue.say("disconnect account=1");
    ASSERT_EQ(reports.size(), 1U);
    EXPECT_EQ(reports[0].clOrdId, ClOrdId("a"));
    EXPECT_EQ(venue.exchange.workingOrders(), 1U);
}

TEST_F(ExchangeTest, LinkedOrdersHoldTheDearestAndChildrenWhatTheirParentFilled)
{
    venue.say("oco account=1 symbol=BTC-USDT id=a side=sell qty=60 price=120 | id=b side=sell type=stop "
              "qty=60 stop=80");
    EXPECT_EQ(venue.balance(1, "BTC", LedgerAccount::Held), "60");
    venue.say(
        "bracket account=2 symbol=BTC-USDT id=p side=buy qty=1 price=100 | id=tp side=sell qty=1 price=130 "
        "| id=sl side=sell type=stop qty=1 stop=70"
    );
    EXPECT_EQ(venue.balance(2, "BTC", LedgerAccount::Held), "0");
    venue.say("order account=3 id=x symbol=BTC-USDT side=sell qty=0.4 price=100");
    EXPECT_EQ(venue.balance(2, "BTC", LedgerAccount::Held), "0.4");
    venue.say("order account=3 id=y symbol=BTC-USDT side=sell qty=0.6 price=100");
    EXPECT_EQ(venue.balance(2, "BTC", LedgerAccount::Held), "1");
    EXPECT_EQ(venue.balance(2, "USDT", LedgerAccount::Held), "0");
    venue.say("order account=3 id=z symbol=BTC-USDT side=buy qty=0.5 price=130");
    // Account 1's limit at 120 took that; its stop went with its first trade.
    EXPECT_EQ(venue.balance(1, "BTC", LedgerAccount::Held), "59.5");
}

TEST_F(ExchangeTest, LinkedOrdersThatTradeWithEachOtherAreDoneOnce)
{
    auto const reports = venue.say("oco account=1 symbol=BTC-USDT id=a side=sell qty=2 price=100 "
                                   "| id=b side=buy qty=1 price=100");
    std::size_t last = 0;
    for (ExchangeReport const& report : reports) {
        EXPECT_NE(report.orderId, OrderId());
        last += static_cast<std::size_t>(isFinal(report.ordStatus));
    }
    EXPECT_EQ(last, 2U);
    EXPECT_EQ(venue.exchange.workingOrders(), 0U);
    EXPECT_EQ(venue.balance(1, "BTC", LedgerAccount::Held), "0");
}

TEST_F(ExchangeTest, FeeTiersCharge)
{
    venue.say("tier number=1 maker-bps=-0.5 taker-bps=10");
    venue.say("open account=2 tier=1");
    venue.say("order account=1 id=a symbol=BTC-USDT side=sell qty=1 price=100");
    auto const reports = venue.say("order account=2 id=b symbol=BTC-USDT side=buy qty=1 price=100");
    EXPECT_EQ(formatTrimmed(reports[1].fee.value, amountScale), "0.01");
    EXPECT_EQ(formatTrimmed(reports[2].fee.value, amountScale), "0.1");
}

TEST_F(ExchangeTest, AMarketOrderIsCoveredByWhatItsSizeNeeds)
{
    venue.say("order account=1 id=a symbol=BTC-USDT side=sell qty=1 price=100");
    venue.say("order account=1 id=b symbol=BTC-USDT side=sell qty=1 price=104");
    auto const reports = venue.say("order account=2 id=c symbol=BTC-USDT side=buy type=market qty=2");
    EXPECT_EQ(reports.back().ordStatus, OrdStatus::Filled);
    EXPECT_EQ(reports.back().lastPx, Price(10'400));
    EXPECT_EQ(venue.balance(2, "USDT", LedgerAccount::Held), "0");
    auto const nothing = venue.say("order account=2 id=d symbol=ETH-USDT side=buy type=market qty=2");
    EXPECT_EQ(nothing.back().reason, ErrorCode::OrderNoLiquidity);
}

// What an account was last told of an order's price is what the book has.
TEST_F(ExchangeTest, ReportsShowThePriceTheOrderHas)
{
    auto const expectPrice = [&](std::vector<ExchangeReport> const& reports, char const* name, Price price) {
        auto const last = std::find_if(reports.rbegin(), reports.rend(), [&](ExchangeReport const& report) {
            return report.clOrdId == ClOrdId(name);
        });
        ASSERT_NE(last, reports.rend()) << name;
        EXPECT_EQ(last->price, price) << name;
        EXPECT_EQ(last->price, venue.exchange.book(InstrumentId(1))->find(last->orderId)->order.price)
            << name;
    };
    venue.say("order account=1 id=ask symbol=BTC-USDT side=sell qty=1 price=100");
    expectPrice(
        venue.say("order account=2 id=slides symbol=BTC-USDT side=buy qty=1 price=105 flags=slide"),
        "slides",
        Price(9'999)
    );
    expectPrice(
        venue.say("order account=3 id=mtl symbol=BTC-USDT side=buy qty=2 type=market-to-limit"),
        "mtl",
        Price(10'000)
    );
    venue.say("order account=4 id=trails symbol=BTC-USDT side=sell qty=1 type=stop-limit price=90 stop=95 "
              "trail=5");
    venue.say("order account=1 id=higher symbol=BTC-USDT side=sell qty=1 price=103");
    venue.say("cancel account=3 order=mtl");
    expectPrice(
        venue.say("order account=2 id=takes symbol=BTC-USDT side=buy qty=1 price=103"), "trails", Price(9'300)
    );
}

TEST_F(ExchangeTest, EveryRefusalHasASentenceAndAFixReason)
{
    std::pair<char const*, ErrorCode> const cases[] = {
        {"order account=9 id=a symbol=BTC-USDT side=buy qty=1 price=100", ErrorCode::OrderUnknownAccount},
        {"order account=1 id=a symbol=BTC-USDT side=buy qty=0 price=100", ErrorCode::OrderBadQty},
        {"order account=1 id=a symbol=ETH-USDT side=buy qty=1 price=100.01", ErrorCode::OrderOffTick},
        {"order account=1 id=a symbol=ETH-USDT side=sell qty=1", ErrorCode::OrderBadPrice},
        {"order account=1 id=a symbol=BTC-USDT side=sell qty=1 price=9 tif=opening",
         ErrorCode::OrderWrongState}};
    for (auto const& [line, code] : cases) {
        auto const reports = venue.say(line);
        ASSERT_EQ(reports.size(), 1U) << line;
        EXPECT_EQ(reports[0].reason, code) << line;
        EXPECT_EQ(reports[0].ordStatus, OrdStatus::Rejected);
        EXPECT_FALSE(errorInfo(reports[0].reason).sentence.empty());
    }
    EXPECT_EQ(venue.exchange.workingOrders(), 0U);
}

// An order is done once, and its money is set aside once.
TEST_F(ExchangeTest, LegsOfAListMayTradeWithEachOther)
{
    auto const reports = venue.say(
        "oco account=1 symbol=BTC-USDT id=a side=sell qty=9 price=99 | id=b side=buy qty=5 price=100"
    );
    ASSERT_EQ(reports.size(), 5U);
    EXPECT_EQ(reports[2].clOrdId.view(), "a");
    EXPECT_EQ(reports[2].leavesQty, Qty(40'000));
    EXPECT_EQ(reports[3].clOrdId.view(), "b");
    EXPECT_EQ(reports[3].ordStatus, OrdStatus::Filled);
    EXPECT_EQ(reports[4].clOrdId.view(), "a");
    EXPECT_EQ(reports[4].reason, ErrorCode::OrderLinkedDone);
    EXPECT_EQ(venue.exchange.workingOrders(), 0U);
    EXPECT_EQ(venue.balance(1, "BTC", LedgerAccount::Held), "0");
}

TEST_F(ExchangeTest, APeggedChildIsCutToItsParentsFill)
{
    venue.say("order account=3 id=ask symbol=BTC-USDT side=sell qty=9 price=200");
    venue.say("order account=2 id=bid symbol=BTC-USDT side=buy qty=2 price=100");
    venue.say("oto account=1 symbol=BTC-USDT id=p side=sell qty=5 price=100 "
              "| id=c side=buy type=pegged flags=primary qty=5 price=90");
    venue.say("order account=2 id=b2 symbol=BTC-USDT side=buy qty=1 price=90");
    auto const reports = venue.say("cancel account=1 order=p");
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_EQ(reports[1].clOrdId.view(), "c");
    EXPECT_EQ(reports[1].execType, ExecType::Restated);
    EXPECT_EQ(reports[1].orderQty, Qty(20'000));
    EXPECT_EQ(reports[1].leavesQty, Qty(20'000));
    EXPECT_EQ(venue.balance(1, "USDT", LedgerAccount::Held), "180.09");
}

TEST_F(ExchangeTest, AChildThatCannotBePaidForIsCanceled)
{
    venue.say("order account=2 id=bid symbol=BTC-USDT side=buy qty=150 price=100");
    auto const reports = venue.say("oto account=1 symbol=BTC-USDT id=p side=sell qty=80 price=100 "
                                   "| id=c1 side=sell qty=15 price=100 | id=c2 side=sell qty=15 price=100");
    // 20 are left after the parent: enough for the first child, not for both.
    EXPECT_EQ(reports.back().clOrdId.view(), "c2");
    EXPECT_EQ(reports.back().execType, ExecType::Canceled);
    EXPECT_EQ(reports.back().reason, ErrorCode::OrderInsufficientFunds);
    EXPECT_EQ(venue.balance(1, "BTC", LedgerAccount::Free), "5");
    EXPECT_EQ(venue.exchange.workingOrders(), 1U);
}

// Sold for more than its limit, a derivative takes more margin than was set aside; the rest of the order is
// then short of money until some is free.
TEST_F(ExchangeTest, AnOrderThatBecameDearerGetsTheRestWhenMoneyIsFree)
{
    venue.say("list id=3 venue=X symbol=BTC-PERP base=BTC quote=USDT price-scale=2 qty-scale=4 tick=0.01 "
              "lot=0.0001 kind=linear");
    venue.say("open account=9");
    venue.say("transfer account=9 asset=USDT amount=300");
    venue.say("order account=9 id=other symbol=BTC-USDT side=buy qty=1 price=90");
    venue.say("order account=1 id=b symbol=BTC-PERP side=buy qty=1 price=115");
    venue.say("order account=9 id=s symbol=BTC-PERP side=sell qty=2 price=100");
    EXPECT_EQ(
        venue.balance(9, "USDT", LedgerAccount::Free), "0"
    ); // 115 of margin left less than the 100 needed
    venue.say("cancel account=9 order=other");
    EXPECT_EQ(venue.balance(9, "USDT", LedgerAccount::Held), "215");
    EXPECT_EQ(venue.balance(9, "USDT", LedgerAccount::Free), "85");
}

// 5 % beyond what an order needs may be beyond the band, of now or of when it triggers.
TEST_F(ExchangeTest, WithinAPriceBandMarketOrdersAndTriggeredStopsHaveItsEdgeForALimit)
{
    venue.say("order account=3 id=s symbol=BTC-USDT side=sell qty=2 price=100");
    venue.say("order account=3 id=s2 symbol=BTC-USDT side=sell qty=5 price=101");
    venue.say("band symbol=BTC-USDT low=98 high=102");
    auto const taken = venue.say("order account=1 id=m symbol=BTC-USDT side=buy type=market qty=1");
    ASSERT_EQ(taken.back().ordStatus, OrdStatus::Filled);
    EXPECT_EQ(taken.back().price, Price(10'200));
    auto const stop = venue.say("order account=1 id=t symbol=BTC-USDT side=buy type=stop qty=1 stop=101");
    ASSERT_EQ(stop[0].execType, ExecType::New);
    EXPECT_EQ(stop[0].price, Price(10'606));
    venue.say("band symbol=BTC-USDT low=98 high=101");
    TalkingExchange copy;
    ASSERT_TRUE(copy.exchange.restore(venue.exchange.image()));
    copy.text = venue.text;
    for (TalkingExchange* at : {&venue, &copy}) {
        auto const reports = at->say("order account=2 id=u symbol=BTC-USDT side=buy qty=2 price=101");
        EXPECT_EQ(reports.back().clOrdId, ClOrdId("t"));
        EXPECT_EQ(reports.back().ordStatus, OrdStatus::Filled);
        EXPECT_EQ(reports.back().lastPx, Price(10'100));
        EXPECT_EQ(reports.back().price, Price(10'100));
        EXPECT_EQ(reports[reports.size() - 2].clOrdId, ClOrdId("s2"));
        EXPECT_EQ(reports[reports.size() - 3].execType, ExecType::Triggered);
        EXPECT_EQ(reports[reports.size() - 3].price, Price(10'100));
        EXPECT_EQ(at->balance(1, "USDT", LedgerAccount::Held), "0");
    }
}

// Its limit would be made for the price of now, and it triggers at that of later.
TEST_F(ExchangeTest, ATrailingChildNeedsATriggerOrALimitOfItsOwn)
{
    venue.say("order account=3 id=s symbol=BTC-USDT side=sell qty=2 price=100");
    venue.say("order account=4 id=t symbol=BTC-USDT side=buy qty=1 price=100");
    auto const child = [&](std::string const& side, std::string const& terms) {
        static int number = 0;
        const std::string tag = std::to_string(++number);
        return venue
            .say(
                "oto account=1 symbol=BTC-USDT id=p" + tag + " side=buy qty=1 price=90 | id=c" + tag +
                " qty=1 trail=5 side=" + side + terms
            )[1]
            .reason;
    };
    EXPECT_EQ(child("buy", " type=stop"), ErrorCode::OrderNoReference);
    EXPECT_EQ(child("buy", " type=stop stop=110"), ErrorCode());
    EXPECT_EQ(child("buy", " type=stop-limit price=120"), ErrorCode());
    EXPECT_EQ(child("sell", " type=stop"), ErrorCode()); // of what it sells; it has no limit at all
}

TEST_F(ExchangeTest, AReplaceMayNotTakeTheLimitAway)
{
    venue.say("order account=1 id=p symbol=BTC-USDT side=buy type=pegged flags=primary qty=1 price=90");
    auto const reports = venue.say("replace account=1 id=q order=p symbol=BTC-USDT qty=1");
    EXPECT_EQ(reports[0].reason, ErrorCode::OrderBadPrice);
}

// In an uncrossing both legs of an OCO may trade before one cancels the other.
TEST_F(ExchangeTest, AnUncrossingIsPaidForByEveryLeg)
{
    auto const uncross = [&](std::string const& qty, std::string const& tag) {
        const std::string order = " symbol=BTC-USDT price=100 qty=" + qty;
        venue.say("state symbol=BTC-USDT state=pre-open");
        venue.say(
            "oco account=1 id=a" + tag + " side=sell" + order + " | id=b" + tag +
            " side=sell price=100 qty=" + qty
        );
        venue.say("order account=2 side=buy id=c" + tag + order);
        venue.say("order account=3 side=buy id=d" + tag + order);
        return venue.say("state symbol=BTC-USDT state=continuous");
    };
    EXPECT_EQ(uncross("40", "1").size(), 4U); // two trades
    EXPECT_EQ(venue.balance(1, "BTC", LedgerAccount::Free), "20");
    auto const reports = uncross("15", "2"); // not held for twice
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_EQ(reports[0].reason, ErrorCode::OrderInsufficientFunds);
    EXPECT_EQ(reports[1].reason, ErrorCode::OrderLinkedDone);
    EXPECT_EQ(venue.balance(1, "BTC", LedgerAccount::Free), "20");
}

TEST_F(ExchangeTest, AMarketToLimitOrderPaysTheUncrossingOrGoes)
{
    venue.say("order account=3 id=s symbol=BTC-USDT side=sell qty=1 price=100");
    venue.say("order account=4 id=t symbol=BTC-USDT side=buy qty=1 price=100");
    venue.say("state symbol=BTC-USDT state=pre-open");
    venue.say("order account=1 id=rich symbol=BTC-USDT side=buy type=market-to-limit qty=1");
    venue.say("order account=2 id=poor symbol=BTC-USDT side=buy type=market-to-limit qty=50");
    venue.say("order account=3 id=d symbol=BTC-USDT side=sell qty=51 price=90000");
    auto const reports = venue.say("state symbol=BTC-USDT state=continuous");
    ASSERT_EQ(reports.size(), 3U);
    EXPECT_EQ(reports[0].clOrdId.view(), "poor");
    EXPECT_EQ(reports[0].reason, ErrorCode::OrderInsufficientFunds);
    EXPECT_EQ(reports[2].lastPx, Price(9'000'000));
}

TEST_F(ExchangeTest, AListIsTakenWholeOrNotAtAll)
{
    auto const reports = venue.say(
        "oco account=1 symbol=BTC-USDT id=a side=sell qty=1 price=120 | id=b side=sell qty=0 price=130"
    );
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_EQ(reports[0].reason, ErrorCode::OrderListRejected);
    EXPECT_EQ(reports[1].reason, ErrorCode::OrderBadQty);
    EXPECT_EQ(venue.exchange.workingOrders(), 0U);
    EXPECT_EQ(venue.balance(1, "BTC", LedgerAccount::Held), "0");
}

TEST_F(ExchangeTest, AListOfMoreThanEightIsNone)
{
    std::string line = "oco account=1 symbol=BTC-USDT";
    EnterList list;
    for (int i = 0; i < 9; ++i) {
        const std::string order = " id=l" + std::to_string(i) + " side=buy qty=1 price=100";
        line += (i == 0 ? "" : " |") + order;
        auto const one = venue.text.parse("order account=1 symbol=BTC-USDT" + order);
        list.orders.push_back(std::get<EnterOrder>(*one));
    }
    EXPECT_FALSE(venue.text.parse(line));
    auto const reports = venue.apply(list);
    ASSERT_EQ(reports.size(), 9U);
    EXPECT_EQ(reports[0].reason, ErrorCode::OrderBadCombination);
    EXPECT_EQ(venue.exchange.workingOrders(), 0U);
    std::vector<std::byte> bytes;
    encode(list, bytes);
    auto const read = decodeCommand(journalKind(list), bytes);
    ASSERT_TRUE(read);
    EXPECT_EQ(std::get<EnterList>(*read).orders.size(), longestList);
}

TEST(ExchangeCommand, BytesReadBackAreTheCommand)
{
    RandomExchangeCommands random(5);
    for (int i = 0; i < 2'000; ++i) {
        const ExchangeCommand command = random.next();
        std::vector<std::byte> bytes;
        encode(command, bytes);
        auto const read = decodeCommand(journalKind(command), bytes);
        ASSERT_TRUE(read);
        std::vector<std::byte> again;
        encode(*read, again);
        ASSERT_EQ(bytes, again);
        if (!bytes.empty()) {
            bytes.pop_back();
            ASSERT_FALSE(decodeCommand(journalKind(command), bytes));
        }
    }
}

// Money is audited after each command by TalkingExchange.
TEST(ExchangeCommand, PackedBytesAreTheSame)
{
    RandomExchangeCommands commands(11);
    std::vector<std::byte> room;
    for (int i = 0; i < 2'000; ++i) {
        const ExchangeCommand command = commands.next();
        std::vector<std::byte> expected;
        encode(command, expected);
        auto const packed = encodeInto(room, command);
        ASSERT_TRUE(std::equal(packed.begin(), packed.end(), expected.begin(), expected.end())) << i;
    }
    const ClOrdId longest(std::string(ClOrdId::capacity, 'x'));
    std::vector<std::byte> expected;
    encode(CancelOrder{OwnerId(1), longest, longest}, expected);
    auto const packed = encodeInto(room, CancelOrder{OwnerId(1), longest, longest});
    EXPECT_TRUE(std::equal(packed.begin(), packed.end(), expected.begin(), expected.end()));
}

TEST(ExchangeRace, MoneyAlwaysSumsAndTheSameCommandsGiveTheSameState)
{
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        SCOPED_TRACE(seed);
        TalkingExchange one;
        TalkingExchange two;
        one.open();
        two.open();
        RandomExchangeCommands random(seed);
        RandomExchangeCommands same(seed);
        for (int i = 0; i < 1'500; ++i) {
            one.apply(random.next());
            two.apply(same.next());
            if (testing::Test::HasFailure()) {
                return;
            }
        }
        ASSERT_EQ(one.exchange.stateHash(), two.exchange.stateHash());
    }
}

// Lists whose orders compete for the same money, auctions, prices that run away: no order trades with money
// that is not there.
TEST(ExchangeRace, NobodyTradesWithMoneyThatIsNotThere)
{
    for (std::uint64_t seed = 31; seed <= 60; ++seed) {
        SCOPED_TRACE(seed);
        TalkingExchange venue;
        venue.open();
        venue.makePoor();
        RandomExchangeCommands random(seed, true);
        for (int i = 0; i < 1'500 && !testing::Test::HasFailure(); ++i) {
            venue.apply(random.next());
        }
    }
}

// Of derivatives, whose margins grow with the price they were traded at.
TEST(ExchangeRace, AnOrderThatHoldsTooLittleGetsTheRestAsSoonAsMoneyIsFree)
{
    char const* const kinds[] = {
        "linear", "linear multiplier=0.1", "inverse contract-value=10", "quanto settle=USDT"};
    for (std::uint64_t seed = 51; seed <= 70; ++seed) {
        SCOPED_TRACE(seed);
        TalkingExchange venue;
        venue.open(kinds[seed / 2 % std::size(kinds)]);
        venue.makePoor();
        RandomExchangeCommands random(seed, seed % 2 == 0);
        for (int i = 0; i < 1'500 && !testing::Test::HasFailure(); ++i) {
            venue.apply(random.next());
        }
        TalkingExchange copy;
        ASSERT_TRUE(copy.exchange.restore(venue.exchange.image()));
        EXPECT_TRUE(copy.exchange.audit());
    }
}

// Cut anywhere: what comes back from an image does what the original does.
TEST(ExchangeRace, AnImageGoesOnLikeTheOriginal)
{
    for (std::uint64_t seed = 21; seed <= 26; ++seed) {
        SCOPED_TRACE(seed);
        TalkingExchange original;
        original.open();
        RandomExchangeCommands random(seed);
        for (int i = 0; i < 700; ++i) {
            original.apply(random.next());
        }
        TalkingExchange copy;
        ASSERT_TRUE(copy.exchange.restore(original.exchange.image()));
        copy.time = original.time;
        copy.sequence = original.sequence;
        ASSERT_EQ(copy.exchange.image(), original.exchange.image());
        for (int i = 0; i < 700; ++i) {
            const ExchangeCommand command = random.next();
            auto const first = original.apply(command);
            auto const second = copy.apply(command);
            ASSERT_EQ(first.size(), second.size());
            if (testing::Test::HasFailure()) {
                return;
            }
        }
        ASSERT_EQ(copy.exchange.stateHash(), original.exchange.stateHash());
    }
}

// Cut anywhere, nothing of it stays.
TEST(ExchangeImage, DamagedBytesAreRefusedAndLeaveNothing)
{
    RandomExchangeCommands random(7);
    const ExchangeLimits limits{.maxOrders = 1U << 10U, .rememberedOrders = 256};
    const std::vector<std::byte> nothing = Exchange(limits).image();
    TalkingExchange small(limits);
    small.open();
    for (int i = 0; i < 300; ++i) {
        small.apply(random.next());
    }
    const std::vector<std::byte> whole = small.exchange.image();
    Exchange other(limits);
    for (std::size_t size = 0; size < whole.size(); size += size < 2'000 ? 7 : 97) {
        ASSERT_FALSE(other.restore(std::span(whole).first(size))) << size;
        ASSERT_EQ(other.image(), nothing) << size;
    }
    ASSERT_TRUE(other.restore(whole));
    EXPECT_EQ(other.image(), whole);
    EXPECT_TRUE(other.audit());
}

} // namespace
} // namespace qob
