#include "ui/charts/heat_settings.h"

#include "ui/charts/heat_palette.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSlider>
#include <QSpinBox>

#include <cmath>

namespace qob {

namespace {

constexpr int sliderSteps = 100;
constexpr double gammaFactor = 6;      // the slider's ends are 0.5 divided and multiplied by this
constexpr double brightnessFactor = 4; // and here 1

// A slider's place for a value on a logarithmic scale around `middle`, and back.
int placeOf(double value, double middle, double factor)
{
    double const place = std::log(value / middle) / std::log(factor);
    return static_cast<int>(std::lround((place + 1) / 2 * sliderSteps));
}

double valueAt(int place, double middle, double factor)
{
    return middle * std::pow(factor, 2.0 * place / sliderSteps - 1);
}

QIcon gradientIcon(HeatColors colors)
{
    QImage image(48, 12, QImage::Format_RGB32);
    for (int x = 0; x < image.width(); ++x) {
        const QRgb color = HeatPalette::at(colors, static_cast<double>(x) / (image.width() - 1));
        for (int y = 0; y < image.height(); ++y) {
            image.setPixel(x, y, color);
        }
    }
    return QIcon(QPixmap::fromImage(image));
}

QLabel* headline(QString const& text)
{
    auto* label = new QLabel(text);
    label->setProperty("role", "dim");
    return label;
}

} // namespace

HeatSettings::HeatSettings(QWidget* parent) : QFrame(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("popup"));
    setAttribute(Qt::WA_StyledBackground);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(14, 12, 14, 12);
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(7);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    buildColours(*form);
    buildCuts(*form);
    buildTrades(*form);
    auto* reset = new QPushButton(tr("Restore defaults"), this);
    reset->setObjectName(QStringLiteral("heatDefaults"));
    connect(reset, &QPushButton::clicked, this, &HeatSettings::resetWanted);
    form->addRow(reset);
}

void HeatSettings::buildColours(QFormLayout& form)
{
    m_colors = new QComboBox(this);
    m_colors->setObjectName(QStringLiteral("heatColors"));
    m_colors->setIconSize({48, 12});
    const std::array names{tr("Classic"), tr("Mono"), tr("Viridis"), tr("Colour-blind safe")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        m_colors->addItem(gradientIcon(static_cast<HeatColors>(i)), names.at(i));
    }
    m_shading = new QComboBox(this);
    m_shading->setObjectName(QStringLiteral("heatShading"));
    m_shading->addItems({tr("Resting size"), tr("Resting size, bright by age"), tr("Added, pulled, filled")});
    form.addRow(headline(tr("Colours")));
    form.addRow(tr("Palette"), m_colors);
    form.addRow(tr("Colour shows"), m_shading);
    m_gamma = addSlider(form, tr("Gamma"), m_gammaText);
    m_gamma->setToolTip(tr("Lower shows more of the small sizes"));
    m_brightness = addSlider(form, tr("Brightness"), m_brightnessText);
    m_brightness->setToolTip(tr("J darker, K brighter"));
    for (auto* box : {m_colors, m_shading}) {
        connect(box, &QComboBox::currentIndexChanged, this, &HeatSettings::take);
    }
}

