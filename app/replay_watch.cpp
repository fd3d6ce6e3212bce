#include "app/replay_watch.h"

#include "engine/base/json_writer.h"

#include <fmt/chrono.h>
#include <fmt/core.h>

#include <ctime>
#include <iostream>

namespace qob {

namespace {

// Everything: a recording has an end.
CandleLimits allCandles()
{
    CandleLimits limits;
    limits.kept.fill(100'000'000);
    return limits;
}

std::string amountText(Amount amount)
{
    return formatTrimmed(amount.value, amountScale);
}

std::string utcText(Timestamp time)
{
    return fmt::format(
        "{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(time.value / seconds(1).value))
    );
}

std::string_view leftOutName(LeftOut why)
{
    switch (why) {
    case LeftOut::No:
        return "";
    case LeftOut::NotLive:
        return "not live";
    case LeftOut::Loading:
        return "loading";
    case LeftOut::SizeUnknown:
        return "contract size unknown";
    case LeftOut::Quanto:
        return "quanto";
    }
    return "";
}

} // namespace

ReplayWatch::ReplayWatch(Market const& market, std::string canonical)
    : m_market(market)
    , m_canonical(std::move(canonical))
{
    if (!m_canonical.empty() && CanonicalName::fits(m_canonical)) {
        m_entry = &m_consolidated.open(CanonicalName(m_canonical), false, [this](InstrumentId id) {
            Item const& item = itemOf(id);
            return ConsolidatedMarket::Known{item.instrument, item.state, {}, {}};
        });
    }
}

ReplayWatch::Item& ReplayWatch::itemOf(InstrumentId id)
{
    return m_items.try_emplace(id, allCandles()).first->second;
}

void ReplayWatch::onInstrument(Instrument const& instrument)
{
    itemOf(instrument.id).instrument = instrument;
    m_consolidated.onInstrument(instrument);
}

void ReplayWatch::onBookUpdated(InstrumentId instrument, Timestamp time)
{
    itemOf(instrument).candles.onAlive(time);
    if (m_entry == nullptr || m_ended) {
        return;
    }
    m_now = time;
    m_market.depth(instrument, 1, m_best);
    m_consolidated.onBest(
        instrument,
        m_best.bids.empty() ? PriceLevel{} : m_best.bids.front(),
        m_best.asks.empty() ? PriceLevel{} : m_best.asks.front()
    );
    auto const bid = m_entry->book.best(Side::Buy);
    auto const ask = m_entry->book.best(Side::Sell);
    if (bid != m_bid || ask != m_ask) {
        m_bid = bid;
        m_ask = ask;
        ++m_changes;
        m_crossed += m_entry->book.crossed() ? 1U : 0U;
    }
}

void ReplayWatch::onTrade(Trade const& trade)
{
    auto& item = itemOf(trade.instrument);
    item.candles.onTrade(item.instrument, trade);
}

void ReplayWatch::onFeed(FeedStatus const& status)
{
    auto& item = itemOf(status.instrument);
    bool const member = m_entry != nullptr && item.instrument.canonical == m_canonical;
    if (member && status.state == FeedState::Ended && !m_ended) {
        takeView();
        m_ended = true;
    }
    item.state = status.state;
    item.candles.onFeed(status.state, status.lastMessage);
    m_consolidated.onFeed(status.instrument, status.state);
}

void ReplayWatch::onNotice(Notice const& notice)
{
    std::cerr << "qob: " << notice.text << '\n';
}

void ReplayWatch::takeView()
{
    if (m_entry != nullptr) {
        ConsolidatedMarket::view(*m_entry, m_market, static_cast<std::size_t>(-1), m_now, m_view);
    }
}

std::string ReplayWatch::candlesCsv(CandleInterval interval) const
{
    std::string text =
        "venue,symbol,start,open,high,low,close,volume,buy_volume,turnover,trades,incomplete\n";
    std::map<std::pair<std::string, std::string>, Item const*> sorted;
    for (auto const& [id, item] : m_items) {
        sorted[{item.instrument.venue, item.instrument.symbol}] = &item;
    }
    for (auto const& [name, item] : sorted) {
        Instrument const& instrument = item->instrument;
        for (auto const& candle :
             item->candles.last(interval, static_cast<std::size_t>(-1), m_market.end())) {
            text += fmt::format(
                "{},{},{},{},{},{},{},{},{},{},{},{}\n",
                name.first,
                name.second,
                utcText(candle.start),
                formatTrimmed(candle.open.value, instrument.priceScale),
                formatTrimmed(candle.high.value, instrument.priceScale),
                formatTrimmed(candle.low.value, instrument.priceScale),
                formatTrimmed(candle.close.value, instrument.priceScale),
                amountText(candle.volume),
                amountText(candle.buyVolume),
                amountText(candle.turnover),
                candle.trades,
                candle.incomplete ? 1 : 0
            );
        }
    }
    return text;
}

std::string ReplayWatch::nameOf(InstrumentId id) const
{
    auto const found = m_items.find(id);
    return found == m_items.end() ? std::string()
                                  : found->second.instrument.venue + ":" + found->second.instrument.symbol;
}

std::string ReplayWatch::consolidatedJson(std::size_t levels)
{
    if (!m_ended) {
        takeView();
    }
    JsonWriter json;
    auto const best = [&](char const* key, ConsolidatedBest const& one) {
        json.key(key).beginObject();
        json.key("venue").string(nameOf(one.instrument));
        json.key("price").string(formatTrimmed(one.price, m_view.priceScale));
        json.key("size").string(amountText(one.size));
        json.endObject();
    };
    auto const side = [&](char const* key, auto const& merged, auto const& shares) {
        json.key(key).beginArray();
        std::uint32_t from = 0;
        for (std::size_t i = 0; i < std::min(levels, merged.size()); ++i) {
            json.beginArray();
            json.string(formatTrimmed(merged[i].price, m_view.priceScale));
            json.string(amountText(merged[i].size));
            for (; from < merged[i].sharesEnd; ++from) {
                json.string(nameOf(shares[from].instrument));
            }
            json.endArray();
        }
        json.endArray();
    };
    json.beginObject();
    json.key("name").string(m_canonical);
    json.key("time").string(utcText(m_view.time));
    json.key("crossed").integer(m_view.crossed ? 1 : 0);
    json.key("bestChanges").integer(m_changes);
    json.key("crossedChanges").integer(m_crossed);
    best("bid", m_view.bid);
    best("ask", m_view.ask);
    json.key("members").beginArray();
    for (auto const& member : m_view.members) {
        json.beginObject();
        json.key("venue").string(nameOf(member.instrument));
        json.key("leftOut").string(leftOutName(member.leftOut));
        json.endObject();
    }
    json.endArray();
    side("bids", m_view.bids, m_view.bidShares);
    side("asks", m_view.asks, m_view.askShares);
    json.endObject();
    return json.text() + "\n";
}

} // namespace qob
