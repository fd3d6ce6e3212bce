#pragma once

#include "engine/api/types.h"
#include "engine/base/error.h"

#include <optional>
#include <string>
#include <vector>

namespace qob {

// FIX D. The same ClOrdID again gets the same answer and makes no second order.
struct NewOrderSingle {
    ClOrdId clOrdId;
    InstrumentId instrument;
    Side side = Side::Buy;
    OrdType ordType = OrdType::Limit;
    Price price; // not read for a market order
    Qty orderQty;
    TimeInForce timeInForce = TimeInForce::GoodTillCancel;

    friend bool operator==(NewOrderSingle const&, NewOrderSingle const&) = default;
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
    Price price;
    Qty orderQty; // the new total, filled part included
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
    Side side{};                           // 54
    OrdType ordType{};                     // 40
    TimeInForce timeInForce{};             // 59
    Price price;                           // 44
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
