// Every type of order in the simulated market: it goes to a real matching book among the agents.

#include "tests/support/paper_kit.h"
#include "tests/support/sim_session.h"

namespace qob {
namespace {

constexpr InstrumentId btc(1);

class SimTypes : public testing::Test {
protected:
    SimTypes()
    {
        sequencer->setOutput(output);
        run(seconds(5));
        instrument = sequencer->history().find(btc)->instrument;
    }

    ~SimTypes() override
    {
        send(OrderMassCancelRequest{ClOrdId("end"), {}});
        run(seconds(1));
        EXPECT_EQ(sequencer->orders().workingOrders(), 0U);
        EXPECT_TRUE(sequencer->ledger().sumsToDeposits());
        for (auto const& balance : sequencer->ledger().balances()) {
            EXPECT_GE(balance.free, Amount(0));
            EXPECT_EQ(balance.held, Amount(0)) << balance.asset.view();
        }
    }

    void run(Duration time)
    {
        now = now + time;
        sequencer->advance(now);
    }

    // Runs until the order is in this state; false when it does not get there in an hour.
    template <class Condition>
    bool runUntil(Condition condition)
    {
        for (int i = 0; i < 3600 * 4; ++i) {
            run(milliseconds(250));
            if (condition()) {
                return true;
            }
        }
        return false;
    }

    bool runUntilDone(char const* id)
    {
        return runUntil([&] { return isFinal(state(id).ordStatus); });
    }

    void send(Command const& command) { sequencer->apply(command, now); }

    void sendAndRun(Command const& command)
    {
        send(command);
        run(milliseconds(200));
    }

    Price bid() { return sequencer->history().find(btc)->bid; }

    Price ask() { return sequencer->history().find(btc)->ask; }

    Price lastPrice() { return sequencer->history().find(btc)->last; }

    Price ticks(std::int64_t count) { return instrument.tickSize * count; }

    NewOrderSingle order(char const* id, Side side, Price price, ExecInst inst = ExecInst::None)
    {
        NewOrderSingle made;
        made.clOrdId = ClOrdId(id);
        made.instrument = btc;
        made.side = side;
        made.price = price;
        made.orderQty = instrument.lotSize * 1000;
        made.execInst = inst;
        return made;
    }

    NewOrderSingle stop(char const* id, Side side, Price trigger)
    {
        auto made = order(id, side, Price());
        made.ordType = OrdType::Stop;
        made.stopPx = trigger;
        return made;
    }

    ExecutionReport state(std::string_view id)
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

    bool saw(std::string_view id, ExecType type)
    {
        return std::any_of(output.reports.begin(), output.reports.end(), [&](auto const& report) {
            return report.clOrdId.view() == id && report.execType == type;
        });
    }

    // What the market shows at a price.
    Qty shownAt(Side side, Price price)
    {
        DepthView view;
        sequencer->market().depth(btc, 1'000'000, view);
        for (auto const& level : side == Side::Buy ? view.bids : view.asks) {
            if (level.price == price) {
                return level.qty;
            }
        }
        return Qty(0);
    }

    // Far from where anybody else is.
    Price farBelow()
    {
        return Price(bid().value / 2 / instrument.tickSize.value * instrument.tickSize.value);
    }

