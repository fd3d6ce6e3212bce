#include "engine/base/log.h"

#include "engine/base/json_writer.h"
#include "engine/base/thread.h"

#include <spdlog/async.h>
#include <spdlog/async_logger.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>

namespace qob {

namespace {

constexpr std::size_t queueLines = 8192;

spdlog::level::level_enum spdLevel(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Warning:
        return spdlog::level::warn;
    case LogLevel::Error:
        return spdlog::level::err;
    case LogLevel::Off:
        break;
    }
    return spdlog::level::off;
}

std::string consoleLine(std::string_view component, std::string_view message, Log::Fields fields)
{
    std::string line = fmt::format("{}: {}", component, message);
    for (auto const& field : fields) {
        line += fmt::format(" {}={}", field.key, field.value);
    }
    return line;
}

std::string fileLine(std::string_view component, std::string_view message, Log::Fields fields)
{
    JsonWriter json;
    json.beginObject().key("component").string(component).key("message").string(message);
    for (auto const& field : fields) {
        json.key(field.key).string(field.value);
    }
    json.endObject();
    return json.text().substr(1); // the pattern writes time and level before it
}

} // namespace

struct Log::Sinks {
    std::shared_ptr<spdlog::async_logger> console;
    std::shared_ptr<spdlog::async_logger> file;
    // Last, so that the thread has ended before what it writes to goes.
    std::shared_ptr<spdlog::details::thread_pool> thread;

    explicit Sinks(LogSettings const& settings)
        : thread(std::make_shared<spdlog::details::thread_pool>(queueLines, 1, [] {
            beThread("log", ThreadWork::Behind);
        }))
    {
        console = logger(std::make_shared<spdlog::sinks::stderr_color_sink_mt>(), settings.consoleLevel);
        console->set_pattern("%H:%M:%S.%e %^%-7l%$ %v");
        if (!settings.file.empty()) {
            file = logger(
                std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
                    settings.file, settings.maxFileBytes, settings.maxFiles
                ),
                settings.fileLevel
            );
            file->set_pattern(
                R"({"time":"%Y-%m-%dT%H:%M:%S.%fZ","level":"%l",%v)", spdlog::pattern_time_type::utc
            );
        }
    }

    std::shared_ptr<spdlog::async_logger> logger(spdlog::sink_ptr const& sink, LogLevel level)
    {
        auto made = std::make_shared<spdlog::async_logger>(
            "qob", sink, thread, spdlog::async_overflow_policy::overrun_oldest
        );
        made->set_level(spdLevel(level));
        // Each line: whoever reads the file sees it as it is, and a crash loses none. The log thread pays.
        made->flush_on(spdlog::level::trace);
        return made;
    }
};

Log::Log(LogSettings const& settings) : m_sinks(std::make_unique<Sinks>(settings)) {}

Log::~Log() = default;

void Log::debug(std::string_view component, std::string_view message, Fields fields)
{
    write(LogLevel::Debug, component, message, fields);
}

void Log::info(std::string_view component, std::string_view message, Fields fields)
{
    write(LogLevel::Info, component, message, fields);
}

void Log::warning(std::string_view component, std::string_view message, Fields fields)
{
    write(LogLevel::Warning, component, message, fields);
}

void Log::error(std::string_view component, std::string_view message, Fields fields)
{
    write(LogLevel::Error, component, message, fields);
}

void Log::write(LogLevel level, std::string_view component, std::string_view message, Fields fields)
{
    auto const as = spdLevel(level);
    if (m_sinks->console->should_log(as)) {
        m_sinks->console->log(as, "{}", consoleLine(component, message, fields));
    }
    if (m_sinks->file && m_sinks->file->should_log(as)) {
        m_sinks->file->log(as, "{}", fileLine(component, message, fields));
    }
}

} // namespace qob
