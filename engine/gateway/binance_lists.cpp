// Order lists: orders that cancel one another (OCO), one that brings others (OTO), and both (OTOCO).

#include "engine/gateway/binance_json.h"
#include "engine/gateway/binance_order.h"
#include "engine/gateway/binance_routes.h"
#include "engine/gateway/trading_routes.h"

#include <algorithm>
#include <array>
#include <map>

namespace qob {

namespace {

constexpr std::string_view listSchema =
    R"({"type":"object","required":["orderListId","contingencyType","orders"],"properties":{"orderListId":{"type":"integer"},"contingencyType":{"enum":["OCO","OTO"]},"orders":{"type":"array"}}})";

// The parameters that are one order of a list: "aboveType" is the "type" of the one called "above".
struct Leg {
    std::string_view name;
    std::string_view sideAndQuantity; // where those two are named after something else
};

Expected<NewOrderSingle>
readLeg(BinanceWorld& world, WebRequest const& request, Instrument const& instrument, Leg const& leg)
{
    static constexpr std::array fields{
        std::pair{"Type", "type"},
        std::pair{"Price", "price"},
        std::pair{"StopPrice", "stopPrice"},
        std::pair{"TrailingDelta", "trailingDelta"},
        std::pair{"TimeInForce", "timeInForce"},
        std::pair{"IcebergQty", "icebergQty"},
        std::pair{"ClientOrderId", "newClientOrderId"}};
    WebRequest one;
    auto const take = [&](std::string const& from, char const* to) {
        if (auto const* const value = request.parameter(from)) {
            one.parameters.emplace_back(to, *value);
        }
    };
    for (auto const& [from, to] : fields) {
        take(std::string(leg.name) + from, to);
    }
    std::string const shared(leg.sideAndQuantity);
    take(shared.empty() ? "side" : shared + "Side", "side");
    take(shared.empty() ? "quantity" : shared + "Quantity", "quantity");
    take("selfTradePreventionMode", "selfTradePreventionMode");
    return readBinanceOrder(one, instrument, nullptr, world.world);
}

using Legs = std::vector<Leg>;

Expected<NewOrderList> readList(
    BinanceWorld& world,
    WebRequest const& request,
    Instrument const& instrument,
    Contingency contingency,
    Legs const& legs
)
{
    NewOrderList list{contingency, {}};
    for (Leg const& leg : legs) {
        auto order = readLeg(world, request, instrument, leg);
        bool const enters = contingency == Contingency::OneCancelsOther || list.orders.empty();
        if (auto const rests =
                order && enters ? mayRestAsStop(*order, instrument, world.world.board) : Expected<void>();
            !rests) {
            order = tl::unexpected(rests.error());
        }
        auto const allowed =
            order ? mayOrder(world.world, request, *order) : Expected<void>(tl::unexpected(order.error()));
        if (!allowed) {
            return fail(allowed.error().code, std::string(leg.name) + ": " + allowed.error().detail);
        }
        list.orders.push_back(std::move(*order));
    }
    return list;
}

constexpr std::uint64_t mostInList = 8;

// Those of a list that are remembered: they have ids one after the other.
std::vector<ExecutionReport> ordersOf(AccountDesk const& desk, OrderId list)
{
    std::vector<ExecutionReport> found;
    auto const& all = desk.orders();
    if (list == OrderId()) {
        return found;
    }
    // The first of them may be forgotten already.
    for (auto at = all.lower_bound(list); at != all.end() && at->first.value < list.value + mostInList;
         ++at) {
        if (at->second.listId == list) {
            found.push_back(at->second);
        }
    }
    // What went with one that was asked to go was asked to go.
    bool const asked = std::any_of(found.begin(), found.end(), [](ExecutionReport const& order) {
        return order.ordStatus == OrdStatus::Canceled && !order.reason;
    });
    for (ExecutionReport& order : found) {
        if (asked && order.reason && order.reason->code == ErrorCode::OrderLinkedDone) {
            order.reason.reset();
        }
    }
    return found;
}

void writeList(
    JsonWriter& json,
    Instrument const& instrument,
    std::vector<ExecutionReport> const& orders,
    std::string_view clientId,
    std::string_view detail
)
{
    auto const& first = orders.front();
    bool const done = std::all_of(orders.begin(), orders.end(), [](ExecutionReport const& order) {
        return isFinal(order.ordStatus);
    });
    json.beginObject().key("orderListId").integer(numberInAccount(first.listId));
    json.key("contingencyType").string(first.contingency == Contingency::OneCancelsOther ? "OCO" : "OTO");
    json.key("listStatusType").string(done ? "ALL_DONE" : "EXEC_STARTED");
    json.key("listOrderStatus").string(done ? "ALL_DONE" : "EXECUTING");
    json.key("listClientOrderId").string(clientId.empty() ? first.clOrdId.view() : clientId);
    json.key("transactionTime").integer(first.transactTime.value / milliseconds(1).value);
    json.key("symbol").string(binanceSymbol(instrument));
    json.key("orders").beginArray();
    for (ExecutionReport const& order : orders) {
        json.beginObject().key("symbol").string(binanceSymbol(instrument));
        json.key("orderId").integer(numberInAccount(order.orderId));
        json.key("clientOrderId").string(order.clOrdId.view()).endObject();
    }
    json.endArray();
    if (!detail.empty()) {
        json.key("orderReports").beginArray();
        for (ExecutionReport const& order : orders) {
            writeBinancePlaced(json, instrument, order, {}, detail == "ACK" ? detail : "RESULT");
        }
        json.endArray();
    }
    json.endObject();
}

std::string_view textOr(WebRequest const& request, std::string_view name, std::string_view otherwise)
{
    auto const* const text = request.parameter(name);
    return text == nullptr ? otherwise : std::string_view(*text);
}

// Why a list that was sent is as if it had never been: one of its orders was not let in, which takes the
// others away. Nothing: it works, or has traded.
std::optional<Error> whyNone(std::vector<ExecutionReport> const& orders)
{
    if (orders.empty()) {
        return Error{ErrorCode::OrderDuplicateClOrdID, {}};
    }
    std::optional<Error> why;
    for (ExecutionReport const& order : orders) {
        if (!isFinal(order.ordStatus) || order.cumQty > Qty(0)) {
            return std::nullopt;
        }
        if (order.reason && order.reason->code != ErrorCode::OrderLinkedDone) {
            why = order.reason;
        }
    }
    return why;
}

Handler placeHandler(BinanceWorld& world, Contingency contingency, Legs legs)
{
    return [&world, contingency, legs = std::move(legs)](WebRequest const& request, Respond const& respond) {
        auto const then = [&world, &request, respond, contingency, legs](
                              AccountDesk& desk, Instrument const* found
                          ) {
            auto const list = readList(world, request, *found, contingency, legs);
            if (!list) {
                respond(binanceErrors.answer(list.error()));
                return;
            }
            desk.request(
                *list,
                AnswerAt::Done,
                [&desk, &request, respond, instrument = *found](Expected<OrderAnswer> const& answer) {
                    auto const* const report = answer ? std::get_if<ExecutionReport>(&*answer) : nullptr;
                    if (report == nullptr || report->ordStatus == OrdStatus::Rejected) {
                        respond(binanceErrors.answer(
                            !answer                               ? answer.error()
                            : report != nullptr && report->reason ? *report->reason
                                                                  : Error{ErrorCode::OrderListRejected, {}}
                        ));
                        return;
                    }
                    auto const orders = ordersOf(desk, report->listId);
                    if (auto const why = whyNone(orders)) {
                        respond(binanceErrors.answer(*why));
                        return;
                    }
                    JsonWriter json;
                    writeList(
                        json,
                        instrument,
                        orders,
                        textOr(request, "listClientOrderId", {}),
                        textOr(request, "newOrderRespType", "RESULT")
                    );
                    respond(jsonResponse(json.text()));
                }
            );
        };
        withBinanceDesk(world, request, respond, then);
    };
}

// The list that the parameters name; OrderUnknown, RequestMissing.
Expected<std::vector<ExecutionReport>> listOf(AccountDesk const& desk, WebRequest const& request)
{
    auto const* const number = request.parameter("orderListId");
    auto const* name = request.parameter("listClientOrderId");
    name = name == nullptr ? request.parameter("origClientOrderId") : name;
    if (number == nullptr && name == nullptr) {
        return fail(ErrorCode::RequestMissing, "orderListId or listClientOrderId");
    }
    OrderId id;
    if (number != nullptr) {
        id = orderIdOf(desk.id(), std::stoull(*number));
    } else if (ClOrdId::fits(*name)) {
        ExecutionReport const* const order = desk.order(ClOrdId(*name));
        id = order == nullptr ? OrderId() : order->listId;
    }
    auto found = id == OrderId() ? std::vector<ExecutionReport>() : ordersOf(desk, id);
    if (found.empty()) {
        return fail(ErrorCode::OrderUnknown, number != nullptr ? *number : *name);
    }
    return found;
}

WebResponse
listAnswer(BinanceWorld const& world, std::vector<ExecutionReport> const& orders, std::string_view detail)
{
    if (orders.empty()) {
        return binanceErrors.answer({ErrorCode::OrderUnknown, "the list is forgotten"});
    }
    Instrument const* const instrument = world.world.board.find(orders.front().instrument);
    if (instrument == nullptr) {
        return binanceErrors.answer({ErrorCode::OrderUnknownSymbol, {}});
    }
    JsonWriter json;
    writeList(json, *instrument, orders, {}, detail);
    return jsonResponse(json.text());
}

Handler statusHandler(BinanceWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withBinanceDesk(
            world,
            request,
            respond,
            [&world, &request, respond](AccountDesk& desk, Instrument const* /*any*/) {
                auto const orders = listOf(desk, request);
                respond(orders ? listAnswer(world, *orders, {}) : binanceErrors.answer(orders.error()));
            }
        );
    };
}

Handler openHandler(BinanceWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withBinanceDesk(
            world,
            request,
            respond,
            [&world, respond](AccountDesk& desk, Instrument const* /*any*/) {
                std::string text;
                OrderId last;
                for (auto const& [id, order] : desk.orders()) {
                    if (isFinal(order.ordStatus) || order.listId == OrderId() || order.listId == last) {
                        continue;
                    }
                    last = order.listId;
                    text += (text.empty() ? "" : ",") + listAnswer(world, ordersOf(desk, last), {}).body;
                }
                respond(jsonResponse("[" + text + "]"));
            }
        );
    };
}

