#pragma once

#include "engine/api/event.h"
#include "engine/storage/file_system.h"

#include <string>
#include <vector>

namespace qob {

// An hour of an instrument's heat map out of recorded histories, counted from 1970: chunks in columns of a
// second, in order of time, apart and within the hour, in the tick of `instrument`. What is not there, cannot
// be read or was recorded in a tick that is no multiple of it is left out; where
// histories tell of the same time, the first one's word stands. Any thread.
HeatUpdate heatHour(
    FileSystem& files, std::vector<std::string> const& paths, Instrument const& instrument, std::int64_t hour
);

} // namespace qob
