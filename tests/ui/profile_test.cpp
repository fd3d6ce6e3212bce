// Volume profiles: what they hold by session, by what is shown and by a chosen range.

#include "tests/support/ui_fixture.h"
#include "ui/panels/profile/profile_panel.h"

#include <QAbstractButton>
#include <QMenu>
#include <QMouseEvent>
#include <QTest>
#include <QToolButton>

using namespace qob;

namespace {

constexpr Timestamp start(1'783'000'800'000'000'000); // a whole hour

Trade tradeAt(Duration after, std::int64_t price, std::int64_t qty, Side side = Side::Buy)
{
    auto trade = UiFixture::trade(Price(price), Qty(qty), side);
    trade.time = start + after;
    return trade;
}

Topic candlesTopic()
{
    return {TopicKind::Candles, UiFixture::btc().id, CandleInterval::Min1};
}

// Three hours, a trade each minute: the first around 100.0, the second around 105.0, the third around 101.0.
struct ProfileFixture : UiFixture {
    ProfileFixture()
    {
        std::vector<Candle> candles;
        for (int minute = 0; minute < 150; ++minute) {
            auto const base = minute < 60 ? 10'000 : minute < 120 ? 10'500 : 10'100;
            auto const trade =
                tradeAt(minutes(minute), base + 10 * (minute % 5), minute % 5 == 2 ? 9'000 : 1'000);
            trades.push_back(trade);
            Candle candle;
            candle.start = trade.time;
            candle.open = candle.high = candle.low = candle.close = trade.price;
            candle.volume = candle.buyVolume = Amount(static_cast<Int128>(trade.qty.value) * pow10(15));
            candle.closed = minute < 149;
            candles.push_back(candle);
        }
        session.setSnapshot(candlesTopic(), CandleBatch{CandleInterval::Min1, candles});
        session.setSnapshot(topic(TopicKind::Trades), TradeBatch{trades, 0});
        session.setSnapshot(topic(TopicKind::Heat), HeatUpdate{});
        panel = std::make_unique<ProfilePanel>(session, models.frames, view, models.orders, theme);
        panel->restoreState({{QStringLiteral("ticksPerRow"), 1}});
        show(*panel, QSize(1'000, 560));
        settle();
    }

    void settle()
    {
        for (int i = 0; i < 3; ++i) {
            pump();
            frame();
        }
        clock.advance(milliseconds(300));
        frame();
    }

    void mouse(QEvent::Type type, int x, Qt::MouseButton button)
    {
        const QPointF at(x, 200);
        QMouseEvent event(type, at, chart().mapToGlobal(at), button, Qt::LeftButton, Qt::ShiftModifier);
        QCoreApplication::sendEvent(&chart(), &event);
    }

    void press(ProfileMode mode)
    {
        for (auto* button : panel->findChildren<QToolButton*>()) {
            if (button->text() == profileModeText(mode)) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        settle();
    }

    ProfileChart& chart() { return *panel->chart(); }

    std::vector<Trade> trades;
    std::unique_ptr<ProfilePanel> panel;
};

} // namespace

class ProfileTest : public QObject {
    Q_OBJECT

private slots:
    void eachSessionHasItsProfile();
    void aTradeChangesTheLastSessionOnly();
    void studiesAreFewHoweverManyTrades();
    void aNewCandleLeavesNoTraceOfOldLabels();
    void theVisibleProfileFollowsTheView();
    void aRangeIsChosenByDragging();
    void rowsAndSessionsAreChosen();
    void hiddenItSubscribesNothing();
    void settingsComeBack();
};

void ProfileTest::eachSessionHasItsProfile()
{
    ProfileFixture fixture;
    auto const& profiles = fixture.chart().profiles();
    QCOMPARE(profiles.size(), std::size_t(3));
    QVERIFY(profiles[0].from == start && profiles[0].until == start + hours(1));
    QVERIFY(profiles[0].pointOfControl == Price(10'020));
    QVERIFY(profiles[0].volumes.total() == Qty(12 * 13'000));
    QVERIFY(profiles[1].pointOfControl == Price(10'520));
    QVERIFY(profiles[2].valueArea.has_value());
    // The third session trades neither at 100.2 nor at 105.2.
    QCOMPARE(fixture.chart().nakedPoints().size(), std::size_t(2));
    QVERIFY(fixture.chart().readout().contains(QStringLiteral("POC 101.2")));
}

void ProfileTest::aTradeChangesTheLastSessionOnly()
{
    ProfileFixture fixture;
    auto const before = fixture.chart().work();
    fixture.session.publish(
        UiFixture::topic(TopicKind::Trades), TradeBatch{{tradeAt(minutes(149), 10'130, 700, Side::Sell)}, 0}
    );
    fixture.settle();
    QVERIFY(fixture.chart().profiles()[2].volumes.at(Price(10'130))->sold == Qty(700));
    QCOMPARE(fixture.chart().work().whole, before.whole);
    QCOMPARE(fixture.chart().work().strips, before.strips + 1);
    fixture.session.publish( // and one that touches a naked point
        UiFixture::topic(TopicKind::Trades),
        TradeBatch{{tradeAt(minutes(149), 10'520, 1)}, 0}
    );
    fixture.settle();
    QCOMPARE(fixture.chart().nakedPoints().size(), std::size_t(1));
}

void ProfileTest::studiesAreFewHoweverManyTrades()
{
    ProfileFixture fixture;
    auto const before = fixture.chart().studies();
    for (int i = 0; i < 60; ++i) { // about a second
        fixture.session.publish(
            UiFixture::topic(TopicKind::Trades), TradeBatch{{tradeAt(minutes(149), 10'130, 1)}, 0}
        );
        fixture.pump();
        fixture.frame();
    }
    QVERIFY(fixture.chart().studies() - before <= 5);
    fixture.settle();
    QVERIFY(fixture.chart().profiles()[2].volumes.at(Price(10'130))->total() == Qty(6'000 + 60));
}

void ProfileTest::aNewCandleLeavesNoTraceOfOldLabels()
{
    ProfileFixture fixture;
    for (int minute = 150; minute < 156; ++minute) {
        auto const trade = tradeAt(minutes(minute), 10'120, 1'000);
        Candle candle;
        candle.start = trade.time;
        candle.open = candle.high = candle.low = candle.close = trade.price;
        candle.volume = Amount(static_cast<Int128>(trade.qty.value) * pow10(15));
        fixture.session.publish(UiFixture::topic(TopicKind::Trades), TradeBatch{{trade}, 0});
        fixture.session.publish(candlesTopic(), CandleBatch{CandleInterval::Min1, {candle}});
        fixture.settle();
        auto const going = fixture.chart().grab().toImage();
        fixture.chart().setSettings(fixture.chart().settings()); // works out and paints all of it
        fixture.settle();
        QCOMPARE(going, fixture.chart().grab().toImage());
    }
}

void ProfileTest::theVisibleProfileFollowsTheView()
{
    ProfileFixture fixture;
    fixture.press(ProfileMode::Visible);
    QCOMPARE(fixture.chart().profiles().size(), std::size_t(1));
    auto const all = fixture.chart().profiles()[0];
    auto const candles = fixture.chart().window().end() - fixture.chart().window().first();
    QVERIFY(all.until - all.from == minutes(candles));
    for (int i = 0; i < 9; ++i) {
        QTest::keyClick(&fixture.chart(), Qt::Key_Plus);
    }
    fixture.settle();
    auto const fewer = fixture.chart().profiles()[0];
    QVERIFY(fewer.from > all.from);
    QVERIFY(fewer.volumes.total() < all.volumes.total());
    QTest::keyClick(&fixture.chart(), Qt::Key_Left, Qt::ShiftModifier);
    fixture.settle();
    QVERIFY(fixture.chart().profiles()[0].from < fewer.from);
}

void ProfileTest::aRangeIsChosenByDragging()
{
    ProfileFixture fixture;
    fixture.press(ProfileMode::Fixed);
    QVERIFY(fixture.chart().profiles().empty());
    QVERIFY(fixture.chart().readout().contains(QStringLiteral("Shift")));
    auto const& window = fixture.chart().window();
    auto const edge = window.endPx();
    auto const from = static_cast<int>(window.middleOf(110));
    auto const to = static_cast<int>(window.middleOf(129));
    fixture.mouse(QEvent::MouseButtonPress, to, Qt::LeftButton);
    for (int x = to; x >= from; x -= 5) {
        fixture.mouse(QEvent::MouseMove, x, Qt::NoButton);
        fixture.frame();
    }
    fixture.mouse(QEvent::MouseMove, from, Qt::NoButton);
    fixture.mouse(QEvent::MouseButtonRelease, from, Qt::LeftButton);
    fixture.settle();
    QCOMPARE(window.endPx(), edge); // it did not move
    QCOMPARE(fixture.chart().profiles().size(), std::size_t(1));
    auto const& profile = fixture.chart().profiles().front();
    QCOMPARE((profile.from - start).value / minutes(1).value, 110);
    QCOMPARE((profile.until - start).value / minutes(1).value, 130);
    QVERIFY(profile.volumes.total() == Qty(4 * 13'000));
    fixture.press(ProfileMode::Session);
    QCOMPARE(fixture.chart().profiles().size(), std::size_t(3));
    fixture.press(ProfileMode::Fixed);
    QCOMPARE(fixture.chart().profiles().size(), std::size_t(1)); // the range is kept
}

void ProfileTest::rowsAndSessionsAreChosen()
{
    ProfileFixture fixture;
    auto* rows = fixture.panel->findChild<QToolButton*>(QStringLiteral("rows"))->menu();
    rows->actions()[4]->trigger(); // ten ticks
    fixture.settle();
    QCOMPARE(fixture.chart().profiles()[0].volumes.rows().size(), std::size_t(1));
    auto* sessions = fixture.panel->findChild<QToolButton*>(QStringLiteral("session"))->menu();
    sessions->actions().front()->trigger(); // 15 minutes
    fixture.settle();
    QCOMPARE(fixture.chart().profiles().size(), std::size_t(10));
}

void ProfileTest::hiddenItSubscribesNothing()
{
    ProfileFixture fixture;
    QCOMPARE(fixture.session.subscribers(candlesTopic()), std::size_t(1));
    fixture.panel->hide();
    QCOMPARE(fixture.session.subscribers(candlesTopic()), std::size_t(0));
    QCOMPARE(fixture.session.subscribers(UiFixture::topic(TopicKind::Trades)), std::size_t(1));
    fixture.panel->show();
    fixture.settle();
    QCOMPARE(fixture.chart().profiles().size(), std::size_t(3));
}

void ProfileTest::settingsComeBack()
{
    ProfileFixture fixture;
    fixture.panel->restoreState({
        {QStringLiteral("interval"), QStringLiteral("5m")},
        {QStringLiteral("mode"), 1},
        {QStringLiteral("session"), QStringLiteral("4h")},
        {QStringLiteral("ticksPerRow"), 20},
    });
    auto const kept = fixture.panel->saveState();
    ProfileFixture other;
    other.panel->restoreState(kept);
    QVERIFY(other.chart().settings() == fixture.chart().settings());
    other.panel->restoreState({{QStringLiteral("mode"), 7}, {QStringLiteral("session"), QStringLiteral("x")}}
    );
    QCOMPARE(other.panel->saveState(), kept);
}

QTEST_MAIN(ProfileTest)
#include "profile_test.moc"
