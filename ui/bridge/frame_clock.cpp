#include "ui/bridge/frame_clock.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimerEvent>

#include <algorithm>

namespace qob {
namespace {

constexpr Duration statsWindow = seconds(10);

} // namespace

FrameClient::FrameClient(FrameClock& clock, QWidget& widget) : m_clock(clock), m_widget(widget)
{
    m_clock.add(*this);
}

FrameClient::~FrameClient()
{
    m_clock.remove(*this);
}

void FrameClient::markDirty()
{
    m_dirty = true;
    if (!m_clock.running() && shown()) {
        m_clock.wake();
    }
}

bool FrameClient::shown() const
{
    return m_widget.isVisible() && !m_widget.window()->isMinimized();
}

FrameClock::FrameClock(Clock const& clock, QObject* parent) : QObject(parent), m_clock(clock) {}

void FrameClock::add(FrameClient& client)
{
    m_clients.push_back(&client);
    countPaintsOf(client.m_widget, client.m_widget);
}

void FrameClock::countPaintsOf(QWidget& painted, QWidget& panel)
{
    if (m_painted.try_emplace(&painted, &panel).second) {
        painted.installEventFilter(this);
        connect(&painted, &QObject::destroyed, this, [this, gone = &painted] {
            m_painted.erase(gone);
            m_costs.erase(gone);
        });
    }
}

void FrameClock::countPaints(QWidget& panel)
{
    countPaintsOf(panel, panel);
    for (auto* inside : panel.findChildren<QWidget*>()) {
        countPaintsOf(*inside, panel);
    }
}

void FrameClock::charge(QWidget& panel, Duration spent)
{
    auto& cost = m_costs[&panel];
    if (cost.last != m_frame) {
        cost.last = m_frame;
        cost.frame = Duration(0);
        ++cost.frames;
    }
    cost.spent += spent;
    cost.frame += spent;
    cost.worst = std::max(cost.worst, cost.frame);
}

void FrameClock::remove(FrameClient& client)
{
    std::erase(m_clients, &client);
}

bool FrameClock::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show) {
        wake();
    }
    // Sent on from here, so that it ends here; the second time it goes through.
    auto const painted =
        event->type() == QEvent::Paint && event != m_painting ? m_painted.find(watched) : m_painted.end();
    if (painted != m_painted.end()) {
        auto& panel = *painted->second;
        auto* const outer = std::exchange(m_painting, event);
        auto const begun = m_clock.steady();
        QCoreApplication::instance()->notify(watched, event);
        charge(panel, m_clock.steady() - begun);
        m_painting = outer;
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void FrameClock::wake()
{
    if (!m_timer.isActive()) {
        m_frames.clear();
        m_timer.start(intervalMs, Qt::PreciseTimer, this);
    }
}

bool FrameClock::anyShown() const
{
    return std::any_of(m_clients.begin(), m_clients.end(), [](auto const* client) {
        return client->shown();
    });
}

void FrameClock::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId()) {
        return;
    }
    if (!anyShown()) {
        m_timer.stop();
        return;
    }
    tick();
}

void FrameClock::tick()
{
    auto const start = m_clock.steady();
    ++m_frame;
    std::vector<QWidget*> windows;
    for (std::size_t i = 0; i < m_clients.size(); ++i) { // a client may add another
        auto& client = *m_clients[i];
        if (!client.m_dirty || !client.shown()) {
            continue;
        }
        client.m_dirty = false;
        auto const begun = m_clock.steady();
        client.onFrame(start);
        charge(client.m_widget, m_clock.steady() - begun);
        auto* window = client.m_widget.window();
        if (std::find(windows.begin(), windows.end(), window) == windows.end()) {
            windows.push_back(window);
        }
    }
    // Painted here rather than when the event loop comes round, so that the frame's time includes it.
    for (auto* window : windows) {
        QCoreApplication::sendPostedEvents(window, QEvent::UpdateRequest);
    }
    record({start, m_clock.steady() - start, !windows.empty()});
}

std::vector<FrameCost> FrameClock::takeCosts()
{
    std::vector<FrameCost> costs;
    for (auto const& [widget, cost] : std::exchange(m_costs, {})) {
        auto const name = widget->accessibleName();
        costs.push_back({
            name.isEmpty() ? QString::fromLatin1(widget->metaObject()->className()) : name,
            cost.frames,
            Duration(cost.spent.value / cost.frames),
            cost.worst,
        });
    }
    std::stable_sort(costs.begin(), costs.end(), [](FrameCost const& a, FrameCost const& b) {
        return a.mean * a.frames > b.mean * b.frames;
    });
    return costs;
}

void FrameClock::record(Frame const& frame)
{
    m_frames.push_back(frame);
    while (m_frames.front().at + statsWindow < frame.at) {
        m_frames.pop_front();
    }
}

FrameStats FrameClock::stats() const
{
    FrameStats stats;
    if (m_frames.size() < 2) {
        return stats;
    }
    auto const span = m_frames.back().at - m_frames.front().at;
    if (span > Duration(0)) {
        stats.fps = static_cast<double>(m_frames.size() - 1) * 1e9 / static_cast<double>(span.value);
    }
    std::vector<Duration> spent;
    for (auto const& frame : m_frames) {
        if (frame.worked) {
            spent.push_back(frame.spent);
            auto const bucket = frame.spent.value / milliseconds(FrameStats::bucketMs).value;
            auto const last = static_cast<std::int64_t>(stats.buckets.size()) - 1;
            ++stats.buckets.at(static_cast<std::size_t>(std::clamp<std::int64_t>(bucket, 0, last)));
        }
    }
    if (spent.empty()) {
        return stats;
    }
    std::sort(spent.begin(), spent.end());
    stats.p50 = spent[spent.size() / 2];
    stats.p99 = spent[std::min(spent.size() - 1, spent.size() * 99 / 100)];
    return stats;
}

} // namespace qob
