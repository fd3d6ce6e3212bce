#include "engine/market/instrument_list.h"
#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// Coinbase Exchange: `level2_batch` has no numbers at all, so that only the connection's end shows a loss.
class CoinbaseFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        FeedMessage& m = out.add();
        std::string_view type;
        std::string_view reason;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            return name == "type"         ? readText(value, type)
                   : name == "product_id" ? readText(value, m.symbol)
                   : name == "changes"    ? readSidedLevels(value, m)
                   : name == "bids"       ? readBids(value, m)
                   : name == "asks"       ? readAsks(value, m)
                   : name == "side"       ? readSide(value, m)
                   : name == "size"       ? readQty(value, m)
                   : name == "price"      ? readPrice(value, m)
                   : name == "trade_id"   ? readTradeId(value, m)
                   : name == "time"       ? readIsoTime(value, m.venueTime)
                   : name == "reason"     ? readText(value, reason)
                                          : passOver(value);
        });
        if (type == "l2update") {
            m.kind = Kind::Delta;
        } else if (type == "snapshot") {
            m.kind = Kind::StreamStart;
        } else if (type == "match") {
            m.kind = Kind::Trade;
            // The side of the order that was there first.
            m.aggressor = m.aggressor == Side::Undisclosed ? Side::Undisclosed : opposite(m.aggressor);
        } else if (type == "error") {
            out.refused = reason.empty() ? "no reason given" : reason;
        }
        return error;
    }
};

// Coinbase Advanced Trade: one number for all messages of a connection.
class CoinbaseAdvancedFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view /*url*/, FeedBatch& out) override
    {
        auto const channel = peek("channel");
        bool const book = channel == "l2_data";
        bool const trades = channel == "market_trades";
        Timestamp time = Timestamp::min();
        bool numbered = false;
        std::uint64_t number = 0;
        auto error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            return name == "sequence_num" ? readCount(value, number, &numbered)
                   : name == "timestamp"  ? readIsoTime(value, time)
                   : name != "events"     ? passOver(value)
                   : book                 ? readBookEvents(value, out)
                   : trades               ? readTradeEvents(value, out)
                                          : walkJson(value);
        });
        if (numbered) {
            m_sequence.see(number, out);
        } else if (book || trades) {
            return error ? error : missing(std::string(channel) + ": expected the field sequence_num");
        }
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].venueTime = time;
        }
        return error;
    }

    static JsonError readBookEvents(JsonValue value, FeedBatch& out)
    {
        return eachObjectOf(value, [&](JsonObject event) {
            FeedMessage& m = out.add();
            std::string_view type;
            auto const error = eachField(event, [&](std::string_view name, JsonValue part) {
                return name == "type"         ? readText(part, type)
                       : name == "product_id" ? readText(part, m.symbol)
                       : name == "updates"    ? readUpdates(part, m)
                                              : passOver(part);
            });
            m.kind = type == "snapshot" ? Kind::StreamStart : type == "update" ? Kind::Delta : Kind::Other;
            return error;
        });
    }

    static JsonError readUpdates(JsonValue value, FeedMessage& m)
    {
        m.parts |= isArray(value) ? FeedMessage::bidPart : 0U;
        return eachObjectOf(value, [&](JsonObject update) -> JsonError {
            std::string_view word;
            WrittenLevel level;
            bool priced = false;
            bool sized = false;
            auto const error = eachField(update, [&](std::string_view name, JsonValue part) {
                return name == "side"           ? readText(part, word)
                       : name == "price_level"  ? readDecimal(part, level.price, priced)
                       : name == "new_quantity" ? readDecimal(part, level.qty, sized)
                                                : passOver(part);
            });
            if (!error && (!priced || !sized || word.empty())) {
                return simdjson::NUMBER_ERROR;
            }
            addLevel(m, word == "bid" ? Side::Buy : Side::Sell, level);
            return error;
        });
    }

    static JsonError readTradeEvents(JsonValue value, FeedBatch& out)
    {
        return eachObjectOf(value, [&](JsonObject event) {
            auto const first = out.size();
            bool past = false;
            auto const error = eachField(event, [&](std::string_view name, JsonValue part) {
                if (name == "type") {
                    past = rawScalar(part) == "snapshot";
                }
                return name == "trades" ? readTrades(part, out) : passOver(part);
            });
            for (auto i = first; past && i < out.size(); ++i) {
                out[i].kind = Kind::Other;
            }
            return error;
        });
    }

    static JsonError readTrades(JsonValue value, FeedBatch& out)
    {
        return eachObjectOf(value, [&](JsonObject trade) {
            FeedMessage& m = out.add();
            m.kind = Kind::Trade;
            return eachField(trade, [&](std::string_view name, JsonValue part) {
                return name == "product_id" ? readText(part, m.symbol)
                       : name == "price"    ? readPrice(part, m)
                       : name == "size"     ? readQty(part, m)
                       : name == "side"     ? readSide(part, m)
                       : name == "trade_id" ? readTradeId(part, m)
                                            : passOver(part);
            });
        });
    }

    ConnectionSequence m_sequence;
};

