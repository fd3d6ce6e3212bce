#pragma once

#include "app/command_line.h"
#include "engine/base/runtime.h"

namespace qob {

// Opens the terminal on the market the command line names: the simulated one or a replay. Exit code.
int runTerminalCommand(CommandLine const& line, Runtime& runtime, int argc, char** argv);

} // namespace qob
