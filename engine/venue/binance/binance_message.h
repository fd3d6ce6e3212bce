#pragma once

#include "engine/market/feed_message.h"
#include "engine/wire/json_walk.h"

#include <optional>
#include <string_view>
#include <vector>

namespace qob {

// The fields of one Binance message, by the names Binance gives them, whichever of its kinds it is: a
// stream's wrapper and what is in it, a bare event, or a REST answer. Views into the message.
struct BinanceFields {
    std::string_view stream;
    std::string_view e; // event type
    std::string_view s; // symbol
    std::string_view symbol;
    std::string_view ps;
    std::string_view X;
    std::optional<WrittenNumber> p;
    std::optional<WrittenNumber> q;
    std::optional<WrittenNumber> i; // index price
    std::optional<WrittenNumber> r; // funding rate
    std::optional<WrittenNumber> openInterest;
    std::optional<std::uint64_t> T; // trade time, or next funding, ms
    std::string_view S;             // forceOrder: the order's side
    std::optional<std::uint64_t> E; // event time, ms
    std::optional<std::uint64_t> U;
    std::optional<std::uint64_t> u;
    std::optional<std::uint64_t> pu;
    std::optional<std::uint64_t> t;
    std::optional<std::uint64_t> f;
    std::optional<std::uint64_t> l;
    std::optional<std::uint64_t> lastUpdateId;
    std::optional<bool> m;
    bool hasBids = false;
    bool hasAsks = false;
    bool hasSymbols = false;
    std::vector<InstrumentTerms> instruments; // an exchangeInfo's symbols
};

// Reads every field; levels go to out.bids and out.asks.
Expected<void>
readBinanceFields(JsonParser& parser, PaddedText message, BinanceFields& fields, FeedMessage& out);

// One entry of exchangeInfo's `symbols`; without the contract kind.
JsonError readBinanceSymbol(JsonObject object, InstrumentTerms& terms);

} // namespace qob
