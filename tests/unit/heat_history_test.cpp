#include "engine/base/rng.h"
#include "engine/market/heat_recorder.h"
#include "tests/support/heat_columns.h"
#include "tests/support/scripted_market.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace qob {
namespace {

constexpr Timestamp start(1'000'000'000'000);
constexpr std::int64_t columnsAMinute = minutes(1).value / heatColumnTime.value;

std::int64_t endOf(HeatChunk const& chunk)
{
    return chunk.firstColumn + static_cast<std::int64_t>(chunk.columns.size());
}

// A book that changes `changes` times in each column, around a price of 100,000 ticks.
class BusyBook {
public:
    explicit BusyBook(int changes) : m_changes(changes)
    {
        recorder.onState(FeedState::Live, start);
        recorder.onBest(price(middle), price(middle + 1));
        recorder.onLevel(Side::Buy, price(wall), Qty(900'000), start);
    }

    void run(std::int64_t columns)
    {
        for (const std::int64_t last = m_column + columns; m_column < last; ++m_column) {
            auto const time = start + heatColumnTime * m_column;
            for (int i = 0; i < m_changes; ++i) {
                auto const tick = middle + m_rng.between(-1'500, 1'500);
                auto const qty = m_rng.chance(0.5) ? 0 : m_rng.between(1, 5'000);
                if (tick != wall) {
                    recorder.onLevel(tick <= middle ? Side::Buy : Side::Sell, price(tick), Qty(qty), time);
                }
            }
            recorder.onTrade({InstrumentId(1), price(middle), Qty(1'000), Side::Buy, time, 1});
        }
    }

    static Price price(std::int64_t tick) { return Price(tick * 5); }

    static constexpr std::int64_t middle = 100'000;
    static constexpr std::int64_t wall = 99'200;
    HeatMerge merge;
    HeatRecorder recorder{test::ScriptedMarket::btc(), merge};

private:
    int m_changes;
    std::int64_t m_column = 0;
    Rng m_rng{7};
};

TEST(HeatHistory, ReachesItsBoundInTenMinutesAndKeepsTheHour)
{
    BusyBook book(80);
    book.run(10 * columnsAMinute);
    auto const tenMinutes = book.recorder.history().bytes();
    EXPECT_GT(tenMinutes, HeatHistory::minBytes);
    for (int minute = 10; minute < 100; ++minute) {
        book.run(columnsAMinute);
        auto const bytes = book.recorder.history().bytes();
        ASSERT_LE(bytes, book.recorder.history().limit()) << minute;
        ASSERT_LE(static_cast<double>(bytes), 1.02 * static_cast<double>(tenMinutes)) << minute;
    }
    auto const chunks = book.recorder.chunksFrom(0);
    EXPECT_GE(endOf(*chunks.back()) - chunks.front()->firstColumn, HeatHistory::keptColumns);
    for (std::size_t i = 1; i < chunks.size(); ++i) {
        ASSERT_EQ(endOf(*chunks[i - 1]), chunks[i]->firstColumn); // no hole
    }
}

TEST(HeatHistory, AFloodIsBoundedToo)
{
    BusyBook book(1'000);
    for (int minute = 0; minute < 15; ++minute) {
        book.run(columnsAMinute);
        ASSERT_LE(book.recorder.history().bytes(), HeatHistory::maxBytes);
    }
    auto const chunks = book.recorder.chunksFrom(0);
    EXPECT_EQ(endOf(*chunks.back()) - chunks.front()->firstColumn, 15 * columnsAMinute);
}

TEST(HeatHistory, TheNewestMinutesOfAQuietBookStayAsTheyWereRecorded)
{
    BusyBook book(2);
    book.run(60 * columnsAMinute);
    auto const chunks = book.recorder.chunksFrom(0);
    auto const end = endOf(*chunks.back());
    EXPECT_LT(chunks.size(), 100U);
    constexpr std::int64_t newest = 2 * columnsAMinute;
    for (auto const& chunk : chunks) {
        ASSERT_TRUE(endOf(*chunk) <= end - newest || chunk->columns.size() <= heatChunkColumns);
    }
}

TEST(HeatHistory, AWallIsAsLargeInTheOldestColumnAsInTheNewest)
{
    BusyBook book(80);
    book.run(70 * columnsAMinute);
    auto const chunks = book.recorder.chunksFrom(0);
    for (auto const& chunk : {chunks.front(), chunks.back()}) {
        auto const columns = test::sizesByColumn({chunk});
        auto const& sizes = columns.rbegin()->second;
        auto const largest = std::max_element(sizes.begin(), sizes.end(), [](auto const& a, auto const& b) {
            return a.second < b.second;
        });
        EXPECT_NEAR(largest->second, 900, 30);
        EXPECT_NEAR(largest->first, BusyBook::wall, 8); // half of what is added up there
    }
}

// A reader that takes only what is new each time ends with what a new reader gets.
TEST(HeatHistory, ReadingOnGivesWhatReadingAllGives)
{
    BusyBook book(200);
    std::map<std::int64_t, HeatChunkPtr> held;
    std::int64_t from = 0;
    for (int i = 0; i < 400; ++i) {
        book.run(i % 7 == 0 ? 300 : 5);
        for (auto const& chunk : book.recorder.chunksFrom(from)) {
            held.erase(held.lower_bound(chunk->firstColumn), held.lower_bound(endOf(*chunk)));
            held[chunk->firstColumn] = chunk;
        }
        from = endOf(*held.rbegin()->second) - 1; // the present column
    }
    auto const all = book.recorder.chunksFrom(0);
    ASSERT_EQ(held.size(), all.size());
    auto expected = all.begin();
    for (auto const& [first, chunk] : held) {
        if (chunk->firstColumn != all.back()->firstColumn) { // the open one is made anew for each reader
            ASSERT_EQ(chunk, *expected);
        }
        ++expected;
    }
}

HeatChunk
chunkOf(std::int64_t first, std::vector<HeatLevel> levels, std::vector<std::vector<HeatLevel>> columns)
{
    HeatChunk chunk;
    chunk.firstColumn = first;
    chunk.levels = std::move(levels);
    for (auto const& changes : columns) {
        chunk.changes.insert(chunk.changes.end(), changes.begin(), changes.end());
        HeatColumn column;
        column.changesEnd = static_cast<std::uint32_t>(chunk.changes.size());
        column.bidTick = static_cast<std::int32_t>(chunk.columns.size()) + 1;
        chunk.columns.push_back(column);
    }
    return chunk;
}

using Sizes = std::map<std::int32_t, float>;

std::map<std::int64_t, Sizes> merged(HeatChunk const& older, HeatChunk const& newer, std::uint32_t tickBits)
{
    HeatMerge merge;
    return test::sizesByColumn({std::make_shared<const HeatChunk>(merge.merge(older, &newer, 2, tickBits))});
}

TEST(HeatMerge, SlotsShowTheAverageOfTheirColumns)
{
    auto const older = chunkOf(0, {{10, 4}}, {{}, {{10, 8}}});
    auto const newer = chunkOf(2, {{10, 8}}, {{{10, 0}}, {}});
    auto const columns = merged(older, newer, 0);
    EXPECT_EQ(columns.at(0), (Sizes{{10, 6}}));
    EXPECT_EQ(columns.at(1), (Sizes{{10, 6}}));
    EXPECT_EQ(columns.at(2), Sizes{});
    EXPECT_EQ(columns.at(3), Sizes{});
}

TEST(HeatMerge, TicksAreAddedUpAtTheirMiddle)
{
    auto const older = chunkOf(0, {{8, 1}, {9, 2}, {12, -3}}, {{}, {}});
    auto const newer = chunkOf(2, {{8, 1}, {12, -3}}, {{}, {{11, 4}}});
    auto const columns = merged(older, newer, 2);
    EXPECT_EQ(columns.at(0), (Sizes{{10, 3}, {14, -3}}));
    EXPECT_EQ(columns.at(2), (Sizes{{10, 3}, {14, -3}})); // (1 + 5) / 2
}

// What the older chunk ended with and the newer one does not begin with is gone.
TEST(HeatMerge, TheNewerChunkSaysAnewWhatIsShown)
{
    auto const older = chunkOf(0, {{10, 4}, {20, 4}}, {{}, {}});
    auto const newer = chunkOf(2, {{20, 4}}, {{}, {}});
    auto const columns = merged(older, newer, 0);
    EXPECT_EQ(columns.at(1), (Sizes{{10, 4}, {20, 4}}));
    EXPECT_EQ(columns.at(2), (Sizes{{20, 4}}));
}

TEST(HeatMerge, BestPricesAndStatesStayAndTradesAreAddedUp)
{
    auto older = chunkOf(0, {}, {{}, {}, {}});
    older.columns[1].stale = true;
    older.dots = {{10, 1}, {13, 2}, {10, -1}};
    older.columns[0].dotsEnd = 1;
    older.columns[1].dotsEnd = older.columns[2].dotsEnd = 3;
    auto const newer = chunkOf(3, {}, {{}, {}});
    HeatMerge merge;
    const HeatChunk made = merge.merge(older, &newer, 2, 3);
    ASSERT_EQ(made.columns.size(), 5U);
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(made.columns[i].bidTick, i < 3 ? i + 1 : i - 2);
        EXPECT_EQ(made.columns[i].stale, i == 1);
    }
    ASSERT_EQ(made.dots.size(), 2U);
    EXPECT_EQ(made.dots[0].size, -1.0F);
    EXPECT_EQ(made.dots[1].size, 3.0F);
    EXPECT_EQ(made.dots[1].tick, 12); // by size
    EXPECT_EQ(made.columns[4].dotsEnd, 2U);
}

} // namespace
} // namespace qob
