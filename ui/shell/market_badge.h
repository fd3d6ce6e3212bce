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
    explicit MarketBadge(Theme const& theme, QWidget* parent = nullptr);

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

QColor const& marketColor(Theme const& theme, MarketKind kind);

} // namespace qob
