#include "ui/shell/desktop_notes.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSystemTrayIcon>

namespace qob {

void SystemNotes::show(QString const& title, QString const& text)
{
    auto const bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        showInTray(title, text);
        return;
    }
    auto const name = QStringLiteral("org.freedesktop.Notifications");
    auto call = QDBusMessage::createMethodCall(
        name, QStringLiteral("/org/freedesktop/Notifications"), name, "Notify"
    );
    constexpr quint32 replacesNone = 0;
    constexpr qint32 asLongAsUsual = -1;
    call << QStringLiteral("qob") << replacesNone << QStringLiteral("qob") << title << text.toHtmlEscaped()
         << QStringList() << QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("qob")}}
         << asLongAsUsual;
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, title, text] {
        answer->deleteLater();
        if (answer->isError()) {
            showInTray(title, text);
        }
    });
}

void SystemNotes::sound()
{
    QApplication::beep();
}

void SystemNotes::showInTray(QString const& title, QString const& text)
{
    if (m_tray == nullptr && QSystemTrayIcon::isSystemTrayAvailable()) {
        m_tray = new QSystemTrayIcon(m_window.windowIcon(), this);
        m_tray->show();
    }
    if (m_tray != nullptr) {
        m_tray->showMessage(title, text, m_window.windowIcon());
    }
}

} // namespace qob
