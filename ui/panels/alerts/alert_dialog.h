#pragma once

#include "ui/models/alert_rule.h"
#include "ui/models/market_view.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace qob {

// A new alert, or one that is changed. OK only while the value can be read. GUI thread.
class AlertDialog final : public QDialog {
    Q_OBJECT

public:
    // The view must outlive it.
    AlertDialog(AlertRule const& rule, MarketView const& view, QWidget* parent);

    [[nodiscard]] AlertRule rule() const;

private:
    void check();

    AlertRule m_rule;
    MarketView const& m_view;
    QComboBox* m_instrument;
    QComboBox* m_kind;
    QLineEdit* m_value;
    QSpinBox* m_window;
    QCheckBox* m_repeats;
    QCheckBox* m_sound;
    QCheckBox* m_popUp;
    QLineEdit* m_webhook;
    QLineEdit* m_note;
    QLabel* m_problem;
    QPushButton* m_ok = nullptr;
};

} // namespace qob
