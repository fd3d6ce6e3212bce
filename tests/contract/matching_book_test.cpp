// What every matching book must do that scenarios say badly: its image, its answers, its numbers.

#include "engine/book/ladder_book.h"
#include "tests/support/naive_book.h"
#include "tests/support/random_commands.h"
#include "tests/support/scenario_text.h"

#include <gtest/gtest.h>

namespace qob::test {
namespace {

template <class Book>
class MatchingBookTest : public testing::Test {
protected:
    // Calls of the scenario language, one a line.
    void calls(std::initializer_list<std::string_view> lines)
    {
        for (auto const line : lines) {
            applyTo(book, *parseCommand(line, names), events);
        }
    }

    OrderId id(std::string const& name) { return names.order(name); }

    std::vector<PriceLevel> levels(Side side, std::size_t count)
    {
        std::vector<PriceLevel> out;
        book.levels(side, count, out);
        return out;
    }

    Names names;
    BookEvents events;
    Book book{BookRules{}};
};

using Books = testing::Types<LadderBook, NaiveBook>;
TYPED_TEST_SUITE(MatchingBookTest, Books);

TYPED_TEST(MatchingBookTest, ANewBookIsEmptyAndContinuous)
{
    EXPECT_EQ(this->book.image(), BookImage());
    EXPECT_EQ(this->book.state(), TradingState::Continuous);
    EXPECT_EQ(this->book.lastPrice(), Price(0));
    EXPECT_EQ(this->book.orderCount(), 0U);
    EXPECT_FALSE(this->book.best(Side::Buy));
    EXPECT_FALSE(this->book.best(Side::Sell));
    EXPECT_FALSE(this->book.auctionQuote());
    EXPECT_FALSE(this->book.find(OrderId(1)));
}

TYPED_TEST(MatchingBookTest, FindTellsAllOfAnOrder)
{
    this->calls({"a: alice sell 9 @ 105 iceberg 2 gtd 50 on-disconnect self-trade both", "b: bob buy 3 @ 105"}
    );
    auto const found = this->book.find(this->id("a"));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->order.id, this->id("a"));
    EXPECT_EQ(found->order.owner, this->names.owner("alice"));
    EXPECT_EQ(found->order.side, Side::Sell);
    EXPECT_EQ(found->order.price, Price(105));
    EXPECT_EQ(found->order.qty, Qty(9));
    EXPECT_EQ(found->order.displayQty, Qty(2));
    EXPECT_EQ(found->order.timeInForce, TimeInForce::GoodTillDate);
    EXPECT_EQ(found->order.expireTime, Timestamp(50));
    EXPECT_EQ(found->order.selfTrade, SelfTrade::CancelBoth);
    EXPECT_EQ(found->order.execInst, ExecInst::CancelOnDisconnect);
    EXPECT_EQ(found->place, OrderImage::Place::Lit);
    EXPECT_EQ(found->leaves, Qty(6));
    EXPECT_EQ(found->shown, Qty(1));
    EXPECT_EQ(found->acceptance, 1U);
    EXPECT_FALSE(this->book.find(this->id("b")));
}

TYPED_TEST(MatchingBookTest, LevelsAreAppendedAsManyAsAsked)
{
    this->calls(
        {"a: alice buy 1 @ 100", "b: alice buy 2 @ 99", "c: alice buy 3 @ 98", "d: alice sell 4 @ 101"}
    );
    std::vector<PriceLevel> out{{Price(7), Qty(7)}};
    this->book.levels(Side::Buy, 2, out);
    EXPECT_EQ(out, (std::vector<PriceLevel>{{Price(7), Qty(7)}, {Price(100), Qty(1)}, {Price(99), Qty(2)}}));
    EXPECT_TRUE(this->levels(Side::Sell, 0).empty());
    EXPECT_EQ(this->levels(Side::Buy, 99).size(), 3U);
    EXPECT_EQ(this->book.best(Side::Buy), (PriceLevel{Price(100), Qty(1)}));
    EXPECT_EQ(this->book.best(Side::Sell), (PriceLevel{Price(101), Qty(4)}));
}

TYPED_TEST(MatchingBookTest, ImagesAreInOneOrder)
{
    this->calls(
        {"x: zoe buy 1 @ 100",
         "y: yan sell 1 @ 100",
         "position alice -9",
         "held: alice buy 5 @ 90 closing",
         "s1: alice sell 1 stop 80",
         "s2: alice sell 1 stop 85",
         "s3: alice buy 1 stop 120",
         "s4: alice buy 1 stop 110",
         "aon: alice buy 50 @ 99 all-or-none",
         "dark: alice sell 1 @ 103 hidden",
         "l1: alice buy 1 @ 98",
         "l2: bob buy 1 @ 99",
         "l3: bob buy 1 @ 98",
         "l4: bob sell 1 @ 104",
         "peg: bob buy 1 primary",
         "oto p: bob buy 1 @ 97 | h1: bob sell 1 @ 105 | h2: bob sell 1 @ 106"}
    );
    auto const image = this->book.image();
    std::vector<std::string> order;
    for (OrderImage const& at : image.orders) {
        order.push_back(this->names.of(at.order.id));
    }
    EXPECT_EQ(
        order,
        (std::vector<std::string>{
            "l2", "l1", "l3", "p", "l4", "peg", "dark", "aon", "s4", "s3", "s2", "s1", "held", "h1", "h2"})
    );
    EXPECT_EQ(image.acceptances, 17U);
    EXPECT_EQ(image.lastPrice, Price(100));
    EXPECT_EQ(
        image.positions,
        (std::vector<NetPosition>{{OwnerId(1), Qty(1)}, {OwnerId(2), Qty(-1)}, {OwnerId(3), Qty(-9)}})
    );
    auto const parent = this->book.find(this->id("p"));
    EXPECT_TRUE(parent->parent);
    EXPECT_EQ(parent->listHead, this->id("p"));
    EXPECT_EQ(parent->contingency, Contingency::OneTriggersOther);
    auto const child = this->book.find(this->id("h2"));
    EXPECT_FALSE(child->parent);
    EXPECT_EQ(child->listHead, this->id("p"));
    EXPECT_EQ(this->book.find(this->id("peg"))->restsAt, Price(99));
}

TYPED_TEST(MatchingBookTest, AListOfWhichOneOrderIsLeftIsNone)
{
    this->calls({"oto p: bob buy 1 @ 97 | h1: bob sell 1 @ 105 | h2: bob sell 1 @ 106", "cancel h1"});
    EXPECT_EQ(this->book.find(this->id("p"))->contingency, Contingency::OneTriggersOther);
    this->calls({"cancel h2"});
    auto const left = this->book.find(this->id("p"));
    EXPECT_EQ(left->listHead, OrderId());
    EXPECT_EQ(left->contingency, Contingency::None);
    EXPECT_FALSE(left->parent);
}

TYPED_TEST(MatchingBookTest, ABracketsChildrenBecomeAOneCancelsOther)
{
    this->calls(
        {"bracket p: bob buy 1 @ 97 | h1: bob sell 1 @ 105 | h2: bob sell 1 stop 90", "x: alice sell 1 @ 97"}
    );
    for (auto const* name : {"h1", "h2"}) {
        auto const child = this->book.find(this->id(name));
        ASSERT_TRUE(child);
        EXPECT_EQ(child->contingency, Contingency::OneCancelsOther);
        EXPECT_EQ(child->listHead, this->id("h1"));
    }
}

TYPED_TEST(MatchingBookTest, EventsAreNumberedWithoutAHole)
{
    EXPECT_EQ(this->events.next(), 0U);
    this->calls({"a: alice sell 9 @ 100 iceberg 2"});
    EXPECT_EQ(this->events.next(), 1U);
    this->events.clear();
    this->calls({"b: bob buy 5 @ 100"});
    EXPECT_EQ(this->events.first(), 1U);
    EXPECT_EQ(this->events.size(), 6U); // accepted, three trades, two refills
}

TYPED_TEST(MatchingBookTest, ACallThatCausesMoreEventsThanThereIsRoomForLosesNone)
{
    BookEvents small(2);
    for (std::uint64_t i = 1; i <= 1000; ++i) {
        BookOrder order;
        order.id = OrderId(1ULL << 32U | i);
        order.side = Side::Sell;
        order.price = Price(100);
        order.qty = Qty(1);
        this->book.add(order, small);
        small.clear();
    }
    BookOrder taker;
    taker.id = OrderId(1ULL << 32U | 2000U);
    taker.side = Side::Buy;
    taker.ordType = OrdType::Market;
    taker.qty = Qty(1000);
    this->book.add(taker, small);
    ASSERT_EQ(small.size(), 1001U);
    for (std::uint64_t i = 1; i <= 1000; ++i) {
        EXPECT_EQ(small[small.first() + i].maker, OrderId(1ULL << 32U | i));
    }
}

TYPED_TEST(MatchingBookTest, ASlotsNextOrderIsNotTheOneBefore)
{
    this->calls({"o5_1: alice buy 1 @ 100", "cancel o5_1", "o5_2: bob buy 1 @ 101"});
    EXPECT_FALSE(this->book.find(this->id("o5_1")));
    EXPECT_EQ(this->book.queueAhead(this->id("o5_1")), Qty(0));
    this->events.clear();
    this->calls({"cancel o5_1 by alice"});
    EXPECT_EQ(this->events[this->events.first()].reason, ErrorCode::OrderUnknown);
    this->calls({"cancel o5_2 by alice"});
    EXPECT_EQ(this->events[this->events.next() - 1].reason, ErrorCode::OrderNotOwned);
    EXPECT_EQ(this->book.orderCount(), 1U);
}

TYPED_TEST(MatchingBookTest, AllSlotsCanBeUsedAndUsedAgain)
{
    BookRules rules;
    rules.maxOrders = 64;
    TypeParam small(rules);
    for (std::uint64_t generation = 1; generation <= 3; ++generation) {
        for (std::uint64_t slot = 0; slot < 64; ++slot) {
            BookOrder order;
            order.id = OrderId(generation << 32U | slot);
            order.owner = OwnerId(1);
            order.side = Side::Buy;
            order.price = Price(100 + static_cast<std::int64_t>(slot));
            order.qty = Qty(1);
            small.add(order, this->events);
        }
        EXPECT_EQ(small.orderCount(), 64U);
        small.massCancel({}, this->events);
        EXPECT_EQ(small.orderCount(), 0U);
    }
    this->events.each([](BookEvent const& event) { EXPECT_NE(event.kind, BookEvent::Kind::Rejected); });
}

TYPED_TEST(MatchingBookTest, BooksStayApart)
{
    TypeParam other{BookRules{}};
    BookEvents otherEvents;
    this->calls({"a: alice buy 1 @ 100"});
    applyTo(other, *parseCommand("a: alice sell 1 @ 100", this->names), otherEvents);
    EXPECT_EQ(this->levels(Side::Buy, 9).size(), 1U);
    EXPECT_EQ(other.orderCount(), 1U);
    EXPECT_EQ(other.lastPrice(), Price(0));
}

// The same commands give the same events, hash by hash; and a book made anew at any point goes on as the
// first one does.
TYPED_TEST(MatchingBookTest, ABookMadeFromAnImageGoesOnAsTheOtherWould)
{
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        SCOPED_TRACE(seed);
        RaceStyle const style = styleOf(seed);
        RandomChance chance(seed);
        RandomCommands commands(style, chance);
        TypeParam first(style.rules);
        auto other = std::make_unique<TypeParam>(style.rules);
        for (int i = 0; i < 400; ++i) {
            if (i % 20 == 0) {
                auto fresh = std::make_unique<TypeParam>(style.rules);
                fresh->restore(first.image());
                other = std::move(fresh);
            }
            Command const command = commands.next(first);
            BookEvents out;
            BookEvents otherOut;
            applyTo(first, command, out);
            applyTo(*other, command, otherOut);
            ASSERT_EQ(out.next(), otherOut.next()) << write(command, Names());
            for (auto at = out.first(); at != out.next(); ++at) {
                ASSERT_EQ(out[at], otherOut[at]) << write(command, Names());
            }
            ASSERT_EQ(first.image(), other->image()) << write(command, Names());
            ASSERT_EQ(stateHash(first.image()), stateHash(other->image()));
        }
    }
}

