#include "engine/gateway/binance_order.h"
#include "engine/gateway/binance_routes.h"
#include "engine/gateway/order_json.h"
#include "engine/gateway/past_orders.h"
#include "engine/gateway/trading_routes.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

constexpr std::string_view placedSchema =
    R"({"type":"object","required":["symbol","orderId","clientOrderId","status"],"properties":{"symbol":{"type":"string"},"orderId":{"type":"integer"},"clientOrderId":{"type":"string"},"status":{"type":"string"}}})";
const ParameterDoc symbolDoc{"symbol", "string", true, "BTCUSDT"};
const ParameterDoc orderIdDoc{"orderId", "integer", false, {}};
const ParameterDoc clientIdDoc{"origClientOrderId", "string", false, "instead of it"};

std::vector<ExecutionReport> fillsOf(AccountDesk const& desk, OrderId order)
{
    std::vector<ExecutionReport> fills;
    std::copy_if(
        desk.fills().begin(),
        desk.fills().end(),
        std::back_inserter(fills),
        [&](ExecutionReport const& fill) { return fill.orderId == order; }
    );
    return fills;
}

// The answer to a new order, or why there is none.
Expected<ExecutionReport> placedReport(Expected<OrderAnswer> const& answer)
{
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    if (auto const* const reject = std::get_if<OrderCancelReject>(&*answer)) {
        return tl::unexpected(reject->reason);
    }
    auto const& report = std::get<ExecutionReport>(*answer);
    if (report.ordStatus == OrdStatus::Rejected) {
        return tl::unexpected(report.reason.value_or(Error{ErrorCode::OrderUnsupported, {}}));
    }
    return report;
}

using Placed = std::function<void(Expected<ExecutionReport>)>;

void place(AccountDesk& desk, NewOrderSingle const& order, Placed done)
{
    desk.request(order, AnswerAt::Done, [done = std::move(done)](Expected<OrderAnswer> const& answer) {
        done(placedReport(answer));
    });
}

using WithBook = std::function<void(DepthView const*)>;

// With the book's levels where the order needs them to be read: its size is said in quote units.
void withBook(BinanceWorld& world, WebRequest const& request, Instrument const& instrument, WithBook then)
{
    if (request.parameter("quoteOrderQty") == nullptr) {
        then(nullptr);
        return;
    }
    auto const book = world.books.of(instrument);
    book->topic().whenReady([book, then = std::move(then)](TopicState const*) { then(book->view().get()); });
}

std::string placedText(
    Instrument const& instrument,
    AccountDesk const& desk,
    ExecutionReport const& report,
    std::string const* detail
)
{
    JsonWriter json;
    writeBinancePlaced(
        json,
        instrument,
        report,
        fillsOf(desk, report.orderId),
        detail == nullptr ? std::string_view("FULL") : std::string_view(*detail)
    );
    return json.text();
}

void placeAsked(
    BinanceWorld& world,
    WebRequest const& request,
    Respond const& respond,
    AccountDesk& desk,
    Expected<NewOrderSingle> order
)
{
    if (order) {
        if (auto const allowed = mayOrder(world.world, request, *order); !allowed) {
            order = tl::unexpected(allowed.error());
        }
    }
    Instrument const* const instrument = order ? world.world.board.find(order->instrument) : nullptr;
    if (instrument == nullptr) {
        respond(binanceErrors.answer(order ? Error{ErrorCode::OrderUnknownSymbol, {}} : order.error()));
        return;
    }
    place(
        desk,
        *order,
        [&desk, &request, respond, instrument = *instrument](Expected<ExecutionReport> const& report) {
            auto const* const detail = request.parameter("newOrderRespType");
            respond(
                report ? jsonResponse(placedText(instrument, desk, *report, detail))
                       : binanceErrors.answer(report.error())
            );
        }
    );
}

Handler placeHandler(BinanceWorld& world, bool trial)
{
    return [&world, trial](WebRequest const& request, Respond const& respond) {
        withBinanceDesk(
            world,
            request,
            respond,
            [&world, &request, respond, trial](AccountDesk& desk, Instrument const* found) {
                withBook(
                    world,
                    request,
                    *found,
                    [&world, &request, &desk, respond, trial, found](DepthView const* book) {
                        auto order = readBinanceOrder(request, *found, book, world.world);
                        if (auto const rests =
                                order ? mayRestAsStop(*order, *found, world.world.board) : Expected<void>();
                            !rests) {
                            order = tl::unexpected(rests.error());
                        }
                        if (order && trial && world.world.killSwitch) {
                            order = fail(ErrorCode::OrderAccountBlocked, "the kill switch is on");
                        }
                        if (trial) {
                            respond(order ? jsonResponse("{}") : binanceErrors.answer(order.error()));
                            return;
                        }
                        placeAsked(world, request, respond, desk, std::move(order));
                    }
                );
            }
        );
    };
}

