#pragma once

#include "engine/base/rng.h"
#include "engine/storage/file_system.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>

namespace qob::test {

enum class DiskCall : std::uint8_t { Open, Read, Write, Preallocate, Sync, Rename, Remove, SyncDirectory };

// A disk in memory that can be full, fail, or lose its power. It has what the system has cached and what
// would survive; in between are sectors of 512 bytes written but not synced, and directory changes not
// synced. Any thread.
class FaultyFileSystem final : public FileSystem {
public:
    // Asked before each call with the file's path; an error makes the call fail.
    using Hook = std::function<std::optional<ErrorCode>(DiskCall call, std::string_view path)>;

    explicit FaultyFileSystem(std::uint64_t seed = 0) : m_rng(seed) {}

    void setHook(Hook hook) { m_hook = std::move(hook); }

    // The `call`th changing call from now is the last, done in part; all further ones fail.
    void powerOffAfter(std::uint64_t calls) { m_powerOffAt = m_changes + calls; }

    // How many calls there were that change something.
    [[nodiscard]] std::uint64_t changes() const { return m_changes; }

    // What was not synced is now kept, dropped or garbled, sector by sector; directory changes are kept up to
    // a random one. Files opened before must be gone. The power is back.
    void losePower();

    // Everything is kept: the program was killed, the machine was not.
    void restartProgram() { m_powerOffAt.reset(); }

    // The cached content of a file, without being asked or counted. Writing it counts as synced.
    [[nodiscard]] std::vector<std::byte> content(std::string const& path);
    void setContent(std::string const& path, std::vector<std::byte> bytes);
    void erase(std::string const& path);
    [[nodiscard]] std::map<std::string, std::vector<std::byte>> contents();

    [[nodiscard]] Expected<std::unique_ptr<File>> open(std::string const& path, OpenMode mode) override;
    [[nodiscard]] Expected<void> rename(std::string const& from, std::string const& to) override;
    [[nodiscard]] Expected<void> remove(std::string const& path) override;
    [[nodiscard]] Expected<void> syncDirectory(std::string const& path) override;
    [[nodiscard]] Expected<void> createDirectory(std::string const& path) override;
    [[nodiscard]] Expected<std::vector<std::string>> list(std::string const& path) override;
    [[nodiscard]] Expected<std::unique_ptr<File>> lock(std::string const& path) override;

    struct Inode {
        std::vector<std::byte> cached;
        std::vector<std::byte> durable;
        std::set<std::size_t> dirty; // sectors that differ, or may
    };

    using InodePtr = std::shared_ptr<Inode>;

private:
    class OpenFile;
    class Lock;

    enum class Ask : std::uint8_t { Go, Partly };

    // Counts a changing call and says whether it is the one the power fails in; an error when it is not to
    // happen at all.
    Expected<Ask> ask(DiskCall call, std::string const& path);
    void settleSectors(Inode& inode);
    void changeName(std::string const& path, InodePtr inode);
    [[nodiscard]] Expected<InodePtr> find(std::string const& path) const;

    using Names = std::map<std::string, InodePtr>;

    std::mutex m_mutex;
    Rng m_rng;
    Hook m_hook;
    std::uint64_t m_changes = 0;
    std::optional<std::uint64_t> m_powerOffAt;
    Names m_names;
    Names m_durableNames;
    std::vector<std::vector<std::pair<std::string, InodePtr>>>
        m_nameChanges; // since the directory was synced
    std::set<std::string> m_locks;
};

} // namespace qob::test
