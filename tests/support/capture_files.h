#pragma once

#include "engine/market/market.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qob::test {

// A folder of its own that is gone at the end of the test.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;

    // Writes a file and returns its path.
    [[nodiscard]] std::string write(std::string const& name, std::string_view bytes) const;

    [[nodiscard]] std::string path(std::string const& name) const { return m_path + "/" + name; }

private:
    std::string m_path;
};

std::string gzipped(std::string_view bytes);
std::string xzipped(std::string_view bytes);
std::string readFile(std::string const& path);

// Of the repository.
std::string fixture(std::string const& name);

// The folder of recordings; empty where it is absent.
std::string captureFolder();

using Texts = std::initializer_list<std::pair<char const*, char const*>>; // price, quantity

// Messages in Binance's shape. `previous` 0: spot's, else the futures'.
std::string binanceDelta(
    std::uint64_t first,
    std::uint64_t last,
    std::uint64_t previous,
    Texts bids,
    Texts asks,
    char const* symbol = "BTCUSDT"
);
std::string binanceSnapshot(std::uint64_t last, Texts bids, Texts asks);
std::string binanceTrade(std::uint64_t id, char const* price, char const* qty, bool buyerIsMaker);

// `nanoseconds {json}` lines, a millisecond apart from `start` milliseconds on.
std::string captureLines(std::vector<std::string> const& messages, std::int64_t start = 1'000);

// One line of the other format.
std::string
captureObject(double seconds, std::string_view kind, std::string_view url, std::string_view payload);

// Remembers what a market told.
class HeardMarket final : public MarketListener {
public:
    struct Level {
        Side side;
        std::int64_t price;
        std::int64_t qty;

        friend bool operator==(Level const&, Level const&) = default;
    };

    std::vector<Instrument> instruments;
    std::vector<Level> levels;
    std::vector<Trade> trades;
    std::vector<FeedStatus> feeds;
    std::vector<Notice> notices;
    std::vector<InstrumentStatistics> statistics;
    std::vector<Timestamp> times; // of every event, in the order heard
    int cleared = 0;
    int updated = 0;

    void onInstrument(Instrument const& instrument) override { instruments.push_back(instrument); }

    void onLevel(InstrumentId /*id*/, Side side, Price price, Qty qty, Timestamp time) override
    {
        levels.push_back({side, price.value, qty.value});
        times.push_back(time);
    }

    void onBookCleared(InstrumentId /*id*/, Timestamp time) override
    {
        ++cleared;
        times.push_back(time);
    }

    void onBookUpdated(InstrumentId /*id*/, Timestamp time) override
    {
        ++updated;
        times.push_back(time);
    }

    void onTrade(Trade const& trade) override
    {
        trades.push_back(trade);
        times.push_back(trade.time);
    }

    void onStatistics(InstrumentStatistics const& said) override { statistics.push_back(said); }

    void onFeed(FeedStatus const& status) override { feeds.push_back(status); }

    void onNotice(Notice const& notice) override { notices.push_back(notice); }

    // The texts of all notices, one a line.
    [[nodiscard]] std::string noticeText() const;
};

} // namespace qob::test
