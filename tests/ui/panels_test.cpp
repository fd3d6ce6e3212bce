#include "tests/support/ui_fixture.h"
#include "ui/models/instruments_model.h"
#include "ui/panels/blotters/blotters.h"
#include "ui/panels/depth_chart/depth_chart.h"
#include "ui/panels/market_list/market_list.h"
#include "ui/panels/replay_bar/replay_bar.h"
#include "ui/panels/tape/tape.h"
#include "ui/panels/ticket/ticket.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace qob;

namespace {

struct TicketFixture : UiFixture {
    TicketFixture() : panel(models.frames, view, models.balances, models.entry, ticket, theme)
    {
        show(panel, QSize(250, 360));
    }

    void type(char const* field, char const* text)
    {
        edit(field)->selectAll();
        QTest::keyClicks(edit(field), QLatin1String(text));
    }

    [[nodiscard]] QLineEdit* edit(char const* field) const
    {
        return panel.findChild<QLineEdit*>(QLatin1String(field));
    }

    // The part with the bracket.
    void open(bool on = true) { panel.findChild<QToolButton*>(QStringLiteral("more"))->setChecked(on); }

    void press(char const* button)
    {
        QTest::mouseClick(panel.findChild<QPushButton*>(QLatin1String(button)), Qt::LeftButton);
    }

    Ticket panel;
};

struct ReplayFixture : UiFixture {
    explicit ReplayFixture(MarketKind kind) : bar(models.frames, models.market, models.replay, theme)
    {
        status.kind = kind;
        status.begin = Timestamp(1'783'000'000'000'000'000);
        status.now = status.begin + hours(1);
        status.end = kind == MarketKind::Replay ? status.begin + hours(4) : Timestamp::max();
        session.publish(topic(TopicKind::Market), status);
        show(bar, QSize(1200, 36));
    }

    MarketStatus status;
    ReplayBar bar;
};

} // namespace

class PanelsTest : public QObject {
    Q_OBJECT

private slots:

    void ticketSendsWhatItShows()
    {
        TicketFixture fixture;
        fixture.models.entry.setLocked(false);
        fixture.type("price", "99.5");
        fixture.type("quantity", "0.75");
        fixture.press("buy");
        auto order = fixture.session.last<NewOrderSingle>();
        QVERIFY(order.side == Side::Buy && order.price == Price(9950) && order.orderQty == Qty(750));
        fixture.ticket.setTimeInForce(TimeInForce::FillOrKill);
        fixture.press("sell");
        order = fixture.session.last<NewOrderSingle>();
        QVERIFY(order.side == Side::Sell && order.timeInForce == TimeInForce::FillOrKill);
        fixture.ticket.setType(TicketType::Market);
        fixture.press("buy");
        order = fixture.session.last<NewOrderSingle>();
        QVERIFY(order.ordType == OrdType::Market && order.price == Price(0));
    }

    void ticketSendsNothingWhileLocked()
    {
        TicketFixture fixture;
        fixture.press("buy");
        fixture.press("sell");
        QVERIFY(fixture.session.commands().empty());
        QCOMPARE(fixture.refusals.size(), std::size_t(2));
        auto const* told = fixture.panel.findChild<QLabel*>(QStringLiteral("problem"));
        QCOMPARE(told->text(), fixture.refusals.back());
        fixture.models.entry.setLocked(false);
        QVERIFY(told->text().isEmpty());
    }

    void ticketRefusesAPriceOffTheTick()
    {
        TicketFixture fixture;
        fixture.models.entry.setLocked(false);
        fixture.type("price", "99.55");
        auto* edit = fixture.panel.findChild<QLineEdit*>(QStringLiteral("price"));
        QVERIFY(!edit->toolTip().isEmpty());
        fixture.press("buy");
        QVERIFY(fixture.session.commands().empty());
    }

