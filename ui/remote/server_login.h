#pragma once

#include "engine/base/time.h"
#include "ui/remote/certificate_pins.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>
#include <QSslError>

#include <functional>
#include <optional>

class QNetworkReply;
class QSslSocket;

namespace qob {

struct LoginTokens {
    QString access;
    QString refresh;
    Timestamp accessExpires;
};

struct Credentials {
    QString user;
    QString password;
    QString code; // of the second factor; empty: none
};

// Decides whether a connection's certificate is the server's. Where one is pinned it must be that one,
// whoever vouches for another; else one that the system's authorities vouch for is asked no further.
// Remembers what it turned down.
class ServerTrust {
public:
    ServerTrust(CertificatePins const& pins, ServerAddress server) : m_pins(pins), m_server(std::move(server))
    {}

    // For every connection with the server. Where a certificate is pinned it names no authorities: each
    // certificate has errors then, and is asked about.
    [[nodiscard]] QSslConfiguration configuration() const;

    // Called where a certificate has errors.
    [[nodiscard]] bool accepts(QSslCertificate const& certificate, QList<QSslError> const& errors);

    [[nodiscard]] std::optional<DoubtfulCertificate> const& doubtful() const { return m_doubtful; }

    // NetTls, with both fingerprints where there are two.
    [[nodiscard]] Error problem() const;

private:
    CertificatePins const& m_pins;
    ServerAddress m_server;
    std::optional<DoubtfulCertificate> m_doubtful;
};

// The login is no longer good: another try with it is of no use.
[[nodiscard]] bool endsLogin(ErrorCode code);
// No answer came: the server may have done what was asked all the same.
[[nodiscard]] bool tellsNothing(ErrorCode code);

// Gets tokens from a server over HTTPS. Lives on one thread with an event loop.
class ServerLogin final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(Expected<LoginTokens>)>;

    ServerLogin(ServerAddress server, ServerTrust& trust, QObject* parent);

    // AuthFailed, AuthSecondFactorRequired and so on as the server says it; NetTls, NetConnect, NetResolve,
    // NetTimeout, NetClosed.
    void login(Credentials const& credentials, Done done);
    // A token is good once; asked again with it because the answer was lost, the server gives the same answer
    // for a quarter of an hour.
    void refresh(QString const& refreshToken, Done done);
    void logout(LoginTokens const& tokens);

private:
    void post(QString const& path, QByteArray const& body, QByteArray const& token, Done done);
    [[nodiscard]] Expected<LoginTokens> answerOf(QNetworkReply& reply) const;

    ServerAddress m_server;
    ServerTrust& m_trust;
    QNetworkAccessManager m_network;
    QString m_refreshed; // the last token
    QString m_requestId; // sent with it
};

} // namespace qob
