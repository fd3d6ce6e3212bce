// Users, keys and logins as bytes in a backup, version 1: for databases that are not a file in it.

#include "engine/base/bytes.h"
#include "engine/database/backup.h"

namespace qob {

namespace {

constexpr std::uint32_t savedUsersVersion = 1;

void put(ByteWriter& to, std::vector<std::string> const& texts)
{
    to.put(static_cast<std::uint32_t>(texts.size()));
    for (std::string const& text : texts) {
        to.put(std::string_view(text));
    }
}

void get(ByteReader& from, std::vector<std::string>& texts)
{
    std::uint32_t count = 0;
    for (from.get(count); count > 0 && from.good(); --count) {
        from.get(texts.emplace_back());
    }
}

// One list of fields for both ways.
template <class Each, class Record>
void fields(Each&& each, Record& user) requires std::is_same_v<std::remove_const_t<Record>, UserRecord>
{
    each(
        user.id, user.name, user.email, user.passwordHash, user.role, user.tier, user.account, user.disabled
    );
    each(user.created, user.totpSecret, user.totpConfirmed, user.totpLastStep, user.recoveryCodes);
    each(user.tokensValidFrom, user.externalSubject);
}

template <class Each, class Record>
void fields(Each&& each, Record& key) requires std::is_same_v<std::remove_const_t<Record>, ApiKeyRecord>
{
    each(key.id, key.user, key.label, key.secret, key.permissions, key.addresses, key.created, key.expires);
    each(key.lastUsed, key.revoked);
}

template <class Each, class Record>
void fields(Each&& each, Record& login) requires std::is_same_v<std::remove_const_t<Record>, LoginRecord>
{
    each(
        login.id, login.user, login.refreshHash, login.created, login.expires, login.lastSeen, login.address
    );
    each(login.userAgent, login.revoked);
}

void putOne(ByteWriter& to, std::vector<std::string> const& texts)
{
    put(to, texts);
}

void putOne(ByteWriter& to, std::string const& text)
{
    to.put(std::string_view(text));
}

template <class T>
void putOne(ByteWriter& to, T const& value)
{
    to.put(value);
}

void getOne(ByteReader& from, std::vector<std::string>& texts)
{
    get(from, texts);
}

template <class T>
void getOne(ByteReader& from, T& value)
{
    from.get(value);
}

template <class Record>
void putAll(ByteWriter& to, std::vector<Record> const& records)
{
    to.put(static_cast<std::uint32_t>(records.size()));
    for (Record const& record : records) {
        fields([&](auto const&... each) { (putOne(to, each), ...); }, record);
    }
}

template <class Record>
std::vector<Record> getAll(ByteReader& from)
{
    std::vector<Record> records;
    std::uint32_t count = 0;
    for (from.get(count); count > 0 && from.good(); --count) {
        fields([&](auto&... each) { (getOne(from, each), ...); }, records.emplace_back());
    }
    return records;
}

template <class Record>
Expected<void> store(std::vector<Record> const& records, UserStore& into)
{
    for (Record const& record : records) {
        if (auto done = into.put(record); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

Expected<std::string> saveUsers(UserStore& users)
{
    auto const all = users.users();
    auto const keys = all ? users.keys() : tl::unexpected(all.error());
    auto const logins = keys ? users.logins() : tl::unexpected(keys.error());
    if (!logins) {
        return tl::unexpected(logins.error());
    }
    std::vector<std::byte> bytes;
    {
        ByteWriter to(bytes);
        to.put(savedUsersVersion);
        putAll(to, *all);
        putAll(to, *keys);
        putAll(to, *logins);
    }
    return std::string(reinterpret_cast<char const*>(bytes.data()), bytes.size());
}

Expected<void> loadUsers(std::string_view saved, UserStore& into)
{
    auto const there = into.users();
    if (!there) {
        return tl::unexpected(there.error());
    }
    if (!there->empty()) {
        return fail(ErrorCode::RecordExists, "the database has users already");
    }
    ByteReader from({reinterpret_cast<std::byte const*>(saved.data()), saved.size()});
    std::uint32_t version = 0;
    from.get(version);
    auto const users = getAll<UserRecord>(from);
    auto const keys = getAll<ApiKeyRecord>(from);
    auto const logins = getAll<LoginRecord>(from);
    if (version != savedUsersVersion || !from.finished()) {
        return fail(
            ErrorCode::BackupCorrupt, std::string(savedUsersName) + " is not version 1 of saved users"
        );
    }
    return store(users, into).and_then([&] { return store(keys, into); }).and_then([&] {
        return store(logins, into);
    });
}

} // namespace qob