// The account's order that the parameters name; OrderUnknown, RequestMissing.
Expected<ExecutionReport> orderOf(
    AccountDesk const& desk,
    Instrument const& instrument,
    std::string const* number,
    std::string const* clientId
)
{
    if (number == nullptr && clientId == nullptr) {
        return fail(ErrorCode::RequestMissing, "orderId or origClientOrderId");
    }
    ExecutionReport const* found = nullptr;
    if (number != nullptr) {
        found = desk.order(orderIdOf(desk.id(), std::stoull(*number)));
    } else if (ClOrdId::fits(*clientId)) {
        found = desk.order(ClOrdId(*clientId));
    }
    if (found == nullptr || found->instrument != instrument.id) {
        return fail(ErrorCode::OrderUnknown, number != nullptr ? *number : *clientId);
    }
    return *found;
}

WebResponse statusAnswer(Instrument const& instrument, Expected<ExecutionReport> const& order)
{
    if (!order) {
        // Asked for, rather than cancelled, it has a number of its own.
        return order.error().code == ErrorCode::OrderUnknown
                   ? jsonResponse(R"({"code":-2013,"msg":"Order does not exist."})", 400)
                   : binanceErrors.answer(order.error());
    }
    JsonWriter json;
    writeBinanceOrder(json, instrument, *order);
    return jsonResponse(json.text());
}

Handler statusHandler(BinanceWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withBinanceDesk(
            world,
            request,
            respond,
            [&world, &request, respond](AccountDesk& desk, Instrument const* instrument) {
                auto const* const number = request.parameter("orderId");
                auto const* const clientId = request.parameter("origClientOrderId");
                auto const order = orderOf(desk, *instrument, number, clientId);
                if (order || order.error().code != ErrorCode::OrderUnknown) {
                    respond(statusAnswer(*instrument, order));
                    return;
                }
                OrderName name;
                name.orderId = number == nullptr ? OrderId() : orderIdOf(desk.id(), std::stoull(*number));
                if (number == nullptr && ClOrdId::fits(*clientId)) {
                    name.clOrdId = ClOrdId(*clientId);
                }
                if (name.orderId == OrderId() && name.clOrdId.empty()) {
                    respond(statusAnswer(*instrument, order));
                    return;
                }
                // It may have left memory.
                findPastOrder(
                    world.world,
                    desk,
                    name,
                    [respond, instrument = *instrument](Expected<ExecutionReport> const& past) {
                        bool const ofIt = past && past->instrument == instrument.id;
                        respond(statusAnswer(
                            instrument,
                            ofIt || !past ? past
                                          : Expected<ExecutionReport>(fail(ErrorCode::OrderUnknown, ""))
                        ));
                    }
                );
            }
        );
    };
}

// A cancelled order is written with the id of the request for it, and with its own.
std::string canceledText(Instrument const& instrument, ExecutionReport const& order, ClOrdId const& request)
{
    JsonWriter json;
    writeBinancePlaced(json, instrument, order, {}, "RESULT");
    JsonWriter own;
    own.string(order.clOrdId.view());
    auto const clientId = R"("clientOrderId":)" + own.text();
    auto text = json.text();
    JsonWriter id;
    id.string(request.view());
    text.replace(
        text.find(clientId),
        clientId.size(),
        R"("origClientOrderId":)" + own.text() + R"(,"clientOrderId":)" + id.text()
    );
    return text;
}

// Cancels it; what became of it, or why not.
void cancel(AccountDesk& desk, ExecutionReport const& order, ClOrdId const& id, Placed done)
{
    if (isFinal(order.ordStatus)) {
        done(fail(ErrorCode::OrderTooLateToCancel));
        return;
    }
    desk.request(
        OrderCancelRequest{id, order.clOrdId},
        AnswerAt::Done,
        [done = std::move(done)](Expected<OrderAnswer> const& answer) {
            auto const report = placedReport(answer);
            // It may have been filled on the way.
            done(
                report && report->ordStatus != OrdStatus::Canceled
                    ? Expected<ExecutionReport>(fail(ErrorCode::OrderTooLateToCancel))
                    : report
            );
        }
    );
}

Expected<ClOrdId> cancelId(BinanceWorld& world, WebRequest const& request, std::string_view name)
{
    auto const* const given = request.parameter(name);
    return given == nullptr ? Expected<ClOrdId>(world.world.nextId()) : readClOrdId(*given);
}

