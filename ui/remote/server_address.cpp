#include "ui/remote/server_address.h"

namespace qob {

namespace {

QUrl urlOf(ServerAddress const& address, QString const& scheme, QString const& path)
{
    QUrl url;
    url.setScheme(scheme);
    url.setHost(address.host);
    url.setPort(address.port);
    url.setPath(path);
    return url;
}

} // namespace

QString ServerAddress::text() const
{
    auto const shown = host.contains(u':') ? u'[' + host + u']' : host;
    return shown + u':' + QString::number(port);
}

QUrl ServerAddress::stream() const
{
    return urlOf(*this, QStringLiteral("wss"), QStringLiteral("/session"));
}

QUrl ServerAddress::request(QString const& path) const
{
    return urlOf(*this, QStringLiteral("https"), path);
}

Expected<ServerAddress> parseServerAddress(QString const& text)
{
    auto const trimmed = text.trimmed();
    auto const whole = trimmed.contains(QLatin1String("://")) ? trimmed : QStringLiteral("wss://") + trimmed;
    const QUrl url(whole, QUrl::StrictMode);
    bool const tls = url.scheme() == QLatin1String("wss") || url.scheme() == QLatin1String("https");
    bool const bare = url.path().isEmpty() || url.path() == QLatin1String("/");
    if (!url.isValid() || !tls || !bare || url.host().isEmpty() || url.hasQuery() || url.hasFragment() ||
        !url.userInfo().isEmpty() || url.port(1) <= 0) {
        return fail(ErrorCode::NetBadUrl, '\'' + trimmed.toStdString() + "'; expected wss://HOST:PORT");
    }
    const ServerAddress byDefault;
    return ServerAddress{url.host(), static_cast<quint16>(url.port(byDefault.port))};
}

} // namespace qob
