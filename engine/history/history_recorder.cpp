#include "engine/history/history_recorder.h"

#include "engine/base/thread.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace qob {

namespace {

using Kind = HistoryEvent::Kind;

constexpr Duration sampleTime = seconds(1); // of counters
constexpr std::size_t wakeBatches = 4;      // waking a thread costs more than filling a batch
constexpr std::size_t batchRawBytes = std::size_t{1} << 20U;
constexpr std::size_t mostRawBatches = 8;
constexpr std::size_t mostFrameBytes = HistoryCodec::mostColumnBytes / 4;

HistoryCounters countersOf(FeedStatus const& status, DepthView const& depth)
{
    return {
        status,
        depth.sequence,
        depth.bids.empty() ? Price(0) : depth.bids.front().price,
        depth.asks.empty() ? Price(0) : depth.asks.front().price};
}

} // namespace

Expected<std::unique_ptr<HistoryRecorder>> HistoryRecorder::open(
    FileSystem& files, RecorderSettings const& settings, Market const& market, Timestamp begin
)
{
    auto writer = HistoryWriter::open(files, settings.history, begin);
    if (!writer) {
        return tl::unexpected(std::move(writer.error()));
    }
    std::unique_ptr<HistoryRecorder> recorder(new HistoryRecorder(std::move(*writer), settings, market));
    recorder->m_now = begin;
    recorder->m_nextKey = keyAfter(settings.history, begin);
    for (std::string const& text : recorder->m_writer->notices()) {
        recorder->m_notices.push_back({Notice::Level::Warning, begin, "recording: " + text, std::nullopt});
    }
    return recorder;
}

HistoryRecorder::HistoryRecorder(
    std::unique_ptr<HistoryWriter> writer, RecorderSettings const& settings, Market const& market
)
    : m_market(market)
    , m_settings(settings)
    , m_writer(std::move(writer))
{
    for (std::size_t i = 0; i < std::max<std::size_t>(settings.batches, 2); ++i) {
        m_free.push_back(std::make_unique<BatchData>());
    }
    useBatch(std::move(m_free.back()));
    m_free.pop_back();
    m_thread = startThread("history", ThreadWork::Prompt, [this] { run(); });
}

HistoryRecorder::~HistoryRecorder()
{
    static_cast<void>(finish());
}

void HistoryRecorder::begin(std::vector<Instrument> const& instruments, Timestamp now)
{
    m_now = now;
    for (Instrument const& instrument : instruments) {
        m_known.push_back({instrument});
    }
    writeKey(now);
}

// All books as they are, for reading to begin at; where a segment may end.
void HistoryRecorder::writeKey(Timestamp time)
{
    flush(true);
    if (m_batch == nullptr) {
        return;
    }
    m_nextKey = keyAfter(m_settings.history, time);
    m_keyWanted = false;
    m_batch->block.kind = HistoryBlock::Kind::Key;
    for (Known const& known : m_known) {
        addBook(known.instrument, time);
    }
    handOver(true);
}

void HistoryRecorder::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_work.wait(lock, [this] { return m_stop || !m_full.empty() || !m_rawFull.empty(); });
        if (!m_full.empty()) {
            Batch batch = std::move(m_full.front());
            m_full.pop_front();
            bool const settle = m_full.empty();
            lock.unlock();
            HistoryBlock& block = batch->block;
            if (batch->used != 0) {
                block.events.assign(batch->events.get(), batch->events.get() + batch->used);
            }
            write(block, settle);
            batch->used = 0;
            block.clear();
            lock.lock();
            m_free.push_back(std::move(batch));
        } else if (!m_rawFull.empty()) {
            const HistoryBlock raw = std::move(m_rawFull.front());
            m_rawFull.pop_front();
            lock.unlock();
            write(raw, false);
            lock.lock();
        } else {
            break;
        }
        m_room.notify_one();
    }
    lock.unlock();
    auto finished = m_failed ? Expected<void>() : m_writer->finish();
    m_bytes = m_writer->bytes();
    if (!finished) {
        lock.lock();
        m_error = std::move(finished.error());
        m_failed = true;
    }
}

void HistoryRecorder::write(HistoryBlock const& block, bool settle)
{
    if (m_failed) {
        return;
    }
    if (block.kind == HistoryBlock::Kind::Events) {
        auto const events =
            std::count_if(block.events.begin(), block.events.end(), [](HistoryEvent const& event) {
                return isLevel(event.kind) || isTrade(event.kind);
            });
        m_events += static_cast<std::uint64_t>(events);
    }
    auto written = m_writer->write(block, settle);
    m_bytes = m_writer->bytes();
    m_keyWanted = m_writer->wantsKey();
    if (!written) {
        const std::lock_guard lock(m_mutex);
        m_error = std::move(written.error());
        m_failed = true;
    }
}

