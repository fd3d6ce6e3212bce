#pragma once

#include "app/command_line.h"
#include "engine/base/runtime.h"

namespace qob {

// `qob serve`: the engine without a window, for others to connect to. Runs until SIGTERM or SIGINT and then
// ends within five seconds; the exit code says whether it came up.
int runServe(CommandLine const& line, Runtime& runtime);

// `qob user add|list|password`: its users, while no server runs on them. Passwords come from standard input.
int runUser(CommandLine const& line, Runtime& runtime);

// `qob audit verify`: whether anything of what was written down was changed. 1: it was.
int runAudit(CommandLine const& line, Runtime& runtime);

} // namespace qob
