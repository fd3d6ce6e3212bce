#include "tests/support/ui_fixture.h"
#include "ui/models/flow_feed.h"
#include "ui/panels/tape/tape.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace qob;

namespace {

struct RefinedFixture : UiFixture {
    void tell(Instrument const& changed)
    {
        session.setSnapshot(topic(TopicKind::Instruments), InstrumentList{{changed}});
        session.publish(topic(TopicKind::Instruments), InstrumentList{{changed}});
        pump();
        frame();
    }

    // The session began anew: another list of instruments.
    void tellAnew(std::vector<Instrument> instruments)
    {
        session.setSnapshot(topic(TopicKind::Instruments), InstrumentList{instruments});
        session.resync(topic(TopicKind::Instruments), InstrumentList{std::move(instruments)});
        pump();
        frame();
    }

    static AlertRule rule(AlertKind kind, char const* value)
    {
        AlertRule made;
        made.kind = kind;
        made.instrument = QStringLiteral("SIM-A:BTC-USDT");
        made.value = QLatin1String(value);
        made.repeats = true;
        return made;
    }

    static Instrument other(std::uint32_t id)
    {
        auto made = btc();
        made.id = InstrumentId(id);
        made.symbol = "DOGE-USDT";
        made.base = AssetName("DOGE");
        return made;
    }

    void trade(Price price, int count)
    {
        TradeBatch batch;
        for (int i = 0; i < count; ++i) {
            batch.trades.push_back(UiFixture::trade(price, Qty(1 + i), Side::Buy));
        }
        session.publish(topic(TopicKind::Trades), batch);
        pump();
        frame();
    }

    static Instrument withLot(Qty lot)
    {
        auto refined = btc();
        refined.lotSize = lot;
        return refined;
    }

    static Instrument inOtherUnits()
    {
        auto changed = btc();
        changed.priceScale += 2;
        changed.qtyScale += 2;
        changed.tickSize = Price(1000);
        return changed;
    }
};

} // namespace

// A venue tells its instrument again when it knows more of it.
class RefinedTest : public QObject {
    Q_OBJECT

private slots:

    void theTapeStaysWhereItWasScrolledTo()
    {
        RefinedFixture fixture;
        Tape tape(fixture.models.frames, fixture.view, fixture.theme);
        fixture.show(tape, QSize(230, 300));
        fixture.trade(Price(10020), 80);
        const QPointF at(100, 100);
        QWheelEvent wheel(at, at, {}, QPoint(0, -120), {}, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&tape, &wheel);
        QCOMPARE(tape.offset(), 3);
        fixture.tell(RefinedFixture::withLot(Qty(5)));
        QCOMPARE(tape.offset(), 3);
    }

    void footprintsAreNotBuiltAnewForALot()
    {
        RefinedFixture fixture;
        FlowFeed feed(fixture.session);
        feed.follow(UiFixture::btc());
        fixture.trade(Price(10020), 3);
        QCOMPARE(feed.trades().size(), std::size_t(3));
        QSignalSpy reset(&feed, &FlowFeed::reset);
        feed.follow(RefinedFixture::withLot(Qty(5)));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(feed.trades().size(), std::size_t(3));
        auto finer = UiFixture::btc();
        finer.tickSize = Price(1); // the dots of its history are counted in it
        feed.follow(finer);
        QCOMPARE(reset.count(), 1);
    }

    void theTicketKeepsItsNumbersForALotAndDropsThemForOtherUnits()
    {
        RefinedFixture fixture;
        fixture.ticket.setBracket(Price(200), Price(1000));
        fixture.ticket.setDisplayQty(Qty(100));
        fixture.ticket.setPrice(Price(9990));
        fixture.tell(RefinedFixture::withLot(Qty(5)));
        QVERIFY(fixture.ticket.stopLoss() == Price(1000) && fixture.ticket.price() == Price(9990));
        fixture.session.setSnapshot(
            UiFixture::topic(TopicKind::Depth), UiFixture::book(Price(1'000'000), Price(1'002'000))
        );
        fixture.tell(RefinedFixture::inOtherUnits());
        fixture.pump();
        QVERIFY(fixture.ticket.stopLoss() == Price(0) && fixture.ticket.takeProfit() == Price(0));
        QVERIFY(fixture.ticket.displayQty() == Qty(0));
        QVERIFY(fixture.ticket.price() == Price(1'000'000)); // the best bid, in the units of now
    }

