#include "engine/market/feed_book.h"

#include <algorithm>
#include <array>

// How a FeedBook begins, and begins anew: snapshots, and the deltas kept for them.

namespace qob {

// For the next snapshot.
void FeedBook::keep(FeedMessage const& delta, Context const& context)
{
    m_backlog.push(
        {delta.span,
         delta.bids,
         delta.asks,
         context.place,
         m_sync.gapSeen(),
         delta.bidIds,
         delta.askIds,
         context.time}
    );
}

// A live book of whose deltas some may be missing unseen is made anew now and then: what is newer than the
// snapshot is then applied to it again. One comes sooner than this after what it does not hold.
void FeedBook::keepForRefresh(FeedMessage const& delta, Context const& context)
{
    constexpr Duration longest = seconds(30);
    keep(delta, context);
    while (m_backlog.front().time < context.time - longest) {
        m_backlog.popFront();
    }
}

void FeedBook::onSnapshot(FeedMessage const& snapshot, Context const& context)
{
    bool const wasLive = m_status.state == FeedState::Live;
    if (snapshot.kind == FeedMessage::Kind::StreamStart) {
        m_sync.onStreamStart(snapshot.span.last);
        m_backlog.clear();
    } else if (!takesUp(snapshot)) {
        return;
    }
    if (!m_instrument && !publishInstrument(&snapshot, context)) {
        m_sync.fault(snapshot.span.last);
        return;
    }
    const Change change{snapshot.span, snapshot.bids, snapshot.asks, snapshot.bidIds, snapshot.askIds};
    if (!convert(change, context)) {
        return;
    }
    m_provesItself = provesItself(snapshot);
    m_depth = snapshot.depth == 0 ? m_spec->depth : snapshot.depth;
    m_written.clear();
    bool const differs = wasLive && m_spec->checksum == nullptr; // only what does is told
    if (differs && !m_orders && m_backlog.empty()) {
        replaceSide(Side::Buy, m_newBids, context);
        replaceSide(Side::Sell, m_newAsks, context);
        cutDepth(context);
    } else if (differs) {
        beginAnew(snapshot, context);
    } else {
        context.listener.onBookCleared(m_id, context.time);
        fill(snapshot, context);
    }
    finishUpdate(snapshot, context);
}

// From nothing: the snapshot just converted, and what is newer.
void FeedBook::fill(FeedMessage const& snapshot, Context const& context)
{
    m_book.clear();
    if (m_orders) {
        m_orders->clear();
    }
    applySide(Side::Buy, m_newBids, snapshot.bids, context);
    applySide(Side::Sell, m_newAsks, snapshot.asks, context);
    applyOrders(Side::Buy, m_newBids, snapshot.bidIds, context);
    applyOrders(Side::Sell, m_newAsks, snapshot.askIds, context);
    drainBacklog(context);
    cutDepth(context);
}

// The same for a live book. Levels that go back to what they were before the newer deltas, and on again, have
// never changed: told is what differs in the end.
void FeedBook::beginAnew(FeedMessage const& snapshot, Context const& context)
{
    std::array<std::vector<PriceLevel>, 2> before;
    std::array<std::vector<PriceLevel>, 2> after;
    constexpr Side sides[] = {Side::Buy, Side::Sell};
    for (std::size_t i = 0; i < 2; ++i) {
        m_book.depth(sides[i], m_book.levels(sides[i]), before[i]);
    }
    m_untold = true;
    fill(snapshot, context);
    m_untold = false;
    for (std::size_t i = 0; i < 2; ++i) {
        m_book.depth(sides[i], m_book.levels(sides[i]), after[i]);
        for (PriceLevel const& level : before[i]) {
            if (m_book.at(sides[i], level.price) == Qty(0)) {
                context.listener.onLevel(m_id, sides[i], level.price, Qty(0), context.time);
            }
        }
        auto const better = [&](PriceLevel const& a, PriceLevel const& b) {
            return sides[i] == Side::Buy ? a.price > b.price : a.price < b.price;
        };
        auto old = before[i].begin();
        for (PriceLevel const& level : after[i]) {
            old = std::lower_bound(old, before[i].end(), level, better);
            if (old == before[i].end() || old->price != level.price || old->qty != level.qty) {
                context.listener.onLevel(m_id, sides[i], level.price, level.qty, context.time);
            }
        }
    }
}

// Whether the book goes on from a snapshot that was asked for.
bool FeedBook::takesUp(FeedMessage const& snapshot)
{
    if (mayMissDeltas(snapshot)) {
        return false;
    }
    // All that the live book has beyond the snapshot is among what was kept.
    if (m_spec->resyncEvery != Duration(0) && !m_backlog.empty() && m_sync.state() == FeedState::Live) {
        m_sync.onStreamStart(snapshot.span.last);
        return true;
    }
    return m_sync.onSnapshot(snapshot.span.last);
}

// Where numbers merely grow a hole between a snapshot and the oldest delta kept could not be seen: the
// snapshot has to be newer than that one.
bool FeedBook::mayMissDeltas(FeedMessage const& snapshot) const
{
    return m_spec->rule->ties && !m_backlog.empty() && snapshot.span.last < m_backlog.front().span.last;
}

// Offers the kept deltas to the snapshot that has just been loaded. Stops where one does not fit: from there
// on they wait for another snapshot.
void FeedBook::drainBacklog(Context const& context)
{
    while (!m_backlog.empty()) {
        StoredDelta const& kept = m_backlog.front();
        const Context there{context.time, kept.place, context.listener};
        auto const verdict = m_sync.onKept(kept.span, kept.gapCounted);
        if (verdict == BookSync::Verdict::Gap) {
            gap(kept.span, there);
            m_backlog.noteGap();
            m_sync.keptUpTo(m_backlog.back().span.last);
            return;
        }
        const Change change{kept.span, kept.bids, kept.asks, kept.bidIds, kept.askIds};
        bool const applied = verdict != BookSync::Verdict::Apply || applyDelta(change, there);
        m_backlog.popFront();
        if (!applied) {
            if (!m_backlog.empty()) {
                m_sync.keptUpTo(m_backlog.back().span.last);
            }
            return;
        }
    }
}

// A whole side in the place of the one there is, told as what differs.
void FeedBook::replaceSide(Side side, std::vector<PriceLevel>& levels, Context const& context)
{
    auto const better = [side](PriceLevel const& a, PriceLevel const& b) {
        return side == Side::Buy ? a.price > b.price : a.price < b.price;
    };
    if (!std::is_sorted(levels.begin(), levels.end(), better)) {
        std::sort(levels.begin(), levels.end(), better);
    }
    m_book.depth(side, m_book.levels(side), m_oldLevels);
    auto next = levels.begin();
    for (auto const& old : m_oldLevels) {
        next = std::find_if(next, levels.end(), [&](auto const& level) { return !better(level, old); });
        if (next == levels.end() || next->price != old.price) {
            setLevel(side, {old.price, Qty(0)}, context);
        }
    }
    for (auto const& level : levels) {
        setLevel(side, level, context);
    }
}

} // namespace qob
