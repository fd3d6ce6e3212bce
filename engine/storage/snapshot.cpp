#include "engine/storage/snapshot.h"

#include "engine/storage/crc32c.h"
#include "engine/storage/journal_format.h"
#include "engine/storage/little_endian.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

constexpr std::uint32_t snapshotVersion = 1;
constexpr std::string_view magic = "QOBSNAP\n";
constexpr std::string_view prefix = "snapshot-";
constexpr std::string_view suffix = ".qsnap";
constexpr std::string_view tempName = "snapshot.tmp";
constexpr std::size_t headerBytes = 64;
constexpr std::size_t blockBytes = 65536; // of payload; its CRC32C follows
constexpr std::size_t crcBytes = 4;

struct Header {
    SnapshotInfo info;
    std::uint64_t payloadBytes = 0;
    std::uint32_t payloadCrc = 0;
};

std::array<std::byte, headerBytes> encodeHeader(Header const& header)
{
    std::array<std::byte, headerBytes> bytes{};
    auto* const to = bytes.data();
    std::memcpy(to, magic.data(), magic.size());
    storeLittle(to + 8, snapshotVersion);
    storeLittle(to + 12, static_cast<std::uint32_t>(blockBytes));
    storeLittle(to + 16, header.info.sequence);
    storeLittle(to + 24, header.info.journalHash);
    storeLittle(to + 32, header.info.stateHash);
    storeLittle(to + 40, header.payloadBytes);
    storeLittle(to + 48, header.payloadCrc);
    storeLittle(to + 60, crc32c(std::span(bytes).first(60)));
    return bytes;
}

tl::unexpected<Error> corrupt(std::string const& name, std::uint64_t offset, std::string_view why)
{
    return fail(
        ErrorCode::SnapshotCorrupt, name + ": byte " + std::to_string(offset) + ": " + std::string(why)
    );
}

Expected<Header> decodeHeader(std::string const& name, std::span<std::byte const> bytes)
{
    if (bytes.size() < headerBytes || std::memcmp(bytes.data(), magic.data(), magic.size()) != 0) {
        return corrupt(name, 0, "not a snapshot, or its magic is damaged");
    }
    auto const* const from = bytes.data();
    if (loadLittle<std::uint32_t>(from + 60) != crc32c(bytes.first(60))) {
        return corrupt(name, 0, "the header's CRC32C does not match");
    }
    auto const version = loadLittle<std::uint32_t>(from + 8);
    if (version != snapshotVersion || loadLittle<std::uint32_t>(from + 12) != blockBytes) {
        return fail(ErrorCode::JournalUnknownVersion, name + ": snapshot version " + std::to_string(version));
    }
    Header header;
    header.info.sequence = loadLittle<std::uint64_t>(from + 16);
    header.info.journalHash = loadLittle<std::uint64_t>(from + 24);
    header.info.stateHash = loadLittle<std::uint64_t>(from + 32);
    header.payloadBytes = loadLittle<std::uint64_t>(from + 40);
    header.payloadCrc = loadLittle<std::uint32_t>(from + 48);
    if (name != snapshotName(header.info.sequence)) {
        return corrupt(name, 16, "the header is of " + snapshotName(header.info.sequence));
    }
    return header;
}

constexpr std::uint64_t fileBytesFor(std::uint64_t payloadBytes)
{
    auto const blocks = payloadBytes / blockBytes + (payloadBytes % blockBytes != 0 ? 1 : 0);
    return headerBytes + payloadBytes + blocks * crcBytes;
}

Expected<void> writeAll(File& file, Header const& header, std::span<std::byte const> payload)
{
    if (auto grown = file.preallocate(fileBytesFor(payload.size())); !grown) {
        return grown;
    }
    auto const head = encodeHeader(header);
    if (auto written = file.write(0, head); !written) {
        return written;
    }
    std::array<std::byte, blockBytes + crcBytes> block{};
    std::uint64_t at = headerBytes;
    while (!payload.empty()) {
        auto const size = std::min(payload.size(), blockBytes);
        std::memcpy(block.data(), payload.data(), size);
        storeLittle(block.data() + size, crc32c(payload.first(size)));
        if (auto written = file.write(at, std::span(block).first(size + crcBytes)); !written) {
            return written;
        }
        at += size + crcBytes;
        payload = payload.subspan(size);
    }
    return file.sync();
}

