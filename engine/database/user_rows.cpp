// Users, keys and logins: the part of the database that Identity writes through.

#include "engine/database/database.h"
#include "engine/security/text.h"

namespace qob {

namespace {

// None of the texts in these lists has a line's end in it.
std::string joined(std::vector<std::string> const& texts)
{
    std::string all;
    for (std::string const& text : texts) {
        all += text + '\n';
    }
    return all;
}

std::vector<std::string> divided(std::string const& all)
{
    std::vector<std::string> texts;
    for (std::size_t begin = 0, end = all.find('\n'); end != std::string::npos;
         begin = end + 1, end = all.find('\n', begin)) {
        texts.push_back(all.substr(begin, end - begin));
    }
    return texts;
}

UserRecord readUser(SqlRow& row)
{
    UserRecord user;
    user.id = UserId(row.count());
    user.name = row.text();
    user.email = row.text();
    user.passwordHash = row.text();
    user.role = static_cast<Role>(row.integer());
    user.tier = static_cast<Tier>(row.integer());
    user.account = AccountId(static_cast<std::uint32_t>(row.integer()));
    user.disabled = row.flag();
    user.created = row.time();
    user.totpSecret = row.text();
    user.totpConfirmed = row.flag();
    user.totpLastStep = row.count();
    user.recoveryCodes = divided(row.text());
    user.tokensValidFrom = row.time();
    user.externalSubject = row.text();
    return user;
}

ApiKeyRecord readKey(SqlRow& row)
{
    ApiKeyRecord key;
    key.id = row.text();
    key.user = UserId(row.count());
    key.label = row.text();
    key.secret = row.text();
    key.permissions = static_cast<std::uint32_t>(row.integer());
    key.addresses = divided(row.text());
    key.created = row.time();
    key.expires = row.time();
    key.lastUsed = row.time();
    key.revoked = row.flag();
    return key;
}

LoginRecord readLogin(SqlRow& row)
{
    LoginRecord login;
    login.id = row.text();
    login.user = UserId(row.count());
    login.refreshHash = row.text();
    login.created = row.time();
    login.expires = row.time();
    login.lastSeen = row.time();
    login.address = row.text();
    login.userAgent = row.text();
    login.revoked = row.flag();
    return login;
}

constexpr SqlTable userTable{
    "users",
    "id, name, name_key, email, password_hash, role, tier, account, disabled, created, totp_secret, "
    "totp_confirmed, totp_last_step, recovery_codes, tokens_valid_from, external_subject",
    "id"};

constexpr SqlTable keyTable{
    "api_keys",
    "id, user_id, label, secret, permissions, addresses, created, expires, last_used, revoked",
    "id"};

constexpr SqlTable loginTable{
    "logins", "id, user_id, refresh_hash, created, expires, last_seen, address, user_agent, revoked", "id"};

} // namespace

Expected<std::vector<UserRecord>> Database::users()
{
    const std::lock_guard lock(m_mutex);
    return readRows(
        m_connection->query("SELECT id, name, email, password_hash, role, tier, account, disabled, created, "
                            "totp_secret, totp_confirmed, totp_last_step, recovery_codes, tokens_valid_from, "
                            "external_subject FROM users"),
        readUser
    );
}

Expected<std::vector<ApiKeyRecord>> Database::keys()
{
    const std::lock_guard lock(m_mutex);
    return readRows(
        m_connection->query("SELECT " + std::string(keyTable.columns) + " FROM api_keys"), readKey
    );
}

Expected<std::vector<LoginRecord>> Database::logins()
{
    const std::lock_guard lock(m_mutex);
    return readRows(
        m_connection->query("SELECT " + std::string(loginTable.columns) + " FROM logins"), readLogin
    );
}

Expected<void> Database::put(UserRecord const& user)
{
    auto done = putOne(
        insertStatement(userTable),
        {sql(user.id),
         sql(user.name),
         sql(lowerCase(user.name)),
         sql(user.email),
         sql(user.passwordHash),
         sql(user.role),
         sql(user.tier),
         sql(user.account),
         sql(user.disabled),
         sql(user.created),
         sql(user.totpSecret),
         sql(user.totpConfirmed),
         sql(user.totpLastStep),
         sql(joined(user.recoveryCodes)),
         sql(user.tokensValidFrom),
         sql(user.externalSubject)}
    );
    if (!done && done.error().code == ErrorCode::RecordExists) {
        done.error().detail = "user '" + user.name + "', or the external subject of it";
    }
    return done;
}

Expected<void> Database::put(ApiKeyRecord const& key)
{
    return putOne(
        insertStatement(keyTable),
        {sql(key.id),
         sql(key.user),
         sql(key.label),
         sql(key.secret),
         sql(std::int64_t{key.permissions}),
         sql(joined(key.addresses)),
         sql(key.created),
         sql(key.expires),
         sql(key.lastUsed),
         sql(key.revoked)}
    );
}

Expected<void> Database::put(LoginRecord const& login)
{
    return putOne(
        insertStatement(loginTable),
        {sql(login.id),
         sql(login.user),
         sql(login.refreshHash),
         sql(login.created),
         sql(login.expires),
         sql(login.lastSeen),
         sql(login.address),
         sql(login.userAgent),
         sql(login.revoked)}
    );
}

Expected<std::uint64_t> Database::forgetLogins(Timestamp endedBefore)
{
    const std::lock_guard lock(m_mutex);
    auto const gone = m_connection->query("DELETE FROM logins WHERE expires < $1", {sql(endedBefore)});
    if (!gone) {
        return tl::unexpected(gone.error());
    }
    return gone->affected;
}

} // namespace qob
