#pragma once

#include "engine/base/expected.h"

#include <cstdint>
#include <functional>

namespace qob {

// What `commit` waits for, and so what a sequence it returns has survived.
enum class Durability : std::uint8_t {
    Sync,  // it lies on the disk: commit writes and syncs before it returns
    Group, // the same, but a thread of its own does it, and what piles up meanwhile is synced together
    None,  // it was given to the operating system: lost with the power, not with the process
};

// Whether a record may use the space kept back for a full disk.
enum class RecordClass : std::uint8_t {
    Normal,
    Essential, // what makes the engine smaller: cancels
};

enum class JournalState : std::uint8_t {
    Open,
    SpaceLow, // the next segment could not be made; once the current one is down to its reserve, Normal
              // records are refused
    Failed,   // a write or a sync failed: nothing is accepted or called durable any more
};

// Told on the thread that commits, after each commit, what is durable now or, once, why nothing will be. Must
// not call the journal.
using DurableCallback = std::function<void(Expected<std::uint64_t> const& durableSequence)>;

struct JournalOptions {
    Durability durability = Durability::Group;
    std::uint64_t segmentBytes = 64U << 20U;
    std::uint64_t reserveBytes = 1U << 20U; // of each segment, for Essential records; at most a quarter of it
    std::uint32_t sectorBytes = 512;        // what the disk writes as one: a power of two, 512 to 4096
    std::size_t bufferBytes = 4U << 20U;    // how much is gathered before append itself commits
    DurableCallback onDurable;              // may be empty
};

// JournalBadOptions says which of them cannot be.
Expected<void> validate(JournalOptions const& options);

} // namespace qob
