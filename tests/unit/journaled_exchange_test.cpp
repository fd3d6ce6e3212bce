// Coming back: after a stop, a crash at any point, a power cut, a full disk, a failing sync. What was said to
// be durable is there, and the state is the one the commands make.

#include "engine/exchange/journaled_exchange.h"
#include "tests/support/exchange_kit.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/random_exchange_commands.h"

namespace qob {
namespace {

using test::FaultyFileSystem;
using test::RandomExchangeCommands;
using test::ReportLog;

constexpr Timestamp start(1'700'000'000'000'000'000);

JournaledExchangeOptions optionsFor(std::string directory, Durability durability = Durability::Sync)
{
    JournaledExchangeOptions options;
    options.directory = std::move(directory);
    options.journal.durability = durability;
    options.journal.segmentBytes = 64U << 10U;
    options.journal.reserveBytes = 8U << 10U;
    options.journal.bufferBytes = 16U << 10U;
    options.limits.maxOrders = 4096;
    options.limits.rememberedOrders = 256;
    return options;
}

// The lines of TalkingExchange::open(), as commands.
std::vector<ExchangeCommand> opening()
{
    test::TalkingExchange venue;
    std::vector<ExchangeCommand> commands;
    for (char const* line :
         {"list id=1 venue=X symbol=BTC-USDT base=BTC quote=USDT price-scale=2 qty-scale=4 tick=0.01 "
          "lot=0.0001 "
          "maker-bps=1 taker-bps=5",
          "list id=2 venue=X symbol=ETH-USDT base=ETH quote=USDT price-scale=2 qty-scale=3 tick=0.05 "
          "lot=0.001",
          "open account=1",
          "open account=2",
          "open account=3",
          "open account=4",
          "transfer account=1 asset=USDT amount=1000000",
          "transfer account=2 asset=USDT amount=1000000",
          "transfer account=3 asset=BTC amount=1000",
          "transfer account=4 asset=BTC amount=1000"}) {
        commands.push_back(*venue.text.parse(line));
    }
    return commands;
}

void submitAll(JournaledExchange& venue, std::vector<ExchangeCommand> const& commands)
{
    for (ExchangeCommand const& command : commands) {
        venue.submit(start, command);
    }
}

// The hash an exchange has after each number of commands, made without a journal.
std::vector<std::uint64_t>
hashesOf(std::vector<ExchangeCommand> const& commands, ExchangeLimits const& limits)
{
    Exchange exchange(limits);
    ReportLog log;
    std::vector<std::uint64_t> hashes{exchange.stateHash()};
    for (std::size_t i = 0; i < commands.size(); ++i) {
        exchange.apply(i + 1, start, commands[i], log);
        hashes.push_back(exchange.stateHash());
    }
    return hashes;
}

std::vector<ExchangeCommand> randomCommands(std::uint64_t seed, int count)
{
    auto commands = opening();
    RandomExchangeCommands random(seed);
    for (int i = 0; i < count; ++i) {
        commands.push_back(random.next());
    }
    return commands;
}

TEST(JournaledExchange, ComesBackToTheSameState)
{
    FaultyFileSystem files;
    ReportLog log;
    auto const commands = randomCommands(3, 800);
    std::uint64_t hash = 0;
    {
        auto venue = JournaledExchange::open(files, optionsFor("j"), log);
        ASSERT_TRUE(venue) << venue.error().message();
        submitAll(**venue, commands);
        ASSERT_TRUE((*venue)->commit());
        (*venue)->deliver(true);
        EXPECT_EQ((*venue)->undelivered(), 0U);
        hash = (*venue)->exchange().stateHash();
    }
    auto again = JournaledExchange::open(files, optionsFor("j"), log);
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ((*again)->recovery().replayed, commands.size());
    EXPECT_EQ((*again)->exchange().stateHash(), hash);
    EXPECT_TRUE((*again)->exchange().audit());
}

// What cannot be read back must not get in: one such record, and the journal never opens again.
TEST(JournaledExchange, WhatAJournalCannotGiveBackIsRefusedBeforeIt)
{
    FaultyFileSystem files;
    ReportLog log;
    std::uint64_t hash = 0;
    {
        auto venue = JournaledExchange::open(files, optionsFor("j"), log);
        submitAll(**venue, opening());
        EnterList list;
        for (int i = 0; i < 9; ++i) {
            list.orders.push_back(
                {ClOrdId("l" + std::to_string(i)),
                 InstrumentId(1),
                 {.owner = OwnerId(1), .side = Side::Buy, .price = Price(100), .qty = Qty(1)}}
            );
        }
        (*venue)->submit(start, list);
        ASSERT_EQ(log.reports.size(), 9U);
        EXPECT_EQ(log.reports[8].reason, ErrorCode::OrderBadCombination);
        EXPECT_EQ(log.reports[8].clOrdId, ClOrdId("l8"));
        list.orders.resize(1);
        std::vector<ExchangeCommand> const batch{list, EnterList{}};
        (*venue)->submit(start, batch);
        ListInstrument wide;
        wide.instrument.id = InstrumentId(7);
        wide.instrument.venue = std::string(70'000, 'v');
        (*venue)->submit(start, wide);
        ASSERT_EQ(log.reports.size(), 12U);
        EXPECT_EQ(log.reports[10].reason, ErrorCode::OrderBadCombination);
        EXPECT_EQ(log.reports[11].reason, ErrorCode::InstrumentInvalid);
        ASSERT_TRUE((*venue)->commit());
        hash = (*venue)->exchange().stateHash();
    }
    auto again = JournaledExchange::open(files, optionsFor("j"), log);
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ((*again)->recovery().lastSequence, opening().size());
    EXPECT_EQ((*again)->exchange().stateHash(), hash);
}

// What a contract is worth and what it settles in is as much part of an instrument as its tick.
TEST(JournaledExchange, ContractsComeBackAsTheyWereListed)
{
    Instrument linear;
    linear.id = InstrumentId(3);
    linear.venue = "X";
    linear.symbol = "BTC-PERP";
    linear.canonical = "BTC-USDT-PERP";
    linear.base = AssetName("BTC");
    linear.quote = AssetName("USDT");
    linear.kind = ContractKind::Linear;
    linear.priceScale = 2;
    linear.multiplier = 1;
    linear.multiplierScale = 3;
    Instrument quanto = linear;
    quanto.id = InstrumentId(4);
    quanto.symbol = "ETH-QUANTO";
    quanto.kind = ContractKind::Quanto;
    quanto.settle = AssetName("BTC");
    quanto.multiplierScale = 6;
    auto const side = [](std::string const& name, std::uint32_t account, InstrumentId id, Side which) {
        return EnterOrder{
            ClOrdId(name),
            id,
            {.owner = OwnerId(account), .side = which, .price = Price(10'000), .qty = Qty(50)}};
    };
    FaultyFileSystem files;
    ReportLog log;
    auto const options = optionsFor("j");
    std::vector<std::byte> image;
    {
        auto venue = JournaledExchange::open(files, options, log);
        submitAll(**venue, opening());
        submitAll(**venue, {ListInstrument{linear}, ListInstrument{quanto}});
        submitAll(**venue, {side("a", 1, linear.id, Side::Buy), side("b", 2, linear.id, Side::Sell)});
        submitAll(**venue, {side("c", 3, quanto.id, Side::Buy), side("d", 4, quanto.id, Side::Sell)});
        ASSERT_TRUE((*venue)->commit());
        image = (*venue)->exchange().image();
        EXPECT_EQ((*venue)->exchange().portfolio(OwnerId(4))->netOf(quanto.id), Qty(-50));
    }
    for (bool const snapshot : {false, true}) {
        SCOPED_TRACE(snapshot);
        if (snapshot) {
            ASSERT_TRUE(takeSnapshot(files, "j", options.limits, ~std::uint64_t{0}));
        }
        auto again = JournaledExchange::open(files, options, log);
        ASSERT_TRUE(again) << again.error().message();
        EXPECT_EQ((*again)->recovery().replayed == 0, snapshot);
        Exchange const& exchange = (*again)->exchange();
        EXPECT_EQ(*exchange.instrument(linear.id), linear);
        EXPECT_EQ(*exchange.instrument(quanto.id), quanto);
        EXPECT_EQ(exchange.portfolio(OwnerId(4))->holding(quanto.id)->instrument, quanto);
        EXPECT_EQ(exchange.image(), image);
        EXPECT_TRUE(exchange.audit());
    }
}

// Journals and snapshots of before: their instruments have what they had.
TEST(JournaledExchange, WhatWasWrittenBeforeIsStillRead)
{
    auto const commands = randomCommands(41, 300);
    Exchange exchange(optionsFor("j").limits);
    ReportLog log;
    for (std::size_t i = 0; i < commands.size(); ++i) {
        exchange.apply(i + 1, start, commands[i], log);
    }
    Exchange old(optionsFor("j").limits);
    ASSERT_EQ(Exchange::imageVersion(exchange.image(1)), 1);
    ASSERT_TRUE(old.restore(exchange.image(1)));
    EXPECT_EQ(old.image(1), exchange.image(1));
    EXPECT_EQ(old.stateHash(1), exchange.stateHash(1));
    EXPECT_EQ(*old.instrument(InstrumentId(1)), *exchange.instrument(InstrumentId(1)));

    auto const list = std::get<ListInstrument>(commands.front());
    std::vector<std::byte> bytes;
    encode(list, bytes);
    // Less the name everywhere, the multiplier, its scale, whether it is known, and the settle asset.
    bytes.resize(bytes.size() - (2 + 8 + 4 + 1 + 2));
    auto const read = decodeCommand(static_cast<std::uint16_t>(journalKind(list) & 0xff), bytes);
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(std::get<ListInstrument>(*read).instrument, list.instrument);
}

TEST(JournaledExchange, ABatchIsAsItsCommandsOneByOne)
{
    test::TalkingExchange listed; // for the commands that open it
    std::vector<ExchangeCommand> commands;
    for (char const* line :
         {"list id=1 venue=X symbol=BTC-USDT base=BTC quote=USDT price-scale=2 qty-scale=4 tick=0.01 "
          "lot=0.0001",
          "open account=1",
          "open account=2",
          "transfer account=1 asset=USDT amount=1000000",
          "transfer account=2 asset=BTC amount=1000000"}) {
        commands.push_back(*listed.text.parse(line));
    }
    test::RandomExchangeCommands random(5);
    for (int i = 0; i < 3'000; ++i) {
        commands.push_back(random.next());
    }
    test::ReportLog together;
    test::ReportLog single;
    JournaledExchangeOptions options;
    options.acknowledge = Acknowledge::Matched;
    auto const one = JournaledExchange::inMemory(options, together);
    auto const other = JournaledExchange::inMemory(options, single);
    one->submit(Timestamp(1), commands);
    for (ExchangeCommand const& command : commands) {
        other->submit(Timestamp(1), command);
    }
    EXPECT_EQ(one->exchange().stateHash(), other->exchange().stateHash());
    EXPECT_EQ(one->journal().lastHash(), other->journal().lastHash());
    EXPECT_EQ(together.reports.size(), single.reports.size());
    EXPECT_EQ(together.events, single.events);
    EXPECT_GT(together.events.size(), 500U);
}

TEST(JournaledExchange, DurableAnswersWaitForTheDisk)
{
    FaultyFileSystem files;
    ReportLog log;
    auto venue = JournaledExchange::open(files, optionsFor("j"), log);
    submitAll(**venue, opening());
    (*venue)->submit(
        start,
        EnterOrder{
            ClOrdId("a"),
            InstrumentId(1),
            {.owner = OwnerId(1), .side = Side::Buy, .price = Price(100), .qty = Qty(5)}}
    );
    (*venue)->deliver();
    EXPECT_TRUE(log.reports.empty());
    ASSERT_TRUE((*venue)->commit());
    (*venue)->deliver();
    ASSERT_EQ(log.reports.size(), 1U);
    EXPECT_EQ(log.reports[0].execType, ExecType::New);
}

TEST(JournaledExchange, ASnapshotBesideTheWriterShortensTheWayBack)
{
    FaultyFileSystem files;
    ReportLog log;
    auto const options = optionsFor("j");
    auto const commands = randomCommands(9, 600);
    std::uint64_t hash = 0;
    {
        auto venue = JournaledExchange::open(files, options, log);
        for (std::size_t i = 0; i < commands.size(); ++i) {
            (*venue)->submit(start, commands[i]);
            if (i == 400) {
                ASSERT_TRUE((*venue)->commit());
                auto const durable = (*venue)->journal().durableSequence();
                auto const taken = takeSnapshot(files, "j", options.limits, durable);
                ASSERT_TRUE(taken) << taken.error().message();
                EXPECT_EQ(*taken, durable);
            }
        }
        ASSERT_TRUE((*venue)->commit());
        hash = (*venue)->exchange().stateHash();
    }
    auto again = JournaledExchange::open(files, options, log);
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ((*again)->recovery().snapshotSequence, 401U);
    EXPECT_EQ((*again)->recovery().replayed, commands.size() - 401);
    EXPECT_EQ((*again)->exchange().stateHash(), hash);
    auto const whole = replayJournal(files, "j", options.limits, ~std::uint64_t{0}, false);
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->recovery.stateHash, hash);
}

// The power fails at a random moment; what was delivered is a prefix of what comes back, and the state is one
// that the commands made.
TEST(JournaledExchange, APowerCutLosesNothingThatWasAcknowledged)
{
    auto const commands = randomCommands(17, 150);
    auto const hashes = hashesOf(commands, optionsFor("j").limits);
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE(seed);
        FaultyFileSystem files(seed);
        std::uint64_t acknowledged = 0;
        {
            ReportLog log;
            auto venue = JournaledExchange::open(files, optionsFor("j"), log);
            ASSERT_TRUE(venue);
            files.powerOffAfter(seed % 60);
            for (std::size_t i = 0; i < commands.size(); ++i) {
                (*venue)->submit(start, commands[i]);
                if (i % 7 == 0 && !(*venue)->commit()) {
                    break;
                }
                (*venue)->deliver();
            }
            for (ExchangeReport const& report : log.reports) {
                acknowledged = std::max(acknowledged, report.command);
            }
        }
        files.losePower();
        ReportLog log;
        auto again = JournaledExchange::open(files, optionsFor("j"), log);
        ASSERT_TRUE(again) << again.error().message();
        auto const last = (*again)->recovery().lastSequence;
        ASSERT_GE(last, acknowledged);
        ASSERT_EQ((*again)->exchange().stateHash(), hashes[last]);
        ASSERT_TRUE((*again)->exchange().audit());
    }
}

TEST(JournaledExchange, OnAFullDiskOrdersAreRefusedAndCancelsWork)
{
    FaultyFileSystem files;
    ReportLog log;
    auto options = optionsFor("j");
    auto venue = JournaledExchange::open(files, options, log);
    submitAll(**venue, opening());
    ASSERT_TRUE((*venue)->commit());
    bool full = true;
    files.setHook([&](test::DiskCall call, std::string_view path) -> std::optional<ErrorCode> {
        bool const grows =
            call == test::DiskCall::Preallocate || (call == test::DiskCall::Open && path.ends_with(".tmp"));
        return full && grows ? std::optional(ErrorCode::JournalFull) : std::nullopt;
    });
    std::vector<ClOrdId> working;
    int number = 0;
    bool refused = false;
    while (!refused && number < 5'000) {
        const ClOrdId name("o" + std::to_string(++number));
        log.reports.clear();
        (*venue)->submit(
            start,
            EnterOrder{
                name,
                InstrumentId(1),
                {.owner = OwnerId(1), .side = Side::Buy, .price = Price(100), .qty = Qty(1)}}
        );
        static_cast<void>((*venue)->commit());
        (*venue)->deliver();
        ASSERT_EQ(log.reports.size(), 1U);
        refused = log.reports[0].reason == ErrorCode::JournalFull;
        if (!refused) {
            working.push_back(name);
        }
    }
    ASSERT_TRUE(refused);
    ASSERT_GT(working.size(), 10U);
    for (std::size_t i = 0; i < 10; ++i) {
        log.reports.clear();
        (*venue)->submit(start, CancelOrder{OwnerId(1), ClOrdId(), working[i]});
        ASSERT_TRUE((*venue)->commit());
        (*venue)->deliver();
        ASSERT_EQ(log.reports.size(), 1U);
        EXPECT_EQ(log.reports[0].execType, ExecType::Canceled);
    }
    auto const hash = (*venue)->exchange().stateHash();
    files.setHook({});
    venue->reset();
    auto again = JournaledExchange::open(files, options, log);
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ((*again)->exchange().stateHash(), hash);
}

TEST(JournaledExchange, AfterAFailedSyncNothingIsAcknowledgedAndNothingAcknowledgedIsMissing)
{
    auto const commands = randomCommands(29, 60);
    auto const hashes = hashesOf(commands, optionsFor("j").limits);
    for (int failing = 1; failing <= 24; ++failing) {
        SCOPED_TRACE(failing);
        FaultyFileSystem files(static_cast<std::uint64_t>(failing));
        std::uint64_t acknowledged = 0;
        {
            ReportLog log;
            auto venue = JournaledExchange::open(files, optionsFor("j"), log);
            ASSERT_TRUE(venue);
            int syncs = 0;
            files.setHook([&](test::DiskCall call, std::string_view /*path*/) -> std::optional<ErrorCode> {
                return call == test::DiskCall::Sync && ++syncs == failing
                           ? std::optional(ErrorCode::JournalIoFailed)
                           : std::nullopt;
            });
            bool failed = false;
            for (ExchangeCommand const& command : commands) {
                (*venue)->submit(start, command);
                failed = failed || !(*venue)->commit();
                auto const before = log.reports.size();
                (*venue)->deliver();
                if (failed) {
                    // Only refusals, of what never was in the journal.
                    for (auto i = before; i < log.reports.size(); ++i) {
                        ASSERT_EQ(log.reports[i].reason, ErrorCode::JournalIoFailed);
                    }
                }
            }
            ASSERT_TRUE(failed);
            for (ExchangeReport const& report : log.reports) {
                acknowledged = std::max(acknowledged, report.command);
            }
        }
        files.setHook({});
        files.losePower();
        ReportLog log;
        auto again = JournaledExchange::open(files, optionsFor("j"), log);
        ASSERT_TRUE(again) << again.error().message();
        auto const last = (*again)->recovery().lastSequence;
        ASSERT_GE(last, acknowledged);
        ASSERT_EQ((*again)->exchange().stateHash(), hashes[last]);
    }
}

} // namespace
} // namespace qob
