#include "engine/storage/crc32c.h"

#include <array>
#include <cstring>

#if defined(__x86_64__)
#include <nmmintrin.h>
#endif

namespace qob {

namespace {

constexpr std::uint32_t reversedPolynomial = 0x82f63b78U;

using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

// Table k advances a byte by k more bytes, so that eight bytes are eight independent look-ups.
constexpr Tables makeTables()
{
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? reversedPolynomial : 0U);
        }
        tables[0][byte] = crc;
    }
    for (std::size_t k = 1; k < tables.size(); ++k) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            auto const previous = tables[k - 1][byte];
            tables[k][byte] = (previous >> 8U) ^ tables[0][previous & 0xffU];
        }
    }
    return tables;
}

constexpr Tables tables = makeTables();

std::uint64_t load64(std::byte const* from)
{
    std::uint64_t word = 0;
    std::memcpy(&word, from, sizeof word);
    return word;
}

} // namespace

std::uint32_t crc32cByTable(std::span<std::byte const> bytes, std::uint32_t before)
{
    std::uint32_t crc = ~before;
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t const word = load64(bytes.data() + at) ^ crc;
        crc = 0;
        for (unsigned i = 0; i < 8; ++i) {
            crc ^= tables[7 - i][(word >> (8 * i)) & 0xffU];
        }
    }
    for (; at < bytes.size(); ++at) {
        crc = (crc >> 8U) ^ tables[0][(crc ^ static_cast<std::uint32_t>(bytes[at])) & 0xffU];
    }
    return ~crc;
}

#if defined(__x86_64__)

bool crc32cHasInstruction()
{
    return __builtin_cpu_supports("sse4.2") != 0;
}

__attribute__((target("sse4.2"))) std::uint32_t
crc32cByInstruction(std::span<std::byte const> bytes, std::uint32_t before)
{
    std::uint64_t crc = ~before;
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        crc = _mm_crc32_u64(crc, load64(bytes.data() + at));
    }
    auto rest = static_cast<std::uint32_t>(crc);
    for (; at < bytes.size(); ++at) {
        rest = _mm_crc32_u8(rest, static_cast<unsigned char>(bytes[at]));
    }
    return ~rest;
}

#else

bool crc32cHasInstruction()
{
    return false;
}

std::uint32_t crc32cByInstruction(std::span<std::byte const> bytes, std::uint32_t before)
{
    return crc32cByTable(bytes, before);
}

#endif

std::uint32_t crc32c(std::span<std::byte const> bytes, std::uint32_t before)
{
    static bool const hasInstruction = crc32cHasInstruction();
    return hasInstruction ? crc32cByInstruction(bytes, before) : crc32cByTable(bytes, before);
}

} // namespace qob
