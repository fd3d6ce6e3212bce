#pragma once

#include "ui/models/order_entry.h"
#include "ui/models/order_ticket.h"
#include "ui/models/positions_model.h"

namespace qob {

// What one key can do: the verbs of a trader's keyboard, on the instrument that a view shows and with its
// ticket's quantity. Everything goes through OrderEntry, which says why when it is refused; what only cancels
// works while trading is locked. GUI thread.
class QuickTrade {
public:
    // All must outlive it.
    QuickTrade(
        MarketView const& view, OrderTicket& ticket, OrderEntry& entry, PositionsModel const& positions
    )
        : m_view(view)
        , m_ticket(ticket)
        , m_entry(entry)
        , m_positions(positions)
    {}

    // A limit order at the best price of its own side.
    void joinBid();
    void joinAsk();
    // What the best price of the other side has to give at once, and no worse.
    void takeAsk();
    void takeBid();
    void buyMarket();
    void sellMarket();
    void cancelBook();
    void cancelStops();
    // By market orders. A position that is reversed becomes as large on the other side.
    void closePosition();
    void reversePosition();
    // Cancels every order, then closes every position, of all instruments.
    void flattenAll();
    // One of the ticket's five quick quantities, 0 to 4.
    void chooseSize(std::size_t index);

private:
    void limitAt(Side side, Side of, TimeInForce tif);

    MarketView const& m_view;
    OrderTicket& m_ticket;
    OrderEntry& m_entry;
    PositionsModel const& m_positions;
};

} // namespace qob
