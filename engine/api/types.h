#pragma once

#include "engine/base/decimal.h"
#include "engine/base/fixed_text.h"
#include "engine/base/strong.h"
#include "engine/base/time.h"

#include <cstdint>

namespace qob {

// An integer count of the instrument's price unit, 10^-priceScale. A price is a multiple of
// `Instrument::tickSize` where the venue says so; the unit itself is what the venue's text can write, so no
// venue price is ever rounded.
using Price = StrongQuantity<struct PriceTag, std::int64_t>;

// An integer count of the instrument's quantity unit, 10^-qtyScale.
using Qty = StrongQuantity<struct QtyTag, std::int64_t>;

// Money of one asset, an integer count of 10^-18.
using Amount = StrongQuantity<struct AmountTag, Int128>;
inline constexpr int amountScale = 18;

// A fee as a share of the notional, in units of 10^-8: one basis point is 10,000. Negative is a rebate.
using FeeRate = StrongQuantity<struct FeeRateTag, std::int64_t>;
inline constexpr std::int64_t feeRateOne = 100'000'000;

using InstrumentId = Strong<struct InstrumentIdTag, std::uint32_t>;
using OrderId = Strong<struct OrderIdTag, std::uint64_t>; // FIX 37, given by the venue
using OwnerId = Strong<struct OwnerIdTag, std::uint32_t>; // whose order it is inside a matching book
using ExecId = Strong<struct ExecIdTag, std::uint64_t>;   // FIX 17
using ClOrdId = FixedText<36>;                            // FIX 11, given by the client
using AssetName = FixedText<15>;                          // "BTC"

// FIX 54
enum class Side : char { Buy = '1', Sell = '2', Undisclosed = '7' };

// FIX 40
enum class OrdType : char { Market = '1', Limit = '2' };

// FIX 59
enum class TimeInForce : char { GoodTillCancel = '1', ImmediateOrCancel = '3', FillOrKill = '4' };

// FIX 39
enum class OrdStatus : char {
    New = '0',
    PartiallyFilled = '1',
    Filled = '2',
    Canceled = '4',
    PendingCancel = '6',
    Rejected = '8',
    PendingNew = 'A',
    PendingReplace = 'E',
};

// FIX 150
enum class ExecType : char {
    New = '0',
    Canceled = '4',
    Replaced = '5',
    PendingCancel = '6',
    Rejected = '8',
    PendingNew = 'A',
    PendingReplace = 'E',
    Trade = 'F',
    OrderStatus = 'I',
};

// FIX 851
enum class Liquidity : char { None = '0', Maker = '1', Taker = '2' };

constexpr Side opposite(Side side)
{
    return side == Side::Buy ? Side::Sell : Side::Buy;
}

// +1 for a buy, -1 for a sell.
constexpr std::int64_t signOf(Side side)
{
    return side == Side::Buy ? 1 : -1;
}

// Nothing more can happen to an order in one of these.
constexpr bool isFinal(OrdStatus status)
{
    return status == OrdStatus::Filled || status == OrdStatus::Canceled || status == OrdStatus::Rejected;
}

} // namespace qob
