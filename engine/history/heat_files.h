#pragma once

#include "engine/history/history_block.h"
#include "engine/history/history_codec.h"
#include "engine/history/history_format.h"
#include "engine/market/heat_recorder.h"

#include <array>
#include <functional>
#include <map>
#include <memory>

namespace qob {

// Coarse heat maps, written beside what they are made of: the largest size shown at each price in columns of
// these times. A chunk is as in market_data.h but for its columns' time; firstColumn = time / column time.
inline constexpr std::array<Duration, 3> storedHeatTimes{seconds(1), seconds(10), minutes(1)};

struct StoredHeat {
    HeatChunk chunk;
    HeatTick tick; // of size 0 where that was not recorded: by version 1
};

// A chunk, which has columns, as bytes. Sizes are rounded to a sixteenth; left out are levels more than two
// percent from all the chunk's prices, and sizes below a hundredth of a large one (which 97 in 100 do not
// reach). HistoryCorrupt; the detail says what was expected.
void encodeHeat(HeatChunk const& chunk, HeatTick tick, HistoryCodec& codec, std::vector<std::byte>& out);
Expected<StoredHeat> decodeHeat(std::span<std::byte const> bytes, HistoryCodec& codec);

// Makes the columns of every instrument from its events. One thread.
class HeatFiles {
public:
    // Full chunks go here.
    using Sink = std::function<void(InstrumentId, Duration columnTime, HeatTick, HeatChunk const&)>;

    explicit HeatFiles(Sink sink) : m_sink(std::move(sink)) {}

    // Also the books as they are, told as the events that would make them: of what was too far from the price
    // to be kept, some may be near it by now.
    void add(HistoryBlock const& block);

    // What is not full yet goes to the sink, for a segment that ends; with `all`, the present columns too.
    void seal(bool all);

private:
    using Recorders = std::array<std::unique_ptr<HeatRecorder>, storedHeatTimes.size()>; // finest first

    struct Item {
        HeatTick tick;
        int qtyScale = 0;
        Recorders recorders;
    };

    void define(Instrument const& instrument);
    void extra(HistoryItem const& item);
    void event(HistoryEvent const& event, Item& item);
    Item* find(InstrumentId id);

    Sink m_sink;
    HeatMerge m_merge; // not used; a recorder wants one
    std::map<InstrumentId, Item> m_items;
    InstrumentId m_lastId{0};
    Item* m_last = nullptr;
};

} // namespace qob
