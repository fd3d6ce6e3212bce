#pragma once

#include "engine/api/consolidated.h"
#include "engine/api/instrument.h"

#include <array>
#include <span>
#include <vector>

namespace qob {

// The books of the venues that trade one thing, as one (api/consolidated.h says what that means). It keeps no
// levels: each venue's book has them already. Best prices are told as they change, which costs a comparison,
// and a look at each member where the best one gives way; merged levels are made when they are wanted, from
// the members' best levels, at a heap step each. One thread.
//
// Prices are compared exactly, at the finest scale that any member's prices have, with fees multiplied in 128
// bits. A price that does not fit those (none of a real market) is taken as not shown.
class ConsolidatedBook {
public:
    ConsolidatedBook(CanonicalName const& name, bool withFees) : m_name(name), m_withFees(withFees) {}

    // One more member, or one of which more is known now: its best prices are to be told again.
    void setInstrument(Instrument const& instrument);

    // It is a member no more; of no effect where it was none, as is all that follows.
    void remove(InstrumentId instrument);
    void setState(InstrumentId instrument, FeedState state);

    // Its past is still being made: its prices are not of now. True when that is news.
    bool setLoading(InstrumentId instrument, bool loading);

    // Its best levels, in its own units; of quantity 0: none.
    void setBest(InstrumentId instrument, PriceLevel const& bid, PriceLevel const& ask);

    // O(1).
    [[nodiscard]] ConsolidatedBest best(Side side) const;

    // The best bid is above the best ask, wherever they are.
    [[nodiscard]] bool crossed() const;

    [[nodiscard]] CanonicalName const& name() const { return m_name; }

    [[nodiscard]] bool withFees() const { return m_withFees; }

    [[nodiscard]] bool empty() const { return m_members.empty(); }

    // Of ConsolidatedView::price.
    [[nodiscard]] int priceScale() const;

    // The members that are in, by id: those whose books merge() takes.
    [[nodiscard]] std::vector<InstrumentId> shown() const;

    // The whole picture into `out`, which is overwritten: up to `levels` levels a side, merged from `books`.
    // A book of somebody who is not in is not looked at. As many levels of each book as are wanted of the
    // whole are enough.
    void
    merge(std::span<DepthView const> books, std::size_t levels, Timestamp time, ConsolidatedView& out) const;

private:
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

    struct Quote {
        PriceLevel level;
        Int128 key = 0;    // the price in the units of this book, negative for bids: the smallest is the best
        bool good = false; // it is shown, and its member is in
    };

    struct Member {
        Instrument instrument;
        FeedState state = FeedState::AwaitingSnapshot;
        bool loading = false;
        std::array<Quote, 2> quotes; // bid, ask
    };

    // One venue's side while it is merged.
    struct Run {
        Int128 key;
        std::size_t member;
        PriceLevel const* at;
        PriceLevel const* end;
    };

    [[nodiscard]] std::size_t indexOf(InstrumentId instrument) const; // nobody: it is no member
    [[nodiscard]] static LeftOut leftOut(Member const& member);
    bool keyOf(Member const& member, Side side, Price price, Int128& key) const;
    void requote(Member& member, Side side);
    void update(std::size_t index, Side side);
    void updateAll();
    void choose(Side side);
    [[nodiscard]] bool better(std::size_t a, std::size_t b, Side side) const;
    void mergeSide(
        Side side,
        std::span<DepthView const> books,
        std::size_t levels,
        std::vector<ConsolidatedLevel>& out,
        std::vector<ConsolidatedShare>& shares
    ) const;
    [[nodiscard]] std::vector<Run> runsOf(Side side, std::span<DepthView const> books) const;

    CanonicalName m_name;
    bool m_withFees;
    int m_scale = 0;
    std::vector<Member> m_members; // by id
    std::array<std::size_t, 2> m_best{nobody, nobody};
};

} // namespace qob