Expected<void>
readBlocks(File& file, std::string const& name, Header const& header, std::vector<std::byte>& into)
{
    into.resize(header.payloadBytes);
    std::array<std::byte, blockBytes + crcBytes> block{};
    std::uint64_t at = headerBytes;
    for (auto rest = std::span(into); !rest.empty();) {
        auto const size = std::min(rest.size(), blockBytes);
        auto const count = file.read(at, std::span(block).first(size + crcBytes));
        if (!count) {
            return tl::unexpected(count.error());
        }
        auto const payload = std::span(block).first(size);
        if (*count < size + crcBytes || loadLittle<std::uint32_t>(block.data() + size) != crc32c(payload)) {
            return corrupt(name, at, "the block's CRC32C does not match");
        }
        std::ranges::copy(payload, rest.begin());
        rest = rest.subspan(size);
        at += size + crcBytes;
    }
    if (crc32c(into) != header.payloadCrc) {
        return corrupt(name, 48, "the CRC32C of the whole does not match");
    }
    return {};
}

} // namespace

std::string snapshotName(std::uint64_t sequence)
{
    return std::string(prefix) + twentyDigits(sequence) + std::string(suffix);
}

Expected<void> writeSnapshot(
    FileSystem& files,
    std::string const& directory,
    SnapshotInfo const& info,
    std::span<std::byte const> payload
)
{
    auto const temporary = pathIn(directory, tempName);
    auto file = files.open(temporary, OpenMode::Replace);
    if (!file) {
        return tl::unexpected(file.error());
    }
    if (auto written = writeAll(**file, {info, payload.size(), crc32c(payload)}, payload); !written) {
        // Whatever was wrong, half a snapshot is of no use to anybody.
        file->reset();
        static_cast<void>(files.remove(temporary));
        return written;
    }
    return files.rename(temporary, pathIn(directory, snapshotName(info.sequence))).and_then([&] {
        return files.syncDirectory(directory);
    });
}

Expected<Snapshot> readSnapshot(FileSystem& files, std::string const& directory, std::string const& name)
{
    auto file = files.open(pathIn(directory, name), OpenMode::Read);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto const size = (*file)->size();
    if (!size) {
        return tl::unexpected(size.error());
    }
    std::array<std::byte, headerBytes> bytes{};
    auto const count = (*file)->read(0, bytes);
    if (!count) {
        return tl::unexpected(count.error());
    }
    auto const header = decodeHeader(name, std::span(bytes).first(*count));
    if (!header) {
        return tl::unexpected(header.error());
    }
    if (header->payloadBytes > *size || fileBytesFor(header->payloadBytes) != *size) {
        return corrupt(name, *size, "the file has not the size its header says");
    }
    Snapshot snapshot;
    static_cast<SnapshotInfo&>(snapshot) = header->info;
    snapshot.name = name;
    if (auto read = readBlocks(**file, name, *header, snapshot.payload); !read) {
        return tl::unexpected(read.error());
    }
    return snapshot;
}

Expected<std::vector<std::uint64_t>> listSnapshots(FileSystem& files, std::string const& directory)
{
    auto const names = files.list(directory);
    if (!names) {
        return tl::unexpected(names.error());
    }
    std::vector<std::uint64_t> sequences;
    for (std::string_view name : *names) {
        if (name.starts_with(prefix) && name.ends_with(suffix)) {
            name.remove_prefix(prefix.size());
            name.remove_suffix(suffix.size());
            if (auto const sequence = parseTwentyDigits(name)) {
                sequences.push_back(*sequence);
            }
        }
    }
    std::ranges::sort(sequences);
    return sequences;
}

Expected<SnapshotSearch> loadNewestSnapshot(FileSystem& files, std::string const& directory)
{
    SnapshotSearch search;
    auto const sequences = listSnapshots(files, directory);
    if (!sequences) {
        if (sequences.error().code == ErrorCode::StorageFileMissing) {
            return search;
        }
        return tl::unexpected(sequences.error());
    }
    for (auto sequence = sequences->rbegin(); sequence != sequences->rend(); ++sequence) {
        auto snapshot = readSnapshot(files, directory, snapshotName(*sequence));
        if (snapshot) {
            search.newest = std::move(*snapshot);
            break;
        }
        search.refused.push_back(snapshot.error().message());
    }
    return search;
}

} // namespace qob
