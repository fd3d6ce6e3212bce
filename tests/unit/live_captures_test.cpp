// Every recording through the real connection code: TLS, WebSocket, HTTP, subscribing, bridging. Not
// BEQUANT's, which was made on four connections that repeat each other, nor BITHUMB's, which holds trades
// only.

#include "engine/market/replay_market.h"
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

// What can go wrong on the way, in the middle of the recording: to the first message from there on that the
// books would miss, as far as one is missed.
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

    // The message that a fault happens to.
    struct Target {
        std::size_t frame = 0;
        bool tells = false; // that it is missing is seen at once, by a number or a checksum
    };

    enum class Absence : std::uint8_t { Harmless, Wrong, Seen };

    // What the recording read without its `frame`th message is like.
    [[nodiscard]] Absence without(std::string_view text, std::size_t frame) const
    {
        std::string rest;
        for (std::size_t number = 0; !text.empty();) {
            auto const line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
            text.remove_prefix(line.size());
            bool const message = line.find(R"("k": "recv")") != std::string_view::npos;
            number += static_cast<std::size_t>(message);
            rest += message && number == frame ? std::string_view() : line;
        }
        test::TemporaryFolder const folder;
        auto const market = ReplayMarket::open({folder.write("without.jsonl", rest)}, venues);
        EXPECT_TRUE(market);
        test::HeardMarket heard;
        (*market)->runUntil(Timestamp::max(), heard);
        Absence absence = Absence::Harmless;
        for (FeedBook const* book : (*market)->books()) {
            auto const known = expected.find(book->symbol());
            if (book->status().gaps + book->status().checksumsBad > 0) {
                return Absence::Seen;
            }
            if (known != expected.end() && book->instrument() && test::bookText(*book) != known->second) {
                absence = Absence::Wrong;
            }
        }
        return absence;
    }

    // From the middle on the first message that the books miss; the middle one where none is missed soon.
    Target target()
    {
        constexpr std::size_t farthest = 60;
        const std::size_t middle = recording.frames.size() / 2;
        auto const [known, added] = targets.try_emplace(file, Target{middle});
        // Where every message is the whole book none is missed.
        bool const whole = venues.find(std::get<0>(GetParam()))->source == BookSource::EveryMessage;
        if (!added || whole) {
            return known->second;
        }
        const std::string text = unpacked(file);
        for (std::size_t i = middle; i < std::min(middle + farthest, recording.frames.size()); ++i) {
            Absence const absence = without(text, i);
            if (absence == Absence::Harmless) {
                continue;
            }
            auto const& path = recording.frames[i - 1].path;
            auto const onPath = [&](VenueRecording::Frame const& frame) {
                return frame.path == path;
            };
            auto const begin = recording.frames.begin();
            auto const count = std::count_if(begin, begin + static_cast<std::ptrdiff_t>(i), onPath);
            bool const alone = std::all_of(begin, recording.frames.end(), onPath);
            known->second = {static_cast<std::size_t>(count), alone && absence == Absence::Seen};
            break;
        }
        return known->second;
    }

    void check(CaptureFault const& fault)
    {
        Target const at = fault.damage == Damage::None ? Target{recording.frames.size() / 2} : target();
        VenueFaults const faults = fault.faults(at.frame);
        VenueServer const server(certificates, recording, faults);
        LiveRun run(quick, symbols, certificates, server);
        EXPECT_TRUE(run.untilBooks(expected, seconds(60))) << run.difference(expected).substr(0, 2'000);
        // Unless the first connection was left before, for a list that came behind the first book.
        bool const left = run.notices().find("list came late") != std::string::npos;
        if (faults.drop != 0 && at.tells && !left) {
            EXPECT_TRUE(run.noticed(ErrorCode::FeedGap) || run.noticed(ErrorCode::FeedChecksum))
                << "what was lost was not noticed: message " << at.frame << run.notices();
        }
    }

    static inline Venues venues;
    static inline TestCertificates certificates;
    static inline std::map<std::string, Target> targets; // by file
    ChangedVenues quick{venues, hurry};
    std::string file;
    std::vector<LiveSymbol> symbols;
    BookTexts expected;
    VenueRecording recording;
};

TEST_P(LiveCaptures, EveryBookEndsAsRead)
{
    check(std::get<1>(GetParam()));
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
