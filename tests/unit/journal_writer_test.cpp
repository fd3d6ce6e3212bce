// What a writer promises while its disk is well.

#include "engine/storage/posix_file_system.h"
#include "tests/support/allocation_count.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/journal_kit.h"
#include "tests/support/temporary_directory.h"

#include <algorithm>
#include <thread>

namespace qob {

namespace {

using namespace test;

// Counts the files that are open.
class CountingFiles final : public FileSystem {
public:
    explicit CountingFiles(FileSystem& files) : m_files(files) {}

    [[nodiscard]] int mostOpen() const { return m_mostOpen; }

    Expected<std::unique_ptr<File>> open(std::string const& path, OpenMode mode) override
    {
        auto file = m_files.open(path, mode);
        if (!file) {
            return file;
        }
        m_mostOpen = std::max(m_mostOpen, ++m_open);
        return std::make_unique<Counted>(*this, std::move(*file));
    }

    Expected<void> rename(std::string const& from, std::string const& to) override
    {
        return m_files.rename(from, to);
    }

    Expected<void> remove(std::string const& path) override { return m_files.remove(path); }

    Expected<void> syncDirectory(std::string const& path) override { return m_files.syncDirectory(path); }

    Expected<void> createDirectory(std::string const& path) override { return m_files.createDirectory(path); }

    Expected<std::vector<std::string>> list(std::string const& path) override { return m_files.list(path); }

    Expected<std::unique_ptr<File>> lock(std::string const& path) override { return m_files.lock(path); }

private:
    class Counted final : public File {
    public:
        Counted(CountingFiles& owner, std::unique_ptr<File> file) : m_owner(owner), m_file(std::move(file)) {}

        ~Counted() override { --m_owner.m_open; }

        Expected<std::uint64_t> size() override { return m_file->size(); }

        Expected<std::size_t> read(std::uint64_t offset, std::span<std::byte> into) override
        {
            return m_file->read(offset, into);
        }

        Expected<void> write(std::uint64_t offset, std::span<std::byte const> bytes) override
        {
            return m_file->write(offset, bytes);
        }

        Expected<void> preallocate(std::uint64_t size) override { return m_file->preallocate(size); }

        Expected<void> sync() override { return m_file->sync(); }

    private:
        CountingFiles& m_owner;
        std::unique_ptr<File> m_file;
    };

