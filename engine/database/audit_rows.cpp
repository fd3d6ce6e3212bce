// The audit trail's copy: how it is written and asked for.

#include "engine/database/condition.h"
#include "engine/database/database.h"
#include "engine/database/schema.h"

namespace qob {

Expected<void> Database::store(std::vector<AuditRow> const& records)
{
    if (records.empty()) {
        return {};
    }
    std::vector<SqlValues> rows;
    rows.reserve(records.size());
    for (AuditRow const& of : records) {
        rows.push_back(
            {sql(of.sequence),
             sql(of.time),
             sql(of.actor),
             sql(of.address),
             sql(of.action),
             sql(of.target),
             sql(of.outcome),
             sql(of.detail),
             sql(of.hash)}
        );
    }
    const std::lock_guard lock(m_mutex);
    return inTransaction(*m_connection, [&]() -> Expected<void> {
        // First, so that nobody else can write meanwhile.
        auto const behind = records.front().sequence - 1;
        auto const moved = m_connection->query(
            "UPDATE projection SET sequence = $1, time = $2 WHERE name = 'audit' AND sequence = $3",
            {sql(records.back().sequence), sql(records.back().time), sql(behind)}
        );
        if (!moved) {
            return tl::unexpected(moved.error());
        }
        if (moved->affected != 1) {
            return fail(
                ErrorCode::DatabaseFailed,
                "the audit trail's copy does not end at record " + std::to_string(behind) +
                    ": does another program write it?"
            );
        }
        return m_connection->put(tables::audit, rows);
    });
}

Expected<std::vector<AuditRow>> Database::audit(std::uint64_t before, std::size_t limit)
{
    Condition asked("SELECT " + std::string(tables::audit.columns) + " FROM audit");
    if (before != 0) {
        asked.where("sequence <", sql(before));
    }
    const std::lock_guard lock(m_mutex);
    return readRows(asked.ask(*m_connection, "sequence DESC", limit), [](SqlRow& row) {
        AuditRow of;
        of.sequence = row.count();
        of.time = row.time();
        of.actor = row.text();
        of.address = row.text();
        of.action = row.text();
        of.target = row.text();
        of.outcome = row.text();
        of.detail = row.text();
        of.hash = row.text();
        return of;
    });
}

} // namespace qob
