#include "ui/models/drawing_alerts.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace qob {
namespace {

// Another colour moves nothing, nor does another workspace.
Drawing withoutStyle(Drawing drawing)
{
    drawing.workspace.clear();
    drawing.color = 0;
    drawing.width = 1;
    drawing.dashed = drawing.locked = drawing.alert = false;
    return drawing;
}

} // namespace

DrawingAlerts::DrawingAlerts(Drawings& drawings, Alerts& alerts, QObject* parent)
    : QObject(parent)
    , m_drawings(drawings)
    , m_alerts(alerts)
{
    connect(&drawings, &Drawings::kept, this, &DrawingAlerts::takeDrawing);
    connect(&alerts, &Alerts::changed, this, &DrawingAlerts::takeAlerts);
}

AlertRule const* DrawingAlerts::ruleOf(QUuid const& id) const
{
    auto const& rules = m_alerts.rules();
    auto const found = std::find_if(rules.begin(), rules.end(), [&](AlertRule const& rule) {
        return rule.drawing && rule.drawing->id == id;
    });
    return found == rules.end() ? nullptr : &*found;
}

void DrawingAlerts::takeDrawing(QUuid const& id)
{
    if (m_busy) {
        return;
    }
    const QScopedValueRollback busy(m_busy, true);
    auto const* drawing = m_drawings.find(id);
    auto const* found = ruleOf(id);
    if (drawing == nullptr || !drawing->alert) {
        if (found != nullptr) {
            m_alerts.remove(found->id);
        }
        return;
    }
    auto rule = found == nullptr ? AlertRule() : *found;
    rule.kind = AlertKind::DrawingCrossed;
    rule.instrument = drawing->market;
    if (rule.drawing == withoutStyle(*drawing)) {
        return;
    }
    rule.drawing = withoutStyle(*drawing);
    rule.armed = true;
    if (found == nullptr) {
        m_alerts.add(rule);
    } else {
        m_alerts.change(rule);
    }
}

void DrawingAlerts::takeAlerts()
{
    std::set<QUuid> resting;
    for (auto const& rule : m_alerts.rules()) {
        if (rule.drawing && !rule.armed) {
            resting.insert(rule.drawing->id);
        }
    }
    m_drawings.setAlertsResting(std::move(resting));
    if (m_busy) {
        return;
    }
    const QScopedValueRollback busy(m_busy, true);
    for (auto drawing : std::vector(m_drawings.all())) {
        if (drawing.alert && ruleOf(drawing.id) == nullptr) {
            drawing.alert = false;
            m_drawings.change(drawing);
        }
    }
}

} // namespace qob
