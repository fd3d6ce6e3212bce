// What every matching book must do, held against each implementation; and the fast ones against the naive
// one.

#include "engine/base/rng.h"
#include "engine/book/price_time_book.h"
#include "tests/support/naive_book.h"

#include <gtest/gtest.h>

namespace qob {
namespace {

using Kind = BookEvent::Kind;

constexpr OwnerId alice(1);
constexpr OwnerId bob(2);

template <class Book>
class MatchingBookTest : public testing::Test {
protected:
    BookEvents
    add(std::uint64_t id,
        Side side,
        std::int64_t price,
        std::int64_t qty,
        TimeInForce tif = TimeInForce::GoodTillCancel,
        OwnerId owner = alice)
    {
        return call([&](BookEvents& out) {
            book.add({OrderId(id), owner, side, OrdType::Limit, tif, Price(price), Qty(qty)}, out);
        });
    }

    BookEvents market(std::uint64_t id, Side side, std::int64_t qty)
    {
        return call([&](BookEvents& out) {
            book.add(
                {OrderId(id), bob, side, OrdType::Market, TimeInForce::ImmediateOrCancel, Price(), Qty(qty)},
                out
            );
        });
    }

    BookEvents cancel(std::uint64_t id, OwnerId owner = alice)
    {
        return call([&](BookEvents& out) { book.cancel(OrderId(id), owner, out); });
    }

    BookEvents replace(std::uint64_t id, std::int64_t price, std::int64_t qty)
    {
        return call([&](BookEvents& out) { book.replace(OrderId(id), alice, Price(price), Qty(qty), out); });
    }

    template <class Call>
    BookEvents call(Call made)
    {
        BookEvents out;
        made(out);
        return out;
    }

    static std::vector<BookEvent> tradesOf(BookEvents const& events)
    {
        std::vector<BookEvent> trades;
        for (auto const& event : events) {
            if (event.kind == Kind::Trade) {
                trades.push_back(event);
            }
        }
        return trades;
    }

    std::vector<PriceLevel> levels(Side side)
    {
        std::vector<PriceLevel> out;
        book.levels(side, 100, out);
        return out;
    }

