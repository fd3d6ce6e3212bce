#pragma once

#include "app/command_line.h"
#include "engine/base/runtime.h"
#include "engine/session/local_session.h"

namespace qob {

// The engine the command line asks for, with its market, on its own thread. The error says what cannot be
// opened.
Expected<std::unique_ptr<LocalSession>> openSession(CommandLine const& line, Runtime& runtime);

} // namespace qob
