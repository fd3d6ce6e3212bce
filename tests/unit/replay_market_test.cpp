#include "engine/market/event_hash.h"
#include "engine/market/replay_market.h"
#include "engine/venue/venues.h"
#include "tests/support/capture_files.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace qob;
using namespace qob::test;

namespace {

class ReplayMarketTest : public testing::Test {
protected:
    void play(std::vector<std::string> const& files)
    {
        market = std::make_unique<ReplayMarket>(files, Venues());
        market->runUntil(Timestamp::max(), heard);
    }

    // The one book there is, as text.
    [[nodiscard]] std::string only() const
    {
        auto const books = market->books();
        return books.size() == 1 ? textOf(*books.front()) : std::to_string(books.size()) + " books";
    }

    static std::string textOf(FeedBook const& book)
    {
        DepthView view;
        book.depth(100, view);
        const Instrument instrument = book.instrument().value_or(Instrument{});
        std::string text =
            std::string(book.venue()) + " " + book.symbol() + " " + std::to_string(view.sequence);
        auto const add = [&](std::vector<PriceLevel> const& levels) {
            text += " |";
            for (const auto& level : levels) {
                text += " " + formatTrimmed(level.price.value, instrument.priceScale) + "x" +
                        formatTrimmed(level.qty.value, instrument.qtyScale);
            }
        };
        add(view.bids);
        add(view.asks);
        return text;
    }

    TemporaryFolder folder;
    std::unique_ptr<ReplayMarket> market;
    HeardMarket heard;
};

const std::vector<std::string> goodMessages{
    binanceDelta(8, 9, 0, {}, {}),
    binanceSnapshot(10, {{"100.0", "1.0"}}, {{"101.0", "1.0"}}),
    binanceDelta(10, 11, 0, {{"99.5", "2"}}, {}),
    binanceTrade(1, "100.0", "0.5", true),
    binanceDelta(12, 13, 0, {{"99.0", "3"}}, {}),
    binanceDelta(14, 14, 0, {}, {{"101.5", "4"}}),
};

} // namespace

TEST_F(ReplayMarketTest, spotFixture)
{
    play({fixture("binance_spot.capture")});
    EXPECT_EQ(only(), "BINANCE ABCUSDT 105 | 10x2 9.99x1 9.98x4.2 | 10.01x0.5 10.02x1.1");
    EXPECT_TRUE(heard.notices.empty()) << heard.noticeText();
    const FeedStatus status = market->feed(InstrumentId(1));
    EXPECT_EQ(status.messages, 8U);
    EXPECT_EQ(status.trades, 2U);
    EXPECT_EQ(status.gaps, 0U);
    EXPECT_EQ(status.state, FeedState::Ended);
    EXPECT_EQ(status.latency, milliseconds(110));
    EXPECT_EQ(market->begin(), Timestamp(1'700'000'000'000'000'000));
    EXPECT_EQ(market->end(), Timestamp(1'700'000'000'310'000'000));
    EXPECT_TRUE(std::is_sorted(heard.times.begin(), heard.times.end()));
}

TEST_F(ReplayMarketTest, futuresFixturesAreRecognisedByContent)
{
    play({fixture("binance_usdm.capture")});
    EXPECT_EQ(only(), "BINANCE_FUTURES ABCUSDT 640 | 10.2x41 10.1x7 | 10.3x50");
    EXPECT_EQ(market->feed(InstrumentId(1)).trades, 1U) << "the insurance fund's is none of the market's";
    EXPECT_EQ(heard.instruments.front().kind, ContractKind::Linear);
    EXPECT_EQ(heard.instruments.front().tickSize, Price(10));
    play({fixture("binance_coinm.capture")});
    EXPECT_EQ(only(), "BINANCE_DELIVERY ABCUSD_PERP 640 | 10.2x41 10.1x7 | 10.3x50");
    EXPECT_EQ(market->books()[0]->instrument()->kind, ContractKind::Inverse);
}

