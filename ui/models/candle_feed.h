#pragma once

#include "ui/bridge/topic_inbox.h"

#include <memory>

namespace qob {

// The candles of one instrument and interval as the window knows them. GUI thread.
class CandleFeed final : public QObject {
    Q_OBJECT

public:
    // When there are more, the oldest tenth goes.
    static constexpr std::size_t capacity = 20'000;

    // The session must outlive it.
    explicit CandleFeed(Session& session, QObject* parent = nullptr);
    ~CandleFeed() override;

    // What it follows from now on; nothing is held until the snapshot is here.
    void follow(InstrumentId instrument, CandleInterval interval);
    // Follows nothing, and holds nothing.
    void stop();

    [[nodiscard]] bool following() const { return m_inbox != nullptr; }

    [[nodiscard]] CandleInterval interval() const { return m_interval; }

    // Oldest first, none for spans without trades.
    [[nodiscard]] std::vector<Candle> const& candles() const { return m_candles; }

signals:
    void reset(); // all of them are others now
    // Those from this index on changed or are new.
    void changed(std::size_t first);

private:
    void take(std::vector<Event> const& events);
    std::size_t put(std::vector<Candle> const& candles);

    Session& m_session;
    CandleInterval m_interval = CandleInterval::Min1;
    std::vector<Candle> m_candles;
    std::unique_ptr<TopicInbox> m_inbox;
};

} // namespace qob
