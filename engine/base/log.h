#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace qob {

enum class LogLevel : std::uint8_t { Debug, Info, Warning, Error, Off };

// One named value beside a message.
struct LogField {
    std::string_view key;
    std::string value;

    LogField(std::string_view name, std::string_view text) : key(name), value(text) {}

    template <std::integral T>
    LogField(std::string_view name, T number) : key(name)
                                              , value(std::to_string(number))
    {}
};

struct LogSettings {
    LogLevel consoleLevel = LogLevel::Warning; // text on stderr
    LogLevel fileLevel = LogLevel::Info;       // one JSON object a line
    std::string file;                          // empty: no file
    std::size_t maxFileBytes = 10'000'000;     // then it rotates
    std::size_t maxFiles = 5;
};

// Where every part says what happened. Any thread may call it; writing happens on the log thread, and when
// that falls behind the oldest waiting lines are dropped rather than a caller held up.
class Log {
public:
    // Throws std::runtime_error when the file cannot be opened.
    explicit Log(LogSettings const& settings);
    ~Log();
    Log(Log const&) = delete;
    Log& operator=(Log const&) = delete;

    using Fields = std::initializer_list<LogField>;

    void debug(std::string_view component, std::string_view message, Fields fields = {});
    void info(std::string_view component, std::string_view message, Fields fields = {});
    void warning(std::string_view component, std::string_view message, Fields fields = {});
    void error(std::string_view component, std::string_view message, Fields fields = {});

private:
    struct Sinks;

    void write(LogLevel level, std::string_view component, std::string_view message, Fields fields);

    std::unique_ptr<Sinks> m_sinks;
};

} // namespace qob
