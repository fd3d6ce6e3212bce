#include "ui/panels/tape/tape.h"

#include "engine/api/same_contract.h"
#include "ui/look/fonts.h"
#include "ui/models/display_text.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QWheelEvent>

#include <algorithm>

namespace qob {
namespace {

constexpr int headerHeight = 22;
constexpr int rowHeight = 18;
constexpr int pad = 8;
constexpr int wheelRows = 3;
constexpr int leastSteps = 8;

// Round sizes from a hundred lots upwards, each about three times the one before; 0: none.
Qty leastOf(Instrument const& instrument, int step)
{
    std::int64_t lots = step == 0 ? 0 : 100;
    for (int i = 1; i < step; ++i) {
        lots = i % 2 == 1 ? lots * 3 : lots * 10 / 3;
        lots = i % 2 == 0 ? lots - lots % 100 : lots;
    }
    return Qty(instrument.lotSize.value * lots);
}

} // namespace

Tape::Tape(FrameClock& frames, MarketView const& market, Theme const& theme, QWidget* parent)
    : QWidget(parent)
    , FrameClient(frames, *this)
    , m_market(market)
    , m_theme(theme)
    , m_text(numberFont(theme.numberFont, 12))
    , m_labelFont(theme.uiFont)
{
    m_labelFont.setPixelSize(11);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Time and sales"));
    connect(&market, &MarketView::tradesChanged, this, &Tape::takeTrades);
    connect(&market, &MarketView::shownChanged, this, &Tape::takeInstrument);
    buildActions();
    takeInstrument();
}

void Tape::buildActions()
{
    m_addsUp = new QAction(tr("Add up what one aggressor takes at a price"), this);
    m_addsUp->setObjectName(QStringLiteral("tape.addsUp"));
    m_addsUp->setCheckable(true);
    connect(m_addsUp, &QAction::toggled, this, &Tape::refilter);
    auto* least = new QAction(tr("Leave out small trades"), this);
    least->setObjectName(QStringLiteral("tape.least"));
    least->setMenu(new QMenu(this));
    connect(least->menu(), &QMenu::aboutToShow, this, [this, least] { fillSizes(*least->menu()); });
    addActions({m_addsUp, least});
}

void Tape::fillSizes(QMenu& menu)
{
    menu.clear();
    auto const* instrument = m_market.shown();
    for (int step = 0; instrument != nullptr && step <= leastSteps; ++step) {
        auto const text =
            step == 0
                ? tr("Show all")
                : tr("Below %1").arg(QString::fromStdString(instrument->qtyText(leastOf(*instrument, step))));
        auto* action = menu.addAction(text, this, [this, step] {
            m_leastStep = step;
            refilter();
        });
        action->setCheckable(true);
        action->setChecked(step == m_leastStep);
    }
}

// What is looked at stays where it is while the trades of the list are the same.
void Tape::takeInstrument()
{
    auto const* shown = m_market.shown();
    bool const same = shown != nullptr && m_instrument && isSameInstrument(*shown, *m_instrument) &&
                      leastOf(*shown, m_leastStep) == leastOf(*m_instrument, m_leastStep);
    m_instrument = shown == nullptr ? std::nullopt : std::optional(*shown);
    if (same) {
        markDirty();
    } else {
        refilter();
    }
}

void Tape::refilter()
{
    auto const* instrument = m_market.shown();
    auto const least = instrument == nullptr ? Qty(0) : leastOf(*instrument, m_leastStep);
    setFilter({least, m_addsUp->isChecked()});
}

void Tape::setFilter(TapeFilter::Settings const& settings)
{
    m_filter.set(settings, m_market.tape().trades());
    setOffset(0);
}

QJsonObject Tape::saveState() const
{
    return {{QStringLiteral("addsUp"), m_addsUp->isChecked()}, {QStringLiteral("least"), m_leastStep}};
}

void Tape::restoreState(QJsonObject const& state)
{
    m_leastStep = std::clamp(state[QStringLiteral("least")].toInt(), 0, leastSteps);
    m_addsUp->setChecked(state[QStringLiteral("addsUp")].toBool());
    refilter();
}

void Tape::takeTrades(TradesBatch const& batch)
{
    if (!isVisible()) {
        m_missed = true; // the group's tape has them
        return;
    }
    if (batch.reset) {
        m_offset = 0;
        m_filter.clear();
    }
    int const fresh = m_filter.add(batch.trades.trades);
    if (m_offset > 0) {
        m_offset += fresh; // what is looked at stays where it is
    }
    markDirty();
}

void Tape::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_missed, false)) {
        refilter();
    }
}

int Tape::rowCount() const
{
    return std::max(0, (height() - headerHeight + rowHeight - 1) / rowHeight);
}

void Tape::setOffset(int offset)
{
    auto const most = static_cast<int>(m_filter.rows().size()) - rowCount();
    m_offset = std::clamp(offset, 0, std::max(0, most));
    markDirty();
}

