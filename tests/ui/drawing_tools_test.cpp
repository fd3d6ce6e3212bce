// Drawing with the mouse and the keys, on a chart and on a heat map of one terminal.

#include "tests/support/candle_kit.h"
#include "tests/ui/heat_script.h"
#include "ui/charts/drawing_menu.h"
#include "ui/charts/heat_map.h"
#include "ui/panels/candles/candles_panel.h"
#include "ui/shell/panel_kinds.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>

using namespace qob;

namespace {

constexpr std::int64_t tick = 10; // units of the fixture's Bitcoin

// A chart of five hours and a heat map of a minute, ending at the same time at about the same prices.
struct Stage : UiFixture {
    Stage()
    {
        auto candles = test::wave(300);
        for (auto& candle : candles) {
            candle.start = candle.start - minutes(300);
        }
        session.setSnapshot(test::candlesTopic(), test::batchOf(candles));
        auto const last = clock.now().value / heatColumnTime.value;
        HeatScript script(last - 900);
        for (std::int32_t at = 900; at <= 1'000; ++at) {
            script.level(at, 2).level(2'002 - at, -2);
        }
        script.best(1'000, 1'002).columns(900);
        session.setSnapshot(topic(TopicKind::Heat), HeatUpdate{script.chunks()});
        panel.reset(static_cast<CandlesPanel*>(make("candles")));
        map.reset(static_cast<HeatMap*>(make("heatmap")));
        show(*panel, QSize(900, 560));
        show(*map, QSize(700, 400));
        session.publishSnapshot(topic(TopicKind::Heat), HeatUpdate{script.chunks()});
        settle();
        map->findChild<QAction*>("heatmap.centre")->trigger();
        settle();
    }

    QWidget* make(char const* kind)
    {
        return findPanelKind(QLatin1String(kind))->make({models, models.groups.at(0), theme});
    }

    void settle()
    {
        pump();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // no event loop runs here
        frame();
        frame();
    }

    // The keys go there.
    void enter(QWidget& on)
    {
        on.activateWindow();
        on.setFocus();
        settle();
    }

    CandleChart& chart() { return *panel->chart(); }

    Drawings& drawings() { return models.drawings; }

    Drawing last() { return drawings().all().back(); }

    void move(QWidget& on, QPoint at, Qt::MouseButtons buttons = Qt::NoButton, Qt::KeyboardModifiers keys = {})
    {
        QMouseEvent event(QEvent::MouseMove, at, on.mapToGlobal(at), Qt::NoButton, buttons, keys);
        QCoreApplication::sendEvent(&on, &event);
        settle();
    }

    void drag(QWidget& on, QPoint from, QPoint to, Qt::KeyboardModifiers keys = {})
    {
        QTest::mousePress(&on, Qt::LeftButton, keys, from);
        for (int i = 1; i <= 5; ++i) {
            move(on, from + (to - from) * i / 5, Qt::LeftButton, keys);
        }
        QTest::mouseRelease(&on, Qt::LeftButton, keys, to);
        settle();
    }

    void click(QWidget& on, QPoint at, Qt::KeyboardModifiers keys = {})
    {
        move(on, at, Qt::NoButton, keys);
        QTest::mouseClick(&on, Qt::LeftButton, keys, at);
        settle();
    }

    void key(QWidget& on, Qt::Key key, Qt::KeyboardModifiers keys = {})
    {
        QTest::keyClick(&on, key, keys);
        settle();
    }

    QMenu* menuAt(QWidget& on, QPoint at)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, on.mapToGlobal(at));
        QCoreApplication::sendEvent(&on, &event);
        return on.findChild<QMenu*>(QStringLiteral("drawingMenu"));
    }

    // Of a drawing's menu, opened at a place.
    void choose(QWidget& on, QPoint at, char const* action, int which = 0)
    {
        auto* menu = menuAt(on, at);
        QVERIFY(menu != nullptr);
        auto const found = menu->findChildren<QAction*>(QLatin1String(action));
        QVERIFY2(found.size() > which, action);
        found[which]->trigger();
        delete menu;
        settle();
    }

    Drawing addLevel(std::int64_t price)
    {
        Drawing level;
        level.kind = DrawingKind::Level;
        level.market = QStringLiteral("SIM-A:BTC-USDT");
        level.priceScale = 2;
        level.anchors[0] = {Price(price), clock.now()};
        drawings().add(level);
        settle();
        return last();
    }

