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
        session.publish(topic(TopicKind::Instruments), InstrumentList{{changed}});
        pump();
        frame();
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
};

QTEST_MAIN(RefinedTest)
#include "refined_test.moc"
