#pragma once

#include "engine/analytics/volume_at_price.h"
#include "engine/api/candle.h"
#include "engine/api/market_data.h"

#include <deque>

namespace qob {

// When a trade counts: when the venue says it was, if that is within a minute of when it came; else when it
// came. The same rule as candles have.
Timestamp tradeTime(Trade const& trade);

// A trade, or the trades of a moment at about one price that were added up.
struct FlowTrade {
    Timestamp time;
    Price price;
    Qty qty;
    Side aggressor = Side::Undisclosed; // Undisclosed counts as sold, as in candles
    bool rough = false;                 // added up: price and time are near, the volume is right

    friend bool operator==(FlowTrade const&, FlowTrade const&) = default;
};

// Volume at price of one candle.
struct FootprintBar {
    Timestamp start;
    VolumeAtPrice volumes;
    Qty highDelta; // how far the delta ever was above and below zero as the trades came
    Qty lowDelta;
    bool rough = false; // some of it is
};

// Volume at price, candle by candle. Bars without trades are left out.
class Footprint {
public:
    Footprint(CandleInterval interval, Price tick) : m_interval(interval), m_tick(tick) {}

    // Prices off the tick go to the row below them.
    void add(FlowTrade const& trade);

    // Forgets bars that begin before.
    void dropBefore(Timestamp time);

    [[nodiscard]] CandleInterval interval() const { return m_interval; }

    [[nodiscard]] Price tick() const { return m_tick; }

    // Oldest first.
    [[nodiscard]] std::deque<FootprintBar> const& bars() const { return m_bars; }

    // Null when there is none that begins then.
    [[nodiscard]] FootprintBar const* find(Timestamp start) const;

    // The earliest bar that changed since the last call; nothing: none did.
    std::optional<Timestamp> takeChanged();

private:
    FootprintBar& barOf(Timestamp start);

    CandleInterval m_interval;
    Price m_tick;
    std::deque<FootprintBar> m_bars;
    std::optional<Timestamp> m_changed;
};

struct ImbalanceRule {
    int percent = 300; // how much larger the one side must be than the other
    Qty minimum{1};    // of the larger side
};

// Diagonal: those who bought at a price met those who sold one row lower, not those at their own.
struct Imbalance {
    Price price;
    Side side{}; // Buy: bought here >= percent of sold one row below. Sell: sold here >= percent of bought
                 // above

    friend bool operator==(Imbalance const&, Imbalance const&) = default;
};

// Lowest price first; rows of the volumes are `step` apart. Against nothing at all any minimum is an
// imbalance.
std::vector<Imbalance> imbalancesOf(VolumeAtPrice const& volumes, Price step, ImbalanceRule const& rule);

// Imbalances of one side in rows that follow each other.
struct StackedImbalance {
    Price low;
    Price high;
    Side side{};

    friend bool operator==(StackedImbalance const&, StackedImbalance const&) = default;
};

std::vector<StackedImbalance>
stackedOf(std::vector<Imbalance> const& imbalances, Price step, std::size_t least = 3);

} // namespace qob
