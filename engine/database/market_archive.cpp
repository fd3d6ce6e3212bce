#include "engine/database/market_archive.h"

#include "engine/base/thread.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace qob {

namespace {

Amount amountOf(std::int64_t count, int scale)
{
    return Amount(static_cast<Int128>(count) * pow10(amountScale - scale));
}

bool isSame(Trade const& a, Trade const& b)
{
    return a.time == b.time && a.id == b.id && a.price == b.price && a.qty == b.qty &&
           a.aggressor == b.aggressor;
}

// Those that are over; an open one comes again with every trade.
CandleBatch closedOf(CandleBatch const& batch)
{
    CandleBatch closed{batch.interval, {}};
    std::copy_if(
        batch.candles.begin(),
        batch.candles.end(),
        std::back_inserter(closed.candles),
        [](Candle const& candle) { return candle.closed; }
    );
    return closed;
}

std::size_t sizeOf(MarketBatch const& batch)
{
    return batch.candles.size() + batch.ticks.size() + batch.gaps.size();
}

} // namespace

bool MarketArchive::Inbox::onEvent(Event const& event)
{
    // Instruments are few, and without them nothing else is understood.
    if (auto const* const list = std::get_if<InstrumentList>(&event.payload)) {
        const std::lock_guard lock(mutex);
        arrivals.push_back({event.topic, event.snapshot, *list});
        wake.notify_one();
    } else if (auto const* const trades = std::get_if<TradeBatch>(&event.payload)) {
        auto const count = trades->trades.size();
        const std::lock_guard lock(mutex);
        if (rows + count <= mostRows) {
            arrivals.push_back({event.topic, event.snapshot, *trades});
            rows += count;
        } else {
            lose(
                event.topic, trades->trades.front().time, trades->trades.back().time, count + trades->dropped
            );
        }
    } else if (auto const* const candles = std::get_if<CandleBatch>(&event.payload)) {
        auto closed = closedOf(*candles);
        auto const count = closed.candles.size();
        const std::lock_guard lock(mutex);
        if (count > 0 && rows + count <= mostRows) {
            arrivals.push_back({event.topic, event.snapshot, std::move(closed)});
            rows += count;
        } else if (count > 0) {
            lose(event.topic, closed.candles.front().start, closed.candles.back().start, count);
        }
    }
    return true;
}

void MarketArchive::Inbox::lose(Topic const& topic, Timestamp begins, Timestamp ends, std::uint64_t count)
{
    auto& loss = losses.try_emplace(topic, Loss{begins, ends, 0}).first->second;
    loss.ends = std::max(loss.ends, ends);
    loss.rows += count;
    lost += count;
}

MarketArchive::MarketArchive(
    Session& session, MarketArchiveSettings settings, OpenDatabase open, Clock const& clock, Log& log
)
    : m_session(session)
    , m_settings(std::move(settings))
    , m_open(std::move(open))
    , m_log(log)
    , m_inbox(m_settings.queueRows)
    , m_nextTick(static_cast<std::uint64_t>(clock.now().value))
    , m_thread(startThread("archive", ThreadWork::Behind, [this] { run(); }))
{
    m_instruments = m_session.subscribe({TopicKind::Instruments, {}}, m_inbox);
}

MarketArchive::~MarketArchive()
{
    m_instruments.reset();
    {
        const std::lock_guard lock(m_inbox.mutex);
        m_inbox.stop = true;
    }
    m_inbox.wake.notify_one();
    m_thread.join();
}

MarketArchiveStatus MarketArchive::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void MarketArchive::run()
{
    auto retry = m_settings.firstRetry;
    bool stop = false;
    while (!stop) {
        Duration pause = m_settings.interval;
        auto const written = write();
        if (written) {
            retry = m_settings.firstRetry;
        } else {
            pause = retry;
            retry = std::min(retry + retry, m_settings.longestRetry);
        }
        bool const more = written && collect() && sizeOf(m_batch) >= m_settings.batchRows;
        if (!more) {
            std::unique_lock lock(m_inbox.mutex);
            m_inbox.wake.wait_for(lock, std::chrono::nanoseconds(pause.value), [&] {
                bool const news = !m_inbox.arrivals.empty() &&
                                  std::holds_alternative<InstrumentList>(m_inbox.arrivals.back().what);
                return m_inbox.stop || (news && written.has_value());
            });
        }
        stop = isToEnd(written.has_value());
    }
}

