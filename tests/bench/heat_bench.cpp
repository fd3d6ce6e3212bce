// What the heat map costs a frame: an hour of a simulated market, one new slot a frame, and a picture drawn
// anew; at 1600x900 and 2560x1440, bare and with everything switched on that can be.

#include "engine/market/market_history.h"
#include "engine/matching/sim_market.h"
#include "ui/charts/heat_overlays.h"

#include <benchmark/benchmark.h>

#include <QGuiApplication>
#include <QPainter>

namespace {

using namespace qob;

constexpr QSize small(1600, 900);
constexpr QSize large(2560, 1440);
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

    [[nodiscard]] Instrument const& instrument() { return m_history.find(btc)->instrument; }

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

HeatLook everything(HeatShading shading)
{
    HeatLook look;
    look.shading = shading;
    look.vwap = look.lastLine = look.delta = look.nakedPocs = look.largeLots = look.icebergs = true;
    look.profile = HeatProfileOf::Held;
    return look;
}

// The parts of a heat-map panel without its axes and own orders.
class Pane {
public:
    Pane(Scene& scene, QSize const& size, HeatLook const& look)
        : raster(scene.store, m_theme)
        , overlays(scene.store, raster, m_theme)
        , window(scene.store)
        , screen(size, QImage::Format_RGB32)
        , m_scene(scene)
        , m_layout(size + QSize(HeatLayout::priceAxisWidth, HeatLayout::timeAxisHeight), look)
    {
        raster.setLook(look);
        window.resize(m_layout.map.size());
    }

    void draw()
    {
        prepare();
        QPainter painter(&screen);
        raster.paint(painter, {0, 0});
        overlays.paint(painter, window);
    }

    void prepare()
    {
        auto const view = window.view();
        raster.show(m_layout.map.size(), view);
        overlays.prepare(m_layout, view, m_scene.instrument(), false);
    }

private:
    const Theme m_theme = plainTheme();

public:
    HeatRaster raster;
    HeatOverlays overlays;
    HeatWindow window;
    QImage screen;

private:
    Scene& m_scene;
    HeatLayout m_layout;
};

void frames(benchmark::State& state, QSize const& size, HeatLook const& look)
{
    Scene scene;
    Pane pane(scene, size, look);
    pane.window.showSpan(minutes(5));
    pane.draw();
    for (auto _ : state) {
        state.PauseTiming();
        auto const chunks = scene.moveOn(pane.window.view().columnsPerSlot);
        state.ResumeTiming();
        scene.store.merge(chunks);
        pane.draw();
    }
}

void fullRaster(benchmark::State& state, QSize const& size, HeatLook const& look)
{
    Scene scene;
    Pane pane(scene, size, look);
    pane.window.showSpan(seconds(state.range(0)));
    for (auto _ : state) {
        pane.raster.invalidate();
        pane.prepare();
    }
}

// The least any heat map of this kind costs: its picture brought to the screen in two pieces.
void bareBlit(benchmark::State& state, QSize const& size)
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(Qt::black);
    QImage screen(size, QImage::Format_RGB32);
    int const split = size.width() * 7 / 16;
    for (auto _ : state) {
        QPainter painter(&screen);
        painter.drawImage(0, 0, picture, split, 0, size.width() - split, size.height());
        painter.drawImage(size.width() - split, 0, picture, 0, 0, split, size.height());
    }
}

// How often a frame is drawn: some hundred slots go on, so that a picture drawn anew is among them.
constexpr int frameCount = 1000;

void registerAll()
{
    for (auto const& [name, size] :
         {std::pair("heat_map/bare_blit", small), {"heat_map/bare_blit_2560x1440", large}}) {
        benchmark::RegisterBenchmark(name, [size = size](benchmark::State& state) {
            bareBlit(state, size);
        })->Unit(benchmark::kMillisecond);
    }
    const HeatLook bare;
    const std::vector<std::tuple<char const*, QSize, HeatLook>> panes{
        {"", small, bare},
        {"_2560x1440", large, bare},
        {"_all_on", small, everything(HeatShading::Size)},
        {"_all_on_age", small, everything(HeatShading::Age)},
        {"_all_on_flow", small, everything(HeatShading::Flow)},
    };
    for (auto const& [name, size, look] : panes) {
        benchmark::RegisterBenchmark(
            (std::string("heat_map/frame") + name).c_str(),
            [size = size, look = look](benchmark::State& state) { frames(state, size, look); }
        )
            ->Unit(benchmark::kMillisecond)
            ->Iterations(frameCount);
        benchmark::RegisterBenchmark(
            (std::string("heat_map/full_raster") + name).c_str(),
            [size = size, look = look](benchmark::State& state) { fullRaster(state, size, look); }
        )
            ->Arg(300)
            ->Arg(3600)
            ->Unit(benchmark::kMillisecond);
    }
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    registerAll();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
