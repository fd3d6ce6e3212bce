#include "ui/panels/market_list/market_list.h"

#include "ui/look/icons.h"
#include "ui/models/table_roles.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace qob {

MarketList::MarketList(MarketReplica const& market, Theme const& theme, QWidget* parent)
    : QFrame(parent)
    , m_model(market)
    , m_filter(new QLineEdit(this))
    , m_view(new DataTable(m_model, theme, this))
{
    setObjectName(QStringLiteral("popup"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    m_filter->setPlaceholderText(tr("Symbol or venue"));
    m_filter->setAccessibleName(tr("Filter markets"));
    m_view->setAccessibleName(tr("Markets"));
    m_filter->addAction(themedIcon(QStringLiteral("search"), theme.textDim), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](QString const& text) {
        m_view->rows().setWords(text);
        m_view->selectRow(0);
    });
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->horizontalHeader()->setSectionResizeMode(InstrumentsModel::Symbol, QHeaderView::Stretch);
    m_view->setWidths({28, 120, 84, 90, 72, 64, 76});
    m_view->setColumnHidden(InstrumentsModel::Line, true);
    connect(m_view, &QTableView::clicked, this, &MarketList::choose);
}

void MarketList::prepare(std::optional<InstrumentId> shown)
{
    m_filter->clear();
    m_filter->setFocus();
    auto const& rows = m_view->rows();
    for (int row = 0; shown && row < rows.rowCount(); ++row) {
        if (rows.index(row, 0).data(idRole).toUInt() == shown->value) {
            m_view->selectRow(row);
        }
    }
}

void MarketList::choose(QModelIndex const& index)
{
    if (index.isValid()) {
        emit chosen(InstrumentId(index.data(idRole).toUInt()));
    }
}

void MarketList::moveSelection(int rows)
{
    int const last = std::max(0, m_view->rows().rowCount() - 1);
    m_view->selectRow(std::clamp(m_view->currentIndex().row() + rows, 0, last));
}

bool MarketList::eventFilter(QObject* watched, QEvent* event)
{
    bool const key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched == m_filter && key && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept(); // or the window would take it for "cancel all"
        if (event->type() == QEvent::KeyPress) {
            close();
        }
        return true;
    }
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            moveSelection(1);
            return true;
        case Qt::Key_Up:
            moveSelection(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(m_view->currentIndex());
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace qob
