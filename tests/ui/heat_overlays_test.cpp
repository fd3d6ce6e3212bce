// What lies on and beside a heat map, on a small history: bubbles, lines, shadings, marks, panes, cursors.

#include "engine/base/rng.h"
#include "tests/ui/heat_panel.h"
#include "ui/charts/tag_places.h"

namespace qob {

namespace {

HeatSum newestSum(HeatPanel const& panel)
{
    return panel.map.raster().shownMarks(panel.map.raster().slotCount() - 1).sum;
}

// Recorded seconds, each with one traded, that end where what is held begins; they come when they are looked
// at.
void record(HeatPanel& panel, int seconds)
{
    auto const now = panel.terminal.clock.now();
    panel.terminal.session.publishSnapshot(UiFixture::topic(TopicKind::Market), MarketStatus{.now = now});
    panel.terminal.pump();
    auto const end = panel.terminal.view.heat().firstColumn() / 10;
    auto const firstHour = (end - seconds) / 3'600;
    for (auto hour = firstHour; hour <= end / 3'600; ++hour) {
        HeatChunk page;
        page.firstColumn = std::max(end - seconds, hour * 3'600);
        page.levels = {{bid, 1.0F}, {bid + 2, -1.0F}};
        for (auto column = page.firstColumn; column < std::min(end, (hour + 1) * 3'600); ++column) {
            page.dots.push_back({bid, 1.0F});
            auto const dots = static_cast<std::uint32_t>(page.dots.size());
            page.columns.push_back({0, dots, bid, bid + 2, bid, false});
        }
        Topic topic{TopicKind::HeatPast, UiFixture::btc().id};
        topic.hour = hour;
        panel.terminal.session.setSnapshot(topic, HeatUpdate{{std::make_shared<const HeatChunk>(page)}});
    }
}

// Until as much of the past as that is held.
void lookBack(HeatPanel& panel, std::int64_t column)
{
    for (int screens = 0; screens < 40 && panel.map.store().pastColumn() > column; ++screens) {
        panel.key(Qt::Key_PageUp);
        panel.terminal.pump();
        panel.draw();
    }
}

} // namespace

class HeatOverlaysTest : public QObject {
    Q_OBJECT

private slots:
    void bubblesAreAtTheAveragePrice();
    void smallTradesGetNoBubble();
    void linesCanBeSwitchedOff();
    void theProfileShowsWhatWasTraded();
    void theDeltaPaneIsAsHighAsItIsDragged();
    void theVwapLineIsAtTheSums();
    void anotherHistoryBeginsAllSumsAnew();
    void lookingAtThePastKeepsTheSums();
    void thePastHasNoSums();
    void ageMakesOldSizeBrighter();
    void flowShowsWhatWasPulled();
    void largeLotsAreNamed();
    void icebergsAreMarkedAsInferred();
    void aGapIsHatched();
    void ownOrdersAreAtTheirPrice();
    void tagsOfOrdersDoNotCoverEachOther();
    void theCursorIsShared();
};

void HeatOverlaysTest::bubblesAreAtTheAveragePrice()
{
    HeatPanel panel;
    auto const found = panel.map.raster().largeTrades(9);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].size, 10.0);
    QVERIFY(found[0].buy);
    double const average = (4.0 * (bid + 2) + 6.0 * (bid + 4)) / 10;
    QCOMPARE(found[0].y, qRound(panel.map.window().yOf(average)));
    auto const middle = Timestamp((panel.slice + 4) * heatColumnTime.value);
    QVERIFY(std::abs(found[0].x - panel.map.window().xOf(middle)) <= 1);
    // And painted there, in the buyer's colour.
    const QColor color(panel.picture().pixel(found[0].x, found[0].y));
    QVERIFY(color.green() > color.red() + 60);
    panel.trigger("heatmap.bubbles");
    const QColor bare(panel.picture().pixel(found[0].x, found[0].y));
    QVERIFY(bare.green() <= bare.red() + 60);
}

void HeatOverlaysTest::smallTradesGetNoBubble()
{
    HeatLook look;
    look.leastBubble = 5;
    look.bestLines = false;
    look.colors = HeatColors::Mono;
    HeatPanel panel(look);
    QVERIFY(panel.map.raster().bubbles().shows(5));
    QVERIFY(!panel.map.raster().bubbles().shows(4.9));
    auto const sold = panel.map.raster().largeTrades(3).back();
    QCOMPARE(sold.size, 3.0);
    const QColor none(panel.picture().pixel(sold.x, sold.y));
    look.leastBubble = 1;
    panel.map.setLook(look);
    const QColor red(panel.picture().pixel(sold.x, sold.y));
    QVERIFY(red.red() > red.green() + 60);
    QVERIFY(none.red() < none.green() + 20);
}

void HeatOverlaysTest::linesCanBeSwitchedOff()
{
    HeatPanel panel;
    QCOMPARE(panel.pixel(200, bid), panel.terminal.theme.bid.rgb());
    QCOMPARE(panel.pixel(200, bid + 2), panel.terminal.theme.ask.rgb());
    panel.trigger("heatmap.bestLines");
    QVERIFY(panel.pixel(200, bid) != panel.terminal.theme.bid.rgb());
    panel.trigger("heatmap.lastLine");
    QCOMPARE(panel.pixel(600, bid), panel.terminal.theme.last.rgb());
}

void HeatOverlaysTest::theProfileShowsWhatWasTraded()
{
    HeatPanel panel;
    panel.trigger("heatmap.profile.1");
    HeatProfile const& profile = panel.map.overlays().profile();
    QCOMPARE(profile.volume(), 13.0);
    QCOMPARE(*profile.poc(), std::int64_t{bid + 4});
    QCOMPARE(profile.at(bid).sells, 3.0);
    // Right of the map, which is narrower now; the longest bar at the POC.
    QImage picture = panel.picture();
    auto const barAt = [&](double tick) {
        int const y = qRound(panel.map.window().yOf(tick)) + 1;
        int wide = 0;
        for (int x = 700 - 76 - 1; x > 700 - 76 - 110; --x) {
            auto const color = picture.pixel(x, y);
            wide += color != panel.terminal.theme.panel.rgb() ? 1 : 0;
        }
        return wide;
    };
    QVERIFY(barAt(bid + 4) > barAt(bid + 2));
    QVERIFY(barAt(bid + 2) > barAt(bid));
    QVERIFY(barAt(bid) > 10);
    QCOMPARE(barAt(bid - 20), 0);
    // Scrolled to before the trades, nothing is left of what is shown, but all of what is held.
    panel.drag({200, 200}, {500, 200});
    QCOMPARE(panel.map.overlays().profile().volume(), 0.0);
    panel.trigger("heatmap.profile.2");
    QCOMPARE(panel.map.overlays().profile().volume(), 13.0);
}

void HeatOverlaysTest::theDeltaPaneIsAsHighAsItIsDragged()
{
    HeatLook look;
    look.delta = true;
    look.deltaHeight = 80;
    HeatPanel panel(look);
    // Before the trades the delta is 0 and then 10, so the line is low at the left and high at the right.
    const QImage picture = panel.picture();
    auto const lineAt = [&](int x) {
        for (int y = 302; y < 380; ++y) {
            if (picture.pixel(x, y) == panel.terminal.theme.bid.rgb()) {
                return y;
            }
        }
        return 0;
    };
    auto const after =
        static_cast<int>(panel.map.window().xOf(Timestamp((panel.slice + 30) * heatColumnTime.value)));
    QVERIFY(lineAt(after) > 300);
    QVERIFY(panel.map.raster().shownMarks(panel.map.raster().slotCount() - 1).sum.delta == 7.0);
    panel.drag({300, 300}, {300, 260});
    QCOMPARE(panel.map.look().deltaHeight, 120);
    panel.drag({300, 260}, {300, 20});
    panel.draw();
    QVERIFY(panel.map.raster().slotCount() > 0);
    QVERIFY(panel.map.window().yOf(bid) >= -400); // still a map above it
    panel.trigger("heatmap.delta");
    QVERIFY(!panel.map.look().delta);
}

void HeatOverlaysTest::theVwapLineIsAtTheSums()
{
    HeatLook look;
    look.vwap = true;
    look.bestLines = false;
    HeatPanel panel(look);
    double const vwap = (4.0 * (bid + 2) + 6.0 * (bid + 4) + 3.0 * bid) / 13;
    QCOMPARE(panel.pixel(600, vwap), panel.terminal.theme.accent.lighter(125).rgb());
    QVERIFY(panel.pixel(100, vwap) != panel.terminal.theme.accent.lighter(125).rgb()); // nothing traded yet
}

void HeatOverlaysTest::anotherHistoryBeginsAllSumsAnew()
{
    HeatLook look;
    look.vwap = look.delta = true;
    look.profile = HeatProfileOf::Held;
    HeatPanel panel(look);
    auto const sum = [&] {
        return panel.map.raster().shownMarks(panel.map.raster().slotCount() - 1).sum;
    };
    QCOMPARE(sum().volume, 13.0);
    HeatScript script(panel.slice - 100); // of the same time
    script.best(bid, bid + 2).level(bid - 10, 5).columns(150).dot(bid, -2).columns(30);
    panel.terminal.session.publishSnapshot(UiFixture::topic(TopicKind::Heat), HeatUpdate{script.chunks()});
    panel.terminal.pump();
    panel.draw();
    QCOMPARE(sum().volume, 2.0);
    QCOMPARE(sum().delta, -2.0);
    QCOMPARE(panel.map.overlays().profile().volume(), 2.0);
}

// What left the store in the course of time is in no chunk any more, nor is it in the past's.
void HeatOverlaysTest::lookingAtThePastKeepsTheSums()
{
    UiFixture clock;
    auto const now = clock.clock.now().value / heatColumnTime.value;
    auto const hour = HeatStore::keptColumns;
    HeatScript early(now - hour - 6'000);
    early.best(bid, bid + 2).level(bid - 10, 5).columns(100).dot(bid, 7).columns(static_cast<int>(hour));
    HeatLook look;
    look.vwap = look.delta = true;
    HeatPanel panel(look, early);
    HeatScript late(early.end());
    late.best(bid, bid + 2).level(bid - 10, 5).dot(bid + 2, 2).columns(static_cast<int>(now - early.end()));
    panel.terminal.session.publish(UiFixture::topic(TopicKind::Heat), HeatUpdate{late.chunks()});
    panel.terminal.pump();
    panel.draw();
    QVERIFY(panel.map.store().firstColumn() > now - hour - 5'000); // the seven are gone
    QCOMPARE(newestSum(panel).volume, 9.0);
    record(panel, 60);
    for (int i = 0; i < 30 && panel.map.store().past().empty(); ++i) {
        panel.wheel({300, 100}, -2);
        panel.terminal.pump();
        panel.draw();
    }
    QVERIFY(!panel.map.store().past().empty());
    panel.key(Qt::Key_End);
    QCOMPARE(panel.map.raster().sums().before(now).volume, 9.0);
    QCOMPARE(newestSum(panel).volume, 9.0);
    QCOMPARE(newestSum(panel).delta, 9.0);
}

// They would begin at the picture's edge and change with each step.
void HeatOverlaysTest::thePastHasNoSums()
{
    HeatLook look;
    look.vwap = look.delta = true;
    look.bestLines = look.bubbles = false;
    HeatPanel panel(look);
    auto const held = panel.map.store().firstColumn();
    record(panel, 400);
    lookBack(panel, held - 3'900);
    panel.key(Qt::Key_End);
    for (int const steps : {-8, -3, 2}) {
        panel.wheel({300, 100}, steps);
        HeatRaster const& raster = panel.map.raster();
        QCOMPARE(newestSum(panel).volume, raster.sums().before(panel.map.store().endColumn()).volume);
        QCOMPARE(newestSum(panel).volume, 13.0);
        QCOMPARE(newestSum(panel).delta, 7.0);
        QVERIFY(panel.map.window().columnAt(0) < held - 100);
        double bought = 0;
        for (int i = 0; i < 20; ++i) {
            bought += raster.shownMarks(i).buys;
            QCOMPARE(raster.shownMarks(i).sum.volume, 0.0);
        }
        QVERIFY(bought > 0);
    }
    // The words and numbers of the line are not there either where only the past is.
    while (panel.map.window().columnAt(panelSize.width()) > held - 100) {
        panel.key(Qt::Key_Left, Qt::ShiftModifier);
    }
    QCOMPARE(newestSum(panel).volume, 0.0);
    const QImage with = panel.picture();
    panel.trigger("heatmap.vwap");
    QCOMPARE(panel.picture(), with);
}

void HeatOverlaysTest::ageMakesOldSizeBrighter()
{
    UiFixture clock;
    auto const now = clock.clock.now().value / heatColumnTime.value;
    HeatScript script(now - 4'000);
    script.best(bid, bid + 2).level(bid - 10, 5).columns(3'900).level(bid - 12, 5).columns(100);
    HeatLook look;
    look.shading = HeatShading::Age;
    look.colors = HeatColors::Mono;
    HeatPanel panel(look, script);
    int const old = light(panel.pixel(600, bid - 10));
    int const fresh = light(panel.pixel(600, bid - 12));
    QVERIFY(old > 2 * fresh);
    panel.trigger("heatmap.shading.0");
    QCOMPARE(light(panel.pixel(600, bid - 10)), light(panel.pixel(600, bid - 12)));
}

void HeatOverlaysTest::flowShowsWhatWasPulled()
{
    UiFixture clock;
    auto const now = clock.clock.now().value / heatColumnTime.value;
    HeatScript script(now - 600);
    script.best(bid, bid + 2).level(bid - 10, 5).level(bid, 5).columns(500);
    script.level(bid - 10, 0).level(bid - 20, 5).dot(bid, -5).columns(1).level(bid, 0).columns(99);
    HeatLook look;
    look.shading = HeatShading::Flow;
    look.bestLines = look.bubbles = false;
    HeatPanel panel(look, script);
    auto const x = static_cast<int>(panel.map.window().xOf(Timestamp((now - 99) * heatColumnTime.value)));
    auto const close = [](QRgb a, QRgb b) {
        return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b)) <
               60;
    };
    QVERIFY(close(panel.pixel(x, bid - 10), HeatPalette::flowColor(HeatPalette::Pulled)));
    QVERIFY(close(panel.pixel(x, bid - 20), HeatPalette::flowColor(HeatPalette::Stacked)));
    QVERIFY(close(panel.pixel(x, bid), HeatPalette::flowColor(HeatPalette::Filled)));
    const QColor later(panel.pixel(620, bid - 20)); // the streak has faded to grey
    QVERIFY(std::abs(later.blue() - later.red()) < 25);
}

void HeatOverlaysTest::largeLotsAreNamed()
{
    HeatLook look;
    look.largeLot = 6;
    HeatPanel panel(look);
    QVERIFY(panel.map.overlays().largeTrades().empty());
    const QImage before = panel.picture();
    panel.trigger("heatmap.largeLots");
    QCOMPARE(panel.map.overlays().largeTrades().size(), std::size_t{1});
    const QImage after = panel.picture();
    // The wall of eight has its size written at the newest end of its row.
    const QRect label(624 - 30, qRound(panel.map.window().yOf(large)) - 5, 28, 10);
    QVERIFY(before.copy(label) != after.copy(label));
}

void HeatOverlaysTest::icebergsAreMarkedAsInferred()
{
    UiFixture clock;
    auto const now = clock.clock.now().value / heatColumnTime.value;
    HeatScript script(now - 300);
    script.best(bid, bid + 2).level(bid, 2).level(bid + 2, -9).columns(150);
    for (int i = 0; i < 5; ++i) {
        script.dot(bid, -1.5F).columns(5);
    }
    auto const last = script.end() - 5;
    script.columns(static_cast<int>(now - script.end()));
    HeatLook look;
    look.largeLot = 5;
    HeatPanel panel(look, script);
    const MarketStatus live{.kind = MarketKind::Live};
    panel.terminal.session.publishSnapshot(UiFixture::topic(TopicKind::Market), live);
    panel.terminal.pump();
    QVERIFY(panel.map.overlays().icebergs().found().empty()); // nothing is looked for while switched off
    const QImage before = panel.picture();
    panel.trigger("heatmap.icebergs");
    QCOMPARE(panel.map.overlays().icebergs().found().size(), std::size_t{1});
    const QImage after = panel.picture();
    auto const x = static_cast<int>(panel.map.window().xOf(Timestamp(last * heatColumnTime.value)));
    const QRect label(x - 30, qRound(panel.map.window().yOf(bid)) + 18, 60, 14);
    QVERIFY(before.copy(label) != after.copy(label));
    // The simulated market would tell of it: these trades are ordinary ones.
    panel.terminal.session.publishSnapshot(UiFixture::topic(TopicKind::Market), MarketStatus{});
    panel.terminal.pump();
    panel.trigger("heatmap.centre"); // a frame that has something to do
    QCOMPARE(panel.picture().copy(label), before.copy(label));
    QVERIFY(panel.map.overlays().icebergs().found().empty());
    panel.terminal.session.publishSnapshot(UiFixture::topic(TopicKind::Market), live);
    panel.terminal.pump();
    panel.trigger("heatmap.centre");
    QVERIFY(panel.picture().copy(label) != before.copy(label));
    look = panel.map.look();
    look.largeLot = 8; // seven and a half traded
    panel.map.setLook(look);
    QCOMPARE(panel.picture().copy(label), before.copy(label));
}

void HeatOverlaysTest::aGapIsHatched()
{
    UiFixture clock;
    auto const now = clock.clock.now().value / heatColumnTime.value;
    HeatScript script(now - 600);
    script.best(bid, bid + 2).level(bid - 10, 5).columns(300).skip(100).columns(200);
    HeatLook look;
    look.delta = true;
    HeatPanel panel(look, script);
    const QImage picture = panel.picture();
    auto const hatch = panel.map.raster().palette().hatch();
    int hatched = 0;
    int smeared = 0;
    int const left = static_cast<int>(panel.map.window().xOf(Timestamp((now - 300) * heatColumnTime.value)));
    int const y = qRound(panel.map.window().yOf(bid - 10));
    for (int x = left + 1; x < left + 99; ++x) {
        hatched += picture.pixel(x, y) == hatch ? 1 : 0;
        smeared +=
            picture.pixel(x, y) != hatch && picture.pixel(x, y) != panel.map.raster().palette().background();
    }
    QVERIFY(hatched >= 15);
    QCOMPARE(smeared, 0);
    QVERIFY(picture.pixel(left - 3, y) != hatch);
    QVERIFY(light(picture.pixel(left + 103, y)) > 60);
}

void HeatOverlaysTest::ownOrdersAreAtTheirPrice()
{
    HeatPanel panel;
    const Price price = UiFixture::btc().tickSize * (bid - 30);
    const QImage before = panel.picture();
    panel.terminal.addOrder("mine", Side::Buy, price, Qty(250));
    const QImage after = panel.picture();
    int const y = qRound(panel.map.window().yOf(bid - 30));
    int own = 0;
    for (int x = 460; x < 624; ++x) {
        own += after.pixel(x, y) == panel.terminal.theme.own.rgb() ? 1 : 0;
    }
    QVERIFY(own > 60);                                                            // a dashed line
    QVERIFY(before.copy(250, y - 8, 200, 16) != after.copy(250, y - 8, 200, 16)); // and its label
}

void HeatOverlaysTest::tagsOfOrdersDoNotCoverEachOther()
{
    Rng rng(11);
    TagPlaces places(450, 16);
    std::vector<QRectF> tags;
    int without = 0;
    for (int i = 0; i < 2'000; ++i) {
        auto const y = static_cast<double>(rng.between(-8, 1'500));
        auto const width = static_cast<double>(rng.between(60, 160));
        if (auto const tag = places.place(y, width)) {
            QCOMPARE(tag->center().y(), y);
            QCOMPARE(tag->width(), width);
            QVERIFY(tag->left() >= 0 && tag->right() <= 450);
            QVERIFY(std::none_of(tags.begin(), tags.end(), [&](QRectF const& other) {
                return other.intersects(*tag);
            }));
            tags.push_back(*tag);
        } else {
            ++without;
        }
    }
    QVERIFY(tags.size() > 200);
    QVERIFY(without > 0); // rather none than one over another
    QCOMPARE(places.place(1'516, 100)->right(), 450.0);
    QCOMPARE(places.place(1'524, 100)->right(), 346.0);
    QCOMPARE(places.place(1'532, 100)->right(), 450.0);
    // As the map has it: three at one price stand beside each other, the one out of sight takes no place.
    HeatPanel panel;
    auto const price = [](int below) {
        return UiFixture::btc().tickSize * (bid - below);
    };
    int const row = qRound(panel.map.window().yOf(bid - 30));
    panel.terminal.addOrder("away", Side::Buy, price(500), Qty(250));
    panel.terminal.addOrder("one", Side::Buy, price(30), Qty(250));
    auto const plates = [&] {
        const QImage picture = panel.picture();
        int count = 0;
        for (int x = 1; x < 449; ++x) { // each begins with a bar of two pixels
            count += picture.pixel(x, row - 6) == panel.terminal.theme.own.rgb() &&
                             picture.pixel(x - 1, row - 6) != panel.terminal.theme.own.rgb()
                         ? 1
                         : 0;
        }
        return count;
    };
    QCOMPARE(plates(), 1);
    panel.terminal.addOrder("two", Side::Buy, price(30), Qty(250));
    panel.terminal.addOrder("three", Side::Buy, price(30), Qty(250));
    QCOMPARE(plates(), 3);
}

void HeatOverlaysTest::theCursorIsShared()
{
    HeatPanel panel;
    HeatMap other(
        panel.terminal.models.frames, panel.terminal.view, panel.terminal.models.orders, panel.terminal.theme
    );
    other.restoreState(panel.map.saveState());
    panel.terminal.show(other, panelSize);
    panel.draw();
    const QImage before = other.grab().toImage();
    QTest::mouseMove(&panel.map, {301, 120});
    panel.draw();
    MarketCursor const& cursor = panel.terminal.view.cursor();
    auto const tick = std::llround(panel.map.window().tickAt(120));
    QCOMPARE(*cursor.price, UiFixture::btc().tickSize * tick);
    QCOMPARE(cursor.time->value, panel.map.window().columnAt(301) * heatColumnTime.value);
    const QImage after = other.grab().toImage();
    int changed = 0;
    int const y = static_cast<int>(other.window().yOf(static_cast<double>(tick)));
    for (int x = 0; x < 600; ++x) {
        changed += before.pixel(x, y) != after.pixel(x, y) ? 1 : 0;
    }
    QVERIFY(changed > 550);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&panel.map, &leave);
    QVERIFY(panel.terminal.view.cursor() == MarketCursor{});
    panel.draw();
    QCOMPARE(other.grab().toImage(), before);
}

} // namespace qob

QTEST_MAIN(qob::HeatOverlaysTest)
#include "heat_overlays_test.moc"
