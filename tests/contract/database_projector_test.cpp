// A journal that is followed into a database: whatever goes away when, afterwards the tables are the journal.

#include "engine/base/rng.h"
#include "engine/database/projector.h"
#include "engine/storage/posix_file_system.h"
#include "tests/support/database_kit.h"
#include "tests/support/faulty_connection.h"
#include "tests/support/journal_kit.h"

#include <atomic>
#include <map>

namespace qob::test {

namespace {

// Everything follows from a record's number: an order that is changed by some records, a fill each, what is
// in the account after it.
std::uint64_t orderOf(std::uint64_t number)
{
    return number % 97 + 1;
}

OrderRow orderRow(std::uint64_t number)
{
    OrderRow order;
    order.account = AccountId(1);
    order.orderId = OrderId(orderOf(number));
    order.execId = ExecId(number);
    order.symbol = "BTC-USDT";
    order.cumQty = Amount(static_cast<Int128>(number));
    order.status = OrdStatus::PartiallyFilled;
    order.side = Side::Buy;
    order.ordType = OrdType::Limit;
    order.timeInForce = TimeInForce::Day;
    return order;
}

FillRow fillRow(std::uint64_t number)
{
    FillRow fill;
    fill.account = AccountId(1);
    fill.execId = ExecId(number);
    fill.time = timeOf(number);
    fill.orderId = OrderId(orderOf(number));
    fill.symbol = "BTC-USDT";
    fill.side = Side::Buy;
    fill.qty = Amount(static_cast<Int128>(number) * number);
    fill.sequence = number;
    return fill;
}

PositionRow positionRow(std::uint64_t number)
{
    PositionRow position;
    position.account = AccountId(1);
    position.symbol = "BTC-USDT";
    position.net = Amount(static_cast<Int128>(number) * (number + 1) / 2);
    return position;
}

class NumberTranslator final : public RecordTranslator {
public:
    void begin(std::vector<Instrument> instruments) override { m_instruments = instruments.size(); }

    Expected<void> translate(JournalRecord const& record, RowBatch& batch) override
    {
        if (record.sequence == 1) {
            Instrument instrument;
            instrument.id = InstrumentId(1);
            instrument.symbol = "BTC-USDT";
            batch.instruments.push_back(instrument);
            m_instruments = 1;
        }
        // What earlier records said of instruments has to be known, also after a restart.
        EXPECT_EQ(m_instruments, 1U) << "at record " << record.sequence;
        batch.orders.push_back(orderRow(record.sequence));
        batch.fills.push_back(fillRow(record.sequence));
        batch.positions.push_back(positionRow(record.sequence));
        return {};
    }

private:
    std::size_t m_instruments = 0;
};

class DatabaseProjector : public DatabaseTest {
protected:
    [[nodiscard]] std::string journal() const { return directory() + "/journal"; }

    [[nodiscard]] std::unique_ptr<JournalWriter> write()
    {
        auto options = smallOptions(Durability::Sync);
        options.segmentBytes = 65536;
        options.bufferBytes = 65536;
        auto writer = recoverAndOpen(m_files, options, journal());
        EXPECT_TRUE(writer) << writer.error().message();
        return writer ? std::move(*writer) : nullptr;
    }

    void append(JournalWriter& writer, std::uint64_t count)
    {
        for (std::uint64_t i = 0; i < count; ++i) {
            ASSERT_TRUE(appendNext(writer));
        }
        ASSERT_TRUE(writer.commit());
    }

    [[nodiscard]] std::unique_ptr<Projector>
    project(std::size_t batchRecords, Projector::OpenDatabase open = {})
    {
        ProjectorSettings projectorSettings;
        projectorSettings.directory = journal();
        projectorSettings.batchRecords = batchRecords;
        projectorSettings.pace.poll = milliseconds(5);
        projectorSettings.pace.firstRetry = milliseconds(2);
        projectorSettings.pace.longestRetry = milliseconds(50);
        if (!open) {
            open = [this] {
                return Database::open(settings());
            };
        }
        return std::make_unique<Projector>(
            m_files, projectorSettings, std::move(open), std::make_unique<NumberTranslator>(), m_log
        );
    }

    void expectTablesToBe(std::uint64_t last)
    {
        auto const database = open();
        ASSERT_TRUE(database);
        EXPECT_EQ(database->projection()->sequence, last);
        auto const fills = database->fills({.account = AccountId(1), .limit = 10'000'000});
        ASSERT_TRUE(fills);
        ASSERT_EQ(fills->size(), last);
        for (std::uint64_t i = 1; i <= last; ++i) {
            ASSERT_EQ((*fills)[last - i], fillRow(i)) << "fill " << i;
        }
        std::map<std::uint64_t, OrderRow> expected;
        for (std::uint64_t i = 1; i <= last; ++i) {
            expected[orderOf(i)] = orderRow(i);
        }
        auto const orders = database->orders({.account = AccountId(1), .limit = 10'000'000});
        ASSERT_TRUE(orders);
        ASSERT_EQ(orders->size(), expected.size());
        for (auto const& order : *orders) {
            ASSERT_EQ(order, expected.at(order.orderId.value));
        }
        auto const positions = database->positions(AccountId(1));
        ASSERT_TRUE(positions);
        EXPECT_EQ(*positions, std::vector{positionRow(last)});
    }

