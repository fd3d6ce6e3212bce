// What every venue must do, by scripts of messages: tests/fixtures/venues/*.txt. A script names its venues; a
// line is
//   url URL          the next message, read or refused, is the answer to this request
//   < TEXT, x HEX    a message that must be read
//   ! TEXT, !x HEX   one that must be refused
//   answer TEXT      what the last message wants to be answered with
//   = SYMBOL STATE gaps=N bad=N [ok=N] [| bids | asks]     the book, best first, as PRICExSIZE
//   ~ SYMBOL SIDE PRICE SIZE                               the last trade
//   s SYMBOL [mark=N] [index=N] [funding=N] [oi=N] [next=SECONDS]   statistics in the last message
//   l SYMBOL SIDE PRICE SIZE                               a liquidation in the last message
//   n COUNT                                                how many entries of the last list are instruments
//   i SYMBOL KIND tick=N lot=N [min=N] [value=N] [contract=N] [settle=A] [halted]   an entry of the last list

#include "engine/live/live_plan.h"
#include "engine/market/feed_book.h"
#include "engine/market/feed_statistics.h"
#include "engine/venue/venues.h"
#include "engine/wire/frame_unpacker.h"
#include "tests/support/capture_files.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace qob;
using namespace qob::test;

namespace {

struct Script {
    std::string name;
    std::vector<std::string> venues;
    std::vector<std::string> lines;
};

std::vector<Script> scripts()
{
    std::vector<Script> all;
    std::set<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator(fixture("venues"))) {
        files.insert(entry.path());
    }
    for (auto const& path : files) {
        Script script{path.stem(), {}, {}};
        std::ifstream file(path);
        for (std::string line; std::getline(file, line);) {
            if (line.starts_with("venues ")) {
                std::istringstream words(line.substr(7));
                for (std::string word; words >> word;) {
                    script.venues.push_back(word);
                }
            } else {
                script.lines.push_back(line);
            }
        }
        all.push_back(std::move(script));
    }
    return all;
}

std::string fromHex(std::string_view hex)
{
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes.push_back(static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
    }
    return bytes;
}

std::string_view stateWord(FeedState state)
{
    return state == FeedState::Live ? "live" : state == FeedState::Stale ? "stale" : "awaiting";
}

// One venue and its books.
class Stage {
public:
    explicit Stage(VenueSpec const& spec) : m_spec(spec), m_feed(spec.makeFeed(spec)) {}

    void run(Script const& script)
    {
        for (auto const& line : script.lines) {
            SCOPED_TRACE(std::string(m_spec.id) + ": " + line);
            step(line);
        }
    }

private:
    void step(std::string const& line)
    {
        if (line.starts_with("url ")) {
            m_url = line.substr(4);
        } else if (line.starts_with("< ")) {
            message(line.substr(2));
            cutOff(line.substr(2));
            m_url.clear();
        } else if (line.starts_with("x ")) {
            message(fromHex(line.substr(2)));
        } else if (line.starts_with("!x ")) {
            EXPECT_FALSE(m_feed->decode(m_copy.assign(fromHex(line.substr(3))), {}, m_batch));
        } else if (line.starts_with("! ")) {
            auto const read = m_spec.makeFeed(m_spec)->decode(m_copy.assign(line.substr(2)), m_url, m_batch);
            auto const again = m_feed->decode(m_copy.assign(line.substr(2)), m_url, m_batch);
            m_url.clear();
            EXPECT_TRUE(!read || !again);
            EXPECT_FALSE((read ? again : read).error().message().empty());
        } else if (line.starts_with("answer ")) {
            EXPECT_EQ(m_batch.answer, line.substr(7));
        } else if (line.starts_with("= ")) {
            expectBook(line.substr(2));
        } else if (line.starts_with("~ ")) {
            EXPECT_EQ(m_lastTrade, line.substr(2));
        } else if (line.starts_with("s ") || line.starts_with("l ")) {
            std::set<std::string> said;
            for (std::size_t i = 0; i < m_batch.size(); ++i) {
                said.insert(statisticsText(m_batch[i]));
            }
            EXPECT_TRUE(said.contains(line)) << testing::PrintToString(said);
        } else if (line.starts_with("n ")) {
            EXPECT_EQ(std::to_string(m_batch.instruments.size()), line.substr(2));
        } else if (line.starts_with("i ")) {
            std::set<std::string> listed;
            for (auto const& terms : m_batch.instruments) {
                listed.insert(termsText(terms));
            }
            EXPECT_TRUE(listed.contains(line)) << testing::PrintToString(listed);
        }
    }

