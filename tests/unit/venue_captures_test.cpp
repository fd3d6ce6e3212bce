// Every recording of an exchange at hand: no gap, every checksum right, and for some of them the book that an
// obvious second implementation arrives at.

#include "engine/market/replay_market.h"
#include "engine/venue/venues.h"
#include "tests/support/capture_files.h"

#include <gtest/gtest.h>
#include <simdjson.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

using namespace qob;
using namespace qob::test;

namespace {

__extension__ using Wide = __int128;

// Plain decimal text to an integer of sixteen decimals.
Wide wide(std::string_view text)
{
    constexpr int places = 16;
    Wide value = 0;
    int decimals = -1;
    for (char const c : text) {
        if (c == '.') {
            decimals = 0;
        } else {
            value = value * 10 + (c - '0');
            decimals += decimals >= 0 ? 1 : 0;
        }
    }
    for (int i = std::max(decimals, 0); i < places; ++i) {
        value *= 10;
    }
    return value;
}

struct NaiveBook {
    std::map<Wide, Wide> bids;
    std::map<Wide, Wide> asks;

    void set(bool bid, std::string_view price, std::string_view qty)
    {
        auto& side = bid ? bids : asks;
        if (wide(qty) == 0) {
            side.erase(wide(price));
        } else {
            side[wide(price)] = wide(qty);
        }
    }
};

using NaiveBooks = std::map<std::string, NaiveBook>;
using Json = simdjson::dom::element;

std::string_view textAt(Json json, std::string_view name)
{
    std::string_view text;
    return json[name].get(text) ? std::string_view() : text;
}

void setAll(NaiveBook& book, bool bid, Json levels)
{
    for (Json level : levels.get_array()) {
        book.set(bid, level.at(0).get_string().value(), level.at(1).get_string().value());
    }
}

// {"arg":{"channel":"books","instId":..},"action":..,"data":[{"asks":..,"bids":..}]}
void takeOkx(Json json, NaiveBooks& books)
{
    Json arg;
    Json data;
    if (json["arg"].get(arg) || textAt(arg, "channel") != "books" || json["data"].get(data)) {
        return;
    }
    auto& book = books[std::string(textAt(arg, "instId"))];
    if (textAt(json, "action") == "snapshot") {
        book = {};
    }
    for (Json one : data.get_array()) {
        setAll(book, true, one["bids"].value());
        setAll(book, false, one["asks"].value());
    }
}

void takeCoinbase(Json json, NaiveBooks& books)
{
    auto const type = textAt(json, "type");
    auto& book = books[std::string(textAt(json, "product_id"))];
    if (type == "snapshot") {
        book = {};
        setAll(book, true, json["bids"].value());
        setAll(book, false, json["asks"].value());
    } else if (type == "l2update") {
        for (Json change : json["changes"].get_array()) {
            book.set(
                change.at(0).get_string().value() == "buy",
                change.at(1).get_string().value(),
                change.at(2).get_string().value()
            );
        }
    }
}

void takeFmfw(Json json, NaiveBooks& books)
{
    if (textAt(json, "ch") != "orderbook/full") {
        return;
    }
    for (auto const* what : {"snapshot", "update"}) {
        simdjson::dom::object symbols;
        if (json[what].get(symbols)) {
            continue;
        }
        for (auto const field : symbols) {
            auto& book = books[std::string(field.key)];
            book = std::string_view(what) == "snapshot" ? NaiveBook{} : book;
            setAll(book, true, field.value["b"].value());
            setAll(book, false, field.value["a"].value());
        }
    }
}

void takePoloniex(Json json, NaiveBooks& books)
{
    Json data;
    if (textAt(json, "channel") != "book_lv2" || json["data"].get(data)) {
        return;
    }
    for (Json one : data.get_array()) {
        Json bids;
        if (one["bids"].get(bids)) {
            continue;
        }
        auto& book = books[std::string(textAt(one, "symbol"))];
        book = textAt(json, "action") == "snapshot" ? NaiveBook{} : book;
        setAll(book, true, one["bids"].value());
        setAll(book, false, one["asks"].value());
    }
}

std::string unzipped(std::string const& path)
{
    std::string text;
    std::array<char, 1 << 16> part{};
    gzFile file = gzopen(path.c_str(), "rb");
    for (int n = 0; (n = gzread(file, part.data(), part.size())) > 0;) {
        text.append(part.data(), static_cast<std::size_t>(n));
    }
    gzclose(file);
    return text;
}

NaiveBooks naive(std::string const& path, void (*take)(Json, NaiveBooks&))
{
    NaiveBooks books;
    simdjson::dom::parser lines;
    simdjson::dom::parser messages;
    std::istringstream file(unzipped(path));
    for (std::string line; std::getline(file, line);) {
        Json record;
        Json message;
        if (lines.parse(line).get(record) || textAt(record, "k") != "recv" ||
            messages.parse(std::string(textAt(record, "d"))).get(message) || !message.is_object()) {
            continue;
        }
        take(message, books);
    }
    return books;
}

std::vector<std::pair<Wide, Wide>> levelsOf(FeedBook const& book, std::vector<PriceLevel> const& side)
{
    std::vector<std::pair<Wide, Wide>> levels;
    auto const& instrument = *book.instrument();
    for (auto const& level : side) {
        levels.emplace_back(
            wide(formatTrimmed(level.price.value, instrument.priceScale)),
            wide(formatTrimmed(level.qty.value, instrument.qtyScale))
        );
    }
    return levels;
}

std::set<std::filesystem::path> recordings()
{
    std::set<std::filesystem::path> files;
    auto const folder = captureFolder();
    if (!folder.empty() && std::filesystem::is_directory(folder + "/venues")) {
        for (auto const& entry : std::filesystem::directory_iterator(folder + "/venues")) {
            files.insert(entry.path());
        }
    }
    return files;
}

struct Totals {
    std::uint64_t ok = 0;
    std::uint64_t bad = 0;
};

} // namespace

