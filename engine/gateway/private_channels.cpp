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

PrivateChannels::PrivateChannels(
    GatewayWorld& world, AccountDesk& desk, StreamOut& out, std::uint64_t& dropped
)
    : m_world(world)
    , m_desk(desk)
    , m_out(out)
    , m_dropped(dropped)
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

// What is missed from here on is nobody's loss.
void PrivateChannels::unsubscribe(std::string const& name)
{
    m_names.erase(name);
    if (name == "fills") {
        m_lastFill.reset();
        m_missedFills = false;
    } else if (name == "orders") {
        m_lastReport.reset();
    }
}

void PrivateChannels::onDrained()
{
    if (m_behind) {
        m_behind = false;
        for (std::string const& name : m_names) {
            sendSnapshot(name);
        }
    } else if (m_missedFills) {
        tellMissed();
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
        if (!m_behind) {
            m_lastReport = report.execId;
        }
    }
    if (wants("fills") && report.execType == ExecType::Trade && !m_missedFills) {
        send("fills", "fill", json.text());
        if (!m_behind) {
            m_lastFill = report.execId;
        }
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
    if (name == "orders") {
        sendOrders();
    } else if (name == "fills") {
        sendFills();
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

// What works, and what has ended since the last report that was told.
void PrivateChannels::sendOrders()
{
    std::vector<ExecutionReport> shown;
    ExecId newest = m_lastReport.value_or(ExecId());
    for (auto const& [id, order] : m_desk.orders()) {
        newest = std::max(newest, order.execId);
        if (!isFinal(order.ordStatus) || (m_lastReport && order.execId > *m_lastReport)) {
            shown.push_back(order);
        }
    }
    send("orders", "snapshot", listText(shown, [&](JsonWriter& json, ExecutionReport const& one) {
             write(json, m_world.board, one);
         }));
    if (!m_behind) {
        m_lastReport = newest;
    }
}

// The newest, or from the oldest on that was not told: those that are too many for one message follow.
void PrivateChannels::sendFills()
{
    constexpr std::ptrdiff_t most = 100;
    auto const& fills = m_desk.fills();
    auto begin = fills.end() - std::min(most, std::ssize(fills));
    if (m_lastFill) {
        begin = std::min(begin, firstUntold());
    }
    auto const end = begin + std::min(most, fills.end() - begin);
    send(
        "fills",
        "snapshot",
        listText(
            std::vector(begin, end),
            [&](JsonWriter& json, ExecutionReport const& one) { write(json, m_world.board, one); }
        )
    );
    if (!m_behind) {
        m_lastFill = begin == end ? m_lastFill.value_or(ExecId()) : std::prev(end)->execId;
        tellMissed();
    }
}

std::deque<ExecutionReport>::const_iterator PrivateChannels::firstUntold() const
{
    auto const& fills = m_desk.fills();
    return std::upper_bound(
        fills.begin(),
        fills.end(),
        m_lastFill.value_or(ExecId()),
        [](ExecId last, ExecutionReport const& fill) { return last < fill.execId; }
    );
}

// One by one, as far as there is room; the rest when the queue is empty again.
void PrivateChannels::tellMissed()
{
    auto const& fills = m_desk.fills();
    auto next = firstUntold();
    for (; next != fills.end() && wants("fills") && m_out.queuedBytes() < mostQueued / 2 && !m_behind;
         ++next) {
        JsonWriter json;
        write(json, m_world.board, *next);
        send("fills", "fill", json.text());
        if (!m_behind) {
            m_lastFill = next->execId;
        }
    }
    m_missedFills = next != fills.end() && wants("fills");
}

void PrivateChannels::send(std::string_view name, std::string_view type, std::string const& data)
{
    if (m_behind) {
        return;
    }
    auto& sequence = m_sequences[std::string(name)];
    std::string text = R"({"stream":")" + std::string(name) + R"(","type":")" + std::string(type) +
                       R"(","sequence":)" + std::to_string(sequence + 1) + R"(,"data":)" + data + "}";
    if (m_out.queuedBytes() > mostQueued ||
        !m_out.send(std::make_shared<std::string const>(std::move(text)), false)) {
        fallBehind();
        return;
    }
    ++sequence;
}

void PrivateChannels::fallBehind()
{
    m_behind = true;
    m_missedFills = false; // the snapshot goes on from the last one told
    m_lastPositions.clear();
    m_lastBalances.clear();
    const Duration now = m_world.clock.steady();
    if (now - m_lastBehind < patience) {
        ++m_dropped;
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
