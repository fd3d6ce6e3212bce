// What only one of the two databases does: PostgreSQL's partitions, its going away, secrets in its errors;
// SQLite's full disk and its being busy.

#include "tests/support/database_kit.h"

#include <sys/stat.h>

namespace qob::test {

namespace {

TickRow tickAt(Timestamp time, std::uint64_t number)
{
    return {"V", "S", time, number, Amount(1), Amount(1), Side::Buy, number, Timestamp::min()};
}

class OnPostgres : public DatabaseTest {
protected:
    std::vector<std::string> texts(std::string const& query)
    {
        auto rows = readRows(connect()->query(query), [](SqlRow& row) { return row.text(); });
        EXPECT_TRUE(rows) << rows.error().message();
        return rows ? *rows : std::vector<std::string>();
    }
};

class OnSqlite : public DatabaseTest {};

} // namespace

TEST_P(OnPostgres, SeriesLieInAPartitionAMonth)
{
    auto const database = open();
    MarketBatch batch;
    const Timestamp endOf2025(1'767'225'600'000'000'000 - 1);
    batch.ticks = {tickAt(endOf2025, 1), tickAt(endOf2025 + nanoseconds(1), 2), tickAt(Timestamp(0), 3)};
    ASSERT_TRUE(database->store(batch));
    // A month that was made ahead, and one far away.
    batch.ticks = {tickAt(endOf2025 + hours(24 * 40), 4), tickAt(endOf2025 + hours(24 * 400), 5)};
    for (std::uint64_t i = 0; i < 100; ++i) {
        batch.ticks.push_back(tickAt(endOf2025 + hours(24), 100 + i));
    }
    ASSERT_TRUE(database->store(batch));
    EXPECT_EQ(texts("SELECT number::text FROM ticks_2025_12"), (std::vector<std::string>{"1"}));
    EXPECT_EQ(texts("SELECT count(*)::text FROM ticks_2026_01"), (std::vector<std::string>{"101"}));
    EXPECT_EQ(texts("SELECT number::text FROM ticks_2026_02"), (std::vector<std::string>{"4"}));
    EXPECT_EQ(texts("SELECT number::text FROM ticks_2027_02"), (std::vector<std::string>{"5"}));
    EXPECT_EQ(texts("SELECT number::text FROM ticks_rest"), (std::vector<std::string>{"3"}));
    EXPECT_EQ(
        texts("SELECT to_regclass('ticks_2027_03')::text"), (std::vector<std::string>{"ticks_2027_03"})
    );
    // Another connection, and one that came back, go on in the same ones.
    auto const second = open();
    server().stop();
    server().start();
    batch.ticks = {tickAt(endOf2025, 1000)};
    EXPECT_TRUE(second->store(batch));
    batch.ticks = {tickAt(endOf2025 + hours(24 * 70), 1001)};
    EXPECT_TRUE(database->store(batch));
}

TEST_P(OnPostgres, AConnectionThatWasCutComesBackByItself)
{
    auto const database = open();
    ASSERT_TRUE(database->put(someUser(1, "ada")));
    server().stop();
    auto const away = database->put(someUser(2, "bob"));
    ASSERT_FALSE(away);
    EXPECT_EQ(away.error().code, ErrorCode::DatabaseUnavailable);
    EXPECT_FALSE(database->users());
    server().start();
    EXPECT_TRUE(database->put(someUser(2, "bob")));
    server().stop();
    server().start();
    // The loss is only noticed now, and nobody is bothered with it.
    auto const users = database->users();
    ASSERT_TRUE(users) << users.error().message();
    EXPECT_EQ(users->size(), 2U);
}

TEST_P(OnPostgres, NoErrorTellsAPassword)
{
    auto const directory = settings().connection.substr(0, settings().connection.find(" user"));
    for (std::string const& connection : {
             directory + " user=nobody-there password=hunter2 dbname=hunter2",
             std::string("host=/nowhere password=hunter2 dbname=x"),
             std::string("postgresql://qob:hunter2@127.0.0.1:1/x"),
             std::string("password hunter2"),
             std::string("postgresql://qob:hunter2@[::1/x"),
         }) {
        auto const refused = Database::open({connection, {}});
        ASSERT_FALSE(refused) << connection;
        EXPECT_EQ(refused.error().message().find("hunter2"), std::string::npos) << refused.error().message();
        EXPECT_FALSE(refused.error().detail.empty());
    }
    auto const nobody = Database::open({"host=/nowhere dbname=x", {}});
    EXPECT_EQ(nobody.error().code, ErrorCode::DatabaseUnavailable);
    auto const nonsense = Database::open({"nonsense", {}});
    EXPECT_EQ(nonsense.error().code, ErrorCode::DatabaseFailed);
}

TEST_P(OnPostgres, AStatementThatHangsIsGivenUp)
{
    auto connection = PostgresConnection::open({settings().connection, seconds(5), milliseconds(50)});
    ASSERT_TRUE(connection);
    auto const hanging = (*connection)->query("SELECT pg_sleep(30)::text");
    ASSERT_FALSE(hanging);
    EXPECT_EQ(hanging.error().code, ErrorCode::DatabaseFailed);
    EXPECT_NE(hanging.error().detail.find("timeout"), std::string::npos) << hanging.error().detail;
    EXPECT_TRUE((*connection)->query("SELECT 1"));
}

TEST_P(OnSqlite, AFullDiskLosesNothingAndIsOverWhenThereIsSpace)
{
    {
        auto const database = open();
        ASSERT_TRUE(database->put(someUser(1, "ada")));
    }
    auto connection = connect();
    auto& raw = *connection;
    auto const pages = raw.query("PRAGMA page_count")->rows.at(0).integer();
    ASSERT_TRUE(raw.query("PRAGMA max_page_count = " + std::to_string(pages + 2)));
    auto database = Database::over(std::move(connection));
    ASSERT_TRUE(database);
    RowBatch batch;
    batch.sequence = 1000;
    for (std::uint64_t i = 1; i <= 1000; ++i) {
        OrderRow order;
        order.account = AccountId(1);
        order.orderId = OrderId(i);
        batch.orders.push_back(order);
    }
    auto const full = (*database)->apply(batch);
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().code, ErrorCode::DatabaseFailed);
    EXPECT_NE(full.error().detail.find("full"), std::string::npos) << full.error().detail;
    EXPECT_EQ((*database)->projection()->sequence, 0U);
    EXPECT_EQ((*database)->users()->size(), 1U);
    ASSERT_TRUE(raw.query("PRAGMA max_page_count = 1000000"));
    EXPECT_TRUE((*database)->apply(batch));
}