    void nothingIsSentWithoutTheStopLossThatWasTyped()
    {
        TicketFixture fixture;
        fixture.models.entry.setLocked(false);
        fixture.open();
        fixture.type("takeProfit", "2");
        fixture.type("stopLoss", "5.123"); // the tick is 0.1
        fixture.press("buy");
        QVERIFY(fixture.session.commands().empty());
        auto const* told = fixture.panel.findChild<QLabel*>(QStringLiteral("problem"));
        QVERIFY2(
            told->text().startsWith("Stop loss −: ") && told->text().endsWith("nothing was sent."),
            qPrintable(told->text())
        );
        // Nor by what orders elsewhere.
        fixture.ticket.send(fixture.models.entry, marketDraft(Side::Buy, Qty(100)));
        QVERIFY(fixture.session.commands().empty());
        auto* edit = fixture.edit("stopLoss");
        QTest::keyClick(edit, Qt::Key_Return); // it stays to be mended
        QCOMPARE(edit->text(), QStringLiteral("5.123"));
        QVERIFY(!edit->toolTip().isEmpty());
        fixture.type("quantity", "0.5");
        fixture.press("sell");
        QVERIFY(fixture.session.commands().empty());
        fixture.type("stopLoss", "5.1");
        QVERIFY(edit->toolTip().isEmpty() && told->text().isEmpty());
        fixture.press("buy");
        auto const list = fixture.session.last<NewOrderList>();
        QCOMPARE(list.orders.size(), std::size_t(3));
        QVERIFY(list.orders[2].stopPx == fixture.ticket.price() - Price(510));
    }

    void aSizeToShowThatCannotBeReadShowsNothing()
    {
        TicketFixture fixture;
        fixture.models.entry.setLocked(false);
        fixture.open();
        fixture.type("displayQty", "0.0001"); // the lot is 0.001
        fixture.press("buy");
        QVERIFY(fixture.session.commands().empty());
        fixture.ticket.setType(TicketType::Market); // which shows nothing anyway
        fixture.press("buy");
        QVERIFY(fixture.session.last<NewOrderSingle>().displayQty == Qty(0));
        fixture.ticket.setType(TicketType::Limit);
        fixture.ticket.setTimeInForce(TimeInForce::GoodTillCancel);
        QTest::keyClick(fixture.edit("displayQty"), Qt::Key_Up);
        fixture.press("buy");
        QVERIFY(fixture.session.last<NewOrderSingle>().displayQty == UiFixture::btc().lotSize);
    }

    void whatIsFoldedAwayIsTold()
    {
        TicketFixture fixture;
        auto const* carried = fixture.panel.findChild<QLabel*>(QStringLiteral("carried"));
        QVERIFY(!carried->isVisible());
        fixture.open();
        fixture.type("stopLoss", "8");
        fixture.ticket.setExecInst(ExecInst::ReduceOnly, true);
        QVERIFY(!carried->isVisible());
        fixture.open(false);
        QVERIFY(carried->isVisible());
        QCOMPARE(carried->text(), QStringLiteral("Stop loss − 8.0 · Reduce"));
        fixture.ticket.setExecInst(ExecInst::ReduceOnly, false);
        fixture.ticket.setStopLoss(Price(0));
        QVERIFY(!carried->isVisible());
    }

    void whatAnOrderCannotCarryIsNotSentAndShownAsOff()
    {
        TicketFixture fixture;
        auto& ticket = fixture.ticket;
        auto const sent = [&](ExecInst inst) {
            return has(ticket.draft(Side::Buy).execInst, inst);
        };
        auto* box = fixture.panel.findChild<QCheckBox*>();
        QCOMPARE(box->text(), QStringLiteral("Post only"));
        box->click();
        ticket.setExecInst(ExecInst::Hidden, true);
        QVERIFY(sent(ExecInst::PostOnly) && sent(ExecInst::Hidden));
        ticket.setTimeInForce(TimeInForce::ImmediateOrCancel);
        QVERIFY(!sent(ExecInst::PostOnly) && !sent(ExecInst::Hidden));
        ticket.setType(TicketType::Market);
        QVERIFY(!sent(ExecInst::PostOnly) && !sent(ExecInst::Hidden));
        QVERIFY(!box->isEnabled() && !box->isChecked());
        ticket.setType(TicketType::StopLimit);
        QVERIFY(!sent(ExecInst::PostOnly) && sent(ExecInst::Hidden));
        ticket.setType(TicketType::PegMid);
        QVERIFY(!sent(ExecInst::Hidden) && sent(ExecInst::PegMid));
        ticket.setType(TicketType::Limit);
        ticket.setTimeInForce(TimeInForce::GoodTillCancel);
        QVERIFY(box->isEnabled() && box->isChecked() && sent(ExecInst::PostOnly));
    }

