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
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    // Writes a file and returns its path.
    [[nodiscard]] std::string write(const std::string& name, std::string_view bytes) const;

    [[nodiscard]] std::string path(const std::string& name) const { return m_path + "/" + name; }

private:
    std::string m_path;
};

std::string gzipped(std::string_view bytes);
std::string xzipped(std::string_view bytes);
std::string readFile(const std::string& path);

// Of the repository.
std::string fixture(const std::string& name);

// The folder of recordings; empty where it is absent.
std::string captureFolder();

using Texts = std::initializer_list<std::pair<const char*, const char*>>; // price, quantity

// Messages in Binance's shape. `previous` 0: spot's, else the futures'.
std::string binanceDelta(
    std::uint64_t first, std::uint64_t last, std::uint64_t previous, Texts bids, Texts asks, const char* symbol = "BTCUSDT"
);
std::string binanceSnapshot(std::uint64_t last, Texts bids, Texts asks);
std::string binanceTrade(std::uint64_t id, const char* price, const char* qty, bool buyerIsMaker);

// `nanoseconds {json}` lines, a millisecond apart from `start` milliseconds on.
std::string captureLines(const std::vector<std::string>& messages, std::int64_t start = 1'000);

// One line of the other format.
std::string captureObject(double seconds, std::string_view kind, std::string_view url, std::string_view payload);

// Remembers what a market told.
class HeardMarket final : public MarketListener {
public:
    struct Level {
        Side side;
        std::int64_t price;
        std::int64_t qty;

        friend bool operator==(const Level&, const Level&) = default;
    };

    std::vector<Instrument> instruments;
    std::vector<Level> levels;
    std::vector<Trade> trades;
    std::vector<FeedStatus> feeds;
    std::vector<Notice> notices;
    std::vector<Timestamp> times; // of every event, in the order heard
    int cleared = 0;
    int updated = 0;

    void onInstrument(const Instrument& instrument) override { instruments.push_back(instrument); }

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

    void onTrade(const Trade& trade) override
    {
        trades.push_back(trade);
        times.push_back(trade.time);
    }

    void onFeed(const FeedStatus& status) override { feeds.push_back(status); }

    void onNotice(const Notice& notice) override { notices.push_back(notice); }

    // The texts of all notices, one a line.
    [[nodiscard]] std::string noticeText() const;
};

} // namespace qob::test
