#include "ui/shell/tour.h"

#include "ui/panels/ladder/ladder.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/main_window.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace qob {
namespace {

constexpr int wide = 340;
constexpr int gap = 10;

} // namespace

Tour::Tour(MainWindow& window)
    : QFrame(&window)
    , m_window(window)
    , m_text(new QLabel(this))
    , m_next(new QPushButton(this))
{
    setObjectName(QStringLiteral("tour"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(wide);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(10);
    m_text->setWordWrap(true);
    column->addWidget(m_text);
    auto* row = new QHBoxLayout;
    auto* skip = new QPushButton(tr("Skip"), this);
    skip->setObjectName(QStringLiteral("skip"));
    m_next->setObjectName(QStringLiteral("next"));
    row->addWidget(skip);
    row->addStretch(1);
    row->addWidget(m_next);
    column->addLayout(row);
    auto* header = window.findChild<HeaderBar*>();
    m_hints = {
        {tr("This is the market you look at. Click it, or just type the first letters of another one."),
         header->findChild<QPushButton*>(QStringLiteral("symbol"))},
        {tr("Trading is locked at every start. Unlock it here; “Cancel all” beside it works at any time."),
         header->findChild<QPushButton*>(QStringLiteral("lock"))},
        {tr("A click in the bid column buys there, in the ask column it sells. Drag an order to move it."),
         window.panel<Ladder>()},
        {tr("Ctrl+K finds everything: commands, panels, workspaces, markets. Panels can be moved, tabbed and "
            "popped out by their titles. F1 explains the panel you are in."),
         nullptr},
    };
    connect(skip, &QPushButton::clicked, this, &Tour::end);
    connect(m_next, &QPushButton::clicked, this, &Tour::next);
    window.installEventFilter(this);
    place();
    show();
    raise();
    m_next->setFocus();
}

void Tour::next()
{
    if (m_step + 1 == static_cast<int>(m_hints.size())) {
        end();
        return;
    }
    ++m_step;
    place();
}

void Tour::end()
{
    emit finished();
    close();
}

// Below what it speaks of where there is room, else at its side, always whole and inside the window.
void Tour::place()
{
    auto const& hint = m_hints[static_cast<std::size_t>(m_step)];
    m_text->setText(hint.text);
    bool const last = m_step + 1 == static_cast<int>(m_hints.size());
    m_next->setText(last ? tr("Done") : tr("Next (%1 of %2)").arg(m_step + 1).arg(m_hints.size()));
    adjustSize();
    auto const room = m_window.rect();
    QPoint at = room.center() - rect().center();
    if (hint.beside != nullptr && hint.beside->isVisible()) {
        auto const of = QRect(hint.beside->mapTo(&m_window, QPoint(0, 0)), hint.beside->size());
        bool const below = of.bottom() + gap + height() < room.bottom();
        at = below ? QPoint(of.left(), of.bottom() + gap) : QPoint(of.left() - gap - width(), of.top() + 60);
    }
    at.setX(std::clamp(at.x(), gap, std::max(gap, room.right() - width() - gap)));
    at.setY(std::clamp(at.y(), gap, std::max(gap, room.bottom() - height() - gap)));
    move(at);
    raise();
}

bool Tour::event(QEvent* event)
{
    // Or the window would take Esc for "cancel all".
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void Tour::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        end();
    } else {
        QFrame::keyPressEvent(event);
    }
}

bool Tour::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace qob
