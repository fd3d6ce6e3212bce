#pragma once

namespace qob::test {

// How many times longer anything may take than in a plain build before it counts as stuck.
#if defined(__SANITIZE_THREAD__)
inline constexpr int slowness = 10;
#elif defined(__SANITIZE_ADDRESS__)
inline constexpr int slowness = 4;
#else
inline constexpr int slowness = 1;
#endif

} // namespace qob::test
