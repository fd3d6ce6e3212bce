#pragma once

#include "ui/models/flow_feed.h"

#include <QObject>

namespace qob {

// A footprint kept up to date with a feed of trades. GUI thread.
class FlowFootprint final : public QObject {
    Q_OBJECT

public:
    // The feed must outlive it.
    explicit FlowFootprint(FlowFeed const& feed, QObject* parent = nullptr);

    // Made anew when one of them is another.
    void setCandles(CandleInterval interval, Price tick);

    [[nodiscard]] Footprint const& footprint() const { return m_footprint; }

    [[nodiscard]] FlowFeed const& feed() const { return m_feed; }

signals:
    // Bars that begin at this time or later changed; min: all did.
    void changed(qob::Timestamp from);

private:
    void build();
    void add(std::size_t count);

    FlowFeed const& m_feed;
    Footprint m_footprint{CandleInterval::Min1, Price(1)};
};

} // namespace qob
