#include "ui/models/spark_lines.h"

#include <algorithm>

namespace qob {

namespace {

constexpr int tellMs = 1000;
constexpr Duration minute = minutes(1);

} // namespace

SparkLines::SparkLines(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_follow.setSingleShot(true);
    m_tell.setSingleShot(true);
    connect(&m_follow, &QTimer::timeout, this, &SparkLines::followWanted);
    connect(&m_tell, &QTimer::timeout, this, [this] { emit changed(std::exchange(m_changed, {})); });
}

QVector<double> SparkLines::line(InstrumentId instrument, Timestamp now)
{
    auto const found = m_lines.find(instrument);
    if (found == m_lines.end()) {
        m_wanted.insert(instrument);
        m_follow.start(0);
        return {};
    }
    found->second.asked = ++m_asked;
    auto const& candles = found->second.feed->candles();
    if (candles.empty()) {
        return {};
    }
    auto const end = std::max(now, candles.back().start + minute);
    auto next = candles.begin();
    QVector<double> line;
    for (auto before = end - minutes(static_cast<std::int64_t>(points) - 1); before <= end;
         before = before + minute) {
        next = std::lower_bound(next, candles.end(), before, [](Candle const& candle, Timestamp time) {
            return candle.start < time;
        });
        if (next != candles.begin()) {
            line.push_back(static_cast<double>(std::prev(next)->close.value));
        }
    }
    return line;
}

void SparkLines::stop()
{
    m_lines.clear();
    m_wanted.clear();
    m_changed.clear();
    m_follow.stop();
    m_tell.stop();
}

void SparkLines::followWanted()
{
    for (InstrumentId const instrument : std::exchange(m_wanted, {})) {
        makeRoom();
        auto feed = std::make_unique<CandleFeed>(m_session);
        auto const tell = [this, instrument] {
            m_changed.insert(instrument);
            if (!m_tell.isActive()) {
                m_tell.start(tellMs);
            }
        };
        connect(feed.get(), &CandleFeed::changed, this, tell);
        connect(feed.get(), &CandleFeed::reset, this, [this, instrument] {
            emit changed({instrument}); // at once: there was none
        });
        feed->follow(instrument, CandleInterval::Min1);
        m_lines[instrument] = {std::move(feed), ++m_asked};
    }
}

void SparkLines::makeRoom()
{
    while (m_lines.size() >= mostFollowed) {
        m_lines.erase(std::min_element(m_lines.begin(), m_lines.end(), [](auto const& a, auto const& b) {
            return a.second.asked < b.second.asked;
        }));
    }
}

} // namespace qob
