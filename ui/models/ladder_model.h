#pragma once

#include "engine/api/event.h"
#include "ui/models/order_replica.h"

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace qob {

// One rung: every size between this row's price and the next one's.
struct LadderRow {
    Price price;
    Qty bid;
    Qty ask;
    Qty volume; // traded here since the instrument is shown; not known for ever far from the price
    Qty delta;  // of it bought less sold
    Qty sold;   // into the bids here lately
    Qty bought; // from the asks here lately
    // How the size here changed lately, what was traded away not counted: more was stacked, less was pulled.
    Qty bidChange;
    Qty askChange;
    Qty ownBid; // leaves quantity of own orders
    Qty ownAsk;
    Qty queueAhead;      // before the first of the own orders that stand in the queue here
    bool queued = false; // one of them does
    bool bestBid = false;
    bool bestAsk = false;
    bool last = false;    // the last trade was here
    bool pending = false; // an own order here waits for an answer

    friend bool operator==(LadderRow const&, LadderRow const&) = default;
};

// The book, the traded volume and the own orders of one instrument by price row. A row's index times the step
// is its price, so an index means the same price as long as the step stays. GUI thread, no widgets.
class LadderModel {
public:
    using Index = std::int64_t;

    // Forgets everything of the instrument before.
    void setInstrument(Instrument const& instrument);

    // More is known of the same contract (isSameInstrument): what was gathered stays, and the rows' height as
    // near as the tick allows.
    void refine(Instrument const& instrument);

    void setDepth(DepthPtr depth);

    // How far "lately" goes back.
    static constexpr Duration tradesFor = seconds(30);
    static constexpr Duration changesFor = seconds(10);

    void clearTrades();
    void addTrades(std::vector<Trade> const& trades);

    void setOrders(std::vector<OrderState> working) { m_orders = std::move(working); }

    [[nodiscard]] std::optional<Instrument> const& instrument() const { return m_instrument; }

    [[nodiscard]] DepthPtr const& depth() const { return m_depth; }

    // A row's height in ticks; at least 1.
    void setStepTicks(std::int64_t ticks);

    [[nodiscard]] std::int64_t stepTicks() const { return m_stepTicks; }

    // The round number of ticks (1, 2 or 5 times a power of ten) at which the best levels of the book stand
    // about a row apart.
    [[nodiscard]] std::int64_t fittingStepTicks() const;

    [[nodiscard]] Price priceAt(Index index) const { return Price(index * step()); }

    // Bids belong to the row at or below their price, asks to the one at or above: a row never joins both
    // sides.
    [[nodiscard]] Index bidIndex(Price price) const;
    [[nodiscard]] Index askIndex(Price price) const;

    // The row in the middle of the spread, or of the last trade; nothing while neither is known.
    [[nodiscard]] std::optional<Index> centre() const;

    // `count` rows from `top` downwards (falling prices); `out` is overwritten.
    void rows(Index top, int count, std::vector<LadderRow>& out) const;

    // The own order that a cell shows: of several the first one in the queue. Null when there is none.
    [[nodiscard]] OrderState const* ownOrder(Index index, Side side) const;

    // Whether the sizes' changes are worked out; without, they are 0.
    void setWantsChanges(bool wanted) { m_wantsChanges = wanted; }

private:
    struct Traded {
        Qty bought;
        Qty sold;
        Qty undisclosed;
    };

    void forgetFarVolume();
    void forgetOld();
    [[nodiscard]] Timestamp now() const;
    [[nodiscard]] std::int64_t step() const;
    [[nodiscard]] Index indexOf(Price price, Side side) const;
    void fillLevels(DepthView const& depth, Index top, std::vector<LadderRow>& out) const;
    void fillVolume(Index top, int count, std::vector<LadderRow>& out) const;
    void fillRecent(Index top, std::vector<LadderRow>& out) const;
    void fillChanges(Index top, std::vector<LadderRow>& out) const;
    void fillOrders(Index top, int count, std::vector<LadderRow>& out) const;

    std::optional<Instrument> m_instrument;
    std::int64_t m_stepTicks = 1;
    DepthPtr m_depth;
    std::map<Price, Traded> m_traded;
    std::optional<Trade> m_last;
    std::deque<Trade> m_recent;  // of the last tradesFor
    std::deque<DepthPtr> m_past; // twice a second, of the last changesFor and one before
    bool m_wantsChanges = false;
    std::vector<OrderState> m_orders;
};

} // namespace qob
