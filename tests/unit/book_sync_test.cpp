#include "engine/market/book_sync.h"
#include "engine/venue/binance/binance_rules.h"

#include <gtest/gtest.h>

using namespace qob;
using Verdict = BookSync::Verdict;

namespace {

SequenceSpan spot(std::uint64_t first, std::uint64_t last)
{
    return {first, last, 0};
}

SequenceSpan futures(std::uint64_t first, std::uint64_t last, std::uint64_t previous)
{
    return {first, last, previous};
}

Verdict offer(BookSync& sync, SequenceSpan const& delta)
{
    auto const verdict = sync.onDelta(delta);
    if (verdict == Verdict::Apply) {
        sync.applied(delta);
    }
    return verdict;
}

} // namespace

TEST(BookSync, keepsDeltasUntilTheSnapshotAndDropsWhatItCovers)
{
    BookSync sync(binanceSpotRule);
    EXPECT_EQ(sync.onDelta(spot(1, 5)), Verdict::Keep);
    EXPECT_EQ(sync.state(), FeedState::AwaitingSnapshot);
    EXPECT_TRUE(sync.onSnapshot(12));
    EXPECT_EQ(sync.state(), FeedState::Live);
    EXPECT_EQ(sync.onKept(spot(1, 5), false), Verdict::Ignore);
    EXPECT_EQ(sync.onKept(spot(6, 12), false), Verdict::Ignore) << "u = L is covered on spot";
    EXPECT_EQ(sync.onKept(spot(13, 15), false), Verdict::Apply);
    sync.applied(spot(13, 15));
    EXPECT_EQ(sync.sequence(), 15U);
    EXPECT_EQ(sync.gaps(), 0U);
}

TEST(BookSync, theFirstDeltaMayReachBackBehindTheSnapshot)
{
    BookSync sync(binanceSpotRule);
    sync.onSnapshot(12);
    EXPECT_EQ(offer(sync, spot(10, 14)), Verdict::Apply);
    EXPECT_EQ(offer(sync, spot(15, 15)), Verdict::Apply);
}

TEST(BookSync, aDeltaTooFarAheadOfTheSnapshotIsAGap)
{
    BookSync sync(binanceSpotRule);
    sync.onSnapshot(12);
    EXPECT_EQ(offer(sync, spot(14, 20)), Verdict::Gap);
    EXPECT_EQ(sync.state(), FeedState::Stale);
    EXPECT_EQ(sync.gaps(), 1U);
    EXPECT_EQ(sync.sequence(), 12U) << "what is not applied does not count";
}

TEST(BookSync, spotContinuesByTheNextNumber)
{
    BookSync sync(binanceSpotRule);
    sync.onSnapshot(10);
    EXPECT_EQ(offer(sync, spot(11, 13)), Verdict::Apply);
    EXPECT_EQ(offer(sync, spot(14, 14)), Verdict::Apply);
    EXPECT_EQ(offer(sync, spot(16, 18)), Verdict::Gap);
    auto const text = sync.explain(spot(16, 18));
    EXPECT_NE(text.find("expected U 15"), std::string::npos) << text;
    EXPECT_NE(text.find("got U 16"), std::string::npos) << text;
}

TEST(BookSync, repeatsAreIgnored)
{
    BookSync sync(binanceSpotRule);
    sync.onSnapshot(10);
    EXPECT_EQ(offer(sync, spot(11, 13)), Verdict::Apply);
    EXPECT_EQ(offer(sync, spot(11, 13)), Verdict::Ignore);
    EXPECT_EQ(offer(sync, spot(14, 15)), Verdict::Apply);
    EXPECT_EQ(sync.gaps(), 0U);
}

TEST(BookSync, partOfARepeatIsNoContinuation)
{
    BookSync sync(binanceSpotRule);
    sync.onSnapshot(10);
    offer(sync, spot(11, 13));
    EXPECT_EQ(offer(sync, spot(13, 15)), Verdict::Gap);
}

