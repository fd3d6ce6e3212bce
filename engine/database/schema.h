#pragma once

#include "engine/database/sql.h"

#include <span>

namespace qob {

// One step of the schema. Numbers begin at 1 and have no holes; a step that was released is never changed
// again, only followed by another. Words in braces are the dialect's: SqlConnection::word.
struct Migration {
    int number;
    std::string_view name;
    std::string_view statements;
};

[[nodiscard]] std::span<Migration const> migrations();

// Brings an empty or older database to the newest schema, each step in a transaction of its own.
// DatabaseVersion: it is newer than this program. `upTo` is for tests of older ones.
[[nodiscard]] Expected<void> migrate(SqlConnection& to, int upTo);
[[nodiscard]] Expected<void> migrate(SqlConnection& to);

// 0: there is no schema.
[[nodiscard]] Expected<int> schemaVersion(SqlConnection& of);

// The tables that are written in bulk.
namespace tables {

inline constexpr SqlTable instruments{
    "instruments",
    "venue, symbol, run_id, canonical, base, quote, settle, kind, price_scale, qty_scale, tick_size, "
    "lot_size, "
    "min_qty, max_qty, min_notional, contract_value, multiplier, multiplier_scale, size_known, maker_fee, "
    "taker_fee, latency",
    "venue, symbol"};

inline constexpr SqlTable accounts{"accounts", "account, opened", "account", OnConflict::Keep};

inline constexpr SqlTable orders{
    "orders",
    "account, order_id, exec_id, cl_ord_id, orig_cl_ord_id, venue, symbol, side, ord_type, time_in_force, "
    "exec_inst, self_trade, contingency, list_id, price, stop_px, trail_offset, trail_step, peg_offset, "
    "display_qty, order_qty, leaves_qty, cum_qty, avg_px, status, expires, sent, updated, reason, "
    "reason_text",
    "account, order_id"};

inline constexpr SqlTable fills{
    "fills",
    "account, exec_id, time, order_id, cl_ord_id, venue, symbol, side, price, qty, liquidity, fee, "
    "fee_asset, "
    "sequence",
    "account, exec_id, time",
    OnConflict::Keep,
    2};

inline constexpr SqlTable rejects{
    "rejects",
    "sequence, account, kind, cl_ord_id, orig_cl_ord_id, venue, symbol, time, reason, reason_text",
    "sequence",
    OnConflict::Keep};

inline constexpr SqlTable positions{
    "positions",
    "account, venue, symbol, net, cost, realised, fees, margin, asset, updated",
    "account, venue, symbol"};

inline constexpr SqlTable balances{"balances", "account, asset, total, updated", "account, asset"};

inline constexpr SqlTable candles{
    "candles",
    "venue, symbol, span, time, open, high, low, close, volume, buy_volume, turnover, trades, incomplete",
    "venue, symbol, span, time",
    OnConflict::Replace,
    3,
    // What was watched from its beginning is not lost to what was not.
    "excluded.incomplete = 0 OR candles.incomplete = 1"};

inline constexpr SqlTable ticks{
    "ticks",
    "venue, symbol, time, number, price, qty, aggressor, trade_id, venue_time",
    "venue, symbol, time, number",
    OnConflict::Keep,
    2};

inline constexpr SqlTable gaps{
    "gaps",
    "venue, symbol, stream, begins, ends, lost",
    "venue, symbol, stream, begins",
    OnConflict::Replace};

inline constexpr SqlTable audit{
    "audit",
    "sequence, time, actor, address, action, target, outcome, detail, hash",
    "sequence, time",
    OnConflict::Keep,
    1};

} // namespace tables

} // namespace qob
