#pragma once

#include "ui/charts/heat_look.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSlider;
class QSpinBox;

namespace qob {

// The pop-up in which a heat map's colours, cutoffs and sizes are chosen. Each change is told at once, so
// that the map behind it is the preview. GUI thread.
class HeatSettings final : public QFrame {
    Q_OBJECT

public:
    explicit HeatSettings(QWidget* parent);

    // Shows these choices. Sizes have so many decimals and this unit; `largest` is the map's largest size,
    // where exact cutoffs and a locked contrast begin.
    void setLook(HeatLook const& look, int decimals, QString const& unit, double largest);

    // With its top right corner here, moved as far as the screen asks for.
    void openAt(QPoint const& topRight);

signals:
    void changed(qob::HeatLook const& look);
    void resetWanted(); // to the look a new map has

private:
    void buildColours(QFormLayout& form);
    void buildCuts(QFormLayout& form);
    void buildTrades(QFormLayout& form);
    QSlider* addSlider(QFormLayout& form, QString const& text, QLabel*& value);
    QDoubleSpinBox* addSize(QFormLayout& form, QString const& text, QString const& hint);
    void showCuts();
    void take();
    void takeUnit(int index);

    HeatLook m_look;
    bool m_filling = false;
    double m_largest = 0;
    QString m_unit;
    int m_decimals = 2;
    QComboBox* m_colors = nullptr;
    QComboBox* m_shading = nullptr;
    QSlider* m_gamma = nullptr;
    QLabel* m_gammaText = nullptr;
    QSlider* m_brightness = nullptr;
    QLabel* m_brightnessText = nullptr;
    QDoubleSpinBox* m_low = nullptr;
    QDoubleSpinBox* m_high = nullptr;
    QComboBox* m_cutUnit = nullptr;
    QCheckBox* m_lock = nullptr;
    QSpinBox* m_rowTicks = nullptr;
    QDoubleSpinBox* m_leastBubble = nullptr;
    QSpinBox* m_slice = nullptr;
    QDoubleSpinBox* m_largeLot = nullptr;
};

} // namespace qob
