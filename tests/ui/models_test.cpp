#include "tests/support/ui_fixture.h"
#include "ui/models/display_text.h"
#include "ui/models/fills_model.h"
#include "ui/models/instruments_model.h"
#include "ui/models/ladder_model.h"
#include "ui/models/orders_model.h"
#include "ui/models/table_roles.h"

#include <QSignalSpy>
#include <QTest>

using namespace qob;

namespace {

QString cell(QAbstractItemModel const& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class ModelsTest : public QObject {
    Q_OBJECT

private slots:

    void amountsRoundHalfAwayFromZero()
    {
        auto const amount = [](std::string_view text) {
            return Amount(*parseScaled128(text, amountScale));
        };
        QCOMPARE(amountText(amount("1204332.5"), 2), QStringLiteral("1,204,332.50"));
        QCOMPARE(amountText(amount("0.005"), 2), QStringLiteral("0.01"));
        QCOMPARE(amountText(amount("-0.005"), 2), QStringLiteral("-0.01"));
        QCOMPARE(amountText(amount("-999999.994"), 2), QStringLiteral("-999,999.99"));
        QCOMPARE(signedAmountText(amount("12"), 2), QStringLiteral("+12.00"));
    }

    void timesAreUtc()
    {
        const Timestamp time(1'783'000'003'250'000'000);
        QCOMPARE(dateTimeText(time), QStringLiteral("2026-07-02 13:46:43"));
        QCOMPARE(clockText(time, true), QStringLiteral("13:46:43.250"));
        QCOMPARE(durationText(microseconds(12'340)), QStringLiteral("12 ms"));
        QCOMPARE(durationText(microseconds(3'440)), QStringLiteral("3.4 ms"));
        QCOMPARE(durationText(nanoseconds(-850'000)), QStringLiteral("-850 µs"));
    }

    void sizesShowWhatMatters()
    {
        auto instrument = UiFixture::btc();
        instrument.qtyScale = 5;
        QCOMPARE(sizeDecimals(instrument, Price(6'183'760)), 3);
        QCOMPARE(sizeText(instrument, Qty(123'456), 3), std::string("1.235"));
        QCOMPARE(sizeText(instrument, Qty(40), 3), std::string("0.0004")); // would round to nothing
    }

    void ordersThatEndedLongAgoAreForgotten()
    {
        UiFixture fixture;
        auto& orders = fixture.models.orders;
        OrdersModel model(orders, fixture.models.market);
        fixture.addOrder("works", Side::Buy, Price(9990), Qty(1000));
        NewOrderSingle order;
        order.instrument = UiFixture::btc().id;
        order.price = Price(9990);
        order.orderQty = Qty(10);
        for (int i = 0; i < 30'000; ++i) {
            order.clOrdId = ClOrdId(std::to_string(i));
            auto report = UiFixture::accepted(order);
            orders.apply({report});
            report.execType = ExecType::Canceled;
            report.ordStatus = OrdStatus::Canceled;
            orders.apply({report});
        }
        QVERIFY(orders.orders().size() <= OrderReplica::mostOrders * 11 / 10 + 1);
        QCOMPARE(model.rowCount(), static_cast<int>(orders.orders().size()));
        QVERIFY(orders.find(ClOrdId("0")) == nullptr);
        QVERIFY(orders.find(ClOrdId("29999"))->report.clOrdId == ClOrdId("29999"));
        QVERIFY(orders.find(ClOrdId("works"))->report.ordStatus == OrdStatus::New); // however old
        QCOMPARE(orders.workingCount(), std::size_t(1));
        QVERIFY(orders.working(UiFixture::btc().id).front().report.clOrdId == ClOrdId("works"));
        auto fill = UiFixture::accepted(order);
        fill.execType = ExecType::Trade;
        fill.ordStatus = OrdStatus::Filled;
        orders.apply(std::vector<OrderEvent>(OrderReplica::mostFills * 2, fill));
        QVERIFY(orders.fills().size() <= OrderReplica::mostFills * 11 / 10);
    }

    void ordersComeNewestFirstAndChangeInOneSignal()
    {
        UiFixture fixture;
        OrdersModel model(fixture.models.orders, fixture.models.market);
        fixture.addOrder("a", Side::Buy, Price(9990), Qty(1000));
        fixture.addOrder("b", Side::Sell, Price(10100), Qty(2000));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 0, OrdersModel::Price), QStringLiteral("101.0"));
        QCOMPARE(cell(model, 1, OrdersModel::Side), QStringLiteral("Buy"));
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        auto report = fixture.models.orders.orders()[0].report;
        for (int i = 1; i <= 5; ++i) {
            report.execType = ExecType::Trade;
            report.ordStatus = OrdStatus::PartiallyFilled;
            report.cumQty = Qty(100 * i);
            fixture.session.publish(UiFixture::topic(TopicKind::Orders), report);
        }
        fixture.pump();
        QCOMPARE(changes.count(), 1);
        QCOMPARE(cell(model, 1, OrdersModel::Filled), QStringLiteral("0.5"));
        QCOMPARE(cell(model, 1, OrdersModel::Status), QStringLiteral("Partial"));
        FillsModel fills(fixture.models.orders, fixture.models.market);
        QCOMPARE(fills.rowCount(), 5);
    }

    void anOrdersPriceIsWhatItWaitsFor()
    {
        UiFixture fixture;
        OrdersModel model(fixture.models.orders, fixture.models.market);
        auto const told = [&](OrdType type, Price price, Price stopPx, InstrumentId of = UiFixture::btc().id
                          ) {
            ExecutionReport report;
            report.clOrdId = fixture.ids.next();
            report.execType = ExecType::New;
            report.ordStatus = OrdStatus::New;
            report.instrument = of;
            report.ordType = type;
            report.price = price;
            report.stopPx = stopPx;
            fixture.publishReport(report);
            return cell(model, 0, OrdersModel::Price);
        };
        QCOMPARE(told(OrdType::Stop, Price(0), Price(6'100'000)), QStringLiteral("61000.0"));
        QCOMPARE(
            told(OrdType::StopLimit, Price(6'110'000), Price(6'100'000)), QStringLiteral("61000.0 → 61100.0")
        );
        QCOMPARE(told(OrdType::Limit, Price(6'100'000), Price(0)), QStringLiteral("61000.0"));
        QCOMPARE(
            told(OrdType::Stop, Price(0), Price(0)), QStringLiteral("Stop")
        ); // trails, nothing traded yet
        QCOMPARE(told(OrdType::MarketToLimit, Price(0), Price(0)), QStringLiteral("Market to limit"));
        QCOMPARE(told(OrdType::Market, Price(0), Price(0)), QStringLiteral("Market"));
        QCOMPARE(told(OrdType::Limit, Price(100), Price(0), InstrumentId(77)), QStringLiteral("–"));
    }

    void anOrderTellsHowFastItWasAnsweredAndHowOldItIs()
    {
        UiFixture fixture;
        const Timestamp sent = fixture.clock.now();
        auto const at = [&](Duration later) {
            const MarketStatus status{.now = sent + later};
            fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Market), status);
            fixture.pump();
        };
        at(Duration(0));
        fixture.models.entry.setLocked(false);
        fixture.models.entry.place(fixture.view, limitDraft(Side::Buy, Price(9990), Qty(1000)));
        OrdersModel model(fixture.models.orders, fixture.models.market);
        QCOMPARE(cell(model, 0, OrdersModel::Status), QStringLiteral("Sent"));
        QCOMPARE(cell(model, 0, OrdersModel::Answered), QString());
        auto report = UiFixture::accepted(fixture.session.last<NewOrderSingle>());
        report.sendingTime = sent;
        report.transactTime = sent + microseconds(3'440);
        fixture.publishReport(report);
        QCOMPARE(cell(model, 0, OrdersModel::Status), QStringLiteral("Working"));
        QCOMPARE(cell(model, 0, OrdersModel::Answered), QStringLiteral("3.4 ms"));
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        at(milliseconds(500));
        QCOMPARE(changes.count(), 0); // the same second
        at(seconds(67));
        QCOMPARE(changes.count(), 1);
        QCOMPARE(cell(model, 0, OrdersModel::Age), QStringLiteral("1:07"));
        report.execType = ExecType::Canceled;
        report.ordStatus = OrdStatus::Canceled;
        report.transactTime = sent + seconds(3'727);
        fixture.publishReport(report);
        changes.clear();
        at(hours(9));
        QCOMPARE(changes.count(), 0); // over
        QCOMPARE(cell(model, 0, OrdersModel::Age), QStringLiteral("1:02:07"));
        QCOMPARE(cell(model, 0, OrdersModel::Answered), QStringLiteral("3.4 ms"));
    }

    void whatMayNoLongerBeIsNotSentAfterTheQuestion()
    {
        UiFixture fixture;
        auto& entry = fixture.models.entry;
        entry.setLocked(false);
        entry.setConfirmRules({.worthAbove = 1});
        auto const order = limitDraft(Side::Buy, Price(10000), Qty(50'000));
        auto const ask = [&] {
            QVERIFY(entry.place(fixture.view, order) == OrderEntry::Result::Asked);
        };
        ask();
        fixture.publishBook(Price(10000), Price(10020), FeedState::Stale);
        entry.answer(true);
        QVERIFY(fixture.session.commands().empty());
        QCOMPARE(fixture.refusals.size(), std::size_t(1));
        fixture.publishBook(Price(10000), Price(10020));
        QVERIFY(
            entry.placeList(fixture.view, Contingency::OneCancelsOther, {order, order}) ==
            OrderEntry::Result::Asked
        );
        fixture.publishBook(Price(10000), Price(10020), FeedState::Stale);
        entry.answer(true);
        QVERIFY(fixture.session.commands().empty());
        fixture.publishBook(Price(10000), Price(10020));
        ask();
        fixture.view.show(UiFixture::eth().id);
        entry.answer(true);
        QVERIFY(fixture.session.commands().empty());
        QVERIFY(fixture.refusals.back().contains(QStringLiteral("no longer shown")));
        fixture.view.show(UiFixture::btc().id);
        fixture.pump();
        ask();
        entry.answer(true);
        QCOMPARE(fixture.session.commands().size(), std::size_t(1));
    }

    void anOrderIsNotMovedThroughTheMarketUnasked()
    {
        UiFixture fixture;
        Ticker ticker;
        ticker.instrument = UiFixture::btc().id;
        ticker.bid.price = Price(10000);
        ticker.ask.price = Price(10020);
        fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Ticker), TickerList{{ticker}});
        auto const own = fixture.addOrder("own", Side::Buy, Price(9950), Qty(90'000)).clOrdId;
        auto& entry = fixture.models.entry;
        entry.setLocked(false);
        entry.setConfirmRules({.worthAbove = 1, .throughPercent = 5});
        using enum OrderEntry::Result;
        QVERIFY(entry.reprice(own, Price(10605)) == Invalid); // between two ticks
        QVERIFY(fixture.refusals.back().contains(QStringLiteral("multiple of")));
        QVERIFY(entry.reprice(own, Price(10600)) == Asked); // 5.8 % above the ask
        entry.answer(false);
        QVERIFY(fixture.session.commands().empty());
        QVERIFY(entry.reprice(own, Price(10600)) == Asked);
        entry.answer(true);
        QVERIFY(fixture.session.last<OrderCancelReplaceRequest>().price == Price(10600));
        fixture.addOrder("other", Side::Buy, Price(9950), Qty(90'000));
        QVERIFY(entry.reprice(ClOrdId("other"), Price(9960)) == Sent); // its worth was asked about before
        auto const third = fixture.addOrder("third", Side::Buy, Price(9950), Qty(1'000));
        QVERIFY(entry.reprice(third.clOrdId, Price(10600)) == Asked);
        auto gone = third; // while the question is open
        gone.execType = ExecType::Canceled;
        gone.ordStatus = OrdStatus::Canceled;
        fixture.publishReport(gone);
        fixture.session.clearCommands();
        entry.answer(true);
        QVERIFY(fixture.session.commands().empty());
    }

    void aCloseCanOnlyReduceAndAReverseGoesThrough()
    {
        UiFixture fixture;
        Position position;
        position.instrument = UiFixture::btc().id;
        position.net = Qty(-300);
        fixture.session.publish(UiFixture::topic(TopicKind::Account), AccountReport{{}, {position}});
        fixture.pump();
        auto& models = fixture.models;
        models.entry.setLocked(false);
        using enum OrderEntry::Closing;
        for (auto const how : {Close, CloseUnasked, Reverse}) {
            QVERIFY(
                models.entry.close(models.positions, position.instrument, how) == OrderEntry::Result::Sent
            );
            auto order = fixture.session.last<NewOrderSingle>();
            QVERIFY(order.side == Side::Buy);
            QCOMPARE(order.orderQty, Qty(how == Reverse ? 600 : 300));
            QCOMPARE(has(order.execInst, ExecInst::ReduceOnly), how != Reverse);
            auto unfilled = UiFixture::accepted(order);
            unfilled.ordStatus = OrdStatus::Canceled;
            unfilled.execType = ExecType::Canceled;
            fixture.publishReport(unfilled);
        }
    }

    void whatCostsMuchIsAskedAboutFirst()
    {
        UiFixture fixture;
        Ticker ticker;
        ticker.instrument = UiFixture::btc().id;
        ticker.bid.price = Price(10000);
        ticker.ask.price = Price(10020);
        fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Ticker), TickerList{{ticker}});
        fixture.pump();
        auto& entry = fixture.models.entry;
        entry.setLocked(false);
        entry.setConfirmRules({.worthAbove = 5'000, .throughPercent = 5, .closingAll = true});
        QStringList questions;
        connect(&entry, &OrderEntry::confirmationWanted, this, [&](QString const& text) {
            questions += text;
        });
        auto const place = [&](NewOrderSingle const& draft) {
            return entry.place(fixture.view, draft);
        };
        using enum OrderEntry::Result;
        QVERIFY(place(limitDraft(Side::Buy, Price(10000), Qty(50'000))) == Sent); // exactly 5,000
        QVERIFY(place(limitDraft(Side::Buy, Price(10000), Qty(50'001))) == Asked);
        QCOMPARE(fixture.session.commands().size(), std::size_t(1));
        QVERIFY2(questions.back().contains("It is worth 5,000.10 USDT."), qPrintable(questions.back()));
        QVERIFY(questions.back().startsWith("Buy 50.001 BTC-USDT"));
        QVERIFY(place(marketDraft(Side::Buy, Qty(90'000))) == Invalid); // one question at a time
        QVERIFY(place(marketDraft(Side::Buy, Qty(1'000))) == Sent);     // and others need none
        entry.answer(true);
        QCOMPARE(fixture.session.last<NewOrderSingle>().orderQty, Qty(50'001));
        QVERIFY(place(limitDraft(Side::Buy, Price(10600), Qty(1'000))) == Asked); // 5.8 % above the ask
        QVERIFY(questions.back().contains("5.8"));
        entry.answer(false);
        QVERIFY(place(limitDraft(Side::Buy, Price(9000), Qty(1'000))) == Sent); // far away costs nothing
        QVERIFY(place(limitDraft(Side::Sell, Price(9300), Qty(1'000))) == Asked);
        entry.setLocked(true); // meanwhile
        fixture.session.clearCommands();
        entry.answer(true);
        QVERIFY(fixture.session.commands().empty());
        entry.setLocked(false);
        auto const list = entry.placeList(
            fixture.view,
            Contingency::OneCancelsOther,
            {limitDraft(Side::Buy, Price(9000), Qty(90'000)), limitDraft(Side::Buy, Price(9500), Qty(1'000))}
        );
        QVERIFY(list == Asked);
        entry.answer(true);
        QCOMPARE(fixture.session.last<NewOrderList>().orders.size(), std::size_t(2));
    }

    void aReplacedOrderKeepsItsRowUnderItsNewId()
    {
        UiFixture fixture;
        auto report = fixture.addOrder("a", Side::Buy, Price(9990), Qty(1000));
        report.execType = ExecType::Replaced;
        report.origClOrdId = ClOrdId("a");
        report.clOrdId = ClOrdId("a2");
        report.price = Price(9980);
        fixture.publishReport(report);
        auto const& orders = fixture.models.orders;
        QCOMPARE(orders.orders().size(), std::size_t(1));
        QVERIFY(orders.find(ClOrdId("a"))->workingId == ClOrdId("a2"));
        QVERIFY(orders.find(ClOrdId("a2"))->report.price == Price(9980));
        report.execType = ExecType::Canceled;
        report.ordStatus = OrdStatus::Canceled;
        report.origClOrdId = ClOrdId("a2");
        report.clOrdId = ClOrdId("c1"); // the cancel's own id
        fixture.publishReport(report);
        QCOMPARE(orders.orders().size(), std::size_t(1));
        QCOMPARE(orders.workingCount(), std::size_t(0));
    }

    void whatWasSentSurvivesASnapshotThatDoesNotKnowIt()
    {
        UiFixture fixture;
        fixture.models.entry.setLocked(false);
        fixture.models.entry.place(fixture.view, limitDraft(Side::Buy, Price(9990), Qty(1000)));
        QCOMPARE(fixture.models.orders.orders().size(), std::size_t(1));
        QVERIFY(fixture.models.orders.orders()[0].report.ordStatus == OrdStatus::PendingNew);
        fixture.session.resync(UiFixture::topic(TopicKind::Orders), OrderList{});
        fixture.pump();
        QCOMPARE(fixture.models.orders.orders().size(), std::size_t(1));
        fixture.publishReport(UiFixture::accepted(fixture.session.last<NewOrderSingle>()));
        QCOMPARE(fixture.models.orders.orders().size(), std::size_t(1));
        QVERIFY(fixture.models.orders.orders()[0].report.ordStatus == OrdStatus::New);
    }

    void balancesAndPositionsFollowTheReport()
    {
        UiFixture fixture;
        QCOMPARE(fixture.models.balances.rowCount(), 2);
        QCOMPARE(cell(fixture.models.balances, 0, BalancesModel::Free), QStringLiteral("1,000.00"));
        Position position;
        position.instrument = UiFixture::btc().id;
        position.net = Qty(-1500);
        position.avgPx = Amount(*parseScaled128("100.15", amountScale));
        position.unrealised = Amount(*parseScaled128("-3.255", amountScale));
        position.asset = AssetName("USDT");
        fixture.session.publish(UiFixture::topic(TopicKind::Account), AccountReport{{}, {position}});
        fixture.pump();
        auto const& positions = fixture.models.positions;
        QCOMPARE(cell(positions, 0, PositionsModel::Net), QStringLiteral("-1.5"));
        QCOMPARE(cell(positions, 0, PositionsModel::Unrealised), QStringLiteral("-3.26 USDT"));
        QCOMPARE(
            positions.index(0, PositionsModel::Net).data(toneRole).toInt(), static_cast<int>(Tone::Sell)
        );
    }

    void ladderRowsJoinBookOrdersAndTrades()
    {
        LadderModel ladder;
        ladder.setInstrument(UiFixture::btc());
        ladder.setDepth(UiFixture::book(Price(10000), Price(10020)));
        ladder.addTrades({UiFixture::trade(Price(10020), Qty(250), Side::Buy)});
        OrderState own;
        own.report.side = Side::Buy;
        own.report.ordType = OrdType::Limit;
        own.report.ordStatus = OrdStatus::New;
        own.report.leavesQty = Qty(500);
        own.report.queueAhead = Qty(70);
        own.targetPrice = Price(9990);
        own.reported = true;
        OrderState stop = own;
        stop.report.ordType = OrdType::Stop;
        stop.targetPrice = Price(9980);
        ladder.setOrders({own, stop});
        std::vector<LadderRow> rows;
        ladder.rows(1003, 6, rows);
        QVERIFY(rows[0].price == Price(10030));
        QVERIFY(rows[0].ask == Qty(2000));
        QVERIFY(rows[1].bestAsk && rows[1].last && rows[1].volume == Qty(250));
        QVERIFY(rows[2].ask == Qty(0) && rows[2].bid == Qty(0));
        QVERIFY(rows[3].bestBid && rows[3].bid == Qty(1000));
        QVERIFY(rows[4].ownBid == Qty(500) && rows[4].queued && rows[4].queueAhead == Qty(70));
        QVERIFY(rows[5].ownBid == Qty(500) && !rows[5].queued); // a stop waits at its trigger, in no queue
        QCOMPARE(*ladder.centre(), LadderModel::Index(1001));
    }

    void coarserRowsNeverJoinBidAndAsk()
    {
        LadderModel ladder;
        ladder.setInstrument(UiFixture::btc());
        ladder.setDepth(UiFixture::book(Price(10010), Price(10020)));
        ladder.setStepTicks(5); // rows of 0.50
        std::vector<LadderRow> rows;
        ladder.rows(203, 6, rows);
        std::int64_t bids = 0;
        std::int64_t asks = 0;
        for (auto const& row : rows) {
            QVERIFY(row.bid == Qty(0) || row.ask == Qty(0));
            bids += row.bid.value;
            asks += row.ask.value;
        }
        QVERIFY(rows[2].bestAsk && rows[2].price == Price(10050));
        QVERIFY(rows[3].bestBid && rows[3].price == Price(10000));
        QVERIFY(bids > 0 && asks > 0);
    }

    void ladderStepFollowsTheBook()
    {
        LadderModel ladder;
        ladder.setInstrument(UiFixture::btc());
        auto sparse = std::make_shared<DepthView>();
        for (int i = 0; i < 30; ++i) {
            sparse->bids.push_back({Price(10000 - 70 * i), Qty(1)});
            sparse->asks.push_back({Price(10020 + 70 * i), Qty(1)});
        }
        ladder.setDepth(sparse);
        QCOMPARE(ladder.fittingStepTicks(), std::int64_t(5));
        ladder.setDepth(UiFixture::book(Price(10000), Price(10020)));
        QCOMPARE(ladder.fittingStepTicks(), std::int64_t(1));
    }

    void ticketPreviewsExactly()
    {
        UiFixture fixture;
        auto& ticket = fixture.ticket;
        QVERIFY(ticket.price() == Price(10000)); // the best bid
        ticket.setPrice(Price(10000));
        ticket.setQty(Qty(1500));
        auto preview = ticket.preview(Side::Buy);
        QCOMPARE(amountText(preview->notional, 2), QStringLiteral("150.00"));
        QCOMPARE(amountText(preview->fee, 4), QStringLiteral("0.0150")); // maker, 1 bp
        QVERIFY(ticket.preview(Side::Sell)->taker);                      // a sell at the bid crosses
        ticket.setType(TicketType::Market);
        QVERIFY(ticket.timeInForce() == TimeInForce::ImmediateOrCancel);
        preview = ticket.preview(Side::Buy); // 1.0 at 100.20 and 0.5 at 100.30
        QCOMPARE(amountText(preview->notional, 2), QStringLiteral("150.35"));
        QCOMPARE(amountText(preview->fee, 6), QStringLiteral("0.075175"));
        ticket.setQty(Qty(5'000'000));
        QVERIFY(!ticket.preview(Side::Buy)->complete);
    }

    void aBracketIsMeasuredFromTheSideThatIsTraded()
    {
        UiFixture fixture;
        fixture.models.entry.setLocked(false);
        auto& ticket = fixture.ticket;
        ticket.setType(TicketType::Market);
        ticket.setQty(Qty(100));
        ticket.setBracket(Price(0), Price(500));
        auto const buyWith = [&](bool bids, bool asks) {
            auto depth = std::make_shared<DepthView>(*UiFixture::book(Price(10000), Price(10020)));
            depth->bids.resize(bids ? depth->bids.size() : 0);
            depth->asks.resize(asks ? depth->asks.size() : 0);
            fixture.session.publish(UiFixture::topic(TopicKind::Depth), DepthPtr(depth));
            fixture.pump();
            fixture.session.clearCommands();
            return ticket.send(fixture.models.entry, Side::Buy);
        };
        QVERIFY(buyWith(false, true) == OrderEntry::Result::Sent);
        QVERIFY(fixture.session.last<NewOrderList>().orders[1].stopPx == Price(10020 - 500));
        QVERIFY(buyWith(true, false) == OrderEntry::Result::Invalid);
        QVERIFY(fixture.session.commands().empty());
        QVERIFY(fixture.refusals.back().contains(QStringLiteral("bracket")));
        ticket.setStopLoss(Price(0));
        QVERIFY(buyWith(true, false) == OrderEntry::Result::Sent); // without one it is the engine's to say
    }

    void roundQuantitiesOfWhatIsWorthNothingCanBeOrdered()
    {
        UiFixture fixture;
        auto coin = UiFixture::btc();
        coin.priceScale = 10;
        coin.qtyScale = 0;
        fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Instruments), InstrumentList{{coin}});
        fixture.pump();
        fixture.publishBook(Price(1), Price(2));
        auto const quick = fixture.ticket.quickQuantities();
        QCOMPARE(quick.front(), Qty(10'000'000'000'000)); // worth 1,000
        QVERIFY(quick.back() <= coin.maxQty);
        coin.priceScale = 16;
        fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Instruments), InstrumentList{{coin}});
        fixture.pump();
        QVERIFY(fixture.ticket.quickQuantities().back() <= coin.maxQty);
    }

    void entryChecksTheLockAndTheOrder()
    {
        UiFixture fixture;
        auto& entry = fixture.models.entry;
        auto const place = [&](Price price, Qty qty) {
            return entry.place(fixture.view, limitDraft(Side::Buy, price, qty));
        };
        QVERIFY(place(Price(9990), Qty(1)) == OrderEntry::Result::Locked);
        QVERIFY(entry.cancel(ClOrdId("x")) == OrderEntry::Result::Locked);
        QVERIFY(fixture.session.commands().empty());
        QVERIFY(entry.cancelAll() == OrderEntry::Result::Sent); // the kill switch is never locked
        entry.setLocked(false);
        QVERIFY(place(Price(9995), Qty(1)) == OrderEntry::Result::Invalid);
        QVERIFY(place(Price(9990), Qty(0)) == OrderEntry::Result::Invalid);
        QVERIFY(place(Price(9990), Qty(1)) == OrderEntry::Result::Sent);
        auto const first = fixture.session.last<NewOrderSingle>().clOrdId;
        place(Price(9990), Qty(1));
        QVERIFY(fixture.session.last<NewOrderSingle>().clOrdId != first);
        fixture.publishBook(Price(10000), Price(10020), FeedState::Stale);
        QVERIFY(place(Price(9990), Qty(1)) == OrderEntry::Result::Invalid);
        fixture.publishBook(Price(10000), Price(10020));
        fixture.session.setAnswer(SubmitResult::Busy);
        QVERIFY(place(Price(9990), Qty(1)) == OrderEntry::Result::Busy);
        fixture.session.setAnswer(SubmitResult::Closed);
        QVERIFY(entry.cancelAll() == OrderEntry::Result::Closed);
        QCOMPARE(fixture.refusals.size(), std::size_t(7));
    }

    void theWindowFollowsTheChosenInstrument()
    {
        UiFixture fixture;
        QVERIFY(fixture.view.shown()->id == UiFixture::btc().id);
        QVERIFY(
            fixture.models.market.findByName(QStringLiteral("sim-a:eth-usdt"))->id == UiFixture::eth().id
        );
        fixture.view.show(UiFixture::eth().id);
        QVERIFY(!fixture.view.depth());
        QVERIFY(fixture.view.bookState() == FeedState::AwaitingSnapshot);
        QCOMPARE(fixture.session.subscribers({TopicKind::Heat, UiFixture::eth().id}), std::size_t(1));
        QCOMPARE(fixture.session.subscribers(UiFixture::topic(TopicKind::Heat)), std::size_t(0));
    }

    void noticesAreKeptNewestFirst()
    {
        NoticesModel model;
        model.add({false, {{Notice::Level::Info, Timestamp(0), "one", std::nullopt}}});
        model.add({false, {{Notice::Level::Error, Timestamp(0), "two", ErrorCode::FeedGap}}});
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(cell(model, 0, NoticesModel::Text).endsWith(QStringLiteral(": two")));
        model.add({true, {}});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(ModelsTest)
#include "models_test.moc"
