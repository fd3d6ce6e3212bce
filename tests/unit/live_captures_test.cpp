// Every recording through the real connection code: TLS, WebSocket, HTTP, subscribing, bridging. Not
// BEQUANT's, which was made on four connections that repeat each other, nor BITHUMB's, which holds trades
// only.

#include "engine/venue/venues.h"
#include "tests/support/live_run.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace qob {
namespace {

using test::BookTexts;
using test::ChangedVenues;
using test::LiveRun;
using test::TestCertificates;
using test::VenueFaults;
using test::VenueRecording;
using test::VenueServer;

std::string unpacked(std::string const& path)
{
    std::string text;
    gzFile file = gzopen(path.c_str(), "rb");
    std::vector<char> some(std::size_t{1} << 20U);
    for (int got = 0; (got = gzread(file, some.data(), static_cast<unsigned>(some.size()))) > 0;) {
        text.append(some.data(), static_cast<std::size_t>(got));
    }
    gzclose(file);
    return text;
}

// To the messages of one connection.
enum class Damage : std::uint8_t {
    None,
    Seen, // one cannot be read
    Lost, // one is missing where it was: only venues whose messages tell so can notice
};

// What can go wrong on the way, in the middle of the recording.
struct CaptureFault {
    char const* name;
    VenueFaults (*faults)(std::size_t middle);
    Damage damage = Damage::None;
};

void PrintTo(CaptureFault const& fault, std::ostream* out)
{
    *out << fault.name;
}

constexpr CaptureFault captureFaults[] = {
    {"Nothing",
     [](std::size_t) {
         return VenueFaults{};
     }},
    {"Cut",
     [](std::size_t middle) {
         return VenueFaults{.cut = middle};
     }},
    {"Garbled", [](std::size_t middle) { return VenueFaults{.garble = middle}; }, Damage::Seen},
    {"Dropped", [](std::size_t middle) { return VenueFaults{.drop = middle}; }, Damage::Lost},
    {"Reordered", [](std::size_t middle) { return VenueFaults{.swap = middle}; }, Damage::Lost},
    {"Duplicated",
     [](std::size_t middle) {
         return VenueFaults{.duplicate = middle};
     }},
    {"Delayed",
     [](std::size_t middle) {
         return VenueFaults{.delay = middle};
     }},
    {"Silent",
     [](std::size_t middle) {
         return VenueFaults{.silent = middle};
     }},
    {"HandshakeRefused",
     [](std::size_t) {
         return VenueFaults{.refuseHandshakes = 2};
     }},
    {"TooManyRequests",
     [](std::size_t) {
         return VenueFaults{.refuseRequests = 1, .refuseStatus = 429};
     }},
    {"Banned",
     [](std::size_t) {
         return VenueFaults{.refuseRequests = 1, .refuseStatus = 418};
     }},
};

// By its numbers, its checksums, or because every message is the whole book.
bool noticesLoss(VenueSpec const& spec)
{
    return !spec.rule->follows(5, {7, 7, 6}) || spec.checksum != nullptr ||
           spec.source == BookSource::EveryMessage;
}

class LiveCaptures : public testing::TestWithParam<std::tuple<char const*, CaptureFault>> {
protected:
    static void SetUpTestSuite()
    {
        auto hosts = test::hostsOf(venues);
        hosts.emplace_back("ws-api-spot.kucoin.com");
        certificates = TestCertificates::make(hosts);
    }

