// The heat map as a user has it: mouse, wheel and keys, settings, overlays on a small history.

#include "tests/support/ui_fixture.h"
#include "tests/ui/heat_script.h"
#include "ui/charts/heat_map.h"
#include "ui/charts/heat_settings.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>
#include <set>

namespace qob {

namespace {

constexpr QSize panelSize(700, 400); // the map is 624 x 380
constexpr std::int32_t bid = 1'000;
constexpr std::int32_t large = 980; // where eight rest, elsewhere two
constexpr int recorded = 900;

// A panel on a market that stands still: two units at each price, eight at one; rows four pixels high, a
// pixel a column.
struct Panel {
    explicit Panel(HeatLook const& look = {})
    {
        auto const now = terminal.clock.now().value / heatColumnTime.value;
        HeatScript script(now - recorded);
        for (std::int32_t tick = bid - 100; tick <= bid; ++tick) {
            script.level(tick, tick == large ? 8.0F : 2.0F);
            script.level(2 * bid + 2 - tick, -2.0F);
        }
        script.best(bid, bid + 2).columns(recorded - 200);
        // In one slice of eight pixels: ten bought at an average of 1003.2.
        script.columns(static_cast<int>((8 - script.end() % 8) % 8));
        slice = script.end();
        script.dot(bid + 2, 4).columns(2).dot(bid + 4, 6).columns(6);
        script.dot(bid, -3).columns(static_cast<int>(now - script.end()));
        show(look, script);
    }

    Panel(HeatLook const& look, HeatScript const& script) { show(look, script); }

    void show(HeatLook const& look, HeatScript const& script)
    {
        map.restoreState({
            {"look", look.toJson()},
            {"window", QJsonObject{{"columnsPerPixel", 1.0}, {"ticksPerPixel", 0.25}}},
        });
        terminal.show(map, panelSize);
        terminal.session.publishSnapshot(UiFixture::topic(TopicKind::Heat), HeatUpdate{script.chunks()});
        terminal.pump();
        QTest::keyClick(&map, Qt::Key_Up); // an event, so that all is as after use
        QTest::keyClick(&map, Qt::Key_Down);
        trigger("heatmap.centre");
        draw();
    }

    void draw()
    {
        terminal.frame();
        terminal.frame();
    }

    QImage picture()
    {
        draw();
        return map.grab().toImage();
    }

    QRgb pixel(int x, double tick) { return picture().pixel(x, qRound(map.window().yOf(tick))); }

    QAction* action(char const* name) const
    {
        auto* found = map.findChild<QAction*>(name);
        [&] {
            QVERIFY2(found != nullptr, name);
        }();
        return found;
    }

    void trigger(char const* name)
    {
        action(name)->trigger();
        draw();
    }

    void wheel(QPoint const& at, int steps, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at, map.mapToGlobal(at), {}, {0, 120 * steps}, {}, modifiers, {}, false);
        QApplication::sendEvent(&map, &event);
        draw();
    }

    void drag(QPoint const& from, QPoint const& to)
    {
        QTest::mousePress(&map, Qt::LeftButton, {}, from);
        QTest::mouseMove(&map, (from + to) / 2);
        QTest::mouseMove(&map, to);
        QTest::mouseRelease(&map, Qt::LeftButton, {}, to);
        draw();
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&map, key, modifiers);
        draw();
    }

    UiFixture terminal;
    HeatMap map{terminal.models.frames, terminal.view, terminal.models.orders, terminal.theme};
    std::int64_t slice = 0;
};

int light(QRgb color)
{
    return qRed(color) + qGreen(color) + qBlue(color);
}

} // namespace

