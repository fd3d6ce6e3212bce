#pragma once

#include "engine/market/heat_recorder.h"
#include "engine/market/market.h"

#include <map>
#include <memory>

namespace qob {

// What the engine remembers of each instrument: its definition, its feed's state, its best prices, its last trades
// and its heat-map columns. One thread.
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
        bool changed = false; // book or trades, since the flag was last cleared by the publisher

        explicit Item(const Instrument& definition)
            : instrument(definition)
            , heat(definition)
        {
        }
    };

    explicit MarketHistory(const Market& market)
        : m_market(market)
    {
    }

    void onInstrument(const Instrument& instrument) override;
    void onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time) override;
    void onBookCleared(InstrumentId instrument, Timestamp time) override;
    void onBookUpdated(InstrumentId instrument, Timestamp time) override;
    void onTrade(const Trade& trade) override;
    void onFeed(const FeedStatus& status) override;

    void onNotice(const Notice& /*notice*/) override { }

    // Null when there is no such instrument.
    [[nodiscard]] Item* find(InstrumentId instrument);
    [[nodiscard]] const Item* find(InstrumentId instrument) const;

    [[nodiscard]] const std::map<InstrumentId, std::unique_ptr<Item>>& items() const { return m_items; }

    // Forgets what was recorded, not the instruments: the market was rewound.
    void forget();

private:
    const Market& m_market;
    std::map<InstrumentId, std::unique_ptr<Item>> m_items;
    DepthView m_best; // reused
};

} // namespace qob
