#include "tests/support/ui_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace qob;

namespace {

// Models that know no instrument before it is told.
struct LateFixture {
    LateFixture()
    {
        session.setSnapshot(UiFixture::topic(TopicKind::Instruments), InstrumentList{});
        models.bridge.start();
        pump();
    }

    static Instrument named(std::uint32_t id, char const* venue, char const* symbol)
    {
        auto made = UiFixture::btc();
        made.id = InstrumentId(id);
        made.venue = venue;
        made.symbol = symbol;
        made.canonical = symbol;
        return made;
    }

    void tell(Instrument const& instrument)
    {
        session.publish(UiFixture::topic(TopicKind::Instruments), InstrumentList{{instrument}});
        pump();
    }

    static void pump()
    {
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }

    [[nodiscard]] std::string shown(int group)
    {
        auto const* instrument = models.groups.at(group).view.shown();
        return instrument == nullptr ? "" : instrument->venue + ":" + instrument->symbol;
    }

    FakeSession session;
    ManualClock clock{Timestamp(1'783'000'000'000'000'000)};
    PrefixedClOrdIds ids{"t"};
    TerminalModels models{session, clock, ids};
};

} // namespace

// Which market a link group shows when instruments become known one after the other.
class LinksTest : public QObject {
    Q_OBJECT

private slots:

    void aFirstChoiceThatIsToldLaterIsShown()
    {
        LateFixture fixture;
        fixture.models.groups.at(0).view.setFirstChoice(QStringLiteral("BTC-USDT"));
        fixture.tell(LateFixture::named(2, "A", "ETH-USDT"));
        QCOMPARE(fixture.shown(0), std::string("A:ETH-USDT")); // better than nothing
        fixture.tell(LateFixture::named(1, "A", "BTC-USDT"));
        QCOMPARE(fixture.shown(0), std::string("A:BTC-USDT"));
        fixture.models.groups.at(0).view.show(InstrumentId(2));
        fixture.tell(LateFixture::named(1, "A", "BTC-USDT"));
        QCOMPARE(fixture.shown(0), std::string("A:ETH-USDT"));
    }

    void aChoiceOfTheUsersEndsTheWaitForAFirstOne()
    {
        LateFixture fixture;
        fixture.models.groups.at(0).view.setFirstChoice(QStringLiteral("BTC-USDT"));
        fixture.tell(LateFixture::named(2, "A", "ETH-USDT"));
        fixture.models.groups.at(0).view.show(InstrumentId(2)); // it is shown already: a choice all the same
        fixture.tell(LateFixture::named(1, "A", "BTC-USDT"));
        QCOMPARE(fixture.shown(0), std::string("A:ETH-USDT"));
    }

    void aMarketThatIsTradedIsNotChangedForOneThatIsToldLate()
    {
        LateFixture fixture;
        auto& group = fixture.models.groups.at(0);
        fixture.models.groups.setFirstChoice(0, QStringLiteral("B:BTC-USDT"));
        group.ticket.setBracket(Price(0), Price(0)); // of nothing: no choice yet
        fixture.tell(LateFixture::named(2, "A", "BTC-USDT"));
        group.ticket.setPrice(Price(9990));
        group.ticket.setStopLoss(Price(1000));
        fixture.clock.advance(minutes(20));
        fixture.tell(LateFixture::named(1, "B", "BTC-USDT"));
        QCOMPARE(fixture.shown(0), std::string("A:BTC-USDT"));
        QVERIFY(group.ticket.price() == Price(9990) && group.ticket.stopLoss() == Price(1000));

        LateFixture clicked; // into a ladder
        clicked.models.groups.setFirstChoice(0, QStringLiteral("B:BTC-USDT"));
        clicked.tell(LateFixture::named(2, "A", "BTC-USDT"));
        clicked.models.groups.at(0).ticket.send(
            clicked.models.entry, limitDraft(Side::Buy, Price(9990), Qty(1))
        );
        clicked.tell(LateFixture::named(1, "B", "BTC-USDT"));
        QCOMPARE(clicked.shown(0), std::string("A:BTC-USDT"));

        LateFixture untouched;
        untouched.models.groups.setFirstChoice(0, QStringLiteral("B:BTC-USDT"));
        untouched.tell(LateFixture::named(2, "A", "BTC-USDT"));
        untouched.tell(LateFixture::named(1, "B", "BTC-USDT"));
        QCOMPARE(untouched.shown(0), std::string("B:BTC-USDT"));
    }

    void aGroupThatWaitsForAnotherVenueLeavesWhatWasChosenAlone()
    {
        LateFixture fixture;
        fixture.tell(LateFixture::named(1, "A", "BTC-USDT"));
        fixture.tell(LateFixture::named(2, "A", "ETH-USDT"));
        fixture.models.groups.setFirstChoice(1, QStringLiteral("other:1"));
        fixture.models.groups.setFirstChoice(2, QStringLiteral("other:1"));
        fixture.models.groups.setFirstChoice(3, QStringLiteral("other:1"));
        fixture.models.groups.at(1).view.show(InstrumentId(2));
        fixture.models.groups.setFirstChoice(3, QStringLiteral("A:ETH-USDT")); // another workspace
        fixture.tell(LateFixture::named(3, "B", "BTC-USDT"));
        QCOMPARE(fixture.shown(1), std::string("A:ETH-USDT"));
        QCOMPARE(fixture.shown(2), std::string("B:BTC-USDT")); // nobody chose there
        QCOMPARE(fixture.shown(3), std::string("A:ETH-USDT"));
    }

    // One that only old orders name, told before the market is there.
    void anInstrumentOfThePastIsNotTakenForTheMarket()
    {
        LateFixture fixture;
        auto& view = fixture.models.groups.at(0).view;
        fixture.models.groups.setFirstChoice(0, QStringLiteral("B:BTC-USDT"));
        AlertRule rule;
        rule.kind = AlertKind::PriceBelow;
        rule.instrument = QStringLiteral("B:BTC-USDT");
        rule.value = QStringLiteral("50");
        QSignalSpy fires(&fixture.models.alerts, &Alerts::fires);
        fixture.models.alerts.add(rule);
        auto const past = LateFixture::named(0xf0000000, "B", "BTC-USDT");
        fixture.tell(past);
        QVERIFY(view.shown() == nullptr);
        QVERIFY(fixture.models.market.instruments().empty());
        QVERIFY(fixture.models.market.find(past.id) != nullptr); // an order of it still has a name
        fixture.tell(LateFixture::named(1, "B", "BTC-USDT"));
        QVERIFY(view.shown()->id == InstrumentId(1));
        fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Trades), TradeBatch{});
        for (const Price price : {Price(10000), Price(4000)}) {
            fixture.session.publish(
                UiFixture::topic(TopicKind::Trades), TradeBatch{{UiFixture::trade(price, Qty(1), Side::Buy)}}
            );
            fixture.pump();
        }
        fixture.pump();
        QCOMPARE(fires.count(), 1);
    }
};

QTEST_MAIN(LinksTest)
#include "links_test.moc"
