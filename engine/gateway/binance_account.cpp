#include "engine/gateway/binance_routes.h"
#include "engine/gateway/market_json.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

constexpr std::string_view listSchema = R"({"type":"array"})";
constexpr int feeDecimals = 8; // of a FeeRate

std::uint64_t numberOf(WebRequest const& request, std::string_view name, std::uint64_t otherwise)
{
    auto const* const text = request.parameter(name);
    return text == nullptr ? otherwise : std::stoull(*text);
}

bool has(WebRequest const& request, std::string_view name)
{
    return request.parameter(name) != nullptr;
}

// Orders, oldest first: with orderId or startTime those from there, else the last ones.
Handler ordersHandler(BinanceWorld& world, bool workingOnly)
{
    return [&world, workingOnly](WebRequest const& request, Respond const& respond) {
        withBinanceDesk(
            world,
            request,
            respond,
            [&world, &request, respond, workingOnly](AccountDesk& desk, Instrument const* only) {
                auto const& board = world.world.board;
                auto const venue = binanceVenue(board, request);
                const Timestamp from = binanceTime(request, "startTime", Timestamp::min());
                const Timestamp until = binanceTime(request, "endTime", Timestamp::max());
                auto const first = numberOf(request, "orderId", 0);
                auto const limit = workingOnly ? desk.orders().size() : binanceLimit(request, 500, 1000);
                // Never a list with a hole at its beginning.
                auto const whole = desk.wholeFrom();
                auto const oldest = desk.orders().lower_bound(whole);
                bool const older = !workingOnly && whole != OrderId() &&
                                   ((has(request, "orderId") && first < numberInAccount(whole)) ||
                                    (has(request, "startTime") && oldest != desk.orders().end() &&
                                     from < oldest->second.sendingTime));
                if (older) {
                    respond(binanceErrors.answer(
                        {ErrorCode::RequestBadValue,
                         "orders before " + std::to_string(numberInAccount(whole)) +
                             " are not in memory any more; /api/orders has them"}
                    ));
                    return;
                }
                std::vector<std::string> chosen;
                for (auto const& [id, order] : desk.orders()) {
                    Instrument const* const instrument = board.find(order.instrument);
                    bool const wanted = only != nullptr
                                            ? instrument == only
                                            : instrument != nullptr && venue && instrument->venue == *venue &&
                                                  instrument->kind == ContractKind::Spot;
                    if (!wanted || (workingOnly && isFinal(order.ordStatus)) || order.sendingTime < from ||
                        order.sendingTime > until || numberInAccount(id) < first) {
                        continue;
                    }
                    JsonWriter json;
                    writeBinanceOrder(json, *instrument, order);
                    chosen.push_back(json.text());
                }
                auto const extra =
                    static_cast<std::ptrdiff_t>(chosen.size() - std::min(chosen.size(), limit));
                has(request, "orderId") || has(request, "startTime")
                    ? chosen.erase(chosen.end() - extra, chosen.end())
                    : chosen.erase(chosen.begin(), chosen.begin() + extra);
                std::string text = "[";
                for (std::string const& order : chosen) {
                    text += (text.size() == 1 ? "" : ",") + order;
                }
                respond(jsonResponse(text + "]"));
            }
        );
    };
}

// Trades, oldest first: with fromId or startTime those from there, else the last ones.
Handler fillsHandler(BinanceWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withBinanceDesk(
            world,
            request,
            respond,
            [&request, respond](AccountDesk& desk, Instrument const* instrument) {
                const Timestamp from = binanceTime(request, "startTime", Timestamp::min());
                const Timestamp until = binanceTime(request, "endTime", Timestamp::max());
                auto const fromId = numberOf(request, "fromId", 0);
                auto const order = numberOf(request, "orderId", 0);
                std::vector<ExecutionReport const*> chosen;
                for (ExecutionReport const& fill : desk.fills()) {
                    if (fill.instrument == instrument->id && numberInAccount(fill.execId) >= fromId &&
                        (order == 0 || numberInAccount(fill.orderId) == order) && fill.transactTime >= from &&
                        fill.transactTime <= until) {
                        chosen.push_back(&fill);
                    }
                }
                auto const extra = static_cast<std::ptrdiff_t>(
                    chosen.size() - std::min(chosen.size(), binanceLimit(request, 500, 1000))
                );
                has(request, "fromId") || has(request, "startTime")
                    ? chosen.erase(chosen.end() - extra, chosen.end())
                    : chosen.erase(chosen.begin(), chosen.begin() + extra);
                JsonWriter json;
                json.beginArray();
                for (auto const* const fill : chosen) {
                    writeBinanceFill(json, *instrument, *fill);
                }
                respond(jsonResponse(json.endArray().text()));
            }
        );
    };
}

