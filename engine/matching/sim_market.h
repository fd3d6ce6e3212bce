#pragma once

#include "engine/market/market.h"
#include "engine/market/order_venue.h"
#include "engine/matching/sim_book.h"

namespace qob {

struct SimSettings {
    std::uint64_t seed = 1;
    Timestamp start;  // of the simulated time
    Duration history; // how much past there is before the present, made by rollHistory
};

// The simulated market: three venues, each a matching book a symbol. All books follow from the seed; each is
// independent of the others but for the fair value that the venues of a symbol share, so their pasts can be
// rolled in any order and still be the same. One thread.
class SimMarket final : public Market, public OrderVenue {
public:
    explicit SimMarket(SimSettings const& settings);

    [[nodiscard]] MarketKind kind() const override { return MarketKind::Sim; }

    // The present at the start: the past before it is history.
    [[nodiscard]] Timestamp begin() const override { return m_begin; }

    [[nodiscard]] Timestamp end() const override { return Timestamp::max(); }

    [[nodiscard]] Timestamp nextEventTime() override;
    void runUntil(Timestamp limit, MarketListener& listener) override;
    void depth(InstrumentId instrument, std::size_t levels, DepthView& out) const override;
    [[nodiscard]] FeedStatus feed(InstrumentId instrument) const override;

    [[nodiscard]] bool canRewind() const override { return false; }

    void rewind() override;
    void rollHistory(InstrumentId instrument, std::size_t events, MarketListener& listener) override;
    [[nodiscard]] std::vector<InstrumentId> historyPending() const override;

    void connect(VenueReportSink& sink) override { m_reports = &sink; }

    void place(VenueOrder const& order, Timestamp time) override;
    void placeList(Contingency contingency, std::vector<VenueOrder> const& orders, Timestamp time) override;
    void cancel(OrderId order, Timestamp time) override;
    void replace(BookReplace const& request, Timestamp time) override;

    void forget(OrderId order) override { m_orders.erase(order); }

    void setNetPosition(AccountId account, InstrumentId instrument, Qty net) override;

private:
    struct Slot {
        std::unique_ptr<SimBook> book;
        bool rolling = false; // its past is being made
        bool ready = false;   // its past is made; it takes part in runUntil
    };

    [[nodiscard]] Slot& slot(InstrumentId instrument) { return m_slots.at(instrument.value - 1); }

    [[nodiscard]] Slot const& slot(InstrumentId instrument) const { return m_slots.at(instrument.value - 1); }

    // Whether the book takes orders; if not, the order is refused.
    bool ready(VenueOrder const& order, Timestamp time);

    // The ready book with the earliest event; null when none is ready.
    [[nodiscard]] Slot* earliest();
    void announce(MarketListener& listener);

    Timestamp m_begin;
    Timestamp m_present;
    std::vector<Slot> m_slots;
    std::unordered_map<OrderId, InstrumentId> m_orders;
    VenueReportSink* m_reports = nullptr;
    bool m_announced = false;
};

} // namespace qob
