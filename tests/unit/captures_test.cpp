// The recordings of real exchanges, where they are at hand: no gap anywhere, and the books an obvious second
// implementation arrives at.

#include "engine/market/replay_market.h"
#include "engine/venue/venues.h"
#include "tests/support/capture_files.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <map>
#include <utility>

using namespace qob;
using namespace qob::test;

namespace {

// Plain decimal text to an integer of ten decimals.
__extension__ using Wide = __int128;

Wide tenDecimals(std::string const& text)
{
    Wide value = 0;
    int decimals = -1;
    for (char const c : text) {
        if (c == '.') {
            decimals = 0;
            continue;
        }
        value = value * 10 + (c - '0');
        decimals += decimals >= 0 ? 1 : 0;
    }
    for (int i = std::max(decimals, 0); i < 10; ++i) {
        value *= 10;
    }
    return value;
}

using NaiveSide = std::map<Wide, Wide>;

// Reads what it needs by looking for names in the text.
class NaiveBook {
public:
    NaiveSide bids;
    NaiveSide asks;
    std::uint64_t sequence = 0;
    std::uint64_t messages = 0;
    std::uint64_t trades = 0;

    void take(std::string const& line)
    {
        ++messages;
        trades += line.find("\"e\":\"trade\"") != std::string::npos ? 1U : 0U;
        apply(line);
        if (sequence == 0) {
            m_early.push_back(line);
        } else if (!m_early.empty()) {
            for (auto const& early : std::exchange(m_early, {})) {
                apply(early);
            }
        }
    }

private:
    void apply(std::string const& line)
    {
        if (line.find("\"lastUpdateId\":") != std::string::npos) {
            bids.clear();
            asks.clear();
            sequence = number(line, "\"lastUpdateId\":");
            fill(bids, line, "\"bids\":[");
            fill(asks, line, "\"asks\":[");
        } else if (line.find("\"e\":\"depthUpdate\"") != std::string::npos && sequence != 0) {
            const std::uint64_t last = number(line, "\"u\":");
            if (last > sequence) {
                sequence = last;
                fill(bids, line, "\"b\":[");
                fill(asks, line, "\"a\":[");
            }
        }
    }

    static std::uint64_t number(std::string const& line, std::string const& name)
    {
        return std::stoull(line.substr(line.find(name) + name.size()));
    }

    static void fill(NaiveSide& side, std::string const& line, std::string const& name)
    {
        std::size_t at = line.find(name) + name.size();
        while (line[at] == '[' || line[at] == ',') {
            at = line.find('"', at) + 1;
            const std::string price = line.substr(at, line.find('"', at) - at);
            at = line.find('"', line.find('"', at) + 1) + 1;
            const std::string qty = line.substr(at, line.find('"', at) - at);
            at = line.find(']', at) + 1;
            side[tenDecimals(price)] = tenDecimals(qty);
            if (tenDecimals(qty) == 0) {
                side.erase(tenDecimals(price));
            }
        }
    }

    std::vector<std::string> m_early; // before the snapshot
};

NaiveBook naiveBook(std::vector<std::string> const& files)
{
    NaiveBook book;
    std::vector<char> buffer(std::size_t{1} << 20U);
    for (auto const& file : files) {
        gzFile in = gzopen(file.c_str(), "rb");
        while (gzgets(in, buffer.data(), static_cast<int>(buffer.size())) != nullptr) {
            book.take(buffer.data());
        }
        gzclose(in);
    }
    return book;
}

void expectSame(
    std::vector<PriceLevel> const& levels, NaiveSide const& naive, bool bids, Instrument const& instrument
)
{
    auto const wide = [](std::int64_t units, int scale) {
        return Wide(units) * pow10(10 - scale);
    };
    ASSERT_EQ(levels.size(), naive.size());
    auto up = naive.begin();
    auto down = naive.rbegin();
    for (auto const& level : levels) {
        auto const& [price, qty] = bids ? *down++ : *up++;
        ASSERT_TRUE(wide(level.price.value, instrument.priceScale) == price);
        ASSERT_TRUE(wide(level.qty.value, instrument.qtyScale) == qty);
    }
}

class Captures : public testing::Test {
protected:
    void SetUp() override
    {
        folder = captureFolder();
        if (folder.empty()) {
            GTEST_SKIP() << "no recordings at hand; QOB_CAPTURES names their folder";
        }
    }

