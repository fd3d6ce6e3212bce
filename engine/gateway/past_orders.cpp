#include "engine/gateway/past_orders.h"

#include "engine/gateway/order_json.h"
#include "engine/gateway/trading_routes.h"

#include <algorithm>

namespace qob {

namespace {

std::int64_t countOf(Amount amount, int scale)
{
    return static_cast<std::int64_t>(amount.value / pow10(amountScale - scale));
}

// As the engine would report it; without prices where its instrument is not known any more.
ExecutionReport reportOf(OrderRow const& row, MarketBoard const& board)
{
    ExecutionReport report;
    report.orderId = row.orderId;
    report.execId = row.execId;
    report.clOrdId = row.clOrdId;
    report.origClOrdId = row.origClOrdId;
    report.execType = ExecType::OrderStatus;
    report.ordStatus = row.status;
    report.side = row.side;
    report.ordType = row.ordType;
    report.timeInForce = row.timeInForce;
    report.execInst = row.execInst;
    report.selfTrade = row.selfTrade;
    report.contingency = row.contingency;
    report.listId = row.listId;
    report.avgPx = row.avgPx;
    report.expireTime = row.expires;
    report.sendingTime = row.sent;
    report.transactTime = row.updated;
    if (row.reason != 0) {
        report.reason = Error{static_cast<ErrorCode>(row.reason), row.reasonText};
    }
    Instrument const* const instrument = board.find(row.venue, row.symbol);
    if (instrument != nullptr) {
        auto const price = [&](Amount amount) {
            return Price(countOf(amount, instrument->priceScale));
        };
        auto const qty = [&](Amount amount) {
            return Qty(countOf(amount, instrument->qtyScale));
        };
        report.instrument = instrument->id;
        report.price = price(row.price);
        report.stopPx = price(row.stopPx);
        report.trailOffset = price(row.trailOffset);
        report.trailStep = price(row.trailStep);
        report.pegOffset = price(row.pegOffset);
        report.displayQty = qty(row.displayQty);
        report.orderQty = qty(row.orderQty);
        report.leavesQty = qty(row.leavesQty);
        report.cumQty = qty(row.cumQty);
    }
    return report;
}

bool isWanted(MarketBoard const& board, OrderPage const& page, ExecutionReport const& order)
{
    Instrument const* const instrument = page.symbol.empty() ? nullptr : board.find(order.instrument);
    return (!page.openOnly || !isFinal(order.ordStatus)) &&
           (!page.status || *page.status == order.ordStatus) &&
           (page.symbol.empty() || (instrument != nullptr && instrument->symbol == page.symbol &&
                                    (page.venue.empty() || instrument->venue == page.venue)));
}

// One more than the page has, so that it is known whether there are more. Newest first.
std::vector<ExecutionReport>
inMemory(MarketBoard const& board, AccountDesk const& desk, OrderPage const& page, OrderId downTo)
{
    auto const& orders = desk.orders();
    std::vector<ExecutionReport> found;
    auto at = page.before == OrderId() ? orders.end() : orders.lower_bound(page.before);
    while (at != orders.begin() && found.size() <= page.limit) {
        --at;
        if (at->first < downTo) {
            break;
        }
        if (isWanted(board, page, at->second)) {
            found.push_back(at->second);
        }
    }
    return found;
}

void answer(
    MarketBoard const& board, std::vector<ExecutionReport> const& orders, std::size_t limit, Respond const& to
)
{
    JsonWriter json;
    json.beginObject().key("orders").beginArray();
    auto const count = std::min(orders.size(), limit);
    for (std::size_t i = 0; i < count; ++i) {
        write(json, board, orders[i]);
    }
    json.endArray();
    if (orders.size() > limit && limit > 0) {
        json.key("cursor").string(std::to_string(orders[limit - 1].orderId.value));
    }
    to(jsonResponse(json.endObject().text()));
}

// What memory has of an order is newer than its row.
std::vector<ExecutionReport> merged(
    GatewayWorld const& world,
    AccountDesk const& desk,
    OrderPage const& page,
    std::vector<OrderRow> const& rows
)
{
    auto all = inMemory(world.board, desk, page, OrderId());
    for (OrderRow const& row : rows) {
        if (desk.order(row.orderId) == nullptr) {
            all.push_back(reportOf(row, world.board));
        }
    }
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.orderId > b.orderId; });
    return all;
}

} // namespace

void findPastOrder(
    GatewayWorld& world,
    AccountDesk const& desk,
    OrderName const& name,
    std::function<void(Expected<ExecutionReport>)> then
)
{
    if (!world.pastOrders) {
        then(fail(ErrorCode::OrderUnknown, name.text()));
        return;
    }
    OrderQuery query;
    query.account = desk.id();
    query.order = name.orderId;
    query.clOrdId = name.clOrdId;
    query.limit = 1;
    world.pastOrders(query, [&world, name = name.text(), then](Expected<std::vector<OrderRow>> rows) {
        world.thread.post([&world, name, then, rows = std::move(rows)] {
            if (!rows || rows->empty()) {
                then(tl::unexpected(rows ? Error{ErrorCode::OrderUnknown, name} : rows.error()));
                return;
            }
            then(reportOf(rows->front(), world.board));
        });
    });
}

void answerPastOrder(GatewayWorld& world, AccountDesk const& desk, WebRequest const& request, Respond respond)
{
    auto const named = orderName(request);
    if (!named) {
        respond(errorResponse(named.error()));
        return;
    }
    findPastOrder(world, desk, *named, [&world, respond](Expected<ExecutionReport> const& order) {
        if (!order) {
            respond(errorResponse(order.error()));
            return;
        }
        JsonWriter json;
        write(json, world.board, *order);
        respond(jsonResponse(json.text()));
    });
}

void answerOrders(GatewayWorld& world, AccountDesk const& desk, OrderPage const& page, Respond respond)
{
    auto const whole = desk.wholeFrom();
    auto recent = inMemory(world.board, desk, page, whole);
    bool const hasAll = page.openOnly || whole == OrderId() || !world.pastOrders;
    if (hasAll || recent.size() > page.limit) {
        answer(
            world.board, hasAll ? inMemory(world.board, desk, page, OrderId()) : recent, page.limit, respond
        );
        return;
    }
    OrderQuery query;
    query.account = desk.id();
    query.status = page.status;
    query.symbol = page.symbol;
    query.venue = page.venue;
    query.before = page.before;
    query.limit = page.limit + 1;
    world.pastOrders(query, [&world, &desk, page, respond](Expected<std::vector<OrderRow>> rows) {
        world.thread.post([&world, &desk, page, respond, rows = std::move(rows)] {
            if (!rows) {
                respond(errorResponse(rows.error()));
                return;
            }
            answer(world.board, merged(world, desk, page, *rows), page.limit, respond);
        });
    });
}

} // namespace qob
