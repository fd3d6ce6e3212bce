#pragma once

#include "engine/base/time.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace qob {

// Finds a host's addresses, as text; returns getaddrinfo()'s error, 0 where there is none. May block for as
// long as it likes; called from several threads at once.
using LookUpHost = std::function<int(std::string const& host, std::vector<std::string>& addresses)>;

// The system's way.
int lookUpHost(std::string const& host, std::vector<std::string>& addresses);

struct NetSettings {
    // A file of certificate authorities to trust besides the system's.
    std::string caFile;
    // Host name -> "address:port" to connect to in its place; "*" stands for all that are not named. The
    // certificate must still be that of the host that was asked for.
    std::map<std::string, std::string> connectTo;
    Duration openTimeout = seconds(10); // for finding the host, connecting and greeting, together
    LookUpHost lookUp = lookUpHost;
};

// The thread "io", on which every connection lives: whatever a connection or a timer calls, it calls here.
// Destroying it drops all connections and timers without another call, and waits for the thread; names that
// are being looked up are not waited for.
class NetThread {
public:
    // NetTls is thrown as std::runtime_error where the CA file cannot be read: a matter of start-up.
    explicit NetThread(NetSettings settings = {});
    ~NetThread();
    NetThread(NetThread const&) = delete;
    NetThread& operator=(NetThread const&) = delete;

    // Runs `work` on io; from any thread.
    void post(std::function<void()> work);

    // The same and waits until it is done; not from io.
    void postAndWait(std::function<void()> work);

    struct Timer;

    // Runs `work` on io after `delay`, unless what is returned has been destroyed before. On io.
    [[nodiscard]] std::shared_ptr<Timer> after(Duration delay, std::function<void()> work);

    struct Impl;

    // For this room.
    [[nodiscard]] Impl& impl() { return *m_impl; }

private:
    std::unique_ptr<Impl> m_impl;
};

} // namespace qob
