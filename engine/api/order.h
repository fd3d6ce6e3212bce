#pragma once

#include "engine/api/types.h"
#include "engine/base/error.h"

#include <optional>
#include <string>
#include <vector>

namespace qob {

// An account numbers its orders and its reports from (account - 1) * 2^40 + 1, so those of the desk are 1, 2,
// 3, and each says whose it is.
constexpr std::uint64_t idsPerAccount = std::uint64_t{1} << 40U;

constexpr AccountId accountOf(OrderId order)
{
    return AccountId(static_cast<std::uint32_t>(order.value / idsPerAccount) + 1);
}

// Also of a report on an order that was refused and so has no id.
constexpr AccountId accountOf(ExecId report)
{
    return AccountId(static_cast<std::uint32_t>(report.value / idsPerAccount) + 1);
}

// FIX D. The same ClOrdID again gets the same answer and makes no second order. What a field does and which
// go together is in docs/matching.md; what is not needed is 0 or none.
struct NewOrderSingle {
    ClOrdId clOrdId;
    InstrumentId instrument;
    Side side = Side::Buy;
    OrdType ordType = OrdType::Limit;
    Price price; // not read for a market order or a stop; optional when pegged
    Qty orderQty;
    TimeInForce timeInForce = TimeInForce::GoodTillCancel;
    ExecInst execInst = ExecInst::None;
    SelfTrade selfTrade = SelfTrade::Allow; // against other orders of the account
    Qty displayQty;                         // 1138: an iceberg shows so much; 0: all of it
    Price stopPx;                           // 99
    Price trailOffset;                      // 211 of a stop: > 0: its trigger follows the last price
    Price trailStep;                        // by no less than that
    Price pegOffset;                        // 211 of a pegged order
    Timestamp expireTime;                   // 126, GoodTillDate

    friend bool operator==(NewOrderSingle const&, NewOrderSingle const&) = default;
};

// FIX E: orders of one instrument that are linked. All are taken or none.
struct NewOrderList {
    Contingency contingency = Contingency::OneCancelsOther;
    std::vector<NewOrderSingle>
        orders; // two to eight; the first of a OneTriggersOther or Bracket is the parent
};

// FIX F
struct OrderCancelRequest {
    ClOrdId clOrdId;
    ClOrdId origClOrdId;
};

// FIX G. Less quantity at the same price keeps its place in the queue, anything else loses it.
struct OrderCancelReplaceRequest {
    ClOrdId clOrdId;
    ClOrdId origClOrdId;
    Price price;  // not read for a market order or a stop
    Qty orderQty; // the new total, filled part included
    Price stopPx; // 0: as it is
};

// FIX q
struct OrderMassCancelRequest {
    ClOrdId clOrdId;
    std::optional<InstrumentId> instrument; // nothing: every order
};

// FIX 8
struct ExecutionReport {
    ExecId execId;         // 17
    ExecType execType{};   // 150
    OrdStatus ordStatus{}; // 39
    OrderId orderId;       // 37
    ClOrdId clOrdId;       // 11
    ClOrdId origClOrdId;   // 41, set on replace and cancel
    InstrumentId instrument;
    Side side{};                                 // 54
    OrdType ordType{};                           // 40
    TimeInForce timeInForce{};                   // 59
    ExecInst execInst = ExecInst::None;          // 18
    SelfTrade selfTrade = SelfTrade::Allow;      // 2964
    Contingency contingency = Contingency::None; // 1385
    OrderId listId;                              // 66, the first order of its list; null: none
    Price price;                                 // 44
    Price stopPx;                                // 99, where the trigger is now
    Price trailOffset;
    Price trailStep;
    Price pegOffset;
    Qty displayQty;                        // 1138
    Timestamp expireTime;                  // 126
    Qty orderQty;                          // 38
    Qty leavesQty;                         // 151
    Qty cumQty;                            // 14
    Amount avgPx;                          // 6, quote units
    Price lastPx;                          // 31, on a trade
    Qty lastQty;                           // 32, on a trade
    Liquidity liquidity = Liquidity::None; // 851, on a trade
    Amount fee;                            // 12, on a trade, in feeAsset
    AssetName feeAsset;                    // 13
    Qty queueAhead; // size shown before us at our price when last known; an estimate on venues not ours
    Timestamp sendingTime;       // when the order was submitted
    Timestamp transactTime;      // 60
    std::optional<Error> reason; // 103 and 58, on a reject or an unasked cancel
};

// FIX 9
struct OrderCancelReject {
    ClOrdId clOrdId;
    ClOrdId origClOrdId;
    OrdStatus ordStatus{};
    Error reason;
};

} // namespace qob
