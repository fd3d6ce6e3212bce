#pragma once

#include "engine/gateway/binance_world.h"

namespace qob {

// One client's executionReport and outboundAccountPosition events. Nothing is ever left out: when what
// happened is no longer known in full, or there is no room for it, the stream ends. On the gateway's thread.
class BinanceUserData final : public AccountListener {
public:
    // False: there was no room for it.
    using Send = std::function<bool(std::string event)>;
    using End = std::function<void(std::string_view why)>;

    BinanceUserData(GatewayWorld& world, AccountDesk& desk, Send send, End end);
    ~BinanceUserData() override;
    BinanceUserData(BinanceUserData const&) = delete;
    BinanceUserData& operator=(BinanceUserData const&) = delete;

    // AccountListener
    void onOrders(OrderList const& all) override;
    void onReport(ExecutionReport const& report) override;

    void onReject(OrderCancelReject const& /*reject*/) override {}

    void onAccount(AccountReport const& account) override;

private:
    GatewayWorld& m_world;
    AccountDesk& m_desk;
    Send m_send;
    End m_end;
    std::map<AssetName, std::pair<Amount, Amount>> m_balances; // free and held, as last sent
};

} // namespace qob
