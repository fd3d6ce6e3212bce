// The heat map as a user has it: colours, settings, mouse, wheel and keys, what a workspace keeps.

#include "tests/ui/heat_panel.h"
#include "ui/charts/heat_settings.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QToolButton>

#include <set>

namespace qob {

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
    void aReplayTurnedBackIsFollowed();
    void aDoubleClickGoesBackToTheMarket();
    void arrowsMoveOneStepOrTen();
    void keysReachTheActions();
    void followingThePriceIsAChoice();
    void everyActionHasANameAndWords();
    void aMapMadeLaterShowsWhatThereIs();
    void aStateMayComeBeforeTheHistory();
    void theStateComesBack();
    void whatWasRecordedIsThereWhenScrolledTo();
    void fillsInSightAreShownInWhateverOrderTheyCame();
};

// A recording that was sought back tells of what is earlier last.
void HeatPanelTest::fillsInSightAreShownInWhateverOrderTheyCame()
{
    HeatPanel panel;
    auto const bare = panel.picture();
    auto const fill = [&](char const* id, Duration ago) {
        NewOrderSingle order;
        order.clOrdId = ClOrdId(id);
        order.instrument = UiFixture::btc().id;
        order.price = UiFixture::btc().tickSize * bid;
        order.orderQty = Qty(10);
        auto report = UiFixture::accepted(order);
        report.execType = ExecType::Trade;
        report.ordStatus = OrdStatus::Filled;
        report.lastPx = order.price;
        report.lastQty = order.orderQty;
        report.transactTime = panel.terminal.clock.now() - ago;
        panel.terminal.models.orders.apply({report});
    };
    fill("seen", seconds(20));
    auto const shown = panel.picture();
    QVERIFY(shown != bare);
    fill("earlier", minutes(10));
    QVERIFY(panel.picture() != bare);
    QCOMPARE(panel.picture(), shown);
    fill("later", minutes(-10)); // of where it was before it was sought back
    QCOMPARE(panel.picture(), shown);
}

