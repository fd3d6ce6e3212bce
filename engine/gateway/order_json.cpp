#include "engine/gateway/order_json.h"

#include "engine/gateway/market_json.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

template <class T>
struct Word {
    std::string_view word;
    T value;
};

constexpr std::array statuses{
    Word<OrdStatus>{"NEW", OrdStatus::New},
    Word<OrdStatus>{"PARTIALLY_FILLED", OrdStatus::PartiallyFilled},
    Word<OrdStatus>{"FILLED", OrdStatus::Filled},
    Word<OrdStatus>{"CANCELED", OrdStatus::Canceled},
    Word<OrdStatus>{"PENDING_CANCEL", OrdStatus::PendingCancel},
    Word<OrdStatus>{"REJECTED", OrdStatus::Rejected},
    Word<OrdStatus>{"PENDING_NEW", OrdStatus::PendingNew},
    Word<OrdStatus>{"PENDING_REPLACE", OrdStatus::PendingReplace}};
constexpr std::array execTypes{
    Word<ExecType>{"NEW", ExecType::New},
    Word<ExecType>{"CANCELED", ExecType::Canceled},
    Word<ExecType>{"REPLACED", ExecType::Replaced},
    Word<ExecType>{"PENDING_CANCEL", ExecType::PendingCancel},
    Word<ExecType>{"REJECTED", ExecType::Rejected},
    Word<ExecType>{"PENDING_NEW", ExecType::PendingNew},
    Word<ExecType>{"RESTATED", ExecType::Restated},
    Word<ExecType>{"PENDING_REPLACE", ExecType::PendingReplace},
    Word<ExecType>{"TRADE", ExecType::Trade},
    Word<ExecType>{"ORDER_STATUS", ExecType::OrderStatus},
    Word<ExecType>{"TRIGGERED", ExecType::Triggered}};
constexpr std::array types{
    Word<OrdType>{"LIMIT", OrdType::Limit},
    Word<OrdType>{"MARKET", OrdType::Market},
    Word<OrdType>{"STOP", OrdType::Stop},
    Word<OrdType>{"STOP_LIMIT", OrdType::StopLimit},
    Word<OrdType>{"MARKET_TO_LIMIT", OrdType::MarketToLimit},
    Word<OrdType>{"PEGGED", OrdType::Pegged}};
constexpr std::array tifs{
    Word<TimeInForce>{"GTC", TimeInForce::GoodTillCancel},
    Word<TimeInForce>{"DAY", TimeInForce::Day},
    Word<TimeInForce>{"GTD", TimeInForce::GoodTillDate},
    Word<TimeInForce>{"IOC", TimeInForce::ImmediateOrCancel},
    Word<TimeInForce>{"FOK", TimeInForce::FillOrKill},
    Word<TimeInForce>{"OPENING", TimeInForce::AtTheOpening},
    Word<TimeInForce>{"CLOSING", TimeInForce::AtTheClose}};
constexpr std::array selfTrades{
    Word<SelfTrade>{"ALLOW", SelfTrade::Allow},
    Word<SelfTrade>{"CANCEL_NEWEST", SelfTrade::CancelNewest},
    Word<SelfTrade>{"CANCEL_OLDEST", SelfTrade::CancelOldest},
    Word<SelfTrade>{"CANCEL_BOTH", SelfTrade::CancelBoth},
    Word<SelfTrade>{"DECREMENT", SelfTrade::Decrement}};
constexpr std::array flags{
    Word<ExecInst>{"postOnly", ExecInst::PostOnly},
    Word<ExecInst>{"postOnlySlide", ExecInst::PostOnlySlide},
    Word<ExecInst>{"reduceOnly", ExecInst::ReduceOnly},
    Word<ExecInst>{"allOrNone", ExecInst::AllOrNone},
    Word<ExecInst>{"hidden", ExecInst::Hidden},
    Word<ExecInst>{"pegPrimary", ExecInst::PegPrimary},
    Word<ExecInst>{"pegMid", ExecInst::PegMid},
    Word<ExecInst>{"cancelOnDisconnect", ExecInst::CancelOnDisconnect}};