void HeatSettings::buildCuts(QFormLayout& form)
{
    form.addRow(headline(tr("Contrast")));
    m_cutUnit = new QComboBox(this);
    m_cutUnit->setObjectName(QStringLiteral("heatCutUnit"));
    m_cutUnit->addItems({tr("Percent of the largest"), tr("Exact size")});
    form.addRow(tr("Cutoffs in"), m_cutUnit);
    m_low = addSize(form, tr("Hide below"), tr("Smaller sizes are not shown"));
    m_low->setObjectName(QStringLiteral("heatLow"));
    m_high = addSize(form, tr("Full colour from"), tr("This size and larger ones look alike"));
    m_high->setObjectName(QStringLiteral("heatHigh"));
    m_lock = new QCheckBox(tr("Lock at what is largest now"), this);
    m_lock->setObjectName(QStringLiteral("heatLock"));
    m_lock->setToolTip(tr("Colours stay comparable while the map moves"));
    form.addRow(tr("Contrast"), m_lock);
    m_rowTicks = new QSpinBox(this);
    m_rowTicks->setObjectName(QStringLiteral("heatRowTicks"));
    m_rowTicks->setRange(0, 100'000);
    m_rowTicks->setSpecialValueText(tr("auto"));
    m_rowTicks->setToolTip(tr("Prices that are added up in one row"));
    form.addRow(tr("Ticks a row"), m_rowTicks);
    connect(m_cutUnit, &QComboBox::currentIndexChanged, this, &HeatSettings::takeUnit);
    connect(m_lock, &QCheckBox::toggled, this, &HeatSettings::take);
    connect(m_rowTicks, &QSpinBox::valueChanged, this, &HeatSettings::take);
}

void HeatSettings::buildTrades(QFormLayout& form)
{
    form.addRow(headline(tr("Trades")));
    m_leastBubble = addSize(form, tr("Smallest bubble"), tr("Smaller trades get no bubble"));
    m_leastBubble->setObjectName(QStringLiteral("heatLeastBubble"));
    m_slice = new QSpinBox(this);
    m_slice->setObjectName(QStringLiteral("heatSlice"));
    m_slice->setRange(1, 64);
    m_slice->setSuffix(tr(" px"));
    m_slice->setToolTip(tr("Trades this near each other are one bubble at their average price"));
    form.addRow(tr("Gather over"), m_slice);
    m_largeLot = addSize(form, tr("Large lot from"), tr("What the marks of large lots and icebergs show"));
    m_largeLot->setObjectName(QStringLiteral("heatLargeLot"));
    connect(m_slice, &QSpinBox::valueChanged, this, &HeatSettings::take);
}

QSlider* HeatSettings::addSlider(QFormLayout& form, QString const& text, QLabel*& value)
{
    auto* row = new QHBoxLayout;
    auto* slider = new QSlider(Qt::Horizontal, this);
    slider->setRange(0, sliderSteps);
    slider->setMinimumWidth(150);
    slider->setAccessibleName(text);
    value = new QLabel(this);
    value->setProperty("role", "number");
    value->setMinimumWidth(34);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(slider, 1);
    row->addWidget(value);
    form.addRow(text, row);
    connect(slider, &QSlider::valueChanged, this, &HeatSettings::take);
    return slider;
}

QDoubleSpinBox* HeatSettings::addSize(QFormLayout& form, QString const& text, QString const& hint)
{
    auto* box = new QDoubleSpinBox(this);
    box->setLocale(QLocale::c()); // sizes have a point
    box->setRange(0, 1e12);
    box->setToolTip(hint);
    box->setAccessibleName(text);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setSpecialValueText(tr("auto"));
    box->setKeyboardTracking(false);
    form.addRow(text, box);
    connect(box, &QDoubleSpinBox::valueChanged, this, &HeatSettings::take);
    return box;
}

void HeatSettings::setLook(HeatLook const& look, int decimals, QString const& unit, double largest)
{
    m_filling = true;
    m_look = look;
    m_largest = largest;
    m_decimals = decimals;
    m_unit = QLatin1Char(' ') + unit;
    m_colors->setCurrentIndex(static_cast<int>(look.colors));
    m_shading->setCurrentIndex(static_cast<int>(look.shading));
    m_gamma->setValue(placeOf(look.gamma, 0.5, gammaFactor));
    m_gammaText->setText(QString::number(look.gamma, 'f', 2));
    m_brightness->setValue(placeOf(look.brightness, 1.0, brightnessFactor));
    m_brightnessText->setText(QString::number(look.brightness, 'f', 2));
    m_cutUnit->setCurrentIndex(look.exactCuts ? 1 : 0);
    showCuts();
    m_lock->setChecked(look.lockedSize > 0);
    m_rowTicks->setValue(look.rowTicks);
    m_slice->setValue(look.slicePixels);
    for (auto* box : {m_leastBubble, m_largeLot}) {
        box->setDecimals(decimals);
        box->setSuffix(m_unit);
    }
    m_leastBubble->setValue(look.leastBubble);
    m_largeLot->setValue(look.largeLot);
    m_filling = false;
}

void HeatSettings::showCuts()
{
    bool const exact = m_look.exactCuts;
    for (auto* box : {m_low, m_high}) {
        box->setSpecialValueText(exact && box == m_high ? tr("the largest") : QString());
        box->setDecimals(exact ? m_decimals : 0);
        box->setSuffix(exact ? m_unit : QStringLiteral(" %"));
        box->setMaximum(exact ? 1e12 : (box == m_low ? 99 : 500));
        box->setMinimum(!exact && box == m_high ? 1 : 0);
    }
    m_low->setValue(exact ? m_look.lowSize : m_look.lowPercent);
    m_high->setValue(exact ? m_look.highSize : m_look.highPercent);
}

void HeatSettings::openAt(QPoint const& topRight)
{
    adjustSize();
    const QRect room = screen()->availableGeometry();
    int const x =
        std::clamp(topRight.x() - width(), room.left(), std::max(room.left(), room.right() - width()));
    int const y = std::clamp(topRight.y(), room.top(), std::max(room.top(), room.bottom() - height()));
    move(x, y);
    show();
}

// The cutoffs keep what they mean on screen when they are told in another unit.
void HeatSettings::takeUnit(int index)
{
    if (m_filling) {
        return;
    }
    bool const exact = index == 1;
    if (exact && !m_look.exactCuts) {
        m_look.lowSize = m_largest * m_look.lowPercent / 100;
        m_look.highSize = m_largest * m_look.highPercent / 100;
    }
    m_look.exactCuts = exact;
    m_filling = true;
    showCuts();
    m_filling = false;
    emit changed(m_look);
}

void HeatSettings::take()
{
    if (m_filling) {
        return;
    }
    m_look.colors = static_cast<HeatColors>(m_colors->currentIndex());
    m_look.shading = static_cast<HeatShading>(m_shading->currentIndex());
    // A value between two places of its slider stays until that is moved.
    if (m_gamma->value() != placeOf(m_look.gamma, 0.5, gammaFactor)) {
        m_look.gamma = valueAt(m_gamma->value(), 0.5, gammaFactor);
    }
    if (m_brightness->value() != placeOf(m_look.brightness, 1.0, brightnessFactor)) {
        m_look.brightness = valueAt(m_brightness->value(), 1.0, brightnessFactor);
    }
    (m_look.exactCuts ? m_look.lowSize : m_look.lowPercent) = m_low->value();
    (m_look.exactCuts ? m_look.highSize : m_look.highPercent) = m_high->value();
    if (m_lock->isChecked() != (m_look.lockedSize > 0)) {
        m_look.lockedSize = m_lock->isChecked() ? m_largest : 0;
    }
    m_look.rowTicks = m_rowTicks->value();
    m_look.slicePixels = m_slice->value();
    m_look.leastBubble = m_leastBubble->value();
    m_look.largeLot = m_largeLot->value();
    m_gammaText->setText(QString::number(m_look.gamma, 'f', 2));
    m_brightnessText->setText(QString::number(m_look.brightness, 'f', 2));
    emit changed(m_look);
}

} // namespace qob
