// The journal on a disk that loses power, fails or is full. What was reported durable has to be there.

#include "tests/support/faulty_file_system.h"
#include "tests/support/journal_kit.h"

#include <cstdlib>

namespace qob {

namespace {

using namespace test;

// Appends random records in several lives of a program, and knows what must still be there after each.
class Lives {
public:
    Lives(std::uint64_t seed, Durability durability)
        : m_files(seed)
        , m_rng(seed, 1)
        , m_options(smallOptions(durability))
    {
        m_options.segmentBytes = 4096;
        m_options.reserveBytes = 512;
    }

    // Writes until the power goes, if it does.
    void live(std::uint64_t powerOffAfter)
    {
        m_files.powerOffAfter(powerOffAfter);
        auto writer = start();
        if (!writer) {
            return;
        }
        for (int i = 0; i < 60; ++i) {
            if (!append(**writer)) {
                break;
            }
            if (m_rng.chance(0.4) && !commit(**writer)) {
                break;
            }
        }
        if (m_options.durability == Durability::None && m_rng.chance(0.5)) {
            if (auto const durable = (*writer)->makeDurable()) {
                m_durable = m_written = *durable;
            }
        }
        if (m_options.durability == Durability::Group) {
            writer->reset(); // finishes what was committed; the callback has told up to where
            m_durable = std::max(m_durable, m_told.load());
        }
    }

    void losePower()
    {
        m_files.losePower();
        m_written = m_durable;
    }

    void restartProgram() { m_files.restartProgram(); }

    // Everything promised is there, and once recovered nothing changes any more.
    void check()
    {
        m_files.restartProgram();
        ASSERT_TRUE(recoverRecords());
        auto const once = m_files.contents();
        ASSERT_TRUE(recoverRecords());
        EXPECT_TRUE(m_files.contents() == once);
        m_files.losePower();
        ASSERT_TRUE(recoverRecords());
        EXPECT_TRUE(m_files.contents() == once);
    }

private:
    struct Appended {
        Timestamp time;
        std::uint16_t kind;
        std::vector<std::byte> payload;
    };

    Expected<std::unique_ptr<JournalWriter>> start()
    {
        auto recovered = recoverRecords();
        if (!recovered) {
            return tl::unexpected(recovered.error());
        }
        auto options = m_options;
        options.onDurable = [this](Expected<std::uint64_t> const& durable) {
            if (durable) {
                m_told = *durable;
            }
        };
        return JournalWriter::open(m_files, journalDirectory, options, std::move(recovered->end));
    }

    Expected<RecoveryResult> recoverRecords()
    {
        auto recovered =
            recover(m_files, journalDirectory, {}, [this](JournalRecord const& record) -> Expected<void> {
                EXPECT_LE(record.sequence, m_appended.size());
                auto const& was = m_appended.at(record.sequence - 1);
                EXPECT_TRUE(
                    was.time == record.time && was.kind == record.kind &&
                    std::ranges::equal(was.payload, record.payload)
                ) << "record "
                  << record.sequence;
                return {};
            });
        if (recovered) {
            EXPECT_GE(recovered->lastSequence, m_written);
            m_durable = m_written = recovered->lastSequence;
            m_appended.resize(recovered->lastSequence);
        } else {
            EXPECT_EQ(recovered.error().code, ErrorCode::JournalIoFailed) << recovered.error().message();
        }
        return recovered;
    }

    bool append(JournalWriter& writer)
    {
        Appended record{
            Timestamp(static_cast<std::int64_t>(m_rng.next())), static_cast<std::uint16_t>(m_rng.next()), {}};
        record.payload.resize(static_cast<std::size_t>(m_rng.below(m_rng.chance(0.1) ? 1500 : 120)));
        for (auto& byte : record.payload) {
            byte = static_cast<std::byte>(m_rng.next());
        }
        m_appended.push_back(record);
        auto const sequence = writer.append(record.kind, record.time, record.payload);
        if (!sequence) {
            m_appended.pop_back();
            return false;
        }
        EXPECT_EQ(*sequence, m_appended.size());
        return true;
    }

