#include "ui/charts/price_chart.h"

#include "engine/api/same_contract.h"
#include "ui/look/fonts.h"
#include "ui/models/display_text.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace qob {

namespace {

constexpr double wheelStep = 1.18;
constexpr double readoutRoom = 36; // pixels above the highest price for the line that reads the candle
constexpr int keyMove = 30;        // pixels of price
constexpr double stickyDrag = 14;  // pixels up or down before a drag moves prices that are fitted
constexpr std::int64_t nothing = std::numeric_limits<std::int64_t>::max();

} // namespace

PriceChart::PriceChart(ChartSources const& sources, SlotWindow::Limits const& limits, QWidget* parent)
    : QWidget(parent)
    , FrameClient(sources.frames, *this)
    , m_text(numberFont(sources.theme.numberFont, 11))
    , m_labelFont(numberFont(sources.theme.numberFont, 11))
    , m_market(sources.market)
    , m_orders(sources.orders)
    , m_feed(sources.candles)
    , m_theme(sources.theme)
    , m_window(limits)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    m_slots.setWasLive([this](Timestamp from, Timestamp until) {
        auto const column = heatColumnTime.value;
        return m_market.heat().wasLive(from.value / column, until.value / column);
    });
    auto const layAnew = [this] {
        m_feedReset = true;
        markDirty();
    };
    connect(&m_feed, &CandleFeed::reset, this, layAnew);
    connect(&m_market, &MarketView::heatChanged, this, [layAnew](bool reset) {
        if (reset) {
            layAnew(); // it says where the feed was not there
        }
    });
    connect(&m_feed, &CandleFeed::changed, this, [this](std::size_t first) {
        m_feedFrom = std::min(m_feedFrom, first);
        markDirty();
    });
    auto const ordersNew = [this] {
        m_ordersDirty = true;
        markDirty();
    };
    connect(&m_orders, &OrderReplica::ordersChanged, this, ordersNew);
    connect(&m_orders, &OrderReplica::fillsAdded, this, ordersNew);
    connect(&m_orders, &OrderReplica::reset, this, ordersNew);
    connect(&m_market, &MarketView::feedChanged, this, [this] { markDirty(); });
    connect(&m_market.market(), &MarketReplica::statusChanged, this, [this] {
        if (countdown() != m_countdown) {
            markDirty();
        }
    });
    connect(&m_market, &MarketView::shownChanged, this, &PriceChart::takeInstrument);
    takeInstrument();
}

void PriceChart::takeInstrument()
{
    auto const* shown = m_market.shown();
    const Instrument next = shown == nullptr ? Instrument{} : *shown;
    if (!isSameInstrument(next, m_instrument)) {
        m_slots.clear();
        m_fresh = true;
    }
    m_instrument = next;
    m_feedReset = m_ordersDirty = true;
    markDirty();
}

void PriceChart::onFrame(Duration /*now*/)
{
    takeCandles();
    takeNews();
    m_window.setCount(static_cast<std::int64_t>(m_slots.size()));
    m_price.top = placePanes(plotRect()).top();
    m_price.height = std::max(1, placePanes(plotRect()).height());
    if (fitScales()) {
        m_paintAll = true;
    }
    if (m_ordersDirty) {
        refreshMarks();
        m_paintAll = true;
    }
    auto const before = m_painted;
    paintPicture();
    if (m_painted.endPx != before.endPx || m_painted.slotPx != before.slotPx) {
        emit viewChanged();
    }
    refreshOrders();
    refreshLast();
    refreshCursor();
    if (m_drawing != nullptr) {
        m_drawing->prepare(m_instrument);
    }
    m_ordersDirty = false;
    update();
}

