#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstring>

namespace qob {

// All numbers in storage's files lie with their lowest byte first, and so do they in memory here.
static_assert(std::endian::native == std::endian::little);

template <std::integral T>
T loadLittle(std::byte const* from)
{
    T value{};
    std::memcpy(&value, from, sizeof value);
    return value;
}

template <std::integral T>
void storeLittle(std::byte* to, T value)
{
    std::memcpy(to, &value, sizeof value);
}

} // namespace qob
