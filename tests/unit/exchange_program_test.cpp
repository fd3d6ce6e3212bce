// `qob exchange` as a program: what it says, and what is left of it when it is killed.

#include "engine/exchange/journaled_exchange.h"
#include "engine/storage/posix_file_system.h"
#include "tests/support/exchange_kit.h"
#include "tests/support/temporary_directory.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <set>

namespace qob {
namespace {

using test::ReportLog;

constexpr Timestamp start(1'700'000'000'000'000'000);

// `qob exchange` as a process that is fed through a pipe.
class Program {
public:
    explicit Program(std::string const& directory, char const* durability = "sync")
    {
        std::array<int, 2> in{};
        std::array<int, 2> out{};
        EXPECT_EQ(pipe2(in.data(), O_CLOEXEC), 0);
        EXPECT_EQ(pipe2(out.data(), O_CLOEXEC), 0);
        m_pid = fork();
        if (m_pid == 0) {
            dup2(in[0], STDIN_FILENO);
            dup2(out[1], STDOUT_FILENO);
            execl(
                QOB_PROGRAM,
                "qob",
                "exchange",
                "--journal",
                directory.c_str(),
                "--durability",
                durability,
                nullptr
            );
            _exit(127);
        }
        close(in[0]);
        close(out[1]);
        m_in = in[1];
        m_out = out[0];
    }

    ~Program()
    {
        close(m_in);
        close(m_out);
        waitpid(m_pid, nullptr, 0);
    }

    void say(std::string const& text) const
    {
        std::string_view rest = text;
        while (!rest.empty()) {
            auto const wrote = write(m_in, rest.data(), rest.size());
            if (wrote <= 0) {
                return;
            }
            rest.remove_prefix(static_cast<std::size_t>(wrote));
        }
    }

    // One more line; empty at the end.
    std::string line()
    {
        for (;;) {
            auto const end = m_rest.find('\n');
            if (end != std::string::npos) {
                std::string text = m_rest.substr(0, end);
                m_rest.erase(0, end + 1);
                return text;
            }
            std::array<char, 4096> chunk{};
            auto const got = read(m_out, chunk.data(), chunk.size());
            if (got <= 0) {
                return {};
            }
            m_rest.append(chunk.data(), static_cast<std::size_t>(got));
        }
    }

    void kill() const { ::kill(m_pid, SIGKILL); }

private:
    pid_t m_pid = 0;
    int m_in = -1;
    int m_out = -1;
    std::string m_rest;
};

std::string clOrdIdIn(std::string const& json)
{
    constexpr std::string_view key = "\"clOrdId\":\"";
    auto const begin = json.find(key);
    return begin == std::string::npos
               ? std::string()
               : json.substr(begin + key.size(), json.find('"', begin + key.size()) - begin - key.size());
}

TEST(ExchangeProgram, WhatIsNotSyncedIsNotCalledDurable)
{
    for (auto const& [durability, ack] :
         {std::pair("none", "\"ack\":\"matched\""), std::pair("group", "\"ack\":\"durable\"")}) {
        test::TemporaryDirectory directory;
        Program program(directory.path(), durability);
        ASSERT_NE(program.line().find("\"ready\""), std::string::npos);
        program.say("list id=1 venue=X symbol=B base=B quote=Q price-scale=0 qty-scale=0 tick=1 lot=1\n"
                    "open account=1\ntransfer account=1 asset=Q amount=1000000\n"
                    "order account=1 id=a symbol=B side=buy qty=1 price=5\n");
        auto const answer = program.line();
        EXPECT_NE(answer.find(ack), std::string::npos) << answer;
        program.kill();
    }
}

TEST(ExchangeProgram, KilledAtRandomItForgetsNothingItAcknowledged)
{
    signal(SIGPIPE, SIG_IGN);
    test::TemporaryDirectory directory;
    std::set<std::string> acknowledged;
    int number = 0;
    for (int round = 0; round < 8; ++round) {
        Program program(directory.path());
        ASSERT_NE(program.line().find("\"ready\""), std::string::npos);
        if (round == 0) {
            program.say("list id=1 venue=X symbol=B base=B quote=Q price-scale=0 qty-scale=0 tick=1 lot=1\n"
                        "open account=1\ntransfer account=1 asset=Q amount=1000000\n");
        }
        std::string orders;
        for (int i = 0; i < 400; ++i) {
            orders += "order account=1 id=k" + std::to_string(++number) +
                      " symbol=B side=buy qty=1 price=" + std::to_string(1 + i % 50) + "\n";
        }
        program.say(orders);
        for (int i = 0; i < 40 + 37 * round; ++i) {
            if (auto const name = clOrdIdIn(program.line()); !name.empty()) {
                acknowledged.insert(name);
            }
        }
        program.kill();
        for (auto line = program.line(); !line.empty(); line = program.line()) {
            acknowledged.insert(clOrdIdIn(line)); // what was on its way to us counts as said
        }
    }
    acknowledged.erase("");
    PosixFileSystem files;
    auto const replayed = replayJournal(files, directory.path(), {});
    ASSERT_TRUE(replayed) << replayed.error().message();
    EXPECT_TRUE(replayed->exchange->audit());
    EXPECT_GE(acknowledged.size(), 8U * 40U);
    ReportLog log;
    std::uint64_t sequence = replayed->recovery.lastSequence;
    for (std::string const& name : acknowledged) {
        log.reports.clear();
        replayed->exchange->apply(
            ++sequence,
            start,
            EnterOrder{
                ClOrdId(name),
                InstrumentId(1),
                {.owner = OwnerId(1), .side = Side::Buy, .price = Price(1), .qty = Qty(1)}},
            log
        );
        ASSERT_EQ(log.reports.size(), 1U);
        ASSERT_EQ(log.reports[0].execType, ExecType::OrderStatus)
            << name << " was acknowledged and is not there";
    }
}

} // namespace
} // namespace qob
