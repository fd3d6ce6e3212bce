#pragma once

#include <QFrame>
#include <QPointer>

#include <vector>

class QLabel;
class QPushButton;

namespace qob {

class MainWindow;

// Four hints over the window for who starts for the first time, each beside what it speaks of. Skipped with
// one click or Esc; deletes itself. GUI thread.
class Tour final : public QFrame {
    Q_OBJECT

public:
    explicit Tour(MainWindow& window);

    [[nodiscard]] int step() const { return m_step; }

    void next();

signals:
    void finished(); // seen or skipped

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Hint {
        QString text;
        QPointer<QWidget> beside; // a panel can go while the tour is on; null: the middle of the window
    };

    void end();
    void place();

    MainWindow& m_window;
    std::vector<Hint> m_hints;
    int m_step = 0;
    QLabel* m_text;
    QPushButton* m_next;
};

} // namespace qob
