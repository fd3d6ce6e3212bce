#pragma once

#include "engine/api/types.h"
#include "engine/base/expected.h"

#include <string>
#include <string_view>

namespace qob {

enum class ContractKind : std::uint8_t {
    Spot,    // base changes hands against quote
    Linear,  // quantity in base, or in contracts of `multiplier` base each; profit settles in quote
    Inverse, // quantity in contracts of `contractValue` quote each, profit settles in base
    Quanto, // quantity in contracts, each worth `multiplier` of the settle asset for each quote unit of price
};

// One tradable thing on one venue. Values never change while a session runs, except that an external venue's
// instrument may be published again with the same id when more is known of it (tick, lot).
struct Instrument {
    InstrumentId id;
    std::string venue;     // "SIM-A", "BINANCE"
    std::string symbol;    // as the venue writes it: "BTC-USDT", "BTCUSDT"
    std::string canonical; // the same on every venue: "BTC-USDT", "BTC-USDT-PERP"; empty: not known
    AssetName base;
    AssetName quote;
    ContractKind kind = ContractKind::Spot;
    int priceScale = 0; // decimals of one price unit
    int qtyScale = 0;   // decimals of one quantity unit
    Price tickSize{1};
    Qty lotSize{1};
    Qty minQty{1};
    Qty maxQty{1'000'000'000'000'000};
    Amount minNotional;
    std::int64_t contractValue = 1; // Inverse: quote units a contract
    // Linear: base units, Quanto: settle units a contract and quote unit; a count of 10^-multiplierScale.
    std::int64_t multiplier = 1;
    int multiplierScale = 0;
    bool sizeKnown = true; // false: quantities are contracts, and the venue has not said yet how large one is
    AssetName settle;      // Quanto only
    FeeRate makerFee;
    FeeRate takerFee;
    Duration latency; // one way between us and the venue's matching

    friend bool operator==(Instrument const&, Instrument const&) = default;

    [[nodiscard]] AssetName const& settleAsset() const
    {
        return kind == ContractKind::Inverse ? base : kind == ContractKind::Quanto ? settle : quote;
    }

    // A quantity is a number of contracts, not of base units.
    [[nodiscard]] bool countsContracts() const
    {
        return kind == ContractKind::Inverse || kind == ContractKind::Quanto || !sizeKnown ||
               multiplier != 1 || multiplierScale != 0;
    }

    // Decimals that prices on the tick need: 2 for a tick of 0.05, though the unit may be finer.
    [[nodiscard]] int priceDecimals() const;

    // With exactly priceDecimals() decimals, so that columns of prices line up; more only for a price off the
    // tick.
    [[nodiscard]] std::string priceText(Price price) const;

    [[nodiscard]] std::string qtyText(Qty qty) const { return formatTrimmed(qty.value, qtyScale); }
};

// InstrumentInvalid when scales do not fit Amount or a size is not positive.
Expected<void> validate(Instrument const& instrument);

// Decimal text to a price or quantity of the instrument; refused when off tick or lot.
Expected<Price> parsePrice(Instrument const& instrument, std::string_view text);
Expected<Qty> parseQty(Instrument const& instrument, std::string_view text);

// What a trade is worth in the settle asset, always positive: Spot, Linear and Quanto price * qty *
// multiplier, exact; Inverse qty * contractValue / price, rounded down to 10^-18. Source: the contracts'
// specifications, such as BitMEX's of XBTUSD (inverse) and ETHUSD (quanto).
Amount notional(Instrument const& instrument, Price price, Qty qty);

// What a trade is worth in the quote asset, exact: Inverse qty * contractValue. Of a Quanto in the settle
// asset, as it has no value in another.
Amount quoteTurnover(Instrument const& instrument, Price price, Qty qty);

// How much of the base asset a quantity stands for: Spot and Linear exact; Inverse at this price, rounded
// down to 10^-18. Nothing of a Quanto, which is no fixed amount of it.
Amount baseSize(Instrument const& instrument, Price price, Qty qty);

// A quantity as a count of 10^-18 of what it counts.
Amount qtyAmount(Instrument const& instrument, Qty qty);

// The fee on a notional, rounded towards zero to 10^-18, so that the fees of the parts never exceed the fee
// of the whole; negative for a rebate.
Amount feeOn(Amount notional, FeeRate rate);

// The same on the notional of a trade; without a division where the decimals allow it.
Amount feeOn(Instrument const& instrument, Price price, Qty qty, FeeRate rate);

// a * b / c without overflow between the steps, rounded towards zero; c > 0.
Int128 mulDiv(Int128 a, std::int64_t b, std::int64_t c);

// "12.5" basis points -> FeeRate. At most four decimals.
Expected<FeeRate> parseFeeBps(std::string_view text);

} // namespace qob
