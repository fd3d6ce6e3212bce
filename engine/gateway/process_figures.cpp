#include "engine/gateway/process_figures.h"

#include <time.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>

namespace qob {

namespace {

// The field of /proc/self/stat with that number, as proc(5) counts them; those from the third on.
double statField(std::string const& text, int number)
{
    std::istringstream fields(text.substr(text.rfind(')') + 1));
    std::string field;
    for (int at = 3; at <= number && fields >> field; ++at) {
    }
    return field.empty() ? 0 : std::stod(field);
}

double secondsOf(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// When the system was started. A service may not see /proc/stat; and asked once, since a clock that is set
// later would seem to be another start of this process.
double bootSeconds()
{
    static double const seconds = secondsOf(CLOCK_REALTIME) - secondsOf(CLOCK_BOOTTIME);
    return seconds;
}

} // namespace

ProcessFigures processFigures()
{
    constexpr int userTime = 14;
    constexpr int systemTime = 15;
    constexpr int startTime = 22;
    constexpr int residentPages = 24;
    std::ifstream file("/proc/self/stat");
    std::string stat;
    std::getline(file, stat);
    ProcessFigures figures;
    if (stat.empty()) {
        return figures;
    }
    auto const ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
    figures.cpuSeconds = (statField(stat, userTime) + statField(stat, systemTime)) / ticks;
    figures.residentBytes = static_cast<std::uint64_t>(
        statField(stat, residentPages) * static_cast<double>(sysconf(_SC_PAGESIZE))
    );
    figures.startedSeconds = bootSeconds() + statField(stat, startTime) / ticks;
    std::error_code error;
    for (auto const& entry : std::filesystem::directory_iterator("/proc/self/fd", error)) {
        static_cast<void>(entry);
        ++figures.openFiles;
    }
    return figures;
}

} // namespace qob
