#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/base/hash.h"
#include "engine/base/json_writer.h"
#include "engine/base/log.h"
#include "engine/base/mailbox.h"
#include "engine/base/rng.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

namespace qob {
namespace {

// The name of the enumerator with this value, as the compiler writes it; empty when there is none.
template <ErrorCode code>
constexpr std::string_view enumeratorName()
{
    std::string_view text =
        __PRETTY_FUNCTION__; // "... code = qob::ErrorCode::X]", or "code = (qob::ErrorCode)7]"
    text.remove_prefix(text.find("code = ") + 7);
    text = text.substr(0, text.find_first_of(";]"));
    return text.front() == '(' ? std::string_view() : text.substr(text.rfind(':') + 1);
}

constexpr std::size_t codesLookedAt = 200; // of each stage's thousand

template <std::size_t... offsets>
std::array<std::string_view, sizeof...(offsets) * 9> enumeratorNames(std::index_sequence<offsets...> /*all*/)
{
    return {
        enumeratorName<static_cast<ErrorCode>(1000 + offsets)>()...,
        enumeratorName<static_cast<ErrorCode>(2000 + offsets)>()...,
        enumeratorName<static_cast<ErrorCode>(3000 + offsets)>()...,
        enumeratorName<static_cast<ErrorCode>(4000 + offsets)>()...,
        enumeratorName<static_cast<ErrorCode>(5000 + offsets)>()...,
        enumeratorName<static_cast<ErrorCode>(6000 + offsets)>()...,
        enumeratorName<static_cast<ErrorCode>(7000 + offsets)>()...,
        enumeratorName<static_cast<ErrorCode>(8000 + offsets)>()...,
        enumeratorName<static_cast<ErrorCode>(9000 + offsets)>()...};
}

TEST(ErrorTable, GivesEveryCodeOneRowWithASentence)
{
    auto const names = enumeratorNames(std::make_index_sequence<codesLookedAt>());
    std::size_t found = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::size_t const offset = i % codesLookedAt;
        if (names[i].empty()) {
            continue;
        }
        ++found;
        EXPECT_LT(offset, codesLookedAt - 1) << "look at more codes";
        auto const& info = errorInfo(static_cast<ErrorCode>((i / codesLookedAt + 1) * 1000 + offset));
        EXPECT_EQ(info.name, names[i]);
        EXPECT_FALSE(info.sentence.empty());
        EXPECT_GE(info.httpStatus, 400);
        EXPECT_GT(info.fixRejectReason, 0);
    }
    EXPECT_GT(found, 60U);
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

// Whoever reads the file, as the administration page does, need not wait for a warning to come.
TEST(Log, ALineIsInTheFileSoon)
{
    auto const path =
        std::filesystem::temp_directory_path() /
        ("qob-log-" + std::to_string(std::hash<std::thread::id>()(std::this_thread::get_id())) + ".log");
    std::filesystem::remove(path);
    Log log(LogSettings{LogLevel::Off, LogLevel::Info, path.string(), 1'000'000, 1});
    log.info("test", "a quiet line");
    std::string text;
    for (int tries = 0; tries < 2000 && text.find("a quiet line") == std::string::npos; ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        std::ifstream file(path);
        text.assign(std::istreambuf_iterator<char>(file), {});
    }
    EXPECT_NE(text.find("a quiet line"), std::string::npos);
    std::filesystem::remove(path);
}

} // namespace
} // namespace qob
