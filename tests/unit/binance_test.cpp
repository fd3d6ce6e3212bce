#include "engine/market/instrument_terms.h"
#include "engine/venue/binance/binance_feed.h"
#include "engine/venue/venues.h"
#include "tests/support/capture_files.h"

#include <gtest/gtest.h>

using namespace qob;
using namespace qob::test;
using Kind = FeedMessage::Kind;

namespace {

class Binance : public testing::Test {
protected:
    Expected<void>
    decode(std::string_view text, std::string_view venue = "BINANCE", std::string_view url = {})
    {
        feed = Venues().open(venue);
        auto read = feed->decode(copy.assign(text), url, batch);
        out = read ? batch[0] : FeedMessage();
        return read;
    }

    PaddedCopy copy;
    std::unique_ptr<VenueFeed> feed;
    FeedBatch batch;
    FeedMessage out; // its first message
};

} // namespace

TEST_F(Binance, depthUpdateOfSpot)
{
    auto const text =
        binanceDelta(5, 9, 0, {{"61837.64000000", "0.50000000"}, {"61837.00", "0"}}, {{"61838.01", "2"}});
    ASSERT_TRUE(decode(text));
    EXPECT_EQ(out.kind, Kind::Delta);
    EXPECT_EQ(out.symbol, "BTCUSDT");
    EXPECT_EQ(out.venueTime, Timestamp(900'000'000));
    EXPECT_EQ(out.span.first, 5U);
    EXPECT_EQ(out.span.last, 9U);
    ASSERT_EQ(out.bids.size(), 2U);
    EXPECT_EQ(out.bids[0].price, (WrittenNumber{6183764000000, 8}));
    EXPECT_EQ(out.bids[1].qty, (WrittenNumber{0, 0}));
    ASSERT_EQ(out.asks.size(), 1U);
    EXPECT_EQ(out.asks[0].qty, (WrittenNumber{2, 0}));
}

TEST_F(Binance, depthUpdateOfFuturesNeedsPu)
{
    ASSERT_TRUE(decode(binanceDelta(5, 9, 3, {}, {}), "BINANCE_FUTURES"));
    EXPECT_EQ(out.span.previous, 3U);
    auto const missing = decode(binanceDelta(5, 9, 0, {}, {}), "BINANCE_DELIVERY");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::MessageIncomplete);
    EXPECT_NE(missing.error().detail.find("pu"), std::string::npos);
}

TEST_F(Binance, blanksAndOtherFieldOrderMakeNoDifference)
{
    ASSERT_TRUE(decode(R"( { "data" : { "a" : [ ] , "b" : [ [ "1.50" , "2" ] , [ "1.40", "0", [] ] ],
        "u" : 9 , "U" : 5 , "s" : "ETHUSDT" , "e" : "depthUpdate" } , "stream" : "ethusdt@depth" } )"));
    EXPECT_EQ(out.kind, Kind::Delta);
    EXPECT_EQ(out.symbol, "ETHUSDT");
    ASSERT_EQ(out.bids.size(), 2U);
    EXPECT_EQ(out.bids[1].price, (WrittenNumber{140, 2}));
}

TEST_F(Binance, anEventWithoutItsStreamIsTheSame)
{
    ASSERT_TRUE(decode(R"({"e":"depthUpdate","s":"BTCUSDT","U":1,"u":2,"b":[],"a":[]})"));
    EXPECT_EQ(out.kind, Kind::Delta);
}

TEST_F(Binance, partialDepthIsNoDelta)
{
    ASSERT_TRUE(decode(
        R"({"stream":"btcusdt@depth20@100ms","data":{"e":"depthUpdate","s":"BTCUSDT","U":1,"u":2,
        "pu":1,"b":[],"a":[]}})",
        "BINANCE_FUTURES"
    ));
    EXPECT_EQ(out.kind, Kind::Other);
    ASSERT_TRUE(decode(R"({"stream":"btcusdt@depth20","data":{"lastUpdateId":7,"bids":[],"asks":[]}})"));
    EXPECT_EQ(out.kind, Kind::Other);
}

TEST_F(Binance, tradesTellTheirAggressor)
{
    ASSERT_TRUE(decode(binanceTrade(77, "61837.63", "0.02", true)));
    EXPECT_EQ(out.kind, Kind::Trade);
    EXPECT_EQ(out.aggressor, Side::Sell) << "the buyer was the maker";
    EXPECT_EQ(out.price, (WrittenNumber{6183763, 2}));
    EXPECT_EQ(out.lastTradeId, 77U);
    ASSERT_TRUE(decode(binanceTrade(78, "61837.63", "0.02", false)));
    EXPECT_EQ(out.aggressor, Side::Buy);
}

