#pragma once

#include "engine/api/types.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace qob {

using UserId = Strong<struct UserIdTag, std::uint64_t>;

enum class Role : std::uint8_t { Viewer, Trader, Risk, Admin, Auditor };

// One thing that may be done. What a role may is one table, in principal.cpp; everything else is denied.
enum class Permission : std::uint8_t {
    Public,        // needs nobody
    ReadMarket,    // books, trades, candles, analytics
    ReadOrders,    // of one's own account
    Trade,         // orders of one's own account
    OwnUser,       // one's own password, second factor, keys and logins
    ReadAllOrders, // of every account
    ManageRisk,    // circuit breakers, kill switch, mass cancel for all
    ManageUsers,   // roles, disabling, tiers
    Operate,       // status, queues, logs, configuration, backups
    ReadAudit,
};

inline constexpr std::size_t permissionCount = 10;

// How many requests a user may make; the figures are in rate_limit.h.
enum class Tier : std::uint8_t { Free, Professional, Enterprise };

// Who a request is from, once that is proven. Nobody: `user` is 0.
struct Principal {
    UserId user;
    std::string name;
    Role role = Role::Viewer;
    Tier tier = Tier::Free;
    AccountId account;
    std::string login;                       // the login session a token belongs to; empty for a key
    std::string key;                         // the API key; empty for a token
    std::string keySecret;                   // which of the key's secrets was valid; tells nothing of it
    std::uint32_t permissions = 0;           // a bit a Permission: the role's, and of a key only its scopes
    Timestamp validUntil = Timestamp::max(); // a stream that was authenticated so ends then

    [[nodiscard]] bool may(Permission what) const
    {
        return what == Permission::Public || (permissions >> static_cast<unsigned>(what) & 1U) != 0;
    }
};

// The bits of what a role may.
std::uint32_t permissionsOf(Role role);

// "viewer", "trader", "risk", "admin", "auditor"; nothing else.
std::string_view roleName(Role role);
std::optional<Role> parseRole(std::string_view name);

// "free", "professional", "enterprise".
std::string_view tierName(Tier tier);
std::optional<Tier> parseTier(std::string_view name);

// "market:read", "orders:read", "trade" and so on: what a key's scopes are written as.
std::string_view permissionName(Permission permission);
std::optional<Permission> parsePermission(std::string_view name);

} // namespace qob
