#include "engine/session/publisher.h"

#include <algorithm>

// What the publisher says of a market beyond its books and trades: tickers, candles and consolidated books.

namespace qob {

namespace {

constexpr Duration tickerPeriod = milliseconds(250);

} // namespace

void Publisher::publishCandles(MarketHistory::Item& item, Timestamp now)
{
    auto const changed = item.candles.takeChanged();
    eachOf(TopicKind::Candles, item.instrument.id, [&](Subscriber& to) {
        Topic const& topic = to.topic();
        bool const all = to.wantsSnapshot();
        bool const closes =
            to.openCandle != Timestamp::max() && candleEnd(topic.interval, to.openCandle) <= now;
        if (!all && !changed && !closes) {
            return;
        }
        const Timestamp from =
            std::min(changed.value_or(Timestamp::max()), closes ? to.openCandle : Timestamp::max());
        CandleBatch batch{
            topic.interval,
            all ? item.candles.last(topic.interval, sentCandles, now)
                : item.candles.since(topic.interval, from, now)};
        if (!all && batch.candles.empty()) {
            return;
        }
        bool const open = !batch.candles.empty() && !batch.candles.back().closed;
        to.openCandle = open ? batch.candles.back().start : Timestamp::max();
        to.send(std::move(batch));
    });
}

// Of one instrument, or with a null id of all; `all`: also of those of which nothing has changed.
TickerList Publisher::tickersOf(InstrumentId one, bool all, Timestamp now)
{
    auto& history = m_sequencer.history();
    TickerList list;
    auto const add = [&](MarketHistory::Item& item) {
        if (isReady(item) && (all || item.ticker.changed)) {
            list.tickers.push_back(item.ticker.make(item.instrument.id, item.candles, now));
        }
    };
    if (auto* const item = history.find(one); item != nullptr) {
        add(*item);
    } else if (one == InstrumentId()) {
        for (auto const& [id, each] : history.items()) {
            add(*each);
        }
    }
    return list;
}

void Publisher::publishTickers(Timestamp now, Duration steady)
{
    // A day's sums change as time passes, by whole minutes.
    const Timestamp minute(now.value / minutes(1).value);
    bool const all = minute != m_tickerMinute;
    bool const due = all || steady >= m_nextTickers;
    auto& history = m_sequencer.history();
    each(TopicKind::Ticker, [&](Subscriber& to) {
        bool const snapshot = to.wantsSnapshot();
        if (!due && !snapshot) {
            return;
        }
        InstrumentId const one = to.topic().instrument;
        TickerList list = tickersOf(one, snapshot || all, now);
        if (!list.tickers.empty() || (snapshot && one == InstrumentId())) {
            to.send(std::move(list));
        }
    });
    if (due) {
        m_nextTickers = steady + tickerPeriod;
        m_tickerMinute = minute;
        for (auto const& [id, item] : history.items()) {
            item->ticker.changed = item->ticker.changed && !isReady(*item);
        }
    }
}

void Publisher::publishConsolidated(Timestamp now)
{
    std::vector<std::pair<CanonicalName, bool>> wanted;
    each(TopicKind::Consolidated, [&](Subscriber& to) {
        wanted.emplace_back(to.topic().name, to.topic().withFees);
    });
    auto& market = m_sequencer.history().consolidatedMarket();
    market.closeAllBut(wanted);
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    for (auto const& one : wanted) {
        CanonicalName const& name = one.first;
        bool const withFees = one.second;
        auto& entry = m_sequencer.history().consolidated(name, withFees);
        setLoading(entry, name);
        ConsolidatedPtr view;
        each(TopicKind::Consolidated, [&](Subscriber& to) {
            Topic const& topic = to.topic();
            if (topic.name != name || topic.withFees != withFees || (!entry.changed && !to.wantsSnapshot())) {
                return;
            }
            if (!view) {
                auto made = std::make_shared<ConsolidatedView>();
                ConsolidatedMarket::view(entry, m_sequencer.market(), consolidatedLevels, now, *made);
                view = std::move(made);
            }
            to.send(view);
        });
        entry.changed = false;
    }
}

// Books whose past is still being made show what was then.
void Publisher::setLoading(ConsolidatedMarket::Entry& entry, CanonicalName const& name)
{
    auto const& history = m_sequencer.history();
    for (auto const id : history.directory().named(name.view())) {
        if (entry.book.setLoading(id, !isReady(*history.find(id)))) {
            entry.changed = true;
        }
    }
}

} // namespace qob
