#pragma once

#include "engine/api/market_data.h"
#include "engine/base/time.h"
#include "engine/book/book_event.h"

#include <optional>
#include <span>
#include <vector>

namespace qob {

// An order as a book takes it; docs/matching.md says what each field does and which go together.
struct BookOrder {
    OrderId id; // low 32 bits: a slot, small and used again; high 32 bits: its generation
    OwnerId owner;
    Side side{};
    OrdType ordType = OrdType::Limit;
    TimeInForce timeInForce = TimeInForce::GoodTillCancel;
    SelfTrade selfTrade = SelfTrade::Allow;
    ExecInst execInst = ExecInst::None;
    bool guarded = false; // StopLimit: the limit is the venue's guard; the band's edge goes before it
    Price price;
    Qty qty;
    Qty displayQty; // 0: all of it is shown
    Price stopPx;
    Price trailOffset; // > 0: the trigger trails the last price
    Price trailStep;
    Price pegOffset;
    Timestamp expireTime; // GoodTillDate

    friend bool operator==(BookOrder const&, BookOrder const&) = default;
};

struct BookReplace {
    OrderId order;
    OwnerId owner;
    Price price;
    Qty qty;      // the new total, fills included
    Price stopPx; // 0: as it is
};

// Which orders to cancel; what is not set does not matter.
struct BookMassCancel {
    std::optional<OwnerId> owner;
    std::optional<Side> side;
    std::optional<Price> lowest; // both ends included
    std::optional<Price> highest;
    bool onlyCancelOnDisconnect = false;
};

// What an instrument lets in. Prices in price units, quantities in quantity units.
struct BookRules {
    InstrumentId instrument;
    Price tickSize{1};
    Qty lotSize{1};
    Qty minQty{1};
    Qty maxQty{1'000'000'000'000'000};
    Int128 minNotional = 0;              // price units x quantity units
    std::uint32_t maxOrders = 1U << 20U; // order slots
};

inline constexpr Price maxBookPrice{1'000'000'000'000'000};

// An iceberg shows itself anew at most about so often: who takes it whole causes two events each time.
inline constexpr std::int64_t mostSlices = 1'000;

// Limits of what may be traded at; 0: none on that side.
struct PriceBand {
    Price low;
    Price high;

    friend bool operator==(PriceBand const&, PriceBand const&) = default;

    [[nodiscard]] bool contains(Price price) const
    {
        return price >= low && (high == Price(0) || price <= high);
    }
};

// What an auction would do now.
struct AuctionQuote {
    Price price;
    Qty volume;
    Qty surplus; // buys less sells at that price

    friend bool operator==(AuctionQuote const&, AuctionQuote const&) = default;
};

// One live order with all a book knows of it.
struct OrderImage {
    enum class Place : std::uint8_t { Lit, Dark, AllOrNone, Stop, Auction, Peg, Held };

    BookOrder order; // as it stands: price, total quantity and trigger as last changed
    Place place{};
    Qty leaves;
    Qty shown;                                   // lit only
    std::uint64_t acceptance = 0;                // rank of acceptance in this book, from 1
    OrderId listHead;                            // first order of its list; the null id: none
    Contingency contingency = Contingency::None; // what the list does
    bool parent = false;                         // the first of a OneTriggersOther or Bracket
    Price restsAt;                               // Pegged and Dark: where

    friend bool operator==(OrderImage const&, OrderImage const&) = default;
};

struct NetPosition {
    OwnerId owner;
    Qty net;

    friend bool operator==(NetPosition const&, NetPosition const&) = default;
};

// The whole state of a book between two calls, in one order only: two books that would do the same from now
// on have the same image.
struct BookImage {
    TradingState state = TradingState::Continuous;
    Timestamp now;
    Price lastPrice; // 0: none yet
    PriceBand band;
    std::uint64_t acceptances = 0;
    // By place; Lit and Dark: buys best first, then sells best first, each by queue. Stop: buys by rising
    // trigger, then sells by falling trigger, each by queue. Auction: by queue. The others: by acceptance.
    std::vector<OrderImage> orders;
    std::vector<NetPosition> positions; // those not flat, by owner

    friend bool operator==(BookImage const&, BookImage const&) = default;
};

// Fingerprint of an image, so of the book's state.
std::uint64_t stateHash(BookImage const& image);

// Asked about each order of a list when it comes to the market, as what its owner has may be another then
// than when the list was accepted.
class ListGate {
public:
    virtual ~ListGate() = default;

    // LadderBook has said by then all that happened before in the call; it may be read and cleared, and the
    // book asked. False: the order is canceled.
    virtual bool mayEnter(OrderId order) = 0;
};

// A book of one instrument that matches by price and time, order by order, with the rules of
// docs/matching.md. Every call writes what it caused to `out`. One thread.
class MatchingBook {
public:
    virtual ~MatchingBook() = default;

    virtual void add(BookOrder const& order, BookEvents& out) = 0;

    virtual void addList(Contingency contingency, std::span<const BookOrder> orders, BookEvents& out) = 0;

    virtual void cancel(OrderId order, OwnerId owner, BookEvents& out) = 0;

    virtual void replace(BookReplace const& request, BookEvents& out) = 0;

    virtual void massCancel(BookMassCancel const& request, BookEvents& out) = 0;

    virtual void setState(TradingState state, BookEvents& out) = 0;

    virtual void setBand(PriceBand band) = 0;

    // Not part of the book's state; null: every order may enter.
    virtual void setGate(ListGate* gate) = 0;

    virtual void setNetPosition(OwnerId owner, Qty net, BookEvents& out) = 0;

    virtual void advanceTime(Timestamp now, BookEvents& out) = 0;

    [[nodiscard]] virtual TradingState state() const = 0;

    // The best lit level.
    [[nodiscard]] virtual std::optional<PriceLevel> best(Side side) const = 0;

    // The best `count` lit levels, best first, appended to `out`.
    virtual void levels(Side side, std::size_t count, std::vector<PriceLevel>& out) const = 0;

    [[nodiscard]] virtual std::optional<OrderImage> find(OrderId order) const = 0;

    // What is shown before the order at its price; 0 when it is not lit or not here.
    [[nodiscard]] virtual Qty queueAhead(OrderId order) const = 0;

    // 0 until something traded here.
    [[nodiscard]] virtual Price lastPrice() const = 0;

    // Live orders in all places.
    [[nodiscard]] virtual std::size_t orderCount() const = 0;

    // Nothing when nothing would trade, or no auction is under way.
    [[nodiscard]] virtual std::optional<AuctionQuote> auctionQuote() const = 0;

    [[nodiscard]] virtual BookImage image() const = 0;

    // Only of a book that nothing was done with; the image must come from a book of the same rules.
    virtual void restore(BookImage const& image) = 0;
};

// The checks at the door that need no book: steps 2 to 7 and the table of docs/matching.md. ErrorCode() when
// the order is fine. `band` and `now` are the book's.
[[nodiscard]] ErrorCode
refusalOf(BookOrder const& order, BookRules const& rules, PriceBand const& band, Timestamp now);

} // namespace qob