    void SetUp() override
    {
        std::string const folder = test::captureFolder();
        std::string const venue = std::get<0>(GetParam());
        file = folder + "/venues/" + venue + ".jsonl.gz";
        if (folder.empty() || !std::filesystem::exists(file)) {
            GTEST_SKIP() << "no recording of " << venue << "; QOB_CAPTURES names their folder";
        }
        CaptureFault const& fault = std::get<1>(GetParam());
        if (fault.damage == Damage::Lost && !noticesLoss(*venues.find(venue))) {
            GTEST_SKIP() << venue << " numbers and checks nothing: a lost message cannot be noticed";
        }
        if (fault.damage != Damage::None && venue == "INDEPENDENT_RESERVE") {
            GTEST_SKIP() << venue << "'s snapshot bears no number: the recorded one fits the beginning only";
        }
        expected = test::replayedBooks(file, venues, symbols);
        recording = VenueRecording::parse(unpacked(file));
        // KuCoin's snapshots moved to another address since.
        constexpr std::string_view then = "/api/v3/market/orderbook/level2";
        for (std::size_t i = recording.answers.size(); i-- > 0;) {
            auto answer = recording.answers[i];
            if (answer.target.starts_with(then)) {
                answer.target.replace(0, then.size(), "/api/v1/market/orderbook/level2_100");
                recording.answers.push_back(std::move(answer));
            }
        }
        // It hands out its stream's address; that was not recorded.
        recording.answers.push_back(
            {"/api/v1/bullet-public",
             R"({"code":"200000","data":{"token":"T","instanceServers":[{"endpoint":)"
             R"("wss://ws-api-spot.kucoin.com/endpoint","encrypt":true,"protocol":"websocket",)"
             R"("pingInterval":18000,"pingTimeout":10000}]}})"}
        );
    }

    // A venue's limits are not those of a server on this machine.
    static void hurry(VenueSpec& spec)
    {
        spec.limits.restPerMinute = 600'000;
        spec.limits.connectionsPerMinute = 60'000;
        spec.limits.framesPerSecond = 1'000;
        spec.limits.afterConnect = Duration(0);
        spec.limits.subscriptionsPerConnection = 0;
        spec.heartbeat.silence = milliseconds(700);
        if (spec.id == "KUCOIN") { // recorded when deltas were asked for
            spec.source = BookSource::Rest;
            spec.snapshot.url = "https://api.kucoin.com/api/v1/market/orderbook/level2_100?symbol=$symbol";
        }
    }

    void check(VenueFaults const& faults)
    {
        VenueServer const server(certificates, recording, faults);
        LiveRun run(quick, symbols, certificates, server);
        EXPECT_TRUE(run.untilBooks(expected, seconds(60))) << run.difference(expected).substr(0, 2'000);
    }

    static inline Venues venues;
    static inline TestCertificates certificates;
    ChangedVenues quick{venues, hurry};
    std::string file;
    std::vector<LiveSymbol> symbols;
    BookTexts expected;
    VenueRecording recording;
};

TEST_P(LiveCaptures, EveryBookEndsAsRead)
{
    check(std::get<1>(GetParam()).faults(recording.frames.size() / 2));
}

INSTANTIATE_TEST_SUITE_P(
    All,
    LiveCaptures,
    testing::Combine(
        testing::Values(
            "ASCENDEX",
            "ASCENDEX_FUTURES",
            "BINANCE",
            "BINANCE_DELIVERY",
            "BINANCE_FUTURES",
            "BINANCE_TR",
            "BINANCE_US",
            "BIT.COM",
            "BITFINEX",
            "BITFLYER",
            "BITGET",
            "BITMEX",
            "BITSTAMP",
            "BLOCKCHAIN",
            "BYBIT",
            "COINBASE",
            "DELTA",
            "DERIBIT",
            "DYDX",
            "FMFW",
            "GATEIO",
            "GATEIO_FUTURES",
            "GEMINI",
            "HITBTC",
            "HUOBI",
            "HUOBI_SWAP",
            "INDEPENDENT_RESERVE",
            "KRAKEN",
            "KRAKEN_FUTURES",
            "KUCOIN",
            "OKCOIN",
            "OKX",
            "PHEMEX",
            "POLONIEX",
            "PROBIT",
            "UPBIT"
        ),
        testing::ValuesIn(captureFaults)
    ),
    [](auto const& at) {
        std::string name(std::get<0>(at.param));
        std::replace(name.begin(), name.end(), '.', '_');
        return name + "_" + std::get<1>(at.param).name;
    }
);

} // namespace
} // namespace qob
