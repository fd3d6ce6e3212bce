// The commands, from recording to a dump of what was recorded.

#include "app/history_command.h"
#include "app/record_command.h"
#include "app/replay_command.h"
#include "engine/base/clock.h"
#include "engine/history/history_market.h"
#include "engine/storage/posix_file_system.h"
#include "tests/support/capture_files.h"

#include <gtest/gtest.h>

using namespace qob;
using namespace qob::test;

namespace {

class HistoryCommand : public testing::Test {
protected:
    // The program's commands, without the program.
    int run(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), "qob");
        std::vector<char*> argv;
        for (std::string& argument : arguments) {
            argv.push_back(argument.data());
        }
        char* environment[] = {nullptr};
        testing::internal::CaptureStderr();
        testing::internal::CaptureStdout();
        auto const line = parseCommandLine(static_cast<int>(argv.size()), argv.data(), environment);
        Log log(line.config.log);
        SystemClock clock;
        Runtime runtime{clock, log, line.config};
        int const code = line.mode == Mode::Record    ? runRecord(line, runtime)
                         : line.mode == Mode::History ? runHistory(line)
                         : line.mode == Mode::Replay  ? runReplayHeadless(line, runtime)
                                                      : line.exitCode;
        output = testing::internal::GetCapturedStdout();
        errors = testing::internal::GetCapturedStderr();
        return code;
    }

    TemporaryFolder folder;
    std::string output;
    std::string errors;
};

} // namespace

TEST_F(HistoryCommand, aRecordingEndsOnTheBooksOfWhatItRecorded)
{
    const std::vector<std::string> files{fixture("binance_usdm.capture"), fixture("binance_spot.capture")};
    auto const to = folder.path("h");
    EXPECT_EQ(run({"record", "replay", files[0], files[1], "--to", to, "--raw"}), 0) << errors;
    EXPECT_NE(output.find("recorded "), std::string::npos) << output;
    EXPECT_EQ(run({"replay", "--headless", "--dump-book", "-", files[0], files[1]}), 0);
    auto const truth = output;
    EXPECT_EQ(run({"replay", "--headless", "--dump-book", "-", to}), 0) << errors;
    EXPECT_EQ(output, truth);
    EXPECT_EQ(run({"replay", "--headless", "--dump-book", "-", to + "/history-00000000000000000001.qh"}), 0);
    EXPECT_EQ(output, truth) << "one segment by itself";
    EXPECT_EQ(run({"history", "verify", to}), 0);
    EXPECT_EQ(output.substr(0, 5), "good:");
    EXPECT_EQ(run({"history", "list", to}), 0);
    EXPECT_NE(output.find("BINANCE_FUTURES"), std::string::npos);
    EXPECT_EQ(run({"record", "replay", files[0], "--to", to}), 1) << "older than what is there";
    EXPECT_NE(errors.find("older than what is recorded"), std::string::npos) << errors;
}

TEST_F(HistoryCommand, whatAVenueSaysIsRecordedToo)
{
    auto const capture = folder.write(
        "futures.capture",
        readFile(fixture("binance_usdm.capture")) +
            captureLines(
                {R"({"e":"markPriceUpdate","E":1,"s":"ABCUSDT","p":"10.25","i":"10.26","r":"0.0001","T":2000})",
                 R"({"e":"forceOrder","E":2,"o":{"s":"ABCUSDT","S":"BUY","q":"0.5","p":"9","ap":"9","T":1}})"},
                1'700'000'001'000
            )
    );
    EXPECT_EQ(run({"record", "replay", capture, "--to", folder.path("h")}), 0) << errors;
    PosixFileSystem disk;
    auto const history = HistoryMarket::open(disk, {folder.path("h")});
    ASSERT_TRUE(history);
    HeardMarket heard;
    (*history)->runUntil(Timestamp::max(), heard);
    ASSERT_EQ(heard.statistics.size(), 2U);
    EXPECT_EQ(heard.statistics[0].markPrice, Amount(Int128{1025} * pow10(16)));
    ASSERT_TRUE(heard.statistics[1].liquidation);
    EXPECT_EQ(heard.statistics[1].liquidation->side, Side::Buy);
}

TEST_F(HistoryCommand, theSimulatedMarketIsExportedAndImported)
{
    auto const to = folder.path("h");
    EXPECT_EQ(run({"record", "sim", "--seed", "3", "--for", "5s", "--to", to}), 0) << errors;
    auto const trades = folder.path("trades.csv.gz");
    auto const book = folder.path("book.csv");
    EXPECT_EQ(run({"export", to, "--type", "trades", "--symbol", "SIM-A:BTC-USDT", "--out", trades}), 0)
        << errors;
    EXPECT_EQ(run({"export", to, "--symbol", "SIM-A:BTC-USDT", "--out", book}), 0) << errors;
    EXPECT_EQ(run({"import", trades, book, "--to", folder.path("again")}), 0) << errors;
    EXPECT_NE(output.find("imported "), std::string::npos);
    auto const bookText = readFile(book);
    EXPECT_GT(bookText.size(), 1'000U);
    EXPECT_EQ(run({"export", folder.path("again"), "--out", "-"}), 0);
    EXPECT_EQ(output, bookText);
    EXPECT_EQ(run({"export", to, "--symbol", "SIM-A:NOTHING"}), 1);
    EXPECT_NE(errors.find("SIM-A:NOTHING"), std::string::npos);
}

TEST_F(HistoryCommand, whatIsNotAHistoryIsSaid)
{
    EXPECT_EQ(run({"history", "list", folder.path("missing")}), 1);
    EXPECT_NE(errors.find("missing"), std::string::npos) << errors;
    EXPECT_EQ(run({"history", "verify", folder.write("text", std::string(100, 'x'))}), 1);
    EXPECT_NE(errors.find("text: byte 0: expected a history segment"), std::string::npos) << errors;
    EXPECT_EQ(run({"record", "sim"}), 2) << "--to is needed";
    EXPECT_EQ(run({"export", "x", "--from", "yesterday"}), 2);
    EXPECT_NE(errors.find("expected a time like"), std::string::npos) << errors;
}

TEST(HistoryFlagsText, times)
{
    EXPECT_EQ(parseTime("1723161254347673123"), Timestamp(1723161254347673123));
    EXPECT_EQ(parseTime("1970-01-02"), Timestamp(86'400'000'000'000));
    EXPECT_EQ(parseTime("2024-08-08T23:54:14.347673123Z"), Timestamp(1723161254347673123));
    EXPECT_EQ(parseTime("2024-08-08T23:54:14"), Timestamp(1723161254000000000));
    for (char const* const bad :
         {"", "2024", "2024-13-01", "2024-02-30", "2024-08-08T25:00:00", "2024-08-08 10:00", "x"}) {
        EXPECT_TRUE(std::string_view(bad) == "2024" || !parseTime(bad)) << bad;
    }
}

TEST(HistoryFlagsText, bytes)
{
    EXPECT_EQ(parseBytes("1000"), 1000U);
    EXPECT_EQ(parseBytes("5MB"), 5'000'000U);
    EXPECT_EQ(parseBytes("2GiB"), 2ULL << 30U);
    for (char const* const bad : {"", "MB", "5XB", "-1", "99999999999999TB"}) {
        EXPECT_FALSE(parseBytes(bad)) << bad;
    }
}
