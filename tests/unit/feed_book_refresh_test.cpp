// Books of deltas in which a hole cannot be seen, made anew while they are live.

#include "engine/market/feed_book.h"
#include "engine/venue/venues.h"
#include "tests/support/capture_files.h"

#include <gtest/gtest.h>

using namespace qob;
using namespace qob::test;

namespace {

// Bitstamp's deltas, whose numbers grow with holes.
class GrowingBook : public testing::Test {
protected:
    void tell(FeedMessage::Kind kind, std::uint64_t number, std::vector<WrittenLevel> const& bids)
    {
        FeedMessage message;
        message.kind = kind;
        message.span = {number, number, 0};
        message.bids = bids;
        message.asks = kind == FeedMessage::Kind::Snapshot ? std::vector<WrittenLevel>{{{200, 0}, {1, 0}}}
                                                           : std::vector<WrittenLevel>{};
        book.onMessage(message, time, {"file", ++line}, heard);
    }

    void snapshot(std::uint64_t number, std::vector<WrittenLevel> const& bids)
    {
        tell(FeedMessage::Kind::Snapshot, number, bids);
    }

    void delta(std::uint64_t number, std::int64_t price, std::int64_t qty)
    {
        tell(FeedMessage::Kind::Delta, number, {{{price, 0}, {qty, 0}}});
    }

    [[nodiscard]] std::string bids() const
    {
        DepthView view;
        book.depth(100, view);
        std::string text;
        for (auto const& level : view.bids) {
            text +=
                book.instrument()->priceText(level.price) + "x" + book.instrument()->qtyText(level.qty) + " ";
        }
        return text + std::to_string(view.sequence);
    }

    VenueSpec const& spec = *Venues().find("BITSTAMP");
    FeedBook book{InstrumentId(1), spec, spec.termsOf(spec, "btcusd")};
    HeardMarket heard;
    Timestamp time{0};
    std::uint64_t line = 0;
};

} // namespace

TEST_F(GrowingBook, isMadeWholeAgainThoughNobodySawTheHole)
{
    snapshot(10, {{{100, 0}, {1, 0}}, {{99, 0}, {1, 0}}});
    // 11, which took 99 away, is lost.
    delta(12, 98, 5);
    EXPECT_EQ(bids(), "100x1 99x1 98x5 12") << "wrong, and Live";
    delta(14, 97, 7);
    delta(16, 96, 3);
    EXPECT_EQ(bids(), "100x1 99x1 98x5 97x7 96x3 16") << "goes on meanwhile";
    snapshot(15, {{{100, 0}, {1, 0}}, {{98, 0}, {5, 0}}, {{97, 0}, {7, 0}}});
    EXPECT_EQ(bids(), "100x1 98x5 97x7 96x3 16") << "what is newer than the snapshot is kept";
    delta(17, 95, 1);
    EXPECT_EQ(bids(), "100x1 98x5 97x7 96x3 95x1 17");
    EXPECT_EQ(book.status().state, FeedState::Live);
    EXPECT_EQ(book.status().gaps, 0U);
    EXPECT_EQ(heard.cleared, 1) << "told as what differs";
}

TEST_F(GrowingBook, doesNotGoBackToASnapshotThatIsTooOld)
{
    snapshot(10, {{{100, 0}, {1, 0}}});
    delta(12, 98, 5);
    snapshot(11, {{{100, 0}, {2, 0}}});
    EXPECT_EQ(bids(), "100x1 98x5 12") << "what lies between it and 12?";
    delta(14, 97, 7);
    snapshot(13, {{{100, 0}, {2, 0}}});
    EXPECT_EQ(bids(), "100x2 97x7 14") << "12, which it does not hold, is gone; 14 is not";
    time = time + seconds(31);
    delta(16, 96, 1);
    snapshot(15, {{{100, 0}, {3, 0}}});
    EXPECT_EQ(bids(), "100x2 97x7 96x1 16") << "14 is not kept any more";
    snapshot(17, {{{100, 0}, {3, 0}}});
    EXPECT_EQ(bids(), "100x3 17");
}