    static std::string statisticsText(FeedMessage const& message)
    {
        auto const amount = [](Amount value) {
            return formatTrimmed(value.value, amountScale);
        };
        auto const said = statisticsOf(message, {}, Timestamp(0));
        if (said.liquidation) {
            auto const& one = *said.liquidation;
            return "l " + std::string(message.symbol) + (one.side == Side::Buy ? " buy " : " sell ") +
                   amount(one.price) + " " + amount(one.qty);
        }
        std::string text = "s " + std::string(message.symbol);
        auto const add = [&](char const* name, std::optional<Amount> value) {
            text += value ? std::string(" ") + name + "=" + amount(*value) : "";
        };
        add("mark", said.markPrice);
        add("index", said.indexPrice);
        add("funding", said.fundingRate);
        add("oi", said.openInterest);
        if (said.nextFunding) {
            text += " next=" + std::to_string(said.nextFunding->value / seconds(1).value);
        }
        return text;
    }

    static std::string termsText(InstrumentTerms const& terms)
    {
        constexpr std::array kinds{"spot", "linear", "inverse", "quanto"};
        auto const named = [](char const* name, std::string const& value) {
            return value.empty() ? std::string() : std::string(" ") + name + "=" + value;
        };
        return "i " + terms.symbol + " " + kinds[static_cast<std::size_t>(terms.kind)] +
               named("tick", terms.tickSize) + named("lot", terms.lotSize) + named("min", terms.minQty) +
               named("value", terms.minNotional) +
               (terms.kind == ContractKind::Inverse ? " contract=" + std::to_string(terms.contractValue)
                                                    : named("contract", terms.contractSize)) +
               named("settle", terms.settle) + (terms.trading ? "" : " halted");
    }

    void message(std::string const& text)
    {
        auto const read = m_feed->decode(m_copy.assign(text), m_url, m_batch);
        ASSERT_TRUE(read) << read.error().message();
        EXPECT_EQ(m_batch.refused, "");
        for (auto const& terms : m_batch.instruments) {
            bookOf(terms.symbol).describe(terms);
        }
        if (m_batch.lost) {
            for (auto& [symbol, book] : m_books) {
                book.lose(*m_batch.lost, Timestamp(0), {"script", 0}, m_heard);
            }
        }
        for (std::size_t i = 0; i < m_batch.size(); ++i) {
            FeedMessage const& one = m_batch[i];
            if (one.symbol.empty()) {
                continue;
            }
            auto& book = bookOf(one.symbol);
            auto const before = m_heard.trades.size();
            book.onMessage(one, Timestamp(0), {"script", 0}, m_heard);
            if (m_heard.trades.size() > before) {
                remember(book, m_heard.trades.back());
            }
        }
    }

    // A message that breaks off anywhere is refused.
    void cutOff(std::string const& text)
    {
        if (text.size() < 5) {
            return;
        }
        auto const fresh = m_spec.makeFeed(m_spec);
        FeedBatch batch;
        for (std::size_t cut = 1; cut < text.size(); ++cut) {
            PaddedCopy copy;
            ASSERT_FALSE(fresh->decode(copy.assign(text.substr(0, cut)), m_url, batch))
                << text.substr(0, cut);
        }
    }

    FeedBook& bookOf(std::string_view symbol)
    {
        auto found = m_books.find(symbol);
        if (found == m_books.end()) {
            FeedBook book(InstrumentId(1), m_spec, m_feed->termsOf(symbol));
            found = m_books.emplace(std::string(symbol), std::move(book)).first;
        }
        return found->second;
    }

    void remember(FeedBook const& book, Trade const& trade)
    {
        auto const& instrument = *book.instrument();
        m_lastTrade = book.symbol() + " " +
                      (trade.aggressor == Side::Buy    ? "buy"
                       : trade.aggressor == Side::Sell ? "sell"
                                                       : "none") +
                      " " + formatTrimmed(trade.price.value, instrument.priceScale) + " " +
                      formatTrimmed(trade.qty.value, instrument.qtyScale);
    }

    void expectBook(std::string const& wanted)
    {
        auto const symbol = wanted.substr(0, wanted.find(' '));
        auto const& book = bookOf(symbol);
        auto const status = book.status();
        std::string text = symbol + " " + std::string(stateWord(status.state)) +
                           " gaps=" + std::to_string(status.gaps) +
                           " bad=" + std::to_string(status.checksumsBad);
        if (wanted.find(" ok=") != std::string::npos) {
            text += " ok=" + std::to_string(status.checksumsOk);
        }
        if (wanted.find('|') != std::string::npos) {
            DepthView view;
            book.depth(10, view);
            text += " |" + levels(book, view.bids) + " |" + levels(book, view.asks);
        }
        EXPECT_EQ(text, wanted);
    }

