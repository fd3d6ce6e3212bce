// What a heat map computes besides its picture, against obvious computations.

#include "engine/base/rng.h"
#include "tests/ui/heat_script.h"
#include "ui/charts/heat_flow.h"
#include "ui/charts/heat_icebergs.h"
#include "ui/charts/heat_look.h"
#include "ui/charts/heat_overlays.h"
#include "ui/charts/heat_profile.h"
#include "ui/charts/heat_sums.h"

#include <QTest>

#include <cmath>
#include <map>

namespace qob {

namespace {

constexpr std::int64_t start = 17'800'000'000;

HeatStore storeOf(HeatScript const& script)
{
    HeatStore store;
    store.merge(script.chunks());
    return store;
}

// Random trades, and what they were.
struct RandomTrades {
    struct One {
        std::int64_t column;
        HeatDot dot;
    };

    explicit RandomTrades(std::uint64_t seed, std::int64_t from = start, int columns = 2'000) : script(from)
    {
        Rng rng(seed);
        std::int32_t mid = 1'000;
        for (int i = 0; i < columns; ++i) {
            mid += static_cast<std::int32_t>(rng.between(-1, 1));
            for (auto n = rng.between(0, 2); n > 0; --n) {
                auto const tick = mid + static_cast<std::int32_t>(rng.between(-8, 8));
                float const size = static_cast<float>(rng.between(1, 40)) * 0.25F;
                const HeatDot dot{tick, rng.chance(0.5) ? size : -size};
                script.dot(dot.tick, dot.size);
                all.push_back({script.end(), dot});
            }
            script.best(mid, mid + 1).columns(1);
        }
    }

    HeatScript script;
    std::vector<One> all;
};

} // namespace

class HeatNumbersTest : public QObject {
    Q_OBJECT

private slots:
    void theProfileAddsUpWhatWasTradedAtEachPrice();
    void theValueAreaGrowsFromThePocByTheLargerTwoRows();
    void ofEqualRowsThePocIsTheOneInTheMiddle();
    void aPocIsNakedUntilItsPriceTradesAgain();
    void sumsAreThoseOfAllTradesBefore();
    void sumsGoOnWhenOldChunksLeave();
    void aNewDayBeginsANewSession();
    void agesAreMeansOverTheSize();
    void flowTellsFilledFromPulled();
    void anIcebergIsMoreTradedThanEverShown();
    void whatTheMarketTellsOfIcebergsIsExact();
    void coarseColumnsTellNothingOfIcebergs();
    void aLookComesBackFromItsJson();
    void wrongValuesInAJsonArePassedOver();
    void sizesAreWrittenShort();
};

void HeatNumbersTest::theProfileAddsUpWhatWasTradedAtEachPrice()
{
    const RandomTrades trades(3);
    auto const store = storeOf(trades.script);
    for (std::int32_t const ticksPerRow : {1, 7}) {
        HeatProfile profile(ticksPerRow);
        profile.add(store, start + 300, start + 1'500);
        std::map<std::int64_t, HeatProfile::Row> expected;
        double volume = 0;
        for (auto const& [column, dot] : trades.all) {
            if (column >= start + 300 && column < start + 1'500) {
                HeatProfile::Row& row = expected[dot.tick / ticksPerRow];
                (dot.size > 0 ? row.buys : row.sells) += std::abs(static_cast<double>(dot.size));
                volume += std::abs(static_cast<double>(dot.size));
            }
        }
        QCOMPARE(profile.volume(), volume);
        auto most = expected.begin();
        for (auto row = expected.begin(); row != expected.end(); ++row) {
            QCOMPARE(profile.at(row->first).buys, row->second.buys);
            QCOMPARE(profile.at(row->first).sells, row->second.sells);
            most = row->second.total() > most->second.total() ? row : most;
        }
        QCOMPARE(profile.at(*profile.poc()).total(), most->second.total());
        QCOMPARE(profile.at(expected.begin()->first - 1'000'000).total(), 0.0);
        auto const [low, high] = *profile.valueArea();
        double inside = 0;
        for (auto row = low; row <= high; ++row) {
            inside += profile.at(row).total();
        }
        QVERIFY(inside >= 0.7 * volume);
        QVERIFY(low <= *profile.poc() && *profile.poc() <= high);
    }
}

void HeatNumbersTest::theValueAreaGrowsFromThePocByTheLargerTwoRows()
{
    // 94 in all; 70 % are 65.8. POC 105 (30); above 106+107 = 18, below 104+103 = 21: below is taken (51);
    // then above 18 against below 102+101 = 9: above (69).
    HeatProfile profile;
    const std::map<std::int32_t, float> rows{
        {101, 4},
        {102, 5},
        {103, 9},
        {104, 12},
        {105, 30},
        {106, 10},
        {107, 8},
        {108, 7},
        {109, 6},
        {110, 3}};
    for (auto const& [tick, size] : rows) {
        profile.add({tick, size});
    }
    QCOMPARE(*profile.poc(), 105);
    QCOMPARE(profile.valueArea()->first, 103);
    QCOMPARE(profile.valueArea()->second, 107);
    QVERIFY(!HeatProfile().poc());
    QVERIFY(!HeatProfile().valueArea());
}

void HeatNumbersTest::ofEqualRowsThePocIsTheOneInTheMiddle()
{
    HeatProfile profile;
    for (std::int32_t const tick : {10, 18, 19, 30}) {
        profile.add({tick, tick == 30 ? 1.0F : 5.0F});
    }
    QCOMPARE(*profile.poc(), 19);
    HeatProfile one;
    one.add({-7, -2.0F});
    QCOMPARE(*one.poc(), -7);
    QCOMPARE(one.valueArea()->first, -7);
}

void HeatNumbersTest::aPocIsNakedUntilItsPriceTradesAgain()
{
    constexpr int period = 100;
    HeatScript script(start);
    auto const trade = [&script](std::int32_t tick) {
        script.dot(tick, 3).columns(period / 2).dot(tick, 2).columns(period / 2);
    };
    trade(50);
    trade(60);
    trade(55);
    trade(70);
    trade(69);
    script.dot(72, 1).columns(10);
    auto const found = nakedPocs(storeOf(script), period, 1);
    // 50 was never seen again; between 55 and 70 the price went through 60; 69 to 72 went through 70.
    QCOMPARE(found.size(), std::size_t{3});
    QCOMPARE(found[0].tick, 69.0);
    QCOMPARE(found[0].endColumn, start + 5 * period);
    QCOMPARE(found[1].tick, 55.0);
    QCOMPARE(found[2].tick, 50.0);
}

void HeatNumbersTest::sumsAreThoseOfAllTradesBefore()
{
    const RandomTrades trades(5);
    auto const store = storeOf(trades.script);
    HeatSums sums;
    sums.take(store);
    HeatSum expected;
    auto trade = trades.all.begin();
    for (std::int64_t column = start; column <= trades.script.end(); column += 37) {
        for (; trade != trades.all.end() && trade->column < column; ++trade) {
            expected.add(trade->dot);
        }
        const HeatSum found = sums.before(column);
        QCOMPARE(found.volume, expected.volume);
        QCOMPARE(found.volumeTicks, expected.volumeTicks);
        QCOMPARE(found.delta, expected.delta);
    }
    QCOMPARE(sums.sessionStart(start + 5), start);
}

void HeatNumbersTest::sumsGoOnWhenOldChunksLeave()
{
    const RandomTrades trades(6, start, 3'000);
    auto const chunks = trades.script.chunks();
    HeatStore all;
    all.merge(chunks);
    HeatSums whole;
    whole.take(all);
    HeatSums growing;
    for (std::size_t i = 1; i <= chunks.size(); ++i) {
        HeatStore last; // holds three chunks at a time
        last.merge(
            {chunks.begin() + static_cast<std::ptrdiff_t>(i < 3 ? 0 : i - 3),
             chunks.begin() + static_cast<std::ptrdiff_t>(i)}
        );
        growing.take(last);
    }
    QCOMPARE(growing.before(all.endColumn()).volume, whole.before(all.endColumn()).volume);
    QCOMPARE(growing.before(all.endColumn()).delta, whole.before(all.endColumn()).delta);
    QCOMPARE(growing.sessionStart(all.endColumn()), start);
}

void HeatNumbersTest::aNewDayBeginsANewSession()
{
    const std::int64_t midnight = (start / HeatSums::dayColumns + 1) * HeatSums::dayColumns;
    HeatScript script(midnight - 200);
    script.dot(100, 5).columns(200).dot(110, -2).columns(50);
    HeatSums sums;
    sums.take(storeOf(script));
    QCOMPARE(sums.before(midnight).volume, 5.0);
    QCOMPARE(sums.before(midnight + 1).volume, 2.0);
    QCOMPARE(sums.before(midnight + 1).delta, -2.0);
    QCOMPARE(sums.before(midnight + 50).volumeTicks, 220.0);
    QCOMPARE(sums.sessionStart(midnight + 1), midnight);
    QCOMPARE(sums.sessionStart(midnight), midnight - 200);
}

void HeatNumbersTest::agesAreMeansOverTheSize()
{
    HeatAges ages;
    ages.start(2);
    ages.next({4, 0});
    QCOMPARE(ages.ages()[0], 0.0F);
    for (int i = 0; i < 10; ++i) {
        ages.next({4, 0});
    }
    QCOMPARE(ages.ages()[0], 10.0F);
    ages.next({16, 3}); // a quarter has been there for eleven slots
    QCOMPARE(ages.ages()[0], 11.0F / 4);
    QCOMPARE(ages.ages()[1], 0.0F);
    ages.next({8, 3}); // less of the same
    QCOMPARE(ages.ages()[0], 11.0F / 4 + 1);
    ages.next({0, 0}); // a gap
    ages.next({8, 3});
    QCOMPARE(ages.ages()[0], 0.0F);
}

void HeatNumbersTest::flowTellsFilledFromPulled()
{
    HeatFlow flow;
    flow.start(3, 1.0F);
    flow.next({10, 10, 10}, {0, 0, 0}, false);
    QCOMPARE(flow.rows().stacked[0], 0.0F); // it may have been there for long
    flow.next({16, 4, 10}, {0, 0, 4}, false);
    QCOMPARE(flow.rows().stacked[0], 6.0F);
    QCOMPARE(flow.rows().pulled[1], 6.0F);
    QCOMPARE(flow.rows().filled[1], 0.0F);
    flow.next({16, 4, 5}, {0, 0, 0}, false); // what traded in the slot before is gone, and one more
    QCOMPARE(flow.rows().filled[2], 4.0F);
    QCOMPARE(flow.rows().pulled[2], 1.0F);
    flow.next({0, 0, 0}, {0, 0, 0}, true);
    flow.next({9, 9, 9}, {0, 0, 0}, false); // after a gap nothing is known of before
    QCOMPARE(flow.rows().stacked[0], 6.0F);
    QCOMPARE(flow.rows().pulled[2], 1.0F);
    flow.start(1, 0.5F);
    flow.next({0}, {0}, false);
    flow.next({8}, {0}, false);
    flow.next({8}, {0}, false);
    QCOMPARE(flow.rows().stacked[0], 4.0F);
}

void HeatNumbersTest::anIcebergIsMoreTradedThanEverShown()
{
    HeatScript script(start);
    script.best(100, 102).level(100, 2).level(102, -5).columns(5);
    for (int i = 0; i < 4; ++i) {
        script.dot(100, -1.75F).columns(4); // seven against two shown
    }
    script.columns(30);
    script.dot(102, 4).columns(4).dot(102, 4).columns(4); // eight against five shown
    script.columns(30);
    script.dot(100, -3).columns(20).dot(100, -3).columns(20); // too far apart to be one
    HeatIcebergs icebergs;
    auto const store = storeOf(script);
    icebergs.take(store);
    icebergs.take(store);
    QCOMPARE(icebergs.found().size(), std::size_t{1});
    Iceberg const& one = icebergs.found().front();
    QCOMPARE(one.tick, 100);
    QVERIFY(one.bid);
    QCOMPARE(one.traded, 7.0);
    QCOMPARE(one.shown, 2.0);
    QCOMPARE(one.firstColumn, start + 5);
    QCOMPARE(one.lastColumn, start + 17);
}

void HeatNumbersTest::whatTheMarketTellsOfIcebergsIsExact()
{
    HeatScript script(start);
    script.best(100, 102).level(100, 2).level(102, -5).columns(5);
    script.dot(100, -0.5F, true).columns(200).dot(100, -0.25F, true).columns(10); // one, however slow
    for (int i = 0; i < 4; ++i) {
        script.dot(102, 9).columns(4); // looks like one and is none
    }
    script.columns(310);
    script.dot(100, -1, true).columns(5); // another, half a minute later
    HeatIcebergs icebergs;
    auto const store = storeOf(script);
    icebergs.take(store);
    QCOMPARE(icebergs.found().size(), std::size_t{1});
    QCOMPARE(icebergs.found().front().tick, 102);
    icebergs.setTold(true);
    QVERIFY(icebergs.found().empty());
    icebergs.take(store);
    QCOMPARE(icebergs.found().size(), std::size_t{2});
    Iceberg const& one = icebergs.found().front();
    QCOMPARE(one.tick, 100);
    QVERIFY(one.bid);
    QCOMPARE(one.traded, 0.75);
    QCOMPARE(one.firstColumn, start + 5);
    QCOMPARE(one.lastColumn, start + 205);
    QCOMPARE(icebergs.found().back().traded, 1.0);
}

void HeatNumbersTest::coarseColumnsTellNothingOfIcebergs()
{
    HeatChunk merged;
    merged.firstColumn = start;
    merged.levels = {{100, 1.0F}};
    merged.dots = {{100, -9.0F}};
    merged.columns.resize(2 * heatChunkColumns);
    for (HeatColumn& column : merged.columns) {
        column.dotsEnd = 1;
    }
    HeatStore store;
    store.merge({std::make_shared<const HeatChunk>(merged)});
    HeatIcebergs icebergs;
    icebergs.take(store);
    QVERIFY(icebergs.found().empty());
}

void HeatNumbersTest::aLookComesBackFromItsJson()
{
    HeatLook look;
    look.colors = HeatColors::Cividis;
    look.shading = HeatShading::Flow;
    look.gamma = 0.8;
    look.brightness = 1.3;
    look.exactCuts = true;
    look.lowSize = 0.25;
    look.highSize = 12.5;
    look.lockedSize = 3.5;
    look.rowTicks = 20;
    look.leastBubble = 1.5;
    look.slicePixels = 3;
    look.largeLots = look.icebergs = look.lastLine = look.vwap = look.delta = look.nakedPocs = true;
    look.bubbles = look.bestLines = false;
    look.deltaHeight = 130;
    look.profile = HeatProfileOf::Held;
    HeatLook read;
    read.readJson(look.toJson());
    QVERIFY(read == look);
}

void HeatNumbersTest::wrongValuesInAJsonArePassedOver()
{
    HeatLook read;
    read.readJson({
        {"gamma", -1},
        {"brightness", "bright"},
        {"rowTicks", 1e12},
        {"colors", "rainbow"},
        {"vwap", 7},
        {"unknown", true},
        {"delta", true},
    });
    HeatLook expected;
    expected.delta = true;
    QVERIFY(read == expected);
}

void HeatNumbersTest::sizesAreWrittenShort()
{
    const std::map<double, std::string> texts{
        {0, "0.00"},
        {0.0123, "0.012"},
        {0.5, "0.50"},
        {9.99, "9.99"},
        {9.996, "10.0"},
        {99.96, "100"},
        {1'234, "1234"},
        {12'345, "12.3k"},
        {1'234'567, "1.23M"},
        {-45.67, "-45.7"},
    };
    for (auto const& [size, text] : texts) {
        QCOMPARE(HeatOverlays::shortSize(size), text);
    }
}

} // namespace qob

QTEST_GUILESS_MAIN(qob::HeatNumbersTest)
#include "heat_numbers_test.moc"
