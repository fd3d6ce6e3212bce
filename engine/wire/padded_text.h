#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace qob {

// How many bytes after a text the JSON parser may read. What they hold does not matter.
inline constexpr std::size_t textPadding = 64;

// A text in memory that goes on for at least `textPadding` readable bytes after its end. It owns nothing.
class PaddedText {
public:
    PaddedText() = default;

    PaddedText(char const* data, std::size_t size) : m_data(data), m_size(size) {}

    [[nodiscard]] char const* data() const { return m_data; }

    [[nodiscard]] std::size_t size() const { return m_size; }

    [[nodiscard]] std::string_view view() const { return {m_data, m_size}; }

    // The text without its first bytes; `count` is at most its size.
    [[nodiscard]] PaddedText from(std::size_t count) const { return {m_data + count, m_size - count}; }

private:
    static constexpr char nothing[textPadding + 1] = {};

    char const* m_data = nothing;
    std::size_t m_size = 0;
};

// Keeps a copy of a text together with its padding; reused, it allocates only to grow.
class PaddedCopy {
public:
    PaddedText assign(std::string_view text)
    {
        m_bytes.assign(text);
        m_bytes.append(textPadding, '\0');
        return {m_bytes.data(), text.size()};
    }

private:
    std::string m_bytes;
};

} // namespace qob
