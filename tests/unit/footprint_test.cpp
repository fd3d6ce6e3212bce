#include "engine/analytics/footprint.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace qob {
namespace {

constexpr Timestamp start(1'704'067'200'000'000'000); // 2024-01-01T00:00:00Z

FlowTrade trade(Duration after, std::int64_t price, std::int64_t qty, Side side)
{
    return {start + after, Price(price), Qty(qty), side, false};
}

VolumeAtPrice volumes(std::vector<PriceVolume> const& rows)
{
    VolumeAtPrice made;
    for (auto const& row : rows) {
        made.add(row.price, row.sold, row.bought);
    }
    return made;
}

TEST(Footprint, TradesGoToTheirCandleAndPrice)
{
    Footprint footprint(CandleInterval::Min1, Price(10));
    footprint.add(trade(seconds(1), 1'000, 5, Side::Buy));
    footprint.add(trade(seconds(2), 1'009, 3, Side::Sell)); // off the tick: the row below
    footprint.add(trade(seconds(61), 1'010, 4, Side::Undisclosed));
    footprint.add(trade(seconds(59), 990, 1, Side::Sell)); // late
    ASSERT_EQ(footprint.bars().size(), 2U);
    auto const& first = footprint.bars()[0];
    EXPECT_EQ(
        first.volumes.rows(),
        (std::vector<PriceVolume>{{Price(990), Qty(1), Qty(0)}, {Price(1'000), Qty(3), Qty(5)}})
    );
    EXPECT_EQ(first.volumes.delta(), Qty(1));
    EXPECT_EQ(first.highDelta, Qty(5));
    EXPECT_EQ(first.lowDelta, Qty(0));
    EXPECT_EQ(footprint.find(start + minutes(1))->volumes.sold(), Qty(4));
    EXPECT_EQ(footprint.find(start + minutes(2)), nullptr);
    EXPECT_EQ(footprint.takeChanged(), start);
    EXPECT_EQ(footprint.takeChanged(), std::nullopt);
    footprint.dropBefore(start + minutes(1));
    EXPECT_EQ(footprint.bars().size(), 1U);
}

TEST(Footprint, ATradeCountsWhenTheVenueSaysIfThatCanBe)
{
    Trade told;
    told.time = start;
    EXPECT_EQ(tradeTime(told), start);
    told.venueTime = start - milliseconds(80);
    EXPECT_EQ(tradeTime(told), start - milliseconds(80));
    told.venueTime = start - hours(1);
    EXPECT_EQ(tradeTime(told), start);
}

TEST(VolumeAtPrice, AddsUpAndGroupsExactly)
{
    std::mt19937 random(5);
    VolumeAtPrice volume;
    std::map<std::int64_t, std::int64_t> groups;
    std::int64_t total = 0;
    for (int i = 0; i < 5'000; ++i) {
        auto const price = static_cast<std::int64_t>(random() % 300) - 150;
        auto const qty = static_cast<std::int64_t>(random() % 1'000);
        volume.add(Price(price), i % 2 == 0 ? Qty(qty) : Qty(0), i % 2 == 0 ? Qty(0) : Qty(qty));
        groups[(price + 700) / 7 * 7 - 700] += qty;
        total += qty;
    }
    EXPECT_EQ(volume.total(), Qty(total));
    auto const grouped = volume.grouped(Price(7));
    ASSERT_EQ(grouped.rows().size(), groups.size());
    for (auto const& row : grouped.rows()) {
        EXPECT_EQ(row.total(), Qty(groups[row.price.value]));
    }
}

TEST(Imbalance, IsDiagonalWithRatioAndMinimum)
{
    // Bought at 102 (30) against sold at 101 (10): 300 %. Sold at 100 (40) against bought at 101 (5): 800 %.
    auto const bar = volumes({
        {Price(100), Qty(40), Qty(50)},
        {Price(101), Qty(10), Qty(5)},
        {Price(102), Qty(2), Qty(30)},
    });
    auto const found = imbalancesOf(bar, Price(1), {300, Qty(10)});
    EXPECT_EQ(found, (std::vector<Imbalance>{{Price(100), Side::Sell}, {Price(102), Side::Buy}}));
    EXPECT_EQ(
        imbalancesOf(bar, Price(1), {301, Qty(10)}), (std::vector<Imbalance>{{Price(100), Side::Sell}})
    );
    EXPECT_TRUE(imbalancesOf(bar, Price(1), {300, Qty(41)}).empty());
}

TEST(Imbalance, AgainstNothingTheMinimumDecidesAndTheEndsHaveNobody)
{
    auto const bar = volumes({{Price(100), Qty(0), Qty(90)}, {Price(101), Qty(80), Qty(20)}});
    EXPECT_EQ(imbalancesOf(bar, Price(1), {300, Qty(20)}), (std::vector<Imbalance>{{Price(101), Side::Buy}}));
    EXPECT_TRUE(imbalancesOf(bar, Price(1), {300, Qty(21)}).empty());
    // Rows without trades between them: nothing was sold one below.
    auto const apart = volumes({{Price(100), Qty(9), Qty(9)}, {Price(105), Qty(0), Qty(5)}});
    EXPECT_EQ(
        imbalancesOf(apart, Price(1), {300, Qty(5)}),
        (std::vector<Imbalance>{{Price(100), Side::Sell}, {Price(105), Side::Buy}})
    );
}

TEST(Imbalance, ThreeInARowAreStacked)
{
    std::vector<Imbalance> const found{
        {Price(10), Side::Buy},
        {Price(12), Side::Buy},
        {Price(12), Side::Sell},
        {Price(14), Side::Buy},
        {Price(18), Side::Buy},
        {Price(20), Side::Buy},
    };
    EXPECT_EQ(stackedOf(found, Price(2)), (std::vector<StackedImbalance>{{Price(10), Price(14), Side::Buy}}));
    EXPECT_EQ(stackedOf(found, Price(2), 2).size(), 2U);
    EXPECT_EQ(stackedOf(found, Price(2), 1).size(), 3U);
    EXPECT_TRUE(stackedOf({}, Price(2)).empty());
}

} // namespace
} // namespace qob
