#pragma once

#include "tests/support/candle_kit.h"
#include "ui/panels/candles/candles_panel.h"

#include <QMouseEvent>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace qob::test {

inline TickerList openInterestOf(Instrument const& instrument, Timestamp time, std::int64_t contracts)
{
    Ticker ticker;
    ticker.instrument = instrument.id;
    ticker.time = time;
    ticker.statistics.openInterest = Amount(static_cast<Int128>(contracts) * pow10(18));
    return {{ticker}};
}

// The panel on a wave of candles that stands still.
struct PanelFixture : UiFixture {
    explicit PanelFixture(int count = 300) : candles(wave(count))
    {
        session.setSnapshot(candlesTopic(), batchOf(candles));
        panel = std::make_unique<CandlesPanel>(session, models.frames, view, models.orders, theme);
        show(*panel, QSize(900, 560));
        settle();
    }

    void settle()
    {
        pump();
        frame();
        frame();
    }

    void publish(std::vector<Candle> const& changed)
    {
        session.publish(candlesTopic(), batchOf(changed));
        settle();
    }

    CandleChart& chart() { return *panel->chart(); }

    void showOpenInterest(bool shown)
    {
        auto indicators = chart().indicators();
        indicators.back().shown = shown;
        chart().setIndicators(indicators);
        settle();
    }

    // Bars that have one.
    [[nodiscard]] std::ptrdiff_t openInterestBars()
    {
        auto const& values = chart().lineOf(IndicatorKind::OpenInterest)->line(0);
        return std::count_if(values.begin(), values.end(), [](double value) { return !std::isnan(value); });
    }

    void wheel(QPointF at, int delta, Qt::KeyboardModifiers keys = {})
    {
        QWheelEvent event(
            at, chart().mapToGlobal(at), {}, {0, delta}, Qt::NoButton, keys, Qt::NoScrollPhase, false
        );
        QCoreApplication::sendEvent(&chart(), &event);
        settle();
    }

    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(&chart(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 10; ++i) {
            auto const at = from + (to - from) * i / 10;
            QMouseEvent move(
                QEvent::MouseMove, at, chart().mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier
            );
            QCoreApplication::sendEvent(&chart(), &move);
        }
        QTest::mouseRelease(&chart(), Qt::LeftButton, {}, to);
        settle();
    }

    // Without a window system that could say the mouse is elsewhere.
    void hover(QPoint at)
    {
        QMouseEvent move(
            QEvent::MouseMove, at, chart().mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier
        );
        QCoreApplication::sendEvent(&chart(), &move);
    }

    [[nodiscard]] int pixelsOf(QColor const& color)
    {
        auto const picture = chart().grab().toImage();
        int count = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < chart().plotRect().width(); ++x) {
                count += picture.pixelColor(x, y) == color ? 1 : 0;
            }
        }
        return count;
    }

    std::vector<Candle> candles;
    std::unique_ptr<CandlesPanel> panel;
};

} // namespace qob::test
