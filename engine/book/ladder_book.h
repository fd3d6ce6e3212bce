#pragma once

#include "engine/base/exact_divisor.h"
#include "engine/book/auction.h"
#include "engine/book/ladder.h"

#include <boost/container/static_vector.hpp>

#include <set>
#include <unordered_map>

namespace qob {

// A limit order that carries nothing special: what nearly all orders are.
struct PlainOrder {
    OrderId id;
    Price price;
    Qty qty;
    OwnerId owner;
    Side side;
    TimeInForce timeInForce; // Day, GoodTillCancel or ImmediateOrCancel
    SelfTrade selfTrade;
};

// The fast matching book. A plain limit order touches four things: its record, a chunk and a level of the
// ladder, and the event it causes:
//
//   OrderId ---> records[slot]  generation owner entry place side flags queued acceptance     32 bytes
//                                              |
//                lit ladder   level --- chunk: the slots of up to eleven orders   64 bytes    (ladder.h)
//
// Everything else an order can be is kept beside that and costs a plain order a predictable branch: `terms`
// (a cold array in step with the records) for what only some orders have; a second ladder for what rests
// unseen; small sorted sets for what waits, entered only by settle() after a call.
//
//   ladder_book_plain.h       the plain path: add and cancel
//   ladder_book.cpp           what is around it: an order arrives, rests, is replaced, is no more
//   ladder_book_match.cpp     taking: one order against the queues of the other side
//   ladder_book_orders.cpp    every other order type's way in and out, mass cancel, expiry
//   ladder_book_replace.cpp   their replace
//   ladder_book_lists.cpp     orders that are linked
//   ladder_book_settle.cpp    triggers, pegs, all-or-none, reduce-only: what follows from a change
//   ladder_book_dry_run.cpp   whether an order can be filled whole
//   ladder_book_auction.cpp   trading states and uncrossing
//   ladder_book_image.cpp     image, restore and the questions
class LadderBook final : public MatchingBook {
public:
    // Books of one pool must not use the same slot at a time.
    LadderBook(BookRules const& rules, OrderPool& pool);
    explicit LadderBook(BookRules const& rules);
    ~LadderBook() override;

    void add(BookOrder const& order, BookEvents& out) override;

    // The same as add() of such an order, and faster.
    void addPlain(PlainOrder const& order, BookEvents& out);
    void addList(Contingency contingency, std::span<const BookOrder> orders, BookEvents& out) override;
    void cancel(OrderId order, OwnerId owner, BookEvents& out) override;
    void replace(BookReplace const& request, BookEvents& out) override;
    void massCancel(BookMassCancel const& request, BookEvents& out) override;
    void setState(TradingState state, BookEvents& out) override;
    void setBand(PriceBand band) override;

    void setGate(ListGate* gate) override { m_gate = gate; }

    void setNetPosition(OwnerId owner, Qty net, BookEvents& out) override;
    void advanceTime(Timestamp now, BookEvents& out) override;

    [[nodiscard]] TradingState state() const override { return m_state; }

    [[nodiscard]] PriceBand const& band() const { return m_band; }

    [[nodiscard]] std::optional<PriceLevel> best(Side side) const override;
    void levels(Side side, std::size_t count, std::vector<PriceLevel>& out) const override;
    [[nodiscard]] std::optional<OrderImage> find(OrderId order) const override;
    [[nodiscard]] Qty queueAhead(OrderId order) const override;

    [[nodiscard]] Price lastPrice() const override { return Price(m_lastTick * m_tickSize); }

    [[nodiscard]] std::size_t orderCount() const override { return m_live; }

    // How often a call had to walk through the other side to see whether an order fills: for tests.
    [[nodiscard]] std::uint64_t dryRuns() const { return m_dryRuns; }

    [[nodiscard]] std::optional<AuctionQuote> auctionQuote() const override;
    [[nodiscard]] BookImage image() const override;
    void restore(BookImage const& image) override;

    // Cancels a live order for a reason of the venue's.
    void evict(OrderId order, ErrorCode reason, BookEvents& out);

    // Several, all before anything follows from it. Some may go with those before them.
    void evict(std::span<OrderId const> orders, ErrorCode reason, BookEvents& out);

    // What a MarketToLimit of this side would become a Limit at now; 0: nothing to trade with.
    [[nodiscard]] Price priceToTake(Side side) const;

