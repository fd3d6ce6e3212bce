#include "ui/panels/market_list/market_list.h"

#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/models/table_roles.h"
#include "ui/panels/blotters/cell_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace qob {
namespace {

// Every word of the filter has to be in the symbol or the venue.
class WordFilter final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(QString const& text)
    {
        m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, QModelIndex const& parent) const override
    {
        auto const text = [&](int column) {
            return sourceModel()->index(row, column, parent).data().toString();
        };
        auto const all = text(InstrumentsModel::Symbol) + QLatin1Char(' ') + text(InstrumentsModel::Venue);
        return std::all_of(m_words.begin(), m_words.end(), [&](QString const& word) {
            return all.contains(word, Qt::CaseInsensitive);
        });
    }

private:
    QStringList m_words;
};

constexpr int rowHeight = 24;
constexpr Duration quotesEvery = seconds(1);

} // namespace

MarketList::MarketList(FrameClock& frames, MarketReplica& market, Theme const& theme, QWidget* parent)
    : QFrame(parent)
    , FrameClient(frames, *this)
    , m_market(market)
    , m_model(market)
    , m_sorted(new WordFilter(this))
    , m_filter(new QLineEdit(this))
    , m_view(new QTableView(this))
{
    setObjectName(QStringLiteral("popup"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    m_filter->setPlaceholderText(tr("Symbol or venue"));
    m_filter->setAccessibleName(tr("Filter markets"));
    m_filter->addAction(themedIcon(QStringLiteral("search"), theme.textDim), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](QString const& text) {
        static_cast<WordFilter*>(m_sorted)->setWords(text);
        m_view->selectRow(0);
    });
    m_sorted->setSourceModel(&m_model);
    m_view->setModel(m_sorted);
    m_view->setItemDelegate(new CellDelegate(theme, m_view));
    m_view->setFont(numberFont(theme.numberFont, 12));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setMouseTracking(true);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    auto* header = m_view->horizontalHeader();
    header->setMinimumSectionSize(24);
    header->setHighlightSections(false);
    header->setSectionResizeMode(InstrumentsModel::Symbol, QHeaderView::Stretch);
    m_view->setColumnWidth(InstrumentsModel::State, 28);
    m_view->setColumnWidth(InstrumentsModel::Venue, 84);
    m_view->setColumnWidth(InstrumentsModel::Mid, 100);
    m_view->setColumnWidth(InstrumentsModel::Spread, 80);
    connect(m_view, &QTableView::clicked, this, &MarketList::choose);
}

void MarketList::prepare(std::optional<InstrumentId> shown)
{
    m_lastQuotes = Duration(0);
    markDirty();
    m_filter->clear();
    m_filter->setFocus();
    for (int row = 0; shown && row < m_sorted->rowCount(); ++row) {
        if (m_sorted->index(row, 0).data(idRole).toUInt() == shown->value) {
            m_view->selectRow(row);
        }
    }
}

void MarketList::onFrame(Duration now)
{
    markDirty(); // it looks at the time, not at an event
    if (m_lastQuotes > Duration(0) && now - m_lastQuotes < quotesEvery) {
        return;
    }
    m_lastQuotes = now;
    int const first = std::max(0, m_view->rowAt(0));
    int const count = m_view->viewport()->height() / rowHeight + 1;
    for (int row = first; row < std::min(first + count, m_sorted->rowCount()); ++row) {
        m_market.refreshQuote(InstrumentId(m_sorted->index(row, 0).data(idRole).toUInt()));
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
    int const row = std::clamp(m_view->currentIndex().row() + rows, 0, std::max(0, m_sorted->rowCount() - 1));
    m_view->selectRow(row);
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