void HeatPanelTest::cutoffsHideSmallSizesAndFillLargeOnes()
{
    HeatLook look;
    look.exactCuts = true;
    look.highSize = 8;
    HeatPanel panel(look);
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

// The past has its wall elsewhere. It ends a minute before what is held begins, and is not told for the hours
// before.
void HeatPanelTest::whatWasRecordedIsThereWhenScrolledTo()
{
    constexpr std::int32_t pastWall = 990;
    HeatLook look;
    look.exactCuts = true;
    look.highSize = 8;
    HeatPanel panel(look);
    auto const now = panel.terminal.clock.now();
    panel.terminal.session.publishSnapshot(UiFixture::topic(TopicKind::Market), MarketStatus{.now = now});
    panel.terminal.pump();
    std::int64_t const hour = now.value / hours(1).value;
    std::int64_t const heldFrom = panel.terminal.view.heat().firstColumn();
    HeatChunk past;
    past.firstColumn = heldFrom / 10 - 60 - 100;
    past.levels = {{pastWall, 8.0F}, {bid, 1.0F}, {bid + 2, -1.0F}};
    past.dots = {{bid, -2.0F}};
    past.columns.assign(100, HeatColumn{0, 1, bid, bid + 2, bid, false});
    Topic topic{TopicKind::HeatPast, UiFixture::btc().id};
    topic.hour = hour;
    panel.terminal.session.setSnapshot(topic, HeatUpdate{{std::make_shared<const HeatChunk>(past)}});
    auto const lookAgain = [&] {
        panel.terminal.pump();
        panel.draw();
    };
    QVERIFY(panel.terminal.view.heat().past().empty()); // nobody has looked
    int screens = 0;
    for (; panel.map.window().columnAt(0) > past.firstColumn * 10 && screens < 10; ++screens) {
        panel.key(Qt::Key_PageUp);
        lookAgain();
    }
    HeatStore const& heat = panel.terminal.view.heat();
    QCOMPARE(heat.past().size(), std::size_t{1});
    QCOMPARE(panel.terminal.session.subscribers(topic), std::size_t{0}); // told once
    QCOMPARE(heat.firstColumn(), heldFrom);
    QCOMPARE(heat.pastColumn(), past.firstColumn * 10);
    HeatPalette const& palette = panel.map.raster().palette();
    auto const xOf = [&](std::int64_t column) {
        return qRound(panel.map.window().xOf(Timestamp(column * heatColumnTime.value)));
    };
    int const inPast = xOf(past.firstColumn * 10 + 300);
    QCOMPARE(panel.pixel(inPast, pastWall), palette.color(HeatPalette::steps - 1));
    QCOMPARE(panel.pixel(inPast, large), palette.background());
    // The profile of what is shown counts the past's trades.
    panel.trigger("heatmap.profile.1");
    QVERIFY(panel.map.overlays().profile().volume() >= 2);
    // Hatched: neither the past nor what is held tells of it.
    while (panel.map.window().columnAt(panelSize.width()) < heldFrom - 50) {
        panel.key(Qt::Key_Right, Qt::ShiftModifier);
    }
    int const hole = xOf(heldFrom - 300);
    std::set<QRgb> colours;
    for (int x = hole; x < hole + 12; ++x) {
        colours.insert(panel.pixel(x, pastWall));
    }
    QVERIFY(colours.size() > 1 && !colours.contains(palette.color(HeatPalette::steps - 1)));
    // An hour that was not recorded is asked for and stays empty.
    Topic before = topic;
    before.hour = hour - 1;
    panel.terminal.session.setSnapshot(before, HeatUpdate{});
    for (int i = 0; i < 100 && panel.map.window().columnAt(0) / 36'000 == hour; ++i) {
        panel.key(Qt::Key_PageUp);
    }
    lookAgain();
    QCOMPARE(heat.past().size(), std::size_t{1});
    panel.key(Qt::Key_End);
    QVERIFY(panel.map.window().following());
    // Another instrument has another past.
    panel.terminal.view.show(UiFixture::eth().id);
    QVERIFY(heat.past().empty());
}

void HeatPanelTest::aLockedContrastStays()
{
    HeatPanel panel;
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
    HeatPanel panel;
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
    HeatPanel panel;
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
    HeatPanel panel;
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
    HeatPanel panel;
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
    HeatPanel panel;
    panel.wheel({300, 100}, 4);
    QVERIFY(panel.map.window().following());        // the newest stays, while it is followed
    panel.wheel({300, 100}, 40, Qt::ShiftModifier); // far into the past
    QVERIFY(!panel.map.window().following());
    for (int const steps : {-8, 3, 6}) {
        auto const before = panel.map.window().columnAt(250);
        panel.wheel({250, 100}, steps);
        QVERIFY(std::abs(panel.map.window().columnAt(250) - before) <= 4);
    }
}

void HeatPanelTest::draggingMovesAndAxesScale()
{
    HeatPanel panel;
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

void HeatPanelTest::aReplayTurnedBackIsFollowed()
{
    HeatPanel panel;
    auto const* minute = panel.action("heatmap.span.0");
    panel.trigger("heatmap.span.0");
    QVERIFY(minute->isChecked());
    panel.drag({400, 200}, {460, 200});
    QVERIFY(!minute->isChecked());
    HeatScript script(panel.map.store().firstColumn() - 1'000);
    script.best(bid, bid + 2).level(bid - 10, 5).columns(700);
    panel.terminal.session.publishSnapshot(UiFixture::topic(TopicKind::Heat), HeatUpdate{script.chunks()});
    panel.terminal.pump();
    panel.draw();
    QVERIFY(panel.map.window().following());
    QVERIFY(panel.map.window().columnAt(panelSize.width() - 76) <= script.end());
    QVERIFY(minute->isChecked()); // as it shows that minute again
}

void HeatPanelTest::aDoubleClickGoesBackToTheMarket()
{
    HeatPanel panel;
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
    HeatPanel panel;
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
    HeatPanel panel;
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
    HeatPanel panel;
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

void HeatPanelTest::everyActionHasANameAndWords()
{
    HeatPanel panel;
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

void HeatPanelTest::aMapMadeLaterShowsWhatThereIs()
{
    HeatPanel first; // its 90 seconds of history are there now
    HeatMap later(
        first.terminal.models.frames, first.terminal.view, first.terminal.models.orders, first.terminal.theme
    );
    first.terminal.show(later, panelSize);
    first.draw();
    QVERIFY(std::abs(static_cast<double>((later.window().span() - minutes(5)).value)) < 1e9);
    QVERIFY(later.findChild<QAction*>("heatmap.span.1")->isChecked());
}

void HeatPanelTest::aStateMayComeBeforeTheHistory()
{
    UiFixture terminal;
    HeatMap map(terminal.models.frames, terminal.view, terminal.models.orders, terminal.theme);
    map.restoreState({
        {"window", QJsonObject{{"seconds", 62.4}, {"ticksPerPixel", 0.25}, {"followPrice", false}}},
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
    HeatPanel panel;
    panel.trigger("heatmap.palette.3");
    panel.trigger("heatmap.delta");
    panel.trigger("heatmap.profile.2");
    panel.wheel({300, 100}, 5);
    panel.wheel({300, 100}, 4, Qt::ControlModifier);
    auto const state = panel.map.saveState();
    HeatPanel fresh;
    fresh.map.restoreState(state);
    fresh.draw();
    QVERIFY(fresh.map.look() == panel.map.look());
    QCOMPARE(fresh.map.window().span(), panel.map.window().span());
    QCOMPARE(fresh.map.saveState(), state);
    QVERIFY(fresh.action("heatmap.delta")->isChecked());
    QVERIFY(fresh.action("heatmap.profile.2")->isChecked());
    fresh.map.restoreState({{"look", "broken"}, {"window", QJsonObject{{"seconds", -4}}}});
    fresh.draw();
    QVERIFY(fresh.map.look() == HeatLook{});
    // On its way to its place in a window a panel has many sizes: the time shown is the same in each.
    auto const span = panel.map.window().span();
    panel.map.resize(250, 200);
    panel.draw();
    panel.map.resize(panelSize);
    panel.draw();
    QCOMPARE(panel.map.window().span(), span);
    // And prices that are fitted are fitted to the last.
    panel.trigger("heatmap.reset");
    double const prices = panel.map.window().tickAt(0) - panel.map.window().tickAt(380);
    panel.map.resize(700, 200);
    panel.draw();
    QVERIFY(panel.map.window().tickAt(0) - panel.map.window().tickAt(180) > 0.9 * prices);
    // A length of time nobody chose is chosen anew next time.
    fresh.map.restoreState({});
    QVERIFY(!fresh.map.saveState()["window"].toObject().contains("seconds"));
    fresh.trigger("heatmap.span.1");
    QVERIFY(fresh.map.saveState()["window"].toObject().contains("seconds"));
}

} // namespace qob

QTEST_MAIN(qob::HeatPanelTest)
#include "heat_panel_test.moc"
