#include "engine/market/replay_market.h"

#include "engine/base/check.h"

#include <algorithm>
#include <utility>

namespace qob {

ReplayMarket::ReplayMarket(std::vector<std::string> const& files, VenueDirectory const& venues)
{
    for (auto const& file : files) {
        auto source = ReplaySource::open(file, venues);
        if (!source) {
            m_openErrors.push_back(std::move(source.error()));
            continue;
        }
        bool const first = m_tracks.empty();
        m_begin = first ? (*source)->begin() : std::min(m_begin, (*source)->begin());
        m_end = first ? (*source)->end() : std::max(m_end, (*source)->end());
        m_tracks.push_back({std::move(*source), nullptr});
    }
    for (auto& track : m_tracks) {
        advance(track);
    }
}

Expected<std::unique_ptr<ReplayMarket>>
ReplayMarket::open(std::vector<std::string> const& files, VenueDirectory const& venues)
{
    auto market = std::make_unique<ReplayMarket>(files, venues);
    if (market->m_tracks.empty()) {
        return market->m_openErrors.empty()
                   ? fail(ErrorCode::FileUnreadable, "expected at least one file to replay")
                   : tl::unexpected(market->m_openErrors.front());
    }
    return market;
}

std::vector<FeedBook const*> ReplayMarket::books() const
{
    std::vector<FeedBook const*> books;
    for (auto const& [name, book] : m_books) {
        if (book->met()) {
            books.push_back(book);
        }
    }
    return books;
}

Timestamp ReplayMarket::nextEventTime()
{
    Track const* const track = earliest();
    return track == nullptr ? Timestamp::max() : track->source->time();
}

void ReplayMarket::runUntil(Timestamp limit, MarketListener& listener)
{
    tellOpenErrors(listener);
    report(nullptr, m_begin, listener);
    for (Track* track = earliest(); track != nullptr && track->source->time() <= limit; track = earliest()) {
        const Timestamp time = track->source->time();
        play(*track, listener);
        advance(*track);
        report(track, time, listener);
        if (track->source->over()) {
            finish(*track, listener);
        }
    }
}

void ReplayMarket::tellOpenErrors(MarketListener& listener)
{
    if (std::exchange(m_openErrorsTold, true)) {
        return;
    }
    for (auto const& error : m_openErrors) {
        listener.onNotice({Notice::Level::Error, m_begin, error.message(), error.code});
    }
}

// Of several at the same time the one named first on the command line.
ReplayMarket::Track* ReplayMarket::earliest()
{
    Track* best = nullptr;
    for (auto& track : m_tracks) {
        if (!track.source->over() && (best == nullptr || track.source->time() < best->source->time())) {
            best = &track;
        }
    }
    return best;
}

void ReplayMarket::play(Track& track, MarketListener& listener)
{
    if (m_raw != nullptr) {
        tellRaw(track);
    }
    switch (track.source->record().kind) {
    case CaptureRecord::Kind::Received:
    case CaptureRecord::Kind::Answer:
        playMessage(track, listener);
        break;
    case CaptureRecord::Kind::Opened:
    case CaptureRecord::Kind::Sent:
        break;
    }
}

void ReplayMarket::tellRaw(Track const& track)
{
    CaptureRecord const& record = track.source->record();
    if (record.kind == CaptureRecord::Kind::Sent) {
        return;
    }
    RawMessage message;
    message.kind = record.kind == CaptureRecord::Kind::Answer   ? RawMessage::Kind::Answer
                   : record.kind == CaptureRecord::Kind::Opened ? RawMessage::Kind::Opened
                                                                : RawMessage::Kind::Frame;
    message.binary = record.binary;
    message.venue = track.source->spec().id;
    message.connection = record.connection;
    message.url = record.url;
    message.bytes = record.payload.view();
    m_raw->onRaw(message, record.time);
}

void ReplayMarket::playMessage(Track& track, MarketListener& listener)
{
    ReplaySource& source = *track.source;
    CaptureRecord const& record = source.record();
    if (auto read = source.decode(m_batch); !read) {
        auto const code = record.lineEnded ? read.error().code : ErrorCode::FileTruncated;
        m_problems.push_back({code, source.place().text() + ": " + read.error().detail});
        return;
    }
    if (!m_batch.instruments.empty()) {
        keepTerms(source.spec());
    }
    if (m_batch.lost) {
        loseConnection(track, *m_batch.lost, listener);
    }
    for (std::size_t i = 0; i < m_batch.size(); ++i) {
        FeedMessage const& message = m_batch[i];
        const std::string_view symbol = message.symbol.empty() ? source.symbol() : message.symbol;
        if (!symbol.empty()) {
            bookOf(track, symbol).onMessage(message, record.time, source.place(), listener);
        }
    }
}

// Every book that this connection feeds; a recording does not say which they are, so all of the venue's.
void ReplayMarket::loseConnection(Track const& track, Error const& problem, MarketListener& listener)
{
    for (auto const& book : m_byId) {
        if (feeds(track, *book)) {
            book->lose(problem, track.source->time(), track.source->place(), listener);
        }
    }
}

void ReplayMarket::keepTerms(VenueSpec const& venue)
{
    auto& terms = m_terms[std::string(venue.id)];
    for (auto& one : m_batch.instruments) {
        auto const book = m_books.find(std::pair(std::string(venue.id), one.symbol));
        if (book != m_books.end()) {
            book->second->describe(one);
        }
        std::string symbol = one.symbol;
        terms.insert_or_assign(std::move(symbol), std::move(one));
    }
}

FeedBook& ReplayMarket::bookOf(Track& track, std::string_view symbol)
{
    if (track.lastBook != nullptr && track.lastBook->symbol() == symbol) {
        return *track.lastBook;
    }
    VenueSpec const& venue = track.source->spec();
    std::pair name(std::string(venue.id), std::string(symbol));
    auto found = m_books.find(name);
    if (found == m_books.end()) {
        const InstrumentId id(static_cast<std::uint32_t>(m_byId.size() + 1));
        m_byId.push_back(std::make_unique<FeedBook>(id, venue, venue.termsOf(venue, symbol)));
        found = m_books.emplace(std::move(name), m_byId.back().get()).first;
    }
    FeedBook& book = *found->second;
    if (!book.instrument()) {
        auto const& terms = m_terms[std::string(book.venue())];
        if (auto const known = terms.find(book.symbol()); known != terms.end()) {
            book.describe(known->second);
        }
    }
    track.lastBook = &book;
    return book;
}

void ReplayMarket::advance(Track& track)
{
    track.source->advance(m_problems);
}

// Books that only this recording fed are over.
void ReplayMarket::finish(Track const& finished, MarketListener& listener)
{
    for (auto const& book : m_byId) {
        bool const others = std::any_of(m_tracks.begin(), m_tracks.end(), [&](Track const& track) {
            return !track.source->over() && feeds(track, *book);
        });
        if (feeds(finished, *book) && !others) {
            book->end(finished.source->end(), finished.source->place(), listener);
        }
    }
}

bool ReplayMarket::feeds(Track const& track, FeedBook const& book)
{
    ReplaySource const& source = *track.source;
    return source.spec().id == book.venue() && (source.symbol().empty() || source.symbol() == book.symbol());
}

// What was lost may have been a part of any book that the recording feeds.
void ReplayMarket::report(Track const* track, Timestamp time, MarketListener& listener)
{
    for (auto const& problem : m_problems) {
        ++m_badLines;
        listener.onNotice({Notice::Level::Error, time, problem.message(), problem.code});
        for (auto const& book : m_byId) {
            if (track != nullptr && feeds(*track, *book)) {
                book->doubt(problem, time, track->source->place(), listener);
            }
        }
    }
    m_problems.clear();
}

FeedBook const* ReplayMarket::find(InstrumentId instrument) const
{
    CHECK(instrument.value >= 1 && instrument.value <= m_byId.size());
    return m_byId[instrument.value - 1].get();
}

void ReplayMarket::depth(InstrumentId instrument, std::size_t levels, DepthView& out) const
{
    find(instrument)->depth(levels, out);
}

FeedStatus ReplayMarket::feed(InstrumentId instrument) const
{
    return find(instrument)->status();
}

void ReplayMarket::rewind()
{
    for (auto const& book : m_byId) {
        book->reset();
    }
    m_terms.clear();
    m_problems.clear();
    m_badLines = 0;
    for (auto& track : m_tracks) {
        track.lastBook = nullptr;
        if (auto ready = track.source->rewind(); !ready) {
            m_problems.push_back(std::move(ready.error()));
        }
        advance(track);
    }
}

} // namespace qob