void PriceChart::takeCandles()
{
    auto const first = m_feedReset ? 0 : m_feedFrom;
    if (!m_feedReset && first >= m_feed.candles().size()) {
        return;
    }
    if (m_slots.interval() != m_feed.interval()) {
        m_slots.clear();
        m_fresh = true;
    }
    // What the user looks at stays where it is, though slots may have come or gone at the front.
    auto const oldest = m_slots.empty() ? Timestamp::min() : m_slots.startOf(0);
    auto const changed = m_slots.update(m_instrument, m_feed.interval(), m_feed.candles(), first);
    if (m_fresh && !m_slots.empty()) {
        m_fresh = false;
        m_fitAnew = m_autoPrice = true;
        m_window.follow();
        m_window.fill(static_cast<std::int64_t>(m_slots.size()));
        takeWantedPrices();
    }
    if (m_feedReset) {
        m_paintAll = m_ordersDirty = true;
        if (!m_slots.empty() && oldest != Timestamp::min()) {
            m_window.shiftSlots(m_slots.slotOf(oldest));
        }
    }
    m_feedReset = false;
    m_feedFrom = static_cast<std::size_t>(nothing);
    candlesChanged(changed);
}

void PriceChart::candlesChanged(std::size_t first)
{
    paintFrom(static_cast<std::int64_t>(first));
}

void PriceChart::paintFrom(std::int64_t slot)
{
    m_paintFrom = std::min(m_paintFrom, slot);
    markDirty();
}

void PriceChart::paintAll()
{
    m_paintAll = true;
    markDirty();
}

bool PriceChart::fitScales()
{
    bool changed = fitPanes(m_window.first(), m_window.end());
    auto const range = m_autoPrice ? rangeOf(m_window.first(), m_window.end()) : Range{};
    if (!range.empty()) {
        if (m_fitAnew) {
            m_price.low = m_price.high = 0; // whatever it was, it is not kept
        }
        m_fitAnew = false;
        double const lines = readoutRoom / std::max(2.0 * readoutRoom, 1.0 * m_price.height);
        changed = m_price.fit(range.low, range.high + (range.high - range.low) * lines) || changed;
    }
    return changed;
}

PriceChart::Range PriceChart::rangeOf(std::int64_t first, std::int64_t end) const
{
    Range range;
    for (auto slot = first; slot < end; ++slot) {
        auto const& bar = m_slots.bars()[static_cast<std::size_t>(slot)];
        range.include(bar.low);
        range.include(bar.high);
    }
    return range;
}

void PriceChart::reset()
{
    m_window.follow();
    fitPrices();
}

void PriceChart::fitPrices()
{
    m_autoPrice = m_fitAnew = true;
    moved();
}

void PriceChart::setSlotPx(int px)
{
    m_window.setSlotPx(px);
    moved();
}

QJsonObject PriceChart::saveView() const
{
    QJsonObject view{{QStringLiteral("candlePixels"), m_window.slotPx()}};
    if (!m_autoPrice) {
        view[QStringLiteral("prices")] = QJsonObject{
            {QStringLiteral("market"), drawingMarket(m_instrument)},
            {QStringLiteral("low"), m_price.low},
            {QStringLiteral("high"), m_price.high}};
    }
    return view;
}

void PriceChart::restoreView(QJsonObject const& view)
{
    if (int const px = view[QStringLiteral("candlePixels")].toInt(); px > 0) {
        setSlotPx(px);
    }
    auto const prices = view[QStringLiteral("prices")].toObject();
    PriceView const wanted{
        prices[QStringLiteral("market")].toString(),
        prices[QStringLiteral("low")].toDouble(),
        prices[QStringLiteral("high")].toDouble()};
    m_wantedPrices = wanted.low > 0 && wanted.high > wanted.low ? std::optional(wanted) : std::nullopt;
    if (!m_fresh) {
        takeWantedPrices();
    }
}

// Of another market they are of no use.
void PriceChart::takeWantedPrices()
{
    auto const wanted = std::exchange(m_wantedPrices, std::nullopt);
    if (wanted && wanted->market == drawingMarket(m_instrument)) {
        m_price.low = wanted->low;
        m_price.high = wanted->high;
        m_autoPrice = m_fitAnew = false;
        moved();
    }
}

