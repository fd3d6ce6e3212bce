// Every small text a user or a file can hand us: numbers, times, speeds, sizes, fees, deposits, settings.

#include "app/command_line.h"
#include "engine/api/instrument.h"
#include "engine/base/check.h"
#include "engine/trading/portfolio.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace qob;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<char const*>(data), size);
    for (int const scale : {0, 2, 8, 18}) {
        if (auto const number = parseScaled(text, scale)) {
            CHECK(parseScaled(formatTrimmed(*number, scale), scale) == *number);
        }
        if (auto const number = parseScaled128(text, scale)) {
            CHECK(parseScaled128(formatFixed(*number, scale), scale) == *number);
        }
    }
    static_cast<void>(significantDecimals(text));
    static_cast<void>(writtenDecimals(text));
    static_cast<void>(parseDuration(text));
    static_cast<void>(parseSpeed(text));
    static_cast<void>(parseSize(text));
    static_cast<void>(parseFeeBps(text));
    if (auto const deposits = parseDeposits(text)) {
        CHECK(Portfolio(*deposits).ledger().sumsToDeposits());
    }
    Config config;
    for (auto const& setting : configSettings()) {
        static_cast<void>(config.set(setting.key, text));
    }
    static_cast<void>(config.set(text, "1"));
    return 0;
}
