// What is drawn, apart from how: exact prices, the file, undoing, alerts, and the ladder's rows.

#include "tests/support/ui_fixture.h"
#include "ui/panels/alerts/alert_dialog.h"
#include "ui/panels/ladder/ladder.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

using namespace qob;

namespace {

constexpr Timestamp begin(1'783'000'000'000'000'000);

Drawing drawn(DrawingKind kind, DrawingAnchor first, DrawingAnchor second = {})
{
    Drawing drawing;
    drawing.id = QUuid::createUuid();
    drawing.kind = kind;
    drawing.market = QStringLiteral("SIM-A:BTC-USDT");
    drawing.priceScale = 2;
    drawing.anchors = {first, second};
    return drawing;
}

Drawing level(std::int64_t price)
{
    return drawn(DrawingKind::Level, {Price(price), begin});
}

// From 100.00 at the beginning to 101.00 ten seconds later.
Drawing rising(DrawingKind kind = DrawingKind::Line)
{
    return drawn(kind, {Price(10'000), begin}, {Price(10'100), begin + seconds(10)});
}

Drawing box()
{
    return drawn(DrawingKind::Rectangle, {Price(10'100), begin}, {Price(10'000), begin + seconds(10)});
}

Trade tradeAt(std::int64_t price, Duration after)
{
    auto trade = UiFixture::trade(Price(price), Qty(1), Side::Buy);
    trade.time = begin + after;
    return trade;
}

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

struct Told : UiFixture {
    Told()
    {
        QObject::connect(&models.alerts, &Alerts::fires, [this](FiredAlert const& alert) {
            told.push_back(alert.text);
        });
    }

    void trade(std::int64_t price, Duration after = seconds(1))
    {
        session.publish(topic(TopicKind::Trades), TradeBatch{{tradeAt(price, after)}, 0});
        pump();
    }

    QUuid add(Drawing drawing, bool alert)
    {
        drawing.alert = alert;
        auto const id = models.drawings.add(drawing);
        pump();
        return id;
    }

    void change(QUuid const& id, std::function<void(Drawing&)> const& change)
    {
        auto drawing = *models.drawings.find(id);
        change(drawing);
        models.drawings.change(drawing);
        pump();
    }

