#include "ui/panels/log/log_panel.h"

#include "ui/look/icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QVBoxLayout>

namespace qob {

LogPanel::LogPanel(NoticesModel& notices, Theme const& theme, QWidget* parent)
    : QFrame(parent)
    , m_notices(notices)
    , m_filter(new QLineEdit(this))
    , m_level(new QComboBox(this))
    , m_table(new DataTable(notices, theme, this))
{
    setObjectName(QStringLiteral("panel"));
    setAccessibleName(tr("Log"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(6, 5, 6, 5);
    line->addWidget(m_filter, 1);
    line->addWidget(m_level);
    column->addLayout(line);
    column->addWidget(m_table, 1);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the rows"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(QStringLiteral("search"), theme.textDim), QLineEdit::LeadingPosition);
    m_level->addItems({tr("Everything"), tr("Warnings and errors"), tr("Errors")}); // as Notice::Level
    m_level->setAccessibleName(tr("How bad it has to be"));
    m_table->setAccessibleName(tr("Log"));
    m_table->setWidths({96});
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_filter, &QLineEdit::textChanged, this, [this](QString const& text) {
        m_table->rows().setWords(text);
    });
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogPanel::applyLevel);
}

void LogPanel::setLevel(Notice::Level level)
{
    m_level->setCurrentIndex(static_cast<int>(level));
}

void LogPanel::applyLevel()
{
    auto const least = static_cast<Notice::Level>(m_level->currentIndex());
    m_table->rows().setCondition([this, least](int row) { return m_notices.at(row).level >= least; });
}

QJsonObject LogPanel::saveState() const
{
    return {
        {QStringLiteral("level"), m_level->currentIndex()},
        {QStringLiteral("table"), m_table->saveState()},
    };
}

void LogPanel::restoreState(QJsonObject const& state)
{
    int const level = state[QStringLiteral("level")].toInt();
    m_level->setCurrentIndex(level >= 0 && level < m_level->count() ? level : 0);
    m_table->restoreState(state[QStringLiteral("table")].toObject());
}

} // namespace qob
