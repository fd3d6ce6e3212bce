#pragma once

#include "engine/book/matching_book.h"

#include <map>

namespace qob {

// What was traded at a price. In an auction nobody is the aggressor.
struct TradedAtPrice {
    Price price;
    Qty bought; // the buyer was the aggressor
    Qty sold;
    Qty crossed; // in auctions

    [[nodiscard]] Qty total() const { return bought + sold + crossed; }

    friend bool operator==(TradedAtPrice const&, TradedAtPrice const&) = default;
};

// The best lit level of each side; quantity 0: the side is empty.
struct BookTop {
    PriceLevel bid;
    PriceLevel ask;

    friend bool operator==(BookTop const&, BookTop const&) = default;
};

// What a receiver who comes late begins with. `sequence` is that of the last delta in it: the next one joins
// on.
struct LevelsSnapshot {
    std::uint64_t sequence = 0;
    std::vector<PriceLevel> bids; // best first
    std::vector<PriceLevel> asks;
};

struct TopSnapshot {
    std::uint64_t sequence = 0;
    BookTop top;
};

struct VolumeSnapshot {
    std::uint64_t sequence = 0;
    std::uint64_t since = 0;            // trades of events from this number on are counted
    std::vector<TradedAtPrice> volumes; // by price
};

// Takes the deltas, each stream's in sequence without a hole. A delta is the new whole value of its key: the
// level, the top, the price's volume.
class BookStreamSink {
public:
    virtual ~BookStreamSink() = default;

    // L2: what is shown at a price now; 0: the level is gone.
    virtual void onLevel(std::uint64_t sequence, Side side, PriceLevel const& level) = 0;

    // L1
    virtual void onTop(std::uint64_t sequence, BookTop const& top) = 0;

    virtual void onVolume(std::uint64_t sequence, TradedAtPrice const& volume) = 0;

    // All that was received of the three streams is void; nothing follows until restart(), then deltas that
    // join on to the snapshots taken after it.
    virtual void onResync() = 0;
};

// Three public streams of one matching book, made from its events alone: L2, L1 and volume at price, each
// with its own sequence numbers from 1 on. Fed with every event of the book and its number, which goes up by
// one; a number left out is a loss: said once with onResync(), and nothing is said after it until restart()
// has read the book itself. One thread.
class BookStreams {
public:
    // `nextEvent`: the number of the first event it will be given, of a book that is empty now.
    explicit BookStreams(BookStreamSink& sink, std::uint64_t nextEvent = 0)
        : m_sink(sink)
        , m_nextEvent(nextEvent)
        , m_countedSince(nextEvent)
    {}

    void onEvent(std::uint64_t number, BookEvent const& event);

    // Takes up a book as it stands between two calls, after a loss or to begin with; its next event has the
    // number `nextEvent`. What was traded before is not the book's to tell: volumes begin anew.
    void restart(MatchingBook const& book, std::uint64_t nextEvent);

    // False from a loss to the restart: what the snapshots say then is not the book.
    [[nodiscard]] bool live() const { return m_live; }

    [[nodiscard]] LevelsSnapshot levels() const;
    [[nodiscard]] TopSnapshot top() const;
    [[nodiscard]] VolumeSnapshot volumes() const;

private:
    using Levels = std::map<Price, Qty>;

    void lose();
    void setLevel(Side side, PriceLevel const& level);
    void setTop();
    void addVolume(BookEvent const& trade);

    BookStreamSink& m_sink;
    bool m_live = true;
    std::uint64_t m_nextEvent;
    std::uint64_t m_countedSince;
    Levels m_bids;
    Levels m_asks;
    BookTop m_top;
    std::map<Price, TradedAtPrice> m_volumes;
    std::uint64_t m_levelSequence = 0;
    std::uint64_t m_topSequence = 0;
    std::uint64_t m_volumeSequence = 0;
};

} // namespace qob
