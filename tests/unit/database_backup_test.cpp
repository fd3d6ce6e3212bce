// Backups: what is saved while it is in use comes back the same, and a damaged one never does.

#include "app/backup_command.h"
#include "app/order_rows.h"
#include "engine/database/backup.h"
#include "engine/database/backup_schedule.h"
#include "engine/security/audit.h"
#include "engine/storage/posix_file_system.h"
#include "tests/support/database_kit.h"
#include "tests/support/order_kit.h"

#include <sys/stat.h>
#include <zstd.h>

#include <atomic>
#include <fstream>
#include <sstream>

namespace qob::test {

namespace {

namespace fs = std::filesystem;

std::string contentOf(std::string const& path)
{
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

void write(std::string const& path, std::string const& content)
{
    fs::create_directories(fs::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << content;
}

class Backup : public testing::Test {
protected:
    [[nodiscard]] std::string path(std::string const& name) const { return m_directory.path() + "/" + name; }

    [[nodiscard]] std::string state(std::string const& name = "") const { return path("state") + "/" + name; }

    [[nodiscard]] std::string file() const { return path("a.qobbak"); }

    OrderJournalSettings journalIn(std::string const& directory)
    {
        auto settings = orderSettings(Durability::Sync);
        settings.directory = directory + "/orders";
        return settings;
    }

    PosixFileSystem m_files;
    SystemClock m_clock;
    Log m_log{{.consoleLevel = LogLevel::Off, .file = {}}};

private:
    TemporaryDirectory m_directory;
};

std::map<std::string, std::string> statesOf(RecoveredOrders const& recovered)
{
    std::map<std::string, std::string> states;
    for (auto const& [id, account] : recovered.accounts) {
        std::string text;
        for (auto const& order : account.orders) {
            text += std::to_string(order.state.orderId.value) + ":" +
                    std::to_string(order.state.cumQty.value) + " ";
        }
        for (auto const& row : account.portfolio.accounts) {
            text += row.asset.text() + "=" + textOf(row.amounts[1]) + "+" + textOf(row.amounts[2]) + " ";
        }
        states[std::to_string(id.value)] = text;
    }
    return states;
}

} // namespace

TEST_F(Backup, FilesComeBackAsTheyWereAndSecretsStayWhereTheyAre)
{
    std::string large;
    for (int i = 0; i < 200'000; ++i) {
        large += std::to_string(i * 7919 % 1'000'003);
    }
    write(state("qob.toml"), "[serve]\nport = 1\n");
    write(state("deep/er/empty"), "");
    write(state("deep/large"), large);
    for (auto const* name :
         {"master.key", "certificate.key", "certificate.pem", "audit/lock", "x.tmp", "q.sqlite-wal"}) {
        write(state(name), "not to be saved");
    }
    fs::create_symlink("/etc/passwd", state("link"));
    auto const made = makeBackup(m_files, {state()}, file());
    ASSERT_TRUE(made) << made.error().message();
    EXPECT_EQ(made->size(), 3U);
    EXPECT_EQ(*verifyBackup(m_files, file()), *made);
    EXPECT_EQ(fs::status(file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    auto const restored = restoreBackup(m_files, file(), path("restored"));
    ASSERT_TRUE(restored) << restored.error().message();
    EXPECT_EQ(*restored, *made);
    EXPECT_EQ(contentOf(path("restored/qob.toml")), "[serve]\nport = 1\n");
    EXPECT_EQ(contentOf(path("restored/deep/large")), large);
    EXPECT_TRUE(fs::exists(path("restored/deep/er/empty")));
    EXPECT_FALSE(fs::exists(path("restored/master.key")));
    EXPECT_FALSE(fs::exists(path("restored/link")));
    EXPECT_EQ(fs::status(path("restored")).permissions() & fs::perms::others_all, fs::perms::none);
}

TEST_F(Backup, NothingIsRestoredOverWhatIsThere)
{
    write(state("a"), "1");
    ASSERT_TRUE(makeBackup(m_files, {state()}, file()));
    write(path("full/b"), "2");
    auto const refused = restoreBackup(m_files, file(), path("full"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::RecordExists);
    EXPECT_EQ(contentOf(path("full/b")), "2");
    fs::create_directory(path("empty"));
    EXPECT_TRUE(restoreBackup(m_files, file(), path("empty") + "/"));
    EXPECT_EQ(contentOf(path("empty/a")), "1");
}

// As where a server is installed: its directory is its own, the one around it is not.
TEST_F(Backup, ADirectoryIsRestoredIntoWithoutTouchingWhatIsAroundIt)
{
    write(state("a"), "1");
    write(state("orders/journal"), "2");
    ASSERT_TRUE(makeBackup(m_files, {state()}, file()));
    fs::create_directories(path("around/own"));
    auto const inode = [&] {
        struct stat info {};
        EXPECT_EQ(stat(path("around/own").c_str(), &info), 0);
        return info.st_ino;
    };
    auto const before = inode();
    write(path("around/own/.restoring/half"), "of a restore that was not finished");
    write(path("around/own/orders/old"), "of it, too");
    write(path("around/own/master.key"), "put there by hand");
    // What is not there, or not good, changes nothing; and it is no state to be saved.
    EXPECT_FALSE(restoreBackup(m_files, path("typo.qobbak"), path("around/own")));
    EXPECT_EQ(contentOf(path("around/own/.restoring/half")), "of a restore that was not finished");
    EXPECT_EQ(contentOf(path("around/own/orders/old")), "of it, too");
    auto const refused = makeBackup(m_files, {path("around/own")}, path("half.qobbak"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::BackupCorrupt);
    ASSERT_TRUE(restoreBackup(m_files, file(), path("around/own")));
    EXPECT_EQ(inode(), before) << "the same directory: it may be a mounted volume";
    EXPECT_EQ(contentOf(path("around/own/orders/journal")), "2");
    EXPECT_FALSE(fs::exists(path("around/own/orders/old")));
    EXPECT_EQ(contentOf(path("around/own/master.key")), "put there by hand");
    EXPECT_FALSE(fs::exists(path("around/own/.restoring")));
    EXPECT_EQ(std::distance(fs::directory_iterator(path("around")), fs::directory_iterator()), 1);
}

// Any byte changed, any end: refused, and nothing is left of what was restored. A few bits of zstd's head say
// nothing of the content (how much memory it wants): then all comes back as it was.
TEST_F(Backup, DamageIsFoundWhereverItIs)
{
    write(state("one"), "some text that is in the file");
    write(state("two"), std::string(3000, 'x') + "y");
    auto const made = makeBackup(m_files, {state()}, file());
    ASSERT_TRUE(made);
    auto const good = contentOf(file());
    int harmless = 0;
    auto const expectRefused = [&](std::string const& content, std::string const& what) {
        write(path("bad.qobbak"), content);
        auto const refused = restoreBackup(m_files, path("bad.qobbak"), path("target"));
        if (refused && ++harmless < 4) {
            EXPECT_EQ(*refused, *made);
            fs::remove_all(path("target"));
            return;
        }
        ASSERT_FALSE(refused) << what;
        EXPECT_EQ(refused.error().code, ErrorCode::BackupCorrupt) << what << refused.error().message();
        EXPECT_NE(refused.error().detail.find("bad.qobbak"), std::string::npos);
        EXPECT_FALSE(fs::exists(path("target"))) << what;
    };
    for (std::size_t at = 0; at < good.size(); at += 3) {
        auto bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x10);
        // Bytes 12 to 15 say nothing.
        if (at < 12 || at > 15) {
            expectRefused(bad, "byte " + std::to_string(at));
        }
        expectRefused(good.substr(0, at), "cut at " + std::to_string(at));
    }
    expectRefused(good + "x", "something behind");
}

// zstd's own checksum is right here: somebody changed it on purpose, or memory did before it was compressed.
TEST_F(Backup, AWrongSumNamesTheFileAndWhatWasExpected)
{
    write(state("deep/one"), "abc");
    auto const made = makeBackup(m_files, {state()}, file());
    ASSERT_TRUE(made);
    auto const good = contentOf(file());
    std::string plain(1000, '\0');
    auto const size = ZSTD_decompress(plain.data(), plain.size(), good.data() + 16, good.size() - 16);
    ASSERT_EQ(ZSTD_isError(size), 0U);
    plain.resize(size);
    plain[plain.find("abc")] = 'X';
    std::string bad(1000, '\0');
    auto const badSize = ZSTD_compress(bad.data(), bad.size(), plain.data(), plain.size(), 1);
    write(file(), good.substr(0, 16) + bad.substr(0, badSize));
    auto const refused = restoreBackup(m_files, file(), path("target"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::BackupCorrupt);
    EXPECT_NE(refused.error().detail.find("deep/one"), std::string::npos);
    EXPECT_NE(refused.error().detail.find("expected " + made->front().sha256), std::string::npos);
    EXPECT_FALSE(fs::exists(path("target")));
}

TEST_F(Backup, ANameThatLeadsOutsideIsRefused)
{
    // Good in everything else.
    auto writer = BackupWriter::create(m_files, file());
    ASSERT_TRUE(writer);
    ASSERT_TRUE((*writer)->add("../outside", "text"));
    ASSERT_TRUE((*writer)->finish());
    auto const refused = restoreBackup(m_files, file(), path("target"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::BackupCorrupt);
    EXPECT_NE(refused.error().detail.find("../outside"), std::string::npos);
    EXPECT_FALSE(fs::exists(path("outside")));
}

TEST_F(Backup, WithoutSpaceThereIsNoBackup)
{
    write(state("a"), std::string(100'000, 'a'));
    FaultyFileSystem full;
    full.setHook([](DiskCall call, std::string_view) {
        return call == DiskCall::Write ? std::optional(ErrorCode::JournalFull) : std::nullopt;
    });
    auto const refused = BackupWriter::create(full, "b.qobbak");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::JournalFull);
}

// An engine that trades, its projection and its audit trail, saved again and again meanwhile.
TEST_F(Backup, AStateInUseComesBackAsAStateThatWas)
{
    fs::create_directory(state());
    DatabaseSettings database;
    database.file = state("qob.sqlite");
    auto opened = Database::open(database);
    ASSERT_TRUE(opened);
    ASSERT_TRUE((*opened)->put(someUser(1, "ada")));
    auto journal = OrderJournal::open(m_files, journalIn(state()));
    ASSERT_TRUE(journal) << journal.error().message();
    OrderJournal const& orders = **journal;
    const SecretBytes key(std::string(32, 'k'));
    AuditSettings auditSettings;
    auditSettings.directory = state("audit");
    auditSettings.fileBytes = 4096;
    auto audit = AuditTrail::open(m_files, auditSettings, {key}, m_clock);
    ASSERT_TRUE(audit) << audit.error().message();
    ProjectorSettings projectorSettings;
    projectorSettings.directory = state("orders");
    projectorSettings.durable = [&orders] {
        return orders.durableSequence();
    };
    projectorSettings.pace.poll = milliseconds(1);
    projectorSettings.batchRecords = 5;
    HandEngine engine(std::move(*journal), simStart);
    Projector projector(
        m_files, projectorSettings, [&] { return Database::open(database); }, makeOrderTranslator(), m_log
    );
    std::atomic<bool> done = false;
    int saves = 0;
    std::thread saver([&] {
        while (!done || saves == 0) {
            auto const name = path("save" + std::to_string(saves) + ".qobbak");
            auto const made = makeBackup(m_files, {state()}, name);
            EXPECT_TRUE(made) << made.error().message();
            ++saves;
        }
    });
    Rng rng(3);
    for (int i = 0; i < 8; ++i) {
        tradeALittle(engine, rng, std::to_string(i) + "-", 30);
        ASSERT_TRUE((*audit)->record({"ada", "", "order.new", std::to_string(i), "ok", std::string(500, 'd')})
        );
        ASSERT_TRUE((*audit)->flush());
    }
    done = true;
    saver.join();
    ASSERT_TRUE(engine.journal->makeDurable());
    ASSERT_TRUE(makeBackup(m_files, {state()}, path("save" + std::to_string(saves) + ".qobbak")));
    auto const last = readOrders(m_files, state("orders"), MarketKind::Sim);
    ASSERT_TRUE(last);
    for (int i = 0; i <= saves; ++i) {
        SCOPED_TRACE(i);
        auto const to = path("restored" + std::to_string(i));
        auto const restored = restoreBackup(m_files, path("save" + std::to_string(i) + ".qobbak"), to);
        ASSERT_TRUE(restored) << restored.error().message();
        auto again = OrderJournal::open(m_files, journalIn(to));
        ASSERT_TRUE(again) << again.error().message();
        DatabaseSettings restoredDatabase;
        restoredDatabase.file = to + "/qob.sqlite";
        auto tables = Database::open(restoredDatabase);
        ASSERT_TRUE(tables) << tables.error().message();
        EXPECT_EQ((*tables)->users()->size(), 1U);
        auto const stands = (*tables)->projection()->sequence;
        EXPECT_LE(stands, (*again)->durableSequence());
        // The projection goes on in what was restored.
        ProjectorSettings onward;
        onward.directory = to + "/orders";
        Projector catchUp(
            m_files, onward, [&] { return Database::open(restoredDatabase); }, makeOrderTranslator(), m_log
        );
        EXPECT_TRUE(catchUp.waitFor((*again)->durableSequence(), seconds(30)));
        auto restoredAudit = auditSettings;
        restoredAudit.directory = to + "/audit";
        auto const trail = AuditTrail::open(m_files, restoredAudit, {key}, m_clock);
        EXPECT_TRUE(trail) << trail.error().message();
        if (i == saves) {
            EXPECT_EQ(statesOf((*again)->takeRecovered()), statesOf(*last));
        }
    }
}

TEST_F(Backup, UsersOfAnotherDatabaseAreSavedAsRows)
{
    auto const store = makeMemoryUserStore();
    auto user = someUser(7, "Bob");
    user.externalSubject = "issuer|\xC3\xA9";
    ASSERT_TRUE(store->put(user));
    ApiKeyRecord const key{
        "k", UserId(7), "l", "s", 5, {"10.0.0.0/8"}, Timestamp(1), Timestamp(2), Timestamp(3), true};
    LoginRecord const login{"g", UserId(7), "h", Timestamp(4), Timestamp(5), Timestamp(6), "a", "u", true};
    ASSERT_TRUE(store->put(key));
    ASSERT_TRUE(store->put(login));
    write(state("a"), "1");
    ASSERT_TRUE(makeBackup(m_files, {state(), store.get()}, file()));
    ASSERT_TRUE(restoreBackup(m_files, file(), path("restored")));
    auto const saved = contentOf(path("restored/") + std::string(savedUsersName));
    auto const into = makeMemoryUserStore();
    ASSERT_TRUE(loadUsers(saved, *into));
    EXPECT_EQ(*into->users(), std::vector{user});
    EXPECT_EQ(*into->keys(), std::vector{key});
    EXPECT_EQ(*into->logins(), std::vector{login});
    auto const twice = loadUsers(saved, *into);
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, ErrorCode::RecordExists);
    for (std::size_t size = 0; size < saved.size(); ++size) {
        auto const cut = loadUsers(std::string_view(saved).substr(0, size), *makeMemoryUserStore());
        ASSERT_FALSE(cut);
        EXPECT_EQ(cut.error().code, ErrorCode::BackupCorrupt);
    }
}

TEST_F(Backup, TheCommandsSaveVerifyAndRestore)
{
    write(state("a"), "1");
    EXPECT_EQ(runBackup({file(), state(), {}}), 0);
    EXPECT_EQ(runVerifyBackup({file(), {}, {}}), 0);
    EXPECT_EQ(runRestore({file(), path("restored"), {}}), 0);
    EXPECT_EQ(contentOf(path("restored/a")), "1");
    EXPECT_EQ(runRestore({file(), path("restored"), {}}), 1);
    EXPECT_EQ(runBackup({file(), path("nowhere"), {}}), 1);
    write(file(), "no backup");
    EXPECT_EQ(runVerifyBackup({file(), {}, {}}), 1);
}

TEST(BackupName, SaysWhenItWasMade)
{
    const Timestamp time(1'795'284'300'000'000'000);
    EXPECT_EQ(backupName(time + milliseconds(999)), "qob-20261121T180500Z.qobbak");
    EXPECT_EQ(backupTime("qob-20261121T180500Z.qobbak"), time);
    for (auto const* other :
         {"qob-20261321T180500Z.qobbak",
          "qob-20261121T250500Z.qobbak",
          "qob-20261121T180500Z.qobbak.tmp",
          "a",
          "qob-2026112 T180500Z.qobbak",
          "qob-20261121T180500Z-qobbak"}) {
        EXPECT_FALSE(backupTime(other)) << other;
    }
}

namespace {

class Schedule : public Backup {
protected:
    std::unique_ptr<BackupSchedule> start()
    {
        return std::make_unique<BackupSchedule>(
            m_files,
            BackupScheduleSettings{path("backups"), hours(6), 3, minutes(5)},
            [this](std::string const& to) -> Expected<void> {
                if (m_broken) {
                    return fail(ErrorCode::JournalFull, "no space");
                }
                write(to, "backup");
                return {};
            },
            m_time,
            m_log
        );
    }

    // Waits until what is looked for has come.
    template <class Done>
    static bool soon(BackupSchedule& schedule, Done done)
    {
        for (int i = 0; i < 2'000 && !done(schedule.status()); ++i) {
            schedule.wake();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return done(schedule.status());
    }

    std::vector<std::string> present()
    {
        auto names = *m_files.list(path("backups"));
        std::ranges::sort(names);
        return names;
    }

    ManualClock m_time{Timestamp(1'795'284'300'000'000'000)};
    std::atomic<bool> m_broken = false;
};

} // namespace

TEST_F(Schedule, MakesOneWhenItIsDueAndKeepsTheNewest)
{
    {
        auto const schedule = start();
        for (std::uint64_t i = 1; i <= 5; ++i) {
            ASSERT_TRUE(soon(*schedule, [&](BackupStatus const& status) { return status.made == i; }));
            m_time.advance(hours(6));
        }
    }
    EXPECT_EQ(
        present(),
        (std::vector<std::string>{
            "qob-20261122T060500Z.qobbak", "qob-20261122T120500Z.qobbak", "qob-20261122T180500Z.qobbak"})
    );
}

TEST_F(Schedule, ARestartIsNoReasonForAnotherOne)
{
    {
        auto const first = start();
        ASSERT_TRUE(soon(*first, [](BackupStatus const& status) { return status.made == 1; }));
    }
    m_time.advance(hours(5));
    {
        auto const second = start();
        ASSERT_TRUE(soon(*second, [](BackupStatus const& status) {
            return status.newest != Timestamp::min();
        }));
        EXPECT_EQ(second->status().made, 0U);
        second->makeNow();
        ASSERT_TRUE(soon(*second, [](BackupStatus const& status) { return status.made == 1; }));
    }
    EXPECT_EQ(present().size(), 2U);
}

TEST_F(Schedule, AFailureIsToldAndTriedAgain)
{
    m_broken = true;
    auto const schedule = start();
    ASSERT_TRUE(soon(*schedule, [](BackupStatus const& status) { return status.failed == 1; }));
    EXPECT_EQ(schedule->status().problem->code, ErrorCode::JournalFull);
    m_broken = false;
    m_time.advance(minutes(5));
    ASSERT_TRUE(soon(*schedule, [](BackupStatus const& status) { return status.made == 1; }));
    EXPECT_FALSE(schedule->status().problem);
}

} // namespace qob::test
