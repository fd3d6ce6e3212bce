// Snapshots: whole or not there, and what they make superfluous.

#include "engine/storage/journal_tail.h"
#include "engine/storage/snapshot.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/journal_kit.h"

namespace qob {

namespace {

using namespace test;

std::vector<std::byte> stateOf(std::uint64_t sequence, std::size_t size)
{
    std::vector<std::byte> state(size);
    Rng rng(sequence);
    for (auto& byte : state) {
        byte = static_cast<std::byte>(rng.next());
    }
    return state;
}

// Snapshots of a journal of 300 records, at each multiple of `every`.
void writeSnapshots(FaultyFileSystem& files, std::uint64_t every, std::size_t size = 100)
{
    writeJournal(files, 300, 5);
    std::vector<SnapshotInfo> infos;
    ASSERT_TRUE(verify(files, journalDirectory, {}, [&](JournalRecord const& record) -> Expected<void> {
        if (record.sequence % every == 0) {
            infos.push_back({record.sequence, record.hash, record.sequence * 3});
        }
        return {};
    }));
    for (auto const& info : infos) {
        auto const written = writeSnapshot(files, journalDirectory, info, stateOf(info.sequence, size));
        ASSERT_TRUE(written) << written.error().message();
    }
}

std::string snapshotPath(std::uint64_t sequence)
{
    return pathIn(journalDirectory, snapshotName(sequence));
}

} // namespace

TEST(Snapshots, ComeBackAsTheyWere)
{
    for (std::size_t const size : {0U, 1U, 65'535U, 65'536U, 65'537U, 200'000U}) {
        FaultyFileSystem files;
        SnapshotInfo const info{42, 0xabcdef, 99};
        auto const state = stateOf(42, size);
        ASSERT_TRUE(writeSnapshot(files, journalDirectory, info, state));
        files.losePower();
        auto const found = loadNewestSnapshot(files, journalDirectory);
        ASSERT_TRUE(found && found->newest);
        EXPECT_TRUE(found->refused.empty());
        EXPECT_EQ(found->newest->sequence, 42U);
        EXPECT_EQ(found->newest->journalHash, 0xabcdefU);
        EXPECT_EQ(found->newest->stateHash, 99U);
        EXPECT_EQ(found->newest->payload, state);
        EXPECT_EQ(found->newest->name, "snapshot-00000000000000000042.qsnap");
    }
}

TEST(Snapshots, NoneIsNoError)
{
    FaultyFileSystem files;
    auto const found = loadNewestSnapshot(files, journalDirectory);
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->newest);
}