    // What entering that state would uncross at; 0: it would not uncross.
    [[nodiscard]] Price uncrossingAt(TradingState next) const;

    [[nodiscard]] BookRules const& rules() const { return m_rules; }

    // The earliest expiry of its orders; Timestamp::max: none.
    [[nodiscard]] Timestamp nextExpiry() const
    {
        return m_expiry.empty() ? Timestamp::max() : Timestamp(m_expiry.begin()->key);
    }

    // Lit levels, best first, until `visit(PriceLevel)` returns false.
    template <class Visit>
    void eachLevel(Side side, Visit&& visit) const
    {
        unsigned const index = indexOf(side);
        const std::int64_t end = index == 0 ? PriceLadder::noBid : PriceLadder::noAsk;
        for (auto tick = m_lit.best(index); tick != end; tick = m_lit.next(index, tick)) {
            if (!visit(PriceLevel{priceOf(tick), Qty(m_lit.qtyAt(tick))})) {
                return;
            }
        }
    }

    // Hints for a caller that knows what comes next, in two steps a few commands apart: they load what the
    // call will touch, first an order's record and a price's level, then the queues these lead to. Always
    // inlined: gcc takes a function of nothing but prefetches for one without effect, and drops the call.
    [[gnu::always_inline]] void prefetch(OrderId order, Price price) const
    {
        __builtin_prefetch(&m_records[slotOf(order)], 1);
        prefetch(price);
    }

    [[gnu::always_inline]] void prefetch(Price price) const { m_lit.prefetchLevel(tickOf(price)); }

    [[gnu::always_inline]] void prefetchQueues(OrderId order, Price price) const
    {
        m_lit.prefetchChunk(m_records[slotOf(order)]);
        prefetchQueue(price);
    }

    [[gnu::always_inline]] void prefetchQueue(Price price) const { m_lit.prefetchEnd(tickOf(price)); }

private:
    using Place = OrderRecord::Place;
    using Kind = BookEvent::Kind;

    // An order on its way through the book.
    struct Taker {
        Slot slot;
        unsigned side;
        OrderId id;
        OwnerId owner;
        OwnerId ownToPrevent; // makers of this owner are self-trades to prevent; noOwner: none
        std::int64_t limit;   // tick
        std::int64_t leaves;
        bool careful;     // something follows from each of its trades
        bool stopped;     // it takes no more
        bool gone;        // canceled in mid-course
        ErrorCode reason; // why
    };

    // What waits, by a key and then a rank.
    struct Waiting {
        std::int64_t key;
        std::uint64_t rank;
        Slot slot;

        friend auto operator<=>(Waiting const&, Waiting const&) = default;
    };

    using WaitingSet = std::pmr::set<Waiting>;

    static constexpr std::size_t maxListOrders = 8;
    using ListOrders = boost::container::static_vector<OrderId, maxListOrders>;

    struct OrderList {
        Contingency contingency{};
        bool parentLives = false;
        ListOrders orders;                 // those living; the first is the parent, if it lives
        mutable std::uint64_t endedIn = 0; // the dry run it ended in
    };

    static constexpr OwnerId noOwner{0xffffffff};
    static constexpr std::uint32_t maxOwners = DryRunNotes::maxOwners;

    // ladder_book.cpp, ladder_book_match.cpp
    [[nodiscard]] static bool isPlain(BookOrder const& order);
    [[nodiscard]] bool admits(PlainOrder const& order, std::uint64_t tick) const;
    [[nodiscard]] bool isWorthIt(Price price, Qty qty) const;
    void admitBetween();
    [[nodiscard]] bool fits(std::uint64_t tick, Qty qty) const;
    void arrive(Slot slot, std::int64_t tick, std::int64_t leaves, Kind answer, BookEvents& out);
    void take(Slot slot, std::int64_t tick, std::int64_t leaves, Kind answer, BookEvents& out);
    void match(Taker& taker, BookEvents& out);
    void takeLevel(Taker& taker, PriceLadder& ladder, std::int64_t tick, BookEvents& out);
    [[gnu::always_inline]] void
    sayTrade(Taker const& taker, Slot slot, PriceLevel const& traded, Qty levelQty, BookEvents& out);
    void tradeCarefully(Taker& taker, Slot maker, std::int64_t inPlace, BookEvents& out);
    void preventSelfTrade(Taker& taker, Slot maker, std::int64_t inPlace, BookEvents& out);
    void takeFromMaker(Taker& taker, Slot slot, std::int64_t qty, Kind kind, BookEvents& out);
    bool takeAllOrNone(Taker& taker, std::int64_t before, BookEvents& out);
    void rest(Slot slot, std::int64_t tick, std::int64_t leaves, Kind kind, BookEvents& out);
    void conclude(Taker const& taker, bool mayRest, BookEvents& out);

