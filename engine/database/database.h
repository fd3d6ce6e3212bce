#pragma once

#include "engine/database/rows.h"
#include "engine/database/sql.h"
#include "engine/security/user_store.h"

#include <mutex>

namespace qob {

struct DatabaseSettings {
    std::string connection; // of PostgreSQL; empty: SQLite in `file`
    std::string file;
    // SQLite: a commit survives the loss of power. Not needed by who writes what can be made again.
    bool durable = true;
};

struct OrderQuery {
    AccountId account;
    std::optional<OrdStatus> status;
    bool working = false; // only those that something can still happen to
    std::string symbol;   // empty: any
    OrderId before;       // null: from the newest
    std::size_t limit = 100;
    std::string venue; // empty: any
    OrderId order;     // null: any
    ClOrdId clOrdId;   // of its newest request; empty: any
};

struct FillQuery {
    AccountId account;
    std::string symbol; // empty: any
    OrderId order;      // null: of any
    Timestamp from = Timestamp::min();
    Timestamp until = Timestamp::max(); // not included
    ExecId before;                      // null: from the newest
    std::size_t limit = 100;
};

struct SeriesQuery {
    std::string venue;
    std::string symbol;
    Timestamp from = Timestamp::min();
    Timestamp until = Timestamp::max(); // not included
    std::size_t limit = 1000;
};

// Users, what the order journal comes to, candles and ticks, in SQLite or PostgreSQL with one schema. Calls
// wait for the disk or the network, and for each other: not for a thread that may not wait. Whoever writes
// much opens one of his own. Any thread.
//
// Errors: DatabaseUnavailable (the next call tries again), DatabaseFailed, RecordExists; DatabaseVersion when
// opening one that is newer than this program.
class Database final : public UserStore {
public:
    // Reaches it and brings its schema up to date.
    [[nodiscard]] static Expected<std::unique_ptr<Database>> open(DatabaseSettings const& settings);
    // Of a connection that is there; its schema is brought up to date.
    [[nodiscard]] static Expected<std::unique_ptr<Database>> over(std::unique_ptr<SqlConnection> connection);

    // UserStore
    [[nodiscard]] Expected<std::vector<UserRecord>> users() override;
    [[nodiscard]] Expected<std::vector<ApiKeyRecord>> keys() override;
    [[nodiscard]] Expected<std::vector<LoginRecord>> logins() override;
    [[nodiscard]] Expected<void> put(UserRecord const& user) override;
    [[nodiscard]] Expected<void> put(ApiKeyRecord const& key) override;
    [[nodiscard]] Expected<void> put(LoginRecord const& login) override;

    // Removes logins that ended before; how many.
    [[nodiscard]] Expected<std::uint64_t> forgetLogins(Timestamp endedBefore);

    // The projection of the order journal. `apply` writes all of the batch or nothing. DatabaseFailed: the
    // tables do not stand where the batch begins, so somebody else writes them, too.
    [[nodiscard]] Expected<ProjectionState> projection();
    [[nodiscard]] Expected<void> apply(RowBatch const& batch);
    // Those whose ids are meant by the records behind `projection`.
    [[nodiscard]] Expected<std::vector<Instrument>> runInstruments();
    // Empties the projection, to be made anew from the journal.
    [[nodiscard]] Expected<void> forgetProjection();

    // Newest first.
    [[nodiscard]] Expected<std::vector<OrderRow>> orders(OrderQuery const& query);
    [[nodiscard]] Expected<std::vector<FillRow>> fills(FillQuery const& query);
    [[nodiscard]] Expected<std::vector<RejectRow>>
    rejects(AccountId account, std::uint64_t before, std::size_t limit);

    [[nodiscard]] Expected<std::vector<AccountRow>> accounts();
    [[nodiscard]] Expected<std::vector<PositionRow>> positions(AccountId account);
    [[nodiscard]] Expected<std::vector<BalanceRow>> balances(AccountId account);

    // Twice the same is once.
    [[nodiscard]] Expected<void> store(MarketBatch const& batch);

    // Oldest first, from the beginning of the span.
    [[nodiscard]] Expected<std::vector<CandleRow>> candles(SeriesQuery const& query, CandleInterval interval);
    [[nodiscard]] Expected<std::vector<TickRow>> ticks(SeriesQuery const& query);
    // min: there is none.
    [[nodiscard]] Expected<Timestamp> newestTick(std::string const& venue, std::string const& symbol);
    // Those that touch the span.
    [[nodiscard]] Expected<std::vector<GapRow>> gaps(SeriesQuery const& query);

    // The audit trail's copy: the records that follow those it has, all of them or none. DatabaseFailed: it
    // does not end where they begin, so somebody else writes it, too.
    [[nodiscard]] Expected<void> store(std::vector<AuditRow> const& records);
    // The newest first, before a record (0: the newest of all).
    [[nodiscard]] Expected<std::vector<AuditRow>> audit(std::uint64_t before, std::size_t limit);

    // All of it as one SQLite file, while it is in use. DatabaseFailed for PostgreSQL.
    [[nodiscard]] Expected<void> copyTo(std::string const& file);

private:
    explicit Database(std::unique_ptr<SqlConnection> connection) : m_connection(std::move(connection)) {}

    [[nodiscard]] Expected<void> putOne(std::string const& statement, std::initializer_list<SqlValue> values);
    [[nodiscard]] Expected<void> writeRows(RowBatch const& batch);

    std::mutex m_mutex;
    std::unique_ptr<SqlConnection> m_connection;
};

} // namespace qob
