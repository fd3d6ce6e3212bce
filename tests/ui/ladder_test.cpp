#include "tests/support/ui_fixture.h"
#include "ui/panels/ladder/ladder.h"

#include <QTest>
#include <QWheelEvent>

using namespace qob;

namespace {

constexpr QSize ladderSize(360, 600);

struct LadderFixture : UiFixture {
    explicit LadderFixture(bool unlocked = true)
        : ladder(models.frames, view, models.orders, models.entry, ticket, theme)
    {
        models.entry.setLocked(!unlocked);
        ticket.setQty(Qty(250));
        show(ladder, ladderSize);
    }

    void click(Price price, LadderColumn column)
    {
        QTest::mouseClick(&ladder, Qt::LeftButton, {}, ladder.cellOf(price, column).center());
    }

    Ladder ladder;
};

} // namespace

class LadderTest : public QObject {
    Q_OBJECT

private slots:

    void aLockedClickSendsNothingAndSaysWhy()
    {
        LadderFixture fixture(false);
        fixture.click(Price(9990), LadderColumn::Bid);
        fixture.click(Price(10050), LadderColumn::Ask);
        QVERIFY(fixture.session.commands().empty());
        QCOMPARE(fixture.refusals.size(), std::size_t(2));
        QVERIFY(fixture.refusals[0].contains(QStringLiteral("locked")));
    }

    void aClickInTheBidColumnBuys()
    {
        LadderFixture fixture;
        fixture.click(Price(9990), LadderColumn::Bid);
        auto const order = fixture.session.last<NewOrderSingle>();
        QVERIFY(order.side == Side::Buy);
        QVERIFY(order.ordType == OrdType::Limit);
        QVERIFY(order.price == Price(9990));
        QVERIFY(order.orderQty == Qty(250));
        QVERIFY(order.instrument == UiFixture::btc().id);
        QVERIFY(order.timeInForce == TimeInForce::GoodTillCancel);
    }

    void aClickInTheAskColumnSells()
    {
        LadderFixture fixture;
        fixture.click(Price(10080), LadderColumn::Ask);
        auto const order = fixture.session.last<NewOrderSingle>();
        QVERIFY(order.side == Side::Sell);
        QVERIFY(order.price == Price(10080));
    }

    void otherClicksDoNothing()
    {
        LadderFixture fixture;
        fixture.click(Price(10000), LadderColumn::Prices);
        fixture.click(Price(10000), LadderColumn::OwnBid);
        fixture.click(Price(10000), LadderColumn::Volume);
        auto const bid = fixture.ladder.cellOf(Price(10000), LadderColumn::Bid).center();
        QTest::mouseClick(&fixture.ladder, Qt::RightButton, {}, bid);
        // Pressed in one cell and released in another: the user changed their mind.
        QTest::mousePress(&fixture.ladder, Qt::LeftButton, {}, bid);
        QTest::mouseRelease(&fixture.ladder, Qt::LeftButton, {}, bid + QPoint(0, 60));
        QVERIFY(fixture.session.commands().empty());
    }

    void dragRepricesAnOwnOrder()
    {
        LadderFixture fixture;
        fixture.addOrder("own", Side::Buy, Price(9950), Qty(700));
        fixture.frame();
        auto const from = fixture.ladder.cellOf(Price(9950), LadderColumn::OwnBid).center();
        auto const to = fixture.ladder.cellOf(Price(9980), LadderColumn::OwnBid).center();
        QTest::mousePress(&fixture.ladder, Qt::LeftButton, {}, from);
        QTest::mouseMove(&fixture.ladder, (from + to) / 2);
        QTest::mouseMove(&fixture.ladder, to);
        QTest::mouseRelease(&fixture.ladder, Qt::LeftButton, {}, to);
        auto const change = fixture.session.last<OrderCancelReplaceRequest>();
        QVERIFY(change.origClOrdId == ClOrdId("own"));
        QVERIFY(change.price == Price(9980));
        QVERIFY(change.orderQty == Qty(700));
        // While the answer is under way the order stands where it is going.
        QVERIFY(fixture.models.orders.find(ClOrdId("own"))->report.ordStatus == OrdStatus::PendingReplace);
        QVERIFY(fixture.ladder.model().ownOrder(998, Side::Buy) != nullptr);
    }

