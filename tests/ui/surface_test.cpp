// The surface: what is drawn where, what hides what, and the panel in use.

#include "tests/support/ui_fixture.h"
#include "tests/ui/heat_script.h"
#include "ui/panels/surface/depth_surface.h"

#include <QAction>
#include <QApplication>
#include <QTest>
#include <QWheelEvent>

namespace qob {

namespace {

constexpr QSize size(600, 400);
constexpr std::int32_t bid = 1'000;
constexpr std::int32_t wall = 970;

SurfaceGrid flat(int times, int rows)
{
    SurfaceGrid grid;
    grid.times = times;
    grid.rows = rows;
    grid.sizes.assign(static_cast<std::size_t>(times) * static_cast<std::size_t>(rows), 0.0F);
    return grid;
}

struct SurfacePanel {
    SurfacePanel()
    {
        auto const now = terminal.clock.now().value / heatColumnTime.value;
        HeatScript script(now - 1'200);
        for (std::int32_t tick = bid - 60; tick <= bid; ++tick) {
            script.level(tick, tick == wall ? 40.0F : 1.0F);
            script.level(2 * bid + 2 - tick, -1.0F);
        }
        script.best(bid, bid + 2).columns(1'200);
        terminal.show(surface, size);
        terminal.session.publishSnapshot(UiFixture::topic(TopicKind::Heat), HeatUpdate{script.chunks()});
        terminal.pump();
        surface.setSpan(minutes(1));
        terminal.frame();
    }

    void drag(QPoint const& by)
    {
        const QPoint from = surface.rect().center();
        QTest::mousePress(&surface, Qt::LeftButton, {}, from);
        QTest::mouseMove(&surface, from + by);
        QTest::mouseRelease(&surface, Qt::LeftButton, {}, from + by);
        terminal.frame();
    }

    void wheel(int steps, Qt::KeyboardModifiers modifiers = {})
    {
        const QPoint at = surface.rect().center();
        QWheelEvent event(at, surface.mapToGlobal(at), {}, {0, 120 * steps}, {}, modifiers, {}, false);
        QApplication::sendEvent(&surface, &event);
        terminal.frame();
    }

    // The row of a price, counted from the lowest.
    [[nodiscard]] int rowOf(std::int32_t tick) const
    {
        return surface.grid().rows - 1 - surface.rows().rowOf(tick);
    }

    UiFixture terminal;
    DepthSurface surface{terminal.models.frames, terminal.view, terminal.theme};
};

} // namespace

class SurfaceTest : public QObject {
    Q_OBJECT

private slots:
    void theNewestIsInFrontAndDearIsRight();
    void whatIsNearHidesWhatIsFar();
    void theCameraStaysInFront();
    void aWallIsARidge();
    void dragWheelAndKeysMoveTheEye();
    void whatWasChosenComesBack();
    void itIsDrawnTwiceASecondAndNotWhileHidden();
    void anotherMarketsPastIsNotShown();
};

void SurfaceTest::theNewestIsInFrontAndDearIsRight()
{
    SurfacePicture picture;
    for (double const yaw : {-70.0, -20.0, 0.0, 35.0, 70.0}) {
        picture.draw(
            flat(10, 20), HeatPalette(HeatLook{}), HeatPalette(HeatLook{}).background(), {yaw, 40, 1}, size
        );
        QVERIFY(picture.at(9, 10, 0).y() > picture.at(0, 10, 0).y());
        QVERIFY(picture.at(5, 19, 0).x() > picture.at(5, 0, 0).x());
        QVERIFY(picture.at(5, 10, 1).y() < picture.at(5, 10, 0).y());
        for (auto const& at :
             {picture.at(0, 0, 0), picture.at(9, 0, 0), picture.at(0, 19, 0), picture.at(9, 19, 0)}) {
            QVERIFY(std::abs(yaw) > 25 || QRectF(QPointF(), size).contains(at));
        }
    }
}

void SurfaceTest::whatIsNearHidesWhatIsFar()
{
    const HeatPalette palette(HeatLook{});
    SurfaceGrid grid = flat(30, 30);
    for (int row = 0; row < 30; ++row) {
        grid.sizes[static_cast<std::size_t>(5 * 30 + row)] = 0.2F; // a low ridge in the past
    }
    SurfacePicture picture;
    const SurfaceCamera low{0, 10, 1};
    picture.draw(grid, palette, palette.background(), low, size);
    const QPoint top = picture.at(5, 15, std::sqrt(0.2)).toPoint() + QPoint(0, 2);
    const QRgb seen = picture.image().pixel(top);
    QVERIFY(seen != palette.background());
    for (int row = 0; row < 30; ++row) {
        grid.sizes[static_cast<std::size_t>(27 * 30 + row)] = 1.0F; // and a high one before it
    }
    picture.draw(grid, palette, palette.background(), low, size);
    QVERIFY(picture.image().pixel(top) != seen);
    picture.draw(grid, palette, palette.background(), {0, 80, 1}, size); // from above both are to be seen
    QCOMPARE(
        picture.image().pixel(picture.at(5, 15, std::sqrt(0.2)).toPoint()) != palette.background(), true
    );
}

void SurfaceTest::theCameraStaysInFront()
{
    const SurfaceCamera wild{400, -90, 0};
    QCOMPARE(wild.within().yaw, 75.0);
    QCOMPARE(wild.within().pitch, 8.0);
    QCOMPARE(wild.within().zoom, 0.5);
    SurfacePicture picture;
    picture.draw(
        flat(1, 1), HeatPalette(HeatLook{}), HeatPalette(HeatLook{}).background(), wild, {1, 1}
    ); // too small for anything
    picture.draw(flat(0, 0), HeatPalette(HeatLook{}), HeatPalette(HeatLook{}).background(), wild, size);
    QCOMPARE(picture.image().size(), size);
}

void SurfaceTest::aWallIsARidge()
{
    SurfacePanel panel;
    SurfaceGrid const& grid = panel.surface.grid();
    QVERIFY(grid.times > 10);
    int const row = panel.rowOf(wall);
    for (int time = 0; time < grid.times; ++time) {
        QVERIFY(grid.at(time, row) > 5 * grid.at(time, row + 3));
    }
    QVERIFY(grid.bids.back() > static_cast<float>(row) && grid.asks.back() > grid.bids.back());
    panel.surface.restoreState({{"seconds", 60}, {"yaw", 0}}); // or the wall's past is beside it
    panel.terminal.frame();
    auto const& picture = panel.surface.picture();
    const QPoint top = picture.at(grid.times - 2, row, 1).toPoint() + QPoint(0, 6);
    QVERIFY(picture.image().pixel(top) != panel.terminal.theme.panel.rgb());
    const QPoint beside = picture.at(grid.times - 2, row + 8, 1).toPoint() + QPoint(0, 6);
    QVERIFY(picture.image().pixel(beside) != picture.image().pixel(top));
}

void SurfaceTest::dragWheelAndKeysMoveTheEye()
{
    SurfacePanel panel;
    const SurfaceCamera byDefault;
    panel.drag({-40, 30});
    QVERIFY(panel.surface.camera().yaw > byDefault.yaw);
    QVERIFY(panel.surface.camera().pitch > byDefault.pitch);
    panel.wheel(3);
    QVERIFY(panel.surface.camera().zoom > byDefault.zoom);
    int const ticks = panel.surface.rows().ticksPerRow;
    panel.wheel(-8, Qt::ControlModifier);
    QVERIFY(panel.surface.rows().ticksPerRow > ticks);
    double const yaw = panel.surface.camera().yaw;
    QTest::keyClick(&panel.surface, Qt::Key_Left);
    QVERIFY(panel.surface.camera().yaw < yaw);
    QTest::mouseDClick(&panel.surface, Qt::LeftButton);
    panel.terminal.frame();
    QVERIFY(panel.surface.camera() == byDefault);
    QCOMPARE(panel.surface.rows().ticksPerRow, ticks);
}

void SurfaceTest::whatWasChosenComesBack()
{
    SurfacePanel panel;
    panel.drag({60, -20});
    panel.surface.findChild<QAction*>("surface.span.2")->trigger();
    auto const state = panel.surface.saveState();
    DepthSurface other(panel.terminal.models.frames, panel.terminal.view, panel.terminal.theme);
    other.restoreState(state);
    QVERIFY(other.camera() == panel.surface.camera());
    QCOMPARE(other.saveState(), state);
    QVERIFY(other.findChild<QAction*>("surface.span.2")->isChecked());
    other.restoreState({{"seconds", 7}, {"yaw", "x"}, {"zoom", 1e9}});
    QCOMPARE(other.saveState()["seconds"].toInt(), 900);
    QCOMPARE(other.camera().zoom, 4.0);
}

void SurfaceTest::itIsDrawnTwiceASecondAndNotWhileHidden()
{
    SurfacePanel panel;
    auto const drawn = [&] {
        return panel.surface.picture().image().cacheKey();
    };
    int changes = 0;
    auto before = drawn();
    for (int i = 0; i < 125; ++i) { // two seconds
        panel.terminal.frame();
        changes += std::exchange(before, drawn()) != before ? 1 : 0;
    }
    QVERIFY2(changes >= 3 && changes <= 5, qPrintable(QString::number(changes)));
    panel.surface.hide();
    before = drawn();
    for (int i = 0; i < 125; ++i) {
        panel.terminal.frame();
    }
    QCOMPARE(drawn(), before);
}

void SurfaceTest::anotherMarketsPastIsNotShown()
{
    SurfacePanel panel;
    QVERIFY(!panel.surface.labels().isEmpty());
    panel.terminal.view.show(UiFixture::eth().id); // whose history does not come
    panel.terminal.pump();
    panel.terminal.frame();
    QCOMPARE(panel.surface.grid().times, 0);
    QVERIFY(panel.surface.labels().isEmpty());
    QImage const& picture = panel.surface.picture().image();
    QImage bare(picture.size(), picture.format());
    bare.fill(panel.terminal.theme.panel.rgb());
    QCOMPARE(picture, bare);
    QVERIFY(panel.surface.grab().toImage().pixel(8, 390) == panel.terminal.theme.panel.rgb());
}

} // namespace qob

QTEST_MAIN(qob::SurfaceTest)
#include "surface_test.moc"
