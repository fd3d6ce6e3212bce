#include "ui/panels/surface/depth_surface.h"

#include "ui/look/fonts.h"
#include "ui/models/display_text.h"

#include <QAction>
#include <QActionGroup>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <array>
#include <cmath>

namespace qob {

namespace {

constexpr Duration readEvery = milliseconds(500);
constexpr int slotCount = 72;
constexpr int rowCount = 96;
constexpr double leastReach = 0.1;
constexpr double mostReach = 20;
constexpr double degreesPerPixel = 0.35;
constexpr double wheelStep = 1.12;
constexpr double turnStep = 4; // degrees
constexpr std::array spans{minutes(1), minutes(5), minutes(15), hours(1)};

} // namespace

DepthSurface::DepthSurface(FrameClock& frames, MarketView const& market, Theme const& theme, QWidget* parent)
    : QWidget(parent)
    , FrameClient(frames, *this)
    , m_market(market)
    , m_theme(theme)
    , m_palette(HeatLook{})
    , m_scan(market.heat())
    , m_text(numberFont(theme.numberFont, 11))
{
    setObjectName(QStringLiteral("panel"));
    setAccessibleName(tr("3D depth"));
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setCursor(Qt::OpenHandCursor);
    connect(&market, &MarketView::shownChanged, this, &DepthSurface::forget);
    connect(&market, &MarketView::heatChanged, this, [this](bool reset) {
        if (reset) {
            forget();
        }
    });
    buildActions();
}

void DepthSurface::buildActions()
{
    auto* group = new QActionGroup(this);
    const std::array texts{tr("1 minute"), tr("5 minutes"), tr("15 minutes"), tr("1 hour")};
    for (std::size_t i = 0; i < spans.size(); ++i) {
        auto* action = new QAction(texts[i], this);
        action->setObjectName(QStringLiteral("surface.span.%1").arg(i));
        action->setCheckable(true);
        action->setChecked(spans[i] == m_span);
        action->setData(static_cast<qlonglong>(spans[i].value));
        group->addAction(action);
        addAction(action);
        connect(action, &QAction::triggered, this, [this, span = spans[i]] { setSpan(span); });
    }
    auto* back = new QAction(tr("Put it back"), this);
    back->setObjectName(QStringLiteral("surface.reset"));
    back->setShortcut(Qt::Key_Home);
    back->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QAction::triggered, this, &DepthSurface::reset);
    addAction(back);
}

void DepthSurface::setSpan(Duration span)
{
    m_span = span;
    m_lastRead = {};
    for (auto* action : actions()) {
        if (action->isCheckable()) {
            action->setChecked(action->data().toLongLong() == span.value);
        }
    }
}

void DepthSurface::reset()
{
    m_reach = 1;
    m_lastRead = {};
    look({});
}

void DepthSurface::look(SurfaceCamera const& camera)
{
    m_camera = camera.within();
    m_stale = true;
    markDirty();
}

// What was drawn is of another market, or of another history of it.
void DepthSurface::forget()
{
    m_grid = {};
    m_rows = {};
    m_lastRead = {};
    m_stale = true;
    markDirty();
}

void DepthSurface::onFrame(Duration now)
{
    markDirty(); // it looks at the time, not at an event
    bool const read = m_lastRead == Duration() || now - m_lastRead >= readEvery;
    if (read) {
        m_lastRead = now;
        if (!m_market.heat().empty()) {
            readGrid();
        }
    }
    if (read || m_stale) {
        m_stale = false;
        m_problem = staleWords(m_market.bookState(), m_market.shownFeed());
        qreal const ratio = devicePixelRatioF();
        m_picture.draw(m_grid, m_palette, m_theme.panel.rgb(), m_camera, size() * ratio);
        placeLabels();
        placeLines();
        update();
    }
}

// The prices travelled meanwhile and as much again around them.
void DepthSurface::chooseRows(std::int64_t first, std::int64_t end)
{
    std::int32_t low = 0;
    std::int32_t high = 0;
    std::int64_t const step = std::max<std::int64_t>(1, (end - first) / 500);
    for (std::int64_t column = first; column < end; column += step) {
        HeatChunk const* chunk = m_market.heat().find(column);
        if (chunk == nullptr) {
            continue;
        }
        HeatColumn const& here = chunk->columns[static_cast<std::size_t>(column - chunk->firstColumn)];
        if (here.bidTick != 0 && here.askTick != 0) {
            low = low == 0 ? here.bidTick : std::min(low, here.bidTick);
            high = std::max(high, here.askTick);
        }
    }
    double const wanted = std::max(2.0 * (high - low), 1.0 * rowCount) * m_reach;
    m_rows.rows = rowCount;
    m_rows.ticksPerRow = std::max(1, static_cast<std::int32_t>(std::lround(wanted / rowCount)));
    std::int32_t const middle = low + (high - low) / 2;
    // On whole rows, so that prices do not wander through them.
    std::int32_t const top = middle + m_rows.ticksPerRow * rowCount / 2;
    m_rows.topTick = top / m_rows.ticksPerRow * m_rows.ticksPerRow + m_rows.ticksPerRow - 1;
}