    FileSystem& m_files;
    int m_open = 0;
    int m_mostOpen = 0;
};

} // namespace

TEST(JournalWriter, SyncIsDurableWhenCommitReturns)
{
    FaultyFileSystem files;
    auto writer = recoverAndOpen(files, smallOptions());
    ASSERT_TRUE(writer);
    EXPECT_EQ((*writer)->durableSequence(), 0U);
    EXPECT_EQ((*writer)->state(), JournalState::Open);
    for (std::uint64_t i = 1; i <= 200; ++i) {
        ASSERT_EQ(appendNext(**writer), i);
        EXPECT_EQ((*writer)->durableSequence(), i - 1);
        ASSERT_EQ((*writer)->commit(), i);
    }
    auto const hash = (*writer)->lastHash();
    writer->reset();
    files.losePower();
    auto const recovered = recover(files, journalDirectory, {}, checkingVisitor());
    ASSERT_TRUE(recovered);
    EXPECT_EQ(recovered->lastSequence, 200U);
    EXPECT_EQ(recovered->lastHash, hash);
    EXPECT_EQ(recovered->mark.sequence, 200U);
    EXPECT_GE(recovered->segments.size(), 3U);
    EXPECT_TRUE(recovered->notices.empty());
}

TEST(JournalWriter, WhatIsNotCommittedIsNotThere)
{
    FaultyFileSystem files;
    {
        auto writer = recoverAndOpen(files, smallOptions());
        ASSERT_TRUE(writer && appendNext(**writer) && (*writer)->commit() && appendNext(**writer));
    }
    EXPECT_EQ(verify(files, journalDirectory)->lastSequence, 1U);
}

TEST(JournalWriter, GroupTellsWhatBecomesDurable)
{
    FaultyFileSystem files;
    std::vector<std::uint64_t> told; // of the journal thread until the writer is gone
    auto options = smallOptions(Durability::Group);
    options.onDurable = [&](Expected<std::uint64_t> const& durable) {
        told.push_back(durable.value_or(0));
    };
    auto writer = recoverAndOpen(files, options);
    ASSERT_TRUE(writer);
    std::uint64_t seen = 0;
    for (std::uint64_t i = 1; i <= 2'000; ++i) {
        ASSERT_TRUE(appendNext(**writer));
        auto const durable = (*writer)->commit();
        ASSERT_TRUE(durable);
        EXPECT_GE(*durable, seen);
        EXPECT_LE(*durable, i);
        seen = *durable;
    }
    auto const durable = (*writer)->waitDurable(1'999);
    ASSERT_TRUE(durable);
    EXPECT_GE(*durable, 1'999U);
    EXPECT_EQ((*writer)->makeDurable(), 2'000U);
    writer->reset();
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back(), 2'000U);
    EXPECT_TRUE(std::ranges::is_sorted(told));
    files.losePower();
    EXPECT_EQ(recover(files, journalDirectory, {}, checkingVisitor())->lastSequence, 2'000U);
}

TEST(JournalWriter, OthersMayWaitForAGroup)
{
    FaultyFileSystem files;
    auto writer = recoverAndOpen(files, smallOptions(Durability::Group));
    ASSERT_TRUE(writer);
    std::vector<std::thread> waiting;
    for (std::uint64_t i = 1; i <= 4; ++i) {
        waiting.emplace_back([&journal = **writer, i] {
            auto const durable = journal.waitDurable(i * 10);
            EXPECT_TRUE(durable && *durable >= i * 10);
            EXPECT_EQ(journal.state(), JournalState::Open);
        });
    }
    for (int i = 0; i < 40; ++i) {
        ASSERT_TRUE(appendNext(**writer));
        ASSERT_TRUE((*writer)->commit());
    }
    for (auto& thread : waiting) {
        thread.join();
    }
}

TEST(JournalWriter, NoneNeverSyncsOnCommit)
{
    FaultyFileSystem files;
    auto writer = recoverAndOpen(files, smallOptions(Durability::None));
    ASSERT_TRUE(writer);
    std::uint64_t syncs = 0;
    files.setHook([&](DiskCall call, std::string_view path) -> std::optional<ErrorCode> {
        // A segment being made is synced; nothing waits for it to be filled.
        syncs += call == DiskCall::Sync && !path.ends_with(nextSegmentName) ? 1U : 0U;
        return std::nullopt;
    });
    for (std::uint64_t i = 1; i <= 200; ++i) {
        ASSERT_TRUE(appendNext(**writer));
        ASSERT_EQ((*writer)->commit(), i);
    }
    EXPECT_EQ(syncs, 0U);
    EXPECT_EQ((*writer)->makeDurable(), 200U);
    EXPECT_GT(syncs, 0U);
    writer->reset();
    files.losePower();
    EXPECT_EQ(recover(files, journalDirectory, {}, checkingVisitor())->lastSequence, 200U);
}

TEST(JournalWriter, AFullBufferCommitsByItself)
{
    for (auto const durability : {Durability::Sync, Durability::Group, Durability::None}) {
        FaultyFileSystem files;
        auto writer = recoverAndOpen(files, smallOptions(durability));
        ASSERT_TRUE(writer);
        for (int i = 0; i < 3'000; ++i) {
            ASSERT_TRUE(appendNext(**writer));
        }
        EXPECT_EQ((*writer)->makeDurable(), 3'000U);
        writer->reset();
        EXPECT_EQ(recover(files, journalDirectory, {}, checkingVisitor())->lastSequence, 3'000U);
    }
}

TEST(JournalWriter, InMemoryNumbersAndChainsAlike)
{
    FaultyFileSystem files;
    auto onDisk = recoverAndOpen(files, smallOptions());
    auto const inMemory = JournalWriter::inMemory();
    for (std::uint64_t i = 1; i <= 100; ++i) {
        ASSERT_TRUE(appendNext(**onDisk));
        ASSERT_TRUE(appendNext(*inMemory));
        EXPECT_EQ(inMemory->commit(), i);
    }
    EXPECT_EQ(inMemory->lastHash(), (*onDisk)->lastHash());
}

TEST(JournalWriter, ARecordTooLargeLeavesNoTrace)
{
    FaultyFileSystem files;
    auto writer = recoverAndOpen(files, smallOptions());
    ASSERT_TRUE(writer);
    std::vector<std::byte> payload(8192);
    std::size_t largest = 0;
    for (std::size_t size = 8192; size > 0 && largest == 0; size -= 8) {
        auto const appended = (*writer)->append(1, Timestamp(0), std::span(payload).first(size));
        if (appended) {
            EXPECT_EQ(*appended, 1U);
            largest = size;
        } else {
            EXPECT_EQ(appended.error().code, ErrorCode::JournalRecordTooLarge);
        }
    }
    EXPECT_GT(largest, 8192U - 1024U - 200U);
    ASSERT_TRUE((*writer)->commit());
    writer->reset();
    EXPECT_EQ(verify(files, journalDirectory)->lastSequence, 1U);
}

TEST(JournalWriter, SettingsThatCannotBeAreRefused)
{
    FaultyFileSystem files;
    auto const refused = [&](auto change) {
        auto options = smallOptions();
        change(options);
        auto const writer = recoverAndOpen(files, options);
        return !writer && writer.error().code == ErrorCode::JournalBadOptions;
    };
    EXPECT_TRUE(refused([](auto& o) { o.sectorBytes = 1000; }));
    EXPECT_TRUE(refused([](auto& o) { o.sectorBytes = 8192; }));
    EXPECT_TRUE(refused([](auto& o) { o.segmentBytes = 1024; }));
    EXPECT_TRUE(refused([](auto& o) { o.segmentBytes = 8193; }));
    EXPECT_TRUE(refused([](auto& o) { o.reserveBytes = 4096; }));
    EXPECT_TRUE(refused([](auto& o) { o.bufferBytes = 100; }));
    EXPECT_FALSE(refused([](auto& o) { o.sectorBytes = 2048; }));
}

// However many segments nobody has asked to be durable: they are closed, and synced when somebody does.
TEST(JournalWriter, WithoutDurabilityFinishedSegmentsAreNotKeptOpen)
{
    FaultyFileSystem disk;
    CountingFiles files(disk);
    auto writer = recoverAndOpen(files, smallOptions(Durability::None));
    ASSERT_TRUE(writer);
    std::vector<std::byte> const payload(6'000);
    for (int i = 1; i <= 2'000; ++i) {
        ASSERT_TRUE((*writer)->append(1, Timestamp(i), payload));
        ASSERT_TRUE((*writer)->commit());
    }
    EXPECT_EQ((*writer)->makeDurable(), 2'000U);
    EXPECT_LT(files.mostOpen(), 10);
    writer->reset();
    disk.losePower();
    auto const found = verify(disk, journalDirectory);
    ASSERT_TRUE(found) << found.error().message();
    EXPECT_EQ(found->mark.sequence, 2'000U);
    EXPECT_GT(found->segments.size(), 1'900U);
}

TEST(JournalWriter, AppendAndCommitAllocateNothing)
{
    for (auto const durability : {Durability::Sync, Durability::Group, Durability::None}) {
        PosixFileSystem files;
        TemporaryDirectory const directory;
        auto options = smallOptions(durability);
        options.segmentBytes = 1U << 20U;
        auto writer = recoverAndOpen(files, options, directory.path());
        ASSERT_TRUE(writer) << writer.error().message();
        std::vector<std::byte> const payload(64);
        std::uint64_t allocated = 0;
        bool good = true;
        for (int i = 0; i < 2'000; ++i) {
            auto const before = allocationsOfThisThread();
            good = good && (*writer)->append(1, Timestamp(i), payload);
            good = good && (i % 4 != 0 || (*writer)->commit());
            allocated += i < 100 ? 0U : allocationsOfThisThread() - before;
        }
        EXPECT_TRUE(good);
        EXPECT_EQ(allocated, 0U);
    }
}

} // namespace qob
