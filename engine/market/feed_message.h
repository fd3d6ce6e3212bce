#pragma once

#include "engine/api/instrument.h"
#include "engine/wire/written_number.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace qob {

// What one message of a venue says, in the house's terms but with its numbers as the venue wrote them: they
// get their scale where the instrument is known.

// Where a message was read, for errors: a file and a line, or a connection and a count. The origin outlives
// it.
struct FeedPlace {
    std::string_view origin;
    std::uint64_t line = 0;

    [[nodiscard]] std::string text() const { return std::string(origin) + ":" + std::to_string(line); }
};

struct WrittenLevel {
    WrittenNumber price;
    WrittenNumber qty;
};

// Where a delta stands among a venue's updates. A venue that does not number one of them leaves it 0.
struct SequenceSpan {
    std::uint64_t first = 0;    // the first update in it
    std::uint64_t last = 0;     // the last
    std::uint64_t previous = 0; // the last of the delta before it
};

// What is known of an instrument; empty texts: not said.
struct InstrumentTerms {
    std::string symbol;
    std::string base;
    std::string quote;
    ContractKind kind = ContractKind::Spot;
    std::int64_t contractValue = 1;
    std::string tickSize;
    std::string lotSize;
    std::string minQty;
    std::string maxQty;
    std::string minNotional;
    int priceDecimals = 0; // the most that prices are written with, where said
    int qtyDecimals = 0;
};

struct FeedMessage {
    enum class Kind : std::uint8_t {
        Other,       // nothing that changes a book: counted for its symbol, where it has one
        Snapshot,    // span.last, bids, asks
        Delta,       // span, bids, asks; a size of 0 takes the level away
        Trade,       // price, qty, aggressor, firstTradeId = lastTradeId
        TradeBundle, // the same for several trades of one order at one price
        Instruments, // instruments
    };

    Kind kind = Kind::Other;
    std::string_view symbol;                // empty: not said
    Timestamp venueTime = Timestamp::min(); // min: not said
    SequenceSpan span;
    std::vector<WrittenLevel> bids;
    std::vector<WrittenLevel> asks;
    WrittenNumber price;
    WrittenNumber qty;
    Side aggressor = Side::Undisclosed;
    std::uint64_t firstTradeId = 0;
    std::uint64_t lastTradeId = 0;
    std::vector<InstrumentTerms> instruments;

    // Ready for the next message; keeps its memory.
    void clear()
    {
        kind = Kind::Other;
        symbol = {};
        venueTime = Timestamp::min();
        span = {};
        bids.clear();
        asks.clear();
        instruments.clear();
    }
};

} // namespace qob
