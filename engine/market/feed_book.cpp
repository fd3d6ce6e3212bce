#include "engine/market/feed_book.h"

#include <algorithm>
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

FeedBook::FeedBook(InstrumentId id, VenueSpec const& spec, InstrumentTerms terms)
    : m_id(id)
    , m_spec(&spec)
    , m_nameTerms(std::move(terms))
    , m_sync(*spec.rule)
    , m_depth(spec.depth)
{
    m_nameTerms.shortNumbers = spec.shortNumbers;
    m_nameTerms.noisySizes = spec.noisySizes;
    m_terms = m_nameTerms;
    m_status.instrument = id;
    if (spec.byOrder) {
        m_orders = std::make_unique<OrderTable>();
    }
}

void FeedBook::describe(InstrumentTerms const& terms)
{
    if (!m_instrument) {
        m_terms = terms;
        m_terms.shortNumbers = m_spec->shortNumbers;
        m_terms.noisySizes = m_spec->noisySizes;
        m_publishable =
            !m_spec->shortNumbers && !terms.finerBooks && !terms.tickSize.empty() && !terms.lotSize.empty();
    }
}

bool FeedBook::wouldChangeBy(InstrumentTerms terms) const
{
    // Of no account to what has been published.
    terms.trading = m_terms.trading;
    terms.shortNumbers = m_terms.shortNumbers;
    terms.finerBooks = m_terms.finerBooks;
    terms.noisySizes = m_terms.noisySizes;
    return m_instrument && terms != m_terms;
}

void FeedBook::onMessage(
    FeedMessage const& message, Timestamp time, FeedPlace place, MarketListener& listener
)
{
    const Context context{time, place, listener};
    ++m_status.messages;
    m_met =
        m_met || (message.kind != FeedMessage::Kind::Other && message.kind != FeedMessage::Kind::Statistics &&
                  message.kind != FeedMessage::Kind::Liquidation);
    m_status.lastMessage = time;
    if (message.venueTime != Timestamp::min()) {
        m_status.latency = time - message.venueTime;
    }
    if (m_publishable && !m_instrument) {
        m_publishable = publishInstrument(nullptr, context);
    }
    if (isOfAnother(message, place.connection)) {
        return;
    }
    switch (message.kind) {
    case FeedMessage::Kind::Delta:
        onDelta(message, context);
        break;
    case FeedMessage::Kind::Checksum:
        if (m_sync.takesUnnumbered()) {
            checksumWrong(message, context);
        }
        break;
    case FeedMessage::Kind::Snapshot:
    case FeedMessage::Kind::StreamStart:
        onSnapshot(message, context);
        break;
    case FeedMessage::Kind::Trade:
    case FeedMessage::Kind::TradeBundle:
        onTrade(message, context);
        break;
    case FeedMessage::Kind::Statistics:
    case FeedMessage::Kind::Liquidation:
        onStatistics(message, context);
        break;
    case FeedMessage::Kind::Other:
        break;
    }
}

bool FeedBook::isOfAnother(FeedMessage const& message, std::uint32_t connection)
{
    using Kind = FeedMessage::Kind;
    if (connection == 0 || message.kind == Kind::Other || message.kind == Kind::Snapshot ||
        message.kind == Kind::Statistics) {
        return false;
    }
    bool const trade =
        message.kind == Kind::Trade || message.kind == Kind::TradeBundle || message.kind == Kind::Liquidation;
    auto& followed = trade ? m_tradeConnection : m_bookConnection;
    bool const anew = message.kind == Kind::StreamStart && m_sync.state() != FeedState::Live;
    if (followed == 0 || anew) {
        followed = connection;
    }
    return followed != connection;
}

// The next delta after such a message shows by itself that nothing is missing.
bool FeedBook::provesItself(FeedMessage const& message) const
{
    return message.hasChecksum || (message.span.last != 0 && !m_spec->rule->ties);
}

