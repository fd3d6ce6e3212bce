// Alerts that drawings carry, and drawings in the ladder's rows.

#include "tests/ui/drawing_kit.h"
#include "ui/panels/alerts/alert_dialog.h"
#include "ui/panels/ladder/ladder.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

using namespace qob;

namespace {

struct Tick {
    std::int64_t price;
    Duration after;
};

int firesOver(Drawing const& drawing, std::vector<Tick> const& ticks)
{
    AlertRule rule;
    rule.kind = AlertKind::DrawingCrossed;
    rule.instrument = drawing.market;
    rule.drawing = drawing;
    AlertWatch watch(rule, UiFixture::btc());
    int fires = 0;
    for (auto const& tick : ticks) {
        fires += watch.onTrades({tradeAt(tick.price, tick.after)}) ? 1 : 0;
    }
    return fires;
}

struct LadderStage : Told {
    LadderStage() : ladder(models.frames, view, models.orders, models.entry, ticket, models.positions, theme)
    {
        ladder.setDrawings(models.drawings);
        show(ladder, QSize(360, 600));
    }

    // Of the row of a price.
    LadderMark mark(std::int64_t price)
    {
        frame();
        auto const row = ladder.model().bidIndex(ladder.topPrice()) - ladder.model().bidIndex(Price(price));
        return ladder.marks().at(static_cast<std::size_t>(row));
    }

    Ladder ladder;
};

} // namespace

class DrawingAlertsTest : public QObject {
    Q_OBJECT

private slots:

