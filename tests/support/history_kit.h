#pragma once

#include "engine/history/history_market.h"
#include "engine/history/history_recorder.h"
#include "engine/market/event_hash.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/toy_market.h"

#include <gtest/gtest.h>

#include <limits>

namespace qob::test {

inline constexpr char historyFolder[] = "history";

inline RecorderSettings smallBlocks(std::size_t events = 512)
{
    RecorderSettings settings;
    settings.history.directory = historyFolder;
    settings.history.blockEvents = events;
    settings.waitWhenFull = true;
    return settings;
}

inline std::unique_ptr<HistoryRecorder>
openRecorder(FileSystem& disk, RecorderSettings const& settings, Market const& market, Timestamp begin)
{
    auto recorder = HistoryRecorder::open(disk, settings, market, begin);
    EXPECT_TRUE(recorder) << (recorder ? "" : recorder.error().message());
    return recorder ? std::move(*recorder) : nullptr;
}

// Records that many messages of a toy market; its hash.
inline std::string
recordToy(FileSystem& disk, RecorderSettings const& settings, std::size_t messages, ToyMarket& market)
{
    EventHash hash;
    auto const recorder = openRecorder(disk, settings, market, market.now());
    BothHear both(hash, *recorder);
    market.run(messages, both);
    auto const finished = recorder->finish();
    EXPECT_TRUE(finished) << (finished ? "" : finished.error().message());
    return hash.text();
}

inline DepthView depthOf(Market const& market, std::uint32_t id)
{
    DepthView view;
    market.depth(InstrumentId(id), std::numeric_limits<std::size_t>::max(), view);
    return view;
}

inline void expectSameBooks(Market const& a, Market const& b)
{
    for (std::uint32_t id = 1; id <= 2; ++id) {
        EXPECT_EQ(depthOf(a, id).bids, depthOf(b, id).bids);
        EXPECT_EQ(depthOf(a, id).asks, depthOf(b, id).asks);
    }
}

inline std::unique_ptr<HistoryMarket> openMarket(FileSystem& disk)
{
    auto market = HistoryMarket::open(disk, {historyFolder});
    EXPECT_TRUE(market) << (market ? "" : market.error().message());
    return market ? std::move(*market) : nullptr;
}

inline std::string segmentPath(std::uint64_t number)
{
    return std::string(historyFolder) + "/" + historySegmentName(number);
}

} // namespace qob::test
