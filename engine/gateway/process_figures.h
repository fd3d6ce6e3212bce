#pragma once

#include <cstdint>

namespace qob {

// What the system says of this process. Source: proc(5).
struct ProcessFigures {
    double cpuSeconds = 0;
    std::uint64_t residentBytes = 0;
    std::uint64_t openFiles = 0;
    double startedSeconds = 0; // since 1970-01-01T00:00Z
};

ProcessFigures processFigures();

} // namespace qob