TEST(VenueCaptures, haveNoGapAndEveryChecksumIsRight)
{
    auto const files = recordings();
    if (files.empty()) {
        GTEST_SKIP() << "no recordings at hand: set QOB_CAPTURES";
    }
    std::map<std::string, Totals> totals;
    for (auto const& file : files) {
        SCOPED_TRACE(file.filename());
        const Venues venues;
        auto market = ReplayMarket::open({file}, venues);
        ASSERT_TRUE(market) << market.error().message();
        HeardMarket heard;
        (*market)->runUntil(Timestamp::max(), heard);
        EXPECT_EQ((*market)->badLines(), 0U);
        EXPECT_FALSE((*market)->books().empty());
        for (FeedBook const* book : (*market)->books()) {
            SCOPED_TRACE(book->symbol());
            auto const status = book->status();
            EXPECT_EQ(status.gaps, 0U);
            EXPECT_NE(status.state, FeedState::Stale);
            auto& total = totals[std::string(book->venue())];
            total.ok += status.checksumsOk;
            total.bad += status.checksumsBad;
            DepthView view;
            book->depth(1, view);
            if (!view.bids.empty() && !view.asks.empty()) {
                EXPECT_LT(view.bids[0].price, view.asks[0].price);
            }
        }
    }
    EXPECT_EQ(totals["KRAKEN"].ok, 4269U);
    EXPECT_EQ(totals["OKX"].ok, 290U);
    EXPECT_EQ(totals["OKCOIN"].ok, 6U);
    EXPECT_EQ(totals["BITGET"].ok, 637U);
    for (auto const& [venue, total] : totals) {
        EXPECT_EQ(total.bad, 0U) << venue;
    }
}

// A terminal that has just been connected shows no trades of long ago as new.
TEST(VenueCaptures, tellNoTradeOfBeforeTheirBeginning)
{
    auto const files = recordings();
    if (files.empty()) {
        GTEST_SKIP() << "no recordings at hand: set QOB_CAPTURES";
    }
    const Venues venues;
    for (auto const& file : files) {
        SCOPED_TRACE(file.filename());
        auto market = ReplayMarket::open({file}, venues);
        ASSERT_TRUE(market) << market.error().message();
        HeardMarket heard;
        (*market)->runUntil(Timestamp::max(), heard);
        std::size_t old = 0;
        for (Trade const& trade : heard.trades) {
            bool const known = trade.venueTime != Timestamp::min();
            old += known && trade.venueTime < (*market)->begin() - seconds(10) ? 1U : 0U;
        }
        EXPECT_EQ(old, 0U) << "of " << heard.trades.size();
    }
}

TEST(VenueCaptures, booksAreThoseOfAnObviousImplementation)
{
    auto const folder = captureFolder();
    if (folder.empty()) {
        GTEST_SKIP() << "no recordings at hand: set QOB_CAPTURES";
    }
    const std::vector<std::pair<std::string, void (*)(Json, NaiveBooks&)>> cases{
        {"OKX", takeOkx},
        {"BITGET", takeOkx},
        {"COINBASE", takeCoinbase},
        {"FMFW", takeFmfw},
        {"POLONIEX", takePoloniex}};
    for (auto const& [venue, take] : cases) {
        auto const path = folder + "/venues/" + venue + ".jsonl.gz";
        if (!std::filesystem::exists(path)) {
            continue;
        }
        auto books = naive(path, take);
        const Venues venues;
        auto market = ReplayMarket::open({path}, venues);
        ASSERT_TRUE(market);
        HeardMarket heard;
        (*market)->runUntil(Timestamp::max(), heard);
        for (FeedBook const* book : (*market)->books()) {
            SCOPED_TRACE(venue + " " + book->symbol());
            DepthView view;
            book->depth(std::size_t(-1), view);
            auto const& other = books[book->symbol()];
            EXPECT_EQ(
                levelsOf(*book, view.bids),
                (std::vector<std::pair<Wide, Wide>>(other.bids.rbegin(), other.bids.rend()))
            );
            EXPECT_EQ(
                levelsOf(*book, view.asks),
                (std::vector<std::pair<Wide, Wide>>(other.asks.begin(), other.asks.end()))
            );
        }
    }
}
