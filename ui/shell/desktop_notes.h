#pragma once

#include <QObject>
#include <QWidget>

class QSystemTrayIcon;

namespace qob {

// How the desktop tells a user of something while he looks elsewhere. GUI thread.
class DesktopNotes {
public:
    virtual ~DesktopNotes() = default;

    virtual void show(QString const& title, QString const& text) = 0;
    virtual void sound() = 0;
};

// By the desktop's own notifications (org.freedesktop.Notifications; source: the Desktop Notifications
// Specification 1.2); where there are none, by an icon in the tray. The sound is the system's bell.
class SystemNotes final : public QObject, public DesktopNotes {
    Q_OBJECT

public:
    // The window, whose icon they have, must outlive it.
    explicit SystemNotes(QWidget& window) : m_window(window) {}

    void show(QString const& title, QString const& text) override;
    void sound() override;

private:
    void showInTray(QString const& title, QString const& text);

    QWidget& m_window;
    QSystemTrayIcon* m_tray = nullptr;
};

} // namespace qob
