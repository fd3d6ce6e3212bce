#pragma once

#include "engine/base/expected.h"

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>

namespace qob {

// What a flag's text should have been.
inline tl::unexpected<Error> badText(std::string_view text, std::string_view expected)
{
    return fail(ErrorCode::ConfigBadValue, "'" + std::string(text) + "'; expected " + std::string(expected));
}

// A flag's text into `out` through a parser that answers with an Expected.
template <class Out, class Parse>
CLI::callback_t taking(Out& out, Parse parse)
{
    return [&out, parse](const CLI::results_t& values) {
        auto const parsed = parse(values.front());
        if (!parsed) {
            throw CLI::ValidationError(parsed.error().message());
        }
        out = *parsed;
        return true;
    };
}

} // namespace qob
