#include "ui/charts/heat_map.h"

#include "ui/look/fonts.h"
#include "ui/models/display_text.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>

namespace qob {

namespace {

constexpr int priceAxisWidth = 76;
constexpr int timeAxisHeight = 20;
constexpr double wheelStep = 1.18;
constexpr double keyMove = 40.0; // pixels
constexpr std::array spanLengths{minutes(1), minutes(5), minutes(15), hours(1)};

} // namespace

HeatMap::HeatMap(
    FrameClock& frames,
    MarketView const& market,
    OrderReplica const& orders,
    Theme const& theme,
    QWidget* parent
)
    : QWidget(parent)
    , FrameClient(frames, *this)
    , m_market(market)
    , m_orders(orders)
    , m_theme(theme)
    , m_window(market.heat())
    , m_raster(market.heat(), theme)
    , m_text(numberFont(theme.numberFont, 11))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("Heat map"));
    buildSpans();
    connect(&market, &MarketView::heatChanged, this, &HeatMap::takeHeat);
    connect(&market, &MarketView::shownChanged, this, &HeatMap::takeInstrument);
    connect(&market, &MarketView::feedChanged, this, [this] { markDirty(); });
    connect(&orders, &OrderReplica::ordersChanged, this, [this] { markDirty(); });
    connect(&orders, &OrderReplica::fillsAdded, this, [this] { markDirty(); });
    connect(&orders, &OrderReplica::reset, this, [this] { markDirty(); });
    takeInstrument();
    takeHeat(true);
}

void HeatMap::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const QRect plot = plotRect();
    if (store().empty() || m_view.rows.rows == 0) {
        painter.fillRect(rect(), m_theme.panel);
    } else {
        painter.setClipRect(plot);
        m_raster.paint(
            painter,
            QPoint(
                plot.width() - (plot.width() + m_view.slotPixels - 1) / m_view.slotPixels * m_view.slotPixels,
                0
            )
        );
        paintOwn(painter);
        paintCursor(painter);
        painter.setClipping(false);
    }
    paintState(painter);
    paintPriceAxis(painter);
    paintTimeAxis(painter);
    if (!m_painted && !store().empty() && m_view.rows.rows != 0) {
        m_painted = true;
        emit firstPainted();
    }
}

void HeatMap::resizeEvent(QResizeEvent* event)
{
    bool const first = event->oldSize().width() <= 0;
    const Duration span = m_window.span();
    m_window.resize(plotRect().size());
    if (first || m_window.following()) {
        m_window.showSpan(first ? spanLengths.back() : span);
    }
    markDirty();
}

void HeatMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_dragFrom = event->position();
        m_grabbed = zoneAt(event->position());
        setCursor(m_grabbed == Zone::Plot ? Qt::ClosedHandCursor : Qt::SizeAllCursor);
    }
}

void HeatMap::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (m_dragFrom) {
        const QPointF by = at - *m_dragFrom;
        m_dragFrom = at;
        switch (m_grabbed) {
        case Zone::Plot:
            m_window.drag(by.x(), by.y());
            break;
        case Zone::PriceAxis:
            m_window.zoomPrice(std::exp(by.y() * 0.006), 0.5 * plotRect().height());
            break;
        case Zone::TimeAxis:
            m_window.zoomTime(std::exp(-by.x() * 0.006), plotRect().width());
            break;
        }
    }
    m_cursor = zoneAt(at) == Zone::Plot ? std::optional(at) : std::nullopt;
    moved();
}

void HeatMap::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    m_dragFrom.reset();
    setCursor(Qt::CrossCursor);
}

void HeatMap::mouseDoubleClickEvent(QMouseEvent* /*event*/)
{
    m_window.reset();
    moved();
}

void HeatMap::wheelEvent(QWheelEvent* event)
{
    double const steps = event->angleDelta().y() / 120.0;
    double const factor = std::pow(wheelStep, -steps);
    bool const price =
        event->modifiers().testFlag(Qt::ControlModifier) || zoneAt(event->position()) == Zone::PriceAxis;
    if (price) {
        m_window.zoomPrice(factor, event->position().y());
    } else {
        m_window.zoomTime(factor, event->position().x());
    }
    event->accept();
    moved();
}