TEST_F(ReplayMarketTest, framesOfManySymbols)
{
    play({fixture("binance_frames.jsonl")});
    EXPECT_TRUE(heard.notices.empty()) << heard.noticeText();
    auto const books = market->books();
    ASSERT_EQ(books.size(), 2U);
    EXPECT_EQ(textOf(*books[0]), "BINANCE ABCUSDT 11 | 1.5x7 1.49x3 | 1.52x4");
    EXPECT_EQ(textOf(*books[1]), "BINANCE XYZBTC 6 | 0.000019x50 | 0.00002x100");
    EXPECT_EQ(books[0]->status().trades, 1U);
    EXPECT_EQ(books[0]->instrument()->tickSize, Price(1'000'000)) << "as the exchange says";
    EXPECT_EQ(books[0]->instrument()->lotSize, Qty(10'000'000));
    EXPECT_EQ(books[1]->instrument()->quote.view(), "BTC") << "from the definition, steps from the snapshot";
}

TEST_F(ReplayMarketTest, filesOfOneSymbolContinueEachOtherInAnyOrder)
{
    const std::vector<std::string> first(goodMessages.begin(), goodMessages.begin() + 4);
    const std::vector<std::string> second(goodMessages.begin() + 4, goodMessages.end());
    auto const day1 = folder.write("day1", captureLines(first));
    auto const day2 = folder.write("day2.gz", gzipped(captureLines(second, 90'000'000)));
    for (auto const& files : {std::vector{day1, day2}, std::vector{day2, day1}}) {
        play(files);
        EXPECT_EQ(only(), "BINANCE BTCUSDT 14 | 100x1 99.5x2 99x3 | 101x1 101.5x4");
        EXPECT_EQ(market->feed(InstrumentId(1)).gaps, 0U);
        EXPECT_EQ(market->feed(InstrumentId(1)).messages, 6U);
    }
    play({day2});
    EXPECT_EQ(only(), "BINANCE BTCUSDT 0 | |");
    EXPECT_EQ(market->books()[0]->status().state, FeedState::AwaitingSnapshot);
    EXPECT_NE(heard.noticeText().find("No snapshot"), std::string::npos);
}

TEST_F(ReplayMarketTest, aMissingMessageIsAGapAtItsFileAndLine)
{
    auto messages = goodMessages;
    messages.erase(messages.begin() + 4);
    play({folder.write("gap", captureLines(messages))});
    const FeedStatus status = market->feed(InstrumentId(1));
    EXPECT_EQ(status.state, FeedState::Stale);
    EXPECT_EQ(status.gaps, 1U);
    EXPECT_NE(
        status.problem->detail.find("/gap:5: BINANCE BTCUSDT: expected U 12, got U 14"), std::string::npos
    ) << status.problem->detail;
    EXPECT_EQ(only(), "BINANCE BTCUSDT 11 | 100x1 99.5x2 | 101x1");
}

TEST_F(ReplayMarketTest, repeatedMessagesDoNoHarm)
{
    auto messages = goodMessages;
    messages.insert(messages.begin() + 4, messages[2]);
    play({folder.write("twice", captureLines(messages))});
    EXPECT_EQ(only(), "BINANCE BTCUSDT 14 | 100x1 99.5x2 99x3 | 101x1 101.5x4");
    EXPECT_EQ(market->feed(InstrumentId(1)).gaps, 0U);
}

TEST_F(ReplayMarketTest, damagedLinesAreNamedAndTheReplayGoesOn)
{
    std::string text = captureLines(goodMessages);
    text.insert(text.find("\n") + 1, "17 {\"stream\":\"x\",\"data\":{\"e\":\"tra\n");
    text += "1800000000 {\"e\":\"trade\",\"s\":\"BTCUSDT\",,}\nnonsense\n1900000000 {\"stream\":\"btcu";
    play({folder.write("damaged", text)});
    EXPECT_EQ(only(), "BINANCE BTCUSDT 14 | 100x1 99.5x2 99x3 | 101x1 101.5x4");
    ASSERT_EQ(heard.notices.size(), 4U) << heard.noticeText();
    EXPECT_NE(heard.notices[0].text.find("/damaged:2: "), std::string::npos) << heard.notices[0].text;
    EXPECT_EQ(heard.notices[0].code, ErrorCode::JsonMalformed);
    EXPECT_NE(heard.notices[1].text.find("/damaged:8: "), std::string::npos) << heard.notices[1].text;
    EXPECT_NE(heard.notices[2].text.find("/damaged:9: "), std::string::npos) << heard.notices[2].text;
    EXPECT_EQ(heard.notices[3].code, ErrorCode::FileTruncated) << "the last line has no end";
    EXPECT_EQ(market->badLines(), 4U);
    auto const state = [](FeedStatus const& status) {
        return status.state;
    };
    std::vector<FeedState> states(heard.feeds.size());
    std::transform(heard.feeds.begin(), heard.feeds.end(), states.begin(), state);
    EXPECT_EQ(
        states, (std::vector<FeedState>{FeedState::AwaitingSnapshot, FeedState::Live, FeedState::Stale})
    ) << "nobody can say what was in the lines behind the last good one";
}

