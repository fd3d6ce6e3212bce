#include "engine/database/backup.h"

#include "engine/database/sqlite_connection.h"
#include "engine/security/audit_format.h"
#include "engine/storage/journal_format.h"
#include "engine/storage/snapshot.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace qob {

namespace {

namespace fs = std::filesystem;

constexpr int mostTries = 3; // a journal may be pruned while it is read

bool isToBeSaved(std::string_view name)
{
    auto const endsWith = [&](std::string_view end) {
        return name.size() >= end.size() && name.substr(name.size() - end.size()) == end;
    };
    return !(
        endsWith(".key") || name == "certificate.pem" || name == "lock" || endsWith(".lock") ||
        endsWith(".tmp") || endsWith("-wal") || endsWith("-shm") || endsWith("-journal") ||
        endsWith(".qobbak")
    );
}

bool isDatabase(std::string_view name)
{
    return name.size() > 7 && name.substr(name.size() - 7) == ".sqlite";
}

// Their order within a directory that is in use: first what says how far something goes at least, then what
// goes at least so far. A snapshot must not be ahead of its journal.
int rank(std::string const& name)
{
    if (name == markName || name == auditAnchorName) {
        return 0;
    }
    return looksLikeSegment(name) ? 2 : name.starts_with("snapshot-") ? 1 : 3;
}

// Hashes of secrets are in it.
Expected<void> keepToOwner(std::string const& path)
{
    std::error_code error;
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, error);
    return error ? Expected<void>(fail(ErrorCode::FileUnreadable, path + ": " + error.message()))
                 : Expected<void>();
}

class Saver {
public:
    Saver(FileSystem& files, BackupSource const& source, std::string path)
        : m_files(files)
        , m_source(source)
        , m_path(std::move(path))
    {}

    Expected<std::vector<BackupEntry>> run()
    {
        auto writer = BackupWriter::create(m_files, m_path);
        if (!writer) {
            return tl::unexpected(writer.error());
        }
        if (auto own = keepToOwner(m_path + ".tmp"); !own) {
            return tl::unexpected(own.error());
        }
        // Databases first: they follow journals, so the journals read after them hold all that they say.
        auto saved = list("").and_then([&] { return saveDatabases(**writer); }
        ).and_then([&] {
             return saveUserRows(**writer);
         }).and_then([&] { return saveFiles(**writer); });
        if (!saved) {
            return tl::unexpected(saved.error());
        }
        return (*writer)->finish();
    }

private:
    [[nodiscard]] std::string full(std::string const& name) const { return m_source.directory + "/" + name; }

    // Directories by their names below the source's, with a '/' at the end.
    Expected<void> list(std::string const& below)
    {
        std::error_code error;
        for (fs::directory_iterator at(full(below), error), end; !error && at != end; at.increment(error)) {
            auto const name = at->path().filename().string();
            auto const status = at->symlink_status(error);
            if (fs::is_directory(status)) {
                if (auto listed = list(below + name + "/"); !listed) {
                    return listed;
                }
            } else if (fs::is_regular_file(status) && isToBeSaved(name)) {
                (isDatabase(name) ? m_databases : m_directories).emplace(below, std::set<std::string>{});
                (isDatabase(name) ? m_databases : m_directories)[below].insert(name);
            }
        }
        return error ? Expected<void>(fail(ErrorCode::FileUnreadable, full(below) + ": " + error.message()))
                     : Expected<void>();
    }

    Expected<void> saveDatabases(BackupWriter& to)
    {
        for (auto const& [below, names] : m_databases) {
            for (std::string const& name : names) {
                if (auto saved = saveDatabase(below + name, to); !saved) {
                    return saved;
                }
            }
        }
        return {};
    }

