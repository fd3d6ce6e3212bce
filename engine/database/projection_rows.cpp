// What the order journal comes to, as rows: how batches are written.

#include "engine/database/database.h"
#include "engine/database/schema.h"

namespace qob {

namespace {

SqlValues valuesOf(Instrument const& of)
{
    // -1: no record means it any more.
    auto const runId = of.id == ofNoRun ? sql(-1) : sql(of.id);
    return {sql(of.venue),         sql(of.symbol),     runId,
            sql(of.canonical),     sql(of.base),       sql(of.quote),
            sql(of.settle),        sql(of.kind),       sql(of.priceScale),
            sql(of.qtyScale),      sql(of.tickSize),   sql(of.lotSize),
            sql(of.minQty),        sql(of.maxQty),     sql(of.minNotional),
            sql(of.contractValue), sql(of.multiplier), sql(of.multiplierScale),
            sql(of.sizeKnown),     sql(of.makerFee),   sql(of.takerFee),
            sql(of.latency)};
}

AssetName asset(SqlRow& row)
{
    auto const text = row.text();
    return AssetName::fits(text) ? AssetName(text) : AssetName();
}

Instrument readInstrument(SqlRow& row)
{
    Instrument of;
    of.venue = row.text();
    of.symbol = row.text();
    of.id = InstrumentId(static_cast<std::uint32_t>(row.integer()));
    of.canonical = row.text();
    of.base = asset(row);
    of.quote = asset(row);
    of.settle = asset(row);
    of.kind = static_cast<ContractKind>(row.integer());
    of.priceScale = static_cast<int>(row.integer());
    of.qtyScale = static_cast<int>(row.integer());
    of.tickSize = Price(row.integer());
    of.lotSize = Qty(row.integer());
    of.minQty = Qty(row.integer());
    of.maxQty = Qty(row.integer());
    of.minNotional = row.decimal();
    of.contractValue = row.integer();
    of.multiplier = row.integer();
    of.multiplierScale = static_cast<int>(row.integer());
    of.sizeKnown = row.flag();
    of.makerFee = FeeRate(row.integer());
    of.takerFee = FeeRate(row.integer());
    of.latency = Duration(row.integer());
    return of;
}

SqlValues valuesOf(AccountRow const& of)
{
    return {sql(of.account), sql(of.opened)};
}

SqlValues valuesOf(OrderRow const& of)
{
    return {
        sql(of.account),  sql(of.orderId),     sql(of.execId),      sql(of.clOrdId),     sql(of.origClOrdId),
        sql(of.venue),    sql(of.symbol),      sql(of.side),        sql(of.ordType),     sql(of.timeInForce),
        sql(of.execInst), sql(of.selfTrade),   sql(of.contingency), sql(of.listId),      sql(of.price),
        sql(of.stopPx),   sql(of.trailOffset), sql(of.trailStep),   sql(of.pegOffset),   sql(of.displayQty),
        sql(of.orderQty), sql(of.leavesQty),   sql(of.cumQty),      sql(of.avgPx),       sql(of.status),
        sql(of.expires),  sql(of.sent),        sql(of.updated),     sql(int{of.reason}), sql(of.reasonText)};
}

SqlValues valuesOf(FillRow const& of)
{
    return {
        sql(of.account),
        sql(of.execId),
        sql(of.time),
        sql(of.orderId),
        sql(of.clOrdId),
        sql(of.venue),
        sql(of.symbol),
        sql(of.side),
        sql(of.price),
        sql(of.qty),
        sql(of.liquidity),
        sql(of.fee),
        sql(of.feeAsset),
        sql(of.sequence)};
}

SqlValues valuesOf(RejectRow const& of)
{
    return {
        sql(of.sequence),
        sql(of.account),
        sql(std::string_view(of.ofCancel ? "cancel" : "order")),
        sql(of.clOrdId),
        sql(of.origClOrdId),
        sql(of.venue),
        sql(of.symbol),
        sql(of.time),
        sql(int{of.reason}),
        sql(of.reasonText)};
}

SqlValues valuesOf(PositionRow const& of)
{
    return {
        sql(of.account),
        sql(of.venue),
        sql(of.symbol),
        sql(of.net),
        sql(of.cost),
        sql(of.realised),
        sql(of.fees),
        sql(of.margin),
        sql(of.asset),
        sql(of.updated)};
}

SqlValues valuesOf(BalanceRow const& of)
{
    return {sql(of.account), sql(of.asset), sql(of.total), sql(of.updated)};
}

template <class Row>
Expected<void> putAll(SqlConnection& to, SqlTable const& table, std::vector<Row> const& rows)
{
    std::vector<SqlValues> values;
    values.reserve(rows.size());
    for (Row const& row : rows) {
        values.push_back(valuesOf(row));
    }
    return to.put(table, values);
}

} // namespace

Expected<ProjectionState> Database::projection()
{
    const std::lock_guard lock(m_mutex);
    auto states = readRows(
        m_connection->query("SELECT sequence, hash, time FROM projection WHERE name = 'orders'"),
        [](SqlRow& row) {
            ProjectionState state;
            state.sequence = row.count();
            state.hash = row.count();
            state.time = row.time();
            return state;
        }
    );
    if (!states) {
        return tl::unexpected(states.error());
    }
    if (states->size() != 1) {
        return fail(ErrorCode::DatabaseFailed, "table projection does not have its row");
    }
    return states->front();
}

Expected<void> Database::apply(RowBatch const& batch)
{
    const std::lock_guard lock(m_mutex);
    return inTransaction(*m_connection, [&]() -> Expected<void> {
        // First, so that nobody else can move it meanwhile.
        auto const moved = m_connection->query(
            "UPDATE projection SET sequence = $1, hash = $2, time = $3 WHERE name = 'orders' AND sequence = "
            "$4",
            {sql(batch.sequence), sql(batch.hash), sql(batch.time), sql(batch.behind)}
        );
        if (!moved) {
            return tl::unexpected(moved.error());
        }
        if (moved->affected != 1) {
            return fail(
                ErrorCode::DatabaseFailed,
                "the tables do not stand at record " + std::to_string(batch.behind) +
                    " of the journal: does another program write them?"
            );
        }
        return writeRows(batch);
    });
}

Expected<void> Database::writeRows(RowBatch const& batch)
{
    if (batch.newRun) {
        if (auto cleared = m_connection->query("UPDATE instruments SET run_id = -1"); !cleared) {
            return tl::unexpected(cleared.error());
        }
    }
    auto& to = *m_connection;
    return putAll(to, tables::instruments, batch.instruments)
        .and_then([&] { return putAll(to, tables::accounts, batch.accounts); })
        .and_then([&] { return putAll(to, tables::orders, batch.orders); })
        .and_then([&] { return putAll(to, tables::fills, batch.fills); })
        .and_then([&] { return putAll(to, tables::rejects, batch.rejects); })
        .and_then([&] { return putAll(to, tables::positions, batch.positions); })
        .and_then([&] { return putAll(to, tables::balances, batch.balances); });
}

Expected<std::vector<Instrument>> Database::runInstruments()
{
    const std::lock_guard lock(m_mutex);
    return readRows(
        m_connection->query(
            "SELECT " + std::string(tables::instruments.columns) + " FROM instruments WHERE run_id >= 0"
        ),
        readInstrument
    );
}

Expected<void> Database::forgetProjection()
{
    const std::lock_guard lock(m_mutex);
    return inTransaction(*m_connection, [&] {
        return m_connection->script(
            "DELETE FROM instruments; DELETE FROM accounts; DELETE FROM orders; DELETE FROM "
            "fills; DELETE FROM rejects; DELETE FROM positions; DELETE FROM balances; "
            "UPDATE projection SET sequence = 0, hash = 0, time = 0 WHERE name = 'orders'"
        );
    });
}

} // namespace qob
