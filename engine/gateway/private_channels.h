#pragma once

#include "engine/gateway/gateway_world.h"
#include "engine/gateway/stream.h"

#include <set>

namespace qob {

// One client's own orders, fills, positions and balances. Nothing of orders and fills is ever left out: a
// client without room for it is told Resync, gets everything again when it has room, and is sent away when
// that happens twice within ten seconds. On the gateway's thread.
class PrivateChannels final : public AccountListener {
public:
    PrivateChannels(GatewayWorld& world, AccountDesk& desk, StreamOut& out);
    ~PrivateChannels() override;
    PrivateChannels(PrivateChannels const&) = delete;
    PrivateChannels& operator=(PrivateChannels const&) = delete;

    // "orders", "fills", "positions", "balances"; nothing else.
    static bool isOne(std::string_view name);

    void subscribe(std::string const& name);

    void unsubscribe(std::string const& name) { m_names.erase(name); }

    [[nodiscard]] std::set<std::string> const& names() const { return m_names; }

    // The client has room again.
    void onDrained();

    // AccountListener
    void onOrders(OrderList const& all) override;
    void onReport(ExecutionReport const& report) override;
    void onReject(OrderCancelReject const& reject) override;
    void onAccount(AccountReport const& account) override;

private:
    [[nodiscard]] bool wants(char const* name) const { return m_names.contains(name); }

    void send(std::string_view name, std::string_view type, std::string const& data);
    void sendSnapshot(std::string const& name);
    void fallBehind();

    GatewayWorld& m_world;
    AccountDesk& m_desk;
    StreamOut& m_out;
    std::set<std::string> m_names;
    bool m_behind = false;
    Duration m_lastBehind = Duration(std::numeric_limits<std::int64_t>::min() / 2);
    std::string m_lastPositions; // as sent; an account is reported five times a second
    std::string m_lastBalances;
};

} // namespace qob
