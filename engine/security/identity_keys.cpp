#include "engine/security/address_rule.h"
#include "engine/security/identity.h"

#include <algorithm>

namespace qob {

namespace {

constexpr std::size_t mostLabel = 64;
constexpr std::size_t mostAddresses = 32;
constexpr std::size_t secretBytes = 32;

constexpr std::uint32_t bit(Permission permission)
{
    return std::uint32_t{1} << static_cast<unsigned>(permission);
}

// A key that could make keys, or users, would be worth more than its owner's password.
constexpr std::uint32_t neverOfKeys = bit(Permission::OwnUser) | bit(Permission::ManageUsers);

Expected<void> checkKey(NewKey const& key, Role role, Timestamp now)
{
    auto const bad = [](std::string why) {
        return fail(ErrorCode::RequestBadValue, std::move(why));
    };
    if (key.label.empty() || key.label.size() > mostLabel) {
        return bad("label: expected 1 to 64 bytes");
    }
    if ((key.permissions & ~bit(Permission::Public)) == 0) {
        return bad("scopes: expected at least one");
    }
    auto const mayHave = permissionsOf(role) & ~neverOfKeys;
    for (unsigned i = 0; i < 32; ++i) {
        if ((key.permissions & ~mayHave) >> i & 1U) {
            return bad("scopes: not '" + std::string(permissionName(static_cast<Permission>(i))) + "'");
        }
    }
    if (key.addresses.size() > mostAddresses) {
        return bad("addresses: expected at most 32");
    }
    for (std::string const& address : key.addresses) {
        if (auto const rule = AddressRule::parse(address); !rule) {
            return bad("addresses: " + rule.error().detail);
        }
    }
    if (key.expires <= now) {
        return bad("expires: expected a time to come");
    }
    return {};
}

} // namespace

Expected<KeySecret> Identity::createKey(UserId user, NewKey const& key, Actor const& by)
{
    auto const id = randomText(m_random, 15);
    return audited(by, "key.create", id, [&]() -> Expected<KeySecret> {
        auto const owner = needUser(user);
        if (!owner) {
            return tl::unexpected(owner.error());
        }
        if (auto const good = checkKey(key, owner->role, m_clock.now()); !good) {
            return tl::unexpected(good.error());
        }
        if (keysOf(user).size() >= m_settings.mostKeysPerUser) {
            return fail(ErrorCode::RequestConflict, "there are as many keys as a user may have");
        }
        const SecretBytes secret(randomText(m_random, secretBytes));
        ApiKeyRecord record;
        record.id = id;
        record.user = user;
        record.label = key.label;
        record.secret = m_sealer.seal(secret, keyIdentity(id));
        record.permissions = key.permissions;
        record.addresses = key.addresses;
        record.created = m_clock.now();
        record.expires = key.expires;
        if (auto const saved = save(record); !saved) {
            return tl::unexpected(saved.error());
        }
        record.secret.clear();
        return KeySecret{std::move(record), std::string(secret.view())};
    });
}

Expected<KeySecret> Identity::rotateKey(UserId user, std::string const& key, Actor const& by)
{
    return audited(by, "key.rotate", key, [&]() -> Expected<KeySecret> {
        auto record = needKey(user, key);
        if (!record) {
            return tl::unexpected(record.error());
        }
        const SecretBytes secret(randomText(m_random, secretBytes));
        record->secret = m_sealer.seal(secret, keyIdentity(key));
        if (auto const saved = save(*record); !saved) {
            return tl::unexpected(saved.error());
        }
        record->secret.clear();
        return KeySecret{std::move(*record), std::string(secret.view())};
    });
}

Expected<void> Identity::revokeKey(UserId user, std::string const& key, Actor const& by)
{
    return audited(by, "key.revoke", key, [&]() -> Expected<void> {
        auto record = needKey(user, key);
        if (!record) {
            return tl::unexpected(record.error());
        }
        record->revoked = true;
        return save(*record);
    });
}

} // namespace qob
