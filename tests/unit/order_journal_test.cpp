// Orders that come back: after an end, after the power has gone at any moment, on full and failing disks.
// Whatever was told as durable is there, and every account is what it was to the last digit.

#include "engine/session/local_session.h"
#include "engine/storage/journal_recovery.h"
#include "engine/storage/snapshot.h"
#include "tests/support/order_kit.h"

namespace qob {
namespace {

using namespace test;

constexpr AccountId anna(2);
constexpr Timestamp nextDay = simStart + hours(24);

std::unique_ptr<OrderJournal> opened(FileSystem& files, OrderJournalSettings const& settings)
{
    auto journal = OrderJournal::open(files, settings);
    EXPECT_TRUE(journal) << journal.error().message();
    return std::move(*journal);
}

std::vector<std::string> textsOf(std::vector<ExecutionReport> const& reports)
{
    std::vector<std::string> texts;
    for (auto const& report : reports) {
        texts.push_back(textOf(report));
    }
    return texts;
}

void expectSums(Sequencer const& sequencer)
{
    for (const AccountId account : sequencer.accounts()) {
        EXPECT_TRUE(sequencer.ledger(account).sumsToDeposits());
        for (auto const& balance : sequencer.ledger(account).balances()) {
            EXPECT_GE(balance.free, Amount(0));
            EXPECT_GE(balance.held, Amount(0));
        }
    }
}

// The whole of the state that has to survive: what an order that worked becomes is known.
struct Kept {
    std::vector<std::string> accounts;
    std::vector<std::string> fills;
    std::vector<std::string> doneOrders;
    std::size_t orders = 0;
    std::size_t working = 0;
    std::map<AccountId, ExecId> newest;
};

Kept keptBy(HandEngine const& engine)
{
    Kept kept;
    for (const AccountId id : engine.sequencer->accounts()) {
        auto const& orders = engine.sequencer->orders(id);
        auto const list = orders.snapshot();
        auto const fills = textsOf(list.fills);
        kept.fills.insert(kept.fills.end(), fills.begin(), fills.end());
        kept.orders += list.orders.size();
        kept.working += orders.workingOrders();
        for (auto const& order : list.orders) {
            bool const working =
                !isFinal(order.ordStatus) || (order.reason && order.reason->code == ErrorCode::SessionClosed);
            auto final = order;
            final.execId = ExecId(); // a snapshot's rows have none
            if (!working) {
                kept.doneOrders.push_back(textOf(final));
            }
        }
        kept.accounts.push_back(textOf(engine.sequencer->account(id), *engine.sequencer));
    }
    return kept;
}

TEST(OrderJournal, ARestartChangesNothingAndASecondRunGoesOn)
{
    FaultyFileSystem files;
    Rng rng(1);
    Kept before;
    std::map<AccountId, ExecId> told;
    {
        HandEngine engine(opened(files, orderSettings()), simStart);
        OrderSink all;
        engine.listen(everyAccount, TopicKind::Orders, all);
        tradeALittle(engine, rng, "a", 200);
        engine.submit(anna, engine.order("rests", Side::Buy, -200, 10));
        engine.submit(anna, OrderMassCancelRequest{ClOrdId("m"), {}});
        engine.submit(AccountId(1), OrderMassCancelRequest{ClOrdId("m"), {}});
        engine.submit(AccountId(3), OrderMassCancelRequest{ClOrdId("m"), {}});
        engine.step(milliseconds(100)); // nothing is held for orders any more
        before = keptBy(engine);
        EXPECT_EQ(before.working, 0U);
        EXPECT_GT(before.fills.size(), 30U);
        for (auto const& report : all.reports) {
            told[accountOf(report.execId)] = std::max(told[accountOf(report.execId)], report.execId);
        }
    }
    HandEngine engine(opened(files, orderSettings()), nextDay);
    Kept const after = keptBy(engine);
    EXPECT_EQ(after.accounts, before.accounts);
    EXPECT_EQ(after.fills, before.fills);
    EXPECT_EQ(after.doneOrders, before.doneOrders);
    EXPECT_EQ(after.orders, before.orders);
    expectSums(*engine.sequencer);
    OrderSink all;
    engine.listen(everyAccount, TopicKind::Orders, all);
    engine.step(milliseconds(10));
    tradeALittle(engine, rng, "b", 60);
    ASSERT_FALSE(all.reports.empty());
    for (auto const& report : all.reports) {
        EXPECT_GT(report.execId, told[accountOf(report.execId)]) << "an id is never used twice";
    }
    EXPECT_GT(keptBy(engine).orders, before.orders);
    expectSums(*engine.sequencer);
}

TEST(OrderJournal, WhatStillWorkedIsCanceledAndThatIsJournaled)
{
    FaultyFileSystem files;
    {
        HandEngine engine(opened(files, orderSettings()), simStart);
        engine.submit(anna, engine.order("one", Side::Buy, -100, 10));
        engine.submit(anna, engine.order("two", Side::Sell, -100, 10));
        engine.step(milliseconds(100));
        EXPECT_EQ(engine.sequencer->orders(anna).workingOrders(), 2U);
    }
    std::vector<std::string> first;
    {
        HandEngine engine(opened(files, orderSettings()), nextDay);
        auto const list = engine.sequencer->orders(anna).snapshot();
        ASSERT_EQ(list.orders.size(), 2U);
        for (auto const& order : list.orders) {
            EXPECT_EQ(order.ordStatus, OrdStatus::Canceled);
            EXPECT_EQ(order.leavesQty, Qty(0));
            EXPECT_EQ(order.reason->code, ErrorCode::SessionClosed);
        }
        for (auto const& balance : engine.sequencer->ledger(anna).balances()) {
            EXPECT_EQ(balance.held, Amount(0));
        }
        first = textsOf(list.orders);
    }
    auto const records = journaled(files).records;
    HandEngine engine(opened(files, orderSettings()), nextDay + hours(1));
    EXPECT_EQ(textsOf(engine.sequencer->orders(anna).snapshot().orders), first) << "not canceled again";
    EXPECT_EQ(journaled(files).records, records + 1) << "only that a run begins";
}

TEST(OrderJournal, AClOrdIdIsRememberedForEver)
{
    FaultyFileSystem files;
    NewOrderSingle sent;
    {
        HandEngine engine(opened(files, orderSettings()), simStart);
        sent = engine.order("market", Side::Buy, 0, 100);
        sent.ordType = OrdType::Market;
        sent.price = Price(123); // not read
        engine.submit(anna, sent);
        engine.submit(anna, engine.order("rests", Side::Buy, -100, 10));
        engine.step(milliseconds(100));
        engine.submit(anna, OrderCancelRequest{ClOrdId("cancel"), ClOrdId("rests")});
        engine.step(milliseconds(100));
    }
    HandEngine engine(opened(files, orderSettings()), nextDay);
    OrderSink hers;
    engine.listen(anna, TopicKind::Orders, hers);
    engine.step(milliseconds(10));
    engine.submit(anna, sent);
    engine.submit(anna, OrderCancelRequest{ClOrdId("cancel"), ClOrdId("rests")});
    auto other = sent;
    other.orderQty = Qty(101);
    engine.submit(anna, other);
    engine.step(milliseconds(10));
    ASSERT_EQ(hers.reports.size(), 3U);
    EXPECT_EQ(hers.reports[0].execType, ExecType::OrderStatus);
    EXPECT_EQ(hers.reports[0].ordStatus, OrdStatus::Filled);
    EXPECT_EQ(hers.reports[1].execType, ExecType::OrderStatus);
    EXPECT_EQ(hers.reports[1].ordStatus, OrdStatus::Canceled);
    EXPECT_EQ(hers.reports[2].reason->code, ErrorCode::OrderDuplicateClOrdID);
    EXPECT_EQ(engine.sequencer->orders(anna).snapshot().orders.size(), 2U);
    // In another account they are new.
    engine.submit(AccountId(3), sent);
    engine.step(milliseconds(50));
    EXPECT_EQ(engine.sequencer->orders(AccountId(3)).snapshot().orders.size(), 1U);
}

// Everything told is in the journal, and what comes back agrees with what was told.
void expectAllThere(FaultyFileSystem& files, OrderSink const& told)
{
    auto const found = journaled(files);
    for (auto const& report : told.reports) {
        bool const unwritten =
            report.execType == ExecType::OrderStatus || (report.orderId == OrderId() && report.reason &&
                                                         (report.reason->code == ErrorCode::JournalIoFailed ||
                                                          report.reason->code == ErrorCode::JournalFull));
        EXPECT_TRUE(unwritten || found.reports.contains(report.execId)) << textOf(report);
    }
    auto const recovered = readOrders(files, orderDirectory, MarketKind::Sim);
    ASSERT_TRUE(recovered) << recovered.error().message();
    std::map<OrderId, Qty> filled;
    for (auto const& report : told.reports) {
        filled[report.orderId] = std::max(filled[report.orderId], report.cumQty);
    }
    for (auto const& [id, qty] : filled) {
        if (id != OrderId()) {
            auto const& orders = recovered->accounts.at(accountOf(id)).orders;
            EXPECT_GE(orders.at(id.value % idsPerAccount - 1).state.cumQty, qty);
        }
    }
    for (auto const& [id, account] : recovered->accounts) {
        Portfolio portfolio({});
        portfolio.restore(account.portfolio);
        EXPECT_TRUE(portfolio.ledger().sumsToDeposits());
    }
}

TEST(OrderJournal, ThePowerGoesAtAnyMoment)
{
    for (auto const durability : {Durability::Sync, Durability::Group}) {
        Rng rng(9);
        for (int round = 0; round < 40 && !testing::Test::HasFailure(); ++round) {
            SCOPED_TRACE(round);
            FaultyFileSystem files(static_cast<std::uint64_t>(round));
            OrderSink told;
            for (int life = 0; life < 3; ++life) {
                auto journal = OrderJournal::open(files, orderSettings(durability));
                ASSERT_TRUE(journal) << journal.error().message();
                files.powerOffAfter(static_cast<std::uint64_t>(rng.between(1, 150)));
                {
                    HandEngine engine(std::move(*journal), simStart + hours(life));
                    engine.listen(everyAccount, TopicKind::Orders, told);
                    tradeALittle(engine, rng, std::to_string(life) + "-", 25);
                    expectSums(*engine.sequencer);
                }
                files.losePower();
                files.restartProgram();
                expectAllThere(files, told);
            }
        }
    }
}

TEST(OrderJournal, OnAFullDiskOrdersAreRefusedAndCancelsWork)
{
    FaultyFileSystem files;
    bool full = false;
    HandEngine engine(opened(files, orderSettings()), simStart);
    OrderSink hers;
    engine.listen(anna, TopicKind::Orders, hers);
    engine.listen(anna, TopicKind::Notices, hers);
    engine.submit(anna, engine.order("rests", Side::Buy, -100, 10));
    engine.step(milliseconds(50));
    files.setHook([&](DiskCall call, std::string_view) {
        return full && call == DiskCall::Preallocate ? std::optional(ErrorCode::JournalFull) : std::nullopt;
    });
    full = true;
    for (int i = 0; i < 2'000 && hers.notes.empty(); ++i) {
        engine.submit(AccountId(3), engine.order("fill" + std::to_string(i), Side::Buy, -200, 1));
        engine.step(milliseconds(1));
    }
    ASSERT_FALSE(hers.notes.empty());
    EXPECT_EQ(hers.notes.back().code, ErrorCode::JournalFull);
    engine.submit(anna, engine.order("new", Side::Buy, -100, 10));
    engine.submit(
        anna,
        OrderCancelReplaceRequest{
            ClOrdId("r"), ClOrdId("rests"), engine.order("", Side::Buy, -99, 1).price, Qty(20)}
    );
    engine.step(milliseconds(50));
    EXPECT_EQ(hers.reports.back().ordStatus, OrdStatus::Rejected);
    EXPECT_EQ(hers.reports.back().reason->code, ErrorCode::JournalFull);
    ASSERT_EQ(hers.rejects.size(), 1U);
    EXPECT_EQ(hers.rejects.back().reason.code, ErrorCode::JournalFull);
    engine.submit(anna, OrderCancelRequest{ClOrdId("c"), ClOrdId("rests")});
    engine.step(milliseconds(50));
    EXPECT_EQ(hers.reports.back().ordStatus, OrdStatus::Canceled);
    EXPECT_TRUE(journaled(files).reports.contains(hers.reports.back().execId));
    full = false;
    engine.step(milliseconds(50));
    engine.submit(anna, engine.order("again", Side::Buy, -100, 10));
    engine.step(milliseconds(50));
    EXPECT_TRUE(std::any_of(hers.reports.begin(), hers.reports.end(), [](auto const& report) {
        return report.clOrdId == ClOrdId("again") && report.execType == ExecType::New;
    }));
    EXPECT_EQ(hers.notes.back().level, Notice::Level::Info);
}

TEST(OrderJournal, AfterAFailedSyncNothingIsAcknowledged)
{
    FaultyFileSystem files;
    bool broken = false;
    files.setHook([&](DiskCall call, std::string_view) {
        return broken && call == DiskCall::Sync ? std::optional(ErrorCode::JournalIoFailed) : std::nullopt;
    });
    HandEngine engine(opened(files, orderSettings()), simStart);
    OrderSink hers;
    engine.listen(anna, TopicKind::Orders, hers);
    engine.listen(anna, TopicKind::Notices, hers);
    engine.submit(anna, engine.order("rests", Side::Buy, -100, 10));
    engine.step(milliseconds(50));
    auto const before = hers.reports.size();
    broken = true;
    engine.submit(anna, engine.order("lost", Side::Buy, -100, 10));
    engine.step(milliseconds(50));
    EXPECT_EQ(hers.reports.size(), before) << "it was not made durable, so it was not told";
    ASSERT_FALSE(hers.notes.empty());
    EXPECT_EQ(hers.notes.back().level, Notice::Level::Error);
    EXPECT_EQ(hers.notes.back().code, ErrorCode::JournalIoFailed);
    broken = false; // it is not tried again
    engine.submit(anna, engine.order("late", Side::Buy, -100, 10));
    engine.submit(anna, OrderCancelRequest{ClOrdId("c"), ClOrdId("rests")});
    engine.step(milliseconds(50));
    ASSERT_EQ(hers.reports.size(), before + 1);
    EXPECT_EQ(hers.reports.back().ordStatus, OrdStatus::Rejected);
    EXPECT_EQ(hers.reports.back().reason->code, ErrorCode::JournalIoFailed);
    ASSERT_EQ(hers.rejects.size(), 1U);
    EXPECT_EQ(hers.rejects.back().reason.code, ErrorCode::JournalIoFailed);
    EXPECT_EQ(hers.notes.size(), 1U) << "said once";
}

TEST(OrderJournal, PaperAndLiveAreNeverMixed)
{
    FaultyFileSystem files;
    {
        HandEngine engine(opened(files, orderSettings()), simStart);
    }
    auto settings = orderSettings();
    settings.market = MarketKind::Live;
    auto const refused = OrderJournal::open(files, settings);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::ConfigBadValue);
    EXPECT_EQ(refused.error().detail, "the order journal is of a simulated market, not of a live market");
    EXPECT_TRUE(OrderJournal::open(files, orderSettings())) << "nothing was changed, the lock is free";
}

TEST(OrderJournal, ASnapshotIsTheSameAsAllTheRecordsBeforeIt)
{
    FaultyFileSystem files;
    Rng rng(4);
    auto settings = orderSettings();
    {
        HandEngine engine(opened(files, settings), simStart);
        tradeALittle(engine, rng, "a", 150);
    }
    settings.snapshotAfter = 100;
    Kept whole;
    {
        HandEngine engine(opened(files, settings), nextDay); // leaves a snapshot
        EXPECT_EQ(engine.journal->start().snapshotSequence, 0U);
        EXPECT_GT(engine.journal->start().records, 100U);
        whole = keptBy(engine);
    }
    HandEngine engine(opened(files, settings), nextDay + hours(1));
    EXPECT_GT(engine.journal->start().snapshotSequence, 0U);
    EXPECT_LT(engine.journal->start().records, 100U);
    Kept const kept = keptBy(engine);
    EXPECT_EQ(kept.accounts, whole.accounts);
    EXPECT_EQ(kept.fills, whole.fills);
    EXPECT_EQ(kept.doneOrders, whole.doneOrders);
    EXPECT_EQ(kept.orders, whole.orders);
    auto again = engine.order("a3", Side::Buy, 0, 5);
    OrderSink all;
    engine.listen(everyAccount, TopicKind::Orders, all);
    engine.step(milliseconds(10));
    for (std::uint32_t account = 1; account <= 3; ++account) {
        engine.submit(AccountId(account), again);
    }
    engine.step(milliseconds(10));
    EXPECT_EQ(
        std::count_if(
            all.reports.begin(),
            all.reports.end(),
            [](auto const& report) {
                return report.reason && report.reason->code == ErrorCode::OrderDuplicateClOrdID;
            }
        ),
        1
    ) << "one of the accounts has used it";
}

// Snapshots in the middle of a run, while the journal is written, and what they make superfluous removed.
TEST(OrderJournal, PrunedBehindSnapshotsOfARunningEngineItComesToTheSame)
{
    FaultyFileSystem files;
    Rng rng(6);
    auto settings = orderSettings();
    settings.snapshotAfter = 40;
    std::size_t removed = 0;
    Kept whole;
    {
        HandEngine engine(opened(files, orderSettings()), simStart);
        std::uint64_t snapshot = 0;
        for (int i = 0; i < 12; ++i) {
            tradeALittle(engine, rng, std::to_string(i) + "-", 40);
            auto const durable = engine.journal->durableSequence();
            auto const made = snapshotOrders(files, settings, durable);
            ASSERT_TRUE(made) << made.error().message();
            EXPECT_TRUE(*made == durable || *made == snapshot);
            EXPECT_LE(durable - *made, settings.snapshotAfter);
            snapshot = *made;
            auto const pruned = pruneBefore(files, orderDirectory, 2, snapshot + 1);
            ASSERT_TRUE(pruned) << pruned.error().message();
            removed += pruned->removed.size();
        }
        tradeALittle(engine, rng, "last", 40);
        for (std::uint32_t account = 1; account <= 3; ++account) {
            engine.submit(AccountId(account), OrderMassCancelRequest{ClOrdId("m"), {}});
        }
        engine.step(milliseconds(100));
        whole = keptBy(engine);
    }
    EXPECT_GT(removed, 10U) << "snapshots and segments";
    EXPECT_FALSE(verify(files, orderDirectory)) << "its beginning is gone";
    HandEngine engine(opened(files, orderSettings()), nextDay);
    EXPECT_GT(engine.journal->start().snapshotSequence, 0U);
    Kept const kept = keptBy(engine);
    EXPECT_EQ(kept.accounts, whole.accounts);
    EXPECT_EQ(kept.fills, whole.fills);
    EXPECT_EQ(kept.doneOrders, whole.doneOrders);
    EXPECT_EQ(kept.orders, whole.orders);
    expectSums(*engine.sequencer);
}

// Mere statuses have no records; their ids are not used again all the same.
TEST(OrderJournal, IdsOfReportsWithoutARecordAreNotUsedAgain)
{
    FaultyFileSystem files;
    ExecutionReport status;
    {
        HandEngine engine(opened(files, orderSettings()), simStart);
        engine.submit(anna, engine.order("rests", Side::Buy, -100, 10));
        engine.step(milliseconds(100));
        status = engine.sequencer->orders(anna).snapshot().orders.at(0);
        status.execType = ExecType::OrderStatus;
        auto const before = journaled(files).records;
        status.execId = ExecId(engine.journal->noted(anna).value + reportIdsAhead - 1);
        engine.durable->onExecutionReport(status);
        engine.durable->settle(engine.now);
        EXPECT_EQ(journaled(files).records, before);
        status.execId = ExecId(engine.journal->noted(anna).value + reportIdsAhead);
        engine.durable->onExecutionReport(status);
        engine.durable->settle(engine.now);
        EXPECT_EQ(journaled(files).records, before + 1);
    }
    auto const recovered = readOrders(files, orderDirectory, MarketKind::Sim);
    ASSERT_TRUE(recovered);
    EXPECT_GT(recovered->accounts.at(anna).lastExecId, status.execId);
}

// All are known, the newest are shown.
TEST(OrderJournal, ASnapshotOfAnOldAccountShowsTheNewestOrders)
{
    constexpr std::uint64_t count = 1'500;
    constexpr std::uint64_t before = idsPerAccount;
    AccountImage image;
    image.portfolio = Portfolio(testDeposits()).image();
    for (std::uint64_t i = 1; i <= count; ++i) {
        ExecutionReport state;
        state.orderId = OrderId(before + i);
        state.clOrdId = ClOrdId("o" + std::to_string(i));
        state.instrument = InstrumentId(1);
        state.ordStatus = OrdStatus::Filled;
        image.orders.push_back({requestOf(state), state});
        image.names[state.clOrdId] = state.orderId;
        image.fills.push_back(state);
    }
    image.lastExecId = ExecId(before + 5'000);
    Log log{LogSettings{.consoleLevel = LogLevel::Off}};
    auto const sequencer = simSequencer(log);
    sequencer->restore({{anna, image}}, {});
    auto const list = sequencer->orders(anna).snapshot();
    ASSERT_EQ(list.orders.size(), OrderManager::pastShown);
    ASSERT_EQ(list.fills.size(), OrderManager::pastShown);
    EXPECT_EQ(list.orders.back().orderId, OrderId(before + count));
    EXPECT_EQ(list.orders.front().orderId, OrderId(before + count - OrderManager::pastShown + 1));
    EXPECT_EQ(sequencer->orders(anna).workingOrders(), 0U);
}

TEST(OrderRecords, EveryKindReadsBackAndNoPartOfIt)
{
    ExecutionReport report;
    report.execId = ExecId(9);
    report.execType = ExecType::Trade;
    report.ordStatus = OrdStatus::Filled;
    report.orderId = OrderId(3);
    report.clOrdId = ClOrdId("o");
    report.side = Side::Buy;
    report.ordType = OrdType::Limit;
    report.timeInForce = TimeInForce::Day;
    Instrument instrument;
    instrument.venue = "V";
    instrument.symbol = "S";
    FillRecord fill;
    fill.report = report;
    fill.rows.push_back({AssetName("BTC"), {Amount(-1), Amount(2), Amount(3), Amount(4), Amount(-8)}});
    fill.net = Qty(-5);
    fill.margin = Amount(6);
    const std::vector<AccountRecord> all{
        RunBegins{MarketKind::Live},
        instrument,
        AccountOpened{AccountId(2), testDeposits()},
        report,
        fill,
        CancelRejected{
            AccountId(3), {ClOrdId("c"), ClOrdId("o"), OrdStatus::New, {ErrorCode::OrderUnknown, "o"}}},
        RequestTaken{OrderId(4), ClOrdId("r")},
        IdsPassed{ExecId(70'000)}};
    std::vector<std::byte> bytes;
    std::vector<std::byte> again;
    for (AccountRecord const& record : all) {
        SCOPED_TRACE(kindOf(record));
        encodeAccountRecord(bytes, record);
        auto const read = decodeAccountRecord(kindOf(record), bytes);
        ASSERT_TRUE(read) << read.error().message();
        EXPECT_EQ(read->index(), record.index());
        encodeAccountRecord(again, *read);
        EXPECT_EQ(again, bytes);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            EXPECT_FALSE(decodeAccountRecord(kindOf(record), std::span(bytes).first(size)));
        }
        bytes[0] = std::byte{2};
        EXPECT_EQ(decodeAccountRecord(kindOf(record), bytes).error().code, ErrorCode::JournalUnknownVersion);
    }
    EXPECT_FALSE(decodeAccountRecord(0, bytes));
    EXPECT_FALSE(decodeAccountRecord(9, bytes));
}

} // namespace
} // namespace qob
