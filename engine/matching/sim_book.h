#pragma once

#include "engine/book/ladder_book.h"
#include "engine/market/market.h"
#include "engine/market/order_venue.h"
#include "engine/matching/agent.h"
#include "engine/matching/fair_value.h"
#include "engine/matching/sim_spec.h"

#include <queue>

#include <deque>
#include <map>
#include <unordered_map>
#include <variant>

namespace qob {

// One instrument of the simulated exchange: a real matching book, the agents that trade in it, and the orders
// of our own accounts, each an owner in the book. Everything that happens in it follows from the seed and
// from those orders. One thread.
class SimBook final : private AgentWorld, private ListGate {
public:
    SimBook(SimListing const& listing, std::uint64_t seed, Timestamp start);

    // When something happens next.
    [[nodiscard]] Timestamp next() const;

    // Runs what happens then.
    void step(MarketListener& listener, VenueReportSink* reports);

    // Own orders, in time order; they take effect in the step at that time.
    void place(VenueOrder const& order, Timestamp time);
    void placeList(Contingency contingency, std::vector<VenueOrder> const& orders, Timestamp time);
    void cancelOwn(OrderId order, Timestamp time);
    void replace(BookReplace const& request, Timestamp time);
    void setNetPosition(AccountId account, Qty net);

    void depth(std::size_t levels, DepthView& out) const;
    [[nodiscard]] FeedStatus feed() const;

    [[nodiscard]] Instrument const& instrument() const { return m_instrument; }

private:
    struct Cancel {
        OrderId order;
    };

    struct List {
        Contingency contingency{};
        std::vector<VenueOrder> orders;
    };

    struct Request {
        Timestamp time;
        std::variant<VenueOrder, List, Cancel, BookReplace> what;
    };

    // One of our orders, as the book has told of it.
    struct Own {
        OrderId ours;
        Side side{};
        OrdType ordType{};
        Price price;
        Price stopPx;
        Price worst; // of a market-to-limit order, what it was paid for
        Qty total;
        Qty cum;
        Qty queueAhead{-1};
        bool iceberg = false;
    };

    // AgentWorld
    [[nodiscard]] Timestamp now() const override { return m_now; }

    [[nodiscard]] std::int64_t bestBid() const override;
    [[nodiscard]] std::int64_t bestAsk() const override;
    [[nodiscard]] double fairTick() const override;

    [[nodiscard]] std::int64_t typicalLots() const override { return m_typicalLots; }

    OrderId place(OwnerId owner, Side side, std::int64_t tick, std::int64_t lots, TimeInForce tif) override;
    void cancel(OwnerId owner, OrderId order) override;
    [[nodiscard]] bool isWorking(OrderId order) const override;

    // ListGate
    bool mayEnter(OrderId order) override;

    void apply(VenueOrder const& order);
    void apply(List const& list);
    void apply(Cancel const& cancel);
    void apply(BookReplace const& replace);
    BookOrder adopt(VenueOrder const& order);
    [[nodiscard]] bool isBeyondReach(OrdType ordType, Side side, Price worst) const;
    void publish();
    void showLevel(BookEvent const& event, Side side);
    void flushLevel();
    void giveBackIds(BookEvent const& event);
    void publishOwn(BookEvent const& event);
    void publishRestated(Own& own, BookEvent const& event);
    void publishPrevented(OrderId order, Qty leaves, Qty qty);
    void publishTrade(BookEvent const& event);
    void report(VenueReport report);
    void noteQueueMove(BookEvent const& event);
    void reportQueueMoves();
    [[nodiscard]] bool isIceberg(BookEvent const& trade) const; // its maker
    [[nodiscard]] Agent& agentOf(OwnerId owner) const;
    [[nodiscard]] OrderId bookIdOf(OrderId ours) const;
    void forgetOwn(OrderId order);
    void refuse(OrderId ours, VenueReport::Kind kind, ErrorCode reason);
    [[nodiscard]] static VenueReport about(Own const& own, VenueReport::Kind kind);

    Instrument m_instrument;
    Timestamp m_start;
    Timestamp m_now;
    double m_tickFactor;
    std::int64_t m_typicalLots;
    mutable FairValue m_fair; // rolled forward as it is read
    std::unique_ptr<LadderBook> m_book;
    std::vector<std::unique_ptr<Agent>> m_agents;

    using Wake = std::pair<Timestamp, std::size_t>; // agent index
    std::priority_queue<Wake, std::vector<Wake>, std::greater<>> m_wakes;
    std::deque<Request> m_requests;
    std::map<OrderId, Own> m_own;                   // by the id inside the book
    std::unordered_map<OrderId, OrderId> m_bookIds; // of own orders, by our id

    // Where queues moved since reportQueueMoves(): levels that lost something, own orders that came; or
    // anywhere.
    std::vector<std::pair<Side, Price>> m_movedLevels;
    std::vector<OrderId> m_arrived;
    bool m_movedAnywhere = false;

    BookEvents m_events;
    MarketListener* m_listener = nullptr; // during step()
    VenueReportSink* m_reports = nullptr;
    OrderIds m_ids;
    Side m_levelSide{};
    PriceLevel m_level{Price(), BookEvent::noLevel}; // changed, not yet shown
    std::uint64_t m_messages = 0;
    std::uint64_t m_trades = 0;
};

} // namespace qob
