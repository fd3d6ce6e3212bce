#include "app/replay_command.h"
#include "engine/base/clock.h"
#include "tests/support/capture_files.h"

#include <gtest/gtest.h>

using namespace qob;
using namespace qob::test;

namespace {

class ReplayCommand : public testing::Test {
protected:
    int run(std::vector<std::string> const& files, int levels = 0)
    {
        CommandLine line;
        line.headless = true;
        line.files = files;
        line.dumpBook = folder.path("dump");
        line.levels = levels;
        Log log(line.config.log);
        ManualClock clock{Timestamp(0)};
        Runtime runtime{clock, log, line.config};
        testing::internal::CaptureStderr();
        int const code = runReplayHeadless(line, runtime);
        errors = testing::internal::GetCapturedStderr();
        dump = readFile(folder.path("dump"));
        return code;
    }

    TemporaryFolder folder;
    std::string dump;
    std::string errors;
};

} // namespace

TEST_F(ReplayCommand, dumpsOneObjectABook)
{
    EXPECT_EQ(run({fixture("binance_usdm.capture"), fixture("binance_spot.capture")}), 0);
    EXPECT_EQ(
        dump,
        R"({"venue":"BINANCE","symbol":"ABCUSDT","sequence":105,"messages":8,"trades":2,"gaps":0,"checksumsOk":0,"checksumsBad":0,"state":"live",)"
        R"("bids":[["10","2"],["9.99","1"],["9.98","4.2"]],"asks":[["10.01","0.5"],["10.02","1.1"]]})"
        "\n"
        R"({"venue":"BINANCE_FUTURES","symbol":"ABCUSDT","sequence":640,"messages":6,"trades":1,"gaps":0,"checksumsOk":0,"checksumsBad":0,)"
        R"("state":"live","bids":[["10.2","41"],["10.1","7"]],"asks":[["10.3","50"]]})"
        "\n"
    );
    EXPECT_EQ(errors, "");
}

TEST_F(ReplayCommand, writesCandlesAndAConsolidatedBook)
{
    CommandLine line;
    line.headless = true;
    line.files = {fixture("binance_usdm.capture"), fixture("binance_spot.capture")};
    line.candles = {"1h", folder.path("candles")};
    line.consolidated = "ABC-USDT";
    line.levels = 1;
    Log log(line.config.log);
    ManualClock clock{Timestamp(0)};
    Runtime runtime{clock, log, line.config};
    testing::internal::CaptureStdout();
    EXPECT_EQ(runReplayHeadless(line, runtime), 0);
    auto const book = testing::internal::GetCapturedStdout();
    EXPECT_NE(book.find(R"("name":"ABC-USDT")"), std::string::npos) << book;
    EXPECT_NE(book.find(R"("bid":{"venue":"BINANCE:ABCUSDT","price":"10","size":"2"})"), std::string::npos)
        << book;
    EXPECT_NE(book.find(R"("bids":[["10","2","BINANCE:ABCUSDT"]])"), std::string::npos) << book;
    auto const candles = readFile(folder.path("candles"));
    EXPECT_TRUE(candles.starts_with("venue,symbol,start,open,high,low,close,volume,")) << candles;
    EXPECT_NE(candles.find("\nBINANCE,ABCUSDT,"), std::string::npos) << candles;
    EXPECT_NE(candles.find("\nBINANCE_FUTURES,ABCUSDT,"), std::string::npos) << candles;
    line.candles = {"1h", folder.path("no/such/folder")};
    testing::internal::CaptureStderr();
    EXPECT_EQ(runReplayHeadless(line, runtime), 1);
    EXPECT_NE(testing::internal::GetCapturedStderr().find("cannot be written"), std::string::npos);
}

TEST_F(ReplayCommand, levelsLimitTheDump)
{
    EXPECT_EQ(run({fixture("binance_spot.capture")}, 1), 0);
    EXPECT_NE(dump.find(R"("bids":[["10","2"]],"asks":[["10.01","0.5"]])"), std::string::npos) << dump;
}

TEST_F(ReplayCommand, badLinesAreReportedAndDoNotFail)
{
    auto const file = folder.write("damaged", readFile(fixture("binance_spot.capture")) + "nonsense\n");
    EXPECT_EQ(run({file}), 0);
    EXPECT_NE(errors.find("/damaged:9: "), std::string::npos) << errors;
    EXPECT_NE(dump.find("\"state\":\"stale\""), std::string::npos)
        << "the lost line may have been the book's";
    EXPECT_NE(dump.find("\"sequence\":105"), std::string::npos);
}

TEST_F(ReplayCommand, filesThatCannotBePlayedFailAfterTheOthers)
{
    EXPECT_EQ(run({folder.path("missing"), fixture("binance_spot.capture")}), 1);
    EXPECT_NE(errors.find("missing"), std::string::npos) << errors;
    EXPECT_NE(dump.find("\"sequence\":105"), std::string::npos);
}

TEST_F(ReplayCommand, aBookWithoutSnapshotIsShownAsSuch)
{
    auto const file = folder.write("day2", captureLines({binanceDelta(5, 6, 0, {{"1", "2"}}, {})}));
    EXPECT_EQ(run({file}), 0);
    EXPECT_NE(
        dump.find(
            R"("sequence":0,"messages":1,"trades":0,"gaps":0,"checksumsOk":0,"checksumsBad":0,"state":"awaiting snapshot","bids":[],"asks":[])"
        ),
        std::string::npos
    ) << dump;
}

TEST_F(ReplayCommand, aGapIsStaleInTheDump)
{
    auto const file = folder.write(
        "gap",
        captureLines(
            {binanceSnapshot(4, {{"1.00", "2"}}, {{"1.10", "2"}}), binanceDelta(9, 9, 0, {{"1", "5"}}, {})}
        )
    );
    EXPECT_EQ(run({file}), 0);
    EXPECT_NE(
        dump.find(R"("gaps":1,"checksumsOk":0,"checksumsBad":0,"state":"stale","bids":[["1","2"]])"),
        std::string::npos
    ) << dump;
    EXPECT_NE(errors.find("/gap:2: BINANCE BTCUSDT: expected an update with U <= 5 <= u"), std::string::npos)
        << errors;
}