    std::unique_ptr<CandlesPanel> panel;
    std::unique_ptr<HeatMap> map;
};

// What the chart's axes say of a place.
DrawingAnchor expectedAt(CandleChart const& chart, QPoint at)
{
    auto const slot = chart.window().slotAt(at.x());
    auto const start = chart.candles().startOf(slot);
    double const share = static_cast<double>(at.x() - chart.window().xOf(slot)) / chart.window().slotPx();
    return {
        Price(std::llround(chart.priceScale().valueAt(at.y()) * 100 / tick) * tick),
        start + nanoseconds(std::llround(share * 60e9)),
    };
}

DrawingShape const& shapeOf(DrawingTools const& tools, QUuid const& id)
{
    auto const& shapes = tools.shapes();
    auto const found = std::find_if(shapes.begin(), shapes.end(), [&](DrawingShape const& shape) {
        return shape.drawing.id == id;
    });
    return found == shapes.end() ? shapes.at(shapes.size()) : *found;
}

int pixelsOf(QWidget& widget, QColor const& color)
{
    auto const picture = widget.grab().toImage();
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            count += picture.pixelColor(x, y) == color ? 1 : 0;
        }
    }
    return count;
}

int differences(QImage const& a, QImage const& b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
        }
    }
    return count;
}

void addKinds()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("key");
    QTest::newRow("line") << 0 << int(Qt::Key_T);
    QTest::newRow("ray") << 1 << int(Qt::Key_R);
    QTest::newRow("level") << 2 << int(Qt::Key_H);
    QTest::newRow("rectangle") << 3 << int(Qt::Key_B);
    QTest::newRow("ruler") << 4 << int(Qt::Key_M);
    QTest::newRow("note") << 5 << int(Qt::Key_N);
}

} // namespace

class DrawingToolsTest : public QObject {
    Q_OBJECT

private slots:

    void eachKindIsPlacedOnAChart_data() { addKinds(); }

    void eachKindIsPlacedOnAChart()
    {
        QFETCH(int, kind);
        QFETCH(int, key);
        Stage stage;
        auto& chart = stage.chart();
        stage.enter(chart);
        stage.key(chart, static_cast<Qt::Key>(key), Qt::AltModifier);
        QVERIFY(chart.drawingTools()->tool() == static_cast<DrawingKind>(kind));
        const QPoint from(203, 120);
        const QPoint to(401, 187);
        auto const first = expectedAt(chart, from);
        auto const second = expectedAt(chart, to);
        stage.drag(chart, from, to);
        if (auto* edit = chart.findChild<QLineEdit*>()) {
            QTest::keyClicks(edit, QStringLiteral("seen"));
            QTest::keyClick(edit, Qt::Key_Return);
            stage.settle();
        }
        QCOMPARE(stage.drawings().all().size(), std::size_t(1));
        auto const made = stage.last();
        QCOMPARE(static_cast<int>(made.kind), kind);
        QCOMPARE(made.market, QStringLiteral("SIM-A:BTC-USDT"));
        QVERIFY(made.anchors[0] == first);
        if (hasTwoAnchors(made.kind)) {
            QVERIFY(made.anchors[1] == second);
        }
        QVERIFY(!chart.drawingTools()->tool()); // the pointer's turn
        QCOMPARE(chart.drawingTools()->selected(), made.id);
        auto const with = chart.grab().toImage();
        stage.drawings().undo();
        stage.settle();
        QVERIFY(differences(with, chart.grab().toImage()) > 20);
    }

    void eachKindIsPlacedOnAHeatMap_data() { addKinds(); }

    void eachKindIsPlacedOnAHeatMap()
    {
        QFETCH(int, kind);
        Stage stage;
        auto& map = *stage.map;
        map.drawingTools()->choose(static_cast<DrawingKind>(kind));
        const QPoint from(150, 120);
        const QPoint to(330, 210);
        stage.drag(map, from, to);
        if (auto* edit = map.findChild<QLineEdit*>()) {
            QTest::keyClicks(edit, QStringLiteral("seen"));
            QTest::keyClick(edit, Qt::Key_Return);
            stage.settle();
        }
        QCOMPARE(stage.drawings().all().size(), std::size_t(1));
        auto const made = stage.last();
        QCOMPARE(static_cast<int>(made.kind), kind);
        auto const tickAt = [&](int y) {
            return std::llround(map.window().tickAt(y));
        };
        QCOMPARE(made.anchors[0].price.value, tickAt(from.y()) * tick);
        QVERIFY(std::abs(map.window().xOf(made.anchors[0].time) - from.x()) < 0.01);
        if (hasTwoAnchors(made.kind)) {
            QCOMPARE(made.anchors[1].price.value, tickAt(to.y()) * tick);
            QVERIFY(std::abs(map.window().xOf(made.anchors[1].time) - to.x()) < 0.01);
        }
        QVERIFY(!map.drawingTools()->tool());
    }

