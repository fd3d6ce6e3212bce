#include "ui/charts/heat_map.h"

#include "engine/api/same_contract.h"
#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/models/display_text.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace qob {

namespace {

constexpr double wheelStep = 1.18;
constexpr double wheelMove = 60.0; // pixels
constexpr std::array spanLengths{minutes(1), minutes(5), minutes(15), hours(1)};
constexpr int edgeReach = 3; // pixels around the delta pane's edge that grab it

} // namespace

HeatMap::HeatMap(
    FrameClock& frames, MarketView& market, OrderReplica const& orders, Theme const& theme, QWidget* parent
)
    : QWidget(parent)
    , FrameClient(frames, *this)
    , m_market(market)
    , m_orders(orders)
    , m_theme(theme)
    , m_window(market.heat())
    , m_raster(market.heat(), theme)
    , m_overlays(market.heat(), m_raster, theme)
    , m_text(numberFont(theme.numberFont, 11))
    , m_layout({}, m_look)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("Heat map"));
    buildTools();
    buildActions();
    connect(&market, &MarketView::heatChanged, this, &HeatMap::takeHeat);
    connect(&market, &MarketView::heatPastChanged, this, [this] {
        m_raster.invalidate(); // the sums are those of what was held, and stay
        m_overlays.pastChanged();
        markDirty();
    });
    connect(&market, &MarketView::shownChanged, this, &HeatMap::takeInstrument);
    connect(&market, &MarketView::feedChanged, this, [this] { markDirty(); });
    connect(&market, &MarketView::cursorChanged, this, [this] { markDirty(); });
    connect(&orders, &OrderReplica::ordersChanged, this, [this] { markDirty(); });
    auto const takeFills = [this] {
        m_fillsDirty = true;
        markDirty();
    };
    connect(&orders, &OrderReplica::fillsAdded, this, takeFills);
    connect(&orders, &OrderReplica::reset, this, takeFills);
    takeInstrument();
    takeHeat(true);
}

void HeatMap::setLook(HeatLook const& look)
{
    if (look == m_look) {
        return;
    }
    m_look = look;
    m_raster.setLook(look);
    m_window.setRowTicks(look.rowTicks);
    m_layout = HeatLayout(size(), look);
    m_window.resize(m_layout.map.size());
    placeTools();
    syncActions();
    fillSettings();
    markDirty();
}

QJsonObject HeatMap::saveState() const
{
    QJsonObject window = m_window.toJson();
    if (!m_spanGiven) {
        window.remove("seconds"); // chosen by the length of the history, which is another next time
    }
    return {{"look", m_look.toJson()}, {"window", window}};
}

void HeatMap::restoreState(QJsonObject const& state)
{
    HeatLook look;
    look.readJson(state["look"].toObject());
    setLook(look);
    const QJsonObject window = state["window"].toObject();
    m_window.readJson(window);
    m_spanGiven = window.contains("seconds");
    syncActions();
    moved();
}

void HeatMap::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (!hasPicture()) {
        painter.fillRect(rect(), m_theme.panel);
    } else {
        QRect const& map = m_layout.map;
        painter.setClipRect(map);
        int const slot = m_view.slotPixels;
        m_raster.paint(painter, QPoint(map.width() - (map.width() + slot - 1) / slot * slot, 0));
        m_overlays.paint(painter, m_window);
        painter.setClipRect(map);
        if (m_drawing != nullptr) {
            m_drawing->paint(painter);
        }
        paintOwn(painter);
        painter.setClipRect(0, 0, m_layout.priceAxis.left(), m_layout.timeAxis.top());
        paintCursor(painter);
        painter.setClipping(false);
    }
    paintState(painter);
    paintPriceAxis(painter);
    paintTimeAxis(painter);
    if (!m_painted && hasPicture()) {
        m_painted = true;
        emit firstPainted();
    }
}

void HeatMap::resizeEvent(QResizeEvent* event)
{
    m_layout = HeatLayout(size(), m_look);
    m_window.resize(m_layout.map.size());
    placeTools();
    if (event->oldSize().width() <= 0 && !m_spanGiven && m_waiting) {
        m_window.showSpan(spanLengths.back());
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
        dragBy(by);
    } else {
        setCursor(zoneAt(at) == Zone::DeltaEdge ? Qt::SplitVCursor : Qt::CrossCursor);
    }
    if (m_drawing != nullptr && !m_dragFrom) {
        m_drawing->showCursor();
    }
    m_cursor = zoneAt(at) == Zone::Plot ? std::optional(at) : std::nullopt;
    tellCursor(at);
    moved();
}

void HeatMap::dragBy(QPointF const& by)
{
    switch (m_grabbed) {
    case Zone::Plot:
        m_window.drag(by.x(), by.y());
        break;
    case Zone::PriceAxis:
        m_window.zoomPrice(std::exp(by.y() * 0.006), 0.5 * m_layout.map.height());
        break;
    case Zone::TimeAxis:
        zoomTime(std::exp(-by.x() * 0.006), m_layout.map.width());
        break;
    case Zone::DeltaEdge:
        HeatLook look = m_look;
        look.deltaHeight = std::max(HeatLayout::leastDelta, m_layout.delta.height() - qRound(by.y()));
        setLook(look);
        break;
    }
}

