#pragma once

#include "engine/database/sql.h"

#include <map>

struct sqlite3;
struct sqlite3_stmt;

namespace qob {

// Up to when a change is safe.
enum class SqliteSync : std::uint8_t {
    Full,   // it survives the loss of power when it is committed
    Normal, // the last ones may be lost with the power, whole and from the end: for what can be made again
};

// A SQLite file, made when it is missing, with a write-ahead log so that readers and the one writer do not
// wait for each other. Several connections, in several processes, may be open on one file.
class SqliteConnection final : public SqlConnection {
public:
    [[nodiscard]] static Expected<std::unique_ptr<SqliteConnection>>
    open(std::string const& file, SqliteSync sync, Duration busyTimeout = seconds(5));
    ~SqliteConnection() override;

    using SqlConnection::query;
    [[nodiscard]] Expected<void> script(std::string const& statements) override;
    [[nodiscard]] Expected<SqlResult>
    query(std::string const& statement, std::span<SqlValue const> values) override;
    [[nodiscard]] Expected<void> put(SqlTable const& table, std::span<SqlValues const> rows) override;

    [[nodiscard]] Expected<void> begin() override { return script("BEGIN IMMEDIATE"); }

    [[nodiscard]] Expected<void> commit() override { return script("COMMIT"); }

    void rollback() override;
    [[nodiscard]] std::string word(std::string_view name) const override;
    [[nodiscard]] Expected<void> copyTo(std::string const& file) override;

private:
    explicit SqliteConnection(sqlite3* database) : m_database(database) {}

    [[nodiscard]] Expected<sqlite3_stmt*> prepare(std::string const& statement);
    [[nodiscard]] Expected<SqlResult> run(sqlite3_stmt* statement, std::span<SqlValue const> values);
    [[nodiscard]] tl::unexpected<Error> failure(std::string_view what) const;

    sqlite3* m_database;
    std::map<std::string, sqlite3_stmt*, std::less<>> m_statements;
};

} // namespace qob