    Expected<void> saveDatabase(std::string const& name, BackupWriter& to)
    {
        auto const copy = m_path + ".sqlite.tmp";
        std::error_code ignored;
        fs::remove(copy, ignored);
        auto made = m_files.open(copy, OpenMode::Replace);
        if (!made) {
            return tl::unexpected(made.error());
        }
        made->reset();
        if (auto own = keepToOwner(copy); !own) {
            return own;
        }
        auto saved = SqliteConnection::open(full(name), SqliteSync::Full).and_then([&](auto const& database) {
            return database->copyTo(copy);
        });
        if (saved) {
            auto file = m_files.open(copy, OpenMode::Read);
            saved = file ? to.add(name, **file) : tl::unexpected(file.error());
        }
        fs::remove(copy, ignored);
        return saved;
    }

    Expected<void> saveUserRows(BackupWriter& to)
    {
        if (m_source.users == nullptr) {
            return {};
        }
        auto const rows = saveUsers(*m_source.users);
        return rows ? to.add(std::string(savedUsersName), *rows) : tl::unexpected(rows.error());
    }

    Expected<void> saveFiles(BackupWriter& to)
    {
        for (auto const& [below, names] : m_directories) {
            if (auto saved = saveDirectory(below, names, to); !saved) {
                return saved;
            }
        }
        return {};
    }

    // The files that there are when the mark or the anchor has been read.
    Expected<void>
    saveDirectory(std::string const& below, std::set<std::string> const& known, BackupWriter& to)
    {
        std::set<std::string> names;
        for (std::string const& name : known) {
            if (rank(name) == 0) {
                auto const text = readWholeFile(m_files, full(below + name));
                auto saved = text ? to.add(below + name, *text) : tl::unexpected(text.error());
                if (!saved) {
                    return saved;
                }
            }
        }
        auto const now = m_files.list(full(below));
        if (!now) {
            return tl::unexpected(now.error());
        }
        for (std::string const& name : *now) {
            bool const fileOfJournal = rank(name) == 1 || rank(name) == 2 || auditFileSequence(name);
            if ((fileOfJournal || known.contains(name)) && rank(name) != 0) {
                names.insert(name);
            }
        }
        std::vector<std::string> ordered(names.begin(), names.end());
        std::ranges::stable_sort(ordered, {}, rank);
        for (std::string const& name : ordered) {
            auto file = m_files.open(full(below + name), OpenMode::Read);
            auto saved = file ? to.add(below + name, **file) : tl::unexpected(file.error());
            if (!saved) {
                return saved;
            }
        }
        return {};
    }

    FileSystem& m_files;
    BackupSource const& m_source;
    std::string const m_path;
    std::map<std::string, std::set<std::string>> m_databases;
    std::map<std::string, std::set<std::string>> m_directories;
};

// Writes what it is given below a directory, and syncs it.
class Extractor final : public BackupSink {
public:
    Extractor(FileSystem& files, std::string directory) : m_files(files), m_directory(std::move(directory)) {}

    Expected<void> begin(std::string const& name) override
    {
        for (auto slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1)) {
            auto const below = m_directory + "/" + name.substr(0, slash);
            if (m_made.insert(below).second) {
                if (auto made = m_files.createDirectory(below); !made) {
                    return made;
                }
            }
        }
        auto file = m_files.open(m_directory + "/" + name, OpenMode::Replace);
        if (!file) {
            return tl::unexpected(file.error());
        }
        m_file = std::move(*file);
        m_at = 0;
        return {};
    }

    Expected<void> bytes(std::span<std::byte const> some) override
    {
        auto written = m_file->write(m_at, some);
        m_at += some.size();
        return written;
    }

    Expected<void> end() override
    {
        auto synced = m_file->sync();
        m_file.reset();
        return synced;
    }

    Expected<void> syncDirectories()
    {
        for (std::string const& directory : m_made) {
            if (auto synced = m_files.syncDirectory(directory); !synced) {
                return synced;
            }
        }
        return m_files.syncDirectory(m_directory);
    }

private:
    FileSystem& m_files;
    std::string const m_directory;
    std::set<std::string> m_made;
    std::unique_ptr<File> m_file;
    std::uint64_t m_at = 0;
};

