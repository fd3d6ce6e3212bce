// Any bytes as the files of a journal, and a good journal with any bytes of it changed: with checksums that
// fit again, so that what lies behind them is reached too.

#include "engine/base/check.h"
#include "engine/storage/crc32c.h"
#include "engine/storage/journal_recovery.h"
#include "engine/storage/journal_writer.h"
#include "engine/storage/little_endian.h"
#include "engine/storage/snapshot.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/journal_records.h"

using namespace qob;

namespace {

using Contents = std::map<std::string, std::vector<std::byte>>;

std::string const directory = "journal";
std::string const markPath = pathIn(directory, markName);

// Three segments, the mark below their end, and a snapshot.
Contents makeGood()
{
    test::FaultyFileSystem files;
    JournalOptions options;
    options.durability = Durability::Sync;
    options.segmentBytes = 2048;
    options.reserveBytes = 0;
    auto writer =
        JournalWriter::open(files, directory, options, std::move(recover(files, directory).value().end))
            .value();
    std::vector<std::byte> mark;
    for (int i = 0; i < 22; ++i) {
        mark = i == 18 ? files.content(markPath) : mark;
        CHECK(test::appendNext(*writer));
        CHECK(i % 2 == 0 || writer->commit());
    }
    CHECK(writeSnapshot(files, directory, {writer->lastSequence(), writer->lastHash(), 1}, mark));
    files.setContent(markPath, mark);
    return files.contents();
}

void seal(std::vector<std::byte>& bytes, std::size_t begin, std::size_t size)
{
    if (begin + size <= bytes.size()) {
        storeLittle(bytes.data() + begin + size - 4, crc32c(std::span(bytes).subspan(begin, size - 4)));
    }
}

void sealRecord(std::vector<std::byte>& bytes, std::size_t at)
{
    auto const length = loadLittle<std::uint32_t>(bytes.data() + at);
    auto const size = alignUp(length, 8);
    if (length < recordHeaderBytes || length > bytes.size() || at + size > bytes.size()) {
        return;
    }
    auto const record = std::span(bytes).subspan(at, size);
    storeLittle(record.data() + 4, crc32c(record.subspan(8), crc32c(record.first(4))));
}

// Five bytes a change: which file, where (two), what, and whether the checksums there are made to fit.
void change(Contents& contents, std::span<std::byte const> input)
{
    constexpr std::size_t enough = 64 * 5;
    input = input.first(std::min(input.size(), enough));
    for (; input.size() >= 5; input = input.subspan(5)) {
        auto file = contents.begin();
        std::advance(file, std::to_integer<std::size_t>(input[0]) % contents.size());
        auto& bytes = file->second;
        auto const at = loadLittle<std::uint16_t>(input.data() + 1) % bytes.size();
        bytes[at] = input[3];
        auto const repair = std::to_integer<unsigned>(input[4]) % 4;
        if (repair == 1) {
            seal(bytes, at / markCopySpacing * markCopySpacing, 64);
        }
        if (repair == 2) {
            for (auto begin = segmentHeaderBytes; begin + recordHeaderBytes <= bytes.size(); begin += 8) {
                if (begin <= at && at < begin + 256) {
                    sealRecord(bytes, begin);
                }
            }
        }
    }
}

// Two bytes say how long the first segment is, then the mark file, then the second segment.
Contents anyFiles(std::span<std::byte const> input)
{
    auto const take = [&] {
        auto const size = input.size() < 2 ? 0U : loadLittle<std::uint16_t>(input.data());
        input = input.subspan(std::min<std::size_t>(input.size(), 2));
        auto const bytes = input.first(std::min<std::size_t>(size, input.size()));
        input = input.subspan(bytes.size());
        return std::vector<std::byte>(bytes.begin(), bytes.end());
    };
    Contents contents;
    contents[pathIn(directory, segmentName(1))] = take();
    contents[markPath] = take();
    contents[pathIn(directory, segmentName(5))] = take();
    contents[pathIn(directory, snapshotName(3))] = take();
    return contents;
}

void check(Contents const& contents)
{
    test::FaultyFileSystem files;
    for (auto const& [path, bytes] : contents) {
        files.setContent(path, bytes);
    }
    std::uint64_t next = 1;
    auto const seen = verify(files, directory, {}, [&](JournalRecord const& record) -> Expected<void> {
        CHECK(record.sequence == next++);
        return {};
    });
    static_cast<void>(verify(files, directory, {4, std::nullopt}));
    auto const snapshots = loadNewestSnapshot(files, directory);
    CHECK(snapshots);
    CHECK(files.contents() == contents);
    auto const sequence = [](RecoveryResult const& result) {
        return result.lastSequence;
    };
    auto const recovered = recover(files, directory).map(sequence);
    CHECK(recovered.has_value() == seen.has_value());
    if (!recovered) {
        CHECK(!recovered.error().detail.empty() && files.contents() == contents);
        return;
    }
    CHECK(*recovered == seen->lastSequence && *recovered == next - 1);
    auto const once = files.contents();
    auto const again = recover(files, directory);
    CHECK(again && again->lastSequence == *recovered && again->notices.empty());
    CHECK(files.contents() == once);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    static Contents const good = makeGood();
    std::span const input(reinterpret_cast<std::byte const*>(data), size);
    if (input.empty()) {
        return 0;
    }
    if (input[0] == std::byte{0}) {
        check(anyFiles(input.subspan(1)));
    } else {
        auto contents = good;
        change(contents, input.subspan(1));
        check(contents);
    }
    return 0;
}