void PriceChart::showCursor(std::optional<Timestamp> time, std::optional<double> price)
{
    m_otherTime = time;
    m_otherPrice = price;
    markDirty();
}

void PriceChart::resizeEvent(QResizeEvent* /*event*/)
{
    m_window.resize(plotRect().width());
    m_window.setCount(static_cast<std::int64_t>(m_slots.size()));
    markDirty();
}

QRect PriceChart::plotRect() const
{
    return {0, 0, std::max(1, width() - priceAxisWidth), std::max(1, height() - timeAxisHeight)};
}

PriceChart::Zone PriceChart::zoneAt(QPointF const& at) const
{
    auto const plot = plotRect();
    if (at.y() >= plot.height()) {
        return Zone::TimeAxis;
    }
    return at.x() >= plot.width() ? Zone::PriceAxis : Zone::Plot;
}

void PriceChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_dragFrom = event->position();
        m_draggedY = 0;
        m_grabbed = zoneAt(event->position());
        setCursor(m_grabbed == Zone::Plot ? Qt::ClosedHandCursor : Qt::SizeAllCursor);
    }
}

void PriceChart::mouseMoveEvent(QMouseEvent* event)
{
    auto const at = event->position();
    if (m_dragFrom) {
        drag(at - *std::exchange(m_dragFrom, at));
    }
    bool const inside = zoneAt(at) == Zone::Plot;
    m_cursor = inside ? std::optional(at) : std::nullopt;
    if (inside && !m_slots.empty() && m_price.height > 1) {
        emit cursorMoved(m_slots.startOf(m_window.slotAt(static_cast<int>(at.x()))), m_price.valueAt(at.y()));
    } else {
        emit cursorLeft();
    }
    if (m_drawing != nullptr && !m_dragFrom) {
        m_drawing->showCursor();
    }
    markDirty();
}

void PriceChart::drag(QPointF const& by)
{
    auto const middle = 0.5 * m_price.height + m_price.top;
    switch (m_grabbed) {
    case Zone::Plot:
        m_window.drag(static_cast<int>(std::lround(by.x())));
        m_draggedY += by.y();
        if (m_autoPrice && std::abs(m_draggedY) < stickyDrag) {
            break;
        }
        m_price.shift(m_autoPrice ? m_draggedY : by.y());
        m_autoPrice = false;
        break;
    case Zone::PriceAxis:
        m_autoPrice = false;
        m_price.zoom(std::exp(by.y() * 0.006), middle);
        break;
    case Zone::TimeAxis:
        m_draggedY += by.x();
        if (std::abs(m_draggedY) >= 8) {
            m_window.zoom(std::exp(-m_draggedY * 0.012), plotRect().width());
            m_draggedY = 0;
        }
        break;
    }
    moved();
}

void PriceChart::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    m_dragFrom.reset();
    setCursor(Qt::CrossCursor);
    markDirty();
}

void PriceChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (zoneAt(event->position()) == Zone::PriceAxis) {
        fitPrices();
    } else {
        reset();
    }
}

void PriceChart::wheelEvent(QWheelEvent* event)
{
    auto const delta = event->angleDelta();
    auto const at = event->position();
    double const factor = std::pow(wheelStep, -delta.y() / 120.0);
    if (event->modifiers().testFlag(Qt::ControlModifier) || zoneAt(at) == Zone::PriceAxis) {
        m_autoPrice = false;
        m_price.zoom(factor, at.y());
    } else if (event->modifiers().testFlag(Qt::ShiftModifier) || delta.x() != 0) {
        auto const along = delta.x() != 0 ? delta.x() : delta.y();
        m_window.drag(static_cast<int>(std::lround(along / 120.0 * 60.0)));
    } else if (delta.y() != 0) {
        m_window.zoom(factor, static_cast<int>(at.x()));
    }
    event->accept();
    moved();
}