TEST_F(Binance, oldSpotTradesCarryOrderIdsUnderTheNamesOfLevels)
{
    ASSERT_TRUE(
        decode(R"({"e":"trade","E":1,"s":"BTCUSDT","t":5,"p":"1.5","q":"2","b":88,"a":50,"T":1,"m":true})")
    );
    EXPECT_EQ(out.kind, Kind::Trade);
    EXPECT_TRUE(out.bids.empty());
}

TEST_F(Binance, bundledTradesKeepTheirRange)
{
    ASSERT_TRUE(
        decode(R"({"e":"aggTrade","E":1,"s":"BTCUSDT","a":9,"p":"1.5","q":"2","f":5,"l":8,"T":1,"m":false})")
    );
    EXPECT_EQ(out.kind, Kind::TradeBundle);
    EXPECT_EQ(out.firstTradeId, 5U);
    EXPECT_EQ(out.lastTradeId, 8U);
}

TEST_F(Binance, tradesThatWereNoneOfTheMarketAreLeftOut)
{
    const std::string text = R"({"e":"trade","s":"BTCUSDT","t":5,"p":"1.5","q":"2","m":true,"X":")";
    ASSERT_TRUE(decode(text + "MARKET\"}", "BINANCE_FUTURES"));
    EXPECT_EQ(out.kind, Kind::Trade);
    ASSERT_TRUE(decode(text + "INSURANCE_FUND\"}", "BINANCE_FUTURES"));
    EXPECT_EQ(out.kind, Kind::Other);
    EXPECT_EQ(out.symbol, "BTCUSDT") << "still a message of its symbol";
}

TEST_F(Binance, snapshotsTakeTheirSymbolFromTheUrlWhereTheyHaveNone)
{
    auto const text = binanceSnapshot(12, {{"10.5", "1"}}, {{"10.6", "2"}});
    ASSERT_TRUE(decode(text, "BINANCE", "https://api.binance.com/api/v3/depth?symbol=NKNUSDT&limit=1000"));
    EXPECT_EQ(out.kind, Kind::Snapshot);
    EXPECT_EQ(out.symbol, "NKNUSDT");
    EXPECT_EQ(out.span.last, 12U);
    ASSERT_TRUE(decode(text));
    EXPECT_TRUE(out.symbol.empty());
    ASSERT_TRUE(decode(text, "BINANCE", "https://host/depth?limit=5&symbol=A"));
    EXPECT_EQ(out.symbol, "A");
    ASSERT_TRUE(decode(text, "BINANCE", "https://host/depth?notsymbol=B"));
    EXPECT_TRUE(out.symbol.empty());
}

TEST_F(Binance, tickersAndAnswersAreOther)
{
    ASSERT_TRUE(decode(R"({"u":5,"s":"BTCUSDT","b":"1.0","B":"2","a":"1.1","A":"3"})"));
    EXPECT_EQ(out.kind, Kind::Other);
    EXPECT_EQ(out.symbol, "BTCUSDT");
    ASSERT_TRUE(decode(R"({"result":null,"id":1})"));
    EXPECT_EQ(out.kind, Kind::Other);
    EXPECT_TRUE(out.symbol.empty());
    ASSERT_TRUE(
        decode(R"({"e":"24hrTicker","s":"BTCUSDT","p":"-3.5","l":"1.0","q":"5","b":"1","a":"2","x":[{}]})")
    );
    EXPECT_EQ(out.kind, Kind::Other);
}

TEST_F(Binance, malformedMessagesAreRefused)
{
    const std::string good = binanceDelta(5, 9, 0, {{"1.5", "2"}}, {{"1.6", "3"}});
    for (std::size_t cut = 1; cut < good.size(); ++cut) {
        auto const read = decode(std::string_view(good).substr(0, cut));
        ASSERT_FALSE(read) << good.substr(0, cut);
        ASSERT_EQ(read.error().code, ErrorCode::JsonMalformed);
    }
    for (char const* text : {
             "",
             "[]",
             "7",
             "{}}",
             "{\"e\":\"trade\",}",
             "{\"a\" 1}",
             "{\"u\":5,\"b\":tru}",
             "{\"E\":12x}",
             R"({"e":"depthUpdate","U":1,"u":2,"b":[["1","2"]["3","4"]],"a":[]})",
             R"({"e":"depthUpdate","U":1,"u":2,"b":[["1"]],"a":[]})",
             R"({"e":"depthUpdate","U":1,"u":2,"b":[[1.5,"2"]],"a":[]})",
             R"({"e":"depthUpdate","U":1,"u":2,"b":[["1,5","2"]],"a":[]})",
             R"({"e":"depthUpdate","U":1,"u":2,"b":[["1e5","2"]],"a":[]})",
             R"({"e":"depthUpdate","U":1,"u":2,"b":[["","2"]],"a":[]})",
         }) {
        EXPECT_FALSE(decode(text)) << text;
    }
}

