// What is drawn, apart from how: exact prices, the file, workspaces, undoing.

#include "tests/ui/drawing_kit.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace qob;

namespace {

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

    void aFileThatCannotBeOpenedIsLeftAlone()
    {
        const QTemporaryDir folder;
        auto const path = folder.filePath(QStringLiteral("drawings.json"));
        QVERIFY(QDir().mkpath(path)); // whoever is root can open every file
        Drawings drawings;
        QSignalSpy problems(&drawings, &Drawings::problem);
        QVERIFY(drawings.keepIn(path).contains(path));
        drawings.add(level(10'050));
        QCOMPARE(problems.size(), 0); // it was said
        QVERIFY(QFileInfo(path).isDir());
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
        drawings.setWorkspace(QStringLiteral("Scalping"));
        QCOMPARE(drawings.of(bitcoin).size(), std::size_t(2));
        QCOMPARE(drawings.of(bitcoin).front().id, own);
        auto held = *drawings.find(drawings.add(level(10'070)));
        held.locked = true;
        drawings.change(held);
        drawings.removeAll(QStringLiteral("SIM-A:BTC-USDT"));
        QCOMPARE(drawings.of(bitcoin).size(), std::size_t(2));
        QVERIFY(drawings.find(held.id) != nullptr && drawings.find(everywhere.id) != nullptr);
        drawings.undo();
        QVERIFY(drawings.find(own) != nullptr);
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
};

QTEST_MAIN(DrawingsTest)
#include "drawings_test.moc"
