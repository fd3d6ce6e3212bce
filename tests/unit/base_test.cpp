#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/base/hash.h"
#include "engine/base/json_writer.h"
#include "engine/base/log.h"
#include "engine/base/mailbox.h"
#include "engine/base/rng.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

namespace qob {
namespace {

TEST(ErrorTable, GivesEveryCodeOneRowWithASentence)
{
    std::set<std::string_view> names;
    for (int code = 0; code < 10'000; ++code) {
        // Only the codes the enum names are asked for: the ranges below are the table's own.
        bool const named = (code >= 1000 && code <= 1003) || (code >= 2000 && code <= 2003) ||
                           (code >= 5000 && code <= 5015);
        if (named) {
            auto const& info = errorInfo(static_cast<ErrorCode>(code));
            EXPECT_TRUE(names.insert(info.name).second) << info.name;
            EXPECT_FALSE(info.sentence.empty());
            EXPECT_GE(info.httpStatus, 400);
        }
    }
    EXPECT_EQ(
        Error({ErrorCode::OrderOffTick, "1.5 on A:B"}).message(),
        "The price is not a multiple of the tick size: 1.5 on A:B"
    );
}

TEST(Rng, RepeatsForTheSameSeedAndDiffersForAnother)
{
    Rng a(7);
    Rng b(7);
    Rng c(8);
    Rng d(7, 1);
    auto const first = a.next();
    EXPECT_EQ(first, b.next());
    EXPECT_NE(first, c.next());
    EXPECT_NE(first, d.next());
}

TEST(Rng, StaysInItsRangesAndNearItsMeans)
{
    Rng rng(1);
    double sum = 0;
    double sumOfNormals = 0;
    for (int i = 0; i < 100'000; ++i) {
        auto const value = rng.between(-3, 3);
        ASSERT_GE(value, -3);
        ASSERT_LE(value, 3);
        sum += rng.exponential(2.0);
        sumOfNormals += rng.normal();
    }
    EXPECT_NEAR(sum / 100'000, 2.0, 0.05);
    EXPECT_NEAR(sumOfNormals / 100'000, 0.0, 0.02);
}

TEST(StreamHash, DependsOnEveryWordAndTheirOrder)
{
    auto const of = [](std::initializer_list<std::int64_t> words) {
        StreamHash hash;
        for (const auto word : words) {
            hash.add(word);
        }
        return hash.text();
    };
    EXPECT_EQ(of({1, 2, 3}), of({1, 2, 3}));
    EXPECT_NE(of({1, 2, 3}), of({1, 3, 2}));
    EXPECT_NE(of({1, 2, 3}), of({1, 2}));
    EXPECT_EQ(of({1}).size(), 16U);
}

TEST(JsonWriter, SeparatesAndEscapes)
{
    JsonWriter json;
    json.beginObject().key("a").integer(1).key("b").beginArray().string("x\"\\\n").boolean(true).endArray();
    json.key("c").beginObject().endObject().key("d").real(0.5).endObject();
    EXPECT_EQ(json.text(), R"({"a":1,"b":["x\"\\\u000a",true],"c":{},"d":0.5})");
}

TEST(ManualClock, MovesOnlyWhenTold)
{
    ManualClock clock(Timestamp(1000));
    EXPECT_EQ(clock.now(), Timestamp(1000));
    clock.advance(nanoseconds(5));
    EXPECT_EQ(clock.now(), Timestamp(1005));
    EXPECT_EQ(clock.steady(), nanoseconds(5));
}

TEST(Mailbox, RefusesWhenFullAndKeepsOrder)
{
    Mailbox<int> box(3);
    EXPECT_TRUE(box.tryPush(1));
    EXPECT_TRUE(box.tryPush(2));
    EXPECT_TRUE(box.tryPush(3));
    EXPECT_FALSE(box.tryPush(4));
    std::vector<int> out;
    box.take(out);
    EXPECT_EQ(out, (std::vector<int>{1, 2, 3}));
    EXPECT_TRUE(box.tryPush(5));
}

TEST(Mailbox, LosesNothingBetweenThreads)
{
    Mailbox<int> box(1 << 20);
    constexpr int each = 20'000;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 3; ++writer) {
        writers.emplace_back([&box, writer] {
            for (int i = 0; i < each; ++i) {
                while (!box.tryPush(writer * each + i)) {
                }
            }
        });
    }
    std::vector<int> batch;
    std::vector<int> lastOf(3, -1);
    int received = 0;
    while (received < 3 * each) {
        box.waitAndTake(batch, std::chrono::seconds(1));
        for (int const item : batch) {
            auto& last = lastOf[static_cast<std::size_t>(item / each)];
            ASSERT_GT(item % each, last);
            last = item % each;
            ++received;
        }
    }
    for (auto& writer : writers) {
        writer.join();
    }
    EXPECT_EQ(received, 3 * each);
}

class LogTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder = std::filesystem::temp_directory_path() / ("qob-log-" + std::to_string(::getpid()));
        std::filesystem::create_directories(m_folder);
        m_file = (m_folder / "qob.log").string();
    }

    void TearDown() override { std::filesystem::remove_all(m_folder); }

    [[nodiscard]] std::string content() const
    {
        std::ifstream in(m_file);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    std::filesystem::path m_folder;
    std::string m_file;
};

TEST_F(LogTest, WritesOneJsonObjectALine)
{
    {
        Log log({LogLevel::Off, LogLevel::Info, m_file, 1'000'000, 2});
        log.info("feed", "a \"quoted\" gap", {{"symbol", "BTCUSDT"}, {"expected", 7}});
        log.debug("feed", "below the level");
    }
    auto const text = content();
    EXPECT_NE(
        text.find(
            R"("level":"info","component":"feed","message":"a \"quoted\" gap","symbol":"BTCUSDT","expected":"7"})"
        ),
        std::string::npos
    ) << text;
    EXPECT_EQ(text.find("below"), std::string::npos);
    EXPECT_EQ(text.front(), '{');
}

TEST_F(LogTest, RotatesAtItsSize)
{
    {
        Log log({LogLevel::Off, LogLevel::Info, m_file, 2'000, 2});
        for (int i = 0; i < 200; ++i) {
            log.info("test", "a line that is long enough to fill the file soon", {{"i", i}});
        }
    }
    EXPECT_LE(std::filesystem::file_size(m_file), 2'000U);
    EXPECT_TRUE(std::filesystem::exists(m_folder / "qob.1.log"));
    EXPECT_FALSE(std::filesystem::exists(m_folder / "qob.3.log"));
}

} // namespace
} // namespace qob