TEST_F(Binance, incompleteMessagesSayWhatIsMissing)
{
    for (char const* text : {
             R"({"e":"depthUpdate","s":"X","u":2,"b":[],"a":[]})",
             R"({"e":"depthUpdate","s":"X","U":1,"u":2,"b":[]})",
             R"({"e":"depthUpdate","s":"X","U":3,"u":2,"b":[],"a":[]})",
             R"({"e":"trade","s":"X","p":"1","m":true})",
             R"({"lastUpdateId":5,"bids":[]})",
         }) {
        auto const read = decode(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, ErrorCode::MessageIncomplete) << text;
        EXPECT_NE(read.error().detail.find("expected"), std::string::npos) << text;
    }
}

TEST_F(Binance, exchangeInfoTellsTickAndLot)
{
    ASSERT_TRUE(decode(readFile(fixture("binance_exchange_info.json"))));
    ASSERT_EQ(batch.instruments.size(), 2U);
    auto const btc = makeInstrument("BINANCE", batch.instruments[0], nullptr);
    ASSERT_TRUE(btc) << btc.error().message();
    EXPECT_EQ(btc->base.view(), "BTC");
    EXPECT_EQ(btc->quote.view(), "USDT");
    EXPECT_EQ(btc->priceScale, 8);
    EXPECT_EQ(btc->qtyScale, 8);
    EXPECT_EQ(btc->tickSize, Price(1'000'000));
    EXPECT_EQ(btc->lotSize, Qty(1'000));
    EXPECT_EQ(btc->maxQty, Qty(900'000'000'000));
    EXPECT_EQ(formatTrimmed(btc->minNotional.value, amountScale), "5");
    auto const pepe = makeInstrument("BINANCE", batch.instruments[1], nullptr);
    ASSERT_TRUE(pepe) << pepe.error().message();
    EXPECT_EQ(pepe->qtyScale, 0) << "its sizes would not fit with eight decimals";
    EXPECT_EQ(pepe->priceDecimals(), 8);
}

TEST_F(Binance, coinMarginedInstrumentsAreInverse)
{
    ASSERT_TRUE(decode(
        R"({"symbols":[{"symbol":"BTCUSD_PERP","pair":"BTCUSD","contractSize":100,"baseAsset":"BTC",
        "quoteAsset":"USD","pricePrecision":1,"quantityPrecision":0,"filters":[{"minPrice":"1000","tickSize":"0.1",
        "filterType":"PRICE_FILTER"},{"stepSize":"1","filterType":"LOT_SIZE","maxQty":"1000000","minQty":"1"}]}]})",
        "BINANCE_DELIVERY"
    ));
    ASSERT_EQ(batch.instruments.size(), 1U);
    auto const made = makeInstrument("BINANCE_DELIVERY", batch.instruments[0], nullptr);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->kind, ContractKind::Inverse);
    EXPECT_EQ(made->contractValue, 100);
    EXPECT_EQ(made->tickSize, Price(1));
    EXPECT_EQ(made->settleAsset().view(), "BTC");
}

