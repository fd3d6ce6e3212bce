#include "engine/database/sqlite_connection.h"

#include "engine/base/check.h"

#include <sqlite3.h>

namespace qob {

namespace {

ErrorCode codeOf(int extended)
{
    if (extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY) {
        return ErrorCode::RecordExists;
    }
    switch (extended & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CANTOPEN:
        return ErrorCode::DatabaseUnavailable;
    default:
        return ErrorCode::DatabaseFailed;
    }
}

// Resets a statement when it has been used: as long as it is not, it holds the log back.
struct Resetting {
    explicit Resetting(sqlite3_stmt* used) : statement(used) {}

    ~Resetting()
    {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }

    Resetting(Resetting const&) = delete;
    Resetting& operator=(Resetting const&) = delete;

    sqlite3_stmt* statement;
};

int bind(sqlite3_stmt* statement, int at, SqlValue const& value)
{
    if (auto const* const number = std::get_if<std::int64_t>(&value)) {
        return sqlite3_bind_int64(statement, at, *number);
    }
    std::string const text = textOf(value);
    return sqlite3_bind_text64(statement, at, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

SqlRow readRow(sqlite3_stmt* statement)
{
    std::vector<std::string> columns(static_cast<std::size_t>(sqlite3_column_count(statement)));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        int const at = static_cast<int>(i);
        if (auto const* const text = sqlite3_column_text(statement, at); text != nullptr) {
            columns[i].assign(
                reinterpret_cast<char const*>(text),
                static_cast<std::size_t>(sqlite3_column_bytes(statement, at))
            );
        }
    }
    return SqlRow(std::move(columns));
}

} // namespace

Expected<std::unique_ptr<SqliteConnection>>
SqliteConnection::open(std::string const& file, SqliteSync sync, Duration busyTimeout)
{
    sqlite3* database = nullptr;
    int const result = sqlite3_open_v2(
        file.c_str(),
        &database,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
        nullptr
    );
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(database));
    if (result != SQLITE_OK) {
        return connection->failure(file);
    }
    sqlite3_busy_timeout(database, static_cast<int>(busyTimeout.value / 1'000'000));
    auto set = connection->script(
        std::string("PRAGMA journal_mode = WAL; PRAGMA synchronous = ") +
        (sync == SqliteSync::Full ? "FULL" : "NORMAL")
    );
    if (!set) {
        return fail(set.error().code, file + ": " + set.error().detail);
    }
    return connection;
}

SqliteConnection::~SqliteConnection()
{
    for (auto const& [text, statement] : m_statements) {
        sqlite3_finalize(statement);
    }
    sqlite3_close(m_database);
}

tl::unexpected<Error> SqliteConnection::failure(std::string_view what) const
{
    if (m_database == nullptr) {
        return fail(ErrorCode::DatabaseFailed, "SQLite: out of memory");
    }
    std::string detail = "SQLite: ";
    detail += sqlite3_errmsg(m_database);
    if (!what.empty()) {
        detail.append(" (").append(what.substr(0, 200)).append(")");
    }
    return fail(codeOf(sqlite3_extended_errcode(m_database)), std::move(detail));
}

Expected<void> SqliteConnection::script(std::string const& statements)
{
    if (sqlite3_exec(m_database, statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return failure(statements);
    }
    return {};
}

Expected<sqlite3_stmt*> SqliteConnection::prepare(std::string const& statement)
{
    if (auto const found = m_statements.find(statement); found != m_statements.end()) {
        return found->second;
    }
    sqlite3_stmt* prepared = nullptr;
    int const result = sqlite3_prepare_v3(
        m_database,
        statement.data(),
        static_cast<int>(statement.size()),
        SQLITE_PREPARE_PERSISTENT,
        &prepared,
        nullptr
    );
    if (result != SQLITE_OK) {
        return failure(statement);
    }
    m_statements.emplace(statement, prepared);
    // SQLite numbers parameters as they appear, PostgreSQL by their names: both have to come to the same.
    for (int i = 1; i <= sqlite3_bind_parameter_count(prepared); ++i) {
        CHECK(sqlite3_bind_parameter_name(prepared, i) == "$" + std::to_string(i));
    }
    return prepared;
}

Expected<SqlResult> SqliteConnection::run(sqlite3_stmt* statement, std::span<SqlValue const> values)
{
    Resetting const resetting(statement);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (bind(statement, static_cast<int>(i) + 1, values[i]) != SQLITE_OK) {
            return failure(sqlite3_sql(statement));
        }
    }
    SqlResult answer;
    int step = sqlite3_step(statement);
    for (; step == SQLITE_ROW; step = sqlite3_step(statement)) {
        answer.rows.push_back(readRow(statement));
    }
    if (step != SQLITE_DONE) {
        return failure(sqlite3_sql(statement));
    }
    answer.affected = static_cast<std::uint64_t>(sqlite3_changes64(m_database));
    return answer;
}

Expected<SqlResult> SqliteConnection::query(std::string const& statement, std::span<SqlValue const> values)
{
    auto prepared = prepare(statement);
    if (!prepared) {
        return tl::unexpected(prepared.error());
    }
    return run(*prepared, values);
}

Expected<void> SqliteConnection::put(SqlTable const& table, std::span<SqlValues const> rows)
{
    if (rows.empty()) {
        return {};
    }
    auto prepared = prepare(insertStatement(table));
    if (!prepared) {
        return tl::unexpected(prepared.error());
    }
    for (SqlValues const& row : rows) {
        if (auto done = run(*prepared, row); !done) {
            return tl::unexpected(done.error());
        }
    }
    return {};
}

void SqliteConnection::rollback()
{
    // Some errors have rolled back already.
    if (sqlite3_get_autocommit(m_database) == 0) {
        static_cast<void>(script("ROLLBACK"));
    }
}

std::string SqliteConnection::word(std::string_view name) const
{
    return name == "decimal" ? "TEXT" : "";
}

Expected<void> SqliteConnection::copyTo(std::string const& file)
{
    auto target = open(file, SqliteSync::Full);
    if (!target) {
        return tl::unexpected(target.error());
    }
    // A copy is one file: nothing of it may lie in a log beside it.
    if (auto set = (*target)->script("PRAGMA journal_mode = DELETE"); !set) {
        return set;
    }
    sqlite3* const to = (*target)->m_database;
    sqlite3_backup* const copy = sqlite3_backup_init(to, "main", m_database, "main");
    if (copy == nullptr) {
        return (*target)->failure(file);
    }
    int step = sqlite3_backup_step(copy, -1);
    for (int tries = 0; (step == SQLITE_BUSY || step == SQLITE_LOCKED) && tries < 50; ++tries) {
        sqlite3_sleep(100);
        step = sqlite3_backup_step(copy, -1);
    }
    int const finished = sqlite3_backup_finish(copy);
    if (step != SQLITE_DONE || finished != SQLITE_OK) {
        return (*target)->failure(file);
    }
    return {};
}

} // namespace qob
