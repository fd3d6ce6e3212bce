#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/models/alerts.h"
#include "ui/models/balances_model.h"
#include "ui/models/drawing_alerts.h"
#include "ui/models/link_groups.h"
#include "ui/models/notices_model.h"
#include "ui/models/order_entry.h"
#include "ui/models/performance.h"
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
    LinkGroups groups;
    OrderReplica orders;
    OrderEntry entry;
    ReplayControl replay;
    BalancesModel balances;
    PositionsModel positions;
    NoticesModel notices;
    Alerts alerts;
    Drawings drawings;
    DrawingAlerts drawingAlerts;
    EquityCurve equity;
};

} // namespace qob
