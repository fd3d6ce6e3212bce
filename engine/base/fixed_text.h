#pragma once

#include "engine/base/check.h"

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace qob {

// A short text held in place, so that the values which carry it stay trivially copyable. Longer texts are
// refused by `fits` at the edge; the constructor checks.
template <std::size_t Capacity>
class FixedText {
public:
    static constexpr std::size_t capacity = Capacity;

    constexpr FixedText() = default;

    explicit FixedText(std::string_view text) : m_size(static_cast<std::uint8_t>(text.size()))
    {
        CHECK(fits(text));
        text.copy(m_data.data(), text.size());
    }

    static constexpr bool fits(std::string_view text) { return text.size() <= Capacity; }

    [[nodiscard]] std::string_view view() const { return {m_data.data(), m_size}; }

    [[nodiscard]] std::string text() const { return std::string(view()); }

    [[nodiscard]] bool empty() const { return m_size == 0; }

    // All of it, the size and the zeros behind the text included, as words: the same for the same text only.
    // The last one overlaps the one before.
    static constexpr std::size_t words = Capacity / sizeof(std::uint64_t) + 1;

    [[nodiscard]] std::uint64_t word(std::size_t index) const
    {
        constexpr std::size_t size = std::min(sizeof(std::uint64_t), Capacity + 1);
        std::uint64_t word = 0;
        const std::size_t at = std::min(index * sizeof word, Capacity + 1 - size);
        std::memcpy(&word, reinterpret_cast<char const*>(this) + at, size);
        return word;
    }

    // Without a call, unlike comparing the bytes.
    friend bool operator==(FixedText const& a, FixedText const& b)
    {
        return [&]<std::size_t... Index>(std::index_sequence<Index...> /*all*/)
        {
            return ((a.word(Index) ^ b.word(Index)) | ...) == 0;
        }
        (std::make_index_sequence<words>());
    }

    friend auto operator<=>(FixedText const& a, FixedText const& b) { return a.view() <=> b.view(); }

private:
    static_assert(Capacity < 256);
    std::array<char, Capacity> m_data{};
    std::uint8_t m_size = 0;
};

} // namespace qob

template <std::size_t Capacity>
struct std::hash<qob::FixedText<Capacity>> {
    std::size_t operator()(qob::FixedText<Capacity> const& text) const noexcept
    {
        return std::hash<std::string_view>{}(text.view());
    }
};
