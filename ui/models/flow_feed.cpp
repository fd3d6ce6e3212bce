#include "ui/models/flow_feed.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace qob {

namespace {

constexpr int fillAfterMs = 1'500; // so that a market that runs too fast to follow is not asked all the time

bool foldTrades(Payload& into, Payload const& next)
{
    auto* kept = std::get_if<TradeBatch>(&into);
    auto const* batch = std::get_if<TradeBatch>(&next);
    if (kept == nullptr || batch == nullptr || batch->dropped != 0 || kept->trades.size() > 20'000) {
        return false;
    }
    kept->trades.insert(kept->trades.end(), batch->trades.begin(), batch->trades.end());
    return true;
}

bool foldNothing(Payload& /*into*/, Payload const& /*next*/)
{
    return false;
}

std::int64_t columnOf(Timestamp time)
{
    return time.value / heatColumnTime.value;
}

} // namespace

FlowFeed::FlowFeed(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_fillLater.setSingleShot(true);
    m_fillLater.setInterval(fillAfterMs);
    connect(&m_fillLater, &QTimer::timeout, this, &FlowFeed::wantDots);
}

FlowFeed::~FlowFeed() = default;

void FlowFeed::follow(Instrument const& instrument)
{
    if (m_tradesInbox && instrument == m_instrument) {
        return;
    }
    stop();
    m_instrument = instrument;
    m_tradesInbox =
        std::make_unique<TopicInbox>(m_session, Topic{TopicKind::Trades, instrument.id}, &foldTrades);
    connect(m_tradesInbox.get(), &TopicInbox::arrived, this, &FlowFeed::takeTrades);
}

void FlowFeed::stop()
{
    m_tradesInbox.reset();
    begin();
    emit reset();
}

void FlowFeed::begin()
{
    m_heatInbox.reset();
    m_fillLater.stop();
    m_trades.clear();
    m_holes.clear();
    m_exactSince = Timestamp::max();
    m_lastTold = Timestamp::min();
    m_dropped = 0;
}

Timestamp FlowFeed::knownSince() const
{
    return m_trades.empty() ? Timestamp::max() : std::min(m_trades.front().time, m_exactSince);
}

void FlowFeed::takeTrades(std::vector<Event> const& events)
{
    bool anew = false;
    std::size_t count = 0;
    for (auto const& event : events) {
        if (event.snapshot || std::holds_alternative<Resync>(event.payload)) {
            begin();
            anew = true;
            count = 0;
        }
        if (auto const* batch = std::get_if<TradeBatch>(&event.payload)) {
            count += addTrades(*batch, event.snapshot);
        }
    }
    if (m_trades.size() > capacity) {
        auto const end = m_trades.begin() + static_cast<std::ptrdiff_t>(capacity / 10);
        m_trades.erase(m_trades.begin(), end);
    }
    if (anew) {
        wantDots();
        emit reset();
    } else if (count > 0) {
        emit added(count);
    }
}

std::size_t FlowFeed::addTrades(TradeBatch const& batch, bool snapshot)
{
    if (snapshot) {
        auto const first = batch.trades.empty() ? std::numeric_limits<std::int64_t>::max()
                                                : columnOf(batch.trades.front().time);
        m_holes.push_back({std::numeric_limits<std::int64_t>::min(), first});
    } else if (batch.dropped != 0) {
        m_dropped += batch.dropped;
        if (!batch.trades.empty() && m_lastTold != Timestamp::min()) {
            m_holes.push_back({columnOf(m_lastTold) + 1, columnOf(batch.trades.front().time)});
            m_fillLater.start();
        }
        m_exactSince = Timestamp::max();
    }
    for (auto const& trade : batch.trades) {
        auto const time = tradeTime(trade);
        m_exactSince = std::min(m_exactSince, time);
        m_lastTold = trade.time;
        m_trades.push_back({time, trade.price, trade.qty, trade.aggressor, false});
    }
    return batch.trades.size();
}

void FlowFeed::wantDots()
{
    if (!m_holes.empty()) {
        m_heatInbox =
            std::make_unique<TopicInbox>(m_session, Topic{TopicKind::Heat, m_instrument.id}, &foldNothing);
        connect(m_heatInbox.get(), &TopicInbox::arrived, this, &FlowFeed::takeDots);
    }
}

void FlowFeed::takeDots(std::vector<Event> const& events)
{
    auto const snapshot = std::find_if(events.rbegin(), events.rend(), [](Event const& event) {
        return event.snapshot && std::holds_alternative<HeatUpdate>(event.payload);
    });
    if (snapshot == events.rend()) {
        return;
    }
    auto const before = m_trades.size();
    for (auto const& hole : m_holes) {
        fill(std::get<HeatUpdate>(snapshot->payload), hole);
    }
    m_holes.clear();
    m_heatInbox->close();
    m_heatInbox.release()->deleteLater(); // this is called from it
    if (m_trades.size() != before) {
        emit reset();
    }
}

void FlowFeed::fill(HeatUpdate const& update, Hole const& hole)
{
    // Where the list of last trades was empty it ends at the first one that came.
    bool const open = hole.end == std::numeric_limits<std::int64_t>::max() && m_exactSince != Timestamp::max();
    auto const end = open ? columnOf(m_exactSince) : hole.end;
    double const lots = static_cast<double>(pow10(m_instrument.qtyScale));
    std::vector<FlowTrade> found;
    for (auto const& chunk : update.chunks) {
        std::uint32_t dot = 0;
        for (std::size_t i = 0; i < chunk->columns.size(); ++i) {
            auto const column = chunk->firstColumn + static_cast<std::int64_t>(i);
            bool const wanted = column >= hole.from && column < end;
            for (; dot < chunk->columns[i].dotsEnd; ++dot) {
                auto const& [tick, size] = chunk->dots[dot];
                const Qty qty(std::llround(std::abs(static_cast<double>(size)) * lots));
                if (wanted && qty > Qty(0)) {
                    const Timestamp time(column * heatColumnTime.value + heatColumnTime.value / 2);
                    found.push_back(
                        {time, m_instrument.tickSize * tick, qty, size > 0 ? Side::Buy : Side::Sell, true}
                    );
                }
            }
        }
    }
    if (found.empty()) {
        return;
    }
    auto const at = std::find_if(m_trades.begin(), m_trades.end(), [&](FlowTrade const& trade) {
        return trade.time >= found.back().time;
    });
    m_trades.insert(at, found.begin(), found.end());
}

} // namespace qob