template <class Table, class T>
std::string_view wordOf(Table const& table, T value)
{
    auto const found =
        std::find_if(table.begin(), table.end(), [&](auto const& row) { return row.value == value; });
    return found == table.end() ? std::string_view() : found->word;
}

template <class Table, class T>
void readWord(Table const& table, std::string const* text, T& value)
{
    if (text == nullptr) {
        return;
    }
    auto const found =
        std::find_if(table.begin(), table.end(), [&](auto const& row) { return row.word == *text; });
    if (found != table.end()) { // the route's check has refused any other
        value = found->value;
    }
}

Expected<void>
readPriceField(WebRequest const& request, Instrument const& instrument, std::string_view name, Price& price)
{
    if (auto const* const text = request.parameter(name)) {
        auto const parsed = parsePrice(instrument, *text);
        if (!parsed) {
            return fail(parsed.error().code, std::string(name) + ": " + parsed.error().detail);
        }
        price = *parsed;
    }
    return {};
}

Expected<void>
readQtyField(WebRequest const& request, Instrument const& instrument, std::string_view name, Qty& qty)
{
    if (auto const* const text = request.parameter(name)) {
        auto const parsed = parseQty(instrument, *text);
        if (!parsed) {
            return fail(parsed.error().code, std::string(name) + ": " + parsed.error().detail);
        }
        qty = *parsed;
    }
    return {};
}

Expected<void> readNumbers(WebRequest const& request, Instrument const& instrument, NewOrderSingle& order)
{
    for (auto const& [name, price] :
         {std::pair{"price", &order.price},
          {"stopPx", &order.stopPx},
          {"trailOffset", &order.trailOffset},
          {"trailStep", &order.trailStep},
          {"pegOffset", &order.pegOffset}}) {
        if (auto const read = readPriceField(request, instrument, name, *price); !read) {
            return read;
        }
    }
    if (auto const read = readQtyField(request, instrument, "orderQty", order.orderQty); !read) {
        return read;
    }
    return readQtyField(request, instrument, "displayQty", order.displayQty);
}

} // namespace

std::string_view const ordStatusWords =
    "NEW|PARTIALLY_FILLED|FILLED|CANCELED|PENDING_CANCEL|REJECTED|PENDING_NEW|PENDING_REPLACE";

std::string_view const orderSchema =
    R"({"type":"object","required":["orderId","clOrdId","ordStatus","execType","side","ordType","orderQty","leavesQty","cumQty"],"properties":{"orderId":{"type":"string"},"clOrdId":{"type":"string"},"ordStatus":{"type":"string"},"execType":{"type":"string"},"side":{"enum":["BUY","SELL"]},"ordType":{"type":"string"},"orderQty":{"type":"string"},"leavesQty":{"type":"string"},"cumQty":{"type":"string"},"avgPx":{"type":"string"}}})";

std::string_view ordStatusName(OrdStatus status)
{
    return wordOf(statuses, status);
}

std::optional<OrdStatus> ordStatusNamed(std::string_view name)
{
    auto const found =
        std::find_if(statuses.begin(), statuses.end(), [&](auto const& row) { return row.word == name; });
    return found == statuses.end() ? std::nullopt : std::optional(found->value);
}

std::string_view execTypeName(ExecType type)
{
    return wordOf(execTypes, type);
}

std::string_view ordTypeName(OrdType type)
{
    return wordOf(types, type);
}

std::string_view timeInForceName(TimeInForce timeInForce)
{
    return wordOf(tifs, timeInForce);
}

