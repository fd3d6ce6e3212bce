#pragma once

#include "engine/api/candle.h"
#include "engine/api/instrument.h"
#include "engine/api/order.h"

#include <optional>
#include <string>
#include <vector>

namespace qob {

// What the tables hold, as plain values. Instruments are named by venue and symbol, as their ids are a run's
// only; prices and quantities are Amounts, so that a row can be read without its instrument.

struct AccountRow {
    AccountId account;
    Timestamp opened;

    friend bool operator==(AccountRow const&, AccountRow const&) = default;
};

// An order as its newest report has it.
struct OrderRow {
    AccountId account;
    OrderId orderId;
    ExecId execId; // of the newest report
    ClOrdId clOrdId;
    ClOrdId origClOrdId;
    std::string venue;
    std::string symbol;
    Side side{};
    OrdType ordType{};
    TimeInForce timeInForce{};
    ExecInst execInst = ExecInst::None;
    SelfTrade selfTrade = SelfTrade::Allow;
    Contingency contingency = Contingency::None;
    OrderId listId;
    Amount price;
    Amount stopPx;
    Amount trailOffset;
    Amount trailStep;
    Amount pegOffset;
    Amount displayQty;
    Amount orderQty;
    Amount leavesQty;
    Amount cumQty;
    Amount avgPx;
    OrdStatus status{};
    Timestamp expires;
    Timestamp sent;
    Timestamp updated;
    std::uint16_t reason = 0; // ErrorCode; 0: none
    std::string reasonText;

    friend bool operator==(OrderRow const&, OrderRow const&) = default;
};

struct FillRow {
    AccountId account;
    ExecId execId;
    Timestamp time;
    OrderId orderId;
    ClOrdId clOrdId;
    std::string venue;
    std::string symbol;
    Side side{};
    Amount price;
    Amount qty;
    Liquidity liquidity = Liquidity::None;
    Amount fee;
    AssetName feeAsset;
    std::uint64_t sequence = 0; // of its record in the journal

    friend bool operator==(FillRow const&, FillRow const&) = default;
};

// A request that was refused and is no order's state.
struct RejectRow {
    std::uint64_t sequence = 0; // of its record in the journal
    AccountId account;
    bool ofCancel = false; // else of a new order
    ClOrdId clOrdId;
    ClOrdId origClOrdId;
    std::string venue; // of a cancel: empty
    std::string symbol;
    Timestamp time;
    std::uint16_t reason = 0; // ErrorCode
    std::string reasonText;

    friend bool operator==(RejectRow const&, RejectRow const&) = default;
};

struct PositionRow {
    AccountId account;
    std::string venue;
    std::string symbol;
    Amount net; // positive: long
    Amount cost;
    Amount realised;
    Amount fees;
    Amount margin;
    AssetName asset; // of the money
    Timestamp updated;

    friend bool operator==(PositionRow const&, PositionRow const&) = default;
};

struct BalanceRow {
    AccountId account;
    AssetName asset;
    Amount total;
    Timestamp updated;

    friend bool operator==(BalanceRow const&, BalanceRow const&) = default;
};

// The id of an instrument whose run is over: no later record means it.
inline constexpr InstrumentId ofNoRun{0xffffffff};

// What records of the journal come to, up to one of them: written as a whole, together with how far it goes.
struct RowBatch {
    std::uint64_t behind = 0;            // the last record before these
    std::uint64_t sequence = 0;          // the last of these
    std::uint64_t hash = 0;              // of that record
    Timestamp time;                      // of that record
    bool newRun = false;                 // ids of instruments from before the batch are no longer meant
    std::vector<Instrument> instruments; // of one name the last one counts
    std::vector<AccountRow> accounts;
    std::vector<OrderRow> orders; // of one order the last one counts; the same of all that have a state
    std::vector<FillRow> fills;
    std::vector<RejectRow> rejects;
    std::vector<PositionRow> positions;
    std::vector<BalanceRow> balances;
};

// How far the tables follow the journal.
struct ProjectionState {
    std::uint64_t sequence = 0; // 0: no record yet
    std::uint64_t hash = 0;
    Timestamp time;

    friend bool operator==(ProjectionState const&, ProjectionState const&) = default;
};

// Closed candles and ticks that were seen.
struct CandleRow {
    std::string venue;
    std::string symbol;
    CandleInterval interval{};
    Timestamp start;
    Amount open;
    Amount high;
    Amount low;
    Amount close;
    Amount volume;
    Amount buyVolume;
    Amount turnover;
    std::uint64_t trades = 0;
    bool incomplete = false;

    friend bool operator==(CandleRow const&, CandleRow const&) = default;
};

struct TickRow {
    std::string venue;
    std::string symbol;
    Timestamp time;
    std::uint64_t number = 0; // tells ticks of one time apart; ascending as they came
    Amount price;
    Amount qty;
    Side aggressor = Side::Undisclosed;
    std::uint64_t tradeId = 0;
    Timestamp venueTime;

    friend bool operator==(TickRow const&, TickRow const&) = default;
};

// A span of time that something is missing of.
struct GapRow {
    std::string venue;
    std::string symbol;
    std::string stream; // "ticks", or "candles 1m"
    Timestamp begins;
    Timestamp ends;
    std::uint64_t lost = 0; // how many; 0: nobody knows

    friend bool operator==(GapRow const&, GapRow const&) = default;
};

// A record of the audit trail.
struct AuditRow {
    std::uint64_t sequence = 0;
    Timestamp time;
    std::string actor;
    std::string address;
    std::string action;
    std::string target;
    std::string outcome;
    std::string detail;
    std::string hash; // of it and all before it, in hexadecimal digits

    friend bool operator==(AuditRow const&, AuditRow const&) = default;
};

struct MarketBatch {
    std::vector<CandleRow> candles;
    std::vector<TickRow> ticks;
    std::vector<GapRow> gaps;

    [[nodiscard]] bool empty() const { return candles.empty() && ticks.empty() && gaps.empty(); }
};

} // namespace qob
