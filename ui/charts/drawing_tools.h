#pragma once

#include "ui/charts/drawing_paint.h"
#include "ui/models/drawings.h"

#include <QObject>
#include <QPixmap>
#include <QPointer>

class QAction;
class QContextMenuEvent;
class QKeyEvent;
class QLineEdit;
class QMenu;
class QMouseEvent;
class QToolButton;

namespace qob {

// Drawing on one panel. It sees the panel's mouse and keys before the panel does:
//   with a tool: press, drag and release, or two clicks, place a drawing; then it is the pointer's turn
//   again,
//     unless Ctrl is held or the tool is kept. Shift keeps a line level, upright or diagonal. A right click
//     or Esc ends the tool
//   without one: a press on a drawing selects it, a drag moves it or one of its handles, with Ctrl a copy;
//     Shift keeps to one direction. A double click edits its words, a right click opens its menu, Delete
//     removes it. Esc with no tool in hand is not taken: it cancels orders
// GUI thread.
class DrawingTools final : public QObject {
    Q_OBJECT

public:
    struct Tag {
        double y;
        QString text;
        QColor color;
    };

    // What is drawn on. All must outlive it; `dirty` asks for a frame.
    struct Panel {
        QWidget& widget;
        DrawingAxes const& axes;
        Theme const& theme;
        QColor back;
        bool banded; // as DrawingLook has it
        std::function<void()> dirty;
    };

    // Child of the panel's widget; the menu becomes one of its actions.
    DrawingTools(Panel panel, Drawings& drawings);

    [[nodiscard]] std::optional<DrawingKind> tool() const { return m_tool; }

    // Nothing: the pointer.
    void choose(std::optional<DrawingKind> tool);

    // The tool stays in hand after a drawing is placed.
    [[nodiscard]] bool keepsTool() const { return m_keepsTool; }

    void setKeepsTool(bool keeps);

    // Null id: none.
    [[nodiscard]] QUuid const& selected() const { return m_look.selected; }

    void select(QUuid const& id);

    // Once a frame, when the panel's axes are as they will be painted.
    void prepare(Instrument const& instrument);

    // The picture that was prepared: below the panel's own lines, clipped by the panel.
    void paint(QPainter& painter) const;

    // Prices of levels, for the price axis.
    [[nodiscard]] std::vector<Tag> const& tags() const { return m_tags; }

    // How often the picture was painted.
    [[nodiscard]] std::uint64_t prepared() const { return m_prepared; }

    [[nodiscard]] std::vector<DrawingShape> const& shapes() const { return m_shapes; }

    // After the panel chose a cursor for the mouse.
    void showCursor();

    // Every tool, undo and redo; a submenu of the panel's actions.
    [[nodiscard]] QMenu* menu() const { return m_menu; }

    // With the menu, showing the tool in hand.
    QToolButton* makeButton(QWidget* parent);

    [[nodiscard]] Drawings& drawings() const { return m_drawings; }

    // Opens a line to type its words into.
    void editText(Drawing const& drawing);
    // Closes that line, if there is one; `takes`: with what is in it.
    void endText(bool takes);

    // Changes one; what is drawn next has its colour, width and dashes.
    void restyle(Drawing const& drawing);
    void duplicate(Drawing const& drawing);
    // Of the shown market.
    void removeAll();

signals:
    void toolChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Drag {
        Drawing before;
        int handle;
        QPointF from;
        bool copies;
    };

    // Where prices and times were when the shapes were made.
    struct View {
        QRect rect;
        std::array<double, 2> units{};
        std::array<std::int64_t, 2> times{};

        friend bool operator==(View const&, View const&) = default;
    };

    bool press(QMouseEvent const& event);
    bool move(QMouseEvent const& event);
    bool release(QMouseEvent const& event);
    bool doubleClick(QMouseEvent const& event);
    bool key(QKeyEvent const& event, bool does);
    bool contextMenu(QContextMenuEvent const& event);
    bool place(QMouseEvent const& event);
    void hover(QMouseEvent const& event);
    void pull(QPointF const& at, bool straight);
    void dragTo(QPointF const& at, bool straight);
    void finishDrag();
    void finishDraft(bool keep);
    bool cancel();
    void takeChange(QString const& market);
    void refresh();
    void makeShapes();
    void makePicture();
    [[nodiscard]] Drawing newDrawing(QPointF const& at) const;
    [[nodiscard]] DrawingShape const* shapeOf(QUuid const& id) const;
    [[nodiscard]] View viewNow() const;
    [[nodiscard]] bool hasPlot() const;

    Panel m_panel;
    Drawings& m_drawings;
    Instrument m_instrument;
    QMenu* m_menu;
    std::optional<DrawingKind> m_tool;
    bool m_keepsTool = false;
    Drawing m_style; // of the next drawing

    std::optional<Drawing> m_draft; // being placed, or a copy that is dragged
    bool m_placing = false;
    std::optional<QPointF> m_pressedAt; // the press that began it, until it is released
    std::optional<Drag> m_drag;
    QPointer<QLineEdit> m_edit;
    Drawing m_edited; // without id: it is new

    bool m_overHandle = false;
    bool m_ownCursor = false;  // the panel's is not shown
    bool m_stale = true;       // the shapes are to be made anew
    bool m_looksOther = false; // another one is selected or under the mouse
    View m_view;
    DrawingLook m_look;
    std::vector<DrawingShape> m_shapes;
    std::vector<Tag> m_tags;
    QPixmap m_picture; // of the panel's drawingRect(); null: nothing is drawn
    std::uint64_t m_prepared = 0;
};

} // namespace qob
