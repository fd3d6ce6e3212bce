#pragma once

#include "engine/base/clock.h"
#include "engine/base/log.h"
#include "engine/live/live_plan.h"
#include "engine/live/venue_connection.h"
#include "engine/market/feed_book.h"
#include "engine/market/market.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace qob {

struct LiveSettings {
    Backoff backoff;                   // of connections
    Duration firstResync = seconds(1); // how long to wait for a book to become whole before it is helped,
    Duration mostResync = seconds(60); // doubled with each attempt up to this
    // Then its connection is opened anew; where others on it are Live only if deltas of it still come, and
    // the next time after twice as many.
    int attemptsBeforeReconnect = 4;
    std::size_t inboxBytes = FeedInbox::defaultBytes;
};

// What is going on at outside venues now, from their public streams. Books that went wrong (a gap, a bad
// checksum, a crossed book, a broken or silent connection) are Stale at once, and are made whole again in the
// way their venue wants, each for itself. Market time is the clock's; when that leaps ahead (the machine
// slept), all connections are opened anew. One thread; its connections live on `net`.
class LiveMarket final : public Market {
public:
    struct World {
        std::shared_ptr<NetThread> net;
        VenueDirectory const& venues;
        Clock const& clock;
        Log& log;
        Rng rng;
    };

    // Begins to connect. What `world` refers to must outlive it. Not from io.
    LiveMarket(World const& world, std::vector<LiveSymbol> const& symbols, LiveSettings const& settings = {});
    ~LiveMarket() override;
    LiveMarket(LiveMarket const&) = delete;
    LiveMarket& operator=(LiveMarket const&) = delete;

    // Every book that is watched.
    [[nodiscard]] std::vector<FeedBook const*> books() const;

    // Waits until something has come or the time is over. From the market's thread.
    void waitForData(Duration limit) { m_inbox.wait(limit); }

    // Called on io when something has come after nothing had; set once, before runUntil.
    void wakeBy(std::function<void()> wake) override { m_inbox.onFirst(std::move(wake)); }

    void hearRaw(RawListener* listener) override { m_raw = listener; }

    [[nodiscard]] MarketKind kind() const override { return MarketKind::Live; }

    [[nodiscard]] Timestamp begin() const override { return m_begin; }

    [[nodiscard]] Timestamp end() const override { return Timestamp::max(); }

    // Behind all that has been run: what has come since has its turn in the next runUntil.
    [[nodiscard]] Timestamp nextEventTime() override;

    // Whatever has come; nothing is held back for being stamped after `limit`.
    void runUntil(Timestamp limit, MarketListener& listener) override;
    void depth(InstrumentId instrument, std::size_t levels, DepthView& out) const override;
    [[nodiscard]] FeedStatus feed(InstrumentId instrument) const override;

    [[nodiscard]] bool canRewind() const override { return false; }

    void rewind() override {}

    void
    rollHistory(InstrumentId /*instrument*/, std::size_t /*events*/, MarketListener& /*listener*/) override
    {}

    [[nodiscard]] std::vector<InstrumentId> historyPending() const override { return {}; }

private:
    struct LiveBook {
        std::unique_ptr<FeedBook> book;
        std::uint32_t stream;
        bool described = false;    // by the venue's list
        bool gone = false;         // not in that list, or not traded, and nothing of it has come since
        bool heard = false;        // a delta came since its connection opened
        bool asked = false;        // what makes it whole waits for its turn, or for its answer
        std::uint64_t askedOn = 0; // Stream::openings when the last request for it went out
        int attempts = 0;          // to make it whole on this connection, that have come to nothing
        int reopened = 0;          // connections given up for it since it was Live
        Duration helpAt{};         // when the next is due, steady time
        Duration askAt{};          // when to ask for its statistics, steady time
        Duration refreshAt{};      // when to ask for a live book anew; zero: it has just become Live
    };

    struct Venue {
        VenueSpec const* spec = nullptr;
        std::unique_ptr<VenueFeed> answers;                     // reads those to requests
        std::unique_ptr<VenueGate> gate;                        // io's
        std::unordered_map<std::string, std::size_t> books;     // by symbol
        std::unordered_map<std::string, std::size_t> snapshots; // books by the URL that has theirs
        std::set<std::string, std::less<>> listsAsked;          // URLs that are not answered yet
        std::set<std::string, std::less<>> listsHere;           // URLs that were
        int listAttempts = 0;                                   // to get its instruments
        bool strangersTold = false;
        Duration listAt{}; // when the next is due, steady time
    };

    struct Stream {
        std::size_t venue;
        std::string name;                            // for people and places
        std::string url;                             // where it goes
        std::unique_ptr<VenueFeed> feed;             // of this connection, made when it opens
        std::unique_ptr<VenueConnection> connection; // io's
        std::vector<std::size_t> books;
        std::uint64_t frames = 0;
        std::uint64_t openings = 0;
        Timestamp openedAt = Timestamp::min(); // last
        bool up = false;
        bool subscribed = false;  // nothing of that waits to be sent any more
        std::size_t lastBook = 0; // nearly always the next one, too
    };

    std::size_t venueOf(VenueSpec const& spec);
    void addStream(ConnectionPlan plan);
    void start();
    void onItem(FeedItem const& item, MarketListener& listener);
    void tellRaw(FeedItem const& item);
    void onOpened(Stream& stream);
    void onSubscribed(Stream& stream);
    void onClosed(Stream& stream, Error const& why, MarketListener& listener);
    void onFrame(Stream& stream, PaddedText bytes, MarketListener& listener);
    void onAnswer(Venue& venue, FeedItem const& item, MarketListener& listener);
    void onResent(Stream const& stream, std::string_view symbol);
    void onAsked(Venue& venue, std::string_view url);
    void onAnswered(Venue& venue, std::string_view url);
    void wakeUp(Timestamp now, MarketListener& listener);
    void describe(LiveBook& at, InstrumentTerms const& terms, MarketListener& listener);
    void reopen(Stream& stream, Error why);
    void applyBatch(Venue& venue, Stream* stream, FeedPlace place, MarketListener& listener);
    void obey(Stream& stream, FeedPlace place, MarketListener& listener);
    void help();
    void helpBook(LiveBook& at);
    void refreshBook(LiveBook& at, Duration now);
    void askSnapshot(LiveBook& at);
    [[nodiscard]] bool canBeBridged(LiveBook const& at) const;
    void helpVenue(Venue& venue, Duration now);
    [[nodiscard]] static std::string snapshotUrl(VenueSpec const& spec, std::string const& symbol);
    [[nodiscard]] bool isOfNow(LiveBook const& at, FeedMessage const& answered) const;
    void askStatistics(LiveBook& at, Duration now);
    void tellStrangers(Venue& venue, MarketListener& listener);
    [[nodiscard]] Duration wait(int attempts);
    void waitLonger(LiveBook& at);
    [[nodiscard]] bool shouldReopen(LiveBook const& at) const;
    void tell(MarketListener& listener, Notice::Level level, Error const& what);
    [[nodiscard]] LiveBook* find(Venue& venue, Stream* stream, std::string_view symbol);

    World m_world;
    LiveSettings m_settings;
    FeedInbox m_inbox;
    Timestamp m_begin;
    Timestamp m_now;
    std::vector<Venue> m_venues;
    std::vector<Stream> m_streams;
    std::vector<LiveBook> m_books; // id 1 first
    Duration m_helpAt{};
    Duration m_ahead; // of the wall clock before the steady one
    FeedBatch m_batch;
    RawListener* m_raw = nullptr;
};

} // namespace qob
