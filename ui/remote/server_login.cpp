#include "ui/remote/server_login.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUuid>

namespace qob {

namespace {

constexpr int answerLimitMs = 10'000;

// The code of that name; AuthFailed where this program does not know it.
ErrorCode codeNamed(QString const& name)
{
    auto const wanted = name.toStdString();
    constexpr std::uint16_t end = 12'000;
    for (std::uint16_t number = 1000; number < end; ++number) {
        if (isErrorCode(number) && errorInfo(static_cast<ErrorCode>(number)).name == wanted) {
            return static_cast<ErrorCode>(number);
        }
    }
    return ErrorCode::AuthFailed;
}

ErrorCode codeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return ErrorCode::NetResolve;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return ErrorCode::NetTimeout;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCode::NetTls;
    case QNetworkReply::RemoteHostClosedError:
        return ErrorCode::NetClosed;
    default:
        return ErrorCode::NetConnect;
    }
}

} // namespace

bool endsLogin(ErrorCode code)
{
    switch (code) {
    case ErrorCode::AuthFailed:
    case ErrorCode::AuthRevoked:
    case ErrorCode::AuthTokenInvalid:
    case ErrorCode::AuthTokenExpired:
    case ErrorCode::AuthLocked:
    case ErrorCode::AuthSecondFactorRequired:
    case ErrorCode::AuthSecondFactorWrong:
    case ErrorCode::AuthAddressForbidden:
        return true;
    default:
        return false;
    }
}

bool tellsNothing(ErrorCode code)
{
    return code == ErrorCode::NetTimeout || code == ErrorCode::NetClosed || code == ErrorCode::NetConnect ||
           code == ErrorCode::NetHandshake;
}

QSslConfiguration ServerTrust::configuration() const
{
    auto configuration = QSslConfiguration::defaultConfiguration();
    if (!m_pins.find(m_server).isEmpty()) {
        configuration.setCaCertificates({});
    }
    return configuration;
}

bool ServerTrust::accepts(QSslCertificate const& certificate, QList<QSslError> const& errors)
{
    auto const shown = fingerprintOf(certificate);
    auto const pinned = m_pins.find(m_server);
    if (!certificate.isNull() && shown.compare(pinned, Qt::CaseInsensitive) == 0) {
        m_doubtful.reset();
        return true;
    }
    m_doubtful = {shown, pinned, errors.isEmpty() ? QString() : errors.front().errorString()};
    return false;
}

Error ServerTrust::problem() const
{
    if (!m_doubtful) {
        return {ErrorCode::NetTls, m_server.text().toStdString()};
    }
    auto const name = m_server.text().toStdString();
    auto const shown = m_doubtful->fingerprint.toStdString();
    if (!m_doubtful->pinned.isEmpty()) {
        return {
            ErrorCode::NetTls,
            name + " shows another certificate than before. Expected SHA-256 " +
                m_doubtful->pinned.toStdString() + ", it shows " + shown};
    }
    return {
        ErrorCode::NetTls,
        name + " shows a certificate that nobody known vouches for, SHA-256 " + shown + " (" +
            m_doubtful->reason.toStdString() + ")"};
}

ServerLogin::ServerLogin(ServerAddress server, ServerTrust& trust, QObject* parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_trust(trust)
    , m_network(this)
{
    m_network.setTransferTimeout(answerLimitMs);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // a password goes nowhere else
}

void ServerLogin::login(Credentials const& credentials, Done done)
{
    QJsonObject body{
        {QStringLiteral("name"), credentials.user}, {QStringLiteral("password"), credentials.password}};
    if (!credentials.code.isEmpty()) {
        body.insert(QStringLiteral("code"), credentials.code);
    }
    post(QStringLiteral("/api/v1/auth/login"), QJsonDocument(body).toJson(), {}, std::move(done));
}

void ServerLogin::refresh(QString const& refreshToken, Done done)
{
    if (std::exchange(m_refreshed, refreshToken) != refreshToken) {
        m_requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    const QJsonObject body{
        {QStringLiteral("refreshToken"), refreshToken}, {QStringLiteral("requestId"), m_requestId}};
    post(QStringLiteral("/api/v1/auth/refresh"), QJsonDocument(body).toJson(), {}, std::move(done));
}

void ServerLogin::logout(LoginTokens const& tokens)
{
    post(QStringLiteral("/api/v1/auth/logout"), "{}", tokens.access.toLatin1(), [](auto const&) {});
}

void ServerLogin::post(QString const& path, QByteArray const& body, QByteArray const& token, Done done)
{
    QNetworkRequest request(m_server.request(path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setSslConfiguration(m_trust.configuration());
    if (!token.isEmpty()) {
        request.setRawHeader("Authorization", QByteArrayLiteral("Bearer") + ' ' + token);
    }
    auto* const reply = m_network.post(request, body);
    connect(reply, &QNetworkReply::sslErrors, this, [this, reply](QList<QSslError> const& errors) {
        if (m_trust.accepts(reply->sslConfiguration().peerCertificate(), errors)) {
            reply->ignoreSslErrors();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, done = std::move(done)] {
        reply->deleteLater();
        done(answerOf(*reply));
    });
}

Expected<LoginTokens> ServerLogin::answerOf(QNetworkReply& reply) const
{
    auto const status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    auto const answer = QJsonDocument::fromJson(reply.readAll()).object();
    if (status == 0) {
        auto const code = codeOf(reply.error());
        return tl::unexpected(
            code == ErrorCode::NetTls && m_trust.doubtful()
                ? m_trust.problem()
                : Error{code, m_server.text().toStdString() + ": " + reply.errorString().toStdString()}
        );
    }
    auto const error = answer.value(QLatin1String("error")).toObject();
    if (!error.isEmpty()) {
        auto const code = codeNamed(error.value(QLatin1String("code")).toString());
        auto const message = error.value(QLatin1String("message")).toString().toStdString();
        // The sentence is the code's; what stands behind it is the detail.
        auto const sentence = std::string(errorInfo(code).sentence);
        return fail(code, message.starts_with(sentence + ": ") ? message.substr(sentence.size() + 2) : "");
    }
    LoginTokens tokens;
    tokens.access = answer.value(QLatin1String("accessToken")).toString();
    tokens.refresh = answer.value(QLatin1String("refreshToken")).toString();
    auto const expires = answer.value(QLatin1String("accessExpires")).toInteger(); // seconds
    constexpr std::int64_t nsOfSecond = 1'000'000'000;
    tokens.accessExpires = Timestamp(expires * nsOfSecond);
    constexpr int good = 200;
    if (status != good || tokens.access.isEmpty()) {
        return fail(
            ErrorCode::NetHandshake,
            m_server.text().toStdString() + " is no qob server: HTTP " + std::to_string(status)
        );
    }
    return tokens;
}

} // namespace qob