class HeatPanelTest : public QObject {
    Q_OBJECT

private slots:
    void cutoffsHideSmallSizesAndFillLargeOnes();
    void aLockedContrastStays();
    void palettesGammaAndBrightnessChangeTheColours();
    void theSettingsPopUpIsALivePreview();
    void priceRowsGatherTicks();
    void theWheelKeepsThePriceUnderTheCursor();
    void theWheelKeepsTheTimeUnderTheCursor();
    void draggingMovesAndAxesScale();
    void aDoubleClickGoesBackToTheMarket();
    void arrowsMoveOneStepOrTen();
    void keysReachTheActions();
    void followingThePriceIsAChoice();
    void bubblesAreAtTheAveragePrice();
    void smallTradesGetNoBubble();
    void linesCanBeSwitchedOff();
    void theProfileShowsWhatWasTraded();
    void theDeltaPaneIsAsHighAsItIsDragged();
    void theVwapLineIsAtTheSums();
    void ageMakesOldSizeBrighter();
    void flowShowsWhatWasPulled();
    void largeLotsAreNamed();
    void aGapIsHatched();
    void ownOrdersAreAtTheirPrice();
    void theCursorIsShared();
    void everyActionHasANameAndWords();
    void aStateMayComeBeforeTheHistory();
    void theStateComesBack();
};

void HeatPanelTest::cutoffsHideSmallSizesAndFillLargeOnes()
{
    HeatLook look;
    look.exactCuts = true;
    look.highSize = 8;
    Panel panel(look);
    HeatPalette const& palette = panel.map.raster().palette();
    QCOMPARE(panel.pixel(300, large), palette.color(HeatPalette::steps - 1));
    const QRgb small = panel.pixel(300, 970);
    QVERIFY(small != palette.background());
    look.lowSize = 3;
    panel.map.setLook(look);
    QCOMPARE(panel.pixel(300, 970), palette.background());
    QCOMPARE(panel.pixel(300, large), palette.color(HeatPalette::steps - 1));
    look.lowSize = 0;
    look.highSize = 2;
    panel.map.setLook(look);
    QCOMPARE(panel.pixel(300, 970), palette.color(HeatPalette::steps - 1));
    look.exactCuts = false;
    look.lowPercent = 50; // the largest is 2.5: all but few are two
    panel.map.setLook(look);
    panel.draw();
    QCOMPARE(panel.map.raster().largestSize(), 2.5F);
    QCOMPARE(panel.map.raster().lowSize(), 1.25F);
    QCOMPARE(panel.map.raster().fullSize(), 2.5F);
}

void HeatPanelTest::aLockedContrastStays()
{
    Panel panel;
    panel.trigger("heatmap.lockContrast");
    QVERIFY(panel.action("heatmap.lockContrast")->isChecked());
    float const before = panel.map.raster().largestSize();
    for (int i = 0; i < 20; ++i) {
        panel.key(Qt::Key_Down, Qt::ShiftModifier); // away from all sizes
    }
    QCOMPARE(panel.map.raster().largestSize(), before);
    panel.trigger("heatmap.lockContrast");
    panel.draw();
    QVERIFY(panel.map.raster().largestSize() != before);
}

void HeatPanelTest::palettesGammaAndBrightnessChangeTheColours()
{
    Panel panel;
    std::set<QRgb> seen;
    for (int i = 0; i < 4; ++i) {
        panel.trigger(qPrintable(QString("heatmap.palette.%1").arg(i)));
        QCOMPARE(static_cast<int>(panel.map.look().colors), i);
        seen.insert(panel.pixel(300, large));
    }
    QCOMPARE(seen.size(), std::size_t{4});
    panel.trigger("heatmap.palette.1"); // mono, to compare lightness
    HeatLook look = panel.map.look();
    look.exactCuts = true;
    look.highSize = 20;
    panel.map.setLook(look);
    int const plain = light(panel.pixel(300, 970));
    look.gamma = 0.3;
    panel.map.setLook(look);
    int const soft = light(panel.pixel(300, 970));
    QVERIFY(soft > plain);
    panel.trigger("heatmap.darker");
    QVERIFY(light(panel.pixel(300, 970)) < soft);
    panel.trigger("heatmap.brighter");
    panel.trigger("heatmap.brighter");
    QVERIFY(light(panel.pixel(300, 970)) > soft);
}

