#include "engine/security/identity.h"
#include "engine/security/text.h"

#include <algorithm>

namespace qob {

namespace {

constexpr std::size_t leastName = 3;
constexpr std::size_t mostName = 32;
constexpr std::size_t mostEmail = 254;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isNameCharacter(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

Expected<void> checkName(std::string_view name)
{
    if (name.size() < leastName || name.size() > mostName || !isLetter(name.front()) ||
        !std::all_of(name.begin(), name.end(), isNameCharacter)) {
        return fail(ErrorCode::AuthNameBad, "expected 3 to 32 of a-z, 0-9, '.', '_', '-', a letter first");
    }
    return {};
}

// Whether mail arrives is for the user to see; here only that it is no text of another kind.
Expected<void> checkEmail(std::string_view email)
{
    auto const at = email.find('@');
    bool const plain = std::all_of(email.begin(), email.end(), [](char c) { return c > ' ' && c <= '~'; });
    if (!email.empty() && (email.size() > mostEmail || !plain || at == 0 || at == std::string_view::npos ||
                           at + 1 == email.size())) {
        return fail(ErrorCode::RequestBadValue, "email: expected name@host");
    }
    return {};
}

Expected<void> checkNewUser(NewUser const& user)
{
    if (auto good = checkName(user.name); !good) {
        return good;
    }
    if (auto good = checkEmail(user.email); !good) {
        return good;
    }
    return checkPassword(user.password, user.name);
}

} // namespace

Expected<UserId> Identity::registerUser(NewUser const& user, std::string const& address)
{
    if (!m_settings.openRegistration) {
        return fail(ErrorCode::AuthClosed);
    }
    return createUser(user, m_settings.newUserRole, {{}, address});
}

Expected<UserId> Identity::createUser(NewUser const& user, Role role, Actor const& by)
{
    if (auto const good = checkNewUser(user); !good) {
        return tl::unexpected(good.error());
    }
    auto hash = hashPassword(user.password, m_settings.cost, m_random);
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    return audited(by, "user.create", user.name, [&] { return addUser(user, *hash, role, {}); });
}

Expected<UserId> Identity::addUser(NewUser const& user, std::string hash, Role role, std::string external)
{
    UserRecord record;
    {
        const std::lock_guard lock(m_mutex);
        if (m_names.count(lowerCase(user.name)) != 0) {
            return fail(ErrorCode::AuthNameTaken, user.name);
        }
        for (auto const& [id, other] : m_users) {
            record.id = std::max(record.id, id);
        }
    }
    ++record.id.value;
    record.name = user.name;
    record.email = user.email;
    record.passwordHash = std::move(hash);
    record.role = role;
    // The first account is the desk's own, which belongs to no user.
    record.account = AccountId(static_cast<std::uint32_t>(record.id.value + 1));
    record.created = m_clock.now();
    record.externalSubject = std::move(external);
    if (auto const saved = save(record); !saved) {
        if (saved.error().code == ErrorCode::RecordExists) {
            return fail(ErrorCode::AuthNameTaken, user.name);
        }
        return tl::unexpected(saved.error());
    }
    return record.id;
}

std::string Identity::freeName(std::string wanted) const
{
    wanted.erase(
        std::remove_if(wanted.begin(), wanted.end(), [](char c) { return !isNameCharacter(c); }), wanted.end()
    );
    wanted.resize(std::min(wanted.size(), mostName - 6));
    if (!checkName(wanted)) {
        wanted = "user";
    }
    auto name = wanted;
    for (int number = 2; userNamed(name); ++number) {
        name = wanted + std::to_string(number);
    }
    return name;
}

Expected<void> Identity::linkExternal(UserId user, ExternalUser const& external, Actor const& by)
{
    auto const subject = external.issuer + "|" + external.subject;
    return audited(by, "user.link", subject, [&]() -> Expected<void> {
        for (UserRecord const& other : users()) {
            if (other.externalSubject == subject && other.id != user) {
                return fail(ErrorCode::RequestConflict, "it is linked with another user");
            }
        }
        auto record = needUser(user);
        if (!record) {
            return tl::unexpected(record.error());
        }
        record->externalSubject = subject;
        return save(*record);
    });
}

bool Identity::lastAdmin(UserId user) const
{
    auto const all = users();
    return std::none_of(all.begin(), all.end(), [&](UserRecord const& other) {
        return other.id != user && other.role == Role::Admin && !other.disabled;
    });
}

Expected<void> Identity::setRole(UserId user, Role role, Actor const& by)
{
    auto const target = std::to_string(user.value) + " " + std::string(roleName(role));
    return audited(by, "user.role", target, [&]() -> Expected<void> {
        auto record = needUser(user);
        if (!record) {
            return tl::unexpected(record.error());
        }
        if (record->role == Role::Admin && role != Role::Admin && lastAdmin(user)) {
            return fail(ErrorCode::RequestConflict, "no admin would be left");
        }
        record->role = role;
        return save(*record);
    });
}

Expected<void> Identity::setTier(UserId user, Tier tier, Actor const& by)
{
    auto const target = std::to_string(user.value) + " " + std::string(tierName(tier));
    return audited(by, "user.tier", target, [&]() -> Expected<void> {
        auto record = needUser(user);
        if (!record) {
            return tl::unexpected(record.error());
        }
        record->tier = tier;
        return save(*record);
    });
}

Expected<void> Identity::setDisabled(UserId user, bool disabled, Actor const& by)
{
    auto const* const action = disabled ? "user.disable" : "user.enable";
    return audited(by, action, std::to_string(user.value), [&]() -> Expected<void> {
        auto record = needUser(user);
        if (!record) {
            return tl::unexpected(record.error());
        }
        if (disabled && record->role == Role::Admin && lastAdmin(user)) {
            return fail(ErrorCode::RequestConflict, "no admin would be left");
        }
        record->disabled = disabled;
        if (auto saved = save(*record); !saved) {
            return saved;
        }
        return endLogins(user, {});
    });
}

Expected<void> Identity::setPassword(UserId user, std::string const& password, Actor const& by)
{
    auto const known = this->user(user);
    if (!known) {
        return fail(ErrorCode::AuthUserUnknown, std::to_string(user.value));
    }
    if (auto good = checkPassword(password, known->name); !good) {
        return good;
    }
    auto hash = hashPassword(password, m_settings.cost, m_random);
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    return audited(by, "user.password", known->name, [&]() -> Expected<void> {
        auto record = needUser(user);
        if (!record) {
            return tl::unexpected(record.error());
        }
        record->passwordHash = *hash;
        if (auto saved = save(*record); !saved) {
            return saved;
        }
        return endLogins(user, {});
    });
}

Expected<void> Identity::changePassword(
    UserId user, std::string const& old, std::string const& fresh, std::string const& keep, Actor const& by
)
{
    if (auto const wait = m_tries.begin(by.name, by.address, m_clock.now()); wait.value > 0) {
        return fail(ErrorCode::AuthLocked);
    }
    auto const before = needUser(user);
    if (!before || !passwordMatches(old, before->passwordHash)) {
        auto const wrong = Error{ErrorCode::AuthFailed, {}};
        note(by, "password.change", by.name, &wrong);
        return tl::unexpected(wrong);
    }
    m_tries.succeeded(by.name, by.address);
    if (auto good = checkPassword(fresh, before->name); !good) {
        return good;
    }
    auto hash = hashPassword(fresh, m_settings.cost, m_random);
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    return audited(by, "password.change", before->name, [&]() -> Expected<void> {
        auto record = needUser(user);
        if (!record || record->passwordHash != before->passwordHash) {
            return fail(ErrorCode::AuthFailed);
        }
        record->passwordHash = *hash;
        if (auto saved = save(*record); !saved) {
            return saved;
        }
        return endLogins(user, keep);
    });
}

} // namespace qob