    void noteTrade(std::int64_t tick)
    {
        m_lastTick = tick;
        m_lowestTrade = std::min(m_lowestTrade, tick);
        m_highestTrade = std::max(m_highestTrade, tick);
    }

    [[nodiscard]] bool meets(unsigned side, std::int64_t limit, std::int64_t leaves) const;

    // Whether an order of this side and limit may trade at `tick`.
    [[nodiscard]] static bool reaches(unsigned side, std::int64_t limit, std::int64_t tick)
    {
        return (tick ^ turnOf(side)) <= (limit ^ turnOf(side));
    }

    void replacePlain(Slot slot, BookReplace const& request, BookEvents& out);

    // By value: so the order need not be in memory where addPlain() is inlined.
    [[gnu::cold]] void addAnyway(PlainOrder order, BookEvents& out);
    void takePlain(Slot slot, std::int64_t tick, Qty qty, BookEvents& out);
    void cancelAnyway(OrderId id, OwnerId owner, BookEvents& out);
    void fill(OrderRecord& made, PlainOrder const& order);
    OrderRecord& newRecord(BookOrder const& order);
    void remove(Slot slot, ErrorCode reason, BookEvents& out);
    void finish(Slot slot, std::int64_t filled, BookEvents& out);
    BookEvent& say(Kind kind, Slot slot, BookEvents& out) const;
    void reject(OrderId order, OwnerId owner, ErrorCode reason, BookEvents& out) const;
    [[nodiscard]] Taker takerOf(Slot slot, std::int64_t limit, std::int64_t leaves) const;

    // ladder_book_orders.cpp
    void addSpecial(BookOrder const& order, BookEvents& out);
    [[nodiscard]] ErrorCode refusal(BookOrder const& order) const;
    [[nodiscard]] ErrorCode stateRefusal(BookOrder const& order) const;
    [[nodiscard]] ErrorCode look(BookOrder& order) const;
    [[nodiscard]] ErrorCode lookPostOnly(BookOrder& order) const;
    Slot accept(BookOrder const& order);
    void answer(Kind kind, Slot slot, BookEvents& out) const;
    void enter(Slot slot, Kind kind, BookEvents& out);
    void takeSpecial(Slot slot, Kind kind, BookEvents& out);
    bool fixPrice(Slot slot, BookEvents& out);
    bool cutToPosition(Slot slot, Kind kind, BookEvents& out);
    void cancelEntering(Slot slot, ErrorCode reason, BookEvents& out);
    void watch(WaitingSet& set, Waiting const& waiting);
    void unwatch(WaitingSet& set, Waiting const& waiting);
    void waitAs(Place place, Slot slot);
    void waitAsStop(Slot slot);
    void leaveWaiting(Slot slot);
    void forget(Slot slot);
    [[nodiscard]] OrderId listOf(Slot slot) const;
    [[nodiscard]] Waiting allOrNone(Slot slot) const;
    [[nodiscard]] Price waitingPrice(Slot slot) const;
    std::vector<Slot> const& byAcceptance();

    // ladder_book_replace.cpp
    void replaceSpecial(Slot slot, BookReplace const& request, BookEvents& out);
    [[nodiscard]] ErrorCode replaceRefusal(Slot slot, BookReplace const& request) const;
    void replaceQueued(Slot slot, Price price, std::int64_t total, BookEvents& out);
    void requeue(Slot slot, BookOrder const& changed, std::int64_t leaves, BookEvents& out);
    void replacePegged(Slot slot, Price price, std::int64_t leaves, BookEvents& out);
    void replaceWaiting(Slot slot, BookReplace const& request, std::int64_t leaves, BookEvents& out);
    void giveTerms(Slot slot);

    // ladder_book_lists.cpp
    void enterListed(Slot slot, BookEvents& out);
    void onListedTrade(OrderId id, OrderId head, BookEvents& out);
    void onListedDone(OrderId id, OrderId head, std::int64_t filled, BookEvents& out);
    void releaseChildren(OrderList const& list, std::int64_t filled, BookEvents& out);
    void joinList(Contingency contingency, bool parentLives, ListOrders const& orders);
    void leaveList(OrderId id, OrderId head);

