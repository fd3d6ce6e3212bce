#pragma once

#include "engine/database/sql.h"

#include <map>
#include <optional>
#include <set>

struct pg_conn;
struct pg_result;

namespace qob {

struct PostgresSettings {
    std::string connection; // a libpq connection string or URI; may hold a password and is never told
    Duration connectTimeout = seconds(5);
    Duration statementTimeout = seconds(30);
};

// A connection to PostgreSQL 15 or newer that comes back by itself: what is called outside of a transaction
// reaches the server again when it was lost, and is asked once more. So a single statement must be one that
// may be done twice.
class PostgresConnection final : public SqlConnection {
public:
    // Reaches the server. DatabaseFailed: the connection string is none.
    [[nodiscard]] static Expected<std::unique_ptr<PostgresConnection>> open(PostgresSettings settings);
    ~PostgresConnection() override;

    using SqlConnection::query;
    [[nodiscard]] Expected<void> script(std::string const& statements) override;
    [[nodiscard]] Expected<SqlResult>
    query(std::string const& statement, std::span<SqlValue const> values) override;
    [[nodiscard]] Expected<void> put(SqlTable const& table, std::span<SqlValues const> rows) override;
    [[nodiscard]] Expected<void> begin() override;
    [[nodiscard]] Expected<void> commit() override;
    void rollback() override;
    [[nodiscard]] std::string word(std::string_view name) const override;
    [[nodiscard]] Expected<void> copyTo(std::string const& file) override;

private:
    struct Cleared {
        void operator()(pg_result* result) const;
    };

    using Result = std::unique_ptr<pg_result, Cleared>;

    explicit PostgresConnection(PostgresSettings settings, std::string password)
        : m_settings(std::move(settings))
        , m_password(std::move(password))
    {}

    [[nodiscard]] Expected<void> connect();
    void disconnect();
    [[nodiscard]] bool lost() const;
    [[nodiscard]] Expected<void> reach();
    [[nodiscard]] Expected<Result> execute(std::string const& statements);
    [[nodiscard]] Expected<std::string> prepare(std::string const& statement);
    [[nodiscard]] Expected<SqlResult>
    queryOnce(std::string const& statement, std::span<SqlValue const> values);
    [[nodiscard]] tl::unexpected<Error> failure(pg_result const* result);
    [[nodiscard]] std::string told(char const* message) const;

    // Few rows: each a statement, sent without waiting for the answers.
    [[nodiscard]] Expected<void> pipe(SqlTable const& table, std::span<SqlValues const> rows);
    [[nodiscard]] Expected<void> readPipe();
    // Many: COPY into a table of our own, and from there in one statement.
    [[nodiscard]] Expected<void> copy(SqlTable const& table, std::span<SqlValues const> rows);
    [[nodiscard]] Expected<void> copyIn(std::string const& into, std::span<SqlValues const> rows);
    [[nodiscard]] Expected<void> endCopy();
    [[nodiscard]] Expected<void> learnDivided();
    [[nodiscard]] Expected<void> makePartitions(SqlTable const& table, std::span<SqlValues const> rows);
    [[nodiscard]] Expected<void> makePartition(std::string const& table, Timestamp inMonth);

    PostgresSettings const m_settings;
    std::string const m_password; // only to be struck from messages
    pg_conn* m_connection = nullptr;
    bool m_broken = false;
    bool m_inTransaction = false;
    bool m_timescale = false;
    std::map<std::string, std::string, std::less<>> m_prepared;  // statement -> its name
    std::optional<std::set<std::string, std::less<>>> m_divided; // tables that are partitioned by us
    std::set<std::string, std::less<>> m_partitions;
};

} // namespace qob
