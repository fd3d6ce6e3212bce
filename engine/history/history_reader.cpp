#include "engine/history/history_reader.h"

#include "engine/storage/journal_format.h"

#include <algorithm>
#include <array>
#include <map>

namespace qob {

namespace {

// Of a file that is still written and one of the same number that is not: the one that was closed.
std::map<std::uint64_t, std::string> segmentNames(std::vector<std::string> const& names)
{
    std::map<std::uint64_t, std::string> byNumber;
    for (std::string const& name : names) {
        if (auto const number = parseHistoryName(name)) {
            auto& known = byNumber[*number];
            if (known.empty() || isHistoryPart(known)) {
                known = name;
            }
        }
    }
    return byNumber;
}

} // namespace

bool HistoryReader::isHistory(FileSystem& files, std::string const& path)
{
    if (auto const names = files.list(path)) {
        return !segmentNames(*names).empty();
    }
    auto const file = files.open(path, OpenMode::Read);
    std::array<std::byte, historyMagic.size()> bytes{};
    auto const count = file ? (*file)->read(0, bytes) : 0;
    auto const magic = std::as_bytes(std::span(historyMagic.data(), historyMagic.size()));
    return count && *count == bytes.size() && std::ranges::equal(bytes, magic);
}

Expected<HistoryReader> HistoryReader::open(FileSystem& files, std::string const& path)
{
    HistoryReader reader(files);
    auto const names = files.list(path);
    if (!names) {
        if (auto added = reader.addSegment(path); !added) {
            return tl::unexpected(std::move(added.error()));
        }
        return reader;
    }
    for (auto const& [number, name] : segmentNames(*names)) {
        if (auto added = reader.addSegment(pathIn(path, name)); !added) {
            reader.m_problems.push_back(std::move(added.error()));
        }
    }
    if (reader.m_segments.empty()) {
        return reader.m_problems.empty()
                   ? fail(ErrorCode::StorageFileMissing, path + ": expected segments named history-NUMBER.qh")
                   : tl::unexpected(reader.m_problems.front());
    }
    return reader;
}

Expected<void> HistoryReader::addSegment(std::string const& path)
{
    auto const segment = SegmentReader::open(*m_files, path);
    if (!segment) {
        return tl::unexpected(segment.error());
    }
    HistorySegment found{path, (*segment)->header(), (*segment)->last(), (*segment)->bytes()};
    found.closed = !isHistoryPart(path);
    for (auto const& place : (*segment)->blocks()) {
        if (place.header.kind == HistoryBlockHeader::Kind::Events) {
            found.levels += place.header.levels;
            found.trades += place.header.trades;
        }
    }
    m_segments.push_back(std::move(found));
    return {};
}

Timestamp HistoryReader::end() const
{
    Timestamp last = begin();
    for (HistorySegment const& segment : m_segments) {
        last = std::max(last, segment.last);
    }
    return last;
}

std::vector<HistoryListing> HistoryReader::list() const
{
    std::map<std::pair<std::string, std::string>, HistoryListing> byName;
    HistoryCodec codec;
    for (HistorySegment const& segment : m_segments) {
        auto const reader = SegmentReader::open(*m_files, segment.path);
        if (!reader) {
            continue;
        }
        auto const events = std::max<std::uint64_t>(segment.levels + segment.trades, 1);
        for (HistoryInstrument const& one : (*reader)->summarise(codec)) {
            auto& listing = byName[{one.instrument.venue, one.instrument.symbol}];
            listing.first =
                listing.levels + listing.trades == 0 ? one.first : std::min(listing.first, one.first);
            listing.last = std::max(listing.last, one.last);
            listing.levels += one.levels;
            listing.trades += one.trades;
            auto const share = static_cast<double>(one.levels + one.trades) / static_cast<double>(events);
            listing.bytes += static_cast<std::uint64_t>(share * static_cast<double>(segment.bytes));
            listing.instrument = one.instrument;
        }
    }
    std::vector<HistoryListing> all;
    for (auto& [name, listing] : byName) {
        all.push_back(std::move(listing));
    }
    return all;
}

std::vector<Error> HistoryReader::heat(
    std::string_view venue,
    std::string_view symbol,
    Duration columnTime,
    Timestamp from,
    Timestamp to,
    std::function<void(StoredHeat const&)> const& visit
) const
{
    std::vector<Error> damage;
    HistoryCodec codec;
    std::vector<std::byte> payload;
    auto const columnMs = static_cast<std::uint32_t>(columnTime.value / milliseconds(1).value);
    for (HistorySegment const& segment : m_segments) {
        if (segment.header.first >= to || segment.last + columnTime < from) {
            continue;
        }
        auto const reader = SegmentReader::open(*m_files, segment.path);
        if (!reader) {
            damage.push_back(reader.error());
            continue;
        }
        auto const instruments = (*reader)->summarise(codec);
        auto const wanted =
            std::find_if(instruments.begin(), instruments.end(), [&](HistoryInstrument const& one) {
                return one.instrument.venue == venue && one.instrument.symbol == symbol;
            });
        if (wanted == instruments.end()) {
            continue;
        }
        for (auto const& place : (*reader)->blocks()) {
            HistoryBlockHeader const& header = place.header;
            if (header.kind != HistoryBlockHeader::Kind::Heat || header.columnMs != columnMs ||
                header.instrument != wanted->instrument.id.value || header.last < from ||
                header.first >= to) {
                continue;
            }
            auto stored =
                (*reader)->read(place, payload).and_then([&] { return decodeHeat(payload, codec); });
            if (!stored) {
                damage.push_back(stored.error());
                continue;
            }
            if (stored->tick.size == 0) {
                stored->tick = heatTickOf(wanted->instrument);
            }
            visit(*stored);
        }
    }
    return damage;
}

std::vector<Error> HistoryReader::raw(
    Timestamp from, Timestamp to, std::function<void(RawFrame const&, Timestamp)> const& visit
) const
{
    std::vector<Error> damage;
    HistoryCodec codec;
    HistoryBlock block;
    for (HistorySegment const& segment : m_segments) {
        auto const reader = SegmentReader::open(*m_files, segment.path);
        if (!reader) {
            damage.push_back(reader.error());
            continue;
        }
        for (auto const& place : (*reader)->blocks()) {
            HistoryBlockHeader const& header = place.header;
            if (header.kind != HistoryBlockHeader::Kind::Raw || header.last < from || header.first >= to) {
                continue;
            }
            if (auto read = (*reader)->read(place, codec, block); !read) {
                damage.push_back(std::move(read.error()));
                continue;
            }
            HistoryCursor cursor(block);
            HistoryItem item;
            while (cursor.next(item)) {
                auto const* const frame = item.extra == nullptr ? nullptr : std::get_if<RawFrame>(item.extra);
                if (frame != nullptr && item.event.time >= from && item.event.time < to) {
                    visit(*frame, item.event.time);
                }
            }
        }
    }
    return damage;
}

HistoryCheck HistoryReader::verify() const
{
    HistoryCheck check;
    check.damage = m_problems;
    HistoryCodec codec;
    HistoryBlock block;
    std::vector<std::byte> payload;
    for (HistorySegment const& segment : m_segments) {
        auto const reader = SegmentReader::open(*m_files, segment.path);
        if (!reader) {
            check.damage.push_back(reader.error());
            continue;
        }
        ++check.segments;
        check.bytes += segment.bytes;
        check.levels += segment.levels;
        check.trades += segment.trades;
        auto const& damage = (*reader)->damage();
        check.damage.insert(check.damage.end(), damage.begin(), damage.end());
        std::uint64_t expected = 0;
        for (auto const& place : (*reader)->blocks()) {
            ++check.blocks;
            if (place.header.number != expected && damage.empty()) {
                check.damage.push_back(
                    {ErrorCode::HistoryCorrupt,
                     segment.path + ": byte " + std::to_string(place.offset) + ": expected block " +
                         std::to_string(expected) + ", found " + std::to_string(place.header.number)}
                );
            }
            expected = place.header.number + 1;
            bool const heat = place.header.kind == HistoryBlockHeader::Kind::Heat;
            auto read = heat ? (*reader)->read(place, payload) : (*reader)->read(place, codec, block);
            if (!read) {
                check.damage.push_back(std::move(read.error()));
            }
        }
    }
    return check;
}

} // namespace qob