void HeatPanelTest::theSettingsPopUpIsALivePreview()
{
    Panel panel;
    QTest::mouseClick(panel.map.findChild<QToolButton*>("heatGear"), Qt::LeftButton);
    auto* popup = panel.map.findChild<HeatSettings*>();
    QVERIFY(popup != nullptr && popup->isVisible());
    auto* unit = popup->findChild<QComboBox*>("heatCutUnit");
    auto* low = popup->findChild<QDoubleSpinBox*>("heatLow");
    low->setValue(40);
    QCOMPARE(panel.map.look().lowPercent, 40.0);
    unit->setCurrentIndex(1); // in sizes, the same cutoffs
    QVERIFY(panel.map.look().exactCuts);
    QCOMPARE(panel.map.look().lowSize, 1.0);
    low->setValue(3);
    QCOMPARE(panel.pixel(300, 970), panel.map.raster().palette().background());
    popup->findChild<QComboBox*>("heatColors")->setCurrentIndex(2);
    QCOMPARE(panel.map.look().colors, HeatColors::Viridis);
    QVERIFY(panel.action("heatmap.palette.2")->isChecked());
    // What is chosen elsewhere shows in the open pop-up.
    panel.trigger("heatmap.shading.1");
    QCOMPARE(popup->findChild<QComboBox*>("heatShading")->currentIndex(), 1);
    QTest::mouseClick(popup->findChild<QWidget*>("heatDefaults"), Qt::LeftButton);
    QVERIFY(panel.map.look() == HeatLook{});
    popup->close();
}

void HeatPanelTest::priceRowsGatherTicks()
{
    Panel panel;
    QCOMPARE(panel.map.window().tickAt(0) - panel.map.window().tickAt(40), 10.0);
    panel.trigger("heatmap.grouping.3"); // five ticks
    QCOMPARE(panel.map.look().rowTicks, 5);
    // A row of five ticks is as high as its five were, and one colour.
    QCOMPARE(panel.map.window().tickAt(0) - panel.map.window().tickAt(40), 10.0);
    const QImage picture = panel.picture();
    auto const yOf = [&](double tick) {
        return qRound(panel.map.window().yOf(tick));
    };
    for (std::int32_t tick = 955; tick < 960; ++tick) {
        QCOMPARE(picture.pixel(300, yOf(tick)), picture.pixel(300, yOf(957)));
    }
    HeatLook look = panel.map.look();
    look.rowTicks = 1;
    panel.map.setLook(look);
    for (int i = 0; i < 12; ++i) {
        panel.trigger("heatmap.zoomOut"); // until rows of one tick would be too thin
    }
    QVERIFY(panel.map.window().tickAt(0) - panel.map.window().tickAt(40) > 40.0);
}

void HeatPanelTest::theWheelKeepsThePriceUnderTheCursor()
{
    Panel panel;
    for (int const y : {40, 190, 333}) {
        for (int const steps : {1, 3, -5, 2}) {
            double const before = panel.map.window().tickAt(y);
            double const shown = panel.map.window().tickAt(0) - panel.map.window().tickAt(100);
            panel.wheel({300, y}, steps, Qt::ControlModifier);
            double const tickPixels = 100 / (panel.map.window().tickAt(0) - panel.map.window().tickAt(100));
            QVERIFY(std::abs(panel.map.window().tickAt(y) - before) * tickPixels <= 1.0);
            if (std::abs(steps) > 2) { // rows are whole pixels: one step may change nothing
                QVERIFY(
                    (panel.map.window().tickAt(0) - panel.map.window().tickAt(100) < shown) == (steps > 0)
                );
            }
        }
    }
    double const span = panel.map.window().tickAt(0) - panel.map.window().tickAt(100);
    panel.wheel({660, 100}, -6); // over the price axis no key is needed
    QVERIFY(panel.map.window().tickAt(0) - panel.map.window().tickAt(100) > span);
}

