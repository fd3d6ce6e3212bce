#include "engine/api/instrument.h"

#include <gtest/gtest.h>

namespace qob {
namespace {

Instrument spot()
{
    Instrument instrument;
    instrument.venue = "SIM-A";
    instrument.symbol = "BTC-USDT";
    instrument.base = AssetName("BTC");
    instrument.quote = AssetName("USDT");
    instrument.priceScale = 8;
    instrument.qtyScale = 8;
    instrument.tickSize = Price(1'000'000);
    return instrument;
}

std::string text(Amount amount)
{
    return formatTrimmed(amount.value, amountScale);
}

TEST(Instrument, WritesPricesWithTheDecimalsOfTheTick)
{
    auto const instrument = spot();
    EXPECT_EQ(instrument.priceDecimals(), 2);
    EXPECT_EQ(instrument.priceText(Price(6'183'763'000'000)), "61837.63");
    EXPECT_EQ(instrument.priceText(Price(6'183'700'000'000)), "61837.00");
    EXPECT_EQ(instrument.priceText(Price(6'183'763'100'000)), "61837.631");
}

TEST(Instrument, ReadsPricesAndQuantities)
{
    auto const instrument = spot();
    EXPECT_EQ(parsePrice(instrument, "61837.63"), Price(6'183'763'000'000));
    EXPECT_EQ(parsePrice(instrument, "61837.635").error().code, ErrorCode::OrderOffTick);
    EXPECT_EQ(parseQty(instrument, "0.5"), Qty(50'000'000));
    EXPECT_EQ(parseQty(instrument, "x").error().code, ErrorCode::NumberBadCharacter);
}

TEST(Instrument, NotionalIsExact)
{
    auto const instrument = spot();
    EXPECT_EQ(text(notional(instrument, Price(6'183'763'000'000), Qty(2'000'000))), "1236.7526");
    EXPECT_EQ(text(notional(instrument, Price(1), Qty(1))), "0.0000000000000001");
}

TEST(Instrument, InverseNotionalIsInBase)
{
    Instrument perp = spot();
    perp.kind = ContractKind::Inverse;
    perp.priceScale = 1;
    perp.qtyScale = 0;
    perp.tickSize = Price(1);
    perp.contractValue = 100;
    // 500 contracts of 100 USD at 50,000 are one bitcoin.
    EXPECT_EQ(text(notional(perp, Price(500'000), Qty(500))), "1");
    EXPECT_EQ(perp.settleAsset(), AssetName("BTC"));
}

TEST(Instrument, FeesOfThePartsNeverExceedTheFeeOfTheWhole)
{
    const FeeRate rate = *parseFeeBps("7.5");
    EXPECT_EQ(text(feeOn(Amount(parseScaled128("1000", amountScale).value()), rate)), "0.75");
    const Amount part(333);
    EXPECT_LE(feeOn(part, rate) + feeOn(part, rate) + feeOn(part, rate), feeOn(part * 3, rate));
    EXPECT_EQ(
        text(feeOn(Amount(parseScaled128("1000", amountScale).value()), *parseFeeBps("-0.5"))), "-0.05"
    );
}

TEST(Instrument, MulDivDoesNotOverflowBetween)
{
    const Int128 large = parseScaled128("99999999999999999999", 18).value();
    EXPECT_EQ(mulDiv(large, INT64_MAX, INT64_MAX), large);
    EXPECT_EQ(mulDiv(-7, 3, 2), -10);
}

TEST(Instrument, RefusesScalesThatMoneyCannotHold)
{
    Instrument instrument = spot();
    EXPECT_TRUE(validate(instrument));
    instrument.qtyScale = 11;
    EXPECT_EQ(validate(instrument).error().code, ErrorCode::InstrumentInvalid);
    instrument.qtyScale = 2;
    instrument.tickSize = Price(0);
    EXPECT_EQ(validate(instrument).error().code, ErrorCode::InstrumentInvalid);
}

} // namespace
} // namespace qob
