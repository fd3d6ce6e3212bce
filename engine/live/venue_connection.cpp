#include "engine/live/venue_connection.h"

#include <algorithm>

namespace qob {

namespace {

std::string timeText(Duration span)
{
    return std::to_string(span.value / milliseconds(1).value) + " ms";
}

} // namespace

Duration Backoff::after(int attempts, Rng& rng) const
{
    constexpr int mostDoublings = 20;
    const std::int64_t whole = std::min(most.value, first.value << std::min(attempts, mostDoublings));
    return Duration(rng.between(whole / 2, whole));
}

VenueConnection::VenueConnection(
    World const& world, ConnectionPlan plan, std::uint32_t number, Rng rng, Backoff backoff
)
    : m_world(world)
    , m_plan(std::move(plan))
    , m_number(number)
    , m_rng(rng)
    , m_backoff(backoff)
    , m_unpacker(m_plan.venue->packing)
{}

VenueConnection::~VenueConnection() = default;

void VenueConnection::start()
{
    m_connectTimer = m_world.net.after(m_world.gate.nextConnection(), [this] { connect(); });
}

void VenueConnection::connect()
{
    VenueSpec const& venue = *m_plan.venue;
    m_beatInterval = venue.heartbeat.interval;
    if (venue.ticket.url.empty()) {
        open(std::string(venue.endpoints[m_plan.endpoint].url));
        return;
    }
    auto const answered = [this, watched = std::weak_ptr(m_alive)](Expected<HttpAnswer> const& answer) {
        if (watched.expired()) {
            return;
        }
        PaddedCopy padded;
        auto const ticket = answer ? m_plan.venue->readTicket(padded.assign(answer->body))
                                   : Expected<StreamTicket>(tl::unexpected(answer.error()));
        if (!ticket) {
            comeBack(ticket.error());
            return;
        }
        m_beatInterval = ticket->pingInterval > Duration(0) ? ticket->pingInterval : m_beatInterval;
        open(ticket->url);
    };
    m_world.gate.askFor(
        {std::string(venue.ticket.url), std::string(venue.ticket.method), std::string(venue.ticket.body)},
        1,
        answered
    );
}

void VenueConnection::open(std::string const& url)
{
    std::vector<std::string> const& symbols = m_plan.symbols;
    const FrameFill fill{symbols, 1, m_world.clock.now()};
    const std::string filled = fillFrame(url, {}, fill);
    m_trying = true;
    auto const origin = m_plan.venue->endpoints[m_plan.endpoint].origin;
    m_socket = openWebSocket(m_world.net, filled, std::string(origin), *this);
}

void VenueConnection::onOpen()
{
    if (!m_trying) {
        return;
    }
    m_open = true;
    m_frames.clear();
    m_openedAt = m_sentAt = m_heardAt = m_frameAt = m_world.clock.steady();
    m_unpacker = FrameUnpacker(m_plan.venue->packing);
    m_subscribing = false;
    m_world.inbox.pushSign(FeedItem::Kind::Opened, m_number, m_world.clock.now());
    watch();
    m_sendTimer = m_world.net.after(m_plan.venue->limits.afterConnect, [this] { subscribe(); });
}

void VenueConnection::subscribe()
{
    VenueSpec const& venue = *m_plan.venue;
    if (!venue.greeting.empty()) {
        m_frames.push_back(
            {fillFrame(venue.greeting, {}, {m_plan.symbols, ++m_lastFrameId, m_world.clock.now()}), {}}
        );
    }
    std::vector<std::string> derivatives;
    for (std::string const& symbol : m_plan.symbols) {
        if (venue.termsOf(venue, symbol).kind != ContractKind::Spot) {
            derivatives.push_back(symbol);
        }
    }
    for (SubscribeForm const& form : venue.forms) {
        const std::span<std::string const> symbols(form.derivativesOnly ? derivatives : m_plan.symbols);
        auto const most = static_cast<std::size_t>(std::max(1, form.symbolsPerFrame));
        for (std::size_t from = 0; from < symbols.size(); from += most) {
            queue(form.frame, form, symbols.subspan(from, std::min(most, symbols.size() - from)));
        }
    }
    m_sendTimer = nullptr;
    m_subscribing = true;
    m_frames.empty() ? tellSent({}) : sendNext();
}

void VenueConnection::queue(
    std::string_view text, SubscribeForm const& form, std::span<std::string const> symbols
)
{
    if (!text.empty()) {
        m_frames.push_back({fillFrame(text, form.item, {symbols, ++m_lastFrameId, m_world.clock.now()}), {}});
    }
}

void VenueConnection::send(std::string frame)
{
    if (m_open) {
        m_frames.push_back({std::move(frame), {}});
        sendNext();
    }
}

void VenueConnection::resubscribe(std::string const& symbol)
{
    if (!m_open) {
        return;
    }
    for (SubscribeForm const& form : m_plan.venue->forms) {
        if (form.channel == Channel::Book) {
            queue(form.unsubscribe, form, {&symbol, 1});
            queue(form.frame, form, {&symbol, 1});
        }
    }
    if (!m_frames.empty()) {
        m_frames.back().asksFor = symbol;
    }
    sendNext();
}

void VenueConnection::requestSnapshot(std::string const& symbol)
{
    if (m_open) {
        const FrameFill fill{{&symbol, 1}, ++m_lastFrameId, m_world.clock.now()};
        m_frames.push_back({fillFrame(m_plan.venue->snapshotFrame, {}, fill), symbol});
        sendNext();
    }
}

// One frame, and the next when the venue allows it.
void VenueConnection::sendNext()
{
    if (!m_open || m_sendTimer || m_frames.empty()) {
        return;
    }
    if (!m_socket->send(std::move(m_frames.front().frame))) {
        comeBack({ErrorCode::NetOverflow, "what is to be sent does not go out"});
        return;
    }
    auto const asksFor = std::move(m_frames.front().asksFor);
    m_frames.pop_front();
    tellSent(asksFor);
    m_sentAt = m_world.clock.steady();
    const Duration each(seconds(1).value / std::max(1, m_plan.venue->limits.framesPerSecond));
    m_sendTimer = m_world.net.after(each, [this] {
        m_sendTimer = nullptr;
        sendNext();
    });
}

void VenueConnection::tellSent(std::string const& asksFor)
{
    const Timestamp now = m_world.clock.now();
    if (!asksFor.empty()) {
        m_world.inbox.pushSign(FeedItem::Kind::Resent, m_number, now, asksFor);
    }
    if (m_frames.empty() && std::exchange(m_subscribing, false)) {
        m_world.inbox.pushSign(FeedItem::Kind::Subscribed, m_number, now);
    }
}

void VenueConnection::onFrame(std::string_view payload, bool binary)
{
    if (!m_trying) {
        return; // what still came of a socket that was given up
    }
    m_heardAt = m_frameAt = m_world.clock.steady();
    std::string_view bytes = payload;
    if (binary && m_plan.venue->packing != Packing::None) {
        auto const unpacked = m_unpacker.unpack(m_packed.assign(payload));
        if (!unpacked) {
            comeBack(unpacked.error());
            return;
        }
        bytes = unpacked->view();
    }
    if (!m_world.inbox.push(FeedItem::Kind::Frame, m_number, m_world.clock.now(), bytes)) {
        comeBack({ErrorCode::NetOverflow, std::string(m_plan.venue->id)});
    }
}

void VenueConnection::onSign()
{
    m_heardAt = m_world.clock.steady();
}

void VenueConnection::onClosed(Error const& why)
{
    if (m_trying) {
        comeBack(why);
    }
}

void VenueConnection::reconnect(Error why)
{
    if (m_open) {
        comeBack(std::move(why));
    }
}

void VenueConnection::comeBack(Error why)
{
    const Duration now = m_world.clock.steady();
    m_attempts = m_open && now - m_openedAt >= m_backoff.good ? 0 : m_attempts;
    m_open = m_trying = false;
    m_sendTimer = nullptr;
    m_watchTimer = nullptr;
    m_frames.clear();
    m_world.inbox.pushError(FeedItem::Kind::Closed, m_number, m_world.clock.now(), std::move(why));
    const Duration wait = m_backoff.after(m_attempts++, m_rng) + m_world.gate.nextConnection();
    // The socket may be the one that calls here.
    m_connectTimer = m_world.net.after(wait, [this] { connect(); });
    m_world.net.post([socket = std::exchange(m_socket, nullptr)] {});
}

// Looks now and then whether there is something to say, or nothing heard.
void VenueConnection::watch()
{
    Heartbeat const& heartbeat = m_plan.venue->heartbeat;
    const Duration interval = m_beatInterval > Duration(0) ? m_beatInterval : heartbeat.silence;
    const Duration period(std::clamp(
        std::min(interval.value, heartbeat.silence.value) / 4, milliseconds(20).value, seconds(5).value
    ));
    m_watchTimer = m_world.net.after(period, [this] {
        const Duration now = m_world.clock.steady();
        Duration const silence = m_plan.venue->heartbeat.silence;
        if (now - m_heardAt >= silence) {
            comeBack({ErrorCode::NetTimeout, "nothing was heard for " + timeText(silence)});
        } else if (now - m_frameAt >= mostQuiet) {
            comeBack({ErrorCode::NetTimeout, "no message came for " + timeText(mostQuiet)});
        } else {
            if (m_beatInterval > Duration(0) && now - m_sentAt >= m_beatInterval) {
                beat();
            }
            watch();
        }
    });
}

void VenueConnection::beat()
{
    m_sentAt = m_world.clock.steady();
    auto const frame = m_plan.venue->heartbeat.frame;
    if (frame.empty()) {
        m_socket->ping();
    } else {
        send(fillFrame(frame, {}, {m_plan.symbols, ++m_lastFrameId, m_world.clock.now()}));
    }
}

} // namespace qob
