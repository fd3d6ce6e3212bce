// What the live market costs: from a frame given to a TLS socket on loopback until the book has it, at a
// steady rate; and what a thousand books of a thousand levels a side hold. One JSON object a line.

#include "engine/market/market_history.h"
#include "engine/venue/venues.h"
#include "tests/support/live_run.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace qob {
namespace {

constexpr int framesPerSecond = 10'000;
constexpr std::size_t frames = 100'000;
constexpr std::uint64_t firstUpdate = 101;

test::VenueRecording recording()
{
    test::VenueRecording made;
    made.answers.push_back(
        {"/api/v3/exchangeInfo",
         R"({"symbols":[{"symbol":"BTCUSDT","status":"TRADING","baseAsset":"BTC","quoteAsset":"USDT","filters":[)"
         R"({"filterType":"PRICE_FILTER","minPrice":"0.01","maxPrice":"1000000.00","tickSize":"0.01"},)"
         R"({"filterType":"LOT_SIZE","minQty":"0.01","maxQty":"9000.00","stepSize":"0.01"}]}]})"}
    );
    made.answers.push_back(
        {"/api/v3/depth?symbol=BTCUSDT&limit=5000",
         test::binanceSnapshot(firstUpdate - 1, {{"99.50", "1"}, {"99.00", "2"}}, {{"100.50", "1.5"}})}
    );
    for (std::uint64_t i = 0; i < frames; ++i) {
        const std::string bid = fmt::format("98.{:02}", i % 90);
        const std::string ask = fmt::format("101.{:02}", i * 7 % 90);
        const std::string qty = fmt::format("{}.25", 1 + i % 7);
        made.frames.push_back(
            {"/ws",
             test::binanceDelta(
                 firstUpdate + i,
                 firstUpdate + i,
                 0,
                 {{bid.c_str(), qty.c_str()}, {"99.10", qty.c_str()}},
                 {{ask.c_str(), "0.75"}}
             )}
        );
    }
    return made;
}

// Notes how long ago the newest frame in the book was sent.
class Latencies final : public MarketListener {
public:
    Latencies(test::VenueServer const& server, FeedBook const& book) : m_server(server), m_book(book)
    {
        m_spans.reserve(frames);
    }

    void onBookUpdated(InstrumentId /*instrument*/, Timestamp /*time*/) override
    {
        m_book.depth(1, m_top);
        if (m_top.sequence >= firstUpdate) {
            auto const now = std::chrono::steady_clock::now().time_since_epoch().count();
            m_spans.push_back(now - m_server.sentAtNs(m_top.sequence - firstUpdate + 1));
        }
    }

    void onInstrument(Instrument const& /*instrument*/) override {}

    void onLevel(InstrumentId /*i*/, Side /*s*/, Price /*p*/, Qty /*q*/, Timestamp /*t*/) override {}

    void onBookCleared(InstrumentId /*instrument*/, Timestamp /*time*/) override {}

    void onTrade(Trade const& /*trade*/) override {}

    void onFeed(FeedStatus const& /*status*/) override {}

    void onNotice(Notice const& /*notice*/) override {}

    [[nodiscard]] std::uint64_t newest() const { return m_top.sequence; }

    // Those after the first second, sorted.
    std::vector<std::int64_t> take()
    {
        m_spans.erase(
            m_spans.begin(), m_spans.begin() + std::min<std::ptrdiff_t>(framesPerSecond, std::ssize(m_spans))
        );
        std::sort(m_spans.begin(), m_spans.end());
        return std::move(m_spans);
    }

private:
    test::VenueServer const& m_server;
    FeedBook const& m_book;
    DepthView m_top;
    std::vector<std::int64_t> m_spans;
};

void latency()
{
    const Venues venues;
    auto const certificates = test::TestCertificates::make(test::hostsOf(venues));
    test::VenueFaults pace;
    pace.framesPerSecond = framesPerSecond;
    const test::VenueServer server(certificates, recording(), pace);
    test::LiveRun run(venues, {{"BINANCE", "BTCUSDT"}}, certificates, server);
    Latencies heard(server, run.book("BTCUSDT"));
    const SystemClock clock;
    const Duration end = clock.steady() + seconds(60);
    while (heard.newest() < firstUpdate + frames - 1 && clock.steady() < end) {
        run.market.waitForData(milliseconds(5));
        run.market.runUntil(clock.now(), heard);
    }
    auto const spans = heard.take();
    if (heard.newest() != firstUpdate + frames - 1 || spans.empty()) {
        auto const status = run.book("BTCUSDT").status();
        fmt::print(
            stderr,
            "live_bench: the book ends at {}: {}\n",
            heard.newest(),
            status.problem ? status.problem->message() : std::string("nothing came")
        );
        return;
    }
    auto const at = [&](double part) {
        return static_cast<double>(
                   spans[static_cast<std::size_t>(part * static_cast<double>(spans.size() - 1))]
               ) /
               1e3;
    };
    fmt::print(
        R"({{"scenario":"latency","rate":{},"messages":{},"p50_us":{:.1f},"p99_us":{:.1f},"p999_us":{:.1f}}})"
        "\n",
        framesPerSecond,
        spans.size(),
        at(0.5),
        at(0.99),
        at(0.999)
    );
}

// Books without connections.
class ManyBooks final : public Market {
public:
    ManyBooks(VenueSpec const& spec, int count)
    {
        for (int i = 0; i < count; ++i) {
            InstrumentTerms terms = spec.termsOf(spec, fmt::format("A{}USDT", i));
            terms.tickSize = "0.01";
            terms.lotSize = "0.00001";
            auto& book = m_books.emplace_back(
                std::make_unique<FeedBook>(InstrumentId(static_cast<std::uint32_t>(i + 1)), spec, terms)
            );
            book->describe(terms);
        }
    }

