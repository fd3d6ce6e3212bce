#pragma once

#include "engine/base/check.h"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

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

    // What is behind the text is zero, so the whole can be compared.
    friend bool operator==(FixedText const& a, FixedText const& b)
    {
        return a.m_data == b.m_data && a.m_size == b.m_size;
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
