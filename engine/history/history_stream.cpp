#include "engine/history/history_stream.h"

#include <algorithm>

namespace qob {

using Kind = HistoryEvent::Kind;
using BlockKind = HistoryBlockHeader::Kind;

HistoryStream::HistoryStream(
    FileSystem& files, std::vector<HistorySegment> segments, Timestamp from, Timestamp to
)
    : m_files(files)
    , m_segments(std::move(segments))
    , m_from(from)
    , m_to(to)
    , m_rolling(!m_segments.empty() && from > m_segments.front().header.first)
{
    if (m_rolling) {
        findStart();
    }
}

// The segment and in it the key frame before `from`.
void HistoryStream::findStart()
{
    auto const after = std::find_if(m_segments.begin(), m_segments.end(), [this](HistorySegment const& one) {
        return one.header.first > m_from;
    });
    m_segment = static_cast<std::size_t>(after - m_segments.begin()) - 1;
    if (openSegment() || !m_reader) {
        return;
    }
    auto const& blocks = m_reader->blocks();
    for (std::size_t i = 0; i < blocks.size() && blocks[i].header.first <= m_from; ++i) {
        if (blocks[i].header.kind == BlockKind::Key) {
            m_place = i;
            m_expected = blocks[i].header.number;
        }
    }
}

bool HistoryStream::next(HistoryItem& item)
{
    bool const found = m_rolling || m_first ? rollTo(item) : nextOf(item);
    if (!found || item.event.time >= m_to) {
        m_over = true;
        return false;
    }
    m_time = std::max(m_time, item.event.time);
    item.event.time = m_time;
    return true;
}

// What comes before `from` makes the state at `from`, which is told first.
bool HistoryStream::rollTo(HistoryItem& item)
{
    auto run = m_runs;
    while (m_rolling) {
        if (!nextOf(item)) {
            return false;
        }
        if (run != m_runs) {
            m_books.clear();
            run = m_runs;
        }
        if (item.event.time < m_from) {
            m_books.apply(item);
            continue;
        }
        m_rolling = false;
        m_first = item;
        m_books.snapshot(m_from, m_start);
        m_startCursor = HistoryCursor(m_start);
        m_books.clear();
    }
    if (!m_startCursor.next(item)) {
        item = *m_first;
        m_first.reset();
    }
    return true;
}

bool HistoryStream::nextOf(HistoryItem& item)
{
    while (!m_over) {
        while (!m_cursor.next(item)) {
            if (!load()) {
                m_over = true;
                return false;
            }
        }
        if (!m_holed || !isVoid(item.event)) {
            return true;
        }
    }
    return false;
}

// A change to a book of which it is not known what it was before.
bool HistoryStream::isVoid(HistoryEvent const& event)
{
    if (event.kind == Kind::Cleared) {
        m_toldAnew.insert(event.instrument);
    }
    return (isLevel(event.kind) || event.kind == Kind::Updated) && !m_toldAnew.contains(event.instrument);
}

// The next block that is to be handed out, or a hole.
bool HistoryStream::load()
{
    while (true) {
        if (!m_reader) {
            if (m_segment == m_segments.size() || m_segments[m_segment].header.first >= m_to) {
                return false;
            }
            if (openSegment()) {
                return true;
            }
            continue;
        }
        auto const& blocks = m_reader->blocks();
        if (m_place == blocks.size()) {
            bool const torn = !m_reader->indexed() && !m_reader->damage().empty();
            auto const why = torn ? m_reader->damage().back() : Error{};
            m_reader.reset();
            if (torn) {
                return hole(why);
            }
            continue;
        }
        HistoryBlockPlace const place = blocks[m_place];
        if (place.header.number != m_expected) {
            auto const missing = place.header.number - m_expected;
            m_expected = place.header.number;
            return hole(
                {ErrorCode::HistoryCorrupt,
                 m_reader->path() + ": " + std::to_string(missing) + " blocks are missing before byte " +
                     std::to_string(place.offset)}
            );
        }
        ++m_place;
        ++m_expected;
        if (take(place)) {
            return true;
        }
    }
}

// True when there is a hole before it.
bool HistoryStream::openSegment()
{
    HistorySegment const& segment = m_segments[m_segment++];
    auto reader = SegmentReader::open(m_files, segment.path);
    if (!reader) {
        return hole(std::move(reader.error()));
    }
    m_reader = std::move(*reader);
    m_place = 0;
    m_expected = 0;
    auto const before = std::exchange(m_before, segment.header);
    if (!before) {
        return false;
    }
    if (before->run != segment.header.run) {
        ++m_runs;
        return hole(
            {ErrorCode::HistoryGap,
             segment.path + ": nothing was recorded between " + std::to_string(m_time.value) + " and " +
                 std::to_string(segment.header.first.value) + " ns"}
        );
    }
    if (before->number + 1 != segment.header.number) {
        auto const missing = segment.header.number - before->number - 1;
        return hole(
            {ErrorCode::HistoryGap, std::to_string(missing) + " segments are missing before " + segment.path}
        );
    }
    return false;
}

bool HistoryStream::take(HistoryBlockPlace const& place)
{
    switch (place.header.kind) {
    case BlockKind::Key:
        m_inKey = !m_inSync;
        m_inSync = true;
        return m_inKey && read(place);
    case BlockKind::KeyMore:
        return m_inKey && read(place);
    case BlockKind::Events:
        m_inKey = false;
        if (!m_inSync && !m_holed) {
            --m_place;
            --m_expected;
            return hole(
                {ErrorCode::HistoryCorrupt,
                 m_reader->path() + ": byte " + std::to_string(place.offset) +
                     ": expected the books' state before the first events"}
            );
        }
        return read(place);
    case BlockKind::Raw:
    case BlockKind::Heat:
    case BlockKind::Index:
        break;
    }
    return false;
}

bool HistoryStream::read(HistoryBlockPlace const& place)
{
    if (auto got = m_reader->read(place, m_codec, m_block); !got) {
        return hole(std::move(got.error()));
    }
    m_cursor = HistoryCursor(m_block);
    return true;
}

bool HistoryStream::hole(Error why)
{
    ++m_damaged;
    m_inSync = false;
    m_inKey = false;
    m_holed = true;
    m_toldAnew.clear();
    m_block.clear();
    const Timestamp time = std::max(m_time, m_segments.front().header.first);
    m_block.add(HistoryHole{time, std::move(why)}, InstrumentId(0), time);
    m_cursor = HistoryCursor(m_block);
    return true;
}

} // namespace qob
