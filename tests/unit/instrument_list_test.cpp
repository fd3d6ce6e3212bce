// Lists that tell who is listed and little of steps: what becomes of an entry, and what is said of an answer
// that is none.

#include "engine/market/instrument_terms.h"
#include "engine/venue/venues.h"
#include "tests/support/capture_files.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace qob {
namespace {

constexpr auto upbitUrl = "https://api.upbit.com/v1/market/all";
constexpr auto bithumbUrl = "https://api.bithumb.com/v1/market/all";
constexpr auto bitflyerUrl = "https://api.bitflyer.com/v1/getmarkets";
constexpr auto bitfinexUrl = "https://api-pub.bitfinex.com/v2/conf/pub:info:pair,pub:info:pair:futures";
constexpr auto minimumsUrl = "https://api.independentreserve.com/Public/GetOrderMinimumVolumes";
constexpr auto coinsUrl = "https://api.independentreserve.com/Public/GetPrimaryCurrencyConfig2";

constexpr auto coins =
    R"([{"Currency":"Xbt","IsTradeEnabled":true,"DecimalPlaces":{"OrderPrimaryCurrency":8,"OrderSecondaryCurrency":2}},)"
    R"({"Currency":"Sol","IsTradeEnabled":false,"DecimalPlaces":{"OrderPrimaryCurrency":5,"OrderSecondaryCurrency":4}}])";

// Answers to a venue's requests, one after the other.
class Answers {
public:
    explicit Answers(std::string_view venue) : m_feed(Venues().open(venue)) {}

    Expected<void> read(std::string_view url, std::string const& text)
    {
        return m_feed->decode(m_copy.assign(text), url, m_batch);
    }

    // What went wrong, in words; empty: nothing.
    std::string refusal(std::string_view url, std::string const& text)
    {
        auto const done = read(url, text);
        return done ? std::string() : done.error().message();
    }

    [[nodiscard]] InstrumentTerms const& of(std::string_view symbol) const
    {
        auto const& all = m_batch.instruments;
        auto const found =
            std::find_if(all.begin(), all.end(), [&](auto const& terms) { return terms.symbol == symbol; });
        static const InstrumentTerms none;
        EXPECT_NE(found, all.end()) << symbol;
        return found == all.end() ? none : *found;
    }