TEST_F(ReplayMarketTest, aDamagedLineMakesTheBookStaleUntilItsNextDeltaFits)
{
    std::string text = captureLines(goodMessages);
    text.insert(text.find("1004000000"), "1003500000 {\"stream\":\"x\n");
    play({folder.write("damaged", text)});
    ASSERT_EQ(heard.feeds.size(), 5U);
    EXPECT_EQ(heard.feeds[2].state, FeedState::Stale);
    EXPECT_EQ(heard.feeds[2].problem->code, ErrorCode::JsonMalformed);
    EXPECT_EQ(heard.feeds[3].state, FeedState::Live);
    EXPECT_EQ(heard.feeds[4].state, FeedState::Ended);
    EXPECT_EQ(market->feed(InstrumentId(1)).gaps, 0U);
}

TEST_F(ReplayMarketTest, aDamagedDepthMessageIsAGapOnceTheNextOneComes)
{
    std::string text = captureLines(goodMessages);
    text.replace(text.find("\"U\":12"), 6, "\"U\":x2");
    play({folder.write("damaged", text)});
    ASSERT_EQ(heard.notices.size(), 2U) << heard.noticeText();
    EXPECT_EQ(heard.notices[1].code, ErrorCode::FeedGap);
    EXPECT_EQ(market->feed(InstrumentId(1)).gaps, 1U);
}

TEST_F(ReplayMarketTest, aTruncatedGzipPlaysAsFarAsItGoes)
{
    std::vector<std::string> messages = goodMessages;
    for (std::uint64_t id = 15; id < 3'000; ++id) {
        messages.push_back(binanceDelta(id, id, 0, {{"98.0", id % 2 == 0 ? "1" : "2"}}, {}));
    }
    const std::string bytes = gzipped(captureLines(messages));
    play({folder.write("cut.gz", std::string_view(bytes).substr(0, bytes.size() * 2 / 3))});
    EXPECT_EQ(market->feed(InstrumentId(1)).gaps, 0U);
    EXPECT_GT(market->feed(InstrumentId(1)).messages, 1'000U);
    ASSERT_EQ(heard.notices.size(), 1U) << heard.noticeText();
    EXPECT_EQ(heard.notices[0].code, ErrorCode::FileTruncated);
    EXPECT_NE(
        heard.notices[0].text.find("cut.gz:" + std::to_string(market->feed(InstrumentId(1)).messages + 1)),
        std::string::npos
    ) << heard.notices[0].text;
}

TEST_F(ReplayMarketTest, filesThatCannotBePlayedAreNamedAndTheOthersPlay)
{
    auto const good = folder.write("good", captureLines(goodMessages));
    auto const empty = folder.write("empty", "");
    auto const wrong = folder.write("wrong", "This is no capture.\nAt all.\n");
    auto const unknown = folder.write("unknown", captureObject(1.0, "open", "wss://ws.nowhere.example", ""));
    auto const other = folder.write("other", "1000 {\"channel\":\"l2Book\"}\n");
    play({folder.path("missing"), empty, good, wrong, unknown, other});
    EXPECT_EQ(only(), "BINANCE BTCUSDT 14 | 100x1 99.5x2 99x3 | 101x1 101.5x4");
    auto const& errors = market->openErrors();
    ASSERT_EQ(errors.size(), 5U);
    EXPECT_EQ(errors[0].code, ErrorCode::FileUnreadable);
    EXPECT_NE(errors[0].detail.find("missing"), std::string::npos);
    EXPECT_EQ(errors[1].code, ErrorCode::FileTruncated);
    EXPECT_EQ(errors[2].code, ErrorCode::FileUnknownFormat);
    EXPECT_NE(errors[2].detail.find("/wrong:1: expected"), std::string::npos) << errors[2].detail;
    EXPECT_EQ(errors[3].code, ErrorCode::VenueUnsupported);
    EXPECT_NE(errors[3].detail.find("ws.nowhere.example"), std::string::npos) << errors[3].detail;
    EXPECT_EQ(errors[4].code, ErrorCode::VenueUnsupported);
    EXPECT_EQ(heard.notices.size(), 5U) << "each is told";
}

TEST_F(ReplayMarketTest, openFailsOnlyWithoutAnyFileToPlay)
{
    auto const good = folder.write("good", captureLines(goodMessages));
    EXPECT_TRUE(ReplayMarket::open({good, folder.path("missing")}, Venues()));
    auto const none = ReplayMarket::open({folder.path("missing")}, Venues());
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::FileUnreadable);
    EXPECT_FALSE(ReplayMarket::open({}, Venues()));
}

