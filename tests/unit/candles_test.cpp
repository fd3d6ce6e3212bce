#include "engine/market/candles.h"
#include "tests/support/naive_candles.h"

#include <gtest/gtest.h>

#include <random>

namespace qob {
namespace {

using test::naiveCandles;
using test::plain;

constexpr Timestamp newYear(1'704'067'200'000'000'000); // Monday, 2024-01-01T00:00:00Z

Instrument btc()
{
    Instrument instrument;
    instrument.id = InstrumentId(1);
    instrument.priceScale = 2;
    instrument.qtyScale = 3;
    return instrument;
}

Trade trade(Timestamp time, std::int64_t price, std::int64_t qty = 1'000, Side side = Side::Buy)
{
    return {InstrumentId(1), Price(price), Qty(qty), side, time, 0};
}

Candles live(CandleLimits const& limits = {})
{
    Candles candles(limits);
    candles.onFeed(FeedState::Live, newYear);
    return candles;
}

Timestamp utc(std::int64_t days, std::int64_t hour = 0)
{
    return Timestamp((days * 24 + hour) * hours(1).value);
}

TEST(CandleInterval, NamesComeBack)
{
    for (std::size_t i = 0; i < candleIntervals; ++i) {
        auto const interval = static_cast<CandleInterval>(i);
        EXPECT_EQ(parseInterval(intervalName(interval)).value(), interval);
    }
    EXPECT_EQ(parseInterval("7m").error().code, ErrorCode::ConfigBadValue);
    EXPECT_NE(parseInterval("1M").value(), parseInterval("1m").value());
}

TEST(CandleInterval, WeeksBeginOnMondayAndMonthsAreTheCalendars)
{
    // 2024-02-29 is day 19782, a Thursday.
    auto const leapDay = utc(19'782, 13);
    EXPECT_EQ(candleStart(CandleInterval::Week1, leapDay), utc(19'779));    // Monday, 26 February
    EXPECT_EQ(candleStart(CandleInterval::Month1, leapDay), utc(19'754));   // 1 February
    EXPECT_EQ(candleEnd(CandleInterval::Month1, utc(19'754)), utc(19'783)); // 1 March
    EXPECT_EQ(candleEnd(CandleInterval::Month1, candleStart(CandleInterval::Month1, utc(19'722))), newYear);
    EXPECT_EQ(candleStart(CandleInterval::Week1, newYear), newYear);
    EXPECT_EQ(candleStart(CandleInterval::Week1, Timestamp(-1)), utc(-3)); // 1969-12-29
    EXPECT_EQ(candleStart(CandleInterval::Month1, Timestamp(-1)), utc(-31));
    EXPECT_EQ(candleStart(CandleInterval::Hour4, utc(1, 7)), utc(1, 4));
    EXPECT_EQ(candleStart(CandleInterval::Day3, utc(5)), utc(3));
    // Each month's first day is its candle's begin, for four hundred years.
    auto month = utc(0);
    for (int i = 0; i < 285 * 12; ++i) {
        auto const next = candleEnd(CandleInterval::Month1, month);
        auto const days = (next - month).value / hours(24).value;
        ASSERT_TRUE(days >= 28 && days <= 31);
        ASSERT_EQ(candleStart(CandleInterval::Month1, next), next);
        ASSERT_EQ(candleStart(CandleInterval::Month1, next - nanoseconds(1)), month);
        month = next;
    }
    EXPECT_EQ(month, utc(104'094)) << "2255-01-01";
}

TEST(Candles, SayWhatWasTraded)
{
    auto candles = live();
    candles.onTrade(btc(), trade(newYear + seconds(1), 100'00));
    candles.onTrade(btc(), trade(newYear + seconds(2), 103'00, 500, Side::Sell));
    candles.onTrade(btc(), trade(newYear + seconds(59), 99'00, 250));
    candles.onTrade(btc(), trade(newYear + seconds(60), 98'00));
    auto const made = candles.last(CandleInterval::Min1, 10, newYear + seconds(61));
    ASSERT_EQ(made.size(), 2U);
    auto const& first = made[0];
    EXPECT_EQ(first.start, newYear);
    EXPECT_EQ(first.open, Price(100'00));
    EXPECT_EQ(first.high, Price(103'00));
    EXPECT_EQ(first.low, Price(99'00));
    EXPECT_EQ(first.close, Price(99'00));
    EXPECT_EQ(formatTrimmed(first.volume.value, amountScale), "1.75");
    EXPECT_EQ(formatTrimmed(first.buyVolume.value, amountScale), "1.25");
    EXPECT_EQ(formatTrimmed(first.turnover.value, amountScale), "176.25");
    EXPECT_EQ(first.trades, 3U);
    EXPECT_TRUE(first.closed);
    EXPECT_FALSE(first.incomplete);
    EXPECT_FALSE(made[1].closed);
}

TEST(Candles, AreNotInventedWhereNothingWasTraded)
{
    auto candles = live();
    candles.onTrade(btc(), trade(newYear, 1));
    candles.onTrade(btc(), trade(newYear + minutes(10), 2));
    EXPECT_EQ(candles.last(CandleInterval::Min1, 100, newYear + minutes(20)).size(), 2U);
    EXPECT_EQ(candles.last(CandleInterval::Min15, 100, newYear + minutes(20)).size(), 1U);
    EXPECT_TRUE(candles.last(CandleInterval::Min1, 0, newYear).empty());
}

TEST(Candles, ALateTradeGoesWhereItBelongs)
{
    auto candles = live();
    candles.onTrade(btc(), trade(newYear + seconds(10), 100));
    candles.onTrade(btc(), trade(newYear + seconds(30), 101));
    EXPECT_EQ(candles.takeChanged(), newYear - seconds(60));
    candles.onTrade(btc(), trade(newYear + seconds(5), 90)); // before the open of its minute, in a new second
    EXPECT_EQ(candles.takeChanged(), newYear + seconds(5));
    EXPECT_EQ(candles.takeChanged(), std::nullopt);
    auto const minute = candles.last(CandleInterval::Min1, 1, newYear + minutes(1)).at(0);
    EXPECT_EQ(minute.open, Price(90));
    EXPECT_EQ(minute.close, Price(101));
    auto const seconds1 = candles.last(CandleInterval::Sec1, 9, newYear + minutes(1));
    ASSERT_EQ(seconds1.size(), 3U);
    EXPECT_EQ(seconds1[0].start, newYear + seconds(5));
}

TEST(Candles, ATradeThatIsTooLateIsNotCountedAndItsCandleSaysSo)
{
    auto candles = live();
    candles.onTrade(btc(), trade(newYear + seconds(10), 100));
    candles.onTrade(btc(), trade(newYear + seconds(130), 101));
    candles.onTrade(btc(), trade(newYear + seconds(69), 90));
    EXPECT_EQ(candles.tooLate(), 1U);
    candles.onTrade(btc(), trade(newYear + seconds(70), 95));
    EXPECT_EQ(candles.tooLate(), 1U);
    auto const made = candles.last(CandleInterval::Min1, 9, newYear + minutes(3));
    ASSERT_EQ(made.size(), 3U);
    EXPECT_FALSE(made[0].incomplete);
    EXPECT_TRUE(made[1].incomplete);
    EXPECT_FALSE(made[2].incomplete);
    EXPECT_EQ(made[1].trades, 1U);
}

TEST(Candles, SayWhereTradesMayBeMissing)
{
    Candles candles;
    candles.onFeed(FeedState::AwaitingSnapshot, newYear);
    candles.onFeed(FeedState::Live, newYear + seconds(20));
    for (int second = 20; second < 400; second += 10) {
        candles.onTrade(btc(), trade(newYear + seconds(second), 100));
        if (second == 190) {
            candles.onFeed(FeedState::Stale, newYear + seconds(200)); // nothing was heard since 190
            second = 240;
            candles.onFeed(FeedState::Live, newYear + seconds(245));
        }
    }
    candles.onFeed(FeedState::Ended, newYear + seconds(400));
    auto const minutes1 = candles.last(CandleInterval::Min1, 9, newYear + minutes(10));
    std::vector<bool> incomplete;
    for (auto const& candle : minutes1) {
        incomplete.push_back(candle.incomplete);
    }
    // Watched from 0:20 on; nothing between 3:10 and 4:05; over at 6:30.
    EXPECT_EQ(incomplete, (std::vector<bool>{true, false, false, true, true, false, true}));
    // Nothing was traded in the gap, so no second knows of it, but half a minute does.
    auto const half = candles.last(CandleInterval::Sec30, 99, newYear + minutes(10));
    auto const at = std::find_if(half.begin(), half.end(), [](Candle const& c) {
        return c.start == newYear + minutes(3);
    });
    ASSERT_NE(at, half.end());
    EXPECT_TRUE(at->incomplete);
    EXPECT_FALSE((at - 1)->incomplete);
    EXPECT_EQ(candles.watchedSince(), newYear + seconds(20));
}

TEST(Candles, ManyOutagesBecomeFewer)
{
    CandleLimits limits;
    limits.outages = 4;
    auto candles = live(limits);
    for (int i = 1; i < 40; ++i) {
        candles.onTrade(btc(), trade(newYear + minutes(i * 2), 100));
        candles.onFeed(FeedState::Stale, newYear + minutes(i * 2) + seconds(30));
        candles.onFeed(FeedState::Live, newYear + minutes(i * 2) + seconds(31));
        candles.onTrade(btc(), trade(newYear + minutes(i * 2 + 1), 100));
    }
    auto const made = candles.last(CandleInterval::Min1, 6, newYear + hours(9));
    EXPECT_FALSE(made[5].incomplete);
    EXPECT_TRUE(made[4].incomplete);
    EXPECT_FALSE(made[3].incomplete);
    EXPECT_TRUE(candles.last(CandleInterval::Min1, 999, newYear + hours(9)).front().incomplete);
}

TEST(Candles, AClockThatIsFarOffIsNotTrusted)
{
    auto candles = live();
    auto one = trade(newYear + seconds(100), 100);
    one.venueTime = newYear + seconds(99);
    candles.onTrade(btc(), one);
    one.venueTime = newYear + hours(100'000);
    candles.onTrade(btc(), one);
    auto const made = candles.last(CandleInterval::Sec1, 9, newYear + minutes(2));
    ASSERT_EQ(made.size(), 2U);
    EXPECT_EQ(made[0].start, newYear + seconds(99));
    EXPECT_EQ(made[1].start, newYear + seconds(100));
}

TEST(Candles, MemoryIsBounded)
{
    CandleLimits limits;
    limits.kept[0] = 100;
    auto candles = live(limits);
    for (int i = 0; i < 1'000; ++i) {
        candles.onTrade(btc(), trade(newYear + seconds(i), 100 + i));
    }
    EXPECT_EQ(candles.last(CandleInterval::Sec1, 9'999, newYear + hours(1)).size(), 100U);
    auto const fifteens = candles.last(CandleInterval::Sec15, 9'999, newYear + hours(1));
    // From 900 s on; the one that begins at 900 is whole.
    EXPECT_EQ(fifteens.front().start, newYear + seconds(915)) << "the oldest may have lost its first seconds";
    EXPECT_EQ(fifteens.front().trades, 15U);
    candles.onTrade(
        btc(), trade(newYear + seconds(940), 7)
    ); // older than nothing that is kept, and there is no room
    EXPECT_EQ(candles.last(CandleInterval::Sec1, 9'999, newYear + hours(1)).size(), 100U);
}

class CandleRace : public testing::TestWithParam<std::uint64_t> {};

TEST_P(CandleRace, IsWhatTheNaiveOneMakes)
{
    std::mt19937_64 rng(GetParam());
    auto const below = [&](std::int64_t n) {
        return static_cast<std::int64_t>(rng() % static_cast<std::uint64_t>(n));
    };
    CandleLimits limits;
    limits.kept = {100'000, 100'000, 100'000, 100'000};
    auto candles = live(limits);
    Instrument instrument = btc();
    instrument.kind = static_cast<ContractKind>(below(4));
    instrument.multiplier = 1 + below(5);
    std::vector<Trade> trades;
    Timestamp now = newYear;
    Timestamp newest = newYear;
    // Steps of seconds, of minutes or of days.
    const std::int64_t step = std::array{seconds(2).value, minutes(3).value, hours(20).value}[GetParam() % 3];
    for (int i = 0; i < 3'000; ++i) {
        now += nanoseconds(below(step));
        auto one = trade(now, 1 + below(1'000), 1 + below(900), below(2) == 0 ? Side::Buy : Side::Sell);
        if (below(4) == 0) {
            one.venueTime = now - nanoseconds(below(seconds(50).value));
            one.venueTime = std::max(one.venueTime, newest - seconds(59));
            one.venueTime = one.venueTime < now - seconds(60) ? now : one.venueTime;
        }
        newest = std::max(newest, one.venueTime == Timestamp::min() ? one.time : one.venueTime);
        trades.push_back(one);
        candles.onTrade(instrument, one);
        if (i % 100 == 0) {
            auto const day = candles.day(now);
            std::vector<Trade> within;
            for (auto const& t : trades) {
                auto const time = t.venueTime == Timestamp::min() ? t.time : t.venueTime;
                if (time >= day.from) {
                    within.push_back(t);
                }
            }
            EXPECT_LE(now - day.from, hours(24));
            EXPECT_GT(now - day.from, hours(24) - minutes(1) - seconds(1));
            Candle sum;
            auto const minutes1 = naiveCandles(instrument, within, CandleInterval::Min1);
            for (auto const& candle : minutes1) {
                sum.high = std::max(sum.high, candle.high);
                sum.low = sum.trades == 0 ? candle.low : std::min(sum.low, candle.low);
                sum.volume += candle.volume;
                sum.buyVolume += candle.buyVolume;
                sum.turnover += candle.turnover;
                sum.trades += candle.trades;
            }
            ASSERT_EQ(day.trades, sum.trades) << i;
            ASSERT_EQ(day.volume, sum.volume);
            ASSERT_EQ(day.buyVolume, sum.buyVolume);
            ASSERT_EQ(day.turnover, sum.turnover);
            ASSERT_EQ(day.high, sum.high);
            ASSERT_EQ(day.low, sum.low);
            ASSERT_EQ(day.open, minutes1.empty() ? Price(0) : minutes1.front().open);
        }
    }
    EXPECT_EQ(candles.tooLate(), 0U);
    for (std::size_t i = 0; i < candleIntervals; ++i) {
        auto const interval = static_cast<CandleInterval>(i);
        auto const made = candles.last(interval, 1'000'000, now);
        ASSERT_EQ(plain(made), naiveCandles(instrument, trades, interval)) << intervalName(interval);
        for (auto const& candle : made) {
            ASSERT_EQ(candle.closed, candleEnd(interval, candle.start) <= now);
        }
        auto const from = made[made.size() / 2].start + nanoseconds(1);
        auto const later = candles.since(interval, from, now);
        ASSERT_EQ(
            later, std::vector<Candle>(made.end() - static_cast<std::ptrdiff_t>(later.size()), made.end())
        );
        ASSERT_EQ(later.front().start, made[made.size() / 2].start);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, CandleRace, testing::Range<std::uint64_t>(1, 13));

} // namespace
} // namespace qob
