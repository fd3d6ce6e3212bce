#pragma once

#include "engine/base/clock.h"
#include "engine/base/log.h"
#include "engine/storage/file_system.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace qob {

struct BackupScheduleSettings {
    std::string directory;       // where backups lie; made when missing
    Duration every = hours(24);  // from one to the next, over restarts of the program
    std::size_t keep = 7;        // the newest, at least one; older ones are removed
    Duration retry = minutes(5); // after one that failed
};

struct BackupStatus {
    Timestamp newest; // min: there is none
    std::uint64_t made = 0;
    std::uint64_t failed = 0;
    std::optional<Error> problem; // why the last one failed
};

// "qob-20261121T180500Z.qobbak", by the second.
[[nodiscard]] std::string backupName(Timestamp time);
[[nodiscard]] std::optional<Timestamp> backupTime(std::string_view name);

// Makes backups at intervals, on a thread of its own ("backup"). How old the newest is, its name says: after
// a restart nothing is made too early or left out. One that fails is tried again, and removes no older one.
class BackupSchedule {
public:
    using Make = std::function<Expected<void>(std::string const& path)>;

    // References must outlive it; `make` is called on its thread.
    BackupSchedule(
        FileSystem& files, BackupScheduleSettings settings, Make make, Clock const& clock, Log& log
    );
    // Waits for a backup that is being made.
    ~BackupSchedule();
    BackupSchedule(BackupSchedule const&) = delete;
    BackupSchedule& operator=(BackupSchedule const&) = delete;

    // Any thread.
    [[nodiscard]] BackupStatus status() const;

    // One now, whenever the next is due. Any thread, does not wait.
    void makeNow();
    // Looks at the clock again. Any thread.
    void wake();

private:
    void run();
    [[nodiscard]] Expected<void> step(bool now);
    [[nodiscard]] Expected<std::vector<Timestamp>> present() const;
    [[nodiscard]] Expected<void> removeOld();

    FileSystem& m_files;
    BackupScheduleSettings const m_settings;
    Make const m_make;
    Clock const& m_clock;
    Log& m_log;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    BackupStatus m_status;
    bool m_now = false;
    bool m_woken = false;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace qob
