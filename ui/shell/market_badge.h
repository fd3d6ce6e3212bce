#pragma once

#include "engine/api/event.h"
#include "ui/look/theme.h"

#include <QFont>
#include <QWidget>

namespace qob {

// SIM, REPLAY or LIVE in colour and word. GUI thread.
class MarketBadge final : public QWidget {
    Q_OBJECT

public:
    static constexpr int usualPixels = 16; // its font's

    explicit MarketBadge(Theme const& theme, QWidget* parent = nullptr, int fontPixels = usualPixels);

    void setKind(MarketKind kind);

    [[nodiscard]] QString word() const;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme const& m_theme;
    QFont m_font;
    MarketKind m_kind = MarketKind::Sim;
};

// The frame around a window on a recording, of this many pixels; nothing around one on another market.
inline constexpr int replayFramePixels = 3;
void paintReplayFrame(QWidget& window, Theme const& theme, MarketKind kind);

QColor const& marketColor(Theme const& theme, MarketKind kind);

} // namespace qob