    void anAlertComparesInTheUnitsOfNow()
    {
        RefinedFixture fixture;
        QSignalSpy fires(&fixture.models.alerts, &Alerts::fires);
        fixture.models.alerts.add(RefinedFixture::rule(AlertKind::PriceAbove, "105"));
        fixture.pump();
        fixture.trade(Price(10000), 1);
        fixture.tell(RefinedFixture::inOtherUnits());
        fixture.trade(Price(1'000'000), 1); // 100 as before
        fixture.trade(Price(1'000'100), 1);
        QCOMPARE(fires.count(), 0);
        fixture.trade(Price(1'050'000), 1);
        QCOMPARE(fires.count(), 1);
    }

    // The instrument and trades in its units are heard in one turn, and by different ears.
    void anAlertDoesNotTakeTradesInUnitsItDoesNotKnowYet()
    {
        RefinedFixture fixture;
        QSignalSpy fires(&fixture.models.alerts, &Alerts::fires);
        fixture.models.alerts.add(RefinedFixture::rule(AlertKind::PriceAbove, "105"));
        fixture.pump();
        fixture.trade(Price(10000), 1);
        auto const trades = UiFixture::topic(TopicKind::Trades);
        auto const one = [](Price price) {
            return TradeBatch{{UiFixture::trade(price, Qty(1), Side::Buy)}};
        };
        fixture.session.publish(trades, one(Price(10000)));
        fixture.session.setSnapshot(
            UiFixture::topic(TopicKind::Instruments), InstrumentList{{RefinedFixture::inOtherUnits()}}
        );
        fixture.session.publish(
            UiFixture::topic(TopicKind::Instruments), InstrumentList{{RefinedFixture::inOtherUnits()}}
        );
        fixture.session.publish(trades, one(Price(1'000'000))); // 100 as before
        fixture.pump();
        QCOMPARE(fires.count(), 0);
        fixture.trade(Price(1'000'000), 1);
        fixture.trade(Price(1'050'000), 1);
        QCOMPARE(fires.count(), 1);
    }

    // A server that was started again with other markets: the same id, another thing.
    void whatWasChosenForAMarketIsNotKeptForAnotherOfItsId()
    {
        RefinedFixture fixture;
        fixture.ticket.setBracket(Price(200), Price(1000));
        fixture.ticket.setPrice(Price(9990));
        QSignalSpy fires(&fixture.models.alerts, &Alerts::fires);
        fixture.models.alerts.add(RefinedFixture::rule(AlertKind::PriceBelow, "50"));
        fixture.pump();
        fixture.trade(Price(10000), 1);
        fixture.tellAnew({RefinedFixture::other(1)});
        fixture.trade(Price(1000), 1);
        QCOMPARE(fires.count(), 0);
        QVERIFY(fixture.ticket.stopLoss() == Price(0) && fixture.ticket.takeProfit() == Price(0));
        QVERIFY(fixture.ticket.price() != Price(9990));
        QCOMPARE(fixture.view.shown()->symbol, std::string("DOGE-USDT")); // better than nothing
        auto back = UiFixture::btc();
        back.id = InstrumentId(7);
        fixture.tell(back);
        QCOMPARE(fixture.view.shown()->symbol, std::string("BTC-USDT"));
    }

    void theMarketThatIsShownIsFoundAgainUnderAnotherId()
    {
        RefinedFixture fixture;
        fixture.ticket.setPrice(Price(9990));
        QSignalSpy fires(&fixture.models.alerts, &Alerts::fires);
        fixture.models.alerts.add(RefinedFixture::rule(AlertKind::PriceBelow, "50"));
        auto moved = UiFixture::btc();
        moved.id = InstrumentId(2);
        fixture.tellAnew({RefinedFixture::other(1), moved});
        QVERIFY(fixture.view.shown()->id == InstrumentId(2));
        QVERIFY(fixture.ticket.price() == Price(9990)); // it is the same market
        const Topic trades{TopicKind::Trades, InstrumentId(2)};
        fixture.session.publishSnapshot(trades, TradeBatch{});
        auto one = UiFixture::trade(Price(10000), Qty(1), Side::Buy);
        one.instrument = InstrumentId(2);
        fixture.session.publish(trades, TradeBatch{{one}});
        fixture.pump();
        one.price = Price(4000);
        fixture.session.publish(trades, TradeBatch{{one}});
        fixture.pump();
        QCOMPARE(fires.count(), 1);
        QCOMPARE(fixture.view.tape().trades().size(), std::size_t(2));
        fixture.tellAnew({});
        QVERIFY(fixture.view.shown() == nullptr && fixture.view.tape().trades().empty());
        fixture.tell(moved);
        QVERIFY(fixture.view.shown()->id == InstrumentId(2));
    }
};

QTEST_MAIN(RefinedTest)
#include "refined_test.moc"