// Field by field into its place: this is all that an event costs the market's thread.
inline bool
HistoryRecorder::put(InstrumentId instrument, HistoryEvent::Kind kind, Price price, Qty qty, Timestamp time)
{
    HistoryEvent* const room = m_at != m_end ? m_at : makeRoom();
    if (room == nullptr) [[unlikely]] {
        return false;
    }
    m_at = room + 1;
    HistoryEvent& event = *room;
    event.time = time;
    event.price = price;
    event.qty = qty;
    event.instrument = instrument;
    event.kind = kind;
    return true;
}

HistoryEvent* HistoryRecorder::makeRoom()
{
    flush(false);
    m_missed += m_batch == nullptr ? 1U : 0U;
    return m_batch != nullptr ? m_at : nullptr;
}

void HistoryRecorder::add(HistoryExtra extra, InstrumentId instrument, Timestamp time)
{
    if (put(instrument, Kind::Extra, {}, {}, time)) {
        m_batch->block.extras.push_back(std::move(extra));
    }
}

void HistoryRecorder::useBatch(Batch batch)
{
    m_batch = std::move(batch);
    m_at = m_batch->events.get();
    m_end = m_at + batchEvents;
}

void HistoryRecorder::flush(bool now)
{
    if (m_batch != nullptr && m_at != m_batch->events.get()) {
        m_batch->used = static_cast<std::size_t>(m_at - m_batch->events.get());
        m_now = std::max(m_now, m_at[-1].time);
        handOver(now);
    }
}

// Gives the batch to the thread and takes an empty one. Not `now`: the thread is woken when there are
// several.
void HistoryRecorder::handOver(bool now)
{
    std::unique_lock lock(m_mutex);
    m_full.push_back(std::move(m_batch));
    if (now || m_full.size() >= wakeBatches || m_free.empty()) {
        m_work.notify_one();
    }
    if (m_settings.waitWhenFull) {
        m_room.wait(lock, [this] { return !m_free.empty(); });
    }
    if (m_free.empty()) {
        m_holeFrom = m_now;
        m_at = nullptr;
        m_end = nullptr;
        return;
    }
    Batch next = std::move(m_free.back());
    m_free.pop_back();
    lock.unlock();
    useBatch(std::move(next));
}

// Events were left out; there is room again. What the books are now takes the place of what is missing.
void HistoryRecorder::comeBack(Timestamp time)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_free.size() < m_settings.batches / 4 + 1) { // else it would fill up again at once
            return;
        }
        m_batch = std::move(m_free.back());
        m_free.pop_back();
    }
    const Error why{
        ErrorCode::HistoryBehind,
        std::to_string(m_missed) + " events could not be written in time and are missing"};
    m_missedInAll += std::exchange(m_missed, 0);
    tell(Notice::Level::Error, time, why);
    m_batch->block.add(HistoryHole{m_holeFrom, why}, InstrumentId(0), time);
    for (Known const& known : m_known) {
        addBook(known.instrument, time);
    }
    handOver(true);
}

// As it is, into a batch that is filled by itself.
void HistoryRecorder::addBook(Instrument const& instrument, Timestamp time)
{
    HistoryBlock& block = m_batch->block;
    constexpr auto all = std::numeric_limits<std::size_t>::max();
    m_market.depth(instrument.id, all, m_depth);
    auto const status = m_market.feed(instrument.id);
    block.add(instrument, instrument.id, time);
    bool const met =
        status.state != FeedState::AwaitingSnapshot || !m_depth.bids.empty() || !m_depth.asks.empty();
    if (met) {
        block.events.push_back({time, {}, {}, instrument.id, Kind::Cleared});
        for (PriceLevel const& level : m_depth.bids) {
            block.events.push_back({time, level.price, level.qty, instrument.id, Kind::BidSet});
        }
        for (PriceLevel const& level : m_depth.asks) {
            block.events.push_back({time, level.price, level.qty, instrument.id, Kind::AskSet});
        }
        block.events.push_back({time, {}, {}, instrument.id, Kind::Updated});
    }
    block.add(countersOf(status, m_depth), instrument.id, time);
    block.add(status, instrument.id, time);
    if (auto const said = m_statistics.find(instrument.id); said != m_statistics.end()) {
        block.add(*said->second, instrument.id, time);
    }
}

// Counters that nobody is told of, and what is in the batch goes on its way.
void HistoryRecorder::sample(Timestamp time)
{
    if (m_failed && !std::exchange(m_failureTold, true)) {
        const std::lock_guard lock(m_mutex);
        tell(Notice::Level::Error, time, *m_error);
    }
    m_now = std::max(m_now, time);
    m_nextSample = time + sampleTime;
    if (m_batch == nullptr) {
        comeBack(time);
        return;
    }
    for (Known& known : m_known) {
        auto const id = known.instrument.id;
        auto const status = m_market.feed(id);
        if (std::exchange(known.messages, status.messages) != status.messages) {
            m_market.depth(id, 1, m_depth);
            add(countersOf(status, m_depth), id, time);
        }
    }
    if (time >= m_nextKey || m_keyWanted) {
        writeKey(time);
    } else if (time >= m_nextFlush) {
        m_nextFlush = time + m_settings.flushTime;
        flush(true);
    }
}

