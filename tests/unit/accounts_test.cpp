// Accounts side by side in one sequencer: their orders, their money, and that they can trade with each other.

#include "engine/base/rng.h"
#include "tests/support/paper_kit.h"
#include "tests/support/sim_session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace qob {
namespace {

using namespace test;

constexpr AccountId anna(2);
constexpr AccountId bert(3);
constexpr InstrumentId btc(1);

// What was said, to the last field that names a thing or a sum.
std::string lineOf(ExecutionReport const& report)
{
    std::string line;
    for (auto const number :
         {static_cast<std::int64_t>(report.execId.value),
          static_cast<std::int64_t>(report.orderId.value),
          static_cast<std::int64_t>(report.execType),
          static_cast<std::int64_t>(report.ordStatus),
          report.price.value,
          report.leavesQty.value,
          report.cumQty.value,
          report.lastPx.value,
          report.lastQty.value,
          report.queueAhead.value,
          report.transactTime.value}) {
        line += std::to_string(number) + " ";
    }
    return line + report.clOrdId.text() + " " + formatTrimmed(report.fee.value, amountScale);
}

class SimAccounts : public testing::Test {
protected:
    SimAccounts()
    {
        sequencer->setOutput(output);
        run(seconds(2));
    }

    ~SimAccounts() override
    {
        for (const AccountId account : sequencer->accounts()) {
            EXPECT_TRUE(sequencer->ledger(account).sumsToDeposits()) << account.value;
            for (auto const& balance : sequencer->ledger(account).balances()) {
                EXPECT_GE(balance.free, Amount(0));
                EXPECT_GE(balance.held, Amount(0));
            }
        }
    }

    void run(Duration length)
    {
        now += length;
        sequencer->advance(now);
    }

    static NewOrderSingle order(std::string const& id, Side side, Price price, std::int64_t qty)
    {
        NewOrderSingle made;
        made.clOrdId = ClOrdId(id);
        made.instrument = btc;
        made.side = side;
        made.price = price;
        made.orderQty = Qty(qty);
        return made;
    }

    [[nodiscard]] Price best(Side side) const
    {
        auto const* item = sequencer->history().find(btc);
        return side == Side::Buy ? item->bid : item->ask;
    }

    [[nodiscard]] std::vector<ExecutionReport> of(AccountId account, ExecType type) const
    {
        std::vector<ExecutionReport> found;
        std::copy_if(
            output.reports.begin(),
            output.reports.end(),
            std::back_inserter(found),
            [&](auto const& report) { return accountOf(report.execId) == account && report.execType == type; }
        );
        return found;
    }

    [[nodiscard]] Amount total(AccountId account, char const* asset) const
    {
        auto const& ledger = sequencer->ledger(account);
        return ledger.balance(AssetName(asset), LedgerAccount::Free) +
               ledger.balance(AssetName(asset), LedgerAccount::Held);
    }

    [[nodiscard]] Amount in(AccountId account, char const* asset, LedgerAccount where) const
    {
        return sequencer->ledger(account).balance(AssetName(asset), where);
    }

    Log log{LogSettings{.consoleLevel = LogLevel::Off}};
    OrderLog output;
    std::unique_ptr<Sequencer> sequencer = simSequencer(log);
    Timestamp now = simStart;
};

// What another engine goes on with; its instrument is one the market has not shown.
AccountImage positionsOf(Sequencer const& before, AccountId account)
{
    AccountImage image;
    image.portfolio = before.portfolio(account).image();
    auto node = image.portfolio.holdings.extract(btc);
    node.key() = firstStranger;
    node.mapped().instrument.id = firstStranger;
    image.portfolio.holdings.insert(std::move(node));
    image.lastExecId = ExecId((account.value - std::uint64_t{1}) * idsPerAccount + 1000);
    return image;
}

void goOn(Sequencer const& before, Sequencer& after)
{
    Instrument stranger = *before.instrument(btc);
    stranger.id = firstStranger;
    after.restore({{anna, positionsOf(before, anna)}}, {stranger});
}

// Only as many orders that are done stay as are to be kept; whatever works does.
class FewKept : public SimAccounts {
protected:
    static constexpr std::size_t kept = 5;

    FewKept()
    {
        auto market = std::make_unique<SimMarket>(SimSettings{7, simStart, Duration(0)});
        SimMarket& venue = *market;
        TradingSettings settings;
        settings.deposits = testDeposits();
        settings.ordersKept = kept;
        now = simStart;
        sequencer = std::make_unique<Sequencer>(std::move(market), &venue, settings, log);
        sequencer->setOutput(output);
        run(seconds(2));
    }

