// Paper orders against a market that is set by hand, through the whole of trading: sequencer, latency,
// orders, ledger.

#include "tests/support/paper_kit.h"

namespace qob {
namespace {

using test::PaperTrading;

TEST_F(PaperTrading, AnOrderWaitsBehindWhatWasShownWhenItArrived)
{
    sendAndSettle(order("a", Side::Buy, 1000, 10));
    EXPECT_EQ(last().ordStatus, OrdStatus::New);
    EXPECT_EQ(last().queueAhead, Qty(50));
    market->trade(*sequencer, Side::Sell, 1000, 30);
    settle();
    EXPECT_EQ(last().queueAhead, Qty(20));
    EXPECT_EQ(last().cumQty, Qty(0));
    market->trade(*sequencer, Side::Sell, 1000, 26);
    settle();
    EXPECT_EQ(last().cumQty, Qty(6)); // the 20 before us, then what was left of the trade
    EXPECT_EQ(last().lastPx, Price(1000));
    EXPECT_EQ(last().liquidity, Liquidity::Maker);
    market->trade(*sequencer, Side::Sell, 1000, 100);
    settle();
    EXPECT_EQ(last().ordStatus, OrdStatus::Filled);
    EXPECT_EQ(free("BTC"), "5.01");
    EXPECT_EQ(free("USDT"), "99998.9999"); // 1.0 and a maker fee of one basis point
}

TEST_F(PaperTrading, TradesOnTheOtherSideDoNotFill)
{
    sendAndSettle(order("a", Side::Buy, 1000, 10));
    market->trade(*sequencer, Side::Buy, 1000, 500);
    settle();
    EXPECT_EQ(last().cumQty, Qty(0));
    EXPECT_EQ(last().queueAhead, Qty(50));
}

TEST_F(PaperTrading, ATradeThroughThePriceFillsAtMostWhatTraded)
{
    sendAndSettle(order("a", Side::Buy, 1000, 10));
    market->trade(*sequencer, Side::Sell, 995, 4);
    settle();
    EXPECT_EQ(last().cumQty, Qty(4));
    EXPECT_EQ(last().lastPx, Price(1000));
}

TEST_F(PaperTrading, TwoOwnOrdersShareATrade)
{
    send(order("a", Side::Buy, 1000, 10));
    sendAndSettle(order("b", Side::Buy, 1000, 10));
    market->trade(*sequencer, Side::Sell, 1000, 65);
    settle();
    Qty filled;
    for (auto const& row : sequencer->orders().snapshot().orders) {
        filled += row.cumQty;
    }
    EXPECT_EQ(filled, Qty(15)); // 65 less the 50 before us, not 15 each
}

TEST_F(PaperTrading, CancelsInTheQueueMoveItUpInProportion)
{
    sendAndSettle(order("a", Side::Buy, 1000, 10));
    market->show(*sequencer, Side::Buy, 1000, 100); // 50 join behind us
    market->show(*sequencer, Side::Buy, 1000, 60);  // 40 of 100 leave; 20 of them stood before us
    settle();
    EXPECT_EQ(last().queueAhead, Qty(30));
    market->show(*sequencer, Side::Buy, 1000, 5); // we cannot be behind more than is shown
    settle();
    EXPECT_LE(last().queueAhead, Qty(5));
}

TEST_F(PaperTrading, ATradeThatShrinksTheLevelIsNotCountedTwice)
{
    sendAndSettle(order("a", Side::Buy, 1000, 10));
    market->trade(*sequencer, Side::Sell, 1000, 20);
    market->show(*sequencer, Side::Buy, 1000, 30); // the same 20
    settle();
    EXPECT_EQ(last().queueAhead, Qty(30));
}

TEST_F(PaperTrading, ATakerFillsAgainstWhatIsShownAndOnlyOnce)
{
    sendAndSettle(order("a", Side::Buy, 1015, 70));
    EXPECT_EQ(last().ordStatus, OrdStatus::Filled);
    EXPECT_EQ(last().liquidity, Liquidity::Taker);
    EXPECT_EQ(formatTrimmed(last().avgPx.value, amountScale), "101.214285714285714285");
    sendAndSettle(order("b", Side::Buy, 1015, 100));
    EXPECT_EQ(last().cumQty, Qty(30)); // what the first one left of the 100 shown
    EXPECT_EQ(last().leavesQty, Qty(70));
    market->show(*sequencer, Side::Sell, 1010, 40); // shown anew
    auto ioc = order("c", Side::Buy, 1010, 10);
    ioc.timeInForce = TimeInForce::ImmediateOrCancel;
    sendAndSettle(ioc);
    EXPECT_EQ(last().ordStatus, OrdStatus::Filled);
    sendAndSettle(OrderMassCancelRequest{ClOrdId("x"), {}});
}

TEST_F(PaperTrading, FillOrKillAndMarketOrders)
{
    auto fok = order("a", Side::Buy, 1010, 41);
    fok.timeInForce = TimeInForce::FillOrKill;
    sendAndSettle(fok);
    EXPECT_EQ(last().ordStatus, OrdStatus::Canceled);
    EXPECT_EQ(last().cumQty, Qty(0));
    auto market100 = order("b", Side::Sell, 0, 100);
    market100.ordType = OrdType::Market;
    sendAndSettle(market100);
    EXPECT_EQ(last().ordStatus, OrdStatus::Filled);
    EXPECT_EQ(last().price, Price(0));
    auto tooMuch = order("c", Side::Sell, 0, 1000);
    tooMuch.ordType = OrdType::Market;
    sendAndSettle(tooMuch);
    EXPECT_EQ(last().ordStatus, OrdStatus::Canceled);
    EXPECT_EQ(last().reason->code, ErrorCode::OrderNoLiquidity);
}

TEST_F(PaperTrading, LatencyIsPaidBothWays)
{
    send(order("a", Side::Buy, 1000, 10));
    sequencer->advance(market->now + milliseconds(19));
    EXPECT_EQ(last().ordStatus, OrdStatus::PendingNew);
    sequencer->advance(market->now + milliseconds(20));
    EXPECT_EQ(last().ordStatus, OrdStatus::New);
    EXPECT_EQ(last().transactTime - last().sendingTime, milliseconds(10));
    sendAndSettle(OrderCancelRequest{ClOrdId("x"), ClOrdId("a")});
}

TEST_F(PaperTrading, AmendKeepsThePlaceOnlyForLess)
{
    sendAndSettle(order("a", Side::Buy, 1000, 10));
    market->trade(*sequencer, Side::Sell, 1000, 30);
    settle();
    sendAndSettle(OrderCancelReplaceRequest{ClOrdId("a2"), ClOrdId("a"), Price(1000), Qty(5)});
    EXPECT_EQ(last().execType, ExecType::Replaced);
    EXPECT_EQ(last().clOrdId.view(), "a2");
    EXPECT_EQ(last().origClOrdId.view(), "a");
    EXPECT_EQ(last().queueAhead, Qty(20));
    sendAndSettle(OrderCancelReplaceRequest{ClOrdId("a3"), ClOrdId("a2"), Price(995), Qty(8)});
    EXPECT_EQ(last().price, Price(995));
    EXPECT_EQ(last().leavesQty, Qty(8));
    sendAndSettle(OrderCancelRequest{ClOrdId("x"), ClOrdId("a3")});
    EXPECT_EQ(last().ordStatus, OrdStatus::Canceled);
}

TEST_F(PaperTrading, EveryRefusalHasACodeAndLeavesNothingBehind)
{
    market->setState(*sequencer, FeedState::Live);
    auto const refusal = [&](NewOrderSingle const& request) {
        send(request);
        EXPECT_EQ(last().ordStatus, OrdStatus::Rejected);
        return last().reason->code;
    };
    EXPECT_EQ(refusal(order("1", Side::Buy, 1001, 10)), ErrorCode::OrderOffTick);
    EXPECT_EQ(refusal(order("2", Side::Buy, 0, 10)), ErrorCode::OrderBadPrice);
    EXPECT_EQ(refusal(order("3", Side::Buy, 1000, 0)), ErrorCode::OrderBadQty);
    EXPECT_EQ(refusal(order("", Side::Buy, 1000, 1)), ErrorCode::OrderBadClOrdID);
    EXPECT_EQ(refusal(order("4", Side::Buy, 1000, 10'000'000)), ErrorCode::OrderInsufficientFunds);
    EXPECT_EQ(refusal(order("5", Side::Sell, 1100, 5'001)), ErrorCode::OrderInsufficientFunds);
    auto unknown = order("6", Side::Buy, 1000, 1);
    unknown.instrument = InstrumentId(99);
    EXPECT_EQ(refusal(unknown), ErrorCode::OrderUnknownSymbol);
    market->setState(*sequencer, FeedState::Stale);
    EXPECT_EQ(refusal(order("7", Side::Buy, 1000, 1)), ErrorCode::OrderMarketNotLive);
    send(OrderCancelRequest{ClOrdId("c"), ClOrdId("nobody")});
    EXPECT_EQ(output.rejects.back().reason.code, ErrorCode::OrderUnknown);
}

TEST_F(PaperTrading, ADoneOrderCannotBeCanceledOrAmended)
{
    sendAndSettle(order("a", Side::Buy, 1010, 10));
    EXPECT_EQ(last().ordStatus, OrdStatus::Filled);
    send(OrderCancelRequest{ClOrdId("c"), ClOrdId("a")});
    EXPECT_EQ(output.rejects.back().reason.code, ErrorCode::OrderTooLateToCancel);
    send(OrderCancelReplaceRequest{ClOrdId("r"), ClOrdId("a"), Price(1000), Qty(20)});
    EXPECT_EQ(output.rejects.size(), 2U);
}

// The same whether the fill was heard of before the request was sent or meets it on its way.
TEST_F(PaperTrading, AReplaceToWhatIsFilledCancelsTheRest)
{
    for (std::string const name : {"heard", "met"}) {
        sendAndSettle(order(name.c_str(), Side::Buy, 1000, 10));
        const std::int64_t fills = last().queueAhead.value + 4;
        const OrderCancelReplaceRequest less{ClOrdId(name + "2"), ClOrdId(name), Price(1000), Qty(4)};
        if (name == "met") {
            send(less);
        }
        market->trade(*sequencer, Side::Sell, 1000, fills);
        settle();
        if (name == "heard") {
            EXPECT_EQ(last().ordStatus, OrdStatus::PartiallyFilled);
            sendAndSettle(less);
        }
        EXPECT_EQ(last().ordStatus, OrdStatus::Canceled) << name;
        EXPECT_EQ(last().cumQty, Qty(4)) << name;
        EXPECT_TRUE(output.rejects.empty()) << name;
        EXPECT_EQ(sequencer->orders().workingOrders(), 0U) << name;
        EXPECT_EQ(sequencer->ledger().balances().at(1).held, Amount(0)) << name;
    }
}

TEST_F(PaperTrading, ACancelThatCrossesAFillLosesTheRaceHonestly)
{
    sendAndSettle(order("a", Side::Buy, 1000, 10));
    send(OrderCancelRequest{ClOrdId("c"), ClOrdId("a")});
    market->trade(*sequencer, Side::Sell, 995, 100); // before the cancel has arrived
    settle();
    EXPECT_EQ(last().ordStatus, OrdStatus::Filled);
    ASSERT_EQ(
        output.rejects.size(), 0U
    ); // the fill finished the order first; the late answer changes nothing
}

TEST_F(PaperTrading, HoldsEqualWhatOpenOrdersNeed)
{
    sendAndSettle(order("a", Side::Buy, 900, 1000)); // 90 and the taker's five basis points
    EXPECT_EQ(free("USDT"), "99909.955");
    sendAndSettle(order("b", Side::Sell, 1100, 2000));
    EXPECT_EQ(free("BTC"), "3");
    sendAndSettle(OrderMassCancelRequest{ClOrdId("x"), {}});
    EXPECT_EQ(free("USDT"), "100000");
    EXPECT_EQ(free("BTC"), "5");
}

} // namespace
} // namespace qob