// All of it; answered when each of its orders has been.
Handler cancelHandler(BinanceWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        auto const then = [&world, &request, respond](AccountDesk& desk, Instrument const* /*any*/) {
            auto const orders = listOf(desk, request);
            std::vector<ClOrdId> working;
            for (ExecutionReport const& order : orders.value_or(std::vector<ExecutionReport>())) {
                if (!isFinal(order.ordStatus)) {
                    working.push_back(order.clOrdId);
                }
            }
            if (!orders || working.empty()) {
                respond(
                    binanceErrors.answer(orders ? Error{ErrorCode::OrderTooLateToCancel, {}} : orders.error())
                );
                return;
            }
            noteCancel(world.world, request, "order.cancel", working.front().text(), "its list");
            auto const left = std::make_shared<std::size_t>(working.size());
            auto const id = orders->front().listId;
            for (ClOrdId const& order : working) {
                // One that goes with the one before it is as good as cancelled.
                desk.request(
                    OrderCancelRequest{world.world.nextId(), order},
                    AnswerAt::Done,
                    [&world, &desk, left, id, respond](Expected<OrderAnswer> const&) {
                        if (--*left == 0) {
                            respond(listAnswer(world, ordersOf(desk, id), "RESULT"));
                        }
                    }
                );
            }
        };
        withBinanceDesk(world, request, respond, then);
    };
}

