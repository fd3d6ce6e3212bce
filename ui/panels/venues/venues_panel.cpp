#include "ui/panels/venues/venues_panel.h"

#include "ui/panels/table/cell_delegate.h"

#include <QHeaderView>
#include <QVBoxLayout>

namespace qob {
namespace {

constexpr Duration refreshEvery = seconds(1);

} // namespace

VenuesPanel::VenuesPanel(FrameClock& frames, MarketReplica const& market, Theme const& theme, QWidget* parent)
    : QFrame(parent)
    , FrameClient(frames, *this)
    , m_model(market)
    , m_table(new DataTable(m_model, theme, this))
{
    setObjectName(QStringLiteral("panel"));
    setAccessibleName(tr("Venues"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    m_table->setAccessibleName(tr("Venues"));
    m_table->setItemDelegateForColumn(VenuesModel::LatencyLine, new LineDelegate(theme, m_table));
    m_table->setWidths({26, 110, 110, 74, 110, 84, 70, 52, 110, 80, 84});
    // Last among the columns, as what users have saved counts them; shown where it belongs.
    auto* header = m_table->horizontalHeader();
    header->moveSection(
        header->visualIndex(VenuesModel::Reconnects), header->visualIndex(VenuesModel::Checksums)
    );
    header->setStretchLastSection(true);
}

void VenuesPanel::onFrame(Duration now)
{
    markDirty(); // it looks at the time, not at an event
    if (m_lastRefresh > Duration(0) && now - m_lastRefresh < refreshEvery) {
        return;
    }
    m_lastRefresh = now;
    m_model.refresh(now);
}

} // namespace qob
