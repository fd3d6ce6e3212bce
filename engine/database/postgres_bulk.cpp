// How rows come into PostgreSQL in bulk, and the partitions they fall into.

#include "engine/database/postgres_connection.h"

#include <libpq-fe.h>

#include <array>
#include <chrono>
#include <cstdio>

namespace qob {

namespace {

// Up to so many rows a statement each is quicker than COPY's three. They and their answers have to fit into
// the buffers of both ends, as nobody reads while we send.
constexpr std::size_t mostPiped = 64;
constexpr std::size_t copyBytes = std::size_t{1} << 18U;

// As COPY's text format writes a column.
void appendColumn(std::string& to, std::string const& text)
{
    for (char const c : text) {
        switch (c) {
        case '\\':
            to += "\\\\";
            break;
        case '\n':
            to += "\\n";
            break;
        case '\r':
            to += "\\r";
            break;
        case '\t':
            to += "\\t";
            break;
        default:
            to += c;
        }
    }
}

std::string copyLine(SqlValues const& row)
{
    std::string line;
    for (SqlValue const& value : row) {
        if (!line.empty() || &value != &row.front()) {
            line += '\t';
        }
        appendColumn(line, textOf(value));
    }
    return line += '\n';
}

std::chrono::year_month monthOf(Timestamp time)
{
    auto const day = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::nanoseconds>(std::chrono::nanoseconds(time.value))
    );
    const std::chrono::year_month_day date(day);
    return date.year() / date.month();
}

Timestamp beginOf(std::chrono::year_month month)
{
    const std::chrono::sys_days day(month / 1);
    return Timestamp(std::chrono::nanoseconds(day.time_since_epoch()).count());
}

// Others go into the rest: a clock that was never set is no reason for a partition.
bool deservesPartition(Timestamp time)
{
    constexpr std::int64_t year2000 = 946'684'800'000'000'000;
    constexpr std::int64_t year2200 = 7'258'118'400'000'000'000;
    return time.value >= year2000 && time.value < year2200;
}

} // namespace

Expected<void> PostgresConnection::put(SqlTable const& table, std::span<SqlValues const> rows)
{
    if (rows.empty()) {
        return {};
    }
    if (auto made = makePartitions(table, rows); !made) {
        return made;
    }
    return rows.size() <= mostPiped ? pipe(table, rows) : copy(table, rows);
}

Expected<void> PostgresConnection::pipe(SqlTable const& table, std::span<SqlValues const> rows)
{
    auto const name = prepare(insertStatement(table));
    if (!name) {
        return tl::unexpected(name.error());
    }
    if (PQenterPipelineMode(m_connection) != 1) {
        return failure(nullptr);
    }
    bool sent = true;
    for (SqlValues const& row : rows) {
        std::vector<std::string> texts;
        std::vector<char const*> pointers;
        texts.reserve(row.size());
        for (SqlValue const& value : row) {
            pointers.push_back(texts.emplace_back(textOf(value)).c_str());
        }
        sent = sent && PQsendQueryPrepared(
                           m_connection,
                           name->c_str(),
                           static_cast<int>(pointers.size()),
                           pointers.data(),
                           nullptr,
                           nullptr,
                           0
                       ) == 1;
    }
    sent = sent && PQpipelineSync(m_connection) == 1;
    if (!sent) {
        return failure(nullptr);
    }
    auto const read = readPipe();
    if (PQexitPipelineMode(m_connection) != 1 && read) {
        return failure(nullptr);
    }
    return read;
}

// The answers up to the synchronisation; the first error counts.
Expected<void> PostgresConnection::readPipe()
{
    Expected<void> outcome;
    while (true) {
        const Result result(PQgetResult(m_connection));
        if (!result) {
            if (lost()) {
                return failure(nullptr);
            }
            continue; // between two answers
        }
        auto const status = PQresultStatus(result.get());
        if (status == PGRES_PIPELINE_SYNC) {
            return outcome;
        }
        if (status != PGRES_COMMAND_OK && status != PGRES_PIPELINE_ABORTED && outcome) {
            outcome = failure(result.get());
        }
    }
}

