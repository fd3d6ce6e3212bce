#include "tests/ui/ladder_fixture.h"

using namespace qob;

// The height of the ladder's rows, and what becomes of a press or a drag when it changes.
class LadderStepsTest : public QObject {
    Q_OBJECT

private slots:

    void aClickOnAnOwnOrderSendsNothingWhenTheInstrumentIsToldAgain()
    {
        WideLadderFixture fixture;
        QCOMPARE(fixture.ladder.model().stepTicks(), std::int64_t(10));
        auto const row = Price(1'000'500);
        fixture.addOrder("own", Side::Sell, row, Qty(700));
        fixture.session.publish(
            UiFixture::topic(TopicKind::Trades),
            TradeBatch{{UiFixture::trade(Price(1'000'000), Qty(40), Side::Sell)}, 0}
        );
        fixture.pump();
        fixture.frame();
        auto const top = fixture.ladder.topPrice();
        auto const at = fixture.gripOf(row);
        QTest::mouseMove(&fixture.ladder, at);
        QTest::mousePress(&fixture.ladder, Qt::LeftButton, {}, at);
        auto refined = UiFixture::btc();
        refined.lotSize = Qty(5);
        fixture.tell(refined);
        QVERIFY(fixture.ladder.topPrice() == top);
        QCOMPARE(fixture.ladder.model().stepTicks(), std::int64_t(10));
        QVERIFY(fixture.ladder.model().instrument()->lotSize == Qty(5));
        std::vector<LadderRow> rows;
        fixture.ladder.model().rows(fixture.ladder.model().bidIndex(Price(1'000'000)), 1, rows);
        QVERIFY(rows[0].volume == Qty(40)); // it was traded there all the same
        QTest::mouseRelease(&fixture.ladder, Qt::LeftButton, {}, at);
        QVERIFY(fixture.session.commands().empty());
    }

    void aDragGoesOnWhenTheInstrumentIsToldAgain()
    {
        WideLadderFixture fixture;
        fixture.addOrder("own", Side::Sell, Price(1'000'500), Qty(700));
        fixture.frame();
        auto const to = fixture.gripOf(Price(1'000'800));
        QTest::mousePress(&fixture.ladder, Qt::LeftButton, {}, fixture.gripOf(Price(1'000'500)));
        QTest::mouseMove(&fixture.ladder, to);
        auto refined = UiFixture::btc();
        refined.makerFee = FeeRate(5);
        fixture.tell(refined);
        QTest::mouseRelease(&fixture.ladder, Qt::LeftButton, {}, to);
        QVERIFY(fixture.session.last<OrderCancelReplaceRequest>().price == Price(1'000'800));
    }

    void aFinerTickKeepsTheRows()
    {
        WideLadderFixture fixture;
        auto const top = fixture.ladder.topPrice();
        auto refined = UiFixture::btc();
        refined.tickSize = Price(1);
        fixture.tell(refined);
        QCOMPARE(fixture.ladder.model().stepTicks(), std::int64_t(100));
        QVERIFY(fixture.ladder.topPrice() == top);
    }

