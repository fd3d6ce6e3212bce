#include "engine/base/decimal.h"
#include "engine/wire/written_number.h"

#include <gtest/gtest.h>

#include <random>

using namespace qob;

namespace {

WrittenNumber scan(std::string const& text)
{
    WrittenNumber number;
    char const* const end = scanWritten(text.c_str(), number);
    EXPECT_EQ(end, text.c_str() + text.size()) << text;
    return number;
}

} // namespace

TEST(WrittenNumber, keepsEveryDigit)
{
    EXPECT_EQ(scan("61837.64000000"), (WrittenNumber{6183764000000, 8}));
    EXPECT_EQ(scan("0.0500"), (WrittenNumber{500, 4}));
    EXPECT_EQ(scan("7"), (WrittenNumber{7, 0}));
    EXPECT_EQ(scan("0"), (WrittenNumber{0, 0}));
    EXPECT_EQ(scan("12."), (WrittenNumber{12, 0}));
    EXPECT_EQ(scan("999999999999999999"), (WrittenNumber{999999999999999999, 0}));
}

TEST(WrittenNumber, scanLeavesTheRestToReadWritten)
{
    WrittenNumber number;
    for (char const* text : {"", "-1", ".5", "x", "1234567890123456789", "46116860414.00000000"}) {
        EXPECT_EQ(scanWritten(text, number), nullptr) << text;
    }
}

TEST(WrittenNumber, readHoldsLongTextsWithoutTheirTrailingZeros)
{
    EXPECT_EQ(*readWritten("46116860414.00000000"), (WrittenNumber{46116860414, 0}));
    EXPECT_EQ(*readWritten("-1.50"), (WrittenNumber{-150, 2}));
    EXPECT_EQ(readWritten("46116860414.00000000123").error().code, ErrorCode::NumberTooLarge);
    EXPECT_EQ(readWritten("1e5").error().code, ErrorCode::NumberBadCharacter);
    EXPECT_EQ(readWritten("1.2.3").error().code, ErrorCode::NumberBadCharacter);
    EXPECT_EQ(readWritten("").error().code, ErrorCode::NumberEmpty);
}

TEST(WrittenNumber, unitsAreExactOrRefused)
{
    std::int64_t units = 0;
    EXPECT_TRUE(toUnits({500, 4}, 4, units));
    EXPECT_EQ(units, 500);
    EXPECT_TRUE(toUnits({500, 4}, 6, units));
    EXPECT_EQ(units, 50000);
    EXPECT_TRUE(toUnits({500, 4}, 2, units));
    EXPECT_EQ(units, 5);
    EXPECT_FALSE(toUnits({500, 4}, 1, units)) << "0.05 has no place at one decimal";
    EXPECT_FALSE(toUnits({999999999999999999, 0}, 2, units)) << "more than 64 bits";
}

TEST(WrittenNumber, agreesWithParseScaledOnRandomTexts)
{
    std::mt19937_64 random(7);
    for (int i = 0; i < 20'000; ++i) {
        std::string text = std::to_string(random() % 10'000'000);
        if (random() % 4 != 0) {
            text += ".";
            for (std::uint64_t n = random() % 9; n > 0; --n) {
                text += static_cast<char>('0' + random() % 10);
            }
        }
        int const scale = static_cast<int>(random() % 11);
        auto const expected = parseScaled(text, scale);
        std::int64_t units = 0;
        ASSERT_EQ(toUnits(scan(text), scale, units), expected.has_value()) << text << " at " << scale;
        if (expected) {
            ASSERT_EQ(units, *expected) << text << " at " << scale;
        }
        ASSERT_EQ(significantDecimals(scan(text)), significantDecimals(text)) << text;
    }
}

TEST(WrittenNumber, countsDigits)
{
    EXPECT_EQ(wholeDigits({6183764, 2}), 5);
    EXPECT_EQ(wholeDigits({5, 4}), 1);
    EXPECT_EQ(textOf({500, 4}), "0.05");
}

TEST(WrittenNumber, unsignedIsDigitsOnly)
{
    std::uint64_t number = 0;
    EXPECT_TRUE(parseUnsigned("50093239189", number));
    EXPECT_EQ(number, 50093239189U);
    for (char const* text : {"", "-1", "1.0", "12x", "99999999999999999999"}) {
        EXPECT_FALSE(parseUnsigned(text, number)) << text;
    }
}
