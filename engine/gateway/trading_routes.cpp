#include "engine/gateway/trading_routes.h"

#include "engine/gateway/market_json.h"
#include "engine/gateway/order_json.h"

#include <algorithm>

namespace qob {

namespace {

const std::vector<ParameterDoc> whichOrder{
    {"orderId", "integer", false, "FIX 37"}, {"clOrdId", "string", false, "FIX 11 of the order"}};
const ParameterDoc pathId{"id", "string", true, "an OrderID, or the order's ClOrdID"};
const ParameterDoc answerDoc{
    "answer", "ACCEPTED|DONE", false, "taken by the engine, or by the venue (the usual)"};

AnswerAt answerAt(WebRequest const& request)
{
    auto const* const text = request.parameter("answer");
    return text != nullptr && *text == "ACCEPTED" ? AnswerAt::Accepted : AnswerAt::Done;
}

bool isNumber(std::string_view text)
{
    return !text.empty() && text.size() < 19 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Leaves its record in the audit trail, and is refused where that cannot be.
Expected<void> audited(
    GatewayWorld& world, WebRequest const& request, std::string action, std::string target, std::string detail
)
{
    return world.audit.record(
        {request.principal.name,
         request.address,
         std::move(action),
         std::move(target),
         "asked",
         std::move(detail)}
    );
}

std::string amendText(Instrument const* instrument, OrderCancelReplaceRequest const& replace)
{
    if (instrument == nullptr) {
        return {};
    }
    auto text = "to " + instrument->qtyText(replace.orderQty);
    text += replace.price == Price(0) ? "" : " at " + instrument->priceText(replace.price);
    return text + (replace.stopPx == Price(0) ? "" : ", stop " + instrument->priceText(replace.stopPx));
}

Handler placeHandler(GatewayWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withDesk(world, request, respond, [&world, &request, respond](AccountDesk& desk) {
            auto order = readOrder(request, world.board, world.nextId());
            if (order) {
                if (auto const allowed = mayOrder(world, request, *order); !allowed) {
                    order = tl::unexpected(allowed.error());
                }
            }
            if (!order) {
                respond(errorResponse(order.error()));
                return;
            }
            desk.request(*order, answerAt(request), [&world, respond](Expected<OrderAnswer> const& answer) {
                respond(answer ? orderAnswer(world.board, *answer) : errorResponse(answer.error()));
            });
        });
    };
}

Handler cancelHandler(GatewayWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withDesk(world, request, respond, [&world, &request, respond](AccountDesk& desk) {
            auto const order = orderNamed(desk, request);
            if (!order) {
                respond(errorResponse(order.error()));
                return;
            }
            noteCancel(world, request, "order.cancel", (*order)->clOrdId.text());
            const OrderCancelRequest cancel{world.nextId(), (*order)->clOrdId};
            desk.request(cancel, answerAt(request), [&world, respond](Expected<OrderAnswer> const& answer) {
                respond(answer ? orderAnswer(world.board, *answer) : errorResponse(answer.error()));
            });
        });
    };
}

// What is not said stays as it is.
Expected<OrderCancelReplaceRequest> readReplace(
    WebRequest const& request, MarketBoard const& board, ExecutionReport const& order, ClOrdId const& nextId
)
{
    Instrument const* const instrument = board.find(order.instrument);
    if (instrument == nullptr) {
        return fail(ErrorCode::OrderMarketNotLive);
    }
    OrderCancelReplaceRequest replace{nextId, order.clOrdId, order.price, order.orderQty, Price(0)};
    if (auto const* const given = request.parameter("newClOrdId")) {
        auto const id = readClOrdId(*given);
        if (!id) {
            return tl::unexpected(id.error());
        }
        replace.clOrdId = *id;
    }
    auto const price = [&](char const* name, Price& value) -> Expected<void> {
        auto const* const text = request.parameter(name);
        if (text == nullptr) {
            return {};
        }
        auto const parsed = parsePrice(*instrument, *text);
        value = parsed.value_or(value);
        return parsed ? Expected<void>() : Expected<void>(tl::unexpected(parsed.error()));
    };
    if (auto const read = price("price", replace.price); !read) {
        return tl::unexpected(read.error());
    }
    if (auto const read = price("stopPx", replace.stopPx); !read) {
        return tl::unexpected(read.error());
    }
    if (auto const* const text = request.parameter("orderQty")) {
        auto const parsed = parseQty(*instrument, *text);
        if (!parsed) {
            return tl::unexpected(parsed.error());
        }
        replace.orderQty = *parsed;
    }
    return replace;
}

Handler replaceHandler(GatewayWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withDesk(world, request, respond, [&world, &request, respond](AccountDesk& desk) {
            auto const order = orderNamed(desk, request);
            auto replace = order ? readReplace(request, world.board, **order, world.nextId())
                                 : tl::unexpected(order.error());
            if (replace) {
                auto const noted =
                    world.killSwitch
                        ? Expected<void>(fail(ErrorCode::OrderAccountBlocked, "the kill switch is on"))
                        : audited(
                              world,
                              request,
                              "order.amend",
                              replace->origClOrdId.text(),
                              amendText(world.board.find((*order)->instrument), *replace)
                          );
                if (!noted) {
                    replace = tl::unexpected(noted.error());
                }
            }
            if (!replace) {
                respond(errorResponse(replace.error()));
                return;
            }
            desk.request(*replace, answerAt(request), [&world, respond](Expected<OrderAnswer> const& answer) {
                respond(answer ? orderAnswer(world.board, *answer) : errorResponse(answer.error()));
            });
        });
    };
}

