#include "engine/venue/binance/binance_feed.h"

#include "engine/venue/binance/binance_message.h"
#include "engine/venue/binance/binance_rules.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace qob {

namespace {

constexpr std::array dialects{
    BinanceDialect{"BINANCE", ContractKind::Spot, &binanceSpotRule},
    BinanceDialect{"BINANCE_FUTURES", ContractKind::Linear, &binanceFuturesRule},
    BinanceDialect{"BINANCE_DELIVERY", ContractKind::Inverse, &binanceFuturesRule},
    BinanceDialect{"BINANCE_US", ContractKind::Spot, &binanceSpotRule},
    BinanceDialect{"BINANCE_TR", ContractKind::Spot, &binanceSpotRule},
};

// The value of `symbol` in a URL's query; empty where there is none.
std::string_view symbolInUrl(std::string_view url)
{
    constexpr std::string_view name = "symbol=";
    for (auto at = url.find(name); at != std::string_view::npos; at = url.find(name, at + 1)) {
        if (at > 0 && (url[at - 1] == '?' || url[at - 1] == '&')) {
            auto const value = url.substr(at + name.size());
            return value.substr(0, value.find('&'));
        }
    }
    return {};
}

// `btcusdt@depth20`: the best twenty levels each time, no deltas.
bool isPartialDepth(std::string_view stream)
{
    constexpr std::string_view depth = "@depth";
    auto const at = stream.find(depth);
    return at != std::string_view::npos && at + depth.size() < stream.size() &&
           std::isdigit(static_cast<unsigned char>(stream[at + depth.size()])) != 0;
}

tl::unexpected<Error> incomplete(std::string_view what, std::string_view expected)
{
    return fail(
        ErrorCode::MessageIncomplete, std::string(what) + ": expected the fields " + std::string(expected)
    );
}

class BinanceFeed final : public VenueFeed {
public:
    explicit BinanceFeed(BinanceDialect const& dialect) : m_dialect(dialect) {}

    [[nodiscard]] std::string_view venue() const override { return m_dialect.venue; }

    [[nodiscard]] SyncRule const& syncRule() const override { return *m_dialect.rule; }

    Expected<void> decode(PaddedText message, std::string_view url, FeedMessage& out) override
    {
        out.clear();
        BinanceFields fields;
        if (auto read = readBinanceFields(m_parser, message, fields, out); !read) {
            return read;
        }
        out.symbol = !fields.s.empty() ? fields.s : !fields.symbol.empty() ? fields.symbol : symbolInUrl(url);
        constexpr std::uint64_t latest = 9'000'000'000'000; // ms; the year 2255
        if (fields.E && *fields.E < latest) {
            out.venueTime = Timestamp(milliseconds(static_cast<std::int64_t>(*fields.E)).value);
        }
        if (fields.e == "depthUpdate") {
            return readDelta(fields, out);
        }
        if (fields.e == "trade" || fields.e == "aggTrade") {
            return readTrade(fields, out);
        }
        if (fields.lastUpdateId && fields.stream.empty()) {
            return readSnapshot(fields, out);
        }
        if (fields.hasSymbols && fields.stream.empty()) {
            out.kind = FeedMessage::Kind::Instruments;
            setKinds(out.instruments);
        }
        return {};
    }

    [[nodiscard]] InstrumentTerms termsOf(std::string_view symbol) const override
    {
        return binanceTerms(m_dialect, symbol);
    }

private:
    Expected<void> readDelta(BinanceFields const& fields, FeedMessage& out) const
    {
        if (isPartialDepth(fields.stream)) {
            return {};
        }
        bool const futures = m_dialect.kind != ContractKind::Spot;
        if (!fields.U || !fields.u || !fields.hasBids || !fields.hasAsks || (futures && !fields.pu)) {
            return incomplete("depthUpdate", futures ? "U, u, pu, b and a" : "U, u, b and a");
        }
        if (*fields.U > *fields.u) {
            return fail(ErrorCode::MessageIncomplete, "depthUpdate: expected U at most u");
        }
        out.kind = FeedMessage::Kind::Delta;
        out.span = {*fields.U, *fields.u, fields.pu.value_or(0)};
        return {};
    }

    static Expected<void> readSnapshot(BinanceFields const& fields, FeedMessage& out)
    {
        if (!fields.hasBids || !fields.hasAsks) {
            return incomplete("depth snapshot", "lastUpdateId, bids and asks");
        }
        out.kind = FeedMessage::Kind::Snapshot;
        out.span.last = *fields.lastUpdateId;
        return {};
    }

