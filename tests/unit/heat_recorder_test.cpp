#include "engine/base/rng.h"
#include "engine/market/heat_recorder.h"
#include "tests/support/heat_columns.h"
#include "tests/support/scripted_market.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace qob {
namespace {

constexpr Timestamp start(1'000'000'000'000);

class HeatRecorderTest : public testing::Test {
protected:
    HeatRecorderTest()
    {
        recorder.onState(FeedState::Live, start);
        recorder.onBest(Price(1000), Price(1010));
    }

    static Timestamp at(std::int64_t ms) { return start + milliseconds(ms); }

    static std::int64_t column(std::int64_t ms) { return at(ms).value / heatColumnTime.value; }

    void bid(std::int64_t price, std::int64_t qty, std::int64_t ms)
    {
        recorder.onLevel(Side::Buy, Price(price), Qty(qty), at(ms));
    }

    auto columns(std::int64_t untilMs)
    {
        recorder.advanceTo(at(untilMs));
        return test::sizesByColumn(recorder.chunksFrom(0));
    }

    HeatMerge merge;
    HeatRecorder recorder{test::ScriptedMarket::btc(), merge}; // tick 5 units, 3 decimals of quantity
};

TEST_F(HeatRecorderTest, AColumnHoldsTheLargestSizeShownInIt)
{
    bid(1000, 2000, 10);
    bid(1000, 9000, 20);
    bid(1000, 1000, 30);
    auto const seen = columns(250);
    EXPECT_EQ(seen.at(column(0)).at(200), 9.0F);
    EXPECT_EQ(seen.at(column(100)).at(200), 1.0F); // and the next one what was left
    EXPECT_EQ(seen.at(column(200)).at(200), 1.0F);
}

TEST_F(HeatRecorderTest, AWallThatIsPulledLeavesTheNextColumn)
{
    bid(1000, 5000, 10);
    bid(1000, 0, 150);
    auto const seen = columns(350);
    EXPECT_EQ(seen.at(column(0)).at(200), 5.0F);
    EXPECT_EQ(seen.at(column(100)).at(200), 5.0F);
    EXPECT_FALSE(seen.at(column(200)).contains(200));
}

TEST_F(HeatRecorderTest, AsksAreNegative)
{
    recorder.onLevel(Side::Sell, Price(1010), Qty(3000), at(10));
    EXPECT_EQ(columns(150).at(column(0)).at(202), -3.0F);
}

TEST_F(HeatRecorderTest, TheOpenColumnIsShownAsItStands)
{
    bid(1000, 5000, 10);
    auto const chunks = recorder.chunksFrom(0);
    ASSERT_EQ(chunks.size(), 1U);
    EXPECT_EQ(chunks[0]->columns.size(), 1U);
    EXPECT_EQ(chunks[0]->columns[0].bidTick, 200);
    EXPECT_EQ(chunks[0]->columns[0].askTick, 202);
    EXPECT_EQ(test::sizesByColumn(chunks).at(column(0)).at(200), 5.0F);
}

TEST_F(HeatRecorderTest, TradesOfAColumnAreSummedByPriceAndSide)
{
    Trade trade{InstrumentId(1), Price(1010), Qty(500), Side::Buy, at(10), 1};
    recorder.onTrade(trade);
    recorder.onTrade(trade);
    trade.aggressor = Side::Sell;
    recorder.onTrade(trade);
    auto const chunk = recorder.chunksFrom(0).front();
    ASSERT_EQ(chunk->dots.size(), 2U);
    EXPECT_EQ(chunk->dots[0].size, 1.0F);
    EXPECT_EQ(chunk->dots[1].size, -0.5F);
    EXPECT_EQ(chunk->columns[0].lastTick, 202);
}

TEST_F(HeatRecorderTest, StaleColumnsAreMarkedAndNotSmearedOver)
{
    bid(1000, 5000, 10);
    recorder.onState(FeedState::Stale, at(120));
    recorder.onState(FeedState::Live, at(320));
    recorder.advanceTo(at(500));
    auto const chunk = recorder.chunksFrom(0).front();
    std::vector<bool> stale;
    for (auto const& c : chunk->columns) {
        stale.push_back(c.stale);
    }
    EXPECT_EQ(stale, (std::vector<bool>{false, true, true, true, false, false}));
}

TEST_F(HeatRecorderTest, ALaterReaderSeesOnlyWhatIsNew)
{
    for (int i = 0; i < 400; ++i) {
        bid(1000, 1000 + i, i * 100);
    }
    auto const all = recorder.chunksFrom(0);
    EXPECT_EQ(all.size(), 4U);
    auto const fresh = recorder.chunksFrom(column(390 * 100));
    ASSERT_EQ(fresh.size(), 1U);
    EXPECT_EQ(fresh[0]->firstColumn, all.back()->firstColumn);
}

TEST_F(HeatRecorderTest, LevelsFarFromThePriceAreLeftOut)
{
    bid(500, 5000, 10);
    EXPECT_FALSE(columns(150).at(column(0)).contains(100));
}

TEST_F(HeatRecorderTest, AnotherTickTakesOverThePresentColumn)
{
    bid(1000, 9000, 10);
    bid(995, 4000, 10);
    recorder.onTrade({InstrumentId(1), Price(1010), Qty(500), Side::Buy, at(210), 1});
    bid(1000, 1000, 210);
    Instrument finer = test::ScriptedMarket::btc();
    finer.tickSize = Price(1);
    HeatRecorder next(finer, merge);
    next.goOn(recorder);
    auto const seen = test::sizesByColumn(next.chunksFrom(0));
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen.begin()->first, column(210));
    EXPECT_EQ(seen.begin()->second, (std::map<std::int32_t, float>{{1000, 9.0F}, {995, 4.0F}}));
    next.advanceTo(at(310));
    EXPECT_EQ(test::sizesByColumn(next.chunksFrom(0)).at(column(310)).at(1000), 1.0F);
    auto const chunk = next.chunksFrom(0).front();
    EXPECT_EQ(chunk->columns[0].bidTick, 1000);
    EXPECT_EQ(chunk->columns[0].lastTick, 1010);
    EXPECT_FALSE(chunk->columns[0].stale);
    ASSERT_EQ(chunk->dots.size(), 1U);
    EXPECT_EQ(chunk->dots[0].tick, 1010);
}

