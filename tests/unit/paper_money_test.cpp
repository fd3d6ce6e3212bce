// What an order needs stays set aside whatever happens meanwhile: lists, changes under way, seeks, positions
// that others close, units that become others.

#include "tests/support/paper_kit.h"

#include <algorithm>

namespace qob {
namespace {

using namespace test;

class PaperMoney : public test::PaperTrading {
protected:
    using PaperTrading::PaperTrading;

    static NewOrderList list(Contingency contingency, std::vector<NewOrderSingle> orders)
    {
        return {contingency, std::move(orders)};
    }

    // Leaves only about so much quote money free.
    void spendTo(std::int64_t left)
    {
        auto const units = std::int64_t(100'000 - left) * 100 * 2000 / 2001; // with the highest fee
        sendAndSettle(order("spent", Side::Buy, 100, units));                // at 10.0
    }

    ExecutionReport state(char const* id)
    {
        auto const orders = sequencer->orders().snapshot().orders;
        auto const found = std::find_if(orders.begin(), orders.end(), [&](auto const& row) {
            return row.clOrdId.view() == id || row.origClOrdId.view() == id;
        });
        EXPECT_NE(found, orders.end()) << id;
        return found == orders.end() ? ExecutionReport() : *found;
    }

    ErrorCode refusalOf(char const* id)
    {
        auto const found =
            std::find_if(output.reports.rbegin(), output.reports.rend(), [&](auto const& report) {
                return report.clOrdId.view() == id && report.execType == ExecType::Rejected;
            });
        return found == output.reports.rend() ? ErrorCode() : found->reason->code;
    }
};

TEST_F(PaperMoney, AChildIsPaidForFromTheStart)
{
    market->show(*sequencer, Side::Sell, 1010, 10'000'000);
    sendAndSettle(list(
        Contingency::OneTriggersOther,
        {order("p", Side::Buy, 1010, 600'000), order("c", Side::Buy, 1010, 600'000)}
    ));
    EXPECT_EQ(refusalOf("p"), ErrorCode::OrderInsufficientFunds);
    EXPECT_EQ(free("USDT"), "100000");
    sendAndSettle(list(
        Contingency::OneTriggersOther,
        {order("p2", Side::Buy, 1010, 400'000), order("c2", Side::Buy, 1010, 400'000)}
    ));
    settle();
    EXPECT_EQ(state("c2").ordStatus, OrdStatus::Filled);
}

TEST_F(PaperMoney, WhatTheParentBringsPaysForItsChild)
{
    spendTo(1);
    market->show(*sequencer, Side::Buy, 1000, 10'000);
    market->show(*sequencer, Side::Sell, 1010, 10'000);
    sendAndSettle(list(
        Contingency::OneTriggersOther, {order("p", Side::Sell, 1000, 5000), order("c", Side::Buy, 1010, 5000)}
    ));
    EXPECT_EQ(refusalOf("p"), ErrorCode::OrderInsufficientFunds); // 500 come in, 505 would go out
    sendAndSettle(list(
        Contingency::OneTriggersOther,
        {order("p2", Side::Sell, 1000, 5000), order("c2", Side::Buy, 1000, 4900)}
    ));
    EXPECT_EQ(state("c2").ordStatus, OrdStatus::New);
    sendAndSettle(list(
        Contingency::OneTriggersOther, {order("p3", Side::Buy, 1010, 10), order("c3", Side::Sell, 1200, 10)}
    ));
    EXPECT_EQ(state("p3").ordStatus, OrdStatus::Filled);
}

TEST_F(PaperMoney, AChangeUnderWayStaysCovered)
{
    spendTo(10'405);
    sendAndSettle(order("a", Side::Buy, 1000, 50'000)); // 5,000
    market->show(*sequencer, Side::Sell, 1200, 100'000);
    market->show(*sequencer, Side::Sell, 1010, 0);
    market->show(*sequencer, Side::Sell, 1015, 0);
    market->trade(*sequencer, Side::Sell, 1000, 1050); // a fill is on its way
    send(OrderCancelReplaceRequest{ClOrdId("a2"), ClOrdId("a"), Price(2000), Qty(50'000)});
    market->now += milliseconds(11);
    sequencer->advance(market->now); // booked
    send(order("b", Side::Buy, 995, 54'000));
    EXPECT_EQ(refusalOf("b"), ErrorCode::OrderInsufficientFunds);
    settle();
    EXPECT_EQ(state("a2").ordStatus, OrdStatus::Filled);
}

TEST_F(PaperMoney, AnAmendIsCheckedAsAnOrderIs)
{
    sendAndSettle(order("a", Side::Buy, 1000, 10));
    send(OrderCancelReplaceRequest{
        ClOrdId("a2"), ClOrdId("a"), Price(851'078'710'663'625), Qty(171'054'924'364'740)});
    EXPECT_EQ(output.rejects.back().reason.code, ErrorCode::OrderTooLarge);
    EXPECT_EQ(free("USDT"), "99998.9995"); // 1 and its highest fee
}

TEST_F(PaperMoney, AnAmendDoesNotTradeWithAStaleBook)
{
    sendAndSettle(order("a", Side::Buy, 1000, 10));
    market->setState(*sequencer, FeedState::Stale);
    sendAndSettle(OrderCancelReplaceRequest{ClOrdId("a2"), ClOrdId("a"), Price(1010), Qty(10)});
    EXPECT_EQ(output.rejects.back().reason.code, ErrorCode::OrderMarketNotLive);
    EXPECT_EQ(state("a").cumQty, Qty(0));
    sendAndSettle(OrderCancelReplaceRequest{ClOrdId("a3"), ClOrdId("a"), Price(1000), Qty(5)}
    ); // less, in place
    EXPECT_EQ(state("a").leavesQty, Qty(5));
}

TEST_F(PaperMoney, AStopThatWasMovedForgetsWhatTouchedIt)
{
    market->trade(*sequencer, Side::Buy, 1010, 1);
    auto stop = order("s", Side::Sell, 0, 10);
    stop.ordType = OrdType::Stop;
    stop.stopPx = Price(950);
    sendAndSettle(stop);
    market->setState(*sequencer, FeedState::Stale);
    market->trade(*sequencer, Side::Sell, 950, 1);
    market->trade(*sequencer, Side::Buy, 1010, 1);
    sendAndSettle(OrderCancelReplaceRequest{ClOrdId("s2"), ClOrdId("s"), Price(0), Qty(10), Price(900)});
    market->setState(*sequencer, FeedState::Live);
    market->show(*sequencer, Side::Buy, 1000, 51);
    settle();
    EXPECT_EQ(state("s").ordStatus, OrdStatus::New);
    market->trade(*sequencer, Side::Sell, 900, 1);
    settle();
    EXPECT_EQ(state("s").ordStatus, OrdStatus::Filled);
}

TEST_F(PaperMoney, AnIcebergsNextPartKeepsItsPlaceWhenTheBookIsCleared)
{
    for (bool const cleared : {false, true}) {
        market->show(*sequencer, Side::Buy, 1000, 50);
        auto iceberg = order(cleared ? "b" : "a", Side::Buy, 1000, 30);
        iceberg.displayQty = Qty(10);
        sendAndSettle(iceberg);
        market->show(*sequencer, Side::Buy, 1000, 150);
        if (cleared) {
            sequencer->onBookCleared(InstrumentId(1), market->now);
        }
        market->trade(*sequencer, Side::Sell, 1000, 60);
        market->trade(*sequencer, Side::Sell, 1000, 20);
        settle();
        EXPECT_EQ(state(cleared ? "b" : "a").cumQty, Qty(10)) << cleared;
        sendAndSettle(OrderMassCancelRequest{ClOrdId(cleared ? "x" : "y"), {}});
    }
}

TEST_F(PaperMoney, TwoRequestsUnderWayAreAnsweredByTheirNames)
{
    sendAndSettle(order("a", Side::Buy, 1000, 10));
    send(OrderCancelReplaceRequest{ClOrdId("a2"), ClOrdId("a"), Price(995), Qty(10)});
    send(OrderCancelRequest{ClOrdId("x"), ClOrdId("a")});
    settle();
    auto const replaced = std::find_if(output.reports.begin(), output.reports.end(), [](auto const& report) {
        return report.execType == ExecType::Replaced;
    });
    ASSERT_NE(replaced, output.reports.end());
    EXPECT_EQ(replaced->clOrdId, ClOrdId("a2"));
    EXPECT_EQ(replaced->ordStatus, OrdStatus::PendingCancel);
    EXPECT_EQ(last().ordStatus, OrdStatus::Canceled);
}

TEST_F(PaperMoney, AChangeWithoutANameKeepsTheOrders)
{
    sendAndSettle(order("a", Side::Buy, 1000, 10));
    sendAndSettle(OrderCancelReplaceRequest{ClOrdId(), ClOrdId("a"), Price(995), Qty(10)});
    EXPECT_EQ(last().execType, ExecType::Replaced);
    EXPECT_EQ(last().clOrdId, ClOrdId("a"));
}

TEST_F(PaperMoney, ARefusedChangeLeavesTheCancelUnderWay)
{
    auto quote = order("a", Side::Buy, 1000, 10);
    quote.execInst = ExecInst::PostOnly;
    sendAndSettle(quote);
    send(OrderCancelReplaceRequest{ClOrdId("a2"), ClOrdId("a"), Price(1010), Qty(10)});
    market->now += milliseconds(5);
    sequencer->advance(market->now);
    send(OrderCancelRequest{ClOrdId("x"), ClOrdId("a")});
    market->now += milliseconds(16);
    sequencer->advance(market->now);
    ASSERT_EQ(output.rejects.size(), 1U);
    EXPECT_EQ(output.rejects.front().clOrdId, ClOrdId("a2"));
    EXPECT_EQ(output.rejects.front().ordStatus, OrdStatus::PendingCancel);
    settle();
    EXPECT_EQ(last().ordStatus, OrdStatus::Canceled);
}

TEST_F(PaperMoney, WhatIsKnownIsNotRefusedWhileTheDiskIsFull)
{
    auto const pair =
        list(Contingency::OneCancelsOther, {order("p", Side::Buy, 995, 10), order("c", Side::Buy, 990, 10)});
    sendAndSettle(pair);
    sendAndSettle(OrderCancelReplaceRequest{ClOrdId("p2"), ClOrdId("p"), Price(995), Qty(5)});
    output.reports.clear();
    const Error full{ErrorCode::JournalFull, {}};
    sequencer->refuse(deskAccount, pair, full, market->now);
    sequencer->refuse(
        deskAccount,
        OrderCancelReplaceRequest{ClOrdId("p2"), ClOrdId("p"), Price(995), Qty(5)},
        full,
        market->now
    );
    ASSERT_EQ(output.reports.size(), 3U);
    for (auto const& report : output.reports) {
        EXPECT_EQ(report.execType, ExecType::OrderStatus);
    }
    EXPECT_TRUE(output.rejects.empty());
}

// The venue's list comes late and tells another unit.
TEST_F(PaperMoney, NoOrderIsFilledByNumbersOfAnotherUnit)
{
    sendAndSettle(order("held", Side::Buy, 1010, 10));
    sendAndSettle(order("a", Side::Sell, 1200, 1000)); // 120.0
    send(order("late", Side::Sell, 1200, 1000));       // still on its way
    Instrument finer = market->instrument();
    finer.priceScale = 2;
    sequencer->onInstrument(finer);
    EXPECT_EQ(state("a").reason->code, ErrorCode::OrderMarketNotLive);
    market->trade(*sequencer, Side::Buy, 12'100, 5000); // 121.00
    settle();
    EXPECT_EQ(state("a").cumQty, Qty(0));
    EXPECT_EQ(state("late").ordStatus, OrdStatus::Canceled);
    EXPECT_EQ(sequencer->orders().workingOrders(), 0U);
    // What was bought is there, as an instrument of its own with the numbers it was bought by.
    auto const position = sequencer->account().positions.at(0);
    EXPECT_EQ(position.net, Qty(10));
    EXPECT_EQ(sequencer->instrument(position.instrument)->priceScale, 1);
    EXPECT_EQ(state("held").instrument, position.instrument);
    market->setState(*sequencer, FeedState::Live);
    auto again = order("again", Side::Buy, 10'100, 10);
    sendAndSettle(again);
    EXPECT_EQ(state("again").instrument, finer.id);
    sendAndSettle(OrderMassCancelRequest{ClOrdId("all"), {}});
}

class Rewindable final : public ScriptedMarket {
public:
    using ScriptedMarket::ScriptedMarket;

    [[nodiscard]] bool canRewind() const override { return true; }
};

TEST(PaperSeek, AFillThatWasUnderWayIsNoPositionToReduce)
{
    Log log{LogSettings{.consoleLevel = LogLevel::Off}};
    auto owned = std::make_unique<Rewindable>(ScriptedMarket::btc(ContractKind::Linear));
    Rewindable& market = *owned;
    TradingSettings settings;
    settings.deposits = parseDeposits("USDT=100000").value();
    Sequencer sequencer(std::move(owned), nullptr, settings, log);
    OrderLog output;
    sequencer.setOutput(output);
    sequencer.onInstrument(market.instrument());
    market.setState(sequencer, FeedState::Live);
    market.show(sequencer, Side::Buy, 1000, 50);
    market.show(sequencer, Side::Sell, 1010, 40);
    NewOrderSingle order;
    order.clOrdId = ClOrdId("a");
    order.instrument = market.instrument().id;
    order.side = Side::Buy;
    order.price = Price(1010);
    order.orderQty = Qty(10);
    sequencer.apply(order, market.now);
    sequencer.advance(market.now + milliseconds(25)); // filled there; the report is on its way
    ASSERT_TRUE(sequencer.seek(Timestamp(500'000'000)));
    EXPECT_EQ(sequencer.portfolio(deskAccount).netOf(order.instrument), Qty(0));
    market.setState(sequencer, FeedState::Live);
    market.show(sequencer, Side::Buy, 1000, 50);
    order.clOrdId = ClOrdId("close");
    order.side = Side::Sell;
    order.price = Price(1000);
    order.execInst = ExecInst::ReduceOnly;
    sequencer.apply(order, market.now);
    sequencer.advance(market.now + milliseconds(100));
    EXPECT_EQ(output.reports.back().reason.value_or(Error()).code, ErrorCode::OrderNothingToReduce);
    EXPECT_EQ(sequencer.portfolio(deskAccount).netOf(order.instrument), Qty(0));
}

class ContractMoney : public PaperMoney {
protected:
    ContractMoney() : PaperMoney(ContractKind::Linear)
    {
        market->show(*sequencer, Side::Buy, 1000, 1'000'000);
        market->show(*sequencer, Side::Sell, 1010, 1'000'000);
    }
};

TEST_F(ContractMoney, APositionWithItsStopAndTargetCanBeClosed)
{
    sendAndSettle(order("open", Side::Buy, 1010, 600'000)); // 60,600 of 100,000
    auto target = order("target", Side::Sell, 1200, 600'000);
    target.execInst = ExecInst::ReduceOnly;
    auto stop = order("stop", Side::Sell, 0, 600'000);
    stop.execInst = ExecInst::ReduceOnly;
    stop.ordType = OrdType::Stop;
    stop.stopPx = Price(900);
    sendAndSettle(list(Contingency::OneCancelsOther, {target, stop}));
    auto close = order("close", Side::Sell, 0, 600'000);
    close.ordType = OrdType::Market;
    close.execInst = ExecInst::ReduceOnly;
    sendAndSettle(close);
    EXPECT_EQ(state("close").ordStatus, OrdStatus::Filled);
    EXPECT_EQ(sequencer->portfolio(deskAccount).netOf(InstrumentId(1)), Qty(0));
    settle();
    EXPECT_EQ(sequencer->orders().workingOrders(), 0U);
}

TEST_F(ContractMoney, WhatWouldHaveClosedAndNowOpensIsPaidFor)
{
    sendAndSettle(order("open", Side::Buy, 1010, 100'000)); // 10,100
    sendAndSettle(order("A", Side::Sell, 2000, 100'000));   // closes: needs nothing
    sendAndSettle(order("B", Side::Sell, 1000, 100'000));   // closes instead
    EXPECT_EQ(state("A").ordStatus, OrdStatus::New);
    sendAndSettle(order("C", Side::Buy, 500, 1'700'000)); // 85,000 are not there beside the 20,000 of A
    EXPECT_EQ(refusalOf("C"), ErrorCode::OrderInsufficientFunds);
    market->trade(*sequencer, Side::Buy, 2010, 200'000);
    settle();
    auto const position = sequencer->account().positions.at(0);
    EXPECT_EQ(position.net, Qty(-100'000));
    EXPECT_EQ(sequencer->portfolio(deskAccount).margin(AssetName("USDT")), position.cost);
}

TEST_F(ContractMoney, WhatCannotBePaidForAnyMoreGoes)
{
    sendAndSettle(order("open", Side::Buy, 1010, 100'000));
    sendAndSettle(order("A", Side::Sell, 3000, 100'000));
    sendAndSettle(order("spend", Side::Buy, 500, 1'593'000)); // about 10,200 are left
    sendAndSettle(order("B", Side::Sell, 1000, 100'000));
    settle();
    EXPECT_EQ(state("B").ordStatus, OrdStatus::Filled);
    EXPECT_EQ(state("A").ordStatus, OrdStatus::Canceled);
    EXPECT_EQ(state("spend").ordStatus, OrdStatus::New);
}

} // namespace
} // namespace qob
