#pragma once

#include "engine/api/event.h"
#include "engine/base/json_writer.h"
#include "engine/gateway/route.h"

namespace qob {

// The words and shapes of Binance's spot interface. Source: the public documentation of its REST, stream and
// WebSocket interfaces, version 3. Decimals are text, times milliseconds.

// {"code":-1121,"msg":"Invalid symbol."}
extern ErrorForm const binanceErrors;

struct BinanceProblem {
    int code;
    std::string message;
    int httpStatus;
};

BinanceProblem binanceProblem(Error const& error);

// "BTCUSDT"
std::string binanceSymbol(Instrument const& instrument);

// What is unique within an account, so that it fits the 53 bits that JavaScript counts exactly.
std::uint64_t numberInAccount(OrderId id);
std::uint64_t numberInAccount(ExecId id);
OrderId orderIdOf(AccountId account, std::uint64_t number);

std::string_view binanceStatus(ExecutionReport const& order);
std::string_view binanceType(ExecutionReport const& order);
std::string_view binanceTimeInForce(ExecutionReport const& order);
std::string_view binanceSelfTrade(SelfTrade selfTrade);

// Quote units that were traded so far.
Amount tradedQuote(Instrument const& instrument, ExecutionReport const& order);

// As GET /api/v3/order has it.
void writeBinanceOrder(JsonWriter& json, Instrument const& instrument, ExecutionReport const& order);

// As the answer to a new order; `fills` are its trades, oldest first.
void writeBinancePlaced(
    JsonWriter& json,
    Instrument const& instrument,
    ExecutionReport const& order,
    std::vector<ExecutionReport> const& fills,
    std::string_view detail // ACK, RESULT, FULL
);

// As GET /api/v3/myTrades has it.
void writeBinanceFill(JsonWriter& json, Instrument const& instrument, ExecutionReport const& fill);

// The event of the user's stream.
void writeBinanceReport(
    JsonWriter& json, Instrument const& instrument, ExecutionReport const& report, Timestamp now
);

// As GET /api/v3/ticker/24hr has it; `full` also with its opening, best prices and so on.
void writeBinanceTicker(JsonWriter& json, Instrument const& instrument, Ticker const& ticker, bool full);

// The events 24hrMiniTicker and 24hrTicker.
void writeBinanceTickerEvent(
    JsonWriter& json, Instrument const& instrument, Ticker const& ticker, bool full, Timestamp now
);

// A row of GET /api/v3/aggTrades, where each trade stands for itself.
void writeBinanceAggTrade(JsonWriter& json, Instrument const& instrument, Trade const& trade);

// A row of GET /api/v3/trades.
void writeBinanceTrade(JsonWriter& json, Instrument const& instrument, Trade const& trade);

// The events trade and aggTrade.
void writeBinanceTradeEvent(
    JsonWriter& json, Instrument const& instrument, Trade const& trade, bool aggregate, Timestamp now
);

// A row of GET /api/v3/klines. What buyers turned over is not known and is 0.
void writeBinanceKline(
    JsonWriter& json, Instrument const& instrument, CandleInterval interval, Candle const& candle
);

// The event kline.
void writeBinanceKlineEvent(
    JsonWriter& json,
    Instrument const& instrument,
    CandleInterval interval,
    Candle const& candle,
    Timestamp now
);

} // namespace qob