Handler cancelHandler(BinanceWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withBinanceDesk(
            world,
            request,
            respond,
            [&world, &request, respond](AccountDesk& desk, Instrument const* found) {
                auto order = orderOf(
                    desk, *found, request.parameter("orderId"), request.parameter("origClientOrderId")
                );
                auto const id = cancelId(world, request, "newClientOrderId");
                if (!order || !id) {
                    respond(binanceErrors.answer(order ? id.error() : order.error()));
                    return;
                }
                noteCancel(world.world, request, "order.cancel", order->clOrdId.text());
                cancel(
                    desk,
                    *order,
                    *id,
                    [respond, id = *id, instrument = *found](Expected<ExecutionReport> const& report) {
                        respond(
                            report ? jsonResponse(canceledText(instrument, *report, id))
                                   : binanceErrors.answer(report.error())
                        );
                    }
                );
            }
        );
    };
}

// All that are working in the symbol, each with its answer.
Handler cancelAllHandler(BinanceWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withBinanceDesk(
            world,
            request,
            respond,
            [&world, &request, respond](AccountDesk& desk, Instrument const* found) {
                std::vector<ExecutionReport> working;
                for (auto const& [id, order] : desk.orders()) {
                    if (!isFinal(order.ordStatus) && order.instrument == found->id) {
                        working.push_back(order);
                    }
                }
                if (working.empty()) {
                    respond(binanceErrors.answer({ErrorCode::OrderUnknown, {}}));
                    return;
                }
                noteCancel(world.world, request, "order.cancelAll", {});
                struct Gathering {
                    std::string text;
                    std::size_t left;
                    std::optional<Error> failure; // an order may work on
                };
                auto const gathering = std::make_shared<Gathering>(Gathering{{}, working.size(), {}});
                for (ExecutionReport const& order : working) {
                    auto const id = world.world.nextId();
                    cancel(
                        desk,
                        order,
                        id,
                        [gathering, respond, id, instrument = *found](Expected<ExecutionReport> const& report
                        ) {
                            if (report) { // what was filled on the way is not among the cancelled
                                gathering->text += (gathering->text.empty() ? "" : ",") +
                                                   canceledText(instrument, *report, id);
                            } else if (report.error().code != ErrorCode::OrderTooLateToCancel) {
                                gathering->failure = report.error();
                            }
                            if (--gathering->left == 0) {
                                respond(
                                    gathering->failure ? binanceErrors.answer(*gathering->failure)
                                                       : jsonResponse("[" + gathering->text + "]")
                                );
                            }
                        }
                    );
                }
            }
        );
    };
}

// {"cancelResult":…}: both parts with what became of them.
WebResponse replaceAnswer(Expected<std::string> const& canceled, std::optional<Expected<std::string>> placed)
{
    auto const part = [](Expected<std::string> const& result) {
        return result ? *result : binanceErrors.answer(result.error()).body;
    };
    bool const good = canceled && placed && *placed;
    auto const text = std::string(R"({"cancelResult":")") + (canceled ? "SUCCESS" : "FAILURE") +
                      R"(","newOrderResult":")" +
                      (!placed   ? "NOT_ATTEMPTED"
                       : *placed ? "SUCCESS"
                                 : "FAILURE") +
                      R"(","cancelResponse":)" + part(canceled) + R"(,"newOrderResponse":)" +
                      (placed ? part(*placed) : "null") + "}";
    if (good) {
        return jsonResponse(text);
    }
    constexpr int conflict = 409;
    bool const half = canceled || (placed && *placed);
    return half ? jsonResponse(
                      R"({"code":-2021,"msg":"Order cancel-replace partially failed.","data":)" + text + "}",
                      conflict
                  )
                : jsonResponse(
                      R"({"code":-2022,"msg":"Order cancel-replace failed.","data":)" + text + "}", 400
                  );
}

// Places the order that stands in for a cancelled one.
void placeInstead(
    BinanceWorld& world,
    WebRequest const& request,
    Respond const& respond,
    AccountDesk& desk,
    Instrument const& instrument,
    NewOrderSingle const& order,
    Expected<std::string> const& canceled
)
{
    if (auto const allowed = mayOrder(world.world, request, order); !allowed) {
        respond(replaceAnswer(canceled, Expected<std::string>(tl::unexpected(allowed.error()))));
        return;
    }
    place(
        desk,
        order,
        [&desk, &request, respond, canceled, instrument](Expected<ExecutionReport> const& now) {
            auto const* const detail = request.parameter("newOrderRespType");
            respond(replaceAnswer(
                canceled,
                now ? Expected<std::string>(placedText(instrument, desk, *now, detail))
                    : tl::unexpected(now.error())
            ));
        }
    );
}

