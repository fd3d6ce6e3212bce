#include "engine/gateway/binance_json.h"

#include "engine/gateway/market_board.h"
#include "engine/gateway/market_json.h"

namespace qob {

namespace {

std::string priceOrZero(Instrument const& instrument, Price price)
{
    return price == Price(0) ? "0" : instrument.priceText(price);
}

// What of the numbers of an order all its forms have.
void writeAmounts(JsonWriter& json, Instrument const& instrument, ExecutionReport const& order)
{
    json.key("price").string(priceOrZero(instrument, order.price));
    json.key("origQty").string(instrument.qtyText(order.orderQty));
    json.key("executedQty").string(instrument.qtyText(order.cumQty));
    json.key("origQuoteOrderQty").string("0");
    json.key("cummulativeQuoteQty").string(amountText(tradedQuote(instrument, order))); // their spelling
    json.key("status").string(binanceStatus(order));
    json.key("timeInForce").string(binanceTimeInForce(order));
    json.key("type").string(binanceType(order));
    json.key("side").string(sideName(order.side));
    if (order.stopPx != Price(0)) {
        json.key("stopPrice").string(instrument.priceText(order.stopPx));
    }
    json.key("selfTradePreventionMode").string(binanceSelfTrade(order.selfTrade));
}

bool isWaitingStop(ExecutionReport const& order)
{
    return order.ordType == OrdType::Stop || order.ordType == OrdType::StopLimit;
}

std::string_view executionWord(ExecutionReport const& report)
{
    switch (report.execType) {
    case ExecType::Trade:
        return "TRADE";
    case ExecType::Canceled:
        return binanceStatus(report) == "CANCELED" ? "CANCELED" : "EXPIRED";
    case ExecType::Rejected:
        return "REJECTED";
    case ExecType::Replaced:
    case ExecType::Restated:
        return "REPLACED";
    default:
        return "NEW";
    }
}

std::string changePercent(Ticker const& ticker)
{
    constexpr int decimals = 3;
    constexpr std::int64_t scale = 100'000; // a hundred, with so many decimals
    return ticker.dayOpen == Price(0)
               ? "0"
               : formatTrimmed(mulDiv(ticker.dayChange.value, scale, ticker.dayOpen.value), decimals);
}

std::string averagePrice(Ticker const& ticker)
{
    constexpr Int128 one = 1'000'000'000'000'000'000; // of an Amount
    constexpr Int128 step = 1'000'000'000;            // taken from the turnover first, so that it fits
    Int128 const volume = ticker.dayVolume.value / step;
    return volume == 0 ? "0"
                       : amountText(Amount(
                             ticker.dayTurnover.value / volume * (one / step) +
                             ticker.dayTurnover.value % volume * (one / step) / volume
                         ));
}

bool buyerIsMaker(Trade const& trade)
{
    return trade.aggressor == Side::Sell;
}

} // namespace

std::string binanceSymbol(Instrument const& instrument)
{
    return plainSymbol(instrument.canonical.empty() ? instrument.symbol : instrument.canonical);
}

std::uint64_t numberInAccount(OrderId id)
{
    return id.value % idsPerAccount;
}

std::uint64_t numberInAccount(ExecId id)
{
    return id.value % idsPerAccount;
}

OrderId orderIdOf(AccountId account, std::uint64_t number)
{
    return account.value == 0 || number >= idsPerAccount
               ? OrderId()
               : OrderId((account.value - std::uint64_t{1}) * idsPerAccount + number);
}

std::string_view binanceStatus(ExecutionReport const& order)
{
    switch (order.ordStatus) {
    case OrdStatus::Filled:
        return "FILLED";
    case OrdStatus::Rejected:
        return "REJECTED";
    case OrdStatus::PendingCancel:
        return "PENDING_CANCEL";
    case OrdStatus::Canceled:
        // Who asked for it gives no reason.
        return !order.reason                                     ? "CANCELED"
               : order.reason->code == ErrorCode::OrderSelfTrade ? "EXPIRED_IN_MATCH"
                                                                 : "EXPIRED";
    default:
        return order.cumQty > Qty(0) ? "PARTIALLY_FILLED" : "NEW";
    }
}

std::string_view binanceType(ExecutionReport const& order)
{
    switch (order.ordType) {
    case OrdType::Market:
    case OrdType::MarketToLimit:
        return order.stopPx != Price(0) ? "STOP_LOSS" : "MARKET"; // what has been triggered keeps its name
    case OrdType::Stop:
        return "STOP_LOSS";
    case OrdType::StopLimit:
        return "STOP_LOSS_LIMIT";
    default:
        return order.stopPx != Price(0)                  ? "STOP_LOSS_LIMIT"
               : has(order.execInst, ExecInst::PostOnly) ? "LIMIT_MAKER"
                                                         : "LIMIT";
    }
}

std::string_view binanceTimeInForce(ExecutionReport const& order)
{
    switch (order.timeInForce) {
    case TimeInForce::ImmediateOrCancel:
        return order.ordType == OrdType::Market ? "GTC" : "IOC"; // as Binance writes it of a market order
    case TimeInForce::FillOrKill:
        return "FOK";
    case TimeInForce::Day:
    case TimeInForce::GoodTillDate:
        return "GTD";
    default:
        return "GTC";
    }
}

std::string_view binanceSelfTrade(SelfTrade selfTrade)
{
    switch (selfTrade) {
    case SelfTrade::CancelNewest:
        return "EXPIRE_TAKER";
    case SelfTrade::CancelOldest:
        return "EXPIRE_MAKER";
    case SelfTrade::CancelBoth:
        return "EXPIRE_BOTH";
    case SelfTrade::Decrement:
        return "DECREMENT";
    case SelfTrade::Allow:
        break;
    }
    return "NONE";
}

Amount tradedQuote(Instrument const& instrument, ExecutionReport const& order)
{
    std::int64_t scale = 1;
    for (int i = 0; i < instrument.qtyScale; ++i) {
        scale *= 10;
    }
    return Amount(mulDiv(order.avgPx.value, order.cumQty.value, scale));
}

// -1: the order is by itself.
static std::int64_t listNumber(ExecutionReport const& order)
{
    return order.contingency == Contingency::None ? -1
                                                  : static_cast<std::int64_t>(numberInAccount(order.listId));
}

void writeBinanceOrder(JsonWriter& json, Instrument const& instrument, ExecutionReport const& order)
{
    json.beginObject();
    json.key("symbol").string(binanceSymbol(instrument));
    json.key("orderId").integer(numberInAccount(order.orderId));
    json.key("orderListId").integer(listNumber(order));
    json.key("clientOrderId").string(order.clOrdId.view());
    writeAmounts(json, instrument, order);
    if (order.stopPx == Price(0)) {
        json.key("stopPrice").string("0");
    }
    json.key("icebergQty").string(instrument.qtyText(order.displayQty));
    json.key("time").integer(milliseconds(order.sendingTime));
    json.key("updateTime").integer(milliseconds(order.transactTime));
    json.key("isWorking").boolean(!isWaitingStop(order));
    json.key("workingTime").integer(isWaitingStop(order) ? -1 : milliseconds(order.sendingTime));
    json.endObject();
}

void writeBinancePlaced(
    JsonWriter& json,
    Instrument const& instrument,
    ExecutionReport const& order,
    std::vector<ExecutionReport> const& fills,
    std::string_view detail
)
{
    json.beginObject();
    json.key("symbol").string(binanceSymbol(instrument));
    json.key("orderId").integer(numberInAccount(order.orderId));
    json.key("orderListId").integer(listNumber(order));
    json.key("clientOrderId").string(order.clOrdId.view());
    json.key("transactTime").integer(milliseconds(order.transactTime));
    if (detail != "ACK") {
        writeAmounts(json, instrument, order);
        json.key("workingTime").integer(isWaitingStop(order) ? -1 : milliseconds(order.sendingTime));
    }
    if (detail == "FULL") {
        json.key("fills").beginArray();
        for (ExecutionReport const& fill : fills) {
            json.beginObject().key("price").string(instrument.priceText(fill.lastPx));
            json.key("qty").string(instrument.qtyText(fill.lastQty));
            json.key("commission").string(amountText(fill.fee));
            json.key("commissionAsset").string(fill.feeAsset.view());
            json.key("tradeId").integer(numberInAccount(fill.execId)).endObject();
        }
        json.endArray();
    }
    json.endObject();
}

void writeBinanceFill(JsonWriter& json, Instrument const& instrument, ExecutionReport const& fill)
{
    bool const isMaker = fill.liquidity == Liquidity::Maker;
    json.beginObject();
    json.key("symbol").string(binanceSymbol(instrument));
    json.key("id").integer(numberInAccount(fill.execId));
    json.key("orderId").integer(numberInAccount(fill.orderId));
    json.key("orderListId").integer(listNumber(fill));
    json.key("price").string(instrument.priceText(fill.lastPx));
    json.key("qty").string(instrument.qtyText(fill.lastQty));
    json.key("quoteQty").string(amountText(quoteTurnover(instrument, fill.lastPx, fill.lastQty)));
    json.key("commission").string(amountText(fill.fee));
    json.key("commissionAsset").string(fill.feeAsset.view());
    json.key("time").integer(milliseconds(fill.transactTime));
    json.key("isBuyer").boolean(fill.side == Side::Buy);
    json.key("isMaker").boolean(isMaker);
    json.key("isBestMatch").boolean(true);
    json.endObject();
}

void writeBinanceReport(
    JsonWriter& json, Instrument const& instrument, ExecutionReport const& report, Timestamp now
)
{
    bool const isTrade = report.execType == ExecType::Trade;
    auto const lastQuote =
        isTrade ? amountText(quoteTurnover(instrument, report.lastPx, report.lastQty)) : std::string("0");
    json.beginObject();
    json.key("e").string("executionReport").key("E").integer(milliseconds(now));
    json.key("s").string(binanceSymbol(instrument));
    json.key("c").string(report.clOrdId.view());
    json.key("S").string(sideName(report.side));
    json.key("o").string(binanceType(report)).key("f").string(binanceTimeInForce(report));
    json.key("q").string(instrument.qtyText(report.orderQty));
    json.key("p").string(priceOrZero(instrument, report.price));
    json.key("P").string(priceOrZero(instrument, report.stopPx));
    json.key("F").string(instrument.qtyText(report.displayQty));
    json.key("g").integer(-1);
    json.key("C").string(report.origClOrdId.view());
    json.key("x").string(executionWord(report)).key("X").string(binanceStatus(report));
    json.key("r").string(report.reason ? errorInfo(report.reason->code).name : "NONE");
    json.key("i").integer(numberInAccount(report.orderId));
    json.key("l").string(isTrade ? instrument.qtyText(report.lastQty) : "0");
    json.key("z").string(instrument.qtyText(report.cumQty));
    json.key("L").string(isTrade ? instrument.priceText(report.lastPx) : "0");
    json.key("n").string(isTrade ? amountText(report.fee) : "0");
    if (isTrade) {
        json.key("N").string(report.feeAsset.view());
        json.key("t").integer(numberInAccount(report.execId));
    } else {
        json.key("t").integer(-1);
    }
    json.key("T").integer(milliseconds(report.transactTime));
    json.key("I").integer(numberInAccount(report.execId));
    json.key("w").boolean(!isFinal(report.ordStatus) && !isWaitingStop(report));
    json.key("m").boolean(isTrade && report.liquidity == Liquidity::Maker);
    json.key("M").boolean(false);
    json.key("O").integer(milliseconds(report.sendingTime));
    json.key("Z").string(amountText(tradedQuote(instrument, report)));
    json.key("Y").string(lastQuote).key("Q").string("0");
    json.key("W").integer(milliseconds(report.sendingTime));
    json.key("V").string(binanceSelfTrade(report.selfTrade));
    json.endObject();
}

void writeBinanceTicker(JsonWriter& json, Instrument const& instrument, Ticker const& ticker, bool full)
{
    json.beginObject().key("symbol").string(binanceSymbol(instrument));
    if (full) {
        json.key("priceChange").string(instrument.priceText(ticker.dayChange));
        json.key("priceChangePercent").string(changePercent(ticker));
        json.key("weightedAvgPrice").string(averagePrice(ticker));
        json.key("prevClosePrice").string(priceOrZero(instrument, ticker.dayOpen));
    }
    json.key("lastPrice").string(priceOrZero(instrument, ticker.last));
    if (full) {
        json.key("lastQty").string(instrument.qtyText(ticker.lastQty));
        json.key("bidPrice").string(priceOrZero(instrument, ticker.bid.price));
        json.key("bidQty").string(instrument.qtyText(ticker.bid.qty));
        json.key("askPrice").string(priceOrZero(instrument, ticker.ask.price));
        json.key("askQty").string(instrument.qtyText(ticker.ask.qty));
    }
    json.key("openPrice").string(priceOrZero(instrument, ticker.dayOpen));
    json.key("highPrice").string(priceOrZero(instrument, ticker.dayHigh));
    json.key("lowPrice").string(priceOrZero(instrument, ticker.dayLow));
    json.key("volume").string(amountText(ticker.dayVolume));
    json.key("quoteVolume").string(amountText(ticker.dayTurnover));
    json.key("openTime").integer(milliseconds(ticker.daySince));
    json.key("closeTime").integer(milliseconds(ticker.time));
    json.key("firstId").integer(-1).key("lastId").integer(-1);
    json.key("count").integer(ticker.dayTrades);
    json.endObject();
}

void writeBinanceTickerEvent(
    JsonWriter& json, Instrument const& instrument, Ticker const& ticker, bool full, Timestamp now
)
{
    json.beginObject().key("e").string(full ? "24hrTicker" : "24hrMiniTicker");
    json.key("E").integer(milliseconds(now)).key("s").string(binanceSymbol(instrument));
    if (full) {
        json.key("p").string(instrument.priceText(ticker.dayChange));
        json.key("P").string(changePercent(ticker));
        json.key("w").string(averagePrice(ticker));
        json.key("x").string(priceOrZero(instrument, ticker.dayOpen));
    }
    json.key("c").string(priceOrZero(instrument, ticker.last));
    if (full) {
        json.key("Q").string(instrument.qtyText(ticker.lastQty));
        json.key("b").string(priceOrZero(instrument, ticker.bid.price));
        json.key("B").string(instrument.qtyText(ticker.bid.qty));
        json.key("a").string(priceOrZero(instrument, ticker.ask.price));
        json.key("A").string(instrument.qtyText(ticker.ask.qty));
    }
    json.key("o").string(priceOrZero(instrument, ticker.dayOpen));
    json.key("h").string(priceOrZero(instrument, ticker.dayHigh));
    json.key("l").string(priceOrZero(instrument, ticker.dayLow));
    json.key("v").string(amountText(ticker.dayVolume));
    json.key("q").string(amountText(ticker.dayTurnover));
    if (full) {
        json.key("O").integer(milliseconds(ticker.daySince)).key("C").integer(milliseconds(ticker.time));
        json.key("F").integer(-1).key("L").integer(-1).key("n").integer(ticker.dayTrades);
    }
    json.endObject();
}

void writeBinanceAggTrade(JsonWriter& json, Instrument const& instrument, Trade const& trade)
{
    json.beginObject().key("a").integer(trade.id);
    json.key("p").string(instrument.priceText(trade.price)).key("q").string(instrument.qtyText(trade.qty));
    json.key("f").integer(trade.id).key("l").integer(trade.id);
    json.key("T").integer(milliseconds(trade.time));
    json.key("m").boolean(buyerIsMaker(trade)).key("M").boolean(true).endObject();
}

void writeBinanceTrade(JsonWriter& json, Instrument const& instrument, Trade const& trade)
{
    json.beginObject().key("id").integer(trade.id);
    json.key("price").string(instrument.priceText(trade.price));
    json.key("qty").string(instrument.qtyText(trade.qty));
    json.key("quoteQty").string(amountText(quoteTurnover(instrument, trade.price, trade.qty)));
    json.key("time").integer(milliseconds(trade.time));
    json.key("isBuyerMaker").boolean(buyerIsMaker(trade)).key("isBestMatch").boolean(true).endObject();
}

void writeBinanceTradeEvent(
    JsonWriter& json, Instrument const& instrument, Trade const& trade, bool aggregate, Timestamp now
)
{
    json.beginObject().key("e").string(aggregate ? "aggTrade" : "trade");
    json.key("E").integer(milliseconds(now)).key("s").string(binanceSymbol(instrument));
    json.key(aggregate ? "a" : "t").integer(trade.id);
    json.key("p").string(instrument.priceText(trade.price)).key("q").string(instrument.qtyText(trade.qty));
    if (aggregate) {
        json.key("f").integer(trade.id).key("l").integer(trade.id);
    }
    json.key("T").integer(milliseconds(trade.time));
    json.key("m").boolean(buyerIsMaker(trade)).key("M").boolean(true).endObject();
}

void writeBinanceKline(
    JsonWriter& json, Instrument const& instrument, CandleInterval interval, Candle const& candle
)
{
    json.beginArray().integer(milliseconds(candle.start));
    json.string(instrument.priceText(candle.open)).string(instrument.priceText(candle.high));
    json.string(instrument.priceText(candle.low)).string(instrument.priceText(candle.close));
    json.string(amountText(candle.volume));
    json.integer(milliseconds(candleEnd(interval, candle.start)) - 1);
    json.string(amountText(candle.turnover)).integer(candle.trades);
    json.string(amountText(candle.buyVolume)).string("0").string("0").endArray();
}

void writeBinanceKlineEvent(
    JsonWriter& json,
    Instrument const& instrument,
    CandleInterval interval,
    Candle const& candle,
    Timestamp now
)
{
    json.beginObject().key("e").string("kline").key("E").integer(milliseconds(now));
    json.key("s").string(binanceSymbol(instrument)).key("k").beginObject();
    json.key("t").integer(milliseconds(candle.start));
    json.key("T").integer(milliseconds(candleEnd(interval, candle.start)) - 1);
    json.key("s").string(binanceSymbol(instrument)).key("i").string(intervalName(interval));
    json.key("f").integer(-1).key("L").integer(-1);
    json.key("o").string(instrument.priceText(candle.open));
    json.key("c").string(instrument.priceText(candle.close));
    json.key("h").string(instrument.priceText(candle.high));
    json.key("l").string(instrument.priceText(candle.low));
    json.key("v").string(amountText(candle.volume)).key("n").integer(candle.trades);
    json.key("x").boolean(candle.closed);
    json.key("q").string(amountText(candle.turnover));
    json.key("V").string(amountText(candle.buyVolume)).key("Q").string("0").key("B").string("0");
    json.endObject().endObject();
}

} // namespace qob