void HeatMap::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    m_dragFrom.reset();
    setCursor(Qt::CrossCursor);
}

void HeatMap::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (zoneAt(event->position()) == Zone::TimeAxis) {
        m_window.followTime();
    } else {
        m_window.reset();
    }
    moved();
}

void HeatMap::wheelEvent(QWheelEvent* event)
{
    // With Alt, and on some systems with Shift, the wheel turns the other way.
    auto const delta = event->angleDelta();
    double const steps = (delta.y() != 0 ? delta.y() : delta.x()) / 120.0;
    double const factor = std::pow(wheelStep, -steps);
    auto const modifiers = event->modifiers();
    if (modifiers.testFlag(Qt::ShiftModifier)) {
        m_window.drag(steps * wheelMove, 0);
    } else if (modifiers.testFlag(Qt::ControlModifier) || zoneAt(event->position()) == Zone::PriceAxis) {
        m_window.zoomPrice(factor, event->position().y());
    } else {
        zoomTime(factor, event->position().x());
    }
    event->accept();
    moved();
}

void HeatMap::keyPressEvent(QKeyEvent* event)
{
    int const steps = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        m_window.step(0, steps);
        break;
    case Qt::Key_Right:
        m_window.step(0, -steps);
        break;
    case Qt::Key_PageUp:
        m_window.drag(0.8 * m_layout.map.width(), 0);
        break;
    case Qt::Key_PageDown:
        m_window.drag(-0.8 * m_layout.map.width(), 0);
        break;
    case Qt::Key_End:
        m_window.followTime();
        break;
    case Qt::Key_Up:
        m_window.step(steps, 0);
        break;
    case Qt::Key_Down:
        m_window.step(-steps, 0);
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
    m_market.setCursor({});
    moved();
}

void HeatMap::onFrame(Duration /*now*/)
{
    if (!store().empty()) {
        bool const followed = m_window.following();
        m_view = m_window.view();
        if (m_window.following() != followed) {
            moved(); // by the history, not by the user
        }
        m_market.wantHeat(m_window.columnAt(0), m_view.endColumn);
        m_raster.show(m_layout.map.size(), m_view);
        bool const ours = m_market.market().status().kind == MarketKind::Sim;
        m_overlays.prepare(m_layout, m_view, m_instrument, ours);
        refreshOwn();
        refreshCursor();
    }
    if (m_drawing != nullptr) {
        m_drawing->prepare(m_instrument);
    }
    update();
}

void HeatMap::takeHeat(bool reset)
{
    if (reset) {
        m_raster.reset();
        m_overlays.reset();
        m_waiting = true;
    }
    if (m_waiting && !store().empty()) {
        m_waiting = false;
        if (!m_spanGiven) {
            showFirstSpan();
        }
    }
    markDirty();
}

void HeatMap::takeInstrument()
{
    Instrument const* shown = m_market.shown();
    const Instrument next = shown == nullptr ? Instrument{} : *shown;
    if (!isSameInstrument(next, m_instrument) || next.tickSize != m_instrument.tickSize) {
        m_raster.reset();
        m_overlays.reset();
        if (!m_instrument.venue.empty()) {
            m_window.reset(); // what was chosen was chosen for another; the first one has what was restored
        }
    }
    m_instrument = next;
    m_fillsDirty = true;
    fillSettings();
    markDirty();
}

// Over the plot: buttons for the usual lengths of history at the top left, the settings' at the top right.
void HeatMap::buildTools()
{
    const std::array texts{tr("1 m"), tr("5 m"), tr("15 m"), tr("1 h")};
    m_spanBar = new QWidget(this);
    auto* bar = m_spanBar;
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
        connect(button, &QToolButton::clicked, this, [this, length = spanLengths[i]] {
            m_spanGiven = true;
            showSpan(length);
        });
        m_spans->addButton(button, static_cast<int>(i));
        layout->addWidget(button);
    }
    bar->adjustSize();
    m_gear = new QToolButton(this);
    m_gear->setObjectName("heatGear");
    m_gear->setIcon(themedIcon(QStringLiteral("sliders"), m_theme.text));
    m_gear->setFocusPolicy(Qt::NoFocus);
    m_gear->setCursor(Qt::PointingHandCursor);
    m_gear->setToolTip(tr("Colours, contrast and sizes"));
    m_gear->setAccessibleName(m_gear->toolTip());
    connect(m_gear, &QToolButton::clicked, this, &HeatMap::openSettings);
}

void HeatMap::placeTools()
{
    m_gear->adjustSize();
    m_gear->move(m_layout.map.right() - m_gear->width() - 5, 6);
    if (m_drawButton != nullptr) {
        m_drawButton->adjustSize();
        m_drawButton->move(m_spanBar->geometry().right() + 8, 6);
    }
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
    moved();
}

