#pragma once

#include <string>
#include <string_view>

namespace qob {

inline constexpr std::size_t digestBytes = 32;

// Raw bytes, `digestBytes` of them.
std::string sha256(std::string_view bytes);
std::string hmacSha256(std::string_view key, std::string_view bytes);

// Takes as long for a difference in the first byte as for none. The lengths are no secret.
bool equalInConstantTime(std::string_view a, std::string_view b);

// Bytes that are overwritten when they are no longer needed. Not to be copied about: a copy is another
// thing to wipe.
class SecretBytes {
public:
    SecretBytes() = default;

    explicit SecretBytes(std::string bytes) : m_bytes(std::move(bytes)) {}

    ~SecretBytes() { wipe(); }

    SecretBytes(SecretBytes const&) = default;
    SecretBytes& operator=(SecretBytes const& other);
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;

    [[nodiscard]] std::string_view view() const { return m_bytes; }

    [[nodiscard]] bool empty() const { return m_bytes.empty(); }

private:
    void wipe();

    std::string m_bytes;
};

// A key of `digestBytes` for one purpose, from a key for many: neither tells anything of the other.
SecretBytes deriveKey(SecretBytes const& master, std::string_view purpose);

} // namespace qob