    // ladder_book_settle.cpp
    void settle(BookEvents& out);
    void elect(BookEvents& out);
    void followTrades(Slot slot, std::int64_t lowest, std::int64_t highest, BookEvents& out);
    bool triggerElected(BookEvents& out);
    bool enterChild(BookEvents& out);
    bool trimReduceOnly(BookEvents& out);
    bool repeg(BookEvents& out);
    void placePeg(Slot slot, std::int64_t tick, BookEvents& out);
    bool fillAllOrNone(BookEvents& out);
    void touchLastPrice();
    [[nodiscard]] std::int64_t pegTick(OrderTerms const& terms, unsigned side) const;
    [[nodiscard]] std::int64_t reducible(OwnerId owner, unsigned side) const;
    [[nodiscard]] std::int64_t marketLimit(BookOrder const& order) const;
    [[nodiscard]] std::int64_t bandEdge(unsigned side) const;

    // ladder_book_dry_run.cpp
    class DryRun;
    [[nodiscard]] bool canFill(Slot slot, std::int64_t limit) const;
    [[nodiscard]] bool meetsAny(unsigned side, std::int64_t limit) const;
    [[nodiscard]] bool shownSuffices(unsigned side, std::int64_t limit, std::int64_t leaves) const;

    // ladder_book_auction.cpp
    struct Uncrossed {
        OrderId id;
        OrderId listHead;
        std::int64_t leaves;
        std::int64_t filled;
    };

    [[nodiscard]] std::optional<AuctionPrice> gather(bool closing) const;
    Price uncross(bool closing, BookEvents& out);
    void bookUncrossed(BookEvents& out);
    void restateLit(Slot slot, std::int64_t leaves, BookEvents& out);
    void releaseCollected(Price uncrossed, BookEvents& out);
    void endDay(BookEvents& out);
    [[nodiscard]] bool uncrossesInto(TradingState next) const;

    // ladder_book_image.cpp
    [[nodiscard]] OrderImage imageOf(Slot slot) const;
    void restorePlace(Slot slot, OrderImage const& at, BookEvents& unsaid);

    // Null: not a live order of this book.
    [[nodiscard]] OrderRecord* live(OrderId order);
    [[nodiscard]] OrderRecord const* live(OrderId order) const;

    [[nodiscard]] OrderRecord& record(Slot slot) { return m_records[slot]; }

    [[nodiscard]] OrderRecord const& record(Slot slot) const { return m_records[slot]; }

    // OrderQty, fills included.
    [[nodiscard]] std::int64_t totalOf(Slot slot) const
    {
        OrderRecord const& order = record(slot);
        return order.is(OrderRecord::hasTotal) ? m_totals[slot] : order.queued;
    }

    // The same to be changed; to be had before what is queued changes.
    std::int64_t& keepTotal(Slot slot)
    {
        const std::int64_t total = totalOf(slot);
        record(slot).flags |= OrderRecord::hasTotal;
        return m_totals[slot] = total;
    }

    [[nodiscard]] OrderTerms& terms(Slot slot) { return m_pool.terms[slot]; }

    [[nodiscard]] OrderTerms const& terms(Slot slot) const { return m_pool.terms[slot]; }

    [[nodiscard]] OrderId idOf(Slot slot) const { return makeOrderId(slot, record(slot).generation); }

    [[nodiscard]] std::uint64_t rankOf(Slot slot) const { return record(slot).acceptance; }

    [[nodiscard]] std::int64_t leavesOf(Slot slot) const;
    [[nodiscard]] std::int64_t tickOf(Slot slot) const;

    [[nodiscard]] PriceLadder& ladderOf(Place place) { return place == Place::Lit ? m_lit : m_dark; }

    [[nodiscard]] PriceLadder const& ladderOf(Place place) const
    {
        return place == Place::Lit ? m_lit : m_dark;
    }

    [[nodiscard]] Price priceOf(std::int64_t tick) const { return Price(tick * m_tickSize); }

    [[nodiscard]] std::int64_t tickOf(Price price) const
    {
        return static_cast<std::int64_t>(m_tick.quotient(price.value));
    }

