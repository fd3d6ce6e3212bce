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
        book.onMessage(message, Timestamp(0), {"file", ++line}, heard);
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
    std::uint64_t line = 0;
};

} // namespace

TEST_F(GrowingBook, isMadeWholeAgainThoughNobodySawTheHole)
{
    snapshot(10, {{{100, 0}, {1, 0}}, {{99, 0}, {1, 0}}});
    // 11, which took 99 away, is lost.
    delta(12, 98, 5);
    EXPECT_EQ(bids(), "100x1 99x1 98x5 12") << "wrong, and Live";
    book.refresh();
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
    EXPECT_EQ(bids(), "100x1 98x5 12") << "nobody asked";
    book.refresh();
    snapshot(11, {{{100, 0}, {2, 0}}});
    EXPECT_EQ(bids(), "100x1 98x5 12") << "12 was not kept";
    delta(14, 97, 7);
    snapshot(13, {{{100, 0}, {2, 0}}});
    EXPECT_EQ(bids(), "100x1 98x5 97x7 14") << "what lies between it and the first that was kept?";
    book.refresh();
    snapshot(15, {{{100, 0}, {2, 0}}});
    EXPECT_EQ(bids(), "100x2 15");
}
