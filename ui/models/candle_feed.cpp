#include "ui/models/candle_feed.h"

#include <algorithm>

namespace qob {

namespace {

// A batch holds every candle from its first on, so what waits from there on is old.
bool foldCandles(Payload& into, Payload const& next)
{
    auto* kept = std::get_if<CandleBatch>(&into);
    auto const* batch = std::get_if<CandleBatch>(&next);
    if (kept == nullptr || batch == nullptr) {
        return false;
    }
    auto& candles = kept->candles;
    while (!candles.empty() && !batch->candles.empty() && candles.back().start >= batch->candles.front().start
    ) {
        candles.pop_back();
    }
    candles.insert(candles.end(), batch->candles.begin(), batch->candles.end());
    return true;
}

} // namespace

CandleFeed::CandleFeed(Session& session, QObject* parent) : QObject(parent), m_session(session) {}

CandleFeed::~CandleFeed() = default;

void CandleFeed::follow(InstrumentId instrument, CandleInterval interval)
{
    const Topic topic{TopicKind::Candles, instrument, interval};
    if (m_inbox && m_inbox->topic() == topic) {
        return;
    }
    m_interval = interval;
    m_candles.clear();
    m_inbox = std::make_unique<TopicInbox>(m_session, topic, &foldCandles);
    connect(m_inbox.get(), &TopicInbox::arrived, this, &CandleFeed::take);
    emit reset();
}

void CandleFeed::stop()
{
    m_inbox.reset();
    m_candles.clear();
    emit reset();
}

void CandleFeed::take(std::vector<Event> const& events)
{
    bool anew = false;
    auto first = m_candles.size();
    for (auto const& event : events) {
        if (event.snapshot || std::holds_alternative<Resync>(event.payload)) {
            anew = true;
            m_candles.clear();
        }
        if (auto const* batch = std::get_if<CandleBatch>(&event.payload)) {
            first = std::min(first, put(batch->candles));
        }
    }
    if (m_candles.size() > capacity) {
        m_candles.erase(m_candles.begin(), m_candles.begin() + capacity / 10);
        anew = true;
    }
    if (anew) {
        emit reset();
    } else if (first < m_candles.size()) {
        emit changed(first);
    }
}

// The index of the earliest that was put.
std::size_t CandleFeed::put(std::vector<Candle> const& candles)
{
    auto first = m_candles.size();
    for (auto const& candle : candles) {
        auto at = m_candles.end();
        while (at != m_candles.begin() && std::prev(at)->start >= candle.start) {
            --at;
        }
        first = std::min(first, static_cast<std::size_t>(at - m_candles.begin()));
        if (at != m_candles.end() && at->start == candle.start) {
            *at = candle;
        } else {
            m_candles.insert(at, candle);
        }
    }
    return first;
}

} // namespace qob
