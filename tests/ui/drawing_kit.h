#pragma once

#include "tests/support/ui_fixture.h"

#include <functional>

namespace qob {

inline constexpr Timestamp begin(1'783'000'000'000'000'000);

inline Drawing drawn(DrawingKind kind, DrawingAnchor first, DrawingAnchor second = {})
{
    Drawing drawing;
    drawing.id = QUuid::createUuid();
    drawing.kind = kind;
    drawing.market = QStringLiteral("SIM-A:BTC-USDT");
    drawing.priceScale = 2;
    drawing.anchors = {first, second};
    return drawing;
}

inline Drawing level(std::int64_t price)
{
    return drawn(DrawingKind::Level, {Price(price), begin});
}

// From 100.00 at the beginning to 101.00 ten seconds later.
inline Drawing rising(DrawingKind kind = DrawingKind::Line)
{
    return drawn(kind, {Price(10'000), begin}, {Price(10'100), begin + seconds(10)});
}

inline Drawing box()
{
    return drawn(DrawingKind::Rectangle, {Price(10'100), begin}, {Price(10'000), begin + seconds(10)});
}

inline Trade tradeAt(std::int64_t price, Duration after)
{
    auto trade = UiFixture::trade(Price(price), Qty(1), Side::Buy);
    trade.time = begin + after;
    return trade;
}

// A terminal and what its alerts said.
struct Told : UiFixture {
    Told()
    {
        QObject::connect(&models.alerts, &Alerts::fires, [this](FiredAlert const& alert) {
            told.push_back(alert.text);
        });
    }

    void trade(std::int64_t price, Duration after = seconds(1))
    {
        session.publish(topic(TopicKind::Trades), TradeBatch{{tradeAt(price, after)}, 0});
        pump();
    }

    QUuid add(Drawing drawing, bool alert)
    {
        drawing.alert = alert;
        auto const id = models.drawings.add(drawing);
        pump();
        return id;
    }

    void change(QUuid const& id, std::function<void(Drawing&)> const& change)
    {
        auto drawing = *models.drawings.find(id);
        change(drawing);
        models.drawings.change(drawing);
        pump();
    }

    std::vector<QString> told;
};

} // namespace qob
