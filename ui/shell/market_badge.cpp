#include "ui/shell/market_badge.h"

#include "ui/models/display_text.h"

#include <QFontMetrics>
#include <QPainter>

namespace qob {

QColor const& marketColor(Theme const& theme, MarketKind kind)
{
    switch (kind) {
    case MarketKind::Sim:
        return theme.sim;
    case MarketKind::Replay:
        return theme.replay;
    case MarketKind::Live:
        break;
    }
    return theme.live;
}

void paintReplayFrame(QWidget& window, Theme const& theme, MarketKind kind)
{
    if (kind == MarketKind::Replay) {
        QPainter painter(&window);
        painter.setPen(QPen(theme.replay, 2 * replayFramePixels));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(window.rect());
    }
}

MarketBadge::MarketBadge(Theme const& theme, QWidget* parent, int fontPixels)
    : QWidget(parent)
    , m_theme(theme)
    , m_font(theme.uiFont)
{
    m_font.setPixelSize(fontPixels);
    m_font.setWeight(QFont::DemiBold);
    m_font.setLetterSpacing(QFont::AbsoluteSpacing, 1.5);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKind(MarketKind::Sim);
}

void MarketBadge::setKind(MarketKind kind)
{
    m_kind = kind;
    setToolTip(
        kind == MarketKind::Sim      ? tr("A simulated market: every order is paper")
        : kind == MarketKind::Replay ? tr("A recording is played: every order is paper")
                                     : tr("A live market; orders are paper")
    );
    setAccessibleName(word());
    updateGeometry();
    update();
}

QString MarketBadge::word() const
{
    return marketKindText(m_kind);
}

QSize MarketBadge::sizeHint() const
{
    int const pixels = m_font.pixelSize();
    return {QFontMetrics(m_font).horizontalAdvance(word()) + pixels * 3 / 2, pixels * 15 / 8};
}

void MarketBadge::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(marketColor(m_theme, m_kind));
    painter.drawRoundedRect(rect(), 4, 4);
    painter.setPen(m_theme.window);
    painter.setFont(m_font);
    painter.drawText(rect(), Qt::AlignCenter, word());
}

} // namespace qob
