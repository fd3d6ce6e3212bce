#include "engine/book/consolidated_book.h"
#include "engine/book/level_book.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace qob {
namespace {

const CanonicalName btc("BTC-USDT");

Instrument venue(std::uint32_t id, int priceScale = 2, int qtyScale = 3, std::int64_t takerBps = 0)
{
    Instrument instrument;
    instrument.id = InstrumentId(id);
    instrument.venue = "V" + std::to_string(id);
    instrument.symbol = "BTCUSDT";
    instrument.canonical = "BTC-USDT";
    instrument.base = AssetName("BTC");
    instrument.quote = AssetName("USDT");
    instrument.priceScale = priceScale;
    instrument.qtyScale = qtyScale;
    instrument.takerFee = FeeRate(takerBps * 10'000);
    return instrument;
}

PriceLevel at(std::int64_t price, std::int64_t qty)
{
    return {Price(price), Qty(qty)};
}

std::string text(Int128 value, int scale)
{
    return formatTrimmed(value, scale);
}

std::string sizeText(Amount size)
{
    return formatTrimmed(size.value, amountScale);
}

void join(ConsolidatedBook& book, Instrument const& instrument)
{
    book.setInstrument(instrument);
    book.setState(instrument.id, FeedState::Live);
}

TEST(ConsolidatedBook, NamesTheVenueOfTheBestPrices)
{
    ConsolidatedBook book(btc, false);
    join(book, venue(1));
    join(book, venue(2));
    EXPECT_EQ(book.best(Side::Buy), ConsolidatedBest{});
    book.setBest(InstrumentId(1), at(10'000, 5), at(10'010, 5));
    book.setBest(InstrumentId(2), at(10'001, 2), at(10'012, 2));
    EXPECT_EQ(book.best(Side::Buy).instrument, InstrumentId(2));
    EXPECT_EQ(text(book.best(Side::Buy).price, book.priceScale()), "100.01");
    EXPECT_EQ(sizeText(book.best(Side::Buy).size), "0.002");
    EXPECT_EQ(book.best(Side::Sell).instrument, InstrumentId(1));
    EXPECT_FALSE(book.crossed());
    book.setBest(InstrumentId(2), at(9'000, 2), at(10'012, 2));
    EXPECT_EQ(book.best(Side::Buy).instrument, InstrumentId(1)) << "the best one gave way";
    book.setBest(InstrumentId(2), at(10'000, 7), at(10'012, 2));
    EXPECT_EQ(book.best(Side::Buy).instrument, InstrumentId(2)) << "of two at one price the larger";
}

TEST(ConsolidatedBook, ComparesPricesOfDifferentScales)
{
    ConsolidatedBook book(btc, false);
    join(book, venue(1, 1, 8));
    join(book, venue(2, 8, 2));
    book.setBest(InstrumentId(1), at(1'000, 100'000'000), at(1'001, 1));
    book.setBest(InstrumentId(2), at(9'999'999'999, 1), at(10'009'999'999, 100));
    EXPECT_EQ(book.best(Side::Buy).instrument, InstrumentId(1)) << "100.0 is more than 99.99999999";
    EXPECT_EQ(book.best(Side::Sell).instrument, InstrumentId(2)) << "100.09999999 is less than 100.1";
    EXPECT_EQ(text(book.best(Side::Sell).price, book.priceScale()), "100.09999999");
}

TEST(ConsolidatedBook, ACrossedMarketIsToldAndNotRepaired)
{
    ConsolidatedBook book(btc, false);
    join(book, venue(1));
    join(book, venue(2));
    const std::vector<DepthView> books{
        {InstrumentId(1), 0, {}, FeedState::Live, {at(10'005, 1)}, {at(10'006, 1)}},
        {InstrumentId(2), 0, {}, FeedState::Live, {at(10'000, 1)}, {at(10'001, 1)}}};
    book.setBest(InstrumentId(1), books[0].bids[0], books[0].asks[0]);
    book.setBest(InstrumentId(2), books[1].bids[0], books[1].asks[0]);
    EXPECT_TRUE(book.crossed());
    ConsolidatedView view;
    book.merge(books, 10, Timestamp(7), view);
    EXPECT_TRUE(view.crossed);
    EXPECT_FALSE(view.locked);
    EXPECT_EQ(view.bids.size(), 2U);
    EXPECT_EQ(view.asks.size(), 2U);
    EXPECT_GT(view.bids[0].price, view.asks[0].price);
    book.setBest(InstrumentId(2), at(10'000, 1), at(10'005, 1));
    book.merge(books, 10, Timestamp(7), view);
    EXPECT_FALSE(view.crossed);
    EXPECT_TRUE(view.locked);
}

TEST(ConsolidatedBook, FeesDecideWhereTakingIsBest)
{
    ConsolidatedBook book(btc, true);
    join(book, venue(1, 2, 3, 10)); // ten basis points
    join(book, venue(2, 2, 3, 1));
    join(book, venue(3, 2, 3, -1)); // pays a rebate for taking
    book.setBest(InstrumentId(1), at(10'000, 1), at(10'010, 1));
    book.setBest(InstrumentId(2), at(9'995, 1), at(10'015, 1));
    book.setBest(InstrumentId(3), at(9'990, 1), at(10'030, 1));
    // 100 * 0.999 = 99.9; 99.95 * 0.9999 = 99.940005; 99.9 * 1.0001 = 99.90999
    EXPECT_EQ(book.best(Side::Buy).instrument, InstrumentId(2));
    EXPECT_EQ(text(book.best(Side::Buy).price, book.priceScale()), "99.940005");
    // 100.1 * 1.001 = 100.2001; 100.15 * 1.0001 = 100.160015; 100.3 * 0.9999 = 100.28997
    EXPECT_EQ(book.best(Side::Sell).instrument, InstrumentId(2));
    EXPECT_EQ(text(book.best(Side::Sell).price, book.priceScale()), "100.160015");
    EXPECT_EQ(book.best(Side::Sell).level, at(10'015, 1)) << "the price that is asked stays the venue's";
}

TEST(ConsolidatedBook, WhoIsNotLiveIsLeftOutAndNamed)
{
    ConsolidatedBook book(btc, false);
    join(book, venue(1));
    join(book, venue(2));
    join(book, venue(3));
    Instrument unsized = venue(4);
    unsized.kind = ContractKind::Linear;
    unsized.sizeKnown = false;
    join(book, unsized);
    Instrument quanto = venue(5);
    quanto.kind = ContractKind::Quanto;
    join(book, quanto);
    for (std::uint32_t id = 1; id <= 5; ++id) {
        book.setBest(InstrumentId(id), at(10'000 + id, 1), at(10'010 + id, 1));
    }
    book.setState(InstrumentId(3), FeedState::Stale);
    book.setLoading(InstrumentId(2), true);
    EXPECT_EQ(book.best(Side::Buy).instrument, InstrumentId(1));
    EXPECT_EQ(book.shown(), std::vector{InstrumentId(1)});
    std::vector<DepthView> books;
    for (std::uint32_t id = 1; id <= 5; ++id) {
        books.push_back({InstrumentId(id), 0, {}, FeedState::Live, {at(10'000 + id, 1)}, {at(10'010 + id, 1)}}
        );
    }
    ConsolidatedView view;
    book.merge(books, 10, {}, view);
    EXPECT_EQ(view.bids.size(), 1U);
    ASSERT_EQ(view.members.size(), 5U);
    EXPECT_EQ(view.members[0].leftOut, LeftOut::No);
    EXPECT_EQ(view.members[1].leftOut, LeftOut::Loading);
    EXPECT_EQ(view.members[2].leftOut, LeftOut::NotLive);
    EXPECT_EQ(view.members[2].bid, at(10'003, 1)) << "its last price is still told";
    EXPECT_EQ(view.members[3].leftOut, LeftOut::SizeUnknown);
    EXPECT_EQ(view.members[4].leftOut, LeftOut::Quanto);
    book.setState(InstrumentId(3), FeedState::Live);
    EXPECT_EQ(book.best(Side::Buy).instrument, InstrumentId(3));
    book.remove(InstrumentId(3));
    EXPECT_EQ(book.best(Side::Buy).instrument, InstrumentId(1));
}

TEST(ConsolidatedBook, ContractsAreMergedByWhatTheyStandFor)
{
    ConsolidatedBook book(CanonicalName("BTC-USD-PERP"), false);
    Instrument inverse = venue(1, 1, 0);
    inverse.kind = ContractKind::Inverse;
    inverse.contractValue = 100;
    Instrument linear = venue(2, 1, 0);
    linear.kind = ContractKind::Linear;
    linear.multiplier = 1;
    linear.multiplierScale = 2; // a hundredth of a bitcoin a contract
    join(book, inverse);
    join(book, linear);
    const std::vector<DepthView> books{
        {InstrumentId(1), 0, {}, FeedState::Live, {at(500'000, 750)}, {}},
        {InstrumentId(2), 0, {}, FeedState::Live, {at(500'000, 25)}, {}}};
    book.setBest(InstrumentId(1), books[0].bids[0], {});
    book.setBest(InstrumentId(2), books[1].bids[0], {});
    ConsolidatedView view;
    book.merge(books, 5, {}, view);
    ASSERT_EQ(view.bids.size(), 1U);
    EXPECT_EQ(sizeText(view.bids[0].size), "1.75") << "750 * 100 USD / 50,000 + 25 * 0.01";
    EXPECT_EQ(
        view.bidShares,
        (std::vector<ConsolidatedShare>{
            {InstrumentId(1), at(500'000, 750)}, {InstrumentId(2), at(500'000, 25)}})
    );
    EXPECT_EQ(book.best(Side::Buy).instrument, InstrumentId(1)) << "1.5 bitcoins are more than 0.25";
}

TEST(ConsolidatedBook, APriceThatFitsNoScaleIsNotShown)
{
    ConsolidatedBook book(btc, true);
    join(book, venue(1, 0, 0));
    join(book, venue(2, 18, 0));
    book.setBest(InstrumentId(1), at(INT64_MAX, 1), at(INT64_MAX, 1));
    EXPECT_EQ(book.best(Side::Buy).instrument, InstrumentId(0));
}

// The same by other means: everything is looked at each time.
class NaiveConsolidated {
public:
    struct Venue {
        Instrument instrument;
        LevelBook book;
        FeedState state = FeedState::Live;
    };

    static Int128 price(Venue const& venue, Side side, Price price, int scale, bool withFees)
    {
        Int128 value = price.value;
        for (int i = venue.instrument.priceScale; i < scale; ++i) {
            value *= 10;
        }
        auto const fee =
            side == Side::Buy ? -venue.instrument.takerFee.value : venue.instrument.takerFee.value;
        return withFees ? value * (100'000'000 + fee) : value;
    }

    ConsolidatedView view(bool withFees, std::size_t levels) const
    {
        int scale = 0;
        for (auto const& venue : venues) {
            scale = std::max(scale, venue.instrument.priceScale);
        }
        ConsolidatedView view;
        for (auto const side : {Side::Buy, Side::Sell}) {
            std::map<Int128, std::pair<Amount, std::vector<ConsolidatedShare>>> merged;
            for (auto const& venue : venues) {
                std::vector<PriceLevel> shown;
                venue.book.depth(side, venue.state == FeedState::Live ? 1'000'000 : 0, shown);
                for (auto const& level : shown) {
                    auto const key = price(venue, side, level.price, scale, withFees);
                    auto& to = merged[side == Side::Buy ? -key : key];
                    to.first += baseSize(venue.instrument, level.price, level.qty);
                    to.second.push_back({venue.instrument.id, level});
                }
            }
            auto& out = side == Side::Buy ? view.bids : view.asks;
            auto& shares = side == Side::Buy ? view.bidShares : view.askShares;
            for (auto const& [key, level] : merged) {
                if (out.size() == levels) {
                    break;
                }
                shares.insert(shares.end(), level.second.begin(), level.second.end());
                out.push_back(
                    {side == Side::Buy ? -key : key, level.first, static_cast<std::uint32_t>(shares.size())}
                );
            }
            auto& best = side == Side::Buy ? view.bid : view.ask;
            if (out.empty()) {
                continue;
            }
            for (auto const& share : shares) {
                auto const& instrument = venues[share.instrument.value - 1].instrument;
                auto const size = baseSize(instrument, share.level.price, share.level.qty);
                bool const atTop = &share - shares.data() < out[0].sharesEnd;
                if (atTop && (best.instrument == InstrumentId(0) || size > best.size)) {
                    best = {share.instrument, out[0].price, share.level, size};
                }
            }
        }
        return view;
    }

    std::vector<Venue> venues;
};

class ConsolidatedRace : public testing::TestWithParam<std::uint64_t> {};

TEST_P(ConsolidatedRace, IsWhatTheNaiveOneMakes)
{
    std::mt19937_64 rng(GetParam());
    bool const withFees = GetParam() % 2 == 0;
    auto const below = [&](std::uint64_t n) {
        return static_cast<std::int64_t>(rng() % n);
    };
    NaiveConsolidated naive;
    ConsolidatedBook book(btc, withFees);
    for (std::uint32_t id = 1; id <= 5; ++id) {
        Instrument instrument = venue(id, static_cast<int>(below(4)), 3, below(20) - 5);
        if (id == 5) {
            instrument.kind = ContractKind::Inverse;
            instrument.qtyScale = 0;
        }
        naive.venues.push_back({instrument, {}, FeedState::Live});
        join(book, instrument);
    }
    for (int step = 0; step < 4'000; ++step) {
        auto& one = naive.venues[static_cast<std::size_t>(below(naive.venues.size()))];
        Instrument& instrument = one.instrument;
        auto const chance = below(100);
        if (chance == 0) {
            one.state = one.state == FeedState::Live ? FeedState::Stale : FeedState::Live;
            book.setState(instrument.id, one.state);
        } else if (chance == 1) {
            instrument.takerFee = FeeRate((below(20) - 5) * 10'000);
            book.setInstrument(instrument);
        } else if (chance == 2) {
            one.book.clear();
        } else {
            auto const side = below(2) == 0 ? Side::Buy : Side::Sell;
            const Int128 unit = pow10(instrument.priceScale);
            auto const mid = side == Side::Buy ? 95 : 105;
            const Price price(static_cast<std::int64_t>((mid + below(10) - 5) * unit + below(3)));
            one.book.set(side, price, Qty(below(3) == 0 ? 0 : below(50) + 1));
        }
        book.setBest(instrument.id, one.book.best(Side::Buy), one.book.best(Side::Sell));
        auto const expected = naive.view(withFees, 1'000'000);
        ASSERT_EQ(book.best(Side::Buy), expected.bid) << step;
        ASSERT_EQ(book.best(Side::Sell), expected.ask) << step;
        if (step % 20 == 0) {
            auto const levels = static_cast<std::size_t>(below(30));
            std::vector<DepthView> books;
            for (auto const& shown : naive.venues) {
                DepthView depth;
                depth.instrument = shown.instrument.id;
                shown.book.depth(Side::Buy, levels, depth.bids);
                shown.book.depth(Side::Sell, levels, depth.asks);
                books.push_back(std::move(depth));
            }
            ConsolidatedView view;
            book.merge(books, levels, {}, view);
            auto const wanted = naive.view(withFees, levels);
            ASSERT_EQ(view.bids, wanted.bids) << step;
            ASSERT_EQ(view.asks, wanted.asks) << step;
            ASSERT_EQ(view.bidShares, wanted.bidShares) << step;
            ASSERT_EQ(view.askShares, wanted.askShares) << step;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ConsolidatedRace, testing::Range<std::uint64_t>(1, 9));

} // namespace
} // namespace qob
