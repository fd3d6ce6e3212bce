#include "engine/security/user_store.h"

#include "engine/security/text.h"

#include <algorithm>

namespace qob {

namespace {

template <class Record>
void putById(std::vector<Record>& records, Record const& record)
{
    auto const found = std::find_if(records.begin(), records.end(), [&](Record const& other) {
        return other.id == record.id;
    });
    if (found == records.end()) {
        records.push_back(record);
    } else {
        *found = record;
    }
}

class MemoryUserStore final : public UserStore {
public:
    Expected<std::vector<UserRecord>> users() override { return m_users; }

    Expected<std::vector<ApiKeyRecord>> keys() override { return m_keys; }

    Expected<std::vector<LoginRecord>> logins() override { return m_logins; }

    Expected<void> put(UserRecord const& user) override
    {
        for (UserRecord const& other : m_users) {
            if (other.id == user.id) {
                continue;
            }
            if (lowerCase(other.name) == lowerCase(user.name)) {
                return fail(ErrorCode::RecordExists, "user '" + user.name + "'");
            }
            if (!user.externalSubject.empty() && other.externalSubject == user.externalSubject) {
                return fail(ErrorCode::RecordExists, "external subject of user '" + other.name + "'");
            }
        }
        putById(m_users, user);
        return {};
    }

    Expected<void> put(ApiKeyRecord const& key) override
    {
        putById(m_keys, key);
        return {};
    }

    Expected<void> put(LoginRecord const& login) override
    {
        putById(m_logins, login);
        return {};
    }

private:
    std::vector<UserRecord> m_users;
    std::vector<ApiKeyRecord> m_keys;
    std::vector<LoginRecord> m_logins;
};

} // namespace

std::unique_ptr<UserStore> makeMemoryUserStore()
{
    return std::make_unique<MemoryUserStore>();
}

} // namespace qob
