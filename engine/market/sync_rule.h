#pragma once

#include "engine/market/feed_message.h"

#include <string>

namespace qob {

// How a venue numbers its deltas against its snapshots and against each other. Three questions and their wording.
struct SyncRule {
    // The snapshot numbered `snapshot` holds the whole delta already.
    bool (*covered)(std::uint64_t snapshot, const SequenceSpan& delta);
    // The delta is the first one after that snapshot, with nothing missing between.
    bool (*bridges)(std::uint64_t snapshot, const SequenceSpan& delta);
    // The delta comes right after the one that ended at `last`.
    bool (*follows)(std::uint64_t last, const SequenceSpan& delta);
    // What bridges() or follows() wanted to see and what it saw, for people.
    std::string (*explain)(std::uint64_t last, bool afterSnapshot, const SequenceSpan& delta);
};

} // namespace qob
