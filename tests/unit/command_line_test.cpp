#include "app/command_line.h"
#include "engine/api/command.h"

#include <gtest/gtest.h>

namespace qob {
namespace {

CommandLine parse(std::vector<std::string> words, std::vector<std::string> variables = {})
{
    words.insert(words.begin(), "qob");
    variables.emplace_back("XDG_CONFIG_HOME=/nonexistent");
    std::vector<char*> argv;
    for (auto& word : words) {
        argv.push_back(word.data());
    }
    std::vector<char*> environment;
    for (auto& variable : variables) {
        environment.push_back(variable.data());
    }
    argv.push_back(nullptr);
    environment.push_back(nullptr);
    testing::internal::CaptureStderr();
    auto line = parseCommandLine(static_cast<int>(words.size()), argv.data(), environment.data());
    return line;
}

std::string complaint()
{
    return testing::internal::GetCapturedStderr();
}

TEST(CommandLine, ATerminalOnAServerNamesItAndWhoLogsIn)
{
    auto const line =
        parse({"--connect", "wss://desk:8443", "--user", "me", "--password-stdin", "--fingerprint", "AB:CD"});
    EXPECT_EQ(complaint(), "");
    EXPECT_EQ(line.mode, Mode::Terminal);
    EXPECT_EQ(line.connect, "wss://desk:8443");
    EXPECT_EQ(line.user, "me");
    EXPECT_TRUE(line.passwordStdin);
    EXPECT_EQ(line.fingerprint, "AB:CD");
    EXPECT_EQ(parse({"--user", "me"}).exitCode, 2); // of which server?
    EXPECT_NE(complaint().find("--connect"), std::string::npos);
}

TEST(CommandLine, PlainIsTheTerminalOnTheSimulatedMarket)
{
    auto const line = parse({});
    EXPECT_EQ(complaint(), "");
    EXPECT_EQ(line.mode, Mode::Terminal);
    EXPECT_FALSE(line.headless);
}

TEST(CommandLine, ReplayTakesFilesAndSpeed)
{
    auto const line =
        parse({"replay", "--headless", "--speed", "max", "--dump-book", "-", "--levels", "5", "a.gz", "b.gz"}
        );
    EXPECT_EQ(complaint(), "");
    EXPECT_EQ(line.mode, Mode::Replay);
    EXPECT_TRUE(line.headless);
    EXPECT_EQ(line.speed, replaySpeedMax);
    EXPECT_EQ(line.dumpBook, "-");
    EXPECT_EQ(line.levels, 5);
    EXPECT_EQ(line.files, (std::vector<std::string>{"a.gz", "b.gz"}));
}

TEST(CommandLine, APanelIsNamedForItsPictureOnly)
{
    EXPECT_EQ(parse({"--panel", "ladder"}).exitCode, 2);
    EXPECT_NE(complaint().find("--screenshot"), std::string::npos);
    EXPECT_EQ(parse({"replay", "a.gz", "--panel", "ladder"}).exitCode, 2);
    EXPECT_NE(complaint().find("--screenshot"), std::string::npos);
    auto const line = parse({"--panel", "ladder", "--screenshot", "x.png"});
    EXPECT_EQ(complaint(), "");
    EXPECT_EQ(line.panel, "ladder");
}

TEST(CommandLine, WhatIsOnlyRecordedHasNoWindowAndNoSpeed)
{
    using Words = std::vector<std::string>;
    for (auto const& source : {Words{"sim"}, Words{"live", "BINANCE:BTCUSDT"}, Words{"replay", "a.gz"}}) {
        Words const flags{
            "--headless", "--workspace=x", "--speed=2", "--paused", "--screenshot=x.png", "--symbol=x"};
        for (auto const& flag : flags) {
            Words words{"record"};
            words.insert(words.end(), source.begin(), source.end());
            words.insert(words.end(), {"--to", "d", flag});
            EXPECT_EQ(parse(words).exitCode, 2) << source.front() << ' ' << flag;
            EXPECT_NE(complaint(), "");
        }
    }
    auto const line = parse({"record", "sim", "--seed", "7", "--for", "5s", "--to", "d", "--raw"});
    EXPECT_EQ(complaint(), "");
    EXPECT_EQ(line.mode, Mode::Record);
    EXPECT_EQ(line.config.simSeed, 7U);
    EXPECT_EQ(line.runFor, seconds(5));
}

TEST(CommandLine, ReplayTakesCandlesAndAConsolidatedBook)
{
    auto const line =
        parse({"replay", "--headless", "--consolidated", "BTC-USDT", "--candles", "1m", "-", "a.gz", "b.gz"});
    EXPECT_EQ(complaint(), "");
    EXPECT_EQ(line.candles, (std::pair<std::string, std::string>{"1m", "-"}));
    EXPECT_EQ(line.consolidated, "BTC-USDT");
    EXPECT_EQ(line.files, (std::vector<std::string>{"a.gz", "b.gz"}));
}

TEST(CommandLine, SimTakesSeedLengthAndHash)
{
    auto const line =
        parse({"sim", "--headless", "--seed", "7", "--for", "10m", "--speed", "max", "--print-hash"});
    EXPECT_EQ(complaint(), "");
    EXPECT_EQ(line.mode, Mode::Sim);
    EXPECT_EQ(line.config.simSeed, 7U);
    EXPECT_EQ(line.runFor, minutes(10));
    EXPECT_TRUE(line.printHash);
}

TEST(CommandLine, AFlagWinsOverTheEnvironment)
{
    auto const line = parse({"--set", "sim.seed=9"}, {"QOB_SIM_SEED=8"});
    EXPECT_EQ(complaint(), "");
    EXPECT_EQ(line.config.simSeed, 9U);
}

TEST(CommandLine, SettingsAreSetForAnAuditAsForAServer)
{
    auto const line = parse({"audit", "verify", "--set", "serve.data=/somewhere"});
    EXPECT_EQ(complaint(), "");
    EXPECT_EQ(line.mode, Mode::Audit);
    EXPECT_EQ(line.config.serveData, "/somewhere");
}

TEST(CommandLine, HelpNamesTheSpeedsThatAreTaken)
{
    for (char const* command : {"sim", "serve"}) {
        testing::internal::CaptureStdout();
        EXPECT_EQ(parse({command, "--help"}).exitCode, 0);
        auto const help = testing::internal::GetCapturedStdout();
        EXPECT_NE(help.find("0.01x ... 10000x"), std::string::npos) << help;
        complaint();
    }
    EXPECT_TRUE(parseSpeed("0.01x"));
    EXPECT_TRUE(parseSpeed("10000x"));
    EXPECT_FALSE(parseSpeed("0.009x"));
    EXPECT_FALSE(parseSpeed("10001x"));
}

TEST(CommandLine, WhatIsWrongIsNamedWithTheNearestRightOne)
{
    struct Case {
        std::vector<std::string> words;
        std::string complaint;
    };

    const std::vector<Case> cases{
        {{"--sede", "4"}, "'--seed'"},
        {{"replay", "--levles", "4", "x"}, "'--levels'"},
        {{"replai", "x"}, "'replay'"},
        {{"--set", "sim.sede=4"}, "'sim.seed'"},
        {{"--set", "nonsense"}, "section.name=value"},
        {{"sim", "--for", "10q"}, "10m or 2h"},
        {{"--size", "10"}, "WIDTHxHEIGHT"},
        {{"replay", "--speed", "-1", "x"}, "max"},
        {{"--config", "/nonexistent.toml"}, "/nonexistent.toml"},
        {{"replay"}, "files"},
        {{"replay", "--candles", "7m", "-", "x"}, "15m"},
    };
    for (auto const& wrong : cases) {
        auto const line = parse(wrong.words);
        auto const said = complaint();
        EXPECT_EQ(line.mode, Mode::Exit) << wrong.words.back();
        EXPECT_NE(line.exitCode, 0);
        EXPECT_NE(said.find(wrong.complaint), std::string::npos) << said;
    }
}

TEST(CommandLine, TimesSpeedsAndSizes)
{
    EXPECT_EQ(parseDuration("250ms"), milliseconds(250));
    EXPECT_EQ(parseDuration("3"), seconds(3));
    EXPECT_EQ(parseDuration("2h"), hours(2));
    EXPECT_FALSE(parseDuration("99999999999999h"));
    EXPECT_FALSE(parseDuration(""));
    EXPECT_EQ(parseSpeed("0.1x"), 0.1);
    EXPECT_EQ(parseSpeed("10"), 10.0);
    EXPECT_FALSE(parseSpeed("x"));
    EXPECT_FALSE(parseSpeed("nan"));
    EXPECT_EQ(parseSize("1600x900"), std::pair(1600, 900));
    EXPECT_FALSE(parseSize("16x9"));
}

} // namespace
} // namespace qob
