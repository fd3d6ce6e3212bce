#include "engine/api/instrument.h"

#include "engine/base/check.h"

namespace qob {

int Instrument::priceDecimals() const
{
    int decimals = priceScale;
    for (auto tick = tickSize.value; decimals > 0 && tick % 10 == 0; tick /= 10) {
        --decimals;
    }
    return decimals;
}

std::string Instrument::priceText(Price price) const
{
    int const decimals = priceDecimals();
    auto const unit = pow10(priceScale - decimals);
    return price.value % unit == 0 ? formatFixed(price.value / unit, decimals)
                                   : formatTrimmed(price.value, priceScale);
}

Expected<void> validate(Instrument const& instrument)
{
    auto const name = instrument.venue + ":" + instrument.symbol;
    if (instrument.priceScale < 0 || instrument.qtyScale < 0 || instrument.multiplierScale < 0 ||
        std::int64_t{instrument.priceScale} + instrument.qtyScale + instrument.multiplierScale >
            amountScale) { // as wide as that: they may come from anywhere
        return fail(
            ErrorCode::InstrumentInvalid,
            name + ": decimals of price, quantity and contract size must add up to at most " +
                std::to_string(amountScale)
        );
    }
    if (instrument.tickSize <= Price(0) || instrument.lotSize <= Qty(0) || instrument.contractValue <= 0 ||
        instrument.multiplier <= 0) {
        return fail(ErrorCode::InstrumentInvalid, name + ": tick, lot and contract value must be positive");
    }
    return {};
}

Expected<Price> parsePrice(Instrument const& instrument, std::string_view text)
{
    auto const parsed = parseScaled(text, instrument.priceScale);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    if (*parsed % instrument.tickSize.value != 0) {
        return fail(
            ErrorCode::OrderOffTick,
            std::string(text) + "; expected a multiple of " + instrument.priceText(instrument.tickSize)
        );
    }
    return Price(*parsed);
}

Expected<Qty> parseQty(Instrument const& instrument, std::string_view text)
{
    auto const parsed = parseScaled(text, instrument.qtyScale);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    if (*parsed % instrument.lotSize.value != 0) {
        return fail(
            ErrorCode::OrderOffLot,
            std::string(text) + "; expected a multiple of " + instrument.qtyText(instrument.lotSize)
        );
    }
    return Qty(*parsed);
}

Amount notional(Instrument const& instrument, Price price, Qty qty)
{
    if (instrument.kind == ContractKind::Inverse) {
        CHECK(price > Price(0));
        const Int128 quoteUnits = static_cast<Int128>(qty.value) * instrument.contractValue;
        int const up = amountScale - instrument.qtyScale;
        // (quote / price) at 10^-18: the price unit's decimals go up, the quantity's are there already.
        return Amount(mulDiv(quoteUnits * pow10(up), pow10(instrument.priceScale), price.value));
    }
    const Int128 units = static_cast<Int128>(price.value) * qty.value * instrument.multiplier;
    return Amount(
        units * pow10(amountScale - instrument.priceScale - instrument.qtyScale - instrument.multiplierScale)
    );
}

Amount quoteTurnover(Instrument const& instrument, Price price, Qty qty)
{
    return instrument.kind == ContractKind::Inverse
               ? Amount(qtyAmount(instrument, qty).value * instrument.contractValue)
               : notional(instrument, price, qty);
}

Amount baseSize(Instrument const& instrument, Price price, Qty qty)
{
    switch (instrument.kind) {
    case ContractKind::Inverse:
        return notional(instrument, price, qty);
    case ContractKind::Quanto:
        return {};
    case ContractKind::Spot:
    case ContractKind::Linear:
        break;
    }
    const Int128 units = static_cast<Int128>(qty.value) * instrument.multiplier;
    return Amount(units * pow10(amountScale - instrument.qtyScale - instrument.multiplierScale));
}

Amount qtyAmount(Instrument const& instrument, Qty qty)
{
    return Amount(static_cast<Int128>(qty.value) * pow10(amountScale - instrument.qtyScale));
}

Amount feeOn(Amount notional, FeeRate rate)
{
    return Amount(mulDiv(notional.value, rate.value, feeRateOne));
}

Amount feeOn(Instrument const& instrument, Price price, Qty qty, FeeRate rate)
{
    constexpr int rateScale = 8;
    int const spare = amountScale - rateScale - instrument.priceScale - instrument.qtyScale;
    if (instrument.kind == ContractKind::Inverse || instrument.multiplier != 1 ||
        instrument.multiplierScale != 0 || spare < 0) {
        return feeOn(notional(instrument, price, qty), rate);
    }
    const Int128 units = static_cast<Int128>(price.value) * qty.value;
    return Amount(units * rate.value * pow10(spare));
}

Int128 mulDiv(Int128 a, std::int64_t b, std::int64_t c)
{
    CHECK(c > 0);
    return a / c * b + a % c * b / c;
}

Expected<FeeRate> parseFeeBps(std::string_view text)
{
    auto const parsed = parseScaled(text, 4);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    return FeeRate(*parsed);
}

} // namespace qob
