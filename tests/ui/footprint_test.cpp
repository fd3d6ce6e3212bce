// Footprint: trades and dots become volume at price, and what is painted when one more trade comes.

#include "tests/support/ui_fixture.h"
#include "ui/panels/footprint/footprint_panel.h"

#include <QDoubleSpinBox>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace qob;

namespace {

constexpr Timestamp start(1'783'000'020'000'000'000); // a whole minute

Trade tradeAt(Duration after, std::int64_t price, std::int64_t qty, Side side)
{
    auto trade = UiFixture::trade(Price(price), Qty(qty), side);
    trade.time = start + after;
    return trade;
}

Amount lots(std::int64_t count)
{
    return Amount(static_cast<Int128>(count) * pow10(amountScale - 3));
}

Candle candleOf(std::int64_t minute, std::vector<Trade> const& trades)
{
    Candle candle;
    candle.start = start + minutes(minute);
    candle.open = trades.front().price;
    candle.high = candle.low = candle.open;
    candle.close = trades.back().price;
    for (auto const& trade : trades) {
        candle.high = std::max(candle.high, trade.price);
        candle.low = std::min(candle.low, trade.price);
        candle.volume += lots(trade.qty.value);
        candle.buyVolume += lots(trade.aggressor == Side::Buy ? trade.qty.value : 0);
    }
    return candle;
}

// A column of 100 ms with these dots at each of the times.
HeatUpdate dotsAt(std::vector<std::pair<Duration, HeatDot>> const& dots)
{
    auto chunk = std::make_shared<HeatChunk>();
    chunk->firstColumn = (start - minutes(2)).value / heatColumnTime.value;
    auto const end = (dots.empty() ? start : start + dots.back().first).value / heatColumnTime.value + 1;
    std::size_t next = 0;
    for (auto column = chunk->firstColumn; column < end; ++column) {
        for (; next < dots.size() && (start + dots[next].first).value / heatColumnTime.value <= column;
             ++next) {
            chunk->dots.push_back(dots[next].second);
        }
        HeatColumn one;
        one.dotsEnd = static_cast<std::uint32_t>(chunk->dots.size());
        chunk->columns.push_back(one);
    }
    return {{chunk}};
}

Topic candlesTopic()
{
    return {TopicKind::Candles, UiFixture::btc().id, CandleInterval::Min1};
}

// Three candles: one of before there were trades in the list, one of both, one of trades alone.
struct FootprintFixture : UiFixture {
    FootprintFixture()
    {
        first = {tradeAt(minutes(-1), 10'000, 4'000, Side::Buy)};
        second = {
            tradeAt(seconds(1), 10'000, 1'000, Side::Sell),
            tradeAt(seconds(2), 10'010, 4'000, Side::Buy),
            tradeAt(seconds(3), 10'020, 5'000, Side::Buy),
            tradeAt(seconds(4), 10'030, 6'000, Side::Buy),
            tradeAt(seconds(5), 10'040, 500, Side::Sell),
        };
        third = {
            tradeAt(minutes(1), 10'040, 2'000, Side::Sell), tradeAt(seconds(61), 10'050, 1'500, Side::Buy)};
        session.setSnapshot(
            candlesTopic(),
            CandleBatch{CandleInterval::Min1, {candleOf(-1, first), candleOf(0, second), candleOf(1, third)}}
        );
        auto trades = second;
        trades.insert(trades.end(), third.begin(), third.end());
        session.setSnapshot(topic(TopicKind::Trades), TradeBatch{trades, 0});
        session.setSnapshot(topic(TopicKind::Heat), dotsAt({{minutes(-1), {1'000, 4.0F}}}));
        panel = std::make_unique<FootprintPanel>(session, models.frames, view, models.orders, theme);
        show(*panel, QSize(900, 560));
        settle();
    }

    void settle()
    {
        for (int i = 0; i < 3; ++i) {
            pump();
            frame();
        }
    }

    void trade(Trade const& one)
    {
        third.push_back(one);
        session.publish(topic(TopicKind::Trades), TradeBatch{{one}, 0});
        session.publish(candlesTopic(), CandleBatch{CandleInterval::Min1, {candleOf(1, third)}});
        settle();
    }

    FootprintChart& chart() { return *panel->chart(); }

    void set(char const* name, double value)
    {
        panel->findChild<QDoubleSpinBox*>(QLatin1String(name))->setValue(value);
        settle();
    }

    std::vector<Trade> first, second, third;
    std::unique_ptr<FootprintPanel> panel;
};

} // namespace

class FootprintTest : public QObject {
    Q_OBJECT

private slots:
    void tradesAndDotsMakeOneFlow();
    void droppedTradesAreFilledFromDots();
    void aResyncBeginsAnew();
    void cellsHoldWhatWasTraded();
    void imbalancesFollowTheirRule();
    void aTradeCostsItsBar();
    void goingOnShowsWhatPaintingAllShows();
    void rowsAreGrouped();
    void itSaysFromWhenItIsExact();
    void theCursorReadsTheCell();
    void itSaysSinceWhenItsTradesAreHeld();
    void barsAreBounded();
    void hiddenItSubscribesNothing();
    void settingsComeBack();
};

void FootprintTest::tradesAndDotsMakeOneFlow()
{
    FootprintFixture fixture;
    auto const& flow = fixture.panel->flow();
    QCOMPARE(flow.trades().size(), std::size_t(8));
    auto const& rough = flow.trades().front();
    QVERIFY(
        rough.rough && rough.price == Price(10'000) && rough.qty == Qty(4'000) && rough.aggressor == Side::Buy
    );
    QVERIFY(candleStart(CandleInterval::Min1, rough.time) == start - minutes(1));
    QVERIFY(!flow.trades()[1].rough);
    QVERIFY(flow.exactSince() == start + seconds(1));
    QCOMPARE(
        fixture.session.subscribers(UiFixture::topic(TopicKind::Heat)), std::size_t(1)
    ); // the heat map's own
}

void FootprintTest::droppedTradesAreFilledFromDots()
{
    FootprintFixture fixture;
    FlowFeed flow(fixture.session);
    flow.follow(UiFixture::btc());
    fixture.settle();
    QSignalSpy reset(&flow, &FlowFeed::reset);
    // The columns at the edges are in it whole: more was traded in them than was told.
    fixture.session.setSnapshot(
        UiFixture::topic(TopicKind::Heat),
        dotsAt({
            {minutes(-1), {1'000, 4.0F}},
            {seconds(61), {1'005, 2.0F}},
            {seconds(70), {1'006, -2.5F}},
            {seconds(71), {1'007, 9.0F}},
        })
    );
    fixture.session.publish(
        UiFixture::topic(TopicKind::Trades),
        TradeBatch{
            {tradeAt(seconds(71), 10'070, 300, Side::Buy), tradeAt(seconds(72), 10'080, 400, Side::Buy)}, 40}
    );
    fixture.settle();
    QCOMPARE(flow.dropped(), std::uint64_t(40));
    QVERIFY(flow.exactSince() == start + seconds(71));
    QTRY_COMPARE_WITH_TIMEOUT(reset.count(), 1, 5'000);
    auto const& trades = flow.trades();
    QCOMPARE(trades.size(), std::size_t(11));
    QVERIFY(!trades[6].rough && trades[6].price == Price(10'040));
    QVERIFY(trades[7].rough && trades[7].qty == Qty(2'000) && trades[7].price == Price(10'050));
    QVERIFY(trades[8].rough && trades[8].qty == Qty(2'500) && trades[8].aggressor == Side::Sell);
    QVERIFY(trades[9].rough && trades[9].qty == Qty(9'000));
    QVERIFY(!trades[10].rough && trades[10].qty == Qty(400));
}

void FootprintTest::aResyncBeginsAnew()
{
    FootprintFixture fixture;
    fixture.session.resync(
        UiFixture::topic(TopicKind::Trades), TradeBatch{{tradeAt(seconds(65), 10'060, 300, Side::Buy)}, 0}
    );
    fixture.settle();
    QCOMPARE(fixture.panel->flow().trades().size(), std::size_t(2)); // the dots are there again
    QVERIFY(fixture.panel->flow().exactSince() == start + seconds(65));
}

void FootprintTest::cellsHoldWhatWasTraded()
{
    FootprintFixture fixture;
    auto settings = fixture.chart().settings();
    settings.ticksPerRow = 1;
    fixture.chart().setSettings(settings);
    fixture.settle();
    auto const* study = fixture.chart().studyOf(1);
    QVERIFY(study != nullptr);
    QCOMPARE(study->rows.rows().size(), std::size_t(5));
    QVERIFY(study->rows.at(Price(10'020))->bought == Qty(5'000));
    QVERIFY(study->rows.sold() == Qty(1'500));
    QVERIFY(study->pointOfControl == Price(10'030));
    QVERIFY(study->valueArea.has_value());
}

void FootprintTest::imbalancesFollowTheirRule()
{
    FootprintFixture fixture;
    auto settings = fixture.chart().settings();
    settings.ticksPerRow = 1;
    fixture.chart().setSettings(settings);
    fixture.settle();
    // 4 against 1, 5 against 0, 6 against 0: three in a row.
    QCOMPARE(fixture.chart().studyOf(1)->imbalances.size(), std::size_t(3));
    QCOMPARE(fixture.chart().studyOf(1)->stacked.size(), std::size_t(1));
    QVERIFY(fixture.chart().studyOf(1)->stacked.front().low == Price(10'010));
    fixture.set("percent", 500);
    QCOMPARE(fixture.chart().studyOf(1)->imbalances.size(), std::size_t(2));
    QVERIFY(fixture.chart().studyOf(1)->stacked.empty());
    fixture.set("minimum", 5.5);
    QCOMPARE(fixture.chart().studyOf(1)->imbalances.size(), std::size_t(1));
    fixture.set("minimum", 0);
    fixture.set("stacked", 2);
    QCOMPARE(fixture.chart().studyOf(1)->stacked.size(), std::size_t(1));
    QVERIFY(fixture.chart().studyOf(0)->imbalances.empty()); // rough prices make none
}

void FootprintTest::aTradeCostsItsBar()
{
    FootprintFixture fixture;
    fixture.trade(tradeAt(seconds(62), 10'050, 4'000, Side::Buy));
    auto const before = fixture.chart().work();
    for (int i = 0; i < 20; ++i) {
        fixture.trade(tradeAt(seconds(63), 10'050, 100, Side::Buy));
    }
    auto const after = fixture.chart().work();
    QCOMPARE(after.whole, before.whole);
    QVERIFY(after.candles - before.candles <= 20 * 4);
    QVERIFY(fixture.chart().studyOf(2)->rows.bought() == Qty(1'500 + 4'000 + 20 * 100));
}

void FootprintTest::goingOnShowsWhatPaintingAllShows()
{
    FootprintFixture fixture;
    for (int i = 0; i < 30; ++i) {
        auto const minute = 2 + i / 3;
        auto const one = tradeAt(
            minutes(minute) + seconds(i % 3),
            10'000 + 10 * (i * 7 % 9),
            700 * (1 + i % 4),
            i % 2 == 0 ? Side::Buy : Side::Sell
        );
        fixture.third = i % 3 == 0 ? std::vector{one} : fixture.third;
        if (i % 3 != 0) {
            fixture.third.push_back(one);
        }
        fixture.session.publish(UiFixture::topic(TopicKind::Trades), TradeBatch{{one}, 0});
        fixture.session.publish(
            candlesTopic(), CandleBatch{CandleInterval::Min1, {candleOf(minute, fixture.third)}}
        );
        fixture.settle();
        auto const going = fixture.chart().grab().toImage();
        fixture.chart().setSettings(fixture.chart().settings()); // paints all of it
        fixture.settle();
        QCOMPARE(going, fixture.chart().grab().toImage());
    }
}

void FootprintTest::rowsAreGrouped()
{
    FootprintFixture fixture;
    auto* menu = fixture.panel->findChild<QToolButton*>(QStringLiteral("rows"))->menu();
    menu->actions()[3]->trigger();
    fixture.settle();
    QVERIFY(fixture.chart().rowStep() == UiFixture::btc().tickSize * 5);
    QCOMPARE(fixture.chart().studyOf(1)->rows.rows().size(), std::size_t(1));
    menu->actions()[0]->trigger();
    fixture.settle();
    auto const fine = fixture.chart().rowStep();
    QWheelEvent out(
        {300, 200},
        fixture.chart().mapToGlobal(QPointF(300, 200)),
        {},
        {0, -2'400},
        Qt::NoButton,
        Qt::ControlModifier,
        Qt::NoScrollPhase,
        false
    );
    QCoreApplication::sendEvent(&fixture.chart(), &out);
    fixture.settle();
    QVERIFY(fixture.chart().rowStep() > fine);
    auto const rowPx = static_cast<double>(fixture.chart().rowStep().value) / 100.0 /
                       fixture.chart().priceScale().perPixel();
    QVERIFY(rowPx >= 14);
}

void FootprintTest::itSaysFromWhenItIsExact()
{
    FootprintFixture fixture;
    auto const text = fixture.chart().sourceText();
    QVERIFY(text.contains(QStringLiteral("rough")));
    QVERIFY(fixture.chart().readout().contains(text));
    fixture.session.setSnapshot(UiFixture::topic(TopicKind::Heat), HeatUpdate{});
    fixture.session.resync(UiFixture::topic(TopicKind::Trades), TradeBatch{});
    fixture.settle();
    QVERIFY(!fixture.chart().sourceText().contains(QStringLiteral("rough")));
    QVERIFY(fixture.chart().studyOf(1) == nullptr);
}

void FootprintTest::theCursorReadsTheCell()
{
    FootprintFixture fixture;
    auto settings = fixture.chart().settings();
    settings.ticksPerRow = 1;
    fixture.chart().setSettings(settings);
    fixture.settle();
    auto const x = static_cast<int>(fixture.chart().window().middleOf(1));
    auto const y = static_cast<int>(fixture.chart().priceScale().yOf(100.25));
    const QPoint at(x, y);
    QMouseEvent move(
        QEvent::MouseMove, at, fixture.chart().mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier
    );
    QCoreApplication::sendEvent(&fixture.chart(), &move);
    fixture.settle();
    QVERIFY(fixture.chart().readout().contains(QStringLiteral("100.2 0 × 5")));
}

// The feed forgets its oldest trades; bars that have them stay until they are made anew of other lengths.
void FootprintTest::itSaysSinceWhenItsTradesAreHeld()
{
    UiFixture fixture;
    FlowFeed feed(fixture.session);
    FlowFootprint flow(feed);
    flow.setCandles(CandleInterval::Min1, UiFixture::btc().tickSize);
    feed.follow(UiFixture::btc());
    auto const first = tradeAt(Duration(0), 10'000, 1, Side::Buy);
    fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Trades), TradeBatch{{first}, 0});
    fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Heat), HeatUpdate{});
    fixture.pump();
    auto const capacity = static_cast<std::int64_t>(FlowFeed::capacity);
    auto const publish = [&](std::int64_t from, std::int64_t count) {
        TradeBatch many;
        for (auto i = from; i < from + count; ++i) {
            many.trades.push_back(tradeAt(milliseconds(10) * i, 10'000, 1, Side::Buy));
        }
        fixture.session.publish(UiFixture::topic(TopicKind::Trades), many);
        fixture.pump();
    };
    publish(1, capacity / 2);
    publish(1 + capacity / 2, capacity / 2);
    auto const held = feed.trades().front().time;
    QVERIFY(held > start + seconds(100));
    QVERIFY(feed.knownSince() == held && feed.exactSince() == held);
    auto const volumeOf = [&](CandleInterval interval) {
        flow.setCandles(interval, UiFixture::btc().tickSize);
        Qty sum;
        for (auto const& bar : flow.footprint().bars()) {
            sum += bar.volumes.total();
        }
        return sum;
    };
    QVERIFY(volumeOf(CandleInterval::Min1) == Qty(capacity + 1));
    QVERIFY(flow.knownSince() == start && flow.exactSince() == start);
    QVERIFY(volumeOf(CandleInterval::Sec5) == Qty(static_cast<std::int64_t>(feed.trades().size())));
    QVERIFY(flow.knownSince() == held && flow.exactSince() == held);
    // More at once than are held.
    publish(capacity + 1, capacity + capacity / 5);
    QVERIFY(volumeOf(CandleInterval::Sec5) == Qty(static_cast<std::int64_t>(feed.trades().size())));
    QVERIFY(flow.knownSince() == feed.trades().front().time);
    // What is lost on the way is not exact, whatever the bars had.
    auto const late = tradeAt(hours(2), 10'000, 1, Side::Buy);
    fixture.session.publish(UiFixture::topic(TopicKind::Trades), TradeBatch{{late}, 3});
    fixture.pump();
    QVERIFY(flow.knownSince() == feed.trades().front().time && flow.exactSince() == late.time);
}

void FootprintTest::barsAreBounded()
{
    UiFixture fixture;
    FlowFeed feed(fixture.session);
    FlowFootprint flow(feed);
    flow.setCandles(CandleInterval::Sec1, UiFixture::btc().tickSize);
    feed.follow(UiFixture::btc());
    auto const most = static_cast<std::int64_t>(FlowFootprint::mostBars);
    TradeBatch batch;
    for (std::int64_t i = 0; i < most; ++i) {
        batch.trades.push_back(tradeAt(seconds(i), 10'000, 1, Side::Buy));
    }
    fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Heat), HeatUpdate{});
    fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Trades), batch);
    fixture.pump();
    QCOMPARE(flow.footprint().bars().size(), FlowFootprint::mostBars);
    QSignalSpy changed(&flow, &FlowFootprint::changed);
    auto const next = tradeAt(seconds(most), 10'000, 1, Side::Buy);
    fixture.session.publish(UiFixture::topic(TopicKind::Trades), TradeBatch{{next}, 0});
    fixture.pump();
    QCOMPARE(flow.footprint().bars().size(), FlowFootprint::mostBars * 9 / 10);
    QVERIFY(flow.footprint().bars().back().start == next.time);
    QVERIFY(flow.knownSince() == flow.footprint().bars().front().start);
    QVERIFY(flow.exactSince() == flow.knownSince());
    QCOMPARE(changed.count(), 1);
    QVERIFY(changed.front().front().value<Timestamp>() == Timestamp::min()); // all is to be read again
    // Made anew it is no longer either.
    flow.setCandles(CandleInterval::Min1, UiFixture::btc().tickSize);
    QVERIFY(flow.knownSince() == start);
    flow.setCandles(CandleInterval::Sec1, UiFixture::btc().tickSize);
    QCOMPARE(flow.footprint().bars().size(), FlowFootprint::mostBars * 9 / 10);
}

void FootprintTest::hiddenItSubscribesNothing()
{
    FootprintFixture fixture;
    auto const trades = UiFixture::topic(TopicKind::Trades);
    QCOMPARE(fixture.session.subscribers(trades), std::size_t(2)); // the tape's and this
    fixture.panel->hide();
    QCOMPARE(fixture.session.subscribers(trades), std::size_t(1));
    QCOMPARE(fixture.session.subscribers(candlesTopic()), std::size_t(0));
    QVERIFY(fixture.panel->flow().trades().empty());
    fixture.panel->show();
    fixture.settle();
    QCOMPARE(fixture.panel->flow().trades().size(), std::size_t(8));
    fixture.view.show(UiFixture::eth().id);
    fixture.settle();
    QCOMPARE(fixture.session.subscribers(trades), std::size_t(0));
    QVERIFY(fixture.panel->flow().trades().empty());
}

void FootprintTest::settingsComeBack()
{
    FootprintFixture fixture;
    fixture.panel->restoreState({
        {QStringLiteral("interval"), QStringLiteral("5s")},
        {QStringLiteral("cells"), 2},
        {QStringLiteral("ticksPerRow"), 10},
        {QStringLiteral("imbalancePercent"), 400},
        {QStringLiteral("imbalanceMinimum"), 2.5},
        {QStringLiteral("stacked"), 4},
    });
    auto const kept = fixture.panel->saveState();
    FootprintFixture other;
    other.panel->restoreState(kept);
    QVERIFY(other.chart().settings() == fixture.chart().settings());
    QVERIFY(other.chart().settings().cells == FootprintCells::Volume);
    other.panel->restoreState({{QStringLiteral("cells"), 9}, {QStringLiteral("stacked"), -1}});
    QCOMPARE(other.panel->saveState(), kept);
}

QTEST_MAIN(FootprintTest)
#include "footprint_test.moc"
