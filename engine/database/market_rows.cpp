// Candles, ticks and the gaps in them.

#include "engine/database/condition.h"
#include "engine/database/database.h"
#include "engine/database/schema.h"

namespace qob {

namespace {

SqlValues valuesOf(CandleRow const& of)
{
    return {
        sql(of.venue),
        sql(of.symbol),
        sql(intervalName(of.interval)),
        sql(of.start),
        sql(of.open),
        sql(of.high),
        sql(of.low),
        sql(of.close),
        sql(of.volume),
        sql(of.buyVolume),
        sql(of.turnover),
        sql(of.trades),
        sql(of.incomplete)};
}

SqlValues valuesOf(TickRow const& of)
{
    return {
        sql(of.venue),
        sql(of.symbol),
        sql(of.time),
        sql(of.number),
        sql(of.price),
        sql(of.qty),
        sql(of.aggressor),
        sql(of.tradeId),
        sql(of.venueTime)};
}

SqlValues valuesOf(GapRow const& of)
{
    return {sql(of.venue), sql(of.symbol), sql(of.stream), sql(of.begins), sql(of.ends), sql(of.lost)};
}

CandleRow readCandle(SqlRow& row, CandleInterval interval)
{
    CandleRow candle;
    candle.venue = row.text();
    candle.symbol = row.text();
    static_cast<void>(row.text());
    candle.interval = interval;
    candle.start = row.time();
    candle.open = row.decimal();
    candle.high = row.decimal();
    candle.low = row.decimal();
    candle.close = row.decimal();
    candle.volume = row.decimal();
    candle.buyVolume = row.decimal();
    candle.turnover = row.decimal();
    candle.trades = row.count();
    candle.incomplete = row.flag();
    return candle;
}

TickRow readTick(SqlRow& row)
{
    TickRow tick;
    tick.venue = row.text();
    tick.symbol = row.text();
    tick.time = row.time();
    tick.number = row.count();
    tick.price = row.decimal();
    tick.qty = row.decimal();
    auto const aggressor = row.text();
    tick.aggressor = aggressor.empty() ? Side::Undisclosed : static_cast<Side>(aggressor.front());
    tick.tradeId = row.count();
    tick.venueTime = row.time();
    return tick;
}

GapRow readGap(SqlRow& row)
{
    GapRow gap;
    gap.venue = row.text();
    gap.symbol = row.text();
    gap.stream = row.text();
    gap.begins = row.time();
    gap.ends = row.time();
    gap.lost = row.count();
    return gap;
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

Condition select(SqlTable const& table, SeriesQuery const& query)
{
    Condition asked("SELECT " + std::string(table.columns) + " FROM " + std::string(table.name));
    asked.where("venue =", sql(query.venue)).where("symbol =", sql(query.symbol));
    return asked;
}

} // namespace

Expected<void> Database::store(MarketBatch const& batch)
{
    const std::lock_guard lock(m_mutex);
    auto& to = *m_connection;
    return inTransaction(to, [&] {
        return putAll(to, tables::candles, batch.candles)
            .and_then([&] { return putAll(to, tables::ticks, batch.ticks); })
            .and_then([&] { return putAll(to, tables::gaps, batch.gaps); });
    });
}

Expected<std::vector<CandleRow>> Database::candles(SeriesQuery const& query, CandleInterval interval)
{
    auto asked = select(tables::candles, query);
    asked.where("span =", sql(intervalName(interval)));
    asked.where("time >=", sql(query.from)).where("time <", sql(query.until));
    const std::lock_guard lock(m_mutex);
    return readRows(asked.ask(*m_connection, "time", query.limit), [&](SqlRow& row) {
        return readCandle(row, interval);
    });
}

Expected<std::vector<TickRow>> Database::ticks(SeriesQuery const& query)
{
    auto asked = select(tables::ticks, query);
    asked.where("time >=", sql(query.from)).where("time <", sql(query.until));
    const std::lock_guard lock(m_mutex);
    return readRows(asked.ask(*m_connection, "time, number", query.limit), readTick);
}

Expected<Timestamp> Database::newestTick(std::string const& venue, std::string const& symbol)
{
    const std::lock_guard lock(m_mutex);
    auto const times = readRows(
        m_connection->query(
            "SELECT time FROM ticks WHERE venue = $1 AND symbol = $2 ORDER BY time DESC LIMIT 1",
            {sql(venue), sql(symbol)}
        ),
        [](SqlRow& row) { return row.time(); }
    );
    if (!times) {
        return tl::unexpected(times.error());
    }
    return times->empty() ? Timestamp::min() : times->front();
}

Expected<std::vector<GapRow>> Database::gaps(SeriesQuery const& query)
{
    auto asked = select(tables::gaps, query);
    asked.where("ends >=", sql(query.from)).where("begins <", sql(query.until));
    const std::lock_guard lock(m_mutex);
    return readRows(asked.ask(*m_connection, "begins, stream", query.limit), readGap);
}

} // namespace qob
