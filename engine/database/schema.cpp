#include "engine/database/schema.h"

#include <array>

namespace qob {

namespace {

// Times are nanoseconds since 1970 as integers; a zero means never. FIX's characters are what FIX writes.
constexpr std::string_view usersSql = R"(
CREATE TABLE users (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    role INTEGER NOT NULL,
    tier INTEGER NOT NULL,
    account BIGINT NOT NULL,
    disabled INTEGER NOT NULL,
    created BIGINT NOT NULL,
    totp_secret TEXT NOT NULL,
    totp_confirmed INTEGER NOT NULL,
    totp_last_step BIGINT NOT NULL,
    recovery_codes TEXT NOT NULL,
    tokens_valid_from BIGINT NOT NULL,
    external_subject TEXT NOT NULL
);
CREATE UNIQUE INDEX users_external ON users (external_subject) WHERE external_subject <> '';
CREATE TABLE api_keys (
    id TEXT PRIMARY KEY,
    user_id BIGINT NOT NULL,
    label TEXT NOT NULL,
    secret TEXT NOT NULL,
    permissions BIGINT NOT NULL,
    addresses TEXT NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    last_used BIGINT NOT NULL,
    revoked INTEGER NOT NULL
);
CREATE INDEX api_keys_user ON api_keys (user_id);
CREATE TABLE logins (
    id TEXT PRIMARY KEY,
    user_id BIGINT NOT NULL,
    refresh_hash TEXT NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    address TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    revoked INTEGER NOT NULL
);
CREATE INDEX logins_user ON logins (user_id);
)";

constexpr std::string_view projectionSql = R"(
CREATE TABLE projection (
    name TEXT PRIMARY KEY,
    sequence BIGINT NOT NULL,
    hash BIGINT NOT NULL,
    time BIGINT NOT NULL
);
INSERT INTO projection VALUES ('orders', 0, 0, 0);
CREATE TABLE instruments (
    venue TEXT NOT NULL,
    symbol TEXT NOT NULL,
    run_id BIGINT NOT NULL,
    canonical TEXT NOT NULL,
    base TEXT NOT NULL,
    quote TEXT NOT NULL,
    settle TEXT NOT NULL,
    kind INTEGER NOT NULL,
    price_scale INTEGER NOT NULL,
    qty_scale INTEGER NOT NULL,
    tick_size BIGINT NOT NULL,
    lot_size BIGINT NOT NULL,
    min_qty BIGINT NOT NULL,
    max_qty BIGINT NOT NULL,
    min_notional {decimal} NOT NULL,
    contract_value BIGINT NOT NULL,
    multiplier BIGINT NOT NULL,
    multiplier_scale INTEGER NOT NULL,
    size_known INTEGER NOT NULL,
    maker_fee BIGINT NOT NULL,
    taker_fee BIGINT NOT NULL,
    latency BIGINT NOT NULL,
    PRIMARY KEY (venue, symbol)
);
CREATE TABLE accounts (
    account BIGINT PRIMARY KEY,
    opened BIGINT NOT NULL
);
CREATE TABLE orders (
    account BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    exec_id BIGINT NOT NULL,
    cl_ord_id TEXT NOT NULL,
    orig_cl_ord_id TEXT NOT NULL,
    venue TEXT NOT NULL,
    symbol TEXT NOT NULL,
    side TEXT NOT NULL,
    ord_type TEXT NOT NULL,
    time_in_force TEXT NOT NULL,
    exec_inst INTEGER NOT NULL,
    self_trade INTEGER NOT NULL,
    contingency TEXT NOT NULL,
    list_id BIGINT NOT NULL,
    price {decimal} NOT NULL,
    stop_px {decimal} NOT NULL,
    trail_offset {decimal} NOT NULL,
    trail_step {decimal} NOT NULL,
    peg_offset {decimal} NOT NULL,
    display_qty {decimal} NOT NULL,
    order_qty {decimal} NOT NULL,
    leaves_qty {decimal} NOT NULL,
    cum_qty {decimal} NOT NULL,
    avg_px {decimal} NOT NULL,
    status TEXT NOT NULL,
    expires BIGINT NOT NULL,
    sent BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    reason INTEGER NOT NULL,
    reason_text TEXT NOT NULL,
    PRIMARY KEY (account, order_id)
);
CREATE INDEX orders_symbol ON orders (account, symbol, order_id);
CREATE INDEX orders_working ON orders (account, order_id) WHERE status IN ('0', '1', '6', 'A', 'E');
CREATE TABLE fills (
    account BIGINT NOT NULL,
    exec_id BIGINT NOT NULL,
    time BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    cl_ord_id TEXT NOT NULL,
    venue TEXT NOT NULL,
    symbol TEXT NOT NULL,
    side TEXT NOT NULL,
    price {decimal} NOT NULL,
    qty {decimal} NOT NULL,
    liquidity TEXT NOT NULL,
    fee {decimal} NOT NULL,
    fee_asset TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (account, exec_id, time)
) {partitioned};
{divide fills}
CREATE INDEX fills_time ON fills (account, time);
CREATE INDEX fills_order ON fills (account, order_id);
CREATE TABLE rejects (
    sequence BIGINT PRIMARY KEY,
    account BIGINT NOT NULL,
    kind TEXT NOT NULL,
    cl_ord_id TEXT NOT NULL,
    orig_cl_ord_id TEXT NOT NULL,
    venue TEXT NOT NULL,
    symbol TEXT NOT NULL,
    time BIGINT NOT NULL,
    reason INTEGER NOT NULL,
    reason_text TEXT NOT NULL
);
CREATE INDEX rejects_account ON rejects (account, sequence);
CREATE TABLE positions (
    account BIGINT NOT NULL,
    venue TEXT NOT NULL,
    symbol TEXT NOT NULL,
    net {decimal} NOT NULL,
    cost {decimal} NOT NULL,
    realised {decimal} NOT NULL,
    fees {decimal} NOT NULL,
    margin {decimal} NOT NULL,
    asset TEXT NOT NULL,
    updated BIGINT NOT NULL,
    PRIMARY KEY (account, venue, symbol)
);
CREATE TABLE balances (
    account BIGINT NOT NULL,
    asset TEXT NOT NULL,
    total {decimal} NOT NULL,
    updated BIGINT NOT NULL,
    PRIMARY KEY (account, asset)
);
)";

