#pragma once

#include "engine/base/clock.h"
#include "engine/base/config.h"
#include "engine/base/log.h"

namespace qob {

// The world as the program may touch it, made once in app and handed down: a test hands down another one.
struct Runtime {
    Clock& clock;
    Log& log;
    Config const& config;
};

} // namespace qob
