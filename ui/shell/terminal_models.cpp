#include "ui/shell/terminal_models.h"

namespace qob {

TerminalModels::TerminalModels(Session& session, Clock const& clock, ClOrdIdSource& ids)
    : frames(clock)
    , bridge(session)
    , market(bridge)
    , groups(session, market)
    , entry(session, ids, market, orders)
    , replay(session, market)
    , positions(market)
    , alerts(session, market)
{
    QObject::connect(&bridge, &SessionBridge::orders, &orders, &OrderReplica::apply);
    QObject::connect(&bridge, &SessionBridge::account, &balances, [this](AccountReport const& report) {
        balances.apply(report);
        positions.apply(report);
    });
    QObject::connect(&bridge, &SessionBridge::notices, &notices, &NoticesModel::add);
    QObject::connect(&alerts, &Alerts::fires, &notices, [this](FiredAlert const& alert) {
        notices.addOwn({Notice::Level::Warning, alert.time, alert.text.toStdString(), std::nullopt});
    });
}

} // namespace qob
