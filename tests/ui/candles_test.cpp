// The candle chart: what is painted when something changes, and how it is moved.

#include "tests/ui/candle_panel.h"
#include "tests/ui/heat_script.h"
#include "ui/charts/indicator_menu.h"
#include "ui/charts/interval_picker.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace qob;
using namespace qob::test;

class CandlesTest : public QObject {
    Q_OBJECT

private slots:
    void aChangedCandleCostsItsStrip();
    void aNewCandleMovesThePicture();
    void goingOnShowsWhatPaintingAllShows();
    void zoomingPriceKeepsThePriceUnderTheCursor();
    void dragMovesAndDoubleClickFollowsAgain();
    void draggingAnAxisScales();
    void keysMove();
    void intervalsAreChosen();
    void indicatorsAreToggledAndChanged();
    void panesAreResized();
    void aGapIsWhatTheHeatHistorySays();
    void openInterestIsKeptFromWhenItIsSaid();
    void openInterestBeginsAnewWithASnapshot();
    void openInterestIsOfTheShownInstrument();
    void theCursorReadsTheCandle();
    void theCursorIsSharedWithTheGroup();
    void ownOrdersAndFillsAreShown();
    void theCountdownRuns();
    void hiddenItSubscribesNothing();
    void anotherInstrumentStartsAnew();
    void settingsComeBack();
    void zoomsComeBackForTheSameMarket();
    void nothingToShowIsSaid();
};

void CandlesTest::aChangedCandleCostsItsStrip()
{
    PanelFixture fixture;
    auto const before = fixture.chart().work();
    QVERIFY(before.whole >= 1);
    for (int i = 0; i < 50; ++i) {
        auto changed = fixture.candles.back();
        changed.close = Price(changed.close.value + i % 7);
        fixture.publish({changed});
    }
    auto const after = fixture.chart().work();
    QCOMPARE(after.whole, before.whole);
    QCOMPARE(after.strips - before.strips, std::uint64_t(50));
    QVERIFY(after.candles - before.candles <= 50 * 6);
    fixture.settle();
    QCOMPARE(fixture.chart().work().strips, after.strips); // nothing new: nothing painted
}

void CandlesTest::aNewCandleMovesThePicture()
{
    PanelFixture fixture;
    auto const before = fixture.chart().work();
    auto const edge = fixture.chart().window().endPx();
    fixture.publish({candleAt(299, 10'000), candleAt(300, 10'010, false)});
    auto const after = fixture.chart().work();
    QCOMPARE(fixture.chart().window().endPx() - edge, fixture.chart().window().slotPx());
    QCOMPARE(after.whole, before.whole);
    QVERIFY(after.candles - before.candles < 12);
}

void CandlesTest::goingOnShowsWhatPaintingAllShows()
{
    PanelFixture fixture;
    fixture.panel->restoreState(QJsonObject()); // as it is
    auto indicators = fixture.chart().indicators();
    for (auto& one : indicators) {
        one.shown = true;
    }
    fixture.chart().setIndicators(indicators);
    fixture.settle();
    for (int i = 0; i < 40; ++i) {
        auto const close = 10'000 + 10 * (i % 5);
        fixture.publish({candleAt(299 + i / 2, close), candleAt(300 + i / 2, close + 10, false)});
        auto const going = fixture.chart().grab().toImage();
        fixture.chart().setStyle(CandleStyle::Candles); // paints all of it
        fixture.settle();
        QCOMPARE(going, fixture.chart().grab().toImage());
    }
}

void CandlesTest::zoomingPriceKeepsThePriceUnderTheCursor()
{
    PanelFixture fixture;
    QVERIFY(fixture.chart().autoPrice());
    auto const price = fixture.chart().priceScale().valueAt(150);
    fixture.wheel({300, 150}, 240, Qt::ControlModifier);
    QVERIFY(!fixture.chart().autoPrice());
    QVERIFY(std::abs(fixture.chart().priceScale().valueAt(150) - price) < 1e-6);
    auto const span = fixture.chart().priceScale().high - fixture.chart().priceScale().low;
    fixture.wheel({880, 200}, -120); // over the axis without Ctrl
    QVERIFY(fixture.chart().priceScale().high - fixture.chart().priceScale().low > span);
    auto const slotPx = fixture.chart().window().slotPx();
    fixture.wheel({300, 150}, 360);
    QVERIFY(fixture.chart().window().slotPx() > slotPx);
}