    Book book;
};

using Books = testing::Types<PriceTimeBook, test::NaiveBook>;
TYPED_TEST_SUITE(MatchingBookTest, Books);

TYPED_TEST(MatchingBookTest, RestingOrdersShowAsLevelsBestFirst)
{
    this->add(1, Side::Buy, 100, 5);
    this->add(2, Side::Buy, 101, 7);
    this->add(3, Side::Buy, 100, 2);
    this->add(4, Side::Sell, 105, 4);
    EXPECT_EQ(this->levels(Side::Buy), (std::vector<PriceLevel>{{Price(101), Qty(7)}, {Price(100), Qty(7)}}));
    EXPECT_EQ(this->levels(Side::Sell), (std::vector<PriceLevel>{{Price(105), Qty(4)}}));
    EXPECT_EQ(this->book.orderCount(), 4U);
}

TYPED_TEST(MatchingBookTest, TradesAtTheMakersPriceBestPriceThenOldestFirst)
{
    this->add(1, Side::Sell, 101, 5);
    this->add(2, Side::Sell, 100, 3);
    this->add(3, Side::Sell, 100, 4);
    auto const trades = this->tradesOf(this->add(4, Side::Buy, 101, 9, TimeInForce::GoodTillCancel, bob));
    ASSERT_EQ(trades.size(), 3U);
    EXPECT_EQ(trades[0].maker, OrderId(2));
    EXPECT_EQ(trades[0].price, Price(100));
    EXPECT_EQ(trades[1].maker, OrderId(3));
    EXPECT_EQ(trades[2].maker, OrderId(1));
    EXPECT_EQ(trades[2].price, Price(101));
    EXPECT_EQ(trades[2].qty, Qty(2));
    EXPECT_EQ(trades[2].makerLeaves, Qty(3));
    EXPECT_EQ(trades[2].makerOwner, alice);
    EXPECT_EQ(this->levels(Side::Sell), (std::vector<PriceLevel>{{Price(101), Qty(3)}}));
    EXPECT_TRUE(this->levels(Side::Buy).empty());
}

TYPED_TEST(MatchingBookTest, NeverTradesThroughItsOwnLimitAndRestsTheRemainder)
{
    this->add(1, Side::Sell, 100, 3);
    this->add(2, Side::Sell, 102, 3);
    auto const events = this->add(3, Side::Buy, 101, 5);
    EXPECT_EQ(this->tradesOf(events).size(), 1U);
    EXPECT_EQ(this->levels(Side::Buy), (std::vector<PriceLevel>{{Price(101), Qty(2)}}));
    EXPECT_EQ(this->book.find(OrderId(3))->leaves, Qty(2));
}

TYPED_TEST(MatchingBookTest, ImmediateOrCancelNeverRests)
{
    this->add(1, Side::Sell, 100, 3);
    auto const events = this->add(2, Side::Buy, 100, 5, TimeInForce::ImmediateOrCancel);
    EXPECT_EQ(events.back().kind, Kind::Canceled);
    EXPECT_EQ(events.back().qty, Qty(2));
    EXPECT_TRUE(this->levels(Side::Buy).empty());
}

TYPED_TEST(MatchingBookTest, FillOrKillTradesAllOrNothing)
{
    this->add(1, Side::Sell, 100, 3);
    this->add(2, Side::Sell, 101, 3);
    auto const killed = this->add(3, Side::Buy, 101, 7, TimeInForce::FillOrKill);
    EXPECT_TRUE(this->tradesOf(killed).empty());
    EXPECT_EQ(this->levels(Side::Sell).size(), 2U);
    auto const filled = this->add(4, Side::Buy, 101, 6, TimeInForce::FillOrKill);
    EXPECT_EQ(this->tradesOf(filled).size(), 2U);
    EXPECT_TRUE(this->levels(Side::Sell).empty());
}

TYPED_TEST(MatchingBookTest, MarketOrdersSweepAndCancelWhatIsLeft)
{
    this->add(1, Side::Buy, 100, 3);
    this->add(2, Side::Buy, 90, 3);
    auto const events = this->market(3, Side::Sell, 10);
    EXPECT_EQ(this->tradesOf(events).size(), 2U);
    EXPECT_EQ(events.back().kind, Kind::Canceled);
    EXPECT_EQ(events.back().reason, ErrorCode::OrderNoLiquidity);
    EXPECT_EQ(this->book.orderCount(), 0U);
}

TYPED_TEST(MatchingBookTest, LessQuantityKeepsThePlaceAnythingElseLosesIt)
{
    this->add(1, Side::Buy, 100, 5);
    this->add(2, Side::Buy, 100, 5);
    this->replace(1, 100, 3);
    EXPECT_EQ(this->book.queueAhead(OrderId(1)), Qty(0));
    EXPECT_EQ(this->book.queueAhead(OrderId(2)), Qty(3));
    this->replace(1, 100, 4);
    EXPECT_EQ(this->book.queueAhead(OrderId(1)), Qty(5));
    EXPECT_EQ(this->levels(Side::Buy), (std::vector<PriceLevel>{{Price(100), Qty(9)}}));
}

TYPED_TEST(MatchingBookTest, AmendCountsWhatIsFilled)
{
    this->add(1, Side::Buy, 100, 5);
    this->add(2, Side::Sell, 100, 2);
    this->replace(1, 100, 4);
    EXPECT_EQ(this->book.find(OrderId(1))->leaves, Qty(2));
    auto const events = this->replace(1, 100, 2);
    EXPECT_EQ(events.front().kind, Kind::Canceled);
    EXPECT_FALSE(this->book.find(OrderId(1)).has_value());
}

TYPED_TEST(MatchingBookTest, AmendToACrossingPriceTrades)
{
    this->add(1, Side::Buy, 99, 5);
    this->add(2, Side::Sell, 101, 2);
    auto const events = this->replace(1, 101, 5);
    EXPECT_EQ(this->tradesOf(events).size(), 1U);
    EXPECT_EQ(this->levels(Side::Buy), (std::vector<PriceLevel>{{Price(101), Qty(3)}}));
}

TYPED_TEST(MatchingBookTest, CancelOfTheMiddleKeepsBothNeighbours)
{
    this->add(1, Side::Buy, 100, 1);
    this->add(2, Side::Buy, 100, 2);
    this->add(3, Side::Buy, 100, 4);
    this->cancel(2);
    EXPECT_EQ(this->levels(Side::Buy), (std::vector<PriceLevel>{{Price(100), Qty(5)}}));
    auto const trades = this->tradesOf(this->add(9, Side::Sell, 100, 5));
    ASSERT_EQ(trades.size(), 2U);
    EXPECT_EQ(trades[0].maker, OrderId(1));
    EXPECT_EQ(trades[1].maker, OrderId(3));
}

TYPED_TEST(MatchingBookTest, NobodyCancelsWhatIsNotTheirs)
{
    this->add(1, Side::Buy, 100, 1);
    EXPECT_EQ(this->cancel(1, bob).front().reason, ErrorCode::OrderNotOwned);
    EXPECT_EQ(this->cancel(7).front().reason, ErrorCode::OrderUnknown);
    EXPECT_EQ(this->book.orderCount(), 1U);
}

TYPED_TEST(MatchingBookTest, BadOrdersAreRefusedWhole)
{
    EXPECT_EQ(this->add(1, Side::Buy, 100, 0).front().reason, ErrorCode::OrderBadQty);
    EXPECT_EQ(this->add(1, Side::Buy, 0, 1).front().reason, ErrorCode::OrderBadPrice);
    this->add(1, Side::Buy, 100, 1);
    EXPECT_EQ(this->add(1, Side::Buy, 100, 1).front().reason, ErrorCode::OrderDuplicateClOrdID);
    EXPECT_EQ(this->book.orderCount(), 1U);
}

// Drives two books with the same random commands near one price and compares every event and the whole state.
class BookRace {
public:
    explicit BookRace(std::uint64_t seed) : m_rng(seed) {}

