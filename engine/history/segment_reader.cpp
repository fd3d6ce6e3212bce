#include "engine/history/segment_reader.h"

#include "engine/storage/crc32c.h"
#include "engine/storage/little_endian.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

constexpr std::size_t searchPiece = std::size_t{64} << 10U;

} // namespace

Error SegmentReader::corrupt(std::uint64_t offset, std::string const& what) const
{
    return {ErrorCode::HistoryCorrupt, m_path + ": byte " + std::to_string(offset) + ": " + what};
}

Expected<std::unique_ptr<SegmentReader>> SegmentReader::open(FileSystem& files, std::string const& path)
{
    auto file = files.open(path, OpenMode::Read);
    if (!file) {
        return tl::unexpected(historyError(file.error()));
    }
    std::unique_ptr<SegmentReader> reader(new SegmentReader(std::move(*file), path));
    if (auto read = reader->readHeader(); !read) {
        return tl::unexpected(std::move(read.error()));
    }
    bool const closed = !isHistoryPart(path);
    if (auto indexed = reader->readIndex(); indexed) {
        reader->m_indexed = true;
        return reader;
    } else if (closed) {
        reader->m_damage.push_back(std::move(indexed.error()));
    }
    reader->walk();
    return reader;
}

Expected<void> SegmentReader::readHeader()
{
    auto const size = m_file->size();
    if (!size) {
        return tl::unexpected(historyError(size.error()));
    }
    m_bytes = *size;
    std::array<std::byte, historyHeaderBytes> bytes{};
    auto const count = m_file->read(0, bytes);
    if (!count) {
        return tl::unexpected(historyError(count.error()));
    }
    auto header = decodeHistoryHeader(std::span(bytes).first(*count));
    if (!header) {
        return fail(header.error().code, m_path + ": byte 0: " + header.error().detail);
    }
    m_header = *header;
    return {};
}

Expected<void> SegmentReader::readIndex()
{
    if (m_bytes < historyHeaderBytes + historyTrailerBytes) {
        return tl::unexpected(corrupt(m_bytes, "expected the segment's index"));
    }
    auto const trailerAt = m_bytes - historyTrailerBytes;
    std::array<std::byte, historyTrailerBytes> trailer{};
    auto const count = m_file->read(trailerAt, trailer);
    if (!count) {
        return tl::unexpected(historyError(count.error()));
    }
    auto const offset = decodeTrailer(std::span(trailer).first(*count));
    if (!offset) {
        return tl::unexpected(corrupt(trailerAt, offset.error().detail));
    }
    auto const place = blockAt(*offset);
    if (!place || place->header.kind != HistoryBlockHeader::Kind::Index) {
        return tl::unexpected(corrupt(*offset, "expected the segment's index"));
    }
    HistoryCodec codec;
    std::vector<std::byte> plain;
    auto packed = std::span<std::byte const>(m_buffer).first(place->header.bytes);
    auto index = codec.unpack(packed, plain).and_then([&] { return decodeIndex(plain); });
    if (!index) {
        return tl::unexpected(corrupt(*offset, index.error().detail));
    }
    m_index = std::move(*index);
    m_goodEnd = *offset;
    return {};
}

// A whole block with the right CRC; its payload is left in the buffer.
std::optional<HistoryBlockPlace> SegmentReader::blockAt(std::uint64_t offset)
{
    std::array<std::byte, historyHeaderBytes> bytes{};
    if (offset < historyHeaderBytes || offset + historyHeaderBytes > m_bytes) {
        return std::nullopt;
    }
    auto const count = m_file->read(offset, bytes);
    auto const header = count ? decodeBlockHeader(std::span(bytes).first(*count)) : fail(count.error().code);
    if (!header || offset + historyHeaderBytes + header->bytes > m_bytes) {
        return std::nullopt;
    }
    m_buffer.resize(header->bytes);
    auto const read = m_file->read(offset + historyHeaderBytes, m_buffer);
    if (!read || *read != m_buffer.size() || crc32c(m_buffer) != header->crc) {
        return std::nullopt;
    }
    return HistoryBlockPlace{offset, *header};
}

std::optional<HistoryBlockPlace> SegmentReader::nextBlock(std::uint64_t from)
{
    std::vector<std::byte> piece(searchPiece);
    std::array<std::byte, 4> magic{};
    storeLittle(magic.data(), historyBlockMagic);
    while (from + historyHeaderBytes <= m_bytes) {
        auto const count = m_file->read(from, piece);
        if (!count || *count < magic.size()) {
            return std::nullopt;
        }
        auto at = piece.begin();
        auto const end = piece.begin() + static_cast<std::ptrdiff_t>(*count);
        while ((at = std::search(at, end, magic.begin(), magic.end())) != end) {
            if (auto place = blockAt(from + static_cast<std::uint64_t>(at - piece.begin()))) {
                return place;
            }
            ++at;
        }
        from += *count - (magic.size() - 1);
    }
    return std::nullopt;
}

