// Where drawings are: on every panel of their instrument, wherever it looks.

#include "tests/ui/drawing_stage.h"
#include "ui/panels/footprint/footprint_panel.h"
#include "ui/panels/profile/profile_panel.h"

#include <QToolButton>
#include <QWheelEvent>

using namespace qob;

namespace {

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

} // namespace

class DrawingViewTest : public QObject {
    Q_OBJECT

private slots:

    void whatIsDrawnOnOnePanelShowsOnTheOthers()
    {
        DrawingStage stage;
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

    void anchorsStayWhenTheChartIsZoomedAndScrolled()
    {
        DrawingStage stage;
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
                double const x =
                    static_cast<double>(chart.window().xOf(slot)) + share * chart.window().slotPx();
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
                    at,
                    chart.mapToGlobal(at),
                    {},
                    {0, 120 * steps},
                    Qt::NoButton,
                    keys,
                    Qt::NoScrollPhase,
                    false
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

    void anchorsStayWhenTheMapIsZoomedAndScrolled()
    {
        DrawingStage stage;
        auto& map = *stage.map;
        map.drawingTools()->choose(DrawingKind::Line);
        stage.drag(map, {450, 120}, {600, 210});
        auto const line = stage.last();
        auto const check = [&] {
            auto const& handles = shapeOf(*map.drawingTools(), line.id).handles;
            for (std::size_t i = 0; i < 2; ++i) {
                auto const& anchor = line.anchors[i];
                QVERIFY(std::abs(handles[i].x() - map.window().xOf(anchor.time)) < 0.01);
                QVERIFY(
                    std::abs(
                        handles[i].y() - map.window().yOf(static_cast<double>(anchor.price.value / tick))
                    ) < 0.01
                );
            }
        };
        auto const before = shapeOf(*map.drawingTools(), line.id).handles;
        for (char const* action : {"heatmap.zoomIn", "heatmap.zoomTimeIn", "heatmap.zoomOut"}) {
            map.findChild<QAction*>(action)->trigger();
            stage.settle();
            check();
        }
        stage.drag(map, {300, 320}, {360, 300});
        check();
        QVERIFY(shapeOf(*map.drawingTools(), line.id).handles != before);
        QVERIFY(stage.last() == line);
    }

    // Right of the newest candle a minute is as wide as before it.
    void theFutureCanBeDrawnOn()
    {
        DrawingStage stage;
        auto& chart = stage.chart();
        auto const newest = chart.candles().startOf(static_cast<std::int64_t>(chart.candles().size()) - 1);
        auto const x =
            static_cast<int>(chart.window().xOf(static_cast<std::int64_t>(chart.candles().size()) + 2));
        chart.drawingTools()->choose(DrawingKind::Line);
        stage.drag(chart, {300, 120}, {x, 200});
        QVERIFY(stage.last().anchors[1].time == newest + minutes(3));
    }

    void anotherInstrumentHidesThemAndBackTheyAre()
    {
        DrawingStage stage;
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
        DrawingStage stage;
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
        DrawingStage stage;
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
        DrawingStage stage;
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
        DrawingStage stage;
        auto& chart = stage.chart();
        Drawing ruler;
        ruler.kind = DrawingKind::Ruler;
        ruler.market = QStringLiteral("SIM-A:BTC-USDT");
        ruler.priceScale = 2;
        auto const from = chart.candles().startOf(250);
        ruler.anchors = {
            DrawingAnchor{Price(10'000), from}, DrawingAnchor{Price(10'150), from + minutes(12)}};
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

    void footprintAndProfileAreDrawnOnToo()
    {
        DrawingStage stage;
        stage.addLevel(10'030);
        const std::unique_ptr<FootprintPanel> footprint(static_cast<FootprintPanel*>(stage.make("footprint"))
        );
        const std::unique_ptr<ProfilePanel> profile(static_cast<ProfilePanel*>(stage.make("profile")));
        for (PriceChart* chart : std::initializer_list<PriceChart*>{footprint->chart(), profile->chart()}) {
            stage.show(*chart->parentWidget(), QSize(700, 420));
            stage.settle();
            QCOMPARE(chart->drawingTools()->shapes().size(), stage.drawings().all().size());
            auto const y = chart->priceScale().yOf(100.3);
            QVERIFY(std::abs(chart->drawingTools()->shapes()[0].path[0].y() - y) < 0.01);
            chart->drawingTools()->choose(DrawingKind::Level);
            stage.click(*chart, {200, chart->priceScale().top + chart->priceScale().height / 2});
        }
        QCOMPARE(stage.drawings().all().size(), std::size_t(3));
    }

    void theToolsAreCommandsOfThePanels()
    {
        DrawingStage stage;
        const std::unique_ptr<QWidget> footprint(stage.make("footprint"));
        const std::unique_ptr<QWidget> profile(stage.make("profile"));
        for (QWidget* panel : std::initializer_list<QWidget*>{
                 stage.panel.get(), stage.map.get(), footprint.get(), profile.get()}) {
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

QTEST_MAIN(DrawingViewTest)
#include "drawing_view_test.moc"