TEST_F(ReplayMarketTest, runsNoFurtherThanAsked)
{
    auto const good = folder.write("good", captureLines(goodMessages));
    market = std::make_unique<ReplayMarket>(std::vector{good}, Venues());
    EXPECT_EQ(market->nextEventTime(), Timestamp(milliseconds(1'000).value));
    market->runUntil(Timestamp(milliseconds(1'002).value), heard);
    EXPECT_EQ(market->feed(InstrumentId(1)).messages, 3U) << "the limit is included";
    EXPECT_EQ(market->nextEventTime(), Timestamp(milliseconds(1'003).value));
    EXPECT_EQ(market->feed(InstrumentId(1)).state, FeedState::Live);
    market->runUntil(market->end(), heard);
    EXPECT_EQ(market->nextEventTime(), Timestamp::max());
    EXPECT_EQ(market->feed(InstrumentId(1)).state, FeedState::Ended);
}

TEST_F(ReplayMarketTest, filesAreMergedByTime)
{
    auto const spot = folder.write("spot", captureLines(goodMessages, 1'000));
    auto other = goodMessages;
    for (auto& message : other) {
        for (auto at = message.find("BTCUSDT"); at != std::string::npos; at = message.find("BTCUSDT")) {
            message.replace(at, 7, "ETHUSDT");
        }
    }
    auto const eth = folder.write("eth", captureLines(other, 1'003));
    play({eth, spot});
    EXPECT_TRUE(std::is_sorted(heard.times.begin(), heard.times.end()));
    ASSERT_EQ(market->books().size(), 2U);
    EXPECT_EQ(market->books()[0]->symbol(), "BTCUSDT");
    EXPECT_EQ(market->books()[1]->symbol(), "ETHUSDT");
    // BTC is over before ETH.
    EXPECT_EQ(heard.feeds.back().instrument, market->books()[1]->instrument()->id);
    EXPECT_EQ(heard.feeds.back().state, FeedState::Ended);
}

TEST_F(ReplayMarketTest, rewindPlaysTheSameAgain)
{
    market = std::make_unique<ReplayMarket>(
        std::vector{
            fixture("binance_spot.capture"),
            fixture("binance_frames.jsonl"),
            fixture("binance_usdm.capture")},
        Venues()
    );
    EventHash first;
    market->runUntil(Timestamp::max(), first);
    EXPECT_TRUE(market->canRewind());
    for (int i = 0; i < 2; ++i) {
        market->rewind();
        EXPECT_EQ(market->nextEventTime(), market->begin());
        EXPECT_TRUE(market->books().empty());
        EventHash again;
        market->runUntil(market->begin() + milliseconds(115), again);
        market->runUntil(Timestamp::max(), again);
        EXPECT_EQ(again.text(), first.text());
    }
}

TEST_F(ReplayMarketTest, aDamagedFileDoesNotFloodItsListener)
{
    std::string text = captureLines(goodMessages);
    for (int i = 0; i < 5'000; ++i) {
        text += "nonsense\n";
    }
    play({folder.write("flood", text)});
    ASSERT_EQ(heard.notices.size(), 1'001U);
    EXPECT_NE(heard.notices.back().text.find("and 4000 more lines"), std::string::npos)
        << heard.notices.back().text;
}
