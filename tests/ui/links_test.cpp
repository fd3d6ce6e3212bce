#include "tests/support/ui_fixture.h"

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
};

QTEST_MAIN(LinksTest)
#include "links_test.moc"
