#include "engine/live/venue_check.h"
#include "engine/net/http_request.h"
#include "engine/net/url.h"
#include "engine/venue/venues.h"
#include "tests/support/live_run.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>

namespace qob {
namespace {

using test::ChangedVenues;
using test::TestCertificates;
using test::VenueFaults;
using test::VenueRecording;
using test::VenueServer;
using testing::HasSubstr;

VenueRecording recording()
{
    VenueRecording made;
    made.answers.push_back(
        {"/api/v3/depth?symbol=BTCUSDT&limit=5000",
         test::binanceSnapshot(100, {{"99.50", "1"}}, {{"100.50", "1.5"}})}
    );
    made.frames.push_back({"/ws", test::binanceDelta(101, 101, 0, {{"99.40", "1"}}, {})});
    return made;
}

class VenueCheck : public testing::Test {
protected:
    static void SetUpTestSuite() { certificates = TestCertificates::make(test::hostsOf(venues)); }

    static void hurry(VenueSpec& spec)
    {
        spec.limits.restPerMinute = 60'000;
        spec.limits.connectionsPerMinute = 60'000;
        spec.heartbeat.silence = milliseconds(700);
    }

    // Everything is looked for at `place`, and whoever `authority` has signed is believed.
    [[nodiscard]] LiveMarket::World world(std::string const& place, std::string const& authority) const
    {
        auto net = std::make_shared<NetThread>(NetSettings{
            m_folder.write("ca.pem", authority), {{"*", place}}, seconds(5)});
        return {net, quick, m_clock, m_log, Rng(7)};
    }

    [[nodiscard]] VenueHealth
    check(VenueServer const& server, Duration timeout = seconds(10), bool trusted = true) const
    {
        auto const& authority = trusted ? certificates.authority : stranger.authority;
        return checkVenues(world(server.place(), authority), binance(), timeout).front();
    }

    [[nodiscard]] std::vector<VenueSpec const*> binance() const { return {quick.find("BINANCE")}; }