void HistoryRecorder::onInstrument(Instrument const& instrument)
{
    auto const known = std::find_if(m_known.begin(), m_known.end(), [&](Known const& one) {
        return one.instrument.id == instrument.id;
    });
    if (known == m_known.end()) {
        m_known.push_back({instrument});
    } else {
        known->instrument = instrument;
    }
    add(instrument, instrument.id, m_now);
}

void HistoryRecorder::onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time)
{
    auto const gone = qty == Qty(0) ? 1 : 0;
    put(instrument, static_cast<Kind>((side == Side::Buy ? 0 : 2) + gone), price, qty, time);
}

void HistoryRecorder::onBookCleared(InstrumentId instrument, Timestamp time)
{
    m_now = time;
    put(instrument, Kind::Cleared, {}, {}, time);
}

void HistoryRecorder::onBookUpdated(InstrumentId instrument, Timestamp time)
{
    m_now = time;
    put(instrument, Kind::Updated, {}, {}, time);
    if (time >= m_nextSample) [[unlikely]] {
        sample(time);
    }
}

void HistoryRecorder::onTrade(Trade const& trade)
{
    m_now = trade.time;
    if (put(trade.instrument, tradeKind(trade.aggressor), trade.price, trade.qty, trade.time)) {
        m_batch->block.numbers.push_back(trade.id);
    }
}

void HistoryRecorder::onStatistics(InstrumentStatistics const& statistics)
{
    m_now = std::max(m_now, statistics.time);
    keepLast(statistics, m_statistics[statistics.instrument]);
    add(statistics, statistics.instrument, m_now);
}

void HistoryRecorder::onFeed(FeedStatus const& status)
{
    add(status, status.instrument, std::max(m_now, status.lastMessage));
}

void HistoryRecorder::onNotice(Notice const& notice)
{
    add(notice, InstrumentId(0), std::max(m_now, notice.time));
}

void HistoryRecorder::onRaw(RawMessage const& message, Timestamp time)
{
    m_now = std::max(m_now, time);
    if (message.bytes.size() > mostFrameBytes) {
        auto const what = std::string(message.venue) + ": a frame of " + std::to_string(message.bytes.size());
        tell(Notice::Level::Warning, time, {ErrorCode::HistoryGap, what + " bytes"});
        return;
    }
    RawFrame frame{static_cast<RawFrame::Kind>(message.kind), message.binary};
    frame.venue = message.venue;
    frame.connection = message.connection;
    frame.url = message.url;
    frame.bytes = message.bytes;
    if (m_raw == nullptr) {
        m_raw = std::make_unique<HistoryBlock>();
        m_raw->kind = HistoryBlock::Kind::Raw;
    }
    m_rawBytes += frame.bytes.size();
    m_raw->add(std::move(frame), InstrumentId(0), time);
    if (m_rawBytes >= batchRawBytes || m_raw->events.size() >= batchEvents) {
        flushRaw();
    }
}

// Raw frames have a few places of their own in the queue; they are left out, and that is said, before events
// are.
void HistoryRecorder::flushRaw()
{
    if (m_raw == nullptr) {
        return;
    }
    std::unique_lock lock(m_mutex);
    if (m_settings.waitWhenFull) {
        m_room.wait(lock, [this] { return m_rawFull.size() < mostRawBatches; });
    }
    bool const room = m_rawFull.size() < mostRawBatches;
    if (room) {
        m_rawFull.push_back(std::move(*m_raw));
        m_work.notify_one();
    }
    lock.unlock();
    if (!room) {
        tell(
            Notice::Level::Error,
            m_now,
            {ErrorCode::HistoryBehind, std::to_string(m_raw->events.size()) + " raw frames are missing"}
        );
    }
    m_raw.reset();
    m_rawBytes = 0;
}

void HistoryRecorder::tell(Notice::Level level, Timestamp time, Error const& error)
{
    m_notices.push_back({level, time, "recording: " + error.message(), error.code});
}

Expected<void> HistoryRecorder::finish()
{
    if (m_thread.joinable()) {
        if (m_batch == nullptr) {
            // Nobody waits any more but for the disk: the hole and the books behind it are written, too.
            std::unique_lock lock(m_mutex);
            m_room.wait(lock, [this] { return m_free.size() >= m_settings.batches / 4 + 1; });
            lock.unlock();
            comeBack(m_now);
        }
        for (Known& known : m_known) {
            known.messages = std::numeric_limits<std::uint64_t>::max(); // all are written once more
        }
        m_nextKey = Timestamp::max();
        sample(m_now);
        flush(true);
        flushRaw();
        {
            const std::lock_guard lock(m_mutex);
            m_stop = true;
        }
        m_work.notify_one();
        m_thread.join();
    }
    return m_error ? Expected<void>(tl::unexpected(*m_error)) : Expected<void>();
}

std::vector<Notice> HistoryRecorder::takeNotices()
{
    return std::exchange(m_notices, {});
}

HistoryProgress HistoryRecorder::progress() const
{
    return {m_events, m_bytes, m_missedInAll, m_failed};
}

} // namespace qob
