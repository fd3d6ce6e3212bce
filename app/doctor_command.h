#pragma once

#include "app/command_line.h"
#include "engine/base/runtime.h"

namespace qob {

// `qob doctor`: tries the venues named (all without a name) and says in plain words what is wrong. A line a
// venue, or one JSON object: venues, findings. Exit code 0 when every one of them can be used, else 1; 2
// where one is not known.
int runDoctor(CommandLine const& line, Runtime& runtime);

} // namespace qob