    static std::string levels(FeedBook const& book, std::vector<PriceLevel> const& side)
    {
        std::string text;
        for (auto const& level : side) {
            text += " " + formatTrimmed(level.price.value, book.instrument()->priceScale) + "x" +
                    formatTrimmed(level.qty.value, book.instrument()->qtyScale);
        }
        return text;
    }

    VenueSpec const& m_spec;
    std::unique_ptr<VenueFeed> m_feed;
    std::map<std::string, FeedBook, std::less<>> m_books;
    HeardMarket m_heard;
    FeedBatch m_batch;
    PaddedCopy m_copy;
    std::string m_url;
    std::string m_lastTrade;
};

} // namespace

TEST(VenueContract, everyVenueDoesWhatItsScriptSays)
{
    const Venues venues;
    for (auto const& script : scripts()) {
        ASSERT_FALSE(script.venues.empty()) << script.name;
        for (auto const& id : script.venues) {
            auto const* const spec = venues.find(id);
            ASSERT_NE(spec, nullptr) << id;
            Stage(*spec).run(script);
        }
    }
}

TEST(VenueContract, noVenueIsWithoutAScript)
{
    std::set<std::string, std::less<>> scripted;
    for (auto const& script : scripts()) {
        scripted.insert(script.venues.begin(), script.venues.end());
    }
    for (auto const* spec : Venues().all()) {
        EXPECT_TRUE(scripted.contains(spec->id)) << spec->id;
    }
}

TEST(VenueContract, specsAreWhole)
{
    EXPECT_GE(Venues().all().size(), 30U);
    for (auto const* spec : Venues().all()) {
        SCOPED_TRACE(spec->id);
        EXPECT_EQ(Venues().find(spec->id), spec) << "its id is its own";
        EXPECT_FALSE(spec->name.empty());
        EXPECT_FALSE(spec->rule->words.empty());
        EXPECT_FALSE(spec->aggressor.empty());
        ASSERT_FALSE(spec->endpoints.empty());
        EXPECT_TRUE(spec->endpoints.front().url.starts_with("wss://"));
        ASSERT_FALSE(spec->forms.empty());
        EXPECT_EQ(spec->forms.front().channel, Channel::Book);
        EXPECT_FALSE(spec->instruments.empty()) << "who is listed";
        EXPECT_EQ(spec->source == BookSource::Rest, !spec->snapshot.url.empty());
        EXPECT_TRUE(spec->resyncEvery == Duration(0) || spec->source == BookSource::Rest);
        EXPECT_EQ(spec->source == BookSource::StreamRequest, !spec->snapshotFrame.empty());
        const std::vector<std::string> symbols{"BTC-USDT", "ETH-USDT"};
        for (auto const& form : spec->forms) {
            auto const many = std::span(symbols).first(form.symbolsPerFrame > 1 ? 2 : 1);
            for (auto const text : {form.frame, form.unsubscribe}) {
                auto const frame = fillFrame(text, form.item, {many, 7, Timestamp(1)});
                EXPECT_EQ(frame.find('$'), std::string::npos) << frame;
            }
        }
        EXPECT_EQ(fillFrame(spec->snapshot.url, {}, {symbols, 7, Timestamp(1)}).find('$'), std::string::npos);
    }
}

TEST(VenueContract, framesAreFilledIn)
{
    const Venues venues;
    const std::vector<std::string> two{"BTCUSDT", "ETHUSDT"};
    auto const& binance = venues.find("BINANCE")->forms.front();
    EXPECT_EQ(
        fillFrame(binance.frame, binance.item, {two, 3, Timestamp(0)}),
        R"({"method":"SUBSCRIBE","params":["btcusdt@depth@100ms","ethusdt@depth@100ms"],"id":3})"
    );
    const std::vector<std::string> pair{"XBT-AUD"};
    EXPECT_EQ(
        fillFrame(venues.find("INDEPENDENT_RESERVE")->snapshot.url, {}, {pair, 1, Timestamp(0)}),
        "https://api.independentreserve.com/Public/"
        "GetAllOrders?primaryCurrencyCode=xbt&secondaryCurrencyCode=aud"
    );
}

