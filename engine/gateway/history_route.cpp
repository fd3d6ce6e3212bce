#include "engine/gateway/history_route.h"

#include "engine/gateway/market_json.h"
#include "engine/gateway/market_routes.h"

#include <algorithm>

namespace qob {

namespace {

constexpr std::size_t mostMinutes = 50'000; // read for one answer

// Of the longest one.
std::size_t minutesIn(CandleInterval interval)
{
    const Timestamp january; // of 1970
    return static_cast<std::size_t>((candleEnd(interval, january) - january).value / minutes(1).value);
}

// How far the market and its rows have come.
struct Known {
    Timestamp now;        // of the market
    Timestamp lastMinute; // that was read
};

// A candle is closed when its last minute was read, or would have been written by now if there were one.
bool isClosed(Timestamp end, Known const& known)
{
    constexpr Duration written = seconds(20);
    return end <= known.now && (known.lastMinute >= end - minutes(1) || end + written <= known.now);
}

std::string candlesText(std::vector<CandleRow> const& candles, std::size_t limit, Known const& known)
{
    JsonWriter json;
    json.beginArray();
    for (std::size_t i = 0; i < std::min(limit, candles.size()); ++i) {
        CandleRow const& candle = candles[i];
        json.beginArray().integer(milliseconds(candle.start));
        for (const Amount value : {candle.open, candle.high, candle.low, candle.close, candle.volume}) {
            json.string(amountText(value));
        }
        json.integer(milliseconds(candleEnd(candle.interval, candle.start)) - 1);
        json.string(amountText(candle.turnover)).integer(candle.trades);
        json.string(amountText(candle.buyVolume))
            .boolean(isClosed(candleEnd(candle.interval, candle.start), known))
            .endArray();
    }
    return json.endArray().text();
}

Timestamp timeOf(WebRequest const& request, std::string_view name, Timestamp otherwise)
{
    constexpr std::int64_t latest = 9'000'000'000'000; // of milliseconds that nanoseconds can say
    auto const* const text = request.parameter(name);
    return text == nullptr
               ? otherwise
               : Timestamp(std::min<std::int64_t>(std::stoll(*text), latest) * milliseconds(1).value);
}

Handler historyHandler(GatewayWorld& world, Handler live)
{
    return [&world, live = std::move(live)](WebRequest const& request, Respond const& respond) {
        // The newest ones are the engine's own.
        if (!world.history || request.parameter("startTime") == nullptr) {
            live(request, respond);
            return;
        }
        auto const* const venue = request.parameter("venue");
        auto const& symbol = *request.parameter("symbol");
        auto const instrument = world.board.parse(venue == nullptr ? symbol : *venue + ":" + symbol);
        auto const interval = parseInterval(*request.parameter("interval"));
        if (!instrument || !interval || *interval < CandleInterval::Min1) {
            respond(errorResponse(
                !instrument ? instrument.error()
                            : Error{ErrorCode::RequestBadValue, "interval; what is kept are 1m and longer"}
            ));
            return;
        }
        constexpr std::size_t usual = 500;
        constexpr std::size_t mostAsked = 1500;
        auto const* const limitText = request.parameter("limit");
        auto const limit =
            limitText == nullptr ? usual : std::min<std::size_t>(std::stoull(*limitText), mostAsked);
        SeriesQuery query;
        query.venue = (*instrument)->venue;
        query.symbol = (*instrument)->symbol;
        query.from = candleStart(*interval, timeOf(request, "startTime", Timestamp::min()));
        if (request.parameter("endTime") != nullptr) { // no candle is cut by it
            query.until =
                candleEnd(*interval, candleStart(*interval, timeOf(request, "endTime", Timestamp())));
        }
        query.limit = std::min(limit * minutesIn(*interval), mostMinutes) + 1;
        auto const most = query.limit;
        world.history(
            query,
            [respond, limit, interval = *interval, most, now = world.board.market().now](auto const& minutes
            ) {
                if (!minutes) {
                    respond(errorResponse(minutes.error()));
                    return;
                }
                const Known known{now, minutes->empty() ? Timestamp() : minutes->back().start};
                auto candles = gathered(*minutes, interval);
                if (minutes->size() == most) {
                    candles.pop_back(); // more of it may be there; those before it are whole
                }
                respond(jsonResponse(candlesText(candles, limit, known)));
            }
        );
    };
}

} // namespace

std::vector<CandleRow> gathered(std::vector<CandleRow> const& minutes, CandleInterval interval)
{
    std::vector<CandleRow> candles;
    for (CandleRow const& minute : minutes) {
        const Timestamp start = candleStart(interval, minute.start);
        if (candles.empty() || candles.back().start != start) {
            candles.push_back(minute);
            candles.back().interval = interval;
            candles.back().start = start;
            continue;
        }
        CandleRow& candle = candles.back();
        candle.high = std::max(candle.high, minute.high);
        candle.low = std::min(candle.low, minute.low);
        candle.close = minute.close;
        candle.volume += minute.volume;
        candle.buyVolume += minute.buyVolume;
        candle.turnover += minute.turnover;
        candle.trades += minute.trades;
        candle.incomplete = candle.incomplete || minute.incomplete;
    }
    return candles;
}

Route historyRoute(GatewayWorld& world)
{
    return {
        HttpMethod::Get,
        "/api/market-data/historical",
        Permission::ReadMarket,
        "Market",
        "Candles of the past: from startTime on what the database keeps, else the last ones",
        candleParameters(),
        {},
        R"({"type":"array"})",
        historyHandler(world, klinesHandler(world))};
}

} // namespace qob
