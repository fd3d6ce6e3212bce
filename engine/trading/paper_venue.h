#pragma once

#include "engine/api/instrument.h"
#include "engine/market/market.h"
#include "engine/market/order_venue.h"

#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace qob {

// Executes our orders against a market that is not ours to match: nothing we do changes what the market
// shows. Each account is alone with the market: what one takes, is filled or holds is nothing to another.
//
// A taking order fills against the sizes shown on the other side, each of them once until the venue shows it
// anew. A resting order waits behind the size that was shown at its price when it arrived. Trades at its
// price move it up and then fill it, by no more than traded; a trade through its price fills it first. A
// shrinking level that no trade explains was canceled orders, of which it is assumed that they stood evenly
// before and behind us. All of that is an inference about somebody else's queue, and is labelled so where it
// is shown.
//
// The types are those of docs/matching.md, by the market's prices: stops are triggered and trailed by its
// trades; an iceberg's next part, and what is hidden, goes behind everything shown; reduce-only looks at the
// position that fills here have made; lists do what they do in a book. Our own orders never meet each other,
// so self-trade prevention has nothing to do. Refused with OrderUnsupported is what cannot be told from
// outside: pegged orders, and all-or-none orders that rest.
//
//   paper_venue.cpp          requests, and an order's way in and out
//   paper_venue_queue.cpp    what the market does: queues, trades, triggers
//   paper_venue_lists.cpp    linked orders
//
// One thread.
class PaperVenue final : public OrderVenue {
public:
    explicit PaperVenue(Market const& market) : m_market(market) {}

    void connect(VenueReportSink& sink) override { m_sink = &sink; }

    void place(VenueOrder const& order, Timestamp time) override;
    void placeList(Contingency contingency, std::vector<VenueOrder> const& orders, Timestamp time) override;
    void cancel(OrderId order, Timestamp time) override;
    void replace(BookReplace const& request, Timestamp time) override;

    void forget(OrderId order) override;

    void setNetPosition(AccountId account, InstrumentId instrument, Qty net) override
    {
        m_net[{account, instrument}] = net;
    }

    // What the market does, in time order.
    void onInstrument(Instrument const& instrument);
    void onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time);
    void onBookCleared(InstrumentId instrument);
    void onBookUpdated(InstrumentId instrument, Timestamp time);
    void onTrade(Trade const& trade);

    // When the next order's time is over; Timestamp::max: none has one.
    [[nodiscard]] Timestamp nextExpiry() const;

    // Those whose time is over leave.
    void expire(Timestamp now);

    // Forgets every order.
    void clear();

private:
    struct Working {
        enum class Place : std::uint8_t { Entering, Resting, Stop, Held };

        InstrumentId instrument;
        BookOrder order; // as it stands
        Price worst;
        Qty leaves;
        std::uint32_t list = 0; // 0: none
        Place place = Place::Entering;
        std::uint64_t arrival = 0; // rank
        bool touched = false;      // a stop that is due when the book is live

        // Resting
        Qty visible;     // what an iceberg shows
        Qty ahead;       // shown size before us
        Qty shown;       // the level when last seen; negative: not known since the book was cleared
        Qty lastShown;   // the same, but for the clearing
        Qty tradedSince; // traded at our price since then

        [[nodiscard]] bool is(ExecInst inst) const { return has(order.execInst, inst); }

        [[nodiscard]] AccountId account() const { return accountOf(order.id); }
    };

    struct Linked {
        Contingency contingency{};
        OrderId parent; // null: none, or done
        std::vector<OrderId> others;
    };

    using Place = Working::Place;
    using Taken = std::tuple<InstrumentId, Price, AccountId>;
    using Holder = std::pair<AccountId, InstrumentId>;

    // paper_venue.cpp
    [[nodiscard]] std::optional<Error> refusal(VenueOrder const& order, Timestamp now) const;
    [[nodiscard]] ErrorCode lookAtMarket(Working& working) const;
    Working& accept(VenueOrder const& order);
    void enter(OrderId id, Timestamp time);
    void work(OrderId id, Timestamp time);
    bool fixPrice(Working& working, Timestamp time);
    bool cutToPosition(Working& working, Timestamp time);
    void take(OrderId id, Timestamp time);
    void rest(Working& working) const;
    void fill(OrderId id, Price price, Qty qty, Liquidity liquidity, Timestamp time);
    void end(OrderId id, ErrorCode reason, Timestamp time);
    void replaceResting(Working& working, Price price, Qty leaves, Timestamp time);
    void trimReduceOnly(AccountId account, InstrumentId instrument, Timestamp time);
    [[nodiscard]] std::vector<PriceLevel> reachable(Working const& working) const;
    [[nodiscard]] Qty shownAt(Working const& working) const;
    [[nodiscard]] Qty reducible(Working const& working) const;
    void report(VenueReport report, Timestamp time);
    void reportAs(VenueReport::Kind kind, Working const& working, Timestamp time);
    void reject(OrderId id, VenueReport::Kind kind, Error const& reason, Timestamp time);
    [[nodiscard]] Working* find(OrderId order);

    Working remove(OrderId id);

    template <class Which>
    [[nodiscard]] std::vector<OrderId> ordersThat(InstrumentId instrument, Which which) const;

    // paper_venue_queue.cpp
    void fillFromTrade(Trade const& trade);
    [[nodiscard]] Qty standsAt(Working& working, Trade const& trade);
    void followTrade(Trade const& trade);
    void trail(Working& working, Trade const& trade);
    void triggerTouched(InstrumentId instrument, Timestamp time);

    // paper_venue_lists.cpp
    bool refuseList(std::vector<VenueOrder> const& orders, Timestamp time);
    void onLinkedTrade(OrderId id, std::uint32_t list, Timestamp time);
    void onLinkedDone(OrderId id, std::uint32_t list, Qty filled, Timestamp time);
    void releaseChildren(std::uint32_t list, Qty filled, Timestamp time);

    Market const& m_market;
    VenueReportSink* m_sink = nullptr;
    std::map<OrderId, Working> m_orders;
    std::map<InstrumentId, std::map<OrderId, Working*>> m_ofInstrument; // those with orders
    std::set<std::pair<Timestamp, OrderId>> m_expiries;
    std::map<Taken, Qty> m_taken; // shown sizes that an account's orders have used up
    std::map<std::uint32_t, Linked> m_lists;
    std::map<InstrumentId, Price> m_ticks;
    std::map<InstrumentId, Price> m_last; // traded
    std::map<Holder, Qty> m_net;          // what was said, and fills here
    std::uint64_t m_arrivals = 0;
    std::uint32_t m_lastList = 0;
};

// In order of arrival.
template <class Which>
std::vector<OrderId> PaperVenue::ordersThat(InstrumentId instrument, Which which) const
{
    std::map<std::uint64_t, OrderId> found;
    auto const orders = m_ofInstrument.find(instrument);
    if (orders == m_ofInstrument.end()) {
        return {};
    }
    for (auto const& [id, working] : orders->second) {
        if (which(*working)) {
            found.emplace(working->arrival, id);
        }
    }
    std::vector<OrderId> ids;
    for (auto const& [arrival, id] : found) {
        ids.push_back(id);
    }
    return ids;
}

} // namespace qob
