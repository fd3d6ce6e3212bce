// Not a test: draws one chart panel on a simulated market of an hour, for the eye.

#include "tests/support/sim_session.h"
#include "ui/look/fonts.h"
#include "ui/panels/candles/candles_panel.h"
#include "ui/panels/footprint/footprint_panel.h"
#include "ui/panels/profile/profile_panel.h"
#include "ui/shell/terminal_models.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QJsonDocument>
#include <QMouseEvent>
#include <QStyleFactory>

#include <cstdio>

using namespace qob;

namespace {

// Runs the window's frames for a while of real time.
void run(TerminalModels& models, Clock& clock, Duration time)
{
    auto const until = clock.steady() + time;
    while (clock.steady() < until) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        models.frames.tick();
    }
}

void moveMouse(QWidget& widget, QString const& to)
{
    auto const parts = to.split(QLatin1Char(','));
    if (parts.size() == 2) {
        const QPointF at(parts[0].toDouble(), parts[1].toDouble());
        QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(&widget, &move);
    }
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCommandLineParser line;
    line.addOptions({
        {"panel", {}, "candles, footprint or profile", "candles"},
        {"size", {}, "size", "1100x640"},
        {"after", {}, "seconds", "6"},
        {"speed", {}, "x", "1"},
        {"settings", {}, "JSON", "{}"},
        {"mouse", {}, "x,y in the chart"},
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

    SystemClock clock;
    Log log({.consoleLevel = LogLevel::Warning});
    LocalSession session(
        test::simSequencer(log, hours(1)), clock, log, {.speed = line.value("speed").toDouble()}
    );
    PrefixedClOrdIds ids{"p"};
    TerminalModels models(session, clock, ids);
    auto const sizes = line.value("size").split(QLatin1Char('x'));
    auto const settings = QJsonDocument::fromJson(line.value("settings").toUtf8()).object();
    std::unique_ptr<QWidget> panel;
    PriceChart* chart = nullptr;
    auto const make = [&]<class Panel>(Panel* made) {
        made->setSettings(settings);
        panel.reset(made);
        chart = made->chart();
    };
    auto const name = line.value("panel");
    if (name == "footprint") {
        make(new FootprintPanel(session, models.frames, models.market, models.orders, *theme));
    } else if (name == "profile") {
        make(new ProfilePanel(session, models.frames, models.market, models.orders, *theme));
    } else {
        make(new CandlesPanel(session, models.frames, models.market, models.orders, *theme));
    }
    panel->resize(sizes.value(0).toInt(), sizes.value(1).toInt());
    panel->show();
    models.bridge.start();
    run(models, clock, milliseconds(static_cast<std::int64_t>(line.value("after").toDouble() * 1000)));
    moveMouse(*chart, line.value("mouse"));
    run(models, clock, milliseconds(50));
    auto const& work = chart->work();
    auto const stats = models.frames.stats();
    std::printf(
        "whole %llu strips %llu candles %llu, frame p50 %.3f ms, p99 %.3f ms\n",
        static_cast<unsigned long long>(work.whole),
        static_cast<unsigned long long>(work.strips),
        static_cast<unsigned long long>(work.candles),
        static_cast<double>(stats.p50.value) / 1e6,
        static_cast<double>(stats.p99.value) / 1e6
    );
    return panel->grab().save(line.positionalArguments().value(0)) ? 0 : 1;
}