TEST_F(GrowingBook, tellsNothingOfASnapshotThatHoldsNothingNew)
{
    snapshot(10, {{{100, 0}, {30, 0}}, {{99, 0}, {1, 0}}});
    delta(12, 100, 40);
    delta(14, 98, 7);
    delta(16, 100, 50);
    heard = {};
    snapshot(13, {{{100, 0}, {40, 0}}, {{99, 0}, {1, 0}}});
    EXPECT_EQ(bids(), "100x50 99x1 98x7 16");
    EXPECT_TRUE(heard.levels.empty()) << "back to 40 and on to 50 again";
    EXPECT_EQ(heard.cleared, 0);
}

TEST_F(GrowingBook, tellsTheHoleAndNothingElse)
{
    snapshot(10, {{{100, 0}, {30, 0}}, {{99, 0}, {1, 0}}});
    // 11, which took 99 away, is lost.
    delta(12, 100, 40);
    delta(14, 98, 7);
    heard = {};
    snapshot(13, {{{100, 0}, {40, 0}}});
    EXPECT_EQ(bids(), "100x40 98x7 14");
    ASSERT_EQ(heard.levels.size(), 1U);
    EXPECT_EQ(heard.levels[0], (HeardMarket::Level{Side::Buy, 99, 0}));
    EXPECT_EQ(heard.cleared, 0);
}

// What waits for a snapshot that is asked for because something was lost must be newer than what was lost.
TEST_F(GrowingBook, keepsNothingFromBeforeALoss)
{
    snapshot(10, {{{100, 0}, {1, 0}}});
    delta(12, 98, 5);
    book.doubt({ErrorCode::FrameMalformed, "13"}, time, {"file", ++line}, heard);
    delta(14, 97, 7);
    snapshot(12, {{{100, 0}, {2, 0}}});
    EXPECT_EQ(book.status().state, FeedState::Stale) << "13 is in neither";
    snapshot(14, {{{100, 0}, {2, 0}}});
    EXPECT_EQ(bids(), "100x2 14");
    EXPECT_EQ(book.status().state, FeedState::Live);
}

// The same, order by order.
TEST(GrowingOrders, tellTheHoleAndNothingElse)
{
    VenueSpec const& spec = *Venues().find("BITSTAMP_L3");
    FeedBook book{InstrumentId(1), spec, spec.termsOf(spec, "btcusd")};
    HeardMarket heard;
    std::uint64_t line = 0;
    auto const tell = [&](FeedMessage::Kind kind,
                          std::uint64_t number,
                          std::vector<WrittenLevel> const& bids,
                          std::vector<std::uint64_t> const& ids) {
        FeedMessage message;
        message.kind = kind;
        message.span = {number, number, 0};
        message.bids = bids;
        message.bidIds = ids;
        book.onMessage(message, Timestamp(0), {"file", ++line}, heard);
    };
    using Kind = FeedMessage::Kind;
    const WrittenLevel first{{100, 0}, {20, 0}};
    const WrittenLevel second{{100, 0}, {30, 0}};
    const WrittenLevel third{{100, 0}, {50, 0}};
    const WrittenLevel lower{{99, 0}, {7, 0}};
    tell(Kind::Snapshot, 10, {first, second, lower}, {1, 2, 4});
    // 11, which took order 4 away, is lost.
    tell(Kind::Delta, 12, {third}, {3});
    tell(Kind::Delta, 14, {{{98, 0}, {1, 0}}}, {5});
    heard = {};
    tell(Kind::Snapshot, 13, {first, second, third}, {1, 2, 3});
    ASSERT_EQ(heard.levels.size(), 1U);
    EXPECT_EQ(heard.levels[0], (HeardMarket::Level{Side::Buy, 99, 0}));
    EXPECT_EQ(heard.cleared, 0);
    DepthView view;
    book.depth(9, view);
    ASSERT_EQ(view.bids.size(), 2U);
    EXPECT_EQ(view.bids[0].qty, Qty(100));
    EXPECT_EQ(view.bids[1].price, Price(98));
}