    // That is done at once.
    void trade(std::string const& id)
    {
        auto made = order(id, Side::Buy, Price(0), 10);
        made.ordType = OrdType::Market;
        made.timeInForce = TimeInForce::ImmediateOrCancel;
        sequencer->apply(anna, made, now);
        run(milliseconds(50));
    }

    [[nodiscard]] std::vector<std::uint64_t> ids() const
    {
        std::vector<std::uint64_t> found;
        for (auto const& one : sequencer->orders(anna).snapshot().orders) {
            found.push_back(one.orderId.value - (std::uint64_t{1} << 40U));
        }
        return found;
    }
};

TEST_F(FewKept, TheNewestStayAndTheirIdsGoOn)
{
    for (int i = 1; i <= 12; ++i) {
        trade("t" + std::to_string(i));
    }
    EXPECT_EQ(ids(), (std::vector<std::uint64_t>{7, 8, 9, 10, 11, 12}));
    auto const before = of(anna, ExecType::PendingNew).size();
    trade("t11");
    EXPECT_EQ(of(anna, ExecType::PendingNew).size(), before) << "known: no second order";
    trade("t1");
    ASSERT_EQ(of(anna, ExecType::PendingNew).size(), before + 1) << "its name was forgotten with it";
    EXPECT_EQ(ids().back(), 13U);
}

TEST_F(FewKept, WhatWorksIsNeverForgotten)
{
    sequencer->apply(anna, order("rests", Side::Buy, Price(300'000), 10), now);
    run(milliseconds(50));
    const OrderCancelReplaceRequest amend{
        ClOrdId("amended"), ClOrdId("rests"), Price(300'100), Qty(10), Price(0)};
    sequencer->apply(anna, amend, now);
    run(milliseconds(50));
    for (int i = 0; i < 200; ++i) {
        trade("t" + std::to_string(i));
    }
    EXPECT_EQ(ids().front(), 1U);
    EXPECT_EQ(ids().size(), kept + 2);
    EXPECT_EQ(sequencer->orders(anna).workingOrders(), 1U);
    auto const pending = of(anna, ExecType::PendingNew).size();
    trade("amended");
    EXPECT_EQ(of(anna, ExecType::PendingNew).size(), pending) << "its other name is known, too";
    sequencer->apply(anna, OrderCancelRequest{ClOrdId("away"), ClOrdId("amended")}, now);
    run(milliseconds(50));
    EXPECT_EQ(of(anna, ExecType::Canceled).size(), 1U);
    EXPECT_EQ(sequencer->orders(anna).workingOrders(), 0U);
}

// Hundreds that work at a time, each done long after younger ones went: they go as well.
TEST_F(FewKept, ElderOrdersGoOnceTheyAreDone)
{
    for (int i = 0; i < 300; ++i) {
        sequencer->apply(anna, order("r" + std::to_string(i), Side::Buy, Price(300'000), 10), now);
        run(milliseconds(50));
    }
    EXPECT_EQ(ids().size(), 300U);
    sequencer->apply(anna, OrderMassCancelRequest{}, now);
    run(milliseconds(100));
    EXPECT_EQ(sequencer->orders(anna).workingOrders(), 0U);
    for (int i = 0; i < 300; ++i) {
        trade("t" + std::to_string(i));
    }
    EXPECT_EQ(ids().size(), kept + 1);
}

TEST_F(SimAccounts, AnOrderIdSaysWhoseItIsAndTheDesksCountFromOne)
{
    const Price low(300'000);
    sequencer->apply(order("d", Side::Buy, low, 10), now);
    sequencer->apply(anna, order("a", Side::Buy, low, 10), now);
    sequencer->apply(bert, order("b", Side::Buy, low, 10), now);
    sequencer->apply(maxAccount, order("m", Side::Buy, low, 10), now);
    run(milliseconds(50));
    for (const AccountId account : {deskAccount, anna, bert, maxAccount}) {
        auto const accepted = of(account, ExecType::New);
        ASSERT_EQ(accepted.size(), 1U) << account.value;
        EXPECT_EQ(accountOf(accepted[0].orderId), account);
        EXPECT_EQ(sequencer->orders(account).snapshot().orders.size(), 1U);
        EXPECT_EQ(sequencer->orders(account).snapshot().orders[0].orderId, accepted[0].orderId);
    }
    EXPECT_EQ(of(deskAccount, ExecType::New)[0].orderId, OrderId(1));
    EXPECT_EQ(of(anna, ExecType::New)[0].orderId, OrderId((std::uint64_t{1} << 40U) + 1));
    EXPECT_EQ(sequencer->accounts(), (std::vector{deskAccount, anna, bert, maxAccount}));
}

TEST_F(SimAccounts, TheSameClOrdIdInTwoAccountsIsTwoOrders)
{
    sequencer->apply(anna, order("same", Side::Buy, Price(300'000), 10), now);
    sequencer->apply(bert, order("same", Side::Buy, Price(300'005), 20), now);
    sequencer->apply(anna, order("same", Side::Buy, Price(300'000), 10), now);
    run(milliseconds(50));
    ASSERT_EQ(of(anna, ExecType::New).size(), 1U);
    ASSERT_EQ(of(bert, ExecType::New).size(), 1U);
    EXPECT_EQ(of(bert, ExecType::New)[0].orderQty, Qty(20));
    EXPECT_EQ(of(anna, ExecType::OrderStatus)[0].orderQty, Qty(10));
    EXPECT_TRUE(of(anna, ExecType::Rejected).empty());
}

TEST_F(SimAccounts, NobodyReachesAnothersOrder)
{
    sequencer->apply(anna, order("hers", Side::Buy, Price(300'000), 10), now);
    run(milliseconds(50));
    sequencer->apply(bert, OrderCancelRequest{ClOrdId("c"), ClOrdId("hers")}, now);
    sequencer->apply(
        bert, OrderCancelReplaceRequest{ClOrdId("r"), ClOrdId("hers"), Price(300'005), Qty(5)}, now
    );
    sequencer->apply(bert, OrderMassCancelRequest{ClOrdId("all"), {}}, now);
    sequencer->apply(OrderMassCancelRequest{ClOrdId("all"), {}}, now);
    run(milliseconds(50));
    ASSERT_EQ(output.rejects.size(), 2U);
    EXPECT_EQ(output.rejects[0].reason.code, ErrorCode::OrderUnknown);
    EXPECT_EQ(output.rejects[1].reason.code, ErrorCode::OrderUnknown);
    EXPECT_EQ(sequencer->orders(anna).workingOrders(), 1U);
    sequencer->massCancel({ClOrdId("everybody"), {}}, now);
    run(milliseconds(50));
    EXPECT_EQ(sequencer->orders(anna).workingOrders(), 0U);
    EXPECT_EQ(in(anna, "USDT", LedgerAccount::Held), Amount(0));
}

// Anna rests inside the spread, so that Bert, who takes, meets her and nobody else.
TEST_F(SimAccounts, TwoAccountsTradeWithEachOther)
{
    for (int i = 0; i < 2'000 && best(Side::Sell) - best(Side::Buy) < Price(10); ++i) {
        run(milliseconds(50));
    }
    const Price inside = best(Side::Sell) - Price(5);
    ASSERT_GT(inside, best(Side::Buy));
    sequencer->apply(anna, order("offer", Side::Sell, inside, 300), now);
    auto take = order("take", Side::Buy, inside, 300);
    take.timeInForce = TimeInForce::ImmediateOrCancel;
    sequencer->apply(bert, take, now);
    run(milliseconds(50));
    auto const sold = of(anna, ExecType::Trade);
    auto const bought = of(bert, ExecType::Trade);
    ASSERT_EQ(sold.size(), 1U);
    ASSERT_EQ(bought.size(), 1U);
    EXPECT_EQ(sold[0].lastQty, Qty(300));
    EXPECT_EQ(bought[0].lastQty, Qty(300));
    EXPECT_EQ(sold[0].lastPx, bought[0].lastPx);
    EXPECT_EQ(sold[0].liquidity, Liquidity::Maker);
    EXPECT_EQ(bought[0].liquidity, Liquidity::Taker);
    // What one gave the other has; only the fees left them.
    EXPECT_EQ(total(anna, "BTC") + total(bert, "BTC"), Amount(20 * Int128(pow10(amountScale))));
    EXPECT_EQ(
        total(anna, "USDT") + total(bert, "USDT") + sold[0].fee + bought[0].fee,
        Amount(2'000'000 * Int128(pow10(amountScale)))
    );
    EXPECT_EQ(in(anna, "BTC", LedgerAccount::Venue) + in(bert, "BTC", LedgerAccount::Venue), Amount(0));
    EXPECT_EQ(in(anna, "USDT", LedgerAccount::Venue) + in(bert, "USDT", LedgerAccount::Venue), Amount(0));
    auto const sum = sequencer->sumOfAccounts();
    ASSERT_EQ(sum.positions.size(), 1U);
    EXPECT_EQ(sum.positions[0].net, Qty(0));
    EXPECT_EQ(sum.positions[0].fees, sold[0].fee + bought[0].fee);
}

TEST_F(SimAccounts, SelfTradePreventionIsWithinAnAccount)
{
    for (int i = 0; i < 2'000 && best(Side::Sell) - best(Side::Buy) < Price(10); ++i) {
        run(milliseconds(50));
    }
    const Price inside = best(Side::Sell) - Price(5);
    sequencer->apply(anna, order("offer", Side::Sell, inside, 300), now);
    auto take = order("take", Side::Buy, inside, 100);
    take.timeInForce = TimeInForce::ImmediateOrCancel;
    take.selfTrade = SelfTrade::CancelNewest;
    sequencer->apply(anna, take, now);
    sequencer->apply(bert, take, now);
    run(milliseconds(50));
    ASSERT_EQ(of(anna, ExecType::Canceled).size(), 1U);
    EXPECT_EQ(of(anna, ExecType::Canceled)[0].reason->code, ErrorCode::OrderSelfTrade);
    EXPECT_EQ(of(bert, ExecType::Trade).size(), 1U);
}

TEST_F(SimAccounts, AnAccountIsOpenedWithItsOwnDeposits)
{
    auto market = std::make_unique<SimMarket>(SimSettings{7, simStart, Duration(0)});
    SimMarket& venue = *market;
    TradingSettings settings;
    settings.deposits = testDeposits();
    settings.otherDeposits[bert] = parseDeposits("USDT=5").value();
    Sequencer own(std::move(market), &venue, settings, log);
    OrderLog heard;
    own.setOutput(heard);
    own.advance(simStart + seconds(1));
    own.apply(bert, order("b", Side::Buy, Price(300'000), 1000), simStart + seconds(1));
    own.openAccount(anna);
    EXPECT_EQ(own.account(bert).balances.size(), 1U);
    EXPECT_EQ(own.account(anna).balances.size(), 2U);
    ASSERT_FALSE(heard.reports.empty());
    EXPECT_EQ(heard.reports[0].reason->code, ErrorCode::OrderInsufficientFunds);
    EXPECT_EQ(accountOf(heard.reports[0].execId), bert) << "also of an order that has no id";
}

// Random orders of the desk and two accounts; everything that was said.
std::vector<std::string> session(std::uint64_t seed, bool others)
{
    Log log{LogSettings{.consoleLevel = LogLevel::Off}};
    OrderLog output;
    auto const sequencer = simSequencer(log, Duration(0), seed);
    sequencer->setOutput(output);
    Timestamp now = simStart + seconds(1);
    sequencer->advance(now);
    Rng rng(3);
    for (int i = 0; i < 300; ++i) {
        auto const* item = sequencer->history().find(btc);
        NewOrderSingle made;
        made.clOrdId = ClOrdId("o" + std::to_string(i / 3));
        made.instrument = btc;
        made.side = rng.chance(0.5) ? Side::Buy : Side::Sell;
        made.price = item->bid + Price(5 * rng.between(-3, 4));
        made.orderQty = Qty(rng.between(1, 2'000));
        made.clOrdId = ClOrdId("o" + std::to_string(i));
        const AccountId account(static_cast<std::uint32_t>(i % 3 + 1));
        if (others || account == deskAccount) {
            sequencer->apply(account, made, now);
        }
        now += milliseconds(rng.between(1, 200));
        sequencer->advance(now);
        for (const AccountId open : sequencer->accounts()) {
            EXPECT_TRUE(sequencer->ledger(open).sumsToDeposits());
        }
    }
    std::vector<std::string> lines;
    for (auto const& report : output.reports) {
        lines.push_back(lineOf(report));
    }
    return lines;
}

TEST_F(SimAccounts, AReduceOnlyOrderKnowsThePositionOfBefore)
{
    auto buy = order("buy", Side::Buy, {}, 30'000);
    buy.ordType = OrdType::Market;
    sequencer->apply(anna, buy, now);
    run(seconds(1));
    ASSERT_EQ(sequencer->portfolio(anna).netOf(btc), Qty(30'000));
    auto next = simSequencer(log);
    goOn(*sequencer, *next);
    std::swap(sequencer, next);
    sequencer->setOutput(output);
    now = simStart;
    run(seconds(2));
    auto close = order("close", Side::Sell, {}, 50'000);
    close.ordType = OrdType::Market;
    close.execInst = ExecInst::ReduceOnly;
    sequencer->apply(anna, close, now);
    run(seconds(1));
    EXPECT_EQ(sequencer->portfolio(anna).netOf(btc), Qty(0));
    close.clOrdId = ClOrdId("again");
    sequencer->apply(anna, close, now);
    run(seconds(1));
    EXPECT_EQ(output.reports.back().reason->code, ErrorCode::OrderNothingToReduce);
}

TEST(Accounts, TheSameSeedAndCommandsGiveTheSameReports)
{
    auto const once = session(7, true);
    EXPECT_GT(once.size(), 600U);
    EXPECT_EQ(once, session(7, true));
    EXPECT_NE(once, session(8, true));
    EXPECT_NE(once, session(7, false));
}

class PaperAccounts : public PaperTrading {
protected:
    void sendAs(AccountId account, Command const& command)
    {
        sequencer->apply(account, command, market->now);
        settle();
    }

    [[nodiscard]] Qty filled(AccountId account) const
    {
        Qty sum;
        for (auto const& fill : sequencer->orders(account).snapshot().fills) {
            sum += fill.lastQty;
        }
        return sum;
    }
};

TEST_F(PaperAccounts, EachTakesTheShownSizeForItself)
{
    sendAs(anna, order("a", Side::Buy, 1010, 40));
    sendAs(bert, order("b", Side::Buy, 1010, 40));
    EXPECT_EQ(filled(anna), Qty(40));
    EXPECT_EQ(filled(bert), Qty(40));
    sendAs(anna, order("again", Side::Buy, 1010, 40));
    EXPECT_EQ(filled(anna), Qty(40)) << "the size it took is used up until it is shown anew";
    market->show(*sequencer, Side::Sell, 1010, 40);
    sendAs(anna, order("more", Side::Buy, 1010, 10));
    EXPECT_EQ(filled(anna), Qty(50));
}

TEST_F(PaperAccounts, TheyNeverTradeWithEachOtherNorShareATrade)
{
    sendAs(anna, order("a", Side::Sell, 1005, 20));
    sendAs(bert, order("b", Side::Buy, 1005, 20));
    EXPECT_EQ(filled(anna), Qty(0));
    EXPECT_EQ(filled(bert), Qty(0));
    market->trade(*sequencer, Side::Sell, 1000, 20); // through the buyer's price
    settle();
    EXPECT_EQ(filled(bert), Qty(20));
    market->trade(*sequencer, Side::Buy, 1010, 20);
    settle();
    EXPECT_EQ(filled(anna), Qty(20));
    sendAs(anna, order("a2", Side::Buy, 1005, 20));
    sendAs(bert, order("b2", Side::Buy, 1005, 20));
    market->trade(*sequencer, Side::Sell, 1000, 20);
    settle();
    EXPECT_EQ(filled(anna), Qty(40)) << "all of the trade is there for each";
    EXPECT_EQ(filled(bert), Qty(40));
}

TEST_F(PaperAccounts, ReduceOnlyLooksAtTheOwnPosition)
{
    sendAs(anna, order("long", Side::Buy, 1010, 40));
    auto reduce = order("reduce", Side::Sell, 1000, 40);
    reduce.execInst = ExecInst::ReduceOnly;
    sendAs(bert, reduce);
    EXPECT_EQ(last().reason->code, ErrorCode::OrderNothingToReduce);
    sendAs(anna, reduce);
    EXPECT_EQ(filled(anna), Qty(80));
}

TEST_F(PaperAccounts, ReduceOnlyKnowsThePositionOfBefore)
{
    sendAs(anna, order("long", Side::Buy, 1010, 40));
    TradingSettings settings;
    settings.deposits = parseDeposits("USDT=100000,BTC=5").value();
    settings.paperLatency = milliseconds(10);
    auto owned = std::make_unique<ScriptedMarket>(market->instrument());
    auto* nextMarket = owned.get();
    auto next = std::make_unique<Sequencer>(std::move(owned), nullptr, settings, log);
    goOn(*sequencer, *next);
    next->setOutput(output);
    std::swap(sequencer, next);
    std::swap(market, nextMarket);
    sequencer->onInstrument(market->instrument());
    market->setState(*sequencer, FeedState::Live);
    market->show(*sequencer, Side::Buy, 1000, 50);
    auto reduce = order("reduce", Side::Sell, 1000, 50);
    reduce.execInst = ExecInst::ReduceOnly;
    sendAs(anna, reduce);
    EXPECT_EQ(filled(anna), Qty(40));
    EXPECT_EQ(sequencer->portfolio(anna).netOf(btc), Qty(0));
}

} // namespace
} // namespace qob
