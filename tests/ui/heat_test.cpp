// The heat map: what it adds up, what it paints when time goes on, and how the window is moved.

#include "engine/base/rng.h"
#include "tests/support/ui_fixture.h"
#include "ui/charts/heat_map.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <map>

namespace qob {

namespace {

using Sizes = std::map<std::int32_t, float>;

// A random history in chunks, and what it says column by column.
class History {
public:
    explicit History(std::uint64_t seed) : m_rng(seed) {}

    // Appends `count` columns and returns the chunks that changed.
    std::vector<HeatChunkPtr> grow(int count)
    {
        std::vector<HeatChunkPtr> changed;
        for (int i = 0; i < count; ++i) {
            if (m_chunk.columns.size() == heatChunkColumns || m_chunk.columns.empty()) {
                if (!m_chunk.columns.empty()) {
                    changed.push_back(std::make_shared<const HeatChunk>(m_chunk));
                }
                startChunk();
            }
            addColumn();
        }
        changed.push_back(std::make_shared<const HeatChunk>(m_chunk));
        return changed;
    }

    static constexpr std::int64_t first = 1'000'000;
    std::vector<Sizes> columns;

private:
    void startChunk()
    {
        m_chunk = {};
        m_chunk.firstColumn = first + static_cast<std::int64_t>(columns.size());
        for (auto const& [tick, size] : m_now) {
            m_chunk.levels.push_back({tick, size});
        }
    }

    void addColumn()
    {
        for (int i = 0; i < 6; ++i) {
            auto const tick = static_cast<std::int32_t>(m_rng.between(900, 1100));
            // Most levels have the same full size, so that every sample chooses the same contrast.
            float const size = m_rng.chance(0.4) ? 0.0F : m_rng.chance(0.8) ? 5.0F : 1.0F;
            m_chunk.changes.push_back({tick, tick < 1000 ? size : -size});
            m_now[tick] = m_chunk.changes.back().size;
            if (size == 0) {
                m_now.erase(tick);
            }
        }
        if (columns.size() % 20 == 0) { // all of one size, so that every choice of bubbles is the same
            m_chunk.dots.push_back({m_mid, m_rng.chance(0.5) ? 2.0F : -2.0F});
        }
        HeatColumn column;
        column.dotsEnd = static_cast<std::uint32_t>(m_chunk.dots.size());
        column.changesEnd = static_cast<std::uint32_t>(m_chunk.changes.size());
        m_mid += static_cast<std::int32_t>(m_rng.between(-2, 2));
        column.bidTick = m_mid;
        column.askTick = m_mid + 1;
        m_chunk.columns.push_back(column);
        columns.push_back(m_now);
    }

    Rng m_rng;
    HeatChunk m_chunk;
    Sizes m_now;
    std::int32_t m_mid = 1000;
};

// Every shading and every line, bubbles gathered and not.
std::vector<HeatLook> looks()
{
    std::vector<HeatLook> all(4);
    all[1].slicePixels = 1;
    all[1].lastLine = all[1].vwap = true;
    all[2].shading = HeatShading::Age;
    all[3].shading = HeatShading::Flow;
    all[3].bestLines = all[3].bubbles = false;
    return all;
}

HeatView viewAt(std::int64_t endColumn, std::int64_t columnsPerSlot)
{
    HeatView view;
    view.columnsPerSlot = columnsPerSlot;
    view.endColumn = (endColumn + columnsPerSlot - 1) / columnsPerSlot * columnsPerSlot;
    view.rows = {1100, 1, 200};
    view.rowPixels = 1;
    return view;
}

QImage painted(HeatRaster const& raster, QSize const& size)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    raster.paint(painter, {0, 0});
    return image;
}

int differing(QImage const& a, QImage const& b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
        }
    }
    return count;
}

HeatChunkPtr chunkOf(std::int64_t firstColumn, int columns, std::int32_t tick)
{
    HeatChunk chunk;
    chunk.firstColumn = firstColumn;
    chunk.levels = {{tick, 2.0F}, {tick + 2, -3.0F}};
    for (int i = 0; i < columns; ++i) {
        HeatColumn column;
        column.bidTick = tick;
        column.askTick = tick + 2;
        chunk.columns.push_back(column);
    }
    return std::make_shared<const HeatChunk>(chunk);
}

} // namespace

