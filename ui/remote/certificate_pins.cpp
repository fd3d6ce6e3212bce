#include "ui/remote/certificate_pins.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSslCertificate>

namespace qob {

QString fingerprintOf(QSslCertificate const& certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

CertificatePins::CertificatePins(QString path) : m_path(std::move(path))
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    auto const pins = QJsonDocument::fromJson(file.readAll()).object();
    for (auto at = pins.begin(); at != pins.end(); ++at) {
        m_pins.insert(at.key(), at.value().toString());
    }
}

QString CertificatePins::find(ServerAddress const& server) const
{
    const std::lock_guard lock(m_mutex);
    return m_pins.value(server.text());
}

bool CertificatePins::pin(ServerAddress const& server, QString const& fingerprint)
{
    const std::lock_guard lock(m_mutex);
    m_pins.insert(server.text(), fingerprint);
    if (m_path.isEmpty()) {
        return true;
    }
    QJsonObject pins;
    for (auto at = m_pins.cbegin(); at != m_pins.cend(); ++at) {
        pins.insert(at.key(), at.value());
    }
    QSaveFile file(m_path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(pins).toJson()) >= 0 && file.commit();
}

} // namespace qob