    void eachChoiceOfTheTicketIsAFieldOfTheOrder()
    {
        TicketFixture fixture;
        fixture.models.entry.setLocked(false);
        fixture.open();
        auto const sent = [&] {
            fixture.press("buy");
            return fixture.session.last<NewOrderSingle>();
        };
        for (auto* box : fixture.panel.findChildren<QCheckBox*>()) {
            auto const inst = box->text() == QStringLiteral("Slide")         ? ExecInst::PostOnlySlide
                              : box->text() == QStringLiteral("All or none") ? ExecInst::AllOrNone
                              : box->text() == QStringLiteral("With connection")
                                  ? ExecInst::CancelOnDisconnect
                                  : ExecInst::None;
            if (inst != ExecInst::None) {
                box->click();
                QCOMPARE(static_cast<int>(sent().execInst), static_cast<int>(inst));
                box->click();
            }
        }
        auto* own = fixture.panel.findChild<QComboBox*>(QStringLiteral("selfTrade"));
        own->setCurrentIndex(own->findData(static_cast<int>(SelfTrade::CancelOldest)));
        emit own->activated(own->currentIndex());
        QVERIFY(sent().selfTrade == SelfTrade::CancelOldest);
        fixture.ticket.setType(TicketType::TrailingStop);
        fixture.type("trail", "5");
        fixture.type("trailStep", "0.5");
        auto order = sent();
        QVERIFY(order.trailOffset == Price(500) && order.trailStep == Price(50));
        fixture.ticket.setType(TicketType::PegMid);
        fixture.type("pegOffset", "-0.3");
        order = sent();
        QVERIFY(has(order.execInst, ExecInst::PegMid) && order.pegOffset == Price(-30));
        QVERIFY(order.trailStep == Price(0)); // which it does not take
        QCOMPARE(fixture.edit("pegOffset")->text(), QStringLiteral("-0.3"));
    }

    void anOrderThatIsGoodTillATimeSaysWhen()
    {
        TicketFixture fixture;
        fixture.models.entry.setLocked(false);
        MarketStatus status;
        status.now = Timestamp(1'783'000'000'000'000'000); // 2026-07-02 13:46:40
        fixture.session.publish(UiFixture::topic(TopicKind::Market), status);
        fixture.pump();
        QVERIFY(!fixture.edit("until")->isVisible());
        fixture.ticket.setTimeInForce(TimeInForce::GoodTillDate);
        QVERIFY(fixture.edit("until")->isVisible());
        fixture.press("buy");
        QVERIFY(fixture.session.commands().empty()); // until when?
        for (char const* bad : {"soon", "2026-07-01 10:00"}) {
            fixture.type("until", bad);
            fixture.press("buy");
            QVERIFY2(fixture.session.commands().empty(), bad);
            QVERIFY(!fixture.edit("until")->toolTip().isEmpty());
        }
        auto const today = Timestamp(status.now.value - status.now.value % hours(24).value);
        fixture.type("until", "14:03");
        fixture.press("buy");
        auto order = fixture.session.last<NewOrderSingle>();
        QVERIFY(order.timeInForce == TimeInForce::GoodTillDate);
        QVERIFY(order.expireTime == today + hours(14) + minutes(3));
        fixture.type("until", "9:00"); // of tomorrow
        fixture.press("sell");
        order = fixture.session.last<NewOrderSingle>();
        QVERIFY(order.expireTime == today + hours(33));
        fixture.ticket.setTimeInForce(TimeInForce::GoodTillCancel);
        fixture.press("sell");
        QVERIFY(fixture.session.last<NewOrderSingle>().expireTime == Timestamp());
    }