void CandlesTest::dragMovesAndDoubleClickFollowsAgain()
{
    PanelFixture fixture;
    auto const edge = fixture.chart().window().endPx();
    fixture.drag({300, 100}, {500, 104}); // the prices stay fitted
    QVERIFY(!fixture.chart().window().following());
    QVERIFY(fixture.chart().autoPrice());
    QCOMPARE(fixture.chart().window().endPx(), edge - 200);
    fixture.publish({candleAt(299, 10'000), candleAt(300, 10'010, false)});
    QCOMPARE(fixture.chart().window().endPx(), edge - 200); // what is looked at stays where it is
    auto const under = fixture.chart().priceScale().valueAt(100);
    fixture.drag({300, 100}, {300, 160});
    QVERIFY(!fixture.chart().autoPrice());
    QVERIFY(std::abs(fixture.chart().priceScale().valueAt(160) - under) < 1e-6);
    QTest::mouseDClick(&fixture.chart(), Qt::LeftButton, {}, {300, 100});
    fixture.settle();
    QVERIFY(fixture.chart().window().following() && fixture.chart().autoPrice());
    fixture.wheel({880, 200}, -120);
    QTest::mouseDClick(&fixture.chart(), Qt::LeftButton, {}, {880, 100});
    QVERIFY(fixture.chart().autoPrice());
}

void CandlesTest::draggingAnAxisScales()
{
    PanelFixture fixture;
    auto const span = fixture.chart().priceScale().high - fixture.chart().priceScale().low;
    fixture.drag({880, 100}, {880, 180});
    QVERIFY(fixture.chart().priceScale().high - fixture.chart().priceScale().low > span * 1.3);
    auto const slotPx = fixture.chart().window().slotPx();
    auto const y = fixture.chart().height() - 8;
    fixture.drag({300, y}, {420, y});
    QVERIFY(fixture.chart().window().slotPx() > slotPx);
}

