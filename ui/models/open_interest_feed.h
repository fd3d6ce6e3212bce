#pragma once

#include "ui/bridge/topic_inbox.h"

#include <memory>

namespace qob {

// What a venue says of an instrument's open interest, since the stream began: the session keeps no past of
// it. GUI thread.
class OpenInterestFeed final : public QObject {
    Q_OBJECT

public:
    struct Point {
        Timestamp time;
        Amount contracts; // in what the quantity counts
    };

    // When there are more, the oldest tenth goes.
    static constexpr std::size_t capacity = 50'000;

    // The session must outlive it.
    explicit OpenInterestFeed(Session& session, QObject* parent = nullptr);
    ~OpenInterestFeed() override;

    void follow(InstrumentId instrument);
    // Follows nothing, and holds nothing.
    void stop();

    // Oldest first; a point for each change.
    [[nodiscard]] std::vector<Point> const& points() const { return m_points; }

signals:
    // Points from this index on are new; 0: all of them are others, or none is left.
    void changed(std::size_t first);

private:
    void take(std::vector<Event> const& events);
    void add(TickerList const& list);

    Session& m_session;
    std::vector<Point> m_points;
    std::unique_ptr<TopicInbox> m_inbox;
};

} // namespace qob
