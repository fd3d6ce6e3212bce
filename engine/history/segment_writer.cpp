#include "engine/history/segment_writer.h"

#include "engine/history/segment_reader.h"
#include "engine/storage/crc32c.h"
#include "engine/storage/journal_format.h"

#include <algorithm>
#include <array>
#include <utility>

namespace qob {

namespace {

Expected<void> copyBytes(File& from, File& to, std::uint64_t size)
{
    std::vector<std::byte> piece(std::size_t{256} << 10U);
    for (std::uint64_t at = 0; at < size;) {
        auto const part = std::span(piece).first(std::min<std::uint64_t>(piece.size(), size - at));
        auto const count = from.read(at, part);
        if (!count) {
            return tl::unexpected(count.error());
        }
        if (*count == 0) {
            return fail(ErrorCode::HistoryIoFailed, "a segment became shorter while it was read");
        }
        if (auto written = to.write(at, part.first(*count)); !written) {
            return written;
        }
        at += *count;
    }
    return {};
}

Expected<void>
closePart(FileSystem& files, std::string const& directory, SegmentReader& part, HistoryCodec& codec)
{
    auto instruments = part.summarise(codec);
    auto from = files.open(part.path(), OpenMode::Read);
    auto const temporary = pathIn(directory, historyMendName);
    auto to = files.open(temporary, OpenMode::Replace);
    if (!from || !to) {
        return tl::unexpected(from ? to.error() : from.error());
    }
    std::vector<std::byte> end;
    appendIndex({part.blocks(), std::move(instruments)}, part.goodEnd(), codec, end);
    auto const name = pathIn(directory, historySegmentName(part.header().number));
    return copyBytes(**from, **to, part.goodEnd())
        .and_then([&] { return (*to)->write(part.goodEnd(), end); })
        .and_then([&] { return (*to)->sync(); })
        .and_then([&] { return files.rename(temporary, name); })
        .and_then([&] { return files.remove(part.path()); })
        .and_then([&] { return files.syncDirectory(directory); });
}

} // namespace

Expected<SegmentWriter>
SegmentWriter::create(FileSystem& files, std::string const& directory, HistorySegmentHeader const& header)
{
    auto const path = pathIn(directory, historySegmentName(header.number)) + std::string(historyPart);
    auto file = files.open(path, OpenMode::Replace);
    if (!file) {
        return tl::unexpected(file.error());
    }
    std::array<std::byte, historyHeaderBytes> bytes{};
    encodeHistoryHeader(header, bytes.data());
    auto made = (*file)->write(0, bytes).and_then([&] { return files.syncDirectory(directory); });
    if (!made) {
        return tl::unexpected(made.error());
    }
    return SegmentWriter(files, directory, std::move(*file), header);
}

Expected<void> SegmentWriter::write(HistoryBlockHeader header, std::span<std::byte const> payload)
{
    header.bytes = static_cast<std::uint32_t>(payload.size());
    header.crc = crc32c(payload);
    header.number = m_index.blocks.size();
    m_buffer.resize(historyHeaderBytes + payload.size());
    encodeBlockHeader(header, m_buffer.data());
    std::ranges::copy(payload, m_buffer.begin() + historyHeaderBytes);
    if (auto written = m_file->write(m_end, m_buffer); !written) {
        return written;
    }
    m_index.blocks.push_back({m_end, header});
    m_end += m_buffer.size();
    return {};
}

Expected<void> SegmentWriter::close(std::vector<HistoryInstrument> instruments, HistoryCodec& codec)
{
    m_index.instruments = std::move(instruments);
    m_buffer.clear();
    appendIndex(m_index, m_end, codec, m_buffer);
    auto const name = pathIn(m_directory, historySegmentName(m_header.number));
    return m_file->write(m_end, m_buffer)
        .and_then([&] { return m_file->sync(); })
        .and_then([&] { return m_files->rename(name + std::string(historyPart), name); })
        .and_then([&] { return m_files->syncDirectory(m_directory); })
        .map([&] { m_end += m_buffer.size(); });
}

void appendIndex(
    HistoryIndex const& index, std::uint64_t offset, HistoryCodec& codec, std::vector<std::byte>& out
)
{
    std::vector<std::byte> plain;
    encodeIndex(index, plain);
    auto const begin = out.size();
    out.resize(begin + historyHeaderBytes);
    codec.pack(plain, out);
    HistoryBlockHeader header;
    header.kind = HistoryBlockHeader::Kind::Index;
    auto const payload = std::span(out).subspan(begin + historyHeaderBytes);
    header.bytes = static_cast<std::uint32_t>(payload.size());
    header.crc = crc32c(payload);
    header.number = index.blocks.size();
    encodeBlockHeader(header, out.data() + begin);
    out.resize(out.size() + historyTrailerBytes);
    encodeTrailer(offset, out.data() + out.size() - historyTrailerBytes);
}

Expected<std::vector<std::string>>
mendHistory(FileSystem& files, std::string const& directory, HistoryCodec& codec)
{
    auto const names = files.list(directory);
    if (!names) {
        return tl::unexpected(names.error());
    }
    std::vector<std::string> done;
    for (std::string const& name : *names) {
        if (!parseHistoryName(name) || !isHistoryPart(name)) {
            continue;
        }
        auto const path = pathIn(directory, name);
        auto part = SegmentReader::open(files, path);
        if (part) {
            for (Error const& damage : (*part)->damage()) {
                done.push_back(damage.message());
            }
        }
        bool const empty = part ? (*part)->blocks().empty() : part.error().code == ErrorCode::HistoryCorrupt;
        if (!part && !empty) {
            return tl::unexpected(part.error());
        }
        auto mended = empty ? files.remove(path) : closePart(files, directory, **part, codec);
        if (!mended) {
            return tl::unexpected(mended.error());
        }
        done.push_back(
            path + (empty ? ": nothing was recorded in it; removed"
                          : ": was not closed; closed after byte " + std::to_string((*part)->goodEnd()))
        );
    }
    return done;
}

} // namespace qob
