#pragma once

#include "tests/support/ui_fixture.h"
#include "tests/ui/heat_script.h"
#include "ui/charts/heat_map.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

namespace qob {

inline constexpr QSize panelSize(700, 400); // the map is 624 x 380
inline constexpr std::int32_t bid = 1'000;
inline constexpr std::int32_t large = 980; // where eight rest, elsewhere two
inline constexpr int recorded = 900;

// A panel on a market that stands still: two units at each price, eight at one; rows four pixels high, a
// pixel a column.
struct HeatPanel {
    explicit HeatPanel(HeatLook const& look = {})
    {
        auto const now = terminal.clock.now().value / heatColumnTime.value;
        HeatScript script(now - recorded);
        for (std::int32_t tick = bid - 100; tick <= bid; ++tick) {
            script.level(tick, tick == large ? 8.0F : 2.0F);
            script.level(2 * bid + 2 - tick, -2.0F);
        }
        script.best(bid, bid + 2).columns(recorded - 200);
        // In one slice of eight pixels: ten bought at an average of 1003.2.
        script.columns(static_cast<int>((8 - script.end() % 8) % 8));
        slice = script.end();
        script.dot(bid + 2, 4).columns(2).dot(bid + 4, 6).columns(6);
        script.dot(bid, -3).columns(static_cast<int>(now - script.end()));
        show(look, script);
    }

    HeatPanel(HeatLook const& look, HeatScript const& script) { show(look, script); }

    void show(HeatLook const& look, HeatScript const& script)
    {
        map.restoreState({
            {"look", look.toJson()},
            {"window", QJsonObject{{"seconds", 62.4}, {"ticksPerPixel", 0.25}}},
        });
        terminal.show(map, panelSize);
        terminal.session.publishSnapshot(UiFixture::topic(TopicKind::Heat), HeatUpdate{script.chunks()});
        terminal.pump();
        QTest::keyClick(&map, Qt::Key_Up); // an event, so that all is as after use
        QTest::keyClick(&map, Qt::Key_Down);
        trigger("heatmap.centre");
        draw();
    }

    void draw()
    {
        terminal.frame();
        terminal.frame();
    }

    QImage picture()
    {
        draw();
        return map.grab().toImage();
    }

    QRgb pixel(int x, double tick) { return picture().pixel(x, qRound(map.window().yOf(tick))); }

    QAction* action(char const* name) const
    {
        auto* found = map.findChild<QAction*>(name);
        [&] {
            QVERIFY2(found != nullptr, name);
        }();
        return found;
    }

    void trigger(char const* name)
    {
        action(name)->trigger();
        draw();
    }

    void wheel(QPoint const& at, int steps, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at, map.mapToGlobal(at), {}, {0, 120 * steps}, {}, modifiers, {}, false);
        QApplication::sendEvent(&map, &event);
        draw();
    }

    void drag(QPoint const& from, QPoint const& to)
    {
        QTest::mousePress(&map, Qt::LeftButton, {}, from);
        QTest::mouseMove(&map, (from + to) / 2);
        QTest::mouseMove(&map, to);
        QTest::mouseRelease(&map, Qt::LeftButton, {}, to);
        draw();
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&map, key, modifiers);
        draw();
    }

    UiFixture terminal;
    HeatMap map{terminal.models.frames, terminal.view, terminal.models.orders, terminal.theme};
    std::int64_t slice = 0;
};

inline int light(QRgb color)
{
    return qRed(color) + qGreen(color) + qBlue(color);
}

} // namespace qob
