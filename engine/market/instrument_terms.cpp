#include "engine/market/instrument_terms.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace qob {

namespace {

constexpr int mostDigits = 16; // of a price or size in units: a hundredth of what 64 bits hold
// Of a venue that writes no trailing zeros, so that later numbers may have more decimals than those seen.
constexpr int spareDecimals = 8; // where next to nothing has been seen
constexpr int sparePriceDecimals = 2;
constexpr std::size_t fewLevels = 10;
constexpr int noisyDecimals = 8; // where sizes are no decimal numbers at all

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

// One kind of number of an instrument: its prices or its sizes.
struct Column {
    std::string const& step; // as said
    std::string const& largest;
    int decimals;
    int shift;
    WrittenNumber WrittenLevel::*number;
};

WrittenNumber shifted(WrittenNumber number, int shift)
{
    number.decimals += shift;
    return number;
}

bool isSaid(std::string const& step)
{
    return step.find_first_not_of("0.") != std::string::npos;
}

// A bound of sizes, which some venues write finer than sizes themselves: the nearest size within it. What is
// not said, 0 and what is beyond counting are no bound.
std::int64_t boundUnits(std::string const& text, int scale, std::int64_t otherwise, bool least)
{
    auto const number = readNumeral(text);
    if (text.empty() || !number || number->digits <= 0) {
        return otherwise;
    }
    std::int64_t units = 0;
    if (toUnits(*number, scale, units)) {
        return units;
    }
    if (number->decimals <= scale) {
        return otherwise;
    }
    units = number->digits / pow10(std::min(number->decimals - scale, amountScale));
    return least ? std::max(otherwise, units + 1) : std::max(units, std::int64_t{1});
}

// Each number of a column of the snapshot.
template <class See>
void eachNumber(FeedMessage const& snapshot, Column const& column, See see)
{
    for (auto const* side : {&snapshot.bids, &snapshot.asks}) {
        for (auto const& level : *side) {
            see(shifted(level.*column.number, column.shift));
        }
    }
}

// The greatest common step of a column of the snapshot; 1 where it has no levels.
Expected<std::int64_t> commonStep(FeedMessage const& snapshot, Column const& column, int scale, bool noisy)
{
    std::int64_t step = 0;
    std::optional<WrittenNumber> bad;
    eachNumber(snapshot, column, [&](WrittenNumber number) {
        std::int64_t units = 0;
        if (toUnits(number, scale, units) || (noisy && toNearest(number, scale, units))) {
            step = std::gcd(step, units);
        } else {
            bad = number;
        }
    });
    if (bad) {
        return fail(ErrorCode::NumberTooLarge, textOf(*bad));
    }
    return step == 0 ? 1 : usualStep(step, step);
}

Expected<Writing> writingOf(Column const& column, FeedMessage const* snapshot)
{
    Writing writing;
    writing.written = column.decimals;
    if (isSaid(column.step)) {
        auto const step = readNumeral(column.step);
        auto const most = readNumeral(column.largest.empty() ? "0" : column.largest);
        if (!step || !most) {
            return tl::unexpected(step ? most.error() : step.error());
        }
        writing.see(*step);
        writing.whole = std::max(writing.whole, wholeDigits(*most));
    } else if (snapshot == nullptr) {
        return fail(ErrorCode::MessageIncomplete, "expected a tick and a lot size, or a snapshot");
    }
    if (snapshot != nullptr) {
        eachNumber(*snapshot, column, [&](WrittenNumber number) { writing.see(number); });
    }
    return writing;
}

Expected<std::int64_t> stepOf(Column const& column, FeedMessage const* snapshot, int scale, bool noisy)
{
    return isSaid(column.step) ? parseScaled(column.step, scale)
                               : commonStep(*snapshot, column, scale, noisy);
}

struct Scales {
    int price;
    int qty;
};

// Both scales fit `decimals` together: the 18 of an Amount, less those of the contract size. Prices stand on
// a tick, which the levels of a snapshot show well enough; sizes get the room that is left.
Scales
roomyScales(InstrumentTerms const& terms, Writing const& price, Writing qty, std::size_t levels, int decimals)
{
    if (terms.noisySizes) {
        qty.significant = std::min(qty.significant, noisyDecimals);
    }
    int const spare = isSaid(terms.tickSize) ? 0
                      : levels < fewLevels   ? std::max(0, spareDecimals - price.significant)
                                             : sparePriceDecimals;
    int const room = std::min(mostDigits - price.whole, decimals - qty.significant);
    Scales scales{std::max(price.significant, std::min(price.significant + spare, room)), 0};
    scales.qty = std::max(qty.significant, std::min(decimals - scales.price, mostDigits - qty.whole));
    return scales;
}

Scales scalesOf(InstrumentTerms const& terms, Writing price, Writing qty, std::size_t levels, int decimals)
{
    price.significant = std::max(price.significant, terms.priceShift);
    qty.significant = std::max(qty.significant, terms.qtyShift);
    Scales scales{price.scale(), qty.scale()};
    if (terms.shortNumbers || levels == 0 || scales.price + scales.qty > decimals) {
        scales = roomyScales(terms, price, qty, levels, decimals);
    }
    scales.price = std::max(scales.price, terms.priceShift);
    scales.qty = std::max(scales.qty, terms.qtyShift);
    return scales;
}

// Contract size: how large one is, without trailing zeros; 1 where quantities are base units or it is not
// said.
Expected<WrittenNumber> contractSizeOf(InstrumentTerms const& terms)
{
    bool const sized = terms.kind == ContractKind::Linear || terms.kind == ContractKind::Quanto;
    if (!sized || !isSaid(terms.contractSize)) {
        return WrittenNumber{1, 0};
    }
    auto size = readNumeral(terms.contractSize);
    while (size && size->decimals > 0 && size->digits % 10 == 0) {
        size->digits /= 10;
        --size->decimals;
    }
    return size;
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
    if (!AssetName::fits(terms.base) || !AssetName::fits(terms.quote) || !AssetName::fits(terms.settle)) {
        return fail(ErrorCode::InstrumentInvalid, name + ": expected assets of at most 15 characters");
    }
    const std::string none;
    const Column prices{terms.tickSize, none, terms.priceDecimals, terms.priceShift, &WrittenLevel::price};
    const Column sizes{terms.lotSize, terms.maxQty, terms.qtyDecimals, terms.qtyShift, &WrittenLevel::qty};
    auto const priceWriting = writingOf(prices, snapshot);
    auto const qtyWriting = writingOf(sizes, snapshot);
    if (!priceWriting || !qtyWriting) {
        return tl::unexpected(priceWriting ? qtyWriting.error() : priceWriting.error());
    }
    auto const levels = snapshot == nullptr ? fewLevels : snapshot->bids.size() + snapshot->asks.size();
    auto const contract = contractSizeOf(terms);
    if (!contract) {
        return tl::unexpected(contract.error());
    }
    auto const scales = scalesOf(terms, *priceWriting, *qtyWriting, levels, amountScale - contract->decimals);
    auto const tick = stepOf(prices, snapshot, scales.price, false);
    auto const lot = stepOf(sizes, snapshot, scales.qty, terms.noisySizes);
    if (!tick || !lot) {
        return tl::unexpected(tick ? lot.error() : tick.error());
    }
    Instrument instrument;
    instrument.venue = venue;
    instrument.symbol = terms.symbol;
    instrument.canonical = canonicalName(terms);
    instrument.base = AssetName(terms.base);
    instrument.quote = AssetName(terms.quote);
    instrument.kind = terms.kind;
    instrument.contractValue = terms.contractValue;
    instrument.multiplier = contract->digits;
    instrument.multiplierScale = contract->decimals;
    instrument.sizeKnown = isSaid(terms.contractSize) || !terms.inContracts;
    instrument.settle = terms.kind == ContractKind::Quanto ? AssetName(terms.settle) : AssetName();
    instrument.priceScale = scales.price;
    instrument.qtyScale = scales.qty;
    instrument.tickSize = Price(*tick);
    instrument.lotSize = Qty(*lot);
    auto const minQty = boundUnits(terms.minQty, scales.qty, *lot, true);
    auto const maxQty = boundUnits(terms.maxQty, scales.qty, instrument.maxQty.value, false);
    auto const minNotional = parseScaled128(terms.minNotional.empty() ? "0" : terms.minNotional, amountScale);
    if (!minNotional) {
        return tl::unexpected(minNotional.error());
    }
    instrument.minQty = Qty(minQty);
    instrument.maxQty = Qty(maxQty);
    instrument.minNotional = Amount(*minNotional);
    if (auto const valid = validate(instrument); !valid) {
        return tl::unexpected(valid.error());
    }
    return instrument;
}

} // namespace qob
