#include "engine/live/venue_gate.h"
#include "engine/venue/venues.h"
#include "tests/support/live_run.h"

#include <gtest/gtest.h>

#include <thread>

namespace qob {
namespace {

using test::TestCertificates;
using test::VenueFaults;
using test::VenueRecording;
using test::VenueServer;

class VenueGateTest : public testing::Test {
protected:
    static constexpr int questions = 40;

    static void SetUpTestSuite() { certificates = TestCertificates::make(test::hostsOf(venues)); }

    // A venue that answers each question with its number.
    static VenueRecording counted()
    {
        VenueRecording made;
        for (int i = 0; i < questions; ++i) {
            made.answers.push_back({target(i), std::to_string(i)});
        }
        return made;
    }

    static std::string target(int number) { return "/api/v3/depth?symbol=S" + std::to_string(number); }

    static VenueSpec quick()
    {
        VenueSpec spec = *venues.find("BINANCE");
        spec.limits.restPerMinute = 600'000;
        return spec;
    }

    // Runs `work` on io with a gate, which stays until the next time.
    void ask(NetThread& net, std::function<void(VenueGate&)> const& work)
    {
        net.postAndWait([&] {
            m_gate = std::make_unique<VenueGate>(net, m_clock, m_inbox, m_spec, 0);
            work(*m_gate);
        });
    }

    void leave(NetThread& net)
    {
        net.postAndWait([&] { m_gate = nullptr; });
    }

    // What came into the inbox: answers as they are, failures by their code's name; until `count` or too
    // late.
    std::vector<std::string> wait(std::size_t count)
    {
        std::vector<std::string> come;
        for (const Duration end = m_clock.steady() + seconds(20);
             come.size() < count && m_clock.steady() < end;) {
            m_inbox.wait(milliseconds(10));
            m_inbox.take();
            m_inbox.each([&](FeedItem const& item) {
                if (item.kind == FeedItem::Kind::Asked) {
                    wentOut.emplace_back(item.url);
                } else {
                    bool const answer = item.kind == FeedItem::Kind::Answer;
                    come.emplace_back(answer ? item.bytes.view() : errorInfo(item.error->code).name);
                }
            });
        }
        return come;
    }

    [[nodiscard]] NetSettings settings(VenueServer const& server) const
    {
        return {m_folder.write("ca.pem", certificates.authority), {{"*", server.place()}}, seconds(5)};
    }

    static inline Venues venues;
    static inline TestCertificates certificates;
    std::vector<std::string> wentOut; // URLs of what went out so far

private:
    test::TemporaryFolder m_folder;
    SystemClock m_clock;
    FeedInbox m_inbox;
    VenueSpec m_spec = quick();
    std::unique_ptr<VenueGate> m_gate;
};

// Questions that come while one is being asked wait for it: each is asked and answered once, in order.
TEST_F(VenueGateTest, QuestionsAreAskedOneAtATimeAndEachIsAnsweredOnce)
{
    VenueServer const server(certificates, counted());
    NetThread net(settings(server));
    std::vector<std::string> expected;
    ask(net, [&](VenueGate& gate) {
        for (int i = 0; i < questions; ++i) {
            gate.ask({}, "https://api.binance.com" + target(i), 1);
            expected.push_back(std::to_string(i));
        }
    });
    EXPECT_EQ(wait(questions), expected);
    EXPECT_EQ(server.requests(), questions);
    EXPECT_EQ(wentOut.size(), std::size_t{questions});
    EXPECT_EQ(wentOut.back(), "https://api.binance.com" + target(questions - 1));
    leave(net);
}

TEST_F(VenueGateTest, AnAddressThatIsNoneIsAnsweredAndTheNextIsAsked)
{
    VenueServer const server(certificates, counted());
    NetThread net(settings(server));
    ask(net, [](VenueGate& gate) {
        gate.ask({}, "nonsense", 1);
        gate.ask({}, "https://api.binance.com" + target(7), 1);
    });
    EXPECT_EQ(wait(2), (std::vector<std::string>{"NetBadUrl", "7"}));
    leave(net);
}

// A venue that says it was too much is not silent: whoever waits hears why, and for how long.
TEST_F(VenueGateTest, WhoHasToWaitIsTold)
{
    VenueServer const server(certificates, counted(), {.refuseRequests = 1, .refuseStatus = 429});
    NetThread net(settings(server));
    ask(net, [](VenueGate& gate) { gate.ask({}, "https://api.binance.com" + target(7), 1); });
    EXPECT_EQ(wait(2), (std::vector<std::string>{"NetRefused", "7"}));
    EXPECT_EQ(wentOut.size(), 2U) << "it went out twice";
    leave(net);
}

// An answer may be on its way when nobody wants it any more: it reaches nobody.
TEST_F(VenueGateTest, MayGoAwayWhileItAsks)
{
    VenueServer const server(certificates, counted());
    NetThread net(settings(server));
    for (int i = 0; i < questions; ++i) {
        ask(net, [&](VenueGate& gate) { gate.ask({}, "https://api.binance.com" + target(i), 1); });
        std::this_thread::sleep_for(std::chrono::microseconds(200 * i));
        leave(net);
        net.postAndWait([] {});
    }
    EXPECT_LE(server.requests(), questions);
}

} // namespace
} // namespace qob
