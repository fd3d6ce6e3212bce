#include "ui/charts/heat_window.h"

#include <algorithm>
#include <cmath>

namespace qob {

namespace {

constexpr double mostColumnsPerPixel = 400.0;
constexpr double fewestColumnsPerPixel = 1.0 / 12.0;
constexpr double mostSeconds = 7 * 86'400.0;
constexpr double mostTicksPerPixel = 4'000.0;
constexpr double fewestTicksPerPixel = 1.0 / 40.0;
constexpr int widestRow = 3;       // pixels, when several ticks share a row
constexpr int narrowestRow = 2;    // a line of one pixel is hard to see
constexpr double calmShare = 0.36; // of the height: how far the price may be from the middle

std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

} // namespace

void HeatWindow::resize(QSize const& size)
{
    m_fittedColumns = size.height() == m_size.height() ? m_fittedColumns : 0; // fitted prices are fitted anew
    m_size = size;
    stretch();
}

void HeatWindow::showSpan(Duration span)
{
    m_span = span;
    stretch();
    reset();
}

void HeatWindow::stretch()
{
    if (m_span && m_size.width() > 0) {
        double const columns = static_cast<double>(m_span->value) / static_cast<double>(heatColumnTime.value);
        m_columnsPerPixel = std::clamp(columns / m_size.width(), fewestColumnsPerPixel, mostColumnsPerPixel);
    }
}

void HeatWindow::zoomTime(double factor, double x)
{
    double const under = static_cast<double>(columnAt(x));
    m_columnsPerPixel = std::clamp(m_columnsPerPixel * factor, fewestColumnsPerPixel, mostColumnsPerPixel);
    m_span.reset();
    m_span = span();
    if (!m_follow) {
        lookUntil(std::llround(under + (m_size.width() - x) * shownColumnsPerPixel()));
    }
}

void HeatWindow::zoomPrice(double factor, double y)
{
    m_autoPrice = false;
    double const under = tickAt(y);
    m_ticksPerPixel = std::clamp(m_ticksPerPixel * factor, fewestTicksPerPixel, mostTicksPerPixel);
    m_centreTick = under + (y - 0.5 * m_size.height()) * shownTicksPerPixel();
    endFollowingOutOfSight();
}

void HeatWindow::drag(double dx, double dy)
{
    if (m_store.empty() || m_view.rows.rows == 0) {
        return;
    }
    if (dy != 0) {
        m_autoPrice = false;
        m_centreTick += dy * shownTicksPerPixel();
        endFollowingOutOfSight();
    }
    if (dx != 0) {
        const std::int64_t from = m_follow ? newestEnd() : m_endColumn;
        lookUntil(from - std::llround(dx * shownColumnsPerPixel()));
    }
}

// There is nothing to see beyond the newest.
void HeatWindow::lookUntil(std::int64_t column)
{
    m_endColumn = column;
    m_follow = column >= newestEnd();
}

void HeatWindow::step(int rowsUp, int timeSteps)
{
    constexpr double leastRow = 4;
    constexpr double leastTime = 8;
    double const second = static_cast<double>(seconds(1).value) / static_cast<double>(heatColumnTime.value);
    double const timePixels = std::max(leastTime, second / shownColumnsPerPixel());
    drag(timeSteps * timePixels, rowsUp * std::max<double>(leastRow, rowPixels()));
}

void HeatWindow::centrePrice()
{
    m_centreWanted = !hasPrice();
    if (hasPrice()) {
        HeatColumn const& last = *m_store.last();
        m_centreTick = 0.5 * (last.bidTick + std::max(last.askTick, last.bidTick));
    }
}

bool HeatWindow::hasPrice() const
{
    HeatColumn const* last = m_store.last();
    return last != nullptr && last->bidTick != 0;
}

void HeatWindow::followPrice(bool follow)
{
    m_followPrice = follow;
    if (follow && hasPrice() && !inCalm(m_store.last()->bidTick)) {
        centrePrice();
    }
}

HeatView HeatWindow::view()
{
    if (m_store.empty()) {
        return m_view;
    }
    m_view.columnsPerSlot = columnsPerSlot();
    m_view.slotPixels = slotPixels();
    m_follow = m_follow || m_endColumn >= newestEnd(); // a replay was turned back
    const std::int64_t end = m_follow ? newestEnd() : m_endColumn;
    m_view.endColumn =
        floorDiv(end + m_view.columnsPerSlot - 1, m_view.columnsPerSlot) * m_view.columnsPerSlot;
    if (m_centreWanted) {
        centrePrice();
    }
    if (mustFit()) {
        fitPrices();
    } else if (m_follow && m_followPrice) {
        keepPriceInSight();
    }
    placeRows();
    return m_view;
}

// Rows begin at multiples of their ticks, so that a tick stays in its row when the view is dragged.
void HeatWindow::placeRows()
{
    const std::int32_t ticks = ticksPerRow();
    m_view.rowPixels = rowPixels();
    m_view.rows.ticksPerRow = ticks;
    double const edge =
        m_centreTick + 0.5 * m_size.height() * shownTicksPerPixel(); // the picture's upper one
    auto row = static_cast<std::int64_t>(std::ceil((edge + 0.5) / ticks)) - 1;
    auto const above = [&] {
        double const rowEdge = static_cast<double>((row + 1) * ticks) - 0.5;
        return static_cast<int>(std::lround((rowEdge - edge) / ticks * m_view.rowPixels));
    };
    row -= above() >= m_view.rowPixels ? 1 : 0;
    m_view.topPixels = std::max(above(), 0);
    m_view.rows.topTick = static_cast<std::int32_t>((row + 1) * ticks - 1);
    m_view.rows.rows = (m_size.height() + m_view.topPixels + m_view.rowPixels - 1) / m_view.rowPixels;
}

Duration HeatWindow::span() const
{
    if (m_span) {
        return *m_span;
    }
    double const columns = m_columnsPerPixel * m_size.width();
    return nanoseconds(static_cast<std::int64_t>(columns * static_cast<double>(heatColumnTime.value)));
}

QJsonObject HeatWindow::toJson() const
{
    QJsonObject json{
        {"seconds", static_cast<double>(span().value) * 1e-9},
        {"followPrice", m_followPrice},
    };
    if (!m_autoPrice) {
        json["ticksPerPixel"] = m_ticksPerPixel;
    }
    return json;
}

void HeatWindow::readJson(QJsonObject const& json)
{
    double const shown = json["seconds"].toDouble();
    double const ticks = json["ticksPerPixel"].toDouble();
    reset();
    m_followPrice = json["followPrice"].toBool(true);
    if (shown >= 1 && shown <= mostSeconds) {
        m_span = nanoseconds(std::llround(shown * 1e9));
        stretch();
    }
    if (ticks >= fewestTicksPerPixel && ticks <= mostTicksPerPixel) {
        m_ticksPerPixel = ticks;
        m_autoPrice = false;
        m_centreWanted = true;
    }
}

std::int64_t HeatWindow::columnAt(double x) const
{
    double const shown = (m_size.width() - x) / m_view.slotPixels;
    return m_view.endColumn -
           static_cast<std::int64_t>(std::ceil(shown * static_cast<double>(m_view.columnsPerSlot)));
}

double HeatWindow::xOf(Timestamp time) const
{
    double const column = static_cast<double>(time.value) / static_cast<double>(heatColumnTime.value);
    double const before = static_cast<double>(m_view.endColumn) - column;
    return m_size.width() - before / static_cast<double>(m_view.columnsPerSlot) * m_view.slotPixels;
}

// At the start, and again when there is much more history to see than there was.
bool HeatWindow::mustFit() const
{
    auto const shown = static_cast<std::int64_t>(m_columnsPerPixel * m_size.width());
    const std::int64_t recorded = std::min(m_store.endColumn() - m_store.pastColumn(), shown);
    return m_autoPrice && recorded > m_fittedColumns + m_fittedColumns / 2;
}

// The prices travelled in the shown time, and around them as much again as most of the resting size needs.
void HeatWindow::fitPrices()
{
    auto const columns = static_cast<std::int64_t>(m_columnsPerPixel * m_size.width());
    const std::int64_t first = std::max(m_view.endColumn - columns, m_store.pastColumn());
    m_fittedColumns = std::min(m_store.endColumn() - m_store.pastColumn(), columns);
    std::int32_t low = 0;
    std::int32_t high = 0;
    std::int32_t bid = 0;
    const std::int64_t step = std::max<std::int64_t>(1, columns / 2'000);
    for (std::int64_t column = first; column < m_view.endColumn; column += step) {
        HeatChunk const* chunk = m_store.find(column);
        if (chunk == nullptr) {
            continue;
        }
        HeatColumn const& here = chunk->columns[static_cast<std::size_t>(column - chunk->firstColumn)];
        if (here.bidTick != 0 && here.askTick != 0) {
            low = low == 0 ? here.bidTick : std::min(low, here.bidTick);
            high = std::max(high, here.askTick);
            bid = here.bidTick;
        }
    }
    if (bid == 0) {
        return;
    }
    HeatChunk const* newest = m_store.find(std::min(m_view.endColumn, m_store.endColumn()) - 1);
    std::vector<std::int32_t> distances;
    for (HeatLevel const& level : newest == nullptr ? std::vector<HeatLevel>{} : newest->levels) {
        distances.push_back(std::abs(level.tick - bid));
    }
    double reach = 40;
    if (!distances.empty()) {
        auto const at = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() * 7 / 10);
        std::nth_element(distances.begin(), at, distances.end());
        reach = std::max(reach, 1.0 * *at);
    }
    double const travelled = high - low;
    double const half = std::max(travelled * 0.5 + reach * 0.4, reach);
    m_centreTick = travelled > reach ? 0.5 * (low + high) : bid;
    m_ticksPerPixel =
        std::clamp(2.0 * half / std::max(1, m_size.height()), fewestTicksPerPixel, mostTicksPerPixel);
}

void HeatWindow::keepPriceInSight()
{
    if (hasPrice() && !inCalm(m_store.last()->bidTick)) {
        m_centreTick = m_store.last()->bidTick;
    }
}

// The user looks elsewhere: jumping back to the price would undo that.
void HeatWindow::endFollowingOutOfSight()
{
    m_followPrice = m_followPrice && (!hasPrice() || inCalm(m_store.last()->bidTick));
}

bool HeatWindow::inCalm(std::int32_t tick) const
{
    return std::abs(tick - m_centreTick) / shownTicksPerPixel() <= calmShare * m_size.height();
}

std::int64_t HeatWindow::newestEnd() const
{
    return m_store.endColumn();
}

std::int64_t HeatWindow::columnsPerSlot() const
{
    return std::max<std::int64_t>(1, std::llround(m_columnsPerPixel));
}

int HeatWindow::slotPixels() const
{
    return m_columnsPerPixel < 0.75 ? static_cast<int>(std::lround(1.0 / m_columnsPerPixel)) : 1;
}

double HeatWindow::shownColumnsPerPixel() const
{
    return static_cast<double>(columnsPerSlot()) / slotPixels();
}

double HeatWindow::shownTicksPerPixel() const
{
    return static_cast<double>(ticksPerRow()) / rowPixels();
}

// Rows of the chosen ticks, or of a multiple.
std::int32_t HeatWindow::groupedTicks() const
{
    double const thinnest = m_ticksPerPixel * narrowestRow;
    return m_rowTicks * std::max(1, static_cast<int>(std::ceil(thinnest / m_rowTicks)));
}

std::int32_t HeatWindow::ticksPerRow() const
{
    if (m_rowTicks > 0) {
        return groupedTicks();
    }
    return std::max<std::int32_t>(1, static_cast<std::int32_t>(std::lround(m_ticksPerPixel * rowPixels())));
}

int HeatWindow::rowPixels() const
{
    if (m_rowTicks > 0) {
        return std::max(narrowestRow, static_cast<int>(std::lround(groupedTicks() / m_ticksPerPixel)));
    }
    if (m_ticksPerPixel >= 1.0 / widestRow) {
        return std::clamp(static_cast<int>(std::lround(1.0 / m_ticksPerPixel)), narrowestRow, widestRow);
    }
    return std::max(widestRow, static_cast<int>(std::lround(1.0 / m_ticksPerPixel)));
}

} // namespace qob
