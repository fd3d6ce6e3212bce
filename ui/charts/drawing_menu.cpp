#include "ui/charts/drawing_menu.h"

#include "ui/look/icons.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <array>

namespace qob {
namespace {

struct Tool {
    DrawingKind kind;
    char const* id;
    char const* icon;
    Qt::Key key; // with Alt
};

constexpr std::array tools{
    Tool{DrawingKind::Line, "drawing.line", "draw_line", Qt::Key_T},
    Tool{DrawingKind::Ray, "drawing.ray", "draw_ray", Qt::Key_R},
    Tool{DrawingKind::Level, "drawing.level", "draw_level", Qt::Key_H},
    Tool{DrawingKind::Rectangle, "drawing.rectangle", "draw_rectangle", Qt::Key_B},
    Tool{DrawingKind::Ruler, "drawing.ruler", "draw_ruler", Qt::Key_M},
    Tool{DrawingKind::Note, "drawing.note", "draw_note", Qt::Key_N},
};

QIcon swatch(QColor const& color)
{
    constexpr int size = 24; // sharp at twice the size it is shown at
    QPixmap picture(size, size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.fillRect(QRect(2, 2, size - 4, size - 4), color);
    return picture;
}

QAction* addCommand(
    QMenu& menu, char const* id, QString const& text, QKeySequence const& keys, std::function<void()> run
)
{
    auto* action = menu.addAction(text);
    action->setObjectName(QLatin1String(id));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(action, &QAction::triggered, &menu, std::move(run));
    return action;
}

// A choice of the drawing's menu that changes it in one step.
QAction* addChange(
    QMenu& menu, char const* id, QString const& text, DrawingTools& of, std::function<void(Drawing&)> change
)
{
    auto* action = menu.addAction(text);
    action->setObjectName(QLatin1String(id));
    action->setCheckable(true);
    QObject::connect(action, &QAction::triggered, &of, [&of, change = std::move(change)] {
        if (auto const* now = of.drawings().find(of.selected())) {
            auto drawing = *now;
            change(drawing);
            of.restyle(drawing);
        }
    });
    return action;
}

void addToggle(QMenu& menu, char const* id, QString const& text, DrawingTools& of, bool Drawing::*field)
{
    auto const* now = of.drawings().find(of.selected());
    addChange(menu, id, text, of, [field](Drawing& drawing) {
        drawing.*field = !(drawing.*field);
    })->setChecked(now != nullptr && now->*field);
}

void addStyle(QMenu& menu, DrawingTools& of, Drawing const& drawing, QColor const& back)
{
    auto* colors = menu.addMenu(DrawingTools::tr("Colour"));
    auto* oneColor = new QActionGroup(colors);
    for (int color = 0; color < drawingColors; ++color) {
        auto* action =
            addChange(*colors, "drawing.color", drawingColorText(color), of, [color](Drawing& one) {
                one.color = color;
            });
        action->setIcon(swatch(drawingColor(color, back)));
        action->setChecked(color == drawing.color);
        oneColor->addAction(action);
    }
    if (drawing.kind == DrawingKind::Note || drawing.kind == DrawingKind::Ruler) {
        return;
    }
    auto* widths = menu.addMenu(DrawingTools::tr("Width"));
    auto* oneWidth = new QActionGroup(widths);
    for (int width = 1; width <= widestDrawing; ++width) {
        auto const text = DrawingTools::tr("%n pixel(s)", nullptr, width);
        auto* action =
            addChange(*widths, "drawing.width", text, of, [width](Drawing& one) { one.width = width; });
        action->setChecked(width == drawing.width);
        oneWidth->addAction(action);
    }
    addToggle(menu, "drawing.dashed", DrawingTools::tr("Dashed"), of, &Drawing::dashed);
    if (canExtendLeft(drawing.kind)) {
        addToggle(menu, "drawing.left", DrawingTools::tr("Extend to the left"), of, &Drawing::extendLeft);
    }
    if (canExtendRight(drawing.kind)) {
        addToggle(menu, "drawing.right", DrawingTools::tr("Extend to the right"), of, &Drawing::extendRight);
    }
}

} // namespace

QString drawingIcon(DrawingKind kind)
{
    auto const* const found =
        std::find_if(tools.begin(), tools.end(), [&](Tool const& tool) { return tool.kind == kind; });
    return QLatin1String(found->icon);
}

QMenu* makeDrawingToolsMenu(DrawingTools& of, QWidget* parent, QColor const& color)
{
    auto* menu = new QMenu(DrawingTools::tr("Draw"), parent);
    menu->menuAction()->setObjectName(QStringLiteral("drawing.tools"));
    std::vector<std::pair<DrawingKind, QAction*>> actions;
    for (auto const& tool : tools) {
        auto* action = addCommand(
            *menu,
            tool.id,
            drawingKindText(tool.kind),
            QKeySequence(Qt::ALT | tool.key),
            [&of, kind = tool.kind] { of.choose(of.tool() == kind ? std::nullopt : std::optional(kind)); }
        );
        action->setIcon(themedIcon(QLatin1String(tool.icon), color));
        action->setCheckable(true);
        actions.emplace_back(tool.kind, action);
    }
    menu->addSeparator();
    auto* keep = addCommand(*menu, "drawing.keep", DrawingTools::tr("Keep the tool after use"), {}, [&of] {
        of.setKeepsTool(!of.keepsTool());
    });
    keep->setCheckable(true);
    QObject::connect(&of, &DrawingTools::toolChanged, menu, [&of, actions, keep] {
        for (auto const& [kind, action] : actions) {
            action->setChecked(of.tool() == kind);
        }
        keep->setChecked(of.keepsTool());
    });
    menu->addSeparator();
    auto& drawings = of.drawings();
    addCommand(*menu, "drawing.undo", DrawingTools::tr("Undo the drawing"), QKeySequence::Undo, [&drawings] {
        drawings.undo();
    });
    addCommand(
        *menu,
        "drawing.redo",
        DrawingTools::tr("Redo the drawing"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
        [&drawings] { drawings.redo(); }
    );
    addCommand(*menu, "drawing.removeAll", DrawingTools::tr("Delete all drawings of this market"), {}, [&of] {
        of.removeAll();
    });
    return menu;
}

void openDrawingMenu(DrawingTools& of, Drawing const& drawing, QPoint const& at, QColor const& back)
{
    auto* menu = new QMenu(qobject_cast<QWidget*>(of.parent()));
    menu->setObjectName(QStringLiteral("drawingMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addStyle(*menu, of, drawing, back);
    addToggle(*menu, "drawing.locked", DrawingTools::tr("Locked"), of, &Drawing::locked);
    addChange(*menu, "drawing.everywhere", DrawingTools::tr("In every workspace"), of, [&of](Drawing& one) {
        one.workspace = one.workspace.isEmpty() ? of.drawings().workspace() : QString();
    })->setChecked(drawing.workspace.isEmpty());
    menu->addSeparator();
    if (canBeCrossed(drawing.kind)) {
        addToggle(*menu, "drawing.alert", DrawingTools::tr("Alert when crossed"), of, &Drawing::alert);
    }
    auto const command = [&](char const* id, QString const& text, auto run) {
        return addCommand(*menu, id, text, {}, [&of, id = drawing.id, run] {
            if (auto const* now = of.drawings().find(id)) {
                run(*now);
            }
        });
    };
    if (drawing.kind != DrawingKind::Ruler) {
        command("drawing.text", DrawingTools::tr("Edit the text…"), [&of](Drawing const& now) {
            of.editText(now);
        });
    }
    command("drawing.duplicate", DrawingTools::tr("Duplicate"), [&of](Drawing const& now) {
        of.duplicate(now);
    });
    auto* remove = command("drawing.delete", DrawingTools::tr("Delete"), [&of](Drawing const& now) {
        of.drawings().remove(QUuid(now.id));
    });
    remove->setEnabled(!drawing.locked);
    menu->popup(at);
}

} // namespace qob
