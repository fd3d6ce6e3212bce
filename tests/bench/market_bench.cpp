// What a market out of many books costs: a best price that changes, a merge of all levels, a trade into all
// candles, a ticker.

#include "engine/book/consolidated_book.h"
#include "engine/market/ticker_line.h"

#include <benchmark/benchmark.h>

#include <random>

namespace {

using namespace qob;

Instrument venue(std::uint32_t id)
{
    Instrument instrument;
    instrument.id = InstrumentId(id);
    instrument.priceScale = 2 + static_cast<int>(id % 3);
    instrument.qtyScale = 5;
    instrument.takerFee = FeeRate(static_cast<std::int64_t>(id) * 1'000);
    return instrument;
}

// `count` venues around one price, each a tick of its own apart, with a thousand levels a side.
std::vector<DepthView> books(ConsolidatedBook& book, std::uint32_t count)
{
    std::vector<DepthView> views;
    for (std::uint32_t id = 1; id <= count; ++id) {
        auto const instrument = venue(id);
        auto const unit = pow10(instrument.priceScale);
        DepthView& view = views.emplace_back();
        view.instrument = instrument.id;
        for (std::int64_t i = 0; i < 1'000; ++i) {
            view.bids.push_back({Price(60'000 * unit - i - id), Qty(100 + i)});
            view.asks.push_back({Price(60'000 * unit + i + id), Qty(100 + i)});
        }
        book.setInstrument(instrument);
        book.setState(instrument.id, FeedState::Live);
        book.setBest(instrument.id, view.bids[0], view.asks[0]);
    }
    return views;
}

void bestChanges(benchmark::State& state)
{
    ConsolidatedBook book(CanonicalName("BTC-USDT"), state.range(1) != 0);
    auto const views = books(book, static_cast<std::uint32_t>(state.range(0)));
    std::mt19937_64 rng(1);
    std::vector<std::pair<std::size_t, std::size_t>> moves(4'096);
    for (auto& [which, level] : moves) {
        which = rng() % views.size();
        level = rng() % 20;
    }
    std::size_t at = 0;
    for (auto _ : state) {
        auto const [which, level] = moves[at++ % moves.size()];
        DepthView const& view = views[which];
        book.setBest(view.instrument, view.bids[level], view.asks[level]);
        benchmark::DoNotOptimize(book.best(Side::Buy));
    }
}

void mergeLevels(benchmark::State& state)
{
    ConsolidatedBook book(CanonicalName("BTC-USDT"), true);
    auto const views = books(book, static_cast<std::uint32_t>(state.range(0)));
    ConsolidatedView out;
    for (auto _ : state) {
        book.merge(views, 500, {}, out);
        benchmark::DoNotOptimize(out.bids.data());
    }
}

Trade tradeAt(std::int64_t i)
{
    return {
        InstrumentId(1),
        Price(6'000'000 + i % 997),
        Qty(1 + i % 50),
        i % 2 == 0 ? Side::Buy : Side::Sell,
        Timestamp(milliseconds(1'700'000'000'000 + i * 37).value),
        0};
}

void tradeIntoCandles(benchmark::State& state)
{
    auto const instrument = venue(1);
    Candles candles;
    candles.onFeed(FeedState::Live, tradeAt(0).time);
    std::int64_t i = 0;
    for (auto _ : state) {
        candles.onTrade(instrument, tradeAt(i++));
    }
}

void ticker(benchmark::State& state)
{
    auto const instrument = venue(1);
    Candles candles;
    TickerLine line;
    candles.onFeed(FeedState::Live, tradeAt(0).time);
    std::int64_t i = 0;
    for (; i < 3'000'000; ++i) {
        candles.onTrade(instrument, tradeAt(i));
    }
    line.onTrade(tradeAt(i));
    for (auto _ : state) {
        benchmark::DoNotOptimize(line.make(instrument.id, candles, tradeAt(i).time));
    }
}

BENCHMARK(bestChanges)->Args({5, 0})->Args({5, 1})->Args({40, 1});
BENCHMARK(mergeLevels)->Arg(5)->Arg(40);
BENCHMARK(tradeIntoCandles);
BENCHMARK(ticker);

} // namespace

BENCHMARK_MAIN();