    static Side sideOf(unsigned side) { return side == 0 ? Side::Buy : Side::Sell; }

    static unsigned indexOf(Side side) { return static_cast<unsigned>(side) - static_cast<unsigned>('1'); }

    // -1 for sells: turns the order of ticks round, so that one comparison serves both sides.
    static std::int64_t turnOf(unsigned side) { return -static_cast<std::int64_t>(side); }

    std::unique_ptr<OrderPool> m_ownPool; // outlives everything below

    // What a plain order touches comes first.
    OrderRecord* m_records; // of the pool
    std::int64_t* m_totals; // of the pool
    std::int64_t* m_nets;   // of m_net
    ExactDivisor m_tick;
    ExactDivisor m_lot;
    std::int64_t m_tickSize;
    std::uint64_t m_lowestTick = 1; // what admits() lets through: rules, band and state in two comparisons
    std::uint64_t m_tickSpan = 0;
    std::uint64_t m_leastLots = 1;
    std::uint64_t m_lotSpan = 0;
    std::uint64_t m_lastAcceptance; // with the book's number in the high 16 bits
    std::size_t m_live = 0;
    std::size_t m_watchers = 0;   // orders that settle() must look after
    std::size_t m_unseen = 0;     // orders dark or waiting as AllOrNone: a taker may meet more than is shown
    std::uint32_t m_ownerEnd = 0; // owners seen are below
    std::uint32_t m_maxOrders;
    InstrumentId m_instrument;
    bool m_hasLeastValue = false;
    PriceLadder m_lit;

    BookRules m_rules;
    OrderPool& m_pool;
    std::uint64_t m_firstAcceptance;
    TradingState m_state = TradingState::Continuous;
    PriceBand m_band;
    Timestamp m_now;
    std::int64_t m_lastTick = 0;  // 0: nothing traded yet
    std::size_t m_specialLit = 0; // lit orders whose quantity in the queue is not simply theirs to trade
    PriceLadder m_dark;
    PagedArray<std::int64_t> m_net; // by owner

    std::int64_t m_lowestTrade = PriceLadder::noAsk; // ticks traded at since settle() last looked
    std::int64_t m_highestTrade = PriceLadder::noBid;
    std::uint64_t m_lastStamp = 0;
    Taker* m_taking = nullptr; // whose match() runs now
    ListGate* m_gate = nullptr;
    WaitingSet m_stops[2];     // by distance of the trigger, then by stamp
    WaitingSet m_trailing;     // these and all below by acceptance, but where said
    WaitingSet m_allOrNone[2]; // by price, the most eager first, then by acceptance
    WaitingSet m_pegs;         // also those that rest
    WaitingSet m_reduceOnly;   // lit
    WaitingSet m_collected;    // by stamp
    WaitingSet m_held;
    WaitingSet m_freed;      // of those held, whose parent is done: they may enter
    WaitingSet m_expiry;     // by time
    bool m_pegsMoved = true; // what pegs go by may be another
    std::int64_t m_peggedTo[2] = {PriceLadder::noBid, PriceLadder::noAsk};
    std::vector<OrderId> m_elected; // those from m_nextElected on, the first to be triggered first
    std::size_t m_nextElected = 0;
    std::vector<Slot> m_byAcceptance; // these are kept for their memory
    std::vector<OrderId> m_named;     // orders that the call goes through
    std::vector<Uncrossed> m_uncrossed;
    mutable Auction m_auction;
    std::vector<OrderId> m_repegged;
    std::vector<Waiting> m_eager; // of those waiting as AllOrNone, whose limit meets somebody
    mutable std::uint64_t m_dryRuns = 0;
    std::pmr::unordered_map<OrderId, OrderList> m_lists; // by their first order
};

inline OrderRecord* LadderBook::live(OrderId id)
{
    if (slotOf(id) >= m_maxOrders) [[unlikely]] {
        return nullptr;
    }
    OrderRecord& order = record(slotOf(id));
    bool const here = order.place != Place::Nowhere && order.generation == generationOf(id) &&
                      ((order.acceptance ^ m_firstAcceptance) >> OrderRecord::bookShift) == 0;
    return here ? &order : nullptr;
}

inline OrderRecord const* LadderBook::live(OrderId id) const
{
    return const_cast<LadderBook*>(this)->live(id);
}

} // namespace qob

#include "engine/book/ladder_book_plain.h" // IWYU pragma: export