// A second request on a connection would end what the first one asked for.
TEST(VenueContract, oneRequestAsksUpbitAndBithumbForBooksAndTrades)
{
    const Venues venues;
    for (std::string const venue : {"UPBIT", "BITHUMB"}) {
        SCOPED_TRACE(venue);
        std::vector<LiveSymbol> wanted;
        for (int i = 0; i < 250; ++i) {
            wanted.push_back({venue, "KRW-A" + std::to_string(i)});
        }
        auto const& forms = venues.find(venue)->forms;
        ASSERT_EQ(forms.size(), 1U);
        for (auto const& plan : planConnections(wanted, venues)) {
            EXPECT_LE(plan.symbols.size(), static_cast<std::size_t>(forms.front().symbolsPerFrame));
        }
        const std::vector<std::string> two{"KRW-BTC", "KRW-ETH"};
        EXPECT_EQ(
            fillFrame(forms.front().frame, forms.front().item, {two, 3, Timestamp(0)}),
            R"([{"ticket":"qob-3"},{"type":"orderbook","codes":["KRW-BTC","KRW-ETH"]},)"
            R"({"type":"trade","codes":["KRW-BTC","KRW-ETH"],"isOnlyRealtime":true},{"format":"SIMPLE"}])"
        );
    }
}

// Not that of the message, which may tell trades of long ago.
TEST(VenueContract, aTradeOfHtxHasTheTimeItWasMade)
{
    FeedBatch batch;
    PaddedCopy copy;
    auto const feed = Venues().open("HUOBI_SWAP");
    ASSERT_TRUE(feed->decode(
        copy.assign(R"({"ch":"market.BTC-USDT.trade.detail","ts":1700000000000,"tick":{"data":[)"
                    R"({"amount":4,"ts":1699997660000,"id":4,"price":100,"direction":"buy"},)"
                    R"({"amount":4,"id":5,"price":100,"direction":"buy"}]}})"),
        {},
        batch
    ));
    std::vector<std::int64_t> times;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (batch[i].kind == FeedMessage::Kind::Trade) {
            times.push_back(batch[i].venueTime.value / milliseconds(1).value);
        }
    }
    EXPECT_EQ(times, (std::vector<std::int64_t>{1'699'997'660'000, 1'700'000'000'000}));
}

TEST(VenueContract, krakensOldSpellingIsTakenForTheOneOfItsStream)
{
    auto const symbols = parseLiveSymbols("KRAKEN:XBT/USD,KRAKEN:XDG/XBT,KRAKEN:ETH/USD", Venues());
    ASSERT_TRUE(symbols);
    EXPECT_EQ((*symbols)[0].symbol, "BTC/USD");
    EXPECT_EQ((*symbols)[1].symbol, "DOGE/BTC");
    EXPECT_EQ((*symbols)[2].symbol, "ETH/USD");
}

// HTX's /feed has deltas of books and nothing else.
TEST(VenueContract, htxIsAskedForBooksAndTradesWhereBothAre)
{
    const Venues venues;
    auto const& htx = *venues.find("HUOBI");
    EXPECT_TRUE(htx.endpoints.front().url.ends_with("/ws"));
    for (auto const& form : htx.forms) {
        EXPECT_EQ(form.frame.find(".mbp."), std::string_view::npos) << form.frame;
    }
}