constexpr std::string_view anyType =
    "LIMIT|LIMIT_MAKER|MARKET|STOP_LOSS|STOP_LOSS_LIMIT|TAKE_PROFIT|TAKE_PROFIT_LIMIT";

// The fields of an order in a list, as far as they carry its name. Documentation keeps views of the names.
void addFields(std::vector<ParameterDoc>& fields, std::string_view leg)
{
    static auto const names = [] {
        std::map<std::string, std::vector<std::string>, std::less<>> all;
        for (auto const* const one :
             {"above", "below", "working", "pending", "pendingAbove", "pendingBelow"}) {
            for (auto const* const field :
                 {"Type",
                  "Price",
                  "StopPrice",
                  "TrailingDelta",
                  "TimeInForce",
                  "IcebergQty",
                  "ClientOrderId"}) {
                all[one].push_back(std::string(one) + field);
            }
        }
        return all;
    }();
    auto const& of = names.find(leg)->second;
    fields.insert(
        fields.end(),
        {{of[0], anyType, true, {}},
         {of[1], "decimal", false, {}},
         {of[2], "decimal", false, {}},
         {of[3], "integer", false, {}},
         {of[4], "GTC|IOC|FOK", false, {}},
         {of[5], "decimal", false, {}},
         {of[6], "string", false, {}}}
    );
}

