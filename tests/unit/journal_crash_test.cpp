// A program that is really killed, on the real disk: at every call to the file system, and at any moment.

#include "engine/base/rng.h"
#include "engine/storage/posix_file_system.h"
#include "tests/support/journal_kit.h"
#include "tests/support/temporary_directory.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

extern char** environ;

namespace qob {

namespace {

using namespace test;

struct Outcome {
    std::uint64_t durable = 0; // the last number it said
    bool killed = false;
    int exitCode = 0;
};

// Runs journal_crash_child, and kills it once it has said `killAfter` numbers (0: lets it run).
Outcome runChild(
    std::string const& directory,
    std::string const& mode,
    std::uint64_t call,
    std::uint64_t records,
    std::uint64_t killAfter = 0
)
{
    std::array<int, 2> ends{};
    EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
    std::vector<std::string> words{
        QOB_CRASH_CHILD, directory, mode, std::to_string(call), std::to_string(records)};
    std::vector<char*> arguments;
    for (auto& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    pid_t child = 0;
    EXPECT_EQ(::posix_spawn(&child, words[0].c_str(), &actions, nullptr, arguments.data(), environ), 0);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);

    Outcome outcome;
    std::uint64_t number = 0;
    std::uint64_t said = 0;
    std::array<char, 512> text{};
    for (ssize_t count = 0; (count = ::read(ends[0], text.data(), text.size())) > 0;) {
        for (char const c : std::string_view(text.data(), static_cast<std::size_t>(count))) {
            if (c != '\n') {
                number = number * 10 + static_cast<std::uint64_t>(c - '0');
                continue;
            }
            outcome.durable = number;
            number = 0;
            if (++said == killAfter) {
                ::kill(child, SIGKILL);
            }
        }
    }
    ::close(ends[0]);
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    outcome.killed = WIFSIGNALED(status);
    outcome.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    return outcome;
}

void expectAllThere(std::string const& directory, std::uint64_t durable)
{
    PosixFileSystem files;
    auto const recovered = recover(files, directory, {}, checkingVisitor());
    ASSERT_TRUE(recovered) << recovered.error().message();
    EXPECT_GE(recovered->lastSequence, durable);
}

} // namespace

TEST(JournalCrash, KilledAtEveryCallToTheFileSystem)
{
    for (std::string const mode : {"sync", "group", "none"}) {
        bool killed = true;
        std::uint64_t call = 1;
        for (; killed && !HasFailure(); call += everyNth) {
            SCOPED_TRACE(mode + ", call " + std::to_string(call));
            TemporaryDirectory const directory;
            auto const outcome = runChild(directory.path(), mode, call, 24);
            killed = outcome.killed;
            EXPECT_EQ(outcome.exitCode, 0);
            expectAllThere(directory.path(), outcome.durable);
        }
        EXPECT_GT(call, mode == "sync" ? 80U : 20U);
    }
}

TEST(JournalCrash, KilledAgainWhileItRecovers)
{
    TemporaryDirectory const directory;
    std::uint64_t durable = 0;
    for (std::uint64_t i = 0; i < 100 / everyNth && !HasFailure(); ++i) {
        SCOPED_TRACE(i);
        auto const outcome = runChild(directory.path(), i % 2 == 0 ? "none" : "sync", i % 29 + 1, 60);
        durable = std::max(durable, outcome.durable);
        if (i % 4 == 0) {
            expectAllThere(directory.path(), durable);
        }
    }
    expectAllThere(directory.path(), durable);
}

TEST(JournalCrash, KilledAtAnyMoment)
{
    Rng rng(1);
    for (int run = 0; run < (everyNth == 1 ? 15 : 3) && !HasFailure(); ++run) {
        SCOPED_TRACE(run);
        TemporaryDirectory const directory;
        std::uint64_t durable = 0;
        for (int life = 0; life < 3; ++life) {
            auto const after = static_cast<std::uint64_t>(rng.between(1, 60));
            auto const outcome = runChild(directory.path(), run % 2 == 0 ? "group" : "sync", 0, 3'000, after);
            EXPECT_TRUE(outcome.killed || outcome.exitCode == 0);
            EXPECT_GE(outcome.durable, durable);
            durable = outcome.durable;
        }
        expectAllThere(directory.path(), durable);
    }
}

} // namespace qob
