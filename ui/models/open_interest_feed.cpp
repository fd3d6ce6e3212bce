#include "ui/models/open_interest_feed.h"

namespace qob {

namespace {

// The newest of an instrument says all.
bool foldTickers(Payload& into, Payload const& next)
{
    if (!std::holds_alternative<TickerList>(into) || !std::holds_alternative<TickerList>(next)) {
        return false;
    }
    into = next;
    return true;
}

} // namespace

OpenInterestFeed::OpenInterestFeed(Session& session, QObject* parent) : QObject(parent), m_session(session) {}

OpenInterestFeed::~OpenInterestFeed() = default;

void OpenInterestFeed::follow(InstrumentId instrument)
{
    const Topic topic{TopicKind::Ticker, instrument};
    if (m_inbox && m_inbox->topic() == topic) {
        return;
    }
    stop();
    m_inbox = std::make_unique<TopicInbox>(m_session, topic, &foldTickers);
    connect(m_inbox.get(), &TopicInbox::arrived, this, &OpenInterestFeed::take);
}

void OpenInterestFeed::stop()
{
    m_inbox.reset();
    if (!m_points.empty()) {
        m_points.clear();
        emit changed(0);
    }
}

void OpenInterestFeed::take(std::vector<Event> const& events)
{
    auto first = m_points.size();
    bool anew = false;
    for (auto const& event : events) {
        if (event.snapshot || std::holds_alternative<Resync>(event.payload)) {
            anew = anew || !m_points.empty();
            m_points.clear(); // another time of a recording, perhaps
            first = 0;
        }
        if (auto const* list = std::get_if<TickerList>(&event.payload)) {
            add(*list);
        }
    }
    if (m_points.size() > capacity) {
        m_points.erase(m_points.begin(), m_points.begin() + capacity / 10);
        first = 0;
    }
    if (anew || m_points.size() > first) {
        emit changed(first);
    }
}

void OpenInterestFeed::add(TickerList const& list)
{
    if (list.tickers.empty()) {
        return;
    }
    auto const& ticker = list.tickers.back();
    auto const known = ticker.statistics.openInterest;
    if (known && (m_points.empty() || m_points.back().contracts != *known)) {
        m_points.push_back({ticker.time, *known});
    }
}

} // namespace qob
