#include "ui/shell/command_palette.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace qob {
namespace {

constexpr int keysRole = Qt::UserRole;
constexpr int indexRole = Qt::UserRole + 1;
constexpr int rowHeight = 26;
constexpr int rowsShown = 14;
constexpr int wide = 560;
constexpr int mostShown = 200;

// The command at the left, its key at the right.
class RowDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize
    sizeHint(QStyleOptionViewItem const& /*option*/, QModelIndex const& /*index*/) const override
    {
        return {wide, rowHeight};
    }

    void paint(QPainter* painter, QStyleOptionViewItem const& option, QModelIndex const& index) const override
    {
        bool const chosen = option.state.testFlag(QStyle::State_Selected);
        auto const& palette = option.palette;
        if (chosen) {
            painter->fillRect(option.rect, palette.color(QPalette::Highlight));
        }
        auto const room = option.rect.adjusted(12, 0, -12, 0);
        auto const keys = index.data(keysRole).toString();
        painter->setFont(option.font);
        painter->setPen(palette.color(QPalette::PlaceholderText));
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, keys);
        auto const left = room.adjusted(0, 0, -option.fontMetrics.horizontalAdvance(keys) - 16, 0);
        painter->setPen(palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(
            left,
            Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, left.width())
        );
    }
};

QString withoutMnemonic(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

// NOLINTNEXTLINE(misc-no-recursion): as deep as menus are
void addPaletteItems(std::vector<PaletteItem>& items, QAction& action, QString const& before)
{
    if (action.isSeparator() || !action.isEnabled()) {
        return;
    }
    auto const own = action.property("paletteText").toString();
    auto text = own.isEmpty() ? withoutMnemonic(action.text()) : own;
    if (!before.isEmpty()) {
        text = before + QStringLiteral(": ") + text;
    }
    if (auto* menu = action.menu()) {
        emit menu->aboutToShow(); // some are filled then
        for (auto* inner : menu->actions()) {
            addPaletteItems(items, *inner, text);
        }
        return;
    }
    items.push_back({text, action.shortcut(), [guard = QPointer<QAction>(&action)] {
                         if (guard) {
                             guard->trigger();
                         }
                     }});
}

int paletteScore(QString const& text, QString const& typed)
{
    int score = 1;
    for (auto const& word : typed.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        auto const at = text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0) {
            return 0;
        }
        bool const begins = at == 0 || !text[at - 1].isLetterOrNumber();
        score += at == 0 ? 4 : begins ? 2 : 0;
    }
    return score;
}

CommandPalette::CommandPalette(std::vector<PaletteItem> items, QWidget* parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_items(std::move(items))
    , m_input(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Find a command"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_input);
    column->addWidget(m_list);
    m_input->setPlaceholderText(tr("Command, panel, workspace or market"));
    m_input->setAccessibleName(tr("Find a command"));
    m_input->installEventFilter(this);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::refresh);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    refresh();
    setFixedSize(wide, m_input->sizeHint().height() + rowsShown * rowHeight + 8);
    if (parent != nullptr) {
        auto const over = parent->window()->geometry();
        move(over.center().x() - width() / 2, over.top() + over.height() / 7);
    }
    m_input->setFocus();
}

void CommandPalette::refresh()
{
    struct Found {
        int score;
        int index;
    };

    std::vector<Found> found;
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i) {
        if (int const score = paletteScore(m_items[static_cast<std::size_t>(i)].text, m_input->text())) {
            found.push_back({score, i});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](Found const& a, Found const& b) {
        return a.score > b.score;
    });
    found.resize(std::min<std::size_t>(found.size(), mostShown));
    m_list->clear();
    for (auto const& one : found) {
        auto const& item = m_items[static_cast<std::size_t>(one.index)];
        auto* row = new QListWidgetItem(item.text, m_list);
        row->setData(keysRole, item.keys.toString(QKeySequence::NativeText));
        row->setData(indexRole, one.index);
    }
    m_list->setCurrentRow(0);
}

QStringList CommandPalette::shownTexts() const
{
    QStringList texts;
    for (int row = 0; row < m_list->count(); ++row) {
        texts << m_list->item(row)->text();
    }
    return texts;
}

void CommandPalette::runCurrent()
{
    auto const* row = m_list->currentItem();
    if (row == nullptr) {
        return;
    }
    auto const run = m_items[row->data(indexRole).toUInt()].run;
    close();
    run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_input || event->type() != QEvent::KeyPress) {
        return QDialog::eventFilter(watched, event);
    }
    auto const move = [this](int rows) {
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + rows, 0, std::max(0, m_list->count() - 1)));
        return true;
    };
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        return move(1);
    case Qt::Key_Up:
        return move(-1);
    case Qt::Key_PageDown:
        return move(rowsShown);
    case Qt::Key_PageUp:
        return move(-rowsShown);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace qob
