#pragma once

#include "engine/gateway/gateway_world.h"
#include "engine/gateway/stream.h"

#include <map>
#include <optional>
#include <set>

namespace qob {

// One client's own orders, fills, positions and balances. Nothing of orders and fills is ever left out: a
// client without room for it is told Resync and, when it has room, gets the orders that work or have ended
// since, and every fill that it was not told, as far as the desk has them; it is sent away when that happens
// twice within ten seconds. On the gateway's thread.
class PrivateChannels final : public AccountListener {
public:
    // `dropped` counts clients sent away for reading too slowly.
    PrivateChannels(GatewayWorld& world, AccountDesk& desk, StreamOut& out, std::uint64_t& dropped);
    ~PrivateChannels() override;
    PrivateChannels(PrivateChannels const&) = delete;
    PrivateChannels& operator=(PrivateChannels const&) = delete;

    // "orders", "fills", "positions", "balances"; nothing else.
    static bool isOne(std::string_view name);

    void subscribe(std::string const& name);

    void unsubscribe(std::string const& name);

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
    void sendOrders();
    void sendFills();
    void tellMissed();
    [[nodiscard]] std::deque<ExecutionReport>::const_iterator firstUntold() const;
    void fallBehind();

    GatewayWorld& m_world;
    AccountDesk& m_desk;
    StreamOut& m_out;
    std::uint64_t& m_dropped;
    std::map<std::string, std::uint64_t, std::less<>> m_sequences; // of each name's last message
    std::set<std::string> m_names;
    bool m_behind = false;
    // Fills are still to be told that came when there was no room.
    bool m_missedFills = false;
    std::optional<ExecId> m_lastReport; // that was told; nothing: nothing of orders was told yet
    std::optional<ExecId> m_lastFill;
    Duration m_lastBehind = Duration(std::numeric_limits<std::int64_t>::min() / 2);
    std::string m_lastPositions; // as sent; an account is reported five times a second
    std::string m_lastBalances;
};

} // namespace qob