    void twoThatCancelEachOtherAreSentAsAList()
    {
        TicketFixture fixture;
        fixture.models.entry.setLocked(false);
        fixture.ticket.setType(TicketType::OneCancelsOther);
        fixture.ticket.setTimeInForce(TimeInForce::ImmediateOrCancel); // both wait
        fixture.type("price", "99.5");
        fixture.type("stopPx", "101");
        fixture.type("quantity", "0.75");
        fixture.press("buy");
        auto const list = fixture.session.last<NewOrderList>();
        QVERIFY(list.contingency == Contingency::OneCancelsOther);
        QCOMPARE(list.orders.size(), std::size_t(2));
        auto const& limit = list.orders[0];
        auto const& stop = list.orders[1];
        QVERIFY(limit.ordType == OrdType::Limit && limit.price == Price(9950));
        QVERIFY(stop.ordType == OrdType::Stop && stop.stopPx == Price(10100) && stop.price == Price(0));
        for (auto const& order : list.orders) {
            QVERIFY(order.side == Side::Buy && order.orderQty == Qty(750));
            QVERIFY(order.timeInForce == TimeInForce::GoodTillCancel);
        }
    }

    void ticketStepsByTickAndQuickQuantities()
    {
        TicketFixture fixture;
        auto* price = fixture.panel.findChild<QLineEdit*>(QStringLiteral("price"));
        QTest::keyClick(price, Qt::Key_Up);
        QVERIFY(fixture.ticket.price() == Price(10010));
        QTest::keyClick(price, Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(fixture.ticket.price() == Price(9910));
        auto const quick = fixture.ticket.quickQuantities();
        QCOMPARE(quick.size(), std::size_t(5));
        auto const text = QString::fromStdString(UiFixture::btc().qtyText(quick[4]));
        for (auto* button : fixture.panel.findChildren<QPushButton*>(QStringLiteral("small"))) {
            if (button->text() == text) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QVERIFY(fixture.ticket.qty() == quick[4]);
    }

    void replayBarCommands()
    {
        ReplayFixture fixture(MarketKind::Replay);
        QTest::mouseClick(fixture.bar.findChild<QToolButton*>(QStringLiteral("play")), Qt::LeftButton);
        QVERIFY(fixture.session.last<ReplayRequest>().action == ReplayRequest::Action::Pause);
        fixture.status.paused = true;
        fixture.session.publish(UiFixture::topic(TopicKind::Market), fixture.status);
        fixture.pump();
        QTest::mouseClick(fixture.bar.findChild<QToolButton*>(QStringLiteral("play")), Qt::LeftButton);
        QVERIFY(fixture.session.last<ReplayRequest>().action == ReplayRequest::Action::Play);
        QTest::mouseClick(fixture.bar.findChild<QToolButton*>(QStringLiteral("step")), Qt::LeftButton);
        QVERIFY(fixture.session.last<ReplayRequest>().action == ReplayRequest::Action::Step);
        auto* speed = fixture.bar.findChild<QComboBox*>();
        emit speed->activated(speed->findText(QStringLiteral("10x")));
        QCOMPARE(fixture.session.last<ReplayRequest>().speed, 10.0);
        emit speed->activated(speed->count() - 1);
        QCOMPARE(fixture.session.last<ReplayRequest>().speed, replaySpeedMax);
    }

    void replayBarSeeks()
    {
        ReplayFixture fixture(MarketKind::Replay);
        auto* slider = fixture.bar.findChild<QSlider*>();
        QVERIFY(slider->isVisible());
        QCOMPARE(slider->value(), slider->maximum() / 4); // one hour of four
        slider->setSliderDown(true);
        slider->setSliderPosition(slider->maximum() / 2);
        slider->setSliderDown(false);
        auto const seek = fixture.session.last<ReplayRequest>();
        QVERIFY(seek.action == ReplayRequest::Action::Seek && seek.seekTo == fixture.status.begin + hours(2));
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() * 3 / 4, 5)); // goes there
        auto const gone = fixture.session.last<ReplayRequest>().seekTo - seek.seekTo;
        QVERIFY(gone > minutes(55) && gone < minutes(65));
        auto* jump = fixture.bar.findChild<QLineEdit*>();
        QTest::keyClicks(jump, QStringLiteral("2026-07-02 14:00:00"));
        QTest::keyClick(jump, Qt::Key_Return);
        QVERIFY(fixture.session.last<ReplayRequest>().seekTo == Timestamp(1'783'000'800'000'000'000));
        QTest::keyClicks(jump, QStringLiteral("noon"));
        QTest::keyClick(jump, Qt::Key_Return);
        QVERIFY(fixture.session.last<ReplayRequest>().seekTo == Timestamp(1'783'000'800'000'000'000));
    }