    static inline Venues venues;
    static inline TestCertificates certificates;
    static inline TestCertificates stranger = TestCertificates::make({"example.org"});
    ChangedVenues quick{venues, hurry};

private:
    test::TemporaryFolder m_folder;
    SystemClock m_clock;
    mutable Log m_log{LogSettings{LogLevel::Off, LogLevel::Off, {}}};
};

TEST_F(VenueCheck, AGoodVenueIsGood)
{
    VenueServer const server(certificates, recording());
    auto const health = check(server);
    EXPECT_TRUE(health.good());
    EXPECT_EQ(health.stream.address, server.place());
    EXPECT_LE(*health.stream.found, *health.stream.connected);
    EXPECT_LE(*health.stream.connected, *health.stream.secured);
    EXPECT_EQ(conclusions({health}), std::vector<std::string>{"1 of 1 venues can be used."});
}

TEST_F(VenueCheck, WhoIsNotTheVenueIsSaid)
{
    VenueServer const server(certificates, recording());
    auto const health = check(server, seconds(10), false);
    EXPECT_TRUE(health.stream.connected);
    EXPECT_FALSE(health.stream.secured);
    EXPECT_EQ(health.bookProblem->code, ErrorCode::NetTls);
    EXPECT_THAT(conclusions({health}).front(), HasSubstr("--ca"));
}

TEST_F(VenueCheck, NobodyThereIsSaid)
{
    std::string place;
    {
        VenueServer const gone(certificates, recording());
        place = gone.place();
    }
    auto const health = checkVenues(world(place, certificates.authority), binance(), seconds(5)).front();
    EXPECT_TRUE(health.stream.found);
    EXPECT_FALSE(health.stream.connected);
    EXPECT_EQ(health.bookProblem->code, ErrorCode::NetConnect);
    EXPECT_THAT(conclusions({health}).front(), HasSubstr("no connection opens"));
}

TEST_F(VenueCheck, NoNameServerMeansNoNetwork)
{
    auto const health =
        checkVenues(world("nowhere.invalid:443", certificates.authority), binance(), seconds(5)).front();
    EXPECT_FALSE(health.stream.found);
    EXPECT_THAT(conclusions({health}).front(), HasSubstr("no network"));
}

TEST_F(VenueCheck, ARefusedQuestionIsSaid)
{
    VenueServer const server(certificates, recording(), {.refuseRequests = 1'000, .refuseStatus = 451});
    auto const health = check(server, seconds(1));
    EXPECT_THAT(health.answerProblem->detail, HasSubstr("451"));
    EXPECT_FALSE(health.good());
}

TEST_F(VenueCheck, AStreamThatSaysNothingHasNoBook)
{
    VenueServer const server(certificates, recording(), {.silent = 1});
    auto const health = check(server, milliseconds(400));
    EXPECT_TRUE(health.answered);
    EXPECT_FALSE(health.book);
    EXPECT_THAT(conclusions({health}).front(), HasSubstr("whole book"));
}

TEST_F(VenueCheck, AClockThatIsWrongIsSaid)
{
    VenueServer const server(certificates, recording(), {.clockAheadSeconds = 40});
    auto const health = check(server);
    ASSERT_TRUE(health.clockOffset);
    EXPECT_GT(*health.clockOffset, seconds(37));
    EXPECT_LT(*health.clockOffset, seconds(43));
    EXPECT_THAT(conclusions({health}).front(), HasSubstr("behind"));
}

TEST_F(VenueCheck, OneVenueThatCanBeReachedIsEnough)
{
    VenueServer const server(certificates, recording());
    SystemClock const clock;
    auto const here = world(server.place(), certificates.authority);
    EXPECT_TRUE(anyReachable(*here.net, clock, binance(), seconds(2)));
    auto const nowhere = world("nowhere.invalid:443", certificates.authority);
    auto const reached = anyReachable(*nowhere.net, clock, binance(), seconds(2));
    ASSERT_FALSE(reached);
    EXPECT_EQ(reached.error().code, ErrorCode::NetResolve);
}

// What a name server does not answer: it blocks whoever asks until it is let go.
class SilentNames {
public:
    NetSettings settings(std::map<std::string, std::string> places)
    {
        NetSettings settings;
        settings.connectTo = std::move(places);
        settings.lookUp = [inner = m_inner](std::string const& host, std::vector<std::string>& addresses) {
            if (host.starts_with("dead")) {
                ++inner->asked;
                inner->gone.wait();
                ++inner->answered;
                return EAI_AGAIN;
            }
            addresses.emplace_back("127.0.0.1");
            return 0;
        };
        return settings;
    }

    ~SilentNames() { m_inner->let.set_value(); }

    [[nodiscard]] int asked() const { return m_inner->asked; }

    [[nodiscard]] int answered() const { return m_inner->answered; }

private:
    struct Inner {
        std::promise<void> let;
        std::shared_future<void> gone{let.get_future()};
        std::atomic<int> asked{0};
        std::atomic<int> answered{0};
    };

    std::shared_ptr<Inner> m_inner = std::make_shared<Inner>();
};

// 127.0.0.2 at a port of a server on 127.0.0.1: a queue of connections that is full, so that no more are
// answered.
class SwallowingAddress {
public:
    explicit SwallowingAddress(std::uint16_t port)
    {
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_port = htons(port);
        inet_pton(AF_INET, "127.0.0.2", &place.sin_addr);
        m_sockets.push_back(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
        auto const* at = reinterpret_cast<sockaddr const*>(&place);
        EXPECT_EQ(::bind(m_sockets[0], at, sizeof place), 0);
        EXPECT_EQ(::listen(m_sockets[0], 0), 0);
        for (int i = 0; i < 4; ++i) {
            m_sockets.push_back(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
            static_cast<void>(::connect(m_sockets.back(), at, sizeof place));
        }
    }

    SwallowingAddress(SwallowingAddress const&) = delete;
    SwallowingAddress& operator=(SwallowingAddress const&) = delete;

    ~SwallowingAddress()
    {
        for (int const socket : m_sockets) {
            close(socket);
        }
    }

private:
    std::vector<int> m_sockets;
};

// Of two addresses the first swallows what is sent to it, as IPv6 does where it is broken.
TEST_F(VenueCheck, ADeadAddressDoesNotHideTheNext)
{
    VenueServer const server(certificates, recording());
    const SwallowingAddress dead(server.port());
    NetSettings settings;
    test::TemporaryFolder const folder;
    settings.caFile = folder.write("ca.pem", certificates.authority);
    settings.connectTo = {{"*", "two.example:" + std::to_string(server.port())}};
    settings.openTimeout = seconds(4);
    settings.lookUp = [](std::string const& /*host*/, std::vector<std::string>& addresses) {
        addresses = {"127.0.0.2", "127.0.0.1"};
        return 0;
    };
    NetThread net(settings);
    SystemClock const clock;
    EXPECT_TRUE(anyReachable(net, clock, binance(), seconds(8)));
    std::promise<Expected<HttpAnswer>> answered;
    std::shared_ptr<void> question;
    net.postAndWait([&] {
        question = httpRequest(
            net,
            {"https://api.binance.com/api/v3/depth?symbol=BTCUSDT&limit=5000"},
            seconds(8),
            [&](Expected<HttpAnswer> answer) { answered.set_value(std::move(answer)); }
        );
    });
    auto const answer = answered.get_future().get();
    EXPECT_TRUE(answer) << answer.error().message();
    net.postAndWait([&] { question.reset(); });
}

TEST_F(VenueCheck, NobodyWaitsForANameServerThatDoesNotAnswer)
{
    SystemClock const clock;
    SilentNames names;
    {
        NetThread net(names.settings({{"*", "dead.example:443"}}));
        auto const reached = anyReachable(net, clock, binance(), milliseconds(300));
        ASSERT_FALSE(reached);
        EXPECT_EQ(reached.error().code, ErrorCode::NetTimeout);
    }
    EXPECT_EQ(names.asked(), 1);
    EXPECT_EQ(names.answered(), 0) << "the thread that asks is left behind";
}

TEST_F(VenueCheck, DeadNamesDoNotHoldUpTheOthers)
{
    VenueServer const server(certificates, recording());
    SystemClock const clock;
    SilentNames names;
    std::vector<VenueSpec const*> several;
    std::map<std::string, std::string> places{{"*", "dead.example:443"}};
    for (char const* id : {"KRAKEN", "OKX", "BYBIT", "DERIBIT", "BINANCE"}) {
        several.push_back(quick.find(id));
    }
    places[parseUrl(quick.find("BINANCE")->endpoints[0].url)->host] =
        "alive.example:" + std::to_string(server.port());
    NetThread net(names.settings(places));
    EXPECT_TRUE(anyReachable(net, clock, several, seconds(20)));
    EXPECT_EQ(names.answered(), 0);
    EXPECT_LE(names.asked(), 1) << "one question for all who want the same name";
}

} // namespace
} // namespace qob
