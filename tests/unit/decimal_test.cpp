#include "engine/base/decimal.h"
#include "engine/base/rng.h"

#include <gtest/gtest.h>

namespace qob {
namespace {

TEST(Decimal, ReadsTextExactly)
{
    EXPECT_EQ(parseScaled("61837.64", 2), 6183764);
    EXPECT_EQ(parseScaled("61837.64000000", 2), 6183764);
    EXPECT_EQ(parseScaled("0.00000001", 8), 1);
    EXPECT_EQ(parseScaled("7", 3), 7000);
    EXPECT_EQ(parseScaled("-1.5", 1), -15);
    EXPECT_EQ(parseScaled(".5", 1), 5);
    EXPECT_EQ(parseScaled("5.", 1), 50);
    EXPECT_EQ(parseScaled("9223372036854775807", 0), INT64_MAX);
}

TEST(Decimal, RefusesWhatItCannotHold)
{
    EXPECT_EQ(parseScaled("1.005", 2).error().code, ErrorCode::NumberTooFine);
    EXPECT_EQ(parseScaled("9223372036854775808", 0).error().code, ErrorCode::NumberTooLarge);
    EXPECT_EQ(parseScaled("92233720368547758.08", 3).error().code, ErrorCode::NumberTooLarge);
    for (char const* text : {"", "-", ".", "-."}) {
        EXPECT_EQ(parseScaled(text, 2).error().code, ErrorCode::NumberEmpty) << text;
    }
    for (char const* text : {"1e5", "1,0", "0x10", " 1", "1 ", "1.2.3", "+1", "--1", "nan"}) {
        EXPECT_EQ(parseScaled(text, 2).error().code, ErrorCode::NumberBadCharacter) << text;
    }
}

TEST(Decimal, WritesTextExactly)
{
    EXPECT_EQ(formatTrimmed(6183764, 2), "61837.64");
    EXPECT_EQ(formatTrimmed(6183700, 2), "61837");
    EXPECT_EQ(formatTrimmed(150, 2), "1.5");
    EXPECT_EQ(formatFixed(150, 2), "1.50");
    EXPECT_EQ(formatTrimmed(5, 3), "0.005");
    EXPECT_EQ(formatTrimmed(-5, 3), "-0.005");
    EXPECT_EQ(formatTrimmed(0, 8), "0");
    EXPECT_EQ(formatTrimmed(INT64_MIN, 0), "-9223372036854775808");
}

TEST(Decimal, HoldsMoneyIn128Bits)
{
    auto const amount = parseScaled128("123456789012345678.000000000000000001", 18);
    ASSERT_TRUE(amount.has_value());
    EXPECT_EQ(formatTrimmed(*amount, 18), "123456789012345678.000000000000000001");
    EXPECT_EQ(parseScaled128("999999999999999999999999", 18).error().code, ErrorCode::NumberTooLarge);
}

TEST(Decimal, EveryNumberSurvivesTheWayOutAndBack)
{
    Rng rng(3);
    for (int i = 0; i < 20'000; ++i) {
        auto const value =
            static_cast<std::int64_t>(rng.next() >> rng.below(64)) * (rng.chance(0.5) ? 1 : -1);
        auto const scale = static_cast<int>(rng.below(19));
        ASSERT_EQ(parseScaled(formatTrimmed(value, scale), scale), value);
        ASSERT_EQ(parseScaled(formatFixed(value, scale), scale), value);
    }
}

TEST(Decimal, CountsDecimals)
{
    EXPECT_EQ(significantDecimals("61837.63000000"), 2);
    EXPECT_EQ(significantDecimals("61837.00"), 0);
    EXPECT_EQ(significantDecimals("61837"), 0);
    EXPECT_EQ(writtenDecimals("61837.63000000"), 8);
    EXPECT_EQ(writtenDecimals("7"), 0);
}

} // namespace
} // namespace qob
