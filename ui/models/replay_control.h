#pragma once

#include "engine/api/session.h"
#include "ui/models/market_replica.h"

#include <QObject>

#include <array>

namespace qob {

// Moves the market's timeline: the replay bar's commands without its buttons. GUI thread.
class ReplayControl final : public QObject {
    Q_OBJECT

public:
    // Offered speeds, slowest first; the last one is "as fast as it goes".
    static constexpr std::array<double, 11> speeds{0.1, 0.25, 0.5, 1, 2, 5, 10, 50, 100, 500, replaySpeedMax};

    ReplayControl(Session& session, MarketReplica const& market, QObject* parent = nullptr);

    void togglePlay();
    void step();
    void setSpeed(double speed);
    // Begins or ends writing what the market does into a history.
    void toggleRecording();
    // Only where the market can be sought; held within the recording.
    void seek(Timestamp to);

    [[nodiscard]] bool seekable() const;
    // Where in the recording the market is, 0 to 1; 0 where there is no end.
    [[nodiscard]] double progress() const;
    [[nodiscard]] Timestamp timeAt(double progress) const;

    // "14:03", "14:03:27" (on the day the market shows) or "2026-07-14 14:03:27"; UTC.
    [[nodiscard]] std::optional<Timestamp> parseTime(QString const& text) const;

signals:
    void refused(QString const& why);

private:
    void send(Command const& command);

    Session& m_session;
    MarketReplica const& m_market;
};

QString speedText(double speed);

} // namespace qob
