#include "ui/remote/saved_servers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace qob {

namespace {

constexpr qsizetype mostServers = 200;

bool isSame(SavedServer const& a, SavedServer const& b)
{
    return a.address == b.address && a.user == b.user;
}

} // namespace

SavedServers::SavedServers(QString path) : m_path(std::move(path))
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    auto const servers = QJsonDocument::fromJson(file.readAll()).array();
    for (qsizetype i = 0; i < std::min(servers.size(), mostServers); ++i) {
        auto const one = servers[i].toObject();
        const SavedServer server{
            one.value(QLatin1String("name")).toString(),
            one.value(QLatin1String("address")).toString(),
            one.value(QLatin1String("user")).toString(),
            one.value(QLatin1String("remember")).toBool()};
        if (!server.address.isEmpty()) {
            m_servers.push_back(server);
        }
    }
}

bool SavedServers::put(SavedServer const& server)
{
    std::erase_if(m_servers, [&](SavedServer const& one) { return isSame(one, server); });
    m_servers.insert(m_servers.begin(), server);
    return write();
}

bool SavedServers::remove(SavedServer const& server)
{
    std::erase_if(m_servers, [&](SavedServer const& one) { return isSame(one, server); });
    return write();
}

bool SavedServers::write() const
{
    if (m_path.isEmpty()) {
        return true;
    }
    QJsonArray servers;
    for (SavedServer const& server : m_servers) {
        servers.append(QJsonObject{
            {QStringLiteral("name"), server.name},
            {QStringLiteral("address"), server.address},
            {QStringLiteral("user"), server.user},
            {QStringLiteral("remember"), server.remember}});
    }
    QSaveFile file(m_path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(servers).toJson()) >= 0 &&
           file.commit();
}

} // namespace qob
