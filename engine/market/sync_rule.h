#pragma once

#include "engine/market/feed_message.h"

#include <string>

namespace qob {

// How a venue numbers its deltas against its snapshots and against each other. Three questions and their
// wording.
struct SyncRule {
    // The snapshot numbered `snapshot` holds the whole delta already.
    bool (*covered)(std::uint64_t snapshot, SequenceSpan const& delta);
    // The delta is the first one after that snapshot, with nothing missing between.
    bool (*bridges)(std::uint64_t snapshot, SequenceSpan const& delta);
    // The delta comes right after the one that ended at `last`.
    bool (*follows)(std::uint64_t last, SequenceSpan const& delta);
    // What bridges() or follows() wanted to see and what it saw, for people.
    std::string (*explain)(std::uint64_t last, bool afterSnapshot, SequenceSpan const& delta);
};

} // namespace qob
