#pragma once

#include "ui/models/flow_feed.h"

#include <QObject>

namespace qob {

// A footprint kept up to date with a feed of trades. Its bars stay when the feed forgets their trades. GUI
// thread.
class FlowFootprint final : public QObject {
    Q_OBJECT

public:
    // When there are more bars, the oldest tenth goes: a day of seconds stays.
    static constexpr std::size_t mostBars = 96'000;

    // The feed must outlive it.
    explicit FlowFootprint(FlowFeed const& feed, QObject* parent = nullptr);

    // Made anew when one of them is another.
    void setCandles(CandleInterval interval, Price tick);

    [[nodiscard]] Footprint const& footprint() const { return m_footprint; }

    // As the feed's, but of the bars, which may reach back further.
    [[nodiscard]] Timestamp knownSince() const { return m_knownSince; }

    [[nodiscard]] Timestamp exactSince() const { return m_exactSince; }

signals:
    // Bars that begin at this time or later changed; min: all did.
    void changed(qob::Timestamp from);

private:
    void build();
    void add(std::size_t count);
    bool dropOldest();

    FlowFeed const& m_feed;
    Footprint m_footprint{CandleInterval::Min1, Price(1)};
    Timestamp m_knownSince = Timestamp::max();
    Timestamp m_exactSince = Timestamp::max();
    std::uint64_t m_dropped = 0; // of the feed's, so far
};

} // namespace qob
