#pragma once

#include "engine/api/market_data.h"
#include "engine/api/order.h"

#include <optional>
#include <vector>

namespace qob {

struct BookOrder {
    OrderId id;
    OwnerId owner;
    Side side{};
    OrdType ordType{};
    TimeInForce timeInForce{};
    Price price; // not read for a market order
    Qty qty;
};

// One thing that happened in a book. Fields not named for a kind are zero.
struct BookEvent {
    enum class Kind : std::uint8_t {
        Accepted, // order, owner, side, price, qty
        Rejected, // order, owner, reason
        Trade, // order = taker, maker; both owners; side = the taker's; price = the maker's; qty; both leaves
        Canceled, // order, owner, qty = what was left; reason when nobody asked
        Replaced, // order, owner, side, price, qty = leaves
        Level,    // side, price, qty = the size now shown there; 0: gone
    };

    Kind kind{};
    Side side{};
    std::optional<ErrorCode> reason;
    OwnerId owner;
    OwnerId makerOwner;
    OrderId order;
    OrderId maker;
    Price price;
    Qty qty;
    Qty leaves;
    Qty makerLeaves;

    friend bool operator==(BookEvent const&, BookEvent const&) = default;
};

using BookEvents = std::vector<BookEvent>;

struct RestingOrder {
    OwnerId owner;
    Side side{};
    Price price;
    Qty total;
    Qty leaves;
};

// A price-time priority book of one instrument, order by order. Every call appends what it caused to `out`,
// in the order it happened: the answer first, then trades from the best price on and the oldest order first,
// a Level for each price that changed, and last the cancel of a remainder that may not rest. Prices are
// positive; an order id is never used twice. A book is never crossed between calls. One thread.
class MatchingBook {
public:
    virtual ~MatchingBook() = default;

    virtual void add(BookOrder const& order, BookEvents& out) = 0;

    // OrderUnknown when it does not rest here, OrderNotOwned when it is another owner's.
    virtual void cancel(OrderId order, OwnerId owner, BookEvents& out) = 0;

    // `qty` is the new total, fills included; at or below what is filled, the order is canceled. Less at the
    // same price keeps the place in the queue; anything else loses it and may trade.
    virtual void replace(OrderId order, OwnerId owner, Price price, Qty qty, BookEvents& out) = 0;

    [[nodiscard]] virtual std::optional<PriceLevel> best(Side side) const = 0;

    // The best `count` levels, best first, appended to `out`.
    virtual void levels(Side side, std::size_t count, std::vector<PriceLevel>& out) const = 0;

    [[nodiscard]] virtual std::optional<RestingOrder> find(OrderId order) const = 0;

    // What must trade or go before the order is at the front; 0 when it does not rest here.
    [[nodiscard]] virtual Qty queueAhead(OrderId order) const = 0;

    [[nodiscard]] virtual std::size_t orderCount() const = 0;
};

} // namespace qob
