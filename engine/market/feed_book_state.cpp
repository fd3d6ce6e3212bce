#include "engine/market/feed_book.h"
#include "engine/market/feed_statistics.h"

// What a FeedBook does besides keeping its levels: connections that break, and what others may know of it.

namespace qob {

void FeedBook::release(std::uint32_t connection)
{
    m_bookConnection = m_bookConnection == connection ? 0 : m_bookConnection;
    m_tradeConnection = m_tradeConnection == connection ? 0 : m_tradeConnection;
}

void FeedBook::onStatistics(FeedMessage const& message, Context const& context)
{
    auto said = statisticsOf(message, m_terms, context.time);
    said.instrument = m_id;
    m_instrument ? context.listener.onStatistics(said) : m_statistics.update(said);
}

void FeedBook::doubt(Error const& problem, Timestamp time, FeedPlace place, MarketListener& listener)
{
    if (m_status.state == FeedState::Live) {
        if (!m_provesItself) {
            m_sync.fault(m_sync.sequence());
            m_backlog.clear(); // a snapshot must be newer than what was lost
        }
        tell(FeedState::Stale, problem, {time, place, listener});
    }
}

void FeedBook::disconnect(Error const& problem, Timestamp time, FeedPlace place, MarketListener& listener)
{
    lose(problem, time, place, listener);
    m_backlog.clear();
    m_sync.forgetKept();
}

void FeedBook::end(Timestamp time, FeedPlace place, MarketListener& listener)
{
    const Context context{time, place, listener};
    if (m_status.state == FeedState::AwaitingSnapshot && !m_backlog.empty()) {
        const Error error{
            ErrorCode::FeedNoSnapshot,
            place.text() + ": " + std::string(venue()) + " " + symbol() + ": expected one in the recording"};
        listener.onNotice({Notice::Level::Warning, time, error.message(), error.code});
    } else if (m_status.state == FeedState::Live) {
        tell(FeedState::Ended, std::nullopt, context);
    }
}

void FeedBook::depth(std::size_t levels, DepthView& out) const
{
    out.instrument = m_id;
    out.sequence = m_sync.sequence();
    out.time = m_bookTime;
    out.state = m_status.state;
    m_book.depth(Side::Buy, levels, out.bids);
    m_book.depth(Side::Sell, levels, out.asks);
}

FeedStatus FeedBook::status() const
{
    FeedStatus status = m_status;
    status.gaps = m_sync.gaps();
    return status;
}

void FeedBook::restart(Error const& why, Timestamp time, MarketListener& listener)
{
    auto trades = std::move(m_recentTrades);
    reset();
    m_recentTrades = std::move(trades);
    m_status.problem = why;
    m_status.lastMessage = time; // what is told holds since then
    listener.onBookCleared(m_id, time);
    listener.onFeed(status());
}

void FeedBook::reset()
{
    *this = FeedBook(m_id, *m_spec, m_nameTerms);
}

} // namespace qob
