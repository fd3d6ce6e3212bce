#pragma once

#include "engine/market/feed_message.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace qob {

// How a venue numbers its deltas against its snapshots and against each other. Three questions and their
// wording. A delta whose span.last is 0 has no number and is not asked about: it follows what came before.
struct SyncRule {
    // The snapshot numbered `snapshot` holds the whole delta already.
    bool (*covered)(std::uint64_t snapshot, SequenceSpan const& delta);
    // The delta is the first one after that snapshot, with nothing missing between.
    bool (*bridges)(std::uint64_t snapshot, SequenceSpan const& delta);
    // The delta comes right after the one that ended at `last`.
    bool (*follows)(std::uint64_t last, SequenceSpan const& delta);
    // What bridges() or follows() wanted to see and what it saw, for people.
    std::string (*explain)(std::uint64_t last, bool afterSnapshot, SequenceSpan const& delta);
    // The whole rule in a few words, for people.
    std::string_view words;
    // Several deltas may bear the same number.
    bool ties = false;
};

// What several venues do, with `words` of their own where their fields have names.

// first = last + 1. A venue with one number a delta has first = last.
extern const SyncRule contiguousRule;

// previous = last.
extern const SyncRule chainedRule;

// Numbers or times that only grow: what is older than the snapshot is dropped, a hole cannot be seen.
extern const SyncRule growingRule;

// No numbers that could be held against each other.
extern const SyncRule unnumberedRule;

// One number for all messages of a connection, which its VenueFeed checks: FeedBatch::lost.
extern const SyncRule connectionRule;

// `rule` described in other words.
constexpr SyncRule inWords(SyncRule rule, std::string_view words)
{
    rule.words = words;
    return rule;
}

} // namespace qob
