#include "ui/shell/status_line.h"

#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/models/display_text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace qob {
namespace {

constexpr Duration refreshEvery = milliseconds(500);
constexpr Duration messageTime = seconds(6);
constexpr int gap = 18;
constexpr int barStep = 4; // of the histogram
constexpr int histogramWidth = barStep * static_cast<int>(FrameStats().buckets.size());

} // namespace

StatusLine::StatusLine(TerminalModels& models, Theme const& theme, QWidget* parent)
    : QWidget(parent)
    , FrameClient(models.frames, *this)
    , m_models(models)
    , m_theme(theme)
    , m_font(theme.uiFont)
    , m_numberFont(numberFont(theme.numberFont, 11))
    , m_lamp(theme.textFaint)
    , m_remote(dynamic_cast<RemoteSession const*>(&models.session))
{
    m_font.setPixelSize(11);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Status"));
    connect(&models.entry, &OrderEntry::refused, this, &StatusLine::say);
    connect(&models.orders, &OrderReplica::refused, this, &StatusLine::say);
    connect(&models.replay, &ReplayControl::refused, this, &StatusLine::say);
    connect(&models.entry, &OrderEntry::lockChanged, this, [this] { update(); });
    connect(&models.bridge, &SessionBridge::notices, this, [this](NoticeBatch const& batch) {
        if (!batch.reset && !batch.notices.empty() && batch.notices.back().level != Notice::Level::Info) {
            say(noticeText(batch.notices.back()));
        }
    });
    setView(models.groups.at(0).view);
}

void StatusLine::setView(MarketView& view)
{
    if (m_view == &view) {
        return;
    }
    if (m_view != nullptr) {
        m_view->disconnect(this);
    }
    m_view = &view;
    auto const refresh = [this] {
        m_lastRefresh = Duration(0);
        markDirty();
    };
    connect(m_view, &MarketView::shownChanged, this, refresh);
    refresh();
}

void StatusLine::say(QString const& text)
{
    m_message = text;
    m_messageUntil = frameClock().now() + messageTime;
    markDirty();
    update();
}

void StatusLine::onFrame(Duration now)
{
    markDirty(); // it looks at the time, not at an event
    if (!m_message.isEmpty() && now >= m_messageUntil) {
        m_message.clear();
        update();
    }
    if (m_lastRefresh > Duration(0) && now - m_lastRefresh < refreshEvery) {
        return;
    }
    m_lastRefresh = now;
    refreshFeed();
    refreshServer();
    auto const& status = m_models.market.status();
    m_recording = status.recording
                      ? tr("REC %L1 MB").arg(static_cast<double>(status.recordedBytes) * 1e-6, 0, 'f', 1)
                      : QString();
    auto const& stats = m_stats = m_models.frames.stats();
    m_frames = tr("%1 fps   frame p50 %2   p99 %3")
                   .arg(stats.fps, 0, 'f', 0)
                   .arg(durationText(stats.p50), durationText(stats.p99));
    update();
}

void StatusLine::refreshFeed()
{
    auto const* instrument = m_view->shown();
    auto const* feed = m_view->shownFeed();
    if (instrument == nullptr || feed == nullptr) {
        m_lamp = m_theme.textFaint;
        m_feed = tr("No feed yet");
        m_latency.clear();
        m_counts.clear();
        return;
    }
    m_lamp = feed->state == FeedState::Live    ? m_theme.good
             : feed->state == FeedState::Stale ? m_theme.bad
             : feed->state == FeedState::Ended ? m_theme.textDim
                                               : m_theme.warn;
    m_feed = QString::fromStdString(instrument->venue) + QStringLiteral("  ") + feedStateText(feed->state);
    if (feed->problem) {
        m_feed += QStringLiteral(": ") + errorText(*feed->problem);
    }
    auto const best = m_models.market.bestLatency(instrument->id);
    bool const clocksDiffer = best < Duration(0);
    m_latency = durationText(clocksDiffer ? feed->latency - best : feed->latency);
    m_latencyTip = clocksDiffer ? tr("Feed latency above the best one seen. The recorder's clock is behind "
                                     "the venue's by %1 or more.")
                                      .arg(durationText(-best))
                                : tr("Feed latency: from the venue's own time stamp to here");
    m_counts = tr("%L1 messages   %L2 gaps").arg(feed->messages).arg(feed->gaps);
}

