#include "ui/shell/terminal_models.h"

namespace qob {

TerminalModels::TerminalModels(Session& engine, Clock const& clock, ClOrdIdSource& ids)
    : session(engine)
    , frames(clock)
    , bridge(engine)
    , market(bridge)
    , entry(engine, ids, market, orders)
    , ticket(market)
    , replay(engine, market)
    , positions(market)
{
    QObject::connect(&bridge, &SessionBridge::orders, &orders, &OrderReplica::apply);
    QObject::connect(&bridge, &SessionBridge::account, &balances, [this](AccountReport const& report) {
        balances.apply(report);
        positions.apply(report);
    });
    QObject::connect(&bridge, &SessionBridge::notices, &notices, &NoticesModel::add);
}

} // namespace qob
