#pragma once

#include "engine/database/database.h"
#include "engine/database/follower.h"
#include "engine/security/audit_tail.h"

namespace qob {

struct AuditArchiveSettings {
    std::string directory;                  // of the trail
    std::function<std::uint64_t()> durable; // AuditTrail::durableSequence, any thread
    std::size_t batchRecords = 2'000;
    FollowerPace pace = {};
};

// Follows the audit trail into a database, on a thread of its own. The trail is the truth; its copy can be
// asked by whoever knows SQL, and is a witness: a trail that does not go on from the last record that the
// copy knows was changed, or is another server's, and nothing of it is written (AuditCorrupt in the status).
class AuditArchive {
public:
    using OpenDatabase = std::function<Expected<std::unique_ptr<Database>>()>;

    // All references must outlive it; `open` is called on its thread.
    AuditArchive(FileSystem& files, AuditArchiveSettings settings, OpenDatabase open, Log& log);
    ~AuditArchive() = default;
    AuditArchive(AuditArchive const&) = delete;
    AuditArchive& operator=(AuditArchive const&) = delete;

    // As Follower has them.
    void wake() { m_follower.wake(); }

    [[nodiscard]] FollowerStatus status() const { return m_follower.status(); }

    [[nodiscard]] bool waitFor(std::uint64_t sequence, Duration limit)
    {
        return m_follower.waitFor(sequence, limit);
    }

private:
    [[nodiscard]] Expected<std::uint64_t> begin();
    [[nodiscard]] Expected<std::uint64_t> write(std::uint64_t upTo);
    [[nodiscard]] Expected<void> compare(AuditRow const& known);
    void close();

    FileSystem& m_files;
    AuditArchiveSettings const m_settings;
    OpenDatabase const m_open;
    std::unique_ptr<Database> m_database;
    std::optional<AuditTail> m_tail;
    std::uint64_t m_written = 0;
    Follower m_follower; // last: its thread uses what is before it
};

} // namespace qob
