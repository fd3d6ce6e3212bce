#include "ui/charts/slot_window.h"

#include <algorithm>
#include <cmath>

namespace qob {

void SlotWindow::resize(int width)
{
    m_width = std::max(1, width);
}

void SlotWindow::setCount(std::int64_t count)
{
    m_count = count;
    if (m_follow) {
        m_endPx = followPx();
    } else if (count > 0) {
        clampEnd(); // there may be fewer than there were
    }
}

void SlotWindow::shiftSlots(std::int64_t added)
{
    if (!m_follow) {
        m_endPx += added * m_slotPx;
    }
}

void SlotWindow::follow()
{
    m_follow = true;
    m_endPx = followPx();
}

void SlotWindow::setSlotPx(int px)
{
    m_chosen = true;
    widen(px, m_width);
}

void SlotWindow::fill(std::int64_t count)
{
    if (m_chosen) {
        return;
    }
    auto const room =
        static_cast<int>(std::max(1, m_width - m_limits.margin) / std::max<std::int64_t>(1, count));
    m_slotPx = std::max(m_slotPx, std::min({room, 2 * m_limits.usual, m_limits.most}));
}

void SlotWindow::zoom(double factor, int x)
{
    auto px = static_cast<int>(std::lround(m_slotPx / factor));
    if (px == m_slotPx) {
        px += factor < 1 ? 1 : factor > 1 ? -1 : 0;
    }
    m_chosen = true;
    widen(px, x);
}

// While following, the newest slot stays where it is instead.
void SlotWindow::widen(int px, int x)
{
    px = std::clamp(px, m_limits.least, m_limits.most);
    double const under = static_cast<double>(m_endPx - m_width + x) / m_slotPx;
    m_slotPx = px;
    if (m_follow) {
        m_endPx = followPx();
    } else {
        m_endPx = std::llround(under * px) + m_width - x;
        clampEnd();
    }
}

void SlotWindow::drag(int dx)
{
    if (dx == 0) {
        return;
    }
    m_endPx -= dx;
    m_follow = dx < 0 && m_endPx >= followPx();
    clampEnd();
    if (m_follow) {
        m_endPx = followPx();
    }
}

void SlotWindow::centre(std::int64_t slot)
{
    m_follow = false;
    m_endPx = slot * m_slotPx + m_slotPx / 2 + m_width / 2;
    clampEnd();
}

// A few slots stay in sight at either end.
void SlotWindow::clampEnd()
{
    const std::int64_t inSight = std::int64_t{3} * m_slotPx;
    m_endPx = std::clamp(m_endPx, inSight, std::max(inSight, m_count * m_slotPx + m_width - inSight));
}

std::int64_t SlotWindow::slotAt(std::int64_t x) const
{
    auto const px = m_endPx - m_width + x;
    return px >= 0 ? px / m_slotPx : -((-px + m_slotPx - 1) / m_slotPx);
}

std::int64_t SlotWindow::first() const
{
    return std::clamp<std::int64_t>(slotAt(0), 0, m_count);
}

std::int64_t SlotWindow::end() const
{
    return std::clamp<std::int64_t>(slotAt(m_width - 1) + 1, 0, m_count);
}

} // namespace qob
