// What recovery makes of damaged files: a torn tail is cut, everything else is refused and left as it is.

#include "engine/storage/crc32c.h"
#include "engine/storage/little_endian.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/journal_kit.h"

namespace qob {

namespace {

using namespace test;

using Contents = std::map<std::string, std::vector<std::byte>>;

void restore(FaultyFileSystem& files, Contents const& contents)
{
    for (auto const& [path, bytes] : files.contents()) {
        if (!contents.contains(path)) {
            files.erase(path);
        }
    }
    for (auto const& [path, bytes] : contents) {
        files.setContent(path, bytes);
    }
}

Contents withFile(Contents contents, std::string const& path, std::vector<std::byte> bytes)
{
    contents[path] = std::move(bytes);
    return contents;
}

void flip(std::vector<std::byte>& bytes, std::size_t at)
{
    bytes[at] ^= std::byte{1} << (at % 8);
}

// Both verify and recover refuse, name `where`, and change nothing.
void expectRefused(FaultyFileSystem& files, ErrorCode code, std::string const& where)
{
    auto const before = files.contents();
    for (bool const writing : {false, true}) {
        auto const error = writing ? recover(files, journalDirectory).map([](auto&&) { return 0; })
                                   : verify(files, journalDirectory).map([](auto&&) { return 0; });
        ASSERT_FALSE(error) << "accepted, but should be refused: " << where;
        EXPECT_EQ(errorInfo(error.error().code).name, errorInfo(code).name) << error.error().message();
        EXPECT_NE(error.error().detail.find(where), std::string::npos) << error.error().message();
    }
    EXPECT_EQ(files.contents(), before);
}

std::uint64_t expectRecovered(FaultyFileSystem& files, std::uint64_t lastSequence)
{
    auto const seen = verify(files, journalDirectory, {}, checkingVisitor());
    EXPECT_TRUE(seen) << seen.error().message();
    auto const result = recover(files, journalDirectory, {}, checkingVisitor());
    EXPECT_TRUE(result) << result.error().message();
    if (!result || !seen) {
        return 0;
    }
    EXPECT_EQ(seen->lastSequence, lastSequence);
    EXPECT_EQ(result->lastSequence, lastSequence);
    EXPECT_EQ(result->tailCutBytes, seen->tailCutBytes);
    auto const once = files.contents();
    auto const again = verify(files, journalDirectory, {}, checkingVisitor());
    EXPECT_TRUE(again && again->lastSequence == lastSequence && again->notices.empty());
    return result->tailCutBytes;
}

// The segment as it is with the last record and its mark, and the mark before.
struct TwoStates {
    Contents before; // the last record appended, but its mark not written
    Contents after;
    std::size_t recordAt = 0;
    std::size_t recordEnd = 0;
};

TwoStates lastRecordStates(FaultyFileSystem& files)
{
    TwoStates states;
    writeJournal(files, 12);
    auto const oldMark = files.content(markPath());
    {
        auto writer = recoverAndOpen(files, smallOptions());
        EXPECT_TRUE(writer && appendNext(**writer) && (*writer)->commit());
    }
    states.after = files.contents();
    states.before = withFile(states.after, markPath(), oldMark);
    EXPECT_TRUE(verify(files, journalDirectory, {}, [&](JournalRecord const& record) -> Expected<void> {
        states.recordAt = record.offset;
        states.recordEnd = record.offset + recordBytes(record.payload.size());
        return {};
    }));
    return states;
}

} // namespace

TEST(JournalRecovery, AnEmptyDirectoryIsAnEmptyJournal)
{
    FaultyFileSystem files;
    EXPECT_EQ(expectRecovered(files, 0), 0U);
}

TEST(JournalRecovery, TornLastRecordIsCutAtEveryByte)
{
    FaultyFileSystem files;
    auto const states = lastRecordStates(files);
    auto const whole = states.before.at(segmentPath(1));
    for (auto cut = states.recordAt; cut < states.recordEnd; ++cut) {
        SCOPED_TRACE(cut);
        auto zeroed = whole;
        std::fill(zeroed.begin() + static_cast<std::ptrdiff_t>(cut), zeroed.end(), std::byte{0});
        restore(files, withFile(states.before, segmentPath(1), zeroed));
        // The last bytes of a record may be zeros anyway.
        auto const cutBytes = expectRecovered(files, zeroed == whole ? 13 : 12);
        EXPECT_EQ(cutBytes == 0, cut == states.recordAt || zeroed == whole);
        // What is cut is gone for good: the next record takes its place.
        auto writer = recoverAndOpen(files, smallOptions());
        ASSERT_TRUE(writer && appendNext(**writer) && (*writer)->commit());
        writer->reset();
        expectRecovered(files, zeroed == whole ? 14 : 13);
    }
}

TEST(JournalRecovery, TheSameCutBelowTheMarkIsRefused)
{
    FaultyFileSystem files;
    auto const states = lastRecordStates(files);
    auto const whole = states.after.at(segmentPath(1));
    for (auto cut = states.recordAt; cut < states.recordEnd; ++cut) {
        SCOPED_TRACE(cut);
        auto zeroed = whole;
        std::fill(zeroed.begin() + static_cast<std::ptrdiff_t>(cut), zeroed.end(), std::byte{0});
        if (zeroed == whole) {
            continue;
        }
        restore(files, withFile(states.after, segmentPath(1), zeroed));
        expectRefused(
            files, ErrorCode::JournalCorrupt, segmentName(1) + ": byte " + std::to_string(states.recordAt)
        );
        auto shorter = whole;
        shorter.resize(cut);
        restore(files, withFile(states.after, segmentPath(1), shorter));
        expectRefused(files, ErrorCode::JournalCorrupt, segmentName(1) + ": byte " + std::to_string(cut));
    }
}

TEST(JournalRecovery, EveryFlippedBitBelowTheMarkIsRefusedWhereItIs)
{
    FaultyFileSystem files;
    writeJournal(files, 60, 5);
    auto const good = files.contents();
    std::vector<std::pair<std::size_t, std::size_t>> records; // of the last segment
    std::string last;
    ASSERT_TRUE(verify(files, journalDirectory, {}, [&](JournalRecord const& record) -> Expected<void> {
        if (record.file != last) {
            last = record.file;
            records.clear();
        }
        records.emplace_back(record.offset, record.offset + recordBytes(record.payload.size()));
        return {};
    }));
    auto const path = pathIn(journalDirectory, last);
    auto const used = alignUp(records.back().second, 512);
    ASSERT_GT(records.size(), 10U);
    for (std::size_t at = 0; at < used; at += everyNth) {
        SCOPED_TRACE(at);
        auto bytes = good.at(path);
        flip(bytes, at);
        restore(files, withFile(good, path, bytes));
        std::string byte; // of padding, whichever was looked at first
        if (at < segmentHeaderBytes) {
            byte = "0: ";
        }
        for (auto const& [begin, end] : records) {
            if (at >= begin && at < end) {
                byte = std::to_string(begin) + ": ";
            }
        }
        expectRefused(files, ErrorCode::JournalCorrupt, last + ": byte " + byte);
    }
}

TEST(JournalRecovery, EveryFlippedBitOfAClosedSegmentIsRefused)
{
    FaultyFileSystem files;
    writeJournal(files, 120, 5);
    auto const good = files.contents();
    ASSERT_TRUE(good.contains(segmentPath(1)));
    ASSERT_GT(good.size(), 3U);
    for (std::size_t at = 0; at < good.at(segmentPath(1)).size(); ++at) {
        SCOPED_TRACE(at);
        auto bytes = good.at(segmentPath(1));
        flip(bytes, at);
        restore(files, withFile(good, segmentPath(1), bytes));
        auto const seen = verify(files, journalDirectory);
        ASSERT_FALSE(seen);
        ASSERT_NE(seen.error().detail.find(segmentName(1) + ": byte "), std::string::npos)
            << seen.error().message();
    }
}

TEST(JournalRecovery, AFlippedBitBehindTheEndCostsNothing)
{
    FaultyFileSystem files;
    writeJournal(files, 12);
    auto const good = files.contents();
    auto const end = verify(files, journalDirectory)->segments.back().usedBytes;
    for (auto at = alignUp(end, 512); at < good.at(segmentPath(1)).size(); ++at) {
        SCOPED_TRACE(at);
        auto bytes = good.at(segmentPath(1));
        flip(bytes, at);
        restore(files, withFile(good, segmentPath(1), bytes));
        EXPECT_GT(expectRecovered(files, 12), 0U);
        EXPECT_EQ(files.content(segmentPath(1)), good.at(segmentPath(1)));
    }
}

TEST(JournalRecovery, EveryFlippedBitOfTheMarkFileIsHarmlessOrRefused)
{
    FaultyFileSystem files;
    writeJournal(files, 12);
    auto const good = files.contents();
    for (std::size_t at = 0; at < good.at(markPath()).size(); ++at) {
        SCOPED_TRACE(at);
        auto bytes = good.at(markPath());
        flip(bytes, at);
        restore(files, withFile(good, markPath(), bytes));
        expectRecovered(files, 12);
    }
}

TEST(JournalRecovery, ADamagedMarkStillProtectsTheLastRecord)
{
    FaultyFileSystem files;
    writeJournal(files, 12);
    auto const good = files.contents();
    auto const end = verify(files, journalDirectory)->segments.back().usedBytes;
    for (std::size_t const at : {std::size_t{20}, markCopySpacing + 20, markSlotSpacing + 20}) {
        auto mark = good.at(markPath());
        flip(mark, at);
        auto segment = good.at(segmentPath(1));
        flip(segment, end - 1);
        restore(files, withFile(withFile(good, markPath(), mark), segmentPath(1), segment));
        expectRefused(files, ErrorCode::JournalCorrupt, segmentName(1) + ": byte ");
    }
}

TEST(JournalRecovery, ALostMarkFileIsRefused)
{
    FaultyFileSystem files;
    writeJournal(files, 12);
    auto const good = files.contents();

    auto all = good.at(markPath());
    for (std::size_t const slot : {std::size_t{0}, markSlotSpacing}) {
        flip(all, slot + 3);
        flip(all, slot + markCopySpacing + 60);
    }
    restore(files, withFile(good, markPath(), all));
    expectRefused(files, ErrorCode::JournalMarkLost, "journal.hwm: byte 0");

    restore(files, withFile(good, markPath(), {}));
    expectRefused(files, ErrorCode::JournalMarkLost, "journal.hwm");

    restore(files, good);
    files.erase(markPath());
    expectRefused(files, ErrorCode::JournalMarkLost, "journal.hwm is missing");
}

TEST(JournalRecovery, MissingSegmentsAreRefused)
{
    FaultyFileSystem files;
    writeJournal(files, 200, 5);
    auto const good = files.contents();
    auto const segments = verify(files, journalDirectory)->segments;
    ASSERT_GE(segments.size(), 3U);
    for (auto const& segment : segments) {
        SCOPED_TRACE(segment.name);
        restore(files, good);
        files.erase(pathIn(journalDirectory, segment.name));
        expectRefused(files, ErrorCode::JournalGap, "journal-");
    }
    for (auto const& [path, bytes] : good) {
        if (path != markPath()) {
            files.erase(path);
        }
    }
    expectRefused(files, ErrorCode::JournalGap, "no segment is left");
}

TEST(JournalRecovery, ForeignFilesAndVersionsAreRefused)
{
    FaultyFileSystem files;
    writeJournal(files, 12);
    auto const good = files.contents();

    restore(files, withFile(good, journalDirectory + "/journal-13.qj", {}));
    expectRefused(files, ErrorCode::JournalCorrupt, "journal-13.qj");

    restore(files, withFile(good, segmentPath(1), std::vector<std::byte>(8192, std::byte{'x'})));
    expectRefused(
        files, ErrorCode::JournalCorrupt, segmentName(1) + ": byte 0: segment header: not one of ours"
    );

    // A segment of this journal under the name of another.
    restore(files, withFile(good, segmentPath(13), good.at(segmentPath(1))));
    expectRefused(files, ErrorCode::JournalCorrupt, segmentName(13));

    FaultyFileSystem other;
    auto options = smallOptions();
    options.sectorBytes = 1024;
    writeJournal(other, 12, 12, options);
    restore(files, withFile(good, segmentPath(1), other.content(segmentPath(1))));
    expectRefused(files, ErrorCode::JournalCorrupt, "is not the one that journal.hwm names");
}

TEST(JournalRecovery, AnotherVersionIsRefusedEvenAboveTheMark)
{
    FaultyFileSystem files;
    writeJournal(files, 12);
    std::vector<std::byte> segment(8192);
    encodeSegmentHeader({2, 13, 0, 8192, 512}, segment.data());
    storeLittle(segment.data() + 8, std::uint32_t{2});
    storeLittle(segment.data() + 60, crc32c(std::span(segment).first(60)));
    files.setContent(segmentPath(13), segment);
    expectRefused(
        files, ErrorCode::JournalUnknownVersion, segmentName(13) + ": byte 0: segment header: version 2"
    );
}

TEST(JournalRecovery, ReadingMayBeginAnywhereAndChecksTheChain)
{
    FaultyFileSystem files;
    writeJournal(files, 200, 5);
    std::vector<std::uint64_t> hashes{genesisHash};
    ASSERT_TRUE(verify(files, journalDirectory, {}, [&](JournalRecord const& record) -> Expected<void> {
        hashes.push_back(record.hash);
        return {};
    }));
    for (std::uint64_t from = 1; from <= 201; ++from) {
        SCOPED_TRACE(from);
        std::uint64_t next = from;
        auto const seen = verify(
            files,
            journalDirectory,
            {from, hashes[from - 1]},
            [&](JournalRecord const& record) -> Expected<void> {
                EXPECT_EQ(record.sequence, next++);
                return checkingVisitor()(record);
            }
        );
        ASSERT_TRUE(seen) << seen.error().message();
        EXPECT_EQ(next, 201U);
        EXPECT_EQ(seen->lastHash, hashes.back());
        auto const wrong = verify(files, journalDirectory, {from, hashes[from - 1] + 1});
        ASSERT_FALSE(wrong);
        EXPECT_EQ(wrong.error().code, ErrorCode::SnapshotMismatch);
    }
    auto const beyond = verify(files, journalDirectory, {202, std::nullopt});
    ASSERT_FALSE(beyond);
    EXPECT_EQ(beyond.error().code, ErrorCode::JournalGap);
}

TEST(JournalRecovery, TheVisitorsErrorIsHandedOn)
{
    FaultyFileSystem files;
    writeJournal(files, 12);
    auto const result =
        recover(files, journalDirectory, {}, [](JournalRecord const& record) -> Expected<void> {
            return record.sequence < 5 ? Expected<void>() : fail(ErrorCode::MessageIncomplete, "five");
        });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().detail, "five");
}

TEST(JournalRecovery, OnlyOneMayWrite)
{
    FaultyFileSystem files;
    auto const writer = recoverAndOpen(files, smallOptions());
    ASSERT_TRUE(writer);
    auto const second = recover(files, journalDirectory);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::StorageInUse);
    EXPECT_TRUE(verify(files, journalDirectory));
}

TEST(JournalRecovery, SettingsMayChangeBetweenRuns)
{
    FaultyFileSystem files;
    writeJournal(files, 12);
    auto options = smallOptions();
    options.segmentBytes = 16384;
    options.sectorBytes = 4096;
    options.reserveBytes = 4096;
    auto writer = recoverAndOpen(files, options);
    ASSERT_TRUE(writer);
    for (int i = 0; i < 300; ++i) {
        ASSERT_TRUE(appendNext(**writer));
        ASSERT_TRUE(i % 10 != 0 || (*writer)->commit());
    }
    ASSERT_TRUE((*writer)->commit());
    writer->reset();
    expectRecovered(files, 312);
}

} // namespace qob