TYPED_TEST(MatchingBookTest, TheHashIsOfTheState)
{
    auto const hash = [&] {
        return stateHash(this->book.image());
    };
    auto const empty = hash();
    this->calls({"a: alice buy 2 @ 100"});
    auto const one = hash();
    EXPECT_NE(empty, one);
    this->calls({"cancel a by bob"});
    EXPECT_EQ(hash(), one);
    this->calls({"replace a 1 @ 100"});
    EXPECT_NE(hash(), one);
    this->calls({"band 1 0"});
    auto const banded = hash();
    this->calls({"band 0 0", "time 5"});
    EXPECT_NE(hash(), banded);
}

// Of the work a command makes, in walks over the other side: orders that nobody can fill cost others none.
TEST(LadderBookWork, AllOrNoneOrdersOutOfReachAreNotTried)
{
    Names names;
    BookEvents events;
    LadderBook book{BookRules{}};
    auto const call = [&](std::string const& line) {
        applyTo(book, *parseCommand(line, names), events);
        events.clear();
    };
    call("ask: alice sell 5 @ 100");
    call("bid: alice buy 5 @ 90");
    for (int i = 0; i < 500; ++i) {
        call("b" + std::to_string(i) + ": bob buy 9 @ 95 all-or-none");
        call("s" + std::to_string(i) + ": bob sell 9 @ 97 all-or-none");
    }
    auto const before = book.dryRuns();
    call("x: carol buy 1 @ 89");
    call("y: carol sell 1 @ 101");
    call("cancel x");
    EXPECT_EQ(book.dryRuns(), before);
    call("z: carol sell 9 @ 95"); // whole, and the first of them
    EXPECT_FALSE(book.find(names.order("b0")));
    EXPECT_FALSE(book.find(names.order("z")));
    EXPECT_TRUE(book.find(names.order("b1")));
}

} // namespace
} // namespace qob::test
