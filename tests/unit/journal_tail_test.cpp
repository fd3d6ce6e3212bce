// Reading on in a journal while it is being written.

#include "engine/storage/journal_tail.h"
#include "engine/storage/mark_file.h"
#include "engine/storage/posix_file_system.h"
#include "engine/storage/snapshot.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/journal_kit.h"
#include "tests/support/temporary_directory.h"

#include <atomic>
#include <thread>

namespace qob::test {

namespace {

// Checks what it is given and that nothing is missing between.
struct Follower {
    std::uint64_t last = 0;

    RecordVisitor visitor()
    {
        return [this](JournalRecord const& record) -> Expected<void> {
            EXPECT_EQ(record.sequence, last + 1);
            last = record.sequence;
            return checkingVisitor()(record);
        };
    }
};

std::uint64_t markOf(FileSystem& files, std::string const& directory)
{
    auto const mark = readMark(files, directory);
    return mark && *mark ? (*mark)->mark.sequence : 0;
}

} // namespace

TEST(JournalTail, ReadsOnWhereItWas)
{
    FaultyFileSystem files;
    auto writer = recoverAndOpen(files, smallOptions());
    ASSERT_TRUE(writer) << writer.error().message();
    JournalTail tail(files, journalDirectory);
    Follower follower;
    for (std::uint64_t i = 1; i <= 2'000; ++i) {
        ASSERT_TRUE(appendNext(**writer));
        if (i % 7 == 0) {
            ASSERT_TRUE((*writer)->commit());
        }
        if (i % 5 == 0) {
            auto const upTo = markOf(files, journalDirectory);
            ASSERT_TRUE(tail.read(upTo, 1'000'000, follower.visitor()));
            ASSERT_EQ(follower.last, upTo);
            ASSERT_EQ(tail.next(), upTo + 1);
        }
    }
    auto const nothing = tail.read(follower.last, 10, follower.visitor());
    ASSERT_TRUE(nothing);
    EXPECT_EQ(*nothing, 0U);
}

TEST(JournalTail, BeginsAnywhereAndStopsWhereItIsTold)
{
    FaultyFileSystem files;
    writeJournal(files, 600, 11);
    std::vector<std::uint64_t> hashes(601);
    ASSERT_TRUE(verify(files, journalDirectory, {}, [&](JournalRecord const& record) -> Expected<void> {
        hashes[record.sequence] = record.hash;
        return {};
    }));
    for (std::uint64_t from = 1; from <= 600; from += 23) {
        JournalTail tail(files, journalDirectory, {from, hashes[from - 1]});
        Follower follower{from - 1};
        while (follower.last < 600) {
            auto const count = tail.read(600, 17, follower.visitor());
            ASSERT_TRUE(count) << count.error().message();
            ASSERT_EQ(*count, std::min<std::uint64_t>(17, 600 - (follower.last - *count)));
        }
    }
    JournalTail other(files, journalDirectory, {100, hashes[98]});
    auto const refused = other.read(600, 1, [](JournalRecord const&) { return Expected<void>(); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::SnapshotMismatch);
}

TEST(JournalTail, ARefusedRecordComesAgain)
{
    FaultyFileSystem files;
    writeJournal(files, 20);
    JournalTail tail(files, journalDirectory);
    Follower follower;
    auto const failed = tail.read(20, 20, [&](JournalRecord const& record) -> Expected<void> {
        return record.sequence < 9 ? follower.visitor()(record) : fail(ErrorCode::DatabaseUnavailable);
    });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::DatabaseUnavailable);
    ASSERT_TRUE(tail.read(20, 20, follower.visitor()));
    EXPECT_EQ(follower.last, 20U);
}

TEST(JournalTail, SaysWhatIsMissingOrDamaged)
{
    FaultyFileSystem files;
    writeJournal(files, 600, 11);
    auto const ignore = [](JournalRecord const&) {
        return Expected<void>();
    };
    auto summary = verify(files, journalDirectory);
    ASSERT_TRUE(summary);
    ASSERT_GE(summary->segments.size(), 3U);
    auto const second = pathIn(journalDirectory, summary->segments[1].name);
    auto const intact = files.content(second);

    auto damaged = intact;
    damaged[70] ^= std::byte{1};
    files.setContent(second, damaged);
    JournalTail overDamage(files, journalDirectory);
    auto const corrupt = overDamage.read(600, 600, ignore);
    ASSERT_FALSE(corrupt);
    EXPECT_EQ(corrupt.error().code, ErrorCode::JournalCorrupt);
    EXPECT_NE(corrupt.error().detail.find(summary->segments[1].name), std::string::npos);

    files.erase(second);
    JournalTail overHole(files, journalDirectory);
    auto const hole = overHole.read(600, 600, ignore);
    ASSERT_FALSE(hole);
    EXPECT_EQ(hole.error().code, ErrorCode::JournalGap);

    files.setContent(second, intact);
    files.erase(pathIn(journalDirectory, summary->segments[0].name));
    JournalTail pruned(files, journalDirectory);
    auto const gone = pruned.read(600, 600, ignore);
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().code, ErrorCode::JournalGap);
    JournalTail behind(files, journalDirectory, {summary->segments[1].firstSequence, {}});
    EXPECT_TRUE(behind.read(600, 600, ignore));
}

TEST(JournalTail, FollowsAWriterOnTheRealDisk)
{
    const TemporaryDirectory directory;
    PosixFileSystem files;
    auto options = smallOptions(Durability::Group);
    auto writer = recoverAndOpen(files, options, directory.path());
    ASSERT_TRUE(writer) << writer.error().message();
    constexpr std::uint64_t count = 4'000 / everyNth;
    std::atomic<bool> done = false;
    std::thread reader([&] {
        JournalTail tail(files, directory.path());
        Follower follower;
        while (follower.last < count) {
            bool const last = done.load();
            auto const read = tail.read((*writer)->durableSequence(), 100, follower.visitor());
            ASSERT_TRUE(read) << read.error().message();
            ASSERT_FALSE(last && *read == 0 && follower.last < count);
        }
    });
    for (std::uint64_t i = 1; i <= count; ++i) {
        EXPECT_TRUE(appendNext(**writer));
        if (i % 13 == 0) {
            EXPECT_TRUE((*writer)->commit());
        }
    }
    EXPECT_TRUE((*writer)->makeDurable());
    done = true;
    reader.join();
}

} // namespace qob::test
