#include "engine/database/audit_archive.h"

namespace qob {

namespace {

AuditRow rowOf(AuditLine line)
{
    AuditRow row;
    row.sequence = line.sequence;
    row.time = line.at;
    row.actor = std::move(line.record.actor);
    row.address = std::move(line.record.address);
    row.action = std::move(line.record.action);
    row.target = std::move(line.record.target);
    row.outcome = std::move(line.record.outcome);
    row.detail = std::move(line.record.detail);
    row.hash = std::move(line.hash);
    return row;
}

} // namespace

AuditArchive::AuditArchive(FileSystem& files, AuditArchiveSettings settings, OpenDatabase open, Log& log)
    : m_files(files)
    , m_settings(std::move(settings))
    , m_open(std::move(open))
    , m_follower(
          {[this] { return Expected<std::uint64_t>(m_settings.durable()); },
           [this] { return begin(); },
           [this](std::uint64_t upTo) { return write(upTo); },
           [this] {
               close();
           }},
          m_settings.pace,
          log,
          "the audit trail",
          "db-audit"
      )
{}

Expected<std::uint64_t> AuditArchive::begin()
{
    auto opened = m_open();
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    m_database = std::move(*opened);
    auto const newest = m_database->audit(0, 1);
    if (!newest) {
        return tl::unexpected(newest.error());
    }
    m_written = 0;
    if (!newest->empty()) {
        if (auto const same = compare(newest->front()); !same) {
            return tl::unexpected(same.error());
        }
        m_written = newest->front().sequence;
    }
    m_tail.emplace(m_files, m_settings.directory, m_written);
    return m_written;
}

// The record's hash is one of all before it, too.
Expected<void> AuditArchive::compare(AuditRow const& known)
{
    auto const name = "record " + std::to_string(known.sequence) + " of the audit trail";
    if (auto const durable = m_settings.durable(); durable < known.sequence) {
        return fail(
            ErrorCode::AuditCorrupt,
            "the database has " + name + ", which ends with record " + std::to_string(durable)
        );
    }
    auto const there = AuditTail(m_files, m_settings.directory, known.sequence - 1).read(known.sequence, 1);
    if (!there) {
        return tl::unexpected(there.error());
    }
    if (there->front().hash != known.hash) {
        return fail(
            ErrorCode::AuditCorrupt,
            name + " is not the one that the database has: the trail was changed, or is another server's"
        );
    }
    return {};
}

Expected<std::uint64_t> AuditArchive::write(std::uint64_t upTo)
{
    auto lines = m_tail->read(upTo, m_settings.batchRecords);
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    if (lines->empty()) {
        return m_written;
    }
    std::vector<AuditRow> rows;
    rows.reserve(lines->size());
    for (AuditLine& line : *lines) {
        rows.push_back(rowOf(std::move(line)));
    }
    if (auto stored = m_database->store(rows); !stored) {
        return tl::unexpected(stored.error());
    }
    m_written = rows.back().sequence;
    return m_written;
}

void AuditArchive::close()
{
    m_tail.reset();
    m_database.reset();
}

} // namespace qob
