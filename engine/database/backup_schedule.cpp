#include "engine/database/backup_schedule.h"

#include "engine/base/thread.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace qob {

namespace {

constexpr std::string_view prefix = "qob-";
constexpr std::string_view suffix = "Z.qobbak";
constexpr std::size_t stampLength = 15; // 20261121T180500

// How often it looks at the clock: one that was set is noticed so soon.
constexpr Duration look = seconds(30);

std::optional<int> digits(std::string_view text)
{
    int number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool const all = error == std::errc() && end == text.data() + text.size() && text.front() != '-';
    return all ? std::optional(number) : std::nullopt;
}

} // namespace

std::string backupName(Timestamp time)
{
    const std::chrono::sys_time<std::chrono::nanoseconds> exact(std::chrono::nanoseconds(time.value));
    auto const day = std::chrono::floor<std::chrono::days>(exact);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(exact) - day);
    std::array<char, 64> text{};
    static_cast<void>(std::snprintf(
        text.data(),
        text.size(),
        "%s%04d%02u%02uT%02d%02d%02d%s",
        prefix.data(),
        static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()),
        static_cast<int>(clock.hours().count()),
        static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()),
        suffix.data()
    ));
    return text.data();
}

std::optional<Timestamp> backupTime(std::string_view name)
{
    if (name.size() != prefix.size() + stampLength + suffix.size() || !name.starts_with(prefix) ||
        !name.ends_with(suffix)) {
        return std::nullopt;
    }
    auto const stamp = name.substr(prefix.size(), stampLength);
    auto const year = digits(stamp.substr(0, 4));
    auto const month = digits(stamp.substr(4, 2));
    auto const day = digits(stamp.substr(6, 2));
    auto const hour = digits(stamp.substr(9, 2));
    auto const minute = digits(stamp.substr(11, 2));
    auto const second = digits(stamp.substr(13, 2));
    if (!year || !month || !day || !hour || !minute || !second || stamp[8] != 'T') {
        return std::nullopt;
    }
    const std::chrono::year_month_day date(
        std::chrono::year(*year),
        std::chrono::month(static_cast<unsigned>(*month)),
        std::chrono::day(static_cast<unsigned>(*day))
    );
    if (!date.ok() || *year < 1970 || *year > 2200) {
        return std::nullopt;
    }
    auto const time = std::chrono::sys_days(date) + std::chrono::hours(*hour) +
                      std::chrono::minutes(*minute) + std::chrono::seconds(*second);
    const Timestamp result(std::chrono::nanoseconds(time.time_since_epoch()).count());
    return backupName(result) == name ? std::optional(result) : std::nullopt;
}

BackupSchedule::BackupSchedule(
    FileSystem& files, BackupScheduleSettings settings, Make make, Clock const& clock, Log& log
)
    : m_files(files)
    , m_settings(std::move(settings))
    , m_make(std::move(make))
    , m_clock(clock)
    , m_log(log)
    , m_status{Timestamp::min()}
    , m_thread(startThread("backup", ThreadWork::Behind, [this] { run(); }))
{}

BackupSchedule::~BackupSchedule()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

BackupStatus BackupSchedule::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void BackupSchedule::makeNow()
{
    {
        const std::lock_guard lock(m_mutex);
        m_now = true;
    }
    m_wake.notify_one();
}

void BackupSchedule::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_wake.notify_one();
}

void BackupSchedule::run()
{
    std::optional<Timestamp> notBefore; // after a failure
    bool now = false;
    while (true) {
        if (now || !notBefore || m_clock.now() >= *notBefore) {
            auto const done = step(now);
            notBefore = done ? std::nullopt : std::optional(m_clock.now() + m_settings.retry);
            if (!done) {
                m_log.error("backup", "no backup could be made", {{"error", done.error().message()}});
                const std::lock_guard lock(m_mutex);
                ++m_status.failed;
                m_status.problem = done.error();
            }
        }
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, std::chrono::nanoseconds(look.value), [&] {
            return m_stop || m_now || m_woken;
        });
        if (m_stop) {
            return;
        }
        now = m_now;
        m_now = false;
        m_woken = false;
    }
}

Expected<std::vector<Timestamp>> BackupSchedule::present() const
{
    auto const names = m_files.list(m_settings.directory);
    if (!names) {
        return tl::unexpected(names.error());
    }
    std::vector<Timestamp> times;
    for (std::string const& name : *names) {
        if (auto const time = backupTime(name)) {
            times.push_back(*time);
        }
    }
    std::ranges::sort(times);
    return times;
}

Expected<void> BackupSchedule::step(bool now)
{
    if (auto made = m_files.createDirectory(m_settings.directory); !made) {
        return made;
    }
    auto const times = present();
    if (!times) {
        return tl::unexpected(times.error());
    }
    auto const time = m_clock.now();
    // One from the future says nothing of when the next is due: the clock was wrong then, or is now.
    auto const behind = std::ranges::upper_bound(*times, time);
    auto const newest = behind == times->begin() ? Timestamp::min() : *std::prev(behind);
    bool const due = newest == Timestamp::min() || time - newest >= m_settings.every;
    if (!due && !now) {
        const std::lock_guard lock(m_mutex);
        m_status.newest = newest;
        return {};
    }
    auto const path = m_settings.directory + "/" + backupName(time);
    if (auto made = m_make(path); !made) {
        return made;
    }
    m_log.info("backup", "backup made", {{"file", path}});
    {
        const std::lock_guard lock(m_mutex);
        m_status.newest = *backupTime(backupName(time));
        ++m_status.made;
        m_status.problem.reset();
    }
    return removeOld();
}

Expected<void> BackupSchedule::removeOld()
{
    auto const times = present();
    if (!times) {
        return tl::unexpected(times.error());
    }
    auto const keep = std::max<std::size_t>(m_settings.keep, 1);
    for (std::size_t i = 0; i + keep < times->size(); ++i) {
        if (auto gone = m_files.remove(m_settings.directory + "/" + backupName((*times)[i])); !gone) {
            return gone;
        }
    }
    return {};
}

} // namespace qob
