#pragma once

#include "engine/analytics/bar.h"

#include <functional>
#include <optional>
#include <vector>

namespace qob {

// One place on a time axis of candles.
struct CandleSlot {
    enum class Kind : std::uint8_t {
        Traded,
        Quiet, // nothing was traded: the close before, carried on
        Gap,   // the feed was not there
    };

    Candle candle; // of a gap only the start
    Kind kind = Kind::Traded;
};

// Candles laid out one beside the other, with a slot for every span in between: quiet where nothing was
// traded, a gap from where the feed was not there. Where that is not known it is a gap when the candles on
// both sides say that trades may be missing; in a long span, when one does. Long spans take a few slots. GUI
// thread.
class CandleSlots {
public:
    // A longer span without candles is drawn short.
    static constexpr std::int64_t longestSpan = 400;
    static constexpr std::int64_t shortSpan = 8;

    // Whether the feed was there from the one time to before the other; nothing where that is not known.
    using WasLive = std::function<std::optional<bool>(Timestamp from, Timestamp until)>;

    // Asked from the next update() on.
    void setWasLive(WasLive wasLive) { m_wasLive = std::move(wasLive); }

    // Candles from `first` on are new or changed. Returns the first slot that is.
    std::size_t update(
        Instrument const& instrument,
        CandleInterval interval,
        std::vector<Candle> const& candles,
        std::size_t first
    );

    void clear();

    // What a bar's open interest was at its end; noValue where that is not known.
    void setOpenInterest(std::size_t slot, double value) { m_bars[slot].openInterest = value; }

    [[nodiscard]] bool empty() const { return m_slots.empty(); }

    [[nodiscard]] std::size_t size() const { return m_slots.size(); }

    [[nodiscard]] CandleSlot const& at(std::size_t slot) const { return m_slots[slot]; }

    // What indicators read; as many as slots.
    [[nodiscard]] std::vector<Bar> const& bars() const { return m_bars; }

    [[nodiscard]] CandleInterval interval() const { return m_interval; }

    // The slot that a time lies in, also before the first and after the last one; meaningless when empty.
    [[nodiscard]] std::int64_t slotOf(Timestamp time) const;
    // When a slot begins, also one before the first and after the last.
    [[nodiscard]] Timestamp startOf(std::int64_t slot) const;

private:
    void fillUntil(Candle const& next);
    [[nodiscard]] bool isGap(Timestamp from, Timestamp until, bool byCandles) const;
    void push(Instrument const& instrument, Candle const& candle, CandleSlot::Kind kind);

    WasLive m_wasLive;
    CandleInterval m_interval = CandleInterval::Min1;
    std::vector<CandleSlot> m_slots;
    std::vector<Bar> m_bars;
};

} // namespace qob