void replaceAsked(
    BinanceWorld& world,
    WebRequest const& request,
    Respond const& respond,
    AccountDesk& desk,
    Instrument const& instrument,
    Expected<NewOrderSingle> const& order
)
{
    auto const old = orderOf(
        desk, instrument, request.parameter("cancelOrderId"), request.parameter("cancelOrigClientOrderId")
    );
    auto const id = cancelId(world, request, "cancelNewClientOrderId");
    if (!order || !id) {
        respond(binanceErrors.answer(order ? id.error() : order.error()));
        return;
    }
    bool const regardless = *request.parameter("cancelReplaceMode") == "ALLOW_FAILURE";
    auto const then = [&world, &desk, &request, respond, regardless, order = *order, id = *id, instrument](
                          Expected<ExecutionReport> const& report
                      ) {
        auto const canceled = report ? Expected<std::string>(canceledText(instrument, *report, id))
                                     : tl::unexpected(report.error());
        if (!canceled && !regardless) {
            respond(replaceAnswer(canceled, std::nullopt));
        } else {
            placeInstead(world, request, respond, desk, instrument, order, canceled);
        }
    };
    if (!old) {
        then(tl::unexpected(old.error()));
        return;
    }
    noteCancel(world.world, request, "order.cancel", old->clOrdId.text());
    cancel(desk, *old, *id, then);
}

// Cancels one order, then places another in its stead.
Handler cancelReplaceHandler(BinanceWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        withBinanceDesk(
            world,
            request,
            respond,
            [&world, &request, respond](AccountDesk& desk, Instrument const* found) {
                withBook(
                    world,
                    request,
                    *found,
                    [&world, &request, respond, &desk, found](DepthView const* book) {
                        auto const order = readBinanceOrder(request, *found, book, world.world);
                        replaceAsked(world, request, respond, desk, *found, order);
                    }
                );
            }
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
    bool const reads = method == HttpMethod::Get;
    bool const inBody = method == HttpMethod::Post;
    auto none = std::vector<ParameterDoc>();
    return {
        method,
        path,
        reads ? Permission::ReadOrders : Permission::Trade,
        binanceTag,
        summary,
        inBody ? none : parameters,
        inBody ? parameters : none,
        answer,
        std::move(handler),
        true,
        &binanceErrors};
}

} // namespace

Routes binanceTradingRoutes(BinanceWorld& world)
{
    using enum HttpMethod;
    auto const which = binanceSigned({symbolDoc, orderIdDoc, clientIdDoc});
    auto canceling = which;
    canceling.push_back({"newClientOrderId", "string", false, "of the request for it"});
    auto replacing = binanceOrderFields();
    replacing.insert(
        replacing.end(),
        {{"cancelReplaceMode", "STOP_ON_FAILURE|ALLOW_FAILURE", true, {}},
         {"cancelOrderId", "integer", false, {}},
         {"cancelOrigClientOrderId", "string", false, "instead of it"},
         {"cancelNewClientOrderId", "string", false, {}}}
    );
    return {
        route(
            Post,
            "/api/v3/order",
            "A new order",
            binanceOrderFields(),
            placedSchema,
            placeHandler(world, false)
        ),
        route(
            Post,
            "/api/v3/order/test",
            "Whether an order would be read",
            binanceOrderFields(),
            {},
            placeHandler(world, true)
        ),
        route(Get, "/api/v3/order", "One order as it stands", which, placedSchema, statusHandler(world)),
        route(Delete, "/api/v3/order", "Cancels an order", canceling, placedSchema, cancelHandler(world)),
        route(
            Delete,
            "/api/v3/openOrders",
            "Cancels all working orders of a symbol",
            binanceSigned({symbolDoc}),
            R"({"type":"array"})",
            cancelAllHandler(world)
        ),
        route(
            Post,
            "/api/v3/order/cancelReplace",
            "Cancels one order and places another",
            replacing,
            {},
            cancelReplaceHandler(world)
        ),
    };
}

void withBinanceDesk(BinanceWorld& world, WebRequest const& request, Respond const& respond, BinanceDo then)
{
    Instrument const* instrument = nullptr;
    if (request.parameter("symbol") != nullptr) {
        auto const named = binanceInstrument(world.world.board, request);
        if (!named) {
            respond(binanceErrors.answer(named.error()));
            return;
        }
        instrument = *named;
    }
    AccountDesk* const desk = world.world.accounts.of(request.principal.account);
    if (desk == nullptr) {
        respond(binanceErrors.answer({ErrorCode::SessionClosed, {}}));
        return;
    }
    desk->whenReady([desk, respond, instrument, then = std::move(then)](Expected<void> const& ready) {
        if (!ready) {
            respond(binanceErrors.answer(ready.error()));
            return;
        }
        then(*desk, instrument);
    });
}

} // namespace qob
