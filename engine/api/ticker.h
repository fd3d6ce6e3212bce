#pragma once

#include "engine/api/market_data.h"

#include <optional>
#include <vector>

namespace qob {

// A position that the venue closed by force.
struct Liquidation {
    Side side = Side::Undisclosed; // of the order that closes it: Sell ends a long position
    Amount price;                  // quote units
    Amount qty;                    // in what the instrument's quantity counts
    Timestamp time;                // the venue's; when it came where that is not said

    friend bool operator==(Liquidation const&, Liquidation const&) = default;
};

// What a venue says of an instrument besides its book and its trades. As one message says it: what that does
// not say is empty. Venues print these with more decimals than prices have, so they are counts of 10^-18;
// digits beyond the 18th are cut off.
struct InstrumentStatistics {
    InstrumentId instrument;
    Timestamp time;                   // when it came
    std::optional<Amount> markPrice;  // quote units
    std::optional<Amount> indexPrice; // quote units
    std::optional<Amount>
        fundingRate; // share of the notional that longs pay at nextFunding; negative: shorts
    std::optional<Timestamp> nextFunding;
    std::optional<Amount> openInterest; // in what the instrument's quantity counts
    std::optional<Liquidation> liquidation;

    // Takes over what the newer one says.
    void update(InstrumentStatistics const& newer);

    friend bool operator==(InstrumentStatistics const&, InstrumentStatistics const&) = default;
};

// One instrument in a line; the newest replaces. The day is the last 24 hours in whole minutes: between 23 h
// 59 min and 24 h.
struct Ticker {
    InstrumentId instrument;
    Timestamp time;
    FeedState state = FeedState::AwaitingSnapshot;
    PriceLevel bid; // of price 0: none
    PriceLevel ask;
    Price last; // 0: nothing was traded yet
    Qty lastQty;
    Side lastSide = Side::Undisclosed; // the aggressor's
    Price dayOpen; // of the day's first trade; this and the next four 0 where there is none
    Price dayHigh;
    Price dayLow;
    Price dayChange;  // last - dayOpen
    Amount dayVolume; // in what the instrument's quantity counts
    Amount dayBuyVolume;
    Amount dayTurnover; // quoteTurnover()
    std::uint64_t dayTrades = 0;
    Timestamp daySince;              // the day was watched from here on only
    bool dayIncomplete = false;      // trades of it may be missing
    InstrumentStatistics statistics; // all that was said last
    Amount dayLiquidatedLong;  // by forced sells and buys, in what the quantity counts, as far as the venue
    Amount dayLiquidatedShort; // tells them
};

// The changed ones; the snapshot is all of the topic.
struct TickerList {
    std::vector<Ticker> tickers;
};

} // namespace qob