Handler massCancelHandler(GatewayWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withDesk(world, request, respond, [&world, &request, respond](AccountDesk& desk) {
            OrderMassCancelRequest cancel{world.nextId(), {}};
            if (auto const* const symbol = request.parameter("symbol")) {
                auto const instrument = world.board.parse(*symbol);
                if (!instrument) {
                    respond(errorResponse(instrument.error()));
                    return;
                }
                cancel.instrument = (*instrument)->id;
            }
            JsonWriter json;
            json.beginArray();
            for (auto const& [id, order] : desk.orders()) {
                if (!isFinal(order.ordStatus) &&
                    (!cancel.instrument || order.instrument == *cancel.instrument)) {
                    json.string(std::to_string(id.value));
                }
            }
            json.endArray();
            noteCancel(world, request, "order.cancelAll", {});
            auto const sent = desk.massCancel(cancel);
            respond(
                sent ? jsonResponse(R"({"canceling":)" + json.text() + "}") : errorResponse(sent.error())
            );
        });
    };
}

} // namespace

std::string OrderName::text() const
{
    return orderId != OrderId() ? std::to_string(orderId.value) : clOrdId.text();
}

void noteCancel(
    GatewayWorld& world, WebRequest const& request, std::string action, std::string target, std::string detail
)
{
    auto const noted =
        world.audit.record({request.principal.name, request.address, action, target, "ok", std::move(detail)}
        );
    if (!noted) {
        world.log.warning(
            "gateway",
            "no audit record: " + noted.error().message(),
            {{"by", request.principal.name}, {"action", action}, {"target", target}}
        );
    }
}

Expected<OrderName> orderName(WebRequest const& request)
{
    auto const* const id = request.parameter("id");
    auto const* const orderId = id != nullptr && isNumber(*id) ? id : request.parameter("orderId");
    auto const* const clOrdId = id != nullptr && !isNumber(*id) ? id : request.parameter("clOrdId");
    if (orderId == nullptr && clOrdId == nullptr) {
        return fail(ErrorCode::RequestMissing, "orderId or clOrdId");
    }
    OrderName name;
    if (orderId != nullptr) {
        name.orderId = OrderId(std::stoull(*orderId));
    } else if (ClOrdId::fits(*clOrdId)) {
        name.clOrdId = ClOrdId(*clOrdId);
    }
    if (name.orderId == OrderId() && name.clOrdId.empty()) {
        return fail(ErrorCode::OrderUnknown, orderId != nullptr ? *orderId : *clOrdId);
    }
    return name;
}