TEST(BinanceTerms, symbolsComeApart)
{
    auto const terms = [](char const* venue, char const* symbol) {
        return binanceTerms(*Venues().find(venue), symbol);
    };
    EXPECT_EQ(terms("BINANCE", "BTCUSDT").base, "BTC");
    EXPECT_EQ(terms("BINANCE", "BTCUSDT").quote, "USDT");
    EXPECT_EQ(terms("BINANCE", "BTCFDUSD").quote, "FDUSD");
    EXPECT_EQ(terms("BINANCE", "RUNEEUR").base, "RUNE");
    EXPECT_EQ(terms("BINANCE", "ODD").base, "ODD");
    EXPECT_EQ(terms("BINANCE", "USDT").base, "USDT") << "a base may not be empty";
    auto const perp = terms("BINANCE_DELIVERY", "BTCUSD_PERP");
    EXPECT_EQ(perp.base, "BTC");
    EXPECT_EQ(perp.quote, "USD");
    EXPECT_EQ(perp.kind, ContractKind::Inverse);
    EXPECT_EQ(perp.contractValue, 100);
    EXPECT_EQ(terms("BINANCE_DELIVERY", "ETHUSD_PERP").contractValue, 10);
    EXPECT_EQ(terms("BINANCE_FUTURES", "BTCUSDT_240927").kind, ContractKind::Linear);
    EXPECT_EQ(canonicalName(terms("BINANCE", "BTCUSDT")), "BTC-USDT");
    EXPECT_EQ(canonicalName(terms("BINANCE_FUTURES", "BTCUSDT")), "BTC-USDT-PERP");
    EXPECT_EQ(canonicalName(terms("BINANCE_DELIVERY", "BTCUSD_240927")), "BTC-USD-20240927");
    EXPECT_EQ(canonicalName(terms("BINANCE_DELIVERY", "ETHUSD_PERP")), "ETH-USD-PERP");
    EXPECT_EQ(canonicalName(terms("BINANCE_US", "BNBUSD")), "BNB-USD");
    EXPECT_EQ(canonicalName(terms("BINANCE_US", "BTCBUSD")), "BTC-BUSD");
}

TEST(BinanceHosts, tellTheVenue)
{
    const Venues venues;
    EXPECT_EQ(venues.findUrl("wss://stream.binance.com/x")->id, "BINANCE");
    EXPECT_EQ(venues.findUrl("wss://fapi.binance.com/x")->id, "BINANCE_FUTURES");
    EXPECT_EQ(venues.findUrl("wss://dstream.binance.com/x")->id, "BINANCE_DELIVERY");
    EXPECT_EQ(venues.findUrl("wss://api.binance.us/x")->id, "BINANCE_US");
    EXPECT_EQ(venues.findUrl("wss://stream-cloud.trbinance.com/x")->id, "BINANCE_TR");
    EXPECT_EQ(venues.findUrl("https://example.com"), nullptr);
    EXPECT_EQ(venues.open("NOWHERE"), nullptr);
}

TEST(BinanceRecognition, goesByTheFields)
{
    PaddedCopy copy;
    auto const venue = [&](std::string const& text) {
        const auto guess = recogniseBinance(copy.assign(text));
        return guess ? guess->venue + (guess->sure ? "" : "?") : std::string("none");
    };
    EXPECT_EQ(venue(binanceDelta(1, 2, 0, {}, {})), "BINANCE");
    EXPECT_EQ(venue(binanceDelta(1, 2, 1, {}, {})), "BINANCE_FUTURES");
    EXPECT_EQ(
        venue(R"({"e":"depthUpdate","s":"BTCUSD_PERP","ps":"BTCUSD","U":1,"u":2,"pu":1,"b":[],"a":[]})"),
        "BINANCE_DELIVERY"
    );
    EXPECT_EQ(venue(binanceTrade(1, "1", "1", true)), "BINANCE?");
    EXPECT_EQ(venue(binanceSnapshot(1, {}, {})), "BINANCE?");
    EXPECT_EQ(venue(R"({"channel":"l2Book","data":{"coin":"BTC"}})"), "none");
    EXPECT_EQ(venue("{"), "none");
}

TEST(UsualStep, isOfTheKindsThatExchangesUse)
{
    EXPECT_EQ(usualStep(10, 10), 10);
    EXPECT_EQ(usualStep(300, 300), 100);
    EXPECT_EQ(usualStep(75, 75), 25);
    EXPECT_EQ(usualStep(50, 25), 25);
    EXPECT_EQ(usualStep(50, 10), 10);
    EXPECT_EQ(usualStep(20, 20), 20);
    EXPECT_EQ(usualStep(7, 7), 1);
}

TEST(StepCheck, dividesWithoutDividing)
{
    for (const std::int64_t step : {1, 2, 3, 5, 8, 10, 25, 1'000, 1'000'000, 999'983}) {
        const StepCheck check(step);
        for (std::int64_t n = 0; n < 3'000; ++n) {
            ASSERT_EQ(check.divides(n), n % step == 0) << n << " by " << step;
            const std::int64_t big = n * 1'234'567'891'011;
            ASSERT_EQ(check.divides(big), big % step == 0) << big << " by " << step;
            ASSERT_TRUE(check.divides(n * step));
        }
    }
}
