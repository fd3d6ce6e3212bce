#include "ui/shell/frame_plate.h"

#include "ui/look/fonts.h"
#include "ui/models/display_text.h"
#include "ui/models/table_roles.h"

#include <QPainter>

#include <array>

namespace qob {
namespace {

constexpr Duration refreshEvery = seconds(1);
constexpr int lineHeight = 16;
constexpr int wide = 400;
constexpr int pad = 8;
constexpr int opacity = 225;                        // of 255
constexpr std::array columns{384, 224, 156, 78, 0}; // where cells end, from the right

} // namespace

FramePlate::FramePlate(FrameClock& frames, Theme const& theme, QWidget& window)
    : QWidget(&window)
    , FrameClient(frames, *this)
    , m_theme(theme)
    , m_font(numberFont(theme.numberFont, 11))
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
        {tr("%1 fps, frame p50 %2, p99 %3")
             .arg(stats.fps, 0, 'f', 0)
             .arg(durationText(stats.p50), durationText(stats.p99))},
        {tr("Panel"), tr("frames"), tr("mean"), tr("worst")},
    };
    for (auto const& cost : frameClock().takeCosts()) {
        m_lines.push_back(
            {cost.name, QString::number(cost.frames), durationText(cost.mean), durationText(cost.worst)}
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
    painter.setFont(m_font);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        painter.setPen(i < 2 ? m_theme.textStrong : m_theme.text);
        auto const& cells = m_lines[i];
        int const top = pad + static_cast<int>(i) * lineHeight;
        for (int cell = 0; cell < cells.size(); ++cell) {
            int const right = width() - pad - columns.at(static_cast<std::size_t>(cell) + 1);
            int const left = width() - pad - columns.at(static_cast<std::size_t>(cell));
            const QRect room(left, top, (cells.size() == 1 ? wide - 2 * pad : right - left), lineHeight);
            painter.drawText(room, cellAlignment(cell > 0), cells[cell]);
        }
    }
}

} // namespace qob
