#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace qob {

// CRC-32C (Castagnoli; RFC 3720, appendix B.4), with the processor's instruction where it has one. `before`
// is the result over the bytes that come before these.
std::uint32_t crc32c(std::span<std::byte const> bytes, std::uint32_t before = 0);

// The two ways it is computed, for tests. The first may only be called where `crc32cHasInstruction`.
bool crc32cHasInstruction();
std::uint32_t crc32cByInstruction(std::span<std::byte const> bytes, std::uint32_t before);
std::uint32_t crc32cByTable(std::span<std::byte const> bytes, std::uint32_t before);

} // namespace qob