    std::vector<QString> told;
};

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

QByteArray contentOf(QString const& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(QString const& path, QByteArray const& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class DrawingsTest : public QObject {
    Q_OBJECT

private slots:

    void aLineHasAPriceAtEachTimeItIsThere()
    {
        auto const line = rising();
        QCOMPARE(drawingPriceAt(line, begin)->value, 10'000);
        QCOMPARE(drawingPriceAt(line, begin + milliseconds(3'333))->value, 10'033);
        QCOMPARE(drawingPriceAt(line, begin + seconds(10))->value, 10'100);
        QVERIFY(!drawingPriceAt(line, begin - nanoseconds(1)));
        QVERIFY(!drawingPriceAt(line, begin + seconds(10) + nanoseconds(1)));
        auto ray = rising(DrawingKind::Ray);
        QCOMPARE(drawingPriceAt(ray, begin + seconds(3'600))->value, 46'000);
        QVERIFY(!drawingPriceAt(ray, begin - seconds(1)));
        ray.extendLeft = true;
        QCOMPARE(drawingPriceAt(ray, begin - seconds(10))->value, 9'900);
        // Drawn from right to left it is the same line.
        auto backwards = rising();
        std::swap(backwards.anchors[0], backwards.anchors[1]);
        QCOMPARE(drawingPriceAt(backwards, begin + seconds(5))->value, 10'050);
        // Upright it has no price of its own.
        QVERIFY(!drawingPriceAt(drawn(DrawingKind::Line, {Price(1), begin}, {Price(9), begin}), begin));
        QCOMPARE(drawingPriceAt(level(10'050), Timestamp(0))->value, 10'050);
    }

    // Where doubles would say it is on the line.
    void aSideIsExact()
    {
        auto const far = drawn(
            DrawingKind::Line,
            {Price(1'000'000'000'000'000'001), begin},
            {Price(1'000'000'000'000'000'003), begin + nanoseconds(1'000'000'000'000'000'000)}
        );
        auto const half = begin + nanoseconds(500'000'000'000'000'000);
        QCOMPARE(*drawingSide(far, Price(1'000'000'000'000'000'002), half), 0);
        QCOMPARE(*drawingSide(far, Price(1'000'000'000'000'000'002), half + nanoseconds(1)), -1);
        QCOMPARE(*drawingSide(far, Price(1'000'000'000'000'000'002), half - nanoseconds(1)), 1);
    }

    void pricesAreTakenToTheInstrumentsUnit()
    {
        auto finer = UiFixture::btc();
        finer.priceScale = 4;
        QCOMPARE(inUnitsOf(level(10'050), finer).anchors[0].price.value, 1'005'000);
        auto coarser = UiFixture::btc();
        coarser.priceScale = 1;
        QCOMPARE(inUnitsOf(level(10'055), coarser).anchors[0].price.value, 1'006);
        QCOMPARE(inUnitsOf(level(10'055), UiFixture::btc()).anchors[0].price.value, 10'055);
    }

    void jsonGivesBackWhatWasDrawn_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < drawingKinds; ++kind) {
            QTest::addRow("%d", kind) << kind;
        }
    }

    void jsonGivesBackWhatWasDrawn()
    {
        QFETCH(int, kind);
        auto drawing = rising(static_cast<DrawingKind>(kind));
        if (!hasTwoAnchors(drawing.kind)) {
            drawing.anchors[1] = {};
        }
        drawing.anchors[0].time = Timestamp(1'783'000'000'123'456'789); // more digits than a double has
        drawing.color = 5;
        drawing.width = 3;
        drawing.dashed = drawing.locked = true;
        drawing.alert = canBeCrossed(drawing.kind);
        drawing.extendLeft = canExtendLeft(drawing.kind);
        drawing.extendRight = canExtendRight(drawing.kind);
        drawing.text = QStringLiteral("Öl \"5 %\"");
        auto const text = QJsonDocument(drawingJson(drawing)).toJson();
        auto const back = drawingFrom(QJsonDocument::fromJson(text).object());
        QVERIFY(back);
        QVERIFY(*back == drawing);
    }

    void whatIsNoDrawingIsRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("kind") << "kind" << QJsonValue("circle");
        QTest::newRow("id") << "id" << QJsonValue("7");
        QTest::newRow("market") << "market" << QJsonValue("");
        QTest::newRow("anchors") << "anchors" << QJsonValue(QJsonArray());
        auto const anchors = [](char const* price, char const* time) {
            return QJsonValue(QJsonArray{
                QJsonObject{{"price", QLatin1String(price)}, {"time", QLatin1String(time)}},
                QJsonObject{{"price", "1"}, {"time", "2"}},
            });
        };
        QTest::newRow("price") << "anchors" << anchors("ten", "1");
        QTest::newRow("price too large") << "anchors" << anchors("9000000000000000000", "1");
        QTest::newRow("price too fine") << "anchors" << anchors("0.1234567890123456789", "1");
        QTest::newRow("time") << "anchors" << anchors("10", "noon");
        QTest::newRow("time before there was any") << "anchors" << anchors("10", "-1");
    }

    void whatIsNoDrawingIsRefused()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        auto json = drawingJson(rising());
        QVERIFY(drawingFrom(json));
        json[member] = value;
        QVERIFY(!drawingFrom(json));
    }

    void theyAreThereAfterARestart()
    {
        const QTemporaryDir folder;
        auto const path = folder.filePath(QStringLiteral("drawings.json"));
        QUuid id;
        {
            Drawings drawings;
            QCOMPARE(drawings.keepIn(path), QString());
            id = drawings.add(level(10'050));
            drawings.add(rising());
            auto changed = *drawings.find(id);
            changed.text = QStringLiteral("high of the day");
            drawings.change(changed);
        }
        Drawings again;
        QCOMPARE(again.keepIn(path), QString());
        QCOMPARE(again.all().size(), std::size_t(2));
        QCOMPARE(again.find(id)->text, QStringLiteral("high of the day"));
        QVERIFY(!again.canUndo());
        again.remove(id);
        Drawings third;
        QCOMPARE(third.keepIn(path), QString());
        QCOMPARE(third.all().size(), std::size_t(1));
    }

    void aDamagedFileIsSetAsideAndSaid()
    {
        const QTemporaryDir folder;
        auto const path = folder.filePath(QStringLiteral("drawings.json"));
        write(path, "[{\"kind\": ");
        Drawings drawings;
        QVERIFY(drawings.keepIn(path).contains(QStringLiteral("damaged")));
        QVERIFY(drawings.all().empty());
        QCOMPARE(contentOf(path + QStringLiteral(".damaged")), QByteArray("[{\"kind\": "));
        drawings.add(level(10'050));
        Drawings again;
        QCOMPARE(again.keepIn(path), QString()); // it is well again
        QCOMPARE(again.all().size(), std::size_t(1));
    }

    // One that cannot be read takes no other with it.
    void whatCanBeReadOfAFileIsKept()
    {
        const QTemporaryDir folder;
        auto const path = folder.filePath(QStringLiteral("drawings.json"));
        QJsonArray list{drawingJson(level(10'050)), QJsonObject{{"kind", "spiral"}}, drawingJson(rising())};
        write(path, QJsonDocument(list).toJson());
        Drawings drawings;
        QVERIFY(drawings.keepIn(path).contains(QStringLiteral("damaged")));
        QCOMPARE(drawings.all().size(), std::size_t(2));
        QVERIFY(contentOf(path + QStringLiteral(".damaged")).contains("spiral"));
    }

    void aWorkspaceShowsItsOwnAndThoseOfEveryOne()
    {
        auto const bitcoin = UiFixture::btc();
        Drawings drawings;
        drawings.setWorkspace(QStringLiteral("Scalping"));
        auto const own = drawings.add(level(10'050));
        auto everywhere = *drawings.find(drawings.add(rising()));
        everywhere.workspace.clear();
        drawings.change(everywhere);
        QCOMPARE(drawings.of(bitcoin).size(), std::size_t(2));
        drawings.setWorkspace(QStringLiteral("Analyst"));
        QVERIFY(!drawings.canUndo()); // it would change what is not seen
        QCOMPARE(drawings.of(bitcoin).size(), std::size_t(1));
        QCOMPARE(drawings.of(bitcoin).front().id, everywhere.id);
        drawings.removeAll(QStringLiteral("SIM-A:BTC-USDT"));
        drawings.setWorkspace(QStringLiteral("Scalping"));
        QCOMPARE(drawings.of(bitcoin).size(), std::size_t(1));
        QCOMPARE(drawings.of(bitcoin).front().id, own);
    }

    void theWorkspaceOfADrawingIsInItsFile()
    {
        const QTemporaryDir folder;
        auto const path = folder.filePath(QStringLiteral("drawings.json"));
        Drawings drawings;
        QCOMPARE(drawings.keepIn(path), QString());
        drawings.setWorkspace(QStringLiteral("Scalping"));
        drawings.add(level(10'050));
        Drawings again;
        QCOMPARE(again.keepIn(path), QString());
        QVERIFY(again.of(UiFixture::btc()).empty());
        again.setWorkspace(QStringLiteral("Scalping"));
        QCOMPARE(again.of(UiFixture::btc()).size(), std::size_t(1));
    }

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

    void everyStepIsUndoneAndRedone()
    {
        Drawings drawings;
        auto const id = drawings.add(level(10'050));
        auto const other = drawings.add(rising());
        auto moved = *drawings.find(id);
        moved.anchors[0].price = Price(10'070);
        drawings.show(moved); // the mouse drags it
        moved.anchors[0].price = Price(10'080);
        drawings.show(moved);
        drawings.change(moved);
        drawings.removeAll(QStringLiteral("SIM-A:BTC-USDT"));
        QVERIFY(drawings.all().empty());
        drawings.undo();
        QCOMPARE(drawings.all().size(), std::size_t(2));
        QCOMPARE(drawings.find(id)->anchors[0].price.value, 10'080);
        drawings.undo(); // all of the drag
        QCOMPARE(drawings.find(id)->anchors[0].price.value, 10'050);
        drawings.undo();
        QVERIFY(drawings.find(other) == nullptr);
        drawings.redo();
        drawings.redo();
        QCOMPARE(drawings.find(id)->anchors[0].price.value, 10'080);
        drawings.add(level(9'990)); // what was undone cannot come any more
        QVERIFY(!drawings.canRedo());
    }

    void aDragThatIsPutBackIsNoStep()
    {
        Drawings drawings;
        auto const id = drawings.add(level(10'050));
        auto moved = *drawings.find(id);
        moved.anchors[0].price = Price(10'070);
        drawings.show(moved);
        drawings.putBack();
        QCOMPARE(drawings.find(id)->anchors[0].price.value, 10'050);
        drawings.undo();
        QVERIFY(drawings.all().empty());
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

QTEST_MAIN(DrawingsTest)
#include "drawings_test.moc"
