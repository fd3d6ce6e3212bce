#pragma once

#include "engine/history/history_reader.h"
#include "engine/market/market.h"

#include <map>
#include <memory>
#include <string>

namespace qob {

// Histories played back: directories or segments, merged by time. What was recorded is told as it was told
// then, so a history of a market does what the market did. A hole is a Notice, and every book of that history
// is empty and Stale until it was told anew. Memory is a block a history, and the books. One thread.
class HistoryMarket final : public Market {
public:
    // `files` must outlive it.
    static Expected<std::unique_ptr<HistoryMarket>>
    open(FileSystem& files, std::vector<std::string> const& paths);

    // Every book of which something has come, by venue and symbol.
    [[nodiscard]] std::vector<HistoryBooks::Book const*> books() const;

    // What could not be read so far, and times that were not recorded.
    [[nodiscard]] std::uint64_t damaged() const;

    [[nodiscard]] MarketKind kind() const override { return MarketKind::Replay; }

    [[nodiscard]] Timestamp begin() const override { return m_begin; }

    [[nodiscard]] Timestamp end() const override { return m_end; }

    [[nodiscard]] Timestamp nextEventTime() override;
    void runUntil(Timestamp limit, MarketListener& listener) override;
    void depth(InstrumentId instrument, std::size_t levels, DepthView& out) const override;
    [[nodiscard]] FeedStatus feed(InstrumentId instrument) const override;

    [[nodiscard]] bool canRewind() const override { return true; }

    void rewind() override;

    void
    rollHistory(InstrumentId /*instrument*/, std::size_t /*events*/, MarketListener& /*listener*/) override
    {}

    [[nodiscard]] std::vector<InstrumentId> historyPending() const override { return {}; }

private:
    struct Track {
        HistoryReader reader;
        std::unique_ptr<HistoryStream> stream;
        HistoryItem next;
        bool over = false;
        std::uint64_t run = 0;
        std::map<InstrumentId, InstrumentId> ids; // of the recording: ours
        InstrumentId lastFrom{0};
        InstrumentId lastTo{0};
    };

    HistoryMarket() = default;

    void start(Track& track);
    static void advance(Track& track);
    Track* earliest();
    void play(Track& track, MarketListener& listener);
    void playExtra(Track& track, HistoryItem const& item, MarketListener& listener);
    void playHole(Track const& track, HistoryItem const& item, MarketListener& listener);
    void finish(Track const& track, MarketListener& listener);
    InstrumentId define(Track& track, Instrument const& instrument);

    std::vector<Track> m_tracks;
    Timestamp m_begin;
    Timestamp m_end;
    std::map<std::pair<std::string, std::string>, InstrumentId> m_names; // by venue and symbol
    HistoryBooks m_books;                                                // by our ids
};

} // namespace qob
