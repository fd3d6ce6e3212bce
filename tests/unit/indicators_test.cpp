#include "engine/analytics/indicator_line.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace qob {
namespace {

constexpr Timestamp midnight(1'704'067'200'000'000'000); // 2024-01-01T00:00:00Z

// Of values oldest first; what it said after each.
template <class Indicator>
std::vector<double> run(Indicator indicator, std::vector<double> const& values)
{
    std::vector<double> said;
    for (double const value : values) {
        said.push_back(indicator.push(value));
    }
    return said;
}

void expectValues(std::vector<double> const& said, std::vector<double> const& expected, double near = 1e-9)
{
    ASSERT_EQ(said.size(), expected.size());
    for (std::size_t i = 0; i < said.size(); ++i) {
        if (std::isnan(expected[i])) {
            EXPECT_TRUE(std::isnan(said[i])) << i;
        } else {
            EXPECT_NEAR(said[i], expected[i], near) << i;
        }
    }
}

Bar bar(int minute, double close, double volume = 1, double delta = 0)
{
    Bar made;
    made.start = midnight + minutes(minute);
    made.open = made.high = made.low = made.close = made.mean = close;
    made.volume = volume;
    made.delta = delta;
    return made;
}

TEST(Indicators, MovingAveragesByHand)
{
    expectValues(run(Sma(3), {1, 2, 6, 4, 5}), {noValue, noValue, 3, 4, 5});
    // Begun with 3, then half way to each: 3.5, 4.25.
    expectValues(run(Ema(3), {1, 2, 6, 4, 5}), {noValue, noValue, 3, 3.5, 4.25});
    // (1 + 2*2 + 3*6) / 6, (2 + 2*6 + 3*4) / 6, (6 + 2*4 + 3*5) / 6
    expectValues(run(Wma(3), {1, 2, 6, 4, 5}), {noValue, noValue, 23.0 / 6, 26.0 / 6, 29.0 / 6});
    expectValues(run(Sma(1), {4, 7}), {4, 7});
    expectValues(run(Sma(0), {4, 7}), {4, 7}); // a period is at least 1
}

TEST(Indicators, AGapChangesNothing)
{
    expectValues(run(Sma(2), {1, 3, noValue, 5}), {noValue, 2, noValue, 4});
    expectValues(run(Ema(2), {1, 3, noValue, 5}), {noValue, 2, noValue, 4});
    expectValues(run(Wma(2), {1, 4, noValue, 7}), {noValue, 3, noValue, 6});
    expectValues(run(Rsi(1), {1, 2, noValue, 1}), {noValue, 100, noValue, 0});
    Atr atr(2);
    EXPECT_TRUE(std::isnan(atr.push(10, 8, 9)));
    EXPECT_TRUE(std::isnan(atr.push(noValue, noValue, noValue)));
    EXPECT_DOUBLE_EQ(atr.push(14, 13, 13), 3.5); // the second range is 14 - 9 = 5
}

TEST(Indicators, RsiOfStockChartsExample)
{
    const std::vector<double> closes{44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955,
                                     45.4245, 45.8433, 46.0826, 45.8931, 46.0328, 45.6140, 46.2820,
                                     46.2820, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439};
    auto const said = run(Rsi(14), closes);
    EXPECT_TRUE(std::isnan(said[13]));
    const std::vector<double> expected{70.53, 66.32, 66.55, 69.41, 66.36, 57.97};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_NEAR(said[14 + i], expected[i], 0.005);
    }
    expectValues(run(Rsi(2), {5, 5, 5}), {noValue, noValue, 50});
}

TEST(Indicators, AtrByHand)
{
    Atr atr(3);
    EXPECT_TRUE(std::isnan(atr.push(10, 8, 9)));               // 2
    EXPECT_TRUE(std::isnan(atr.push(12, 10, 11)));             // 12 - 9 = 3
    EXPECT_DOUBLE_EQ(atr.push(11, 6, 7), 10.0 / 3);            // 5
    EXPECT_NEAR(atr.push(9, 8, 8), (20.0 / 3 + 2) / 3, 1e-12); // 9 - 7 = 2
}

TEST(Indicators, MacdByHand)
{
    Macd macd(1, 2, 2); // EMA(1) is the value itself, EMA(2) begins with the first two's mean
    EXPECT_TRUE(std::isnan(macd.push(2).macd));
    EXPECT_DOUBLE_EQ(macd.push(4).macd, 1.0);
    auto const third = macd.push(6); // EMA(2): 3 + 2/3 * 3 = 5
    EXPECT_DOUBLE_EQ(third.macd, 1.0);
    EXPECT_DOUBLE_EQ(third.signal, 1.0);
    auto const fourth = macd.push(11); // 5 + 2/3 * 6 = 9; signal 1 + 2/3 * (2 - 1)
    EXPECT_DOUBLE_EQ(fourth.macd, 2.0);
    EXPECT_DOUBLE_EQ(fourth.signal, 5.0 / 3);
    EXPECT_DOUBLE_EQ(fourth.histogram, 1.0 / 3);
}

TEST(Indicators, BollingerByHand)
{
    Bollinger bands(4, 2);
    for (double const value : {2.0, 4.0, 4.0}) {
        EXPECT_TRUE(std::isnan(bands.push(value).middle));
    }
    auto const bands4 = bands.push(6); // mean 4, squares 4 + 0 + 0 + 4, deviation sqrt(2)
    EXPECT_DOUBLE_EQ(bands4.middle, 4);
    EXPECT_NEAR(bands4.upper, 4 + 2 * std::sqrt(2.0), 1e-12);
    EXPECT_NEAR(bands4.lower, 4 - 2 * std::sqrt(2.0), 1e-12);
}

