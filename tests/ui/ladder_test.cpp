#include "tests/support/ui_fixture.h"
#include "ui/panels/ladder/ladder.h"

#include <QAction>
#include <QJsonArray>
#include <QTest>
#include <QWheelEvent>

using namespace qob;

namespace {

constexpr QSize ladderSize(360, 600);

struct LadderFixture : UiFixture {
    explicit LadderFixture(bool unlocked = true)
        : ladder(models.frames, view, models.orders, models.entry, ticket, models.positions, theme)
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

    void escapeIsTheWindows()
    {
        LadderFixture fixture;
        QWidget window;
        fixture.ladder.setParent(&window);
        QTest::keyClick(&fixture.ladder, Qt::Key_Escape);
        QVERIFY(fixture.session.commands().empty()); // whatever that means there
        fixture.ladder.setParent(nullptr);
    }

    void aClickMeansThePriceThatWasPressed()
    {
        LadderFixture fixture;
        fixture.clock.advance(seconds(1));
        auto const at = fixture.ladder.cellOf(Price(9990), LadderColumn::Bid).center();
        QTest::mousePress(&fixture.ladder, Qt::LeftButton, {}, at);
        QWheelEvent wheel(at, at, {}, QPoint(0, 120), {}, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&fixture.ladder, &wheel);
        QTest::mouseRelease(&fixture.ladder, Qt::LeftButton, {}, at);
        QVERIFY(fixture.session.commands().empty());
        // The market walks away from under a mouse that Qt did not see coming.
        fixture.ladder.centre();
        fixture.frame();
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&fixture.ladder, &leave);
        QTest::mousePress(&fixture.ladder, Qt::LeftButton, {}, at);
        fixture.publishBook(Price(10500), Price(10520));
        fixture.frame();
        QTest::mouseRelease(&fixture.ladder, Qt::LeftButton, {}, at);
        QVERIFY(fixture.session.commands().empty());
        QTest::mouseClick(&fixture.ladder, Qt::LeftButton, {}, at);
        QCOMPARE(fixture.session.commands().size(), std::size_t(1));
    }

    void aClickThatBeganOnAnotherMarketIsNone()
    {
        LadderFixture fixture;
        auto const at = fixture.ladder.cellOf(Price(9990), LadderColumn::Bid).center();
        fixture.session.setSnapshot({TopicKind::Depth, UiFixture::eth().id}, [] {
            auto book = std::make_shared<DepthView>(*UiFixture::book(Price(10000), Price(10020)));
            book->instrument = UiFixture::eth().id;
            return DepthPtr(book);
        }());
        QTest::mousePress(&fixture.ladder, Qt::LeftButton, {}, at);
        fixture.view.show(UiFixture::eth().id);
        fixture.pump();
        fixture.frame();
        QVERIFY(fixture.ladder.cellOf(Price(9990), LadderColumn::Bid).contains(at)); // the same numbers
        QTest::mouseRelease(&fixture.ladder, Qt::LeftButton, {}, at);
        QVERIFY(fixture.session.commands().empty());
        QTest::mouseClick(&fixture.ladder, Qt::LeftButton, {}, at);
        QVERIFY(fixture.session.last<NewOrderSingle>().instrument == UiFixture::eth().id);
    }

    void spaceWithAnotherKeyIsNotTheLadders()
    {
        LadderFixture fixture;
        QWheelEvent wheel(
            QPointF(100, 200), QPointF(100, 200), {}, QPoint(0, 120), {}, {}, Qt::NoScrollPhase, false
        );
        QCoreApplication::sendEvent(&fixture.ladder, &wheel);
        auto const top = fixture.ladder.topPrice();
        QTest::keyClick(&fixture.ladder, Qt::Key_Space, Qt::ControlModifier);
        fixture.frame();
        QVERIFY(fixture.ladder.topPrice() == top);
        QTest::keyClick(&fixture.ladder, Qt::Key_Space);
        fixture.frame();
        QVERIFY(fixture.ladder.topPrice() != top);
    }

