#include "engine/gateway/account_routes.h"

#include "engine/gateway/market_json.h"
#include "engine/gateway/order_json.h"
#include "engine/gateway/past_orders.h"
#include "engine/gateway/trading_routes.h"

#include <algorithm>
#include <deque>

namespace qob {

namespace {

constexpr std::string_view listSchema = R"({"type":"array"})";
constexpr std::string_view pageSchema =
    R"({"type":"object","required":["orders"],"properties":{"orders":{"type":"array"},"cursor":{"type":"string"}}})";

Handler orderHandler(GatewayWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withDesk(world, request, respond, [&world, &request, respond](AccountDesk& desk) {
            auto const order = orderNamed(desk, request);
            if (!order) {
                answerPastOrder(world, desk, request, respond);
                return;
            }
            JsonWriter json;
            write(json, world.board, **order);
            respond(jsonResponse(json.text()));
        });
    };
}

// Newest first; the cursor is the id to go on below.
Handler ordersHandler(GatewayWorld& world, bool openOnly)
{
    return [&world, openOnly](WebRequest const& request, Respond const& respond) {
        withDesk(world, request, respond, [&world, &request, respond, openOnly](AccountDesk& desk) {
            constexpr std::size_t usual = 100;
            constexpr std::size_t most = 1000;
            auto const* const limit = request.parameter("limit");
            auto const* const cursor = request.parameter("cursor");
            auto const* const symbol = request.parameter("symbol");
            OrderPage page;
            page.openOnly = openOnly;
            page.limit = limit == nullptr ? (openOnly ? most : usual)
                                          : std::min<std::size_t>(std::stoull(*limit), most);
            page.before = cursor == nullptr ? OrderId() : OrderId(std::stoull(*cursor));
            if (auto const* const status = request.parameter("status")) {
                page.status = ordStatusNamed(*status);
            }
            if (symbol != nullptr) {
                auto const colon = symbol->find(':');
                page.venue = colon == std::string::npos ? std::string() : symbol->substr(0, colon);
                page.symbol = colon == std::string::npos ? *symbol : symbol->substr(colon + 1);
            }
            answerOrders(world, desk, page, respond);
        });
    };
}

Handler fillsHandler(GatewayWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withDesk(world, request, respond, [&world, &request, respond](AccountDesk& desk) {
            constexpr std::size_t most = 1000;
            auto const* const limitText = request.parameter("limit");
            auto const limit =
                limitText == nullptr ? most : std::min<std::size_t>(std::stoull(*limitText), most);
            auto const* const id = request.parameter("orderId");
            JsonWriter json;
            json.beginArray();
            std::size_t count = 0;
            for (auto fill = desk.fills().rbegin(); fill != desk.fills().rend() && count < limit; ++fill) {
                if (id == nullptr || fill->orderId == OrderId(std::stoull(*id))) {
                    write(json, world.board, *fill);
                    ++count;
                }
            }
            respond(jsonResponse(json.endArray().text()));
        });
    };
}

Handler balancesHandler(GatewayWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withDesk(world, request, respond, [respond](AccountDesk& desk) {
            JsonWriter json;
            json.beginArray();
            for (Balance const& balance : desk.account().balances) {
                write(json, balance);
            }
            respond(jsonResponse(json.endArray().text()));
        });
    };
}

Handler positionsHandler(GatewayWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withDesk(world, request, respond, [&world, respond](AccountDesk& desk) {
            JsonWriter json;
            json.beginArray();
            for (Position const& position : desk.account().positions) {
                write(json, world.board, position);
            }
            respond(jsonResponse(json.endArray().text()));
        });
    };
}

// Sums by settle asset: of one asset they add up, of two they do not.
Handler summaryHandler(GatewayWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withDesk(world, request, respond, [respond](AccountDesk& desk) {
            struct Sum {
                Amount realised;
                Amount unrealised;
                Amount fees;
                std::size_t open = 0;
            };
            std::map<AssetName, Sum> sums;
            for (Position const& position : desk.account().positions) {
                Sum& sum = sums[position.asset];
                sum.realised += position.realised;
                sum.unrealised += position.unrealised;
                sum.fees += position.fees;
                sum.open += position.net == Qty(0) ? 0U : 1U;
            }
            auto const working =
                std::count_if(desk.orders().begin(), desk.orders().end(), [](auto const& entry) {
                    return !isFinal(entry.second.ordStatus);
                });
            JsonWriter json;
            json.beginObject().key("workingOrders").integer(working);
            json.key("fills").integer(desk.fills().size());
            json.key("byAsset").beginArray();
            for (auto const& [asset, sum] : sums) {
                json.beginObject().key("asset").string(asset.view());
                json.key("openPositions").integer(sum.open);
                json.key("realised").string(amountText(sum.realised));
                json.key("unrealised").string(amountText(sum.unrealised));
                json.key("fees").string(amountText(sum.fees));
                json.key("net").string(amountText(sum.realised + sum.unrealised - sum.fees)).endObject();
            }
            json.endArray();
            respond(jsonResponse(json.endObject().text()));
        });
    };
}

