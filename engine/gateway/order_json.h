#pragma once

#include "engine/api/event.h"
#include "engine/base/json_writer.h"
#include "engine/gateway/http_message.h"
#include "engine/gateway/market_board.h"
#include "engine/gateway/route.h"

#include <optional>

namespace qob {

// How orders and accounts look on the wire: FIX words in capitals, decimal text, milliseconds.

std::string_view ordStatusName(OrdStatus status);
// Nothing: it is no such name.
std::optional<OrdStatus> ordStatusNamed(std::string_view name);
std::string_view execTypeName(ExecType type);
std::string_view ordTypeName(OrdType type);
std::string_view timeInForceName(TimeInForce timeInForce);

// "NEW|PARTIALLY_FILLED|…": all that a status parameter may be.
extern std::string_view const ordStatusWords;

// As an object. Prices of an instrument that is not known any more are left out.
void write(JsonWriter& json, MarketBoard const& board, ExecutionReport const& report);
void write(JsonWriter& json, OrderCancelReject const& reject);
void write(JsonWriter& json, Balance const& balance);
void write(JsonWriter& json, MarketBoard const& board, Position const& position);

// The schema of the first.
extern std::string_view const orderSchema;

// The fields of a new order, for the documentation and the check of their types.
std::vector<ParameterDoc> orderFields();

// A new order from its fields. `clOrdId` is used where none is given. OrderUnknownSymbol, RequestMissing,
// RequestBadValue, and what parsePrice() and parseQty() refuse.
Expected<NewOrderSingle>
readOrder(WebRequest const& request, MarketBoard const& board, ClOrdId const& clOrdId);

// Text that a ClOrdID may be: 1 to 36 printable ASCII characters without blanks. OrderBadClOrdID.
Expected<ClOrdId> readClOrdId(std::string const& text);

} // namespace qob