void HeatMap::keyPressEvent(QKeyEvent* event)
{
    double const middle = 0.5 * plotRect().height();
    switch (event->key()) {
    case Qt::Key_Home:
        m_window.reset();
        break;
    case Qt::Key_Left:
        m_window.drag(keyMove, 0);
        break;
    case Qt::Key_Right:
        m_window.drag(-keyMove, 0);
        break;
    case Qt::Key_Up:
        m_window.drag(0, keyMove);
        break;
    case Qt::Key_Down:
        m_window.drag(0, -keyMove);
        break;
    case Qt::Key_Plus:
        m_window.zoomPrice(1.0 / wheelStep, middle);
        break;
    case Qt::Key_Minus:
        m_window.zoomPrice(wheelStep, middle);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    moved();
}

void HeatMap::leaveEvent(QEvent* /*event*/)
{
    m_cursor.reset();
    moved();
}

void HeatMap::onFrame(Duration /*now*/)
{
    if (!store().empty()) {
        m_view = m_window.view();
        m_raster.show(plotRect().size(), m_view);
        refreshCursor();
    }
    update();
}

void HeatMap::takeHeat(bool reset)
{
    if (reset) {
        m_raster.invalidate();
        m_waiting = true;
    }
    if (m_waiting && !store().empty()) {
        m_waiting = false;
        showFirstSpan();
    }
    markDirty();
}

void HeatMap::takeInstrument()
{
    Instrument const* shown = m_market.shown();
    const Instrument next = shown == nullptr ? Instrument{} : *shown;
    if (next.id != m_instrument.id || next.tickSize != m_instrument.tickSize) {
        m_raster.invalidate();
        m_window.reset();
    }
    m_instrument = next;
    markDirty();
}

// Buttons for the usual lengths of history, over the plot's top left corner.
void HeatMap::buildSpans()
{
    const std::array texts{tr("1 m"), tr("5 m"), tr("15 m"), tr("1 h")};
    auto* bar = new QWidget(this);
    bar->setObjectName("heatSpans");
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(6, 6, 0, 0);
    layout->setSpacing(2);
    m_spans = new QButtonGroup(this);
    for (std::size_t i = 0; i < spanLengths.size(); ++i) {
        auto* button = new QToolButton(bar);
        button->setText(texts[i]);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus);
        button->setCursor(Qt::PointingHandCursor);
        button->setToolTip(tr("Show %1 of history and follow it").arg(texts[i]));
        connect(button, &QToolButton::clicked, this, [this, length = spanLengths[i]] { showSpan(length); });
        m_spans->addButton(button, static_cast<int>(i));
        layout->addWidget(button);
    }
    bar->adjustSize();
}

// The longest of the lengths that there is history for, the second at least.
void HeatMap::showFirstSpan()
{
    const Duration recorded = heatColumnTime * (store().endColumn() - store().firstColumn());
    auto const longest = std::find_if(spanLengths.rbegin(), spanLengths.rend() - 2, [&](Duration length) {
        return recorded * 5 >= length * 4;
    });
    auto const index = spanLengths.size() - 1 - static_cast<std::size_t>(longest - spanLengths.rbegin());
    m_spans->button(static_cast<int>(index))->setChecked(true);
    showSpan(spanLengths[index]);
}

void HeatMap::showSpan(Duration span)
{
    m_window.showSpan(span);
    markDirty();
}

// What is under the cursor: price, time and the size that rested there.
void HeatMap::refreshCursor()
{
    if (!m_cursor || m_instrument.venue.empty()) {
        return;
    }
    auto const tick = static_cast<std::int64_t>(std::lround(m_window.tickAt(m_cursor->y())));
    const std::int64_t column = m_window.columnAt(m_cursor->x());
    HeatScan scan(store());
    HeatRows row;
    row.ticksPerRow = m_view.rows.ticksPerRow;
    row.topTick = m_view.rows.topTick - m_view.rows.rowOf(static_cast<std::int32_t>(tick)) * row.ticksPerRow;
    row.rows = 1;
    scan.start(column, row);
    scan.next(1, m_cursorSlot);
    const Timestamp time(column * heatColumnTime.value);
    m_cursorText = clockText(time, false).toStdString() + "  " + m_instrument.priceText(priceOf(tick));
    auto const units =
        static_cast<double>(m_cursorSlot.sizes.front()) * static_cast<double>(pow10(m_instrument.qtyScale));
    if (m_cursorSlot.stale) {
        m_cursorText += "  no data";
    } else if (units >= 0.5) {
        m_cursorText +=
            "  " + m_instrument.qtyText(Qty(std::llround(units))) + " " + m_instrument.base.text();
    }
}

void HeatMap::moved()
{
    for (QAbstractButton* button : m_spans->buttons()) {
        if (button->isChecked() && !m_window.following()) {
            m_spans->setExclusive(false);
            button->setChecked(false);
            m_spans->setExclusive(true);
        }
    }
    markDirty();
}

QRect HeatMap::plotRect() const
{
    return {0, 0, std::max(1, width() - priceAxisWidth), std::max(1, height() - timeAxisHeight)};
}

HeatMap::Zone HeatMap::zoneAt(QPointF const& at) const
{
    const QRect plot = plotRect();
    if (at.x() >= plot.width()) {
        return Zone::PriceAxis;
    }
    return at.y() >= plot.height() ? Zone::TimeAxis : Zone::Plot;
}

Price HeatMap::priceOf(std::int64_t tick) const
{
    return m_instrument.tickSize * tick;
}

double HeatMap::tickOf(Price price) const
{
    return static_cast<double>(price.value) / static_cast<double>(m_instrument.tickSize.value);
}

} // namespace qob
