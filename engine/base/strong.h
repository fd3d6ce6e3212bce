#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace qob {

// An integer that only mixes with its own kind. A `Strong` (an id) can be compared and hashed; a
// `StrongQuantity` can also be added, subtracted and scaled by a plain count.
template <class Tag, class Rep>
struct Strong {
    Rep value{};

    constexpr Strong() = default;

    constexpr explicit Strong(Rep v) : value(v) {}

    friend constexpr auto operator<=>(Strong, Strong) = default;
    friend constexpr bool operator==(Strong, Strong) = default;
};

template <class Tag, class Rep>
struct StrongQuantity : Strong<Tag, Rep> {
    using Strong<Tag, Rep>::Strong;

    friend constexpr auto operator<=>(StrongQuantity, StrongQuantity) = default;
    friend constexpr bool operator==(StrongQuantity, StrongQuantity) = default;

    friend constexpr StrongQuantity operator+(StrongQuantity a, StrongQuantity b)
    {
        return StrongQuantity(a.value + b.value);
    }

    friend constexpr StrongQuantity operator-(StrongQuantity a, StrongQuantity b)
    {
        return StrongQuantity(a.value - b.value);
    }

    friend constexpr StrongQuantity operator*(StrongQuantity a, std::int64_t n)
    {
        return StrongQuantity(a.value * n);
    }

    constexpr StrongQuantity operator-() const { return StrongQuantity(-this->value); }

    constexpr StrongQuantity& operator+=(StrongQuantity other)
    {
        this->value += other.value;
        return *this;
    }

    constexpr StrongQuantity& operator-=(StrongQuantity other)
    {
        this->value -= other.value;
        return *this;
    }
};

} // namespace qob

template <class Tag, class Rep>
struct std::hash<qob::Strong<Tag, Rep>> {
    std::size_t operator()(qob::Strong<Tag, Rep> id) const noexcept { return std::hash<Rep>{}(id.value); }
};

template <class Tag, class Rep>
struct std::hash<qob::StrongQuantity<Tag, Rep>> {
    std::size_t operator()(qob::StrongQuantity<Tag, Rep> id) const noexcept
    {
        return std::hash<Rep>{}(id.value);
    }
};
