#pragma once

#include "engine/market/feed_message.h"

#include <bit>

namespace qob {

// An instrument from what a venue says of it and, for what is not said, from how its first snapshot is
// written: the scales are the most decimals of its texts, the tick and lot the largest usual step that
// divides them all. `snapshot` may be null when tick and lot are said. The id is left to the caller.
// InstrumentInvalid, MessageIncomplete when neither tells enough, or a number's own error.
Expected<Instrument>
makeInstrument(std::string_view venue, InstrumentTerms const& terms, FeedMessage const* snapshot);

// The largest of 1, 2, 2.5 and 5 times a power of ten that divides both; for a step inferred from samples
// that must now hold for one more. Both positive.
std::int64_t usualStep(std::int64_t step, std::int64_t sample);

// Whether numbers are multiples of one step, without a division for each: n = m * odd * 2^twos holds exactly
// when n times the inverse of the odd part modulo 2^64, rotated down by the twos, is at most 2^64 / step
// (Granlund and Montgomery, "Division by invariant integers using multiplication", section 9).
class StepCheck {
public:
    explicit StepCheck(std::int64_t step = 1);

    // Of a number that is not negative.
    [[nodiscard]] bool divides(std::int64_t number) const
    {
        return std::rotr(static_cast<std::uint64_t>(number) * m_inverse, m_twos) <= m_limit;
    }

private:
    std::uint64_t m_inverse;
    std::uint64_t m_limit;
    int m_twos;
};

} // namespace qob
