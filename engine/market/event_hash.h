#pragma once

#include "engine/base/hash.h"
#include "engine/market/market.h"

namespace qob {

// Folds every event of a market into one number: two runs with the same number did the same.
class EventHash : public MarketListener {
public:
    void onInstrument(Instrument const& instrument) override
    {
        m_hash.add(instrument.venue);
        m_hash.add(instrument.symbol);
        m_hash.add(std::int64_t{instrument.id.value});
    }

    void onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time) override
    {
        begin(instrument, time);
        m_hash.add(static_cast<std::int64_t>(side));
        m_hash.add(price.value);
        m_hash.add(qty.value);
    }

    void onBookCleared(InstrumentId instrument, Timestamp time) override { begin(instrument, time); }

    void onBookUpdated(InstrumentId instrument, Timestamp time) override { begin(instrument, time); }

    void onTrade(Trade const& trade) override
    {
        begin(trade.instrument, trade.time);
        m_hash.add(static_cast<std::int64_t>(trade.aggressor));
        m_hash.add(trade.price.value);
        m_hash.add(trade.qty.value);
        m_hash.add(trade.id);
    }

    void onStatistics(InstrumentStatistics const& statistics) override
    {
        begin(statistics.instrument, statistics.time);
        for (auto const& value :
             {statistics.markPrice, statistics.indexPrice, statistics.fundingRate, statistics.openInterest}) {
            m_hash.add(static_cast<std::int64_t>(value.value_or(Amount(0)).value));
        }
    }

    void onFeed(FeedStatus const& status) override
    {
        m_hash.add(std::int64_t{status.instrument.value});
        m_hash.add(static_cast<std::int64_t>(status.state));
    }

    void onNotice(Notice const& notice) override { m_hash.add(notice.text); }

    [[nodiscard]] std::string text() const { return m_hash.text(); }

    [[nodiscard]] std::uint64_t events() const { return m_events; }

private:
    void begin(InstrumentId instrument, Timestamp time)
    {
        ++m_events;
        m_hash.add(std::int64_t{instrument.value});
        m_hash.add(time.value);
    }

    StreamHash m_hash;
    std::uint64_t m_events = 0;
};

} // namespace qob
