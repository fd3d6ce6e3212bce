#include "engine/base/rng.h"
#include "engine/trading/portfolio.h"

#include <gtest/gtest.h>

namespace qob {
namespace {

Amount amount(char const* text)
{
    return Amount(parseScaled128(text, amountScale).value());
}

std::string text(Amount value)
{
    return formatTrimmed(value.value, amountScale);
}

Instrument instrumentOf(ContractKind kind)
{
    Instrument instrument;
    instrument.id = InstrumentId(1);
    instrument.venue = "V";
    instrument.symbol = "BTCUSD";
    instrument.base = AssetName("BTC");
    instrument.quote = AssetName("USD");
    instrument.kind = kind;
    instrument.priceScale = 1;
    instrument.qtyScale = kind == ContractKind::Inverse ? 0 : 3;
    instrument.contractValue = 100;
    instrument.makerFee = FeeRate(10'000);
    instrument.takerFee = FeeRate(50'000);
    return instrument;
}

class PortfolioTest : public testing::Test {
protected:
    ~PortfolioTest() override { EXPECT_TRUE(portfolio.ledger().sumsToDeposits()); }

    Position position()
    {
        auto const report = portfolio.report([](Instrument const&, Qty) { return Price(0); });
        return report.positions.empty() ? Position{} : report.positions.front();
    }

    std::string free(char const* asset)
    {
        return text(portfolio.ledger().balance(AssetName(asset), LedgerAccount::Free));
    }

    std::string held(char const* asset)
    {
        return text(portfolio.ledger().balance(AssetName(asset), LedgerAccount::Held));
    }

    Portfolio portfolio{parseDeposits("USD=100000,BTC=10").value()};
};

TEST(Deposits, AreParsedOrRefused)
{
    auto const deposits = parseDeposits("USDT=1000.5,BTC=10");
    ASSERT_TRUE(deposits);
    ASSERT_EQ(deposits->size(), 2U);
    EXPECT_EQ((*deposits)[0].amount, amount("1000.5"));
    for (char const* bad : {"USDT", "=5", "USDT=", "USDT=x", "USDT=-1", "A,B=1"}) {
        EXPECT_EQ(parseDeposits(bad).error().code, ErrorCode::ConfigBadValue) << bad;
    }
}

TEST_F(PortfolioTest, SpotExchangesBaseAgainstQuoteAndPaysTheFeeInQuote)
{
    auto const spot = instrumentOf(ContractKind::Spot);
    auto const fee = portfolio.applyFill(spot, Side::Buy, Price(500'000), Qty(1'000), spot.takerFee);
    EXPECT_EQ(text(fee), "25");
    EXPECT_EQ(free("USD"), "49975");
    EXPECT_EQ(free("BTC"), "11");
    portfolio.applyFill(spot, Side::Sell, Price(510'000), Qty(500), spot.makerFee);
    EXPECT_EQ(free("USD"), "75472.45");
    EXPECT_EQ(free("BTC"), "10.5");
    auto const held = position();
    EXPECT_EQ(held.net, Qty(500));
    EXPECT_EQ(text(held.avgPx), "50000");
    EXPECT_EQ(text(held.realised), "500");
    EXPECT_EQ(text(held.fees), "27.55");
}

TEST_F(PortfolioTest, UnrealisedProfitIsAtThePriceThatWouldClose)
{
    auto const spot = instrumentOf(ContractKind::Spot);
    portfolio.applyFill(spot, Side::Buy, Price(500'000), Qty(1'000), FeeRate(0));
    auto const report =
        portfolio.report([](Instrument const&, Qty net) { return net > Qty(0) ? Price(505'000) : Price(0); });
    EXPECT_EQ(text(report.positions.front().unrealised), "500");
}

TEST_F(PortfolioTest, AFillThroughZeroTurnsThePosition)
{
    auto const linear = instrumentOf(ContractKind::Linear);
    portfolio.applyFill(linear, Side::Buy, Price(500'000), Qty(100), FeeRate(0));
    portfolio.applyFill(linear, Side::Sell, Price(490'000), Qty(300), FeeRate(0));
    auto const turned = position();
    EXPECT_EQ(turned.net, Qty(-200));
    EXPECT_EQ(text(turned.realised), "-100");
    EXPECT_EQ(text(turned.avgPx), "49000");
    EXPECT_EQ(held("USD"), "9800"); // the margin of what is open
    EXPECT_EQ(free("USD"), "90100");
    EXPECT_EQ(free("BTC"), "10");
}

TEST_F(PortfolioTest, InverseContractsSettleInBase)
{
    auto const inverse = instrumentOf(ContractKind::Inverse);
    portfolio.applyFill(inverse, Side::Buy, Price(500'000), Qty(500), FeeRate(0));    // 1 BTC worth
    portfolio.applyFill(inverse, Side::Sell, Price(1'000'000), Qty(500), FeeRate(0)); // 0.5 BTC worth
    EXPECT_EQ(text(position().realised), "0.5");
    EXPECT_EQ(free("BTC"), "10.5");
    EXPECT_EQ(free("USD"), "100000");
}

TEST(PortfolioCounts, WhatCannotBeCountedIsKnownBefore)
{
    const Price most(1'000'000'000'000'000);
    const Qty many(1'000'000'000'000'000);
    for (auto const kind : {ContractKind::Spot, ContractKind::Linear, ContractKind::Inverse}) {
        auto instrument = instrumentOf(kind);
        EXPECT_TRUE(Portfolio::countable(instrument, Price(600'000), Qty(1'000'000)));
        instrument.priceScale = 5;
        EXPECT_FALSE(Portfolio::countable(instrument, most, many));
        EXPECT_EQ(Portfolio::countable(instrument, Price(1), many), kind != ContractKind::Inverse);
    }
}

TEST_F(PortfolioTest, InverseAveragePriceIsHarmonic)
{
    auto const inverse = instrumentOf(ContractKind::Inverse);
    portfolio.applyFill(inverse, Side::Sell, Price(500'000), Qty(100), FeeRate(0));
    portfolio.applyFill(inverse, Side::Sell, Price(250'000), Qty(100), FeeRate(0));
    EXPECT_EQ(text(position().avgPx).substr(0, 9), "33333.333");
}

TEST_F(PortfolioTest, AHoldIsRefusedWhenTheFreeBalanceDoesNotReach)
{
    auto const spot = instrumentOf(ContractKind::Spot);
    auto const need = Portfolio::need(spot, Side::Buy, Price(500'000), Qty(2'000), Qty(0));
    auto const result = portfolio.hold(need);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::OrderInsufficientFunds);
    EXPECT_NE(result.error().detail.find("100050"), std::string::npos) << result.error().detail;
    EXPECT_EQ(free("USD"), "100000");
}

TEST(PortfolioHold, IsMovedToWhatIsWantedOrToAllThatIsFree)
{
    Portfolio portfolio({{AssetName("USDT"), Amount(100)}, {AssetName("BTC"), Amount(5)}});
    Portfolio::Need held{AssetName("USDT"), Amount(0)};
    EXPECT_TRUE(portfolio.rehold(held, {AssetName("USDT"), Amount(70)}));
    EXPECT_TRUE(portfolio.rehold(held, {AssetName("USDT"), Amount(100)}));
    EXPECT_TRUE(portfolio.rehold(held, {AssetName("USDT"), Amount(30)}));
    Portfolio::Need other{AssetName("USDT"), Amount(0)};
    EXPECT_FALSE(portfolio.rehold(other, {AssetName("USDT"), Amount(71)}));
    EXPECT_EQ(other.amount, Amount(70));
    EXPECT_TRUE(portfolio.rehold(other, {AssetName("BTC"), Amount(5)}));
    EXPECT_EQ(other.asset, AssetName("BTC"));
    EXPECT_EQ(portfolio.ledger().balance(AssetName("USDT"), LedgerAccount::Held), Amount(30));
    EXPECT_EQ(portfolio.ledger().balance(AssetName("USDT"), LedgerAccount::Free), Amount(70));
    EXPECT_EQ(portfolio.ledger().balance(AssetName("BTC"), LedgerAccount::Held), Amount(5));
}

TEST_F(PortfolioTest, ALossBeyondTheBalanceIsBorneByTheVenue)
{
    auto const linear = instrumentOf(ContractKind::Linear);
    portfolio.applyFill(linear, Side::Sell, Price(500'000), Qty(2'000), FeeRate(0));
    portfolio.applyFill(linear, Side::Buy, Price(2'000'000), Qty(2'000), FeeRate(0));
    EXPECT_EQ(free("USD"), "0");
    EXPECT_EQ(held("USD"), "0");
}

// Random fills of every kind of contract: money is only ever moved, and no balance is ever negative.
TEST(PortfolioFuzz, NothingIsEverMadeOrLost)
{
    for (auto const kind : {ContractKind::Spot, ContractKind::Linear, ContractKind::Inverse}) {
        Rng rng(static_cast<std::uint64_t>(kind) + 11);
        Portfolio portfolio(parseDeposits("USD=1000000000,BTC=100000").value());
        auto const instrument = instrumentOf(kind);
        for (int i = 0; i < 20'000; ++i) {
            const Side side = rng.chance(0.5) ? Side::Buy : Side::Sell;
            const Price price(rng.between(400'000, 600'000));
            const Qty qty(rng.between(1, 3'000));
            auto const need = Portfolio::need(instrument, side, price, qty, Qty(0));
            if (!portfolio.hold(need)) {
                continue;
            }
            portfolio.release(need);
            portfolio.applyFill(instrument, side, price, qty, FeeRate(rng.between(-10'000, 50'000)));
            ASSERT_TRUE(portfolio.ledger().sumsToDeposits());
            for (auto const& balance : portfolio.ledger().balances()) {
                ASSERT_GE(balance.free, Amount(0));
                ASSERT_GE(balance.held, Amount(0));
            }
        }
    }
}

} // namespace
} // namespace qob
