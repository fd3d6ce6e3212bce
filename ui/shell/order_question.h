#pragma once

#include "ui/models/order_entry.h"
#include "ui/shell/settings.h"

#include <QMessageBox>
#include <QPointer>

namespace qob {

// Asks, over a window, what the settings want to be asked about before it is sent. The window goes on beside
// it; closing it is a no. GUI thread.
class OrderQuestion final : public QObject {
    Q_OBJECT

public:
    // All must outlive it.
    OrderQuestion(QWidget& window, OrderEntry& entry, Settings const& settings);
    ~OrderQuestion() override;

private:
    void ask(QString const& question);

    QWidget& m_window;
    OrderEntry& m_entry;
    QPointer<QMessageBox> m_box;
};

} // namespace qob
