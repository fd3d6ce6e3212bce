#include "engine/gateway/private_channels.h"

#include "engine/gateway/order_json.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

constexpr std::uint16_t policyViolation = 1008;
constexpr Duration patience = seconds(10);
constexpr std::size_t mostQueued = 1U << 20U; // leaves room for what a connection is still told

template <class List, class Write>
std::string listText(List const& list, Write write)
{
    JsonWriter json;
    json.beginArray();
    for (auto const& one : list) {
        write(json, one);
    }
    return json.endArray().text();
}

} // namespace

PrivateChannels::PrivateChannels(GatewayWorld& world, AccountDesk& desk, StreamOut& out)
    : m_world(world)
    , m_desk(desk)
    , m_out(out)
{
    m_desk.add(*this);
}

PrivateChannels::~PrivateChannels()
{
    m_desk.remove(*this);
}

bool PrivateChannels::isOne(std::string_view name)
{
    constexpr std::array<std::string_view, 4> all{"orders", "fills", "positions", "balances"};
    return std::find(all.begin(), all.end(), name) != all.end();
}

void PrivateChannels::subscribe(std::string const& name)
{
    m_names.insert(name);
    // Whoever asks anew is told anew.
    if (name == "positions") {
        m_lastPositions.clear();
    } else if (name == "balances") {
        m_lastBalances.clear();
    }
    sendSnapshot(name);
}

void PrivateChannels::onDrained()
{
    if (m_behind) {
        m_behind = false;
        for (std::string const& name : m_names) {
            sendSnapshot(name);
        }
    }
}

void PrivateChannels::onOrders(OrderList const& /*all*/)
{
    for (std::string const& name : m_names) {
        if (name == "orders" || name == "fills") {
            sendSnapshot(name);
        }
    }
}

void PrivateChannels::onReport(ExecutionReport const& report)
{
    JsonWriter json;
    write(json, m_world.board, report);
    if (wants("orders")) {
        send("orders", "report", json.text());
    }
    if (wants("fills") && report.execType == ExecType::Trade) {
        send("fills", "fill", json.text());
    }
}

void PrivateChannels::onReject(OrderCancelReject const& reject)
{
    if (wants("orders")) {
        JsonWriter json;
        write(json, reject);
        send("orders", "cancelReject", json.text());
    }
}

void PrivateChannels::onAccount(AccountReport const& /*account*/)
{
    for (auto const& [name, last] :
         {std::pair{"positions", &m_lastPositions}, std::pair{"balances", &m_lastBalances}}) {
        if (wants(name)) {
            sendSnapshot(name);
        }
    }
}

void PrivateChannels::sendSnapshot(std::string const& name)
{
    if (m_behind) {
        return; // it comes when there is room
    }
    auto const report = [&](JsonWriter& json, ExecutionReport const& one) {
        write(json, m_world.board, one);
    };
    if (name == "orders") {
        std::vector<ExecutionReport> working;
        for (auto const& [id, order] : m_desk.orders()) {
            if (!isFinal(order.ordStatus)) {
                working.push_back(order);
            }
        }
        send(name, "snapshot", listText(working, report));
    } else if (name == "fills") {
        constexpr std::size_t shown = 100;
        auto const& fills = m_desk.fills();
        auto const count = static_cast<std::ptrdiff_t>(std::min(shown, fills.size()));
        send(name, "snapshot", listText(std::vector(fills.end() - count, fills.end()), report));
    } else if (name == "positions") {
        auto text = listText(m_desk.account().positions, [&](JsonWriter& json, Position const& one) {
            write(json, m_world.board, one);
        });
        if (text != m_lastPositions) {
            m_lastPositions = text; // which falling behind forgets
            send(name, "snapshot", text);
        }
    } else {
        auto text = listText(m_desk.account().balances, [](JsonWriter& json, Balance const& one) {
            write(json, one);
        });
        if (text != m_lastBalances) {
            m_lastBalances = text;
            send(name, "snapshot", text);
        }
    }
}

void PrivateChannels::send(std::string_view name, std::string_view type, std::string const& data)
{
    if (m_behind) {
        return;
    }
    std::string text = R"({"stream":")" + std::string(name) + R"(","type":")" + std::string(type) +
                       R"(","data":)" + data + "}";
    if (m_out.queuedBytes() > mostQueued ||
        !m_out.send(std::make_shared<std::string const>(std::move(text)), false)) {
        fallBehind();
    }
}

void PrivateChannels::fallBehind()
{
    m_behind = true;
    m_lastPositions.clear();
    m_lastBalances.clear();
    const Duration now = m_world.clock.steady();
    if (now - m_lastBehind < patience) {
        m_out.close(policyViolation, "reads too slowly");
        return;
    }
    m_lastBehind = now;
    // Short enough for the room that is kept for it.
    static_cast<void>(m_out.send(
        std::make_shared<std::string const>(
            R"({"type":"resync","streams":["orders","fills","positions","balances"]})"
        ),
        false
    ));
}

} // namespace qob
