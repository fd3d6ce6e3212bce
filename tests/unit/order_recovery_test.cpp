// Reading years of orders takes no more memory than an engine that ran through them.

#include "engine/session/order_recovery.h"
#include "tests/support/order_kit.h"
#include "tests/support/paper_kit.h"

namespace qob {
namespace {

using namespace test;

constexpr AccountId anna(2);
constexpr std::size_t kept = 10;

OrderId numbered(std::uint64_t n)
{
    return OrderId(idsPerAccount + n);
}

class OrderRecoveryTest : public testing::Test {
protected:
    OrderRecoveryTest()
    {
        tell(RunBegins{MarketKind::Sim});
        tell(AccountOpened{anna, testDeposits()});
    }

    Expected<void> apply(AccountRecord const& record)
    {
        std::vector<std::byte> payload;
        encodeAccountRecord(payload, record);
        return recovery.apply({.kind = kindOf(record), .payload = payload, .file = "journal"});
    }

    void tell(AccountRecord const& record)
    {
        auto const applied = apply(record);
        ASSERT_TRUE(applied) << applied.error().message();
    }

    ExecutionReport report(std::uint64_t n, ExecType type, OrdStatus status)
    {
        ExecutionReport made;
        made.orderId = numbered(n);
        made.execId = ExecId(idsPerAccount + ++execs);
        made.clOrdId = ClOrdId("o" + std::to_string(n));
        made.execType = type;
        made.ordStatus = status;
        made.instrument = InstrumentId(1);
        made.side = Side::Buy;
        made.ordType = OrdType::Limit;
        made.timeInForce = TimeInForce::Day;
        made.orderQty = Qty(static_cast<std::int64_t>(n));
        return made;
    }

    // Every one is canceled but the third.
    void tellOrders(std::uint64_t count)
    {
        for (std::uint64_t n = 1; n <= count; ++n) {
            tell(report(n, ExecType::PendingNew, OrdStatus::PendingNew));
            tell(RequestTaken{numbered(n), ClOrdId("x" + std::to_string(n))});
            if (n != 3) {
                tell(report(n, ExecType::Canceled, OrdStatus::Canceled));
            }
        }
    }

    AccountImage taken() { return std::move(recovery).take().accounts.at(anna); }