    void twoClicksPlaceALineAndThePanelStaysWhereItIs()
    {
        Stage stage;
        auto& chart = stage.chart();
        auto const end = chart.window().endPx();
        chart.drawingTools()->choose(DrawingKind::Line);
        stage.click(chart, {200, 120});
        QVERIFY(stage.drawings().all().empty());
        stage.move(chart, {300, 150});
        QCOMPARE(chart.drawingTools()->shapes().size(), std::size_t(1)); // it follows the mouse
        stage.click(chart, {320, 160});
        QCOMPARE(stage.drawings().all().size(), std::size_t(1));
        QVERIFY(stage.last().anchors[1] == expectedAt(chart, {320, 160}));
        QCOMPARE(chart.window().endPx(), end);
    }

    void controlOrALockKeepsTheTool()
    {
        Stage stage;
        auto& chart = stage.chart();
        auto& tools = *chart.drawingTools();
        tools.choose(DrawingKind::Level);
        stage.click(chart, {200, 100}, Qt::ControlModifier);
        QVERIFY(tools.tool() == DrawingKind::Level);
        stage.click(chart, {200, 130});
        QVERIFY(!tools.tool());
        tools.setKeepsTool(true);
        tools.choose(DrawingKind::Level);
        stage.click(chart, {200, 160});
        stage.click(chart, {200, 190});
        QCOMPARE(stage.drawings().all().size(), std::size_t(4));
        QVERIFY(tools.tool() == DrawingKind::Level);
    }

    void shiftKeepsALineLevelUprightOrDiagonal()
    {
        Stage stage;
        auto& chart = stage.chart();
        auto const draw = [&](QPoint to) {
            chart.drawingTools()->choose(DrawingKind::Line);
            stage.drag(chart, {200, 150}, to, Qt::ShiftModifier);
            return stage.last().anchors;
        };
        auto const level = draw({400, 160});
        QCOMPARE(level[0].price.value, level[1].price.value);
        QVERIFY(level[1].time > level[0].time);
        auto const upright = draw({210, 300});
        QCOMPARE(upright[0].time.value, upright[1].time.value);
        QVERIFY(upright[1].price < upright[0].price);
        QCOMPARE(straightened({10, 10}, {60, 50}), QPointF(60, 60));
        QCOMPARE(straightened({10, 10}, {-30, 50}), QPointF(-30, 50));
    }

    // At any height, also where a tick is many pixels high.
    void pricesAreOnTheTick()
    {
        Stage stage;
        auto& chart = stage.chart();
        chart.drawingTools()->setKeepsTool(true);
        chart.drawingTools()->choose(DrawingKind::Level);
        for (int y = 60; y < 300; y += 7) {
            stage.click(chart, {300, y});
            QCOMPARE(stage.last().anchors[0].price.value % tick, 0);
        }
    }

