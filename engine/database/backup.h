#pragma once

#include "engine/database/backup_archive.h"
#include "engine/security/user_store.h"

namespace qob {

struct BackupSource {
    std::string directory;      // of all state
    UserStore* users = nullptr; // saved as rows when they are not in the directory: of PostgreSQL
};

// Saves a directory of state into one file, while it is in use: journals with their snapshots, SQLite
// databases, audit trails and whatever else lies in it, so that the result is a state that was. Not saved:
// keys (files *.key, and certificate.pem, which is made anew with its key), locks, temporary files and other
// backups (*.qobbak). Links are not followed. Waits for the disk; any one thread.
[[nodiscard]] Expected<std::vector<BackupEntry>>
makeBackup(FileSystem& files, BackupSource const& source, std::string const& path);

// In a directory of which a restore was begun and not finished: a server must not begin on it, and another
// restore may.
inline constexpr char const* unfinishedRestore = ".restoring";

// Makes the directory, which may be there but has to be empty (RecordExists), from a backup. Nothing beside
// it is touched. After an error it is as it was. BackupCorrupt.
[[nodiscard]] Expected<std::vector<BackupEntry>>
restoreBackup(FileSystem& files, std::string const& path, std::string const& directory);

// The name of users, keys and logins as rows in a backup, and those rows as bytes.
inline constexpr std::string_view savedUsersName = "users.qobusers";
[[nodiscard]] Expected<std::string> saveUsers(UserStore& users);

// Puts them into a store that has no users yet (RecordExists). BackupCorrupt.
[[nodiscard]] Expected<void> loadUsers(std::string_view saved, UserStore& into);

} // namespace qob
