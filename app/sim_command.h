#pragma once

#include "app/command_line.h"
#include "engine/base/runtime.h"

namespace qob {

// `qob sim --headless`: runs the simulated market from its start without a past and says what happened. Exit
// code.
int runSimHeadless(CommandLine const& line, Runtime& runtime);

} // namespace qob
