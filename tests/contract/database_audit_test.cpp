// The audit trail's copy in a database: whole and once, whatever is stopped when, and a witness of the trail.

#include "engine/base/clock.h"
#include "engine/base/rng.h"
#include "engine/database/audit_archive.h"
#include "engine/security/audit.h"
#include "engine/storage/posix_file_system.h"
#include "tests/support/database_kit.h"
#include "tests/support/faulty_connection.h"

#include <atomic>
#include <filesystem>

namespace qob::test {

namespace {

constexpr Duration patience = seconds(60);

class DatabaseAudit : public DatabaseTest {
protected:
    [[nodiscard]] std::string folder() const { return directory() + "/audit"; }

    // Files of a few records each.
    [[nodiscard]] std::unique_ptr<AuditTrail> trail()
    {
        AuditSettings auditSettings;
        auditSettings.directory = folder();
        auditSettings.fileBytes = 2'000;
        auto opened = AuditTrail::open(m_files, auditSettings, {SecretBytes(std::string(32, 'k'))}, m_clock);
        EXPECT_TRUE(opened) << opened.error().message();
        return opened ? std::move(*opened) : nullptr;
    }

    void note(AuditTrail& to, std::uint64_t count)
    {
        for (std::uint64_t i = 0; i < count; ++i) {
            m_clock.advance(nanoseconds(1'234'567));
            ASSERT_TRUE(to.record(recordOf(++m_noted)));
            if (m_noted % 17 == 0) {
                ASSERT_TRUE(to.flush());
            }
        }
        ASSERT_TRUE(to.flush());
    }

    static AuditRecord recordOf(std::uint64_t number)
    {
        return {
            number % 3 == 0 ? "" : "trader \"" + std::to_string(number % 5) + "\"",
            "127.0.0.1",
            "order.new",
            "SIM-A:BTC-USDT",
            "ok",
            "number\t" + std::to_string(number)};
    }

    [[nodiscard]] std::unique_ptr<AuditArchive>
    archive(AuditTrail const& of, std::size_t batchRecords, AuditArchive::OpenDatabase open = {})
    {
        AuditArchiveSettings archiveSettings;
        archiveSettings.directory = folder();
        archiveSettings.durable = [&of] {
            return of.durableSequence();
        };
        archiveSettings.batchRecords = batchRecords;
        archiveSettings.pace = {milliseconds(5), milliseconds(2), milliseconds(50)};
        if (!open) {
            open = [this] {
                return Database::open(settings());
            };
        }
        return std::make_unique<AuditArchive>(m_files, archiveSettings, std::move(open), m_log);
    }

    void expectCopyOf(AuditTrail const& of, std::uint64_t last)
    {
        auto const database = open();
        ASSERT_TRUE(database);
        auto const rows = database->audit(0, 1'000'000);
        ASSERT_TRUE(rows);
        ASSERT_EQ(rows->size(), last);
        auto const lines = of.page(0, 1'000'000);
        ASSERT_TRUE(lines);
        for (std::uint64_t i = 0; i < last; ++i) {
            AuditRow const& row = (*rows)[i];
            ASSERT_EQ(row.sequence, last - i);
            auto const record = recordOf(row.sequence);
            EXPECT_EQ(row.actor, record.actor);
            EXPECT_EQ(row.detail, record.detail);
            EXPECT_EQ(row.time, begun + nanoseconds(1'234'567) * static_cast<std::int64_t>(row.sequence));
            EXPECT_NE(lines->lines[i].find("\"hash\":\"" + row.hash + "\""), std::string::npos);
        }
    }

    static constexpr Timestamp begun = Timestamp(1'790'000'000'000'000'000);