    void check(std::vector<std::string> const& names, std::string const& venue, std::string const& symbol)
    {
        std::vector<std::string> files;
        for (auto const& name : names) {
            files.push_back(folder + "/binance/" + name + ".gz");
        }
        ReplayMarket market(files, Venues());
        ASSERT_TRUE(market.openErrors().empty()) << market.openErrors().front().message();
        HeardMarket heard;
        market.runUntil(Timestamp::max(), heard);
        EXPECT_TRUE(heard.notices.empty()) << heard.noticeText();
        ASSERT_EQ(market.books().size(), 1U);
        FeedBook const& book = *market.books().front();
        EXPECT_EQ(book.venue(), venue);
        EXPECT_EQ(book.symbol(), symbol);
        const FeedStatus status = book.status();
        EXPECT_EQ(status.gaps, 0U);
        EXPECT_EQ(status.state, FeedState::Ended);

        const NaiveBook naive = naiveBook(files);
        EXPECT_EQ(status.messages, naive.messages);
        EXPECT_EQ(status.trades, naive.trades);
        DepthView view;
        book.depth(1'000'000, view);
        EXPECT_EQ(view.sequence, naive.sequence) << "the last u of the files";
        expectSame(view.bids, naive.bids, true, *book.instrument());
        expectSame(view.asks, naive.asks, false, *book.instrument());
        EXPECT_LT(view.bids.front().price, view.asks.front().price);
    }

    std::string folder;
};

} // namespace

TEST_F(Captures, spotBtcBothDays)
{
    check({"spot_btcusdt_20240808", "spot_btcusdt_20240809"}, "BINANCE", "BTCUSDT");
}

TEST_F(Captures, spotEthBothDays)
{
    check({"spot_ethusdt_20240808", "spot_ethusdt_20240809"}, "BINANCE", "ETHUSDT");
}

TEST_F(Captures, usdmBtc)
{
    check({"usdm_btcusdt_20240808"}, "BINANCE_FUTURES", "BTCUSDT");
}

TEST_F(Captures, usdmEth)
{
    check({"usdm_ethusdt_20240808"}, "BINANCE_FUTURES", "ETHUSDT");
}

TEST_F(Captures, coinmBtcBothDays)
{
    check({"cm_btcusd_perp_20240808", "cm_btcusd_perp_20240809"}, "BINANCE_DELIVERY", "BTCUSD_PERP");
}

TEST_F(Captures, coinmEthBothDays)
{
    check({"cm_ethusd_perp_20240808", "cm_ethusd_perp_20240809"}, "BINANCE_DELIVERY", "ETHUSD_PERP");
}

TEST_F(Captures, instrumentsAreReadFromTheSnapshots)
{
    ReplayMarket market({folder + "/binance/usdm_btcusdt_20240808.gz"}, Venues());
    HeardMarket heard;
    market.runUntil(market.begin() + seconds(5), heard);
    ASSERT_FALSE(heard.instruments.empty());
    Instrument const& instrument = heard.instruments.back();
    EXPECT_EQ(instrument.priceText(instrument.tickSize), "0.1");
    EXPECT_EQ(instrument.qtyText(instrument.lotSize), "0.001");
    EXPECT_EQ(instrument.kind, ContractKind::Linear);
    EXPECT_LT(market.feed(instrument.id).latency, Duration(0)) << "the clocks of this recording differ";
}

TEST_F(Captures, allFilesAtOnceAreSixBooksInStep)
{
    std::vector<std::string> files;
    for (auto const& entry : std::filesystem::directory_iterator(folder + "/binance")) {
        files.push_back(entry.path().string());
    }
    ReplayMarket market(files, Venues());
    HeardMarket heard;
    market.runUntil(Timestamp::max(), heard);
    EXPECT_TRUE(heard.notices.empty()) << heard.noticeText();
    EXPECT_TRUE(std::is_sorted(heard.times.begin(), heard.times.end()));
    EXPECT_EQ(market.books().size(), 6U);
}

TEST_F(Captures, framesOfTheFiveBinanceVenues)
{
    for (char const* venue : {"BINANCE", "BINANCE_FUTURES", "BINANCE_DELIVERY", "BINANCE_US", "BINANCE_TR"}) {
        ReplayMarket market({folder + "/venues/" + venue + ".jsonl.gz"}, Venues());
        ASSERT_TRUE(market.openErrors().empty()) << venue;
        HeardMarket heard;
        market.runUntil(Timestamp::max(), heard);
        EXPECT_TRUE(heard.notices.empty()) << heard.noticeText();
        EXPECT_GE(market.books().size(), 3U);
        for (FeedBook const* book : market.books()) {
            EXPECT_EQ(book->venue(), venue);
            EXPECT_EQ(book->status().gaps, 0U) << book->symbol();
            EXPECT_EQ(book->status().state, FeedState::Ended) << book->symbol();
        }
    }
}
