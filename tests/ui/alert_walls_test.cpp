#include "tests/support/ui_fixture.h"
#include "ui/shell/alert_bell.h"
#include "ui/shell/desktop_notes.h"

#include <QSignalSpy>
#include <QTest>

using namespace qob;

namespace {

constexpr Timestamp begin{1'783'000'000'000'000'000};

AlertRule rule(AlertKind kind)
{
    AlertRule made;
    made.kind = kind;
    made.instrument = QStringLiteral("SIM-A:BTC-USDT");
    made.value = QStringLiteral("50");
    made.repeats = true;
    return made;
}

// Bids from 100.0, asks from 100.2 on, ten ticks apart; 0: the level is not there.
DepthPtr bookOf(std::vector<std::int64_t> const& bids, std::vector<std::int64_t> const& asks, Duration after)
{
    auto book = std::make_shared<DepthView>();
    book->instrument = UiFixture::btc().id;
    book->state = FeedState::Live;
    book->time = begin + after;
    auto const fill = [](std::vector<PriceLevel>& side, Price price, Price step, auto const& sizes) {
        for (auto const size : sizes) {
            if (size > 0) {
                side.push_back({price, Qty(size)});
            }
            price = price + step;
        }
    };
    fill(book->bids, Price(10000), Price(-10), bids);
    fill(book->asks, Price(10020), Price(10), asks);
    return book;
}

Trade traded(std::int64_t price, std::int64_t qty, Side aggressor)
{
    return UiFixture::trade(Price(price), Qty(qty), aggressor);
}

} // namespace

// Large levels that come and go, and how a firing is told.
class AlertWallsTest : public QObject {
    Q_OBJECT

private slots:

    void aWallAtTheBestPriceThatIsCancelledWasPulled()
    {
        AlertWatch bid(rule(AlertKind::WallPulled), UiFixture::btc());
        QVERIFY(!bid.onDepth(*bookOf({60'000, 10, 10}, {10}, seconds(0))));
        QVERIFY(bid.onDepth(*bookOf({0, 10, 10}, {10}, seconds(1))));
        AlertWatch ask(rule(AlertKind::WallPulled), UiFixture::btc());
        QVERIFY(!ask.onDepth(*bookOf({10}, {60'000, 10, 10}, seconds(0))));
        QVERIFY(ask.onDepth(*bookOf({10}, {0, 10, 10}, seconds(1))));
        QCOMPARE(ask.because(), QStringLiteral("an offer at 100.2"));
    }

    void aWallAtTheBestPriceThatWasTradedWasNot()
    {
        AlertWatch bid(rule(AlertKind::WallPulled), UiFixture::btc());
        QVERIFY(!bid.onDepth(*bookOf({60'000, 10, 10}, {10}, seconds(0))));
        QVERIFY(!bid.onTrades({traded(10000, 20'000, Side::Sell)}));
        QVERIFY(!bid.onDepth(*bookOf({0, 10, 10}, {10}, seconds(1))));
        AlertWatch swept(rule(AlertKind::WallPulled), UiFixture::btc()); // told at the last price of many
        QVERIFY(!swept.onDepth(*bookOf({10}, {60'000, 10, 10}, seconds(0))));
        QVERIFY(!swept.onTrades({traded(10030, 60'005, Side::Buy)}));
        QVERIFY(!swept.onDepth(*bookOf({10}, {0, 5, 10}, seconds(1))));
        // What lifts offers takes no bid above.
        AlertWatch other(rule(AlertKind::WallPulled), UiFixture::btc());
        QVERIFY(!other.onDepth(*bookOf({60'000, 10}, {30'000, 10}, seconds(0))));
        QVERIFY(!other.onTrades({traded(9990, 30'000, Side::Buy)}));
        QVERIFY(other.onDepth(*bookOf({0, 10}, {10}, seconds(1))));
        AlertWatch through(rule(AlertKind::WallPulled), UiFixture::btc()); // the offers stand there now
        QVERIFY(!through.onDepth(*bookOf({60'000, 10, 10, 10}, {10}, seconds(0))));
        auto crossed = *bookOf({0, 0, 10, 10}, {10}, seconds(1));
        crossed.asks.front().price = Price(10000);
        QVERIFY(!through.onDepth(crossed));
    }

    void eachFiringIsToldOnceByTheDesktopAndByItsSound()
    {
        struct Told {
            QStringList notes;
            int sounds = 0;
        };

        struct Notes final : DesktopNotes {
            explicit Notes(Told& into) : told(into) {}

            void show(QString const& /*title*/, QString const& text) override { told.notes << text; }

            void sound() override { ++told.sounds; }

            Told& told;
        };

        UiFixture fixture;
        Told told;
        QWidget window;
        new AlertBell(fixture.models.alerts, window, fixture.theme, std::make_unique<Notes>(told));
        auto loud = rule(AlertKind::PriceAbove);
        loud.value = QStringLiteral("100.5");
        auto silent = loud;
        silent.sound = false;
        silent.popUp = false;
        fixture.models.alerts.add(loud);
        fixture.models.alerts.add(silent);
        fixture.pump();
        for (auto const price : {10000, 10060, 10070, 10000, 10060}) {
            fixture.session.publish(
                UiFixture::topic(TopicKind::Trades), TradeBatch{{traded(price, 1, Side::Buy)}}
            );
            fixture.pump();
        }
        QCOMPARE(told.notes.size(), 2); // it went above twice
        QVERIFY(told.notes.front().contains(QStringLiteral("100.6")));
        QCOMPARE(told.sounds, 2);
    }

    // A recording is sought forward: time goes on, the books do not.
    void whatLiesBetweenBooksThatDoNotFollowIsNoEvent_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("added") << static_cast<int>(AlertKind::WallAdded);
        QTest::newRow("pulled") << static_cast<int>(AlertKind::WallPulled);
    }

    void whatLiesBetweenBooksThatDoNotFollowIsNoEvent()
    {
        QFETCH(int, kind);
        bool const adds = kind == static_cast<int>(AlertKind::WallAdded);
        auto const depth = UiFixture::topic(TopicKind::Depth);
        auto const book = [](bool wall, Duration after) {
            return bookOf({10, wall ? 60'000 : 10, 10}, {10}, after);
        };
        UiFixture fixture;
        fixture.session.setSnapshot(depth, book(!adds, seconds(0)));
        QSignalSpy fires(&fixture.models.alerts, &Alerts::fires);
        fixture.models.alerts.add(rule(static_cast<AlertKind>(kind)));
        fixture.pump();
        fixture.session.publish(depth, Resync{});
        fixture.pump();
        fixture.session.publishSnapshot(depth, book(adds, minutes(60)));
        fixture.pump();
        QCOMPARE(fires.count(), 0);
        fixture.session.resync(depth, book(!adds, minutes(120))); // both heard in one turn
        fixture.pump();
        QCOMPARE(fires.count(), 0);
        fixture.session.publish(depth, book(adds, minutes(121)));
        fixture.pump();
        QCOMPARE(fires.count(), 1);
    }
};

QTEST_MAIN(AlertWallsTest)
#include "alert_walls_test.moc"
