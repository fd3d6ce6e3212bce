#include "app/backup_command.h"

#include "engine/database/backup.h"
#include "engine/database/database.h"
#include "engine/security/audit_format.h"
#include "engine/storage/posix_file_system.h"

#include <iostream>
#include <numeric>

namespace qob {

namespace {

int complain(Error const& error)
{
    std::cerr << "qob: " << error.message() << '\n';
    return 1;
}

std::string summary(std::vector<BackupEntry> const& entries)
{
    auto const bytes = std::accumulate(
        entries.begin(),
        entries.end(),
        std::uint64_t{0},
        [](std::uint64_t sum, BackupEntry const& entry) { return sum + entry.size; }
    );
    return std::to_string(entries.size()) + " files, " + std::to_string(bytes) + " bytes";
}

bool savesUsers(std::vector<BackupEntry> const& entries)
{
    return std::any_of(entries.begin(), entries.end(), [](BackupEntry const& entry) {
        return entry.name == savedUsersName;
    });
}

Expected<void> restoreUsers(FileSystem& files, BackupRequest const& request)
{
    auto const saved = readWholeFile(files, request.directory + "/" + std::string(savedUsersName));
    if (!saved) {
        return tl::unexpected(saved.error());
    }
    DatabaseSettings settings;
    settings.connection = request.connection;
    return Database::open(settings).and_then([&](auto const& database) {
        return loadUsers(*saved, *database);
    });
}

} // namespace

int runBackup(BackupRequest const& request)
{
    PosixFileSystem files;
    std::unique_ptr<Database> database;
    if (!request.connection.empty()) {
        DatabaseSettings settings;
        settings.connection = request.connection;
        auto opened = Database::open(settings);
        if (!opened) {
            return complain(opened.error());
        }
        database = std::move(*opened);
    }
    auto const made = makeBackup(files, {request.directory, database.get()}, request.file);
    if (!made) {
        return complain(made.error());
    }
    // A backup that was never read is a hope.
    auto const read = verifyBackup(files, request.file);
    if (!read || *read != *made) {
        return complain(
            read ? Error{ErrorCode::BackupCorrupt, request.file + ": is not what was written"} : read.error()
        );
    }
    std::cout << request.file << ": " << summary(*made) << ", read back and good\n";
    return 0;
}

int runVerifyBackup(BackupRequest const& request)
{
    PosixFileSystem files;
    auto const read = verifyBackup(files, request.file);
    if (!read) {
        return complain(read.error());
    }
    for (BackupEntry const& entry : *read) {
        std::cout << entry.sha256 << ' ' << entry.size << ' ' << entry.name << '\n';
    }
    std::cout << request.file << ": " << summary(*read) << ", good\n";
    return 0;
}

int runRestore(BackupRequest const& request)
{
    PosixFileSystem files;
    auto const restored = restoreBackup(files, request.file, request.directory);
    if (!restored) {
        return complain(restored.error());
    }
    std::cout << request.directory << ": " << summary(*restored) << " restored\n";
    if (!savesUsers(*restored)) {
        return 0;
    }
    if (request.connection.empty()) {
        std::cout << "Its users were kept in PostgreSQL and lie in " << savedUsersName
                  << "; name a database to restore them into it.\n";
        return 0;
    }
    if (auto const users = restoreUsers(files, request); !users) {
        return complain(users.error());
    }
    std::cout << "users restored\n";
    return 0;
}

} // namespace qob
