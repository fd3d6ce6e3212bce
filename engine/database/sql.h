#pragma once

#include "engine/api/types.h"
#include "engine/base/expected.h"

#include <concepts>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace qob {

// The one way this room speaks to a database. What differs between SQLite and PostgreSQL is behind
// `SqlConnection`; the statements are the same.

// An Amount is an exact decimal: NUMERIC(39,18) in PostgreSQL, text in SQLite. Nothing is ever null.
using SqlValue = std::variant<std::int64_t, std::string, Amount>;
using SqlValues = std::vector<SqlValue>;

// One row of a result. A column that is missing or of another type reads as zero or empty and makes the
// row bad, so that one look at good() in the end is enough.
class SqlRow {
public:
    explicit SqlRow(std::vector<std::string> columns) : m_columns(std::move(columns)) {}

    [[nodiscard]] std::int64_t integer();
    [[nodiscard]] std::string text();
    [[nodiscard]] Amount decimal();

    [[nodiscard]] std::uint64_t count() { return static_cast<std::uint64_t>(integer()); }

    [[nodiscard]] bool flag() { return integer() != 0; }

    [[nodiscard]] Timestamp time() { return Timestamp(integer()); }

    [[nodiscard]] bool good() const { return m_good; }

private:
    std::vector<std::string> m_columns;
    std::size_t m_next = 0;
    bool m_good = true;
};

struct SqlResult {
    std::vector<SqlRow> rows;
    std::uint64_t affected = 0; // by an insert, update or delete
};

// What is done with a row whose key is there already.
enum class OnConflict : std::uint8_t { Replace, Keep };

// A table as rows are written into it in bulk.
struct SqlTable {
    std::string_view name;
    std::string_view columns; // "account, order_id, …", all of them
    std::string_view key;     // of them, the primary key
    OnConflict onConflict = OnConflict::Replace;
    int timeColumn = -1;          // which column a partitioned table is divided by; -1: it is not
    std::string_view onlyIf = {}; // what there is is only replaced if this holds; empty: always
};

[[nodiscard]] std::vector<std::string_view> columnNames(std::string_view list);

// " ON CONFLICT (key) DO …", and the whole statement for one row.
[[nodiscard]] std::string onConflict(SqlTable const& table);
[[nodiscard]] std::string insertStatement(SqlTable const& table);

// UTF-8 without zeros, which is what both databases take: what is none becomes U+FFFD. A record must not be
// unwritable for a name that somebody made up.
[[nodiscard]] std::string storableText(std::string_view text);

// As it is sent.
[[nodiscard]] std::string textOf(SqlValue const& value);

// A connection to a database. One thread at a time. Errors: DatabaseUnavailable (it is away, or was lost; the
// next call tries to reach it again), RecordExists (a unique index), DatabaseFailed with the server's text
// for everything else. No error says a password.
class SqlConnection {
public:
    SqlConnection() = default;
    virtual ~SqlConnection() = default;
    SqlConnection(SqlConnection const&) = delete;
    SqlConnection& operator=(SqlConnection const&) = delete;

    // Several statements without parameters or results.
    [[nodiscard]] virtual Expected<void> script(std::string const& statements) = 0;

    // One statement; its parameters are $1, $2, … It is prepared once and kept.
    [[nodiscard]] virtual Expected<SqlResult>
    query(std::string const& statement, std::span<SqlValue const> values) = 0;

    // Rows of a table, each with all its columns; of rows with one key the last one counts. Inside a
    // transaction.
    [[nodiscard]] virtual Expected<void> put(SqlTable const& table, std::span<SqlValues const> rows) = 0;

    // For a change, so that it waits for other writers now and not at its first statement.
    [[nodiscard]] virtual Expected<void> begin() = 0;
    // After an error nobody knows whether the change was made, unless the database can be asked.
    [[nodiscard]] virtual Expected<void> commit() = 0;
    virtual void rollback() = 0;

    // A word of a migration in this dialect; empty where it has none.
    [[nodiscard]] virtual std::string word(std::string_view name) const = 0;

    // Everything in it as a file of its own, consistent while it is in use. DatabaseFailed: it has no file.
    [[nodiscard]] virtual Expected<void> copyTo(std::string const& file) = 0;

    [[nodiscard]] Expected<SqlResult>
    query(std::string const& statement, std::initializer_list<SqlValue> values = {})
    {
        return query(statement, std::span<SqlValue const>(values.begin(), values.size()));
    }
};

// Does `change` as a whole or not at all.
[[nodiscard]] Expected<void> inTransaction(SqlConnection& to, std::function<Expected<void>()> const& change);

// All rows of a result as values, made by `make`; DatabaseFailed where a row is not what was asked for.
template <class Make>
auto readRows(Expected<SqlResult> result, Make make)
    -> Expected<std::vector<decltype(make(std::declval<SqlRow&>()))>>
{
    if (!result) {
        return tl::unexpected(std::move(result.error()));
    }
    std::vector<decltype(make(std::declval<SqlRow&>()))> values;
    values.reserve(result->rows.size());
    for (SqlRow& row : result->rows) {
        values.push_back(make(row));
        if (!row.good()) {
            return fail(
                ErrorCode::DatabaseFailed, "a row of the database does not have the columns it should"
            );
        }
    }
    return values;
}

inline SqlValue sql(std::uint64_t number)
{
    return static_cast<std::int64_t>(number);
}

inline SqlValue sql(Timestamp time)
{
    return time.value;
}

template <class Tag, class Rep>
SqlValue sql(Strong<Tag, Rep> id)
{
    return static_cast<std::int64_t>(id.value);
}

inline SqlValue sql(Amount amount)
{
    return amount;
}

// Only a bool, not what becomes one.
template <std::same_as<bool> Flag>
SqlValue sql(Flag flag)
{
    return std::int64_t{flag ? 1 : 0};
}

inline SqlValue sql(std::string_view text)
{
    return std::string(text);
}

inline SqlValue sql(std::string const& text)
{
    return text;
}

inline SqlValue sql(int number)
{
    return std::int64_t{number};
}

inline SqlValue sql(std::int64_t number)
{
    return number;
}

template <std::size_t Capacity>
SqlValue sql(FixedText<Capacity> const& text)
{
    return text.text();
}

// FIX's own character of an enumeration.
template <class Enum>
requires std::is_enum_v<Enum> && std::is_same_v < std::underlying_type_t<Enum>,

char >

    SqlValue sql(Enum value)
{
    return std::string(1, static_cast<char>(value));
}

// An enumeration by its number.
template <class Enum>

requires std::is_enum_v<Enum> &&(!std::is_same_v<std::underlying_type_t<Enum>, char>)

    SqlValue sql(Enum value)
{
    return static_cast<std::int64_t>(value);
}

} // namespace qob