void Tape::onFrame(Duration /*now*/)
{
    auto const& trades = m_filter.rows();
    auto const* instrument = m_market.shown();
    auto const total = static_cast<int>(trades.size());
    m_offset = std::min(m_offset, std::max(0, total - rowCount()));
    int const count = instrument == nullptr ? 0 : std::clamp(total - m_offset, 0, rowCount());
    m_rows.resize(static_cast<std::size_t>(count));
    if (count > 0) {
        m_sizeDecimals = sizeDecimals(*instrument, trades.back().price);
    }
    std::int64_t largest = 1;
    for (int i = 0; i < count; ++i) {
        auto const& trade = trades[static_cast<std::size_t>(total - 1 - m_offset - i)];
        refreshRow(trade, *instrument, m_rows[static_cast<std::size_t>(i)]);
        largest = std::max(largest, trade.qty.value);
    }
    m_sizeScale = largest;
    update();
}

void Tape::refreshRow(Trade const& trade, Instrument const& instrument, Row& row) const
{
    auto const ms = trade.time.value / 1'000'000;
    auto const two = [](std::int64_t n) {
        return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
    };
    auto const second = ms / 1000;
    row.time = two(second / 3600 % 24) + ':' + two(second / 60 % 60) + ':' + two(second % 60);
    row.price = instrument.priceText(trade.price);
    row.size = sizeText(instrument, trade.qty, m_sizeDecimals);
    row.qty = trade.qty.value;
    row.aggressor = trade.aggressor;
}

QString Tape::droppedText() const
{
    auto const dropped = m_market.tape().dropped();
    return dropped == 0 ? QString() : tr("%1 not shown").arg(dropped);
}

void Tape::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.panel);
    painter.fillRect(QRect(0, headerHeight - 1, width(), 1), m_theme.line);
    int const timeWidth = static_cast<int>(m_text.charWidth() * 8) + pad;
    int const sizeWidth = (width() - timeWidth) * 45 / 100;
    int const priceRight = width() - sizeWidth;
    painter.setFont(m_labelFont);
    painter.setPen(m_theme.textFaint);
    const QRect header(0, 0, width(), headerHeight);
    auto const dropped = droppedText();
    painter.drawText(header.adjusted(pad, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, tr("Time"));
    painter.drawText(header.adjusted(0, 0, -sizeWidth, 0), Qt::AlignVCenter | Qt::AlignRight, tr("Price"));
    painter.drawText(header.adjusted(0, 0, -pad, 0), Qt::AlignVCenter | Qt::AlignRight, tr("Size"));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        auto const& row = m_rows[i];
        const QRect line(0, headerHeight + static_cast<int>(i) * rowHeight, width(), rowHeight);
        bool const buy = row.aggressor == Side::Buy;
        bool const known = row.aggressor != Side::Undisclosed;
        auto const& color = !known ? m_theme.textDim : buy ? m_theme.bid : m_theme.ask;
        auto const share = static_cast<double>(row.qty) / static_cast<double>(m_sizeScale);
        int const bar = std::max(1, static_cast<int>(share * (sizeWidth - 4)));
        painter.fillRect(
            QRect(width() - bar, line.top() + 1, bar, rowHeight - 2),
            !known ? m_theme.raised
            : buy  ? m_theme.bidBar
                   : m_theme.askBar
        );
        m_text.drawLeft(painter, QRectF(line.adjusted(pad, 0, 0, 0)), row.time, m_theme.textFaint);
        m_text.drawRight(painter, QRectF(0, line.top(), priceRight, rowHeight), row.price, color);
        m_text.drawRight(painter, QRectF(line.adjusted(0, 0, -pad, 0)), row.size, m_theme.text);
    }
    if (!dropped.isEmpty() || m_offset > 0) {
        auto const words = m_offset > 0 ? tr("%1 newer above").arg(m_offset) : dropped;
        const QRect plate(0, height() - 20, width(), 20);
        painter.fillRect(plate, m_theme.ownCell);
        painter.setPen(m_theme.own);
        painter.drawText(plate, Qt::AlignCenter, words);
    }
}

void Tape::resizeEvent(QResizeEvent* /*event*/)
{
    markDirty();
}

void Tape::wheelEvent(QWheelEvent* event)
{
    int const steps = event->angleDelta().y();
    if (steps != 0) {
        setOffset(m_offset + (steps > 0 ? -wheelRows : wheelRows));
    }
    event->accept();
}

void Tape::keyPressEvent(QKeyEvent* event)
{
    int const page = std::max(1, rowCount() - 1);
    switch (event->key()) {
    case Qt::Key_Up:
        setOffset(m_offset - 1);
        break;
    case Qt::Key_Down:
        setOffset(m_offset + 1);
        break;
    case Qt::Key_PageUp:
        setOffset(m_offset - page);
        break;
    case Qt::Key_PageDown:
        setOffset(m_offset + page);
        break;
    case Qt::Key_Home:
        setOffset(0);
        break;
    case Qt::Key_End:
        setOffset(static_cast<int>(m_filter.rows().size()));
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Tape::mouseDoubleClickEvent(QMouseEvent* /*event*/)
{
    setOffset(0);
}

} // namespace qob
