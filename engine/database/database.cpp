#include "engine/database/database.h"

#include "engine/database/postgres_connection.h"
#include "engine/database/schema.h"
#include "engine/database/sqlite_connection.h"

#include <filesystem>

namespace qob {

Expected<std::unique_ptr<Database>> Database::open(DatabaseSettings const& settings)
{
    if (!settings.connection.empty()) {
        auto connection = PostgresConnection::open({settings.connection});
        return connection ? over(std::move(*connection)) : tl::unexpected(connection.error());
    }
    auto connection =
        SqliteConnection::open(settings.file, settings.durable ? SqliteSync::Full : SqliteSync::Normal);
    if (!connection) {
        return tl::unexpected(connection.error());
    }
    // Hashes of secrets are in it. The files that SQLite keeps beside it follow.
    std::error_code error;
    std::filesystem::permissions(
        settings.file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error
    );
    if (error) {
        return fail(ErrorCode::DatabaseFailed, settings.file + ": " + error.message());
    }
    return over(std::move(*connection));
}

Expected<std::unique_ptr<Database>> Database::over(std::unique_ptr<SqlConnection> connection)
{
    if (auto migrated = migrate(*connection); !migrated) {
        return tl::unexpected(migrated.error());
    }
    return std::unique_ptr<Database>(new Database(std::move(connection)));
}

Expected<void> Database::copyTo(std::string const& file)
{
    const std::lock_guard lock(m_mutex);
    return m_connection->copyTo(file);
}

Expected<void> Database::putOne(std::string const& statement, std::initializer_list<SqlValue> values)
{
    const std::lock_guard lock(m_mutex);
    auto const done = m_connection->query(statement, values);
    return done ? Expected<void>() : tl::unexpected(done.error());
}

} // namespace qob