TEST(BookSync, numbersThatStartAnewAreNotTakenForRepeatsForEver)
{
    BookSync sync(binanceSpotRule);
    sync.onSnapshot(1'000'000);
    offer(sync, spot(1'000'001, 1'000'002));
    auto verdict = Verdict::Ignore;
    int count = 0;
    while (verdict == Verdict::Ignore && count < 2'000) {
        ++count;
        verdict = offer(sync, spot(static_cast<std::uint64_t>(count), static_cast<std::uint64_t>(count)));
    }
    EXPECT_EQ(verdict, Verdict::Gap);
    EXPECT_TRUE(sync.onSnapshot(500)) << "a stale book takes any snapshot";
    EXPECT_EQ(sync.state(), FeedState::Live);
}

TEST(BookSync, futuresContinueByThePreviousNumber)
{
    BookSync sync(binanceFuturesRule);
    sync.onSnapshot(100);
    EXPECT_EQ(offer(sync, futures(80, 99, 70)), Verdict::Ignore);
    EXPECT_EQ(offer(sync, futures(95, 100, 90)), Verdict::Apply) << "u = L is the bridge";
    EXPECT_EQ(offer(sync, futures(150, 170, 100)), Verdict::Apply) << "numbers are shared by all symbols";
    EXPECT_EQ(offer(sync, futures(190, 200, 180)), Verdict::Gap);
    EXPECT_EQ(sync.gaps(), 1U);
    EXPECT_NE(sync.explain(futures(190, 200, 180)).find("expected pu 170, got pu 180"), std::string::npos);
}

TEST(BookSync, futuresSnapshotBetweenTwoUpdatesOfTheSymbolIsBridged)
{
    BookSync sync(binanceFuturesRule);
    sync.onSnapshot(100);
    EXPECT_EQ(offer(sync, futures(105, 110, 98)), Verdict::Apply);
    BookSync late(binanceFuturesRule);
    late.onSnapshot(100);
    EXPECT_EQ(offer(late, futures(105, 110, 103)), Verdict::Gap);
}

TEST(BookSync, eachHoleIsCountedOnceAlsoWhileStale)
{
    BookSync sync(binanceSpotRule);
    sync.onSnapshot(10);
    offer(sync, spot(11, 11));
    EXPECT_EQ(offer(sync, spot(13, 13)), Verdict::Gap);
    EXPECT_EQ(offer(sync, spot(14, 14)), Verdict::Keep);
    EXPECT_FALSE(sync.gapSeen());
    EXPECT_EQ(offer(sync, spot(16, 16)), Verdict::Keep);
    EXPECT_TRUE(sync.gapSeen());
    EXPECT_EQ(sync.gaps(), 2U);
    EXPECT_EQ(sync.state(), FeedState::Stale);
}

TEST(BookSync, aSnapshotAfterAGapTakesUpTheKeptDeltas)
{
    BookSync sync(binanceSpotRule);
    sync.onSnapshot(10);
    EXPECT_EQ(offer(sync, spot(13, 13)), Verdict::Gap);
    EXPECT_TRUE(sync.onSnapshot(13));
    EXPECT_EQ(sync.onKept(spot(13, 13), true), Verdict::Ignore);
    EXPECT_EQ(offer(sync, spot(14, 14)), Verdict::Apply);
    EXPECT_EQ(sync.gaps(), 1U);
    EXPECT_EQ(sync.state(), FeedState::Live);
}

TEST(BookSync, aSnapshotThatIsTooOldDoesNotCountTheSameGapTwice)
{
    BookSync sync(binanceSpotRule);
    sync.onSnapshot(10);
    EXPECT_EQ(offer(sync, spot(15, 15)), Verdict::Gap);
    EXPECT_TRUE(sync.onSnapshot(12));
    EXPECT_EQ(sync.onKept(spot(15, 15), true), Verdict::Gap);
    EXPECT_EQ(sync.state(), FeedState::Stale);
    EXPECT_EQ(sync.gaps(), 1U);
}

