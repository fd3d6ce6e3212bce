#pragma once

#include "app/command_line.h"
#include "engine/base/runtime.h"

namespace qob {

// Opens the terminal on the market the command line names. A live one of which no venue can be reached: on
// the simulated one, and says so. Exit code.
int runTerminalCommand(CommandLine const& line, Runtime& runtime, int argc, char** argv);

} // namespace qob
