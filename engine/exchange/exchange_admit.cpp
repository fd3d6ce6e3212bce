// Whether an order may be taken, before the book looks at it.

#include "engine/exchange/exchange.h"

#include <algorithm>

namespace qob {

namespace {

constexpr ErrorCode fine{};

// How far past what it needs an order without a limit may trade, in ten-thousandths of the price.
constexpr std::int64_t protectionBps = 500;

} // namespace

// Checks what only the exchange knows. `worst` is the price its money is measured by. What the book will
// refuse passes here.
ErrorCode Exchange::admit(EnterOrder const& command, BookOrder& order, Price& worst)
{
    Account const* owner = account(order.owner);
    Listing const* listing = this->listing(command.instrument);
    if (owner == nullptr) {
        return ErrorCode::OrderUnknownAccount;
    }
    if (listing == nullptr) {
        return ErrorCode::OrderUnknownSymbol;
    }
    if (command.clOrdId.empty()) {
        return ErrorCode::OrderBadClOrdID;
    }
    if (m_allBlocked || owner->blocked) {
        return ErrorCode::OrderAccountBlocked;
    }
    if (m_working >= m_limits.maxOrders) {
        return ErrorCode::OrderBookFull;
    }
    worst = protect(*listing, order);
    Instrument const& instrument = listing->instrument;
    bool const spotSell = instrument.kind == ContractKind::Spot && order.side == Side::Sell;
    bool const sane = order.qty > Qty(0) && order.qty <= instrument.maxQty;
    if (sane && !hasRoom(*listing, order.owner, order.side, order.qty)) {
        return ErrorCode::OrderTooLarge;
    }
    if (spotSell || !sane) {
        return fine;
    }
    if (worst == Price(0)) {
        return order.ordType == OrdType::Pegged ? ErrorCode::OrderBadPrice : ErrorCode::OrderNoLiquidity;
    }
    return Portfolio::countable(instrument, worst, order.qty) ? fine : ErrorCode::OrderTooLarge;
}

// Gives an order without a limit one that its money can be measured by: a market order the price its size
// needs and a little more, a stop its trigger and a little more. Returns what it can cost at most, 0 where
// that needs no price or there is none.
Price Exchange::protect(Listing const& listing, BookOrder& order)
{
    bool const spotSell = listing.instrument.kind == ContractKind::Spot && order.side == Side::Sell;
    if (spotSell || order.price != Price(0)) {
        return order.price;
    }
    const std::int64_t tick = listing.instrument.tickSize.value;
    auto const beyond = [&](Price price, PriceBand const& band) {
        const std::int64_t slack = (price.value * protectionBps / 10'000 / tick + 1) * tick;
        const std::int64_t least = std::max(tick, (band.low.value + tick - 1) / tick * tick);
        const std::int64_t high = band.high == Price(0) ? maxBookPrice.value : band.high.value;
        const std::int64_t most = std::max(least, std::min(high, maxBookPrice.value) / tick * tick);
        return price <= Price(0) ? Price(0)
                                 : Price(std::clamp(price.value + signOf(order.side) * slack, least, most));
    };
    if (order.ordType == OrdType::MarketToLimit && listing.book->state() == TradingState::Continuous) {
        // What it becomes a limit at, to the tick; in a list or an auction that is looked at again.
        const Price best = listing.book->priceToTake(order.side);
        return best > Price(0) ? best : listing.book->lastPrice();
    }
    if (order.ordType == OrdType::Market || order.ordType == OrdType::MarketToLimit) {
        const Price worst = beyond(worstFor(*listing.book, order.side, order.qty), listing.book->band());
        order.price = order.ordType == OrdType::Market ? worst : order.price;
        return worst;
    }
    if (order.ordType == OrdType::Stop) {
        const Price trailed = listing.book->lastPrice() + order.trailOffset * signOf(order.side);
        const Price trigger = order.stopPx > Price(0) ? order.stopPx : trailed;
        if (trigger <= maxBookPrice && trigger > Price(0)) {
            order.ordType = OrdType::StopLimit;
            order.price =
                beyond(Price(trigger.value / tick * tick), {}); // the band is that of its trigger's time
            order.guarded = true;
        }
        return std::max(order.price, Price(tick));
    }
    return order.price;
}

// The worst lit level an order of this size would reach, or the last price when nothing is lit.
Price Exchange::worstFor(LadderBook const& book, Side side, Qty qty)
{
    Price worst = book.lastPrice();
    Qty found;
    book.eachLevel(opposite(side), [&](PriceLevel const& level) {
        worst = level.price;
        found += level.qty;
        return found < qty;
    });
    return worst;
}

// Whether `more` can come to what works on this side and to what the owner may come to hold: levels,
// positions and all that is summed over them stay countable.
bool Exchange::hasRoom(Listing const& listing, OwnerId owner, Side side, Qty more) const
{
    constexpr std::int64_t most = std::int64_t{1} << 62;
    const std::int64_t net = portfolio(owner)->netOf(listing.instrument.id).value * signOf(side);
    const std::int64_t working = listing.working[side == Side::Buy ? 0 : 1];
    return more <= Qty(0) || more.value <= most - working - std::max<std::int64_t>(net, 0);
}

} // namespace qob
