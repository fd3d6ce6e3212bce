#include "ui/charts/heat_overlays.h"

#include "ui/look/fonts.h"
#include "ui/models/display_text.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace qob {

namespace {

constexpr std::int64_t secondColumns = seconds(1).value / heatColumnTime.value;
constexpr int noTrade = -1; // instead of a height of the delta's line
constexpr int gap = -2;
constexpr double wallRoom = 13; // pixels between the labels of large sizes
constexpr std::size_t mostWalls = 10;
constexpr std::size_t mostMarks = 40;

QRgb mixed(QColor const& from, QColor const& to, double part)
{
    auto const mix = [part](int a, int b) {
        return a + static_cast<int>((b - a) * part);
    };
    return qRgb(mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue()));
}

void fillRow(QImage& image, int top, int bottom, int from, int to, QRgb color)
{
    for (int y = std::max(top, 0); y < std::min(bottom, image.height()); ++y) {
        auto* pixels = reinterpret_cast<QRgb*>(image.scanLine(y));
        std::fill(pixels + std::max(from, 0), pixels + std::max(from, std::min(to, image.width())), color);
    }
}

// The largest ones whose labels do not cover each other.
std::vector<HeatRaster::LargeTrade> apart(std::vector<HeatRaster::LargeTrade> trades)
{
    constexpr int wide = 34;
    constexpr int high = 14;
    std::sort(trades.begin(), trades.end(), [](auto const& a, auto const& b) { return a.size > b.size; });
    std::vector<HeatRaster::LargeTrade> kept;
    for (HeatRaster::LargeTrade const& trade : trades) {
        bool const free = std::none_of(kept.begin(), kept.end(), [&](HeatRaster::LargeTrade const& other) {
            return std::abs(other.x - trade.x) < wide && std::abs(other.y - trade.y) < high &&
                   other.buy == trade.buy;
        });
        if (free && kept.size() < mostMarks) {
            kept.push_back(trade);
        }
    }
    return kept;
}

} // namespace

HeatOverlays::HeatOverlays(HeatStore const& store, HeatRaster const& raster, Theme const& theme)
    : m_store(store)
    , m_raster(raster)
    , m_theme(theme)
    , m_text(numberFont(theme.numberFont, 10))
{}

void HeatOverlays::reset()
{
    m_icebergs.clear();
    m_profileKey = {};
    m_delta = {};
    m_nakedAt = 0;
    m_naked.clear();
}

void HeatOverlays::prepare(
    HeatLayout const& layout, HeatView const& view, Instrument const& instrument, bool ours
)
{
    m_icebergs.setTold(ours);
    m_layout = layout;
    m_view = view;
    m_instrument = instrument;
    if (layout.profile.width() > 0) {
        prepareProfile();
    }
    if (!look().nakedPocs) {
        m_naked.clear();
        m_nakedAt = 0;
    } else if (m_store.endColumn() - m_nakedAt >= secondColumns || m_nakedTicks != view.rows.ticksPerRow) {
        m_nakedAt = m_store.endColumn();
        m_nakedTicks = view.rows.ticksPerRow;
        m_naked = nakedPocs(m_store, pocPeriod, m_nakedTicks);
    }
    if (layout.delta.height() > 0) {
        prepareDelta();
    }
    prepareMarks();
    prepareScale();
}

// A price is not read out of the profile each frame: a new slot, or a second of the whole history, is.
void HeatOverlays::prepareProfile()
{
    bool const shown = look().profile == HeatProfileOf::Shown;
    ProfileKey key{m_view, look().profile, m_layout.profile.size()};
    if (!shown) {
        key.view.endColumn = m_store.endColumn() / secondColumns;
    }
    if (key == m_profileKey) {
        return;
    }
    m_profileKey = key;
    m_profile = HeatProfile(m_view.rows.ticksPerRow);
    const std::int64_t first = m_view.endColumn - m_raster.slotCount() * m_view.columnsPerSlot;
    m_profile.add(
        m_store, shown ? first : m_store.firstColumn(), shown ? m_view.endColumn : m_store.endColumn()
    );
    drawProfile();
}

void HeatOverlays::drawProfile()
{
    const QSize size = m_layout.profile.size();
    if (m_profilePicture.size() != size) {
        m_profilePicture = QImage(size, QImage::Format_RGB32);
    }
    m_profilePicture.fill(m_theme.panel);
    fillRow(m_profilePicture, 0, size.height(), 0, 1, m_theme.line.rgb());
    auto const top = m_profile.rowOf(m_view.rows.topTick);
    double most = 0;
    for (std::int32_t row = 0; row < m_view.rows.rows; ++row) {
        most = std::max(most, m_profile.at(top - row).total());
    }
    auto const area = m_profile.valueArea();
    if (most == 0 || !area) {
        return;
    }
    double const scale = (size.width() - 10) / most;
    int const gap = m_view.rowPixels > 4 ? 1 : 0;
    for (std::int32_t row = 0; row < m_view.rows.rows; ++row) {
        auto const at = top - row;
        const HeatProfile::Row here = m_profile.at(at);
        int const y = row * m_view.rowPixels - m_view.topPixels;
        bool const inside = at >= area->first && at <= area->second;
        double const strength = inside ? 0.75 : 0.34;
        int const whole = size.width() - static_cast<int>(std::ceil(here.total() * scale));
        int const split = size.width() - static_cast<int>(here.buys * scale);
        int const bottom = y + m_view.rowPixels - gap;
        fillRow(m_profilePicture, y, bottom, whole, split, mixed(m_theme.panel, m_theme.ask, strength));
        fillRow(
            m_profilePicture, y, bottom, split, size.width(), mixed(m_theme.panel, m_theme.bid, strength)
        );
    }
}

