#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace qob {

// A running 64-bit fingerprint of a stream of integers and texts, order-sensitive. Not for secrets.
class StreamHash {
public:
    void add(std::uint64_t word)
    {
        m_state = (m_state ^ word) * 0x9fb21c651e98df25ULL;
        m_state ^= m_state >> 32U;
    }

    void add(std::int64_t word) { add(static_cast<std::uint64_t>(word)); }

    void add(std::string_view text)
    {
        add(static_cast<std::uint64_t>(text.size()));
        for (char c : text) {
            add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
        }
    }

    [[nodiscard]] std::uint64_t value() const { return m_state; }

    // Sixteen hexadecimal digits.
    [[nodiscard]] std::string text() const { return textOf(m_state); }

    static std::string textOf(std::uint64_t value)
    {
        std::string digits(16, '0');
        for (unsigned i = 0; i < 16; ++i) {
            digits[15 - i] = "0123456789abcdef"[(value >> (4 * i)) & 15U];
        }
        return digits;
    }

private:
    std::uint64_t m_state = 0x51afd7ed558ccd25ULL;
};

} // namespace qob