Handler notBuilt(std::string_view what)
{
    return [what](WebRequest const&, Respond const& respond) {
        respond(errorResponse({ErrorCode::RequestNotBuilt, std::string(what)}));
    };
}

// Answers to whatever is asked of something that will be.
void addNotBuilt(Routes& routes, std::string_view root, std::string_view tag, std::string_view why)
{
    using enum HttpMethod;
    static std::deque<std::string> patterns; // documentation keeps views
    const ParameterDoc what{"what", "string", true, {}};
    const ParameterDoc id{"id", "string", true, {}};
    for (auto const& [end, parameters] :
         {std::pair{"", std::vector<ParameterDoc>()},
          std::pair{"/{what}", std::vector{what}},
          std::pair{"/{what}/{id}", std::vector{what, id}}}) {
        auto const& pattern = patterns.emplace_back(std::string(root) + end);
        for (const HttpMethod method : {Get, Post, Put, Delete}) {
            auto const may = method == Get ? Permission::ReadOrders : Permission::Trade;
            routes.push_back(
                {method, pattern, may, tag, "Not built yet", parameters, {}, {}, notBuilt(why), true}
            );
        }
    }
}

} // namespace

Routes accountRoutes(GatewayWorld& world)
{
    using enum HttpMethod;
    using enum Permission;
    const std::vector<ParameterDoc> whichOrder{
        {"orderId", "integer", false, "FIX 37"}, {"clOrdId", "string", false, "FIX 11 of the order"}};
    const ParameterDoc pathId{"id", "string", true, "an OrderID, or the order's ClOrdID"};
    const ParameterDoc symbol{"symbol", "string", false, "of this instrument only"};
    const ParameterDoc limit{"limit", "integer", false, "how many at most"};
    const ParameterDoc cursor{"cursor", "integer", false, "as the page before said"};
    const ParameterDoc status{"status", ordStatusWords, false, {}};
    auto const order = orderHandler(world);
    Routes routes{
        {Get,
         "/api/v1/order",
         ReadOrders,
         "Trading",
         "One order as it stands",
         whichOrder,
         {},
         orderSchema,
         order},
        {Get,
         "/api/orders/{id}",
         ReadOrders,
         "Trading",
         "One order as it stands",
         {pathId},
         {},
         orderSchema,
         order},
        {Get,
         "/api/v1/order/open",
         ReadOrders,
         "Trading",
         "Working orders, newest first",
         {symbol, limit, cursor},
         {},
         pageSchema,
         ordersHandler(world, true)},
        {Get,
         "/api/orders",
         ReadOrders,
         "Trading",
         "Orders, newest first",
         {status, symbol, limit, cursor},
         {},
         pageSchema,
         ordersHandler(world, false)},
        {Get,
         "/api/v1/fills",
         ReadOrders,
         "Trading",
         "Fills, newest first",
         {{"orderId", "integer", false, {}}, limit},
         {},
         listSchema,
         fillsHandler(world)},
        {Get,
         "/api/v1/balances",
         ReadOrders,
         "Trading",
         "What the account holds",
         {},
         {},
         listSchema,
         balancesHandler(world)},
        {Get,
         "/api/positions",
         ReadOrders,
         "Trading",
         "Positions",
         {},
         {},
         listSchema,
         positionsHandler(world)},
        {Get,
         "/api/positions/portfolio/summary",
         ReadOrders,
         "Trading",
         "Profit and loss by asset",
         {},
         {},
         R"({"type":"object","required":["workingOrders","byAsset"]})",
         summaryHandler(world)}};
    addNotBuilt(routes, "/api/smart-orders", "Trading", "execution algorithms come with the router");
    addNotBuilt(routes, "/api/risk", "Risk", "limits, margin and VaR come with the risk engine");
    return routes;
}

} // namespace qob