    Log log{LogSettings{.consoleLevel = LogLevel::Off}};
    test::OrderLog output;
    std::unique_ptr<Sequencer> sequencer = test::simSequencer(log);
    Timestamp now = test::simStart;
    Instrument instrument;
};

TEST_F(SimTypes, AStopIsTriggeredByATrade)
{
    sendAndRun(stop("s", Side::Buy, lastPrice() + ticks(20)));
    EXPECT_EQ(state("s").ordStatus, OrdStatus::New);
    ASSERT_TRUE(runUntilDone("s"));
    EXPECT_TRUE(saw("s", ExecType::Triggered));
    EXPECT_EQ(state("s").ordStatus, OrdStatus::Filled);
    EXPECT_EQ(state("s").ordType, OrdType::Market);
}

TEST_F(SimTypes, AStopLimitAndItsReplace)
{
    auto made = stop("s", Side::Sell, lastPrice() - ticks(2000));
    made.ordType = OrdType::StopLimit;
    made.price = lastPrice() - ticks(2100);
    sendAndRun(made);
    OrderCancelReplaceRequest request{
        ClOrdId("s2"),
        ClOrdId("s"),
        lastPrice() - ticks(100),
        instrument.lotSize * 500,
        lastPrice() - ticks(10)};
    sendAndRun(request);
    EXPECT_EQ(state("s2").stopPx, request.stopPx);
    EXPECT_EQ(state("s2").orderQty, request.orderQty);
    ASSERT_TRUE(runUntilDone("s2"));
    EXPECT_EQ(state("s2").ordStatus, OrdStatus::Filled);
    EXPECT_EQ(state("s2").ordType, OrdType::Limit);
}

TEST_F(SimTypes, ATrailingStopFollows)
{
    auto made = stop("s", Side::Sell, Price());
    made.trailOffset = ticks(30);
    sendAndRun(made);
    const Price first = state("s").stopPx;
    EXPECT_GT(first, Price(0));
    EXPECT_LE(first, lastPrice());
    ASSERT_TRUE(runUntilDone("s"));
    EXPECT_TRUE(saw("s", ExecType::Restated));
    EXPECT_TRUE(saw("s", ExecType::Triggered));
    EXPECT_GT(state("s").stopPx, first);
}

TEST_F(SimTypes, AnIcebergShowsItsPartOnly)
{
    auto made = order("i", Side::Buy, farBelow());
    made.displayQty = instrument.lotSize * 100;
    sendAndRun(made);
    EXPECT_EQ(state("i").ordStatus, OrdStatus::New);
    EXPECT_EQ(shownAt(Side::Buy, farBelow()), instrument.lotSize * 100);
    auto eager = order("j", Side::Buy, bid());
    eager.displayQty = instrument.lotSize * 100;
    sendAndRun(eager);
    ASSERT_TRUE(runUntilDone("j"));
    EXPECT_EQ(state("j").cumQty, instrument.lotSize * 1000);
    Qty told;
    for (Trade const& trade : sequencer->history().find(btc)->trades) {
        bool const taken = trade.price == eager.price && trade.aggressor == Side::Sell;
        told += taken && trade.iceberg ? trade.qty : Qty();
    }
    EXPECT_GE(told, instrument.lotSize * 1000);
}

TEST_F(SimTypes, WhatIsHiddenIsNotShown)
{
    sendAndRun(order("h", Side::Buy, farBelow(), ExecInst::Hidden));
    EXPECT_EQ(state("h").ordStatus, OrdStatus::New);
    EXPECT_EQ(shownAt(Side::Buy, farBelow()), Qty(0));
    sendAndRun(order("near", Side::Buy, ask() - ticks(1), ExecInst::Hidden));
    ASSERT_TRUE(runUntilDone("near"));
    EXPECT_EQ(state("near").ordStatus, OrdStatus::Filled);
}

TEST_F(SimTypes, PostOnlyIsRefusedOrSlides)
{
    sendAndRun(order("a", Side::Buy, ask() + ticks(50), ExecInst::PostOnly));
    EXPECT_EQ(state("a").ordStatus, OrdStatus::Rejected);
    EXPECT_EQ(reasonOf("a"), ErrorCode::OrderWouldTrade);
    const Price wanted = ask() + ticks(50);
    send(order("b", Side::Buy, wanted, ExecInst::PostOnlySlide));
    ASSERT_TRUE(runUntil([&] { return saw("b", ExecType::New); }));
    EXPECT_LT(state("b").price, wanted);
    EXPECT_GT(state("b").price, Price(0));
}

TEST_F(SimTypes, APeggedOrderFollowsTheBestPrice)
{
    auto made = order("p", Side::Buy, Price(), ExecInst::PegPrimary);
    made.ordType = OrdType::Pegged;
    made.pegOffset = -ticks(3);
    sendAndRun(made);
    EXPECT_EQ(state("p").ordStatus, OrdStatus::New);
    EXPECT_TRUE(saw("p", ExecType::Restated));
    const Price first = state("p").price;
    EXPECT_GT(first, Price(0));
    EXPECT_TRUE(runUntil([&] { return state("p").price != first; }));
}

TEST_F(SimTypes, MarketToLimitTakesTheBestPriceOnly)
{
    auto made = order("m", Side::Buy, Price());
    made.ordType = OrdType::MarketToLimit;
    made.orderQty = shownAt(Side::Sell, ask()) * 3 + instrument.lotSize * 1000;
    send(made);
    ASSERT_TRUE(runUntil([&] { return state("m").cumQty > Qty(0); }));
    EXPECT_EQ(state("m").ordType, OrdType::Limit);
    EXPECT_EQ(state("m").leavesQty + state("m").cumQty, made.orderQty);
    for (auto const& fill : sequencer->orders().snapshot().fills) {
        EXPECT_EQ(fill.lastPx, state("m").price);
    }
}

TEST_F(SimTypes, AllOrNoneWaitsForAllOfIt)
{
    sendAndRun(order("a", Side::Buy, farBelow(), ExecInst::AllOrNone));
    EXPECT_EQ(state("a").ordStatus, OrdStatus::New);
    EXPECT_EQ(shownAt(Side::Buy, farBelow()), Qty(0));
    auto kill = order("k", Side::Buy, farBelow());
    kill.timeInForce = TimeInForce::FillOrKill;
    sendAndRun(kill);
    EXPECT_EQ(reasonOf("k"), ErrorCode::OrderNotFillable);
}

TEST_F(SimTypes, ReduceOnlyIsCutToThePosition)
{
    sendAndRun(order("a", Side::Sell, bid() - ticks(50), ExecInst::ReduceOnly));
    EXPECT_EQ(reasonOf("a"), ErrorCode::OrderNothingToReduce);
    sendAndRun(order("b", Side::Buy, ask() + ticks(50)));
    ASSERT_TRUE(runUntilDone("b"));
    auto made = order("c", Side::Sell, ask() * 2, ExecInst::ReduceOnly);
    made.orderQty = instrument.lotSize * 2500;
    sendAndRun(made);
    EXPECT_EQ(state("c").orderQty, instrument.lotSize * 1000);
    EXPECT_TRUE(saw("c", ExecType::Restated));
}

TEST_F(SimTypes, OrdersEndWhenTheirTimeIsOver)
{
    auto made = order("g", Side::Buy, farBelow());
    made.timeInForce = TimeInForce::GoodTillDate;
    made.expireTime = now + seconds(30);
    sendAndRun(made);
    EXPECT_EQ(state("g").ordStatus, OrdStatus::New);
    run(seconds(31));
    EXPECT_EQ(reasonOf("g"), ErrorCode::OrderExpired);
    EXPECT_EQ(state("g").transactTime, made.expireTime);
}

TEST_F(SimTypes, OwnOrdersDoNotTradeWithEachOtherUnlessAllowed)
{
    static constexpr std::pair<SelfTrade, char const*> cases[] = {
        {SelfTrade::CancelNewest, "newest"},
        {SelfTrade::CancelOldest, "oldest"},
        {SelfTrade::CancelBoth, "both"},
        {SelfTrade::Decrement, "less"}};
    auto const isPrevented = [](ExecutionReport const& report) {
        return report.reason && report.reason->code == ErrorCode::OrderSelfTrade;
    };
    int prevented = 0;
    for (auto const& [mode, name] : cases) {
        // Alone between the best prices; both arrive at the same time.
        ASSERT_TRUE(runUntil([&] { return ask() - bid() >= ticks(4); }));
        const Price between = bid() + ticks(2);
        send(order((std::string("r-") + name).c_str(), Side::Buy, between));
        auto made = order(name, Side::Sell, between);
        made.selfTrade = mode;
        sendAndRun(made);
        run(seconds(1));
        prevented += std::any_of(output.reports.begin(), output.reports.end(), isPrevented) ? 1 : 0;
        output.reports.clear();
        send(OrderMassCancelRequest{ClOrdId(), {}});
        run(seconds(1));
    }
    EXPECT_EQ(prevented, 4);
}

TEST_F(SimTypes, OneOfTwoCancelsTheOther)
{
    NewOrderList list{
        Contingency::OneCancelsOther,
        {order("tp", Side::Sell, lastPrice() + ticks(30)), stop("sl", Side::Sell, lastPrice() - ticks(30))}};
    const Amount before = sequencer->ledger().balance(instrument.base, LedgerAccount::Free);
    sendAndRun(list);
    const Amount held = before - sequencer->ledger().balance(instrument.base, LedgerAccount::Free);
    EXPECT_EQ(held.value, pow10(amountScale - instrument.qtyScale) * list.orders[0].orderQty.value);
    ASSERT_TRUE(runUntilDone("tp"));
    ASSERT_TRUE(runUntilDone("sl"));
    bool const took = state("tp").cumQty > Qty(0);
    EXPECT_EQ(reasonOf(took ? "sl" : "tp"), ErrorCode::OrderLinkedDone);
}

TEST_F(SimTypes, ABracketEntersWithItsParentsFill)
{
    NewOrderList list{
        Contingency::Bracket,
        {order("p", Side::Buy, ask() + ticks(20)),
         order("tp", Side::Sell, ask() + ticks(60)),
         stop("sl", Side::Sell, bid() - ticks(60))}};
    sendAndRun(list);
    ASSERT_TRUE(runUntilDone("p"));
    EXPECT_EQ(state("p").ordStatus, OrdStatus::Filled);
    ASSERT_TRUE(runUntilDone("tp"));
    ASSERT_TRUE(runUntilDone("sl"));
    EXPECT_NE(state("tp").cumQty > Qty(0), state("sl").cumQty > Qty(0));
}

// Random orders of up to so many lots, the ledger looked at after each.
class SimTypesRace : public SimTypes {
protected:
    void race(std::uint64_t seed, std::int64_t lots, int steps);

private:
    int names = 0;
};

void SimTypesRace::race(std::uint64_t seed, std::int64_t lots, int steps)
{
    Rng rng(seed);
    static constexpr OrdType types[] = {
        OrdType::Limit,
        OrdType::Market,
        OrdType::Stop,
        OrdType::StopLimit,
        OrdType::MarketToLimit,
        OrdType::Pegged};
    static constexpr TimeInForce tifs[] = {
        TimeInForce::Day, TimeInForce::GoodTillDate, TimeInForce::ImmediateOrCancel, TimeInForce::FillOrKill};
    static constexpr Contingency kinds[] = {
        Contingency::OneCancelsOther, Contingency::OneTriggersOther, Contingency::Bracket};
    auto const any = [&] {
        auto const name = "o" + std::to_string(++names);
        auto made = order(name.c_str(), rng.chance(0.5) ? Side::Buy : Side::Sell, Price());
        made.orderQty = instrument.lotSize * rng.between(1, lots);
        made.ordType = types[static_cast<std::size_t>(rng.below(6))];
        made.price = bid() + ticks(rng.between(-30, 30));
        made.timeInForce =
            rng.chance(0.7) ? TimeInForce::GoodTillCancel : tifs[static_cast<std::size_t>(rng.below(4))];
        made.expireTime =
            made.timeInForce == TimeInForce::GoodTillDate ? now + seconds(rng.between(1, 20)) : Timestamp();
        bool const isStop = made.ordType == OrdType::Stop || made.ordType == OrdType::StopLimit;
        made.stopPx = isStop ? bid() + ticks(rng.between(-40, 40)) : Price();
        made.trailOffset = isStop && rng.chance(0.4) ? ticks(8) : Price();
        made.selfTrade = static_cast<SelfTrade>(rng.below(5));
        if (made.ordType == OrdType::Pegged) {
            made.price = Price();
            made.execInst = rng.chance(0.5) ? ExecInst::PegMid : ExecInst::PegPrimary;
        } else if (rng.chance(0.3)) {
            made.execInst = static_cast<ExecInst>(1U << static_cast<unsigned>(rng.below(5)));
        }
        made.displayQty = rng.chance(0.1) ? instrument.lotSize * 10 : Qty();
        return made;
    };
    for (int i = 0; i < steps; ++i) {
        auto const known = ClOrdId("o" + std::to_string(rng.between(std::max(1, names - 40), names + 1)));
        auto const choice = rng.below(100);
        if (choice < 55) {
            send(any());
        } else if (choice < 70) {
            send(NewOrderList{kinds[static_cast<std::size_t>(rng.below(3))], {any(), any(), any()}});
        } else if (choice < 85) {
            send(OrderCancelRequest{ClOrdId("c" + std::to_string(++names)), known});
        } else {
            send(OrderCancelReplaceRequest{
                ClOrdId("o" + std::to_string(++names)),
                known,
                bid() + ticks(rng.between(-30, 30)),
                instrument.lotSize * rng.between(1, lots),
                {}});
        }
        run(milliseconds(rng.between(1, 60)));
        ASSERT_TRUE(sequencer->ledger().sumsToDeposits());
        for (auto const& balance : sequencer->ledger().balances()) {
            ASSERT_GE(balance.free, Amount(0)) << "step " << i;
        }
    }
    EXPECT_GT(sequencer->orders().snapshot().fills.size(), static_cast<std::size_t>(steps) / 8);
}

TEST_F(SimTypesRace, RandomOrdersOfAllTypesLeaveNothingBehind)
{
    race(9, 3'000, 4'000);
}

// Most of what is asked for cannot be paid for, or only if something else is filled before.
TEST_F(SimTypesRace, MoneyThatIsShortIsNeverSpentTwice)
{
    race(1, 12'000, 1'500);
    race(2, 30'000, 1'500);
}

} // namespace
} // namespace qob