void write(JsonWriter& json, MarketBoard const& board, ExecutionReport const& report)
{
    Instrument const* const instrument = board.find(report.instrument);
    json.beginObject();
    json.key("orderId").string(std::to_string(report.orderId.value));
    json.key("clOrdId").string(report.clOrdId.view());
    if (!report.origClOrdId.empty()) {
        json.key("origClOrdId").string(report.origClOrdId.view());
    }
    json.key("execId").string(std::to_string(report.execId.value));
    json.key("execType").string(execTypeName(report.execType));
    json.key("ordStatus").string(ordStatusName(report.ordStatus));
    json.key("side").string(sideName(report.side));
    json.key("ordType").string(ordTypeName(report.ordType));
    json.key("timeInForce").string(timeInForceName(report.timeInForce));
    if (instrument != nullptr) {
        auto const price = [&](std::string_view name, Price value) {
            if (value != Price(0)) {
                json.key(name).string(instrument->priceText(value));
            }
        };
        json.key("venue").string(instrument->venue).key("symbol").string(instrument->symbol);
        price("price", report.price);
        price("stopPx", report.stopPx);
        price("trailOffset", report.trailOffset);
        price("trailStep", report.trailStep);
        price("pegOffset", report.pegOffset);
        price("lastPx", report.lastPx);
        json.key("orderQty").string(instrument->qtyText(report.orderQty));
        json.key("leavesQty").string(instrument->qtyText(report.leavesQty));
        json.key("cumQty").string(instrument->qtyText(report.cumQty));
        if (report.displayQty != Qty(0)) {
            json.key("displayQty").string(instrument->qtyText(report.displayQty));
        }
        if (report.lastQty != Qty(0)) {
            json.key("lastQty").string(instrument->qtyText(report.lastQty));
        }
        json.key("queueAhead").string(instrument->qtyText(report.queueAhead));
    }
    json.key("avgPx").string(amountText(report.avgPx));
    if (report.execType == ExecType::Trade) {
        json.key("fee").string(amountText(report.fee)).key("feeAsset").string(report.feeAsset.view());
        json.key("liquidity").string(report.liquidity == Liquidity::Maker ? "MAKER" : "TAKER");
    }
    for (auto const& flag : flags) {
        if (has(report.execInst, flag.value)) {
            json.key(flag.word).boolean(true);
        }
    }
    if (report.contingency != Contingency::None) {
        json.key("listId").string(std::to_string(report.listId.value));
    }
    json.key("sendingTime").integer(milliseconds(report.sendingTime));
    json.key("transactTime").integer(milliseconds(report.transactTime));
    if (report.reason) {
        json.key("reason").string(errorInfo(report.reason->code).name);
        json.key("text").string(report.reason->message());
    }
    json.endObject();
}

void write(JsonWriter& json, OrderCancelReject const& reject)
{
    json.beginObject();
    json.key("clOrdId").string(reject.clOrdId.view());
    json.key("origClOrdId").string(reject.origClOrdId.view());
    json.key("ordStatus").string(ordStatusName(reject.ordStatus));
    json.key("reason").string(errorInfo(reject.reason.code).name);
    json.key("text").string(reject.reason.message());
    json.endObject();
}

void write(JsonWriter& json, Balance const& balance)
{
    json.beginObject();
    json.key("asset").string(balance.asset.view());
    json.key("free").string(amountText(balance.free));
    json.key("held").string(amountText(balance.held));
    json.key("total").string(amountText(balance.total()));
    json.endObject();
}

void write(JsonWriter& json, MarketBoard const& board, Position const& position)
{
    Instrument const* const instrument = board.find(position.instrument);
    json.beginObject();
    if (instrument != nullptr) {
        json.key("venue").string(instrument->venue).key("symbol").string(instrument->symbol);
        json.key("net").string(instrument->qtyText(position.net));
    }
    json.key("avgPx").string(amountText(position.avgPx));
    json.key("cost").string(amountText(position.cost));
    json.key("realised").string(amountText(position.realised));
    json.key("unrealised").string(amountText(position.unrealised));
    json.key("fees").string(amountText(position.fees));
    json.key("asset").string(position.asset.view());
    json.endObject();
}

