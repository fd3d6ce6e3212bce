#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/look/theme.h"
#include "ui/models/order_entry.h"
#include "ui/models/order_ticket.h"
#include "ui/panels/ticket/number_edit.h"

#include <QFrame>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QPushButton;

namespace qob {

// The order ticket: type, time in force, price, quantity, what it would be worth, and the two buttons that
// send it. GUI thread.
class Ticket final : public QFrame, private FrameClient {
    Q_OBJECT

public:
    // All must outlive it.
    Ticket(
        FrameClock& frames,
        MarketView const& market,
        BalancesModel const& balances,
        OrderEntry& entry,
        OrderTicket& ticket,
        Theme const& theme,
        QWidget* parent = nullptr
    );

private:
    void onFrame(Duration now) override;
    void build();
    QWidget* buildChoices();
    void buildFields(QGridLayout& grid);
    QWidget* buildQuick();
    void buildPreview(QGridLayout& grid);
    QWidget* buildSend();
    void takeLock();
    void takeTicket();
    void takeInstrument();
    void refreshPreview();
    void readPrice(QString const& text);
    void readQty(QString const& text);
    void send(Side side);

    MarketView const& m_market;
    BalancesModel const& m_balances;
    OrderEntry& m_entry;
    OrderTicket& m_ticket;
    Theme const& m_theme;

    QButtonGroup* m_types = nullptr;
    QButtonGroup* m_tifs = nullptr;
    QButtonGroup* m_quick = nullptr;
    NumberEdit* m_price = nullptr;
    NumberEdit* m_qty = nullptr;
    QLabel* m_priceUnit = nullptr;
    QLabel* m_qtyUnit = nullptr;
    QLabel* m_notional = nullptr;
    QLabel* m_fee = nullptr;
    QLabel* m_freeQuote = nullptr;
    QLabel* m_freeBase = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_buy = nullptr;
    QPushButton* m_sell = nullptr;
    Duration m_lastRefresh;
    bool m_refreshNow = true;
    bool m_typing = false; // the text being typed is not rewritten
};

} // namespace qob