    bool commit(JournalWriter& writer)
    {
        auto const durable = writer.commit();
        if (durable) {
            m_written = std::max(m_written, *durable);
            if (m_options.durability != Durability::None) {
                m_durable = m_written;
            }
        }
        return durable.has_value();
    }

    FaultyFileSystem m_files;
    Rng m_rng;
    JournalOptions m_options;
    std::vector<Appended> m_appended;
    std::uint64_t m_written = 0; // must survive the program
    std::uint64_t m_durable = 0; // must survive the power
    std::atomic<std::uint64_t> m_told{0};
};

// QOB_JOURNAL_SEEDS=100 runs a hundred times as many lives.
std::uint64_t seedFactor()
{
    char const* const factor = std::getenv("QOB_JOURNAL_SEEDS");
    return factor == nullptr ? 1 : std::strtoull(factor, nullptr, 10);
}

void liveAndDie(Durability durability, std::uint64_t firstSeed, std::uint64_t seeds)
{
    seeds = seeds * seedFactor() / everyNth;
    for (auto seed = firstSeed; seed < firstSeed + seeds; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Lives lives(seed, durability);
        Rng rng(seed, 2);
        for (int life = 0; life < 4; ++life) {
            lives.live(static_cast<std::uint64_t>(rng.between(1, rng.chance(0.5) ? 30 : 200)));
            if (rng.chance(0.7)) {
                lives.losePower();
            } else {
                lives.restartProgram();
            }
        }
        lives.check();
        if (testing::Test::HasFailure()) {
            return;
        }
    }
}

bool isSync(DiskCall call)
{
    return call == DiskCall::Sync || call == DiskCall::SyncDirectory;
}

bool isWrite(DiskCall call)
{
    return call == DiskCall::Write || call == DiskCall::Rename;
}

// A journal in which the `nth` call of a kind fails, from when it is open. False when there are not so many.
void failNth(bool (*kind)(DiskCall), std::uint64_t nth, Durability durability, bool losePower, bool& reached)
{
    SCOPED_TRACE("call " + std::to_string(nth));
    FaultyFileSystem files(nth * 2 + (losePower ? 1 : 0));
    auto writer = recoverAndOpen(files, smallOptions(durability));
    ASSERT_TRUE(writer);
    std::atomic<std::uint64_t> calls{0};
    files.setHook([&](DiskCall call, std::string_view /*path*/) -> std::optional<ErrorCode> {
        return kind(call) && ++calls == nth ? std::optional(ErrorCode::JournalIoFailed) : std::nullopt;
    });
    std::uint64_t durable = 0;
    Expected<std::uint64_t> outcome = 0;
    for (int i = 0; i < 100 && outcome; ++i) {
        outcome = appendNext(**writer);
        if (outcome && i % 3 == 0) {
            outcome = (*writer)->commit();
            durable = outcome.value_or(durable);
        }
    }
    auto const settled = (*writer)->makeDurable();
    durable = settled.value_or((*writer)->durableSequence());
    reached = calls >= nth;
    if (reached) {
        ASSERT_FALSE(settled);
        EXPECT_EQ((*writer)->state(), JournalState::Failed);
        auto const changes = files.changes();
        for (int i = 0; i < 3; ++i) {
            auto const refused = appendNext(**writer, RecordClass::Essential);
            ASSERT_FALSE(refused);
            EXPECT_EQ(refused.error().code, ErrorCode::JournalIoFailed);
            EXPECT_EQ(refused.error().detail, settled.error().detail);
            EXPECT_FALSE((*writer)->commit());
            EXPECT_FALSE((*writer)->waitDurable(1'000));
        }
        EXPECT_EQ((*writer)->durableSequence(), durable);
        EXPECT_EQ(files.changes(), changes) << "something was tried again";
    }
    writer->reset();
    files.setHook({});
    if (losePower) {
        files.losePower();
    }
    auto const recovered = recover(files, journalDirectory, {}, checkingVisitor());
    ASSERT_TRUE(recovered) << recovered.error().message();
    EXPECT_GE(recovered->lastSequence, durable);
}

void failEveryCall(bool (*kind)(DiskCall), Durability durability)
{
    for (bool const losePower : {false, true}) {
        if (losePower && durability == Durability::None) {
            continue; // promises nothing there
        }
        bool reached = true;
        std::uint64_t nth = 0;
        while (reached && !testing::Test::HasFailure()) {
            failNth(kind, ++nth, durability, losePower, reached);
        }
        EXPECT_GT(nth, durability == Durability::None ? 20U : 60U);
    }
}

} // namespace

TEST(JournalFaults, PowerCutsLoseNothingDurable)
{
    liveAndDie(Durability::Sync, 0, 4'000);
}

TEST(JournalFaults, PowerCutsLoseNothingDurableOfGroups)
{
    liveAndDie(Durability::Group, 100'000'000, 1'000);
}

TEST(JournalFaults, PowerCutsLoseOnlyWhatWasNotMadeDurable)
{
    liveAndDie(Durability::None, 200'000'000, 2'000);
}

TEST(JournalFaults, AFailedSyncIsTheLast)
{
    failEveryCall(isSync, Durability::Sync);
}

TEST(JournalFaults, AFailedWriteIsTheLast)
{
    failEveryCall(isWrite, Durability::Sync);
    failEveryCall(isWrite, Durability::None);
}

TEST(JournalFaults, AFailedSyncOfAGroupIsTheLast)
{
    for (std::uint64_t nth = 1; nth <= 12 && !HasFailure(); ++nth) {
        bool reached = true;
        failNth(isSync, nth, Durability::Group, nth % 2 == 0, reached);
    }
}

// What recovery hands out after a failed sync was read from memory; it has to be on the disk before.
TEST(JournalFaults, WhatRecoveryFindsAfterAFailedSyncStays)
{
    for (std::uint64_t seed = 0; seed < 500 && !HasFailure(); seed += everyNth) {
        SCOPED_TRACE(seed);
        FaultyFileSystem files(seed);
        {
            auto writer = recoverAndOpen(files, smallOptions());
            ASSERT_TRUE(writer && appendNext(**writer) && (*writer)->commit());
            int left = static_cast<int>(seed % 4);
            files.setHook([&](DiskCall call, std::string_view /*path*/) -> std::optional<ErrorCode> {
                return isSync(call) && left-- == 0 ? std::optional(ErrorCode::JournalIoFailed) : std::nullopt;
            });
            for (int i = 0; i < 10; ++i) {
                static_cast<void>(appendNext(**writer));
                static_cast<void>((*writer)->commit());
            }
        }
        files.setHook({});
        auto const found = recover(files, journalDirectory).map([](auto&& r) { return r.lastSequence; });
        ASSERT_TRUE(found) << found.error().message();
        files.losePower();
        auto const still = recover(files, journalDirectory, {}, checkingVisitor());
        ASSERT_TRUE(still) << still.error().message();
        EXPECT_EQ(still->lastSequence, *found);
    }
}

// When the power went while a mark was written, the one left is older: what lies above it was promised all
// the same, and a recovery that loses its power, too, must not have put it at risk.
TEST(JournalFaults, ALostMarkDoesNotEndangerWhatItPromised)
{
    for (std::uint64_t seed = 0; seed < 400 && !HasFailure(); seed += everyNth) {
        SCOPED_TRACE(seed);
        FaultyFileSystem files(seed);
        writeJournal(files, 13, seed % 2 + 1);
        auto const newest = readMark(files, journalDirectory).value()->slot;
        auto mark = files.content(markPath());
        mark[newest * markSlotSpacing + 20] ^= std::byte{1};
        mark[newest * markSlotSpacing + markCopySpacing + 30] ^= std::byte{1};
        files.setContent(markPath(), mark);
        for (int i = 0; i < 3; ++i) {
            files.powerOffAfter(seed % 8 + 1);
            static_cast<void>(recover(files, journalDirectory));
            files.losePower();
        }
        auto const recovered = recover(files, journalDirectory, {}, checkingVisitor());
        ASSERT_TRUE(recovered) << recovered.error().message();
        EXPECT_EQ(recovered->lastSequence, 13U);
    }
}

TEST(JournalFaults, AFullDiskStillTakesCancels)
{
    for (auto const durability : {Durability::Sync, Durability::Group, Durability::None}) {
        FaultyFileSystem files;
        auto writer = recoverAndOpen(files, smallOptions(durability));
        ASSERT_TRUE(writer);
        std::atomic<bool> full = true;
        files.setHook([&](DiskCall call, std::string_view path) -> std::optional<ErrorCode> {
            // What was made before the disk was full is there.
            return full && call == DiskCall::Preallocate && path.ends_with(nextSegmentName)
                       ? std::optional(ErrorCode::JournalFull)
                       : std::nullopt;
        });
        Expected<std::uint64_t> outcome = 0;
        std::uint64_t accepted = 0;
        while ((outcome = appendNext(**writer))) {
            accepted = *outcome;
            ASSERT_TRUE((*writer)->commit());
            ASSERT_LT(accepted, 1'000U);
        }
        EXPECT_EQ(outcome.error().code, ErrorCode::JournalFull);
        EXPECT_EQ((*writer)->state(), JournalState::SpaceLow);
        ASSERT_GT(accepted, 5U);
        // Cancels, from the reserve.
        for (int i = 0; i < 2; ++i) {
            ASSERT_TRUE(appendNext(**writer, RecordClass::Essential));
            EXPECT_FALSE(appendNext(**writer));
            ASSERT_TRUE((*writer)->commit());
        }
        auto const durable = (*writer)->makeDurable();
        ASSERT_TRUE(durable);
        EXPECT_EQ(*durable, accepted + 2);
        // The reserve is not endless either.
        while (appendNext(**writer, RecordClass::Essential)) {
            ASSERT_TRUE((*writer)->commit());
        }
        accepted = (*writer)->lastSequence();
        full = false;
        ASSERT_TRUE((*writer)->commit());
        ASSERT_TRUE((*writer)->makeDurable());
        EXPECT_EQ((*writer)->state(), JournalState::Open);
        ASSERT_TRUE(appendNext(**writer));
        ASSERT_TRUE((*writer)->makeDurable());
        writer->reset();
        files.losePower();
        auto const recovered = recover(files, journalDirectory, {}, checkingVisitor());
        ASSERT_TRUE(recovered) << recovered.error().message();
        EXPECT_EQ(recovered->lastSequence, accepted + 1);
    }
}

TEST(JournalFaults, TheNthSegmentFindsNoSpace)
{
    for (int nth = 1; nth <= 6; ++nth) {
        SCOPED_TRACE(nth);
        FaultyFileSystem files;
        int segments = 0;
        files.setHook([&](DiskCall call, std::string_view path) -> std::optional<ErrorCode> {
            bool const next = call == DiskCall::Preallocate && path.ends_with(nextSegmentName);
            return next && ++segments >= nth && segments < nth + 3 ? std::optional(ErrorCode::JournalFull)
                                                                   : std::nullopt;
        });
        auto writer = recoverAndOpen(files, smallOptions());
        if (nth == 1) {
            ASSERT_FALSE(writer);
            EXPECT_EQ(writer.error().code, ErrorCode::JournalFull);
            continue;
        }
        ASSERT_TRUE(writer);
        std::uint64_t refused = 0;
        for (int i = 0; i < 300; ++i) {
            refused += appendNext(**writer) ? 0U : 1U;
            ASSERT_TRUE((*writer)->commit());
        }
        EXPECT_EQ((*writer)->state(), JournalState::Open);
        EXPECT_EQ((*writer)->durableSequence(), 300 - refused);
        writer->reset();
        EXPECT_TRUE(recover(files, journalDirectory, {}, checkingVisitor()));
    }
}

} // namespace qob
