#pragma once

#include "engine/market/feed_book.h"
#include "engine/market/market.h"
#include "engine/market/replay_source.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace qob {

// Recordings played back: any number of capture files, merged by the time their messages were received. Files
// of one venue and symbol continue each other. What is wrong inside a file is a Notice naming file and line;
// the rest goes on. Memory does not depend on the files' sizes, apart from what exchanges define about their
// instruments.
class ReplayMarket final : public Market {
public:
    // Files that cannot be played are left out: openErrors(), also told as notices when the market first
    // runs.
    ReplayMarket(std::vector<std::string> const& files, VenueDirectory const& venues);

    // The same, but the first error where no file can be played.
    static Expected<std::unique_ptr<ReplayMarket>>
    open(std::vector<std::string> const& files, VenueDirectory const& venues);

    [[nodiscard]] std::vector<Error> const& openErrors() const { return m_openErrors; }

    // Every book of which a level or a trade has come so far, by venue and symbol; no instrument need be
    // known yet.
    [[nodiscard]] std::vector<FeedBook const*> books() const;

    // Lines that could not be used so far.
    [[nodiscard]] std::uint64_t badLines() const { return m_badLines; }

    [[nodiscard]] MarketKind kind() const override { return MarketKind::Replay; }

    [[nodiscard]] Timestamp begin() const override { return m_begin; }

    [[nodiscard]] Timestamp end() const override { return m_end; }

    [[nodiscard]] Timestamp nextEventTime() override;
    void runUntil(Timestamp limit, MarketListener& listener) override;
    void depth(InstrumentId instrument, std::size_t levels, DepthView& out) const override;
    [[nodiscard]] FeedStatus feed(InstrumentId instrument) const override;

    void hearRaw(RawListener* listener) override { m_raw = listener; }

    [[nodiscard]] bool canRewind() const override { return true; }

    void rewind() override;

    void
    rollHistory(InstrumentId /*instrument*/, std::size_t /*events*/, MarketListener& /*listener*/) override
    {}

    [[nodiscard]] std::vector<InstrumentId> historyPending() const override { return {}; }

private:
    // A source with the book its last message was for: nearly always the next one's too.
    struct Track {
        std::unique_ptr<ReplaySource> source;
        FeedBook* lastBook = nullptr;
    };

    using Terms = std::unordered_map<std::string, InstrumentTerms>;

    void tellOpenErrors(MarketListener& listener);
    Track* earliest();
    void play(Track& track, MarketListener& listener);
    void tellRaw(Track const& track);
    void playMessage(Track& track, MarketListener& listener);
    void keepTerms(VenueSpec const& venue);
    void loseConnection(Track const& track, Error const& problem, MarketListener& listener);
    FeedBook& bookOf(Track& track, std::string_view symbol);
    void advance(Track& track);
    void finish(Track const& finished, MarketListener& listener);
    [[nodiscard]] static bool feeds(Track const& track, FeedBook const& book);
    void report(Track const* track, Timestamp time, MarketListener& listener);
    [[nodiscard]] FeedBook const* find(InstrumentId instrument) const;

    std::vector<Track> m_tracks;
    std::vector<Error> m_openErrors;
    std::vector<Error> m_problems; // met but not told yet
    std::uint64_t m_badLines = 0;
    bool m_openErrorsTold = false;
    Timestamp m_begin = Timestamp(0);
    Timestamp m_end = Timestamp(0);
    std::map<std::pair<std::string, std::string>, FeedBook*, std::less<>> m_books; // by venue and symbol
    std::vector<std::unique_ptr<FeedBook>> m_byId;                                 // id 1 first
    std::map<std::string, Terms, std::less<>> m_terms;                             // by venue, then symbol
    FeedBatch m_batch;
    RawListener* m_raw = nullptr;
};

} // namespace qob
