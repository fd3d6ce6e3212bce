#pragma once

#include "engine/base/clock.h"
#include "ui/remote/remote_session.h"
#include "ui/remote/saved_servers.h"
#include "ui/remote/secret_store.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace qob {

// What is remembered of servers.
struct ServerBook {
    // In a folder; empty: nothing is kept on disk.
    explicit ServerBook(QString const& folder);

    CertificatePins pins;
    SavedServers saved;
    std::unique_ptr<SecretStore> secrets = std::make_unique<KeychainSecrets>();
};

// Asks for a server and connects with it: saved ones, a second factor where the server wants it, and whether
// a certificate that nobody vouches for is the server's. Accepted once the session is open. GUI thread.
class ConnectDialog final : public QDialog {
    Q_OBJECT

public:
    // Both must outlive the dialog and the session. `asked`: what to begin with; empty: the last one used.
    ConnectDialog(ServerBook& book, Clock const& clock, SavedServer const& asked, QWidget* parent = nullptr);
    ~ConnectDialog() override;

    // The open session, once, after it was accepted.
    [[nodiscard]] std::unique_ptr<RemoteSession> takeSession() { return std::move(m_session); }

private:
    void build();
    void fillSaved();
    void choose(int index);
    void showServer(SavedServer const& server);
    void connectNow();
    void take(RemoteOutcome const& outcome);
    void refuse(RemoteOutcome const& outcome);
    void keep();
    void trust();
    void forgetServer();
    void setBusy(bool busy);
    void say(QString const& text);
    [[nodiscard]] QString secretKey() const;
    [[nodiscard]] SavedServer entered() const;

    ServerBook& m_book;
    Clock const& m_clock;
    QComboBox* m_saved;
    QLineEdit* m_name;
    QLineEdit* m_address;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QLineEdit* m_code;
    QCheckBox* m_remember;
    QLabel* m_message;
    QPushButton* m_trust;
    QPushButton* m_forget;
    QPushButton* m_connect;
    QFormLayout* m_form;
    ServerAddress m_server; // being connected with
    std::optional<DoubtfulCertificate> m_doubtful;
    std::unique_ptr<RemoteSession> m_session; // goes first: it calls from its thread
};

} // namespace qob