TEST(BookSync, aLiveBookIsNotSetBackByAnOlderSnapshot)
{
    BookSync sync(binanceSpotRule);
    sync.onSnapshot(10);
    offer(sync, spot(11, 20));
    EXPECT_FALSE(sync.onSnapshot(15));
    EXPECT_EQ(sync.sequence(), 20U);
    EXPECT_TRUE(sync.onSnapshot(25)) << "a newer one replaces it";
    EXPECT_EQ(offer(sync, spot(26, 26)), Verdict::Apply);
}

TEST(BookSync, afterAFaultNothingIsAppliedButHolesStillCount)
{
    BookSync sync(binanceSpotRule);
    sync.onSnapshot(10);
    EXPECT_EQ(sync.onDelta(spot(11, 11)), Verdict::Apply);
    sync.fault(11);
    EXPECT_EQ(sync.sequence(), 10U);
    EXPECT_EQ(offer(sync, spot(12, 12)), Verdict::Keep);
    EXPECT_EQ(sync.gaps(), 0U);
    EXPECT_EQ(offer(sync, spot(14, 14)), Verdict::Keep);
    EXPECT_EQ(sync.gaps(), 1U);
}

TEST(DeltaBacklog, staysWithinItsBytesByDroppingTheOldest)
{
    DeltaBacklog backlog(10'000);
    for (std::uint64_t i = 1; i <= 1'000; ++i) {
        backlog.push({spot(i, i), std::vector<WrittenLevel>(3), {}, {"test", i}, false});
        ASSERT_LE(backlog.bytes(), 10'000U);
    }
    EXPECT_GT(backlog.size(), 10U);
    EXPECT_EQ(backlog.front().span.first, 1'001 - backlog.size());
    while (!backlog.empty()) {
        backlog.popFront();
    }
    EXPECT_EQ(backlog.bytes(), 0U);
}

TEST(BookSync, aDeltaThatNamesTheLastOneFollowsThoughItsNumberIsSmaller)
{
    BookSync sync(chainedRule);
    sync.onSnapshot(10);
    EXPECT_EQ(offer(sync, futures(15, 15, 10)), Verdict::Apply);
    EXPECT_EQ(offer(sync, futures(3, 3, 15)), Verdict::Apply) << "numbered anew";
    EXPECT_EQ(offer(sync, futures(5, 5, 3)), Verdict::Apply);
    EXPECT_EQ(offer(sync, futures(5, 5, 5)), Verdict::Ignore) << "nothing new";
    EXPECT_EQ(sync.sequence(), 5U);
    EXPECT_EQ(offer(sync, futures(16, 16, 15)), Verdict::Gap) << "of the old numbers";
    EXPECT_EQ(sync.gaps(), 1U);

    EXPECT_TRUE(sync.onSnapshot(20));
    EXPECT_EQ(offer(sync, futures(2, 2, 20)), Verdict::Apply) << "right behind a snapshot";
}

TEST(BookSync, whatIsKeptMayBeNumberedAnewToo)
{
    BookSync sync(chainedRule);
    EXPECT_EQ(sync.onDelta(futures(15, 15, 10)), Verdict::Keep);
    EXPECT_EQ(sync.onDelta(futures(3, 3, 15)), Verdict::Keep);
    EXPECT_EQ(sync.onDelta(futures(5, 5, 3)), Verdict::Keep);
    sync.onSnapshot(15);
    EXPECT_EQ(sync.onKept(futures(15, 15, 10), false), Verdict::Ignore);
    EXPECT_EQ(sync.onKept(futures(3, 3, 15), false), Verdict::Apply);
    sync.applied(futures(3, 3, 15));
    EXPECT_EQ(sync.onKept(futures(5, 5, 3), false), Verdict::Apply);
    EXPECT_EQ(sync.gaps(), 0U);
}