// Canonical: BTC-USD -> BTC-USD; BTC-PERP-INTX -> BTC-USDC-PERP; BIT-31OCT26-CDE -> BIT-USD-20261031, a
// contract of what the list says, which also tells its base (BTC).
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    auto terms = pairTerms(symbol, '-');
    if (terms.quote == "PERP-INTX") {
        terms.quote = "USDC";
        terms.suffix = "PERP";
        terms.kind = ContractKind::Linear;
    } else if (symbol.ends_with("-CDE")) {
        terms.suffix = symbolDate(terms.quote.substr(0, terms.quote.find('-')));
        terms.quote = "USD";
        terms.kind = ContractKind::Linear;
        terms.inContracts = true;
    }
    return terms;
}

// A future whose size is not told, or that its name does not tell from a spot pair, is left out.
bool finishAdvanced(ListRow const& row, InstrumentTerms& terms)
{
    if (terms.inContracts) {
        auto const base = row.text("future_product_details.contract_root_unit");
        terms.base = base.empty() ? terms.base : upperCase(base);
        terms.contractSize = row.number("future_product_details.contract_size");
        return !terms.contractSize.empty();
    }
    return row.text("product_type") != "FUTURE" || terms.kind != ContractKind::Spot;
}

constexpr std::array<std::string_view, 4> addresses{
    "api.pro.coinbase.com",
    "ws-feed.pro.coinbase.com",
    "api.exchange.coinbase.com",
    "ws-feed.exchange.coinbase.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://ws-feed.exchange.coinbase.com", {}}};
constexpr std::array instruments{VenueRequest{"https://api.exchange.coinbase.com/products"}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"type":"subscribe","product_ids":[$items],"channels":["level2_batch","heartbeat"]})",
        R"("$symbol")",
        R"({"type":"unsubscribe","product_ids":[$items],"channels":["level2_batch"]})",
        20},
    SubscribeForm{
        Channel::Trades,
        R"({"type":"subscribe","product_ids":[$items],"channels":["matches"]})",
        R"("$symbol")",
        R"({"type":"unsubscribe","product_ids":[$items],"channels":["matches"]})",
        20},
};

constexpr std::array<std::string_view, 2> advancedAddresses{
    "advanced-trade-ws.coinbase.com", "api.coinbase.com/api/v3/brokerage"};
constexpr std::array advancedEndpoints{VenueEndpoint{"wss://advanced-trade-ws.coinbase.com", {}}};
constexpr std::array advancedForms{
    SubscribeForm{
        Channel::Book,
        R"({"type":"subscribe","product_ids":[$items],"channel":"level2"})",
        R"("$symbol")",
        R"({"type":"unsubscribe","product_ids":[$items],"channel":"level2"})",
        20},
    SubscribeForm{
        Channel::Trades,
        R"({"type":"subscribe","product_ids":[$items],"channel":"market_trades"})",
        R"("$symbol")",
        R"({"type":"unsubscribe","product_ids":[$items],"channel":"market_trades"})",
        20},
};

constexpr std::array advancedInstruments{
    VenueRequest{"https://api.coinbase.com/api/v3/brokerage/market/products"}};
constexpr std::array lists{
    ListForm{
        .url = "/brokerage/market/products",
        .list = "products",
        .symbol = "product_id",
        .tickSize = "price_increment",
        .lotSize = "base_increment",
        .minQty = "base_min_size",
        .maxQty = "base_max_size",
        .minNotional = "quote_min_size",
        .status = "trading_disabled",
        .trading = "false",
        .finish = finishAdvanced},
    ListForm{
        .url = "/products",
        .symbol = "id",
        .base = "base_currency",
        .quote = "quote_currency",
        .tickSize = "quote_increment",
        .lotSize = "base_increment",
        .minQty = "base_min_size",
        .minNotional = "min_market_funds",
        .status = "status",
        .trading = "online"},
};

} // namespace

std::span<VenueSpec const> coinbaseSpecs()
{
    static const std::array specs{
        VenueSpec{
            .id = "COINBASE",
            .name = "Coinbase Exchange",
            .example = "BTC-USD",
            .proof = Proof::CaptureProven,
            .addresses = addresses,
            .rule = &unnumberedRule,
            .shortNumbers = true,
            .aggressor = "side: the maker's, turned round",
            .endpoints = endpoints,
            .forms = forms,
            .limits = {.framesPerSecond = 8, .restPerMinute = 600},
            .instruments = instruments,
            .lists = lists,
            .makeFeed = makeFeedOf<CoinbaseFeed>,
            .termsOf = termsOf,
        },
        VenueSpec{
            .id = "COINBASE_ADVANCED",
            .name = "Coinbase Advanced Trade",
            .example = "BTC-USD",
            .proof = Proof::Documented,
            .kinds = products::spot | products::perpetual | products::future,
            .addresses = advancedAddresses,
            .rule = &connectionRule,
            .shortNumbers = true,
            .aggressor = "side: the taker's (not proven)",
            .endpoints = advancedEndpoints,
            .forms = advancedForms,
            // A connection without the heartbeats channel is closed after 60 to 90 s.
            .greeting = R"({"type":"subscribe","channel":"heartbeats"})",
            .limits = {.framesPerSecond = 8, .restPerMinute = 600},
            .instruments = advancedInstruments,
            .lists = lists,
            .makeFeed = makeFeedOf<CoinbaseAdvancedFeed>,
            .termsOf = termsOf,
        },
    };
    return specs;
}

} // namespace qob
