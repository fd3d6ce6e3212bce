#pragma once

#include <QLineEdit>

namespace qob {

// A line of decimal text that Up, Down and the wheel (when focused) move by steps. It knows nothing of what
// the number means: the owner steps it and says whether the text is good.
class NumberEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit NumberEdit(QWidget* parent = nullptr);

    // Red border and the reason as tool tip; empty: good.
    void setProblem(QString const& problem);

    // A minus before the number is one, too.
    void takeSigns();

signals:
    void stepped(int steps); // +1 up; ten with Shift

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    bool m_bad = false;
};

} // namespace qob
