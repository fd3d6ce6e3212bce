#include "ui/bridge/event_box.h"

#include "ui/bridge/heat_chunks.h"

#include <algorithm>

namespace qob {

void EventBox::open(Topic const& topic)
{
    const std::lock_guard lock(m_mutex);
    m_streams[topic] = Stream{};
}

void EventBox::close(Topic const& topic)
{
    const std::lock_guard lock(m_mutex);
    m_streams.erase(topic);
    forget(topic);
}

EventBox::Put EventBox::put(Event const& event)
{
    const std::lock_guard lock(m_mutex);
    auto const stream = m_streams.find(event.topic);
    if (stream == m_streams.end()) {
        return Put::Kept; // closed while the event was under way
    }
    if (std::holds_alternative<Resync>(event.payload)) {
        stream->second.waiting = true;
        markVoid(event.topic);
    } else if (inSequence(event, stream->second)) {
        if (!keep(event)) {
            stream->second.waiting = true;
            return Put::Refused;
        }
    }
    bool const first = !m_wakePending;
    m_wakePending = true;
    return first ? Put::KeptFirst : Put::Kept;
}

bool EventBox::inSequence(Event const& event, Stream& stream)
{
    if (event.snapshot) {
        stream = {event.sequence + 1, false};
        return true;
    }
    if (stream.waiting) {
        return false;
    }
    if (event.sequence != stream.next) {
        stream.waiting = true;
        m_broken.push_back(event.topic);
        return false;
    }
    ++stream.next;
    return true;
}

bool EventBox::keep(Event const& event)
{
    struct Visitor {
        EventBox& box;
        Event const& event;

        bool operator()(InstrumentList const& list) const { return box.keepInstruments(event, list); }

        bool operator()(MarketStatus const& status) const
        {
            box.m_market = status;
            return true;
        }

        bool operator()(FeedStatus const& status) const
        {
            box.m_feeds[status.instrument] = status;
            return true;
        }

        bool operator()(DepthPtr const& depth) const
        {
            auto& batch = box.m_depths[event.topic.instrument];
            batch = {event.topic.instrument, batch.reset || event.snapshot, depth};
            return true;
        }

        bool operator()(TradeBatch const& batch) const { return box.keepTrades(event, batch); }

        bool operator()(HeatUpdate const& update) const { return box.keepHeat(event, update); }

        bool operator()(OrderList const& list) const { return box.keepOrder(event, list); }

        bool operator()(ExecutionReport const& report) const { return box.keepOrder(event, report); }

        bool operator()(OrderCancelReject const& reject) const { return box.keepOrder(event, reject); }

        bool operator()(AccountReport const& report) const
        {
            box.m_account = report;
            return true;
        }

        bool operator()(NoticeList const& list) const { return box.keepNotices(event, list); }

        bool operator()(TickerList const& list) const { return box.keepTickers(event, list); }

        // Those who want these have a box of their own for them.
        bool operator()(CandleBatch const& /*batch*/) const { return true; }

        bool operator()(ConsolidatedPtr const& /*view*/) const { return true; }

        bool operator()(Resync const& /*unused*/) const { return true; }
    };

    return std::visit(Visitor{*this, event}, event.payload);
}

bool EventBox::keepInstruments(Event const& event, InstrumentList const& list)
{
    if (event.snapshot) {
        m_instruments = InstrumentBatch{true, list.instruments};
        return true;
    }
    if (!m_instruments) {
        m_instruments.emplace();
    }
    auto& kept = m_instruments->instruments;
    for (auto const& instrument : list.instruments) {
        auto const same = std::find_if(kept.begin(), kept.end(), [&](Instrument const& i) {
            return i.id == instrument.id;
        });
        if (same == kept.end()) {
            kept.push_back(instrument);
        } else {
            *same = instrument;
        }
    }
    return true;
}

bool EventBox::keepTickers(Event const& event, TickerList const& list)
{
    if (event.snapshot) {
        m_tickersReset = true;
        m_tickers.clear();
    }
    for (auto const& ticker : list.tickers) {
        m_tickers.insert_or_assign(ticker.instrument, ticker);
    }
    return true;
}

bool EventBox::keepTrades(Event const& event, TradeBatch const& batch)
{
    auto& ring = m_trades[event.topic.instrument];
    if (event.snapshot) {
        ring = TradeRing{true, {}, 0};
    }
    ring.dropped += batch.dropped;
    ring.trades.insert(ring.trades.end(), batch.trades.begin(), batch.trades.end());
    if (ring.trades.size() > m_limits.trades) {
        auto const excess = ring.trades.size() - m_limits.trades;
        ring.trades.erase(ring.trades.begin(), ring.trades.begin() + static_cast<std::ptrdiff_t>(excess));
        ring.dropped += excess;
    }
    return true;
}

bool EventBox::keepHeat(Event const& event, HeatUpdate const& update)
{
    auto& batch = heatOf(event.topic.instrument);
    auto& kept = batch.heat.chunks;
    if (event.snapshot) {
        batch.reset = true;
        kept.clear();
    }
    for (auto const& chunk : update.chunks) {
        putChunk(kept, chunk);
    }
    if (!event.snapshot && kept.size() > m_limits.heatChunks) {
        batch.reset = true;
        kept.clear();
        return false;
    }
    return true;
}

HeatBatch& EventBox::heatOf(InstrumentId instrument)
{
    auto& batch = m_heat[instrument];
    batch.instrument = instrument;
    return batch;
}

// Of the orders the snapshot that follows holds all, of the answers that refused something none.
void EventBox::keepRefusals()
{
    std::erase_if(m_orders, [](OrderEvent const& event) {
        auto const* report = std::get_if<ExecutionReport>(&event);
        bool const refusal = report != nullptr
                                 ? report->ordStatus == OrdStatus::Rejected && report->orderId == OrderId()
                                 : std::holds_alternative<OrderCancelReject>(event);
        return !refusal;
    });
}

bool EventBox::keepOrder(Event const& event, OrderEvent&& order)
{
    if (event.snapshot) {
        keepRefusals();
        m_orders.insert(m_orders.begin(), std::move(order)); // the reader forgets what stands before a list
        return true;
    }
    if (m_orders.size() >= m_limits.orders) {
        keepRefusals();
        return false;
    }
    m_orders.push_back(std::move(order));
    return true;
}

bool EventBox::keepNotices(Event const& event, NoticeList const& list)
{
    if (event.snapshot || !m_notices) {
        m_notices = NoticeBatch{event.snapshot, {}};
    }
    auto& kept = m_notices->notices;
    kept.insert(kept.end(), list.notices.begin(), list.notices.end());
    if (kept.size() > m_limits.notices) {
        kept.erase(kept.begin(), kept.end() - static_cast<std::ptrdiff_t>(m_limits.notices));
    }
    return true;
}

// What the reader holds of the topic must go, though its snapshot is not here yet. Orders, account and the
// like stay on screen until then: an old list serves better than none.
void EventBox::markVoid(Topic const& topic)
{
    forget(topic);
    switch (topic.kind) {
    case TopicKind::Depth:
        m_depths[topic.instrument] = {topic.instrument, true, nullptr};
        break;
    case TopicKind::Trades:
        m_trades[topic.instrument].reset = true;
        break;
    case TopicKind::Heat:
        heatOf(topic.instrument).reset = true;
        break;
    default:
        break;
    }
}

void EventBox::forget(Topic const& topic)
{
    switch (topic.kind) {
    case TopicKind::Instruments:
        m_instruments.reset();
        break;
    case TopicKind::Market:
        m_market.reset();
        break;
    case TopicKind::Feed:
        m_feeds.clear();
        break;
    case TopicKind::Depth:
        m_depths.erase(topic.instrument);
        break;
    case TopicKind::Trades:
        m_trades.erase(topic.instrument);
        break;
    case TopicKind::Heat:
        m_heat.erase(topic.instrument);
        break;
    case TopicKind::Orders:
        keepRefusals();
        break;
    case TopicKind::Account:
        m_account.reset();
        break;
    case TopicKind::Notices:
        break;              // said is said
    case TopicKind::Ticker: // as the account: the old ones stay on screen
        m_tickers.clear();
        break;
    case TopicKind::Candles:
    case TopicKind::Consolidated:
    case TopicKind::HeatPast:
        break;
    }
}

EventBatch EventBox::take()
{
    EventBatch batch;
    const std::lock_guard lock(m_mutex);
    m_wakePending = false;
    batch.instruments = std::exchange(m_instruments, std::nullopt);
    batch.market = std::exchange(m_market, std::nullopt);
    batch.account = std::exchange(m_account, std::nullopt);
    for (auto& [id, feed] : m_feeds) {
        batch.feeds.push_back(std::move(feed));
    }
    if (m_tickersReset || !m_tickers.empty()) {
        batch.tickers = TickerBatch{std::exchange(m_tickersReset, false), {}};
        for (auto const& [id, ticker] : m_tickers) {
            batch.tickers->tickers.push_back(ticker);
        }
        m_tickers.clear();
    }
    for (auto& [id, depth] : m_depths) {
        batch.depths.push_back(std::move(depth));
    }
    for (auto& [id, ring] : m_trades) {
        batch.trades.push_back({id, ring.reset, {{ring.trades.begin(), ring.trades.end()}, ring.dropped}});
    }
    for (auto& [id, heat] : m_heat) {
        batch.heat.push_back(std::move(heat));
    }
    m_feeds.clear();
    m_depths.clear();
    m_trades.clear();
    m_heat.clear();
    batch.orders = std::exchange(m_orders, {});
    batch.notices = std::exchange(m_notices, std::nullopt);
    batch.broken = std::exchange(m_broken, {});
    return batch;
}

} // namespace qob
