// Every type of order against a market that is not ours to match: what it does when the market moves, or by
// what name it is refused.

#include "engine/base/rng.h"
#include "tests/support/paper_kit.h"

namespace qob {
namespace {

class PaperTypes : public test::PaperTrading {
protected:
    using PaperTrading::PaperTrading;

    NewOrderSingle stop(char const* id, Side side, std::int64_t trigger, std::int64_t qty)
    {
        auto made = order(id, side, 0, qty);
        made.ordType = OrdType::Stop;
        made.stopPx = Price(trigger);
        return made;
    }

    NewOrderSingle limit(char const* id, Side side, std::int64_t price, std::int64_t qty, ExecInst inst)
    {
        auto made = order(id, side, price, qty);
        made.execInst = inst;
        return made;
    }

    void trade(Side aggressor, std::int64_t price, std::int64_t qty)
    {
        market->trade(*sequencer, aggressor, price, qty);
        settle();
    }

    // How the order of this name stands.
    ExecutionReport state(char const* id)
    {
        for (auto const& row : sequencer->orders().snapshot().orders) {
            if (row.clOrdId.view() == id) {
                return row;
            }
        }
        ADD_FAILURE() << "no order " << id;
        return {};
    }

    ErrorCode reasonOf(char const* id) { return state(id).reason.value_or(Error()).code; }

    void cancelAll() { sendAndSettle(OrderMassCancelRequest{ClOrdId("all"), {}}); }

