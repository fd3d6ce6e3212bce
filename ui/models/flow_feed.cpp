#include "ui/models/flow_feed.h"

#include "engine/api/same_contract.h"
#include "ui/bridge/heat_chunks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace qob {

namespace {

constexpr std::size_t mostTogether = 4'000; // trades in one message that waits
constexpr int fillAfterMs = 1'500; // so that a market that runs too fast to follow is not asked all the time

bool foldTrades(Payload& into, Payload const& next)
{
    auto* kept = std::get_if<TradeBatch>(&into);
    auto const* batch = std::get_if<TradeBatch>(&next);
    if (kept == nullptr || batch == nullptr || batch->dropped != 0 || kept->trades.size() > mostTogether) {
        return false;
    }
    kept->trades.insert(kept->trades.end(), batch->trades.begin(), batch->trades.end());
    return true;
}

bool foldNothing(Payload& /*into*/, Payload const& /*next*/)
{
    return false;
}

constexpr auto firstEver = std::numeric_limits<std::int64_t>::min();
constexpr auto lastEver = std::numeric_limits<std::int64_t>::max();

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
    bool const same =
        isSameInstrument(instrument, m_instrument) && instrument.tickSize == m_instrument.tickSize;
    if (m_tradesInbox && same) {
        m_instrument = instrument;
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
    m_tail = 0;
    m_dropped = 0;
}

Timestamp FlowFeed::knownSince() const
{
    return m_trades.empty() ? Timestamp::max() : std::min(m_trades.front().time, m_exactSince);
}

void FlowFeed::takeTrades(std::vector<Event> const& events)
{
    bool anew = false;
    auto before = m_trades.size();
    for (auto const& event : events) {
        if (event.snapshot || std::holds_alternative<Resync>(event.payload)) {
            begin();
            anew = true;
            before = 0;
        }
        if (auto const* batch = std::get_if<TradeBatch>(&event.payload)) {
            addTrades(*batch, event.snapshot);
        }
    }
    auto const count = m_trades.size() - before;
    if (m_trades.size() > capacity) {
        auto const over = m_trades.size() - capacity + capacity / 10;
        m_trades.erase(m_trades.begin(), m_trades.begin() + static_cast<std::ptrdiff_t>(over));
        m_exactSince = std::max(m_exactSince, m_trades.front().time);
    }
    if (anew) {
        wantDots();
    }
    if (anew || count > m_trades.size()) { // or more came at once than are held
        emit reset();
    } else if (count > 0) {
        emit added(count);
    }
}

void FlowFeed::addTrades(TradeBatch const& batch, bool snapshot)
{
    if (snapshot || batch.dropped != 0) {
        m_dropped += batch.dropped;
        m_exactSince = Timestamp::max();
        openHole(batch, snapshot);
    }
    for (auto const& trade : batch.trades) {
        auto const time = tradeTime(trade);
        auto const column = columnOf(trade.time);
        m_exactSince = std::min(m_exactSince, time);
        m_tail = column == m_tailColumn ? m_tail + 1 : 1;
        m_tailColumn = column;
        m_trades.push_back({time, trade.price, trade.qty, trade.aggressor, false});
    }
}

void FlowFeed::openHole(TradeBatch const& batch, bool snapshot)
{
    Hole hole{firstEver, lastEver, {}};
    if (!snapshot && m_tail > 0) {
        hole.first = m_tailColumn;
        hole.edge.assign(m_trades.end() - static_cast<std::ptrdiff_t>(m_tail), m_trades.end());
    }
    if (!batch.trades.empty()) {
        hole.last = columnOf(batch.trades.front().time);
    }
    for (auto const& trade : batch.trades) {
        if (columnOf(trade.time) == hole.last) {
            hole.edge.push_back({tradeTime(trade), trade.price, trade.qty, trade.aggressor, false});
        }
    }
    m_holes.push_back(std::move(hole));
    if (!snapshot) {
        m_fillLater.start();
    }
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
    for (auto const& hole : m_holes) {
        fill(std::get<HeatUpdate>(snapshot->payload), hole);
    }
    m_holes.clear();
    m_heatInbox->close();
    m_heatInbox.release()->deleteLater(); // this is called from it
    emit reset();
}

// Where the columns at the edges are known their dots say it all; else what was told of them stays.
void FlowFeed::fill(HeatUpdate const& update, Hole const& hole)
{
    auto const known = [&](std::int64_t column) {
        return std::any_of(update.chunks.begin(), update.chunks.end(), [&](HeatChunkPtr const& chunk) {
            return chunk->firstColumn <= column && column < endOf(*chunk);
        });
    };
    auto const end =
        hole.last == lastEver && m_exactSince != Timestamp::max() ? columnOf(m_exactSince) - 1 : hole.last;
    bool const whole = (hole.first == firstEver || known(hole.first)) && known(end);
    auto const dots = whole ? dotsOf(update, hole.first, end)
                            : dotsOf(
                                  update,
                                  hole.first == firstEver ? firstEver : hole.first + 1,
                                  hole.edge.empty() ? end : end - 1
                              );
    auto at = std::find_end(m_trades.begin(), m_trades.end(), hole.edge.begin(), hole.edge.end());
    if (hole.edge.empty()) {
        at = std::find_if(m_trades.begin(), m_trades.end(), [&](FlowTrade const& trade) {
            return !dots.empty() && trade.time >= dots.back().time;
        });
    } else if (at == m_trades.end()) {
        return; // it is so long ago that it was forgotten
    } else if (whole) {
        at = m_trades.erase(at, at + static_cast<std::ptrdiff_t>(hole.edge.size()));
    }
    m_trades.insert(at, dots.begin(), dots.end());
}

std::vector<FlowTrade> FlowFeed::dotsOf(HeatUpdate const& update, std::int64_t first, std::int64_t last) const
{
    std::vector<FlowTrade> found;
    for (auto const& chunk : update.chunks) {
        std::uint32_t dot = 0;
        for (std::size_t i = 0; i < chunk->columns.size(); ++i) {
            auto const column = chunk->firstColumn + static_cast<std::int64_t>(i);
            bool const wanted = column >= first && column <= last;
            for (; wanted && dot < chunk->columns[i].dotsEnd; ++dot) {
                addDot(found, chunk->dots[dot], column);
            }
            dot = chunk->columns[i].dotsEnd;
        }
    }
    return found;
}

void FlowFeed::addDot(std::vector<FlowTrade>& to, HeatDot const& dot, std::int64_t column) const
{
    double const lots = static_cast<double>(pow10(m_instrument.qtyScale));
    const Qty qty(std::llround(std::abs(static_cast<double>(dot.size)) * lots));
    if (qty > Qty(0)) {
        const Timestamp time(column * heatColumnTime.value + heatColumnTime.value / 2);
        to.push_back(
            {time, m_instrument.tickSize * dot.tick, qty, dot.size > 0 ? Side::Buy : Side::Sell, true}
        );
    }
}

} // namespace qob