void HeatPanelTest::theWheelKeepsTheTimeUnderTheCursor()
{
    Panel panel;
    panel.wheel({300, 100}, 4);
    QVERIFY(panel.map.window().following());       // the newest stays, while it is followed
    panel.wheel({300, 100}, 3, Qt::ShiftModifier); // into the past
    QVERIFY(!panel.map.window().following());
    for (int const steps : {-8, 3, 6}) {
        auto const before = panel.map.window().columnAt(250);
        panel.wheel({250, 100}, steps);
        QVERIFY(std::abs(panel.map.window().columnAt(250) - before) <= 4);
    }
}

void HeatPanelTest::draggingMovesAndAxesScale()
{
    Panel panel;
    double const tick = panel.map.window().tickAt(200);
    auto const column = panel.map.window().columnAt(400);
    panel.drag({400, 200}, {460, 223});
    QCOMPARE(panel.map.window().columnAt(460), column);
    QVERIFY(std::abs(panel.map.window().tickAt(223) - tick) < 0.26);
    QVERIFY(!panel.map.window().following());
    double const prices = panel.map.window().tickAt(0) - panel.map.window().tickAt(380);
    panel.drag({660, 100}, {660, 300});
    QVERIFY(panel.map.window().tickAt(0) - panel.map.window().tickAt(380) > 2 * prices);
    auto const span = panel.map.window().span();
    panel.drag({500, 392}, {300, 392});
    QVERIFY(panel.map.window().span() > span);
}

void HeatPanelTest::aDoubleClickGoesBackToTheMarket()
{
    Panel panel;
    panel.drag({300, 200}, {400, 380});
    QVERIFY(!panel.map.window().following());
    QTest::mouseDClick(&panel.map, Qt::LeftButton, {}, {300, 200});
    panel.draw();
    QVERIFY(panel.map.window().following());
    QVERIFY(panel.map.window().followsPrice());
    QVERIFY(std::abs(panel.map.window().yOf(bid) - 190) < 190);
}

void HeatPanelTest::arrowsMoveOneStepOrTen()
{
    Panel panel;
    double const tick = panel.map.window().tickAt(100);
    panel.key(Qt::Key_Up);
    QCOMPARE(panel.map.window().tickAt(100), tick + 1);
    panel.key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(panel.map.window().tickAt(100), tick - 9);
    auto const column = panel.map.window().columnAt(100);
    panel.key(Qt::Key_Left); // a second
    QCOMPARE(panel.map.window().columnAt(100), column - 10);
    panel.key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(panel.map.window().columnAt(100), column - 110);
    panel.key(Qt::Key_Right, Qt::ShiftModifier);
    panel.key(Qt::Key_Right);
    QVERIFY(panel.map.window().following());
}

void HeatPanelTest::keysReachTheActions()
{
    Panel panel;
    panel.map.activateWindow();
    panel.map.setFocus();
    QTRY_VERIFY(panel.map.hasFocus());
    double const brightness = panel.map.look().brightness;
    panel.key(Qt::Key_K);
    QVERIFY(panel.map.look().brightness > brightness);
    panel.key(Qt::Key_J);
    QCOMPARE(panel.map.look().brightness, brightness);
    double const shown = panel.map.window().tickAt(0) - panel.map.window().tickAt(100);
    panel.key(Qt::Key_Plus);
    panel.key(Qt::Key_Plus);
    QVERIFY(panel.map.window().tickAt(0) - panel.map.window().tickAt(100) < shown);
    panel.key(Qt::Key_Minus);
    panel.key(Qt::Key_Minus);
    panel.key(Qt::Key_Down, Qt::ShiftModifier);
    panel.key(Qt::Key_C);
    QVERIFY(std::abs(panel.map.window().yOf(bid + 1) - 190) <= 4);
    panel.key(Qt::Key_V);
    QVERIFY(panel.map.look().vwap);
    panel.key(Qt::Key_Left, Qt::ShiftModifier);
    panel.key(Qt::Key_Home);
    QVERIFY(panel.map.window().following());
}

