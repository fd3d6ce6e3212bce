#pragma once

#include "engine/trading/sequencer.h"
#include "tests/support/scripted_market.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace qob::test {

// Keeps what the order manager said.
class OrderLog final : public EngineOutput {
public:
    void onExecutionReport(ExecutionReport const& report) override { reports.push_back(report); }

    void onCancelReject(AccountId /*account*/, OrderCancelReject const& reject) override
    {
        rejects.push_back(reject);
    }

    void onInstrument(Instrument const& /*instrument*/) override {}

    void onNotice(Notice const& /*notice*/) override {}

    std::vector<ExecutionReport> reports;
    std::vector<OrderCancelReject> rejects;
};

// Paper orders against a market that is set by hand, through the whole of trading: sequencer, latency,
// orders, ledger.
class PaperTrading : public testing::Test {
protected:
    explicit PaperTrading(ContractKind kind = ContractKind::Spot)
    {
        auto owned = std::make_unique<ScriptedMarket>(ScriptedMarket::btc(kind));
        market = owned.get();
        TradingSettings settings;
        settings.deposits = parseDeposits("USDT=100000,BTC=5").value();
        settings.paperLatency = milliseconds(10);
        sequencer = std::make_unique<Sequencer>(std::move(owned), nullptr, settings, log);
        sequencer->setOutput(output);
        sequencer->onInstrument(market->instrument());
        market->setState(*sequencer, FeedState::Live);
        market->show(*sequencer, Side::Buy, 1000, 50); // 100.0
        market->show(*sequencer, Side::Buy, 995, 80);
        market->show(*sequencer, Side::Sell, 1010, 40);
        market->show(*sequencer, Side::Sell, 1015, 60);
    }

    ~PaperTrading() override
    {
        EXPECT_TRUE(sequencer->ledger().sumsToDeposits());
        for (auto const& balance : sequencer->ledger().balances()) {
            EXPECT_GE(balance.free, Amount(0));
            bool const spot = market->instrument().kind == ContractKind::Spot; // else margin is held
            if (spot && sequencer->orders().workingOrders() == 0) {
                EXPECT_EQ(balance.held, Amount(0)) << balance.asset.view();
            }
        }
    }

    NewOrderSingle order(char const* id, Side side, std::int64_t price, std::int64_t qty)
    {
        NewOrderSingle made;
        made.clOrdId = ClOrdId(id);
        made.instrument = InstrumentId(1);
        made.side = side;
        made.price = Price(price);
        made.orderQty = Qty(qty);
        return made;
    }

    void send(Command const& command) { sequencer->apply(command, market->now); }

    // Lets requests reach the venue and their answers come back.
    void settle()
    {
        market->now += milliseconds(30);
        sequencer->advance(market->now);
    }

    void sendAndSettle(Command const& command)
    {
        send(command);
        settle();
    }

    ExecutionReport last() { return output.reports.at(output.reports.size() - 1); }

    std::string free(char const* asset)
    {
        return formatTrimmed(
            sequencer->ledger().balance(AssetName(asset), LedgerAccount::Free).value, amountScale
        );
    }

    Log log{LogSettings{.consoleLevel = LogLevel::Off}};
    OrderLog output;
    ScriptedMarket* market = nullptr;
    std::unique_ptr<Sequencer> sequencer;
};

} // namespace qob::test
