#include "engine/history/history_writer.h"

#include "engine/storage/journal_format.h"

#include <algorithm>
#include <utility>

namespace qob {

namespace {

constexpr std::size_t rawBlockBytes = std::size_t{1} << 20U;
constexpr std::size_t keyBlockEvents = std::size_t{1} << 16U;
constexpr std::size_t mostExtras = std::size_t{1} << 14U; // in a block

std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

} // namespace

HistoryWriter::HistoryWriter(FileSystem& files, HistorySettings const& settings)
    : m_files(files)
    , m_settings(settings)
    , m_codec(settings.level)
    , m_heat([this](InstrumentId instrument, Duration columnTime, HeatTick tick, HeatChunk const& chunk) {
        addHeat(instrument, columnTime, tick, chunk);
    })
{}

Expected<std::unique_ptr<HistoryWriter>>
HistoryWriter::open(FileSystem& files, HistorySettings const& settings, Timestamp begin)
{
    std::unique_ptr<HistoryWriter> writer(new HistoryWriter(files, settings));
    if (auto made = files.createDirectory(settings.directory); !made) {
        return tl::unexpected(historyError(made.error()));
    }
    auto lock = files.lock(pathIn(settings.directory, historyLockName));
    if (!lock) {
        return tl::unexpected(historyError(lock.error()));
    }
    writer->m_lock = std::move(*lock);
    auto mended = mendHistory(files, settings.directory, writer->m_codec);
    if (!mended) {
        return tl::unexpected(historyError(mended.error()));
    }
    writer->m_notices = std::move(*mended);
    if (auto found = writer->findKept(begin); !found) {
        return tl::unexpected(historyError(found.error()));
    }
    return writer;
}

Expected<void> HistoryWriter::findKept(Timestamp begin)
{
    auto names = m_files.list(m_settings.directory);
    if (!names) {
        return tl::unexpected(names.error());
    }
    std::sort(names->begin(), names->end());
    for (std::string const& name : *names) {
        auto const number = parseHistoryName(name);
        if (!number) {
            continue;
        }
        m_nextNumber = std::max(m_nextNumber, *number + 1);
        auto const path = pathIn(m_settings.directory, name);
        auto const segment = SegmentReader::open(m_files, path);
        if (!segment) {
            m_notices.push_back(segment.error().message());
            continue;
        }
        const Timestamp last = (*segment)->last();
        if (last > begin) {
            return fail(
                ErrorCode::HistoryOutOfOrder,
                path + ": ends at " + std::to_string(last.value) + " ns, expected nothing after " +
                    std::to_string(begin.value) + " ns; record into another directory"
            );
        }
        m_kept.push_back({path, (*segment)->bytes(), last});
    }
    m_run = m_nextNumber;
    return {};
}

Expected<void> HistoryWriter::write(HistoryBlock const& batch, bool settle)
{
    if (batch.empty()) {
        return {};
    }
    Expected<void> done;
    switch (batch.kind) {
    case HistoryBlock::Kind::Events:
        done = writeEvents(batch);
        break;
    case HistoryBlock::Kind::Key:
        done = writeKey(batch);
        break;
    case HistoryBlock::Kind::Raw:
        done = writeRaw(batch);
        break;
    }
    if (done && settle && std::exchange(m_unsynced, false)) {
        done = m_segment->sync();
    }
    return done.map_error(historyError);
}

Expected<void> HistoryWriter::writeEvents(HistoryBlock const& batch)
{
    if (!m_segment) {
        // Of a market that begins: there are no books yet.
        auto opened = openSegment(batch.events.front().time).and_then([&] {
            return writeBlock(HistoryBlockHeader::Kind::Key, m_key);
        });
        if (!opened) {
            return opened;
        }
    }
    m_last = std::max(m_last, batch.events.back().time);
    if (m_settings.heat) {
        m_heat.add(batch);
    }
    if (auto added = addEvents(batch); !added || m_block.empty()) {
        return added;
    }
    bool const old = m_last - m_block.events.front().time >= m_settings.blockTime;
    return old || isFull() ? cut() : Expected<void>();
}

// The books behind a hole come as one batch, which may be of any length: such a one is split.
Expected<void> HistoryWriter::addEvents(HistoryBlock const& batch)
{
    if (batch.events.size() <= keyBlockEvents) {
        m_block.append(batch);
        return {};
    }
    Expected<void> done;
    HistoryCursor cursor(batch);
    HistoryItem item;
    while (done && cursor.next(item)) {
        m_block.add(item);
        if (isFull()) {
            done = cut();
        }
    }
    return done;
}

bool HistoryWriter::isFull() const
{
    return m_block.events.size() >= m_settings.blockEvents || m_block.extras.size() >= mostExtras;
}

// Split where it is long: HistoryBlockHeader::Kind::KeyMore.
Expected<void> HistoryWriter::writeKey(HistoryBlock const& batch)
{
    const Timestamp time = std::max(m_last, batch.events.front().time);
    auto done = cut();
    if (done && m_segment && segmentDue(time)) {
        done = closeSegment();
    }
    if (done && !m_segment) {
        done = openSegment(time);
    }
    if (m_settings.heat) {
        m_heat.add(batch);
    }
    auto kind = HistoryBlockHeader::Kind::Key;
    HistoryCursor cursor(batch);
    HistoryItem item;
    bool more = true;
    while (done && more) {
        more = cursor.next(item);
        if (more) {
            m_key.add(item);
        }
        if (!more || m_key.events.size() == keyBlockEvents) {
            done = writeBlock(kind, m_key);
            kind = HistoryBlockHeader::Kind::KeyMore;
            m_key.clear();
        }
    }
    m_last = time;
    return done;
}

Expected<void> HistoryWriter::writeRaw(HistoryBlock const& batch)
{
    if (!m_segment) {
        auto opened = openSegment(batch.events.front().time).and_then([&] {
            return writeBlock(HistoryBlockHeader::Kind::Key, m_key);
        });
        if (!opened) {
            return opened;
        }
    }
    m_raw.append(batch);
    for (HistoryExtra const& extra : batch.extras) {
        auto const& frame = std::get<RawFrame>(extra);
        m_rawBytes += frame.bytes.size() + frame.url.size() + frame.connection.size();
    }
    return m_rawBytes >= rawBlockBytes ? cutRaw() : Expected<void>();
}

Expected<void> HistoryWriter::cutRaw()
{
    if (m_raw.empty()) {
        return {};
    }
    auto written = writeBlock(HistoryBlockHeader::Kind::Raw, m_raw);
    m_raw.clear();
    m_rawBytes = 0;
    return written;
}

// What was collected becomes a block.
Expected<void> HistoryWriter::cut()
{
    if (m_block.empty()) {
        return {};
    }
    auto written = writeBlock(HistoryBlockHeader::Kind::Events, m_block);
    m_block.clear();
    return written.and_then([&] { return writeHeat(); });
}

bool HistoryWriter::segmentDue(Timestamp time) const
{
    auto const period = m_settings.segmentTime.value;
    return wantsKey() || floorDiv(time.value, period) != floorDiv(m_segment->header().first.value, period);
}

Expected<void> HistoryWriter::writeBlock(HistoryBlockHeader::Kind kind, HistoryBlock const& block)
{
    m_payload.clear();
    m_codec.encode(block, m_payload);
    HistoryBlockHeader header;
    header.kind = kind;
    header.first = block.empty() ? m_segment->header().first : block.events.front().time;
    header.last = block.empty() ? header.first : block.events.back().time;
    for (auto const& tally : m_codec.tallies()) {
        header.levels += tally.levels;
        header.trades += tally.trades;
        if (kind == HistoryBlockHeader::Kind::Events) {
            m_summary.add(tally);
        }
    }
    for (HistoryExtra const& extra : block.extras) {
        if (auto const* instrument = std::get_if<Instrument>(&extra)) {
            m_summary.define(*instrument);
        }
    }
    m_unsynced = true;
    return m_segment->write(header, m_payload);
}

Expected<void> HistoryWriter::openSegment(Timestamp first)
{
    HistorySegmentHeader header;
    header.number = m_nextNumber++;
    header.run = m_run;
    header.first = first;
    header.continues = header.number != m_run;
    auto segment = SegmentWriter::create(m_files, m_settings.directory, header);
    if (!segment) {
        return tl::unexpected(segment.error());
    }
    m_segment = std::move(*segment);
    m_last = std::max(m_last, first);
    return removeOld();
}

void HistoryWriter::addHeat(
    InstrumentId instrument, Duration columnTime, HeatTick tick, HeatChunk const& chunk
)
{
    HistoryBlockHeader header;
    header.kind = HistoryBlockHeader::Kind::Heat;
    header.instrument = instrument.value;
    header.columnMs = static_cast<std::uint32_t>(columnTime.value / milliseconds(1).value);
    header.first = Timestamp(chunk.firstColumn * columnTime.value);
    header.last =
        header.first + columnTime * static_cast<std::int64_t>(chunk.columns.size()) - nanoseconds(1);
    std::vector<std::byte> bytes;
    encodeHeat(chunk, tick, m_codec, bytes);
    m_heatBlocks.emplace_back(header, std::move(bytes));
}

Expected<void> HistoryWriter::writeHeat()
{
    Expected<void> written;
    for (auto const& [header, bytes] : m_heatBlocks) {
        if (written) {
            written = m_segment->write(header, bytes);
        }
    }
    m_heatBlocks.clear();
    return written;
}

Expected<void> HistoryWriter::closeSegment(bool last)
{
    m_heat.seal(last);
    auto closed = cutRaw().and_then([&] { return writeHeat(); }
    ).and_then([&] { return m_segment->close(m_summary.take(), m_codec); });
    if (!closed) {
        return closed;
    }
    m_closedBytes += m_segment->bytes();
    auto const name = historySegmentName(m_segment->header().number);
    m_kept.push_back({pathIn(m_settings.directory, name), m_segment->bytes(), m_last});
    m_segment.reset();
    return {};
}

Expected<void> HistoryWriter::removeOld()
{
    std::uint64_t bytes = 0;
    for (Kept const& kept : m_kept) {
        bytes += kept.bytes;
    }
    auto const tooOld = [&](Kept const& kept) {
        return m_settings.keepTime != Duration(0) && m_last - kept.last > m_settings.keepTime;
    };
    while (!m_kept.empty() &&
           (tooOld(m_kept.front()) || (m_settings.keepBytes != 0 && bytes > m_settings.keepBytes))) {
        if (auto removed = m_files.remove(m_kept.front().path); !removed) {
            return removed;
        }
        bytes -= m_kept.front().bytes;
        m_kept.erase(m_kept.begin());
    }
    return {};
}

Expected<void> HistoryWriter::finish()
{
    if (!m_segment) {
        return {};
    }
    return cut().and_then([&] { return closeSegment(true); }
    ).and_then([&] {
         return removeOld();
     }).map_error(historyError);
}

Timestamp keyAfter(HistorySettings const& settings, Timestamp time)
{
    auto const period = settings.segmentTime.value;
    const Timestamp segmentEnd((floorDiv(time.value, period) + 1) * period);
    return std::min(time + settings.keyTime, segmentEnd);
}

} // namespace qob