// What is under the cursor: price, time and the size that rested there.
void HeatMap::refreshCursor()
{
    if (!m_cursor || m_instrument.venue.empty() || !m_layout.map.contains(m_cursor->toPoint())) {
        m_cursorText.clear();
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
    m_cursorText =
        clockText(time, false) + "  " + QString::fromStdString(m_instrument.priceText(priceOf(tick)));
    auto const units =
        static_cast<double>(m_cursorSlot.sizes.front()) * static_cast<double>(pow10(m_instrument.qtyScale));
    if (m_cursorSlot.stale) {
        m_cursorText += "  " + tr("no data");
    } else if (units >= 0.5) {
        m_cursorText += "  " + QString::fromStdString(m_instrument.qtyText(Qty(std::llround(units)))) + " " +
                        QString::fromStdString(std::string(m_instrument.base.text()));
    }
}

// Working orders with what stands before them, and fills that are in sight.
void HeatMap::refreshOwn()
{
    m_own.clear();
    for (OrderState const& order : m_orders.working(m_instrument.id)) {
        double const y = m_window.yOf(tickOf(order.targetPrice));
        if (y < -ownTagHeight || y > m_layout.map.height() + ownTagHeight) {
            continue;
        }
        ExecutionReport const& report = order.report;
        const QString qty = QString::fromStdString(m_instrument.qtyText(report.leavesQty));
        QString text = sideText(report.side) + QLatin1Char(' ') + qty;
        bool const queued =
            report.ordStatus == OrdStatus::New || report.ordStatus == OrdStatus::PartiallyFilled;
        if (order.reported && queued && report.ordType == OrdType::Limit) {
            text += queueText(report.queueAhead);
        }
        m_own.push_back({order.targetPrice, report.side, std::nullopt, std::move(text)});
    }
    refreshFills();
    auto const from = std::partition_point(m_fills.begin(), m_fills.end(), [this](OwnMark const& fill) {
        return m_window.xOf(*fill.filledAt) < 0;
    });
    auto const to = std::partition_point(from, m_fills.end(), [this](OwnMark const& fill) {
        return m_window.xOf(*fill.filledAt) <= m_layout.map.width();
    });
    m_own.insert(m_own.end(), std::make_reverse_iterator(to), std::make_reverse_iterator(from));
}

// There may be a hundred thousand, of which a frame shows few. They did not come in order of time where a
// recording was sought.
void HeatMap::refreshFills()
{
    if (!std::exchange(m_fillsDirty, false)) {
        return;
    }
    m_fills.clear();
    for (auto const& fill : m_orders.fills()) {
        if (fill.instrument == m_instrument.id) {
            m_fills.push_back({fill.lastPx, fill.side, fill.transactTime, {}});
        }
    }
    std::stable_sort(m_fills.begin(), m_fills.end(), [](OwnMark const& a, OwnMark const& b) {
        return a.filledAt < b.filledAt;
    });
}

// Our own venues know the place in the queue; elsewhere it is an estimate.
QString HeatMap::queueText(Qty ahead) const
{
    if (ahead.value <= 0) {
        return tr(" · first in queue");
    }
    const QString qty = QString::fromStdString(m_instrument.qtyText(ahead));
    bool const exact = m_market.market().status().kind == MarketKind::Sim;
    return exact ? tr(" · %1 ahead").arg(qty) : tr(" · ≈ %1 ahead").arg(qty);
}

// The other panels of the link group show the place too.
void HeatMap::tellCursor(QPointF const& at)
{
    if (!m_cursor || !hasPicture() || m_instrument.venue.empty()) {
        m_market.setCursor({});
        return;
    }
    MarketCursor cursor;
    if (at.y() < m_layout.map.height()) {
        cursor.price = priceOf(std::llround(m_window.tickAt(at.y())));
    }
    if (at.x() < m_layout.map.width()) {
        cursor.time = Timestamp(m_window.columnAt(at.x()) * heatColumnTime.value);
    }
    m_market.setCursor(cursor);
}

// By the user, who has chosen a zoom with it.
void HeatMap::zoomTime(double factor, double x)
{
    m_spanGiven = true;
    m_window.zoomTime(factor, x);
}

void HeatMap::moved()
{
    syncSpans();
    syncActions();
    markDirty();
}

// A button stays down as long as what it chose is shown.
void HeatMap::syncSpans()
{
    double const shown = static_cast<double>(m_window.span().value);
    m_spans->setExclusive(false);
    for (std::size_t i = 0; i < spanLengths.size(); ++i) {
        double const share = shown / static_cast<double>(spanLengths.at(i).value);
        bool const same = m_window.following() && std::abs(share - 1) < 0.02;
        m_spans->button(static_cast<int>(i))->setChecked(same);
    }
    m_spans->setExclusive(true);
}

HeatMap::Zone HeatMap::zoneAt(QPointF const& at) const
{
    if (at.x() >= m_layout.priceAxis.left()) {
        return Zone::PriceAxis;
    }
    if (m_layout.delta.height() > 0 && std::abs(at.y() - m_layout.delta.top()) <= edgeReach) {
        return Zone::DeltaEdge;
    }
    return at.y() >= m_layout.timeAxis.top() ? Zone::TimeAxis : Zone::Plot;
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
