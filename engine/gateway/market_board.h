#pragma once

#include "engine/gateway/engine_link.h"

#include <unordered_map>

namespace qob {

// What there is to trade and how it stands, always known: instruments, tickers, feeds, the market's clock and
// the last notices. On the gateway's thread.
class MarketBoard final : public TopicListener {
public:
    explicit MarketBoard(EngineLink& link);
    ~MarketBoard() override;
    MarketBoard(MarketBoard const&) = delete;
    MarketBoard& operator=(MarketBoard const&) = delete;

    void onTopic(TopicState const& state, Event const& event) override;

    // By id.
    [[nodiscard]] std::map<InstrumentId, Instrument> const& instruments() const { return m_instruments; }

    // Null: there is none.
    [[nodiscard]] Instrument const* find(InstrumentId id) const;
    [[nodiscard]] Instrument const* find(std::string_view venue, std::string_view symbol) const;

    // "VENUE:SYMBOL", or a symbol alone: that of the first venue that has it. Also found by its canonical
    // name, and without its dashes and slashes. OrderUnknownSymbol.
    [[nodiscard]] Expected<Instrument const*> parse(std::string_view text) const;

    [[nodiscard]] Ticker const* ticker(InstrumentId id) const;
    [[nodiscard]] FeedStatus const* feed(InstrumentId id) const;

    [[nodiscard]] MarketStatus const& market() const { return m_market; }

    [[nodiscard]] std::deque<Notice> const& notices() const { return m_notices; }

    // Instruments and the market's state have come.
    [[nodiscard]] bool ready() const { return m_haveInstruments && m_haveMarket; }

    // The venue of the first spot instrument that came, for who names none: it stays for as long as this
    // lives, whatever else comes. Empty: none came yet.
    [[nodiscard]] std::string const& spotVenue() const { return m_spotVenue; }

    // Called when an instrument's prices or quantities count in other units from now on.
    std::function<void(Instrument const&)> onUnits;

    // Called with each new or changed ticker.
    std::function<void(Ticker const&)> onTicker;

private:
    EngineLink& m_link;
    std::vector<TopicStatePtr> m_watched;
    std::map<InstrumentId, Instrument> m_instruments;
    std::unordered_map<std::string, InstrumentId> m_byName; // "VENUE:SYMBOL", symbols, names, plain names
    std::unordered_map<InstrumentId, Ticker> m_tickers;
    std::unordered_map<InstrumentId, FeedStatus> m_feeds;
    std::string m_spotVenue;
    MarketStatus m_market;
    std::deque<Notice> m_notices;
    bool m_haveInstruments = false;
    bool m_haveMarket = false;
};

// Without its punctuation, in upper case: "btc-usdt" -> "BTCUSDT".
std::string plainSymbol(std::string_view symbol);

} // namespace qob
