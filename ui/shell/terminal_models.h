#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/models/balances_model.h"
#include "ui/models/notices_model.h"
#include "ui/models/order_entry.h"
#include "ui/models/order_ticket.h"
#include "ui/models/positions_model.h"
#include "ui/models/replay_control.h"

namespace qob {

// Everything a terminal knows and does, without a widget. One of each, wired; made before the window and
// destroyed after it. GUI thread.
struct TerminalModels {
    // All must outlive it.
    TerminalModels(Session& engine, Clock const& clock, ClOrdIdSource& ids);

    Session& session;
    FrameClock frames;
    SessionBridge bridge;
    MarketReplica market;
    OrderReplica orders;
    OrderEntry entry;
    OrderTicket ticket;
    ReplayControl replay;
    BalancesModel balances;
    PositionsModel positions;
    NoticesModel notices;
};

} // namespace qob