    void aStepThatWasKeptRoundsNoSizes()
    {
        LadderFixture fixture;
        auto book = std::make_shared<DepthView>(*UiFixture::book(Price(10000), Price(10020)));
        for (auto* side : {&book->bids, &book->asks}) {
            for (auto& level : *side) {
                level.qty = level.qty + Qty(450);
            }
        }
        fixture.session.setSnapshot(UiFixture::topic(TopicKind::Depth), DepthPtr(book));
        fixture.session.publish(UiFixture::topic(TopicKind::Depth), DepthPtr(book));
        fixture.pump();
        auto const picture = [&](QJsonObject const& state) {
            Ladder ladder(
                fixture.models.frames,
                fixture.view,
                fixture.models.orders,
                fixture.models.entry,
                fixture.ticket,
                fixture.models.positions,
                fixture.theme
            );
            ladder.restoreState(state);
            fixture.show(ladder, ladderSize);
            return ladder.grab().toImage();
        };
        auto const fresh = picture({});
        QCOMPARE(picture({{QStringLiteral("stepTicks"), 1}}), fresh);
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

    void aCtrlClickPlacesAStop()
    {
        LadderFixture fixture;
        auto const at = fixture.ladder.cellOf(Price(10100), LadderColumn::Bid).center();
        QTest::mouseClick(&fixture.ladder, Qt::LeftButton, Qt::ControlModifier, at);
        auto const order = fixture.session.last<NewOrderSingle>();
        QVERIFY(order.ordType == OrdType::Stop && order.side == Side::Buy);
        QVERIFY(order.stopPx == Price(10100) && order.price == Price(0));
        // It stands at its trigger, and is moved there.
        auto report = UiFixture::accepted(order);
        report.stopPx = order.stopPx;
        fixture.publishReport(report);
        fixture.frame();
        auto const from = fixture.ladder.cellOf(Price(10100), LadderColumn::OwnBid);
        QVERIFY(fixture.ladder.model().ownOrder(fixture.ladder.model().bidIndex(Price(10100)), Side::Buy));
        auto const to = fixture.ladder.cellOf(Price(10120), LadderColumn::OwnBid);
        auto const grip = QPoint(from.right() - 6, from.center().y());
        QTest::mousePress(&fixture.ladder, Qt::LeftButton, {}, grip);
        QTest::mouseMove(&fixture.ladder, to.center());
        QTest::mouseRelease(&fixture.ladder, Qt::LeftButton, {}, to.center());
        auto const change = fixture.session.last<OrderCancelReplaceRequest>();
        QVERIFY(change.stopPx == Price(10120));
    }

    void aClickWithABracketSendsAllThree()
    {
        LadderFixture fixture;
        fixture.ticket.setBracket(Price(200), Price(100));
        fixture.click(Price(9990), LadderColumn::Bid);
        auto const list = fixture.session.last<NewOrderList>();
        QVERIFY(list.contingency == Contingency::Bracket);
        QCOMPARE(list.orders.size(), std::size_t(3));
        QVERIFY(list.orders[0].side == Side::Buy && list.orders[0].price == Price(9990));
        QVERIFY(list.orders[1].side == Side::Sell && list.orders[1].price == Price(10190));
        QVERIFY(list.orders[2].ordType == OrdType::Stop && list.orders[2].stopPx == Price(9890));
        fixture.ticket.setBracket(Price(0), Price(100));
        fixture.click(Price(10080), LadderColumn::Ask);
        auto const pair = fixture.session.last<NewOrderList>();
        QVERIFY(pair.contingency == Contingency::OneTriggersOther);
        QVERIFY(pair.orders[1].side == Side::Buy && pair.orders[1].stopPx == Price(10180));
    }

    void theVerbsOfTheKeyboard()
    {
        LadderFixture fixture;
        auto const run = [&](char const* id) {
            fixture.session.clearCommands();
            fixture.ladder.findChild<QAction*>(QLatin1String(id))->trigger();
        };
        run("ladder.joinAsk");
        auto order = fixture.session.last<NewOrderSingle>();
        QVERIFY(order.side == Side::Sell && order.price == Price(10020) && order.orderQty == Qty(250));
        run("ladder.takeBid");
        order = fixture.session.last<NewOrderSingle>();
        QVERIFY(order.side == Side::Sell && order.price == Price(10000));
        QVERIFY(order.timeInForce == TimeInForce::ImmediateOrCancel);
        run("ladder.sellMarket");
        order = fixture.session.last<NewOrderSingle>();
        QVERIFY(order.side == Side::Sell && order.ordType == OrdType::Market);
        run("ladder.cancelBook");
        QVERIFY(fixture.session.last<OrderMassCancelRequest>().instrument == UiFixture::btc().id);
        run("ladder.close");
        QVERIFY(fixture.session.commands().empty()); // there is no position
        run("ladder.size1");
        QVERIFY(fixture.ticket.qty() == fixture.ticket.quickQuantities()[0]);
    }

    void positionsAreClosedReversedAndFlattened()
    {
        LadderFixture fixture;
        Position position;
        position.instrument = UiFixture::btc().id;
        position.net = Qty(-300);
        Position other = position;
        other.instrument = UiFixture::eth().id;
        other.net = Qty(40);
        fixture.session.publish(UiFixture::topic(TopicKind::Account), AccountReport{{}, {position, other}});
        fixture.pump();
        auto const run = [&](char const* id) {
            fixture.session.clearCommands();
            fixture.ladder.findChild<QAction*>(QLatin1String(id))->trigger();
        };
        run("ladder.close");
        auto order = fixture.session.last<NewOrderSingle>();
        QVERIFY(order.side == Side::Buy && order.orderQty == Qty(300) && order.ordType == OrdType::Market);
        auto refused = UiFixture::accepted(order);
        refused.execType = ExecType::Rejected;
        refused.ordStatus = OrdStatus::Rejected;
        fixture.publishReport(refused);
        run("ladder.reverse");
        QVERIFY(fixture.session.last<NewOrderSingle>().orderQty == Qty(600));
        fixture.click(Price(9990), LadderColumn::Bid);
        auto const sent = fixture.models.orders.working(UiFixture::btc().id);
        QCOMPARE(sent.size(), std::size_t(2));
        run("ladder.flatten");
        QCOMPARE(fixture.session.commands().size(), std::size_t(1)); // what the orders hold is not free yet
        QVERIFY(!fixture.session.last<OrderMassCancelRequest>().instrument);
        for (OrderState const& state : sent) {
            QTest::qWait(400);
            QCOMPARE(fixture.session.commands().size(), std::size_t(1));
            ExecutionReport report = state.report;
            report.execType = ExecType::Canceled;
            report.ordStatus = OrdStatus::Canceled;
            fixture.publishReport(report);
        }
        QTRY_COMPARE(fixture.session.commands().size(), std::size_t(3));
        order = fixture.session.last<NewOrderSingle>();
        QVERIFY(order.instrument == UiFixture::eth().id && order.side == Side::Sell);
        fixture.refusals.clear();
        run("ladder.flatten"); // the two that close are not heard of: too late is never
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.refusals.empty(), 20'000);
        QCOMPARE(fixture.session.commands().size(), std::size_t(1));
        fixture.models.entry.setLocked(true);
        run("ladder.flatten"); // what only takes risk away still works
        QCOMPARE(fixture.session.commands().size(), std::size_t(1));
        QVERIFY(!fixture.session.last<OrderMassCancelRequest>().instrument);
    }

    void aPositionIsClosedOnceHoweverOftenTheKeyIsPressed()
    {
        LadderFixture fixture;
        auto const hold = [&](std::int64_t net) {
            Position position;
            position.instrument = UiFixture::btc().id;
            position.net = Qty(net);
            fixture.session.publish(UiFixture::topic(TopicKind::Account), AccountReport{{}, {position}});
            fixture.pump();
        };
        auto const press = [&](char const* id) {
            auto const before = fixture.session.commands().size();
            fixture.ladder.findChild<QAction*>(QLatin1String(id))->trigger();
            return fixture.session.commands().size() - before;
        };
        auto const end = [&](Qty filled) {
            auto report = UiFixture::accepted(fixture.session.last<NewOrderSingle>());
            report.ordStatus = filled > Qty(0) ? OrdStatus::Filled : OrdStatus::Canceled;
            report.execType = filled > Qty(0) ? ExecType::Trade : ExecType::Canceled;
            report.cumQty = filled;
            report.leavesQty = Qty(0);
            fixture.publishReport(report);
        };
        hold(300);
        QCOMPARE(press("ladder.close"), std::size_t(1));
        QCOMPARE(press("ladder.close"), std::size_t(0));
        QCOMPARE(press("ladder.reverse"), std::size_t(0));
        QCOMPARE(fixture.refusals.size(), std::size_t(2)); // and it is said
        end(Qty(0));                                       // nobody took it: it is to be closed still
        QCOMPARE(press("ladder.close"), std::size_t(1));
        end(Qty(300)); // the account has not been told of it
        QCOMPARE(press("ladder.close"), std::size_t(0));
        hold(300); // nor now
        QCOMPARE(press("ladder.close"), std::size_t(0));
        hold(0);
        QCOMPARE(press("ladder.close"), std::size_t(0));
        hold(-100); // a new one
        QCOMPARE(press("ladder.reverse"), std::size_t(1));
        QCOMPARE(press("ladder.reverse"), std::size_t(0));
        QVERIFY(fixture.session.last<NewOrderSingle>().orderQty == Qty(200));
    }

    void closingEverythingLeavesOutWhatIsBeingClosedAndAsksOnce()
    {
        LadderFixture fixture;
        Position position;
        position.instrument = UiFixture::btc().id;
        position.net = Qty(90'000);
        Position other = position;
        other.instrument = UiFixture::eth().id;
        fixture.session.publish(UiFixture::topic(TopicKind::Account), AccountReport{{}, {position, other}});
        fixture.pump();
        int questions = 0;
        connect(&fixture.models.entry, &OrderEntry::confirmationWanted, this, [&] { ++questions; });
        fixture.models.entry.setConfirmRules({.worthAbove = 1, .closingAll = true});
        auto* flatten = fixture.ladder.findChild<QAction*>(QStringLiteral("ladder.flatten"));
        flatten->trigger();
        fixture.models.entry.answer(true);
        QTRY_COMPARE(fixture.session.commands().size(), std::size_t(3)); // the cancel and both
        QCOMPARE(questions, 1);
        for (auto const& state : std::vector(fixture.models.orders.orders())) {
            auto report = state.report;
            report.execType = ExecType::Trade;
            report.ordStatus = OrdStatus::Filled;
            report.cumQty = report.orderQty;
            fixture.publishReport(report);
        }
        flatten->trigger(); // the account still says both are open
        fixture.models.entry.answer(true);
        fixture.refusals.clear();
        QTRY_COMPARE(fixture.refusals.size(), std::size_t(2));
        QCOMPARE(fixture.session.commands().size(), std::size_t(4));
    }

    void closingEverythingWaitsForAnOrderThatCameMeanwhile()
    {
        LadderFixture fixture;
        Position position;
        position.instrument = UiFixture::btc().id;
        position.net = Qty(300);
        fixture.session.publish(UiFixture::topic(TopicKind::Account), AccountReport{{}, {position}});
        fixture.pump();
        auto const end = [&](OrderState const& state) {
            ExecutionReport report = state.report;
            report.execType = ExecType::Canceled;
            report.ordStatus = OrdStatus::Canceled;
            fixture.publishReport(report);
        };
        auto const buy = [&] {
            fixture.click(Price(9990), LadderColumn::Bid);
            return fixture.models.orders.working(UiFixture::btc().id).back();
        };
        auto const first = buy();
        fixture.session.clearCommands();
        fixture.ladder.findChild<QAction*>(QStringLiteral("ladder.flatten"))->trigger();
        end(first);
        auto const second = buy(); // before anything was closed
        fixture.session.clearCommands();
        QTest::qWait(1'000);
        QCOMPARE(fixture.session.commands().size(), std::size_t(0));
        end(second);
        QTRY_COMPARE(fixture.session.commands().size(), std::size_t(1));
        auto const order = fixture.session.last<NewOrderSingle>();
        QVERIFY(order.side == Side::Sell && order.orderQty == Qty(300));
    }

    void columnsAreChosenAndMoved()
    {
        LadderFixture fixture;
        fixture.ladder.resize(700, 600);
        fixture.ladder.setColumns({LadderColumn::Bid, LadderColumn::Prices, LadderColumn::Ask});
        fixture.frame();
        QVERIFY(fixture.ladder.cellOf(Price(10000), LadderColumn::Volume).isEmpty());
        auto const bid = fixture.ladder.cellOf(Price(10000), LadderColumn::Bid).center().x();
        auto const ask = fixture.ladder.cellOf(Price(10000), LadderColumn::Ask).center().x();
        QTest::mousePress(&fixture.ladder, Qt::LeftButton, {}, QPoint(bid, 8));
        QTest::mouseMove(&fixture.ladder, QPoint(ask, 8));
        QTest::mouseRelease(&fixture.ladder, Qt::LeftButton, {}, QPoint(ask, 8));
        auto const moved = std::vector{LadderColumn::Prices, LadderColumn::Ask, LadderColumn::Bid};
        QVERIFY(fixture.ladder.columns() == moved);
        QVERIFY(fixture.session.commands().empty());
        auto const state = fixture.ladder.saveState();
        fixture.ladder.setColumns(LadderLayout::defaultColumns());
        fixture.ladder.restoreState(state);
        QVERIFY(fixture.ladder.columns() == moved);
        fixture.ladder.restoreState({{QStringLiteral("columns"), QJsonArray{QStringLiteral("nonsense")}}});
        QVERIFY(fixture.ladder.columns() == moved);
    }

    void aNarrowLadderKeepsWhatMatters()
    {
        LadderLayout layout;
        std::vector<LadderColumn> all;
        for (int i = 0; i < ladderColumns; ++i) {
            all.push_back(static_cast<LadderColumn>(i));
        }
        layout.setColumns(all);
        layout.resize(1000, 400);
        for (auto const column : all) {
            QVERIFY(!layout.column(column).isEmpty());
        }
        layout.resize(270, 400);
        QVERIFY(layout.column(LadderColumn::Sold).isEmpty());
        QVERIFY(!layout.column(LadderColumn::OwnBid).isEmpty());
        layout.resize(200, 400); // never the own orders of one side alone
        QVERIFY(
            layout.column(LadderColumn::OwnBid).isEmpty() && layout.column(LadderColumn::OwnAsk).isEmpty()
        );
        for (auto const column : {LadderColumn::Prices, LadderColumn::Bid, LadderColumn::Ask}) {
            QVERIFY(!layout.column(column).isEmpty());
        }
    }

    void stackedAndPulledLeaveTradesOut()
    {
        LadderModel model;
        model.setInstrument(UiFixture::btc());
        model.setWantsChanges(true);
        auto const at = [](Timestamp time, Qty bid) {
            auto book = std::make_shared<DepthView>(*UiFixture::book(Price(10000), Price(10020)));
            book->time = time;
            book->bids[0].qty = bid;
            return book;
        };
        auto const begin = Timestamp(1'783'000'000'000'000'000);
        model.setDepth(at(begin, Qty(1000)));
        auto trade = UiFixture::trade(Price(10000), Qty(400), Side::Sell);
        trade.time = begin + seconds(1);
        model.addTrades({trade});
        model.setDepth(at(begin + seconds(2), Qty(450)));
        std::vector<LadderRow> rows;
        model.rows(1002, 4, rows);
        QVERIFY(rows[2].price == Price(10000));
        QVERIFY(rows[2].bidChange == Qty(-150)); // 600 were left after the trade
        QVERIFY(rows[2].sold == Qty(400) && rows[2].delta == Qty(-400));
        model.setDepth(at(begin + seconds(40), Qty(450)));
        model.setDepth(at(begin + seconds(52), Qty(450)));
        model.rows(1002, 4, rows);
        QVERIFY(rows[2].bidChange == Qty(0) && rows[2].sold == Qty(0));
        QVERIFY(rows[2].volume == Qty(400)); // that is for good
    }
};

QTEST_MAIN(LadderTest)
#include "ladder_test.moc"