void HeatOverlays::prepareDelta()
{
    double low = 0;
    double high = 0;
    bool first = true;
    for (int i = 0; i < m_raster.slotCount(); ++i) {
        HeatMarks const& marks = m_raster.shownMarks(i);
        if (!marks.stale && marks.sum.volume > 0) {
            low = first ? marks.sum.delta : std::min(low, marks.sum.delta);
            high = first ? marks.sum.delta : std::max(high, marks.sum.delta);
            first = false;
        }
    }
    double const margin = std::max((high - low) * 0.12, 1e-9);
    double const now = m_raster.shownMarks(m_raster.slotCount() - 1).sum.delta;
    const DeltaKey key{m_view, m_layout.delta.size(), now, low - margin, high + margin};
    if (key != m_delta) {
        m_delta = key;
        drawDelta();
    }
}

void HeatOverlays::drawDelta()
{
    const QSize size = m_layout.delta.size();
    if (m_deltaPicture.size() != size) {
        m_deltaPicture = QImage(size, QImage::Format_RGB32);
    }
    m_deltaPicture.fill(mixed(m_theme.window, m_theme.panel, 0.4));
    auto const yOf = [&](double delta) {
        return static_cast<int>((m_delta.high - delta) / (m_delta.high - m_delta.low) * (size.height() - 1));
    };
    // The line's height at each pixel; below 0: unknown.
    std::vector<int> lineY(static_cast<std::size_t>(size.width()), noTrade);
    int const count = m_raster.slotCount();
    for (int x = 0; x < size.width(); ++x) {
        int const slot = count - 1 - (size.width() - 1 - x) / m_view.slotPixels;
        HeatMarks const& marks = m_raster.shownMarks(slot);
        int const y = marks.sum.volume > 0 ? yOf(marks.sum.delta) : noTrade;
        lineY[static_cast<std::size_t>(x)] = marks.stale ? gap : y;
    }
    // Filled from zero, or from the edge next to it.
    fillDelta(lineY, std::clamp(yOf(0), 0, size.height() - 1));
    strokeDelta(lineY);
    fillRow(m_deltaPicture, 0, 1, 0, size.width(), m_theme.lineStrong.rgb());
}

void HeatOverlays::fillDelta(std::vector<int> const& lineY, int zeroY)
{
    const QRgb up = mixed(m_theme.panel, m_theme.bid, 0.16);
    const QRgb down = mixed(m_theme.panel, m_theme.ask, 0.16);
    for (int y = 0; y < m_deltaPicture.height(); ++y) {
        auto* pixels = reinterpret_cast<QRgb*>(m_deltaPicture.scanLine(y));
        for (std::size_t x = 0; x < lineY.size(); ++x) {
            int const line = lineY[x];
            if (line >= 0 && ((y >= line && y < zeroY) || (y <= line && y > zeroY))) {
                pixels[x] = line < zeroY ? up : down;
            } else if (line == gap && (static_cast<int>(x) + y) % 9 < 2) {
                pixels[x] = m_raster.palette().hatch();
            }
        }
    }
    if (m_delta.low < 0 && m_delta.high > 0) {
        fillRow(m_deltaPicture, zeroY, zeroY + 1, 0, m_deltaPicture.width(), m_theme.lineStrong.rgb());
    }
}

void HeatOverlays::strokeDelta(std::vector<int> const& lineY)
{
    double const zero = m_delta.high / (m_delta.high - m_delta.low) * (m_deltaPicture.height() - 1);
    auto const stride = m_deltaPicture.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    auto* pixels = reinterpret_cast<QRgb*>(m_deltaPicture.bits());
    for (std::size_t x = 0; x < lineY.size(); ++x) {
        if (lineY[x] < 0) {
            continue;
        }
        int const before = x > 0 && lineY[x - 1] >= 0 ? lineY[x - 1] : lineY[x];
        const QRgb color = lineY[x] > zero ? m_theme.ask.rgb() : m_theme.bid.rgb();
        int const bottom = std::min(std::max(before, lineY[x]) + 2, m_deltaPicture.height());
        for (int y = std::min(before, lineY[x]); y < bottom; ++y) {
            pixels[y * stride + static_cast<qsizetype>(x)] = color;
        }
    }
}

