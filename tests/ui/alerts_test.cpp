#include "tests/support/ui_fixture.h"
#include "ui/panels/alerts/alert_dialog.h"
#include "ui/panels/alerts/alerts_panel.h"
#include "ui/shell/alert_bell.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace qob;

namespace {

constexpr Timestamp begin(1'783'000'000'000'000'000);

AlertRule rule(AlertKind kind, char const* value, bool repeats = true)
{
    AlertRule made;
    made.kind = kind;
    made.instrument = QStringLiteral("SIM-A:BTC-USDT");
    made.value = QLatin1String(value);
    made.repeats = repeats;
    made.sound = false;
    return made;
}

Trade tradeAt(std::int64_t price, std::int64_t qty, Duration after)
{
    auto trade = UiFixture::trade(Price(price), Qty(qty), Side::Buy);
    trade.time = begin + after;
    return trade;
}

// Bids at `bid` and a tick below, and at 99.5 unless 0; one ask.
DepthPtr wallBook(std::int64_t bid, std::int64_t best, std::int64_t deep)
{
    auto book = std::make_shared<DepthView>();
    book->instrument = UiFixture::btc().id;
    book->state = FeedState::Live;
    book->bids = {{Price(bid), Qty(best)}, {Price(bid - 10), Qty(10)}};
    if (deep > 0) {
        book->bids.push_back({Price(9950), Qty(deep)});
    }
    book->asks = {{Price(bid + 20), Qty(10)}};
    return book;
}

// How often a rule fires over a row of last prices.
int firesOver(AlertKind kind, char const* value, std::vector<std::int64_t> const& prices)
{
    AlertWatch watch(rule(kind, value), UiFixture::btc());
    int fires = 0;
    for (auto const price : prices) {
        fires += watch.onTrades({tradeAt(price, 1, seconds(0))}) ? 1 : 0;
    }
    return fires;
}

Position positionOf(
    Instrument const& instrument,
    std::int64_t net,
    std::int64_t realised,
    std::int64_t unrealised,
    std::int64_t fees
)
{
    auto const units = [](std::int64_t count) {
        return Amount(Int128{count} * pow10(amountScale));
    };
    Position position;
    position.instrument = instrument.id;
    position.net = Qty(net);
    position.realised = units(realised);
    position.unrealised = units(unrealised);
    position.fees = units(fees);
    position.asset = instrument.settleAsset();
    return position;
}

struct AlertFixture : UiFixture {
    AlertFixture()
    {
        QObject::connect(&models.alerts, &Alerts::fires, [this](FiredAlert const& alert) {
            told.push_back(alert.text);
        });
    }

    void trade(std::int64_t price, std::int64_t qty = 100)
    {
        session.publish(topic(TopicKind::Trades), TradeBatch{{tradeAt(price, qty, seconds(1))}, 0});
        pump();
    }

    std::vector<QString> told;
};

} // namespace

class AlertsTest : public QObject {
    Q_OBJECT

private slots:

