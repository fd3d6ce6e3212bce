// What charts of candles cost a frame at 1600x900, from the message to the painted window.

#include "tests/support/ui_fixture.h"
#include "ui/panels/candles/candles_panel.h"
#include "ui/panels/footprint/footprint_panel.h"

#include <benchmark/benchmark.h>

#include <QApplication>

#include <cmath>

namespace {

using namespace qob;

constexpr QSize size(1600, 900);
constexpr Timestamp start(1'783'000'020'000'000'000); // a whole minute
constexpr int count = 1'000;

Topic candlesTopic()
{
    return {TopicKind::Candles, UiFixture::btc().id, CandleInterval::Min1};
}

Candle candleAt(int minute, std::int64_t close)
{
    Candle candle;
    candle.start = start + minutes(minute);
    candle.open = Price(close - 20);
    candle.high = Price(close + 60);
    candle.low = Price(close - 70);
    candle.close = Price(close);
    candle.volume = Amount(static_cast<Int128>(3 + minute % 7) * pow10(18));
    candle.buyVolume = Amount(static_cast<Int128>(2) * pow10(18));
    candle.turnover = Amount(static_cast<Int128>(close) * (3 + minute % 7) * pow10(16));
    candle.closed = minute + 1 < count;
    return candle;
}

std::int64_t closeAt(int minute)
{
    return 10'000 + static_cast<std::int64_t>(std::lround(600 * std::sin(minute * 0.05)) / 10 * 10);
}

CandleBatch wave()
{
    CandleBatch batch{CandleInterval::Min1, {}};
    for (int i = 0; i < count; ++i) {
        batch.candles.push_back(candleAt(i, closeAt(i)));
    }
    return batch;
}

template <class Panel>
struct Scene : UiFixture {
    Scene()
    {
        session.setSnapshot(candlesTopic(), wave());
        TradeBatch trades;
        for (int i = (count - 20) * 200; i < count * 200; ++i) {
            auto trade = UiFixture::trade(
                Price(closeAt(i / 200) + 10 * (i % 13 - 6)),
                Qty(100 + i % 900),
                i % 3 == 0 ? Side::Buy : Side::Sell
            );
            trade.time = start + milliseconds(300LL * i);
            trades.trades.push_back(trade);
        }
        session.setSnapshot(topic(TopicKind::Trades), trades);
        session.setSnapshot(topic(TopicKind::Heat), HeatUpdate{});
        panel = std::make_unique<Panel>(session, models.frames, view, models.orders, theme);
        show(*panel, size);
        for (int i = 0; i < 5; ++i) {
            pump();
            frame();
        }
    }

    void change(int step)
    {
        session.publish(
            candlesTopic(),
            CandleBatch{CandleInterval::Min1, {candleAt(count - 1, closeAt(count - 1) + step % 5)}}
        );
        pump();
    }

    std::unique_ptr<Panel> panel;
};

void candleRefresh(benchmark::State& state)
{
    Scene<CandlesPanel> scene;
    int step = 0;
    for (auto _ : state) {
        scene.change(++step);
        scene.frame();
    }
}

void candleWhole(benchmark::State& state)
{
    Scene<CandlesPanel> scene;
    for (auto _ : state) {
        scene.panel->chart()->setStyle(CandleStyle::Candles);
        scene.frame();
    }
}

void footprintRefresh(benchmark::State& state)
{
    Scene<FootprintPanel> scene;
    int step = 0;
    for (auto _ : state) {
        auto trade = UiFixture::trade(Price(closeAt(count - 1)), Qty(10), Side::Buy);
        trade.time = start + minutes(count - 1) + seconds(30);
        scene.session.publish(UiFixture::topic(TopicKind::Trades), TradeBatch{{trade}, 0});
        scene.change(++step);
        scene.frame();
    }
}

BENCHMARK(candleRefresh)->Name("chart/candle_refresh")->Unit(benchmark::kMillisecond);
BENCHMARK(candleWhole)->Name("chart/candle_whole")->Unit(benchmark::kMillisecond);
BENCHMARK(footprintRefresh)->Name("chart/footprint_refresh")->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