    OrderRecovery recovery{MarketKind::Sim, kept};
    std::uint64_t execs = 0;
};

TEST_F(OrderRecoveryTest, TheOldestOrdersAreForgottenButWhatStillWorked)
{
    tellOrders(1'000);
    auto const image = taken();
    EXPECT_LE(image.orders.size(), 2 * kept);
    EXPECT_GE(image.orders.size(), kept);
    EXPECT_EQ(image.gone + image.orders.size(), 1'000U);
    EXPECT_EQ(image.orders.back().state.orderId, numbered(1'000));
    ASSERT_EQ(image.elders.size(), 1U);
    EXPECT_EQ(image.elders.begin()->first, numbered(3));
    EXPECT_EQ(image.names.size(), 2 * (image.orders.size() + 1));
    EXPECT_EQ(image.names.at(ClOrdId("x3")), numbered(3));
    EXPECT_EQ(image.names.count(ClOrdId("o4")), 0U);
}

TEST_F(OrderRecoveryTest, AnElderThatIsDoneGoesToo)
{
    tellOrders(100);
    tell(report(3, ExecType::Canceled, OrdStatus::Canceled));
    for (std::uint64_t n = 101; n <= 130; ++n) {
        tell(report(n, ExecType::PendingNew, OrdStatus::PendingNew));
    }
    auto const image = taken();
    EXPECT_EQ(image.elders.count(numbered(3)), 0U);
    EXPECT_EQ(image.names.count(ClOrdId("o3")), 0U);
    EXPECT_EQ(image.names.count(ClOrdId("x3")), 0U);
}

TEST_F(OrderRecoveryTest, WhatIsSaidOfAForgottenOrderIsNoDamageOfOneThatNeverWasIs)
{
    tellOrders(100);
    EXPECT_TRUE(apply(RequestTaken{numbered(1), ClOrdId("late")}));
    EXPECT_TRUE(apply(report(1, ExecType::Canceled, OrdStatus::Canceled)));
    EXPECT_FALSE(apply(RequestTaken{numbered(102), ClOrdId("early")}));
    EXPECT_FALSE(apply(report(102, ExecType::Canceled, OrdStatus::Canceled)));
    EXPECT_EQ(taken().names.count(ClOrdId("late")), 0U);
}

// What an engine of these settings would still answer by its name, it answers after a restart, too.
TEST(OrderRecoveryKept, AsManyAsTheEngineKeeps)
{
    FaultyFileSystem files;
    OrderJournalSettings settings{.directory = "orders", .market = MarketKind::Sim};
    {
        auto journal = std::move(*OrderJournal::open(files, settings));
        ASSERT_TRUE(journal->begin(simStart));
        ASSERT_TRUE(journal->append(AccountOpened{anna, testDeposits()}, simStart));
        for (std::uint64_t n = 1; n <= 25'000; ++n) {
            ExecutionReport report;
            report.orderId = numbered(n);
            report.execId = ExecId(idsPerAccount + 2 * n);
            report.clOrdId = ClOrdId("o" + std::to_string(n));
            report.side = Side::Buy;
            report.ordType = OrdType::Limit;
            report.timeInForce = TimeInForce::Day;
            report.execType = ExecType::PendingNew;
            report.ordStatus = OrdStatus::PendingNew;
            ASSERT_TRUE(journal->append(report, simStart));
            report.execType = ExecType::Canceled;
            report.ordStatus = OrdStatus::Canceled;
            ASSERT_TRUE(journal->append(report, simStart));
            if (n % 1'000 == 0) {
                ASSERT_TRUE(journal->makeDurable());
            }
        }
        ASSERT_TRUE(journal->makeDurable());
    }
    auto const reopened = [&](std::size_t orders) {
        settings.ordersKept = orders;
        return (*OrderJournal::open(files, settings))->takeRecovered().accounts.at(anna);
    };
    EXPECT_EQ(reopened(30'000).names.count(ClOrdId("o1")), 1U);
    auto const few = reopened(100);
    EXPECT_LE(few.orders.size(), 200U);
    EXPECT_EQ(few.names.count(ClOrdId("o25000")), 1U);
}

TEST_F(OrderRecoveryTest, FillsAreBoundedToo)
{
    Instrument instrument;
    instrument.venue = "SIM-A";
    instrument.symbol = "BTC-USDT";
    instrument.id = InstrumentId(1);
    tell(instrument);
    tell(report(1, ExecType::PendingNew, OrdStatus::PendingNew));
    for (int i = 0; i < 1'000; ++i) {
        FillRecord fill;
        fill.report = report(1, ExecType::Trade, OrdStatus::PartiallyFilled);
        fill.report.instrument = instrument.id;
        tell(fill);
    }
    auto const image = taken();
    EXPECT_LT(image.fills.size(), 2 * OrderManager::fillsOfAnOrder * kept);
    EXPECT_EQ(image.fills.back().execId.value, idsPerAccount + execs);
}

TEST_F(OrderRecoveryTest, ASnapshotHoldsTheSameAndReadingGoesOnBehindIt)
{
    tellOrders(100);
    OrderRecovery again(MarketKind::Sim, kept);
    ASSERT_TRUE(again.restore(recovery.image()));
    EXPECT_EQ(again.image(), recovery.image());
    recovery = std::move(again);
    tell(report(101, ExecType::PendingNew, OrdStatus::PendingNew));
    tell(report(3, ExecType::Canceled, OrdStatus::Canceled));
    auto const image = taken();
    EXPECT_EQ(image.gone + image.orders.size(), 101U);
    EXPECT_EQ(image.elders.at(numbered(3)).state.ordStatus, OrdStatus::Canceled);
}

TEST_F(OrderRecoveryTest, ASnapshotOfBeforeOrdersWereForgottenIsRead)
{
    auto image =
        recovery.image(); // no orders: it ends with five counts of none, of which version 1 has three
    image.front() = std::byte{1};
    image.resize(image.size() - 2 * sizeof(std::uint64_t));
    OrderRecovery old(MarketKind::Sim, kept);
    ASSERT_TRUE(old.restore(image));
    EXPECT_EQ(old.image(), recovery.image());
    image.front() = std::byte{3};
    EXPECT_EQ(old.restore(image).error().code, ErrorCode::JournalUnknownVersion);
}

TEST_F(OrderRecoveryTest, AnAccountGoesOnWithItsNextId)
{
    Log log{LogSettings{.consoleLevel = LogLevel::Off}};
    const Timestamp now = simStart + seconds(2);
    OrderLog output;
    auto const first = simSequencer(log);
    first->setOutput(output);
    first->advance(now);
    tell(first->history().find(InstrumentId(1))->instrument);
    tellOrders(100);
    auto past = std::move(recovery).take();
    auto const sequencer = simSequencer(log);
    sequencer->setOutput(output);
    sequencer->restore(past.accounts, std::move(past.instruments));
    auto const& image = past.accounts.at(anna);
    EXPECT_EQ(sequencer->orders(anna).workingOrders(), 1U);
    auto const list = sequencer->orders(anna).snapshot();
    EXPECT_EQ(list.orders.size(), image.orders.size() + 1);
    EXPECT_EQ(list.orders.front().orderId, numbered(3));
    sequencer->dropAll({ErrorCode::SessionClosed, {}}, simStart);
    sequencer->advance(now);
    EXPECT_EQ(sequencer->orders(anna).workingOrders(), 0U);
    NewOrderSingle request;
    request.clOrdId = ClOrdId("o4"); // a name that was forgotten is free again
    request.instrument = InstrumentId(1);
    request.side = Side::Buy;
    request.ordType = OrdType::Market;
    request.timeInForce = TimeInForce::ImmediateOrCancel;
    request.orderQty = sequencer->history().find(InstrumentId(1))->instrument.lotSize;
    sequencer->apply(anna, request, now);
    EXPECT_EQ(sequencer->orders(anna).snapshot().orders.back().orderId, numbered(101));
}

} // namespace
} // namespace qob