void addSides(std::vector<ParameterDoc>& fields, std::string_view side, std::string_view quantity)
{
    fields.insert(fields.end(), {{side, "BUY|SELL", true, {}}, {quantity, "decimal", true, {}}});
}

Route listRoute(
    BinanceWorld& world,
    std::string_view path,
    std::string_view summary,
    std::vector<ParameterDoc> fields,
    Contingency contingency,
    Legs legs
)
{
    for (Leg const& leg : legs) {
        addFields(fields, leg.name);
    }
    fields.insert(
        fields.end(),
        {{"symbol", "string", true, "BTCUSDT"},
         {"listClientOrderId", "string", false, "given back; the list is found by its orders' ids"},
         {"newOrderRespType", "ACK|RESULT|FULL", false, {}},
         {"selfTradePreventionMode", "NONE|EXPIRE_TAKER|EXPIRE_MAKER|EXPIRE_BOTH|DECREMENT", false, {}}}
    );
    return {
        HttpMethod::Post,
        path,
        Permission::Trade,
        binanceTag,
        summary,
        {},
        binanceSigned(std::move(fields)),
        listSchema,
        placeHandler(world, contingency, std::move(legs)),
        true,
        &binanceErrors};
}

Route plainRoute(
    HttpMethod method, std::string_view path, std::string_view summary, bool named, Handler handler
)
{
    auto fields =
        named
            ? std::vector<
                  ParameterDoc>{{"orderListId", "integer", false, {}}, {"listClientOrderId", "string", false, "the id of one of its orders"}}
            : std::vector<ParameterDoc>();
    return {
        method,
        path,
        method == HttpMethod::Get ? Permission::ReadOrders : Permission::Trade,
        binanceTag,
        summary,
        binanceSigned(std::move(fields)),
        {},
        named ? listSchema : std::string_view(R"({"type":"array"})"),
        std::move(handler),
        true,
        &binanceErrors};
}

} // namespace

Routes binanceListRoutes(BinanceWorld& world)
{
    using enum HttpMethod;
    std::vector<ParameterDoc> both;
    addSides(both, "side", "quantity");
    std::vector<ParameterDoc> chained;
    addSides(chained, "workingSide", "workingQuantity");
    addSides(chained, "pendingSide", "pendingQuantity");
    return {
        listRoute(
            world,
            "/api/v3/orderList/oco",
            "Two orders, one of which cancels the other",
            both,
            Contingency::OneCancelsOther,
            {{"above", {}}, {"below", {}}}
        ),
        listRoute(
            world,
            "/api/v3/orderList/oto",
            "An order that brings another when it is filled",
            chained,
            Contingency::OneTriggersOther,
            {{"working", "working"}, {"pending", "pending"}}
        ),
        listRoute(
            world,
            "/api/v3/orderList/otoco",
            "An order that brings two which cancel each other",
            chained,
            Contingency::Bracket,
            {{"working", "working"}, {"pendingAbove", "pending"}, {"pendingBelow", "pending"}}
        ),
        plainRoute(Get, "/api/v3/orderList", "A list as it stands", true, statusHandler(world)),
        plainRoute(Delete, "/api/v3/orderList", "Cancels a list", true, cancelHandler(world)),
        plainRoute(Get, "/api/v3/openOrderList", "Lists that work", false, openHandler(world)),
    };
}

} // namespace qob