    void message(std::size_t book, FeedMessage const& message, Timestamp time, MarketListener& listener)
    {
        m_books[book]->onMessage(message, time, {"bench", 1}, listener);
    }

    [[nodiscard]] std::size_t size() const { return m_books.size(); }

    [[nodiscard]] MarketKind kind() const override { return MarketKind::Live; }

    [[nodiscard]] Timestamp begin() const override { return Timestamp(0); }

    [[nodiscard]] Timestamp end() const override { return Timestamp::max(); }

    [[nodiscard]] Timestamp nextEventTime() override { return Timestamp::max(); }

    void runUntil(Timestamp /*limit*/, MarketListener& /*listener*/) override {}

    void depth(InstrumentId instrument, std::size_t levels, DepthView& out) const override
    {
        m_books[instrument.value - 1]->depth(levels, out);
    }

    [[nodiscard]] FeedStatus feed(InstrumentId instrument) const override
    {
        return m_books[instrument.value - 1]->status();
    }

    [[nodiscard]] bool canRewind() const override { return false; }

    void rewind() override {}

    void rollHistory(InstrumentId /*i*/, std::size_t /*events*/, MarketListener& /*listener*/) override {}

    [[nodiscard]] std::vector<InstrumentId> historyPending() const override { return {}; }

private:
    std::vector<std::unique_ptr<FeedBook>> m_books;
};

double residentMiB()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) {
            return static_cast<double>(std::stoll(line.substr(6))) / 1024;
        }
    }
    return 0;
}

WrittenLevel level(std::int64_t cents, std::int64_t qty)
{
    return {{cents, 2}, {qty, 5}};
}

void memory()
{
    constexpr int books = 1'000;
    constexpr int levels = 1'000;
    constexpr std::uint64_t updates = 100;
    double const before = residentMiB();
    const Venues venues;
    ManyBooks market(*venues.find("BINANCE"), books);
    MarketHistory history(market);
    for (std::size_t book = 0; book < market.size(); ++book) {
        FeedMessage message;
        message.kind = FeedMessage::Kind::Snapshot;
        message.parts = FeedMessage::bidPart | FeedMessage::askPart;
        message.span.last = 1;
        for (int i = 0; i < levels; ++i) {
            message.bids.push_back(level(1'000'000 - i, 100 + i));
            message.asks.push_back(level(1'000'001 + i, 100 + i));
        }
        Timestamp time(1'700'000'000'000'000'000);
        market.message(book, message, time, history);
        for (std::uint64_t i = 2; i < updates; ++i) {
            message.clear();
            message.kind = FeedMessage::Kind::Delta;
            message.parts = FeedMessage::bidPart | FeedMessage::askPart;
            message.span = {i, i, i - 1};
            auto const at = static_cast<std::int64_t>(i * 7 % levels);
            message.bids.push_back(level(1'000'000 - at, 50 + at));
            message.asks.push_back(level(1'000'001 + at, 50 + at));
            time += milliseconds(100);
            market.message(book, message, time, history);
        }
        if (market.feed(InstrumentId(static_cast<std::uint32_t>(book + 1))).state != FeedState::Live) {
            fmt::print(stderr, "live_bench: a book is not live\n");
            return;
        }
    }
    fmt::print(
        R"({{"scenario":"memory","books":{},"levels":{},"mib":{:.1f}}})"
        "\n",
        books,
        levels,
        residentMiB() - before
    );
}

} // namespace
} // namespace qob

int main()
{
    qob::memory();
    qob::latency();
    return 0;
}
