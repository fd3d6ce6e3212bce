#include "engine/gateway/binance_order.h"

#include "engine/gateway/binance_routes.h"
#include "engine/gateway/market_json.h"
#include "engine/gateway/order_json.h"

#include <algorithm>

namespace qob {

namespace {

Expected<void> readType(WebRequest const& request, NewOrderSingle& order)
{
    auto const& type = *request.parameter("type");
    auto const* const timeInForce = request.parameter("timeInForce");
    if (type == "MARKET" || type == "STOP_LOSS") {
        order.ordType = type == "MARKET" ? OrdType::Market : OrdType::Stop;
        order.timeInForce = type == "MARKET" ? TimeInForce::ImmediateOrCancel : TimeInForce::GoodTillCancel;
        return {};
    }
    if (type.starts_with("TAKE_PROFIT")) {
        return fail(
            ErrorCode::OrderUnsupported, type + "; a LIMIT order at its price rests until it is reached"
        );
    }
    order.ordType = type == "STOP_LOSS_LIMIT" ? OrdType::StopLimit : OrdType::Limit;
    if (type == "LIMIT_MAKER") {
        order.execInst = ExecInst::PostOnly;
    } else if (timeInForce == nullptr) {
        return fail(ErrorCode::RequestMissing, "timeInForce");
    } else {
        order.timeInForce = *timeInForce == "IOC"   ? TimeInForce::ImmediateOrCancel
                            : *timeInForce == "FOK" ? TimeInForce::FillOrKill
                                                    : TimeInForce::GoodTillCancel;
    }
    return {};
}

SelfTrade selfTradeOf(std::string const* mode)
{
    return mode == nullptr           ? SelfTrade::Allow
           : *mode == "EXPIRE_TAKER" ? SelfTrade::CancelNewest
           : *mode == "EXPIRE_MAKER" ? SelfTrade::CancelOldest
           : *mode == "EXPIRE_BOTH"  ? SelfTrade::CancelBoth
           : *mode == "DECREMENT"    ? SelfTrade::Decrement
                                     : SelfTrade::Allow;
}

// The whole lots that so many quote units trade against the book's levels.
Expected<Qty>
sizeOf(std::string const& quoteText, Instrument const& instrument, DepthView const* book, Side side)
{
    auto const parsed = parseScaled128(quoteText, amountScale);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    if (book == nullptr) {
        return fail(ErrorCode::OrderMarketNotLive);
    }
    Int128 left = *parsed;
    std::int64_t lots = 0;
    auto const lot = instrument.lotSize.value;
    for (PriceLevel const& level : side == Side::Buy ? book->asks : book->bids) {
        Int128 const price = quoteTurnover(instrument, level.price, instrument.lotSize).value; // of one lot
        auto const there = level.qty.value / lot;
        auto const affordable = price > 0 ? std::min<Int128>(left / price, there) : Int128(0);
        lots += static_cast<std::int64_t>(affordable);
        left -= affordable * price;
        if (affordable < there) {
            break;
        }
    }
    return Qty(lots * lot);
}

Expected<void> readSizes(
    WebRequest const& request, Instrument const& instrument, DepthView const* book, NewOrderSingle& order
)
{
    auto const* const quantity = request.parameter("quantity");
    auto const* const quote = request.parameter("quoteOrderQty");
    if ((quantity == nullptr) == (quote == nullptr) ||
        (quote != nullptr && order.ordType != OrdType::Market)) {
        return fail(
            quantity == nullptr && quote == nullptr ? ErrorCode::RequestMissing : ErrorCode::RequestBadValue,
            "quantity, or quoteOrderQty of a market order"
        );
    }
    auto const size =
        quantity != nullptr ? parseQty(instrument, *quantity) : sizeOf(*quote, instrument, book, order.side);
    if (!size) {
        return tl::unexpected(size.error());
    }
    order.orderQty = *size;
    if (auto const* const shown = request.parameter("icebergQty")) {
        auto const parsed = parseQty(instrument, *shown);
        if (!parsed) {
            return tl::unexpected(parsed.error());
        }
        order.displayQty = *parsed;
    }
    return {};
}

// So many hundredths of a percent of the last price, whole ticks upwards: how far the trigger stays behind
// it.
Expected<void>
readTrail(std::string const& text, Instrument const& instrument, Price last, NewOrderSingle& order)
{
    constexpr std::int64_t least = 10; // Binance's own bounds
    constexpr std::int64_t most = 2000;
    constexpr std::int64_t whole = 10'000;
    auto const delta = text.size() < 6 ? std::stoll(text) : most + 1;
    if (delta < least || delta > most ||
        (order.ordType != OrdType::Stop && order.ordType != OrdType::StopLimit)) {
        return fail(
            ErrorCode::RequestBadValue, "trailingDelta; expected 10 to 2000 of STOP_LOSS or STOP_LOSS_LIMIT"
        );
    }
    if (last == Price(0)) {
        return fail(ErrorCode::OrderNoReference, "trailingDelta");
    }
    auto const tick = instrument.tickSize.value;
    auto const ticks = static_cast<std::int64_t>(
        (static_cast<Int128>(last.value) * delta + Int128(tick) * whole - 1) / (Int128(tick) * whole)
    );
    order.trailOffset = Price(ticks * tick);
    return {};
}

Expected<void> readPrices(
    WebRequest const& request, Instrument const& instrument, GatewayWorld const& world, NewOrderSingle& order
)
{
    if (auto const* const trail = request.parameter("trailingDelta")) {
        Ticker const* const ticker = world.board.ticker(instrument.id);
        auto const read = readTrail(*trail, instrument, ticker == nullptr ? Price(0) : ticker->last, order);
        if (!read) {
            return read;
        }
    }
    bool const limit = order.ordType == OrdType::Limit || order.ordType == OrdType::StopLimit;
    bool const stop = (order.ordType == OrdType::Stop || order.ordType == OrdType::StopLimit) &&
                      order.trailOffset == Price(0); // one that trails has no other trigger
    for (auto const& [name, needed, price] :
         {std::tuple{"price", limit, &order.price}, {"stopPrice", stop, &order.stopPx}}) {
        auto const* const text = request.parameter(name);
        if (text == nullptr && needed) {
            return fail(ErrorCode::RequestMissing, name);
        }
        if (text != nullptr && !needed) {
            return fail(ErrorCode::RequestBadValue, std::string(name) + " is not for this type of order");
        }
        if (text != nullptr) {
            auto const parsed = parsePrice(instrument, *text);
            if (!parsed) {
                return tl::unexpected(parsed.error());
            }
            *price = *parsed;
        }
    }
    return {};
}

// What exchangeInfo promises to look at, so that nothing is cancelled for an order that cannot be.
Expected<void> passFilters(Instrument const& instrument, Ticker const* ticker, NewOrderSingle const& order)
{
    if (order.orderQty < instrument.minQty || order.orderQty > instrument.maxQty ||
        order.orderQty.value % instrument.lotSize.value != 0) {
        return fail(
            ErrorCode::OrderBadQty,
            instrument.qtyText(order.orderQty) + "; expected whole lots from " +
                instrument.qtyText(instrument.minQty) + " to " + instrument.qtyText(instrument.maxQty)
        );
    }
    const Price price = order.price != Price(0)    ? order.price
                        : order.stopPx != Price(0) ? order.stopPx
                        : ticker != nullptr        ? ticker->last
                                                   : Price(0);
    if (price != Price(0) && quoteTurnover(instrument, price, order.orderQty) < instrument.minNotional) {
        return fail(ErrorCode::OrderBelowMinNotional, "the least is " + amountText(instrument.minNotional));
    }
    return {};
}

} // namespace

Expected<NewOrderSingle> readBinanceOrder(
    WebRequest const& request, Instrument const& instrument, DepthView const* book, GatewayWorld const& world
)
{
    NewOrderSingle order;
    order.instrument = instrument.id;
    order.clOrdId = world.nextId();
    order.side = *request.parameter("side") == "BUY" ? Side::Buy : Side::Sell;
    order.selfTrade = selfTradeOf(request.parameter("selfTradePreventionMode"));
    if (auto const* const given = request.parameter("newClientOrderId")) {
        auto const id = readClOrdId(*given);
        if (!id) {
            return tl::unexpected(id.error());
        }
        order.clOrdId = *id;
    }
    auto read = readType(request, order);
    read = read ? readPrices(request, instrument, world, order) : read;
    read = read ? readSizes(request, instrument, book, order) : read;
    read = read ? passFilters(instrument, world.board.ticker(instrument.id), order) : read;
    if (!read) {
        return tl::unexpected(read.error());
    }
    return order;
}

Expected<void>
mayRestAsStop(NewOrderSingle const& order, Instrument const& instrument, MarketBoard const& board)
{
    Ticker const* const ticker = board.ticker(instrument.id);
    if (order.stopPx == Price(0) || ticker == nullptr || ticker->last == Price(0)) {
        return {};
    }
    bool const behind = order.side == Side::Buy ? order.stopPx > ticker->last : order.stopPx < ticker->last;
    return behind ? Expected<void>()
                  : Expected<void>(fail(
                        ErrorCode::OrderBadStopPx,
                        instrument.priceText(order.stopPx) + ", the last price is " +
                            instrument.priceText(ticker->last)
                    ));
}

std::vector<ParameterDoc> binanceOrderFields()
{
    return binanceSigned({
        {"symbol", "string", true, "BTCUSDT"},
        {"side", "BUY|SELL", true, {}},
        {"type",
         "LIMIT|LIMIT_MAKER|MARKET|STOP_LOSS|STOP_LOSS_LIMIT|TAKE_PROFIT|TAKE_PROFIT_LIMIT",
         true,
         "TAKE_PROFIT and TAKE_PROFIT_LIMIT are refused"},
        {"timeInForce", "GTC|IOC|FOK", false, "of LIMIT and STOP_LOSS_LIMIT"},
        {"quantity", "decimal", false, {}},
        {"quoteOrderQty",
         "decimal",
         false,
         "of MARKET: what these quote units trade at the book's prices now"},
        {"price", "decimal", false, {}},
        {"stopPrice", "decimal", false, "of STOP_LOSS and STOP_LOSS_LIMIT"},
        {"icebergQty", "decimal", false, "how much of it is shown"},
        {"trailingDelta", "integer", false, "of STOP_LOSS and STOP_LOSS_LIMIT, instead of stopPrice"},
        {"newClientOrderId", "string", false, "the same again is answered with the order as it stands"},
        {"newOrderRespType", "ACK|RESULT|FULL", false, "FULL unless said"},
        {"selfTradePreventionMode", "NONE|EXPIRE_TAKER|EXPIRE_MAKER|EXPIRE_BOTH|DECREMENT", false, {}},
    });
}

} // namespace qob