bool PriceChart::keyMoves(QKeyEvent const& event)
{
    bool const far = event.modifiers().testFlag(Qt::ShiftModifier);
    int const slot = m_window.slotPx() * (far ? 10 : 1);
    int const step = keyMove * (far ? 10 : 1);
    switch (event.key()) {
    case Qt::Key_Left:
        m_window.drag(slot);
        return true;
    case Qt::Key_Right:
        m_window.drag(-slot);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_autoPrice = false;
        m_price.shift(event.key() == Qt::Key_Up ? step : -step);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_window.zoom(1 / wheelStep, plotRect().width() / 2);
        return true;
    case Qt::Key_Minus:
        m_window.zoom(wheelStep, plotRect().width() / 2);
        return true;
    case Qt::Key_Home:
        m_window.centre(m_window.width() / m_window.slotPx() / 2);
        return true;
    case Qt::Key_End:
        m_window.follow();
        return true;
    case Qt::Key_C:
        centreLastPrice();
        return true;
    case Qt::Key_A:
        fitPrices();
        return true;
    default:
        return false;
    }
}

void PriceChart::keyPressEvent(QKeyEvent* event)
{
    if (keyMoves(*event)) {
        moved();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PriceChart::centreLastPrice()
{
    m_window.follow();
    if (!m_slots.empty() && !std::isnan(m_slots.bars().back().close)) {
        m_autoPrice = false;
        auto const half = 0.5 * (m_price.high - m_price.low);
        m_price.low = m_slots.bars().back().close - half;
        m_price.high = m_slots.bars().back().close + half;
    }
}

void PriceChart::leaveEvent(QEvent* /*event*/)
{
    m_cursor.reset();
    emit cursorLeft();
    markDirty();
}

void PriceChart::moved()
{
    m_window.setCount(static_cast<std::int64_t>(m_slots.size()));
    markDirty();
}

QString PriceChart::countdown() const
{
    if (m_slots.empty() || m_slots.at(m_slots.size() - 1).candle.closed) {
        return {};
    }
    auto const start = m_slots.at(m_slots.size() - 1).candle.start;
    // The market's time is told less often than its candles.
    auto const now = std::max(start, m_market.market().status().now);
    auto const left = (candleEnd(m_slots.interval(), start) - now).value / seconds(1).value;
    if (left < 0 || m_market.market().status().now == Timestamp()) {
        return {};
    }
    if (left >= 86'400) {
        return tr("%1 d %2 h").arg(left / 86'400).arg(left / 3'600 % 24);
    }
    auto const two = [](std::int64_t n) {
        return QString::number(n).rightJustified(2, QLatin1Char('0'));
    };
    auto const minutesLeft = left >= 3'600
                                 ? QString::number(left / 3'600) + QLatin1Char(':') + two(left / 60 % 60)
                                 : QString::number(left / 60);
    return minutesLeft + QLatin1Char(':') + two(left % 60);
}

QString PriceChart::readout() const
{
    QString all;
    for (auto const& part : m_readout) {
        all += (all.isEmpty() ? QString() : QStringLiteral(" ")) + part.text;
    }
    return all;
}

void linkCursor(PriceChart& chart, MarketView& view)
{
    QObject::connect(&chart, &PriceChart::cursorMoved, &view, [&view](Timestamp time, double price) {
        if (auto const* shown = view.shown()) {
            auto const units = std::llround(price * static_cast<double>(pow10(shown->priceScale)));
            view.setCursor({Price(units), time});
        }
    });
    QObject::connect(&chart, &PriceChart::cursorLeft, &view, [&view] { view.setCursor({}); });
    QObject::connect(&view, &MarketView::cursorChanged, &chart, [&chart, &view] {
        auto const& cursor = view.cursor();
        auto const* shown = view.shown();
        bool const known = cursor.price && shown != nullptr;
        chart.showCursor(
            cursor.time, known ? std::optional(priceUnits(*shown, *cursor.price)) : std::nullopt
        );
    });
}

} // namespace qob
