#include "engine/history/history_recorder.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace qob {

namespace {

using Kind = HistoryEvent::Kind;

constexpr Duration sampleEvery = seconds(1);
constexpr std::size_t batchRawBytes = std::size_t{1} << 20U;
constexpr std::size_t mostFrameBytes = HistoryCodec::mostColumnBytes / 4;

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
        m_free.push_back(std::make_unique<HistoryBlock>());
    }
    m_batch = std::move(m_free.back());
    m_free.pop_back();
    m_batch->events.reserve(batchEvents);
    m_thread = std::thread([this] { run(); });
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
        addBook(instrument, now);
    }
    flush();
}

void HistoryRecorder::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_work.wait(lock, [this] { return m_stop || !m_full.empty(); });
        if (m_full.empty()) {
            break;
        }
        Batch batch = std::move(m_full.front());
        m_full.pop_front();
        bool const settle = m_full.empty();
        lock.unlock();
        auto written = m_failed ? Expected<void>() : m_writer->write(*batch, settle);
        m_bytes = m_writer->bytes();
        batch->clear();
        lock.lock();
        if (!written) {
            m_error = std::move(written.error());
            m_failed = true;
        }
        m_free.push_back(std::move(batch));
        m_room.notify_one();
    }
    lock.unlock();
    auto finished = m_failed ? Expected<void>() : m_writer->finish();
    m_bytes = m_writer->bytes();
    lock.lock();
    if (!finished) {
        m_error = std::move(finished.error());
        m_failed = true;
    }
}

void HistoryRecorder::push(HistoryEvent const& event)
{
    if (m_batch == nullptr) [[unlikely]] {
        ++m_missed;
        return;
    }
    m_batch->events.push_back(event);
    if (m_batch->events.size() >= batchEvents) [[unlikely]] {
        flush();
    }
}

void HistoryRecorder::add(HistoryExtra extra, InstrumentId instrument, Timestamp time)
{
    if (m_batch == nullptr) {
        ++m_missed;
        return;
    }
    m_batch->add(std::move(extra), instrument, time);
}

// Hands the batch over and takes an empty one.
void HistoryRecorder::flush()
{
    if (m_batch == nullptr || m_batch->empty()) {
        return;
    }
    auto const counted = [](HistoryEvent const& event) {
        return isLevel(event.kind) || isTrade(event.kind);
    };
    m_rawBytes = 0;
    m_now = std::max(m_now, m_batch->events.back().time);
    m_events +=
        static_cast<std::uint64_t>(std::count_if(m_batch->events.begin(), m_batch->events.end(), counted));
    std::unique_lock lock(m_mutex);
    m_full.push_back(std::move(m_batch));
    m_work.notify_one();
    if (m_settings.waitWhenFull) {
        m_room.wait(lock, [this] { return !m_free.empty(); });
    }
    if (!m_free.empty()) {
        m_batch = std::move(m_free.back());
        m_free.pop_back();
        m_batch->events.reserve(batchEvents);
    } else {
        m_holeFrom = m_now;
    }
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
    add(HistoryHole{m_holeFrom, why}, InstrumentId(0), time);
    for (Known const& known : m_known) {
        addBook(known.instrument, time);
    }
}

void HistoryRecorder::addBook(Instrument const& instrument, Timestamp time)
{
    if (m_batch == nullptr) {
        return;
    }
    constexpr auto all = std::numeric_limits<std::size_t>::max();
    m_market.depth(instrument.id, all, m_depth);
    auto const status = m_market.feed(instrument.id);
    m_batch->add(instrument, instrument.id, time);
    m_batch->events.push_back({time, {}, {}, instrument.id, Kind::Cleared});
    for (PriceLevel const& level : m_depth.bids) {
        m_batch->events.push_back({time, level.price, level.qty, instrument.id, Kind::BidSet});
    }
    for (PriceLevel const& level : m_depth.asks) {
        m_batch->events.push_back({time, level.price, level.qty, instrument.id, Kind::AskSet});
    }
    m_batch->events.push_back({time, {}, {}, instrument.id, Kind::Updated});
    m_batch->add(HistoryCounters{status, m_depth.sequence}, instrument.id, time);
    m_batch->add(status, instrument.id, time);
}

// Counters that nobody is told of, and what is in the batch goes on its way.
void HistoryRecorder::sample(Timestamp time)
{
    if (m_failed && !std::exchange(m_failureTold, true)) {
        const std::lock_guard lock(m_mutex);
        tell(Notice::Level::Error, time, *m_error);
    }
    m_now = std::max(m_now, time);
    m_nextSample = time + sampleEvery;
    if (m_batch == nullptr) {
        comeBack(time);
        return;
    }
    for (Known& known : m_known) {
        auto const id = known.instrument.id;
        auto const status = m_market.feed(id);
        if (std::exchange(known.messages, status.messages) != status.messages) {
            m_market.depth(id, 1, m_depth);
            add(HistoryCounters{status, m_depth.sequence}, id, time);
        }
    }
    flush();
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
    push({time, price, qty, instrument, static_cast<Kind>((side == Side::Buy ? 0 : 2) + gone)});
}

void HistoryRecorder::onBookCleared(InstrumentId instrument, Timestamp time)
{
    m_now = time;
    push({time, {}, {}, instrument, Kind::Cleared});
}

void HistoryRecorder::onBookUpdated(InstrumentId instrument, Timestamp time)
{
    m_now = time;
    push({time, {}, {}, instrument, Kind::Updated});
    if (time >= m_nextSample) [[unlikely]] {
        sample(time);
    }
}

void HistoryRecorder::onTrade(Trade const& trade)
{
    m_now = trade.time;
    if (m_batch == nullptr) {
        ++m_missed;
        return;
    }
    m_batch->addTrade(trade);
    if (m_batch->events.size() >= batchEvents) {
        flush();
    }
}

void HistoryRecorder::onFeed(FeedStatus const& status)
{
    add(status, status.instrument, std::max(m_now, status.lastMessage));
}

void HistoryRecorder::onNotice(Notice const& notice)
{
    add(notice, InstrumentId(0), std::max(m_now, notice.time));
}

void HistoryRecorder::onRaw(RawFrame frame, Timestamp time)
{
    m_now = std::max(m_now, time);
    if (frame.bytes.size() > mostFrameBytes) {
        tell(
            Notice::Level::Warning,
            time,
            {ErrorCode::HistoryGap,
             frame.venue + ": a frame of " + std::to_string(frame.bytes.size()) + " bytes"}
        );
        return;
    }
    m_rawBytes += frame.bytes.size();
    add(std::move(frame), InstrumentId(0), time);
    if (m_batch != nullptr && (m_rawBytes >= batchRawBytes || m_batch->events.size() >= batchEvents)) {
        flush();
    }
}

void HistoryRecorder::tell(Notice::Level level, Timestamp time, Error const& error)
{
    m_notices.push_back({level, time, "recording: " + error.message(), error.code});
}

Expected<void> HistoryRecorder::finish()
{
    if (m_thread.joinable()) {
        if (m_batch == nullptr) {
            m_missedInAll += std::exchange(m_missed, 0);
        } else {
            for (Known& known : m_known) {
                known.messages = std::numeric_limits<std::uint64_t>::max(); // all are written once more
            }
            sample(m_now);
        }
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
