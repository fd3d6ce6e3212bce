#include "engine/base/config.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace qob {
namespace {

class ConfigTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_file =
            (std::filesystem::temp_directory_path() / ("qob-config-" + std::to_string(::getpid()) + ".toml"))
                .string();
    }

    void TearDown() override { std::filesystem::remove(m_file); }

    Expected<void> load(std::string const& text)
    {
        std::ofstream(m_file) << text;
        return config.loadFile(m_file);
    }

    std::string m_file;
    Config config;
};

TEST_F(ConfigTest, ReadsAFile)
{
    ASSERT_TRUE(load("[sim]\nseed = 42\n[paper]\ntaker_fee_bps = \"7.5\"\n[log]\nconsole_level = \"debug\"\n")
    );
    EXPECT_EQ(config.simSeed, 42U);
    EXPECT_EQ(config.paperTakerFeeBps, "7.5");
    EXPECT_EQ(config.log.consoleLevel, LogLevel::Debug);
}

TEST_F(ConfigTest, TheEnvironmentWinsOverTheFileAndAFlagOverBoth)
{
    ASSERT_TRUE(load("[sim]\nseed = 42\n"));
    ASSERT_TRUE(config.loadEnvironment({{"QOB_SIM_SEED", "43"}, {"PATH", "/bin"}, {"QOB_CAPTURES", "x"}}));
    EXPECT_EQ(config.simSeed, 43U);
    ASSERT_TRUE(config.set("sim.seed", "44"));
    EXPECT_EQ(config.simSeed, 44U);
}

// Those that lengthen races, and say where recordings are, are no settings of the program a test starts.
TEST_F(ConfigTest, TheTestsOwnVariablesAreLeftAlone)
{
    for (char const* name :
         {"QOB_CAPTURES", "QOB_JOURNAL_SEEDS", "QOB_RACE_FIRST", "QOB_RACE_SEEDS", "QOB_REFERENCE"}) {
        EXPECT_TRUE(config.loadEnvironment({{name, "7"}})) << name;
    }
}

TEST_F(ConfigTest, AnUnknownKeyIsRefusedWithTheNearestRightOne)
{
    auto const file = load("[sim]\nsede = 42\n");
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, ErrorCode::ConfigUnknownKey);
    EXPECT_NE(file.error().message().find("sim.seed"), std::string::npos) << file.error().message();
    EXPECT_NE(file.error().message().find(m_file + ":2"), std::string::npos) << file.error().message();

    auto const variable = config.loadEnvironment({{"QOB_SIM_SEEDS", "1"}});
    ASSERT_FALSE(variable);
    EXPECT_NE(variable.error().message().find("QOB_SIM_SEED'"), std::string::npos);

    EXPECT_NE(config.set("paper.latency", "1").error().detail.find("paper.latency_ms"), std::string::npos);
}

TEST_F(ConfigTest, ABadValueSaysWhatWasExpected)
{
    auto const result = load("[sim]\n\nhistory_minutes = 9999\n");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::ConfigBadValue);
    EXPECT_NE(result.error().message().find(":3: sim.history_minutes: '9999'"), std::string::npos)
        << result.error().message();
    EXPECT_EQ(config.set("log.console_level", "loud").error().code, ErrorCode::ConfigBadValue);
    EXPECT_EQ(config.set("sim.seed", "-1").error().code, ErrorCode::ConfigBadValue);
    EXPECT_EQ(config.set("sim.seed", "1x").error().code, ErrorCode::ConfigBadValue);
}

TEST_F(ConfigTest, BrokenTomlNamesTheLine)
{
    auto const result = load("[sim]\nseed = \n");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::ConfigSyntax);
    EXPECT_NE(result.error().message().find(m_file + ":2"), std::string::npos) << result.error().message();
    EXPECT_EQ(config.loadFile("no/such/file.toml").error().code, ErrorCode::ConfigUnreadable);
}

TEST_F(ConfigTest, EverySettingCanBeListed)
{
    EXPECT_GE(configSettings().size(), 10U);
    EXPECT_EQ(nearestWord("sim.sead", {"sim.seed", "log.file"}), "sim.seed");
    EXPECT_EQ(nearestWord("zzzzzzzz", {"sim.seed", "log.file"}), "");
}

} // namespace
} // namespace qob
