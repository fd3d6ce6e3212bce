// Drawing with the mouse and the keys.

#include "tests/ui/drawing_stage.h"

#include <QLineEdit>

using namespace qob;

namespace {

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
        DrawingStage stage;
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
        DrawingStage stage;
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
        DrawingStage stage;
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
        DrawingStage stage;
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
        DrawingStage stage;
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
        DrawingStage stage;
        auto& chart = stage.chart();
        chart.drawingTools()->setKeepsTool(true);
        chart.drawingTools()->choose(DrawingKind::Level);
        for (int y = 60; y < 300; y += 7) {
            stage.click(chart, {300, y});
            QCOMPARE(stage.last().anchors[0].price.value % tick, 0);
        }
    }

    void aDrawingIsSelectedMovedAndItsHandlesDragged()
    {
        DrawingStage stage;
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
        DrawingStage stage;
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
        DrawingStage stage;
        auto const level = stage.addLevel(10'030);
        auto const y = static_cast<int>(stage.chart().priceScale().yOf(100.3));
        stage.drag(stage.chart(), {300, y}, {300, y - 50}, Qt::ControlModifier);
        QCOMPARE(stage.drawings().all().size(), std::size_t(2));
        QVERIFY(*stage.drawings().find(level.id) == level);
        QVERIFY(stage.last().anchors[0].price > level.anchors[0].price);
    }

    void deleteRemovesAndUndoBringsBack()
    {
        DrawingStage stage;
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
        DrawingStage stage;
        auto& chart = stage.chart();
        auto const level = stage.addLevel(10'030);
        auto const y = static_cast<int>(chart.priceScale().yOf(100.3));
        stage.choose(chart, {300, y}, "drawing.locked");
        QVERIFY(stage.last().locked);
        stage.drag(chart, {300, y}, {300, y - 50});
        QVERIFY(stage.last().anchors == level.anchors);
        stage.key(chart, Qt::Key_Delete);
        QCOMPARE(stage.drawings().all().size(), std::size_t(1));
        auto* menu = stage.menuAt(chart, {300, y});
        QVERIFY(!menu->findChild<QAction*>(QStringLiteral("drawing.delete"))->isEnabled());
        delete menu;
        stage.choose(chart, {300, y}, "drawing.locked");
        stage.choose(chart, {300, y}, "drawing.delete");
        QVERIFY(stage.drawings().all().empty());
    }

    void theMenuChangesADrawing()
    {
        DrawingStage stage;
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
        DrawingStage stage;
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
        DrawingStage stage;
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
};

QTEST_MAIN(DrawingToolsTest)
#include "drawing_tools_test.moc"
