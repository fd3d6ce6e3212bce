#pragma once

#include "ui/look/theme.h"
#include "ui/models/alerts.h"
#include "ui/shell/desktop_notes.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <memory>

class QLabel;

namespace qob {

// Tells the user of alerts that fire, each in the ways its rule wants: a sound, a plate in the window's
// corner and the desktop's own notification, a POST to a webhook. GUI thread.
class AlertBell final : public QObject {
    Q_OBJECT

public:
    // Owned by the window. Without `notes` they are the system's.
    AlertBell(
        Alerts& alerts, QWidget& window, Theme const& theme, std::unique_ptr<DesktopNotes> notes = nullptr
    );
    ~AlertBell() override;

    // What the plate shows; empty while there is none.
    [[nodiscard]] QString plateText() const;

    // The body of a webhook's POST.
    static QByteArray webhookBody(FiredAlert const& alert);

signals:
    void problem(QString const& text); // a webhook did not answer as it should

private:
    void ring(FiredAlert const& alert);
    void showPlate(QString const& text);
    void post(FiredAlert const& alert);

    QWidget& m_window;
    Theme const& m_theme;
    QLabel* m_plate = nullptr;
    std::unique_ptr<DesktopNotes> m_notes;
    QNetworkAccessManager m_network;
};

} // namespace qob
