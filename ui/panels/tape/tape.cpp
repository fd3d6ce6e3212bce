#include "ui/panels/tape/tape.h"

#include "ui/look/fonts.h"
#include "ui/models/display_text.h"

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
    setAccessibleName(tr("Time and sales"));
    connect(&market, &MarketView::tradesChanged, this, &Tape::takeTrades);
    connect(&market, &MarketView::shownChanged, this, [this] { setOffset(0); });
}

void Tape::takeTrades(TradesBatch const& batch)
{
    if (batch.reset) {
        m_offset = 0;
    } else if (m_offset > 0) {
        m_offset += static_cast<int>(batch.trades.trades.size()); // what is looked at stays where it is
    }
    markDirty();
}

int Tape::rowCount() const
{
    return std::max(0, (height() - headerHeight + rowHeight - 1) / rowHeight);
}

void Tape::setOffset(int offset)
{
    auto const most = static_cast<int>(m_market.tape().trades().size()) - rowCount();
    m_offset = std::clamp(offset, 0, std::max(0, most));
    markDirty();
}

void Tape::onFrame(Duration /*now*/)
{
    auto const& trades = m_market.tape().trades();
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

void Tape::mouseDoubleClickEvent(QMouseEvent* /*event*/)
{
    setOffset(0);
}

} // namespace qob