// Those of the venue's first instrument; /sapi/v1/asset/tradeFee has each one's.
void writeCommissions(JsonWriter& json, BinanceWorld& world, WebRequest const& request)
{
    auto const& board = world.world.board;
    auto const venue = binanceVenue(board, request);
    FeeRate maker;
    FeeRate taker;
    for (auto const& [id, instrument] : board.instruments()) {
        if (venue && instrument.venue == *venue && instrument.kind == ContractKind::Spot) {
            maker = instrument.makerFee;
            taker = instrument.takerFee;
            break;
        }
    }
    constexpr std::int64_t unitsPerBps = 10'000;
    json.key("makerCommission").integer(maker.value / unitsPerBps);
    json.key("takerCommission").integer(taker.value / unitsPerBps);
    json.key("buyerCommission").integer(0).key("sellerCommission").integer(0);
    json.key("commissionRates").beginObject();
    json.key("maker").string(formatTrimmed(maker.value, feeDecimals));
    json.key("taker").string(formatTrimmed(taker.value, feeDecimals));
    json.key("buyer").string("0").key("seller").string("0").endObject();
}

Handler accountHandler(BinanceWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withBinanceDesk(
            world,
            request,
            respond,
            [&world, &request, respond](AccountDesk& desk, Instrument const* /*instrument*/) {
                auto const* const omit = request.parameter("omitZeroBalances");
                bool const mayTrade = request.principal.may(Permission::Trade);
                JsonWriter json;
                json.beginObject();
                writeCommissions(json, world, request);
                json.key("canTrade").boolean(mayTrade).key("canWithdraw").boolean(false);
                json.key("canDeposit").boolean(false).key("brokered").boolean(false);
                json.key("requireSelfTradePrevention").boolean(false).key("preventSor").boolean(false);
                json.key("updateTime").integer(milliseconds(world.world.clock.now()));
                json.key("accountType").string("SPOT").key("balances").beginArray();
                for (Balance const& balance : desk.account().balances) {
                    if (omit == nullptr || *omit != "true" || balance.total() != Amount(0)) {
                        json.beginObject().key("asset").string(balance.asset.view());
                        json.key("free").string(amountText(balance.free));
                        json.key("locked").string(amountText(balance.held)).endObject();
                    }
                }
                json.endArray().key("permissions").beginArray().string("SPOT").endArray();
                json.key("uid").integer(request.principal.account.value);
                respond(jsonResponse(json.endObject().text()));
            }
        );
    };
}

// Of a symbol, or of all of the venue: as shares of the notional.
Handler feesHandler(BinanceWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        auto const& board = world.world.board;
        auto const venue = binanceVenue(board, request);
        auto const* const symbol = request.parameter("symbol");
        JsonWriter json;
        json.beginArray();
        for (auto const& [id, instrument] : board.instruments()) {
            if (venue && instrument.venue == *venue && instrument.kind == ContractKind::Spot &&
                (symbol == nullptr || plainSymbol(*symbol) == binanceSymbol(instrument))) {
                json.beginObject().key("symbol").string(binanceSymbol(instrument));
                json.key("makerCommission").string(formatTrimmed(instrument.makerFee.value, feeDecimals));
                json.key("takerCommission")
                    .string(formatTrimmed(instrument.takerFee.value, feeDecimals))
                    .endObject();
            }
        }
        respond(jsonResponse(json.endArray().text()));
    };
}