TEST(Snapshots, EveryFlippedBitIsRefusedAndTheOlderOneTaken)
{
    FaultyFileSystem files;
    ASSERT_TRUE(writeSnapshot(files, journalDirectory, {10, 1, 2}, stateOf(10, 500)));
    ASSERT_TRUE(writeSnapshot(files, journalDirectory, {20, 3, 4}, stateOf(20, 66'000)));
    auto const good = files.content(snapshotPath(20));
    for (std::size_t at = 0; at < good.size(); at += at < 200 || at > 65'500 ? 1 : 61) {
        SCOPED_TRACE(at);
        auto bytes = good;
        bytes[at] ^= std::byte{1} << (at % 8);
        files.setContent(snapshotPath(20), bytes);
        auto const found = loadNewestSnapshot(files, journalDirectory);
        ASSERT_TRUE(found && found->newest);
        EXPECT_EQ(found->newest->sequence, 10U);
        ASSERT_EQ(found->refused.size(), 1U);
        EXPECT_NE(found->refused[0].find(snapshotName(20) + ": byte "), std::string::npos)
            << found->refused[0];
    }
    for (std::size_t const size :
         {std::size_t{0}, std::size_t{63}, std::size_t{64}, good.size() - 1, good.size() + 1}) {
        auto bytes = good;
        bytes.resize(size);
        files.setContent(snapshotPath(20), bytes);
        EXPECT_EQ(loadNewestSnapshot(files, journalDirectory)->newest->sequence, 10U);
    }
    files.setContent(snapshotPath(30), good);
    EXPECT_EQ(loadNewestSnapshot(files, journalDirectory)->newest->sequence, 10U) << "under a wrong name";
}

TEST(Snapshots, PowerCutsLeaveItWholeOrNotThere)
{
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        FaultyFileSystem files(seed);
        ASSERT_TRUE(writeSnapshot(files, journalDirectory, {10, 1, 2}, stateOf(10, 500)));
        files.powerOffAfter(seed % 8 + 1);
        auto const written = writeSnapshot(files, journalDirectory, {20, 3, 4}, stateOf(20, 70'000));
        files.losePower();
        auto const found = loadNewestSnapshot(files, journalDirectory);
        ASSERT_TRUE(found && found->newest);
        EXPECT_TRUE(found->refused.empty());
        EXPECT_TRUE(!written || found->newest->sequence == 20U);
        EXPECT_EQ(found->newest->payload, stateOf(found->newest->sequence, found->newest->payload.size()));
    }
}

TEST(Snapshots, AFullDiskLeavesNothingBehind)
{
    FaultyFileSystem files;
    files.setHook([](DiskCall call, std::string_view /*path*/) -> std::optional<ErrorCode> {
        return call == DiskCall::Preallocate ? std::optional(ErrorCode::JournalFull) : std::nullopt;
    });
    auto const written = writeSnapshot(files, journalDirectory, {20, 3, 4}, stateOf(20, 70'000));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::JournalFull);
    EXPECT_TRUE(files.contents().empty());
}

TEST(Snapshots, TheJournalGoesOnFromThem)
{
    FaultyFileSystem files;
    writeSnapshots(files, 100);
    auto const found = loadNewestSnapshot(files, journalDirectory);
    ASSERT_TRUE(found && found->newest);
    auto const& snapshot = *found->newest;
    EXPECT_EQ(snapshot.sequence, 300U);
    EXPECT_TRUE(recover(files, journalDirectory, {snapshot.sequence + 1, snapshot.journalHash}));
    auto const other = recover(files, journalDirectory, {201, snapshot.journalHash});
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, ErrorCode::SnapshotMismatch);
    auto const ahead = recover(files, journalDirectory, {302, snapshot.journalHash});
    ASSERT_FALSE(ahead);
    EXPECT_EQ(ahead.error().code, ErrorCode::JournalGap);
}

TEST(Snapshots, PruningKeepsWhatIsNeeded)
{
    FaultyFileSystem files;
    writeSnapshots(files, 40);
    auto const before = verify(files, journalDirectory)->segments;
    auto const pruned = pruneBefore(files, journalDirectory, 2);
    ASSERT_TRUE(pruned) << pruned.error().message();
    EXPECT_EQ(pruned->oldestSnapshot, 240U);
    EXPECT_EQ(*listSnapshots(files, journalDirectory), (std::vector<std::uint64_t>{240, 280}));
    files.losePower();

    // Everything from the snapshots on can be read; what is before is said to be gone.
    for (std::uint64_t const sequence : {240U, 280U}) {
        auto const snapshot = readSnapshot(files, journalDirectory, snapshotName(sequence));
        ASSERT_TRUE(snapshot);
        auto const seen =
            verify(files, journalDirectory, {sequence + 1, snapshot->journalHash}, checkingVisitor());
        ASSERT_TRUE(seen) << seen.error().message();
        EXPECT_EQ(seen->lastSequence, 300U);
        EXPECT_LT(seen->segments.size(), before.size());
        EXPECT_LE(seen->segments[0].firstSequence, 241U);
        EXPECT_GT(seen->segments[0].lastSequence, 240U);
    }
    auto const all = verify(files, journalDirectory);
    ASSERT_FALSE(all);
    EXPECT_EQ(all.error().code, ErrorCode::JournalGap);

    // And it goes on.
    auto recovered = recover(files, journalDirectory, {281, std::nullopt});
    ASSERT_TRUE(recovered);
    auto writer = JournalWriter::open(files, journalDirectory, smallOptions(), std::move(recovered->end));
    ASSERT_TRUE(writer && appendNext(**writer));
    EXPECT_EQ((*writer)->commit(), 301U);
    EXPECT_TRUE(pruneBefore(files, journalDirectory, 1)) << "while the journal is written";
}

TEST(Snapshots, PruningLeavesWhatOthersStillRead)
{
    FaultyFileSystem files;
    writeSnapshots(files, 40);
    auto const first = verify(files, journalDirectory)->segments[0];
    ASSERT_TRUE(pruneBefore(files, journalDirectory, 2, first.lastSequence));
    EXPECT_TRUE(verify(files, journalDirectory)) << "the first segment has the record they are at";
    ASSERT_TRUE(pruneBefore(files, journalDirectory, 2, first.lastSequence + 1));
    EXPECT_FALSE(verify(files, journalDirectory));
    JournalTail tail(files, journalDirectory, {first.lastSequence + 1, std::nullopt});
    auto const read = tail.read(300, 1'000, checkingVisitor());
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(*read, 300 - first.lastSequence);
}

TEST(Snapshots, AJournalThatWasPrunedIsReadFromWhereItBegins)
{
    FaultyFileSystem files;
    writeSnapshots(files, 100);
    EXPECT_EQ(oldestReadable(files, journalDirectory)->sequence, 1U);
    ASSERT_TRUE(pruneBefore(files, journalDirectory, 1));
    auto const from = oldestReadable(files, journalDirectory);
    ASSERT_TRUE(from);
    EXPECT_GT(from->sequence, 1U);
    auto const seen = verify(files, journalDirectory, *from, checkingVisitor());
    ASSERT_TRUE(seen) << seen.error().message();
    EXPECT_EQ(seen->lastSequence, 300U);

    // Segments that are missing without a snapshot in their place are missed.
    ASSERT_TRUE(files.remove(snapshotPath(300)));
    EXPECT_EQ(oldestReadable(files, journalDirectory)->sequence, 1U);
    EXPECT_EQ(verify(files, journalDirectory).error().code, ErrorCode::JournalGap);
}

TEST(Snapshots, PruningDoesNotCountDamagedOnes)
{
    FaultyFileSystem files;
    writeSnapshots(files, 100);
    auto bytes = files.content(snapshotPath(300));
    bytes[70] ^= std::byte{1};
    files.setContent(snapshotPath(300), bytes);
    auto const pruned = pruneBefore(files, journalDirectory, 2);
    ASSERT_TRUE(pruned);
    EXPECT_EQ(pruned->oldestSnapshot, 100U);
    auto const none = pruneBefore(files, journalDirectory, 3);
    ASSERT_TRUE(none);
    EXPECT_EQ(none->oldestSnapshot, 0U);
    EXPECT_TRUE(none->removed.empty());
}

TEST(Snapshots, PruningSurvivesPowerCuts)
{
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        SCOPED_TRACE(seed);
        FaultyFileSystem files(seed);
        writeSnapshots(files, 100);
        files.powerOffAfter(seed % 12 + 1);
        static_cast<void>(pruneBefore(files, journalDirectory, 1));
        files.losePower();
        auto const found = loadNewestSnapshot(files, journalDirectory);
        ASSERT_TRUE(found && found->newest);
        auto const recovered = recover(files, journalDirectory, {301, found->newest->journalHash});
        ASSERT_TRUE(recovered) << recovered.error().message();
        EXPECT_TRUE(pruneBefore(files, journalDirectory, 1));
        EXPECT_TRUE(recover(files, journalDirectory, {301, found->newest->journalHash}).has_value() == false)
            << "the lock is still held";
    }
}

} // namespace qob
