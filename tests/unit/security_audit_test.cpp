// Whatever is done to an audit trail's files is found.

#include "engine/security/audit_verify.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/identity_kit.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace qob {

namespace {

using namespace test;

constexpr char const* directory = "audit";

struct Trail {
    explicit Trail(std::uint64_t fileBytes = 2'000) { settings = {directory, fileBytes}; }

    Expected<std::unique_ptr<AuditTrail>> open() { return AuditTrail::open(disk, settings, keys, clock); }

    void write(int count)
    {
        auto const trail = std::move(*open());
        for (int i = 0; i < count; ++i) {
            ASSERT_TRUE(trail->record({"alice", "192.0.2.1", "order.new", "BTC-USDT", "ok", std::to_string(i)}
            ));
            clock.advance(milliseconds(7));
        }
        ASSERT_TRUE(trail->flush());
    }

    [[nodiscard]] AuditReport verify() { return *verifyAudit(disk, directory, keys); }

    [[nodiscard]] std::string text(std::string const& path)
    {
        auto const bytes = disk.content(path);
        return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
    }

    void set(std::string const& path, std::string const& content)
    {
        auto const bytes = std::as_bytes(std::span(content));
        disk.setContent(path, {bytes.begin(), bytes.end()});
    }

    [[nodiscard]] std::vector<std::string> paths()
    {
        std::vector<std::string> found;
        for (auto const& [path, bytes] : disk.contents()) {
            if (path.ends_with(".jsonl")) {
                found.push_back(path);
            }
        }
        return found;
    }

    FaultyFileSystem disk;
    ManualClock clock{IdentityKit::start};
    AuditSettings settings;
    std::vector<SecretBytes> keys = auditKeys({testMasterKey()});
};

std::vector<std::string> linesOf(std::string const& text)
{
    std::vector<std::string> lines;
    std::size_t begin = 0;
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
        lines.push_back(text.substr(begin, end + 1 - begin));
        begin = end + 1;
    }
    return lines;
}

std::string joined(std::vector<std::string> const& lines)
{
    std::string text;
    for (std::string const& line : lines) {
        text += line;
    }
    return text;
}

TEST(Audit, AWholeTrailIsGoodOverFilesAndRestarts)
{
    Trail trail;
    trail.write(10);
    trail.write(10);
    auto const report = trail.verify();
    EXPECT_FALSE(report.finding) << report.finding->file << ":" << report.finding->line << " "
                                 << report.finding->what;
    EXPECT_EQ(report.records, 20U);
    EXPECT_EQ(report.anchored, 20U);
    EXPECT_GT(report.files, 2U);
}

TEST(Audit, ALineSaysWhoDidWhatWhen)
{
    Trail trail;
    trail.write(1);
    auto const line = trail.text(trail.paths().front());
    EXPECT_TRUE(line.starts_with(
        R"({"seq":1,"at":"2027-01-15T08:00:00.000000000Z","actor":"alice","address":"192.0.2.1","action":"order.new",)"
        R"("target":"BTC-USDT","outcome":"ok","detail":"0","hash":")"
    )) << line;
}

TEST(Audit, AnyChangedByteIsFoundInItsFileAndLine)
{
    Trail trail(700);
    trail.write(4);
    for (std::string const& path : trail.paths()) {
        auto const good = trail.text(path);
        for (std::size_t i = 0; i < good.size(); ++i) {
            auto changed = good;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            trail.set(path, changed);
            auto const report = trail.verify();
            ASSERT_TRUE(report.finding) << path << " byte " << i;
            EXPECT_TRUE(path.ends_with(report.finding->file)) << path << " byte " << i;
            auto const line =
                1 + static_cast<std::uint64_t>(
                        std::count(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(i), '\n')
                    );
            EXPECT_EQ(report.finding->line, line) << path << " byte " << i;
        }
        trail.set(path, good);
    }
    auto const anchor = std::string(directory) + "/anchor";
    auto const good = trail.text(anchor);
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto changed = good;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        trail.set(anchor, changed);
        ASSERT_TRUE(trail.verify().finding) << "anchor byte " << i;
    }
    trail.set(anchor, good);
    EXPECT_FALSE(trail.verify().finding);
}

