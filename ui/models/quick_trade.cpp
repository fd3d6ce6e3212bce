#include "ui/models/quick_trade.h"

#include <QCoreApplication>

namespace qob {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QuickTrade)
};

} // namespace

void QuickTrade::limitAt(Side side, Side of, TimeInForce tif)
{
    auto const& depth = m_view.depth();
    auto const empty = depth == nullptr || (of == Side::Buy ? depth->bids : depth->asks).empty();
    // Without a price it is still sent to the entry, which says what is wrong.
    auto const price = empty ? Price(0) : (of == Side::Buy ? depth->bids : depth->asks).front().price;
    auto order = limitDraft(side, price, m_ticket.qty());
    order.timeInForce = tif;
    m_ticket.send(m_entry, order);
}

void QuickTrade::joinBid()
{
    limitAt(Side::Buy, Side::Buy, TimeInForce::GoodTillCancel);
}

void QuickTrade::joinAsk()
{
    limitAt(Side::Sell, Side::Sell, TimeInForce::GoodTillCancel);
}

void QuickTrade::takeAsk()
{
    limitAt(Side::Buy, Side::Sell, TimeInForce::ImmediateOrCancel);
}

void QuickTrade::takeBid()
{
    limitAt(Side::Sell, Side::Buy, TimeInForce::ImmediateOrCancel);
}

void QuickTrade::buyMarket()
{
    m_ticket.send(m_entry, marketDraft(Side::Buy, m_ticket.qty()));
}

void QuickTrade::sellMarket()
{
    m_ticket.send(m_entry, marketDraft(Side::Sell, m_ticket.qty()));
}

void QuickTrade::cancelBook()
{
    if (auto const* instrument = m_view.shown()) {
        m_entry.cancelAllOf(instrument->id);
    }
}

void QuickTrade::cancelStops()
{
    if (auto const* instrument = m_view.shown()) {
        m_entry.cancelStopsOf(instrument->id);
    }
}

void QuickTrade::closePosition()
{
    if (auto const* instrument = m_view.shown()) {
        m_entry.close(m_positions, instrument->id, OrderEntry::Closing::Close);
    }
}

void QuickTrade::reversePosition()
{
    if (auto const* instrument = m_view.shown()) {
        m_entry.close(m_positions, instrument->id, OrderEntry::Closing::Reverse);
    }
}

void QuickTrade::flattenAll()
{
    // One question was enough: a second one, of one large position, would leave the others open.
    auto const orders = [&entry = m_entry, &positions = m_positions] {
        for (auto const& open : positions.positions()) {
            entry.close(positions, open.instrument, OrderEntry::Closing::CloseUnasked);
        }
    };
    m_entry.cancelAllThen(Words::tr("Cancel every order and close every position?"), orders);
}

void QuickTrade::chooseSize(std::size_t index)
{
    auto const quick = m_ticket.quickQuantities();
    if (index < quick.size()) {
        m_ticket.setQty(quick[index]);
    }
}

} // namespace qob
