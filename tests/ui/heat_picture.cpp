// Not a test: draws a heat map over an hour of a simulated market, for the eye.
//   heat_picture FILE [--size 1600x900] [--span SECONDS] [--look JSON] [--settings] [--past] [--gap]
//   [--orders] [--cursor]
//     [--theme dark]

#include "engine/market/market_history.h"
#include "engine/matching/sim_market.h"
#include "tests/support/ui_fixture.h"
#include "ui/charts/heat_map.h"
#include "ui/look/fonts.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QJsonDocument>
#include <QMouseEvent>
#include <QStyleFactory>
#include <QToolButton>
#include <QWheelEvent>

namespace {

using namespace qob;

QSize sizeOf(QString const& text)
{
    auto const parts = text.split('x');
    return {parts.value(0).toInt(), parts.value(1).toInt()};
}

// The simulated hour, without a piece in the middle when there is to be a gap.
std::vector<HeatChunkPtr> simulatedHour(bool gap)
{
    const Timestamp end(1'783'000'000'000'000'000);
    SimMarket market({1, end - hours(1), hours(1)});
    MarketHistory history(market);
    market.rollHistory(InstrumentId(1), 100'000'000, history);
    auto chunks = history.find(InstrumentId(1))->heat.chunksFrom(0);
    if (gap) {
        auto const from = chunks.begin() + std::ssize(chunks) * 6 / 10;
        chunks.erase(from, from + std::ssize(chunks) / 12);
    }
    return chunks;
}

void addOrders(UiFixture& terminal, std::int32_t bidTick)
{
    const Price tick = UiFixture::btc().tickSize;
    auto order = terminal.addOrder("a", Side::Buy, tick * (bidTick - 60), Qty(250));
    order.queueAhead = Qty(1'320);
    terminal.publishReport(order);
    terminal.addOrder("b", Side::Sell, tick * (bidTick + 80), Qty(1'500));
    terminal.pump();
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCommandLineParser line;
    line.addOptions({
        {"size", {}, "size", "1600x900"},
        {"span", {}, "seconds", "0"},
        {"look", {}, "json", "{}"},
        {"settings", {}},
        {"past", {}},
        {"gap", {}},
        {"orders", {}},
        {"cursor", {}},
        {"theme", {}, "name", "dark"},
    });
    line.process(application);
    QApplication::setStyle(QStyleFactory::create("Fusion"));
    auto const fonts = loadFonts();
    UiFixture terminal;
    terminal.theme = *loadTheme(":/themes/themes.json", line.value("theme"), fonts.ui, fonts.number);
    QApplication::setPalette(paletteOf(terminal.theme));
    application.setStyleSheet(styleSheetOf(terminal.theme, ":/themes/terminal.qss"));

    HeatMap map(terminal.models.frames, terminal.view, terminal.models.orders, terminal.theme);
    terminal.publishBook(Price(10'000), Price(10'010));
    map.restoreState({{"look", QJsonDocument::fromJson(line.value("look").toUtf8()).object()}});
    terminal.show(map, sizeOf(line.value("size")));
    auto const chunks = simulatedHour(line.isSet("gap"));
    terminal.session.publishSnapshot(UiFixture::topic(TopicKind::Heat), HeatUpdate{chunks});
    terminal.pump();
    if (int const span = line.value("span").toInt(); span > 0) {
        map.restoreState({
            {"look", map.look().toJson()},
            {"window", QJsonObject{{"seconds", span}}},
        });
    }
    if (line.isSet("past")) {
        QWheelEvent wheel({300, 300}, {300, 300}, {}, {0, 480}, {}, Qt::ShiftModifier, {}, false);
        QApplication::sendEvent(&map, &wheel);
    }
    if (line.isSet("orders")) {
        addOrders(terminal, chunks.back()->columns.back().bidTick);
    }
    if (line.isSet("cursor")) {
        QMouseEvent mouse(QEvent::MouseMove, {500, 300}, {500, 300}, Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(&map, &mouse);
    }
    terminal.frame();
    terminal.frame();
    auto picture = map.grab();
    if (line.isSet("settings")) {
        map.findChild<QToolButton*>("heatGear")->click();
        QPainter painter(&picture);
        auto* popup = map.findChild<QWidget*>("popup");
        painter.drawPixmap(map.mapFromGlobal(popup->pos()), popup->grab());
    }
    return picture.save(line.positionalArguments().value(0)) ? 0 : 1;
}
