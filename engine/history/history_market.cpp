#include "engine/history/history_market.h"

#include "engine/base/check.h"

#include <algorithm>

namespace qob {

using Kind = HistoryEvent::Kind;

Expected<std::unique_ptr<HistoryMarket>>
HistoryMarket::open(FileSystem& files, std::vector<std::string> const& paths)
{
    std::unique_ptr<HistoryMarket> market(new HistoryMarket());
    for (std::string const& path : paths) {
        auto reader = HistoryReader::open(files, path);
        if (!reader) {
            return tl::unexpected(std::move(reader.error()));
        }
        bool const first = market->m_tracks.empty();
        market->m_begin = first ? reader->begin() : std::min(market->m_begin, reader->begin());
        market->m_end = first ? reader->end() : std::max(market->m_end, reader->end());
        market->m_tracks.push_back(Track{std::move(*reader)});
    }
    if (market->m_tracks.empty()) {
        return fail(ErrorCode::FileUnreadable, "expected at least one history to replay");
    }
    for (Track& track : market->m_tracks) {
        market->start(track);
    }
    return market;
}

void HistoryMarket::start(Track& track)
{
    track.stream = track.reader.read();
    track.over = false;
    track.run = 0;
    track.ids.clear();
    track.lastFrom = InstrumentId(0);
    advance(track);
}

void HistoryMarket::advance(Track& track)
{
    track.over = !track.stream->next(track.next);
}

HistoryMarket::Track* HistoryMarket::earliest()
{
    Track* best = nullptr;
    for (Track& track : m_tracks) {
        if (!track.over && (best == nullptr || track.next.event.time < best->next.event.time)) {
            best = &track;
        }
    }
    return best;
}

Timestamp HistoryMarket::nextEventTime()
{
    Track const* const track = earliest();
    return track == nullptr ? Timestamp::max() : track->next.event.time;
}

void HistoryMarket::runUntil(Timestamp limit, MarketListener& listener)
{
    for (Track* track = earliest(); track != nullptr && track->next.event.time <= limit; track = earliest()) {
        // One alone need not be compared with others.
        do {
            play(*track, listener);
            advance(*track);
        } while (m_tracks.size() == 1 && !track->over && track->next.event.time <= limit);
        if (track->over) {
            finish(*track, listener);
        }
    }
}

void HistoryMarket::play(Track& track, MarketListener& listener)
{
    HistoryItem item = track.next;
    if (item.extra != nullptr) {
        playExtra(track, item, listener);
        return;
    }
    HistoryEvent& event = item.event;
    if (track.lastFrom != event.instrument) {
        auto const known = track.ids.find(event.instrument);
        if (known == track.ids.end()) {
            return;
        }
        track.lastFrom = event.instrument;
        track.lastTo = known->second;
    }
    event.instrument = track.lastTo;
    if (!m_books.apply(item)) {
        return;
    }
    auto const id = event.instrument;
    switch (event.kind) {
    case Kind::BidSet:
    case Kind::BidGone:
        listener.onLevel(id, Side::Buy, event.price, event.qty, event.time);
        break;
    case Kind::AskSet:
    case Kind::AskGone:
        listener.onLevel(id, Side::Sell, event.price, event.qty, event.time);
        break;
    case Kind::Updated:
        listener.onBookUpdated(id, event.time);
        break;
    case Kind::Cleared:
        listener.onBookCleared(id, event.time);
        break;
    case Kind::TradeBuy:
    case Kind::TradeSell:
    case Kind::TradeOpen:
        listener.onTrade(tradeOf(item));
        break;
    case Kind::Extra:
    case Kind::Stamp:
        break;
    }
}

void HistoryMarket::playExtra(Track& track, HistoryItem const& item, MarketListener& listener)
{
    if (auto const* notice = std::get_if<Notice>(item.extra)) {
        listener.onNotice(*notice);
        return;
    }
    if (std::holds_alternative<HistoryHole>(*item.extra)) {
        playHole(track, item, listener);
        return;
    }
    HistoryItem ours = item;
    if (auto const* instrument = std::get_if<Instrument>(item.extra)) {
        HistoryExtra mine = *instrument;
        auto& definition = std::get<Instrument>(mine);
        definition.id = define(track, *instrument);
        auto const* const book = m_books.find(definition.id);
        bool const news = book == nullptr || !book->known || book->instrument != definition;
        ours.event.instrument = definition.id;
        ours.extra = &mine;
        m_books.apply(ours);
        if (news) {
            listener.onInstrument(definition);
        }
        return;
    }
    auto const known = track.ids.find(item.event.instrument);
    if (known == track.ids.end()) {
        return;
    }
    ours.event.instrument = known->second;
    m_books.apply(ours);
    HistoryBooks::Book& book = *m_books.find(known->second);
    book.status.instrument = known->second;
    if (std::holds_alternative<FeedStatus>(*item.extra)) {
        listener.onFeed(book.status);
    } else if (auto const* said = std::get_if<InstrumentStatistics>(item.extra)) {
        InstrumentStatistics statistics = *said;
        statistics.instrument = known->second;
        listener.onStatistics(statistics);
    }
}

// A new run counts its instruments anew; its hole is that of the run before.
void HistoryMarket::playHole(Track const& track, HistoryItem const& item, MarketListener& listener)
{
    auto const& hole = std::get<HistoryHole>(*item.extra);
    listener.onNotice({Notice::Level::Error, item.event.time, hole.why.message(), hole.why.code});
    for (auto const& [recorded, id] : track.ids) {
        HistoryBooks::Book& book = *m_books.find(id);
        book.levels.clear();
        book.doubtful = true;
        book.status.state = FeedState::Stale;
        book.status.problem = hole.why;
        ++book.status.gaps;
        listener.onFeed(book.status);
        listener.onBookCleared(id, item.event.time);
    }
}

void HistoryMarket::finish(Track const& track, MarketListener& listener)
{
    for (auto const& [recorded, id] : track.ids) {
        HistoryBooks::Book& book = *m_books.find(id);
        if (book.status.state == FeedState::Live) {
            book.status.state = FeedState::Ended;
            listener.onFeed(book.status);
        }
    }
}

// The id it was recorded with where that is free, so that a history of one market has its ids.
InstrumentId HistoryMarket::define(Track& track, Instrument const& instrument)
{
    if (track.run != track.stream->runs()) {
        track.run = track.stream->runs();
        track.ids.clear();
        track.lastFrom = InstrumentId(0);
    }
    const std::pair name(instrument.venue, instrument.symbol);
    auto found = m_names.find(name);
    if (found == m_names.end()) {
        InstrumentId id = instrument.id;
        auto const taken = [&](auto const& one) {
            return one.second == id;
        };
        while (id == InstrumentId(0) || std::any_of(m_names.begin(), m_names.end(), taken)) {
            id = InstrumentId(id.value + 1);
        }
        found = m_names.emplace(name, id).first;
    }
    track.ids[instrument.id] = found->second;
    return found->second;
}

void HistoryMarket::depth(InstrumentId instrument, std::size_t levels, DepthView& out) const
{
    auto const* const book = m_books.find(instrument);
    CHECK(book != nullptr);
    out.instrument = instrument;
    out.sequence = book->sequence;
    out.time = book->time;
    out.state = book->status.state;
    book->levels.depth(Side::Buy, levels, out.bids);
    book->levels.depth(Side::Sell, levels, out.asks);
}

FeedStatus HistoryMarket::feed(InstrumentId instrument) const
{
    auto const* const book = m_books.find(instrument);
    CHECK(book != nullptr);
    return book->status;
}

std::vector<HistoryBooks::Book const*> HistoryMarket::books() const
{
    std::vector<HistoryBooks::Book const*> books;
    for (auto const& [name, id] : m_names) {
        if (auto const* const book = m_books.find(id); book != nullptr && book->known && book->met) {
            books.push_back(book);
        }
    }
    return books;
}

std::uint64_t HistoryMarket::damaged() const
{
    std::uint64_t damaged = 0;
    for (Track const& track : m_tracks) {
        damaged += track.stream->damaged();
    }
    return damaged;
}

void HistoryMarket::rewind()
{
    m_books.reset(); // not cleared: whoever knows an instrument may ask for its book before it is told again
    for (Track& track : m_tracks) {
        start(track);
    }
}

} // namespace qob
