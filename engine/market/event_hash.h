#pragma once

#include "engine/base/hash.h"
#include "engine/market/market.h"

namespace qob {

// Folds every event of a market into one number: two runs with the same number did the same.
class EventHash : public MarketListener {
public:
    void onInstrument(Instrument const& instrument) override
    {
        add(Tag::Instrument, instrument.id);
        for (std::string_view const name :
             {std::string_view(instrument.venue),
              std::string_view(instrument.symbol),
              std::string_view(instrument.canonical),
              instrument.base.view(),
              instrument.quote.view(),
              instrument.settle.view()}) {
            m_hash.add(name);
        }
        addEach(instrument.kind, instrument.priceScale, instrument.qtyScale, instrument.tickSize.value);
        addEach(instrument.lotSize.value, instrument.minQty.value, instrument.maxQty.value);
        add(instrument.minNotional);
        addEach(instrument.contractValue, instrument.multiplier, instrument.multiplierScale);
        addEach(
            instrument.sizeKnown,
            instrument.makerFee.value,
            instrument.takerFee.value,
            instrument.latency.value
        );
    }

    void onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time) override
    {
        begin(Tag::Level, instrument, time);
        addEach(side, price.value, qty.value);
    }

    void onBookCleared(InstrumentId instrument, Timestamp time) override
    {
        begin(Tag::Cleared, instrument, time);
    }

    void onBookUpdated(InstrumentId instrument, Timestamp time) override
    {
        begin(Tag::Updated, instrument, time);
    }

    // Without the venue's own time, which recordings do not keep.
    void onTrade(Trade const& trade) override
    {
        begin(Tag::Trade, trade.instrument, trade.time);
        addEach(trade.aggressor, trade.price.value, trade.qty.value, trade.iceberg);
        m_hash.add(trade.id);
    }

    void onStatistics(InstrumentStatistics const& statistics) override
    {
        begin(Tag::Statistics, statistics.instrument, statistics.time);
        for (auto const& value :
             {statistics.markPrice, statistics.indexPrice, statistics.fundingRate, statistics.openInterest}) {
            addEach(value.has_value());
            add(value.value_or(Amount(0)));
        }
        addEach(statistics.nextFunding.value_or(Timestamp(0)).value, statistics.liquidation.has_value());
        if (auto const& closed = statistics.liquidation) {
            addEach(closed->side);
            add(closed->price);
            add(closed->qty);
        }
    }

    void onFeed(FeedStatus const& status) override
    {
        add(Tag::Feed, status.instrument);
        addEach(status.state);
    }

    void onNotice(Notice const& notice) override
    {
        addEach(Tag::Notice);
        m_hash.add(notice.text);
    }

    [[nodiscard]] std::string text() const { return m_hash.text(); }

    [[nodiscard]] std::uint64_t events() const { return m_events; }

private:
    enum class Tag : std::int64_t {
        Instrument = 1,
        Level,
        Cleared,
        Updated,
        Trade,
        Statistics,
        Feed,
        Notice
    };

    void begin(Tag tag, InstrumentId instrument, Timestamp time)
    {
        ++m_events;
        add(tag, instrument);
        addEach(time.value);
    }

    void add(Tag tag, InstrumentId instrument) { addEach(tag, instrument.value); }

    void add(Amount amount)
    {
        addEach(static_cast<std::int64_t>(amount.value >> 64), static_cast<std::int64_t>(amount.value));
    }

    template <class... Numbers>
    void addEach(Numbers... numbers)
    {
        (m_hash.add(static_cast<std::int64_t>(numbers)), ...);
    }

    StreamHash m_hash;
    std::uint64_t m_events = 0;
};

} // namespace qob
