#pragma once

#include "ui/models/market_view.h"
#include "ui/models/order_ticket.h"

#include <array>
#include <memory>

namespace qob {

// What panels of one colour share.
struct LinkGroup {
    LinkGroup(Session& session, MarketReplica& market) : view(session, market), ticket(view) {}

    MarketView view;
    OrderTicket ticket; // its quantity is what a click into a ladder of the group orders
};

// The link groups by colour. One that was never asked for costs nothing. GUI thread.
class LinkGroups {
public:
    static constexpr int count = 6;

    // Both must outlive it. The first group exists from the start.
    LinkGroups(Session& session, MarketReplica& market) : m_session(session), m_market(market) { at(0); }

    // Made when asked for the first time, looking at what the first group looks at.
    LinkGroup& at(int group)
    {
        auto& made = m_groups.at(static_cast<std::size_t>(group));
        if (!made) {
            made = std::make_unique<LinkGroup>(m_session, m_market);
            if (auto const* shown = m_groups.front()->view.shown()) {
                made->view.show(shown->id);
            }
        }
        return *made;
    }

    [[nodiscard]] bool exists(int group) const
    {
        return m_groups.at(static_cast<std::size_t>(group)) != nullptr;
    }

    // No panel may look at it any more. The first one stays.
    void drop(int group)
    {
        if (group > 0) {
            m_groups.at(static_cast<std::size_t>(group)).reset();
        }
    }

private:
    Session& m_session;
    MarketReplica& m_market;
    std::array<std::unique_ptr<LinkGroup>, count> m_groups;
};

} // namespace qob