void HeatPanelTest::followingThePriceIsAChoice()
{
    Panel panel;
    QVERIFY(panel.action("heatmap.followPrice")->isChecked());
    panel.drag({300, 200}, {300, 210}); // the price stays in sight
    QVERIFY(panel.map.window().followsPrice());
    panel.drag({300, 100}, {300, 340});
    QVERIFY(!panel.map.window().followsPrice());
    QVERIFY(!panel.action("heatmap.followPrice")->isChecked());
    double const away = panel.map.window().yOf(bid);
    panel.draw();
    QCOMPARE(panel.map.window().yOf(bid), away);
    panel.trigger("heatmap.followPrice");
    QVERIFY(std::abs(panel.map.window().yOf(bid + 1) - 190) <= 4);
}

void HeatPanelTest::bubblesAreAtTheAveragePrice()
{
    Panel panel;
    auto const found = panel.map.raster().largeTrades(9);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].size, 10.0);
    QVERIFY(found[0].buy);
    double const average = (4.0 * (bid + 2) + 6.0 * (bid + 4)) / 10;
    QCOMPARE(found[0].y, qRound(panel.map.window().yOf(average)));
    auto const middle = Timestamp((panel.slice + 4) * heatColumnTime.value);
    QVERIFY(std::abs(found[0].x - panel.map.window().xOf(middle)) <= 1);
    // And painted there, in the buyer's colour.
    const QColor color(panel.picture().pixel(found[0].x, found[0].y));
    QVERIFY(color.green() > color.red() + 60);
    panel.trigger("heatmap.bubbles");
    const QColor bare(panel.picture().pixel(found[0].x, found[0].y));
    QVERIFY(bare.green() <= bare.red() + 60);
}

void HeatPanelTest::smallTradesGetNoBubble()
{
    HeatLook look;
    look.leastBubble = 5;
    look.bestLines = false;
    look.colors = HeatColors::Mono;
    Panel panel(look);
    QVERIFY(panel.map.raster().bubbles().shows(5));
    QVERIFY(!panel.map.raster().bubbles().shows(4.9));
    auto const sold = panel.map.raster().largeTrades(3).back();
    QCOMPARE(sold.size, 3.0);
    const QColor none(panel.picture().pixel(sold.x, sold.y));
    look.leastBubble = 1;
    panel.map.setLook(look);
    const QColor red(panel.picture().pixel(sold.x, sold.y));
    QVERIFY(red.red() > red.green() + 60);
    QVERIFY(none.red() < none.green() + 20);
}

void HeatPanelTest::linesCanBeSwitchedOff()
{
    Panel panel;
    QCOMPARE(panel.pixel(200, bid), panel.terminal.theme.bid.rgb());
    QCOMPARE(panel.pixel(200, bid + 2), panel.terminal.theme.ask.rgb());
    panel.trigger("heatmap.bestLines");
    QVERIFY(panel.pixel(200, bid) != panel.terminal.theme.bid.rgb());
    panel.trigger("heatmap.lastLine");
    QCOMPARE(panel.pixel(600, bid), panel.terminal.theme.last.rgb());
}

