#include "engine/gateway/terminal_subscription.h"

#include "engine/wire/session_codec.h"

#include <algorithm>

namespace qob {

namespace {

constexpr std::size_t mostTrades = 5000; // in a batch that waits
constexpr std::size_t mostEvents = 4096; // of what cannot be one

// Each of `next` in the place of the one of the same key, or behind them.
template <class List, class Key>
void putEach(List& into, List const& next, Key key)
{
    for (auto const& one : next) {
        auto const same =
            std::find_if(into.begin(), into.end(), [&](auto const& old) { return key(old) == key(one); });
        if (same == into.end()) {
            into.push_back(one);
        } else {
            *same = one;
        }
    }
}

// Makes one payload that says what both say; false: they have to wait side by side.
struct Fold {
    Payload& into;

    bool operator()(DepthPtr const& next) const { return replace(next); }

    bool operator()(ConsolidatedPtr const& next) const { return replace(next); }

    bool operator()(MarketStatus const& next) const { return replace(next); }

    bool operator()(AccountReport const& next) const { return replace(next); }

    bool operator()(FeedStatus const& next) const
    {
        auto* feed = std::get_if<FeedStatus>(&into);
        return feed != nullptr && feed->instrument == next.instrument && replace(next);
    }

    bool operator()(TickerList const& next) const
    {
        auto* list = std::get_if<TickerList>(&into);
        if (list != nullptr) {
            putEach(list->tickers, next.tickers, [](Ticker const& ticker) { return ticker.instrument; });
        }
        return list != nullptr;
    }

    bool operator()(CandleBatch const& next) const
    {
        auto* batch = std::get_if<CandleBatch>(&into);
        if (batch != nullptr) {
            for (Candle const& candle : next.candles) {
                // Nearly always the last one again, or the one after it.
                if (batch->candles.empty() || batch->candles.back().start < candle.start) {
                    batch->candles.push_back(candle);
                } else {
                    putEach(batch->candles, {candle}, [](Candle const& one) { return one.start; });
                }
            }
        }
        return batch != nullptr;
    }

    bool operator()(HeatUpdate const& next) const
    {
        auto* update = std::get_if<HeatUpdate>(&into);
        if (update != nullptr) {
            putEach(update->chunks, next.chunks, [](HeatChunkPtr const& chunk) {
                return chunk->firstColumn;
            });
        }
        return update != nullptr;
    }

    bool operator()(TradeBatch const& next) const
    {
        auto* batch = std::get_if<TradeBatch>(&into);
        if (batch == nullptr || next.dropped != 0 || batch->trades.size() + next.trades.size() > mostTrades) {
            return false;
        }
        batch->trades.insert(batch->trades.end(), next.trades.begin(), next.trades.end());
        return true;
    }

    template <class Other>
    bool operator()(Other const& /*next*/) const
    {
        return false;
    }

private:
    template <class T>
    bool replace(T const& next) const
    {
        bool const same = std::holds_alternative<T>(into);
        if (same) {
            into = next;
        }
        return same;
    }
};

} // namespace

bool TerminalSubscription::onEvent(Event const& event)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!keep(event)) {
            return false;
        }
    }
    m_waker.wake();
    return true;
}

bool TerminalSubscription::keep(Event const& event)
{
    if (std::holds_alternative<Resync>(event.payload)) {
        m_waiting.clear();
        if (m_begun) {
            m_waiting.push_back({Resync{}, false});
        }
        return true;
    }
    m_begun = true;
    if (!event.snapshot && !m_waiting.empty()) {
        auto const fold = [&](Waiting& waiting) {
            return std::visit(Fold{waiting.payload}, event.payload);
        };
        if (fold(m_waiting.back())) {
            return true;
        }
        bool const feed = std::holds_alternative<FeedStatus>(event.payload);
        if (feed && std::any_of(m_waiting.begin(), m_waiting.end(), fold)) {
            return true;
        }
        // Trades that do not fit into the batch before them are too many.
        if (m_waiting.size() >= mostEvents || std::holds_alternative<TradeBatch>(event.payload)) {
            return false;
        }
    }
    m_waiting.push_back({event.payload, event.snapshot});
    return true;
}

bool TerminalSubscription::add(Payload payload, bool snapshot)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() >= mostEvents) {
        return false;
    }
    m_begun = true;
    m_waiting.push_back({std::move(payload), snapshot});
    m_waker.wake();
    return true;
}

std::optional<std::vector<std::byte>> TerminalSubscription::next()
{
    Event event{m_topic, 0, false, Resync{}};
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.empty()) {
            return std::nullopt;
        }
        event.payload = std::move(m_waiting.front().payload);
        event.snapshot = m_waiting.front().snapshot;
        m_waiting.pop_front();
    }
    event.sequence = ++m_sequence;
    return m_packer.pack(encode(event));
}

} // namespace qob
