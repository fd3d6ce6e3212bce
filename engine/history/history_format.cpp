#include "engine/history/history_format.h"

#include "engine/base/bytes.h"
#include "engine/history/history_block.h"
#include "engine/storage/crc32c.h"
#include "engine/storage/journal_format.h"
#include "engine/storage/little_endian.h"

#include <algorithm>

namespace qob {

namespace {

constexpr std::string_view namePrefix = "history-";
constexpr std::string_view nameSuffix = ".qh";
constexpr std::size_t crcAt = historyHeaderBytes - 4;

tl::unexpected<Error> corrupt(std::string detail)
{
    return fail(ErrorCode::HistoryCorrupt, std::move(detail));
}

std::span<std::byte const> bytesOf(std::string_view text)
{
    return std::as_bytes(std::span(text.data(), text.size()));
}

// The last four bytes of a header are the CRC of those before.
void seal(std::byte* header, std::size_t at)
{
    storeLittle(header + at, crc32c({header, at}));
}

bool sealed(std::span<std::byte const> header, std::size_t at)
{
    return loadLittle<std::uint32_t>(header.data() + at) == crc32c(header.first(at));
}

} // namespace

void encodeHistoryHeader(HistorySegmentHeader const& header, std::byte* to)
{
    std::fill_n(to, historyHeaderBytes, std::byte{0});
    std::ranges::copy(bytesOf(historyMagic), to);
    storeLittle(to + 8, historyVersion);
    storeLittle(to + 12, static_cast<std::uint32_t>(header.continues ? 1 : 0));
    storeLittle(to + 16, header.number);
    storeLittle(to + 24, header.run);
    storeLittle(to + 32, header.first.value);
    seal(to, crcAt);
}

Expected<HistorySegmentHeader> decodeHistoryHeader(std::span<std::byte const> bytes)
{
    if (bytes.size() < historyHeaderBytes) {
        return corrupt("expected a segment's header of 64 bytes, found " + std::to_string(bytes.size()));
    }
    if (!std::ranges::equal(bytes.first(historyMagic.size()), bytesOf(historyMagic))) {
        return corrupt("expected a history segment, which begins with QOBHIST");
    }
    if (!sealed(bytes, crcAt)) {
        return corrupt("the segment's header does not have the CRC it says");
    }
    if (auto const version = loadLittle<std::uint32_t>(bytes.data() + 8);
        version == 0 || version > historyVersion) {
        return fail(
            ErrorCode::HistoryUnknownVersion,
            "expected a version up to " + std::to_string(historyVersion) + ", found " +
                std::to_string(version)
        );
    }
    HistorySegmentHeader header;
    header.continues = loadLittle<std::uint32_t>(bytes.data() + 12) != 0;
    header.number = loadLittle<std::uint64_t>(bytes.data() + 16);
    header.run = loadLittle<std::uint64_t>(bytes.data() + 24);
    header.first = Timestamp(loadLittle<std::int64_t>(bytes.data() + 32));
    return header;
}

void encodeBlockHeader(HistoryBlockHeader const& header, std::byte* to)
{
    std::fill_n(to, historyHeaderBytes, std::byte{0});
    storeLittle(to, historyBlockMagic);
    storeLittle(to + 4, static_cast<std::uint32_t>(header.kind));
    storeLittle(to + 8, header.bytes);
    storeLittle(to + 12, header.levels);
    storeLittle(to + 16, header.trades);
    storeLittle(to + 20, header.instrument);
    storeLittle(to + 24, header.columnMs);
    storeLittle(to + 28, header.crc);
    storeLittle(to + 32, header.first.value);
    storeLittle(to + 40, header.last.value);
    storeLittle(to + 48, header.number);
    seal(to, crcAt);
}

Expected<HistoryBlockHeader> decodeBlockHeader(std::span<std::byte const> bytes)
{
    if (bytes.size() < historyHeaderBytes) {
        return corrupt("expected a block's header of 64 bytes, found " + std::to_string(bytes.size()));
    }
    if (loadLittle<std::uint32_t>(bytes.data()) != historyBlockMagic || !sealed(bytes, crcAt)) {
        return corrupt("expected a block's header with its CRC");
    }
    HistoryBlockHeader header;
    auto const kind = loadLittle<std::uint32_t>(bytes.data() + 4);
    header.kind = static_cast<HistoryBlockHeader::Kind>(kind);
    header.bytes = loadLittle<std::uint32_t>(bytes.data() + 8);
    header.levels = loadLittle<std::uint32_t>(bytes.data() + 12);
    header.trades = loadLittle<std::uint32_t>(bytes.data() + 16);
    header.instrument = loadLittle<std::uint32_t>(bytes.data() + 20);
    header.columnMs = loadLittle<std::uint32_t>(bytes.data() + 24);
    header.crc = loadLittle<std::uint32_t>(bytes.data() + 28);
    header.first = Timestamp(loadLittle<std::int64_t>(bytes.data() + 32));
    header.last = Timestamp(loadLittle<std::int64_t>(bytes.data() + 40));
    header.number = loadLittle<std::uint64_t>(bytes.data() + 48);
    if (kind > static_cast<std::uint32_t>(HistoryBlockHeader::Kind::Index) || header.bytes > mostBlockBytes) {
        return corrupt(
            "expected a block of a known kind with at most " + std::to_string(mostBlockBytes) + " bytes"
        );
    }
    return header;
}

void encodeIndex(HistoryIndex const& index, std::vector<std::byte>& out)
{
    std::vector<std::byte> definitions;
    for (HistoryInstrument const& item : index.instruments) {
        writeExtra(item.instrument, definitions);
    }
    ByteWriter to(out);
    to.put(static_cast<std::uint32_t>(index.blocks.size()));
    to.put(static_cast<std::uint32_t>(index.instruments.size()));
    to.put(static_cast<std::uint32_t>(definitions.size()));
    for (auto const& [offset, header] : index.blocks) {
        to.put(offset).put(header.kind).put(header.bytes).put(header.levels).put(header.trades);
        to.put(header.instrument).put(header.columnMs).put(header.crc).put(header.first).put(header.last);
        to.put(header.number);
    }
    for (HistoryInstrument const& item : index.instruments) {
        to.put(item.first).put(item.last).put(item.levels).put(item.trades);
    }
    for (auto const byte : definitions) {
        to.put(static_cast<std::uint8_t>(byte));
    }
}

Expected<HistoryIndex> decodeIndex(std::span<std::byte const> bytes)
{
    constexpr std::size_t blockRow = 57;
    constexpr std::size_t instrumentRow = 32;
    ByteReader from(bytes);
    std::uint32_t blocks = 0;
    std::uint32_t instruments = 0;
    std::uint32_t definitions = 0;
    from.get(blocks);
    from.get(instruments);
    from.get(definitions);
    if (!from.good() || bytes.size() != 12 + std::uint64_t{blocks} * blockRow +
                                            std::uint64_t{instruments} * instrumentRow + definitions) {
        return corrupt("expected an index of as many blocks and instruments as it says");
    }
    HistoryIndex index;
    index.blocks.resize(blocks);
    for (auto& [offset, header] : index.blocks) {
        from.get(offset);
        from.get(header.kind);
        from.get(header.bytes);
        from.get(header.levels);
        from.get(header.trades);
        from.get(header.instrument);
        from.get(header.columnMs);
        from.get(header.crc);
        from.get(header.first);
        from.get(header.last);
        from.get(header.number);
        if (header.kind > HistoryBlockHeader::Kind::Heat || header.bytes > mostBlockBytes) {
            return corrupt("expected blocks of a known kind in the index");
        }
    }
    index.instruments.resize(instruments);
    for (HistoryInstrument& item : index.instruments) {
        from.get(item.first);
        from.get(item.last);
        from.get(item.levels);
        from.get(item.trades);
    }
    auto extras = readExtras(bytes.last(definitions), instruments);
    if (!extras) {
        return tl::unexpected(std::move(extras.error()));
    }
    for (std::size_t i = 0; i < instruments; ++i) {
        auto* const instrument = std::get_if<Instrument>(&(*extras)[i]);
        if (instrument == nullptr) {
            return corrupt("expected definitions of instruments in the index");
        }
        index.instruments[i].instrument = std::move(*instrument);
    }
    return index;
}

void encodeTrailer(std::uint64_t indexOffset, std::byte* to)
{
    std::fill_n(to, historyTrailerBytes, std::byte{0});
    std::ranges::copy(bytesOf(historyEndMagic), to);
    storeLittle(to + 8, indexOffset);
    seal(to, historyTrailerBytes - 4);
}

Expected<std::uint64_t> decodeTrailer(std::span<std::byte const> bytes)
{
    if (bytes.size() != historyTrailerBytes ||
        !std::ranges::equal(bytes.first(historyEndMagic.size()), bytesOf(historyEndMagic)) ||
        !sealed(bytes, historyTrailerBytes - 4)) {
        return corrupt("expected the segment's end, which says where its index lies");
    }
    return loadLittle<std::uint64_t>(bytes.data() + 8);
}

std::string historySegmentName(std::uint64_t number)
{
    return std::string(namePrefix) + twentyDigits(number) + std::string(nameSuffix);
}

bool isHistoryPart(std::string_view name)
{
    return name.ends_with(historyPart);
}

std::optional<std::uint64_t> parseHistoryName(std::string_view name)
{
    if (isHistoryPart(name)) {
        name.remove_suffix(historyPart.size());
    }
    if (!name.starts_with(namePrefix) || !name.ends_with(nameSuffix)) {
        return std::nullopt;
    }
    name.remove_prefix(namePrefix.size());
    name.remove_suffix(nameSuffix.size());
    return parseTwentyDigits(name);
}

Error historyError(Error error)
{
    if (error.code == ErrorCode::JournalFull) {
        error.code = ErrorCode::HistoryFull;
    } else if (error.code == ErrorCode::JournalIoFailed) {
        error.code = ErrorCode::HistoryIoFailed;
    }
    return error;
}

} // namespace qob