Expected<ExecutionReport const*> orderNamed(AccountDesk const& desk, WebRequest const& request)
{
    auto const name = orderName(request);
    if (!name) {
        return tl::unexpected(name.error());
    }
    ExecutionReport const* const found =
        name->orderId != OrderId() ? desk.order(name->orderId) : desk.order(name->clOrdId);
    if (found == nullptr) {
        return fail(ErrorCode::OrderUnknown, name->text());
    }
    return found;
}

Expected<void> mayOrder(GatewayWorld& world, WebRequest const& request, NewOrderSingle const& order)
{
    if (world.killSwitch) {
        return fail(ErrorCode::OrderAccountBlocked, "the kill switch is on; cancels still go through");
    }
    Instrument const* const instrument = world.board.find(order.instrument);
    std::string detail(sideName(order.side));
    if (instrument != nullptr) {
        detail +=
            " " + instrument->qtyText(order.orderQty) + " " + instrument->venue + ":" + instrument->symbol;
        detail += order.price == Price(0) ? "" : " at " + instrument->priceText(order.price);
    }
    return world.audit.record(
        {request.principal.name,
         request.address,
         "order.new",
         order.clOrdId.text(),
         "asked",
         std::move(detail)}
    );
}

void withDesk(
    GatewayWorld& world,
    WebRequest const& request,
    Respond const& respond,
    std::function<void(AccountDesk&)> then
)
{
    AccountDesk* const desk = world.accounts.of(request.principal.account);
    if (desk == nullptr) {
        respond(errorResponse({ErrorCode::SessionClosed, {}}));
        return;
    }
    desk->whenReady([desk, respond, then = std::move(then)](Expected<void> const& ready) {
        if (!ready) {
            respond(errorResponse(ready.error()));
            return;
        }
        then(*desk);
    });
}

WebResponse orderAnswer(MarketBoard const& board, OrderAnswer const& answer)
{
    if (auto const* reject = std::get_if<OrderCancelReject>(&answer)) {
        return errorResponse(reject->reason);
    }
    auto const& report = std::get<ExecutionReport>(answer);
    if (report.ordStatus == OrdStatus::Rejected) {
        return errorResponse(report.reason.value_or(Error{ErrorCode::OrderUnsupported, {}}));
    }
    JsonWriter json;
    write(json, board, report);
    return jsonResponse(json.text());
}

Routes tradingRoutes(GatewayWorld& world)
{
    using enum HttpMethod;
    using enum Permission;
    auto cancelFields = whichOrder;
    cancelFields.push_back(answerDoc);
    auto replaceFields = whichOrder;
    replaceFields.insert(
        replaceFields.end(),
        {{"price", "decimal", false, {}},
         {"orderQty", "decimal", false, "the new total, filled part included"},
         {"stopPx", "decimal", false, {}},
         {"newClOrdId", "string", false, {}},
         answerDoc}
    );
    const std::vector<ParameterDoc> newTerms(replaceFields.begin() + 2, replaceFields.end());
    const ParameterDoc symbol{"symbol", "string", false, "of this instrument only"};
    auto const place = placeHandler(world);
    auto const cancel = cancelHandler(world);
    auto const replace = replaceHandler(world);
    return {
        {Post, "/api/v1/order", Trade, "Trading", "A new order", {}, orderFields(), orderSchema, place},
        {Post, "/api/orders", Trade, "Trading", "A new order", {}, orderFields(), orderSchema, place},
        {Delete,
         "/api/v1/order",
         Trade,
         "Trading",
         "Cancels an order",
         cancelFields,
         {},
         orderSchema,
         cancel},
        {Delete,
         "/api/orders/{id}",
         Trade,
         "Trading",
         "Cancels an order",
         {pathId, answerDoc},
         {},
         orderSchema,
         cancel},
        {Put,
         "/api/v1/order",
         Trade,
         "Trading",
         "Amends an order; less quantity keeps its place",
         {},
         replaceFields,
         orderSchema,
         replace},
        {Put,
         "/api/orders/{id}",
         Trade,
         "Trading",
         "Amends an order",
         {pathId},
         newTerms,
         orderSchema,
         replace},
        {Delete,
         "/api/v1/order/open",
         Trade,
         "Trading",
         "Cancels all working orders",
         {symbol},
         {},
         R"({"type":"object","required":["canceling"]})",
         massCancelHandler(world)},
    };
}

} // namespace qob
