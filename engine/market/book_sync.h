#pragma once

#include "engine/api/market_data.h"
#include "engine/market/sync_rule.h"

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

namespace qob {

// A delta kept until a snapshot can take it up.
struct StoredDelta {
    SequenceSpan span;
    std::vector<WrittenLevel> bids;
    std::vector<WrittenLevel> asks;
    FeedPlace place;
    bool gapCounted = false; // a gap before it was counted when it arrived
    std::vector<std::uint64_t> bidIds;
    std::vector<std::uint64_t> askIds;
    Timestamp time; // it came

    [[nodiscard]] std::size_t bytes() const
    {
        return sizeof(*this) + (bids.capacity() + asks.capacity()) * sizeof(WrittenLevel) +
               (bidIds.capacity() + askIds.capacity()) * sizeof(std::uint64_t);
    }
};

// The deltas that wait for a snapshot, oldest first. Bounded: the oldest go first, and the snapshot that
// needs them will then find a gap.
class DeltaBacklog {
public:
    static constexpr std::size_t defaultBytes = std::size_t{8} << 20U;

    explicit DeltaBacklog(std::size_t maxBytes = defaultBytes) : m_maxBytes(maxBytes) {}

    void push(StoredDelta delta);
    void clear();

    [[nodiscard]] bool empty() const { return m_deltas.empty(); }

    [[nodiscard]] std::size_t size() const { return m_deltas.size(); }

    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

    [[nodiscard]] StoredDelta const& front() const { return m_deltas.front(); }

    [[nodiscard]] StoredDelta const& back() const { return m_deltas.back(); }

    void popFront();

    // A gap before the oldest has been counted.
    void noteGap() { m_deltas.front().gapCounted = true; }

private:
    std::deque<StoredDelta> m_deltas;
    std::size_t m_bytes = 0;
    std::size_t m_maxBytes;
};

// Decides by sequence numbers alone what to do with each delta and each snapshot of one book. Knows no
// prices.
//
// AwaitingSnapshot -> snapshot -> Live -> gap or fault -> Stale -> snapshot -> Live. While not live, deltas
// are kept; after a snapshot those kept are offered again. What is to be applied counts only once it has
// been.
class BookSync {
public:
    enum class Verdict : std::uint8_t {
        Apply,
        Ignore, // the book holds it already
        Keep,   // there is no live book; keep it for the next snapshot
        Gap,    // something is missing before it; now Stale; keep it
    };

    explicit BookSync(SyncRule const& rule) : m_rule(&rule) {}

    // A delta as it arrives.
    Verdict onDelta(SequenceSpan const& delta);

    // A kept delta, offered again after a snapshot. `gapCounted`: a gap before it was counted when it
    // arrived.
    Verdict onKept(SequenceSpan const& delta, bool gapCounted);

    // A delta without a number, or a checksum: it is right for a live book and of no use to another.
    [[nodiscard]] bool takesUnnumbered() const { return m_state == FeedState::Live; }

    // A snapshot in its place in the stream: right whatever was before. Deltas kept are void.
    void onStreamStart(std::uint64_t sequence);

    // Messages are missing, by what the connection said. Now Stale.
    void onLoss();

    // False: the live book is newer than this snapshot, which is to be left out.
    bool onSnapshot(std::uint64_t sequence);

    // The delta of the last Apply is in the book.
    void applied(SequenceSpan const& delta);

    // The newest delta that waits for the next snapshot ends at `last`: the next to come has to follow it.
    void keptUpTo(std::uint64_t last) { m_lastKept = last; }

    // Deltas that were kept are of no use any more; the next ones need not follow them.
    void forgetKept() { m_lastKept = 0; }

    // The book cannot be trusted any more, for another reason than its numbers. `last` is the last update
    // received.
    void fault(std::uint64_t last);

    [[nodiscard]] FeedState state() const { return m_state; }

    // The last update that the book holds.
    [[nodiscard]] std::uint64_t sequence() const { return m_sequence; }

    [[nodiscard]] std::uint64_t gaps() const { return m_gaps; }

    // The last onDelta() found a gap before its delta, whether or not the book was live.
    [[nodiscard]] bool gapSeen() const { return m_gapSeen; }

    // What was expected of the delta before which the last gap was found.
    [[nodiscard]] std::string explain(SequenceSpan const& delta) const;

    [[nodiscard]] SyncRule const& rule() const { return *m_rule; }

private:
    [[nodiscard]] bool joins(SequenceSpan const& delta) const;
    Verdict broken(SequenceSpan const& delta, bool count);
    void noteGap(std::uint64_t after, bool afterSnapshot, bool count);

    [[nodiscard]] bool repeats(SequenceSpan const& delta, std::uint64_t last) const
    {
        return delta.last < last || (delta.last == last && !m_rule->ties);
    }

    // The venue numbers anew: the delta has a smaller number than the one it names as the one before.
    [[nodiscard]] static bool numbersAnew(SequenceSpan const& delta, std::uint64_t last)
    {
        return last != 0 && delta.previous == last && delta.last < last;
    }

    // So many deltas in a row older than the book are no repeats any more: the venue numbers anew.
    static constexpr std::uint32_t maxOldInRow = 1000;

    SyncRule const* m_rule;
    FeedState m_state = FeedState::AwaitingSnapshot;
    bool m_fromSnapshot = false; // nothing has been applied since the snapshot
    bool m_gapSeen = false;
    std::uint32_t m_oldInRow = 0;
    std::uint64_t m_sequence = 0;
    std::uint64_t m_lastKept = 0; // the last update of the newest delta kept; 0: none
    std::uint64_t m_gaps = 0;
    std::uint64_t m_gapAfter = 0; // the last update before the last gap
    bool m_gapAfterSnapshot = false;
};

} // namespace qob
