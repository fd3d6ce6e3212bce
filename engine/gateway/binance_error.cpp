#include "engine/gateway/binance_json.h"

namespace qob {

namespace {

struct Row {
    int code;
    std::string_view message; // empty: our own sentence
};

// Those of requests: who may ask, and how.
Row requestRow(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    case AuthRequired:
        return {-2014, "API-key format invalid."};
    case AuthSkewed:
        return {-1021, "Timestamp for this request is outside of the recvWindow."};
    case AuthSignatureWrong:
        return {-1022, "Signature for this request is not valid."};
    case AuthReplayed:
        return {-1022, {}};
    case AuthFailed:
    case AuthTokenInvalid:
    case AuthTokenExpired:
    case AuthRevoked:
    case AuthForbidden:
    case AuthAddressForbidden:
    case AuthKeyUnknown:
    case AuthUserUnknown:
        return {-2015, "Invalid API-key, IP, or permissions for action."};
    case AuthLocked:
    case RequestTooMany:
        return {-1003, {}};
    case RequestBadValue:
        return {-1130, {}};
    case RequestMissing:
        return {-1102, {}};
    case RequestMalformed:
    case RequestMediaType:
    case JsonMalformed:
    case NumberEmpty:
    case NumberBadCharacter:
    case NumberTooLarge:
        return {-1100, {}};
    case NumberTooFine:
        return {-1111, {}};
    case RequestTimeout:
        return {-1007, {}};
    case RequestBusy:
        return {-1008, {}};
    default:
        return {-1000, {}};
    }
}

// Those of orders, else those of requests.
Row rowOf(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    case OrderUnknownSymbol:
        return {-1121, "Invalid symbol."};
    case OrderBadPrice:
    case OrderOffTick:
        return {-1013, "Filter failure: PRICE_FILTER"};
    case OrderBadQty:
    case OrderOffLot:
    case OrderTooLarge:
        return {-1013, "Filter failure: LOT_SIZE"};
    case OrderBelowMinNotional:
        return {-1013, "Filter failure: NOTIONAL"};
    case OrderOutsideBand:
        return {-1013, "Filter failure: PERCENT_PRICE"};
    case OrderBadDisplayQty:
        return {-1013, "Filter failure: ICEBERG_PARTS"};
    case OrderWrongState:
    case OrderMarketNotLive:
    case InstrumentNotTrading:
        return {-1013, "Market is closed."};
    case OrderInsufficientFunds:
        return {-2010, "Account has insufficient balance for requested action."};
    case OrderWouldTrade:
        return {-2010, "Order would immediately match and take."};
    case OrderDuplicateClOrdID:
    case OrderDuplicateId:
        return {-2010, "Duplicate order sent."};
    case OrderBadStopPx:
        return {-2010, "Stop price would trigger immediately."};
    case OrderAccountBlocked:
        return {-2010, "This action is disabled on this account."};
    case OrderBadClOrdID:
        return {-1100, {}};
    case OrderUnknown:
    case OrderTooLateToCancel:
    case OrderNotOwned:
        return {-2011, "Unknown order sent."};
    case OrderUnsupported:
    case OrderBadCombination:
    case OrderNoLiquidity:
    case OrderNoReference:
    case OrderNotFillable:
    case OrderSelfTrade:
    case OrderExpired:
    case OrderListRejected:
    case OrderBookFull:
    case OrderUnknownAccount:
        return {-2010, {}};
    default:
        return requestRow(code);
    }
}

WebResponse answer(Error const& error)
{
    auto const problem = binanceProblem(error);
    JsonWriter json;
    json.beginObject()
        .key("code")
        .integer(problem.code)
        .key("msg")
        .string(readable(problem.message))
        .endObject();
    return jsonResponse(json.text(), problem.httpStatus);
}

} // namespace

ErrorForm const binanceErrors{
    "BinanceError",
    R"({"type":"object","required":["code","msg"],"properties":{"code":{"type":"integer"},"msg":{"type":"string"}}})",
    answer};

BinanceProblem binanceProblem(Error const& error)
{
    auto const row = rowOf(error.code);
    // A refused order is a bad request there, whatever is wrong with it.
    auto const own = errorInfo(error.code).httpStatus;
    bool const ofOrder = row.code == -1121 || row.code == -1013 || row.code == -2010 || row.code == -2011;
    constexpr int badRequest = 400;
    return {
        row.code,
        row.message.empty() ? error.message() : std::string(row.message),
        ofOrder ? badRequest : own};
}

} // namespace qob