TEST_P(OnSqlite, AFileThatIsNoneIsRefusedAndItsOwnIsNobodyElses)
{
    auto const noDatabase = directory() + "/text.sqlite";
    std::FILE* const file = std::fopen(noDatabase.c_str(), "w");
    std::fputs(
        "this is a text and no database, and long enough to be taken for one: ....................", file
    );
    std::fclose(file);
    auto const text = Database::open({{}, noDatabase});
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, ErrorCode::DatabaseFailed);
    auto const other = Database::open(settings());
    ASSERT_TRUE(other);

    struct stat info {};

    ASSERT_EQ(::stat(settings().file.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777U, 0600U);
    auto const nowhere = Database::open({{}, directory() + "/no/such/directory/q.sqlite"});
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, ErrorCode::DatabaseUnavailable);
}

TEST_P(OnSqlite, SomebodyWhoHoldsItIsToldOf)
{
    auto const database = open();
    auto const holder = connect();
    ASSERT_TRUE(holder->begin());
    auto impatient = SqliteConnection::open(settings().file, SqliteSync::Full, milliseconds(20));
    ASSERT_TRUE(impatient);
    auto const busy = (*impatient)->begin();
    ASSERT_FALSE(busy);
    EXPECT_EQ(busy.error().code, ErrorCode::DatabaseUnavailable);
    // Whoever only reads does not wait.
    EXPECT_TRUE(database->users());
    holder->rollback();
    EXPECT_TRUE((*impatient)->begin());
}

INSTANTIATE_TEST_SUITE_P(, OnPostgres, testing::Values(Backend::Postgres), nameOfBackend);
INSTANTIATE_TEST_SUITE_P(, OnSqlite, testing::Values(Backend::Sqlite), nameOfBackend);

} // namespace qob::test