    void run(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            BookEvents fast;
            BookEvents naive;
            step(fast, naive);
            ASSERT_EQ(fast, naive) << "step " << i;
            compareState();
            if (testing::Test::HasFatalFailure()) {
                return;
            }
        }
    }

private:
    void step(BookEvents& fast, BookEvents& naive)
    {
        const OrderId some(
            static_cast<std::uint64_t>(m_rng.between(1, static_cast<std::int64_t>(m_lastId) + 1))
        );
        const OwnerId owner(static_cast<std::uint32_t>(m_rng.between(1, 3)));
        const Price price(m_rng.between(90, 110));
        const Qty qty(m_rng.between(0, 20));
        auto const choice = m_rng.below(10);
        if (choice < 6) {
            constexpr TimeInForce tifs[] = {
                TimeInForce::GoodTillCancel, TimeInForce::ImmediateOrCancel, TimeInForce::FillOrKill};
            const BookOrder order{
                OrderId(++m_lastId),
                owner,
                m_rng.chance(0.5) ? Side::Buy : Side::Sell,
                m_rng.chance(0.1) ? OrdType::Market : OrdType::Limit,
                tifs[m_rng.chance(0.8) ? 0 : m_rng.between(1, 2)],
                price,
                qty};
            m_fast.add(order, fast);
            m_naive.add(order, naive);
        } else if (choice < 8) {
            m_fast.cancel(some, owner, fast);
            m_naive.cancel(some, owner, naive);
        } else {
            m_fast.replace(some, owner, price, qty, fast);
            m_naive.replace(some, owner, price, qty, naive);
        }
    }

    void compareState()
    {
        ASSERT_EQ(m_fast.orderCount(), m_naive.orderCount());
        for (const Side side : {Side::Buy, Side::Sell}) {
            std::vector<PriceLevel> fast;
            std::vector<PriceLevel> naive;
            m_fast.levels(side, 1000, fast);
            m_naive.levels(side, 1000, naive);
            ASSERT_EQ(fast, naive);
        }
        auto const bid = m_fast.best(Side::Buy);
        auto const ask = m_fast.best(Side::Sell);
        ASSERT_TRUE(!bid || !ask || bid->price < ask->price);
        const OrderId some(static_cast<std::uint64_t>(m_rng.between(1, static_cast<std::int64_t>(m_lastId))));
        ASSERT_EQ(m_fast.queueAhead(some), m_naive.queueAhead(some));
    }

    Rng m_rng;
    PriceTimeBook m_fast;
    test::NaiveBook m_naive;
    std::uint64_t m_lastId = 1;
};

TEST(MatchingBookRace, FastAndNaiveDoTheSame)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        BookRace(seed).run(800);
        if (HasFatalFailure()) {
            return;
        }
    }
}

} // namespace
} // namespace qob