    void aPressOrADragEndsWhereTheRowsBecomeOthers()
    {
        WideLadderFixture fixture;
        fixture.addOrder("own", Side::Sell, Price(1'000'500), Qty(700));
        fixture.frame();
        auto const grip = fixture.gripOf(Price(1'000'500));
        auto refined = UiFixture::btc();
        refined.tickSize = Price(30);
        QTest::mousePress(&fixture.ladder, Qt::LeftButton, {}, grip);
        QTest::mouseMove(&fixture.ladder, grip + QPoint(0, 3));
        fixture.tell(refined); // rows of 100 become rows of 90
        QTest::mouseRelease(&fixture.ladder, Qt::LeftButton, {}, grip + QPoint(0, 3));
        QVERIFY(fixture.session.commands().empty());
        auto const bid = fixture.ladder.cellOf(Price(999'990), LadderColumn::Bid).center();
        QTest::mousePress(&fixture.ladder, Qt::LeftButton, {}, bid);
        QTest::keyClick(&fixture.ladder, Qt::Key_Plus);
        fixture.frame();
        QTest::mouseRelease(&fixture.ladder, Qt::LeftButton, {}, bid);
        QVERIFY(fixture.session.commands().empty());
    }

    void rowsAreNeverHigherThanThePrice()
    {
        WideLadderFixture fixture;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(&fixture.ladder, Qt::Key_Plus);
            fixture.frame();
        }
        auto const height = fixture.ladder.model().priceAt(1);
        QVERIFY(height > Price(1'000'000) && height < Price(3'000'000));
        std::vector<LadderRow> rows;
        fixture.ladder.model().rows(2, 4, rows);
        QVERIFY(rows[2].price == Price(0) && rows[2].bestBid); // the bids, all of them
        QTest::keyClick(&fixture.ladder, Qt::Key_Minus);
        QVERIFY(fixture.ladder.model().priceAt(1) < height);
    }

    // A change of the link colour makes the panel anew, on another market.
    void aStepThatWasChosenIsItsMarketsOnly()
    {
        WideLadderFixture fixture;
        QTest::keyClick(&fixture.ladder, Qt::Key_Plus);
        QCOMPARE(fixture.ladder.model().stepTicks(), std::int64_t(20));
        auto const state = fixture.ladder.saveState();
        auto const stepAfter = [&](InstrumentId shown) {
            fixture.view.show(shown);
            fixture.pump();
            Ladder again(
                fixture.models.frames,
                fixture.view,
                fixture.models.orders,
                fixture.models.entry,
                fixture.ticket,
                fixture.models.positions,
                fixture.theme
            );
            again.restoreState(state);
            return again.model().stepTicks();
        };
        QCOMPARE(stepAfter(UiFixture::btc().id), std::int64_t(20));
        QCOMPARE(stepAfter(UiFixture::eth().id), std::int64_t(1)); // until its book says what fits
    }

    static qint64 saved(Ladder const& ladder)
    {
        return ladder.saveState()[QStringLiteral("stepTicks")].toInteger();
    }

    // Books become known one after the other, and another workspace's panels are there before its market.
    void aSavedStepWaitsForItsMarket()
    {
        WideLadderFixture fixture;
        auto const of = [](Instrument const& instrument) {
            return QString::fromStdString(instrument.venue + ":" + instrument.symbol);
        };
        const QJsonObject state{
            {QStringLiteral("stepTicks"), 50}, {QStringLiteral("stepOf"), of(UiFixture::eth())}};
        fixture.ladder.restoreState(state); // while another market is shown
        fixture.frame();
        QCOMPARE(fixture.ladder.model().stepTicks(), std::int64_t(10)); // as its book wants it
        QCOMPARE(saved(fixture.ladder), qint64(50));
        fixture.models.groups.setFirstChoice(0, of(UiFixture::eth()));
        fixture.pump();
        fixture.frame();
        QCOMPARE(fixture.ladder.model().stepTicks(), std::int64_t(50));
        QCOMPARE(saved(fixture.ladder), qint64(50));
        QVERIFY(fixture.ladder.saveState()[QStringLiteral("stepOf")] == of(UiFixture::eth()));
        fixture.view.show(UiFixture::btc().id);
        fixture.pump();
        QCOMPARE(saved(fixture.ladder), qint64(50));
    }

    void aStepThatWasChosenIsAsHighInOtherUnits()
    {
        WideLadderFixture fixture;
        QTest::keyClick(&fixture.ladder, Qt::Key_Plus);
        QCOMPARE(saved(fixture.ladder), qint64(20)); // rows of 2.00
        auto changed = UiFixture::btc();
        changed.priceScale += 2;
        changed.tickSize = Price(100); // 0.01 instead of 0.10
        fixture.tell(changed);
        QCOMPARE(saved(fixture.ladder), qint64(200));
        QCOMPARE(fixture.ladder.model().stepTicks(), std::int64_t(200));
        fixture.tell(UiFixture::btc());
        QCOMPARE(saved(fixture.ladder), qint64(20));
    }

    void otherUnitsBeginAfresh()
    {
        WideLadderFixture fixture;
        auto changed = UiFixture::btc();
        changed.priceScale = 4;
        changed.tickSize = Price(1000);
        fixture.tell(changed);
        QCOMPARE(fixture.ladder.model().stepTicks(), std::int64_t(1)); // of the book that is there
        std::vector<LadderRow> rows;
        fixture.ladder.model().rows(fixture.ladder.model().bidIndex(Price(1'000'000)), 1, rows);
        QVERIFY(rows[0].volume == Qty(0));
    }
};

QTEST_MAIN(LadderStepsTest)
#include "ladder_steps_test.moc"
