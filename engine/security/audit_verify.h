#pragma once

#include "engine/security/audit.h"

namespace qob {

// The first place where a trail is not what was written.
struct AuditFinding {
    std::string file;       // its name in the directory
    std::uint64_t line = 0; // from 1; 0: the file as a whole
    std::string what;
};

struct AuditReport {
    std::uint64_t files = 0;
    std::uint64_t records = 0;  // that are good, up to the finding
    std::uint64_t anchored = 0; // how far the anchor says that the trail went at least
    std::uint64_t unfinishedBytes =
        0; // of a record behind the anchor that is being written, or was in a crash
    std::optional<AuditFinding> finding; // none: nothing was changed
};

// Reads the whole trail, from its first record on. What it cannot know: that files and anchor were together
// put back to an older state; for that keep a copy of the anchor elsewhere. An error only where something
// cannot be read. Also while the trail is being written.
Expected<AuditReport>
verifyAudit(FileSystem& files, std::string const& directory, std::vector<SecretBytes> const& keys);

} // namespace qob
