#pragma once

#include "ui/shell/market_badge.h"
#include "ui/shell/terminal_models.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace qob {

class MarketList;

// The line at the top: what kind of market, which instrument, its price; at the right the kill switch, the
// lock and the menu. GUI thread.
class HeaderBar final : public QFrame, private FrameClient {
    Q_OBJECT

public:
    HeaderBar(TerminalModels& models, Theme const& theme, QWidget* parent = nullptr);

    // Whose instrument is shown, and chosen; at the start the first link group's. It must live until another
    // one is set.
    void setView(MarketView& view);

    [[nodiscard]] QToolButton* menuButton() const { return m_menu; }

    [[nodiscard]] MarketBadge* badge() const { return m_badge; }

    // Opens the market list under the symbol, or at the corner of `over`, with the first letters of what is
    // sought.
    void openMarkets(QString const& typed = {}, QWidget const* over = nullptr);

private:
    void onFrame(Duration now) override;
    void build();
    void buildQuote();
    void buildTrading();
    void takeInstrument();
    void takeLock(bool locked);

    TerminalModels& m_models;
    Theme const& m_theme;
    MarketView* m_view = nullptr;
    MarketBadge* m_badge;
    MarketList* m_markets;
    QPushButton* m_symbol = nullptr;
    QLabel* m_last = nullptr;
    QLabel* m_bid = nullptr;
    QLabel* m_ask = nullptr;
    QLabel* m_spread = nullptr;
    QPushButton* m_kill = nullptr;
    QPushButton* m_lock = nullptr;
    QToolButton* m_menu = nullptr;
    Duration m_lastRefresh;
};

} // namespace qob