    bool saw(ExecType type)
    {
        return std::any_of(output.reports.begin(), output.reports.end(), [&](auto const& report) {
            return report.execType == type;
        });
    }
};

TEST_F(PaperTypes, AStopWaitsForATradeThenTakes)
{
    sendAndSettle(stop("s", Side::Buy, 1010, 10));
    EXPECT_EQ(state("s").ordStatus, OrdStatus::New);
    EXPECT_EQ(state("s").stopPx, Price(1010));
    trade(Side::Buy, 1005, 1);
    EXPECT_EQ(state("s").ordStatus, OrdStatus::New);
    trade(Side::Buy, 1010, 1);
    EXPECT_TRUE(saw(ExecType::Triggered));
    EXPECT_EQ(state("s").ordStatus, OrdStatus::Filled);
    EXPECT_EQ(state("s").ordType, OrdType::Market);
    EXPECT_EQ(last().lastPx, Price(1010));
}

TEST_F(PaperTypes, ASpotSellStopTakesAnyPriceAndWhatFindsNothingGoes)
{
    sendAndSettle(stop("s", Side::Sell, 990, 1000));
    trade(Side::Sell, 990, 1);
    EXPECT_EQ(state("s").cumQty, Qty(130)); // 50 at 100.0 and 80 at 99.5
    EXPECT_EQ(state("s").ordStatus, OrdStatus::Canceled);
    EXPECT_EQ(reasonOf("s"), ErrorCode::OrderNoLiquidity);
}

TEST_F(PaperTypes, AStopThatIsMetWhenItArrivesTakesAtOnce)
{
    trade(Side::Buy, 1010, 1);
    sendAndSettle(stop("s", Side::Buy, 1005, 10));
    EXPECT_EQ(state("s").ordStatus, OrdStatus::Filled);
}

TEST_F(PaperTypes, ATriggeredStopLimitRestsAtItsLimit)
{
    auto made = stop("s", Side::Buy, 1010, 100);
    made.ordType = OrdType::StopLimit;
    made.price = Price(1010);
    sendAndSettle(made);
    trade(Side::Buy, 1010, 1);
    EXPECT_EQ(state("s").cumQty, Qty(40));
    EXPECT_EQ(state("s").ordType, OrdType::Limit);
    EXPECT_EQ(state("s").leavesQty, Qty(60));
    trade(Side::Sell, 1005, 60);
    EXPECT_EQ(state("s").ordStatus, OrdStatus::Filled);
}

TEST_F(PaperTypes, ATrailingStopFollowsTheMarketOneWay)
{
    trade(Side::Buy, 1010, 1);
    auto made = stop("s", Side::Sell, 0, 10);
    made.trailOffset = Price(20);
    sendAndSettle(made);
    EXPECT_EQ(state("s").stopPx, Price(990));
    trade(Side::Buy, 1040, 1);
    EXPECT_EQ(state("s").stopPx, Price(1020));
    EXPECT_TRUE(saw(ExecType::Restated));
    trade(Side::Sell, 1025, 1);
    EXPECT_EQ(state("s").stopPx, Price(1020));
    trade(Side::Sell, 1020, 1);
    EXPECT_EQ(state("s").ordStatus, OrdStatus::Filled);
}

TEST_F(PaperTypes, ATrailingStopNeedsATradeToFollow)
{
    auto made = stop("s", Side::Sell, 0, 10);
    made.trailOffset = Price(20);
    send(made);
    EXPECT_EQ(last().ordStatus, OrdStatus::Rejected);
    EXPECT_EQ(last().reason->code, ErrorCode::OrderNoReference);
}

// Its limit would be made for the trigger of now; what it sells needs none.
TEST_F(PaperTypes, ATrailingChildNeedsATriggerOrALimit)
{
    trade(Side::Buy, 1010, 1);
    auto const list = [&](char const* parent, NewOrderSingle child) {
        child.trailOffset = Price(20);
        return NewOrderList{Contingency::OneTriggersOther, {order(parent, Side::Sell, 1500, 10), child}};
    };
    send(list("p1", stop("c1", Side::Buy, 0, 10)));
    EXPECT_EQ(last().ordStatus, OrdStatus::Rejected);
    EXPECT_EQ(last().reason->code, ErrorCode::OrderNoReference);
    sendAndSettle(list("p2", stop("c2", Side::Buy, 1600, 10)));
    EXPECT_EQ(state("c2").ordStatus, OrdStatus::New);
    sendAndSettle(list("p3", stop("c3", Side::Sell, 0, 10)));
    EXPECT_EQ(state("c3").ordStatus, OrdStatus::New);
}

// The same: a stop or a limit can wait.
TEST_F(PaperTypes, AMarketOrderCannotWaitForAnother)
{
    trade(Side::Buy, 1010, 1);
    auto child = order("c", Side::Buy, 0, 10);
    child.ordType = OrdType::Market;
    send(NewOrderList{Contingency::OneTriggersOther, {order("p", Side::Sell, 1500, 10), child}});
    EXPECT_EQ(last().ordStatus, OrdStatus::Rejected);
    EXPECT_EQ(last().reason->code, ErrorCode::OrderNoReference);
}

TEST_F(PaperTypes, AStopIsReplaced)
{
    sendAndSettle(stop("s", Side::Buy, 1100, 10));
    OrderCancelReplaceRequest request{ClOrdId("s2"), ClOrdId("s"), Price(), Qty(5)};
    request.stopPx = Price(1050);
    sendAndSettle(request);
    EXPECT_EQ(state("s2").stopPx, Price(1050));
    EXPECT_EQ(state("s2").orderQty, Qty(5));
    trade(Side::Buy, 1050, 1);
    EXPECT_EQ(state("s2").ordStatus, OrdStatus::Filled);
    request.clOrdId = ClOrdId("x");
    request.origClOrdId = ClOrdId("s2");
    send(request);
    EXPECT_EQ(output.rejects.back().reason.code, ErrorCode::OrderTooLateToCancel);
}

TEST_F(PaperTypes, AStopWaitsWhileTheBookIsNotLive)
{
    sendAndSettle(stop("s", Side::Buy, 1010, 10));
    market->setState(*sequencer, FeedState::Stale);
    trade(Side::Buy, 1010, 1);
    EXPECT_EQ(state("s").ordStatus, OrdStatus::New);
    market->setState(*sequencer, FeedState::Live);
    market->show(*sequencer, Side::Sell, 1010, 40);
    settle();
    EXPECT_EQ(state("s").ordStatus, OrdStatus::Filled);
}

TEST_F(PaperTypes, PostOnlyIsRefusedOrSlides)
{
    sendAndSettle(limit("a", Side::Buy, 1010, 10, ExecInst::PostOnly));
    EXPECT_EQ(state("a").ordStatus, OrdStatus::Rejected);
    EXPECT_EQ(reasonOf("a"), ErrorCode::OrderWouldTrade);
    sendAndSettle(limit("b", Side::Buy, 1015, 10, ExecInst::PostOnlySlide));
    EXPECT_EQ(state("b").ordStatus, OrdStatus::New);
    EXPECT_EQ(state("b").price, Price(1005));
    sendAndSettle(limit("c", Side::Buy, 1005, 10, ExecInst::PostOnly));
    EXPECT_EQ(state("c").ordStatus, OrdStatus::New);
    sendAndSettle(OrderCancelReplaceRequest{ClOrdId("c2"), ClOrdId("c"), Price(1010), Qty(10), {}});
    EXPECT_EQ(output.rejects.back().reason.code, ErrorCode::OrderWouldTrade);
    cancelAll();
}

TEST_F(PaperTypes, AnIcebergsNextPartGoesBehindWhatIsShown)
{
    auto made = order("i", Side::Buy, 1000, 30);
    made.displayQty = Qty(10);
    sendAndSettle(made);
    EXPECT_EQ(state("i").displayQty, Qty(10));
    trade(Side::Sell, 1000, 80); // 50 before us, then no more than the part we show
    EXPECT_EQ(state("i").cumQty, Qty(10));
    market->show(*sequencer, Side::Buy, 1000, 60);
    trade(Side::Sell, 1000, 30); // joined later, and still not reached
    EXPECT_EQ(state("i").cumQty, Qty(10 + 10));
    trade(Side::Sell, 995, 500); // through the price: all of it
    EXPECT_EQ(state("i").ordStatus, OrdStatus::Filled);
}

TEST_F(PaperTypes, WhatIsHiddenStandsBehindWhatIsShownLater)
{
    sendAndSettle(limit("h", Side::Buy, 1000, 10, ExecInst::Hidden));
    market->show(*sequencer, Side::Buy, 1000, 90);
    settle();
    EXPECT_EQ(state("h").queueAhead, Qty(90));
    trade(Side::Sell, 1000, 90);
    EXPECT_EQ(state("h").cumQty, Qty(0));
    trade(Side::Sell, 1000, 4);
    EXPECT_EQ(state("h").cumQty, Qty(4));
    cancelAll();
}

TEST_F(PaperTypes, ReduceOnlyIsCutToThePosition)
{
    sendAndSettle(limit("a", Side::Sell, 1000, 10, ExecInst::ReduceOnly));
    EXPECT_EQ(state("a").ordStatus, OrdStatus::Rejected);
    EXPECT_EQ(reasonOf("a"), ErrorCode::OrderNothingToReduce);
    sendAndSettle(order("b", Side::Buy, 1010, 10));
    sendAndSettle(limit("c", Side::Sell, 1100, 25, ExecInst::ReduceOnly));
    EXPECT_EQ(state("c").orderQty, Qty(10));
    EXPECT_EQ(state("c").leavesQty, Qty(10));
    sendAndSettle(order("d", Side::Sell, 1000, 6)); // leaves a position of four
    EXPECT_EQ(state("c").leavesQty, Qty(4));
    sendAndSettle(order("e", Side::Sell, 1000, 4));
    EXPECT_EQ(state("c").ordStatus, OrdStatus::Canceled);
    EXPECT_EQ(reasonOf("c"), ErrorCode::OrderNothingToReduce);
}

TEST_F(PaperTypes, MarketToLimitTakesTheBestPriceAndRestsThere)
{
    auto made = order("m", Side::Buy, 0, 100);
    made.ordType = OrdType::MarketToLimit;
    sendAndSettle(made);
    EXPECT_EQ(state("m").cumQty, Qty(40));
    EXPECT_EQ(state("m").price, Price(1010));
    EXPECT_EQ(state("m").ordType, OrdType::Limit);
    EXPECT_EQ(state("m").leavesQty, Qty(60));
    cancelAll();
}

TEST_F(PaperTypes, AllOrNoneIsTakenAtOnceOrRefused)
{
    auto made = limit("a", Side::Buy, 1010, 41, ExecInst::AllOrNone);
    made.timeInForce = TimeInForce::ImmediateOrCancel;
    sendAndSettle(made);
    EXPECT_EQ(state("a").cumQty, Qty(0));
    EXPECT_EQ(reasonOf("a"), ErrorCode::OrderNotFillable);
    sendAndSettle(limit("b", Side::Buy, 1000, 10, ExecInst::AllOrNone));
    EXPECT_EQ(state("b").ordStatus, OrdStatus::Rejected);
    EXPECT_EQ(reasonOf("b"), ErrorCode::OrderUnsupported);
    EXPECT_FALSE(state("b").reason->detail.empty());
}

TEST_F(PaperTypes, PeggedAndAuctionOrdersAreRefusedByName)
{
    auto pegged = limit("p", Side::Buy, 0, 10, ExecInst::PegMid);
    pegged.ordType = OrdType::Pegged;
    sendAndSettle(pegged);
    EXPECT_EQ(state("p").ordStatus, OrdStatus::Rejected);
    EXPECT_EQ(reasonOf("p"), ErrorCode::OrderUnsupported);
    EXPECT_FALSE(state("p").reason->detail.empty());
    auto opening = order("o", Side::Buy, 1000, 10);
    opening.timeInForce = TimeInForce::AtTheOpening;
    send(opening);
    EXPECT_EQ(last().reason->code, ErrorCode::OrderUnsupported);
    auto both = limit("x", Side::Buy, 1000, 10, ExecInst::PostOnly | ExecInst::AllOrNone);
    send(both);
    EXPECT_EQ(last().reason->code, ErrorCode::OrderBadCombination);
}

TEST_F(PaperTypes, OrdersEndWhenTheirTimeIsOver)
{
    auto dated = order("g", Side::Buy, 900, 10);
    dated.timeInForce = TimeInForce::GoodTillDate;
    dated.expireTime = market->now + seconds(60);
    sendAndSettle(dated);
    auto day = order("d", Side::Buy, 900, 10);
    day.timeInForce = TimeInForce::Day;
    sendAndSettle(day);
    market->now += seconds(59);
    settle();
    EXPECT_EQ(state("g").ordStatus, OrdStatus::New);
    market->now += seconds(2);
    settle();
    EXPECT_EQ(state("g").ordStatus, OrdStatus::Canceled);
    EXPECT_EQ(reasonOf("g"), ErrorCode::OrderExpired);
    EXPECT_EQ(state("g").transactTime, dated.expireTime);
    EXPECT_EQ(state("d").ordStatus, OrdStatus::New);
    market->now += seconds(86'400);
    settle();
    EXPECT_EQ(state("d").ordStatus, OrdStatus::Canceled);
    EXPECT_EQ(reasonOf("d"), ErrorCode::OrderDayEnded);
    dated.clOrdId = ClOrdId("late");
    send(dated);
    EXPECT_EQ(last().reason->code, ErrorCode::OrderExpired);
}

TEST_F(PaperTypes, OneOfTwoCancelsTheOther)
{
    // Both legs sell the same five coins: they are set aside once.
    NewOrderList list{
        Contingency::OneCancelsOther,
        {order("tp", Side::Sell, 1100, 5000), stop("sl", Side::Sell, 950, 5000)}};
    sendAndSettle(list);
    EXPECT_EQ(free("BTC"), "0");
    EXPECT_EQ(state("tp").contingency, Contingency::OneCancelsOther);
    EXPECT_EQ(state("sl").listId, state("tp").orderId);
    trade(Side::Buy, 1100, 1);
    EXPECT_EQ(state("tp").cumQty, Qty(1));
    EXPECT_EQ(state("sl").ordStatus, OrdStatus::Canceled);
    EXPECT_EQ(reasonOf("sl"), ErrorCode::OrderLinkedDone);
    cancelAll();
    EXPECT_EQ(free("BTC"), "4.999");
}

TEST_F(PaperTypes, ATriggeredLegCancelsTheOther)
{
    NewOrderList list{
        Contingency::OneCancelsOther, {order("tp", Side::Sell, 1100, 10), stop("sl", Side::Sell, 950, 10)}};
    sendAndSettle(list);
    trade(Side::Sell, 950, 1);
    EXPECT_EQ(state("sl").ordStatus, OrdStatus::Filled);
    EXPECT_EQ(state("tp").ordStatus, OrdStatus::Canceled);
}

TEST_F(PaperTypes, ABracketEntersWithWhatItsParentFilled)
{
    NewOrderList list{
        Contingency::Bracket,
        {order("p", Side::Buy, 1010, 60),
         order("tp", Side::Sell, 1100, 60),
         stop("sl", Side::Sell, 950, 60)}};
    sendAndSettle(list);
    EXPECT_EQ(state("p").cumQty, Qty(40));
    trade(Side::Buy, 1100, 100); // the children still wait
    EXPECT_EQ(state("tp").cumQty, Qty(0));
    sendAndSettle(OrderCancelRequest{ClOrdId("c"), ClOrdId("p")});
    EXPECT_EQ(state("tp").orderQty, Qty(40));
    EXPECT_EQ(state("sl").orderQty, Qty(40));
    trade(Side::Buy, 1100, 100);
    EXPECT_EQ(state("tp").ordStatus, OrdStatus::Filled);
    EXPECT_EQ(reasonOf("sl"), ErrorCode::OrderLinkedDone);
}

TEST_F(PaperTypes, AParentThatFillsNothingTakesItsChildrenWithIt)
{
    NewOrderList list{
        Contingency::OneTriggersOther, {order("p", Side::Buy, 900, 60), order("c", Side::Sell, 1100, 60)}};
    sendAndSettle(list);
    sendAndSettle(OrderCancelRequest{ClOrdId("x"), ClOrdId("p")});
    EXPECT_EQ(state("c").ordStatus, OrdStatus::Canceled);
    EXPECT_EQ(reasonOf("c"), ErrorCode::OrderLinkedDone);
}

TEST_F(PaperTypes, AListIsTakenWholeOrNotAtAll)
{
    NewOrderList list{
        Contingency::OneCancelsOther, {order("a", Side::Sell, 1100, 10), order("b", Side::Sell, 1101, 10)}};
    send(list);
    ASSERT_EQ(output.reports.size(), 2U);
    EXPECT_EQ(output.reports[0].reason->code, ErrorCode::OrderListRejected);
    EXPECT_EQ(output.reports[1].reason->code, ErrorCode::OrderOffTick);
    list.orders[1].price = Price(1105);
    list.orders[1].orderQty = Qty(5001); // more than there is
    send(list);
    EXPECT_EQ(output.reports[3].reason->code, ErrorCode::OrderInsufficientFunds);
    list.orders.pop_back();
    send(list);
    EXPECT_EQ(last().reason->code, ErrorCode::OrderBadCombination);
    EXPECT_TRUE(sequencer->orders().snapshot().orders.empty());
    EXPECT_EQ(free("BTC"), "5");
}

TEST_F(PaperTypes, TheSameListAgainMakesNoSecondOne)
{
    NewOrderList list{
        Contingency::OneCancelsOther, {order("a", Side::Sell, 1100, 10), stop("b", Side::Sell, 950, 10)}};
    sendAndSettle(list);
    sendAndSettle(list);
    EXPECT_EQ(sequencer->orders().snapshot().orders.size(), 2U);
    EXPECT_EQ(last().execType, ExecType::OrderStatus);
    cancelAll();
}

// Random orders of all types, requests and market moves: the ledger is checked after each, and nothing is
// left behind at the end.
class PaperTypesRace : public PaperTypes {
protected:
    using PaperTypes::PaperTypes;

    void race(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            send(anyRequest());
            moveMarket();
            ASSERT_TRUE(sequencer->ledger().sumsToDeposits());
            for (auto const& balance : sequencer->ledger().balances()) {
                ASSERT_GE(balance.free, Amount(0)) << "step " << i;
            }
        }
        EXPECT_GT(sequencer->orders().snapshot().fills.size(), static_cast<std::size_t>(steps) / 20);
        cancelAll();
        settle();
        EXPECT_EQ(sequencer->orders().workingOrders(), 0U);
        for (auto const& balance : sequencer->ledger().balances()) {
            bool const spot = market->instrument().kind == ContractKind::Spot; // else margin is held
            EXPECT_TRUE(!spot || balance.held == Amount(0)) << balance.asset.view();
        }
    }

    NewOrderSingle anyOrder()
    {
        static constexpr OrdType types[] = {
            OrdType::Limit, OrdType::Market, OrdType::Stop, OrdType::StopLimit, OrdType::MarketToLimit};
        static constexpr TimeInForce tifs[] = {
            TimeInForce::Day,
            TimeInForce::GoodTillDate,
            TimeInForce::ImmediateOrCancel,
            TimeInForce::FillOrKill};
        auto made = order(
            ("o" + std::to_string(++m_names)).c_str(),
            rng.chance(0.5) ? Side::Buy : Side::Sell,
            price().value,
            rng.between(1, 60) * size
        );
        made.ordType = rng.chance(0.5) ? OrdType::Limit : types[static_cast<std::size_t>(rng.below(5))];
        made.timeInForce =
            rng.chance(0.7) ? TimeInForce::GoodTillCancel : tifs[static_cast<std::size_t>(rng.below(4))];
        if (made.timeInForce == TimeInForce::GoodTillDate) {
            made.expireTime = market->now + seconds(rng.between(0, 30));
        }
        bool const isStop = made.ordType == OrdType::Stop || made.ordType == OrdType::StopLimit;
        made.stopPx = isStop && rng.chance(0.8) ? price() : Price();
        made.trailOffset = isStop && rng.chance(0.3) ? Price(15) : Price();
        if (made.ordType == OrdType::Limit && rng.chance(0.4)) {
            made.execInst = static_cast<ExecInst>(1U << static_cast<unsigned>(rng.below(5)));
        }
        made.displayQty = rng.chance(0.1) ? Qty(5 * size) : Qty();
        return made;
    }

    Command anyRequest()
    {
        auto const known = ClOrdId("o" + std::to_string(rng.between(1, m_names + 1)));
        auto const choice = rng.below(100);
        if (choice < 20) {
            NewOrderList list;
            static constexpr Contingency kinds[] = {
                Contingency::OneCancelsOther, Contingency::OneTriggersOther, Contingency::Bracket};
            list.contingency = kinds[static_cast<std::size_t>(rng.below(3))];
            for (auto count = rng.between(2, 3); count > 0; --count) {
                list.orders.push_back(anyOrder());
            }
            return list;
        }
        if (choice < 70) {
            return anyOrder();
        }
        if (choice < 82) {
            return OrderCancelRequest{ClOrdId("c" + std::to_string(++m_names)), known};
        }
        OrderCancelReplaceRequest request{
            ClOrdId("o" + std::to_string(++m_names)), known, price(), Qty(rng.between(1, 80) * size), {}};
        request.stopPx = rng.chance(0.2) ? price() : Price();
        return request;
    }

    void moveMarket()
    {
        market->now += milliseconds(rng.between(1, 2000));
        sequencer->advance(market->now);
        if (rng.chance(0.5)) {
            market->trade(
                *sequencer, rng.chance(0.5) ? Side::Buy : Side::Sell, price().value, rng.between(1, 90) * size
            );
        }
        bool const buy = rng.chance(0.5);
        auto const at = buy ? rng.between(195, 200) : rng.between(202, 207);
        market->show(*sequencer, buy ? Side::Buy : Side::Sell, at * 5, rng.between(0, 90) * size);
    }

    Price price() { return Price(rng.between(190, 212) * 5); }

    Rng rng{3};
    std::int64_t size = 1; // of a small order

private:
    std::int64_t m_names = 0;
};

TEST_F(PaperTypesRace, MoneyAlwaysSumsAndNothingIsLeftBehind)
{
    race(20'000);
}

// Most of what is asked for cannot be paid for, or only if something else is filled before.
TEST_F(PaperTypesRace, MoneyThatIsShortIsNeverSpentTwice)
{
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        rng = Rng(seed);
        for (auto const scale : {500, 3'000, 15'000}) {
            size = scale;
            race(2'000);
        }
    }
}

// Orders that close a position need no margin; a look at all orders for each change makes this slower.
class PaperTypesRaceOfContracts : public PaperTypesRace {
protected:
    PaperTypesRaceOfContracts() : PaperTypesRace(ContractKind::Linear) {}
};

TEST_F(PaperTypesRaceOfContracts, MoneyAlwaysSums)
{
    race(3'000);
    Amount margin;
    for (auto const& position : sequencer->account().positions) {
        margin += position.cost;
    }
    EXPECT_LE(sequencer->ledger().balance(AssetName("USDT"), LedgerAccount::Held), margin);
}

TEST_F(PaperTypesRaceOfContracts, MarginThatIsShortIsNeverSpentTwice)
{
    size = 5'000;
    race(3'000);
}

} // namespace
} // namespace qob
