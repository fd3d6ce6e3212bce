#pragma once

#include "engine/storage/journal_writer.h"
#include "tests/support/journal_records.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

// What the journal's tests share: records that can be made again from their number, and ways to write and
// read whole journals.
namespace qob::test {

inline std::string const journalDirectory = "journal";

// Under a sanitizer, which makes all of it many times slower, the long tests do one in so many of their
// steps, evenly spread; only the plain builds do each one.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr std::uint64_t everyNth = 10;
#else
inline constexpr std::uint64_t everyNth = 1;
#endif

// Small enough that a test sees several segments.
inline JournalOptions smallOptions(Durability durability = Durability::Sync)
{
    JournalOptions options;
    options.durability = durability;
    options.segmentBytes = 8192;
    options.reserveBytes = 1024;
    options.bufferBytes = 16384;
    return options;
}

// Checks each record against its number.
inline RecordVisitor checkingVisitor()
{
    return [](JournalRecord const& record) -> Expected<void> {
        auto const expected = payloadOf(record.sequence);
        bool const same = std::ranges::equal(record.payload, expected) &&
                          record.kind == kindOf(record.sequence) && record.time == timeOf(record.sequence);
        EXPECT_TRUE(same) << "record " << record.sequence << " is not what was appended";
        return {};
    };
}

inline Expected<std::unique_ptr<JournalWriter>> recoverAndOpen(
    FileSystem& files, JournalOptions const& options, std::string const& directory = journalDirectory
)
{
    auto recovered = recover(files, directory, {}, checkingVisitor());
    if (!recovered) {
        return tl::unexpected(recovered.error());
    }
    return JournalWriter::open(files, directory, options, std::move(recovered->end));
}

// A journal of `count` records, `perCommit` at a time.
inline void writeJournal(
    FileSystem& files,
    std::uint64_t count,
    std::uint64_t perCommit = 1,
    JournalOptions const& options = smallOptions()
)
{
    auto writer = recoverAndOpen(files, options);
    ASSERT_TRUE(writer) << writer.error().message();
    for (std::uint64_t i = 1; i <= count; ++i) {
        ASSERT_TRUE(appendNext(**writer));
        if (i % perCommit == 0 || i == count) {
            ASSERT_TRUE((*writer)->commit());
        }
    }
    ASSERT_TRUE((*writer)->makeDurable());
}

inline std::string segmentPath(std::uint64_t firstSequence)
{
    return pathIn(journalDirectory, segmentName(firstSequence));
}

inline std::string markPath()
{
    return pathIn(journalDirectory, markName);
}

} // namespace qob::test
