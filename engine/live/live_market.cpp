#include "engine/live/live_market.h"

#include "engine/base/check.h"

#include <algorithm>
#include <utility>

namespace qob {

namespace {

// The machine slept, or its clock was set: what the connections were told meanwhile is lost.
constexpr Duration leap = seconds(5);

Duration aheadOf(Clock const& clock)
{
    return clock.now() - Timestamp(0) - clock.steady();
}

// What says that the venue still deals in a symbol.
bool isOfMarket(FeedMessage const& message)
{
    using Kind = FeedMessage::Kind;
    return message.kind == Kind::Delta || message.kind == Kind::Snapshot ||
           message.kind == Kind::StreamStart || message.kind == Kind::Trade;
}

} // namespace

LiveMarket::LiveMarket(
    World const& world, std::vector<LiveSymbol> const& symbols, LiveSettings const& settings
)
    : m_world(world)
    , m_settings(settings)
    , m_inbox(settings.inboxBytes)
    , m_begin(world.clock.now())
    , m_now(m_begin)
    , m_ahead(aheadOf(world.clock))
{
    for (ConnectionPlan& plan : planConnections(symbols, world.venues)) {
        addStream(std::move(plan));
    }
    start();
}

LiveMarket::~LiveMarket()
{
    m_world.net->postAndWait([this] {
        for (Stream& stream : m_streams) {
            stream.connection.reset();
        }
        for (Venue& venue : m_venues) {
            venue.gate.reset();
        }
    });
}

std::size_t LiveMarket::venueOf(VenueSpec const& spec)
{
    auto const found = std::find_if(m_venues.begin(), m_venues.end(), [&](auto const& venue) {
        return venue.spec == &spec;
    });
    if (found != m_venues.end()) {
        return static_cast<std::size_t>(found - m_venues.begin());
    }
    auto const number = static_cast<std::uint32_t>(m_venues.size());
    Venue& venue = m_venues.emplace_back();
    venue.spec = &spec;
    venue.answers = spec.makeFeed(spec);
    venue.gate = std::make_unique<VenueGate>(*m_world.net, m_world.clock, m_inbox, spec, number);
    return number;
}

void LiveMarket::addStream(ConnectionPlan plan)
{
    VenueSpec const& spec = *plan.venue;
    const std::size_t venue = venueOf(spec);
    auto const number = static_cast<std::uint32_t>(m_streams.size());
    Stream stream;
    stream.venue = venue;
    stream.name = std::string(spec.id) + "#" + std::to_string(number + 1);
    stream.url = spec.endpoints[plan.endpoint].url;
    for (std::string const& symbol : plan.symbols) {
        const InstrumentId id(static_cast<std::uint32_t>(m_books.size() + 1));
        m_venues[venue].books.emplace(symbol, m_books.size());
        if (spec.source == BookSource::Rest) {
            m_venues[venue].snapshots.emplace(snapshotUrl(spec, symbol), m_books.size());
        }
        stream.books.push_back(m_books.size());
        m_books.push_back({std::make_unique<FeedBook>(id, spec, spec.termsOf(spec, symbol)), number});
    }
    stream.lastBook = stream.books.front();
    const VenueConnection::World world{*m_world.net, m_world.clock, m_inbox, *m_venues[venue].gate};
    const Rng rng(m_world.rng.next(), number);
    stream.connection =
        std::make_unique<VenueConnection>(world, std::move(plan), number, rng, m_settings.backoff);
    m_streams.push_back(std::move(stream));
}

void LiveMarket::start()
{
    m_world.net->post([this] {
        for (Stream& stream : m_streams) {
            stream.connection->start();
        }
    });
}

std::vector<FeedBook const*> LiveMarket::books() const
{
    std::vector<FeedBook const*> books;
    for (LiveBook const& at : m_books) {
        books.push_back(at.book.get());
    }
    return books;
}

Timestamp LiveMarket::nextEventTime()
{
    bool const nothing = m_inbox.empty() && m_world.clock.steady() < m_helpAt;
    return nothing ? Timestamp::max() : m_now + nanoseconds(1);
}

void LiveMarket::runUntil(Timestamp limit, MarketListener& listener)
{
    const Duration ahead = aheadOf(m_world.clock);
    if (ahead - std::exchange(m_ahead, ahead) > leap) {
        wakeUp(limit, listener);
    }
    if (!m_inbox.empty()) {
        m_inbox.take();
        m_inbox.each([&](FeedItem const& item) {
            // The clock may be set back; market time does not go back.
            m_now = std::max(m_now, std::min(item.time, limit));
            onItem(item, listener);
        });
    }
    m_now = std::max(m_now, limit);
    help();
}

void LiveMarket::tellRaw(FeedItem const& item)
{
    bool const answer = item.kind == FeedItem::Kind::Answer;
    bool const opened = item.kind == FeedItem::Kind::Opened;
    if (!answer && !opened && item.kind != FeedItem::Kind::Frame) {
        return;
    }
    RawMessage message;
    message.kind = answer   ? RawMessage::Kind::Answer
                   : opened ? RawMessage::Kind::Opened
                            : RawMessage::Kind::Frame;
    message.venue = m_venues[answer ? item.source : m_streams[item.source].venue].spec->id;
    message.connection = answer ? std::string_view() : m_streams[item.source].name;
    message.url = opened ? std::string_view(m_streams[item.source].url) : item.url;
    message.bytes = item.bytes.view();
    m_raw->onRaw(message, m_now);
}

void LiveMarket::onItem(FeedItem const& item, MarketListener& listener)
{
    if (m_raw != nullptr) {
        tellRaw(item);
    }
    switch (item.kind) {
    case FeedItem::Kind::Opened:
        onOpened(m_streams[item.source]);
        break;
    case FeedItem::Kind::Subscribed:
        onSubscribed(m_streams[item.source]);
        break;
    case FeedItem::Kind::Resent:
        onResent(m_streams[item.source], item.url);
        break;
    case FeedItem::Kind::Closed:
        onClosed(m_streams[item.source], *item.error, listener);
        break;
    case FeedItem::Kind::Frame:
        onFrame(m_streams[item.source], item.bytes, listener);
        break;
    case FeedItem::Kind::Asked:
        onAsked(m_venues[item.source], item.url);
        break;
    case FeedItem::Kind::Answer:
        onAnswered(m_venues[item.source], item.url);
        onAnswer(m_venues[item.source], item, listener);
        break;
    case FeedItem::Kind::Failed:
        onAnswered(m_venues[item.source], item.url);
        tell(listener, Notice::Level::Warning, *item.error);
        break;
    case FeedItem::Kind::Held:
        tell(listener, Notice::Level::Warning, *item.error);
        break;
    }
}

void LiveMarket::onOpened(Stream& stream)
{
    VenueSpec const& spec = *m_venues[stream.venue].spec;
    stream.feed = spec.makeFeed(spec);
    stream.up = true;
    stream.subscribed = false;
    ++stream.openings;
    stream.openedAt = m_now;
    const Duration now = m_world.clock.steady();
    for (std::size_t const index : stream.books) {
        LiveBook& at = m_books[index];
        at.attempts = 0;
        at.heard = false;
        at.asked = at.asked && spec.source == BookSource::Rest;
        at.helpAt = now + m_settings.firstResync;
    }
    m_world.log.info("live", "connected", {{"stream", stream.name}, {"books", stream.books.size()}});
}

void LiveMarket::onClosed(Stream& stream, Error const& why, MarketListener& listener)
{
    stream.up = false;
    stream.feed.reset();
    const Error problem{why.code, stream.name + ": " + why.detail};
    for (std::size_t const index : stream.books) {
        m_books[index].book->disconnect(problem, m_now, {stream.name, stream.frames}, listener);
    }
    tell(listener, Notice::Level::Warning, problem);
}

void LiveMarket::onFrame(Stream& stream, PaddedText bytes, MarketListener& listener)
{
    if (!stream.up) {
        return; // still on its way when the connection was given up
    }
    const FeedPlace place{stream.name, ++stream.frames, 0, stream.openedAt};
    if (auto const read = stream.feed->decode(bytes, {}, m_batch); !read) {
        const Error problem{read.error().code, place.text() + ": " + read.error().detail};
        bool hidden = false;
        for (std::size_t const index : stream.books) {
            hidden = hidden || m_books[index].book->wouldMissHole();
            m_books[index].book->doubt(problem, m_now, place, listener);
        }
        tell(listener, Notice::Level::Error, problem);
        if (hidden) {
            reopen(stream, problem);
        }
        return;
    }
    applyBatch(m_venues[stream.venue], &stream, place, listener);
    obey(stream, place, listener);
}

// What was heard before the machine slept is old, and the venue has long hung up without our hearing of it.
void LiveMarket::wakeUp(Timestamp now, MarketListener& listener)
{
    const Error why{ErrorCode::NetClosed, "the machine slept, or its clock was set ahead"};
    m_now = std::max(m_now, now);
    for (Stream& stream : m_streams) {
        if (stream.up) {
            for (std::size_t const index : stream.books) {
                m_books[index].book->disconnect(why, m_now, {stream.name, stream.frames}, listener);
            }
            reopen(stream, why);
        }
    }
}

// What the venue wants of the connection.
void LiveMarket::obey(Stream& stream, FeedPlace place, MarketListener& listener)
{
    if (!m_batch.answer.empty()) {
        m_world.net->post([connection = stream.connection.get(), frame = m_batch.answer] {
            connection->send(frame);
        });
    }
    if (!m_batch.refused.empty()) {
        tell(
            listener, Notice::Level::Warning, {ErrorCode::NetRefused, place.text() + ": " + m_batch.refused}
        );
    }
    if (m_batch.lost || m_batch.reconnect) {
        reopen(
            stream,
            m_batch.lost ? *m_batch.lost : Error{ErrorCode::NetClosed, "the venue asks for a new connection"}
        );
    }
}

// What still comes on this connection is not read any more.
void LiveMarket::reopen(Stream& stream, Error why)
{
    if (stream.up) {
        stream.up = false;
        m_world.net->post([connection = stream.connection.get(), why = std::move(why)] {
            connection->reconnect(why);
        });
    }
}

void LiveMarket::onAnswer(Venue& venue, FeedItem const& item, MarketListener& listener)
{
    const FeedPlace place{item.url, 1};
    if (auto const read = venue.answers->decode(item.bytes, item.url, m_batch); !read) {
        tell(listener, Notice::Level::Error, {read.error().code, place.text() + ": " + read.error().detail});
        return;
    }
    for (InstrumentTerms const& terms : m_batch.instruments) {
        auto const known = venue.books.find(terms.symbol);
        if (known == venue.books.end()) {
            continue;
        }
        describe(m_books[known->second], terms, listener);
    }
    if (!m_batch.instruments.empty()) {
        venue.listsHere.emplace(item.url);
        tellStrangers(venue, listener);
    }
    applyBatch(venue, nullptr, place, listener);
}

void LiveMarket::describe(LiveBook& at, InstrumentTerms const& terms, MarketListener& listener)
{
    if (!at.described && at.book->wouldChangeBy(terms)) {
        // What it was taken for until now may be too coarse.
        const Error late{ErrorCode::NetClosed, "the venue's list came late"};
        at.book->restart(late, m_now, listener);
        reopen(m_streams[at.stream], late);
    }
    if (!at.described && !terms.trading) {
        at.gone = true;
        tell(
            listener,
            Notice::Level::Warning,
            {ErrorCode::InstrumentNotTrading, std::string(at.book->venue()) + ":" + terms.symbol}
        );
    }
    at.described = true;
    at.book->describe(terms);
}

void LiveMarket::applyBatch(Venue& venue, Stream* stream, FeedPlace place, MarketListener& listener)
{
    if (m_batch.lost && stream != nullptr) {
        for (std::size_t const index : stream->books) {
            m_books[index].book->lose(*m_batch.lost, m_now, place, listener);
        }
    }
    for (std::size_t i = 0; i < m_batch.size(); ++i) {
        LiveBook* const at = find(venue, stream, m_batch[i].symbol);
        if (at != nullptr && (stream != nullptr || isOfNow(*at, m_batch[i]))) {
            at->heard = at->heard || m_batch[i].kind == FeedMessage::Kind::Delta;
            at->gone = at->gone && (stream == nullptr || !isOfMarket(m_batch[i]));
            at->book->onMessage(m_batch[i], m_now, place, listener);
        }
    }
}

// A snapshot that was asked for before the connection broke is of no use.
bool LiveMarket::isOfNow(LiveBook const& at, FeedMessage const& answered) const
{
    Stream const& stream = m_streams[at.stream];
    return stream.up && (answered.kind != FeedMessage::Kind::Snapshot || at.askedOn == stream.openings);
}

// Null: of a symbol nobody asked for.
LiveMarket::LiveBook* LiveMarket::find(Venue& venue, Stream* stream, std::string_view symbol)
{
    if (stream != nullptr && m_books[stream->lastBook].book->symbol() == symbol) {
        return &m_books[stream->lastBook];
    }
    auto const found = venue.books.find(std::string(symbol));
    if (found == venue.books.end()) {
        return nullptr;
    }
    if (stream != nullptr) {
        stream->lastBook = found->second;
    }
    return &m_books[found->second];
}

void LiveMarket::tell(MarketListener& listener, Notice::Level level, Error const& what)
{
    listener.onNotice({level, m_now, what.message(), what.code});
}

void LiveMarket::depth(InstrumentId instrument, std::size_t levels, DepthView& out) const
{
    CHECK(instrument.value >= 1 && instrument.value <= m_books.size());
    m_books[instrument.value - 1].book->depth(levels, out);
}

FeedStatus LiveMarket::feed(InstrumentId instrument) const
{
    CHECK(instrument.value >= 1 && instrument.value <= m_books.size());
    LiveBook const& at = m_books[instrument.value - 1];
    std::uint64_t const openings = m_streams[at.stream].openings;
    FeedStatus status = at.book->status();
    status.connection = at.stream + 1;
    status.reconnects = openings == 0 ? 0 : openings - 1;
    return status;
}

} // namespace qob
