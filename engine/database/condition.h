#pragma once

#include "engine/database/sql.h"

namespace qob {

// A statement that grows by its conditions, so that the database sees only those that are meant.
class Condition {
public:
    explicit Condition(std::string select) : m_text(std::move(select)) {}

    // "symbol =" and its value.
    Condition& where(std::string_view comparison, SqlValue value)
    {
        return whereRaw(std::string(comparison) + " " + next(std::move(value)));
    }

    Condition& whereRaw(std::string_view condition)
    {
        m_text += m_any ? " AND " : " WHERE ";
        m_text += condition;
        m_any = true;
        return *this;
    }

    Expected<SqlResult> ask(SqlConnection& from, std::string_view order, std::size_t limit)
    {
        m_text.append(" ORDER BY ").append(order);
        m_text += " LIMIT " + next(static_cast<std::int64_t>(limit));
        return from.query(m_text, m_values);
    }

private:
    std::string next(SqlValue value)
    {
        m_values.push_back(std::move(value));
        return "$" + std::to_string(m_values.size());
    }

    std::string m_text;
    SqlValues m_values;
    bool m_any = false;
};

} // namespace qob
