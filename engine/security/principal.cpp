#include "engine/security/principal.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

struct RoleRow {
    Role role;
    std::string_view name;
    std::array<Permission, permissionCount> may; // the rest is Public
};

using enum Permission;

// Who may do what. What is not here is denied.
constexpr std::array roles{
    RoleRow{Role::Viewer, "viewer", {ReadMarket, ReadOrders, OwnUser}},
    RoleRow{Role::Trader, "trader", {ReadMarket, ReadOrders, Trade, OwnUser}},
    RoleRow{Role::Risk, "risk", {ReadMarket, ReadOrders, OwnUser, ReadAllOrders, ManageRisk}},
    RoleRow{
        Role::Admin,
        "admin",
        {ReadMarket, ReadOrders, Trade, OwnUser, ReadAllOrders, ManageRisk, ManageUsers, Operate, ReadAudit}},
    RoleRow{Role::Auditor, "auditor", {ReadMarket, ReadOrders, OwnUser, ReadAllOrders, ReadAudit}},
};

constexpr std::array<std::string_view, 3> tiers{"free", "professional", "enterprise"};

constexpr std::array<std::string_view, permissionCount> permissions{
    "public",
    "market:read",
    "orders:read",
    "trade",
    "user:own",
    "orders:read-all",
    "risk:manage",
    "users:manage",
    "operate",
    "audit:read",
};

template <class Enum, std::size_t Count>
std::optional<Enum> indexOf(std::array<std::string_view, Count> const& names, std::string_view name)
{
    auto const found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<Enum>(found - names.begin());
}

} // namespace

std::uint32_t permissionsOf(Role role)
{
    std::uint32_t bits = 0;
    for (RoleRow const& row : roles) {
        if (row.role == role) {
            for (Permission const permission : row.may) {
                bits |= std::uint32_t{1} << static_cast<unsigned>(permission);
            }
        }
    }
    return bits;
}

std::string_view roleName(Role role)
{
    auto const index = static_cast<std::size_t>(role);
    return index < roles.size() ? roles[index].name : std::string_view("unknown");
}

std::optional<Role> parseRole(std::string_view name)
{
    for (RoleRow const& row : roles) {
        if (row.name == name) {
            return row.role;
        }
    }
    return std::nullopt;
}

std::string_view tierName(Tier tier)
{
    auto const index = static_cast<std::size_t>(tier);
    return index < tiers.size() ? tiers[index] : std::string_view("unknown");
}

std::optional<Tier> parseTier(std::string_view name)
{
    return indexOf<Tier>(tiers, name);
}

std::string_view permissionName(Permission permission)
{
    auto const index = static_cast<std::size_t>(permission);
    return index < permissions.size() ? permissions[index] : std::string_view("unknown");
}

std::optional<Permission> parsePermission(std::string_view name)
{
    return indexOf<Permission>(permissions, name);
}

} // namespace qob
