// Any bytes as a block of a history, as heat-map columns, and as a whole segment.

#include "engine/base/check.h"
#include "engine/history/heat_files.h"
#include "engine/history/history_market.h"
#include "engine/history/segment_writer.h"
#include "tests/support/faulty_file_system.h"

#include <cstddef>
#include <cstdint>
#include <vector>

using namespace qob;

namespace {

// A block that could be read is written again and read as the same.
void blockOf(std::span<std::byte const> bytes)
{
    HistoryCodec codec;
    HistoryBlock block;
    if (!codec.decode(bytes, block)) {
        return;
    }
    std::vector<std::byte> again;
    codec.encode(block, again);
    HistoryBlock read;
    CHECK(codec.decode(again, read).has_value());
    CHECK(read.events == block.events);
    CHECK(read.numbers == block.numbers);
    CHECK(read.extras.size() == block.extras.size());
}

void segmentOf(std::span<std::byte const> bytes)
{
    test::FaultyFileSystem disk;
    for (auto const* const name :
         {"h/history-00000000000000000001.qh", "h/history-00000000000000000002.qh.part"}) {
        disk.setContent(name, {bytes.begin(), bytes.end()});
    }
    auto const reader = HistoryReader::open(disk, "h");
    if (!reader) {
        return;
    }
    static_cast<void>(reader->list());
    static_cast<void>(reader->verify());
    auto const stream = reader->read(Timestamp(5), Timestamp::max());
    HistoryItem item;
    while (stream->next(item)) {
    }
    HistoryCodec codec;
    CHECK(mendHistory(disk, "h", codec).has_value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto const bytes = std::as_bytes(std::span(data, size));
    blockOf(bytes);
    HistoryCodec codec;
    static_cast<void>(decodeHeat(bytes, codec));
    static_cast<void>(decodeIndex(bytes));
    segmentOf(bytes);
    return 0;
}
