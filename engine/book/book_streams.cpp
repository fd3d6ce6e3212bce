#include "engine/book/book_streams.h"

namespace qob {

void BookStreams::onEvent(std::uint64_t number, BookEvent const& event)
{
    if (!m_live) {
        return;
    }
    if (number != m_nextEvent) {
        lose();
        return;
    }
    ++m_nextEvent;
    bool const trade = event.kind == BookEvent::Kind::Trade;
    if (event.levelQty != BookEvent::noLevel) {
        bool const makers = trade || event.kind == BookEvent::Kind::Prevented;
        setLevel(makers ? opposite(event.side) : event.side, {event.price, event.levelQty});
    }
    if (trade) {
        addVolume(event);
    }
}

void BookStreams::restart(MatchingBook const& book, std::uint64_t nextEvent)
{
    if (m_live) {
        lose();
    }
    m_nextEvent = nextEvent;
    m_countedSince = nextEvent;
    std::vector<PriceLevel> shown;
    for (Side const side : {Side::Buy, Side::Sell}) {
        shown.clear();
        book.levels(side, SIZE_MAX, shown);
        for (PriceLevel const& level : shown) {
            (side == Side::Buy ? m_bids : m_asks).emplace(level.price, level.qty);
        }
    }
    m_top = {book.best(Side::Buy).value_or(PriceLevel()), book.best(Side::Sell).value_or(PriceLevel())};
    m_live = true;
}

LevelsSnapshot BookStreams::levels() const
{
    LevelsSnapshot snapshot{.sequence = m_levelSequence, .bids = {}, .asks = {}};
    for (auto at = m_bids.rbegin(); at != m_bids.rend(); ++at) {
        snapshot.bids.push_back({at->first, at->second});
    }
    for (auto const& [price, qty] : m_asks) {
        snapshot.asks.push_back({price, qty});
    }
    return snapshot;
}

TopSnapshot BookStreams::top() const
{
    return {m_topSequence, m_top};
}

VolumeSnapshot BookStreams::volumes() const
{
    VolumeSnapshot snapshot{.sequence = m_volumeSequence, .since = m_countedSince, .volumes = {}};
    for (auto const& [price, volume] : m_volumes) {
        snapshot.volumes.push_back(volume);
    }
    return snapshot;
}

// The loss takes a number in each stream, so that a receiver who is not told sees a hole there.
void BookStreams::lose()
{
    m_live = false;
    m_bids.clear();
    m_asks.clear();
    m_top = {};
    m_volumes.clear();
    ++m_levelSequence;
    ++m_topSequence;
    ++m_volumeSequence;
    m_sink.onResync();
}

void BookStreams::setLevel(Side side, PriceLevel const& level)
{
    Levels& levels = side == Side::Buy ? m_bids : m_asks;
    if (level.qty == Qty(0)) {
        levels.erase(level.price);
    } else {
        levels[level.price] = level.qty;
    }
    m_sink.onLevel(++m_levelSequence, side, level);
    setTop();
}

void BookStreams::setTop()
{
    BookTop top;
    if (!m_bids.empty()) {
        top.bid = {m_bids.rbegin()->first, m_bids.rbegin()->second};
    }
    if (!m_asks.empty()) {
        top.ask = {m_asks.begin()->first, m_asks.begin()->second};
    }
    if (top != m_top) {
        m_top = top;
        m_sink.onTop(++m_topSequence, top);
    }
}

void BookStreams::addVolume(BookEvent const& trade)
{
    TradedAtPrice& volume = m_volumes[trade.price];
    volume.price = trade.price;
    Qty& part = trade.side == Side::Buy    ? volume.bought
                : trade.side == Side::Sell ? volume.sold
                                           : volume.crossed;
    part += trade.qty;
    m_sink.onVolume(++m_volumeSequence, volume);
}

} // namespace qob