Expected<void> PostgresConnection::copy(SqlTable const& table, std::span<SqlValues const> rows)
{
    std::string const name(table.name);
    std::string const incoming = "incoming_" + name;
    std::string const columns(table.columns);
    std::string const key(table.key);
    auto begun = script(
        "CREATE TEMPORARY TABLE IF NOT EXISTS " + incoming + " (LIKE " + name +
        ") ON COMMIT DELETE ROWS; TRUNCATE " + incoming
    );
    auto started = begun ? execute("COPY " + incoming + " (" + columns + ") FROM STDIN")
                         : Expected<Result>(tl::unexpected(begun.error()));
    if (!started) {
        return tl::unexpected(started.error());
    }
    if (auto copied = copyIn(incoming, rows); !copied) {
        return copied;
    }
    // A statement may touch a row once only: of several with one key, the last that came.
    return script(
        "INSERT INTO " + name + " (" + columns + ") SELECT DISTINCT ON (" + key + ") " + columns + " FROM " +
        incoming + " ORDER BY " + key + ", ctid DESC" + onConflict(table)
    );
}

Expected<void> PostgresConnection::copyIn(std::string const& into, std::span<SqlValues const> rows)
{
    std::string lines;
    for (SqlValues const& row : rows) {
        lines += copyLine(row);
        if (lines.size() >= copyBytes || &row == &rows.back()) {
            if (PQputCopyData(m_connection, lines.data(), static_cast<int>(lines.size())) != 1) {
                return fail(
                    ErrorCode::DatabaseUnavailable, told(PQerrorMessage(m_connection)) + ", COPY " + into
                );
            }
            lines.clear();
        }
    }
    return endCopy();
}

Expected<void> PostgresConnection::endCopy()
{
    if (PQputCopyEnd(m_connection, nullptr) != 1) {
        return failure(nullptr);
    }
    Expected<void> outcome;
    while (true) {
        const Result result(PQgetResult(m_connection));
        if (!result) {
            return outcome;
        }
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK && outcome) {
            outcome = failure(result.get());
        }
    }
}

Expected<void> PostgresConnection::learnDivided()
{
    if (m_divided) {
        return {};
    }
    auto const names = execute("SELECT relname FROM pg_class WHERE relkind = 'p'");
    if (!names) {
        return tl::unexpected(names.error());
    }
    m_divided.emplace();
    for (int i = 0; i < PQntuples(names->get()); ++i) {
        m_divided->insert(PQgetvalue(names->get(), i, 0));
    }
    return {};
}

Expected<void> PostgresConnection::makePartitions(SqlTable const& table, std::span<SqlValues const> rows)
{
    if (table.timeColumn < 0) {
        return {};
    }
    if (auto learned = learnDivided(); !learned || !m_divided->contains(table.name)) {
        return learned;
    }
    std::set<std::int64_t> months;
    for (SqlValues const& row : rows) {
        const Timestamp time(std::get<std::int64_t>(row[static_cast<std::size_t>(table.timeColumn)]));
        if (deservesPartition(time)) {
            months.insert(beginOf(monthOf(time)).value);
        }
    }
    for (std::int64_t const month : months) {
        // The next one as well: it should be there when its first second comes.
        auto made = makePartition(std::string(table.name), Timestamp(month)).and_then([&] {
            return makePartition(
                std::string(table.name), beginOf(monthOf(Timestamp(month)) + std::chrono::months(1))
            );
        });
        if (!made) {
            return made;
        }
    }
    return {};
}

Expected<void> PostgresConnection::makePartition(std::string const& table, Timestamp inMonth)
{
    auto const month = monthOf(inMonth);
    std::array<char, 32> suffix{};
    static_cast<void>(std::snprintf(
        suffix.data(),
        suffix.size(),
        "_%04d_%02u",
        static_cast<int>(month.year()),
        static_cast<unsigned>(month.month())
    ));
    std::string const name = table + suffix.data();
    if (m_partitions.contains(name)) {
        return {};
    }
    auto made = script(
        "CREATE TABLE IF NOT EXISTS " + name + " PARTITION OF " + table + " FOR VALUES FROM (" +
        std::to_string(beginOf(month).value) + ") TO (" +
        std::to_string(beginOf(month + std::chrono::months(1)).value) + ")"
    );
    if (made) {
        m_partitions.insert(name);
    }
    return made;
}

} // namespace qob
