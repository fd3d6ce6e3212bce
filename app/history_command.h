#pragma once

#include "app/command_line.h"

namespace qob {

// `qob history list|verify`, `qob export`, `qob import`. What is wrong goes to stderr; exit code 1 where
// something could not be read, is damaged or could not be written.
int runHistory(CommandLine const& line);

} // namespace qob
