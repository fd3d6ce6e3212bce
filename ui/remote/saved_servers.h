#pragma once

#include <QString>

#include <vector>

namespace qob {

// A server that somebody connects to again. No secret is in here.
struct SavedServer {
    QString name; // empty: the address is shown
    QString address;
    QString user;
    bool remember = false; // the password, in the keychain

    friend bool operator==(SavedServer const&, SavedServer const&) = default;
};

// Servers in a JSON file, the one used last first. GUI thread.
class SavedServers {
public:
    // An empty path: nothing is kept on disk.
    explicit SavedServers(QString path);

    [[nodiscard]] std::vector<SavedServer> const& all() const { return m_servers; }

    // Adds it, or replaces the one of the same address and user. False: the file could not be written.
    bool put(SavedServer const& server);
    bool remove(SavedServer const& server);

private:
    [[nodiscard]] bool write() const;

    QString m_path;
    std::vector<SavedServer> m_servers;
};

} // namespace qob
