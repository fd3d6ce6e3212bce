// Pictures of the window on the demo market, for the eye:
//   terminal_picture FILE [--size 1366x768] [--kind sim|replay] [--stale] [--markets] [--unlocked] [--run
//   SECONDS]
// With --run it plays in real time at 50 book updates a second and prints the frame times and the CPU used.

#include "engine/base/clock.h"
#include "tests/support/demo_market.h"
#include "ui/look/fonts.h"
#include "ui/look/theme.h"
#include "ui/panels/blotters/blotters.h"
#include "ui/panels/market_list/market_list.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QPainter>
#include <QStyleFactory>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace qob;

namespace {

QSize sizeOf(QString const& text)
{
    auto const parts = text.split(QLatin1Char('x'));
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize(1600, 900);
}

void settle(TerminalModels& models, int rounds)
{
    for (int i = 0; i < rounds; ++i) {
        QCoreApplication::processEvents();
        models.frames.tick();
    }
}

void run(TerminalModels& models, DemoMarket& market, int forSeconds)
{
    QTimer feed;
    QObject::connect(&feed, &QTimer::timeout, &feed, [&] { market.step(milliseconds(20)); });
    feed.setTimerType(Qt::PreciseTimer);
    feed.start(20);
    auto const cpu = std::clock();
    QTimer::singleShot(forSeconds * 1000, qApp, &QCoreApplication::quit);
    QCoreApplication::exec();
    auto const used = static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
    auto const stats = models.frames.stats();
    std::printf(
        "fps %.1f, frame p50 %.3f ms, p99 %.3f ms, CPU %.1f %% of a core\n",
        stats.fps,
        static_cast<double>(stats.p50.value) / 1e6,
        static_cast<double>(stats.p99.value) / 1e6,
        used * 100 / forSeconds
    );
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCommandLineParser line;
    line.addOptions({
        {"size", {}, "size", "1600x900"},
        {"kind", {}, "kind", "sim"},
        {"run", {}, "seconds", "0"},
        {"stale", {}},
        {"markets", {}},
        {"unlocked", {}},
        {"tab", {}, "n", "0"},
    });
    line.process(application);
    QApplication::setStyle(QStyleFactory::create("Fusion"));
    auto const fonts = loadFonts();
    auto const theme = loadTheme(":/themes/dark.json", fonts.ui, fonts.number);
    if (!theme) {
        std::fprintf(stderr, "%s\n", theme.error().message().c_str());
        return 1;
    }
    QApplication::setPalette(paletteOf(*theme));
    application.setStyleSheet(styleSheetOf(*theme, ":/themes/terminal.qss"));

    FakeSession session;
    DemoMarket market(session, line.value("kind") == "replay" ? MarketKind::Replay : MarketKind::Sim);
    market.prepare();
    SystemClock clock;
    PrefixedClOrdIds ids("demo");
    TerminalModels models(session, clock, ids);
    MainWindow window(models, *theme);
    window.resize(sizeOf(line.value("size")));
    window.show();
    models.bridge.start();
    settle(models, 5);
    market.publishFeed(FeedState::Live);
    for (int i = 0; i < 200; ++i) {
        market.step(milliseconds(20));
        settle(models, 1);
    }
    if (line.isSet("stale")) {
        market.publishFeed(FeedState::Stale, Error{ErrorCode::FeedGap, "expected 1204552, got 1204561"});
        market.publishDepth(FeedState::Stale);
    }
    models.entry.setLocked(!line.isSet("unlocked"));
    window.blotters()->setCurrentIndex(line.value("tab").toInt());
    if (auto const forSeconds = line.value("run").toInt(); forSeconds > 0) {
        run(models, market, forSeconds);
    }
    auto const until = clock.steady() + milliseconds(600);
    while (clock.steady() < until) {
        settle(models, 1);
    }
    auto picture = window.grab();
    if (line.isSet("markets")) {
        window.findChild<HeaderBar*>()->openMarkets();
        settle(models, 3);
        QPainter painter(&picture);
        auto* list = window.findChild<MarketList*>();
        painter.drawPixmap(window.mapFromGlobal(list->pos()), list->grab());
    }
    auto const file = line.positionalArguments().value(0);
    return file.isEmpty() || picture.save(file) ? 0 : 1;
}