    void whatIsDrawnOnOnePanelShowsOnTheOthers()
    {
        Stage stage;
        auto const color = drawingColor(4, QColor(14, 18, 26));
        auto level = stage.addLevel(10'030);
        level.color = 4;
        stage.drawings().change(level);
        stage.settle();
        for (auto* tools : {stage.chart().drawingTools(), stage.map->drawingTools()}) {
            QCOMPARE(tools->shapes().size(), std::size_t(1));
            QCOMPARE(tools->tags().size(), std::size_t(1));
            QCOMPARE(tools->tags()[0].text, QStringLiteral("100.3"));
        }
        QVERIFY(pixelsOf(*stage.map, color) > 300);
        QVERIFY(pixelsOf(stage.chart(), drawingColor(4, stage.theme.panel)) > 300);
        // A drag on one is seen on the other while it lasts.
        auto const y = static_cast<int>(stage.map->window().yOf(1'003));
        QTest::mousePress(stage.map.get(), Qt::LeftButton, {}, {200, y});
        stage.move(*stage.map, {200, y - 40}, Qt::LeftButton);
        auto const now = stage.chart().drawingTools()->shapes()[0].drawing.anchors[0].price;
        QVERIFY(now > Price(10'030));
        QTest::mouseRelease(stage.map.get(), Qt::LeftButton, {}, {200, y - 40});
        QCOMPARE(stage.last().anchors[0].price.value, now.value);
    }

    void aDrawingIsSelectedMovedAndItsHandlesDragged()
    {
        Stage stage;
        auto& chart = stage.chart();
        auto& tools = *chart.drawingTools();
        tools.choose(DrawingKind::Line);
        stage.drag(chart, {200, 120}, {400, 200});
        auto const made = stage.last();
        stage.click(chart, {600, 60}); // beside it
        QVERIFY(tools.selected().isNull());
        stage.click(chart, {300, 160});
        QCOMPARE(tools.selected(), made.id);
        QVERIFY(stage.last() == made);
        stage.drag(chart, {300, 160}, {340, 130});
        auto const moved = stage.last();
        auto const rise = moved.anchors[0].price - made.anchors[0].price;
        QVERIFY(rise > Price(0));
        QVERIFY(rise == moved.anchors[1].price - made.anchors[1].price);
        QVERIFY(moved.anchors[0].time - made.anchors[0].time == moved.anchors[1].time - made.anchors[1].time);
        QVERIFY(moved.anchors[0].time > made.anchors[0].time);
        auto const handle = shapeOf(tools, made.id).handles[1].toPoint();
        stage.drag(chart, handle, {500, 90});
        QVERIFY(stage.last().anchors[0] == moved.anchors[0]);
        QVERIFY(stage.last().anchors[1] == expectedAt(chart, {500, 90}));
    }

    void aRectanglesCornersGoRound()
    {
        Stage stage;
        auto& chart = stage.chart();
        chart.drawingTools()->choose(DrawingKind::Rectangle);
        stage.drag(chart, {200, 120}, {400, 200});
        auto const made = stage.last();
        // The corner at the second time and the first price.
        stage.drag(chart, {400, 120}, {450, 100});
        auto const now = stage.last();
        auto const to = expectedAt(chart, {450, 100});
        QVERIFY(now.anchors[0].time == made.anchors[0].time);
        QVERIFY(now.anchors[0].price == to.price);
        QVERIFY(now.anchors[1].time == to.time);
        QVERIFY(now.anchors[1].price == made.anchors[1].price);
    }

    void controlDragsACopy()
    {
        Stage stage;
        auto const level = stage.addLevel(10'030);
        auto const y = static_cast<int>(stage.chart().priceScale().yOf(100.3));
        stage.drag(stage.chart(), {300, y}, {300, y - 50}, Qt::ControlModifier);
        QCOMPARE(stage.drawings().all().size(), std::size_t(2));
        QVERIFY(*stage.drawings().find(level.id) == level);
        QVERIFY(stage.last().anchors[0].price > level.anchors[0].price);
    }

    void deleteRemovesAndUndoBringsBack()
    {
        Stage stage;
        auto& chart = stage.chart();
        auto const level = stage.addLevel(10'030);
        auto const y = static_cast<int>(chart.priceScale().yOf(100.3));
        stage.enter(chart);
        stage.click(chart, {300, y});
        stage.key(chart, Qt::Key_Delete);
        QVERIFY(stage.drawings().all().empty());
        stage.key(chart, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(stage.drawings().all().size(), std::size_t(1));
        stage.key(chart, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(stage.drawings().all().empty());
        QCOMPARE(chart.drawingTools()->shapes().size(), std::size_t(0));
        QVERIFY(!level.id.isNull());
    }

    void aLockedOneStays()
    {
        Stage stage;
        auto& chart = stage.chart();
        auto const level = stage.addLevel(10'030);
        auto const y = static_cast<int>(chart.priceScale().yOf(100.3));
        stage.choose(chart, {300, y}, "drawing.locked");
        QVERIFY(stage.last().locked);
        stage.drag(chart, {300, y}, {300, y - 50});
        QVERIFY(stage.last().anchors == level.anchors);
        stage.key(chart, Qt::Key_Delete);
        QCOMPARE(stage.drawings().all().size(), std::size_t(1));
    }

    void theMenuChangesADrawing()
    {
        Stage stage;
        auto& chart = stage.chart();
        chart.drawingTools()->choose(DrawingKind::Line);
        stage.drag(chart, {200, 120}, {400, 200});
        const QPoint on(300, 160);
        stage.choose(chart, on, "drawing.color", 4);
        stage.choose(chart, on, "drawing.width", 2);
        stage.choose(chart, on, "drawing.dashed");
        stage.choose(chart, on, "drawing.left");
        stage.choose(chart, on, "drawing.right");
        stage.choose(chart, on, "drawing.alert");
        auto const line = stage.last();
        QCOMPARE(line.color, 4);
        QCOMPARE(line.width, 3);
        QVERIFY(line.dashed && line.extendLeft && line.extendRight && line.alert);
        QCOMPARE(stage.models.alerts.rules().size(), std::size_t(1));
        auto const& path = shapeOf(*chart.drawingTools(), line.id).path;
        QVERIFY(path.first().x() < 0 || path.first().y() < 0); // it goes on to the edge
        stage.choose(chart, on, "drawing.duplicate");
        QCOMPARE(stage.drawings().all().size(), std::size_t(2));
        QVERIFY(!stage.last().alert);
        stage.choose(chart, on, "drawing.delete");
        QCOMPARE(stage.drawings().all().size(), std::size_t(1));
        // The next one looks like the last one.
        chart.drawingTools()->choose(DrawingKind::Level);
        stage.click(chart, {100, 60});
        QCOMPARE(stage.last().color, 4);
        QCOMPARE(stage.last().width, 3);
    }

    void wordsAreTypedAndEscapedWithoutTouchingOrders()
    {
        Stage stage;
        auto& chart = stage.chart();
        auto& tools = *chart.drawingTools();
        stage.enter(chart);
        tools.choose(DrawingKind::Note);
        stage.click(chart, {300, 150});
        auto* edit = chart.findChild<QLineEdit*>(QStringLiteral("drawingText"));
        QVERIFY(edit != nullptr);
        QTest::keyClick(edit, Qt::Key_Return); // no words, no note
        stage.settle();
        QVERIFY(stage.drawings().all().empty());
        tools.choose(DrawingKind::Note);
        stage.click(chart, {300, 150});
        edit = chart.findChild<QLineEdit*>(QStringLiteral("drawingText"));
        QTest::keyClicks(edit, QStringLiteral("open interest up"));
        QTest::keyClick(edit, Qt::Key_Return);
        stage.settle();
        QCOMPARE(stage.last().text, QStringLiteral("open interest up"));
        auto const at = shapeOf(tools, stage.last().id).plate.center().toPoint();
        QTest::mouseDClick(&chart, Qt::LeftButton, {}, at);
        edit = chart.findChild<QLineEdit*>(QStringLiteral("drawingText"));
        QVERIFY(edit != nullptr);
        QKeyEvent escape(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
        escape.ignore();
        QCoreApplication::sendEvent(edit, &escape);
        QVERIFY(escape.isAccepted()); // or the window would cancel orders
        QTest::keyClicks(edit, QStringLiteral("x"));
        QTest::keyClick(edit, Qt::Key_Escape);
        stage.settle();
        QCOMPARE(stage.last().text, QStringLiteral("open interest up"));
    }

    // Esc cancels orders; only what is under way on the panel goes before.
    void escapeEndsAToolAndElseIsNotTaken()
    {
        Stage stage;
        auto& chart = stage.chart();
        auto const taken = [&] {
            QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
            event.ignore();
            QCoreApplication::sendEvent(&chart, &event);
            return event.isAccepted();
        };
        stage.addLevel(10'030);
        QVERIFY(!taken());
        auto const y = static_cast<int>(chart.priceScale().yOf(100.3));
        stage.click(chart, {300, y});
        QVERIFY(!chart.drawingTools()->selected().isNull());
        QVERIFY(!taken()); // a selection is no reason to keep orders in the market
        QTest::mousePress(&chart, Qt::LeftButton, {}, {300, y});
        stage.move(chart, {300, y - 60}, Qt::LeftButton);
        QVERIFY(taken());
        stage.key(chart, Qt::Key_Escape);
        QTest::mouseRelease(&chart, Qt::LeftButton, {}, {300, y - 60});
        QCOMPARE(stage.last().anchors[0].price.value, 10'030);
        chart.drawingTools()->choose(DrawingKind::Line);
        stage.click(chart, {200, 120});
        QVERIFY(taken());
        stage.key(chart, Qt::Key_Escape);
        QVERIFY(!chart.drawingTools()->tool());
        QCOMPARE(chart.drawingTools()->shapes().size(), std::size_t(1));
        chart.drawingTools()->choose(DrawingKind::Ray);
        stage.menuAt(chart, {200, 100}); // so does a right click
        QVERIFY(!chart.drawingTools()->tool());
    }

    void anchorsStayWhenTheChartIsZoomedAndScrolled()
    {
        Stage stage;
        auto& chart = stage.chart();
        auto& tools = *chart.drawingTools();
        tools.choose(DrawingKind::Line);
        stage.drag(chart, {300, 120}, {500, 200});
        auto const line = stage.last();
        auto const check = [&] {
            auto const& shape = shapeOf(tools, line.id);
            for (std::size_t i = 0; i < 2; ++i) {
                auto const& anchor = line.anchors[i];
                auto const slot = chart.candles().slotOf(anchor.time);
                auto const share =
                    static_cast<double>((anchor.time - chart.candles().startOf(slot)).value) / 60e9;
                double const x = static_cast<double>(chart.window().xOf(slot)) + share * chart.window().slotPx();
                double const y = chart.priceScale().yOf(static_cast<double>(anchor.price.value) / 100);
                QVERIFY(std::abs(shape.handles[i].x() - x) < 0.01);
                QVERIFY(std::abs(shape.handles[i].y() - y) < 0.01);
            }
        };
        check();
        auto const before = shapeOf(tools, line.id).handles;
        const QPointF at(400, 150);
        for (int const steps : {2, -1}) {
            for (Qt::KeyboardModifiers const keys : {Qt::KeyboardModifiers(), {Qt::ControlModifier}}) {
                QWheelEvent wheel(
                    at, chart.mapToGlobal(at), {}, {0, 120 * steps}, Qt::NoButton, keys, Qt::NoScrollPhase, false
                );
                QCoreApplication::sendEvent(&chart, &wheel);
                stage.settle();
                check();
            }
        }
        stage.drag(chart, {600, 300}, {540, 330}); // where nothing is drawn
        check();
        QVERIFY(shapeOf(tools, line.id).handles != before);
        QVERIFY(stage.last() == line);
    }

    // Right of the newest candle a minute is as wide as before it.
    void theFutureCanBeDrawnOn()
    {
        Stage stage;
        auto& chart = stage.chart();
        auto const newest = chart.candles().startOf(static_cast<std::int64_t>(chart.candles().size()) - 1);
        auto const x = static_cast<int>(chart.window().xOf(static_cast<std::int64_t>(chart.candles().size()) + 2));
        chart.drawingTools()->choose(DrawingKind::Line);
        stage.drag(chart, {300, 120}, {x, 200});
        QVERIFY(stage.last().anchors[1].time == newest + minutes(3));
    }

    void anotherInstrumentHidesThemAndBackTheyAre()
    {
        Stage stage;
        stage.addLevel(10'030);
        QCOMPARE(stage.map->drawingTools()->shapes().size(), std::size_t(1));
        stage.view.show(UiFixture::eth().id);
        stage.settle();
        QCOMPARE(stage.map->drawingTools()->shapes().size(), std::size_t(0));
        QCOMPARE(stage.chart().drawingTools()->shapes().size(), std::size_t(0));
        stage.view.show(UiFixture::btc().id);
        stage.settle();
        stage.settle();
        QCOMPARE(stage.chart().drawingTools()->shapes().size(), std::size_t(1));
    }

    void nothingIsMadeAnewWhenNothingChanged()
    {
        Stage stage;
        stage.addLevel(10'030);
        auto const& tools = *stage.chart().drawingTools();
        auto const before = tools.prepared();
        for (int i = 0; i < 20; ++i) {
            stage.move(stage.chart(), {300 + i, 60}); // a frame each, for the cursor
        }
        QCOMPARE(tools.prepared(), before);
        stage.panel->hide();
        auto const hidden = tools.prepared();
        stage.addLevel(10'040);
        QCOMPARE(tools.prepared(), hidden);
        stage.panel->show();
        stage.settle();
        QCOMPARE(tools.shapes().size(), std::size_t(2));
    }

    void aHitIsWithinReachOfTheEdge()
    {
        Stage stage;
        auto& chart = stage.chart();
        auto& tools = *chart.drawingTools();
        auto const hit = [&](QPointF const& at, QUuid const& selected = {}) {
            return hitDrawing(tools.shapes(), at, selected);
        };
        auto const level = stage.addLevel(10'030);
        double const y = shapeOf(tools, level.id).path[0].y();
        double const reach = strokeReach + 0.5;
        QVERIFY(hit({100, y + reach}));
        QVERIFY(hit({100, y - reach}));
        QVERIFY(!hit({100, y + reach + 0.1}));
        QVERIFY(!hit({100, y - reach - 0.1}));
        QCOMPARE(hit({100, y})->handle, DrawingHit::whole);
        stage.drawings().remove(level.id);
        tools.choose(DrawingKind::Rectangle);
        stage.drag(chart, {200, 120}, {400, 200});
        auto const id = stage.last().id;
        auto const box = shapeOf(tools, id).box;
        QVERIFY(hit({box.left() - reach, box.center().y()}));
        QVERIFY(!hit({box.left() - reach - 0.1, box.center().y()}));
        QVERIFY(!hit(box.center())); // a chart under it can be dragged
        QVERIFY(hit(box.center(), id));
        QCOMPARE(hit(box.topLeft() + QPointF(handleReach - 1, 0))->handle, 0);
        QCOMPARE(hit(box.bottomRight())->handle, 2);
    }

    void aLineIsHitBetweenItsEndsOnly()
    {
        Stage stage;
        auto& chart = stage.chart();
        auto& tools = *chart.drawingTools();
        tools.choose(DrawingKind::Line);
        stage.drag(chart, {200, 150}, {400, 150});
        QVERIFY(hitDrawing(tools.shapes(), {300, 150}, {}));
        QVERIFY(!hitDrawing(tools.shapes(), {430, 150}, {}));
        auto ray = stage.last();
        ray.kind = DrawingKind::Ray;
        stage.drawings().change(ray);
        stage.settle();
        QVERIFY(hitDrawing(tools.shapes(), {430, 150}, {}));
        QVERIFY(!hitDrawing(tools.shapes(), {170, 150}, {}));
    }

    void aRulerMeasures()
    {
        Stage stage;
        auto& chart = stage.chart();
        Drawing ruler;
        ruler.kind = DrawingKind::Ruler;
        ruler.market = QStringLiteral("SIM-A:BTC-USDT");
        ruler.priceScale = 2;
        auto const from = chart.candles().startOf(250);
        ruler.anchors = {DrawingAnchor{Price(10'000), from}, DrawingAnchor{Price(10'150), from + minutes(12)}};
        stage.drawings().add(ruler);
        stage.settle();
        auto const words = shapeOf(*chart.drawingTools(), stage.last().id).words;
        QCOMPARE(words.size(), 3);
        QVERIFY(words[0].contains(QStringLiteral("+1.5")));
        QVERIFY(words[0].contains(QStringLiteral("1.50 %")));
        QVERIFY(words[1].contains(QStringLiteral("+15 ticks")));
        QVERIFY(words[1].contains(QStringLiteral("+150.0 bps")));
        QVERIFY(words[2].contains(QStringLiteral("12 min 0 s")));
        QVERIFY(words[2].contains(QStringLiteral("36"))); // three units in each of twelve candles
    }

    void theToolsAreCommandsOfThePanels()
    {
        Stage stage;
        for (auto* panel : {static_cast<QWidget*>(stage.panel.get()), static_cast<QWidget*>(stage.map.get())}) {
            auto const actions = panel->actions();
            auto const found = std::find_if(actions.begin(), actions.end(), [](QAction const* action) {
                return action->objectName() == QLatin1String("drawing.tools");
            });
            QVERIFY(found != actions.end());
            auto* level = (*found)->menu()->findChild<QAction*>(QStringLiteral("drawing.level"));
            QVERIFY(level != nullptr);
            QVERIFY(panel->findChild<QToolButton*>(QStringLiteral("draw")) != nullptr);
        }
        stage.map->findChild<QAction*>(QStringLiteral("drawing.level"))->trigger();
        QVERIFY(stage.map->drawingTools()->tool() == DrawingKind::Level);
        QVERIFY(!stage.chart().drawingTools()->tool());
    }
};

QTEST_MAIN(DrawingToolsTest)
#include "drawing_tools_test.moc"
