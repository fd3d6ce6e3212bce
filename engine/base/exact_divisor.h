#pragma once

#include <bit>
#include <cstdint>

namespace qob {

// Divides by a number fixed beforehand, one multiplication each, and says whether it went without remainder.
// d = odd * 2^shift; multiplying by the inverse of `odd` modulo 2^64 divides exact multiples, and everything
// else lands above the largest possible quotient (Granlund and Montgomery 1994, section 9).
class ExactDivisor {
public:
    // d > 0
    explicit constexpr ExactDivisor(std::int64_t d)
        : m_shift(std::countr_zero(static_cast<std::uint64_t>(d)))
        , m_limit(~std::uint64_t{0} / static_cast<std::uint64_t>(d))
    {
        const std::uint64_t odd = static_cast<std::uint64_t>(d) >> static_cast<unsigned>(m_shift);
        m_inverse = odd; // good for 3 bits; each step doubles them
        for (int i = 0; i < 5; ++i) {
            m_inverse *= 2 - odd * m_inverse;
        }
    }

    // n / d when `divides(quotient)` of the result.
    [[nodiscard]] constexpr std::uint64_t quotient(std::int64_t n) const
    {
        return std::rotr(static_cast<std::uint64_t>(n) * m_inverse, m_shift);
    }

    [[nodiscard]] constexpr bool divides(std::uint64_t quotient) const { return quotient <= m_limit; }

private:
    std::uint64_t m_inverse = 0;
    int m_shift;
    std::uint64_t m_limit;
};

} // namespace qob
