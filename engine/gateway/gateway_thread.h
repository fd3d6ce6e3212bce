#pragma once

#include "engine/base/time.h"

#include <functional>
#include <memory>

namespace qob {

// The one thread that everything in the gateway runs on: "gw".
class GatewayThread {
public:
    struct Impl; // gateway_thread_impl.h

    GatewayThread();
    ~GatewayThread(); // what was posted and has not begun is forgotten
    GatewayThread(GatewayThread const&) = delete;
    GatewayThread& operator=(GatewayThread const&) = delete;

    // Any thread.
    void post(std::function<void()> work);

    // Once, after so long, unless it was cancelled by destroying what is returned. On the thread only.
    [[nodiscard]] std::shared_ptr<void> after(Duration delay, std::function<void()> work);

    [[nodiscard]] bool isCurrent() const;

    // Runs it there and waits for it.
    void run(std::function<void()> const& work);

    [[nodiscard]] Impl& impl() { return *m_impl; }

private:
    std::unique_ptr<Impl> m_impl;
};

} // namespace qob
