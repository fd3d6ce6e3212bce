#pragma once

#include "ui/remote/server_address.h"

#include <QByteArray>
#include <QHash>

#include <mutex>

class QSslCertificate;

namespace qob {

// "AB:CD:…", SHA-256 of the certificate, as servers print it and browsers show it.
QString fingerprintOf(QSslCertificate const& certificate);

// Which certificate each server showed when its user trusted it first, in a JSON file. Any thread.
class CertificatePins {
public:
    // An empty path: nothing is kept on disk.
    explicit CertificatePins(QString path);

    // Empty: none is known.
    [[nodiscard]] QString find(ServerAddress const& server) const;

    // False: it holds until the program ends, but the file could not be written.
    bool pin(ServerAddress const& server, QString const& fingerprint);

private:
    mutable std::mutex m_mutex;
    QString m_path;
    QHash<QString, QString> m_pins;
};

// What a server showed that is not trusted: `pinned` is empty where there was none before.
struct DoubtfulCertificate {
    QString fingerprint;
    QString pinned;
    QString reason; // what is wrong with it, in words
};

} // namespace qob
