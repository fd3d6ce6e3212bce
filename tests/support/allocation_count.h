#pragma once

#include <cstdint>

namespace qob::test {

// How often the calling thread has asked for memory. A program that links allocation_count.cpp counts.
std::uint64_t allocationsOfThisThread();

} // namespace qob::test
