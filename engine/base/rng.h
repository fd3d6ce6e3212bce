#pragma once

#include <array>
#include <cmath>
#include <cstdint>

namespace qob {

// The program's only source of chance: xoshiro256** (Blackman and Vigna, public domain algorithm), seeded
// through splitmix64. The same seed and stream give the same numbers on every machine.
class Rng {
public:
    explicit Rng(std::uint64_t seed, std::uint64_t stream = 0)
    {
        std::uint64_t state = seed ^ (stream * 0x9e3779b97f4a7c15ULL + 0x632be59bd9b4e019ULL);
        for (auto& word : m_state) {
            word = splitMix(state);
        }
    }

    std::uint64_t next()
    {
        const std::uint64_t result = rotateLeft(m_state[1] * 5, 7) * 9;
        const std::uint64_t t = m_state[1] << 17U;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= t;
        m_state[3] = rotateLeft(m_state[3], 45);
        return result;
    }

    // Uniform in [0, n); n > 0. The bias is below 2^-32 for the small n used here.
    std::int64_t below(std::int64_t n)
    {
        return static_cast<std::int64_t>((next() >> 32U) * static_cast<std::uint64_t>(n) >> 32U);
    }

    // Uniform in [low, high].
    std::int64_t between(std::int64_t low, std::int64_t high) { return low + below(high - low + 1); }

    // Uniform in [0, 1).
    double uniform() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

    bool chance(double probability) { return uniform() < probability; }

    double exponential(double mean) { return -mean * std::log1p(-uniform()); }

    // Normal with mean 0 and deviation 1: the sum of twelve uniforms (Irwin-Hall), tails cut at six
    // deviations.
    double normal()
    {
        double sum = -6.0;
        for (int i = 0; i < 12; ++i) {
            sum += uniform();
        }
        return sum;
    }

private:
    static std::uint64_t rotateLeft(std::uint64_t x, unsigned k) { return (x << k) | (x >> (64U - k)); }

    static std::uint64_t splitMix(std::uint64_t& state)
    {
        state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }

    std::array<std::uint64_t, 4> m_state{};
};

} // namespace qob
