#pragma once

#include "tests/support/random_commands.h"

#include <cstddef>
#include <cstdint>

namespace qob::test {

// The bytes of a fuzzer as numbers; 0 when they are used up.
class ByteChance final : public Chance {
public:
    ByteChance(std::uint8_t const* data, std::size_t size) : m_data(data), m_size(size) {}

    [[nodiscard]] bool empty() const { return m_at >= m_size; }

    std::int64_t below(std::int64_t n) override
    {
        std::int64_t value = 0;
        for (std::int64_t range = 1; range < n && !empty(); range *= 256) {
            value = value * 256 + m_data[m_at++];
        }
        return value % n;
    }

private:
    std::uint8_t const* m_data;
    std::size_t m_size;
    std::size_t m_at = 0;
};

} // namespace qob::test
