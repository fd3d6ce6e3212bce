#pragma once

#include "engine/api/candle.h"

#include <QWidget>

class QButtonGroup;
class QToolButton;

namespace qob {

// Chooses a candle interval: the usual ones by a button each where there is room, all of them from a menu.
// GUI thread.
class IntervalPicker final : public QWidget {
    Q_OBJECT

public:
    explicit IntervalPicker(CandleInterval chosen, QWidget* parent = nullptr);

    [[nodiscard]] CandleInterval interval() const { return m_interval; }

    // Does not tell.
    void setInterval(CandleInterval interval);

    // Only the menu.
    void setNarrow(bool narrow);

signals:
    void chosen(qob::CandleInterval interval);

private:
    void choose(CandleInterval interval);

    CandleInterval m_interval;
    QButtonGroup* m_usual = nullptr;
    QToolButton* m_all = nullptr;
    bool m_narrow = false;
};

// "1 s", "15 m", "1 M": with a space, as it is read.
QString intervalText(CandleInterval interval);

} // namespace qob