void HeatOverlays::prepareMarks()
{
    m_walls.clear();
    m_largeTrades.clear();
    if (look().icebergs) {
        m_icebergs.take(m_store);
    }
    if (!look().largeLots) {
        return;
    }
    m_largeTrades = apart(m_raster.largeTrades(largeTradeSize()));
    auto const& sizes = m_raster.newestSizes();
    double const least = largeRestingSize();
    for (std::size_t row = 0; row < sizes.size(); ++row) {
        if (static_cast<double>(sizes[row]) >= least) {
            double const y = (static_cast<double>(row) + 0.5) * m_view.rowPixels - m_view.topPixels;
            m_walls.push_back({y, static_cast<double>(sizes[row])});
        }
    }
    std::sort(m_walls.begin(), m_walls.end(), [](Wall const& a, Wall const& b) { return a.size > b.size; });
    std::vector<Wall> kept;
    for (Wall const& wall : m_walls) {
        bool const free = std::none_of(kept.begin(), kept.end(), [&](Wall const& other) {
            return std::abs(other.y - wall.y) < wallRoom;
        });
        if (free && kept.size() < mostWalls) {
            kept.push_back(wall);
        }
    }
    m_walls = std::move(kept);
}

double HeatOverlays::largeTradeSize() const
{
    return look().largeLot > 0 ? look().largeLot : static_cast<double>(m_raster.bubbles().largeSize());
}

double HeatOverlays::largeRestingSize() const
{
    return look().largeLot > 0 ? look().largeLot : static_cast<double>(m_raster.largestSize());
}

std::string HeatOverlays::shortSize(double size)
{
    char text[32];
    double const magnitude = std::abs(size);
    auto const write = [&](char const* format, double value) {
        return std::string(text, static_cast<std::size_t>(std::snprintf(text, sizeof text, format, value)));
    };
    if (magnitude >= 999'500) {
        return write("%.2fM", size / 1e6);
    }
    if (magnitude >= 9'995) {
        return write("%.1fk", size / 1e3);
    }
    if (magnitude >= 99.95) {
        return write("%.0f", size);
    }
    if (magnitude >= 9.995) {
        return write("%.1f", size);
    }
    return magnitude >= 0.0995 || magnitude == 0 ? write("%.2f", size) : write("%.2g", size);
}

void HeatOverlays::prepareScale()
{
    const ScaleKey key{look(), m_raster.lowSize(), m_raster.fullSize()};
    if (key == m_scaleKey && !m_scalePicture.isNull()) {
        return;
    }
    m_scaleKey = key;
    m_scalePicture = QImage(scaleSize, QImage::Format_ARGB32_Premultiplied);
    QColor plate = m_theme.window;
    plate.setAlpha(240);
    m_scalePicture.fill(plate);
    QPainter painter(&m_scalePicture);
    if (look().shading == HeatShading::Flow) {
        drawFlowScale(painter);
    } else {
        drawSizeScale(painter, QRect(6, 3, scaleSize.width() - 12, 7));
    }
}

void HeatOverlays::drawSizeScale(QPainter& painter, QRect const& bar)
{
    HeatPalette const& palette = m_raster.palette();
    bool const ages = look().shading == HeatShading::Age;
    for (int x = 0; x < bar.width(); ++x) {
        int const step = x * (HeatPalette::steps - 1) / (bar.width() - 1);
        int const age = x * (HeatPalette::ages - 1) / (bar.width() - 1);
        int const code = ages ? age * HeatPalette::steps + HeatPalette::steps * 2 / 3 : step;
        painter.setPen(QColor(palette.color(code)));
        painter.drawLine(bar.left() + x, bar.top(), bar.left() + x, bar.bottom());
    }
    const QRect below(bar.left(), bar.bottom() + 1, bar.width(), scaleSize.height() - bar.bottom() - 1);
    if (ages) {
        painter.setFont(numberFont(m_theme.uiFont, 10));
        painter.setPen(m_theme.text);
        painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, tr("new"));
        painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, tr("5 min and older"));
        return;
    }
    auto const low = static_cast<double>(m_scaleKey.low);
    auto const high = static_cast<double>(m_scaleKey.high);
    m_text.drawLeft(painter, below, shortSize(low), m_theme.text);
    m_text.drawRight(painter, below, shortSize(high), m_theme.text);
    m_text.drawCentre(painter, below, shortSize(0.5 * (low + high)), m_theme.textDim);
}

void HeatOverlays::drawFlowScale(QPainter& painter)
{
    painter.setFont(numberFont(m_theme.uiFont, 10));
    const QFontMetrics metrics(painter.font());
    const std::array words{tr("added"), tr("pulled"), tr("filled")};
    int x = 6;
    for (int kind = 0; kind < 3; ++kind) {
        painter.fillRect(x, 8, 8, 8, QColor(HeatPalette::flowColor(static_cast<HeatPalette::Flow>(kind))));
        painter.setPen(m_theme.text);
        auto const& word = words.at(static_cast<std::size_t>(kind));
        painter.drawText(QRect(x + 11, 0, 60, scaleSize.height()), Qt::AlignLeft | Qt::AlignVCenter, word);
        x += 18 + metrics.horizontalAdvance(word);
    }
}

} // namespace qob
