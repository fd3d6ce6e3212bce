// Recordings of real exchanges, where they are at hand: candles against the text of the trades, one book out
// of several venues' against an obvious merge, and the lists of instruments that the exchanges sent.

#include "engine/market/market_history.h"
#include "engine/market/replay_market.h"
#include "engine/venue/venues.h"
#include "tests/support/capture_files.h"
#include "tests/support/naive_candles.h"

#include <gtest/gtest.h>
#include <simdjson.h>
#include <zlib.h>

#include <filesystem>
#include <map>
#include <optional>

using namespace qob;
using namespace qob::test;

namespace {

// Lines of a packed file, one after the other, to `take(line)`.
template <class Take>
void eachLine(std::string const& path, Take const& take)
{
    gzFile file = gzopen(path.c_str(), "rb");
    std::string line;
    std::array<char, 1 << 16> part{};
    for (int n = 0; (n = gzread(file, part.data(), part.size())) > 0;) {
        for (int i = 0; i < n; ++i) {
            if (part[static_cast<std::size_t>(i)] != '\n') {
                line.push_back(part[static_cast<std::size_t>(i)]);
                continue;
            }
            take(line);
            line.clear();
        }
    }
    gzclose(file);
}

std::string_view after(std::string_view text, std::string_view name)
{
    auto const at = text.find(name);
    return at == std::string_view::npos ? std::string_view() : text.substr(at + name.size());
}

// A trade of the market in a line of a Binance recording, by looking for names in its text.
std::optional<Trade> binanceTradeOf(std::string const& line, Instrument const& instrument)
{
    auto const kind = after(line, R"("X":")");
    if (line.find(R"("e":"trade")") == std::string::npos || (!kind.empty() && !kind.starts_with("MARKET"))) {
        return std::nullopt;
    }
    auto const text = [&](std::string_view name) {
        auto const rest = after(line, name);
        return rest.substr(0, rest.find_first_of("\",}"));
    };
    Trade trade;
    trade.time = Timestamp(std::stoll(line));
    trade.price = Price(parseScaled(text(R"("p":")"), instrument.priceScale).value());
    trade.qty = Qty(parseScaled(text(R"("q":")"), instrument.qtyScale).value());
    trade.aggressor = text(R"("m":)") == "true" ? Side::Sell : Side::Buy;
    trade.venueTime = Timestamp(std::stoll(std::string(text(R"("T":)"))) * 1'000'000);
    return trade;
}

// A market's listener with a history, as the engine has it.
struct Watch final : MarketListener {
    explicit Watch(ReplayMarket& replay) : market(replay), history(replay) {}

    void onInstrument(Instrument const& instrument) override { history.onInstrument(instrument); }

    void onLevel(InstrumentId id, Side side, Price price, Qty qty, Timestamp time) override
    {
        history.onLevel(id, side, price, qty, time);
    }

    void onBookCleared(InstrumentId id, Timestamp time) override { history.onBookCleared(id, time); }

    void onBookUpdated(InstrumentId id, Timestamp time) override
    {
        history.onBookUpdated(id, time);
        if (++updates % 500 == 0) {
            check(time);
        }
    }

    void onTrade(Trade const& trade) override
    {
        history.onTrade(trade);
        trades.push_back(trade);
    }

    void onFeed(FeedStatus const& status) override { history.onFeed(status); }

    void onNotice(Notice const& /*notice*/) override {}

    // The consolidated book is what sorting all levels of all live books makes.
    void check(Timestamp now)
    {
        if (name.empty()) {
            return;
        }
        auto& entry = history.consolidated(CanonicalName(name), false);
        ConsolidatedView view;
        ConsolidatedMarket::view(entry, market, 50, now, view);
        std::map<Int128, Amount> bids;
        std::map<Int128, Amount> asks;
        for (auto const id : history.directory().named(name)) {
            auto const& item = *history.find(id);
            if (item.feed.state != FeedState::Live) {
                continue;
            }
            DepthView depth;
            market.depth(id, 1'000'000, depth);
            const Int128 unit = pow10(view.priceScale - item.instrument.priceScale);
            for (auto const& level : depth.bids) {
                bids[-level.price.value * unit] += baseSize(item.instrument, level.price, level.qty);
            }
            for (auto const& level : depth.asks) {
                asks[level.price.value * unit] += baseSize(item.instrument, level.price, level.qty);
            }
        }
        ASSERT_EQ(view.bids.size(), std::min<std::size_t>(50, bids.size()));
        auto naive = bids.begin();
        for (auto const& level : view.bids) {
            ASSERT_EQ(level.price, -naive->first);
            ASSERT_EQ(level.size, naive->second);
            ++naive;
        }
        naive = asks.begin();
        ASSERT_EQ(view.asks.size(), std::min<std::size_t>(50, asks.size()));
        for (auto const& level : view.asks) {
            ASSERT_EQ(level.price, naive->first);
            ASSERT_EQ(level.size, naive->second);
            ++naive;
        }
        if (!view.bids.empty() && !view.asks.empty()) {
            ASSERT_EQ(view.bids[0].price, entry.book.best(Side::Buy).price);
            ASSERT_EQ(view.asks[0].price, entry.book.best(Side::Sell).price);
            ++compared;
            crossed += view.crossed ? 1 : 0;
        }
    }

    ReplayMarket& market;
    MarketHistory history;
    std::string name;
    std::vector<Trade> trades;
    std::uint64_t updates = 0;
    int compared = 0;
    int crossed = 0;
};

} // namespace

#define NEEDS_CAPTURES()                                                                                     \
    auto const folder = captureFolder();                                                                     \
    if (folder.empty()) {                                                                                    \
        GTEST_SKIP() << "QOB_CAPTURES names no folder of recordings";                                        \
    }

class BinanceCandles : public testing::TestWithParam<char const*> {};

TEST_P(BinanceCandles, AreThoseOfTheTextOfItsTrades)
{
    NEEDS_CAPTURES();
    auto const file = folder + "/binance/" + GetParam() + ".gz";
    auto market = ReplayMarket::open({file}, Venues());
    ASSERT_TRUE(market);
    Watch watch(**market);
    (*market)->runUntil(Timestamp::max(), watch);
    ASSERT_FALSE(watch.history.items().empty());
    auto& item = *watch.history.items().begin()->second;
    Instrument const& instrument = item.instrument;
    std::vector<Trade> trades;
    std::int64_t first = 0;
    for (auto const& told : watch.trades) {
        first = first == 0 ? told.time.value : first;
    }
    eachLine(file, [&](std::string const& line) {
        auto const trade = binanceTradeOf(line, instrument);
        if (!trade || trade->time.value < first) { // or before the book was known
            return;
        }
        trades.push_back(*trade);
    });
    ASSERT_EQ(trades.size(), watch.trades.size());
    ASSERT_GT(trades.size(), 500U);
    EXPECT_EQ(item.candles.tooLate(), 0U);
    for (std::size_t i = 0; i < candleIntervals; ++i) {
        auto const interval = static_cast<CandleInterval>(i);
        auto const made = item.candles.last(interval, 100'000, (*market)->end());
        EXPECT_EQ(plain(made), naiveCandles(instrument, trades, interval)) << intervalName(interval);
    }
    auto const minutes1 = item.candles.last(CandleInterval::Min1, 100, (*market)->end());
    ASSERT_GT(minutes1.size(), 3U);
    EXPECT_TRUE(minutes1.front().incomplete) << "it was watched from its middle on";
    EXPECT_FALSE(minutes1[2].incomplete);
    EXPECT_TRUE(minutes1.back().incomplete) << "the recording ends in it";
}

INSTANTIATE_TEST_SUITE_P(
    All,
    BinanceCandles,
    testing::Values(
        "spot_btcusdt_20240808",
        "spot_ethusdt_20240808",
        "usdm_btcusdt_20240808",
        "usdm_ethusdt_20240808",
        "cm_btcusd_perp_20240808",
        "cm_ethusd_perp_20240808"
    )
);

// The recordings are years apart, so the books are taken as their recordings left them: every name that
// several venues have, of all recordings.
TEST(ConsolidatedCaptures, OneBookOutOfSeveralVenues)
{
    NEEDS_CAPTURES();

    struct Book {
        Instrument instrument;
        DepthView depth;
    };

    std::map<std::string, std::vector<Book>> byName;
    std::uint32_t lastId = 0;
    for (auto const& entry : std::filesystem::directory_iterator(folder + "/venues")) {
        auto market = ReplayMarket::open({entry.path()}, Venues());
        if (!market) {
            continue;
        }
        Watch watch(**market);
        (*market)->runUntil(Timestamp::max(), watch);
        for (auto const* feed : (*market)->books()) {
            auto const& known = feed->instrument();
            if (known && known->sizeKnown && known->kind != ContractKind::Quanto) {
                Book book{*known, {}};
                feed->depth(1'000'000, book.depth);
                book.instrument.id = book.depth.instrument = InstrumentId(++lastId);
                byName[book.instrument.canonical].push_back(std::move(book));
            }
        }
    }
    int several = 0;
    std::size_t most = 0;
    for (auto const& [name, books] : byName) {
        if (books.size() < 2 || name.empty()) {
            continue;
        }
        ++several;
        most = std::max(most, books.size());
        ConsolidatedBook book(CanonicalName(name), false);
        std::vector<DepthView> depths;
        for (auto const& one : books) {
            book.setInstrument(one.instrument);
            book.setState(one.instrument.id, FeedState::Live);
            depths.push_back(one.depth);
        }
        std::map<Int128, Amount> bids;
        for (auto const& [instrument, depth] : books) {
            book.setBest(
                instrument.id,
                depth.bids.empty() ? PriceLevel{} : depth.bids.front(),
                depth.asks.empty() ? PriceLevel{} : depth.asks.front()
            );
            for (auto const& level : depth.bids) {
                bids[-static_cast<Int128>(level.price.value) * pow10(amountScale - instrument.priceScale)] +=
                    baseSize(instrument, level.price, level.qty);
            }
        }
        ConsolidatedView view;
        book.merge(depths, 1'000'000, {}, view);
        ASSERT_EQ(view.members.size(), books.size());
        std::string who;
        for (auto const& [instrument, depth] : books) {
            who += " " + instrument.venue + ":" + instrument.symbol + " scale " +
                   std::to_string(instrument.priceScale) + " levels " + std::to_string(depth.bids.size());
        }
        ASSERT_EQ(view.bids.size(), bids.size()) << name << who;
        auto naive = bids.begin();
        for (auto const& level : view.bids) {
            ASSERT_EQ(level.price * pow10(amountScale - view.priceScale), -naive->first) << name;
            ASSERT_EQ(level.size, naive->second) << name;
            ++naive;
        }
        ASSERT_TRUE(view.bids.empty() || view.bids.front().price == view.bid.price);
    }
    EXPECT_GT(several, 20);
    EXPECT_GE(most, 3U);
    RecordProperty("names", several);
}

TEST(ConsolidatedCaptures, KeepsUpWithTwoMarketsAtOnce)
{
    NEEDS_CAPTURES();
    auto market = ReplayMarket::open(
        {folder + "/binance/usdm_btcusdt_20240808.gz", folder + "/binance/spot_btcusdt_20240808.gz"}, Venues()
    );
    ASSERT_TRUE(market);
    Watch watch(**market);
    watch.name = "BTC-USDT-PERP";
    (*market)->runUntil(Timestamp::max(), watch);
    EXPECT_GT(watch.compared, 10);
    EXPECT_EQ(watch.history.directory().named("BTC-USDT").size(), 1U) << "a perpetual is another thing";
    EXPECT_EQ(watch.history.directory().named("BTC-USDT-PERP").size(), 1U);
}

TEST(InstrumentLists, AreReadAsTheExchangesSentThem)
{
    NEEDS_CAPTURES();
    const Venues venues;
    std::map<std::string, std::pair<int, int>> found; // listed, and of those the ones that make an instrument
    std::map<std::string, InstrumentTerms> byName;
    for (auto const* file :
         {"ASCENDEX",
          "ASCENDEX_FUTURES",
          "BEQUANT",
          "BINANCE",
          "BINANCE_DELIVERY",
          "BINANCE_FUTURES",
          "BIT.COM",
          "BITGET",
          "BITMEX",
          "BITSTAMP",
          "BLOCKCHAIN",
          "BYBIT",
          "COINBASE",
          "DELTA",
          "DERIBIT",
          "DYDX",
          "FMFW",
          "GATEIO",
          "GEMINI",
          "GATEIO_FUTURES",
          "HITBTC",
          "HUOBI",
          "HUOBI_SWAP",
          "KRAKEN",
          "KUCOIN",
          "KRAKEN_FUTURES",
          "OKX",
          "OKCOIN",
          "POLONIEX",
          "PROBIT"}) {
        simdjson::dom::parser parser;
        eachLine(folder + "/venues/" + file + ".jsonl.gz", [&](std::string const& line) {
            if (line.find(R"("k": "rest")") == std::string::npos &&
                line.find(R"("k":"rest")") == std::string::npos) {
                return;
            }
            simdjson::dom::element record;
            std::string_view url;
            std::string_view text;
            ASSERT_FALSE(parser.parse(line).get(record));
            if (record["url"].get(url) || record["d"].get(text)) {
                return;
            }
            auto const* spec = venues.findUrl(url);
            spec = spec == nullptr ? venues.find(file) : spec;
            ASSERT_NE(spec, nullptr) << url;
            FeedBatch batch;
            PaddedCopy copy;
            auto const read = spec->makeFeed(*spec)->decode(copy.assign(text), url, batch);
            ASSERT_TRUE(read) << file << " " << url << " " << read.error().message();
            for (auto const& terms : batch.instruments) {
                auto& count = found[file];
                ++count.first;
                auto const made = makeInstrument(spec->id, terms, nullptr);
                count.second += made ? 1 : 0;
                byName[std::string(file) + ":" + terms.symbol] = terms;
            }
        });
        auto const [listed, good] = found[file];
        EXPECT_GT(listed, 0) << file;
        EXPECT_GE(good * 100, listed * 95) << file << ": " << good << " of " << listed;
    }
    auto const& quanto = byName.at("BITMEX:ETHUSD");
    EXPECT_EQ(quanto.kind, ContractKind::Quanto);
    EXPECT_EQ(quanto.contractSize, "0.000001");
    EXPECT_EQ(byName.at("BITMEX:XBTUSD").kind, ContractKind::Inverse);
    EXPECT_EQ(byName.at("GATEIO_FUTURES:BTC_USDT").contractSize, "0.0001");
    EXPECT_EQ(byName.at("HUOBI_SWAP:BTC-USD").contractValue, 100);
    EXPECT_EQ(byName.at("HUOBI_SWAP:BTC-USDT").contractSize, "0.001");
    EXPECT_EQ(byName.at("BITGET:BTCUSDT").tickSize, "0.5");
    EXPECT_EQ(byName.at("KRAKEN:XBT/USDT").tickSize, "0.1");
    EXPECT_EQ(byName.at("ASCENDEX:LBA/BTC").trading, false);
}
