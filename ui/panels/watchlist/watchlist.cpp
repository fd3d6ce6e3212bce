#include "ui/panels/watchlist/watchlist.h"

#include "ui/look/icons.h"
#include "ui/models/table_roles.h"
#include "ui/panels/table/cell_delegate.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace qob {

Watchlist::Watchlist(Session& session, MarketView& view, Theme const& theme, QWidget* parent)
    : QFrame(parent)
    , m_view(view)
    , m_model(view.market())
    , m_lines(session)
    , m_filter(new QLineEdit(this))
    , m_onlyStarred(new QToolButton(this))
    , m_table(new DataTable(m_model, theme, this))
{
    setObjectName(QStringLiteral("panel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(6, 5, 6, 5);
    line->addWidget(m_filter, 1);
    line->addWidget(m_onlyStarred);
    column->addLayout(line);
    column->addWidget(m_table, 1);
    m_filter->setPlaceholderText(tr("Symbol or venue"));
    m_filter->setAccessibleName(tr("Filter markets"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(QStringLiteral("search"), theme.textDim), QLineEdit::LeadingPosition);
    m_onlyStarred->setText(QStringLiteral("★"));
    m_onlyStarred->setCheckable(true);
    m_onlyStarred->setToolTip(tr("Only those with a star"));
    m_onlyStarred->setAccessibleName(tr("Only those with a star"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Watchlist"));
    m_table->setWidths({26, 92, 60, 84, 68, 78, 68});
    m_table->setItemDelegateForColumn(InstrumentsModel::Line, new LineDelegate(theme, m_table));
    m_model.setLines([this](InstrumentId id) { return m_lines.line(id, m_view.market().status().now); });
    connect(&m_lines, &SparkLines::changed, &m_model, &InstrumentsModel::linesChanged);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_filter, &QLineEdit::textChanged, this, [this](QString const& text) {
        m_table->rows().setWords(text);
    });
    connect(m_onlyStarred, &QToolButton::toggled, this, &Watchlist::applyStars);
    connect(
        m_table->selectionModel(),
        &QItemSelectionModel::currentRowChanged,
        this,
        [this](QModelIndex const& to) {
            if (to.isValid() && m_table->hasFocus()) {
                m_view.show(InstrumentId(to.data(idRole).toUInt()));
            }
        }
    );
    connect(m_table, &QTableView::clicked, this, [this](QModelIndex const& at) {
        m_view.show(InstrumentId(at.data(idRole).toUInt()));
    });
    connect(&m_view, &MarketView::shownChanged, this, &Watchlist::takeShown);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &Watchlist::takeShown);
    buildActions();
    takeShown();
}

void Watchlist::hideEvent(QHideEvent* event)
{
    m_lines.stop();
    QFrame::hideEvent(event);
}

void Watchlist::buildActions()
{
    auto* star = new QAction(tr("Star, or no star"), this);
    star->setObjectName(QStringLiteral("watchlist.star"));
    star->setShortcut(Qt::Key_Asterisk);
    star->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(star, &QAction::triggered, this, &Watchlist::starCurrent);
    auto* only = new QAction(tr("Only those with a star"), this);
    only->setObjectName(QStringLiteral("watchlist.onlyStarred"));
    only->setCheckable(true);
    connect(only, &QAction::toggled, m_onlyStarred, &QToolButton::setChecked);
    connect(m_onlyStarred, &QToolButton::toggled, only, &QAction::setChecked);
    addActions({star, only});
    m_table->insertActions(m_table->actions().value(0), {star});
}

QString Watchlist::nameAt(int sourceRow) const
{
    auto const* instrument = m_view.market().find(m_model.idAt(sourceRow));
    return instrument == nullptr ? QString()
                                 : QString::fromStdString(instrument->venue + ":" + instrument->symbol);
}

void Watchlist::starCurrent()
{
    auto const row = m_table->rows().mapToSource(m_table->currentIndex()).row();
    if (row >= 0) {
        auto const name = nameAt(row);
        setStarred(name, !m_starred.contains(name));
    }
}

void Watchlist::setStarred(QString const& name, bool on)
{
    if (on) {
        m_starred.insert(name);
    } else {
        m_starred.erase(name);
    }
    m_model.setMarked([this](int row) { return m_starred.contains(nameAt(row)); });
    applyStars();
}

void Watchlist::setOnlyStarred(bool on)
{
    m_onlyStarred->setChecked(on);
}

void Watchlist::applyStars()
{
    if (m_onlyStarred->isChecked()) {
        m_table->rows().setCondition([this](int row) { return m_starred.contains(nameAt(row)); });
    } else {
        m_table->rows().setCondition({});
    }
}

void Watchlist::takeShown()
{
    auto const* shown = m_view.shown();
    auto const& rows = m_table->rows();
    for (int row = 0; shown != nullptr && row < rows.rowCount(); ++row) {
        if (rows.index(row, 0).data(idRole).toUInt() == shown->id.value) {
            m_table->selectRow(row);
        }
    }
}

QJsonObject Watchlist::saveState() const
{
    QJsonArray starred;
    for (auto const& name : m_starred) {
        starred.append(name);
    }
    return {
        {QStringLiteral("starred"), starred},
        {QStringLiteral("onlyStarred"), m_onlyStarred->isChecked()},
        {QStringLiteral("table"), m_table->saveState()},
    };
}

void Watchlist::restoreState(QJsonObject const& state)
{
    for (auto const& name : state[QStringLiteral("starred")].toArray()) {
        setStarred(name.toString(), true);
    }
    setOnlyStarred(state[QStringLiteral("onlyStarred")].toBool());
    m_table->restoreState(state[QStringLiteral("table")].toObject());
}

} // namespace qob
