#pragma once

#include "engine/market/market.h"

#include <map>

namespace qob::test {

// A market whose one book is set by hand: what a test says happened, happened.
class ScriptedMarket : public Market {
public:
    explicit ScriptedMarket(Instrument const& instrument) : m_instrument(instrument) {}

    static Instrument btc(ContractKind kind = ContractKind::Spot)
    {
        Instrument instrument;
        instrument.id = InstrumentId(1);
        instrument.venue = "TEST";
        instrument.symbol = "BTCUSDT";
        instrument.base = AssetName("BTC");
        instrument.quote = AssetName("USDT");
        instrument.kind = kind;
        instrument.priceScale = 1;
        instrument.qtyScale = 3;
        instrument.tickSize = Price(5);
        instrument.makerFee = FeeRate(10'000);
        instrument.takerFee = FeeRate(50'000);
        return instrument;
    }

    // Shows `qty` at `price` and tells the listener.
    void show(MarketListener& listener, Side side, std::int64_t price, std::int64_t qty)
    {
        auto& levels = m_levels[side];
        if (qty == 0) {
            levels.erase(Price(price));
        } else {
            levels[Price(price)] = Qty(qty);
        }
        ++m_messages;
        listener.onLevel(m_instrument.id, side, Price(price), Qty(qty), now);
        listener.onBookUpdated(m_instrument.id, now);
    }

    void trade(MarketListener& listener, Side aggressor, std::int64_t price, std::int64_t qty)
    {
        listener.onTrade({m_instrument.id, Price(price), Qty(qty), aggressor, now, 0});
    }

    void setState(MarketListener& listener, FeedState state)
    {
        m_state = state;
        listener.onFeed(feed(m_instrument.id));
    }

    [[nodiscard]] MarketKind kind() const override { return MarketKind::Replay; }

    [[nodiscard]] Timestamp begin() const override { return Timestamp(0); }

    [[nodiscard]] Timestamp end() const override { return Timestamp::max(); }

    [[nodiscard]] Timestamp nextEventTime() override { return Timestamp::max(); }

    void runUntil(Timestamp limit, MarketListener& /*listener*/) override { now = limit; }

    void depth(InstrumentId instrument, std::size_t levels, DepthView& out) const override
    {
        out.instrument = instrument;
        out.state = m_state;
        out.bids.clear();
        out.asks.clear();
        for (auto const& [side, shown] : m_levels) {
            auto& rows = side == Side::Buy ? out.bids : out.asks;
            for (auto const& [price, qty] : shown) {
                side == Side::Buy ? void(rows.insert(rows.begin(), {price, qty}))
                                  : rows.push_back({price, qty});
            }
            rows.resize(std::min(rows.size(), levels));
        }
    }

    [[nodiscard]] FeedStatus feed(InstrumentId instrument) const override
    {
        FeedStatus status;
        status.instrument = instrument;
        status.state = m_state;
        status.messages = m_messages;
        return status;
    }

    [[nodiscard]] bool canRewind() const override { return false; }

    void rewind() override {}

    void rollHistory(InstrumentId /*id*/, std::size_t /*events*/, MarketListener& /*listener*/) override {}

    [[nodiscard]] std::vector<InstrumentId> historyPending() const override { return {}; }

    [[nodiscard]] Instrument const& instrument() const { return m_instrument; }

    Timestamp now{1'000'000'000};

private:
    Instrument m_instrument;
    FeedState m_state = FeedState::Live;
    std::uint64_t m_messages = 0;
    std::map<Side, std::map<Price, Qty>> m_levels;
};

} // namespace qob::test