    PosixFileSystem m_files;
    ManualClock m_clock{begun};
    std::uint64_t m_noted = 0;
    Log m_log{{.consoleLevel = LogLevel::Off, .file = {}}};
};

} // namespace

TEST_P(DatabaseAudit, FollowsATrailThatGrows)
{
    auto const writer = trail();
    auto const copy = archive(*writer, 7);
    for (int i = 0; i < 10; ++i) {
        note(*writer, 31);
        if (i % 3 == 0) {
            ASSERT_TRUE(copy->waitFor(writer->durableSequence(), patience));
        }
    }
    ASSERT_TRUE(copy->waitFor(310, patience));
    EXPECT_TRUE(copy->status().up);
    EXPECT_EQ(copy->status().lag(), 0U);
    expectCopyOf(*writer, 310);
}

TEST_P(DatabaseAudit, GoesOnWhereItStoppedWheneverThatWas)
{
    auto writer = trail();
    note(*writer, 500);
    Rng rng(7);
    std::uint64_t before = 0;
    while (before < 500) {
        writer = nullptr; // the server is started anew, too
        writer = trail();
        auto const copy = archive(*writer, 1 + static_cast<std::size_t>(rng.below(90)));
        ASSERT_TRUE(copy->waitFor(before + 1, patience));
        before = copy->status().written;
    }
    expectCopyOf(*writer, 500);
}

TEST_P(DatabaseAudit, SurvivesALossAtEveryCall)
{
    auto const writer = trail();
    note(*writer, 300);
    std::atomic<int> calls = 0;
    std::atomic<int> faults = 0;
    auto const openFaulty = [&]() -> Expected<std::unique_ptr<Database>> {
        return Database::over(std::make_unique<FaultyConnection>(connect(), [&](std::string_view call) {
            if (++calls % 17 != 0) {
                return FaultyConnection::Fault::None;
            }
            bool const lost = call == "commit" || ++faults % 2 == 0;
            return lost ? FaultyConnection::Fault::AnswerLost : FaultyConnection::Fault::NotDone;
        }));
    };
    {
        auto const copy = archive(*writer, 9, openFaulty);
        ASSERT_TRUE(copy->waitFor(300, patience));
        EXPECT_GT(copy->status().failures, 3U);
    }
    expectCopyOf(*writer, 300);
}

// Another key, or somebody who has it: the trail is whole in itself, but not the one that was copied.
TEST_P(DatabaseAudit, IsAWitnessOfATrailThatWasWrittenAnew)
{
    {
        auto const writer = trail();
        note(*writer, 40);
        ASSERT_TRUE(archive(*writer, 100)->waitFor(40, patience));
    }
    std::filesystem::remove_all(folder());
    m_clock.advance(seconds(1));
    auto const anew = trail();
    auto const copy = archive(*anew, 100);
    EXPECT_FALSE(copy->waitFor(1, milliseconds(100))); // it ends before the copy does
    ASSERT_TRUE(copy->status().problem);
    EXPECT_EQ(copy->status().problem->code, ErrorCode::AuditCorrupt);
    note(*anew, 60);
    EXPECT_FALSE(copy->waitFor(41, milliseconds(200)));
    auto const status = copy->status();
    EXPECT_FALSE(status.up);
    ASSERT_TRUE(status.problem);
    EXPECT_NE(status.problem->detail.find("record 40 of the audit trail"), std::string::npos);
    EXPECT_EQ(open()->audit(0, 1)->front().sequence, 40U);
}

TEST_P(DatabaseAudit, TwoTrailsDoNotMix)
{
    auto const row = [](std::uint64_t sequence, std::string hash) {
        AuditRow one;
        one.sequence = sequence;
        one.time = begun + seconds(static_cast<std::int64_t>(sequence));
        one.hash = std::move(hash);
        return one;
    };
    auto const first = open();
    auto const second = open();
    ASSERT_TRUE(first->store({row(1, "a"), row(2, "b")}));
    auto const refused = second->store({row(1, "x"), row(2, "y"), row(3, "z")});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::DatabaseFailed);
    EXPECT_FALSE(second->store({row(4, "d")})) << "a hole";
    ASSERT_TRUE(second->store({row(3, "c")}));
    EXPECT_EQ(first->audit(0, 10)->size(), 3U);
    EXPECT_EQ(first->audit(0, 1)->front().hash, "c");
}

TEST_P(DatabaseAudit, SaysWhichRecordIsMissing)
{
    auto const writer = trail();
    note(*writer, 60);
    auto const files = listAuditFiles(m_files, folder());
    ASSERT_TRUE(files);
    ASSERT_GT(files->size(), 3U);
    std::filesystem::remove(folder() + "/" + auditFileName((*files)[1]));
    auto const copy = archive(*writer, 5);
    EXPECT_FALSE(copy->waitFor(60, milliseconds(200)));
    auto const status = copy->status();
    ASSERT_TRUE(status.problem);
    EXPECT_EQ(status.problem->code, ErrorCode::AuditCorrupt);
    EXPECT_NE(status.problem->detail.find("record " + std::to_string((*files)[1])), std::string::npos);
    EXPECT_EQ(status.written, (*files)[1] - 1);
}

INSTANTIATE_TEST_SUITE_P(, DatabaseAudit, bothBackends, nameOfBackend);

} // namespace qob::test