// Once it is to stop nothing more comes in, and it ends when all that came is written or cannot be.
bool MarketArchive::isToEnd(bool written)
{
    {
        const std::lock_guard lock(m_inbox.mutex);
        if (!m_inbox.stop) {
            return false;
        }
    }
    for (auto& [id, series] : m_series) {
        series.subscriptions.clear();
    }
    const std::lock_guard lock(m_inbox.mutex);
    auto const left = m_inbox.rows + sizeOf(m_batch);
    if (!written && left > 0) {
        m_log.warning("archive", "ended without writing what waited", {{"rows", left}});
    }
    return !written || (m_inbox.arrivals.empty() && m_batch.empty());
}

// What waits becomes rows, up to a batch. Nothing is taken while the last batch could not be written.
bool MarketArchive::collect()
{
    std::deque<Arrival> arrivals;
    std::map<Topic, Loss> losses;
    {
        const std::lock_guard lock(m_inbox.mutex);
        for (std::size_t rows = 0; !m_inbox.arrivals.empty() && rows < m_settings.batchRows;) {
            auto& next = m_inbox.arrivals.front();
            std::size_t count = 0;
            if (auto const* const trades = std::get_if<TradeBatch>(&next.what)) {
                count = trades->trades.size();
            } else if (auto const* const candles = std::get_if<CandleBatch>(&next.what)) {
                count = candles->candles.size();
            }
            rows += count;
            m_inbox.rows -= count;
            arrivals.push_back(std::move(next));
            m_inbox.arrivals.pop_front();
        }
        losses.swap(m_inbox.losses);
        const std::lock_guard statusLock(m_mutex);
        m_status.waiting = m_inbox.rows;
        m_status.lost = m_inbox.lost;
    }
    for (Arrival const& arrival : arrivals) {
        take(arrival);
    }
    for (auto const& [topic, loss] : losses) {
        take(topic, loss);
    }
    return !arrivals.empty();
}

void MarketArchive::take(Arrival const& arrival)
{
    if (auto const* const list = std::get_if<InstrumentList>(&arrival.what)) {
        take(*list);
        return;
    }
    auto const found = m_series.find(arrival.topic.instrument);
    if (found == m_series.end()) {
        return;
    }
    if (auto const* const trades = std::get_if<TradeBatch>(&arrival.what)) {
        take(found->second, *trades, arrival.snapshot);
    } else {
        take(found->second, std::get<CandleBatch>(arrival.what));
    }
}

void MarketArchive::take(InstrumentList const& list)
{
    for (Instrument const& instrument : list.instruments) {
        if (auto const known = m_series.find(instrument.id); known != m_series.end()) {
            known->second.instrument = instrument;
            continue;
        }
        auto const choice = m_settings.choose(instrument);
        if (!choice.ticks && choice.candles.empty()) {
            continue;
        }
        Series& series = m_series[instrument.id];
        series.instrument = instrument;
        if (choice.ticks) {
            series.subscriptions.push_back(m_session.subscribe({TopicKind::Trades, instrument.id}, m_inbox));
        }
        for (CandleInterval const interval : choice.candles) {
            series.subscriptions.push_back(
                m_session.subscribe({TopicKind::Candles, instrument.id, interval}, m_inbox)
            );
        }
    }
}

