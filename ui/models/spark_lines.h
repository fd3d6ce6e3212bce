#pragma once

#include "ui/models/candle_feed.h"

#include <QTimer>
#include <QVector>

#include <map>
#include <set>

namespace qob {

// The last hour of prices of the instruments a table has in sight, a price a minute; a minute without a trade
// has the price before it. They are followed as they are asked for; the ones not asked for longest go first.
// GUI thread.
class SparkLines final : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t mostFollowed = 128;
    static constexpr std::size_t points = 60;

    // The session must outlive it.
    explicit SparkLines(Session& session, QObject* parent = nullptr);

    // The hour before `now`, oldest first; begins later where less is known. Empty until its candles are
    // here.
    [[nodiscard]] QVector<double> line(InstrumentId instrument, Timestamp now);

    // Nobody looks any more.
    void stop();

signals:
    // At most once a second.
    void changed(std::set<qob::InstrumentId> const& instruments);

private:
    struct Line {
        std::unique_ptr<CandleFeed> feed;
        std::uint64_t asked = 0; // the greater, the later
    };

    void followWanted();
    void makeRoom();

    Session& m_session;
    std::map<InstrumentId, Line> m_lines;
    std::set<InstrumentId> m_wanted;
    std::set<InstrumentId> m_changed;
    std::uint64_t m_asked = 0;
    QTimer m_follow; // not while a table is painted
    QTimer m_tell;
};

} // namespace qob