TEST(HeatTickTest, OneTickIsSoManyOfAnother)
{
    EXPECT_EQ(ticksIn({10, 1}, {5, 1}), 2);
    EXPECT_EQ(ticksIn({10, 1}, {5, 2}), 20);
    EXPECT_EQ(ticksIn({50, 2}, {5, 1}), 1);
    EXPECT_EQ(ticksIn({5, 1}, {10, 1}), std::nullopt);
    EXPECT_EQ(ticksIn({15, 1}, {10, 1}), std::nullopt);
    EXPECT_EQ(ticksIn({1, 0}, {1, 18}), std::nullopt) << "more than a tick can count";
}

// Random changes: whatever the chunks say of a column is what an obvious recorder saw in it.
TEST(HeatRecorderFuzz, ChunksSayWhatWasShown)
{
    HeatMerge merge;
    HeatRecorder recorder(test::ScriptedMarket::btc(), merge);
    recorder.onBest(Price(1000), Price(1010));
    Rng rng(3);
    std::map<std::int32_t, float> now;
    std::map<std::int64_t, std::map<std::int32_t, float>> expected;
    std::int64_t column = start.value / heatColumnTime.value;
    expected[column] = {};
    for (int i = 0; i < 30'000; ++i) {
        auto const time = start + milliseconds(i * 3);
        for (auto const target = time.value / heatColumnTime.value; column < target;) {
            expected[++column] = now;
        }
        auto const tick = static_cast<std::int32_t>(rng.between(190, 210));
        auto const qty = rng.chance(0.3) ? 0 : rng.between(1, 50);
        recorder.onLevel(Side::Buy, Price(tick * 5), Qty(qty * 1000), time);
        now[tick] = static_cast<float>(qty);
        auto& peak = expected[column][tick];
        peak = std::max(peak, static_cast<float>(qty));
    }
    auto seen = test::sizesByColumn(recorder.chunksFrom(0));
    ASSERT_EQ(seen.size(), expected.size());
    for (auto& [number, sizes] : expected) {
        std::erase_if(sizes, [](auto const& entry) { return entry.second == 0; });
        ASSERT_EQ(seen.at(number).size(), sizes.size()) << number;
        for (auto const& [tick, size] : sizes) {
            ASSERT_FLOAT_EQ(seen.at(number).at(tick), size) << number << ' ' << tick;
        }
    }
}

} // namespace
} // namespace qob