    void anotherWorkspacesAlertRings()
    {
        Told terminal;
        auto& drawings = terminal.models.drawings;
        drawings.setWorkspace(QStringLiteral("Scalping"));
        auto const id = terminal.add(level(10'050), true);
        drawings.setWorkspace(QStringLiteral("Analyst"));
        terminal.trade(10'040);
        terminal.trade(10'060, seconds(2));
        QCOMPARE(terminal.told.size(), std::size_t(1));
        QVERIFY(drawings.alertRests(id));
        terminal.change(id, [](Drawing& drawing) { drawing.workspace.clear(); });
        QVERIFY(drawings.alertRests(id)); // to show it elsewhere does not arm it anew
    }

    void aCrossingFiresOnce()
    {
        auto const s = [](std::int64_t n) {
            return seconds(n);
        };
        QCOMPARE(
            firesOver(level(10'050), {{10'000, s(0)}, {10'040, s(1)}, {10'060, s(2)}, {10'070, s(3)}}), 1
        );
        QCOMPARE(firesOver(level(10'050), {{10'000, s(0)}, {10'050, s(1)}, {10'060, s(2)}}), 1); // onto it
        QCOMPARE(firesOver(level(10'050), {{10'000, s(0)}, {10'060, s(1)}, {10'040, s(2)}}), 2); // and back
        QCOMPARE(firesOver(level(10'050), {{10'060, s(0)}, {10'070, s(1)}}), 0);
        QCOMPARE(firesOver(level(10'050), {{10'050, s(0)}, {10'070, s(1)}}), 0); // it was there at the start
        // The price stands still and the line comes up to it.
        QCOMPARE(firesOver(rising(), {{10'055, s(1)}, {10'055, s(5)}, {10'055, s(6)}, {10'055, s(7)}}), 1);
        QCOMPARE(firesOver(rising(), {{10'055, s(1)}, {10'055, s(5)}}), 0);
        // Before it begins and after it ends there is nothing to cross.
        QCOMPARE(firesOver(rising(), {{10'200, s(-1)}, {9'000, s(1)}, {9'000, s(9)}, {10'200, s(11)}}), 0);
        QCOMPARE(firesOver(rising(DrawingKind::Ray), {{9'000, s(9)}, {10'200, s(11)}}), 1);
        // In, out on the other side, and through at once.
        QCOMPARE(firesOver(box(), {{9'990, s(0)}, {10'050, s(1)}, {10'060, s(2)}, {10'110, s(3)}}), 2);
        QCOMPARE(firesOver(box(), {{9'990, s(0)}, {10'110, s(1)}}), 1);
        QCOMPARE(firesOver(box(), {{9'990, s(0)}, {10'000, s(1)}}), 1); // its edge is inside
        QCOMPARE(
            firesOver(box(), {{10'050, s(-1)}, {10'050, s(1)}, {10'060, s(11)}}), 0
        ); // time goes in and out
    }

    void aDrawingCarriesItsAlert()
    {
        Told stage;
        auto const id = stage.add(level(10'050), true);
        QCOMPARE(stage.models.alerts.rules().size(), std::size_t(1));
        stage.trade(10'000);
        stage.trade(10'060);
        stage.trade(10'070);
        QCOMPARE(stage.told.size(), std::size_t(1));
        QVERIFY(stage.told[0].contains(QStringLiteral("Level 100.5 crossed")));
        QVERIFY(!stage.models.alerts.rules()[0].armed); // once
        stage.trade(10'000);
        stage.trade(10'060);
        QCOMPARE(stage.told.size(), std::size_t(1));
        // Moved it watches there, as if it were new.
        stage.change(id, [](Drawing& drawing) { drawing.anchors[0].price = Price(10'090); });
        QCOMPARE(stage.models.alerts.rules().size(), std::size_t(1));
        stage.trade(10'060);
        stage.trade(10'080);
        QCOMPARE(stage.told.size(), std::size_t(1)); // not where it was
        stage.trade(10'090);
        QCOMPARE(stage.told.size(), std::size_t(2));
        QVERIFY(stage.told[1].contains(QStringLiteral("Level 100.9 crossed")));
        stage.models.drawings.remove(id);
        QVERIFY(stage.models.alerts.rules().empty());
        stage.models.drawings.undo(); // with its alert
        QCOMPARE(stage.models.alerts.rules().size(), std::size_t(1));
    }

    void anotherColourDoesNotArmItAgain()
    {
        Told stage;
        auto const id = stage.add(level(10'050), true);
        stage.trade(10'000);
        stage.trade(10'060);
        QVERIFY(!stage.models.alerts.rules()[0].armed);
        stage.change(id, [](Drawing& drawing) { drawing.color = 4; });
        QVERIFY(!stage.models.alerts.rules()[0].armed);
    }

    // While the mouse holds it the alert stays where it was.
    void aDragMovesTheAlertWhenItEnds()
    {
        Told stage;
        auto const id = stage.add(level(10'050), true);
        auto moved = *stage.models.drawings.find(id);
        moved.anchors[0].price = Price(10'090);
        stage.models.drawings.show(moved);
        QCOMPARE(stage.models.alerts.rules()[0].drawing->anchors[0].price.value, 10'050);
        stage.models.drawings.change(moved);
        QCOMPARE(stage.models.alerts.rules()[0].drawing->anchors[0].price.value, 10'090);
    }

    void whoRemovesTheAlertTakesItFromTheDrawing()
    {
        Told stage;
        auto const id = stage.add(level(10'050), true);
        stage.models.alerts.remove(stage.models.alerts.rules()[0].id);
        QVERIFY(!stage.models.drawings.find(id)->alert);
        stage.change(id, [](Drawing& drawing) { drawing.alert = true; });
        QCOMPARE(stage.models.alerts.rules().size(), std::size_t(1));
        stage.change(id, [](Drawing& drawing) { drawing.alert = false; });
        QVERIFY(stage.models.alerts.rules().empty());
    }

    void alertAndDrawingFindEachOtherAfterARestart()
    {
        const QTemporaryDir folder;
        auto const keep = [&](UiFixture& terminal) {
            QCOMPARE(terminal.models.alerts.keepIn(folder.filePath("alerts.json")), QString());
            QCOMPARE(terminal.models.drawings.keepIn(folder.filePath("drawings.json")), QString());
        };
        {
            Told stage;
            keep(stage);
            stage.add(rising(DrawingKind::Ray), true);
            auto rule = stage.models.alerts.rules()[0];
            rule.repeats = true;
            rule.note = QStringLiteral("breakout");
            stage.models.alerts.change(rule);
        }
        Told stage;
        keep(stage);
        QCOMPARE(stage.models.alerts.rules().size(), std::size_t(1));
        QVERIFY(stage.models.alerts.rules()[0].repeats);
        QCOMPARE(stage.models.alerts.rules()[0].note, QStringLiteral("breakout"));
        stage.trade(10'000, seconds(5));
        stage.trade(10'100, seconds(6));
        QCOMPARE(stage.told.size(), std::size_t(1));
        stage.models.drawings.remove(stage.models.drawings.all()[0].id);
        QVERIFY(stage.models.alerts.rules().empty());
    }

    // The drawing says what and where; how it tells can be changed.
    void theDialogKeepsTheDrawing()
    {
        Told stage;
        stage.add(level(10'050), true);
        auto const rule = stage.models.alerts.rules()[0];
        AlertDialog dialog(rule, stage.view, nullptr);
        auto const changed = dialog.rule();
        QVERIFY(changed.drawing == rule.drawing);
        QVERIFY(changed.kind == AlertKind::DrawingCrossed);
        QCOMPARE(changed.instrument, rule.instrument);
        for (auto const* box : dialog.findChildren<QComboBox*>()) {
            QVERIFY(!box->isEnabled());
        }
        AlertDialog other(AlertRule{}, stage.view, nullptr);
        for (auto const* box : other.findChildren<QComboBox*>()) {
            QCOMPARE(box->findData(static_cast<int>(AlertKind::DrawingCrossed)), -1);
        }
    }

    void theLadderMarksTheRows()
    {
        LadderStage stage;
        auto high = level(10'050);
        high.color = 4;
        stage.add(high, false);
        QCOMPARE(stage.mark(10'050).line, 4);
        QVERIFY(!stage.mark(10'050).sloped);
        QCOMPARE(stage.mark(10'060).line, -1);
        stage.add(box(), false); // from now on, 100.00 to 101.00
        stage.trade(10'000, seconds(1));
        QCOMPARE(stage.mark(10'000).band, 0);
        QCOMPARE(stage.mark(10'100).band, 0);
        QCOMPARE(stage.mark(10'110).band, -1);
        QCOMPARE(stage.mark(9'990).band, -1);
        stage.trade(10'000, seconds(11)); // it is over
        QCOMPARE(stage.mark(10'000).band, -1);
        auto note = drawn(DrawingKind::Note, {Price(10'030), begin});
        note.text = QStringLiteral("resting buyer");
        stage.add(note, false);
        QCOMPARE(stage.mark(10'030).note, 0);
        stage.models.drawings.undo();
        QCOMPARE(stage.mark(10'030).note, -1);
    }

    void theLadderFollowsALineAsTimeGoesOn()
    {
        LadderStage stage;
        stage.add(rising(DrawingKind::Ray), false);
        stage.trade(10'000, seconds(1));
        QVERIFY(stage.mark(10'010).sloped);
        QCOMPARE(stage.mark(10'010).line, 0);
        stage.trade(10'000, seconds(8));
        QCOMPARE(stage.mark(10'010).line, -1);
        QCOMPARE(stage.mark(10'080).line, 0);
    }

    // By the very pixels of the price's cell.
    void theLadderPaintsAMark()
    {
        LadderStage stage;
        stage.frame();
        auto const cell = stage.ladder.cellOf(Price(10'050), LadderColumn::Prices);
        auto const before = stage.ladder.grab(cell).toImage();
        stage.add(level(10'050), false);
        stage.frame();
        QVERIFY(stage.ladder.grab(cell).toImage() != before);
        stage.models.drawings.undo();
        stage.frame();
        QCOMPARE(stage.ladder.grab(cell).toImage(), before);
    }

    void theLadderDrawsALevelAndItsAlert()
    {
        LadderStage stage;
        stage.frame();
        auto const at = stage.ladder.cellOf(Price(10'050), LadderColumn::Prices).center();
        auto const open = [&] {
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, stage.ladder.mapToGlobal(at));
            QCoreApplication::sendEvent(&stage.ladder, &event);
            return stage.ladder.findChild<QMenu*>(QStringLiteral("drawnMenu"));
        };
        auto* menu = open();
        QVERIFY(menu != nullptr);
        menu->findChild<QAction*>(QStringLiteral("ladder.drawLevel"))->trigger();
        delete menu;
        auto const& drawings = stage.models.drawings.all();
        QCOMPARE(drawings.size(), std::size_t(1));
        QCOMPARE(drawings[0].anchors[0].price.value, 10'050);
        menu = open();
        auto* one = menu->actions().back()->menu();
        QVERIFY(one != nullptr);
        one->actions().front()->trigger();
        QVERIFY(drawings[0].alert);
        QCOMPARE(stage.models.alerts.rules().size(), std::size_t(1));
        one->actions().back()->trigger();
        QVERIFY(drawings.empty());
        QVERIFY(stage.session.commands().empty()); // no click there trades
        delete menu;
    }

    void anotherInstrumentsDrawingsAreNotShown()
    {
        LadderStage stage;
        auto other = level(10'050);
        other.market = QStringLiteral("SIM-A:ETH-USDT");
        stage.add(other, false);
        QCOMPARE(stage.mark(10'050).line, -1);
        QCOMPARE(stage.models.drawings.of(UiFixture::eth()).size(), std::size_t(1));
        QVERIFY(stage.models.drawings.of(UiFixture::btc()).empty());
    }
};

QTEST_MAIN(DrawingAlertsTest)
#include "drawing_alerts_test.moc"
