#pragma once

#include "engine/api/event.h"

#include <deque>
#include <map>
#include <mutex>
#include <variant>
#include <vector>

namespace qob {

// One message of the Orders stream. An OrderList voids what came before it, but no answer that refuses: those
// are in no list.
using OrderEvent = std::variant<OrderList, ExecutionReport, OrderCancelReject>;

struct InstrumentBatch {
    bool reset = false; // forget the instruments held so far
    std::vector<Instrument> instruments;
};

struct DepthBatch {
    InstrumentId instrument;
    bool reset = false; // it does not follow on the one before
    DepthPtr depth;     // null: what is held is void, a snapshot follows
};

struct TradesBatch {
    InstrumentId instrument;
    bool reset = false;
    TradeBatch trades;
};

struct HeatBatch {
    InstrumentId instrument;
    bool reset = false;
    HeatUpdate heat;
};

struct TickerBatch {
    bool reset = false; // forget those held so far
    std::vector<Ticker> tickers;
};

struct NoticeBatch {
    bool reset = false; // these are all there are
    std::vector<Notice> notices;
};

// What arrived since the last batch, conflated.
struct EventBatch {
    std::optional<InstrumentBatch> instruments;
    std::optional<MarketStatus> market;
    std::vector<FeedStatus> feeds;
    std::optional<TickerBatch> tickers;
    std::vector<DepthBatch> depths;
    std::vector<TradesBatch> trades;
    std::vector<HeatBatch> heat;
    std::vector<OrderEvent> orders;
    std::optional<AccountReport> account;
    std::optional<NoticeBatch> notices;
    std::vector<Topic> broken; // streams with a hole in their sequence: subscribe again
};

// How much may wait for the reader.
struct EventBoxLimits {
    std::size_t orders = 4096;     // more: put() is refused
    std::size_t trades = 2000;     // an instrument; the oldest are dropped and counted
    std::size_t heatChunks = 4096; // an instrument; more: put() is refused
    std::size_t notices = 500;     // the oldest are dropped
};

// The bounded place between the session's thread and the GUI thread. It keeps the newest of what can be
// conflated and everything of what cannot, and watches each stream's sequence. Any thread may call; nothing
// waits for longer than a few copies.
class EventBox {
public:
    enum class Put : std::uint8_t {
        Kept,
        KeptFirst, // kept, and the reader has to be woken
        Refused,   // no room: the stream waits for its snapshot
    };

    explicit EventBox(EventBoxLimits limits = {}) : m_limits(limits) {}

    // Events of a topic are kept between open and close; the first one must be a snapshot.
    void open(Topic const& topic);
    void close(Topic const& topic);

    Put put(Event const& event);

    // Everything that waits; the next put() asks for a wake again.
    EventBatch take();

private:
    struct Stream {
        std::uint64_t next = 0;
        bool waiting = true; // for a snapshot; everything else is passed over
    };

    struct TradeRing {
        bool reset = false;
        std::deque<Trade> trades;
        std::uint64_t dropped = 0;
    };

    // False: passed over.
    bool inSequence(Event const& event, Stream& stream);
    bool keep(Event const& event);
    void markVoid(Topic const& topic);
    void forget(Topic const& topic);
    bool keepInstruments(Event const& event, InstrumentList const& list);
    bool keepTickers(Event const& event, TickerList const& list);
    bool keepTrades(Event const& event, TradeBatch const& batch);
    bool keepHeat(Event const& event, HeatUpdate const& update);
    HeatBatch& heatOf(InstrumentId instrument);
    void keepRefusals();
    bool keepOrder(Event const& event, OrderEvent&& order);
    bool keepNotices(Event const& event, NoticeList const& list);

    EventBoxLimits m_limits;
    std::mutex m_mutex;
    std::map<Topic, Stream> m_streams;
    bool m_wakePending = false;

    std::optional<InstrumentBatch> m_instruments;
    std::optional<MarketStatus> m_market;
    std::map<InstrumentId, FeedStatus> m_feeds;
    bool m_tickersReset = false;
    std::map<InstrumentId, Ticker> m_tickers;
    std::map<InstrumentId, DepthBatch> m_depths;
    std::map<InstrumentId, TradeRing> m_trades;
    std::map<InstrumentId, HeatBatch> m_heat;
    std::vector<OrderEvent> m_orders;
    std::optional<AccountReport> m_account;
    std::optional<NoticeBatch> m_notices;
    std::vector<Topic> m_broken;
};

} // namespace qob
