#pragma once

#include "tests/support/candle_kit.h"
#include "tests/ui/heat_script.h"
#include "ui/charts/heat_map.h"
#include "ui/panels/candles/candles_panel.h"
#include "ui/shell/panel_kinds.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QTest>

#include <cmath>

namespace qob {

inline constexpr std::int64_t tick = 10; // units of the fixture's Bitcoin

// A chart of five hours and a heat map of a minute, ending at the same time at about the same prices.
struct DrawingStage : UiFixture {
    DrawingStage()
    {
        auto candles = test::wave(300);
        for (auto& candle : candles) {
            candle.start = candle.start - minutes(300);
        }
        session.setSnapshot(test::candlesTopic(), test::batchOf(candles));
        auto const last = clock.now().value / heatColumnTime.value;
        HeatScript script(last - 900);
        for (std::int32_t at = 900; at <= 1'000; ++at) {
            script.level(at, 2).level(2'002 - at, -2);
        }
        script.best(1'000, 1'002).columns(900);
        session.setSnapshot(topic(TopicKind::Heat), HeatUpdate{script.chunks()});
        panel.reset(static_cast<CandlesPanel*>(make("candles")));
        map.reset(static_cast<HeatMap*>(make("heatmap")));
        show(*panel, QSize(900, 560));
        show(*map, QSize(700, 400));
        session.publishSnapshot(topic(TopicKind::Heat), HeatUpdate{script.chunks()});
        settle();
        map->findChild<QAction*>("heatmap.centre")->trigger();
        settle();
    }

    QWidget* make(char const* kind)
    {
        return findPanelKind(QLatin1String(kind))->make({models, models.groups.at(0), theme});
    }

    void settle()
    {
        pump();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // no event loop runs here
        frame();
        frame();
    }

    // The keys go there.
    void enter(QWidget& on)
    {
        on.activateWindow();
        on.setFocus();
        settle();
    }

    CandleChart& chart() { return *panel->chart(); }

    Drawings& drawings() { return models.drawings; }

    Drawing last() { return drawings().all().back(); }

    void
    move(QWidget& on, QPoint at, Qt::MouseButtons buttons = Qt::NoButton, Qt::KeyboardModifiers keys = {})
    {
        QMouseEvent event(QEvent::MouseMove, at, on.mapToGlobal(at), Qt::NoButton, buttons, keys);
        QCoreApplication::sendEvent(&on, &event);
        settle();
    }

    void drag(QWidget& on, QPoint from, QPoint to, Qt::KeyboardModifiers keys = {})
    {
        QTest::mousePress(&on, Qt::LeftButton, keys, from);
        for (int i = 1; i <= 5; ++i) {
            move(on, from + (to - from) * i / 5, Qt::LeftButton, keys);
        }
        QTest::mouseRelease(&on, Qt::LeftButton, keys, to);
        settle();
    }

    void click(QWidget& on, QPoint at, Qt::KeyboardModifiers keys = {})
    {
        move(on, at, Qt::NoButton, keys);
        QTest::mouseClick(&on, Qt::LeftButton, keys, at);
        settle();
    }

    void key(QWidget& on, Qt::Key key, Qt::KeyboardModifiers keys = {})
    {
        QTest::keyClick(&on, key, keys);
        settle();
    }

    QMenu* menuAt(QWidget& on, QPoint at)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, on.mapToGlobal(at));
        QCoreApplication::sendEvent(&on, &event);
        return on.findChild<QMenu*>(QStringLiteral("drawingMenu"));
    }

    // Of a drawing's menu, opened at a place.
    void choose(QWidget& on, QPoint at, char const* action, int which = 0)
    {
        auto* menu = menuAt(on, at);
        QVERIFY(menu != nullptr);
        auto const found = menu->findChildren<QAction*>(QLatin1String(action));
        QVERIFY2(found.size() > which, action);
        found[which]->trigger();
        delete menu;
        settle();
    }

    Drawing addLevel(std::int64_t price)
    {
        Drawing level;
        level.kind = DrawingKind::Level;
        level.market = QStringLiteral("SIM-A:BTC-USDT");
        level.priceScale = 2;
        level.anchors[0] = {Price(price), clock.now()};
        drawings().add(level);
        settle();
        return last();
    }

    std::unique_ptr<CandlesPanel> panel;
    std::unique_ptr<HeatMap> map;
};

// What the chart's axes say of a place.
inline DrawingAnchor expectedAt(CandleChart const& chart, QPoint at)
{
    auto const slot = chart.window().slotAt(at.x());
    auto const start = chart.candles().startOf(slot);
    double const share = static_cast<double>(at.x() - chart.window().xOf(slot)) / chart.window().slotPx();
    return {
        Price(std::llround(chart.priceScale().valueAt(at.y()) * 100 / tick) * tick),
        start + nanoseconds(std::llround(share * 60e9)),
    };
}

inline DrawingShape const& shapeOf(DrawingTools const& tools, QUuid const& id)
{
    auto const& shapes = tools.shapes();
    auto const found = std::find_if(shapes.begin(), shapes.end(), [&](DrawingShape const& shape) {
        return shape.drawing.id == id;
    });
    return found == shapes.end() ? shapes.at(shapes.size()) : *found;
}

} // namespace qob
