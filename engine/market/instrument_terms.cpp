#include "engine/market/instrument_terms.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace qob {

namespace {

constexpr int mostDigits = 16; // of a price or size in units: a hundredth of what 64 bits hold

// How a set of numbers is written.
struct Writing {
    int written = 0;     // most decimals
    int significant = 0; // most decimals before trailing zeros
    int whole = 1;       // most digits before the point

    void see(WrittenNumber number)
    {
        written = std::max(written, number.decimals);
        significant = std::max(significant, significantDecimals(number));
        whole = std::max(whole, wholeDigits(number));
    }

    // As written where that leaves room, so that no later number is finer.
    [[nodiscard]] int scale() const { return whole + written <= mostDigits ? written : significant; }
};

Expected<std::int64_t> optionalUnits(std::string const& text, int scale, std::int64_t otherwise)
{
    if (text.empty()) {
        return otherwise;
    }
    auto const units = parseScaled(text, scale);
    return units && *units == 0 ? Expected<std::int64_t>(otherwise) : units;
}

// The greatest common step of a column of the snapshot; 1 where it has no levels.
Expected<std::int64_t> commonStep(FeedMessage const& snapshot, WrittenNumber WrittenLevel::*column, int scale)
{
    std::int64_t step = 0;
    for (auto const* side : {&snapshot.bids, &snapshot.asks}) {
        for (auto const& level : *side) {
            std::int64_t units = 0;
            if (!toUnits(level.*column, scale, units)) {
                return fail(ErrorCode::NumberTooLarge, textOf(level.*column));
            }
            step = std::gcd(step, units);
        }
    }
    return step == 0 ? 1 : usualStep(step, step);
}

struct Step {
    int scale = 0;
    std::int64_t units = 1;
};

Expected<Step> stepOf(
    std::string const& said,
    std::string const& largest,
    int decimals,
    FeedMessage const* snapshot,
    WrittenNumber WrittenLevel::*column
)
{
    Writing writing;
    writing.written = decimals;
    bool const isSaid = said.find_first_not_of("0.") != std::string::npos;
    if (!isSaid && snapshot == nullptr) {
        return fail(ErrorCode::MessageIncomplete, "expected a tick and a lot size, or a snapshot");
    }
    if (isSaid) {
        auto const step = readWritten(said);
        auto const most = readWritten(largest.empty() ? "0" : largest);
        if (!step || !most) {
            return tl::unexpected(step ? most.error() : step.error());
        }
        writing.see(*step);
        writing.whole = std::max(writing.whole, wholeDigits(*most));
    }
    if (snapshot != nullptr) {
        for (auto const* side : {&snapshot->bids, &snapshot->asks}) {
            std::for_each(side->begin(), side->end(), [&](auto const& level) { writing.see(level.*column); });
        }
    }
    Step step;
    step.scale = writing.scale();
    auto const units = isSaid ? parseScaled(said, step.scale) : commonStep(*snapshot, column, step.scale);
    if (!units) {
        return tl::unexpected(units.error());
    }
    step.units = *units;
    return step;
}

} // namespace

std::int64_t usualStep(std::int64_t step, std::int64_t sample)
{
    const std::int64_t common = std::gcd(step, sample);
    std::int64_t power = 1;
    while (power <= common / 10 && common % (power * 10) == 0) {
        power *= 10;
    }
    for (const std::int64_t times : {25, 5, 2}) {
        if (common % (power * times) == 0) {
            return power * times;
        }
    }
    return power;
}

StepCheck::StepCheck(std::int64_t step)
    : m_inverse(1)
    , m_limit(std::numeric_limits<std::uint64_t>::max() / static_cast<std::uint64_t>(step))
    , m_twos(std::countr_zero(static_cast<std::uint64_t>(step)))
{
    auto const odd = static_cast<std::uint64_t>(step) >> static_cast<unsigned>(m_twos);
    // Newton's iteration doubles the number of right bits each time: 1, 2, 4, ... 64.
    for (int i = 0; i < 7; ++i) {
        m_inverse *= 2 - odd * m_inverse;
    }
}

Expected<Instrument>
makeInstrument(std::string_view venue, InstrumentTerms const& terms, FeedMessage const* snapshot)
{
    const std::string name = std::string(venue) + ":" + terms.symbol;
    if (!AssetName::fits(terms.base) || !AssetName::fits(terms.quote)) {
        return fail(ErrorCode::InstrumentInvalid, name + ": expected assets of at most 15 characters");
    }
    auto const tick = stepOf(terms.tickSize, {}, terms.priceDecimals, snapshot, &WrittenLevel::price);
    if (!tick) {
        return tl::unexpected(tick.error());
    }
    auto const lot = stepOf(terms.lotSize, terms.maxQty, terms.qtyDecimals, snapshot, &WrittenLevel::qty);
    if (!lot) {
        return tl::unexpected(lot.error());
    }
    Instrument instrument;
    instrument.venue = venue;
    instrument.symbol = terms.symbol;
    instrument.base = AssetName(terms.base);
    instrument.quote = AssetName(terms.quote);
    instrument.kind = terms.kind;
    instrument.contractValue = terms.contractValue;
    instrument.priceScale = tick->scale;
    instrument.qtyScale = lot->scale;
    instrument.tickSize = Price(tick->units);
    instrument.lotSize = Qty(lot->units);
    auto const minQty = optionalUnits(terms.minQty, lot->scale, lot->units);
    auto const maxQty = optionalUnits(terms.maxQty, lot->scale, instrument.maxQty.value);
    auto const minNotional = parseScaled128(terms.minNotional.empty() ? "0" : terms.minNotional, amountScale);
    if (!minQty || !maxQty || !minNotional) {
        return tl::unexpected(!minQty ? minQty.error() : !maxQty ? maxQty.error() : minNotional.error());
    }
    instrument.minQty = Qty(*minQty);
    instrument.maxQty = Qty(*maxQty);
    instrument.minNotional = Amount(*minNotional);
    if (auto const valid = validate(instrument); !valid) {
        return tl::unexpected(valid.error());
    }
    return instrument;
}

} // namespace qob
