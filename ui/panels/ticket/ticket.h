#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/look/theme.h"
#include "ui/models/order_entry.h"
#include "ui/models/order_ticket.h"
#include "ui/models/panel_state.h"
#include "ui/panels/ticket/number_edit.h"

#include <QFrame>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace qob {

// The order ticket: type, time in force, prices, size, bracket, what it would be worth, and the two buttons
// that send it. GUI thread.
class Ticket final : public QFrame, public PanelState, private FrameClient {
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

    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(QJsonObject const& state) override;

private:
    // A line of the form: a number in the instrument's own decimals.
    struct Field {
        TicketField kind;
        QLabel* title = nullptr;
        NumberEdit* edit = nullptr;
        QLabel* unit = nullptr;
        std::function<Expected<void>(std::string const&)> read; // what is typed, into the ticket
        std::function<std::string()> text;                      // of the ticket
        std::function<void(int)> step;
        bool typed = false; // the text is what the user typed and no value
    };

    void onFrame(Duration now) override;
    void build();
    QWidget* buildChoices();
    void buildFields(QGridLayout& grid);
    void buildMore(QGridLayout& grid);
    void buildFlags();
    void addUntil(QGridLayout& grid);
    void addPegOffset(QGridLayout& grid);
    Field& addField(QGridLayout& grid, TicketField kind, char const* name, QString const& title);
    void addPriceField(
        QGridLayout& grid,
        TicketField kind,
        char const* name,
        QString const& title,
        Price (OrderTicket::*get)() const,
        void (OrderTicket::*set)(Price)
    );
    QWidget* buildQuick();
    void buildPreview(QGridLayout& grid);
    QWidget* buildSend();
    void takeLock();
    void takeTicket();
    void takeTexts();
    void takeChoices();
    void takeCarried();
    void takeInstrument();
    void takeMore(bool more);
    void refreshPreview();
    [[nodiscard]] bool isShown(Field const& field) const;
    void read(Field& field, QString const& text);
    [[nodiscard]] Expected<void> readSize(std::string const& text);
    [[nodiscard]] std::string sizeText() const;
    void send(Side side);

    MarketView const& m_market;
    BalancesModel const& m_balances;
    OrderEntry& m_entry;
    OrderTicket& m_ticket;
    Theme const& m_theme;

    QComboBox* m_types = nullptr;
    QComboBox* m_tifs = nullptr;
    QComboBox* m_sizeBy = nullptr;
    QButtonGroup* m_quick = nullptr;
    std::vector<std::unique_ptr<Field>> m_fields;
    QToolButton* m_more = nullptr;
    QLabel* m_carried = nullptr; // what goes with orders though its fields are folded away
    QWidget* m_flags = nullptr;
    QComboBox* m_selfTrade = nullptr;
    std::vector<std::pair<ExecInst, QCheckBox*>> m_flagBoxes;
    QLabel* m_notional = nullptr;
    QLabel* m_fee = nullptr;
    QLabel* m_held = nullptr;
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