TEST(Indicators, VwapAndSumsBeginAnewEachDay)
{
    SessionVwap vwap;
    EXPECT_TRUE(std::isnan(vwap.push(midnight, 10, 0)));
    EXPECT_DOUBLE_EQ(vwap.push(midnight + minutes(1), 10, 1), 10);
    EXPECT_DOUBLE_EQ(vwap.push(midnight + minutes(2), 16, 2), 14);
    EXPECT_TRUE(std::isnan(vwap.push(midnight + minutes(3), noValue, 0)));
    EXPECT_DOUBLE_EQ(vwap.push(midnight + hours(24), 20, 5), 20);
    SessionSum sum;
    EXPECT_DOUBLE_EQ(sum.push(midnight, 3), 3);
    EXPECT_DOUBLE_EQ(sum.push(midnight + hours(1), -5), -2);
    EXPECT_DOUBLE_EQ(sum.push(midnight + hours(24), 4), 4);
}

TEST(Indicators, RoundingDoesNotAddUp)
{
    Sma sma(10);
    double said = 0;
    for (int i = 0; i < 1'000'000; ++i) {
        said = sma.push(i % 2 == 0 ? 1e9 : 0.1);
    }
    EXPECT_NEAR(said, (5e9 + 0.5) / 10, 1e-6);
}

TEST(Bars, TheMeanIsExactWhereTurnoverTellsIt)
{
    Instrument spot;
    spot.priceScale = 2;
    Candle candle;
    candle.high = Price(11'000);
    candle.low = Price(9'000);
    candle.open = candle.close = Price(10'000);
    candle.volume = Amount(Int128{4} * pow10(18));
    candle.buyVolume = Amount(Int128{3} * pow10(18));
    candle.turnover = Amount(Int128{412} * pow10(18));
    auto const made = barOf(spot, candle);
    EXPECT_DOUBLE_EQ(made.mean, 103);
    EXPECT_DOUBLE_EQ(made.delta, 2);
    Instrument linear = spot;
    linear.kind = ContractKind::Linear;
    linear.multiplier = 1;
    linear.multiplierScale = 2; // a contract is 0.01
    candle.turnover = Amount(Int128{412} * pow10(16));
    EXPECT_DOUBLE_EQ(barOf(linear, candle).mean, 103);
    Instrument inverse = spot;
    inverse.kind = ContractKind::Inverse;
    EXPECT_DOUBLE_EQ(barOf(inverse, candle).mean, 100);
}

TEST(Bars, HeikinAshiByHand)
{
    Bar first = bar(0, 10);
    first.open = 8;
    first.high = 12;
    first.low = 6;
    auto const one = heikinAshi(first, nullptr);
    EXPECT_DOUBLE_EQ(one.close, 9);
    EXPECT_DOUBLE_EQ(one.open, 9);
    auto const two = heikinAshi(bar(1, 20), &one);
    EXPECT_DOUBLE_EQ(two.open, 9);
    EXPECT_DOUBLE_EQ(two.close, 20);
    EXPECT_DOUBLE_EQ(two.low, 9);
    EXPECT_DOUBLE_EQ(two.high, 20);
}

// However the bars come, the lines are those of all of them at once.
TEST(IndicatorLine, GoingOnSaysWhatBeginningAnewSays)
{
    std::mt19937 random(3);
    auto const below = [&](unsigned end) {
        return static_cast<unsigned>(random() % end);
    };
    auto const any = [&](std::size_t at) {
        return bar(static_cast<int>(at), 100.0 + below(50), below(9), below(5));
    };
    for (int kind = 0; kind <= static_cast<int>(IndicatorKind::OpenInterest); ++kind) {
        auto const spec = usualIndicator(static_cast<IndicatorKind>(kind));
        IndicatorLine growing(spec);
        std::vector<Bar> bars;
        for (int step = 0; step < 400; ++step) {
            auto from = bars.size();
            if (!bars.empty() && below(3) != 0) {
                from = below(20) == 0 ? below(static_cast<unsigned>(from)) : from - 1;
                bars[from] = any(from);
            } else {
                bars.push_back(any(from));
                bars.back().close = below(17) == 0 ? noValue : bars.back().close;
            }
            growing.update(bars, from);
        }
        IndicatorLine fresh(spec);
        fresh.update(bars, 0);
        for (std::size_t i = 0; i < lineCount(spec.kind); ++i) {
            expectValues(growing.line(i), fresh.line(i), 1e-6);
        }
    }
}

TEST(IndicatorLine, AnOpenBarCostsOnePush)
{
    IndicatorLine line({IndicatorKind::Ema, {20}});
    std::vector<Bar> bars;
    for (int i = 0; i < 500; ++i) {
        bars.push_back(bar(i, i));
    }
    line.update(bars, 0);
    auto const before = line.pushes();
    for (int i = 0; i < 100; ++i) {
        bars.back().close = i;
        line.update(bars, bars.size() - 1);
    }
    EXPECT_EQ(line.pushes() - before, 100U);
}

TEST(IndicatorLine, CumulativeDeltaGoesOnOrBeginsAnewEachDay)
{
    const std::vector<Bar> bars{bar(0, 1, 1, 2), bar(1, 1, 1, -5), bar(24 * 60, 1, 1, 4)};
    IndicatorLine all({IndicatorKind::Cvd, {0}});
    all.update(bars, 0);
    expectValues(all.line(0), {2, -3, 1});
    IndicatorLine daily({IndicatorKind::Cvd, {1}});
    daily.update(bars, 0);
    expectValues(daily.line(0), {2, -3, 4});
}

} // namespace
} // namespace qob
