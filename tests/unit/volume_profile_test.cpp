#include "engine/analytics/volume_profile.h"

#include <gtest/gtest.h>

namespace qob {
namespace {

constexpr Timestamp start(1'704'067'200'000'000'000); // 2024-01-01T00:00:00Z

VolumeAtPrice profile(std::vector<std::int64_t> const& totals, std::int64_t first = 100)
{
    VolumeAtPrice made;
    for (std::size_t i = 0; i < totals.size(); ++i) {
        if (totals[i] != 0) {
            made.add(Price(first + static_cast<std::int64_t>(i)), Qty(totals[i]), Qty(0));
        }
    }
    return made;
}

TEST(VolumeProfile, PointOfControlIsTheMostTradedNearestToTheMiddle)
{
    EXPECT_EQ(profile({}).pointOfControl(), std::nullopt);
    EXPECT_EQ(profile({1, 7, 3}).pointOfControl(), Price(101));
    EXPECT_EQ(profile({9, 1, 9, 1, 1}).pointOfControl(), Price(102));
    EXPECT_EQ(profile({1, 9, 1, 9, 1}).pointOfControl(), Price(101)); // as near: the lower
}

TEST(VolumeProfile, ValueAreaGrowsTwoRowsAtATime)
{
    // 100 in all. From 30: two above hold 20 + 5, two below 15 + 10, a tie, both: 80.
    auto const tie = profile({5, 10, 15, 30, 20, 5, 15});
    EXPECT_EQ(tie.valueArea(Price(1)), (ValueArea{Price(101), Price(105)}));
    // From 40: above 10 + 10 against below 5 + 5, so up: 60; then above 10 against 10: both: 80.
    auto const up = profile({10, 5, 5, 40, 10, 10, 10, 0, 0, 10});
    EXPECT_EQ(up.valueArea(Price(1)), (ValueArea{Price(101), Price(107)}));
    EXPECT_EQ(up.valueArea(Price(1), 40), (ValueArea{Price(103), Price(103)}));
    EXPECT_EQ(up.valueArea(Price(1), 100), (ValueArea{Price(100), Price(109)}));
    EXPECT_EQ(profile({}).valueArea(Price(1)), std::nullopt);
    EXPECT_EQ(profile({5}).valueArea(Price(1)), (ValueArea{Price(100), Price(100)}));
}

TEST(VolumeProfile, SessionsAreSplitAtTheirBeginning)
{
    Footprint footprint(CandleInterval::Min1, Price(1));
    footprint.add({start + minutes(59), Price(10), Qty(4), Side::Buy, false});
    footprint.add({start + minutes(60), Price(20), Qty(5), Side::Sell, true});
    footprint.add({start + minutes(61), Price(21), Qty(9), Side::Sell, false});
    auto const sessions = sessionProfiles(footprint, CandleInterval::Hour1, Price(1));
    ASSERT_EQ(sessions.size(), 2U);
    EXPECT_EQ(sessions[0].until, start + hours(1));
    EXPECT_EQ(sessions[0].pointOfControl, Price(10));
    EXPECT_FALSE(sessions[0].rough);
    EXPECT_EQ(sessions[1].pointOfControl, Price(21));
    EXPECT_TRUE(sessions[1].rough);
    auto const some = profileOf(footprint, start + minutes(60), start + minutes(61), Price(10));
    EXPECT_EQ(some.volumes.total(), Qty(5));
    EXPECT_EQ(some.pointOfControl, Price(20));
}

TEST(VolumeProfile, APointOfControlIsNakedUntilALaterSessionTradesThere)
{
    std::vector<VolumeProfile> sessions(3);
    auto const session = [&](std::size_t at, std::vector<std::int64_t> const& totals, std::int64_t first) {
        sessions[at].from = start + hours(static_cast<std::int64_t>(at));
        sessions[at].volumes = profile(totals, first);
        sessions[at].pointOfControl = sessions[at].volumes.pointOfControl();
    };
    session(0, {1, 8, 1}, 100);    // 101
    session(1, {1, 1, 9, 1}, 110); // 112
    session(2, {1, 1, 1}, 98);     // to 100
    EXPECT_EQ(
        nakedPoints(sessions), (std::vector<NakedPoint>{{Price(101), start}, {Price(112), start + hours(1)}})
    );
    session(2, {1, 0, 1}, 100); // passes 101 without a trade just there
    EXPECT_EQ(nakedPoints(sessions), (std::vector<NakedPoint>{{Price(112), start + hours(1)}}));
    EXPECT_TRUE(nakedPoints({}).empty());
}

} // namespace
} // namespace qob