void CandlesTest::keysMove()
{
    PanelFixture fixture;
    auto& chart = fixture.chart();
    auto const press = [&](int key, Qt::KeyboardModifiers with = {}) {
        QTest::keyClick(&chart, static_cast<Qt::Key>(key), with);
        fixture.settle();
    };
    auto const edge = chart.window().endPx();
    press(Qt::Key_Left);
    QCOMPARE(chart.window().endPx(), edge - chart.window().slotPx());
    press(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(chart.window().endPx(), edge - 11 * chart.window().slotPx());
    press(Qt::Key_Plus);
    auto const wide = chart.window().slotPx();
    press(Qt::Key_Minus);
    QVERIFY(chart.window().slotPx() < wide);
    press(Qt::Key_Up);
    QVERIFY(!chart.autoPrice());
    press(Qt::Key_A);
    QVERIFY(chart.autoPrice());
    press(Qt::Key_Home);
    QCOMPARE(chart.window().first(), 0);
    press(Qt::Key_C);
    QVERIFY(chart.window().following());
    auto const middle = (chart.priceScale().high + chart.priceScale().low) / 2;
    QVERIFY(std::abs(middle - chart.candles().bars().back().close) < 1e-9);
}

void CandlesTest::intervalsAreChosen()
{
    PanelFixture fixture;
    auto five = wave(20);
    for (std::size_t i = 0; i < five.size(); ++i) {
        five[i].start = start + minutes(static_cast<std::int64_t>(i) * 5);
    }
    fixture.session.setSnapshot(candlesTopic(CandleInterval::Min5), CandleBatch{CandleInterval::Min5, five});
    for (auto* button : fixture.panel->findChildren<QToolButton*>()) {
        if (button->text() == intervalText(CandleInterval::Min5)) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    fixture.settle();
    QCOMPARE(fixture.session.subscribers(candlesTopic()), std::size_t(0));
    QCOMPARE(fixture.session.subscribers(candlesTopic(CandleInterval::Min5)), std::size_t(1));
    QCOMPARE(fixture.chart().candles().size(), std::size_t(20));
    QVERIFY(fixture.chart().candles().interval() == CandleInterval::Min5);
    auto* menu = fixture.panel->findChild<QToolButton*>(QStringLiteral("allIntervals"))->menu();
    QCOMPARE(menu->actions().size(), static_cast<qsizetype>(candleIntervals));
    menu->actions().back()->trigger();
    fixture.settle();
    QCOMPARE(fixture.session.subscribers(candlesTopic(CandleInterval::Month1)), std::size_t(1));
    QVERIFY(fixture.chart().candles().empty()); // until its snapshot is here
}

void CandlesTest::indicatorsAreToggledAndChanged()
{
    PanelFixture fixture;
    auto& chart = fixture.chart();
    auto const panes = chart.paneCount();
    QVERIFY(chart.lineOf(IndicatorKind::Rsi) == nullptr);
    auto* button = fixture.panel->findChild<QToolButton*>(QStringLiteral("indicators"));
    QTest::mouseClick(button, Qt::LeftButton);
    auto* menu = fixture.panel->findChild<IndicatorMenu*>();
    QVERIFY(menu->isVisible());
    for (auto* box : menu->findChildren<QCheckBox*>()) {
        if (box->text() == indicatorName(IndicatorKind::Rsi)) {
            box->click();
        }
    }
    fixture.settle();
    QCOMPARE(chart.paneCount(), panes + 1);
    QVERIFY(chart.lineOf(IndicatorKind::Rsi) != nullptr);
    QVERIFY(std::isnan(chart.lineOf(IndicatorKind::Rsi)->line(0)[13]));
    QVERIFY(!std::isnan(chart.lineOf(IndicatorKind::Rsi)->line(0)[14]));
    for (auto* edit : menu->findChildren<QDoubleSpinBox*>()) {
        if (edit->accessibleName().startsWith(indicatorName(IndicatorKind::Rsi))) {
            edit->setValue(30);
        }
    }
    fixture.settle();
    QVERIFY(std::isnan(chart.lineOf(IndicatorKind::Rsi)->line(0)[29]));
    auto const before = chart.lineOf(IndicatorKind::Rsi)->line(0).back();
    fixture.publish({candleAt(299, 10'900, false)});
    QVERIFY(chart.lineOf(IndicatorKind::Rsi)->line(0).back() > before);
    menu->hide();
}

void CandlesTest::panesAreResized()
{
    PanelFixture fixture;
    auto& chart = fixture.chart();
    auto const bottom = chart.priceScale().bottom();
    auto const edge = chart.window().endPx();
    fixture.drag({300, bottom}, {300, bottom - 60});
    QVERIFY(std::abs(chart.priceScale().bottom() - (bottom - 60)) <= 2);
    QCOMPARE(chart.window().endPx(), edge); // nothing else moved
    QVERIFY(chart.autoPrice());
    fixture.drag({300, chart.priceScale().bottom()}, {300, 5}); // no further than leaves room for prices
    QVERIFY(chart.priceScale().height > chart.plotRect().height() / 3);
    for (auto& one : chart.indicators()) {
        QVERIFY(!one.shown || isOverlay(one.spec.kind) || chart.lineOf(one.spec.kind) != nullptr);
    }
}

void CandlesTest::aGapIsWhatTheHeatHistorySays()
{
    PanelFixture fixture;
    auto some = fixture.candles;
    some.erase(some.begin() + 280, some.begin() + 284);
    fixture.session.publishSnapshot(candlesTopic(), batchOf(some));
    fixture.settle();
    auto const kind = [&](std::size_t slot) {
        return fixture.chart().candles().at(slot).kind;
    };
    QVERIFY(kind(281) == CandleSlot::Kind::Quiet && kind(283) == CandleSlot::Kind::Quiet);
    HeatScript script((start + minutes(270)).value / heatColumnTime.value);
    script.best(100, 101).columns(12 * 600).columns(50, true).columns(20 * 600);
    fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Heat), HeatUpdate{script.chunks()});
    fixture.settle();
    QVERIFY(kind(281) == CandleSlot::Kind::Quiet);
    QVERIFY(kind(282) == CandleSlot::Kind::Gap && kind(283) == CandleSlot::Kind::Gap);
    QVERIFY(kind(284) == CandleSlot::Kind::Traded);
}

void CandlesTest::openInterestIsKeptFromWhenItIsSaid()
{
    PanelFixture fixture;
    const Topic topic{TopicKind::Ticker, UiFixture::btc().id};
    QCOMPARE(fixture.session.subscribers(topic), std::size_t(0)); // nobody looks at it
    fixture.showOpenInterest(true);
    QCOMPARE(fixture.session.subscribers(topic), std::size_t(1));
    auto const say = [&](Timestamp time, std::int64_t contracts) {
        fixture.session.publish(topic, openInterestOf(UiFixture::btc(), time, contracts));
        fixture.settle();
    };
    fixture.session.publishSnapshot(topic, TickerList{});
    say(start + minutes(299) + seconds(1), 500);
    auto const* line = fixture.chart().lineOf(IndicatorKind::OpenInterest);
    QVERIFY(std::isnan(line->line(0)[298]));
    QCOMPARE(line->line(0)[299], 500.0);
    say(start + minutes(299) + seconds(9), 520);
    QCOMPARE(line->line(0)[299], 520.0);
    fixture.publish({candleAt(299, 10'000), candleAt(300, 10'010, false)});
    QCOMPARE(line->line(0)[300], 520.0);
    say(start + minutes(300) + seconds(9), 480);
    QCOMPARE(line->line(0)[299], 520.0);
    QCOMPARE(line->line(0)[300], 480.0);
}

// A replay was turned back: what is told now is of an earlier time.
void CandlesTest::openInterestBeginsAnewWithASnapshot()
{
    PanelFixture fixture;
    const Topic topic{TopicKind::Ticker, UiFixture::btc().id};
    OpenInterestFeed feed(fixture.session);
    feed.follow(UiFixture::btc().id);
    fixture.showOpenInterest(true);
    auto const ticker = [](int minute, std::int64_t contracts) {
        return openInterestOf(UiFixture::btc(), start + minutes(minute), contracts);
    };
    fixture.session.publishSnapshot(topic, ticker(200, 500));
    fixture.settle();
    fixture.session.publish(topic, ticker(210, 510));
    fixture.settle();
    QCOMPARE(feed.points().size(), std::size_t(2));
    QCOMPARE(fixture.openInterestBars(), 100);
    fixture.session.resync(topic, ticker(50, 300)); // together: only the snapshot is seen
    fixture.settle();
    QCOMPARE(feed.points().size(), std::size_t(1));
    QCOMPARE(fixture.openInterestBars(), 250);
    auto const* line = fixture.chart().lineOf(IndicatorKind::OpenInterest);
    QCOMPARE(line->line(0)[299], 300.0);
    fixture.session.publishSnapshot(topic, TickerList{});
    fixture.settle();
    QVERIFY(feed.points().empty());
    QCOMPARE(fixture.openInterestBars(), 0);
}

void CandlesTest::openInterestIsOfTheShownInstrument()
{
    PanelFixture fixture;
    auto const& eth = UiFixture::eth();
    fixture.session.setSnapshot({TopicKind::Candles, eth.id, CandleInterval::Min1}, batchOf(wave(300)));
    fixture.showOpenInterest(true);
    const Topic topic{TopicKind::Ticker, UiFixture::btc().id};
    fixture.session.publishSnapshot(topic, openInterestOf(UiFixture::btc(), start, 500));
    fixture.settle();
    QCOMPARE(fixture.openInterestBars(), 300);
    fixture.showOpenInterest(false);
    QCOMPARE(fixture.session.subscribers(topic), std::size_t(0));
    fixture.view.show(eth.id);
    fixture.settle();
    QCOMPARE(fixture.chart().candles().size(), std::size_t(300));
    fixture.showOpenInterest(true);
    QCOMPARE(fixture.openInterestBars(), 0); // nothing has been said of Ether's
}

void CandlesTest::theCursorReadsTheCandle()
{
    PanelFixture fixture;
    auto& chart = fixture.chart();
    QSignalSpy moved(&chart, &PriceChart::cursorMoved);
    const QPoint at(static_cast<int>(chart.window().middleOf(280)), 120);
    fixture.hover(at);
    fixture.settle();
    QVERIFY(!moved.isEmpty());
    QVERIFY(moved.back()[0].value<Timestamp>() == start + minutes(280));
    QVERIFY(std::abs(moved.back()[1].toDouble() - chart.priceScale().valueAt(120)) < 1e-9);
    auto const close = QString::fromStdString(UiFixture::btc().priceText(fixture.candles[280].close));
    QVERIFY(chart.readout().contains(close));
    QVERIFY(chart.readout().contains(QStringLiteral("V 3 ")));
    QVERIFY(chart.readout().contains(QStringLiteral("+1 "))); // two bought, one sold
}

void CandlesTest::theCursorIsSharedWithTheGroup()
{
    PanelFixture fixture;
    auto& chart = fixture.chart();
    linkCursor(chart, fixture.view);
    auto const x = static_cast<int>(chart.window().middleOf(280));
    fixture.hover(QPoint(x, 120));
    QVERIFY(fixture.view.cursor().time == start + minutes(280));
    auto const price = chart.priceScale().valueAt(120);
    QVERIFY(std::abs(priceUnits(UiFixture::btc(), *fixture.view.cursor().price) - price) < 0.01);
    fixture.hover(QPoint(chart.width() - 5, 120));
    QVERIFY(!fixture.view.cursor().time);
    fixture.settle();
    auto const plain = chart.grab().toImage();
    fixture.view.setCursor({std::nullopt, start + minutes(270)}); // another panel's
    fixture.settle();
    QVERIFY(chart.grab().toImage() != plain);
    auto const close = QString::fromStdString(UiFixture::btc().priceText(fixture.candles[270].close));
    QVERIFY(chart.readout().contains(close));
    fixture.view.setCursor({});
    fixture.settle();
    QCOMPARE(chart.grab().toImage(), plain);
}

void CandlesTest::ownOrdersAndFillsAreShown()
{
    PanelFixture fixture;
    QCOMPARE(fixture.pixelsOf(fixture.theme.own), 0);
    fixture.addOrder("o1", Side::Buy, Price(10'000), Qty(500));
    fixture.settle();
    auto const withOrder = fixture.pixelsOf(fixture.theme.own);
    QVERIFY(withOrder > 40); // a dashed line
    ExecutionReport fill;
    fill.clOrdId = ClOrdId("o1");
    fill.instrument = UiFixture::btc().id;
    fill.execType = ExecType::Trade;
    fill.ordStatus = OrdStatus::Filled;
    fill.side = Side::Buy;
    fill.lastPx = Price(10'000);
    fill.lastQty = Qty(500);
    fill.transactTime = start + minutes(270);
    fixture.publishReport(fill);
    fixture.settle();
    auto const withFill = fixture.pixelsOf(fixture.theme.own);
    QVERIFY(withFill > 10 && withFill < withOrder); // the order is gone, its mark is there
}

void CandlesTest::theCountdownRuns()
{
    PanelFixture fixture;
    MarketStatus status;
    status.now = start + minutes(299) + seconds(37);
    fixture.session.publish(UiFixture::topic(TopicKind::Market), status);
    fixture.settle();
    QCOMPARE(fixture.chart().countdown(), QStringLiteral("0:23"));
    fixture.publish({candleAt(299, 10'000, true)});
    QVERIFY(fixture.chart().countdown().isEmpty());
}

void CandlesTest::hiddenItSubscribesNothing()
{
    PanelFixture fixture;
    QCOMPARE(fixture.session.subscribers(candlesTopic()), std::size_t(1));
    fixture.panel->hide();
    fixture.settle();
    QCOMPARE(fixture.session.subscribers(candlesTopic()), std::size_t(0));
    auto const work = fixture.chart().work().strips;
    fixture.settle();
    QCOMPARE(fixture.chart().work().strips, work);
    fixture.panel->show();
    fixture.settle();
    QCOMPARE(fixture.session.subscribers(candlesTopic()), std::size_t(1));
    QCOMPARE(fixture.chart().candles().size(), std::size_t(300));
}

void CandlesTest::anotherInstrumentStartsAnew()
{
    PanelFixture fixture;
    auto const eth = candlesTopic(CandleInterval::Min1, UiFixture::eth());
    fixture.session.setSnapshot(eth, batchOf({candleAt(1, 50'000), candleAt(2, 50'100)}));
    fixture.drag({300, 100}, {500, 200});
    fixture.view.show(UiFixture::eth().id);
    fixture.settle();
    QCOMPARE(fixture.chart().candles().size(), std::size_t(2));
    QVERIFY(fixture.chart().window().following() && fixture.chart().autoPrice());
    QVERIFY(fixture.chart().priceScale().low > 400);
    QCOMPARE(fixture.session.subscribers(candlesTopic()), std::size_t(0));
}

void CandlesTest::settingsComeBack()
{
    PanelFixture fixture;
    auto indicators = fixture.chart().indicators();
    indicators[1].shown = false;
    indicators[2] = {{IndicatorKind::Macd, {3, 10, 16}}, true};
    fixture.panel->restoreState(
        {{QStringLiteral("interval"), QStringLiteral("15m")}, {QStringLiteral("style"), 3}}
    );
    fixture.chart().setIndicators(indicators);
    fixture.chart().setSlotPx(5);
    auto const kept = fixture.panel->saveState();
    PanelFixture other;
    other.panel->restoreState(kept);
    QVERIFY(other.chart().indicators() == indicators);
    QVERIFY(other.chart().style() == CandleStyle::HeikinAshi);
    QCOMPARE(other.chart().window().slotPx(), 5);
    QCOMPARE(other.session.subscribers(candlesTopic(CandleInterval::Min15)), std::size_t(1));
    other.panel->restoreState(
        {{QStringLiteral("interval"), QStringLiteral("7q")}, {QStringLiteral("style"), 99}}
    );
    QCOMPARE(other.panel->saveState(), kept);
}

void CandlesTest::zoomsComeBackForTheSameMarket()
{
    PanelFixture fixture;
    QVERIFY(!fixture.panel->saveState()["view"].toObject().contains("prices")); // they are fitted
    fixture.drag({880, 100}, {880, 180});
    int const bottom = fixture.chart().priceScale().bottom();
    fixture.drag({300, bottom}, {300, bottom - 60});
    auto const scale = fixture.chart().priceScale();
    auto const kept = fixture.panel->saveState();
    PanelFixture other;
    QVERIFY(other.chart().autoPrice());
    other.panel->restoreState(kept);
    other.settle();
    QVERIFY(!other.chart().autoPrice());
    QCOMPARE(other.chart().priceScale().low, scale.low);
    QCOMPARE(other.chart().priceScale().high, scale.high);
    QCOMPARE(other.chart().priceScale().height, scale.height); // the pane below is as high
    QCOMPARE(other.panel->saveState(), kept);
    PanelFixture elsewhere;
    elsewhere.view.show(UiFixture::eth().id);
    elsewhere.settle();
    elsewhere.panel->restoreState(kept);
    elsewhere.settle();
    QVERIFY(elsewhere.chart().autoPrice());
    elsewhere.panel->restoreState(
        {{"view", QJsonObject{{"candlePixels", -3}, {"panes", QJsonObject{{"x", 5}}}}}}
    );
    elsewhere.settle();
    QVERIFY(elsewhere.chart().window().slotPx() > 0);
}

void CandlesTest::nothingToShowIsSaid()
{
    PanelFixture fixture(1);
    fixture.session.resync(candlesTopic(), batchOf({}));
    fixture.settle();
    QVERIFY(fixture.chart().candles().empty());
    fixture.chart().setFixedSize(700, 400);
    fixture.settle();
    auto const middle = fixture.chart().grab(QRect(150, 180, 320, 40)).toImage();
    bool written = false;
    for (int x = 0; x < middle.width(); ++x) {
        written = written || middle.pixelColor(x, 10) != fixture.theme.panel;
    }
    QVERIFY(written);
    for (int const key : {Qt::Key_Left, Qt::Key_Plus, Qt::Key_C, Qt::Key_Home, Qt::Key_Up}) {
        QTest::keyClick(&fixture.chart(), static_cast<Qt::Key>(key));
    }
    fixture.wheel({300, 100}, 120);
    fixture.drag({300, 100}, {400, 180});
}

QTEST_MAIN(CandlesTest)
#include "candles_test.moc"
