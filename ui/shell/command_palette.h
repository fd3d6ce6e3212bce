#pragma once

#include <QDialog>
#include <QKeySequence>

#include <functional>
#include <vector>

class QAction;
class QLineEdit;
class QListWidget;

namespace qob {

// Something the palette can do.
struct PaletteItem {
    QString text;
    QKeySequence keys;
    std::function<void()> run;
};

// What an action does; of an action with a menu, what each of the menu's does. A text of its own is the
// property "paletteText"; `before` stands before it.
void addPaletteItems(std::vector<PaletteItem>& items, QAction& action, QString const& before);

// How well a text answers what was typed: the typed words must all be in it, in any order, else 0. More when
// they begin words, and when they begin the text.
int paletteScore(QString const& text, QString const& typed);

// A line to type into and all that answers it, the best first; Enter does it. Deletes itself. GUI thread.
class CommandPalette final : public QDialog {
    Q_OBJECT

public:
    CommandPalette(std::vector<PaletteItem> items, QWidget* parent);

    [[nodiscard]] QLineEdit* input() const { return m_input; }

    // Those that answer, as shown.
    [[nodiscard]] QStringList shownTexts() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void runCurrent();

    std::vector<PaletteItem> m_items;
    QLineEdit* m_input;
    QListWidget* m_list;
};

} // namespace qob
