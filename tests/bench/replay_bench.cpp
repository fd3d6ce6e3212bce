// How fast a capture goes through the whole engine: reading, decoding, book, history, paper trading.

#include "engine/market/replay_market.h"
#include "engine/trading/sequencer.h"
#include "engine/venue/venues.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>

namespace {

using namespace qob;

std::string captures()
{
    char const* folder = std::getenv("QOB_CAPTURES");
    return folder == nullptr ? QOB_DEFAULT_CAPTURES : folder;
}

class Silent final : public EngineOutput {
public:
    void onExecutionReport(ExecutionReport const& /*report*/) override {}

    void onCancelReject(AccountId /*account*/, OrderCancelReject const& /*reject*/) override {}

    void onInstrument(Instrument const& /*instrument*/) override {}

    void onNotice(Notice const& /*notice*/) override {}
};

void replayEngine(benchmark::State& state, std::vector<std::string> const& names)
{
    std::vector<std::string> files;
    for (auto const& name : names) {
        files.push_back(captures() + "/binance/" + name + ".gz");
        if (!std::filesystem::exists(files.back())) {
            state.SkipWithError("the captures are not here; set QOB_CAPTURES");
            return;
        }
    }
    const Venues venues;
    Log log({.consoleLevel = LogLevel::Off});
    double marketSeconds = 0;
    for (auto _ : state) {
        auto market = ReplayMarket::open(files, venues);
        const Timestamp end = (*market)->end();
        marketSeconds += static_cast<double>((end - (*market)->begin()).value) * 1e-9;
        Sequencer sequencer(std::move(*market), nullptr, TradingSettings{}, log);
        Silent silent;
        sequencer.setOutput(silent);
        sequencer.advance(end);
    }
    state.counters["market_seconds_per_second"] =
        benchmark::Counter(marketSeconds, benchmark::Counter::kIsRate);
}

BENCHMARK_CAPTURE(replayEngine, spot, {"spot_btcusdt_20240808", "spot_btcusdt_20240809"})
    ->Name("replay_engine/spot")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(replayEngine, usdm, {"usdm_btcusdt_20240808"})
    ->Name("replay_engine/usdm")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(replayEngine, coinm, {"cm_btcusd_perp_20240808", "cm_btcusd_perp_20240809"})
    ->Name("replay_engine/coinm")
    ->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
