#include "ui/shell/frame_plate.h"

#include "ui/look/fonts.h"
#include "ui/models/display_text.h"

#include <QPainter>

namespace qob {
namespace {

constexpr Duration refreshEvery = seconds(1);
constexpr int lineHeight = 16;
constexpr int wide = 400;
constexpr int pad = 8;
constexpr int opacity = 225; // of 255

// Columns stand below each other; the font has one width. What it cannot show is left out.
std::string column(QString text, int width)
{
    text.replace(u'µ', u'u');
    return (width < 0 ? text.left(-width).leftJustified(-width) : text.rightJustified(width)).toStdString();
}

} // namespace

FramePlate::FramePlate(FrameClock& frames, Theme const& theme, QWidget& window)
    : QWidget(&window)
    , FrameClient(frames, *this)
    , m_theme(theme)
    , m_text(numberFont(theme.numberFont, 11))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Frame costs"));
    hide();
}

void FramePlate::onFrame(Duration now)
{
    markDirty(); // it looks at the time, not at an event
    if (m_last == Duration(0) || now - m_last >= refreshEvery) {
        m_last = now;
        refresh();
        update();
    }
}

void FramePlate::refresh()
{
    auto const stats = frameClock().stats();
    m_lines = {
        tr("%1 fps, frame p50 %2, p99 %3")
            .arg(stats.fps, 0, 'f', 0)
            .arg(durationText(stats.p50), durationText(stats.p99))
            .replace(u'µ', u'u')
            .toStdString(),
        column(tr("Panel"), -24) + column(tr("frames"), 8) + column(tr("mean"), 10) + column(tr("worst"), 10),
    };
    for (auto const& cost : frameClock().takeCosts()) {
        m_lines.push_back(
            column(cost.name, -24) + column(QString::number(cost.frames), 8) +
            column(durationText(cost.mean), 10) + column(durationText(cost.worst), 10)
        );
    }
    resize(wide, static_cast<int>(m_lines.size()) * lineHeight + 2 * pad);
    move(parentWidget()->width() - width() - 16, 90);
    raise();
}

void FramePlate::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    auto back = m_theme.raised;
    back.setAlpha(opacity);
    painter.fillRect(rect(), back);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const QRectF line(pad, pad + static_cast<int>(i) * lineHeight, wide - 2 * pad, lineHeight);
        m_text.drawLeft(painter, line, m_lines[i], i < 2 ? m_theme.textStrong : m_theme.text);
    }
}

} // namespace qob
