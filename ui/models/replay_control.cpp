#include "ui/models/replay_control.h"

#include "ui/models/display_text.h"
#include "ui/models/typed_time.h"

#include <algorithm>
#include <cmath>

namespace qob {
QString speedText(double speed)
{
    return speed >= replaySpeedMax ? ReplayControl::tr("max") : QString::number(speed) + QStringLiteral("x");
}

ReplayControl::ReplayControl(Session& session, MarketReplica const& market, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_market(market)
{}

void ReplayControl::send(Command const& command)
{
    switch (m_session.submit(command)) {
    case SubmitResult::Accepted:
        return;
    case SubmitResult::Busy:
        emit refused(tr("The engine is busy. Try again."));
        return;
    case SubmitResult::Closed:
        emit refused(tr("The session is closed."));
        return;
    }
}

void ReplayControl::togglePlay()
{
    ReplayRequest request;
    request.action = m_market.status().paused ? ReplayRequest::Action::Play : ReplayRequest::Action::Pause;
    send(request);
}

void ReplayControl::toggleRecording()
{
    send(SetRecording{!m_market.status().recording});
}

void ReplayControl::step()
{
    ReplayRequest request;
    request.action = ReplayRequest::Action::Step;
    send(request);
}

void ReplayControl::setSpeed(double speed)
{
    ReplayRequest request;
    request.action = ReplayRequest::Action::SetSpeed;
    request.speed = speed;
    send(request);
}

void ReplayControl::seek(Timestamp to)
{
    if (!seekable()) {
        emit refused(tr("This market cannot be moved in time."));
        return;
    }
    auto const& status = m_market.status();
    ReplayRequest request;
    request.action = ReplayRequest::Action::Seek;
    request.seekTo = std::clamp(to, status.begin, status.end);
    send(request);
}

bool ReplayControl::seekable() const
{
    auto const& status = m_market.status();
    return status.kind == MarketKind::Replay && status.end != Timestamp::max() && status.end > status.begin;
}

double ReplayControl::progress() const
{
    if (!seekable()) {
        return 0;
    }
    auto const& status = m_market.status();
    auto const share = static_cast<double>((status.now - status.begin).value) /
                       static_cast<double>((status.end - status.begin).value);
    return std::clamp(share, 0.0, 1.0);
}

Timestamp ReplayControl::timeAt(double progress) const
{
    auto const& status = m_market.status();
    auto const span = static_cast<double>((status.end - status.begin).value);
    return status.begin + Duration(static_cast<std::int64_t>(std::llround(span * progress)));
}

std::optional<Timestamp> ReplayControl::parseTime(QString const& text) const
{
    return typedTime(text, m_market.status().now);
}

} // namespace qob
