#pragma once

#include "engine/api/command.h"
#include "engine/api/event.h"

#include <vector>

namespace qob {

// What to tell of commands that were under way when the connection was lost, once the server's list of orders
// is here: a new order that is not in it never came to be, a cancel or replace of an order that still works
// as before did not happen. All with NetClosed.
std::vector<Payload> aftermathOf(std::vector<Command> const& lost, OrderList const& orders, Timestamp now);

// Commands that no list of orders tells the fate of, as something to be read by people.
std::vector<Notice> aftermathNotices(std::vector<Command> const& lost, Timestamp now);

} // namespace qob
