// What is asked of the projection of the order journal.

#include "engine/database/condition.h"
#include "engine/database/database.h"
#include "engine/database/schema.h"

namespace qob {

namespace {

std::string selectOf(SqlTable const& table)
{
    return "SELECT " + std::string(table.columns) + " FROM " + std::string(table.name);
}

template <class Fixed>
Fixed fixed(SqlRow& row)
{
    auto const text = row.text();
    return Fixed::fits(text) ? Fixed(text) : Fixed();
}

template <class Enum>
Enum fixWord(SqlRow& row)
{
    auto const text = row.text();
    return text.empty() ? Enum{} : static_cast<Enum>(text.front());
}

AccountId readAccountId(SqlRow& row)
{
    return AccountId(static_cast<std::uint32_t>(row.integer()));
}

OrderRow readOrder(SqlRow& row)
{
    OrderRow order;
    order.account = readAccountId(row);
    order.orderId = OrderId(row.count());
    order.execId = ExecId(row.count());
    order.clOrdId = fixed<ClOrdId>(row);
    order.origClOrdId = fixed<ClOrdId>(row);
    order.venue = row.text();
    order.symbol = row.text();
    order.side = fixWord<Side>(row);
    order.ordType = fixWord<OrdType>(row);
    order.timeInForce = fixWord<TimeInForce>(row);
    order.execInst = static_cast<ExecInst>(row.integer());
    order.selfTrade = static_cast<SelfTrade>(row.integer());
    order.contingency = fixWord<Contingency>(row);
    order.listId = OrderId(row.count());
    order.price = row.decimal();
    order.stopPx = row.decimal();
    order.trailOffset = row.decimal();
    order.trailStep = row.decimal();
    order.pegOffset = row.decimal();
    order.displayQty = row.decimal();
    order.orderQty = row.decimal();
    order.leavesQty = row.decimal();
    order.cumQty = row.decimal();
    order.avgPx = row.decimal();
    order.status = fixWord<OrdStatus>(row);
    order.expires = row.time();
    order.sent = row.time();
    order.updated = row.time();
    order.reason = static_cast<std::uint16_t>(row.integer());
    order.reasonText = row.text();
    return order;
}

FillRow readFill(SqlRow& row)
{
    FillRow fill;
    fill.account = readAccountId(row);
    fill.execId = ExecId(row.count());
    fill.time = row.time();
    fill.orderId = OrderId(row.count());
    fill.clOrdId = fixed<ClOrdId>(row);
    fill.venue = row.text();
    fill.symbol = row.text();
    fill.side = fixWord<Side>(row);
    fill.price = row.decimal();
    fill.qty = row.decimal();
    fill.liquidity = fixWord<Liquidity>(row);
    fill.fee = row.decimal();
    fill.feeAsset = fixed<AssetName>(row);
    fill.sequence = row.count();
    return fill;
}

RejectRow readReject(SqlRow& row)
{
    RejectRow reject;
    reject.sequence = row.count();
    reject.account = readAccountId(row);
    reject.ofCancel = row.text() == "cancel";
    reject.clOrdId = fixed<ClOrdId>(row);
    reject.origClOrdId = fixed<ClOrdId>(row);
    reject.venue = row.text();
    reject.symbol = row.text();
    reject.time = row.time();
    reject.reason = static_cast<std::uint16_t>(row.integer());
    reject.reasonText = row.text();
    return reject;
}

PositionRow readPosition(SqlRow& row)
{
    PositionRow position;
    position.account = readAccountId(row);
    position.venue = row.text();
    position.symbol = row.text();
    position.net = row.decimal();
    position.cost = row.decimal();
    position.realised = row.decimal();
    position.fees = row.decimal();
    position.margin = row.decimal();
    position.asset = fixed<AssetName>(row);
    position.updated = row.time();
    return position;
}

BalanceRow readBalance(SqlRow& row)
{
    BalanceRow balance;
    balance.account = readAccountId(row);
    balance.asset = fixed<AssetName>(row);
    balance.total = row.decimal();
    balance.updated = row.time();
    return balance;
}

constexpr std::size_t everything = std::size_t{1} << 62U;

} // namespace

Expected<std::vector<OrderRow>> Database::orders(OrderQuery const& query)
{
    Condition asked(selectOf(tables::orders));
    asked.where("account =", sql(query.account));
    if (query.status) {
        asked.where("status =", sql(*query.status));
    }
    if (query.working) {
        asked.whereRaw("status IN ('0', '1', '6', 'A', 'E')");
    }
    if (!query.symbol.empty()) {
        asked.where("symbol =", sql(query.symbol));
    }
    if (query.before != OrderId()) {
        asked.where("order_id <", sql(query.before));
    }
    if (!query.venue.empty()) {
        asked.where("venue =", sql(query.venue));
    }
    if (query.order != OrderId()) {
        asked.where("order_id =", sql(query.order));
    }
    if (!query.clOrdId.empty()) {
        asked.where("cl_ord_id =", sql(query.clOrdId));
    }
    const std::lock_guard lock(m_mutex);
    return readRows(asked.ask(*m_connection, "order_id DESC", query.limit), readOrder);
}

Expected<std::vector<FillRow>> Database::fills(FillQuery const& query)
{
    Condition asked(selectOf(tables::fills));
    asked.where("account =", sql(query.account));
    if (!query.symbol.empty()) {
        asked.where("symbol =", sql(query.symbol));
    }
    if (query.order != OrderId()) {
        asked.where("order_id =", sql(query.order));
    }
    if (query.from != Timestamp::min()) {
        asked.where("time >=", sql(query.from));
    }
    if (query.until != Timestamp::max()) {
        asked.where("time <", sql(query.until));
    }
    if (query.before != ExecId()) {
        asked.where("exec_id <", sql(query.before));
    }
    const std::lock_guard lock(m_mutex);
    return readRows(asked.ask(*m_connection, "exec_id DESC", query.limit), readFill);
}

Expected<std::vector<RejectRow>> Database::rejects(AccountId account, std::uint64_t before, std::size_t limit)
{
    Condition asked(selectOf(tables::rejects));
    asked.where("account =", sql(account));
    if (before != 0) {
        asked.where("sequence <", sql(before));
    }
    const std::lock_guard lock(m_mutex);
    return readRows(asked.ask(*m_connection, "sequence DESC", limit), readReject);
}

Expected<std::vector<AccountRow>> Database::accounts()
{
    Condition asked(selectOf(tables::accounts));
    const std::lock_guard lock(m_mutex);
    return readRows(asked.ask(*m_connection, "account", everything), [](SqlRow& row) {
        AccountRow account;
        account.account = readAccountId(row);
        account.opened = row.time();
        return account;
    });
}

Expected<std::vector<PositionRow>> Database::positions(AccountId account)
{
    Condition asked(selectOf(tables::positions));
    asked.where("account =", sql(account));
    const std::lock_guard lock(m_mutex);
    return readRows(asked.ask(*m_connection, "venue, symbol", everything), readPosition);
}

Expected<std::vector<BalanceRow>> Database::balances(AccountId account)
{
    Condition asked(selectOf(tables::balances));
    asked.where("account =", sql(account));
    const std::lock_guard lock(m_mutex);
    return readRows(asked.ask(*m_connection, "asset", everything), readBalance);
}

} // namespace qob
