#include "engine/database/postgres_connection.h"

#include <libpq-fe.h>

#include <array>

namespace qob {

namespace {

// Classes of SQLSTATE after which the server itself is the trouble: connection exceptions, and its going
// away.
bool meansAway(std::string_view state)
{
    return state.substr(0, 2) == "08" || state == "57P01" || state == "57P02" || state == "57P03" ||
           state == "53300";
}

std::string milliseconds(Duration time)
{
    return std::to_string(time.value / 1'000'000);
}

} // namespace

void PostgresConnection::Cleared::operator()(pg_result* result) const
{
    PQclear(result);
}

Expected<std::unique_ptr<PostgresConnection>> PostgresConnection::open(PostgresSettings settings)
{
    char* why = nullptr;
    PQconninfoOption* const options = PQconninfoParse(settings.connection.c_str(), &why);
    PQfreemem(why); // it may quote what is meant to be secret
    if (options == nullptr) {
        return fail(
            ErrorCode::DatabaseFailed,
            "the connection string is neither 'host=… dbname=…' nor 'postgresql://…'"
        );
    }
    std::string password;
    for (PQconninfoOption const* option = options; option->keyword != nullptr; ++option) {
        if (std::string_view(option->keyword) == "password" && option->val != nullptr) {
            password = option->val;
        }
    }
    PQconninfoFree(options);
    std::unique_ptr<PostgresConnection> connection(
        new PostgresConnection(std::move(settings), std::move(password))
    );
    if (auto connected = connection->connect(); !connected) {
        return tl::unexpected(connected.error());
    }
    return connection;
}

PostgresConnection::~PostgresConnection()
{
    disconnect();
}

void PostgresConnection::disconnect()
{
    PQfinish(m_connection);
    m_connection = nullptr;
    m_broken = false;
    m_prepared.clear();
    m_partitions.clear();
    m_divided.reset();
    m_inTransaction = false;
}

Expected<void> PostgresConnection::connect()
{
    disconnect();
    std::string const timeout =
        std::to_string(std::max<std::int64_t>(m_settings.connectTimeout.value / 1'000'000'000, 2));
    // What stands behind the string overrides it, what stands before is overridden by it.
    std::array<char const*, 8> const keywords{
        "connect_timeout",
        "application_name",
        "keepalives_idle",
        "tcp_user_timeout",
        "dbname",
        "client_encoding",
        nullptr};
    std::array<char const*, 8> const values{
        timeout.c_str(), "qob", "10", "15000", m_settings.connection.c_str(), "UTF8", nullptr};
    m_connection = PQconnectdbParams(keywords.data(), values.data(), 1);
    if (m_connection == nullptr || PQstatus(m_connection) != CONNECTION_OK) {
        auto error = fail(ErrorCode::DatabaseUnavailable, told(PQerrorMessage(m_connection)));
        disconnect();
        return error;
    }
    PQsetNoticeProcessor(
        m_connection, [](void*, char const*) {}, nullptr
    );
    auto set = execute(
        "SET statement_timeout = " + milliseconds(m_settings.statementTimeout) +
        "; SET lock_timeout = " + milliseconds(m_settings.statementTimeout)
    );
    auto const extension = execute("SELECT 1 FROM pg_extension WHERE extname = 'timescaledb'");
    if (!set || !extension) {
        auto error = fail(ErrorCode::DatabaseUnavailable, (set ? extension : set).error().detail);
        disconnect();
        return error;
    }
    m_timescale = PQntuples(extension->get()) > 0;
    return {};
}

bool PostgresConnection::lost() const
{
    return m_broken || m_connection == nullptr || PQstatus(m_connection) != CONNECTION_OK;
}

// Never in the middle of a transaction: what came before in it would be missing.
Expected<void> PostgresConnection::reach()
{
    if (!lost()) {
        return {};
    }
    if (m_inTransaction) {
        return fail(ErrorCode::DatabaseUnavailable, "the connection was lost");
    }
    return connect();
}

// The server's words in one line, and no password.
std::string PostgresConnection::told(char const* message) const
{
    std::string text = message == nullptr ? "no memory" : message;
    for (auto at = text.find(m_password); !m_password.empty() && at != std::string::npos;
         at = text.find(m_password, at + 3)) {
        text.replace(at, m_password.size(), "***");
    }
    while (!text.empty() && text.back() == '\n') {
        text.pop_back();
    }
    for (char& c : text) {
        c = c == '\n' || c == '\t' ? ' ' : c;
    }
    return "PostgreSQL: " + text;
}

tl::unexpected<Error> PostgresConnection::failure(pg_result const* result)
{
    char const* const state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    // Not the server says so but the library: it could not speak to it, though it may not call the connection
    // bad yet.
    m_broken = m_broken || state == nullptr;
    const std::string_view sqlState = state == nullptr ? "" : state;
    auto code = ErrorCode::DatabaseFailed;
    if (lost() || meansAway(sqlState)) {
        code = ErrorCode::DatabaseUnavailable;
    } else if (sqlState == "23505") {
        code = ErrorCode::RecordExists;
    }
    char const* const message = PQresultErrorMessage(result);
    bool const empty = message == nullptr || *message == '\0';
    return fail(code, told(empty ? PQerrorMessage(m_connection) : message));
}

Expected<PostgresConnection::Result> PostgresConnection::execute(std::string const& statements)
{
    Result result(PQexec(m_connection, statements.c_str()));
    auto const status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN &&
        status != PGRES_EMPTY_QUERY) {
        return failure(result.get());
    }
    return result;
}

Expected<void> PostgresConnection::script(std::string const& statements)
{
    if (auto reached = reach(); !reached) {
        return reached;
    }
    auto result = execute(statements);
    if (!result) {
        return tl::unexpected(result.error());
    }
    return {};
}

Expected<void> PostgresConnection::begin()
{
    auto begun = script("BEGIN");
    if (!begun && lost()) {
        begun = script("BEGIN"); // it was lost while nothing happened
    }
    m_inTransaction = begun.has_value();
    return begun;
}

Expected<void> PostgresConnection::commit()
{
    auto done = script("COMMIT");
    if (done) {
        m_inTransaction = false;
    }
    return done;
}

void PostgresConnection::rollback()
{
    m_partitions.clear(); // those made in it are gone
    if (lost()) {
        disconnect();
    } else if (!execute("ROLLBACK")) {
        disconnect();
    }
    m_inTransaction = false;
}

Expected<std::string> PostgresConnection::prepare(std::string const& statement)
{
    if (auto const found = m_prepared.find(statement); found != m_prepared.end()) {
        return found->second;
    }
    std::string name = "s" + std::to_string(m_prepared.size());
    const Result result(PQprepare(m_connection, name.c_str(), statement.c_str(), 0, nullptr));
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
        return failure(result.get());
    }
    m_prepared.emplace(statement, name);
    return name;
}

Expected<SqlResult>
PostgresConnection::queryOnce(std::string const& statement, std::span<SqlValue const> values)
{
    auto const name = prepare(statement);
    if (!name) {
        return tl::unexpected(name.error());
    }
    std::vector<std::string> texts;
    std::vector<char const*> pointers;
    texts.reserve(values.size());
    for (SqlValue const& value : values) {
        pointers.push_back(texts.emplace_back(textOf(value)).c_str());
    }
    const Result result(PQexecPrepared(
        m_connection, name->c_str(), static_cast<int>(pointers.size()), pointers.data(), nullptr, nullptr, 0
    ));
    auto const status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        return failure(result.get());
    }
    SqlResult answer;
    std::string const affected = PQcmdTuples(result.get());
    answer.affected = affected.empty() ? 0 : std::stoull(affected);
    int const columns = PQnfields(result.get());
    for (int row = 0; row < PQntuples(result.get()); ++row) {
        std::vector<std::string> texted(static_cast<std::size_t>(columns));
        for (int column = 0; column < columns; ++column) {
            texted[static_cast<std::size_t>(column)] = PQgetvalue(result.get(), row, column);
        }
        answer.rows.emplace_back(std::move(texted));
    }
    return answer;
}