constexpr std::string_view marketSql = R"(
CREATE TABLE candles (
    venue TEXT NOT NULL,
    symbol TEXT NOT NULL,
    span TEXT NOT NULL,
    time BIGINT NOT NULL,
    open {decimal} NOT NULL,
    high {decimal} NOT NULL,
    low {decimal} NOT NULL,
    close {decimal} NOT NULL,
    volume {decimal} NOT NULL,
    buy_volume {decimal} NOT NULL,
    turnover {decimal} NOT NULL,
    trades BIGINT NOT NULL,
    incomplete INTEGER NOT NULL,
    PRIMARY KEY (venue, symbol, span, time)
) {partitioned};
{divide candles}
CREATE TABLE ticks (
    venue TEXT NOT NULL,
    symbol TEXT NOT NULL,
    time BIGINT NOT NULL,
    number BIGINT NOT NULL,
    price {decimal} NOT NULL,
    qty {decimal} NOT NULL,
    aggressor TEXT NOT NULL,
    trade_id BIGINT NOT NULL,
    venue_time BIGINT NOT NULL,
    PRIMARY KEY (venue, symbol, time, number)
) {partitioned};
{divide ticks}
CREATE TABLE gaps (
    venue TEXT NOT NULL,
    symbol TEXT NOT NULL,
    stream TEXT NOT NULL,
    begins BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    lost BIGINT NOT NULL,
    PRIMARY KEY (venue, symbol, stream, begins)
);
)";

// Orders that have left a server's memory are asked for by the name their owner gave them.
constexpr std::string_view orderNamesSql = R"(
CREATE INDEX orders_name ON orders (account, cl_ord_id);
)";

constexpr std::string_view auditSql = R"(
CREATE TABLE audit (
    sequence BIGINT NOT NULL,
    time BIGINT NOT NULL,
    actor TEXT NOT NULL,
    address TEXT NOT NULL,
    action TEXT NOT NULL,
    target TEXT NOT NULL,
    outcome TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (sequence, time)
) {partitioned};
{divide audit}
CREATE INDEX audit_actor ON audit (actor, time);
INSERT INTO projection VALUES ('audit', 0, 0, 0);
)";

constexpr std::array<Migration, 5> allMigrations{{
    {1, "users, keys and logins", usersSql},
    {2, "what the order journal says", projectionSql},
    {3, "candles and ticks", marketSql},
    {4, "orders by name", orderNamesSql},
    {5, "the audit trail's copy", auditSql},
}};

// The statements with the dialect's words filled in.
std::string inDialect(std::string_view statements, SqlConnection const& to)
{
    std::string filled;
    for (auto open = statements.find('{'); open != std::string_view::npos; open = statements.find('{')) {
        auto const close = statements.find('}', open);
        filled += statements.substr(0, open);
        filled += to.word(statements.substr(open + 1, close - open - 1));
        statements.remove_prefix(close + 1);
    }
    return filled.append(statements);
}

Expected<void> applyStep(SqlConnection& to, Migration const& step)
{
    return inTransaction(to, [&]() -> Expected<void> {
        if (auto alone = to.script(to.word("alone")); !alone) {
            return alone;
        }
        // Somebody else may have done it while this waited for its turn.
        auto const version = schemaVersion(to);
        if (!version || *version >= step.number) {
            return version ? Expected<void>() : tl::unexpected(version.error());
        }
        if (auto made = to.script(inDialect(step.statements, to)); !made) {
            return fail(
                made.error().code, "migration " + std::to_string(step.number) + ": " + made.error().detail
            );
        }
        auto const noted = to.query(
            "INSERT INTO schema_version (version, name) VALUES ($1, $2)", {sql(step.number), sql(step.name)}
        );
        return noted ? Expected<void>() : tl::unexpected(noted.error());
    });
}

} // namespace

std::span<Migration const> migrations()
{
    return allMigrations;
}

Expected<int> schemaVersion(SqlConnection& of)
{
    auto result = of.query("SELECT COALESCE(MAX(version), 0) FROM schema_version");
    if (!result) {
        return tl::unexpected(result.error());
    }
    return static_cast<int>(result->rows.at(0).integer());
}

Expected<void> migrate(SqlConnection& to, int upTo)
{
    auto prepared = inTransaction(to, [&] {
        return to.script(
            to.word("alone") +
            "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL);"
        );
    });
    if (!prepared) {
        return prepared;
    }
    auto const version = schemaVersion(to);
    if (!version) {
        return tl::unexpected(version.error());
    }
    if (*version > allMigrations.back().number) {
        return fail(
            ErrorCode::DatabaseVersion,
            "its schema is version " + std::to_string(*version) + ", this program knows up to " +
                std::to_string(allMigrations.back().number)
        );
    }
    for (Migration const& step : allMigrations) {
        if (step.number > *version && step.number <= upTo) {
            if (auto applied = applyStep(to, step); !applied) {
                return applied;
            }
        }
    }
    return {};
}

Expected<void> migrate(SqlConnection& to)
{
    return migrate(to, allMigrations.back().number);
}

} // namespace qob
