#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace qob {

// Passwords of saved servers. Answers come later, on the GUI thread, and not when `context` is gone by then.
class SecretStore {
public:
    virtual ~SecretStore() = default;

    // Empty: there is none, or no store.
    virtual void find(QString const& key, QObject* context, std::function<void(QString)> found) = 0;

    // Empty: it is kept; else why not, in words.
    virtual void
    keep(QString const& key, QString const& secret, QObject* context, std::function<void(QString)> kept) = 0;

    virtual void forget(QString const& key) = 0;
};

// The desktop's keychain (Secret Service, KWallet), never a file of our own.
class KeychainSecrets final : public SecretStore {
public:
    void find(QString const& key, QObject* context, std::function<void(QString)> found) override;
    void keep(QString const& key, QString const& secret, QObject* context, std::function<void(QString)> kept)
        override;
    void forget(QString const& key) override;
};

} // namespace qob
