// Commands beside a server, as somebody at a terminal meets them.

#include "app/journal_command.h"
#include "engine/session/order_journal.h"
#include "engine/storage/posix_file_system.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

namespace qob {
namespace {

// The program in a terminal of its own.
class InTerminal {
public:
    explicit InTerminal(std::vector<std::string> words)
    {
        words.insert(words.begin(), "qob");
        std::vector<char*> argv;
        for (auto& word : words) {
            argv.push_back(word.data());
        }
        argv.push_back(nullptr);
        m_pid = forkpty(&m_terminal, nullptr, nullptr, nullptr);
        if (m_pid == 0) {
            execv(QOB_PROGRAM, argv.data());
            _exit(127);
        }
    }

    ~InTerminal() { close(m_terminal); }

    InTerminal(InTerminal const&) = delete;
    InTerminal& operator=(InTerminal const&) = delete;

    // Waits until it has shown that; false: it ended before.
    bool shows(std::string const& text)
    {
        while (m_shown.find(text, m_seen) == std::string::npos) {
            if (!readMore()) {
                return false;
            }
        }
        m_seen = m_shown.find(text, m_seen) + text.size();
        return true;
    }

    void type(std::string const& text) const
    {
        EXPECT_EQ(write(m_terminal, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    }

    // Its exit code.
    int wait()
    {
        while (readMore()) {
        }
        int status = 0;
        waitpid(m_pid, &status, 0);
        return WEXITSTATUS(status);
    }

    [[nodiscard]] std::string const& shown() const { return m_shown; }

private:
    bool readMore()
    {
        std::array<char, 4096> part{};
        auto const got = read(m_terminal, part.data(), part.size());
        m_shown.append(part.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
        return got > 0;
    }

    int m_terminal = -1;
    pid_t m_pid = 0;
    std::string m_shown;
    std::size_t m_seen = 0;
};

TEST(ServerCommands, ATypedPasswordIsAskedForAndNotShown)
{
    const test::TemporaryDirectory directory;
    const std::vector<std::string> words{"user", "add", "anna", "--data", directory.path()};
    InTerminal wrong(words);
    ASSERT_TRUE(wrong.shows("Password: ")) << wrong.shown();
    wrong.type("correct horse battery\n");
    ASSERT_TRUE(wrong.shows("Once more: ")) << wrong.shown();
    wrong.type("correct house battery\n");
    EXPECT_EQ(wrong.wait(), 1) << wrong.shown();

    InTerminal right(words);
    for (char const* prompt : {"Password: ", "Once more: "}) {
        ASSERT_TRUE(right.shows(prompt)) << right.shown();
        right.type("correct horse battery\n");
    }
    EXPECT_EQ(right.wait(), 0) << right.shown();
    EXPECT_NE(right.shown().find("trader anna is user"), std::string::npos) << right.shown();
    EXPECT_EQ((wrong.shown() + right.shown()).find("horse"), std::string::npos) << "nobody looks on";
}

#ifdef QOB_HAS_TERMINAL

// On a machine of which only a terminal is there.
TEST(TerminalCommand, WithoutADisplayItSaysSoOrDrawsOffScreen)
{
    for (char const* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        unsetenv(name); // NOLINT(concurrency-mt-unsafe): there is one thread
    }
    const test::TemporaryDirectory directory;
    InTerminal window({"sim", "--seed", "8"});
    EXPECT_EQ(window.wait(), 1) << window.shown();
    EXPECT_NE(window.shown().find("there is no display"), std::string::npos) << window.shown();
    EXPECT_NE(window.shown().find("--screenshot"), std::string::npos) << window.shown();
    const std::string file = directory.path() + "/terminal.png";
    InTerminal picture({"sim", "--seed", "8", "--screenshot", file, "--after", "1"});
    EXPECT_EQ(picture.wait(), 0) << picture.shown();
    EXPECT_EQ(access(file.c_str(), R_OK), 0) << picture.shown();
}

#endif

TEST(ServerCommands, AServersJournalIsNotCalledDamaged)
{
    const test::TemporaryDirectory directory;
    PosixFileSystem files;
    {
        auto journal = OrderJournal::open(files, {.directory = directory.path()});
        ASSERT_TRUE(journal) << journal.error().message();
        ASSERT_TRUE((*journal)->begin(Timestamp(1)));
        ASSERT_TRUE((*journal)->makeDurable());
    }
    CommandLine line;
    line.journal = directory.path();
    for (char const* action : {"verify", "dump", "replay", "snapshot", "prune"}) {
        line.journalAction = action;
        testing::internal::CaptureStdout();
        testing::internal::CaptureStderr();
        int const result = runJournal(line);
        auto const said = testing::internal::GetCapturedStderr();
        auto const printed = testing::internal::GetCapturedStdout();
        bool const reads = std::string_view(action) == "verify";
        EXPECT_EQ(result, reads ? 0 : 1) << action;
        EXPECT_EQ(said.find("server's") == std::string::npos, reads) << said;
        EXPECT_EQ(printed.find("good: 1 records") != std::string::npos, reads) << printed;
    }
}

} // namespace
} // namespace qob
