#include "engine/base/rng.h"
#include "engine/market/written_book.h"

#include <gtest/gtest.h>

#include <map>

namespace qob {
namespace {

// Levels by price, with a checksum made anew each time.
class ObviousBook {
public:
    void set(Side side, std::int64_t price, WrittenLevel const& level)
    {
        auto& levels = m_sides[side == Side::Buy ? 0 : 1];
        if (level.qty.digits == 0) {
            levels.erase(side == Side::Buy ? -price : price);
        } else {
            levels[side == Side::Buy ? -price : price] = level;
        }
    }

    void cut(std::size_t levels)
    {
        for (auto& side : m_sides) {
            while (side.size() > levels) {
                side.erase(std::prev(side.end()));
            }
        }
    }

    [[nodiscard]] std::uint32_t checksum(ChecksumRule const& rule) const
    {
        WrittenBook fresh;
        for (Side const side : {Side::Buy, Side::Sell}) {
            std::size_t count = 0;
            for (auto const& [key, level] : m_sides[side == Side::Buy ? 0 : 1]) {
                fresh.set(side, side == Side::Buy ? -key : key, level);
                if (++count == rule.levels) {
                    break;
                }
            }
        }
        return fresh.checksum(rule);
    }

private:
    std::array<std::map<std::int64_t, WrittenLevel>, 2> m_sides; // best first
};

WrittenLevel randomLevel(Rng& rng, std::int64_t price)
{
    auto const decimals = static_cast<std::int32_t>(rng.between(0, 3));
    return {{price, 2}, {rng.chance(0.3) ? 0 : rng.between(1, 5000), decimals}};
}

} // namespace

TEST(WrittenBook, ManyAtOnceAreTheSameAsOneByOne)
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        Rng rng(seed);
        WrittenBook book;
        ObviousBook obvious;
        for (int step = 0; step < 200; ++step) {
            Side const side = rng.chance(0.5) ? Side::Buy : Side::Sell;
            std::map<std::int64_t, WrittenLevel> changes;
            for (std::int64_t i = rng.between(0, 40); i > 0; --i) {
                auto const price = rng.between(1, 120);
                changes[price] = randomLevel(rng, price);
            }
            std::vector<PriceLevel> levels;
            std::vector<WrittenLevel> written;
            for (auto const& [price, level] : changes) {
                levels.push_back({Price(price), Qty(level.qty.digits)});
                written.push_back(level);
                obvious.set(side, price, level);
            }
            if (rng.chance(0.8) == (side == Side::Buy)) { // mostly best first
                std::reverse(levels.begin(), levels.end());
                std::reverse(written.begin(), written.end());
            }
            book.set(side, levels, written);
            if (rng.chance(0.3)) {
                auto const kept = static_cast<std::size_t>(rng.between(10, 60));
                book.cut(kept);
                obvious.cut(kept);
            }
            ASSERT_EQ(book.checksum(turnsChecksum), obvious.checksum(turnsChecksum)) << seed << " " << step;
        }
    }
}

TEST(WrittenBook, ThePriceThatComesTwiceIsAsItWasSaidLast)
{
    WrittenBook book;
    WrittenBook other;
    std::vector<PriceLevel> levels;
    std::vector<WrittenLevel> written;
    for (std::int64_t const price : {50, 40, 40, 30, 20}) {
        levels.push_back({Price(price), Qty(1)});
        written.push_back({{price, 0}, {static_cast<std::int64_t>(levels.size()), 0}});
        other.set(Side::Buy, price, written.back());
    }
    book.set(Side::Buy, levels, written);
    EXPECT_EQ(book.checksum(turnsChecksum), other.checksum(turnsChecksum));
}

} // namespace qob
