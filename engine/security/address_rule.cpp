#include "engine/security/address_rule.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace qob {

namespace {

constexpr unsigned v4Offset = 96;
constexpr unsigned allBits = 128;

bool samePrefix(IpAddress const& a, IpAddress const& b, unsigned bits)
{
    auto const whole = bits / 8;
    if (!std::equal(a.bytes.begin(), a.bytes.begin() + whole, b.bytes.begin())) {
        return false;
    }
    auto const rest = bits % 8;
    return rest == 0 || ((a.bytes[whole] ^ b.bytes[whole]) >> (8 - rest)) == 0;
}

IpAddress cut(IpAddress address, unsigned bits)
{
    for (unsigned i = 0; i < allBits; ++i) {
        if (i >= bits) {
            address.bytes[i / 8] &= static_cast<std::uint8_t>(~(0x80U >> (i % 8)));
        }
    }
    return address;
}

} // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text)
{
    std::string const terminated(text);
    IpAddress address;
    if (terminated.find('\0') != std::string::npos) {
        return std::nullopt;
    }
    if (inet_pton(AF_INET, terminated.c_str(), address.bytes.data() + v4Offset / 8) == 1) {
        address.bytes[10] = address.bytes[11] = 0xFF;
        address.v4 = true;
        return address;
    }
    if (inet_pton(AF_INET6, terminated.c_str(), address.bytes.data()) != 1) {
        return std::nullopt;
    }
    address.v4 =
        std::all_of(address.bytes.begin(), address.bytes.begin() + 10, [](auto b) { return b == 0; }) &&
        address.bytes[10] == 0xFF && address.bytes[11] == 0xFF;
    return address;
}

Expected<AddressRule> AddressRule::parse(std::string_view text)
{
    auto const bad = [&](char const* expected) {
        return fail(ErrorCode::RequestBadValue, "'" + std::string(text) + "'; expected " + expected);
    };
    auto const slash = text.find('/');
    auto const address = IpAddress::parse(text.substr(0, slash));
    if (!address) {
        return bad("an address such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32");
    }
    AddressRule rule;
    rule.m_base = *address;
    rule.m_bits = allBits;
    if (slash != std::string_view::npos) {
        auto const written = text.substr(slash + 1);
        bool const short4 = address->v4 && text.find(':') == std::string_view::npos;
        unsigned const most = short4 ? 32 : allBits;
        unsigned bits = 0;
        auto const [end, error] = std::from_chars(written.data(), written.data() + written.size(), bits);
        if (error != std::errc() || end != written.data() + written.size() || bits > most ||
            written.size() > 3) {
            return bad(short4 ? "a prefix of 0 to 32 bits" : "a prefix of 0 to 128 bits");
        }
        rule.m_bits = bits + (short4 ? v4Offset : 0);
    }
    if (cut(rule.m_base, rule.m_bits).bytes != rule.m_base.bytes) {
        return bad("no bits set behind the prefix");
    }
    return rule;
}

bool AddressRule::covers(IpAddress const& address) const
{
    // ::/0 is every IPv6 address, and no IPv4 one.
    return (m_base.v4 == address.v4) && samePrefix(m_base, address, m_bits);
}

std::string addressGroup(std::string_view address)
{
    auto const parsed = IpAddress::parse(address);
    if (!parsed) {
        return std::string(address.substr(0, 64));
    }
    auto const group = parsed->v4 ? *parsed : cut(*parsed, 64);
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (parsed->v4) {
        inet_ntop(AF_INET, group.bytes.data() + v4Offset / 8, text.data(), text.size());
    } else {
        inet_ntop(AF_INET6, group.bytes.data(), text.data(), text.size());
    }
    return text.data();
}

} // namespace qob
