#pragma once

#include "ui/models/alerts.h"
#include "ui/models/drawings.h"

namespace qob {

// Alerts that drawings carry: one that wants an alert has a rule, which is moved with it, armed anew, and
// goes with it. A rule that is removed among the alerts takes the wish from its drawing. Alerts are read from
// their file before the drawings are. GUI thread.
class DrawingAlerts final : public QObject {
    Q_OBJECT

public:
    // Both must outlive it.
    DrawingAlerts(Drawings& drawings, Alerts& alerts, QObject* parent = nullptr);

private:
    void takeDrawing(QUuid const& id);
    void takeAlerts();
    [[nodiscard]] AlertRule const* ruleOf(QUuid const& id) const;

    Drawings& m_drawings;
    Alerts& m_alerts;
    bool m_busy = false;
};

} // namespace qob