    void aSimulatedMarketCannotBeSought()
    {
        ReplayFixture fixture(MarketKind::Sim);
        QVERIFY(!fixture.bar.findChild<QSlider*>()->isVisible());
        fixture.models.replay.seek(Timestamp(0));
        QVERIFY(fixture.session.commands().empty());
        QTest::mouseClick(fixture.bar.findChild<QToolButton*>(QStringLiteral("play")), Qt::LeftButton);
        QVERIFY(fixture.session.last<ReplayRequest>().action == ReplayRequest::Action::Pause);
    }

    void blotterCancelsByClickAndByKey()
    {
        UiFixture fixture;
        auto& m = fixture.models;
        Blotters blotters(m.market, m.orders, m.entry, m.positions, m.balances, m.notices, fixture.theme);
        fixture.show(blotters, QSize(1100, 220));
        fixture.addOrder("a", Side::Buy, Price(9990), Qty(1000));
        fixture.addOrder("b", Side::Buy, Price(9980), Qty(1000));
        m.entry.setLocked(false);
        auto* view = blotters.ordersView();
        auto const cross = view->visualRect(view->model()->index(0, OrdersModel::Cancel));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, cross.center());
        QVERIFY(fixture.session.last<OrderCancelRequest>().origClOrdId == ClOrdId("b"));
        view->selectRow(1);
        QTest::keyClick(view, Qt::Key_Delete);
        QVERIFY(fixture.session.last<OrderCancelRequest>().origClOrdId == ClOrdId("a"));
        QVERIFY(blotters.tabText(0).contains(QStringLiteral("2")));
    }

    void marketListFiltersAndChooses()
    {
        UiFixture fixture;
        MarketList list(fixture.models.market, fixture.theme);
        fixture.show(list, QSize(430, 300));
        list.prepare(std::nullopt);
        QSignalSpy chosen(&list, &MarketList::chosen);
        auto* view = list.findChild<QTableView*>();
        QCOMPARE(view->model()->rowCount(), 2);
        QTest::keyClicks(list.filter(), QStringLiteral("eth sim"));
        QCOMPARE(view->model()->rowCount(), 1);
        QTest::keyClick(list.filter(), Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(chosen[0][0].value<InstrumentId>() == UiFixture::eth().id);
    }

    void marketListShowsTheDay()
    {
        UiFixture fixture;
        MarketList list(fixture.models.market, fixture.theme);
        fixture.show(list, QSize(560, 300));
        Ticker ticker;
        ticker.instrument = UiFixture::eth().id;
        ticker.last = Price(5020);
        ticker.bid = {Price(5010), Qty(1)};
        ticker.ask = {Price(5030), Qty(1)};
        ticker.dayOpen = Price(5000);
        ticker.dayChange = Price(20);
        ticker.dayTurnover = Amount(static_cast<Int128>(12'340'000) * pow10(amountScale));
        fixture.session.publishSnapshot({TopicKind::Ticker, {}}, TickerList{{ticker}});
        fixture.pump();
        auto const* model = list.findChild<QTableView*>()->model();
        auto const text = [&](int column) {
            return model->index(1, column).data().toString();
        };
        QCOMPARE(text(InstrumentsModel::Last), QStringLiteral("50.2"));
        QCOMPARE(text(InstrumentsModel::Change), QStringLiteral("+0.40 %"));
        QCOMPARE(text(InstrumentsModel::Spread), QStringLiteral("0.2"));
        QCOMPARE(text(InstrumentsModel::Turnover), QStringLiteral("12.3 M"));
        QCOMPARE(model->index(0, InstrumentsModel::Last).data().toString(), QStringLiteral("–"));
    }

    void tapeStandsStillWhileItIsScrolledBack()
    {
        UiFixture fixture;
        Tape tape(fixture.models.frames, fixture.view, fixture.theme);
        fixture.show(tape, QSize(220, 200));
        TradeBatch batch;
        for (int i = 0; i < 100; ++i) {
            batch.trades.push_back(UiFixture::trade(Price(10000 + 10 * i), Qty(100), Side::Buy));
        }
        fixture.session.publish(UiFixture::topic(TopicKind::Trades), batch);
        fixture.pump();
        fixture.frame();
        QCOMPARE(tape.offset(), 0);
        QWheelEvent wheel(
            QPointF(50, 50), QPointF(50, 50), {}, QPoint(0, -120), {}, {}, Qt::NoScrollPhase, false
        );
        QCoreApplication::sendEvent(&tape, &wheel);
        QCOMPARE(tape.offset(), 3);
        batch.dropped = 7;
        fixture.session.publish(UiFixture::topic(TopicKind::Trades), batch);
        fixture.pump();
        QCOMPARE(tape.offset(), 103);
        QVERIFY(tape.droppedText().contains(QStringLiteral("7")));
    }

    void aTapeAddsUpAndLeavesOut()
    {
        TapeFilter filter;
        auto const begin = Timestamp(1'783'000'000'000'000'000);
        auto const trade = [&](std::int64_t price, std::int64_t qty, Side side, Duration after) {
            auto made = UiFixture::trade(Price(price), Qty(qty), side);
            made.time = begin + after;
            return made;
        };
        const std::deque<Trade> trades{
            trade(10000, 100, Side::Buy, milliseconds(0)),
            trade(10000, 200, Side::Buy, milliseconds(60)),
            trade(10000, 50, Side::Sell, milliseconds(70)),  // another aggressor
            trade(10000, 60, Side::Sell, milliseconds(300)), // a pause
            trade(10010, 500, Side::Buy, milliseconds(310)),
        };
        auto const sizes = [&] {
            std::vector<std::int64_t> all;
            for (auto const& row : filter.rows()) {
                all.push_back(row.qty.value);
            }
            return all;
        };
        filter.set({Qty(0), false}, trades);
        QVERIFY(sizes() == (std::vector<std::int64_t>{100, 200, 50, 60, 500}));
        filter.set({Qty(0), true}, trades);
        QVERIFY(sizes() == (std::vector<std::int64_t>{300, 50, 60, 500}));
        filter.set({Qty(250), true}, trades); // the first is large enough only when added up
        QVERIFY(sizes() == (std::vector<std::int64_t>{300, 500}));
        QCOMPARE(filter.add({trade(10010, 40, Side::Buy, milliseconds(320))}), 0);
        QVERIFY(sizes() == (std::vector<std::int64_t>{300, 540}));
        UiFixture fixture;
        Tape tape(fixture.models.frames, fixture.view, fixture.theme);
        tape.restoreState({{QStringLiteral("addsUp"), true}, {QStringLiteral("least"), 2}});
        QVERIFY(tape.filter().settings().addsUp && tape.filter().settings().least == Qty(300));
    }

    void depthChartAddsUpAllVenuesAndNamesThoseLeftOut()
    {
        UiFixture fixture;
        auto named = UiFixture::btc();
        named.canonical = "BTC-USDT";
        auto other = UiFixture::eth();
        other.venue = "SIM-B";
        fixture.session.publishSnapshot(
            UiFixture::topic(TopicKind::Instruments), InstrumentList{{named, other}}
        );
        fixture.pump();
        auto view = std::make_shared<ConsolidatedView>();
        view->priceScale = 2;
        auto const level = [](std::int64_t price, std::int64_t whole) {
            ConsolidatedLevel made;
            made.price = price;
            made.size = Amount(static_cast<Int128>(whole) * pow10(amountScale));
            return made;
        };
        view->bids = {level(10000, 3), level(9990, 4)};
        view->asks = {level(10020, 1), level(10030, 1)};
        view->members = {
            {named.id, FeedState::Live, LeftOut::No, {}, {}, {}},
            {other.id, FeedState::Stale, LeftOut::NotLive, {}, {}, {}}};
        const Topic topic{TopicKind::Consolidated, {}, {}, CanonicalName("BTC-USDT"), false};
        fixture.session.setSnapshot(topic, ConsolidatedPtr(view));
        DepthChart chart(fixture.session, fixture.models.frames, fixture.view, fixture.theme);
        fixture.show(chart, QSize(400, 260));
        QVERIFY(chart.venuesText().isEmpty());
        chart.setAllVenues(true);
        fixture.pump();
        fixture.clock.advance(seconds(1));
        fixture.frame();
        auto const text = chart.venuesText();
        QVERIFY(text.startsWith(QStringLiteral("SIM-A, ")) && text.contains(QStringLiteral("SIM-B (")));
        DepthChart again(fixture.session, fixture.models.frames, fixture.view, fixture.theme);
        again.restoreState(chart.saveState());
        fixture.pump();
        QCOMPARE(again.venuesText(), text);
        chart.setAllVenues(false);
        QVERIFY(chart.venuesText().isEmpty());
        again.setAllVenues(false);
        QCOMPARE(fixture.session.subscribers(topic), std::size_t(0));
    }

    void depthChartTellsSmallPricesAndSizesApart()
    {
        UiFixture fixture;
        auto coin = UiFixture::btc();
        coin.priceScale = 8;
        coin.tickSize = Price(1);
        fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Instruments), InstrumentList{{coin}});
        auto depth = std::make_shared<DepthView>();
        depth->instrument = coin.id;
        depth->state = FeedState::Live;
        for (int i = 0; i < 20; ++i) {
            depth->bids.push_back({Price(712 - i), Qty(1)});
            depth->asks.push_back({Price(714 + i), Qty(1)});
        }
        // The market counts in other units now: the window asks for its book again.
        fixture.session.setSnapshot(UiFixture::topic(TopicKind::Depth), DepthPtr(depth));
        fixture.session.publish(UiFixture::topic(TopicKind::Depth), DepthPtr(depth));
        fixture.pump();
        DepthChart chart(fixture.session, fixture.models.frames, fixture.view, fixture.theme);
        fixture.show(chart, QSize(400, 260));
        auto labels = chart.priceLabels();
        QVERIFY2(labels.size() >= 2, qPrintable(labels.join(u' ')));
        QVERIFY2(labels.removeDuplicates() == 0, qPrintable(labels.join(u' ')));
        QVERIFY2(
            labels.front().startsWith("0.0000070") || labels.front().startsWith("0.0000069"),
            qPrintable(labels.join(u' '))
        );
        for (auto* plot : chart.findChildren<QWidget*>()) {
            if (plot->inherits("QCustomPlot")) {
                QTest::mouseMove(plot, QPoint(plot->width() - 30, 60));
            }
        }
        auto const words = chart.cursorText();
        QVERIFY2(words.startsWith("0.0000073"), qPrintable(words));
        QVERIFY2(words.section(QStringLiteral("Σ "), 1).toDouble() > 0.005, qPrintable(words));
    }

    void depthChartIsDrawnAFewTimesASecond()
    {
        UiFixture fixture;
        DepthChart chart(fixture.session, fixture.models.frames, fixture.view, fixture.theme);
        fixture.show(chart, QSize(280, 220));
        auto const before = chart.replots();
        for (int i = 0; i < 125; ++i) { // two seconds
            fixture.publishBook(Price(10000 + 10 * (i % 3)), Price(10020 + 10 * (i % 3)));
            fixture.frame();
        }
        QVERIFY(chart.replots() - before >= 6);
        QVERIFY(chart.replots() - before <= 9);
    }
};

QTEST_MAIN(PanelsTest)
#include "panels_test.moc"
