#include "engine/storage/journal_format.h"

#include "engine/storage/crc32c.h"
#include "engine/storage/little_endian.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <charconv>

namespace qob {

namespace {

constexpr std::string_view segmentPrefix = "journal-";
constexpr std::string_view segmentSuffix = ".qj";

std::string_view asText(std::span<std::byte const> bytes)
{
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

// Headers and marks end with the CRC of what is before it.
void sealBlock(std::span<std::byte> block)
{
    storeLittle(block.data() + block.size() - 4, crc32c(block.first(block.size() - 4)));
}

// The checks that headers and marks share: magic, CRC, version.
Expected<void> checkBlock(std::span<std::byte const> bytes, std::size_t size, std::string_view magic)
{
    if (bytes.size() < size) {
        return fail(ErrorCode::JournalCorrupt, "the file ends within it");
    }
    auto const block = bytes.first(size);
    if (asText(block.first(magic.size())) != magic) {
        return fail(ErrorCode::JournalCorrupt, "not one of ours, or its magic is damaged");
    }
    if (loadLittle<std::uint32_t>(block.data() + size - 4) != crc32c(block.first(size - 4))) {
        return fail(ErrorCode::JournalCorrupt, "CRC32C does not match");
    }
    auto const version = loadLittle<std::uint32_t>(block.data() + 8);
    if (version != journalVersion) {
        return fail(
            ErrorCode::JournalUnknownVersion,
            "version " + std::to_string(version) + ", this program reads " + std::to_string(journalVersion)
        );
    }
    return {};
}

std::uint32_t recordCrc(std::byte const* record, std::size_t size)
{
    return crc32c({record + 8, size - 8}, crc32c({record, 4}));
}

} // namespace

void encodeSegmentHeader(SegmentHeader const& header, std::byte* to)
{
    std::span const block(to, segmentHeaderBytes);
    std::ranges::fill(block, std::byte{0});
    std::memcpy(to, segmentMagic.data(), segmentMagic.size());
    storeLittle(to + 8, journalVersion);
    storeLittle(to + 12, header.sectorBytes);
    storeLittle(to + 16, header.number);
    storeLittle(to + 24, header.firstSequence);
    storeLittle(to + 32, header.hashBefore);
    storeLittle(to + 40, header.fileBytes);
    sealBlock(block);
}

Expected<SegmentHeader> decodeSegmentHeader(std::span<std::byte const> bytes)
{
    if (auto checked = checkBlock(bytes, segmentHeaderBytes, segmentMagic); !checked) {
        return tl::unexpected(checked.error());
    }
    SegmentHeader header;
    header.sectorBytes = loadLittle<std::uint32_t>(bytes.data() + 12);
    header.number = loadLittle<std::uint64_t>(bytes.data() + 16);
    header.firstSequence = loadLittle<std::uint64_t>(bytes.data() + 24);
    header.hashBefore = loadLittle<std::uint64_t>(bytes.data() + 32);
    header.fileBytes = loadLittle<std::uint64_t>(bytes.data() + 40);
    bool const sane = std::has_single_bit(header.sectorBytes) && header.sectorBytes >= minSectorBytes &&
                      header.sectorBytes <= maxSectorBytes && header.number > 0 && header.firstSequence > 0 &&
                      header.fileBytes % header.sectorBytes == 0 && header.fileBytes > 0 &&
                      header.fileBytes <= maxSegmentBytes;
    if (!sane) {
        return fail(ErrorCode::JournalCorrupt, "its fields make no sense");
    }
    return header;
}

std::uint64_t encodeRecord(
    std::byte* to,
    std::uint64_t sequence,
    std::uint64_t hashBefore,
    Timestamp time,
    std::uint16_t kind,
    std::span<std::byte const> payload
)
{
    auto const size = recordBytes(payload.size());
    storeLittle(to + size - 8, std::uint64_t{0}); // the padding
    storeLittle(to, static_cast<std::uint32_t>(recordHeaderBytes + payload.size()));
    storeLittle(to + 8, sequence);
    storeLittle(to + 16, hashBefore);
    storeLittle(to + 24, time.value);
    storeLittle(to + 32, kind);
    storeLittle(to + 34, std::uint16_t{0}); // flags
    storeLittle(to + 36, std::uint32_t{0}); // reserved
    if (!payload.empty()) {
        std::memcpy(to + recordHeaderBytes, payload.data(), payload.size());
    }
    storeLittle(to + 4, recordCrc(to, size));
    return XXH3_64bits(to, size);
}

Expected<JournalRecord>
decodeRecord(std::span<std::byte const> bytes, std::uint64_t sequence, std::uint64_t hashBefore)
{
    if (bytes.size() < recordHeaderBytes) {
        return fail(ErrorCode::JournalCorrupt, "no room for a record");
    }
    auto const length = loadLittle<std::uint32_t>(bytes.data());
    if (length < recordHeaderBytes || length > recordHeaderBytes + maxPayloadBytes ||
        alignUp(length, 8) > bytes.size()) {
        return fail(ErrorCode::JournalCorrupt, "impossible length " + std::to_string(length));
    }
    auto const size = alignUp(length, 8);
    if (loadLittle<std::uint32_t>(bytes.data() + 4) != recordCrc(bytes.data(), size)) {
        return fail(ErrorCode::JournalCorrupt, "CRC32C does not match");
    }
    JournalRecord record;
    record.sequence = loadLittle<std::uint64_t>(bytes.data() + 8);
    if (record.sequence != sequence) {
        return fail(ErrorCode::JournalCorrupt, "sequence is " + std::to_string(record.sequence));
    }
    if (loadLittle<std::uint64_t>(bytes.data() + 16) != hashBefore) {
        return fail(ErrorCode::JournalCorrupt, "does not follow the record before it (hash)");
    }
    if (loadLittle<std::uint16_t>(bytes.data() + 34) != 0 ||
        loadLittle<std::uint32_t>(bytes.data() + 36) != 0) {
        return fail(ErrorCode::JournalCorrupt, "flags this version does not know");
    }
    record.time = Timestamp(loadLittle<std::int64_t>(bytes.data() + 24));
    record.kind = loadLittle<std::uint16_t>(bytes.data() + 32);
    record.payload = bytes.subspan(recordHeaderBytes, length - recordHeaderBytes);
    record.hash = XXH3_64bits(bytes.data(), size);
    return record;
}

void encodeMark(HighWaterMark const& mark, std::byte* to)
{
    std::span const block(to, markBytes);
    std::ranges::fill(block, std::byte{0});
    std::memcpy(to, markMagic.data(), markMagic.size());
    storeLittle(to + 8, journalVersion);
    storeLittle(to + 16, mark.sequence);
    storeLittle(to + 24, mark.hash);
    storeLittle(to + 32, mark.segment);
    storeLittle(to + 40, mark.offset);
    sealBlock(block);
}

Expected<HighWaterMark> decodeMark(std::span<std::byte const> bytes)
{
    if (auto checked = checkBlock(bytes, markBytes, markMagic); !checked) {
        return tl::unexpected(checked.error());
    }
    HighWaterMark mark;
    mark.sequence = loadLittle<std::uint64_t>(bytes.data() + 16);
    mark.hash = loadLittle<std::uint64_t>(bytes.data() + 24);
    mark.segment = loadLittle<std::uint64_t>(bytes.data() + 32);
    mark.offset = loadLittle<std::uint64_t>(bytes.data() + 40);
    return mark;
}

std::string twentyDigits(std::uint64_t number)
{
    auto const digits = std::to_string(number);
    return std::string(20 - digits.size(), '0') + digits;
}

std::optional<std::uint64_t> parseTwentyDigits(std::string_view digits)
{
    std::uint64_t number = 0;
    auto const* const end = digits.data() + digits.size();
    auto const parsed = std::from_chars(digits.data(), end, number);
    if (digits.size() != 20 || parsed.ec != std::errc{} || parsed.ptr != end) {
        return std::nullopt;
    }
    return number;
}

std::string segmentName(std::uint64_t firstSequence)
{
    return std::string(segmentPrefix) + twentyDigits(firstSequence) + std::string(segmentSuffix);
}

bool looksLikeSegment(std::string_view name)
{
    return name.starts_with(segmentPrefix) && name.ends_with(segmentSuffix);
}

std::optional<std::uint64_t> parseSegmentName(std::string_view name)
{
    if (!looksLikeSegment(name)) {
        return std::nullopt;
    }
    name.remove_prefix(segmentPrefix.size());
    name.remove_suffix(segmentSuffix.size());
    return parseTwentyDigits(name);
}

} // namespace qob