void HeatPanelTest::theProfileShowsWhatWasTraded()
{
    Panel panel;
    panel.trigger("heatmap.profile.1");
    HeatProfile const& profile = panel.map.overlays().profile();
    QCOMPARE(profile.volume(), 13.0);
    QCOMPARE(*profile.poc(), std::int64_t{bid + 4});
    QCOMPARE(profile.at(bid).sells, 3.0);
    // Right of the map, which is narrower now; the longest bar at the POC.
    QImage picture = panel.picture();
    auto const barAt = [&](double tick) {
        int const y = qRound(panel.map.window().yOf(tick)) + 1;
        int wide = 0;
        for (int x = 700 - 76 - 1; x > 700 - 76 - 110; --x) {
            auto const color = picture.pixel(x, y);
            wide += color != panel.terminal.theme.panel.rgb() ? 1 : 0;
        }
        return wide;
    };
    QVERIFY(barAt(bid + 4) > barAt(bid + 2));
    QVERIFY(barAt(bid + 2) > barAt(bid));
    QVERIFY(barAt(bid) > 10);
    QCOMPARE(barAt(bid - 20), 0);
    // Scrolled to before the trades, nothing is left of what is shown, but all of what is held.
    panel.drag({200, 200}, {500, 200});
    QCOMPARE(panel.map.overlays().profile().volume(), 0.0);
    panel.trigger("heatmap.profile.2");
    QCOMPARE(panel.map.overlays().profile().volume(), 13.0);
}

void HeatPanelTest::theDeltaPaneIsAsHighAsItIsDragged()
{
    HeatLook look;
    look.delta = true;
    look.deltaHeight = 80;
    Panel panel(look);
    // Before the trades the delta is 0 and then 10, so the line is low at the left and high at the right.
    const QImage picture = panel.picture();
    auto const lineAt = [&](int x) {
        for (int y = 302; y < 380; ++y) {
            if (picture.pixel(x, y) == panel.terminal.theme.bid.rgb()) {
                return y;
            }
        }
        return 0;
    };
    auto const after =
        static_cast<int>(panel.map.window().xOf(Timestamp((panel.slice + 30) * heatColumnTime.value)));
    QVERIFY(lineAt(after) > 300);
    QVERIFY(panel.map.raster().shownMarks(panel.map.raster().slotCount() - 1).sum.delta == 7.0);
    panel.drag({300, 300}, {300, 260});
    QCOMPARE(panel.map.look().deltaHeight, 120);
    panel.drag({300, 260}, {300, 20});
    panel.draw();
    QVERIFY(panel.map.raster().slotCount() > 0);
    QVERIFY(panel.map.window().yOf(bid) >= -400); // still a map above it
    panel.trigger("heatmap.delta");
    QVERIFY(!panel.map.look().delta);
}

void HeatPanelTest::theVwapLineIsAtTheSums()
{
    HeatLook look;
    look.vwap = true;
    look.bestLines = false;
    Panel panel(look);
    double const vwap = (4.0 * (bid + 2) + 6.0 * (bid + 4) + 3.0 * bid) / 13;
    QCOMPARE(panel.pixel(600, vwap), panel.terminal.theme.accent.lighter(125).rgb());
    QVERIFY(panel.pixel(100, vwap) != panel.terminal.theme.accent.lighter(125).rgb()); // nothing traded yet
}

void HeatPanelTest::ageMakesOldSizeBrighter()
{
    UiFixture clock;
    auto const now = clock.clock.now().value / heatColumnTime.value;
    HeatScript script(now - 4'000);
    script.best(bid, bid + 2).level(bid - 10, 5).columns(3'900).level(bid - 12, 5).columns(100);
    HeatLook look;
    look.shading = HeatShading::Age;
    look.colors = HeatColors::Mono;
    Panel panel(look, script);
    int const old = light(panel.pixel(600, bid - 10));
    int const fresh = light(panel.pixel(600, bid - 12));
    QVERIFY(old > 2 * fresh);
    panel.trigger("heatmap.shading.0");
    QCOMPARE(light(panel.pixel(600, bid - 10)), light(panel.pixel(600, bid - 12)));
}

void HeatPanelTest::flowShowsWhatWasPulled()
{
    UiFixture clock;
    auto const now = clock.clock.now().value / heatColumnTime.value;
    HeatScript script(now - 600);
    script.best(bid, bid + 2).level(bid - 10, 5).level(bid, 5).columns(500);
    script.level(bid - 10, 0).level(bid - 20, 5).dot(bid, -5).columns(1).level(bid, 0).columns(99);
    HeatLook look;
    look.shading = HeatShading::Flow;
    look.bestLines = look.bubbles = false;
    Panel panel(look, script);
    auto const x = static_cast<int>(panel.map.window().xOf(Timestamp((now - 99) * heatColumnTime.value)));
    auto const close = [](QRgb a, QRgb b) {
        return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b)) <
               60;
    };
    QVERIFY(close(panel.pixel(x, bid - 10), HeatPalette::flowColor(HeatPalette::Pulled)));
    QVERIFY(close(panel.pixel(x, bid - 20), HeatPalette::flowColor(HeatPalette::Stacked)));
    QVERIFY(close(panel.pixel(x, bid), HeatPalette::flowColor(HeatPalette::Filled)));
    const QColor later(panel.pixel(620, bid - 20)); // the streak has faded to grey
    QVERIFY(std::abs(later.blue() - later.red()) < 25);
}