void FeedBook::onDelta(FeedMessage const& delta, Context const& context)
{
    const Change change{delta.span, delta.bids, delta.asks, delta.bidIds, delta.askIds};
    m_provesItself = provesItself(delta);
    if (delta.span.last == 0) {
        if (m_sync.takesUnnumbered() && applyDelta(change, context)) {
            finishUpdate(delta, context);
        }
        return;
    }
    switch (m_sync.onDelta(delta.span)) {
    case BookSync::Verdict::Apply:
        if (applyDelta(change, context)) {
            if (m_spec->resyncEvery != Duration(0)) {
                keepForRefresh(delta, context);
            }
            finishUpdate(delta, context);
        }
        break;
    case BookSync::Verdict::Gap:
    case BookSync::Verdict::Keep:
        if (m_sync.gapSeen()) {
            gap(delta.span, context);
        }
        if (m_spec->source != BookSource::Stream) {
            keep(delta, context);
        }
        break;
    case BookSync::Verdict::Ignore:
        break;
    }
}

// A message has been applied whole: what follows from it.
void FeedBook::finishUpdate(FeedMessage const& message, Context const& context)
{
    if (m_spec->mayCross && m_book.crossed()) {
        uncross(!message.bids.empty(), context);
    }
    m_bookTime = context.time;
    context.listener.onBookUpdated(m_id, context.time);
    if (m_sync.state() == FeedState::Live && !checkCrossed(context) && !checksumWrong(message, context)) {
        tell(FeedState::Live, std::nullopt, context);
    }
}

bool FeedBook::convert(Change const& change, Context const& context)
{
    auto read = toLevels(change.bids, m_newBids);
    if (read) {
        read = toLevels(change.asks, m_newAsks);
    }
    if (read) {
        return true;
    }
    m_sync.fault(change.span.last);
    stale(atPlace(context.place, read.error()), context);
    return false;
}

bool FeedBook::applyDelta(Change const& change, Context const& context)
{
    if (!convert(change, context)) {
        return false;
    }
    applySide(Side::Buy, m_newBids, change.bids, context);
    applySide(Side::Sell, m_newAsks, change.asks, context);
    applyOrders(Side::Buy, m_newBids, change.bidIds, context);
    applyOrders(Side::Sell, m_newAsks, change.askIds, context);
    cutDepth(context);
    m_sync.applied(change.span);
    return true;
}

void FeedBook::setLevel(Side side, PriceLevel const& level, Context const& context)
{
    const Qty before = m_book.set(side, level.price, level.qty);
    if (before != level.qty) {
        if (!m_tickCheck.divides(level.price.value) || !m_lotCheck.divides(level.qty.value)) [[unlikely]] {
            refineSteps(level, context);
        }
        if (!m_untold) {
            context.listener.onLevel(m_id, side, level.price, level.qty, context.time);
        }
    }
}

void FeedBook::applySide(
    Side side,
    std::vector<PriceLevel> const& levels,
    std::vector<WrittenLevel> const& written,
    Context const& context
)
{
    if (m_orders) {
        return;
    }
    for (auto const& level : levels) {
        setLevel(side, level, context);
    }
    if (m_spec->checksum != nullptr) {
        m_written.set(side, levels, written);
    }
}

// Orders that are not known may have rested before a recording began: they change nothing when they go.
void FeedBook::applyOrders(
    Side side,
    std::vector<PriceLevel> const& orders,
    std::vector<std::uint64_t> const& ids,
    Context const& context
)
{
    if (!m_orders) {
        return;
    }
    for (std::size_t i = 0; i < std::min(orders.size(), ids.size()); ++i) {
        auto const known = m_orders->find(ids[i]);
        const Price price = orders[i].price == Price(0) ? known.price : orders[i].price;
        if (price == Price(0)) {
            continue;
        }
        m_orders->exchange(ids[i], {side, price, orders[i].qty});
        if (known.qty != Qty(0) && (known.side != side || known.price != price)) {
            setLevel(known.side, {known.price, m_book.at(known.side, known.price) - known.qty}, context);
            setLevel(side, {price, m_book.at(side, price) + orders[i].qty}, context);
        } else {
            setLevel(side, {price, m_book.at(side, price) - known.qty + orders[i].qty}, context);
        }
    }
}

void FeedBook::cutDepth(Context const& context)
{
    if (m_depth == 0) {
        return;
    }
    for (auto const side : {Side::Buy, Side::Sell}) {
        while (m_book.levels(side) > m_depth) {
            setLevel(side, {m_book.worst(side), Qty(0)}, context);
        }
    }
    m_written.cut(m_depth);
}

