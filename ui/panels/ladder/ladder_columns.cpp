#include "ui/panels/ladder/ladder.h"

#include <QAction>
#include <QJsonArray>
#include <QMenu>

#include <algorithm>

namespace qob {
QString Ladder::nameOf(std::optional<Instrument> const& instrument)
{
    return instrument ? QString::fromStdString(instrument->venue + ':' + instrument->symbol) : QString();
}

void Ladder::fillColumns(QMenu& menu)
{
    menu.clear();
    for (int i = 0; i < ladderColumns; ++i) {
        auto const column = static_cast<LadderColumn>(i);
        auto* action = menu.addAction(columnTitle(column));
        action->setToolTip(columnHelp(column));
        action->setCheckable(true);
        action->setChecked(m_layout.shows(column));
        action->setEnabled(column != LadderColumn::Prices);
        connect(action, &QAction::toggled, this, [this, column](bool on) { showColumn(column, on); });
    }
    menu.addSeparator();
    menu.addAction(tr("The default columns"), this, [this] { setColumns(LadderLayout::defaultColumns()); });
}

void Ladder::showColumn(LadderColumn column, bool on)
{
    auto columns = m_layout.shown();
    std::erase(columns, column);
    if (on) {
        columns.push_back(column);
    }
    setColumns(std::move(columns));
}

QString Ladder::columnTitle(LadderColumn column)
{
    switch (column) {
    case LadderColumn::OwnBid:
        return tr("Buys");
    case LadderColumn::Bid:
        return tr("Bid");
    case LadderColumn::BidChange:
        return tr("Bid ±");
    case LadderColumn::Sold:
        return tr("Sold");
    case LadderColumn::Prices:
        return tr("Price");
    case LadderColumn::Bought:
        return tr("Bought");
    case LadderColumn::AskChange:
        return tr("Ask ±");
    case LadderColumn::Ask:
        return tr("Ask");
    case LadderColumn::OwnAsk:
        return tr("Sells");
    case LadderColumn::Volume:
        return tr("Vol");
    case LadderColumn::Delta:
        return tr("Delta");
    }
    return {};
}

QString Ladder::columnHelp(LadderColumn column)
{
    switch (column) {
    case LadderColumn::OwnBid:
        return tr("Your buy orders, with the size ahead of them in the queue");
    case LadderColumn::Bid:
        return tr("Size bid; a click buys there");
    case LadderColumn::BidChange:
        return tr(
            "Size added to the bids (stacked) or taken away (pulled) in the last ten seconds, trades aside"
        );
    case LadderColumn::Sold:
        return tr("Sold into the bids here in the last half minute");
    case LadderColumn::Prices:
        return tr("Price");
    case LadderColumn::Bought:
        return tr("Bought from the asks here in the last half minute");
    case LadderColumn::AskChange:
        return tr(
            "Size added to the asks (stacked) or taken away (pulled) in the last ten seconds, trades aside"
        );
    case LadderColumn::Ask:
        return tr("Size offered; a click sells there");
    case LadderColumn::OwnAsk:
        return tr("Your sell orders, with the size ahead of them in the queue");
    case LadderColumn::Volume:
        return tr("Traded here since the market is shown");
    case LadderColumn::Delta:
        return tr("Bought less sold here since the market is shown");
    }
    return {};
}

void Ladder::setColumns(std::vector<LadderColumn> columns)
{
    m_layout.setColumns(std::move(columns));
    m_model.setWantsChanges(
        m_layout.shows(LadderColumn::BidChange) || m_layout.shows(LadderColumn::AskChange)
    );
    m_painted.clear();
    update();
    markDirty();
}

// To the place of the column at x.
void Ladder::dropColumn(LadderColumn column, int x)
{
    auto columns = m_layout.shown();
    auto const onto = m_layout.columnAt(std::clamp(x, 0, width() - 1));
    auto const from = std::find(columns.begin(), columns.end(), column);
    auto const to = std::find(columns.begin(), columns.end(), onto);
    if (from == columns.end() || to == columns.end() || from == to) {
        return;
    }
    if (from < to) {
        std::rotate(from, from + 1, to + 1);
    } else {
        std::rotate(to, from, from + 1);
    }
    setColumns(std::move(columns));
}

QJsonObject Ladder::saveState() const
{
    QJsonArray columns;
    for (auto const column : m_layout.shown()) {
        columns.append(columnName(column));
    }
    return {
        {QStringLiteral("columns"), columns},
        {QStringLiteral("centring"), m_centring},
        {QStringLiteral("stepTicks"), static_cast<qint64>(m_keptStep)},
        {QStringLiteral("stepOf"), m_stepOf},
    };
}

void Ladder::restoreState(QJsonObject const& state)
{
    std::vector<LadderColumn> columns;
    for (auto const& name : state[QStringLiteral("columns")].toArray()) {
        for (int i = 0; i < ladderColumns; ++i) {
            auto const column = static_cast<LadderColumn>(i);
            bool const fresh = std::find(columns.begin(), columns.end(), column) == columns.end();
            if (columnName(column) == name.toString() && fresh) {
                columns.push_back(column);
            }
        }
    }
    if (!columns.empty()) {
        setColumns(std::move(columns));
    }
    setCentring(state[QStringLiteral("centring")].toBool());
    auto const ticks = state[QStringLiteral("stepTicks")].toInteger();
    m_stepOf = state[QStringLiteral("stepOf")].toString();
    m_keptStep = ticks > 0 && ticks <= mostStepTicks ? ticks : 0;
    if (m_model.instrument()) {
        m_stepOf = m_stepOf.isEmpty() ? nameOf(m_model.instrument()) : m_stepOf;
        takeKeptStep();
    }
}

} // namespace qob