void HeatPanelTest::largeLotsAreNamed()
{
    HeatLook look;
    look.largeLot = 6;
    Panel panel(look);
    QVERIFY(panel.map.overlays().largeTrades().empty());
    const QImage before = panel.picture();
    panel.trigger("heatmap.largeLots");
    QCOMPARE(panel.map.overlays().largeTrades().size(), std::size_t{1});
    const QImage after = panel.picture();
    // The wall of eight has its size written at the newest end of its row.
    const QRect label(624 - 30, qRound(panel.map.window().yOf(large)) - 5, 28, 10);
    QVERIFY(before.copy(label) != after.copy(label));
}

void HeatPanelTest::aGapIsHatched()
{
    UiFixture clock;
    auto const now = clock.clock.now().value / heatColumnTime.value;
    HeatScript script(now - 600);
    script.best(bid, bid + 2).level(bid - 10, 5).columns(300).skip(100).columns(200);
    HeatLook look;
    look.delta = true;
    Panel panel(look, script);
    const QImage picture = panel.picture();
    auto const hatch = panel.map.raster().palette().hatch();
    int hatched = 0;
    int smeared = 0;
    int const left = static_cast<int>(panel.map.window().xOf(Timestamp((now - 300) * heatColumnTime.value)));
    int const y = qRound(panel.map.window().yOf(bid - 10));
    for (int x = left + 1; x < left + 99; ++x) {
        hatched += picture.pixel(x, y) == hatch ? 1 : 0;
        smeared +=
            picture.pixel(x, y) != hatch && picture.pixel(x, y) != panel.map.raster().palette().background();
    }
    QVERIFY(hatched >= 15);
    QCOMPARE(smeared, 0);
    QVERIFY(picture.pixel(left - 3, y) != hatch);
    QVERIFY(light(picture.pixel(left + 103, y)) > 60);
}

void HeatPanelTest::ownOrdersAreAtTheirPrice()
{
    Panel panel;
    const Price price = UiFixture::btc().tickSize * (bid - 30);
    const QImage before = panel.picture();
    panel.terminal.addOrder("mine", Side::Buy, price, Qty(250));
    const QImage after = panel.picture();
    int const y = qRound(panel.map.window().yOf(bid - 30));
    int own = 0;
    for (int x = 460; x < 624; ++x) {
        own += after.pixel(x, y) == panel.terminal.theme.own.rgb() ? 1 : 0;
    }
    QVERIFY(own > 60);                                                            // a dashed line
    QVERIFY(before.copy(250, y - 8, 200, 16) != after.copy(250, y - 8, 200, 16)); // and its label
}

