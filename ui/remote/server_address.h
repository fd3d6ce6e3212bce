#pragma once

#include "engine/base/expected.h"

#include <QString>
#include <QUrl>

namespace qob {

// Where a headless engine is. Always over TLS.
struct ServerAddress {
    QString host;
    quint16 port = 8443;

    [[nodiscard]] QString text() const; // "host:8443"
    [[nodiscard]] QUrl stream() const;  // wss://…/session
    [[nodiscard]] QUrl request(QString const& path) const;

    friend bool operator==(ServerAddress const&, ServerAddress const&) = default;
};

// "wss://host:port", "https://host:port", "host:port" or "host". NetBadUrl, also for what is not over TLS.
Expected<ServerAddress> parseServerAddress(QString const& text);

} // namespace qob
