#pragma once

#include "engine/api/market_data.h"

#include <memory>
#include <vector>

namespace qob {

// Why a venue's book is not in the consolidated one.
enum class LeftOut : std::uint8_t {
    No,          // it is in
    NotLive,     // stale, without a snapshot yet, or over
    Loading,     // its past is still being made
    SizeUnknown, // its quantities are contracts, and how large one is has not been said
    Quanto,      // its contracts are no fixed amount of the base asset
};

// One venue's part of a merged level, as the venue has it.
struct ConsolidatedShare {
    InstrumentId instrument;
    PriceLevel level;

    friend bool operator==(ConsolidatedShare const&, ConsolidatedShare const&) = default;
};

// All that is shown at one price. Its shares are those from the end of the level before to sharesEnd, by
// instrument.
struct ConsolidatedLevel {
    Int128 price = 0; // of 10^-ConsolidatedView::priceScale quote units
    Amount size;      // base units; of inverse contracts rounded down to 10^-18 a venue
    std::uint32_t sharesEnd = 0;

    friend bool operator==(ConsolidatedLevel const&, ConsolidatedLevel const&) = default;
};

// The best price of a side and whose it is: of several at the same price the one that shows most, then the
// one with the smaller id. instrument 0: nobody shows a price.
struct ConsolidatedBest {
    InstrumentId instrument;
    Int128 price = 0;
    PriceLevel level; // as the venue has it
    Amount size;      // base units

    friend bool operator==(ConsolidatedBest const&, ConsolidatedBest const&) = default;
};

struct ConsolidatedMember {
    InstrumentId instrument;
    FeedState state = FeedState::AwaitingSnapshot;
    LeftOut leftOut = LeftOut::NotLive;
    FeeRate takerFee;
    PriceLevel bid; // its own best, also when it is left out; of price 0: none
    PriceLevel ask;

    friend bool operator==(ConsolidatedMember const&, ConsolidatedMember const&) = default;
};

// The books of all venues that trade the same thing, as one. Best levels first. Two venues may well cross
// each other: that is told, not repaired.
//
// With fees a price is what taking there costs or brings: bids p * (1 - f), asks p * (1 + f), f the venue's
// taker fee. That is exact: priceScale then has the eight decimals of a fee rate more, and nothing is
// rounded.
struct ConsolidatedView {
    CanonicalName name;
    Timestamp time;
    bool withFees = false;
    int priceScale = 0;
    bool crossed = false; // the best bid is above the best ask, at whichever venues they are
    bool locked = false;  // they are equal
    ConsolidatedBest bid;
    ConsolidatedBest ask;
    std::vector<ConsolidatedLevel> bids;
    std::vector<ConsolidatedLevel> asks;
    std::vector<ConsolidatedShare> bidShares;
    std::vector<ConsolidatedShare> askShares;
    std::vector<ConsolidatedMember> members; // by id, those left out with the reason
};

using ConsolidatedPtr = std::shared_ptr<const ConsolidatedView>;

} // namespace qob