class HeatTest : public QObject {
    Q_OBJECT

private slots:
    void slotsHoldTheLargestSizeOfTheirColumns();
    void rowsAddTheirTicks();
    void aHoleIsStaleAndTheStateIsReadAnewAfterIt();
    void goingOnPaintsWhatDrawingEverythingPaints();
    void theStoreReplacesGrowingChunksAndStaysBounded();
    void zoomKeepsWhatIsUnderTheCursor();
    void draggingIntoThePastStopsFollowing();
    void zoomingOutEndsAtTheNewest();
    void aSeekBackwardsIsFollowed();
    void theMapFollowsTheShownInstrument();
};

void HeatTest::slotsHoldTheLargestSizeOfTheirColumns()
{
    for (int const columnsPerSlot : {1, 3, 7, 40}) {
        History history(9);
        HeatStore store;
        store.merge(history.grow(1'000));
        HeatScan scan(store);
        scan.start(History::first, {1100, 1, 200});
        HeatSlot slot;
        for (int first = 0; first + columnsPerSlot <= 1'000; first += columnsPerSlot) {
            scan.next(columnsPerSlot, slot);
            for (std::int32_t tick = 901; tick <= 1100; ++tick) {
                float expected = 0;
                for (int i = first; i < first + columnsPerSlot; ++i) {
                    auto const& sizes = history.columns[static_cast<std::size_t>(i)];
                    auto const found = sizes.find(tick);
                    expected = std::max(expected, found == sizes.end() ? 0.0F : std::abs(found->second));
                }
                QCOMPARE(slot.sizes[static_cast<std::size_t>(1100 - tick)], expected);
            }
        }
    }
}

void HeatTest::rowsAddTheirTicks()
{
    HeatStore store;
    store.merge({chunkOf(100, 10, 50)});
    HeatScan scan(store);
    scan.start(100, {59, 10, 2}); // rows 50..59 and 40..49
    HeatSlot slot;
    scan.next(1, slot);
    QCOMPARE(slot.sizes[0], 5.0F);
    QCOMPARE(slot.sizes[1], 0.0F);
}

void HeatTest::aHoleIsStaleAndTheStateIsReadAnewAfterIt()
{
    HeatStore store;
    store.merge({chunkOf(100, 10, 50), chunkOf(120, 10, 60)});
    HeatScan scan(store);
    scan.start(100, {70, 1, 30});
    HeatSlot slot;
    scan.next(10, slot);
    QVERIFY(!slot.stale);
    scan.next(10, slot); // 110 to 119 were never recorded
    QVERIFY(slot.stale);
    QCOMPARE(slot.bidTick, 0);
    scan.next(10, slot);
    QVERIFY(!slot.stale);
    QCOMPARE(slot.sizes[70 - 60], 2.0F);
    QCOMPARE(slot.sizes[70 - 50], 0.0F);
}

void HeatTest::goingOnPaintsWhatDrawingEverythingPaints()
{
    const Theme theme = UiFixture().theme;
    for (HeatLook const& look : looks()) {
        History history(4);
        HeatStore store;
        store.merge(history.grow(2'000));
        const std::int64_t columnsPerSlot = look.slicePixels == 1 ? 4 : 1;
        HeatRaster growing(store, theme);
        growing.setLook(look);
        const QSize size(160, 200);
        growing.show(size, viewAt(store.endColumn(), columnsPerSlot));
        for (int step = 0; step < 120; ++step) {
            store.merge(history.grow(1 + step % 9));
            auto const view = viewAt(store.endColumn(), columnsPerSlot);
            growing.show(size, view);
            HeatRaster fresh(store, theme);
            fresh.setLook(look);
            fresh.show(size, view);
            QCOMPARE(growing.fullSize(), fresh.fullSize());
            int const apart = differing(painted(growing, size), painted(fresh, size));
            // A streak of the flow fades for ever; a fresh picture looks back only so far.
            QVERIFY(apart <= (look.shading == HeatShading::Flow ? 8 : 0));
        }
        QVERIFY(growing.slotsDrawn() < 160 + 120 * 12);
    }
}

void HeatTest::theStoreReplacesGrowingChunksAndStaysBounded()
{
    HeatStore store;
    store.merge({chunkOf(0, 5, 50)});
    QCOMPARE(store.endColumn(), 5);
    store.merge({chunkOf(0, 9, 50)});
    QCOMPARE(store.endColumn(), 9);
    QVERIFY(store.find(8) != nullptr);
    QVERIFY(store.find(9) == nullptr);
    QVERIFY(store.find(-1) == nullptr);
    HeatChunk large;
    large.changes.resize(1'000'000);
    large.columns.resize(1);
    for (int i = 0; i < 10; ++i) {
        large.firstColumn = 100 + i;
        store.merge({std::make_shared<const HeatChunk>(large)});
    }
    QVERIFY(store.firstColumn() >= 107); // 24 MiB are three of them
    QCOMPARE(store.endColumn(), 110);
}

void HeatTest::zoomKeepsWhatIsUnderTheCursor()
{
    History history(2);
    HeatStore store;
    store.merge(history.grow(3'000));
    HeatWindow window(store);
    window.resize({800, 500});
    window.showSpan(minutes(3));
    static_cast<void>(window.view());
    window.drag(300, 0);
    static_cast<void>(window.view());
    double const tick = window.tickAt(120);
    window.zoomPrice(1.4, 120);
    static_cast<void>(window.view());
    QVERIFY(std::abs(window.tickAt(120) - tick) <= 2.0);
    auto const column = window.columnAt(250);
    window.zoomTime(0.5, 250);
    static_cast<void>(window.view());
    QVERIFY(std::abs(window.columnAt(250) - column) <= 4);
}

void HeatTest::draggingIntoThePastStopsFollowing()
{
    History history(2);
    HeatStore store;
    store.merge(history.grow(3'000));
    HeatWindow window(store);
    window.resize({800, 500});
    window.showSpan(minutes(2));
    static_cast<void>(window.view());
    QVERIFY(window.following());
    window.drag(100, 0);
    auto const end = window.view().endColumn;
    QVERIFY(!window.following());
    store.merge(history.grow(50));
    QCOMPARE(window.view().endColumn, end);
    window.drag(-500, 0);
    QVERIFY(window.following());
    window.drag(100, 0);
    window.reset();
    QVERIFY(window.view().endColumn >= store.endColumn());
}

// What is yet to come is not a gap.
void HeatTest::zoomingOutEndsAtTheNewest()
{
    History history(2);
    HeatStore store;
    store.merge(history.grow(3'000));
    HeatWindow window(store);
    window.resize({800, 500});
    window.showSpan(minutes(3));
    static_cast<void>(window.view());
    window.drag(40, 0);
    static_cast<void>(window.view());
    QVERIFY(!window.following());
    for (int notches = 0; notches < 6; ++notches) {
        window.zoomTime(1.18, 100);
        auto const view = window.view();
        QVERIFY(view.endColumn < store.endColumn() + view.columnsPerSlot);
    }
    QVERIFY(window.following());
}

void HeatTest::aSeekBackwardsIsFollowed()
{
    History history(2);
    HeatStore store;
    auto const before = history.grow(1'000);
    auto const after = history.grow(2'000);
    store.merge(before);
    store.merge(after);
    HeatWindow window(store);
    window.resize({800, 500});
    window.showSpan(minutes(1));
    static_cast<void>(window.view());
    window.drag(300, 0);
    static_cast<void>(window.view());
    QVERIFY(!window.following());
    store.clear();
    store.merge(before);
    auto const view = window.view();
    QVERIFY(view.endColumn < store.endColumn() + view.columnsPerSlot);
    QVERIFY(window.following());
}

void HeatTest::theMapFollowsTheShownInstrument()
{
    UiFixture terminal;
    HeatMap map(terminal.models.frames, terminal.view, terminal.models.orders, terminal.theme);
    QSignalSpy painted(&map, &HeatMap::firstPainted);
    terminal.show(map, {700, 400});
    QCOMPARE(painted.count(), 0);
    auto const column = terminal.clock.now().value / heatColumnTime.value;
    terminal.session.publishSnapshot(
        UiFixture::topic(TopicKind::Heat), HeatUpdate{{chunkOf(column, 100, 1000)}}
    );
    terminal.pump();
    terminal.frame();
    QTRY_COMPARE(painted.count(), 1);
    QCOMPARE(map.store().endColumn(), column + 100);
    const QImage picture = map.grab().toImage();
    int bright = 0; // in the ten seconds of history at the right edge of the plot
    for (int y = 0; y < 380; ++y) {
        bright += qRed(picture.pixel(700 - 90, y)) + qGreen(picture.pixel(700 - 90, y)) > 120 ? 1 : 0;
    }
    QVERIFY(bright > 4); // the two levels and the best-price lines
    terminal.view.show(UiFixture::eth().id);
    terminal.pump();
    QVERIFY(map.store().empty());
}

} // namespace qob

QTEST_MAIN(qob::HeatTest)
#include "heat_test.moc"
