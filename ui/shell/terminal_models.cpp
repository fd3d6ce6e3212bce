#include "ui/shell/terminal_models.h"

namespace qob {

TerminalModels::TerminalModels(Session& engine, Clock const& clock, ClOrdIdSource& ids)
    : session(engine)
    , frames(clock)
    , bridge(engine)
    , market(bridge)
    , groups(engine, market)
    , entry(engine, ids, market, orders)
    , replay(engine, market)
    , positions(market)
    , alerts(engine, market)
    , drawingAlerts(drawings, alerts)
    , equity(market)
{
    QObject::connect(&bridge, &SessionBridge::orders, &orders, &OrderReplica::apply);
    QObject::connect(&bridge, &SessionBridge::account, &balances, [this](AccountReport const& report) {
        balances.apply(report);
        positions.apply(report);
        equity.apply(report);
    });
    QObject::connect(&bridge, &SessionBridge::notices, &notices, &NoticesModel::add);
    QObject::connect(&alerts, &Alerts::fires, &notices, [this](FiredAlert const& alert) {
        notices.addOwn({Notice::Level::Warning, alert.time, alert.text.toStdString(), std::nullopt});
    });
}

} // namespace qob
