#pragma once

#include <string>

namespace qob {

struct BackupRequest {
    std::string file;       // the backup
    std::string directory;  // of all state; empty when a backup is only verified
    std::string connection; // of PostgreSQL, when users are kept there
};

// `qob backup FILE`: saves a directory of state while it is in use, and reads the result back.
int runBackup(BackupRequest const& request);

// `qob backup --verify FILE`: lists what is in it, and checks every sum.
int runVerifyBackup(BackupRequest const& request);

// `qob restore FILE`: makes the directory, which must be missing or empty, and puts users that were kept in
// PostgreSQL into the one named, which must have none. What else a database says is made anew from the
// journal.
int runRestore(BackupRequest const& request);

} // namespace qob