    void riskIsWatchedInTheAccount()
    {
        auto const& btc = UiFixture::btc();
        auto const& eth = UiFixture::eth();
        AlertWatch large(rule(AlertKind::PositionAbove, "2"), btc);
        AlertWatch loss(rule(AlertKind::LossAbove, "100.5"), btc);
        AlertWatch all(rule(AlertKind::AllLossAbove, "100.5"), btc);
        auto const fires = [&](std::vector<Position> const& positions) {
            const AccountReport report{{}, positions};
            return std::array{large.onAccount(report), loss.onAccount(report), all.onAccount(report)};
        };
        using Fires = std::array<bool, 3>;
        QVERIFY((fires({}) == Fires{false, false, false}));
        QVERIFY((fires({positionOf(btc, -2'000, 0, -90, 10)}) == Fires{false, false, false})); // not above
        QVERIFY((fires({positionOf(btc, -2'001, 0, -91, 10)}) == Fires{true, true, true}));
        QCOMPARE(loss.because(), QStringLiteral("a loss of 101.00 USDT"));
        QCOMPARE(large.because(), QStringLiteral("a position of -2.001"));
        QVERIFY((fires({positionOf(btc, -2'500, 0, -95, 10)}) == Fires{false, false, false})); // still
        QVERIFY((fires({positionOf(btc, 0, 50, 0, 10)}) == Fires{false, false, false}));
        // Others count together with it only.
        QVERIFY(
            (fires({positionOf(btc, 1, 20, 0, 0), positionOf(eth, 9'000, -200, 50, 1)}) ==
             Fires{false, false, true})
        );
        QVERIFY(!alertValueGood(AlertKind::LossAbove, QStringLiteral("0"), btc));
        QVERIFY(!alertValueGood(AlertKind::AllLossAbove, QStringLiteral("much"), btc));
        QVERIFY(alertValueGood(AlertKind::AllLossAbove, QStringLiteral("250000.25"), btc));
        QVERIFY(!alertValueGood(AlertKind::PositionAbove, QStringLiteral("-1"), btc));
        for (auto const kind : {AlertKind::PositionAbove, AlertKind::LossAbove, AlertKind::AllLossAbove}) {
            auto const kept = rule(kind, "7");
            auto back = alertFrom(alertJson(kept));
            QVERIFY(back.has_value());
            QVERIFY(*back == kept);
        }
    }

    void aRiskThatIsThereAlreadyDoesNotFire()
    {
        AlertFixture fixture;
        auto const account = [&](std::int64_t net) {
            fixture.session.publish(
                UiFixture::topic(TopicKind::Account),
                AccountReport{{}, {positionOf(UiFixture::btc(), net, 0, 0, 0)}}
            );
            fixture.pump();
        };
        account(5'000);
        fixture.models.alerts.add(rule(AlertKind::PositionAbove, "2", false));
        fixture.pump();
        account(6'000);
        QVERIFY(fixture.told.empty());
        account(1'000);
        account(3'000);
        account(1'000);
        account(3'000);
        QCOMPARE(fixture.told.size(), std::size_t{1}); // once
        QVERIFY(fixture.told.front().contains(QStringLiteral("a position of 3")));
        QVERIFY(!fixture.models.alerts.rules().front().armed);
    }

    void pricesFireOnTheEdgeOnly()
    {
        QCOMPARE(firesOver(AlertKind::PriceAbove, "100.5", {10000, 10040, 10050, 10060, 10050}), 1);
        QCOMPARE(firesOver(AlertKind::PriceAbove, "100.5", {10000, 10050, 10040, 10050}), 2);
        QCOMPARE(firesOver(AlertKind::PriceAbove, "100.5", {10060, 10070}), 0); // it was so from the start
        QCOMPARE(firesOver(AlertKind::PriceBelow, "99.5", {10000, 9950, 9940, 9960, 9950}), 2);
        QCOMPARE(firesOver(AlertKind::PriceCrosses, "100.5", {10000, 10060, 10070, 10040}), 2);
        QCOMPARE(firesOver(AlertKind::PriceCrosses, "100.5", {10000, 10050, 10060}), 1);
        QCOMPARE(firesOver(AlertKind::PriceCrosses, "100.5", {10060, 10070, 10080}), 0);
    }

    void aBurstIsWhatIsTradedInTheWindow()
    {
        AlertWatch watch(rule(AlertKind::VolumeBurst, "1"), UiFixture::btc());
        QVERIFY(!watch.onTrades({tradeAt(10000, 600, seconds(0))}));
        QVERIFY(!watch.onTrades({tradeAt(10000, 600, seconds(11))})); // the first one is out of the window
        QVERIFY(watch.onTrades({tradeAt(10000, 400, seconds(12))}));
        QVERIFY(!watch.onTrades({tradeAt(10000, 400, seconds(13))}));
        QVERIFY(
            watch.because().contains(QStringLiteral("1.4")) || watch.because().contains(QStringLiteral("1"))
        );
    }

    void aRangeIsOfTheWindowToo()
    {
        AlertWatch watch(rule(AlertKind::Volatility, "100"), UiFixture::btc());
        QVERIFY(!watch.onTrades({tradeAt(10000, 1, seconds(0)), tradeAt(10060, 1, seconds(1))}));
        QVERIFY(!watch.onTrades({tradeAt(10110, 1, seconds(20))})); // 110 bps, but not within ten seconds
        QVERIFY(watch.onTrades({tradeAt(10000, 1, seconds(21))}));
    }

    void aStreamThatBeginsAnewNeitherHidesNorRepeatsAnEdge()
    {
        AlertWatch watch(rule(AlertKind::PriceAbove, "100.5"), UiFixture::btc());
        QVERIFY(!watch.onTradesAnew({tradeAt(10060, 1, seconds(0))})); // the beginning
        QVERIFY(!watch.onTrades({tradeAt(10000, 1, seconds(1))}));
        // A hole: the price went over the line in it, and that is told once.
        const std::vector again{
            tradeAt(10060, 1, seconds(0)), tradeAt(10000, 1, seconds(1)), tradeAt(10060, 1, seconds(2))};
        QVERIFY(!watch.onTradesAnew({})); // the stream is void, its snapshot follows
        QVERIFY(watch.onTradesAnew(again));
        QVERIFY(!watch.onTradesAnew(again));
        // Back in time: another beginning.
        QVERIFY(!watch.onTradesAnew({tradeAt(10000, 1, seconds(-9)), tradeAt(10060, 1, seconds(-8))}));
        QVERIFY(!watch.onTrades({tradeAt(10060, 1, seconds(-7))}));
        AlertWatch burst(rule(AlertKind::VolumeBurst, "1"), UiFixture::btc());
        burst.onTradesAnew({tradeAt(10000, 600, seconds(100))});
        burst.onTradesAnew({tradeAt(10000, 100, seconds(0))}); // sought back: the 600 are no more
        QVERIFY(!burst.onTrades({tradeAt(10000, 500, seconds(1))}));
        QVERIFY(burst.onTrades({tradeAt(10000, 500, seconds(2))}));
    }

    void spreadAndImbalanceLookAtTheBook()
    {
        AlertWatch spread(rule(AlertKind::SpreadAbove, "30"), UiFixture::btc());
        QVERIFY(!spread.onDepth(*UiFixture::book(Price(10000), Price(10020))));
        QVERIFY(spread.onDepth(*UiFixture::book(Price(10000), Price(10040))));
        QVERIFY(!spread.onDepth(*UiFixture::book(Price(10000), Price(10050))));
        AlertWatch imbalance(rule(AlertKind::Imbalance, "80"), UiFixture::btc());
        auto book = std::make_shared<DepthView>(*UiFixture::book(Price(10000), Price(10020)));
        QVERIFY(!imbalance.onDepth(*book));
        book->bids.front().qty = Qty(1'000'000);
        QVERIFY(imbalance.onDepth(*book));
    }

    void aWallIsAddedPulledOrTraded()
    {
        auto const book = [](std::int64_t bid, std::int64_t wall) {
            auto made = std::make_shared<DepthView>(*UiFixture::book(Price(bid), Price(bid + 20)));
            for (auto& level : made->bids) {
                level.qty = level.price == Price(9980) ? Qty(wall) : Qty(100);
            }
            for (auto& level : made->asks) {
                level.qty = Qty(100);
            }
            return made;
        };
        AlertWatch added(rule(AlertKind::WallAdded, "50"), UiFixture::btc());
        QVERIFY(!added.onDepth(*book(10000, 60'000))); // it stood there from the start
        QVERIFY(!added.onDepth(*book(10000, 100)));
        QVERIFY(added.onDepth(*book(10000, 60'000)));
        QVERIFY(added.because().contains(QStringLiteral("99.8")));
        AlertWatch pulled(rule(AlertKind::WallPulled, "50"), UiFixture::btc());
        QVERIFY(!pulled.onDepth(*book(10000, 60'000)));
        QVERIFY(pulled.onDepth(*book(10000, 100)));
        AlertWatch eaten(rule(AlertKind::WallPulled, "50"), UiFixture::btc());
        QVERIFY(!eaten.onDepth(*book(9980, 60'000)));
        auto sold = tradeAt(9980, 60'000, seconds(0));
        sold.aggressor = Side::Sell;
        QVERIFY(!eaten.onTrades({sold}));
        QVERIFY(!eaten.onDepth(*book(9970, 100))); // the bids went through it
    }

    void aWallIsNotAddedByTheMiddleOrADeeperBook()
    {
        AlertWatch added(rule(AlertKind::WallAdded, "50"), UiFixture::btc());
        QVERIFY(!added.onDepth(*wallBook(10000, 10, 60'000))); // 60 bps from the middle
        QVERIFY(!added.onDepth(*wallBook(9980, 10, 60'000)));
        QVERIFY(!added.onDepth(*wallBook(10000, 10, 60'000)));
        QVERIFY(!added.onDepth(*wallBook(9980, 10, 60'000)));
        QVERIFY(!added.onDepth(*wallBook(9980, 10, 0))); // not told that deep
        QVERIFY(!added.onDepth(*wallBook(9980, 10, 60'000)));
        QVERIFY(!added.onDepth(*wallBook(9980, 10, 40'000)));
        QVERIFY(added.onDepth(*wallBook(9980, 10, 50'000)));
    }

    void aWallThatWasTradedOrIsOutOfSightWasNotPulled()
    {
        auto const sold = [](std::int64_t price, std::int64_t qty) {
            auto made = tradeAt(price, qty, seconds(0));
            made.aggressor = Side::Sell;
            return made;
        };
        AlertWatch eaten(rule(AlertKind::WallPulled, "50"), UiFixture::btc());
        QVERIFY(!eaten.onDepth(*wallBook(10000, 50'000, 0)));
        QVERIFY(!eaten.onTrades({sold(10000, 1)}));
        QVERIFY(!eaten.onDepth(*wallBook(10000, 49'999, 0))); // a unit of it was traded
        AlertWatch most(rule(AlertKind::WallPulled, "50"), UiFixture::btc());
        QVERIFY(!most.onDepth(*wallBook(10000, 60'000, 0)));
        QVERIFY(!most.onTrades({sold(10000, 1'000)}));
        QVERIFY(most.onDepth(*wallBook(10000, 10, 0))); // a unit of it was traded, the rest was not
        AlertWatch deep(rule(AlertKind::WallPulled, "50"), UiFixture::btc());
        QVERIFY(!deep.onDepth(*wallBook(9980, 10, 60'000)));
        QVERIFY(!deep.onDepth(*wallBook(9980, 10, 0)));
        QVERIFY(!deep.onDepth(*wallBook(9980, 10, 60'000)));
        QVERIFY(deep.onDepth(*wallBook(9980, 10, 10)));
    }

    // The book that has lost a level comes together with the trades that took it.
    void aWallThatIsEatenInOneGoWasNotPulled()
    {
        AlertFixture fixture;
        auto const book = [](std::int64_t best, Duration after) {
            auto made = std::make_shared<DepthView>(*wallBook(10000, best, 0));
            made->time = begin + after;
            return DepthPtr(made);
        };
        fixture.session.setSnapshot(UiFixture::topic(TopicKind::Depth), book(50'000, seconds(0)));
        fixture.models.alerts.add(rule(AlertKind::WallPulled, "50"));
        fixture.pump();
        fixture.session.publish(UiFixture::topic(TopicKind::Depth), book(20'000, seconds(1)));
        fixture.trade(10000, 30'000);
        QVERIFY(fixture.told.empty());
        fixture.session.publish(UiFixture::topic(TopicKind::Depth), book(50'000, seconds(2)));
        fixture.pump();
        fixture.session.publish(UiFixture::topic(TopicKind::Depth), book(10, seconds(3)));
        fixture.pump();
        QCOMPARE(fixture.told.size(), std::size_t(1));
    }

    void soughtToWhereNothingWasTradedIsABeginning()
    {
        AlertWatch crosses(rule(AlertKind::PriceCrosses, "100.5"), UiFixture::btc());
        QVERIFY(!crosses.onTradesAnew({tradeAt(10060, 1, seconds(1000))}));
        QVERIFY(!crosses.onTradesAnew({})); // void
        QVERIFY(!crosses.onTradesAnew({})); // the snapshot
        QVERIFY(!crosses.onTrades({tradeAt(10000, 1, seconds(0))}));
        QVERIFY(crosses.onTrades({tradeAt(10060, 1, seconds(1))}));
        AlertWatch burst(rule(AlertKind::VolumeBurst, "1"), UiFixture::btc());
        QVERIFY(!burst.onTradesAnew({tradeAt(10060, 600, seconds(1000))}));
        QVERIFY(!burst.onTradesAnew({}));
        for (int minute = 0; minute < 20; ++minute) {
            QVERIFY(!burst.onTrades({tradeAt(10000, 30, seconds(minute * 60))}));
        }
    }

    // Each time it fires nothing changes in the rules.
    void anAlertThatRepeatsWritesNoFileAndLeavesTheTableAlone()
    {
        const QTemporaryDir folder;
        auto const path = folder.filePath("alerts.json");
        AlertFixture fixture;
        QVERIFY(fixture.models.alerts.keepIn(path).isEmpty());
        fixture.models.alerts.add(rule(AlertKind::PriceCrosses, "100.5"));
        fixture.pump();
        QVERIFY(QFile::remove(path));
        QSignalSpy changed(&fixture.models.alerts, &Alerts::changed);
        fixture.trade(10000);
        fixture.trade(10060);
        fixture.trade(10000);
        QCOMPARE(fixture.told.size(), std::size_t(2));
        QCOMPARE(changed.count(), 0);
        QVERIFY(!QFile::exists(path));
    }

    void anAlertOfAMarketThatIsNotHereStaysItsOwn()
    {
        UiFixture fixture;
        auto elsewhere = rule(AlertKind::PriceAbove, "65000");
        elsewhere.id = 7;
        elsewhere.instrument = QStringLiteral("BINANCE:BTCUSDT");
        AlertDialog dialog(elsewhere, fixture.view, nullptr);
        QCOMPARE(dialog.rule().instrument, elsewhere.instrument);
        auto* ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QVERIFY(ok->isEnabled()); // its note can be changed
        dialog.findChild<QLineEdit*>(QStringLiteral("value"))->setText(QStringLiteral("70000"));
        QVERIFY(!ok->isEnabled()); // nobody knows whether that market has such a price
    }

    void aFeedThatStopsBeingLiveFiresOnce()
    {
        AlertWatch watch(rule(AlertKind::FeedStale, ""), UiFixture::btc());
        auto const book = [](FeedState state) {
            return UiFixture::book(Price(10000), Price(10020), state);
        };
        QVERIFY(!watch.onDepth(*book(FeedState::Live)));
        QVERIFY(watch.onDepth(*book(FeedState::Stale)));
        QVERIFY(!watch.onDepth(*book(FeedState::Stale)));
        QVERIFY(!watch.onDepth(*book(FeedState::Live)));
        QVERIFY(watch.onDepth(*book(FeedState::Stale)));
    }

    void onceMeansOnceWhateverIsShown()
    {
        AlertFixture fixture;
        fixture.view.show(UiFixture::eth().id);
        fixture.models.alerts.add(rule(AlertKind::PriceAbove, "100.5", false));
        fixture.pump();
        fixture.trade(10000);
        QVERIFY(fixture.told.empty());
        fixture.trade(10060);
        QCOMPARE(fixture.told.size(), std::size_t(1));
        QVERIFY(fixture.told[0].contains(QStringLiteral("BTC-USDT")));
        fixture.trade(10000);
        fixture.trade(10060);
        QCOMPARE(fixture.told.size(), std::size_t(1));
        QVERIFY(!fixture.models.alerts.rules()[0].armed);
        QCOMPARE(fixture.session.subscribers(UiFixture::topic(TopicKind::Trades)), std::size_t(0));
        fixture.models.alerts.setArmed(fixture.models.alerts.rules()[0].id, true);
        fixture.pump();
        fixture.trade(10000);
        fixture.trade(10060);
        QCOMPARE(fixture.told.size(), std::size_t(2));
        QCOMPARE(fixture.models.alerts.fired().size(), std::size_t(2));
    }

    void rulesSurviveTheProgram()
    {
        const QTemporaryDir folder;
        auto const path = folder.filePath("alerts.json");
        auto kept = rule(AlertKind::WallAdded, "25", true);
        kept.webhook = QStringLiteral("https://example.com/hook");
        kept.note = QStringLiteral("whales");
        {
            AlertFixture fixture;
            QVERIFY(fixture.models.alerts.keepIn(path).isEmpty());
            fixture.models.alerts.add(kept);
            fixture.models.alerts.add(rule(AlertKind::PriceBelow, "90"));
            fixture.models.alerts.remove(2);
        }
        AlertFixture fixture;
        QVERIFY(fixture.models.alerts.keepIn(path).isEmpty());
        QCOMPARE(fixture.models.alerts.rules().size(), std::size_t(1));
        kept.id = fixture.models.alerts.rules()[0].id;
        QVERIFY(fixture.models.alerts.rules()[0] == kept);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nonsense");
        file.close();
        AlertFixture other;
        QVERIFY(other.models.alerts.keepIn(path).contains(QStringLiteral(".damaged")));
    }

    // One that cannot be read takes no other with it, and is not lost.
    void whatCanBeReadOfAFileIsKept()
    {
        const QTemporaryDir folder;
        auto const path = folder.filePath("alerts.json");
        const QJsonArray list{
            alertJson(rule(AlertKind::PriceBelow, "90")), QJsonObject{{"kind", "moonPhase"}}};
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(list).toJson());
        file.close();
        AlertFixture fixture;
        auto const said = fixture.models.alerts.keepIn(path);
        QVERIFY2(said.contains(QStringLiteral(".damaged")), qPrintable(said));
        QCOMPARE(fixture.models.alerts.rules().size(), std::size_t(1));
        QFile aside(path + QStringLiteral(".damaged"));
        QVERIFY(aside.open(QIODevice::ReadOnly) && aside.readAll().contains("moonPhase"));
        AlertFixture again;
        QCOMPARE(again.models.alerts.keepIn(path), QString());
        QCOMPARE(again.models.alerts.rules().size(), std::size_t(1));
    }

    void aFileThatCannotBeOpenedIsLeftAlone()
    {
        const QTemporaryDir folder;
        auto const path = folder.filePath("alerts.json");
        QVERIFY(QDir().mkpath(path)); // whoever is root can open every file
        AlertFixture fixture;
        QSignalSpy problems(&fixture.models.alerts, &Alerts::problem);
        QVERIFY(fixture.models.alerts.keepIn(path).contains(path));
        fixture.models.alerts.add(rule(AlertKind::PriceBelow, "90"));
        QCOMPARE(problems.size(), 0); // it was said
        QVERIFY(QFileInfo(path).isDir());
    }

    void aReplayDisarmsNothingForGood()
    {
        const QTemporaryDir folder;
        auto const path = folder.filePath("alerts.json");
        auto const armedInFile = [&] {
            AlertFixture other;
            static_cast<void>(other.models.alerts.keepIn(path));
            return other.models.alerts.rules().front().armed;
        };
        AlertFixture fixture;
        MarketStatus replay;
        replay.kind = MarketKind::Replay;
        fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Market), replay);
        fixture.pump();
        auto& alerts = fixture.models.alerts;
        QVERIFY(alerts.keepIn(path).isEmpty());
        auto const id = alerts.add(rule(AlertKind::PriceAbove, "100.5", false));
        fixture.pump();
        fixture.trade(10000);
        fixture.trade(10060);
        QCOMPARE(fixture.told.size(), std::size_t(1));
        QVERIFY(!alerts.rules().front().armed);
        QVERIFY(armedInFile());
        auto noted = alerts.rules().front();
        noted.note = QStringLiteral("the day of the crash");
        alerts.change(noted);
        QVERIFY(armedInFile());
        alerts.setArmed(id, true); // the user's own word is kept
        alerts.setArmed(id, false);
        QVERIFY(!armedInFile());
    }

    void theDialogTakesOnlyWhatTheMarketHas()
    {
        UiFixture fixture;
        AlertDialog dialog(rule(AlertKind::PriceAbove, "100.5"), fixture.view, nullptr);
        auto* ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        auto* value = dialog.findChild<QLineEdit*>(QStringLiteral("value"));
        QVERIFY(ok->isEnabled());
        for (auto const* bad : {"", "-1", "abc", "100.555", "0"}) {
            value->setText(QLatin1String(bad));
            QVERIFY2(!ok->isEnabled(), bad);
        }
        value->setText(QStringLiteral("101"));
        QVERIFY(ok->isEnabled());
        QCOMPARE(dialog.rule().value, QStringLiteral("101"));
    }

    void thePanelArmsAndRemoves()
    {
        AlertFixture fixture;
        AlertsPanel panel(fixture.view, fixture.models.alerts, fixture.theme);
        fixture.show(panel, QSize(700, 240));
        fixture.models.alerts.add(rule(AlertKind::PriceAbove, "100.5"));
        auto* model = panel.rules()->model();
        QCOMPARE(model->rowCount(), 1);
        model->setData(model->index(0, AlertsModel::Armed), Qt::Unchecked, Qt::CheckStateRole);
        QVERIFY(!fixture.models.alerts.rules()[0].armed);
        panel.rules()->selectRow(0);
        panel.rules()->setFocus();
        QTest::keyClick(panel.rules(), Qt::Key_Delete);
        QVERIFY(fixture.models.alerts.rules().empty());
    }

    void aFiredAlertIsShownAndPosted()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray received;
        QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
            auto* socket = server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, &received] {
                received += socket->readAll();
                if (received.contains("\r\n\r\n") && received.endsWith('}')) {
                    socket->write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
                    socket->disconnectFromHost();
                }
            });
        });
        AlertFixture fixture;
        QWidget window;
        fixture.show(window, QSize(800, 400));
        auto* bell = new AlertBell(fixture.models.alerts, window, fixture.theme);
        const QSignalSpy problems(bell, &AlertBell::problem);
        auto hooked = rule(AlertKind::PriceAbove, "100.5", false);
        hooked.webhook = QStringLiteral("http://127.0.0.1:%1/hook").arg(server.serverPort());
        fixture.models.alerts.add(hooked);
        fixture.pump();
        fixture.trade(10000);
        fixture.trade(10060);
        QVERIFY(bell->plateText().contains(QStringLiteral("100.6")));
        QTRY_VERIFY(received.endsWith('}'));
        QVERIFY(received.startsWith("POST /hook HTTP/1.1"));
        auto const body = QJsonDocument::fromJson(received.mid(received.indexOf("\r\n\r\n") + 4)).object();
        QCOMPARE(body[QStringLiteral("kind")].toString(), QStringLiteral("priceAbove"));
        QVERIFY(body[QStringLiteral("text")].toString().contains(QStringLiteral("BTC-USDT")));
        QVERIFY(!body.contains(QStringLiteral("webhook"))); // an address may hold a secret
        QCOMPARE(problems.count(), 0);
    }
};

QTEST_MAIN(AlertsTest)
#include "alerts_test.moc"