// A snapshot repeats what was there before; the first one is from before this watched.
void MarketArchive::take(Series& series, TradeBatch const& batch, bool snapshot)
{
    auto const& trades = batch.trades;
    auto from = trades.begin();
    bool missing = batch.dropped > 0;
    bool const first = !series.begun;
    series.begun = true;
    if (snapshot && first) {
        from = trades.end();
        missing = false;
    } else if (snapshot && series.last) {
        auto const seen = std::find_if(trades.rbegin(), trades.rend(), [&](Trade const& trade) {
            return isSame(trade, *series.last);
        });
        missing = seen == trades.rend() && !trades.empty();
        from = seen == trades.rend() ? from : seen.base();
    }
    if (missing && series.last) {
        auto const ends = from == trades.end() ? series.last->time : from->time;
        m_batch.gaps.push_back(
            {series.instrument.venue,
             series.instrument.symbol,
             "ticks",
             std::min(series.last->time, ends),
             std::max(series.last->time, ends),
             snapshot ? 0 : batch.dropped}
        );
    }
    for (; from != trades.end(); ++from) {
        addTick(series, *from);
    }
    if (!trades.empty()) {
        series.last = trades.back();
    }
}

void MarketArchive::addTick(Series& series, Trade const& trade)
{
    auto const& of = series.instrument;
    if (!series.stored) {
        series.stored = true;
        m_begun.push_back({of.venue, of.symbol, "ticks", trade.time, trade.time, 0});
    }
    m_batch.ticks.push_back(
        {of.venue,
         of.symbol,
         trade.time,
         m_nextTick++,
         amountOf(trade.price.value, of.priceScale),
         amountOf(trade.qty.value, of.qtyScale),
         trade.aggressor,
         trade.id,
         trade.venueTime}
    );
}

void MarketArchive::take(Series& series, CandleBatch const& batch)
{
    auto const& of = series.instrument;
    auto const price = [&](Price value) {
        return amountOf(value.value, of.priceScale);
    };
    for (Candle const& candle : batch.candles) {
        m_batch.candles.push_back(
            {of.venue,
             of.symbol,
             batch.interval,
             candle.start,
             price(candle.open),
             price(candle.high),
             price(candle.low),
             price(candle.close),
             candle.volume,
             candle.buyVolume,
             candle.turnover,
             candle.trades,
             candle.incomplete}
        );
    }
}

void MarketArchive::take(Topic const& topic, Loss const& loss)
{
    auto const found = m_series.find(topic.instrument);
    if (found == m_series.end()) {
        return;
    }
    auto const& of = found->second.instrument;
    bool const ticks = topic.kind == TopicKind::Trades;
    m_batch.gaps.push_back(
        {of.venue,
         of.symbol,
         ticks ? "ticks" : "candles " + std::string(intervalName(topic.interval)),
         loss.begins,
         loss.ends,
         loss.rows}
    );
}

// Between the last tick of an earlier program and the first of this one nobody watched.
Expected<void> MarketArchive::noteBeginnings()
{
    while (!m_begun.empty()) {
        GapRow gap = m_begun.back();
        auto const newest = m_database->newestTick(gap.venue, gap.symbol);
        if (!newest) {
            return tl::unexpected(newest.error());
        }
        if (*newest != Timestamp::min() && *newest < gap.ends) {
            gap.begins = *newest;
            m_batch.gaps.push_back(std::move(gap));
        }
        m_begun.pop_back();
    }
    return {};
}

// Also tries to reach the database when there is nothing to write, to know whether it is there.
Expected<void> MarketArchive::write()
{
    Expected<void> done;
    if (!m_database) {
        auto opened = m_open();
        if (opened) {
            m_database = std::move(*opened);
        } else {
            done = tl::unexpected(opened.error());
        }
    }
    if (done) {
        done = noteBeginnings();
    }
    if (done && !m_batch.empty()) {
        done = m_database->store(m_batch);
    }
    if (!done) {
        m_database.reset();
    }
    bool changed = false;
    {
        const std::lock_guard inboxLock(m_inbox.mutex);
        const std::lock_guard lock(m_mutex);
        changed = m_status.up != done.has_value();
        m_status.up = done.has_value();
        m_status.problem = done ? std::nullopt : std::optional(done.error());
        m_status.written += done ? sizeOf(m_batch) : 0;
        m_status.waiting = m_inbox.rows + (done ? 0 : sizeOf(m_batch));
        m_status.lost = m_inbox.lost;
    }
    if (done) {
        m_batch = {};
    } else if (changed) {
        m_log.warning(
            "archive",
            "the database cannot be written, candles and trades wait",
            {{"error", done.error().message()}}
        );
    }
    return done;
}

} // namespace qob
