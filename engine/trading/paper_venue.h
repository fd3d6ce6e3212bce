#pragma once

#include "engine/market/market.h"
#include "engine/market/order_venue.h"

#include <map>
#include <vector>

namespace qob {

// Executes our orders against a market that is not ours to match: nothing we do changes what the market
// shows.
//
// A taking order fills against the sizes shown on the other side, each of them once until the venue shows it
// anew. A resting order waits behind the size that was shown at its price when it arrived. Trades at its
// price move it up and then fill it, by no more than traded; a trade through its price fills it first. A
// shrinking level that no trade explains was canceled orders, of which it is assumed that they stood evenly
// before and behind us. All of that is an inference about somebody else's queue, and is labelled so where it
// is shown. One thread.
class PaperVenue final : public OrderVenue {
public:
    explicit PaperVenue(Market const& market) : m_market(market) {}

    void connect(VenueReportSink& sink) override { m_sink = &sink; }

    void place(VenueOrder const& order, Timestamp time) override;
    void cancel(OrderId order, Timestamp time) override;
    void replace(OrderId order, Price price, Qty qty, Timestamp time) override;

    // What the market does, in time order.
    void onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time);
    void onBookCleared(InstrumentId instrument);
    void onTrade(Trade const& trade);

    // Forgets every order.
    void clear();

private:
    struct Resting {
        VenueOrder order;
        Qty leaves;
        Qty ahead;       // shown size before us
        Qty shown;       // the level when last seen; negative: not known since the book was cleared
        Qty tradedSince; // traded at our price since then
    };

    using Taken = std::pair<InstrumentId, Price>;

    [[nodiscard]] std::vector<PriceLevel> reachable(VenueOrder const& order) const;
    [[nodiscard]] Qty shownAt(VenueOrder const& order) const;
    void take(Resting& taker, Timestamp time);
    void rest(Resting resting, Timestamp time, VenueReport::Kind answer);
    void fill(Resting& resting, Price price, Qty qty, Liquidity liquidity, Timestamp time);
    void report(VenueReport report, Timestamp time);
    [[nodiscard]] std::vector<Resting>::iterator find(OrderId order);

    Market const& m_market;
    VenueReportSink* m_sink = nullptr;
    std::vector<Resting> m_orders; // in order of arrival
    std::map<Taken, Qty> m_taken;  // shown sizes that our own orders have used up
};

} // namespace qob
