// Candles from the session to the slots of a chart.

#include "tests/support/candle_kit.h"
#include "tests/ui/heat_script.h"
#include "ui/charts/candle_slots.h"
#include "ui/charts/slot_window.h"
#include "ui/models/candle_feed.h"

#include <QSignalSpy>
#include <QTest>

using namespace qob;
using namespace qob::test;

class CandleDataTest : public QObject {
    Q_OBJECT

private slots:
    void quietTimesAreCarriedOnAndGapsAreNot();
    void aLongQuietTimeIsNoGap();
    void theHeatHistoryTellsQuietFromGap();
    void slotsFollowChangesInTheMiddle();
    void zoomingTimeKeepsTheSlotUnderTheCursor();
    void aBatchIsToldOnce();
    void aHoleInTheStreamIsSubscribedAnew();
};

void CandleDataTest::quietTimesAreCarriedOnAndGapsAreNot()
{
    auto const& btc = UiFixture::btc();
    CandleSlots laid;
    auto before = candleAt(0, 10'000);
    auto after = candleAt(4, 10'100);
    laid.update(btc, CandleInterval::Min1, {before, after}, 0);
    QCOMPARE(laid.size(), std::size_t(5));
    QVERIFY(laid.at(2).kind == CandleSlot::Kind::Quiet);
    QVERIFY(laid.at(2).candle.open == before.close && laid.at(2).candle.volume == Amount(0));
    QCOMPARE(laid.bars()[2].close, 100.0);
    QCOMPARE(laid.slotOf(start + minutes(2) + seconds(59)), 2);
    QCOMPARE(laid.slotOf(start - nanoseconds(1)), -1);
    QCOMPARE(laid.slotOf(start + minutes(7)), 7);
    QVERIFY(laid.startOf(7) == start + minutes(7) && laid.startOf(-2) == start - minutes(2));
    before.incomplete = after.incomplete = true;
    laid.update(btc, CandleInterval::Min1, {before, after}, 0);
    QVERIFY(laid.at(3).kind == CandleSlot::Kind::Gap);
    QVERIFY(std::isnan(laid.bars()[3].close));
    laid.update(btc, CandleInterval::Min1, {before, candleAt(100'000, 10'000)}, 0);
    QCOMPARE(laid.size(), static_cast<std::size_t>(CandleSlots::shortSpan + 2));
    QVERIFY(laid.at(1).kind == CandleSlot::Kind::Gap);
}

void CandleDataTest::aLongQuietTimeIsNoGap()
{
    CandleSlots laid;
    auto const before = candleAt(0, 10'000);
    laid.update(UiFixture::btc(), CandleInterval::Min1, {before, candleAt(500, 10'100)}, 0);
    QCOMPARE(laid.size(), static_cast<std::size_t>(CandleSlots::shortSpan + 2)); // however long
    for (std::size_t slot = 1; slot <= static_cast<std::size_t>(CandleSlots::shortSpan); ++slot) {
        QVERIFY(laid.at(slot).kind == CandleSlot::Kind::Quiet);
        QVERIFY(laid.at(slot).candle.close == before.close);
        QCOMPARE(laid.bars()[slot].close, 100.0);
    }
}

// The heat map's history knows when the feed was there, which candles without trades cannot say.
void CandleDataTest::theHeatHistoryTellsQuietFromGap()
{
    auto const column = [](int minute) {
        return (start + minutes(minute)).value / heatColumnTime.value;
    };
    HeatScript script(column(1));
    script.best(100, 101).columns(1'800).columns(1, true).columns(1'199).skip(600).columns(6'000);
    HeatStore heat;
    QVERIFY(!heat.wasLive(column(1), column(2)));
    heat.merge(script.chunks());
    QVERIFY(heat.wasLive(column(1), column(4)) == true);
    QVERIFY(heat.wasLive(column(3), column(5)) == false);
    QVERIFY(heat.wasLive(column(6), column(7)) == false);
    QVERIFY(heat.wasLive(column(7), column(900)) == true); // what is yet to come is not missing
    QVERIFY(!heat.wasLive(column(0), column(3)));
    QVERIFY(heat.wasLive(column(0), column(5)) == false);
    CandleSlots laid;
    laid.setWasLive([&](Timestamp from, Timestamp until) {
        return heat.wasLive(from.value / heatColumnTime.value, until.value / heatColumnTime.value);
    });
    auto const kinds = [&](Candle before, Candle after, bool incomplete) {
        before.incomplete = after.incomplete = incomplete;
        laid.update(UiFixture::btc(), CandleInterval::Min1, {before, after}, 0);
        std::string text;
        for (std::size_t slot = 1; slot + 1 < laid.size(); ++slot) {
            text += laid.at(slot).kind == CandleSlot::Kind::Gap ? 'G' : 'Q';
        }
        return text;
    };
    // Lost in the fourth minute: what the price was from then on nobody saw.
    QCOMPARE(kinds(candleAt(0, 10'000), candleAt(8, 10'000), false), std::string("QQQGGGG"));
    QCOMPARE(kinds(candleAt(7, 10'000), candleAt(10, 10'000), true), std::string("QQ"));
    // Before the history begins the candles have to say it.
    QCOMPARE(kinds(candleAt(-3, 10'000), candleAt(1, 10'000), false), std::string("QQQ"));
    QCOMPARE(kinds(candleAt(-3, 10'000), candleAt(1, 10'000), true), std::string("GGG"));
    // A long time is of one kind.
    QCOMPARE(kinds(candleAt(-600, 10'000), candleAt(8, 10'000), false), std::string("GGGGGGGG"));
    QCOMPARE(kinds(candleAt(-600, 10'000), candleAt(3, 10'000), false), std::string("QQQQQQQQ"));
}

void CandleDataTest::slotsFollowChangesInTheMiddle()
{
    auto const& btc = UiFixture::btc();
    auto candles = wave(50);
    candles.erase(candles.begin() + 20, candles.begin() + 23);
    CandleSlots laid;
    QCOMPARE(laid.update(btc, CandleInterval::Min1, candles, 0), std::size_t(0));
    QCOMPARE(laid.size(), std::size_t(50));
    candles.insert(candles.begin() + 20, candleAt(21, 12'000)); // a late trade in the quiet time
    QCOMPARE(laid.update(btc, CandleInterval::Min1, candles, 20), std::size_t(20));
    QCOMPARE(laid.size(), std::size_t(50));
    QVERIFY(laid.at(21).candle.close == Price(12'000));
    QVERIFY(laid.at(22).candle.close == Price(12'000) && laid.at(22).kind == CandleSlot::Kind::Quiet);
    candles.push_back(candleAt(50, 9'000));
    QCOMPARE(laid.update(btc, CandleInterval::Min1, candles, candles.size() - 1), std::size_t(50));
    QCOMPARE(laid.size(), std::size_t(51));
}

void CandleDataTest::zoomingTimeKeepsTheSlotUnderTheCursor()
{
    SlotWindow window({1, 120, 8, 50});
    window.resize(800);
    window.setCount(1'000);
    window.drag(1'500);
    QVERIFY(!window.following());
    for (double const factor : {0.5, 0.8, 1.3, 3.0, 0.2}) {
        auto const slot = window.slotAt(317);
        window.zoom(factor, 317);
        QVERIFY(std::abs(window.slotAt(317) - slot) <= 1);
    }
    window.drag(-100'000);
    QVERIFY(window.following());
    QVERIFY(window.xOf(1'000) <= 800);
}

void CandleDataTest::aBatchIsToldOnce()
{
    UiFixture fixture;
    fixture.session.setSnapshot(candlesTopic(), batchOf(wave(10)));
    CandleFeed feed(fixture.session);
    QSignalSpy reset(&feed, &CandleFeed::reset);
    QSignalSpy changed(&feed, &CandleFeed::changed);
    feed.follow(UiFixture::btc().id, CandleInterval::Min1);
    fixture.pump();
    QCOMPARE(reset.count(), 2); // emptied, then filled
    QCOMPARE(feed.candles().size(), std::size_t(10));
    for (int i = 0; i < 5'000; ++i) {
        QVERIFY(
            fixture.session.publish(candlesTopic(), batchOf({candleAt(9, 10'000 + i), candleAt(10, 9'000)}))
        );
    }
    fixture.pump();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.front().front().value<std::size_t>(), std::size_t(9));
    QCOMPARE(feed.candles().size(), std::size_t(11));
    QVERIFY(feed.candles()[9].close == Price(14'999));
    fixture.session.publish(candlesTopic(), batchOf({candleAt(4, 7'000)}));
    fixture.pump();
    QVERIFY(feed.candles()[4].close == Price(7'000));
    QCOMPARE(changed.back().front().value<std::size_t>(), std::size_t(4));
}

void CandleDataTest::aHoleInTheStreamIsSubscribedAnew()
{
    UiFixture fixture;
    fixture.session.setSnapshot(candlesTopic(), batchOf(wave(10)));
    CandleFeed feed(fixture.session);
    feed.follow(UiFixture::btc().id, CandleInterval::Min1);
    fixture.pump();
    fixture.session.setSnapshot(candlesTopic(), batchOf(wave(30)));
    fixture.session.skipSequence(candlesTopic());
    fixture.session.publish(candlesTopic(), batchOf({candleAt(9, 10'000)}));
    fixture.pump();
    QCOMPARE(feed.candles().size(), std::size_t(30));
    QCOMPARE(fixture.session.subscribers(candlesTopic()), std::size_t(1));
    fixture.session.resync(candlesTopic(), batchOf(wave(4)));
    fixture.pump();
    QCOMPARE(feed.candles().size(), std::size_t(4));
}

QTEST_MAIN(CandleDataTest)
#include "candle_data_test.moc"