void DepthSurface::readGrid()
{
    HeatStore const& heat = m_market.heat();
    std::int64_t const perSlot = std::max<std::int64_t>(1, m_span.value / heatColumnTime.value / slotCount);
    std::int64_t const end = heat.endColumn() / perSlot * perSlot;
    std::int64_t const first = end - perSlot * slotCount;
    chooseRows(first, end);
    m_grid.times = slotCount;
    m_grid.rows = rowCount;
    m_grid.sizes.clear();
    m_grid.bids.clear();
    m_grid.asks.clear();
    m_scan.start(first, m_rows);
    auto const rowOf = [this](std::int32_t tick) {
        double const below = static_cast<double>(m_rows.topTick - tick) / m_rows.ticksPerRow;
        bool const shown = tick != 0 && below >= 0 && below <= rowCount - 1;
        return shown ? static_cast<float>(rowCount - 1 - below) : -1.0F;
    };
    for (int slot = 0; slot < slotCount; ++slot) {
        m_scan.next(perSlot, m_slot);
        m_grid.sizes.insert(m_grid.sizes.end(), m_slot.sizes.rbegin(), m_slot.sizes.rend());
        m_grid.bids.push_back(rowOf(m_slot.bidTick));
        m_grid.asks.push_back(rowOf(m_slot.askTick));
    }
    // The few largest stand no higher than the rest of the large ones: all others would be flat beside them.
    auto sorted = m_grid.sizes;
    auto const at = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() * 995 / 1000);
    std::nth_element(sorted.begin(), at, sorted.end());
    float const full = std::max(*at, 1e-9F);
    for (float& size : m_grid.sizes) {
        size = std::min(size / full, 1.0F);
    }
}

QString DepthSurface::priceAt(double row) const
{
    Instrument const* instrument = m_market.shown();
    if (instrument == nullptr) {
        return {};
    }
    auto const down = static_cast<std::int64_t>(std::lround((rowCount - 1 - row) * m_rows.ticksPerRow));
    return QString::fromStdString(instrument->priceText(instrument->tickSize * (m_rows.topTick - down)));
}

void DepthSurface::placeLabels()
{
    m_labels.clear();
    if (m_grid.times == 0) {
        return;
    }
    qreal const ratio = devicePixelRatioF();
    auto const place = [&](double time, double row, QPointF const& inside, int align, QString const& text) {
        const QPointF at = m_picture.at(time, row, 0) / ratio;
        const QPointF out = at - inside / ratio;
        double const away = align == 0 ? 20 : 34; // pixels from the edge; heights stand over the sides
        double const length = std::max(std::hypot(out.x(), out.y()), 1.0);
        m_labels.push_back({at + out * (away / length), text, align});
    };
    constexpr int prices = 4;
    double const newest = m_grid.times - 1;
    double const dearest = m_grid.rows - 1;
    for (int i = 0; i <= prices; ++i) {
        double const row = dearest * i / prices;
        place(newest, row, m_picture.at(0, row, 0), 0, priceAt(row));
    }
    bool const right = m_camera.yaw <= 0; // the side that is turned to the eye
    constexpr int times = 4;
    for (int i = 0; i < times; ++i) {
        double const time = newest * i / times;
        const Duration ago(m_span.value * (times - i) / times);
        const QPointF inside = m_picture.at(time, right ? 0 : dearest, 0);
        place(time, right ? dearest : 0, inside, right ? 1 : -1, QStringLiteral("−") + ageText(ago));
    }
}

// The best prices as lines on the surface's floor, broken where there are none.
void DepthSurface::placeLines()
{
    qreal const ratio = devicePixelRatioF();
    auto const linesOf = [&](std::vector<float> const& rows) {
        std::vector<QPolygonF> lines(1);
        for (std::size_t slot = 0; slot < rows.size(); ++slot) {
            if (rows[slot] < 0) {
                lines.emplace_back();
            } else {
                lines.back() << m_picture.at(static_cast<double>(slot), static_cast<double>(rows[slot]), 0) /
                                    ratio;
            }
        }
        return lines;
    };
    m_bidLines = linesOf(m_grid.bids);
    m_askLines = linesOf(m_grid.asks);
}

