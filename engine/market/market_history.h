#pragma once

#include "engine/market/candles.h"
#include "engine/market/consolidated_market.h"
#include "engine/market/heat_recorder.h"
#include "engine/market/market.h"
#include "engine/market/ticker_line.h"

#include <map>
#include <memory>

namespace qob {

// What the engine remembers of each instrument: its definition, its feed's state, its best prices, its last
// trades, its heat-map columns, its candles and its last 24 hours; and the consolidated books that somebody
// looks at. One thread.
class MarketHistory final : public MarketListener {
public:
    static constexpr std::size_t keptTrades = 1000;

    struct Item {
        Instrument instrument;
        FeedStatus feed;
        Price bid; // 0: none
        Price ask;
        Price last; // last trade; 0: none
        std::deque<Trade> trades;
        std::uint64_t tradesSeen = 0;
        HeatRecorder heat;
        std::uint32_t heatMap = 0; // how often another tick began a new one
        bool newUnits = false;     // what was told of it before is void; until the publisher has said so
        Candles candles;
        TickerLine ticker;
        bool changed = false; // book or trades, since the flag was last cleared by the publisher

        Item(Instrument const& definition, HeatMerge& merge) : instrument(definition), heat(definition, merge)
        {}
    };

    explicit MarketHistory(Market const& market) : m_market(market) {}

    void onInstrument(Instrument const& instrument) override;
    void onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time) override;
    void onBookCleared(InstrumentId instrument, Timestamp time) override;
    void onBookUpdated(InstrumentId instrument, Timestamp time) override;
    void onTrade(Trade const& trade) override;
    void onStatistics(InstrumentStatistics const& statistics) override;
    void onFeed(FeedStatus const& status) override;

    void onNotice(Notice const& /*notice*/) override {}

    // Null when there is no such instrument.
    [[nodiscard]] Item* find(InstrumentId instrument);
    [[nodiscard]] Item const* find(InstrumentId instrument) const;

    [[nodiscard]] std::map<InstrumentId, std::unique_ptr<Item>> const& items() const { return m_items; }

    // The consolidated book of a name; made and kept up from now on where there is none.
    ConsolidatedMarket::Entry& consolidated(CanonicalName const& name, bool withFees);

    [[nodiscard]] ConsolidatedMarket& consolidatedMarket() { return m_consolidated; }

    // Which instruments there are, by symbol and by name.
    [[nodiscard]] InstrumentDirectory const& directory() const { return m_consolidated.directory(); }

    // Forgets what was recorded, not the instruments: the market was rewound.
    void forget();

private:
    Market const& m_market;
    HeatMerge m_merge;
    std::map<InstrumentId, std::unique_ptr<Item>> m_items;
    ConsolidatedMarket m_consolidated;
    DepthView m_depth; // reused
};

} // namespace qob