    PosixFileSystem m_files;
    Log m_log{{.consoleLevel = LogLevel::Off, .file = {}}};
};

constexpr Duration patience = seconds(60);

} // namespace

TEST_P(DatabaseProjector, FollowsAJournalThatGrows)
{
    auto const writer = write();
    auto const projector = project(50);
    for (int i = 0; i < 20; ++i) {
        append(*writer, 37);
        projector->wake();
        if (i % 5 == 0) {
            ASSERT_TRUE(projector->waitFor(writer->lastSequence(), patience));
        }
    }
    ASSERT_TRUE(projector->waitFor(740, patience));
    auto const status = projector->status();
    EXPECT_TRUE(status.up);
    EXPECT_EQ(status.lag(), 0U);
    expectTablesToBe(740);
}

TEST_P(DatabaseProjector, GoesOnWhereItStoppedWheneverThatWas)
{
    auto const writer = write();
    append(*writer, 3000);
    Rng rng(7);
    std::uint64_t before = 0;
    while (before < 3000) {
        auto const projector = project(1 + static_cast<std::size_t>(rng.below(200)));
        ASSERT_TRUE(projector->waitFor(before + 1, patience));
        before = projector->status().written;
    }
    expectTablesToBe(3000);
}

// A call that fails or whose answer is lost, at every place where that can happen.
TEST_P(DatabaseProjector, SurvivesALossAtEveryCall)
{
    auto const writer = write();
    append(*writer, 300);
    std::atomic<int> calls = 0;
    std::atomic<int> faults = 0;
    auto const openFaulty = [&]() -> Expected<std::unique_ptr<Database>> {
        auto connection = connect();
        return Database::over(std::make_unique<FaultyConnection>(
            std::move(connection),
            [&](std::string_view call) {
                int const number = ++calls;
                // A little further each time, so that some progress is made.
                if (number % 23 != 0) {
                    return FaultyConnection::Fault::None;
                }
                int const fault = ++faults;
                bool const lost = call == "commit" || fault % 2 == 0;
                return lost ? FaultyConnection::Fault::AnswerLost : FaultyConnection::Fault::NotDone;
            }
        ));
    };
    {
        auto const projector = project(7, openFaulty);
        ASSERT_TRUE(projector->waitFor(300, patience));
        EXPECT_GT(projector->status().failures, 5U);
    }
    expectTablesToBe(300);
}

TEST_P(DatabaseProjector, SaysThatTheJournalIsAnothers)
{
    {
        auto const database = open();
        RowBatch batch;
        batch.sequence = 10;
        batch.hash = 1;
        ASSERT_TRUE(database->apply(batch));
    }
    auto const writer = write();
    append(*writer, 20);
    auto const projector = project(10);
    EXPECT_FALSE(projector->waitFor(11, milliseconds(100)));
    auto const status = projector->status();
    EXPECT_FALSE(status.up);
    ASSERT_TRUE(status.problem);
    EXPECT_EQ(status.problem->code, ErrorCode::SnapshotMismatch);
}

// The database is stopped under load, again and again; trading goes on.
TEST_P(DatabaseProjector, CatchesUpAfterTheDatabaseWasAway)
{
    auto const writer = write();
    std::atomic<bool> away = false;
    auto const openWhenThere = [&]() -> Expected<std::unique_ptr<Database>> {
        if (GetParam() == Backend::Postgres) {
            return Database::open(settings());
        }
        if (away) {
            return fail(ErrorCode::DatabaseUnavailable, "away");
        }
        auto connection = SqliteConnection::open(settings().file, SqliteSync::Normal, milliseconds(10));
        return connection ? Database::over(std::move(*connection)) : tl::unexpected(connection.error());
    };
    auto const projector = project(500, openWhenThere);
    std::unique_ptr<SqlConnection> blocker;
    bool wasDown = false;
    for (int round = 0; round < 6; ++round) {
        for (int i = 0; i < 20; ++i) {
            append(*writer, 100);
            projector->wake();
            if (i == 5 && GetParam() == Backend::Postgres) {
                server().stop();
            } else if (i == 5) {
                away = true;
                blocker = connect();
                ASSERT_TRUE(blocker->begin()); // nobody else can write
            }
            if (i == 15) {
                for (int tries = 0; tries < 1000 && projector->status().up; ++tries) {
                    projector->wake();
                    static_cast<void>(projector->waitFor(~std::uint64_t{0}, milliseconds(5)));
                }
                wasDown = wasDown || !projector->status().up;
            }
        }
        EXPECT_TRUE(wasDown);
        EXPECT_GT(projector->status().durable, 0U);
        if (GetParam() == Backend::Postgres) {
            server().start();
        } else {
            blocker->rollback();
            blocker.reset();
            away = false;
        }
    }
    ASSERT_TRUE(projector->waitFor(12'000, patience)) << projector->status().problem->message();
    EXPECT_TRUE(projector->status().up);
    expectTablesToBe(12'000);
}

INSTANTIATE_TEST_SUITE_P(, DatabaseProjector, bothBackends, nameOfBackend);

} // namespace qob::test
