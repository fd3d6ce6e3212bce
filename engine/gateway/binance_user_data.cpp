#include "engine/gateway/binance_user_data.h"

#include "engine/gateway/market_json.h"

namespace qob {

BinanceUserData::BinanceUserData(GatewayWorld& world, AccountDesk& desk, Send send, End end)
    : m_world(world)
    , m_desk(desk)
    , m_send(std::move(send))
    , m_end(std::move(end))
{
    for (Balance const& balance : m_desk.account().balances) {
        m_balances[balance.asset] = {balance.free, balance.held};
    }
    m_desk.add(*this);
}

BinanceUserData::~BinanceUserData()
{
    m_desk.remove(*this);
}

// Said again from the beginning: reports may be missing in between.
void BinanceUserData::onOrders(OrderList const& /*all*/)
{
    m_end("orders have to be asked for again");
}

void BinanceUserData::onReport(ExecutionReport const& report)
{
    Instrument const* const instrument = m_world.board.find(report.instrument);
    bool const pending = report.execType == ExecType::PendingNew ||
                         report.execType == ExecType::PendingCancel ||
                         report.execType == ExecType::PendingReplace;
    // What was refused at the door is told to whoever asked only; that a queue moved is told nobody.
    bool const status = report.execType == ExecType::OrderStatus;
    if (instrument == nullptr || pending || status || report.orderId == OrderId()) {
        return;
    }
    JsonWriter json;
    writeBinanceReport(json, *instrument, report, m_world.clock.now());
    if (!m_send(json.text())) {
        m_end("reads too slowly");
    }
}

void BinanceUserData::onAccount(AccountReport const& account)
{
    auto const now = milliseconds(m_world.clock.now());
    JsonWriter json;
    json.beginObject().key("e").string("outboundAccountPosition");
    json.key("E").integer(now).key("u").integer(now).key("B").beginArray();
    bool any = false;
    for (Balance const& balance : account.balances) {
        auto& last = m_balances[balance.asset];
        auto const held = std::pair(balance.free, balance.held);
        if (last != held) {
            last = held;
            any = true;
            json.beginObject().key("a").string(balance.asset.view());
            json.key("f").string(amountText(balance.free));
            json.key("l").string(amountText(balance.held)).endObject();
        }
    }
    json.endArray().endObject();
    if (any && !m_send(json.text())) {
        m_end("reads too slowly");
    }
}

} // namespace qob