std::vector<ParameterDoc> orderFields()
{
    return {
        {"symbol", "string", true, "VENUE:SYMBOL, or a symbol of the first venue that has it"},
        {"venue", "string", false, "with it, symbol is the venue's own"},
        {"side", "BUY|SELL", true, "FIX 54"},
        {"ordType", "LIMIT|MARKET|STOP|STOP_LIMIT|MARKET_TO_LIMIT|PEGGED", true, "FIX 40"},
        {"orderQty", "decimal", true, "FIX 38"},
        {"price", "decimal", false, "FIX 44"},
        {"timeInForce", "GTC|DAY|GTD|IOC|FOK|OPENING|CLOSING", false, "FIX 59; GTC unless said"},
        {"clOrdId", "string", false, "FIX 11; the same again is answered with the order as it stands"},
        {"stopPx", "decimal", false, "FIX 99"},
        {"trailOffset", "decimal", false, "FIX 211 of a stop"},
        {"trailStep", "decimal", false, {}},
        {"pegOffset", "decimal", false, "FIX 211 of a pegged order"},
        {"displayQty", "decimal", false, "FIX 1138, an iceberg"},
        {"expireTime", "integer", false, "FIX 126, ms, with GTD"},
        {"selfTrade", "ALLOW|CANCEL_NEWEST|CANCEL_OLDEST|CANCEL_BOTH|DECREMENT", false, "FIX 2964"},
        {"postOnly", "boolean", false, {}},
        {"postOnlySlide", "boolean", false, {}},
        {"reduceOnly", "boolean", false, {}},
        {"allOrNone", "boolean", false, {}},
        {"hidden", "boolean", false, {}},
        {"pegPrimary", "boolean", false, {}},
        {"pegMid", "boolean", false, {}},
        {"cancelOnDisconnect", "boolean", false, {}},
        {"answer",
         "ACCEPTED|DONE",
         false,
         "when to answer: taken by the engine, or by the venue (the usual)"},
    };
}

Expected<ClOrdId> readClOrdId(std::string const& text)
{
    bool const printable =
        std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (text.empty() || !ClOrdId::fits(text) || !printable) {
        return fail(ErrorCode::OrderBadClOrdID, "expected 1 to 36 printable characters without blanks");
    }
    return ClOrdId(text);
}

Expected<NewOrderSingle>
readOrder(WebRequest const& request, MarketBoard const& board, ClOrdId const& clOrdId)
{
    auto const* const venue = request.parameter("venue");
    auto const& symbol = *request.parameter("symbol");
    auto const named = board.parse(venue == nullptr ? symbol : *venue + ":" + symbol);
    if (!named) {
        return tl::unexpected(named.error());
    }
    NewOrderSingle order;
    order.instrument = (*named)->id;
    order.clOrdId = clOrdId;
    order.side = *request.parameter("side") == "BUY" ? Side::Buy : Side::Sell;
    readWord(types, request.parameter("ordType"), order.ordType);
    bool const priceless = order.ordType == OrdType::Market || order.ordType == OrdType::MarketToLimit;
    order.timeInForce = priceless ? TimeInForce::ImmediateOrCancel : TimeInForce::GoodTillCancel;
    order.timeInForce =
        order.ordType == OrdType::MarketToLimit ? TimeInForce::GoodTillCancel : order.timeInForce;
    readWord(tifs, request.parameter("timeInForce"), order.timeInForce);
    readWord(selfTrades, request.parameter("selfTrade"), order.selfTrade);
    for (auto const& flag : flags) {
        auto const* const set = request.parameter(flag.word);
        if (set != nullptr && *set == "true") {
            order.execInst = order.execInst | flag.value;
        }
    }
    if (auto const* const given = request.parameter("clOrdId")) {
        auto const id = readClOrdId(*given);
        if (!id) {
            return tl::unexpected(id.error());
        }
        order.clOrdId = *id;
    }
    if (auto const* const expires = request.parameter("expireTime")) {
        constexpr std::int64_t latest = 9'000'000'000'000;
        order.expireTime =
            Timestamp(std::min<std::int64_t>(std::stoll(*expires), latest) * milliseconds(1).value);
    }
    if (auto const numbers = readNumbers(request, **named, order); !numbers) {
        return tl::unexpected(numbers.error());
    }
    return order;
}

} // namespace qob