QStringList DepthSurface::labels() const
{
    QStringList texts;
    for (Label const& label : m_labels) {
        texts << label.text;
    }
    return texts;
}

void DepthSurface::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (m_picture.image().isNull()) {
        painter.fillRect(rect(), m_theme.panel);
    } else {
        painter.drawImage(rect(), m_picture.image()); // without a history the bare panel
    }
    painter.setRenderHint(QPainter::Antialiasing);
    auto const draw = [&](std::vector<QPolygonF> const& lines, QColor const& color) {
        painter.setPen(QPen(color, 1.4));
        for (QPolygonF const& line : lines) {
            painter.drawPolyline(line);
        }
    };
    draw(m_bidLines, m_theme.bid);
    draw(m_askLines, m_theme.ask);
    for (Label const& label : m_labels) {
        double const wide = m_text.width(label.text) + 4;
        double const left = label.at.x() - (label.align < 0 ? wide : label.align == 0 ? wide / 2 : 0);
        m_text.drawCentre(painter, QRectF(left, label.at.y() - 8, wide, 16), label.text, m_theme.textDim);
    }
    if (!m_problem.isEmpty()) {
        painter.setPen(m_theme.warn);
        painter.drawText(rect().adjusted(8, 6, -8, -6), Qt::AlignTop | Qt::AlignHCenter, m_problem);
    }
}

void DepthSurface::resizeEvent(QResizeEvent* /*event*/)
{
    m_stale = true;
    markDirty();
}

void DepthSurface::mousePressEvent(QMouseEvent* event)
{
    m_dragFrom = event->position();
}

void DepthSurface::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        auto const by = event->position() - m_dragFrom;
        m_dragFrom = event->position();
        look(
            {m_camera.yaw - by.x() * degreesPerPixel,
             m_camera.pitch + by.y() * degreesPerPixel,
             m_camera.zoom}
        );
    }
}

void DepthSurface::mouseDoubleClickEvent(QMouseEvent* /*event*/)
{
    reset();
}

void DepthSurface::wheelEvent(QWheelEvent* event)
{
    double const factor = std::pow(wheelStep, event->angleDelta().y() / 120.0);
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_reach = std::clamp(m_reach / factor, leastReach, mostReach);
        m_lastRead = {};
        look(m_camera);
    } else {
        look({m_camera.yaw, m_camera.pitch, m_camera.zoom * factor});
    }
    event->accept();
}

void DepthSurface::keyPressEvent(QKeyEvent* event)
{
    SurfaceCamera camera = m_camera;
    switch (event->key()) {
    case Qt::Key_Left:
        camera.yaw -= turnStep;
        break;
    case Qt::Key_Right:
        camera.yaw += turnStep;
        break;
    case Qt::Key_Up:
        camera.pitch += turnStep;
        break;
    case Qt::Key_Down:
        camera.pitch -= turnStep;
        break;
    case Qt::Key_Plus:
        camera.zoom *= wheelStep;
        break;
    case Qt::Key_Minus:
        camera.zoom /= wheelStep;
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    look(camera);
}

QJsonObject DepthSurface::saveState() const
{
    return {
        {QStringLiteral("seconds"), static_cast<double>(m_span.value) * 1e-9},
        {QStringLiteral("yaw"), m_camera.yaw},
        {QStringLiteral("pitch"), m_camera.pitch},
        {QStringLiteral("zoom"), m_camera.zoom},
        {QStringLiteral("reach"), m_reach},
    };
}

void DepthSurface::restoreState(QJsonObject const& state)
{
    auto const wanted = seconds(state[QStringLiteral("seconds")].toInt());
    setSpan(std::find(spans.begin(), spans.end(), wanted) == spans.end() ? m_span : wanted);
    m_reach = std::clamp(state[QStringLiteral("reach")].toDouble(1), leastReach, mostReach);
    const SurfaceCamera byDefault;
    look(
        {state[QStringLiteral("yaw")].toDouble(byDefault.yaw),
         state[QStringLiteral("pitch")].toDouble(byDefault.pitch),
         state[QStringLiteral("zoom")].toDouble(byDefault.zoom)}
    );
}

} // namespace qob
