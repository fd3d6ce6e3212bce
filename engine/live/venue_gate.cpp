#include "engine/live/venue_gate.h"

#include <algorithm>

namespace qob {

namespace {

constexpr Duration answerTimeout = seconds(20);
constexpr Duration waitWhenUnsaid = seconds(30); // after "too many requests" without a time
constexpr Duration minute = seconds(60);
// So much of a minute's allowance may be used at once.
constexpr Duration burst = seconds(10);

bool isTooMuch(int status)
{
    return status == 429 || status == 418 || status == 503;
}

} // namespace

VenueGate::VenueGate(
    NetThread& net, Clock const& clock, FeedInbox& inbox, VenueSpec const& venue, std::uint32_t number
)
    : m_net(net)
    , m_clock(clock)
    , m_inbox(inbox)
    , m_venue(venue)
    , m_number(number)
    , m_connectAt(clock.steady())
    , m_askAt(clock.steady() - burst)
{}

Duration VenueGate::nextConnection()
{
    const Duration now = m_clock.steady();
    const Duration at = std::max(now, m_connectAt);
    m_connectAt = at + Duration(minute.value / std::max(1, m_venue.limits.connectionsPerMinute));
    return at - now;
}

void VenueGate::ask(VenueRequest const& request, std::string url, int weight)
{
    bool const waits = std::any_of(m_waiting.begin(), m_waiting.end(), [&](Waiting const& waiting) {
        return waiting.request.url == url && waiting.request.body == request.body;
    });
    if (waits) {
        return;
    }
    queue(
        {{url, std::string(request.method), std::string(request.body)},
         weight,
         true,
         [this, url](Expected<HttpAnswer> const& answer) {
             deliver(url, answer);
         }}
    );
}

void VenueGate::askFor(HttpQuestion request, int weight, std::function<void(Expected<HttpAnswer>)> done)
{
    queue({std::move(request), weight, false, std::move(done)});
}

void VenueGate::queue(Waiting question)
{
    m_waiting.push_back(std::move(question));
    next();
}

void VenueGate::next()
{
    if (m_asked || m_waiting.empty()) {
        return;
    }
    const Duration now = m_clock.steady();
    if (m_askAt > now) {
        m_timer = m_net.after(m_askAt - now, [this] { next(); });
        return;
    }
    const std::int64_t each = minute.value / std::max(1, m_venue.limits.restPerMinute);
    m_askAt = std::max(m_askAt, now - burst) + Duration(each * std::max(1, m_waiting.front().weight));
    m_asked = true;
    if (m_waiting.front().told) {
        auto const& url = m_waiting.front().request.url;
        m_inbox.pushSign(FeedItem::Kind::Asked, m_number, m_clock.now(), url);
    }
    m_asking =
        httpRequest(m_net, m_waiting.front().request, answerTimeout, [this](Expected<HttpAnswer> answer) {
            // What is asked next must not be dropped with this question.
            m_net.post([this, watched = std::weak_ptr(m_alive), answer = std::move(answer)] {
                if (!watched.expired()) {
                    answered(answer);
                }
            });
        });
}

void VenueGate::answered(Expected<HttpAnswer> answer)
{
    m_asked = false;
    m_asking = nullptr;
    if (answer && isTooMuch(answer->status)) {
        hold(*answer);
        next();
        return;
    }
    auto const done = std::move(m_waiting.front().done);
    m_waiting.pop_front();
    done(std::move(answer));
    next();
}

void VenueGate::hold(HttpAnswer const& answer)
{
    const Duration wait = answer.retryAfter > Duration(0) ? answer.retryAfter : waitWhenUnsaid;
    m_askAt = m_clock.steady() + wait;
    auto const& url = m_waiting.front().request.url;
    Error error{
        ErrorCode::NetRefused,
        url + ": " + std::to_string(answer.status) + ", too many requests; it will be asked again in " +
            std::to_string(wait.value / seconds(1).value) + " s"};
    m_inbox.pushError(FeedItem::Kind::Held, m_number, m_clock.now(), std::move(error), url);
}

void VenueGate::deliver(std::string const& url, Expected<HttpAnswer> const& answer)
{
    const Timestamp now = m_clock.now();
    if (!answer) {
        m_inbox.pushError(FeedItem::Kind::Failed, m_number, now, answer.error(), url);
        return;
    }
    constexpr int ok = 200;
    if (answer->status != ok) {
        constexpr std::size_t shown = 200;
        Error error{
            ErrorCode::NetRefused,
            url + ": " + std::to_string(answer->status) + " " + answer->body.substr(0, shown)};
        m_inbox.pushError(FeedItem::Kind::Failed, m_number, now, std::move(error), url);
        return;
    }
    if (!m_inbox.push(FeedItem::Kind::Answer, m_number, now, answer->body, url)) {
        m_inbox.pushError(
            FeedItem::Kind::Failed, m_number, now, {ErrorCode::NetOverflow, "the answer of " + url}, url
        );
    }
}

} // namespace qob
