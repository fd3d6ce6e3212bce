#include "engine/history/history_writer.h"

#include "engine/storage/journal_format.h"

#include <algorithm>
#include <utility>

namespace qob {

namespace {

constexpr std::size_t rawBlockBytes = std::size_t{1} << 20U;
constexpr std::uint64_t keyShare = 8; // key frames are at most about one byte in so many

std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

} // namespace

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
    HistoryCursor cursor(batch);
    HistoryItem item;
    while (cursor.next(item)) {
        if (auto added = add(item); !added) {
            return tl::unexpected(historyError(added.error()));
        }
    }
    bool const old = !m_block.empty() && m_last - m_block.events.front().time >= m_settings.blockTime;
    if (old) {
        if (auto done = cut(); !done) {
            return tl::unexpected(historyError(done.error()));
        }
    }
    if (settle && std::exchange(m_unsynced, false)) {
        return m_segment->sync().map_error(historyError);
    }
    return {};
}

Expected<void> HistoryWriter::add(HistoryItem const& item)
{
    if (!m_segment) {
        if (auto opened = openSegment(item.event.time); !opened) {
            return opened;
        }
    }
    m_last = std::max(m_last, item.event.time);
    if (item.extra != nullptr) {
        if (auto const* raw = std::get_if<RawFrame>(item.extra)) {
            addRaw(*raw, item.event.time);
            return m_rawBytes >= rawBlockBytes ? cutRaw() : Expected<void>();
        }
        if (auto const* instrument = std::get_if<Instrument>(item.extra)) {
            m_summary.define(*instrument);
        }
        m_block.extras.push_back(*item.extra);
    }
    m_books.apply(item);
    m_summary.add(item);
    m_block.events.push_back(item.event);
    if (hasNumber(item.event.kind)) {
        m_block.numbers.push_back(item.number);
    }
    return m_block.events.size() >= m_settings.blockEvents ? cut() : Expected<void>();
}

void HistoryWriter::addRaw(RawFrame const& frame, Timestamp time)
{
    m_rawBytes += frame.bytes.size() + frame.url.size() + frame.connection.size();
    m_raw.add(frame, InstrumentId(0), time);
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

// What was collected becomes a block; behind it a key frame or a new segment when it is time.
Expected<void> HistoryWriter::cut()
{
    auto done = writeBlock(HistoryBlockHeader::Kind::Events, m_block);
    m_block.clear();
    if (!done) {
        return done;
    }
    if (segmentDue()) {
        return closeSegment().and_then([&] { return openSegment(m_last); });
    }
    return keyDue() ? writeKey(m_last) : done;
}

bool HistoryWriter::keyDue() const
{
    return m_last - m_keyAt >= m_settings.keyTime ||
           (m_bytesSinceKey > keyShare * m_keyBytes && m_last - m_keyAt >= seconds(30));
}

bool HistoryWriter::segmentDue() const
{
    auto const period = m_settings.segmentTime.value;
    return m_segment->bytes() >= m_settings.segmentBytes ||
           floorDiv(m_last.value, period) != floorDiv(m_segment->header().first.value, period);
}

Expected<void> HistoryWriter::writeBlock(HistoryBlockHeader::Kind kind, HistoryBlock const& block)
{
    HistoryBlockHeader header;
    header.kind = kind;
    header.first = block.events.empty() ? m_last : block.events.front().time;
    header.last = header.first;
    for (HistoryEvent const& event : block.events) {
        header.last = std::max(header.last, event.time);
        header.first = std::min(header.first, event.time);
        header.levels += isLevel(event.kind) ? 1U : 0U;
        header.trades += isTrade(event.kind) ? 1U : 0U;
    }
    m_payload.clear();
    m_codec.encode(block, m_payload);
    m_bytesSinceKey += m_payload.size() + historyHeaderBytes;
    m_unsynced = true;
    return m_segment->write(header, m_payload);
}

Expected<void> HistoryWriter::writeKey(Timestamp time)
{
    auto kind = HistoryBlockHeader::Kind::Key;
    Expected<void> written;
    auto const flush = [&] {
        if (written) {
            written = writeBlock(kind, m_key);
        }
        kind = HistoryBlockHeader::Kind::KeyMore;
        m_key.clear();
    };
    auto const before = m_segment->bytes();
    m_books.snapshot(time, m_key, flush);
    flush();
    m_keyBytes = m_segment->bytes() - before;
    m_keyAt = time;
    m_bytesSinceKey = 0;
    return written;
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
    for (auto const& [id, book] : m_books.all()) {
        if (book->known) {
            m_summary.define(book->instrument);
        }
    }
    return writeKey(first).and_then([&] { return removeOld(); });
}

Expected<void> HistoryWriter::closeSegment()
{
    auto closed = cutRaw().and_then([&] { return m_segment->close(m_summary.take(), m_codec); });
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
    Expected<void> done;
    if (!m_block.empty()) {
        done = writeBlock(HistoryBlockHeader::Kind::Events, m_block);
        m_block.clear();
    }
    return done.and_then([&] { return closeSegment(); }
    ).and_then([&] {
         return removeOld();
     }).map_error(historyError);
}

} // namespace qob
