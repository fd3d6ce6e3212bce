#pragma once

#include "engine/api/instrument.h"
#include "engine/base/error.h"
#include "engine/wire/written_number.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
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
    std::uint32_t connection = 0;        // which stream it came on; 0: none, or there is one only
    Timestamp opened = Timestamp::min(); // when that stream opened; min: not known

    [[nodiscard]] std::string text() const { return std::string(origin) + ":" + std::to_string(line); }
};

struct WrittenLevel {
    WrittenNumber price;
    WrittenNumber qty;

    friend bool operator==(WrittenLevel const&, WrittenLevel const&) = default;
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
    std::string
        suffix; // what a derivative's canonical name ends with: "PERP", "20261225", "20261225-90000-C"
    ContractKind kind = ContractKind::Spot;
    std::int64_t contractValue = 1;
    // Where quantities are contracts. Linear: base units in one; Quanto: settle units in one for each quote
    // unit of price. Empty: not said, which `inContracts` makes a size that is not known.
    std::string contractSize;
    bool inContracts = false;
    bool trading = true; // false: the venue lists it as halted, delisted or expired
    std::string settle;  // Quanto: what profit is in
    std::string tickSize;
    std::string lotSize;
    std::string minQty;
    std::string maxQty;
    std::string minNotional;
    int priceDecimals = 0; // the most that prices are written with, where said
    int qtyDecimals = 0;
    int priceShift = 0; // prices are sent as whole numbers of 10^-priceShift
    int qtyShift = 0;
    bool shortNumbers = false; // as in VenueSpec
    bool finerBooks = false;   // sizes may be written finer than the lot: the first book is needed, too
    bool noisySizes = false;   // as in VenueSpec

    bool operator==(InstrumentTerms const&) const = default;
};

// The house's name of an instrument, the same on every venue: "BTC-USDT" for spot; with a suffix for
// everything else: "BTC-USDT-PERP", "BTC-USD-20261225". Assets are named as most of the field does (BTC, not
// XBT). Empty where the name does not tell base and quote.
std::string canonicalName(InstrumentTerms const& terms);

// What a message says of an instrument besides book and trades, as it was written. Numbers of which a venue
// writes more than 18 digits are cut off behind those.
struct WrittenStatistics {
    enum Part : unsigned { markPart = 1, indexPart = 2, fundingPart = 4, nextPart = 8, interestPart = 16 };

    unsigned parts = 0; // of Part
    WrittenNumber markPrice;
    WrittenNumber indexPrice;
    WrittenNumber fundingRate;  // a share: 0.0001 is one basis point
    WrittenNumber openInterest; // in what quantities count
    Timestamp nextFunding;
};

struct FeedMessage {
    enum class Kind : std::uint8_t {
        Other,       // nothing that changes a book: counted for its symbol, where it has one
        Snapshot,    // span.last, bids, asks; an asked-for one, to be bridged with the deltas by its number
        StreamStart, // the same, but in its place in the stream: what came before it is void
        Delta,       // span, bids, asks; a size of 0 takes the level away
        Checksum,    // the checksum of the book as it is now
        Trade,       // price, qty, aggressor, firstTradeId = lastTradeId
        TradeBundle, // the same for several trades of one order at one price
        Statistics,  // statistics
        Liquidation, // price, qty, aggressor: an order that closes a position by force
    };

    // What was found in the message, so that what is missing can be told.
    enum Part : unsigned { bidPart = 1, askPart = 2, pricePart = 4, qtyPart = 8, sidePart = 16 };

    Kind kind = Kind::Other;
    unsigned parts = 0; // of Part
    bool hasChecksum = false;
    std::string_view symbol;                // empty: not said
    Timestamp venueTime = Timestamp::min(); // min: not said
    SequenceSpan span;
    std::vector<WrittenLevel> bids;
    std::vector<WrittenLevel> asks;
    // VenueSpec::byOrder: the orders that the entries of bids and asks are. A size of 0 takes the order away;
    // a price of 0 is the one it has.
    std::vector<std::uint64_t> bidIds;
    std::vector<std::uint64_t> askIds;
    std::size_t depth = 0;      // of a snapshot: levels a side that are kept up to date; 0: VenueSpec::depth
    std::uint32_t checksum = 0; // of the book with this message applied
    WrittenNumber price;
    WrittenNumber qty;
    WrittenStatistics statistics;
    Side aggressor = Side::Undisclosed;
    std::uint64_t firstTradeId = 0;
    std::uint64_t lastTradeId = 0;

    // Ready for the next message; keeps its memory.
    void clear()
    {
        kind = Kind::Other;
        parts = 0;
        hasChecksum = false;
        symbol = {};
        venueTime = Timestamp::min();
        span = {};
        bids.clear();
        asks.clear();
        bidIds.clear();
        askIds.clear();
        depth = 0;
        statistics.parts = 0;
        aggressor = Side::Undisclosed;
        firstTradeId = 0;
        lastTradeId = 0;
    }
};

// Everything that one frame or answer says, in its order.
class FeedBatch {
public:
    // One more message, empty. Valid until clear(): adding moves none of those before.
    FeedMessage& add();

    // Takes the last one back.
    void drop() { --m_count; }

    // The last first: for venues that tell the newest first.
    void reverse();

    [[nodiscard]] std::size_t size() const { return m_count; }

    [[nodiscard]] bool empty() const { return m_count == 0; }

    [[nodiscard]] FeedMessage& operator[](std::size_t i) { return *m_messages[i]; }

    [[nodiscard]] FeedMessage const& operator[](std::size_t i) const { return *m_messages[i]; }

    // Ready for the next frame; keeps its memory.
    void clear();

    std::vector<InstrumentTerms> instruments; // the venue's list, or a part of it
    std::string answer;                       // a frame that the venue waits for now (its pings); empty: none
    std::optional<Error> lost; // messages of the connection are missing: no book it feeds can be trusted
    bool reconnect = false;    // the venue asks us to connect anew
    std::string refused;       // the venue says no to something we sent; in its words

private:
    std::vector<std::unique_ptr<FeedMessage>> m_messages;
    std::size_t m_count = 0;
};

} // namespace qob
