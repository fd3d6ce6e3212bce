#include "engine/live/live_market.h"

#include <algorithm>

// What a LiveMarket does for books that are not whole, and for venues whose lists have not come. One question
// for each at a time: what waits for its turn at a gate or on a connection is not asked again, and counts as
// an attempt only when it has come to nothing.

namespace qob {

namespace {

constexpr Duration lookAfterBooks = milliseconds(20);

bool isBySymbol(VenueRequest const& request)
{
    return request.url.find('$') != std::string_view::npos;
}

} // namespace

std::string LiveMarket::snapshotUrl(VenueSpec const& spec, std::string const& symbol)
{
    return fillFrame(spec.snapshot.url, {}, {{&symbol, 1}, 1, Timestamp(0)});
}

// From here on a book of which nothing was heard should have come.
void LiveMarket::onSubscribed(Stream& stream)
{
    stream.subscribed = true;
    for (std::size_t const index : stream.books) {
        if (!m_books[index].heard) {
            m_books[index].helpAt = m_world.clock.steady() + m_settings.firstResync;
        }
    }
}

void LiveMarket::onResent(Stream const& stream, std::string_view symbol)
{
    auto const& books = m_venues[stream.venue].books;
    if (auto const found = books.find(std::string(symbol)); found != books.end()) {
        waitLonger(m_books[found->second]);
    }
}

void LiveMarket::onAsked(Venue& venue, std::string_view url)
{
    if (auto const found = venue.snapshots.find(std::string(url)); found != venue.snapshots.end()) {
        LiveBook& at = m_books[found->second];
        at.askedOn = m_streams[at.stream].openings;
    }
}

// Whatever the answer was.
void LiveMarket::onAnswered(Venue& venue, std::string_view url)
{
    if (auto const list = venue.listsAsked.find(url); list != venue.listsAsked.end()) {
        venue.listsAsked.erase(list);
    }
    if (auto const found = venue.snapshots.find(std::string(url)); found != venue.snapshots.end()) {
        LiveBook& at = m_books[found->second];
        at.asked = false;
        if (at.askedOn == m_streams[at.stream].openings) {
            waitLonger(at);
        }
    }
}

// Looks after books that should be whole and are not.
void LiveMarket::help()
{
    const Duration now = m_world.clock.steady();
    if (now < m_helpAt) {
        return;
    }
    m_helpAt = now + lookAfterBooks;
    // First what the books' numbers are read by: answers come in the order of the questions.
    for (Venue& venue : m_venues) {
        helpVenue(venue, now);
    }
    for (LiveBook& at : m_books) {
        Stream const& stream = m_streams[at.stream];
        if (at.book->status().state == FeedState::Live) {
            at.attempts = 0;
            at.reopened = 0;
            at.helpAt = now;
            askStatistics(at, now);
            refreshBook(at, now);
            continue;
        }
        at.refreshAt = Duration(0);
        if (stream.up && !at.asked) {
            bool const due = now >= at.helpAt && (stream.subscribed || at.heard);
            if (due || canBeBridged(at)) {
                helpBook(at);
            }
        }
    }
}

// A snapshot that is asked for now is bridged by the deltas that have begun to come.
bool LiveMarket::canBeBridged(LiveBook const& at) const
{
    auto const source = m_venues[m_streams[at.stream].venue].spec->source;
    return at.attempts == 0 && at.heard &&
           (source == BookSource::Rest || source == BookSource::StreamRequest);
}

// Until the next attempt: longer each time, and by chance, so that not all come at once.
Duration LiveMarket::wait(int attempts)
{
    constexpr int mostDoublings = 20;
    const std::int64_t whole = std::min(
        m_settings.mostResync.value, m_settings.firstResync.value << std::min(attempts, mostDoublings)
    );
    return Duration(m_world.rng.between(whole / 2, whole));
}

// Another attempt was made; where the venue does not deal in the symbol there is no hurry.
void LiveMarket::waitLonger(LiveBook& at)
{
    at.asked = false;
    at.helpAt = m_world.clock.steady() + (at.gone ? m_settings.mostResync : wait(at.attempts));
    ++at.attempts;
}

// A book that does not become whole costs the others of its connection theirs: only where it has something to
// win, because the venue still speaks of it, and each time after twice as many attempts.
bool LiveMarket::shouldReopen(LiveBook const& at) const
{
    constexpr int mostDoublings = 10;
    auto const& books = m_streams[at.stream].books;
    bool const alone = std::none_of(books.begin(), books.end(), [this](std::size_t index) {
        return m_books[index].book->status().state == FeedState::Live;
    });
    int const doublings = alone ? 0 : std::min(at.reopened, mostDoublings);
    return !at.gone && (alone || at.heard) && at.attempts >= m_settings.attemptsBeforeReconnect << doublings;
}

void LiveMarket::helpBook(LiveBook& at)
{
    Stream& stream = m_streams[at.stream];
    VenueSpec const& spec = *m_venues[stream.venue].spec;
    std::string const& symbol = at.book->symbol();
    VenueConnection* const connection = stream.connection.get();
    if (shouldReopen(at)) {
        ++at.reopened;
        reopen(stream, {ErrorCode::FeedNoSnapshot, symbol + ": its book does not become whole"});
        return;
    }
    bool const again = at.attempts > 0 || at.book->met();
    at.asked = spec.source == BookSource::Rest || spec.source == BookSource::StreamRequest ||
               (spec.source == BookSource::Stream && again);
    switch (spec.source) {
    case BookSource::Rest:
        askSnapshot(at);
        break;
    case BookSource::StreamRequest:
        m_world.net->post([connection, symbol] { connection->requestSnapshot(symbol); });
        break;
    case BookSource::Stream:
        if (again) {
            m_world.net->post([connection, symbol] { connection->resubscribe(symbol); });
        }
        break;
    case BookSource::EveryMessage:
        break; // the next one will do
    }
    if (!at.asked) {
        waitLonger(at);
    }
}

void LiveMarket::askSnapshot(LiveBook& at)
{
    Venue& venue = m_venues[m_streams[at.stream].venue];
    m_world.net->post([gate = venue.gate.get(), &spec = *venue.spec, symbol = at.book->symbol()] {
        gate->ask(
            {spec.snapshot.url, spec.snapshot.method, spec.snapshot.body},
            snapshotUrl(spec, symbol),
            spec.limits.snapshotWeight
        );
    });
}

// Where holes cannot be seen a live book is made anew now and then; not all at once.
void LiveMarket::refreshBook(LiveBook& at, Duration now)
{
    Stream const& stream = m_streams[at.stream];
    const std::int64_t every = m_venues[stream.venue].spec->resyncEvery.value;
    if (every == 0 || !stream.up || at.asked) {
        return;
    }
    bool const due = at.refreshAt != Duration(0) && now >= at.refreshAt;
    if (due) {
        at.asked = true;
        askSnapshot(at);
    }
    if (due || at.refreshAt == Duration(0)) {
        at.refreshAt = now + Duration(m_world.rng.between(every / 2, every));
    }
}

// Where no stream has them.
void LiveMarket::askStatistics(LiveBook& at, Duration now)
{
    Venue& venue = m_venues[m_streams[at.stream].venue];
    VenueRequest const& request = venue.spec->statistics;
    if (request.url.empty() || now < at.askAt || at.book->instrument()->kind == ContractKind::Spot) {
        return;
    }
    at.askAt = now + venue.spec->statisticsEvery;
    m_world.net->post([gate = venue.gate.get(), &request, symbol = at.book->symbol()] {
        gate->ask(request, fillFrame(request.url, {}, {{&symbol, 1}, 1, Timestamp(0)}), 1);
    });
}

// Asks for the venue's lists, and again for those that were not answered.
void LiveMarket::helpVenue(Venue& venue, Duration now)
{
    if (venue.strangersTold || now < venue.listAt || !venue.listsAsked.empty()) {
        return;
    }
    venue.listAt = now + wait(++venue.listAttempts);
    std::vector<std::string> unknown;
    for (auto const& [symbol, index] : venue.books) {
        if (!m_books[index].described) {
            unknown.push_back(symbol);
        }
    }
    for (VenueRequest const& request : venue.spec->instruments) {
        auto const questions =
            std::min<std::size_t>(unknown.size(), isBySymbol(request) ? unknown.size() : 1);
        for (std::size_t i = 0; i < questions; ++i) {
            auto url = fillFrame(request.url, {}, {{&unknown[i], 1}, 1, Timestamp(0)});
            if (!venue.listsHere.contains(url) && venue.listsAsked.insert(url).second) {
                m_world.net->post([gate = venue.gate.get(), &request, url] { gate->ask(request, url, 1); });
            }
        }
    }
}

// Symbols that are in none of the venue's lists, once all of these are here. An empty one may be a refusal.
void LiveMarket::tellStrangers(Venue& venue, MarketListener& listener)
{
    auto const& requests = venue.spec->instruments;
    bool const whole = std::all_of(requests.begin(), requests.end(), [&](VenueRequest const& request) {
        return !request.lists || venue.listsHere.contains(request.url); // never where it is by symbol
    });
    if (venue.strangersTold || !whole) {
        return;
    }
    venue.strangersTold = true;
    for (auto const& [symbol, index] : venue.books) {
        if (!m_books[index].described) {
            m_books[index].gone = true;
            tell(
                listener,
                Notice::Level::Warning,
                {ErrorCode::InstrumentNotTrading,
                 std::string(venue.spec->id) + ":" + symbol +
                     " is not in its list; expired, renamed or misspelt"}
            );
        }
    }
}

} // namespace qob
