#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/models/venues_model.h"
#include "ui/panels/table/data_table.h"

#include <QFrame>

namespace qob {

// The venues and what their feeds do, refreshed once a second. GUI thread.
class VenuesPanel final : public QFrame, public PanelState, private FrameClient {
    Q_OBJECT

public:
    // All must outlive it.
    VenuesPanel(
        FrameClock& frames, MarketReplica const& market, Theme const& theme, QWidget* parent = nullptr
    );

    [[nodiscard]] VenuesModel const& model() const { return m_model; }

    [[nodiscard]] QJsonObject saveState() const override { return m_table->saveState(); }

    void restoreState(QJsonObject const& state) override { m_table->restoreState(state); }

    QSize minimumSizeHint() const override { return {220, 80}; }

private:
    void onFrame(Duration now) override;

    VenuesModel m_model;
    DataTable* m_table;
    Duration m_lastRefresh;
};

} // namespace qob