Expected<SqlResult> PostgresConnection::query(std::string const& statement, std::span<SqlValue const> values)
{
    bool const mayAskAgain = !m_inTransaction;
    if (auto reached = reach(); !reached) {
        return tl::unexpected(reached.error());
    }
    auto answer = queryOnce(statement, values);
    if (!answer && mayAskAgain && lost()) {
        if (auto reached = reach(); !reached) {
            return tl::unexpected(reached.error());
        }
        return queryOnce(statement, values);
    }
    return answer;
}

std::string PostgresConnection::word(std::string_view name) const
{
    if (name == "decimal") {
        return "NUMERIC(39,18)"; // all of an Int128
    }
    if (name == "alone") {
        return "SELECT pg_advisory_xact_lock(7364126);"; // any number, the same in every qob
    }
    if (name == "partitioned") {
        return m_timescale ? "" : "PARTITION BY RANGE (time)";
    }
    if (name.substr(0, 7) == "divide ") {
        std::string const table(name.substr(7));
        return m_timescale ? "SELECT create_hypertable('" + table +
                                 "', 'time', chunk_time_interval => 2592000000000000::bigint);"
                           : "CREATE TABLE " + table + "_rest PARTITION OF " + table + " DEFAULT;";
    }
    return "";
}

Expected<void> PostgresConnection::copyTo(std::string const& /*file*/)
{
    return fail(ErrorCode::DatabaseFailed, "PostgreSQL is saved with its own tools");
}

} // namespace qob