using OnKeys = std::function<std::optional<std::string>(WebRequest const&)>; // nothing: no such key

Handler keyHandler(OnKeys work)
{
    return [work = std::move(work)](WebRequest const& request, Respond const& respond) {
        auto const body = work(request);
        respond(
            body ? jsonResponse(*body)
                 : jsonResponse(R"({"code":-1125,"msg":"This listenKey does not exist."})", 400)
        );
    };
}

Route route(
    HttpMethod method,
    std::string_view path,
    std::string_view summary,
    std::vector<ParameterDoc> parameters,
    std::string_view answer,
    Handler handler
)
{
    bool const inBody = method == HttpMethod::Post || method == HttpMethod::Put;
    auto const all = binanceSigned(std::move(parameters));
    auto const none = std::vector<ParameterDoc>();
    return {
        method,
        path,
        Permission::ReadOrders,
        binanceTag,
        summary,
        inBody ? none : all,
        inBody ? all : none,
        answer,
        std::move(handler),
        true,
        &binanceErrors};
}

// The keys to the stream behind /ws/KEY. An API key's name alone gets none: it is no secret here.
Routes listenKeyRoutes(BinanceWorld& world)
{
    using enum HttpMethod;
    constexpr std::string_view path = "/api/v3/userDataStream";
    const ParameterDoc keyDoc{"listenKey", "string", true, {}};
    auto& keys = world.listenKeys;
    return {
        route(
            Post,
            path,
            "A key to one's own stream, for an hour",
            {},
            {},
            keyHandler([&keys](auto const& request) {
                return R"({"listenKey":")" + keys.keyOf(request.principal) + R"("})";
            })
        ),
        route(Put, path, "Another hour", {keyDoc}, {}, keyHandler([&keys](auto const& request) {
                  return keys.prolong(request.principal, *request.parameter("listenKey"))
                             ? std::optional<std::string>("{}")
                             : std::nullopt;
              })),
        route(Delete, path, "Ends it", {keyDoc}, {}, keyHandler([&keys](auto const& request) {
                  return keys.forget(request.principal, *request.parameter("listenKey"))
                             ? std::optional<std::string>("{}")
                             : std::nullopt;
              })),
    };
}

} // namespace

Routes binanceAccountRoutes(BinanceWorld& world)
{
    using enum HttpMethod;
    const ParameterDoc symbol{"symbol", "string", true, "BTCUSDT"};
    const ParameterDoc anySymbol{"symbol", "string", false, "BTCUSDT; none: all of the venue"};
    const ParameterDoc orderId{"orderId", "integer", false, {}};
    const ParameterDoc start{"startTime", "integer", false, "ms"};
    const ParameterDoc end{"endTime", "integer", false, "ms"};
    const ParameterDoc limit{"limit", "integer", false, "how many at most"};
    Routes routes{
        route(
            Get, "/api/v3/openOrders", "Working orders", {anySymbol}, listSchema, ordersHandler(world, true)
        ),
        route(
            Get,
            "/api/v3/allOrders",
            "Orders, oldest first",
            {symbol, orderId, start, end, limit},
            listSchema,
            ordersHandler(world, false)
        ),
        route(
            Get,
            "/api/v3/myTrades",
            "One's trades, oldest first",
            {symbol, orderId, {"fromId", "integer", false, {}}, start, end, limit},
            listSchema,
            fillsHandler(world)
        ),
        route(
            Get,
            "/api/v3/account",
            "What the account holds",
            {{"omitZeroBalances", "boolean", false, {}}},
            R"({"type":"object","required":["balances","canTrade"]})",
            accountHandler(world)
        ),
        route(Get, "/sapi/v1/asset/tradeFee", "Fees", {anySymbol}, listSchema, feesHandler(world)),
    };
    auto keys = listenKeyRoutes(world);
    std::move(keys.begin(), keys.end(), std::back_inserter(routes));
    return routes;
}

} // namespace qob
