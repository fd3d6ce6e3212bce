// Real exchanges' recordings, recorded into a history and played from it: the same events, the same books.

#include "engine/history/csv.h"
#include "engine/market/replay_market.h"
#include "engine/matching/sim_market.h"
#include "engine/storage/posix_file_system.h"
#include "engine/venue/venues.h"
#include "tests/support/capture_files.h"
#include "tests/support/history_kit.h"

#include <filesystem>

using namespace qob;
using namespace qob::test;

namespace {

struct Outcome {
    std::string hash;
    std::uint64_t events = 0;
    std::uint64_t recorded = 0;
    std::uint64_t bytes = 0;
};

Outcome record(Market& market, Timestamp until, std::string const& folder)
{
    PosixFileSystem disk;
    RecorderSettings settings;
    settings.history.directory = folder;
    settings.waitWhenFull = true;
    auto const recorder = openRecorder(disk, settings, market, market.begin());
    EventHash hash;
    BothHear both(hash, *recorder);
    market.runUntil(until, both);
    EXPECT_TRUE(recorder->finish());
    return {hash.text(), hash.events(), recorder->progress().events, recorder->progress().bytes};
}

void expectSameDefinitions(ReplayMarket const& market, HistoryMarket const& history)
{
    std::vector<Instrument> told;
    for (FeedBook const* book : market.books()) {
        if (book->instrument()) {
            told.push_back(*book->instrument());
        }
    }
    std::vector<Instrument> recorded;
    for (HistoryBooks::Book const* book : history.books()) {
        recorded.push_back(book->instrument);
    }
    EXPECT_EQ(recorded, told);
}

class HistoryCaptures : public testing::TestWithParam<std::vector<char const*>> {
protected:
    void SetUp() override
    {
        if (captureFolder().empty()) {
            GTEST_SKIP() << "no captures: set QOB_CAPTURES";
        }
        for (char const* const name : GetParam()) {
            files.push_back(captureFolder() + "/" + name);
            ASSERT_TRUE(std::filesystem::exists(files.back())) << files.back();
        }
    }

    std::vector<std::string> files;
    TemporaryFolder folder;
};

} // namespace

TEST_P(HistoryCaptures, areReplayedEventByEvent)
{
    const Venues venues;
    auto const market = ReplayMarket::open(files, venues);
    ASSERT_TRUE(market);
    auto const told = record(**market, Timestamp::max(), folder.path("h"));
    PosixFileSystem disk;
    auto const history = HistoryMarket::open(disk, {folder.path("h")});
    ASSERT_TRUE(history) << history.error().message();
    EventHash hash;
    (*history)->runUntil(Timestamp::max(), hash);
    EXPECT_EQ(hash.events(), told.events);
    EXPECT_EQ(hash.text(), told.hash);
    for (FeedBook const* book : (*market)->books()) {
        if (!book->instrument()) {
            continue;
        }
        auto const id = book->instrument()->id;
        EXPECT_EQ(depthOf(**history, id.value).bids, depthOf(**market, id.value).bids) << book->symbol();
        EXPECT_EQ(depthOf(**history, id.value).asks, depthOf(**market, id.value).asks);
        EXPECT_EQ((*history)->feed(id).trades, book->status().trades);
        EXPECT_EQ((*history)->feed(id).messages, book->status().messages);
    }
    expectSameDefinitions(**market, **history);
    auto const check = HistoryReader::open(disk, folder.path("h"))->verify();
    EXPECT_TRUE(check.damage.empty()) << check.damage.front().message();
    if (told.recorded > 100'000) {
        EXPECT_LT(static_cast<double>(told.bytes) / static_cast<double>(told.recorded), 8.0);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Markets,
    HistoryCaptures,
    testing::Values(
        std::vector{"binance/spot_btcusdt_20240808.gz", "binance/spot_btcusdt_20240809.gz"},
        std::vector{"binance/usdm_btcusdt_20240808.gz"},
        std::vector{
            "binance/spot_btcusdt_20240808.gz",
            "binance/usdm_btcusdt_20240808.gz",
            "binance/cm_btcusd_perp_20240808.gz"},
        std::vector{"venues/KRAKEN.jsonl.gz"},
        std::vector{"venues/BITSTAMP.jsonl.gz"},
        std::vector{"venues/OKX.jsonl.gz"},
        std::vector{"venues/BYBIT.jsonl.gz"},
        std::vector{"venues/DERIBIT.jsonl.gz"},
        std::vector{"venues/BITMEX.jsonl.gz"},     // quantos, funding, open interest
        std::vector{"venues/HUOBI_SWAP.jsonl.gz"}, // contracts of many sizes
        std::vector{"venues/COINBASE.jsonl.gz", "venues/BITFINEX.jsonl.gz"}
    )
);

TEST(HistorySim, theSimulatedMarketIsReplayedEventByEvent)
{
    const Timestamp start(1'735'689'600'000'000'000);
    TemporaryFolder folder;
    SimMarket market({1, start, Duration(0)});
    auto const told = record(market, start + seconds(20), folder.path("h"));
    PosixFileSystem disk;
    auto const history = HistoryMarket::open(disk, {folder.path("h")});
    ASSERT_TRUE(history);
    EventHash hash;
    (*history)->runUntil((*history)->end() - nanoseconds(1), hash);
    EXPECT_GT(hash.events(), 1'000U);
    HeardMarket heard;
    (*history)->rewind();
    (*history)->runUntil(Timestamp::max(), heard);
    EXPECT_EQ(heard.times.size(), told.events);
}

TEST(HistoryRaw, framesComeBackAsACapture)
{
    if (captureFolder().empty()) {
        GTEST_SKIP() << "no captures: set QOB_CAPTURES";
    }
    const Venues venues;
    for (char const* const name :
         {"venues/KRAKEN.jsonl.gz", "venues/HUOBI.jsonl.gz", "binance/spot_ethusdt_20240808.gz"}) {
        TemporaryFolder folder;
        auto const market = ReplayMarket::open({captureFolder() + "/" + name}, venues);
        ASSERT_TRUE(market);
        PosixFileSystem disk;
        RecorderSettings settings;
        settings.history.directory = folder.path("h");
        settings.waitWhenFull = true;
        EventHash told;
        {
            auto const recorder = openRecorder(disk, settings, **market, (*market)->begin());
            (*market)->hearRaw(recorder.get());
            BothHear both(told, *recorder);
            (*market)->runUntil(Timestamp::max(), both);
            ASSERT_TRUE(recorder->finish());
        }
        auto const reader = HistoryReader::open(disk, folder.path("h"));
        ASSERT_TRUE(reader);
        EXPECT_TRUE(reader->verify().damage.empty());
        std::string text;
        std::vector<Error> holes;
        auto const sink = [&](std::string_view piece) {
            text += piece;
            return Expected<void>();
        };
        auto const frames = exportRaw(*reader, "", Timestamp::min(), Timestamp::max(), sink, holes);
        ASSERT_TRUE(frames);
        EXPECT_GT(*frames, 100U);
        auto const again = ReplayMarket::open({folder.write("capture", text)}, venues);
        ASSERT_TRUE(again) << again.error().message();
        EventHash replayed;
        (*again)->runUntil(Timestamp::max(), replayed);
        EXPECT_EQ(replayed.events(), told.events()) << name;
    }
}