    // Futures stamp what was no trade of the book (insurance fund, ADL) with another X than MARKET.
    static Expected<void> readTrade(BinanceFields const& fields, FeedMessage& out)
    {
        if (!fields.X.empty() && fields.X != "MARKET") {
            return {};
        }
        if (!fields.p || !fields.q || !fields.m) {
            return incomplete("trade", "p, q and m");
        }
        bool const single = fields.e == "trade";
        out.kind = single ? FeedMessage::Kind::Trade : FeedMessage::Kind::TradeBundle;
        out.price = *fields.p;
        out.qty = *fields.q;
        out.aggressor = *fields.m ? Side::Sell : Side::Buy; // m: the buyer was the maker
        out.firstTradeId = (single ? fields.t : fields.f).value_or(0);
        out.lastTradeId = (single ? fields.t : fields.l).value_or(0);
        return {};
    }

    void setKinds(std::vector<InstrumentTerms>& instruments) const
    {
        for (auto& terms : instruments) {
            terms.kind = m_dialect.kind;
            if (m_dialect.kind != ContractKind::Inverse) {
                terms.contractValue = 1;
            }
        }
    }

    BinanceDialect const& m_dialect;
    JsonParser m_parser;
};

} // namespace

BinanceDialect const* findBinanceDialect(std::string_view venue)
{
    auto const* const found = std::find_if(dialects.begin(), dialects.end(), [&](auto const& dialect) {
        return dialect.venue == venue;
    });
    return found == dialects.end() ? nullptr : found;
}

BinanceDialect const* findBinanceHost(std::string_view host)
{
    if (host.ends_with("binance.us")) {
        return findBinanceDialect("BINANCE_US");
    }
    if (host.ends_with("trbinance.com") || host.ends_with("binance.me")) {
        return findBinanceDialect("BINANCE_TR");
    }
    if (!host.ends_with("binance.com") && !host.ends_with("binance.vision")) {
        return nullptr;
    }
    if (host.starts_with("fapi") || host.starts_with("fstream")) {
        return findBinanceDialect("BINANCE_FUTURES");
    }
    if (host.starts_with("dapi") || host.starts_with("dstream")) {
        return findBinanceDialect("BINANCE_DELIVERY");
    }
    return findBinanceDialect("BINANCE");
}

InstrumentTerms binanceTerms(BinanceDialect const& dialect, std::string_view symbol)
{
    // Assets that others are quoted in, those that end like another one first.
    constexpr std::array quotes{"FDUSD", "USDT", "USDC", "BUSD", "TUSD", "USDP", "USDS", "USD",
                                "BTC",   "ETH",  "BNB",  "EUR",  "GBP",  "TRY",  "BRL",  "AUD",
                                "RUB",   "UAH",  "DAI",  "BIDR", "IDRT", "NGN",  "ZAR",  "PLN",
                                "RON",   "ARS",  "JPY",  "DOGE", "TRX",  "XRP"};
    InstrumentTerms terms;
    terms.symbol = symbol;
    terms.kind = dialect.kind;
    const std::string_view pair = symbol.substr(0, symbol.find('_'));
    terms.base = pair;
    for (const std::string_view quote : quotes) {
        if (pair.size() > quote.size() && pair.ends_with(quote)) {
            terms.base = pair.substr(0, pair.size() - quote.size());
            terms.quote = quote;
            break;
        }
    }
    if (dialect.kind == ContractKind::Inverse) {
        terms.contractValue = pair == "BTCUSD" ? 100 : 10;
    }
    return terms;
}

std::unique_ptr<VenueFeed> makeBinanceFeed(BinanceDialect const& dialect)
{
    return std::make_unique<BinanceFeed>(dialect);
}

std::optional<VenueGuess> recogniseBinance(PaddedText message)
{
    JsonParser parser;
    BinanceFields fields;
    FeedMessage ignored;
    if (!readBinanceFields(parser, message, fields, ignored)) {
        return std::nullopt;
    }
    bool const event = !fields.s.empty() && (!fields.e.empty() || !fields.stream.empty());
    bool const snapshot = fields.lastUpdateId && fields.hasBids && fields.hasAsks && fields.stream.empty();
    if (!event && !snapshot) {
        return std::nullopt;
    }
    VenueGuess guess{"BINANCE", std::string(event ? fields.s : fields.symbol), false};
    if (!fields.ps.empty() || (snapshot && !fields.symbol.empty())) {
        guess.venue = "BINANCE_DELIVERY";
        guess.sure = true;
    } else if (fields.pu || !fields.X.empty() || fields.e == "bookTicker") {
        guess.venue = "BINANCE_FUTURES";
        guess.sure = true;
    } else {
        guess.sure = fields.e == "depthUpdate";
    }
    return guess;
}

} // namespace qob
