#include "engine/market/book_sync.h"

#include <algorithm>
#include <utility>

namespace qob {

void DeltaBacklog::push(StoredDelta delta)
{
    m_bytes += delta.bytes();
    m_deltas.push_back(std::move(delta));
    while (m_bytes > m_maxBytes && m_deltas.size() > 1) {
        popFront();
    }
}

void DeltaBacklog::clear()
{
    m_deltas.clear();
    m_bytes = 0;
}

void DeltaBacklog::popFront()
{
    m_bytes -= m_deltas.front().bytes();
    m_deltas.pop_front();
}

BookSync::Verdict BookSync::onDelta(SequenceSpan const& delta)
{
    m_gapSeen = false;
    if (m_state != FeedState::Live) {
        bool const known = m_lastKept != 0;
        if (known && repeats(delta, m_lastKept) && !numbersAnew(delta, m_lastKept)) {
            return Verdict::Ignore;
        }
        // Before the first snapshot a hole may well lie in what the snapshot covers: it is judged then.
        if (m_state == FeedState::Stale && known && !m_rule->follows(m_lastKept, delta)) {
            noteGap(m_lastKept, false, true);
        }
        m_lastKept = delta.last;
        return Verdict::Keep;
    }
    return onKept(delta, false);
}

BookSync::Verdict BookSync::onKept(SequenceSpan const& delta, bool gapCounted)
{
    if (m_state != FeedState::Live) {
        m_lastKept = std::max(m_lastKept, delta.last);
        return Verdict::Keep;
    }
    if (numbersAnew(delta, m_sequence)) {
        return Verdict::Apply;
    }
    if (m_fromSnapshot && m_rule->covered(m_sequence, delta)) {
        return Verdict::Ignore;
    }
    if (!m_fromSnapshot && repeats(delta, m_sequence)) {
        return ++m_oldInRow < maxOldInRow ? Verdict::Ignore : broken(delta, true);
    }
    if (!joins(delta)) {
        return broken(delta, !gapCounted);
    }
    return Verdict::Apply;
}

bool BookSync::onSnapshot(std::uint64_t sequence)
{
    if (m_state == FeedState::Live && sequence < m_sequence) {
        return false;
    }
    m_state = FeedState::Live;
    m_sequence = sequence;
    m_fromSnapshot = true;
    m_oldInRow = 0;
    m_lastKept = 0;
    return true;
}

void BookSync::onStreamStart(std::uint64_t sequence)
{
    m_state = FeedState::AwaitingSnapshot;
    onSnapshot(sequence);
}

void BookSync::onLoss()
{
    if (m_state == FeedState::Live) {
        ++m_gaps;
        fault(m_sequence);
    }
}

void BookSync::applied(SequenceSpan const& delta)
{
    m_oldInRow = 0;
    m_fromSnapshot = false;
    m_sequence = delta.last;
}

void BookSync::fault(std::uint64_t last)
{
    m_state = FeedState::Stale;
    m_lastKept = last;
}

std::string BookSync::explain(SequenceSpan const& delta) const
{
    return m_rule->explain(m_gapAfter, m_gapAfterSnapshot, delta);
}

bool BookSync::joins(SequenceSpan const& delta) const
{
    return m_fromSnapshot ? m_rule->bridges(m_sequence, delta) : m_rule->follows(m_sequence, delta);
}

BookSync::Verdict BookSync::broken(SequenceSpan const& delta, bool count)
{
    m_state = FeedState::Stale;
    m_lastKept = delta.last;
    noteGap(m_sequence, m_fromSnapshot, count);
    return Verdict::Gap;
}

void BookSync::noteGap(std::uint64_t after, bool afterSnapshot, bool count)
{
    m_gapSeen = true;
    m_gaps += count ? 1 : 0;
    m_gapAfter = after;
    m_gapAfterSnapshot = afterSnapshot;
}

} // namespace qob
