#pragma once

#include "app/command_line.h"
#include "engine/base/runtime.h"

namespace qob {

// `qob record sim|live|replay … --to DIR`: runs the market without a window and records it, until it ends,
// --for is over, or the program is told to stop (SIGINT, SIGTERM). What is wrong goes to stderr, what was
// recorded in the end to stdout. Exit code 0, or 1 when the market could not be opened or not all of it be
// recorded.
int runRecord(CommandLine const& line, Runtime& runtime);

} // namespace qob
