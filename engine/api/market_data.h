#pragma once

#include "engine/api/types.h"
#include "engine/base/error.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace qob {

struct Trade {
    InstrumentId instrument;
    Price price;
    Qty qty;
    Side aggressor = Side::Undisclosed; // who crossed the spread
    Timestamp time;                     // the market's: of an outside venue when it came
    std::uint64_t id = 0;               // the venue's, 0 where it gives none
    // When the venue says it was; min where it does not. `time` is when it was told here.
    Timestamp venueTime = Timestamp::min();
    bool iceberg = false; // the resting order showed a part of itself only; told by markets that are ours
};

struct PriceLevel {
    Price price;
    Qty qty;

    friend bool operator==(PriceLevel const&, PriceLevel const&) = default;
};

enum class FeedState : std::uint8_t {
    AwaitingSnapshot, // deltas are buffered, there is no book yet
    Live,
    Stale, // the book is no longer the venue's: it must not be traded on, and is shown hatched
    Ended, // a recording is over
};

// An immutable picture of one book, best levels first. Each one replaces the one before.
struct DepthView {
    InstrumentId instrument;
    std::uint64_t sequence = 0; // the venue's last applied sequence number
    Timestamp time;
    FeedState state = FeedState::AwaitingSnapshot;
    std::vector<PriceLevel> bids;
    std::vector<PriceLevel> asks;
};

struct FeedStatus {
    InstrumentId instrument;
    FeedState state = FeedState::AwaitingSnapshot;
    std::optional<Error> problem; // why it is stale
    std::uint64_t messages = 0;
    std::uint64_t trades = 0;
    std::uint64_t gaps = 0;
    std::uint64_t checksumsOk = 0; // of the venue's own, where it sends them
    std::uint64_t checksumsBad = 0;
    Timestamp lastMessage;
    Duration latency; // our receipt less the venue's own stamp; negative where the two clocks differ
    // That it comes by, 1 first and each one of one venue only; instruments may share one. 0: none, as in sim
    // and replay.
    std::uint32_t connection = 0;
    std::uint64_t reconnects = 0; // of that connection: how often it was opened again
};

// Heat-map history. Columns are 100 ms of market time; a column holds, for each price, the largest size shown
// in it. They are kept as changes: `levels` is the state before the first column, then each column lists the
// levels whose size differs from the column before.
inline constexpr Duration heatColumnTime = milliseconds(100);
inline constexpr std::uint32_t heatChunkColumns = 128;

struct HeatLevel {
    std::int32_t tick; // price / tickSize
    float size;        // base units, negative on the ask side; 0: gone
};

struct HeatDot {
    std::int32_t tick;
    float size;           // positive: the buyer was the aggressor
    bool iceberg = false; // as of Trade
};

struct HeatColumn {
    std::uint32_t changesEnd = 0; // one past this column's last entry of `changes`
    std::uint32_t dotsEnd = 0;    // one past this column's last entry of `dots`
    std::int32_t bidTick = 0;     // best at the column's end; 0: none
    std::int32_t askTick = 0;
    std::int32_t lastTick = 0; // last trade so far; 0: none yet
    bool stale = false;        // the book was not live at some time in it
};

// Up to heatChunkColumns columns. A chunk with the same `firstColumn` replaces the earlier, shorter one; its
// last column may still be open, the ones before it are final.
struct HeatChunk {
    std::int64_t firstColumn = 0; // column number = time / heatColumnTime
    std::vector<HeatLevel> levels;
    std::vector<HeatLevel> changes;
    std::vector<HeatDot> dots;
    std::vector<HeatColumn> columns;
};

using HeatChunkPtr = std::shared_ptr<const HeatChunk>;

} // namespace qob
