#include "engine/book/level_book.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

using namespace qob;

namespace {

using Levels = std::vector<PriceLevel>;

Levels depthOf(LevelBook const& book, Side side, std::size_t count = 1'000'000)
{
    Levels levels;
    book.depth(side, count, levels);
    return levels;
}

// The same by the plainest means.
class NaiveBook {
public:
    Qty set(Side side, Price price, Qty qty)
    {
        auto& levels = m_levels[side];
        const Qty before = levels[price];
        levels[price] = qty;
        if (qty == Qty(0)) {
            levels.erase(price);
        }
        return before;
    }

    Levels depth(Side side)
    {
        Levels all;
        for (auto const& [price, qty] : m_levels[side]) {
            all.push_back({price, qty});
        }
        if (side == Side::Buy) {
            std::reverse(all.begin(), all.end());
        }
        return all;
    }

private:
    std::map<Side, std::map<Price, Qty>> m_levels;
};

} // namespace

TEST(LevelBook, bestIsTheHighestBidAndTheLowestAsk)
{
    LevelBook book;
    book.set(Side::Buy, Price(100), Qty(1));
    book.set(Side::Buy, Price(102), Qty(2));
    book.set(Side::Buy, Price(101), Qty(3));
    book.set(Side::Sell, Price(105), Qty(4));
    book.set(Side::Sell, Price(103), Qty(5));
    EXPECT_EQ(book.best(Side::Buy), (PriceLevel{Price(102), Qty(2)}));
    EXPECT_EQ(book.best(Side::Sell), (PriceLevel{Price(103), Qty(5)}));
    EXPECT_EQ(depthOf(book, Side::Buy, 2), (Levels{{Price(102), Qty(2)}, {Price(101), Qty(3)}}));
    EXPECT_EQ(depthOf(book, Side::Sell), (Levels{{Price(103), Qty(5)}, {Price(105), Qty(4)}}));
    EXPECT_EQ(book.levels(Side::Buy), 3U);
}

TEST(LevelBook, setReturnsWhatWasThere)
{
    LevelBook book;
    EXPECT_EQ(book.set(Side::Buy, Price(100), Qty(7)), Qty(0));
    EXPECT_EQ(book.set(Side::Buy, Price(100), Qty(9)), Qty(7));
    EXPECT_EQ(book.at(Side::Buy, Price(100)), Qty(9));
    EXPECT_EQ(book.set(Side::Buy, Price(100), Qty(0)), Qty(9));
    EXPECT_EQ(book.set(Side::Buy, Price(100), Qty(0)), Qty(0));
    EXPECT_EQ(book.levels(Side::Buy), 0U);
    EXPECT_EQ(book.best(Side::Buy), PriceLevel{});
}

TEST(LevelBook, anEmptySideHasNothing)
{
    LevelBook book;
    EXPECT_EQ(book.at(Side::Sell, Price(1)), Qty(0));
    EXPECT_EQ(book.set(Side::Sell, Price(1), Qty(0)), Qty(0));
    EXPECT_TRUE(depthOf(book, Side::Sell).empty());
    EXPECT_TRUE(depthOf(book, Side::Sell, 0).empty());
}

TEST(LevelBook, crossedWhenTheSidesMeet)
{
    LevelBook book;
    book.set(Side::Buy, Price(100), Qty(1));
    EXPECT_FALSE(book.crossed());
    book.set(Side::Sell, Price(101), Qty(1));
    EXPECT_FALSE(book.crossed());
    book.set(Side::Sell, Price(100), Qty(1));
    EXPECT_TRUE(book.crossed());
    book.clear();
    EXPECT_FALSE(book.crossed());
    EXPECT_EQ(book.levels(Side::Buy) + book.levels(Side::Sell), 0U);
}

TEST(LevelBook, agreesWithANaiveBookThroughGrowthAndDecay)
{
    LevelBook book;
    NaiveBook naive;
    std::mt19937_64 random(11);
    // Rounds of mostly adding and mostly removing, with walks through neighbouring prices as a venue's
    // messages do.
    for (int round = 0; round < 60; ++round) {
        bool const growing = round % 2 == 0;
        std::int64_t price = 0;
        for (int i = 0; i < 2'000; ++i) {
            price = random() % 8 == 0 ? static_cast<std::int64_t>(random() % 4'000) : price + 1;
            const Side side = random() % 2 == 0 ? Side::Buy : Side::Sell;
            bool const remove = random() % 10 < (growing ? 2U : 9U);
            const Qty qty(remove ? 0 : static_cast<std::int64_t>(1 + random() % 1'000));
            ASSERT_EQ(book.set(side, Price(price + 1), qty), naive.set(side, Price(price + 1), qty));
        }
        for (const Side side : {Side::Buy, Side::Sell}) {
            const Levels expected = naive.depth(side);
            ASSERT_EQ(depthOf(book, side), expected) << "round " << round;
            ASSERT_EQ(book.levels(side), expected.size());
            ASSERT_EQ(book.best(side), expected.empty() ? PriceLevel{} : expected.front());
            for (auto const& level : expected) {
                ASSERT_EQ(book.at(side, level.price), level.qty);
            }
        }
    }
}

TEST(LevelBook, takesASideInAnyOrder)
{
    for (bool const rising : {true, false}) {
        LevelBook book;
        for (std::int64_t i = 1; i <= 1'000; ++i) {
            book.set(Side::Sell, Price(rising ? i : 1'001 - i), Qty(i));
        }
        EXPECT_EQ(book.levels(Side::Sell), 1'000U);
        EXPECT_EQ(book.best(Side::Sell).price, Price(1));
        EXPECT_EQ(depthOf(book, Side::Sell).back().price, Price(1'000));
    }
}
