#include "engine/history/history_books.h"

#include <limits>

namespace qob {

using Kind = HistoryEvent::Kind;

HistoryBooks::Book& HistoryBooks::bookOf(InstrumentId instrument)
{
    if (m_last == nullptr || m_lastId != instrument) {
        auto& book = m_books[instrument];
        if (!book) {
            book = std::make_unique<Book>();
            book->status.instrument = instrument;
        }
        m_last = book.get();
        m_lastId = instrument;
    }
    return *m_last;
}

HistoryBooks::Book* HistoryBooks::find(InstrumentId instrument)
{
    auto const found = m_books.find(instrument);
    return found == m_books.end() ? nullptr : found->second.get();
}

HistoryBooks::Book const* HistoryBooks::find(InstrumentId instrument) const
{
    auto const found = m_books.find(instrument);
    return found == m_books.end() ? nullptr : found->second.get();
}

bool HistoryBooks::apply(HistoryItem const& item)
{
    HistoryEvent const& event = item.event;
    if (event.kind == Kind::Extra) {
        applyExtra(item);
        return true;
    }
    Book& book = bookOf(event.instrument);
    book.met = true;
    switch (event.kind) {
    case Kind::BidSet:
    case Kind::BidGone:
    case Kind::AskSet:
    case Kind::AskGone:
        if (!book.doubtful) {
            book.levels.set(event.kind <= Kind::BidGone ? Side::Buy : Side::Sell, event.price, event.qty);
        }
        return !book.doubtful;
    case Kind::Updated:
        book.time = event.time;
        return !book.doubtful;
    case Kind::Cleared:
        book.levels.clear();
        book.doubtful = false;
        break;
    case Kind::TradeBuy:
    case Kind::TradeSell:
    case Kind::TradeOpen:
        ++book.status.trades;
        break;
    case Kind::Extra:
    case Kind::Stamp:
        break;
    }
    return true;
}

void HistoryBooks::applyExtra(HistoryItem const& item)
{
    if (auto const* instrument = std::get_if<Instrument>(item.extra)) {
        Book& book = bookOf(item.event.instrument);
        book.instrument = *instrument;
        book.known = true;
    } else if (auto const* status = std::get_if<FeedStatus>(item.extra)) {
        bookOf(item.event.instrument).status = *status;
    } else if (auto const* counters = std::get_if<HistoryCounters>(item.extra)) {
        Book& book = bookOf(item.event.instrument);
        auto const state = book.status.state;
        auto problem = std::move(book.status.problem);
        book.status = counters->status;
        book.sequence = counters->sequence;
        book.status.state = state; // which only a FeedStatus tells
        book.status.problem = std::move(problem);
    } else if (auto const* said = std::get_if<InstrumentStatistics>(item.extra)) {
        keepLast(*said, bookOf(item.event.instrument).statistics);
    } else if (auto const* hole = std::get_if<HistoryHole>(item.extra)) {
        for (auto& [id, book] : m_books) {
            book->levels.clear();
            book->doubtful = true;
            book->status.state = FeedState::Stale;
            book->status.problem = hole->why;
        }
    }
}

void HistoryBooks::snapshot(Timestamp time, HistoryBlock& out) const
{
    constexpr auto all = std::numeric_limits<std::size_t>::max();
    for (auto const& [id, book] : m_books) {
        if (!book->known) {
            continue;
        }
        out.add(book->instrument, id, time);
        if (!book->doubtful && book->met) {
            out.events.push_back({time, {}, {}, id, Kind::Cleared});
            for (auto const side : {Side::Buy, Side::Sell}) {
                const Kind kind = side == Side::Buy ? Kind::BidSet : Kind::AskSet;
                book->levels.depth(side, all, m_scratch);
                for (PriceLevel const& level : m_scratch) {
                    out.events.push_back({time, level.price, level.qty, id, kind});
                }
            }
            out.events.push_back({time, {}, {}, id, Kind::Updated});
        }
        out.add(HistoryCounters{book->status, book->sequence}, id, time);
        out.add(book->status, id, time);
        if (book->statistics) {
            out.add(*book->statistics, id, time);
        }
    }
}

void HistoryBooks::clear()
{
    m_books.clear();
    m_last = nullptr;
}

void HistoryBooks::reset()
{
    for (auto& [id, book] : m_books) {
        Book fresh;
        fresh.instrument = std::move(book->instrument);
        fresh.status.instrument = id;
        *book = std::move(fresh);
    }
}

} // namespace qob
