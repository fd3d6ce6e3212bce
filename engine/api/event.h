#pragma once

#include "engine/api/account.h"
#include "engine/api/candle.h"
#include "engine/api/consolidated.h"
#include "engine/api/instrument.h"
#include "engine/api/market_data.h"
#include "engine/api/order.h"
#include "engine/api/ticker.h"

#include <compare>
#include <memory>
#include <variant>
#include <vector>

namespace qob {

enum class TopicKind : std::uint8_t {
    Instruments,  // InstrumentList: all, then the new or changed ones
    Market,       // MarketStatus: the newest replaces
    Feed,         // FeedStatus of each instrument: the newest replaces
    Depth,        // DepthPtr of one instrument: the newest replaces
    Trades,       // TradeBatch of one instrument: the last ones, then each
    Heat,         // HeatUpdate of one instrument: all chunks, then the changed one
    Orders,       // OrderList, then ExecutionReport and OrderCancelReject: nothing is ever left out
    Account,      // AccountReport: the newest replaces
    Notices,      // NoticeList: what a user should be told; the last ones, then each
    Ticker,       // TickerList of one instrument, or of all where it is 0: all, then the changed ones
    Candles,      // CandleBatch of one instrument and interval: all that are kept, then the changed ones
    Consolidated, // ConsolidatedPtr of one canonical name: the newest replaces
    HeatPast,     // HeatUpdate of one hour of an instrument as it was recorded, once; columns are of a second
};

struct Topic {
    TopicKind kind{};
    InstrumentId instrument;   // Depth, Trades, Heat, HeatPast, Ticker and Candles only
    CandleInterval interval{}; // Candles only
    CanonicalName name{};      // Consolidated only
    bool withFees = false;     // Consolidated only
    std::int64_t hour = 0;     // HeatPast only: hours since 1970

    friend auto operator<=>(Topic const&, Topic const&) = default;
};

struct InstrumentList {
    std::vector<Instrument> instruments;
};

enum class MarketKind : std::uint8_t { Sim, Replay, Live };

struct MarketStatus {
    MarketKind kind = MarketKind::Sim;
    Timestamp now; // market time
    Timestamp begin;
    Timestamp end; // of the recording; max where there is none
    double speed = 1.0;
    bool paused = false;
    bool ended = false;
    std::uint32_t loading = 0; // instruments whose history is still being rolled
    bool recording = false;
    std::uint64_t recordedBytes = 0; // since recording began
};

using DepthPtr = std::shared_ptr<const DepthView>;

struct TradeBatch {
    std::vector<Trade> trades; // oldest first
    std::uint64_t dropped = 0; // how many before these were left out since the last batch
};

struct HeatUpdate {
    std::vector<HeatChunkPtr> chunks; // oldest first
};

// The snapshot of Orders: every order of the session as ExecType::OrderStatus, then its fills as
// ExecType::Trade.
struct OrderList {
    std::vector<ExecutionReport> orders;
    std::vector<ExecutionReport> fills;
};

struct Notice {
    enum class Level : std::uint8_t { Info, Warning, Error };

    Level level = Level::Info;
    Timestamp time;
    std::string text;
    std::optional<ErrorCode> code;
};

struct NoticeList {
    std::vector<Notice> notices; // oldest first
};

// What the receiver holds of this topic is void; a snapshot follows.
struct Resync {};

using Payload = std::variant<
    InstrumentList,
    MarketStatus,
    FeedStatus,
    DepthPtr,
    TradeBatch,
    HeatUpdate,
    OrderList,
    ExecutionReport,
    OrderCancelReject,
    AccountReport,
    NoticeList,
    TickerList,
    CandleBatch,
    ConsolidatedPtr,
    Resync>;

// One message of a stream. The first of a subscription and the first after a Resync have `snapshot` set; each
// other one has the sequence of the one before plus one.
struct Event {
    Topic topic;
    std::uint64_t sequence = 0;
    bool snapshot = false;
    Payload payload;
};

} // namespace qob