// What cannot be read and has something good behind it is rot; what has nothing behind it is the end that a
// crash cut off, or where the segment was closed, rot too.
void SegmentReader::walk()
{
    while (m_goodEnd < m_bytes) {
        auto place = blockAt(m_goodEnd);
        if (!place) {
            place = nextBlock(m_goodEnd + 1);
            if (place || !isHistoryPart(m_path)) {
                auto const lost = (place ? place->offset : m_bytes) - m_goodEnd;
                m_damage.push_back(corrupt(
                    m_goodEnd, "expected a block, found " + std::to_string(lost) + " bytes that are none"
                ));
            }
        }
        if (!place) {
            return;
        }
        if (place->header.kind == HistoryBlockHeader::Kind::Index) {
            return;
        }
        m_goodEnd = place->offset + historyHeaderBytes + place->header.bytes;
        m_index.blocks.push_back(*place);
    }
}

Timestamp SegmentReader::last() const
{
    Timestamp last = m_header.first;
    for (auto const& place : m_index.blocks) {
        bool const events = place.header.kind != HistoryBlockHeader::Kind::Heat; // whose columns end later
        last = events ? std::max(last, place.header.last) : last;
    }
    return last;
}

Expected<void> SegmentReader::read(HistoryBlockPlace const& place, std::vector<std::byte>& out)
{
    std::array<std::byte, historyHeaderBytes> bytes{};
    auto const count = m_file->read(place.offset, bytes);
    if (!count) {
        return tl::unexpected(historyError(count.error()));
    }
    auto const header = decodeBlockHeader(std::span(bytes).first(*count));
    if (!header) {
        return tl::unexpected(corrupt(place.offset, header.error().detail));
    }
    if (*header != place.header) {
        return tl::unexpected(corrupt(place.offset, "expected the block that the index says"));
    }
    out.resize(header->bytes);
    auto const read = m_file->read(place.offset + historyHeaderBytes, out);
    if (!read) {
        return tl::unexpected(historyError(read.error()));
    }
    if (*read != out.size() || crc32c(out) != header->crc) {
        return tl::unexpected(
            corrupt(place.offset, "the block's " + std::to_string(out.size()) + " bytes do not have its CRC")
        );
    }
    return {};
}

Expected<void> SegmentReader::read(HistoryBlockPlace const& place, HistoryCodec& codec, HistoryBlock& out)
{
    if (auto got = read(place, m_buffer); !got) {
        return got;
    }
    if (auto decoded = codec.decode(m_buffer, out); !decoded) {
        return tl::unexpected(corrupt(place.offset, decoded.error().detail));
    }
    return {};
}

std::vector<HistoryInstrument> SegmentReader::summarise(HistoryCodec& codec)
{
    if (m_indexed) {
        return m_index.instruments;
    }
    HistorySummary summary;
    HistoryBlock block;
    for (auto const& place : m_index.blocks) {
        bool const key = place.header.kind == HistoryBlockHeader::Kind::Key;
        if ((!key && place.header.kind != HistoryBlockHeader::Kind::Events) || !read(place, codec, block)) {
            continue;
        }
        HistoryCursor cursor(block);
        HistoryItem item;
        while (cursor.next(item)) {
            auto const* const instrument =
                item.extra == nullptr ? nullptr : std::get_if<Instrument>(item.extra);
            if (instrument != nullptr) {
                summary.define(*instrument);
            } else if (!key) {
                summary.add(item);
            }
        }
    }
    return summary.take();
}

HistoryInstrument& HistorySummary::itemOf(InstrumentId id)
{
    if (m_last == nullptr || m_lastId != id) {
        m_last = &m_items[id];
        m_lastId = id;
    }
    return *m_last;
}

void HistorySummary::define(Instrument const& instrument)
{
    itemOf(instrument.id).instrument = instrument;
}

void HistorySummary::add(HistoryCodec::Tally const& tally)
{
    HistoryInstrument& known = itemOf(tally.instrument);
    known.first = known.levels + known.trades == 0 ? tally.first : known.first;
    known.last = tally.last;
    known.levels += tally.levels;
    known.trades += tally.trades;
}

void HistorySummary::add(HistoryItem const& item)
{
    if (item.event.instrument == InstrumentId(0) || item.event.kind == HistoryEvent::Kind::Extra) {
        return;
    }
    HistoryInstrument& known = itemOf(item.event.instrument);
    known.first = known.levels + known.trades == 0 ? item.event.time : known.first;
    known.last = item.event.time;
    known.levels += isLevel(item.event.kind) ? 1U : 0U;
    known.trades += isTrade(item.event.kind) ? 1U : 0U;
}

// What has no definition cannot be named, and what was only defined has nothing to show.
std::vector<HistoryInstrument> HistorySummary::take()
{
    std::vector<HistoryInstrument> all;
    for (auto& [id, item] : m_items) {
        if (!item.instrument.symbol.empty() && item.levels + item.trades > 0) {
            item.instrument.id = id;
            all.push_back(item);
        }
        item = {std::move(item.instrument)};
    }
    return all;
}

} // namespace qob
