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
    LinkGroups(Session& session, MarketReplica& market);

    // Made when asked for the first time, looking at what the first group looks at.
    LinkGroup& at(int group);

    [[nodiscard]] bool exists(int group) const
    {
        return m_groups.at(static_cast<std::size_t>(group)) != nullptr;
    }

    // What the group shows as soon as it is known: "BTC-USDT", "SIM-A:BTC-USDT", or "other:1", the first
    // other instrument with the same canonical name as the first group's. Not if another one is chosen
    // before.
    void setFirstChoice(int group, QString const& name);

    // No panel may look at it any more. The first one stays.
    void drop(int group);

private:
    [[nodiscard]] Instrument const* other(int number) const;

    Session& m_session;
    MarketReplica& m_market;
    std::array<std::unique_ptr<LinkGroup>, count> m_groups;
};

} // namespace qob
