#pragma once

#include "engine/base/expected.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace qob {

// An IPv4 or IPv6 address. An IPv4 one that came over IPv6 ("::ffff:192.0.2.1") is the IPv4 one.
struct IpAddress {
    std::array<std::uint8_t, 16> bytes{}; // of IPv4: the last four, behind ::ffff:
    bool v4 = false;

    static std::optional<IpAddress> parse(std::string_view text);
};

// Addresses that have their first bits in common: "203.0.113.7", "203.0.113.0/24", "2001:db8::/32".
class AddressRule {
public:
    // RequestBadValue: no address, or bits set behind the prefix, where it is not clear what was meant.
    static Expected<AddressRule> parse(std::string_view text);

    [[nodiscard]] bool covers(IpAddress const& address) const;

private:
    IpAddress m_base;
    unsigned m_bits = 0; // of the 128
};

// Whom requests are counted for: the address, of IPv6 its /64, which one customer has to himself.
std::string addressGroup(std::string_view address);

} // namespace qob
