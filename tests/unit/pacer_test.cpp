#include "engine/api/command.h"
#include "engine/session/pacer.h"

#include <gtest/gtest.h>

namespace qob {
namespace {

TEST(Pacer, RunsMarketTimeAtItsSpeed)
{
    Pacer pacer(Timestamp(1000), seconds(5), 2.0);
    EXPECT_EQ(pacer.at(seconds(5)), Timestamp(1000));
    EXPECT_EQ(pacer.at(seconds(8)), Timestamp(1000) + seconds(6));
}

TEST(Pacer, StandsStillWhilePausedAndGoesOnFromThere)
{
    Pacer pacer(Timestamp(0), seconds(0), 1.0);
    pacer.setPaused(true, seconds(3));
    EXPECT_EQ(pacer.at(seconds(9)), Timestamp(0) + seconds(3));
    pacer.setPaused(false, seconds(10));
    EXPECT_EQ(pacer.at(seconds(11)), Timestamp(0) + seconds(4));
}

TEST(Pacer, AChangeOfSpeedDoesNotJump)
{
    Pacer pacer(Timestamp(0), seconds(0), 1.0);
    pacer.setSpeed(10.0, seconds(2));
    EXPECT_EQ(pacer.at(seconds(2)), Timestamp(0) + seconds(2));
    EXPECT_EQ(pacer.at(seconds(3)), Timestamp(0) + seconds(12));
}

TEST(Pacer, FullSpeedHasNoLimitUntilItIsMoved)
{
    Pacer pacer(Timestamp(0), seconds(0), replaySpeedMax);
    EXPECT_EQ(pacer.at(seconds(0)), Timestamp::max());
    pacer.moveTo(Timestamp(77), seconds(1));
    pacer.setSpeed(1.0, seconds(1));
    EXPECT_EQ(pacer.at(seconds(1)), Timestamp(77));
}

// Wall and steady time run on together, but for a machine that slept and a clock that was set.
TEST(Pacer, FollowsAWallClockThatLeapsAheadAndNeverGoesBack)
{
    Pacer pacer(Timestamp(0), seconds(0), 1.0);
    EXPECT_EQ(pacer.follow(Timestamp(0) + seconds(1), seconds(1)), Timestamp(0) + seconds(1));
    EXPECT_EQ(pacer.follow(Timestamp(0) + hours(8), seconds(2)), Timestamp(0) + hours(8));
    // Set back by ten seconds: half as fast until that is made up for.
    EXPECT_EQ(
        pacer.follow(Timestamp(0) + hours(8) - seconds(8), seconds(4)), Timestamp(0) + hours(8) + seconds(1)
    );
    EXPECT_EQ(
        pacer.follow(Timestamp(0) + hours(8) + seconds(10), seconds(22)),
        Timestamp(0) + hours(8) + seconds(10)
    );
    pacer.setPaused(true, seconds(22));
    auto const paused = pacer.follow(Timestamp(0) + hours(9), seconds(30));
    EXPECT_EQ(paused, Timestamp(0) + hours(8) + seconds(10));
    pacer.setPaused(false, seconds(30));
    EXPECT_EQ(pacer.follow(Timestamp(0) + hours(9), seconds(31)), Timestamp(0) + hours(9));
}

} // namespace
} // namespace qob
