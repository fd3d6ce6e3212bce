#include "engine/market/feed_book.h"

#include <utility>

namespace qob {

namespace {

Error atPlace(FeedPlace const& place, Error const& error)
{
    return {error.code, place.text() + ": " + error.detail};
}

// Why a number cannot be used at a scale.
Error unusable(std::string_view what, WrittenNumber number, int scale)
{
    auto const text = std::string(what) + " " + textOf(number);
    if (number.digits <= 0) {
        return {ErrorCode::MessageIncomplete, text + ", expected a positive number"};
    }
    if (significantDecimals(number) > scale) {
        return {ErrorCode::NumberTooFine, text + ", expected at most " + std::to_string(scale) + " decimals"};
    }
    return {ErrorCode::NumberTooLarge, text};
}

} // namespace

FeedBook::FeedBook(InstrumentId id, std::string_view venue, SyncRule const& rule, InstrumentTerms terms)
    : m_id(id)
    , m_venue(venue)
    , m_nameTerms(std::move(terms))
    , m_terms(m_nameTerms)
    , m_sync(rule)
{
    m_status.instrument = id;
}

void FeedBook::describe(InstrumentTerms const& terms)
{
    if (!m_instrument) {
        m_terms = terms;
        m_publishable = !terms.tickSize.empty() && !terms.lotSize.empty();
    }
}

void FeedBook::onMessage(
    FeedMessage const& message, Timestamp time, FeedPlace place, MarketListener& listener
)
{
    const Context context{time, place, listener};
    ++m_status.messages;
    m_met = m_met || message.kind != FeedMessage::Kind::Other;
    m_status.lastMessage = time;
    if (message.venueTime != Timestamp::min()) {
        m_status.latency = time - message.venueTime;
    }
    if (m_publishable && !m_instrument) {
        m_publishable = publishInstrument(nullptr, context);
    }
    switch (message.kind) {
    case FeedMessage::Kind::Delta:
        onDelta(message, context);
        break;
    case FeedMessage::Kind::Snapshot:
        onSnapshot(message, context);
        break;
    case FeedMessage::Kind::Trade:
    case FeedMessage::Kind::TradeBundle:
        onTrade(message, context);
        break;
    case FeedMessage::Kind::Instruments:
    case FeedMessage::Kind::Other:
        break;
    }
}

void FeedBook::onDelta(FeedMessage const& delta, Context const& context)
{
    switch (m_sync.onDelta(delta.span)) {
    case BookSync::Verdict::Apply:
        if (applyDelta(delta.span, delta.bids, delta.asks, context)) {
            m_bookTime = context.time;
            context.listener.onBookUpdated(m_id, context.time);
            if (!checkCrossed(context)) {
                tell(FeedState::Live, std::nullopt, context);
            }
        }
        break;
    case BookSync::Verdict::Gap:
    case BookSync::Verdict::Keep:
        if (m_sync.gapSeen()) {
            gap(delta.span, context);
        }
        m_backlog.push({delta.span, delta.bids, delta.asks, context.place, m_sync.gapSeen()});
        break;
    case BookSync::Verdict::Ignore:
        break;
    }
}

void FeedBook::onSnapshot(FeedMessage const& snapshot, Context const& context)
{
    if (!m_sync.onSnapshot(snapshot.span.last)) {
        return;
    }
    if (!m_instrument && !publishInstrument(&snapshot, context)) {
        m_sync.fault(snapshot.span.last);
        return;
    }
    auto read = toLevels(snapshot.bids, m_newBids);
    if (read) {
        read = toLevels(snapshot.asks, m_newAsks);
    }
    if (!read) {
        m_sync.fault(snapshot.span.last);
        stale(atPlace(context.place, read.error()), context);
        return;
    }
    m_book.clear();
    m_bookTime = context.time;
    context.listener.onBookCleared(m_id, context.time);
    applySide(Side::Buy, m_newBids, context);
    applySide(Side::Sell, m_newAsks, context);
    drainBacklog(context);
    context.listener.onBookUpdated(m_id, context.time);
    if (m_sync.state() == FeedState::Live && !checkCrossed(context)) {
        tell(FeedState::Live, std::nullopt, context);
    }
}

// Offers the kept deltas to the snapshot that has just been loaded. Stops where one does not fit: from there
// on they wait for another snapshot.
void FeedBook::drainBacklog(Context const& context)
{
    while (!m_backlog.empty()) {
        StoredDelta const& kept = m_backlog.front();
        const Context there{context.time, kept.place, context.listener};
        auto const verdict = m_sync.onKept(kept.span, kept.gapCounted);
        if (verdict == BookSync::Verdict::Gap) {
            gap(kept.span, there);
            return;
        }
        if (verdict == BookSync::Verdict::Apply && !applyDelta(kept.span, kept.bids, kept.asks, there)) {
            m_backlog.popFront();
            return;
        }
        m_backlog.popFront();
    }
}

bool FeedBook::applyDelta(
    SequenceSpan const& span,
    std::vector<WrittenLevel> const& bids,
    std::vector<WrittenLevel> const& asks,
    Context const& context
)
{
    auto read = toLevels(bids, m_newBids);
    if (read) {
        read = toLevels(asks, m_newAsks);
    }
    if (!read) {
        m_sync.fault(span.last);
        stale(atPlace(context.place, read.error()), context);
        return false;
    }
    applySide(Side::Buy, m_newBids, context);
    applySide(Side::Sell, m_newAsks, context);
    m_sync.applied(span);
    return true;
}

void FeedBook::applySide(Side side, std::vector<PriceLevel> const& levels, Context const& context)
{
    for (auto const& level : levels) {
        const Qty before = m_book.set(side, level.price, level.qty);
        if (before != level.qty) {
            if (!m_tickCheck.divides(level.price.value) || !m_lotCheck.divides(level.qty.value))
                [[unlikely]] {
                refineSteps(level, context);
            }
            context.listener.onLevel(m_id, side, level.price, level.qty, context.time);
        }
    }
}

void FeedBook::onTrade(FeedMessage const& message, Context const& context)
{
    if (message.kind == FeedMessage::Kind::Trade) {
        m_singleTrades = true;
        if (message.lastTradeId != 0 && message.lastTradeId <= m_bundledUpTo) {
            return;
        }
    } else if (m_singleTrades) {
        return;
    } else {
        m_bundledUpTo = message.lastTradeId;
    }
    if (m_instrument) {
        Trade trade{m_id, {}, {}, message.aggressor, context.time, message.lastTradeId};
        int const priceScale = m_instrument->priceScale;
        int const qtyScale = m_instrument->qtyScale;
        bool const priced = toUnits(message.price, priceScale, trade.price.value) && trade.price.value > 0;
        if (!priced || !toUnits(message.qty, qtyScale, trade.qty.value) || trade.qty.value <= 0) {
            auto const error = atPlace(
                context.place,
                priced ? unusable("quantity", message.qty, qtyScale)
                       : unusable("price", message.price, priceScale)
            );
            context.listener.onNotice({Notice::Level::Error, context.time, error.message(), error.code});
            return;
        }
        context.listener.onTrade(trade);
    }
    ++m_status.trades;
}

bool FeedBook::publishInstrument(FeedMessage const* snapshot, Context const& context)
{
    auto made = makeInstrument(m_venue, m_terms, snapshot);
    if (!made) {
        auto const error = atPlace(context.place, made.error());
        context.listener.onNotice({Notice::Level::Error, context.time, error.message(), error.code});
        return false;
    }
    m_instrument = std::move(*made);
    m_instrument->id = m_id;
    inferSteps();
    context.listener.onInstrument(*m_instrument);
    context.listener.onFeed(status());
    return true;
}

Expected<void>
FeedBook::toLevels(std::vector<WrittenLevel> const& written, std::vector<PriceLevel>& levels) const
{
    int const priceScale = m_instrument->priceScale;
    int const qtyScale = m_instrument->qtyScale;
    levels.resize(written.size());
    auto* to = levels.data();
    for (auto const& level : written) {
        if (!toUnits(level.price, priceScale, to->price.value) || to->price.value <= 0) [[unlikely]] {
            return tl::unexpected(unusable("price", level.price, priceScale));
        }
        if (!toUnits(level.qty, qtyScale, to->qty.value) || to->qty.value < 0) [[unlikely]] {
            return tl::unexpected(unusable("quantity", level.qty, qtyScale));
        }
        ++to;
    }
    return {};
}

// A price or size lies between the steps seen so far: they were too coarse.
void FeedBook::refineSteps(PriceLevel const& level, Context const& context)
{
    if (m_terms.tickSize.empty()) {
        m_instrument->tickSize = Price(usualStep(m_instrument->tickSize.value, level.price.value));
    }
    if (m_terms.lotSize.empty() && level.qty != Qty(0)) {
        m_instrument->lotSize = Qty(usualStep(m_instrument->lotSize.value, level.qty.value));
        m_instrument->minQty = m_instrument->lotSize;
    }
    inferSteps();
    context.listener.onInstrument(*m_instrument);
}

// Steps that the venue says are not checked: one unit divides everything.
void FeedBook::inferSteps()
{
    m_tickCheck = StepCheck(m_terms.tickSize.empty() ? m_instrument->tickSize.value : 1);
    m_lotCheck = StepCheck(m_terms.lotSize.empty() ? m_instrument->lotSize.value : 1);
}

bool FeedBook::checkCrossed(Context const& context)
{
    if (!m_book.crossed()) {
        return false;
    }
    m_sync.fault(m_sync.sequence());
    auto const bid = m_instrument->priceText(m_book.best(Side::Buy).price);
    auto const ask = m_instrument->priceText(m_book.best(Side::Sell).price);
    stale(
        {ErrorCode::FeedCrossed,
         context.place.text() + ": " + m_venue + " " + symbol() + " after update " +
             std::to_string(m_sync.sequence()) + ": bid " + bid + ", expected below the ask " + ask},
        context
    );
    return true;
}

void FeedBook::gap(SequenceSpan const& delta, Context const& context)
{
    auto const where = context.place.text() + ": " + m_venue + " " + symbol() + ": ";
    stale({ErrorCode::FeedGap, where + m_sync.explain(delta)}, context);
}

void FeedBook::stale(Error problem, Context const& context)
{
    context.listener.onNotice({Notice::Level::Error, context.time, problem.message(), problem.code});
    tell(FeedState::Stale, std::move(problem), context);
}

void FeedBook::tell(FeedState state, std::optional<Error> problem, Context const& context)
{
    if (m_status.state == state && !problem) {
        return;
    }
    m_status.state = state;
    m_status.problem = std::move(problem);
    if (m_instrument) {
        context.listener.onFeed(status());
    }
}

void FeedBook::doubt(Error const& problem, Timestamp time, FeedPlace place, MarketListener& listener)
{
    if (m_status.state == FeedState::Live) {
        tell(FeedState::Stale, problem, {time, place, listener});
    }
}

void FeedBook::end(Timestamp time, FeedPlace place, MarketListener& listener)
{
    const Context context{time, place, listener};
    if (m_status.state == FeedState::AwaitingSnapshot && !m_backlog.empty()) {
        const Error error{
            ErrorCode::FeedNoSnapshot,
            place.text() + ": " + m_venue + " " + symbol() + ": expected one in the recording"};
        listener.onNotice({Notice::Level::Warning, time, error.message(), error.code});
    } else if (m_status.state == FeedState::Live) {
        tell(FeedState::Ended, std::nullopt, context);
    }
}

void FeedBook::depth(std::size_t levels, DepthView& out) const
{
    out.instrument = m_id;
    out.sequence = m_sync.sequence();
    out.time = m_bookTime;
    out.state = m_status.state;
    m_book.depth(Side::Buy, levels, out.bids);
    m_book.depth(Side::Sell, levels, out.asks);
}

FeedStatus FeedBook::status() const
{
    FeedStatus status = m_status;
    status.gaps = m_sync.gaps();
    return status;
}

void FeedBook::reset()
{
    *this = FeedBook(m_id, m_venue, m_sync.rule(), m_nameTerms);
}

} // namespace qob
