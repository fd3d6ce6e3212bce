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
using AccountId =
    Strong<struct AccountIdTag, std::uint32_t>;           // FIX 1: whose money and orders; 1: the desk's own
using OwnerId = Strong<struct OwnerIdTag, std::uint32_t>; // whose order it is inside a matching book
using ExecId = Strong<struct ExecIdTag, std::uint64_t>;   // FIX 17
using ClOrdId = FixedText<36>;                            // FIX 11, given by the client
using AssetName = FixedText<15>;                          // "BTC"
using CanonicalName = FixedText<63>;                      // "BTC-USDT-PERP"

// FIX 54
enum class Side : char { Buy = '1', Sell = '2', Undisclosed = '7' };

// FIX 40
enum class OrdType : char {
    Market = '1',
    Limit = '2',
    Stop = '3',
    StopLimit = '4',
    MarketToLimit = 'K',
    Pegged = 'P',
};

// FIX 59
enum class TimeInForce : char {
    Day = '0',
    GoodTillCancel = '1',
    AtTheOpening = '2',
    ImmediateOrCancel = '3',
    FillOrKill = '4',
    GoodTillDate = '6',
    AtTheClose = '7',
};

// In a namespace of its own, so that its operator hides no other one in ours.
namespace exec_inst {

// FIX 18, any of them together.
enum class ExecInst : std::uint16_t {
    None = 0,
    PostOnly = 1U << 0U,           // FIX '6': refused when it would take
    PostOnlySlide = 1U << 1U,      // moved to where it does not take
    ReduceOnly = 1U << 2U,         // FIX 'E': never more than closes the position
    AllOrNone = 1U << 3U,          // FIX 'G'
    Hidden = 1U << 4U,             // FIX DisplayQty = 0
    PegPrimary = 1U << 5U,         // FIX 'R': to the best price of the own side
    PegMid = 1U << 6U,             // FIX 'M'
    CancelOnDisconnect = 1U << 7U, // FIX 'o'
};

constexpr ExecInst operator|(ExecInst a, ExecInst b)
{
    return static_cast<ExecInst>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

constexpr bool has(ExecInst set, ExecInst any)
{
    return (static_cast<unsigned>(set) & static_cast<unsigned>(any)) != 0;
}

} // namespace exec_inst

using exec_inst::ExecInst;

// FIX 2964 SelfMatchPreventionInstruction, of the order that takes; `Decrement` is what the field adds to it.
enum class SelfTrade : std::uint8_t { Allow, CancelNewest, CancelOldest, CancelBoth, Decrement };

// FIX 1385
enum class Contingency : char {
    None = '0',
    OneCancelsOther = '1',
    OneTriggersOther = '2',
    Bracket = 'B', // one triggers two or more that cancel each other
};

// FIX 340 TradSesStatus, by the words of the field.
enum class TradingState : std::uint8_t {
    PreOpen,
    OpeningAuction,
    Continuous,
    Halted,
    ClosingAuction,
    Closed,
};

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
    Restated = 'D', // changed by the venue
    PendingReplace = 'E',
    Trade = 'F',
    OrderStatus = 'I',
    Triggered = 'L', // a stop became an order
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