TEST(VenueContract, symbolsGetTheirCanonicalNames)
{
    const std::vector<std::array<std::string, 3>> cases{
        {"ASCENDEX_FUTURES", "BTC-PERP", "BTC-USDT-PERP"},
        {"BITFINEX", "tBTCF0:USTF0", "BTC-USDT-PERP"},
        {"BITFINEX", "tBTCUST", "BTC-USDT"},
        {"BITFLYER", "FX_BTC_JPY", "BTC-JPY-PERP"},
        {"BITFLYER", "BTCJPY24DEC2021", "BTC-JPY-20211224"},
        {"BITMEX", "XBTUSD", "BTC-USD-PERP"},
        {"BITMEX", "XBTU21", "BTC-USD-202109"},
        {"BINANCE", "ARBBUSD", "ARB-BUSD"},
        {"BINANCE", "ETHBUSD", "ETH-BUSD"},
        {"BINANCE", "BTCTUSD", "BTC-TUSD"},
        {"BINANCE_US", "ARBUSD", "ARB-USD"},
        {"BINANCE_US", "BTCBUSD", "BTC-BUSD"},
        {"BITSTAMP", "btcusd", "BTC-USD"},
        {"BITSTAMP", "pythusd", "PYTH-USD"},
        {"DELTA", "ARBUSD", "ARB-USD-PERP"},
        {"GEMINI", "PAXGUSD", "PAXG-USD"},
        {"GEMINI", "BTCGUSDPERP", "BTC-GUSD-PERP"},
        {"HITBTC", "BNBUSD", "BNB-USD"},
        {"HUOBI", "ethhusd", "ETH-HUSD"},
        {"KRAKEN_FUTURES", "PF_ARBUSD", "ARB-USD-PERP"},
        {"PHEMEX", "PYTHUSD", "PYTH-USD-PERP"},
        {"BYBIT", "BTCUSDT", "BTC-USDT-PERP"},
        {"BYBIT", "BTCUSDZ26", "BTC-USD-202612"},
        {"BYBIT", "BTC-27SEP24", "BTC-USDC-20240927"},
        {"BYBIT", "BTCUSDT-27SEP24", "BTC-USDT-20240927"},
        {"BYBIT", "ETHPERP", "ETH-USDC-PERP"},
        {"BYBIT_SPOT", "BTCUSDT", "BTC-USDT"},
        {"COINBASE_ADVANCED", "BTC-PERP-INTX", "BTC-USDC-PERP"},
        {"COINBASE_ADVANCED", "BIT-31OCT26-CDE", "BIT-USD-20261031"},
        {"CRYPTO.COM", "BTCUSD-PERP", "BTC-USD-PERP"},
        {"DELTA", "C-ETH-3200-311221", "ETH-USD-20211231-3200-C"},
        {"DERIBIT", "BTC-PERPETUAL", "BTC-USD-PERP"},
        {"DERIBIT", "BTC-24SEP21-8000-P", "BTC-USD-20210924-8000-P"},
        {"DYDX", "BTC-USD", "BTC-USD-PERP"},
        {"GATEIO_FUTURES", "BTC_USDT", "BTC-USDT-PERP"},
        {"HUOBI", "btcusdt", "BTC-USDT"},
        {"HYPERLIQUID", "PURR/USDC", "PURR-USDC"},
        {"HYPERLIQUID", "@107", ""},
        {"HUOBI_SWAP", "BTC-USD", "BTC-USD-PERP"},
        {"KRAKEN", "XBT/USD", "BTC-USD"},
        {"KRAKEN_FUTURES", "FI_XBTUSD_240927", "BTC-USD-20240927"},
        {"OKX", "BTC-USDT-SWAP", "BTC-USDT-PERP"},
        {"OKX", "BTC-USD-240927", "BTC-USD-20240927"},
        {"PHEMEX", "sBTCUSDT", "BTC-USDT"},
        {"PHEMEX", "cETHUSD", "ETH-USD-PERP"},
        {"PHEMEX", "uBTCUSD", "BTC-USD-PERP"},
        {"PHEMEX", "s1INCHUSDT", "1INCH-USDT"},
        {"PHEMEX", "u1000SHIBUSD", "1000SHIB-USD-PERP"},
        {"UPBIT", "KRW-BTC", "BTC-KRW"},
        {"WOO", "PERP_BTC_USDT", "BTC-USDT-PERP"},
    };
    const Venues venues;
    for (auto const& [id, symbol, name] : cases) {
        auto const& spec = *venues.find(id);
        EXPECT_EQ(canonicalName(spec.termsOf(spec, symbol)), name) << id << " " << symbol;
    }
    auto const& bybit = *venues.find("BYBIT");
    EXPECT_EQ(bybit.termsOf(bybit, "BTCUSDZ26").kind, ContractKind::Inverse);
    EXPECT_EQ(bybit.endpointOf("BTCUSDZ26"), bybit.endpointOf("BTCUSD")) << "the stream of inverse contracts";
    EXPECT_NE(bybit.endpointOf("BTCUSDT"), bybit.endpointOf("BTCUSD"));
    auto const& okx = *venues.find("OKX");
    EXPECT_EQ(okx.termsOf(okx, "BTC-USD-SWAP").contractValue, 100) << "inverse: dollars a contract";
}

TEST(FrameUnpacker, unpacksGzipAndRefusesTheRest)
{
    FrameUnpacker unpacker(Packing::Gzip);
    PaddedCopy copy;
    auto const packed = gzipped(R"({"ping":1})");
    auto const text = unpacker.unpack(copy.assign(packed));
    ASSERT_TRUE(text);
    EXPECT_EQ(text->view(), R"({"ping":1})");
    for (std::size_t cut = 0; cut < packed.size(); ++cut) {
        EXPECT_EQ(
            unpacker.unpack(copy.assign(packed.substr(0, cut))).error().code, ErrorCode::FrameMalformed
        );
    }
}