TEST(Audit, RemovedSwappedAndDoubledLinesAreFound)
{
    Trail trail(100'000);
    trail.write(6);
    auto const path = trail.paths().front();
    auto const good = linesOf(trail.text(path));
    ASSERT_EQ(good.size(), 6U);
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto lines = good;
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
        trail.set(path, joined(lines));
        ASSERT_TRUE(trail.verify().finding) << "without line " << i + 1;
        EXPECT_EQ(trail.verify().finding->line, i + 1);
        lines = good;
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(i), good[i]);
        trail.set(path, joined(lines));
        ASSERT_TRUE(trail.verify().finding) << "with line " << i + 1 << " twice";
        EXPECT_EQ(trail.verify().finding->line, i + 2);
        if (i + 1 < good.size()) {
            lines = good;
            std::swap(lines[i], lines[i + 1]);
            trail.set(path, joined(lines));
            ASSERT_TRUE(trail.verify().finding) << "lines " << i + 1 << " and the next swapped";
            EXPECT_EQ(trail.verify().finding->line, i + 1);
        }
    }
}

TEST(Audit, ACutTailIsFoundAtEveryLength)
{
    Trail trail(100'000);
    trail.write(3);
    auto const path = trail.paths().front();
    auto const good = trail.text(path);
    for (std::size_t size = 0; size < good.size(); ++size) {
        trail.set(path, good.substr(0, size));
        ASSERT_TRUE(trail.verify().finding) << size;
        EXPECT_EQ(codeOf(trail.open()), ErrorCode::AuditCorrupt) << size;
    }
}

TEST(Audit, AMissingFileOrAnchorIsFound)
{
    Trail trail(700);
    trail.write(8);
    auto const paths = trail.paths();
    ASSERT_GE(paths.size(), 3U);
    for (std::string const& path : paths) {
        auto const good = trail.disk.content(path);
        trail.disk.erase(path);
        EXPECT_TRUE(trail.verify().finding) << path;
        trail.disk.setContent(path, good);
    }
    trail.disk.erase(std::string(directory) + "/anchor");
    EXPECT_EQ(trail.verify().finding->file, "anchor");
    EXPECT_EQ(codeOf(trail.open()), ErrorCode::AuditCorrupt);
}

TEST(Audit, ARewriterWithoutTheKeyIsFoundOut)
{
    Trail trail(100'000);
    trail.write(3);
    // The chain and all hashes are right, but made under another key.
    Trail forged(100'000);
    forged.keys = auditKeys({testMasterKey('x')});
    forged.write(3);
    auto const path = trail.paths().front();
    trail.set(path, forged.text(path));
    EXPECT_EQ(trail.verify().finding->line, 1U);
    auto const anchor = std::string(directory) + "/anchor";
    trail.set(anchor, forged.text(anchor));
    EXPECT_EQ(trail.verify().finding->file, "anchor");
}

TEST(Audit, RecordsUnderAnOlderKeyStayGood)
{
    Trail trail(100'000);
    trail.write(2);
    trail.keys = auditKeys({testMasterKey('n'), testMasterKey()});
    trail.write(2);
    EXPECT_FALSE(trail.verify().finding);
    EXPECT_EQ(trail.verify().records, 4U);
}

TEST(Audit, WhatWasFlushedSurvivesThePowerAtAnyMoment)
{
    for (std::uint64_t calls = 1; calls < 60; ++calls) {
        Trail trail(700);
        trail.disk.powerOffAfter(calls);
        std::uint64_t flushed = 0;
        if (auto opened = trail.open()) {
            for (int i = 0; i < 12; ++i) {
                if (!(*opened)->record({"a", "", "b", "c", "ok", std::string(100, 'x')}) ||
                    !(*opened)->flush()) {
                    break;
                }
                ++flushed;
            }
        }
        trail.disk.losePower();
        auto const again = trail.open();
        ASSERT_TRUE(again.has_value()) << calls << ": " << again.error().message();
        ASSERT_TRUE((*again)->record({"a", "", "after", "", "ok", ""}));
        ASSERT_TRUE((*again)->flush());
        auto const report = trail.verify();
        ASSERT_FALSE(report.finding) << calls << ": " << report.finding->file << ":" << report.finding->line
                                     << " " << report.finding->what;
        EXPECT_GE(report.records, flushed + 1) << calls;
    }
}

TEST(Audit, AFailedDiskRefusesRecordsFromThenOn)
{
    Trail trail;
    auto const opened = std::move(*trail.open());
    trail.disk.setHook([](DiskCall call, std::string_view) {
        return call == DiskCall::Sync ? std::optional(ErrorCode::JournalIoFailed) : std::nullopt;
    });
    EXPECT_TRUE(opened->ready());
    EXPECT_TRUE(opened->record({"a", "", "b", "c", "ok", ""}));
    EXPECT_EQ(codeOf(opened->flush()), ErrorCode::JournalIoFailed);
    EXPECT_EQ(codeOf(opened->ready()), ErrorCode::JournalIoFailed);
    EXPECT_EQ(codeOf(opened->record({"a", "", "b", "c", "ok", ""})), ErrorCode::JournalIoFailed);
}

TEST(Audit, AFullDiskIsTriedAgainAndNothingRecordedBeforeIsMissing)
{
    for (auto const call : {DiskCall::Write, DiskCall::Open, DiskCall::SyncDirectory}) {
        Trail trail(700);
        trail.write(3);
        auto opened = std::move(*trail.open());
        std::atomic<bool> full = true;
        trail.disk.setHook([&full, call](DiskCall asked, std::string_view) {
            return full && asked == call ? std::optional(ErrorCode::JournalFull) : std::nullopt;
        });
        for (int i = 0; i < 10; ++i) {
            static_cast<void>(opened->record({"a", "", "b", std::to_string(i), "ok", ""}));
        }
        EXPECT_EQ(codeOf(opened->flush()), ErrorCode::JournalFull);
        EXPECT_EQ(codeOf(opened->ready()), ErrorCode::JournalFull);
        EXPECT_EQ(codeOf(opened->record({"a", "", "b", "c", "ok", ""})), ErrorCode::JournalFull);
        full = false;
        while (!opened->ready()) {
            std::this_thread::yield();
        }
        EXPECT_TRUE(opened->record({"a", "", "b", "last", "ok", ""}));
        EXPECT_TRUE(opened->flush());
        auto const last = opened->durableSequence();
        EXPECT_GT(last, 4U);
        opened.reset();
        EXPECT_EQ(trail.verify().records, last);
        EXPECT_TRUE(trail.open());
    }
}

TEST(Audit, OneProcessWritesAtATime)
{
    Trail trail;
    auto const first = trail.open();
    ASSERT_TRUE(first.has_value());
    EXPECT_EQ(codeOf(trail.open()), ErrorCode::StorageInUse);
}

TEST(Audit, PagesGoBackwardsThroughAllFiles)
{
    Trail trail(700);
    trail.write(20);
    auto const opened = std::move(*trail.open());
    std::uint64_t before = 0;
    std::uint64_t expected = 20;
    do {
        auto const page = *opened->page(before, 3);
        for (std::string const& line : page.lines) {
            EXPECT_EQ(auditSequence(line), expected--);
        }
        before = page.next;
    } while (before != 0);
    EXPECT_EQ(expected, 0U);
    EXPECT_TRUE(opened->page(0, 10, {"bob", ""})->lines.empty());
    EXPECT_EQ(opened->page(0, 10, {"alice", "order.new"})->lines.size(), 10U);
    EXPECT_TRUE(opened->page(0, 10, {"", "login"})->lines.empty());
}

TEST(Audit, WhatAClientSendsCannotBreakALine)
{
    Trail trail;
    {
        auto const opened = std::move(*trail.open());
        ASSERT_TRUE(opened->record({"x\n\"}{", "\xff\xfe", std::string(5'000, '\0'), "é", "ok", "\\"}));
        ASSERT_TRUE(opened->flush());
    }
    EXPECT_FALSE(trail.verify().finding);
    EXPECT_EQ(trail.verify().records, 1U);
}

} // namespace

} // namespace qob