void StatusLine::refreshServer()
{
    if (m_remote == nullptr) {
        return;
    }
    using Phase = RemoteStatus::Phase;
    auto const status = m_remote->status();
    auto const why = status.problem ? QStringLiteral(": ") + errorText(*status.problem) : QString();
    switch (status.phase) {
    case Phase::Live:
        m_serverLamp = m_theme.good;
        m_server = status.roundTrip
                       ? tr("%1   round trip %2").arg(status.server, durationText(*status.roundTrip))
                       : status.server;
        break;
    case Phase::Connecting:
    case Phase::Lost:
        m_serverLamp = m_theme.bad;
        m_server = tr("%1 not connected, trying again").arg(status.server) + why;
        break;
    case Phase::Ended:
        m_serverLamp = m_theme.bad;
        m_server = tr("%1 disconnected").arg(status.server) + why;
        break;
    }
}

void StatusLine::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.window);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.line);
    int x = 16;
    auto const lamp = [&](QColor const& color) {
        drawLamp(painter, QPointF(x, height() / 2.0 + 0.5), 3.5, color);
        x += 12;
    };
    auto const put = [&](QString const& text, QFont const& font, QColor const& color) {
        painter.setFont(font);
        painter.setPen(color);
        const int wide = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QRect(x, 0, wide + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, text);
        x += wide + gap;
    };
    if (!m_server.isEmpty()) {
        lamp(m_serverLamp);
        put(m_server, m_font, m_serverLamp == m_theme.bad ? m_theme.bad : m_theme.text);
    }
    lamp(m_lamp);
    put(m_feed, m_font, m_theme.text);
    put(m_latency.isEmpty() ? QString() : tr("latency %1").arg(m_latency), m_numberFont, m_theme.textDim);
    put(m_counts, m_numberFont, m_theme.textDim);
    if (!m_recording.isEmpty()) {
        lamp(m_theme.bad);
        put(m_recording, m_numberFont, m_theme.text);
    }

    painter.setFont(m_numberFont);
    int const framesWidth = painter.fontMetrics().horizontalAdvance(m_frames);
    painter.setFont(m_font);
    bool const locked = m_models.entry.locked();
    auto const lockText = locked ? tr("Trading locked") : tr("Trading on");
    int const lockWidth = painter.fontMetrics().horizontalAdvance(lockText) + 18;
    int const right = width() - 12 - framesWidth - 2 * gap - histogramWidth - lockWidth;
    if (!m_message.isEmpty()) {
        const QRect room(x, 0, std::max(0, right - x - gap), height());
        painter.setPen(m_theme.warn);
        painter.drawText(
            room,
            Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(m_message, Qt::ElideRight, room.width())
        );
    }
    x = right;
    auto const& lockColor = locked ? m_theme.textDim : m_theme.own;
    painter.drawPixmap(
        x,
        (height() - 12) / 2,
        iconPixmap(locked ? QStringLiteral("lock") : QStringLiteral("unlock"), lockColor, 12)
    );
    x += 18;
    put(lockText, m_font, lockColor);
    paintHistogram(painter, x);
    x += histogramWidth + gap;
    put(m_frames, m_numberFont, m_theme.textDim);
}

// By the root of their number, so that a single slow frame is seen.
void StatusLine::paintHistogram(QPainter& painter, int left) const
{
    auto const& buckets = m_stats.buckets;
    int const most = std::max(1, *std::max_element(buckets.begin(), buckets.end()));
    int const bottom = height() - 5;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        bool const late = static_cast<int>(i) * FrameStats::bucketMs >= FrameClock::intervalMs;
        double const share = std::sqrt(static_cast<double>(buckets.at(i)) / most);
        int const tall = buckets.at(i) == 0 ? 1 : std::max(2, static_cast<int>(share * (height() - 10)));
        auto const& color = buckets.at(i) == 0 ? m_theme.lineStrong : late ? m_theme.warn : m_theme.textDim;
        painter.fillRect(left + static_cast<int>(i) * barStep, bottom - tall, barStep - 1, tall, color);
    }
}

bool StatusLine::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto const* help = static_cast<QHelpEvent*>(event);
        bool const left = help->pos().x() < width() / 2;
        QToolTip::showText(
            help->globalPos(),
            !m_message.isEmpty() && left ? m_message
            : left                       ? m_latencyTip
                   : tr("A frame's time: bringing the panels up to date and painting them"),
            this
        );
        return true;
    }
    return QWidget::event(event);
}

} // namespace qob
