// What the heat map costs a frame: an hour of a simulated market at 1600x900, one new slot a frame.

#include "engine/market/market_history.h"
#include "engine/matching/sim_market.h"
#include "ui/charts/heat_window.h"

#include <benchmark/benchmark.h>

#include <QGuiApplication>
#include <QPainter>

namespace {

using namespace qob;

constexpr QSize size(1600, 900);
constexpr InstrumentId btc(1);

// A market with an hour behind it that can be moved on a column at a time.
class Scene {
public:
    Scene() : m_market({1, Timestamp(1'735'689'600'000'000'000), hours(1)}), m_history(m_market)
    {
        m_market.rollHistory(btc, 100'000'000, m_history);
        m_now = m_market.begin();
        store.merge(item().heat.chunksFrom(0));
    }

    // The newest chunk after `columns` more columns of market time.
    std::vector<HeatChunkPtr> moveOn(std::int64_t columns)
    {
        auto const from = m_now.value / heatColumnTime.value;
        m_now += heatColumnTime * columns;
        m_market.runUntil(m_now, m_history);
        item().heat.advanceTo(m_now);
        return item().heat.chunksFrom(from);
    }

    HeatStore store;

private:
    MarketHistory::Item& item() { return *m_history.find(btc); }

    SimMarket m_market;
    MarketHistory m_history;
    Timestamp m_now;
};

Theme plainTheme()
{
    Theme theme;
    theme.bid = QColor(47, 195, 143);
    theme.ask = QColor(244, 98, 108);
    return theme;
}

void heatMapFrame(benchmark::State& state)
{
    Scene scene;
    const Theme theme = plainTheme();
    HeatRaster raster(scene.store, theme);
    HeatWindow window(scene.store);
    window.resize(size);
    window.showSpan(minutes(5));
    QImage screen(size, QImage::Format_RGB32);
    raster.show(size, window.view());
    for (auto _ : state) {
        state.PauseTiming();
        auto const chunks = scene.moveOn(window.view().columnsPerSlot);
        state.ResumeTiming();
        scene.store.merge(chunks);
        raster.show(size, window.view());
        QPainter painter(&screen);
        raster.paint(painter, {0, 0});
    }
}

void heatMapFullRaster(benchmark::State& state)
{
    Scene scene;
    const Theme theme = plainTheme();
    HeatRaster raster(scene.store, theme);
    HeatWindow window(scene.store);
    window.resize(size);
    window.showSpan(seconds(state.range(0)));
    for (auto _ : state) {
        raster.invalidate();
        raster.show(size, window.view());
    }
}

// The least any heat map of this kind costs: its picture brought to the screen in two pieces.
void heatMapBareBlit(benchmark::State& state)
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(Qt::black);
    QImage screen(size, QImage::Format_RGB32);
    for (auto _ : state) {
        QPainter painter(&screen);
        painter.drawImage(0, 0, picture, 700, 0, 900, 900);
        painter.drawImage(900, 0, picture, 0, 0, 700, 900);
    }
}

BENCHMARK(heatMapBareBlit)->Name("heat_map/bare_blit")->Unit(benchmark::kMillisecond);
BENCHMARK(heatMapFrame)->Name("heat_map/frame")->Unit(benchmark::kMillisecond)->Iterations(1000);
BENCHMARK(heatMapFullRaster)
    ->Name("heat_map/full_raster")
    ->Arg(300)
    ->Arg(3600)
    ->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
