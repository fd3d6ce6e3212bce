#pragma once

#include "engine/database/database.h"
#include "engine/database/postgres_connection.h"
#include "engine/database/schema.h"
#include "engine/database/sqlite_connection.h"
#include "tests/support/private_postgres.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

// What the database's tests share: both databases behind one name, and rows to put into them.
namespace qob::test {

enum class Backend : std::uint8_t { Sqlite, Postgres };

inline std::string backendName(Backend backend)
{
    return backend == Backend::Sqlite ? "Sqlite" : "Postgres";
}

// One server for all tests of a process.
inline PrivatePostgres& server()
{
    static PrivatePostgres one;
    return one;
}

// An empty database of either kind.
class DatabaseTest : public testing::TestWithParam<Backend> {
protected:
    void SetUp() override
    {
        if (GetParam() == Backend::Sqlite) {
            m_settings.file = m_directory.path() + "/qob.sqlite";
        } else if (PrivatePostgres::installed()) {
            server().start();
            m_settings.connection = server().makeDatabase();
        } else {
            GTEST_SKIP() << "PostgreSQL 15 is not installed";
        }
    }

    [[nodiscard]] DatabaseSettings const& settings() const { return m_settings; }

    [[nodiscard]] std::string const& directory() const { return m_directory.path(); }

    [[nodiscard]] std::unique_ptr<Database> open() const
    {
        auto database = Database::open(m_settings);
        EXPECT_TRUE(database) << database.error().message();
        return database ? std::move(*database) : nullptr;
    }

    // Without a schema.
    [[nodiscard]] std::unique_ptr<SqlConnection> connect() const
    {
        if (GetParam() == Backend::Sqlite) {
            auto connection = SqliteConnection::open(m_settings.file, SqliteSync::Full);
            EXPECT_TRUE(connection) << connection.error().message();
            return connection ? std::move(*connection) : nullptr;
        }
        auto connection = PostgresConnection::open({m_settings.connection});
        EXPECT_TRUE(connection) << connection.error().message();
        return connection ? std::move(*connection) : nullptr;
    }

private:
    TemporaryDirectory m_directory;
    DatabaseSettings m_settings;
};

inline auto const bothBackends = testing::Values(Backend::Sqlite, Backend::Postgres);

inline std::string nameOfBackend(testing::TestParamInfo<Backend> const& info)
{
    return backendName(info.param);
}

inline UserRecord someUser(std::uint64_t id, std::string const& name)
{
    UserRecord user;
    user.id = UserId(id);
    user.name = name;
    user.email = name + "@example.org";
    user.passwordHash = "$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA";
    user.role = Role::Trader;
    user.tier = Tier::Enterprise;
    user.account = AccountId(4'000'000'000);
    user.created = Timestamp(1'700'000'000'123'456'789);
    user.totpSecret = "1.ab.cd.ef";
    user.totpConfirmed = true;
    user.totpLastStep = 56'666'666;
    user.recoveryCodes = {"one", "two"};
    user.tokensValidFrom = Timestamp(1'700'000'000'000'000'001);
    return user;
}

} // namespace qob::test