tl::unexpected<Error> unusable(std::string const& path, std::error_code const& error)
{
    return fail(ErrorCode::FileUnreadable, path + ": " + error.message());
}

// What was extracted takes its place, the orders' journal last: without it no server begins on the rest.
Expected<void> moveIn(FileSystem& files, std::string const& parts, std::string const& target)
{
    constexpr char const* last = "orders";
    std::vector<std::string> names;
    std::error_code error;
    for (auto const& entry : fs::directory_iterator(parts, error)) {
        names.push_back(entry.path().filename().string());
    }
    if (error) {
        return unusable(parts, error);
    }
    std::stable_partition(names.begin(), names.end(), [&](auto const& name) { return name != last; });
    for (std::string const& name : names) {
        if (auto moved = files.rename(parts + "/" + name, target + "/" + name); !moved) {
            return moved;
        }
    }
    return files.syncDirectory(target).and_then([&]() -> Expected<void> {
        fs::remove(parts, error);
        return error ? Expected<void>(unusable(parts, error)) : files.syncDirectory(target);
    });
}

// Only what a restore that was not finished left behind, or nothing.
bool isFree(std::string const& target)
{
    std::error_code error;
    return fs::is_directory(target, error) &&
           (fs::is_empty(target, error) || fs::exists(fs::path(target) / unfinishedRestore, error));
}

// What a backup with these entries puts into a directory.
void removeRestored(std::string const& target, std::vector<BackupEntry> const& entries)
{
    std::error_code error;
    for (BackupEntry const& entry : entries) {
        fs::remove_all(fs::path(target) / entry.name.substr(0, entry.name.find('/')), error);
    }
}

} // namespace

Expected<std::vector<BackupEntry>>
makeBackup(FileSystem& files, BackupSource const& source, std::string const& path)
{
    std::error_code ignored;
    if (fs::exists(fs::path(source.directory) / unfinishedRestore, ignored)) {
        return fail(
            ErrorCode::BackupCorrupt,
            source.directory + ": a restore into it was not finished: it is no state"
        );
    }
    Expected<std::vector<BackupEntry>> saved;
    for (int tries = 0; tries < mostTries; ++tries) {
        saved = Saver(files, source, path).run();
        if (saved || saved.error().code != ErrorCode::StorageFileMissing) {
            break;
        }
    }
    return saved;
}

Expected<std::vector<BackupEntry>>
restoreBackup(FileSystem& files, std::string const& path, std::string const& directory)
{
    auto target = directory;
    while (target.size() > 1 && target.back() == '/') {
        target.pop_back();
    }
    std::error_code error;
    bool const there = fs::exists(target, error);
    if (there && !isFree(target)) {
        return fail(ErrorCode::RecordExists, target + " is there and not an empty directory");
    }
    auto const read = verifyBackup(files, path); // nothing is touched for one that is not good
    if (!read) {
        return read;
    }
    auto const parts = target + "/" + unfinishedRestore;
    bool const begunBefore = fs::exists(parts, error);
    removeRestored(target, *read);
    fs::remove_all(parts, error);
    if (!fs::create_directories(parts, error)) {
        return unusable(parts, error);
    }
    fs::permissions(parts, fs::perms::owner_all, error); // hashes of secrets are in it
    if (!there) {
        fs::permissions(target, fs::perms::owner_all, error);
    }
    Extractor to(files, parts);
    auto entries = readBackup(files, path, to);
    auto const parent = fs::absolute(target).parent_path().string();
    auto moved = Expected<void>();
    if (entries) {
        moved = to.syncDirectories().and_then([&] { return moveIn(files, parts, target); }
        ).and_then([&] { return there ? Expected<void>() : files.syncDirectory(parent); });
    }
    if (!entries || !moved) {
        removeRestored(target, *read);
        if (!begunBefore) { // else the mark stays: it is still unfinished
            fs::remove_all(parts, error);
        }
        if (!there) {
            fs::remove(target, error);
        }
    }
    return moved ? std::move(entries) : tl::unexpected(moved.error());
}

} // namespace qob
