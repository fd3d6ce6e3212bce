#pragma once

#include "engine/gateway/gateway_world.h"
#include "engine/security/principal.h"

#include <algorithm>
#include <functional>

namespace qob {

// As somebody who was let in may do now; AuthTokenExpired or AuthRevoked when he may not be here any more.
using Refreshed = std::function<Expected<Principal>(Principal const&)>;

// Tells once when a login is over: its time, its key or its user. On the gateway's thread.
class LoginWatch {
public:
    // A login that was ended goes on for so long at most. Longer than it takes to ask.
    static constexpr Duration period = seconds(5);

    LoginWatch(GatewayWorld& world, Refreshed const& refreshed) : m_world(world), m_refreshed(refreshed) {}

    // From now on this one. Nobody's login is never over.
    void watch(Principal const& who, std::function<void(Error const&)> over)
    {
        m_timer.reset();
        if (who.user != UserId(0)) {
            m_who = who;
            m_over = std::move(over);
            next();
        }
    }

private:
    void next()
    {
        auto const left = std::max(m_who.validUntil - m_world.clock.now(), Duration(0));
        m_timer = m_world.thread.after(std::min(left, period), [this] {
            if (auto const now = m_refreshed(m_who)) {
                next();
            } else {
                m_over(now.error());
            }
        });
    }

    GatewayWorld& m_world;
    Refreshed const& m_refreshed;
    Principal m_who;
    std::function<void(Error const&)> m_over;
    std::shared_ptr<void> m_timer;
};

} // namespace qob