void HeatPanelTest::theCursorIsShared()
{
    Panel panel;
    HeatMap other(
        panel.terminal.models.frames, panel.terminal.view, panel.terminal.models.orders, panel.terminal.theme
    );
    other.restoreState(panel.map.saveState());
    panel.terminal.show(other, panelSize);
    panel.draw();
    const QImage before = other.grab().toImage();
    QTest::mouseMove(&panel.map, {301, 120});
    panel.draw();
    MarketCursor const& cursor = panel.terminal.view.cursor();
    auto const tick = std::llround(panel.map.window().tickAt(120));
    QCOMPARE(*cursor.price, UiFixture::btc().tickSize * tick);
    QCOMPARE(cursor.time->value, panel.map.window().columnAt(301) * heatColumnTime.value);
    const QImage after = other.grab().toImage();
    int changed = 0;
    int const y = static_cast<int>(other.window().yOf(static_cast<double>(tick)));
    for (int x = 0; x < 600; ++x) {
        changed += before.pixel(x, y) != after.pixel(x, y) ? 1 : 0;
    }
    QVERIFY(changed > 550);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&panel.map, &leave);
    QVERIFY(panel.terminal.view.cursor() == MarketCursor{});
    panel.draw();
    QCOMPARE(other.grab().toImage(), before);
}

void HeatPanelTest::everyActionHasANameAndWords()
{
    Panel panel;
    std::set<QString> names;
    for (QAction* action : panel.map.actions()) {
        QVERIFY(action->objectName().startsWith("heatmap."));
        QVERIFY(!action->text().isEmpty());
        QVERIFY2(names.insert(action->objectName()).second, qPrintable(action->objectName()));
        for (QAction* choice : action->menu() != nullptr ? action->menu()->actions() : QList<QAction*>()) {
            QVERIFY(!choice->text().isEmpty());
            QVERIFY(names.insert(choice->objectName()).second);
        }
        if (!action->shortcut().isEmpty()) {
            QCOMPARE(action->shortcutContext(), Qt::WidgetShortcut);
        }
    }
    QVERIFY(names.size() > 40);
}

void HeatPanelTest::aStateMayComeBeforeTheHistory()
{
    UiFixture terminal;
    HeatMap map(terminal.models.frames, terminal.view, terminal.models.orders, terminal.theme);
    map.restoreState({
        {"window", QJsonObject{{"columnsPerPixel", 1.0}, {"ticksPerPixel", 0.25}, {"followPrice", false}}},
    });
    terminal.show(map, panelSize);
    QTest::keyClick(&map, Qt::Key_Up);
    HeatScript script(terminal.clock.now().value / heatColumnTime.value - 300);
    script.best(bid, bid + 2).level(bid - 10, 5).columns(300);
    terminal.session.publishSnapshot(UiFixture::topic(TopicKind::Heat), HeatUpdate{script.chunks()});
    terminal.pump();
    terminal.frame();
    QVERIFY(std::abs(map.window().yOf(bid + 1) - 190) <= 4);
    QCOMPARE(map.window().tickAt(0) - map.window().tickAt(40), 10.0);
    QVERIFY(!map.window().followsPrice());
}

void HeatPanelTest::theStateComesBack()
{
    Panel panel;
    panel.trigger("heatmap.palette.3");
    panel.trigger("heatmap.delta");
    panel.trigger("heatmap.profile.2");
    panel.wheel({300, 100}, 5);
    panel.wheel({300, 100}, 4, Qt::ControlModifier);
    auto const state = panel.map.saveState();
    Panel fresh;
    fresh.map.restoreState(state);
    fresh.draw();
    QVERIFY(fresh.map.look() == panel.map.look());
    QCOMPARE(fresh.map.window().span(), panel.map.window().span());
    QCOMPARE(fresh.map.saveState(), state);
    QVERIFY(fresh.action("heatmap.delta")->isChecked());
    QVERIFY(fresh.action("heatmap.profile.2")->isChecked());
    fresh.map.restoreState({{"look", "broken"}, {"window", QJsonObject{{"columnsPerPixel", -4}}}});
    fresh.draw();
    QVERIFY(fresh.map.look() == HeatLook{});
}

} // namespace qob

QTEST_MAIN(qob::HeatPanelTest)
#include "heat_panel_test.moc"
