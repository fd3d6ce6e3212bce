// What contracts are worth, by what exchanges publish of theirs; and what becomes of a venue's words about
// them.

#include "engine/api/instrument.h"
#include "engine/market/instrument_terms.h"
#include "engine/trading/portfolio.h"

#include <gtest/gtest.h>

namespace qob {
namespace {

std::string text(Amount amount)
{
    return formatTrimmed(amount.value, amountScale);
}

Amount coins(std::string_view number)
{
    return Amount(parseScaled128(number, amountScale).value());
}

InstrumentTerms ethUsdQuanto()
{
    InstrumentTerms terms;
    terms.symbol = "ETHUSD";
    terms.base = "ETH";
    terms.quote = "USD";
    terms.suffix = "PERP";
    terms.kind = ContractKind::Quanto;
    terms.settle = "BTC";
    terms.contractSize = "0.000001"; // 100 satoshi a dollar
    terms.inContracts = true;
    terms.tickSize = "0.05";
    terms.lotSize = "1";
    return terms;
}

Instrument made(InstrumentTerms const& terms)
{
    auto instrument = makeInstrument("BITMEX", terms, nullptr);
    EXPECT_TRUE(instrument) << instrument.error().message();
    instrument->id = InstrumentId(1);
    return *instrument;
}

// BitMEX, ETHUSD series guide: a contract is worth 0.000001 XBT for each dollar of its price, so that one at
// 150 dollars is worth 0.00015 XBT; 50,000 bought at 500 and sold at 600 gain 5 XBT.
TEST(ContractSize, QuantoAsBitmexPublishesIt)
{
    auto const ethUsd = made(ethUsdQuanto());
    EXPECT_EQ(ethUsd.settleAsset(), AssetName("BTC"));
    EXPECT_EQ(text(notional(ethUsd, Price(15'000), Qty(1))), "0.00015");
    EXPECT_EQ(text(baseSize(ethUsd, Price(15'000), Qty(1))), "0");
    Portfolio portfolio({{AssetName("BTC"), coins("100")}});
    portfolio.applyFill(ethUsd, Side::Buy, Price(50'000), Qty(50'000), FeeRate(0));
    portfolio.applyFill(ethUsd, Side::Sell, Price(60'000), Qty(50'000), FeeRate(0));
    auto const report = portfolio.report([](Instrument const& /*i*/, Qty /*net*/) { return Price(0); });
    EXPECT_EQ(text(report.positions.at(0).realised), "5");
    EXPECT_EQ(report.positions.at(0).asset, AssetName("BTC"));
    EXPECT_EQ(text(portfolio.ledger().balance(AssetName("BTC"), LedgerAccount::Free)), "105");
}

// BitMEX, XBTUSD series guide: a contract is one dollar's worth of bitcoin; 50,000 bought at 10,000 and sold
// at 12,500 gain 50,000 * (1/10,000 - 1/12,500) = 1 XBT.
TEST(ContractSize, InverseAsBitmexPublishesIt)
{
    InstrumentTerms terms = ethUsdQuanto();
    terms.symbol = "XBTUSD";
    terms.base = "BTC";
    terms.kind = ContractKind::Inverse;
    terms.contractSize = "";
    terms.inContracts = false;
    terms.tickSize = "0.5";
    auto const xbtUsd = made(terms);
    EXPECT_EQ(xbtUsd.settleAsset(), AssetName("BTC"));
    EXPECT_EQ(text(quoteTurnover(xbtUsd, Price(100'000), Qty(50'000))), "50000");
    EXPECT_EQ(text(baseSize(xbtUsd, Price(100'000), Qty(50'000))), "5");
    Portfolio portfolio({{AssetName("BTC"), coins("100")}});
    portfolio.applyFill(xbtUsd, Side::Buy, Price(100'000), Qty(50'000), FeeRate(0));
    portfolio.applyFill(xbtUsd, Side::Sell, Price(125'000), Qty(50'000), FeeRate(0));
    EXPECT_EQ(text(portfolio.ledger().balance(AssetName("BTC"), LedgerAccount::Free)), "101");
}

// OKX, BTC-USDT-SWAP: ctVal 0.01 BTC; 200 contracts at 60,000 are two bitcoins and 120,000 USDT.
TEST(ContractSize, LinearContractsAreSoMuchOfTheBase)
{
    InstrumentTerms terms = ethUsdQuanto();
    terms.symbol = "BTC-USDT-SWAP";
    terms.base = "BTC";
    terms.quote = "USDT";
    terms.kind = ContractKind::Linear;
    terms.settle = "";
    terms.contractSize = "0.0100";
    terms.tickSize = "0.1";
    auto const swap = made(terms);
    EXPECT_TRUE(swap.countsContracts());
    EXPECT_EQ(text(notional(swap, Price(600'000), Qty(200))), "120000");
    EXPECT_EQ(text(quoteTurnover(swap, Price(600'000), Qty(200))), "120000");
    EXPECT_EQ(text(baseSize(swap, Price(600'000), Qty(200))), "2");
    EXPECT_EQ(text(feeOn(swap, Price(600'000), Qty(200), FeeRate(50'000))), "60");
    Portfolio portfolio({{AssetName("USDT"), coins("1000000")}});
    portfolio.applyFill(swap, Side::Sell, Price(600'000), Qty(200), FeeRate(0));
    auto const report = portfolio.report([](Instrument const& /*i*/, Qty /*net*/) { return Price(590'000); });
    EXPECT_EQ(text(report.positions.at(0).avgPx), "60000");
    EXPECT_EQ(text(report.positions.at(0).unrealised), "2000");
}

TEST(ContractSize, ALargeOneIsHeldToo)
{
    InstrumentTerms terms = ethUsdQuanto();
    terms.kind = ContractKind::Linear;
    terms.contractSize = "10000000"; // PEPE
    terms.tickSize = "0.000000001";
    terms.lotSize = "0.1";
    auto const swap = made(terms);
    EXPECT_EQ(text(notional(swap, Price(8'123), Qty(15))), "121.845"); // 0.000008123 * 1.5 * 10^7
}

TEST(ContractSize, WhatIsNotSaidIsNotKnown)
{
    InstrumentTerms terms = ethUsdQuanto();
    terms.kind = ContractKind::Linear;
    terms.contractSize = "";
    EXPECT_FALSE(made(terms).sizeKnown);
    terms.inContracts = false;
    EXPECT_TRUE(made(terms).sizeKnown);
    EXPECT_FALSE(made(terms).countsContracts());
}

TEST(ContractSize, ScalesLeaveRoomForIt)
{
    InstrumentTerms terms = ethUsdQuanto();
    terms.shortNumbers = true;
    auto const instrument = made(terms);
    EXPECT_LE(instrument.priceScale + instrument.qtyScale + instrument.multiplierScale, amountScale);
    Instrument bad = instrument;
    bad.multiplier = 0;
    EXPECT_EQ(validate(bad).error().code, ErrorCode::InstrumentInvalid);
    bad.multiplier = 1;
    bad.multiplierScale = amountScale;
    EXPECT_EQ(validate(bad).error().code, ErrorCode::InstrumentInvalid);
    terms.contractSize = "1x";
    EXPECT_EQ(makeInstrument("V", terms, nullptr).error().code, ErrorCode::NumberBadCharacter);
    terms.settle = "ANASSETWITHALONGNAME";
    EXPECT_EQ(makeInstrument("V", terms, nullptr).error().code, ErrorCode::InstrumentInvalid);
}

} // namespace
} // namespace qob