    [[nodiscard]] std::size_t size() const { return m_batch.instruments.size(); }

private:
    std::unique_ptr<VenueFeed> m_feed;
    PaddedCopy m_copy;
    FeedBatch m_batch;
};

bool tellsNoStep(InstrumentTerms const& terms)
{
    return terms.tickSize.empty() && terms.lotSize.empty();
}

TEST(InstrumentList, UpbitAndBithumbSayWhoIsListed)
{
    for (auto const& [venue, url] : {std::pair{"UPBIT", upbitUrl}, std::pair{"BITHUMB", bithumbUrl}}) {
        Answers answers(venue);
        ASSERT_TRUE(answers.read(
            url,
            R"([{"market":"KRW-BTC","korean_name":"비트코인","english_name":"Bitcoin","market_warning":"CAUTION"},)"
            R"({"market":"USDT-ETH","korean_name":"이더리움","english_name":"Ethereum"}])"
        ));
        EXPECT_EQ(canonicalName(answers.of("KRW-BTC")), "BTC-KRW");
        EXPECT_EQ(canonicalName(answers.of("USDT-ETH")), "ETH-USDT");
        EXPECT_TRUE(answers.of("KRW-BTC").trading) << "a warning stops nobody";
        EXPECT_TRUE(tellsNoStep(answers.of("KRW-BTC")));
        EXPECT_EQ(answers.size(), 2U);
    }
}

TEST(InstrumentList, BitflyerSaysWhoIsListed)
{
    Answers answers("BITFLYER");
    ASSERT_TRUE(answers.read(
        bitflyerUrl,
        R"([{"product_code":"ETH_BTC","market_type":"Spot"},{"product_code":"FX_BTC_JPY","market_type":"FX"},)"
        R"({"product_code":"BTCJPY24DEC2021","alias":"BTCJPY_MAT2WK","market_type":"Futures"}])"
    ));
    EXPECT_EQ(canonicalName(answers.of("ETH_BTC")), "ETH-BTC");
    EXPECT_EQ(canonicalName(answers.of("FX_BTC_JPY")), "BTC-JPY-PERP");
    EXPECT_EQ(canonicalName(answers.of("BTCJPY24DEC2021")), "BTC-JPY-20211224");
    EXPECT_TRUE(tellsNoStep(answers.of("FX_BTC_JPY")));
    ASSERT_TRUE(answers.read("https://api.bitflyer.com/v1/getmarkets/eu", "[]")) << "a region without any";
    EXPECT_EQ(answers.size(), 0U);
}

TEST(InstrumentList, BitfinexTellsTheLeastAndTheMostOfAnOrder)
{
    Answers answers("BITFINEX");
    ASSERT_TRUE(answers.read(
        bitfinexUrl,
        R"([[["BTCUSD",[null,null,null,"0.00004","2000.0",null,null,null,0.1,0.05,null,null]],)"
        R"(["DUSK:UST",[null,null,null,2,1e5]],null,["SHORT"]],)"
        R"([["BTCF0:USTF0",[null,null,null,"0.00004","100.0"]]]])"
    ));
    EXPECT_EQ(answers.size(), 3U) << "what is no pair is left out";
    EXPECT_EQ(canonicalName(answers.of("tBTCUSD")), "BTC-USD");
    EXPECT_EQ(canonicalName(answers.of("tDUSK:UST")), "DUSK-USDT");
    EXPECT_EQ(canonicalName(answers.of("tBTCF0:USTF0")), "BTC-USDT-PERP");
    EXPECT_EQ(answers.of("tBTCUSD").minQty, "0.00004");
    EXPECT_EQ(answers.of("tBTCUSD").maxQty, "2000");
    EXPECT_EQ(answers.of("tDUSK:UST").minQty, "2");
    EXPECT_EQ(answers.of("tDUSK:UST").maxQty, "100000");
    EXPECT_TRUE(tellsNoStep(answers.of("tBTCUSD"))) << "five digits that count are no tick";
}

TEST(InstrumentList, IndependentReserveTellsTheStepsOfACoinInEachCurrency)
{
    Answers answers("INDEPENDENT_RESERVE");
    ASSERT_TRUE(answers.read(minimumsUrl, R"({"Xbt":0.0001,"Sol":0.01,"Old":null})"));
    EXPECT_EQ(answers.size(), 0U);
    ASSERT_TRUE(answers.read(coinsUrl, coins));
    EXPECT_EQ(answers.size(), 8U) << "two coins, four currencies";
    EXPECT_EQ(canonicalName(answers.of("XBT-AUD")), "BTC-AUD");
    EXPECT_EQ(canonicalName(answers.of("SOL-SGD")), "SOL-SGD");
    EXPECT_EQ(answers.of("XBT-NZD").tickSize, "0.01");
    EXPECT_EQ(answers.of("XBT-NZD").lotSize, "0.00000001");
    EXPECT_EQ(answers.of("XBT-NZD").minQty, "0.0001");
    EXPECT_TRUE(answers.of("XBT-NZD").trading);
    EXPECT_EQ(answers.of("SOL-USD").tickSize, "0.0001");
    EXPECT_EQ(answers.of("SOL-USD").minQty, "0.01");
    EXPECT_FALSE(answers.of("SOL-USD").trading);
}

TEST(InstrumentList, IndependentReservesCoinsDoWithoutTheirLeastVolumes)
{
    Answers answers("INDEPENDENT_RESERVE");
    ASSERT_TRUE(answers.read(coinsUrl, coins));
    EXPECT_EQ(answers.of("XBT-AUD").minQty, "");
    EXPECT_EQ(answers.of("XBT-AUD").tickSize, "0.01");
}

// An instrument of what Bitfinex tells: scales and steps as the book is written, bounds as told.
TEST(InstrumentList, BoundsHoldWhereStepsAreInferred)
{
    Answers answers("BITFINEX");
    ASSERT_TRUE(answers.read(bitfinexUrl, R"([[["BTCUSD",[null,null,null,"0.5","2000.0"]]]])"));
    FeedMessage book;
    book.bids.push_back({{100, 0}, {15, 1}});
    book.asks.push_back({{101, 0}, {3, 0}});
    auto terms = answers.of("tBTCUSD");
    terms.shortNumbers = true;
    auto const made = makeInstrument("BITFINEX", terms, &book);
    ASSERT_TRUE(made) << made.error().message();
    EXPECT_EQ(made->qtyText(made->minQty), "0.5");
    EXPECT_EQ(made->qtyText(made->maxQty), "2000");
    EXPECT_EQ(made->priceText(made->tickSize), "1");
}

std::string worth(std::string_view venue, InstrumentTerms const& terms, std::int64_t price, std::int64_t qty)
{
    auto const made = makeInstrument(venue, terms, nullptr);
    EXPECT_TRUE(made) << made.error().message();
    auto const units = [](std::int64_t millis, int scale) {
        return scale >= 3 ? millis * pow10(scale - 3) : millis / pow10(3 - scale);
    };
    const Amount amount =
        notional(*made, Price(units(price, made->priceScale)), Qty(units(qty, made->qtyScale)));
    return formatTrimmed(amount.value, amountScale) + " " + std::string(made->settleAsset().view());
}

// Prices and sizes in thousandths. An option at 0.05 costs 0.05 of a coin for each coin it is of.
TEST(InstrumentList, OptionsPricedInCoinsAreWorthCoins)
{
    Answers deribit("DERIBIT");
    ASSERT_TRUE(deribit.read(
        "https://www.deribit.com/api/v2/public/get_instruments?currency=any&expired=false",
        R"({"result":[{"tick_size":5e-4,"quote_currency":"BTC","min_trade_amount":0.1,"kind":"option",)"
        R"("is_active":true,"instrument_name":"BTC-25DEC26-90000-C","contract_size":1.0},)"
        R"({"tick_size":5.0,"quote_currency":"USDC","min_trade_amount":0.01,"kind":"option",)"
        R"("is_active":true,"instrument_name":"BTC_USDC-25DEC26-90000-C","contract_size":1.0}]})"
    ));
    EXPECT_EQ(worth("DERIBIT", deribit.of("BTC-25DEC26-90000-C"), 50, 1000), "0.05 BTC");
    EXPECT_EQ(worth("DERIBIT", deribit.of("BTC_USDC-25DEC26-90000-C"), 1'500'000, 1000), "1500 USDC");

    Answers okx("OKX");
    ASSERT_TRUE(okx.read(
        "https://www.okx.com/api/v5/public/instruments?instType=OPTION&instFamily=BTC-USD",
        R"({"code":"0","data":[{"instId":"BTC-USD-261225-90000-C","ctVal":"1","ctMult":"0.01","ctValCcy":"BTC",)"
        R"("lotSz":"1","minSz":"1","tickSz":"0.0005","state":"live","settleCcy":"BTC"}]})"
    ));
    auto const& option = okx.of("BTC-USD-261225-90000-C");
    EXPECT_EQ(canonicalName(option), "BTC-USD-20261225-90000-C");
    EXPECT_EQ(worth("OKX", option, 50, 1000), "0.0005 BTC") << "a contract is a hundredth of a coin";
}

TEST(InstrumentList, BybitTellsTheDayOfADelivery)
{
    Answers answers("BYBIT");
    ASSERT_TRUE(answers.read(
        "https://api.bybit.com/v5/market/instruments-info?category=inverse&limit=1000",
        R"({"retCode":0,"result":{"category":"inverse","list":[{"symbol":"BTCUSDZ26","contractType":"InverseFutures",)"
        R"("status":"Trading","baseCoin":"BTC","quoteCoin":"USD","deliveryTime":"1798185600000"},)"
        R"({"symbol":"BTCUSD","contractType":"InversePerpetual","status":"Trading","baseCoin":"BTC",)"
        R"("quoteCoin":"USD","deliveryTime":"0"},)"
        R"({"symbol":"SLERFUSD","contractType":"InversePerpetual","status":"Trading","baseCoin":"SLERF",)"
        R"("quoteCoin":"USD","deliveryTime":"1700000000000"},)"
        R"({"symbol":"ETHUSDZ99","contractType":"InverseFutures","status":"Trading","baseCoin":"ETH",)"
        R"("quoteCoin":"USD","deliveryTime":"9223372036854775807"}]}})"
    ));
    EXPECT_EQ(canonicalName(answers.of("SLERFUSD")), "SLERF-USD-PERP"); // to be delisted then
    EXPECT_TRUE(answers.of("ETHUSDZ99").kind == ContractKind::Inverse); // a number that is no time
    EXPECT_EQ(canonicalName(answers.of("BTCUSDZ26")), "BTC-USD-20261225");
    EXPECT_EQ(answers.of("BTCUSDZ26").kind, ContractKind::Inverse);
    EXPECT_EQ(canonicalName(answers.of("BTCUSD")), "BTC-USD-PERP");
}

// Names that may be cut at more than one place.
TEST(InstrumentList, AListThatTellsBaseAndQuoteIsBelieved)
{
    struct Case {
        char const* venue;
        char const* url;
        char const* answer;
        char const* symbol;
        char const* name;
    };

    const std::vector<Case> cases{
        {"GEMINI",
         "https://api.gemini.com/v1/symbols/details/abcgusd",
         R"({"symbol":"ABCGUSD","base_currency":"ABCG","quote_currency":"USD","status":"open"})",
         "ABCGUSD",
         "ABCG-USD"},
        {"HITBTC",
         "https://api.hitbtc.com/api/3/public/symbol",
         R"({"BTCTUSD":{"type":"spot","base_currency":"BTC","quote_currency":"TUSD","status":"working"}})",
         "BTCTUSD",
         "BTC-TUSD"},
        {"KRAKEN_FUTURES",
         "https://futures.kraken.com/derivatives/api/v3/instruments",
         R"({"instruments":[{"symbol":"PF_XBTUSD","type":"flexible_futures","base":"BTC","quote":"USD",)"
         R"("tickSize":1,"contractSize":1,"tradeable":true},{"symbol":"PF_BTCTUSD","type":"flexible_futures",)"
         R"("base":"BTC","quote":"TUSD","tickSize":1,"contractSize":1,"tradeable":true}]})",
         "PF_BTCTUSD",
         "BTC-TUSD-PERP"},
        {"DELTA",
         "https://api.delta.exchange/v2/products",
         R"({"result":[{"symbol":"BTCTUSD","contract_value":"1","underlying_asset":{"symbol":"BTC"},)"
         R"("quoting_asset":{"symbol":"TUSD"},"settling_asset":{"symbol":"TUSD"}}]})",
         "BTCTUSD",
         "BTC-TUSD-PERP"},
        {"BITSTAMP",
         "https://www.bitstamp.net/api/v2/trading-pairs-info/",
         R"([{"trading":"Enabled","base_decimals":8,"url_symbol":"rlusdeur","name":"RLUSD\/EUR",)"
         R"("minimum_order":"10.0 EUR","counter_decimals":2},{"trading":"Enabled","base_decimals":8,)"
         R"("url_symbol":"btcrlusd","name":"BTC/RLUSD","minimum_order":"10 RLUSD","counter_decimals":0}])",
         "btcrlusd",
         "BTC-RLUSD"},
    };
    for (auto const& [venue, url, answer, symbol, name] : cases) {
        Answers answers(venue);
        ASSERT_TRUE(answers.read(url, answer)) << venue;
        EXPECT_EQ(canonicalName(answers.of(symbol)), name) << venue;
    }
}

TEST(InstrumentList, WhatIsNoListIsRefusedInWords)
{
    struct Refused {
        char const* venue;
        char const* url;
        char const* answer;
        char const* words;
    };

    const std::vector<Refused> cases{
        {"UPBIT", upbitUrl, R"({"error":{"name":404,"message":"no"}})", "entries with the field market"},
        {"UPBIT", upbitUrl, R"([{"code":"KRW-BTC"},5])", "UPBIT: a list of instruments"},
        {"UPBIT", upbitUrl, R"("closed")", "not valid JSON"},
        {"BITHUMB", bithumbUrl, R"({"status":"5600","message":"no"})", "BITHUMB: a list of instruments"},
        {"BITHUMB", bithumbUrl, "<html>", "JSON"},
        {"BITFLYER", bitflyerUrl, R"({"status":-500,"data":null})", "entries with the field product_code"},
        {"BITFINEX", bitfinexUrl, R"(["error",10020,"conf: invalid"])", R"(entries like ["BTCUSD",[...]])"},
        {"BITFINEX", bitfinexUrl, "[[],[]]", "BITFINEX: a list of instruments"},
        {"BITFINEX", bitfinexUrl, "{}", "BITFINEX: a list of instruments"},
        {"INDEPENDENT_RESERVE", minimumsUrl, R"({"Message":"no"})", "a number for each coin"},
        {"INDEPENDENT_RESERVE", minimumsUrl, "[]", "a number for each coin"},
        {"INDEPENDENT_RESERVE", coinsUrl, R"([{"Code":"Xbt"}])", "entries with the field Currency"},
        {"INDEPENDENT_RESERVE", coinsUrl, R"(["Xbt"])", "entries with the field Currency"},
        // Those with a form that names deeper places.
        {"DYDX", "https://indexer.dydx.trade/v4/perpetualMarkets", R"({"markets":{}})", "for each symbol"},
        {"BYBIT",
         "https://api.bybit.com/v5/market/instruments-info?category=linear",
         R"({"retCode":10001,"retMsg":"no","result":{}})",
         "entries with the field symbol"},
        {"GEMINI", "https://api.gemini.com/v1/symbols/details/x", R"({"result":"error"})", "field symbol"},
    };
    for (auto const& [venue, url, answer, words] : cases) {
        auto const said = Answers(venue).refusal(url, answer);
        EXPECT_NE(said.find(words), std::string::npos) << venue << " " << answer << " -> '" << said << "'";
    }
}

} // namespace
} // namespace qob
