#include "ui/shell/live_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace qob {
namespace {

enum Column { Venue, Symbols, Products, Rules, ColumnCount };

constexpr int idRole = Qt::UserRole;

QTableWidgetItem* fixedItem(QString const& text)
{
    auto* item = new QTableWidgetItem(text);
    item->setFlags(item->flags() & ~Qt::ItemIsEditable);
    return item;
}

QString symbolsOf(QString const& venue, QStringList const& books)
{
    QStringList symbols;
    for (QString const& book : books) {
        if (book.startsWith(venue + u':')) {
            symbols << book.mid(venue.size() + 1);
        }
    }
    return symbols.join(u' ');
}

} // namespace

LiveDialog::LiveDialog(std::vector<VenueOffer> const& venues, QStringList const& before, QWidget* parent)
    : QDialog(parent)
    , m_filter(new QLineEdit(this))
    , m_table(new QTableWidget(this))
    , m_count(new QLabel(this))
{
    setWindowTitle(tr("Live markets"));
    resize(760, 560);
    auto* rows = new QVBoxLayout(this);
    auto* intro = new QLabel(
        tr("Public feeds: no account is needed. Tick the venues and write the symbols as each venue does, "
           "with spaces between. Orders are paper."),
        this
    );
    intro->setWordWrap(true);
    rows->addWidget(intro);
    m_filter->setPlaceholderText(tr("Find a venue"));
    m_filter->setClearButtonEnabled(true);
    rows->addWidget(m_filter);
    rows->addWidget(m_table, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_connect = buttons->addButton(tr("Connect"), QDialogButtonBox::AcceptRole);
    m_connect->setDefault(true);
    for (auto* button : buttons->buttons()) {
        button->setIcon({});
    }
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_count, 1);
    bottom->addWidget(buttons);
    rows->addLayout(bottom);
    fill(venues, before);
    connect(m_filter, &QLineEdit::textChanged, this, &LiveDialog::applyFilter);
    connect(m_table, &QTableWidget::itemChanged, this, &LiveDialog::takeChange);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    takeChange();
}

void LiveDialog::fill(std::vector<VenueOffer> const& venues, QStringList const& before)
{
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderLabels({tr("Venue"), tr("Symbols"), tr("Products"), tr("Its rules are")});
    m_table->setRowCount(static_cast<int>(venues.size()));
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAccessibleName(tr("Venues"));
    int row = 0;
    for (VenueOffer const& venue : venues) {
        auto const id = QString::fromStdString(venue.id);
        auto const symbols = symbolsOf(id, before);
        bool const ticked = before.isEmpty() ? id == QLatin1String("BINANCE") : !symbols.isEmpty();
        auto* name = fixedItem(QString::fromStdString(venue.name));
        name->setData(idRole, id);
        name->setToolTip(id);
        name->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
        m_table->setItem(row, Venue, name);
        m_table->setItem(
            row,
            Symbols,
            new QTableWidgetItem(symbols.isEmpty() ? QString::fromStdString(venue.example) : symbols)
        );
        m_table->setItem(row, Products, fixedItem(QString::fromStdString(venue.products)));
        m_table->setItem(
            row,
            Rules,
            fixedItem(venue.proof == "captureProven" ? tr("proven on recordings") : tr("as documented"))
        );
        ++row;
    }
    auto* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(Symbols, QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QStringList LiveDialog::chosen() const
{
    QStringList books;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        auto const* venue = m_table->item(row, Venue);
        if (venue->checkState() != Qt::Checked) {
            continue;
        }
        auto const symbols = m_table->item(row, Symbols)->text().simplified().split(u' ', Qt::SkipEmptyParts);
        for (QString const& symbol : symbols) {
            books << venue->data(idRole).toString() + u':' + symbol;
        }
    }
    return books;
}

void LiveDialog::applyFilter(QString const& text)
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        auto const* venue = m_table->item(row, Venue);
        bool const fits = venue->text().contains(text, Qt::CaseInsensitive) ||
                          venue->data(idRole).toString().contains(text, Qt::CaseInsensitive);
        m_table->setRowHidden(row, !fits);
    }
}

void LiveDialog::takeChange()
{
    auto const count = static_cast<int>(chosen().size());
    m_count->setText(tr("%n book(s)", nullptr, count));
    m_connect->setEnabled(count > 0);
}

} // namespace qob
