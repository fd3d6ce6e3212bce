#pragma once

#include "engine/api/event.h"
#include "engine/market/raw_listener.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace qob {

// Hears everything a market does, in time order, on the thread that runs it.
class MarketListener {
public:
    virtual ~MarketListener() = default;

    // A new instrument, or one of which more is known now (same id).
    virtual void onInstrument(Instrument const& instrument) = 0;

    // The size shown at a price is now `qty`; 0: the level is gone.
    virtual void onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time) = 0;

    // Every level of the book is void; a new snapshot follows as onLevel calls.
    virtual void onBookCleared(InstrumentId instrument, Timestamp time) = 0;

    // A message has been applied whole: the book is consistent.
    virtual void onBookUpdated(InstrumentId instrument, Timestamp time) = 0;

    virtual void onTrade(Trade const& trade) = 0;

    // What a venue says of an instrument besides its book and trades, as one message says it.
    virtual void onStatistics(InstrumentStatistics const& /*statistics*/) {}

    // The feed's state or problem changed.
    virtual void onFeed(FeedStatus const& status) = 0;

    virtual void onNotice(Notice const& notice) = 0;
};

// A market with a timeline: simulated, replayed or live. It moves only when told to, so the same calls give
// the same events. One thread.
class Market {
public:
    virtual ~Market() = default;

    [[nodiscard]] virtual MarketKind kind() const = 0;
    [[nodiscard]] virtual Timestamp begin() const = 0;

    // Of the recording; Timestamp::max where there is no end.
    [[nodiscard]] virtual Timestamp end() const = 0;

    // When something happens next; Timestamp::max: never.
    [[nodiscard]] virtual Timestamp nextEventTime() = 0;

    // Everything up to and including `limit`, in time order.
    virtual void runUntil(Timestamp limit, MarketListener& listener) = 0;

    // What to call, from any thread, when something has happened that runUntil would tell; a market whose
    // time is only what it is told has no use for it.
    virtual void wakeBy(std::function<void()> /*wake*/) {}

    // Who hears the venues' messages as they come; null: nobody. Of markets that have such messages.
    virtual void hearRaw(RawListener* /*listener*/) {}

    // The best `levels` of each side into `out`, which is overwritten.
    virtual void depth(InstrumentId instrument, std::size_t levels, DepthView& out) const = 0;

    [[nodiscard]] virtual FeedStatus feed(InstrumentId instrument) const = 0;

    [[nodiscard]] virtual bool canRewind() const = 0;

    // Back to the beginning, as if nothing had been run; only where canRewind(). Instruments keep their ids.
    virtual void rewind() = 0;

    // A market that makes its past on demand runs up to `events` events of one instrument's past towards the
    // present; the instrument joins runUntil when it is there. Elsewhere this does nothing.
    virtual void rollHistory(InstrumentId instrument, std::size_t events, MarketListener& listener) = 0;

    // The instruments that rollHistory still has work for.
    [[nodiscard]] virtual std::vector<InstrumentId> historyPending() const = 0;
};

} // namespace qob
