// The whole terminal on the simulated market: four panes under a fast feed, and an hour of market time. One
// JSON object a scenario. Off-screen; painting is the same, showing it is not in the figures.

#include "engine/base/clock.h"
#include "tests/support/sim_session.h"
#include "ui/look/fonts.h"
#include "ui/shell/main_window.h"

#include <sys/resource.h>
#include <unistd.h>

#include <QApplication>
#include <QJsonDocument>
#include <QTimer>

#include <cstdio>
#include <cstring>
#include <fstream>

namespace {

using namespace qob;

constexpr double wantedRate = 23'000; // events a second; the market's own pace varies by a tenth
constexpr double replaySpeed = 60;

struct Bench {
    Bench()
    {
        const FontFamilies fonts = loadFonts();
        theme =
            loadTheme(QStringLiteral(":/themes/themes.json"), QStringLiteral("dark"), fonts.ui, fonts.number)
                .value();
        QApplication::setPalette(paletteOf(theme));
        qApp->setStyleSheet(styleSheetOf(theme, QStringLiteral(":/themes/terminal.qss")));
        Workspace panes;
        panes.name = QStringLiteral("Four panes");
        for (char const* kind : {"heatmap", "ladder", "candles", "tape"}) {
            panes.panels.push_back({QLatin1String(kind), QLatin1String(kind), 0, {}});
        }
        panes.layout =
            QJsonDocument::fromJson(R"({"row": [{"column": ["heatmap", "candles"]}, "ladder", "tape"],
                                                   "sizes": [5, 2, 1]})")
                .object();
        static_cast<void>(workspaces.save(panes));
        settings.setWorkspace(panes.name);
        window = std::make_unique<MainWindow>(models, theme, WindowMemory{settings, workspaces});
        window->resize(1920, 1080);
        window->show();
        models.bridge.start();
    }

    void run(double seconds)
    {
        QTimer::singleShot(static_cast<int>(seconds * 1000), &loop, &QEventLoop::quit);
        loop.exec();
    }

    void setSpeed(double speed) { session.submit(ReplayRequest{ReplayRequest::Action::SetSpeed, {}, speed}); }

    // What the feeds' messages and trades are since the market began.
    [[nodiscard]] double events() const
    {
        double sum = 0;
        for (Instrument const& instrument : models.market.instruments()) {
            auto const* feed = models.market.feed(instrument.id);
            sum += feed == nullptr ? 0.0 : static_cast<double>(feed->messages + feed->trades);
        }
        return sum;
    }

    Log log{LogSettings{.consoleLevel = LogLevel::Off}};
    SystemClock clock;
    LocalSession session{test::simSequencer(log, minutes(5)), clock, log, LocalSessionSettings{}};
    PrefixedClOrdIds ids{"bench"};
    TerminalModels models{session, clock, ids};
    Theme theme;
    Settings settings{{}};
    WorkspaceFiles workspaces{{}};
    std::unique_ptr<MainWindow> window;
    QEventLoop loop;
};

double cpuSeconds(int who)
{
    rusage usage{};
    getrusage(who, &usage);
    auto const seconds = [](timeval const& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double residentMiB()
{
    std::ifstream file("/proc/self/statm");
    double size = 0;
    double resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

double milliseconds(Duration time)
{
    return static_cast<double>(time.value) * 1e-6;
}

// Market time runs so fast that there are as many events as wanted.
void fourPanes()
{
    constexpr double length = 12; // the frame clock's figures are of the last ten seconds
    Bench bench;
    bench.run(4); // the past is rolled
    double before = bench.events();
    bench.run(4);
    bench.setSpeed(wantedRate / ((bench.events() - before) / 4));
    bench.run(3);
    before = bench.events();
    const Duration from = bench.clock.steady();
    double const all = cpuSeconds(RUSAGE_SELF);
    double const gui = cpuSeconds(RUSAGE_THREAD);
    bench.run(length);
    double const passed = milliseconds(bench.clock.steady() - from) * 1e-3;
    const FrameStats frames = bench.models.frames.stats();
    std::printf(
        "{\"scenario\":\"four_panes\",\"events_per_second\":%.0f,\"fps\":%.1f,\"p50_ms\":%.3f,\"p99_ms\":%."
        "3f,"
        "\"gui_cpu_percent\":%.1f,\"cpu_percent\":%.1f}\n",
        (bench.events() - before) / passed,
        frames.fps,
        milliseconds(frames.p50),
        milliseconds(frames.p99),
        (cpuSeconds(RUSAGE_THREAD) - gui) / passed * 100,
        (cpuSeconds(RUSAGE_SELF) - all) / passed * 100
    );
}

void anHour()
{
    Bench bench;
    bench.run(4);
    bench.setSpeed(replaySpeed);
    bench.run(10); // ten minutes
    double const early = residentMiB();
    bench.run(3'600 / replaySpeed - 10);
    std::printf(
        "{\"scenario\":\"hour_at_60x\",\"after_10_minutes_mib\":%.1f,\"after_an_hour_mib\":%.1f,\"events\":%."
        "0f}\n",
        early,
        residentMiB(),
        bench.events()
    );
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication const app(argc, argv);
    if (argc == 2 && std::strcmp(argv[1], "panes") == 0) {
        fourPanes();
    } else if (argc == 2 && std::strcmp(argv[1], "hour") == 0) {
        anHour();
    } else {
        std::fputs("terminal_bench panes|hour\n", stderr);
        return 2;
    }
    return 0;
}