    void aDragThatEndsWhereItBeganOrIsEscapedSendsNothing()
    {
        LadderFixture fixture;
        fixture.addOrder("own", Side::Sell, Price(10050), Qty(700));
        fixture.frame();
        auto const from = fixture.ladder.cellOf(Price(10050), LadderColumn::OwnAsk).center() - QPoint(10, 0);
        QTest::mouseClick(&fixture.ladder, Qt::LeftButton, {}, from);
        QTest::mousePress(&fixture.ladder, Qt::LeftButton, {}, from);
        QTest::mouseMove(&fixture.ladder, from - QPoint(0, 60));
        QTest::keyClick(&fixture.ladder, Qt::Key_Escape);
        QTest::mouseRelease(&fixture.ladder, Qt::LeftButton, {}, from - QPoint(0, 60));
        QVERIFY(fixture.session.commands().empty());
    }

    void theCrossCancels()
    {
        LadderFixture fixture;
        fixture.addOrder("own", Side::Sell, Price(10050), Qty(700));
        fixture.frame();
        QTest::mouseClick(
            &fixture.ladder, Qt::LeftButton, {}, fixture.ladder.crossOf(Price(10050), Side::Sell).center()
        );
        auto const cancel = fixture.session.last<OrderCancelRequest>();
        QVERIFY(cancel.origClOrdId == ClOrdId("own"));
        QVERIFY(!cancel.clOrdId.empty());
    }

    void theCrossIsLockedToo()
    {
        LadderFixture fixture(false);
        fixture.addOrder("own", Side::Sell, Price(10050), Qty(700));
        fixture.frame();
        QTest::mouseClick(
            &fixture.ladder, Qt::LeftButton, {}, fixture.ladder.crossOf(Price(10050), Side::Sell).center()
        );
        QVERIFY(fixture.session.commands().empty());
    }

    void escapeCancelsAll()
    {
        LadderFixture fixture;
        QTest::keyClick(&fixture.ladder, Qt::Key_Escape);
        QVERIFY(!fixture.session.last<OrderMassCancelRequest>().instrument);
    }

    void rowsDoNotMoveUnderAHoveringMouse()
    {
        LadderFixture fixture;
        auto const before = fixture.ladder.topPrice();
        QTest::mouseMove(&fixture.ladder, QPoint(100, 200));
        fixture.publishBook(Price(10500), Price(10520)); // far out of sight
        fixture.frame();
        QVERIFY(fixture.ladder.topPrice() == before);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&fixture.ladder, &leave);
        fixture.frame();
        QVERIFY(fixture.ladder.topPrice() != before);
        QVERIFY(fixture.ladder.cellOf(Price(10500), LadderColumn::Bid).isValid());
    }

    void smallMovesOfTheMarketLeaveTheRowsAlone()
    {
        LadderFixture fixture;
        auto const before = fixture.ladder.topPrice();
        fixture.publishBook(Price(10020), Price(10040));
        fixture.frame();
        QVERIFY(fixture.ladder.topPrice() == before);
    }

    void wheelScrollsAndSpaceCentres()
    {
        LadderFixture fixture;
        auto const before = fixture.ladder.topPrice();
        QWheelEvent wheel(
            QPointF(100, 200), QPointF(100, 200), {}, QPoint(0, 120), {}, {}, Qt::NoScrollPhase, false
        );
        QCoreApplication::sendEvent(&fixture.ladder, &wheel);
        fixture.frame();
        QVERIFY(fixture.ladder.topPrice() == before + Price(30));
        fixture.publishBook(Price(10500), Price(10520));
        fixture.frame();
        QVERIFY(fixture.ladder.topPrice() == before + Price(30)); // the user's place is kept
        QTest::keyClick(&fixture.ladder, Qt::Key_Space);
        fixture.frame();
        QVERIFY(fixture.ladder.cellOf(Price(10510), LadderColumn::Prices).isValid());
    }

    void coarserRowsOrderAtTheRowsPrice()
    {
        LadderFixture fixture;
        QTest::keyClick(&fixture.ladder, Qt::Key_Plus);
        QTest::keyClick(&fixture.ladder, Qt::Key_Plus);
        fixture.frame();
        QCOMPARE(fixture.ladder.model().stepTicks(), std::int64_t(5));
        fixture.click(Price(9950), LadderColumn::Bid);
        QVERIFY(fixture.session.last<NewOrderSingle>().price == Price(9950));
        QTest::keyClick(&fixture.ladder, Qt::Key_Minus);
        QCOMPARE(fixture.ladder.model().stepTicks(), std::int64_t(2));
    }
};

QTEST_MAIN(LadderTest)
#include "ladder_test.moc"