// What crosses on the side that has not just been written is older: it goes.
void FeedBook::uncross(bool bidsAreNew, Context const& context)
{
    auto const old = bidsAreNew ? Side::Sell : Side::Buy;
    while (m_book.crossed()) {
        setLevel(old, {m_book.best(old).price, Qty(0)}, context);
    }
}

bool FeedBook::checksumWrong(FeedMessage const& message, Context const& context)
{
    if (!message.hasChecksum || m_spec->checksum == nullptr) {
        return false;
    }
    auto const made = m_written.checksum(*m_spec->checksum);
    if (made == message.checksum) {
        ++m_status.checksumsOk;
        return false;
    }
    ++m_status.checksumsBad;
    m_sync.fault(m_sync.sequence());
    stale(
        {ErrorCode::FeedChecksum,
         context.place.text() + ": " + std::string(venue()) + " " + symbol() + ": the book makes " +
             std::to_string(made) + ", expected " + std::to_string(message.checksum)},
        context
    );
    return true;
}

// Of the first message with trades since its connection opened, and older than that by more than clocks
// differ.
bool FeedBook::isPast(FeedMessage const& trade, FeedPlace const& place)
{
    constexpr Duration clocksDiffer = seconds(5);
    if (place.opened == Timestamp::min()) {
        return false;
    }
    if (m_tradesSince != place.opened) {
        m_tradesSince = place.opened;
        m_firstTrades = place.line;
    }
    return place.line == m_firstTrades && trade.venueTime != Timestamp::min() &&
           trade.venueTime < place.opened - clocksDiffer;
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
    if (m_recentTrades.repeats(message) || isPast(message, context.place)) {
        return;
    }
    if (m_instrument) {
        Trade trade{m_id, {}, {}, message.aggressor, context.time, message.lastTradeId, message.venueTime};
        int const priceScale = m_instrument->priceScale - m_terms.priceShift;
        int const qtyScale = m_instrument->qtyScale - m_terms.qtyShift;
        bool const priced = toUnits(message.price, priceScale, trade.price.value) && trade.price.value > 0;
        if (!priced || !readQty(message.qty, qtyScale, trade.qty) || trade.qty <= Qty(0)) {
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
    auto made = makeInstrument(m_spec->id, m_terms, snapshot);
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
    if (m_statistics.instrument == m_id) {
        context.listener.onStatistics(m_statistics);
    }
    return true;
}

bool FeedBook::readQty(WrittenNumber number, int scale, Qty& qty) const
{
    bool const good =
        toUnits(number, scale, qty.value) || (m_spec->noisySizes && toNearest(number, scale, qty.value));
    return good && qty >= Qty(0);
}

Expected<void>
FeedBook::toLevels(std::vector<WrittenLevel> const& written, std::vector<PriceLevel>& levels) const
{
    int const priceScale = m_instrument->priceScale - m_terms.priceShift;
    int const qtyScale = m_instrument->qtyScale - m_terms.qtyShift;
    levels.resize(written.size());
    auto* to = levels.data();
    for (auto const& level : written) {
        if (!toUnits(level.price, priceScale, to->price.value) || to->price.value < 0 ||
            (to->price.value == 0 && !m_orders)) [[unlikely]] {
            return tl::unexpected(unusable("price", level.price, priceScale));
        }
        if (!readQty(level.qty, qtyScale, to->qty)) [[unlikely]] {
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
        bool const least = m_terms.minQty.find_first_not_of("0.") != std::string::npos; // is said
        m_instrument->minQty = least ? m_instrument->minQty : m_instrument->lotSize;
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
         context.place.text() + ": " + std::string(venue()) + " " + symbol() + " after update " +
             std::to_string(m_sync.sequence()) + ": bid " + bid + ", expected below the ask " + ask},
        context
    );
    return true;
}

void FeedBook::gap(SequenceSpan const& delta, Context const& context)
{
    auto const where = context.place.text() + ": " + std::string(venue()) + " " + symbol() + ": ";
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

void FeedBook::lose(Error const& problem, Timestamp time, FeedPlace place, MarketListener& listener)
{
    bool const counts = m_sync.state() == FeedState::Live;
    m_sync.onLoss();
    if (counts) {
        m_backlog.clear(); // a snapshot must be newer than what was lost
        stale(atPlace(place, problem), {time, place, listener});
    }
}

} // namespace qob
