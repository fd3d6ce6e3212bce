#include "engine/analytics/volume_at_price.h"

#include "engine/base/decimal.h"

#include <algorithm>

namespace qob {

namespace {

// Above this a profile with rows far apart is not laid out row by row.
constexpr std::int64_t mostRows = 200'000;

bool before(PriceVolume const& row, Price price)
{
    return row.price < price;
}

// Grows a range of rows until it holds enough.
class Area {
public:
    Area(std::vector<std::int64_t> const& volumes, std::size_t start)
        : m_volumes(volumes)
        , m_low(start)
        , m_high(start)
        , m_inside(volumes[start])
    {}

    void growTo(Int128 wanted, Int128 percent)
    {
        while (Int128{m_inside} * 100 < wanted * percent && (m_low > 0 || m_high + 1 < m_volumes.size())) {
            auto const above = sum(m_high + 1, std::min(m_high + 3, m_volumes.size()));
            auto const from = m_low < 2 ? 0 : m_low - 2;
            auto const below = sum(from, m_low);
            bool const canRise = m_high + 1 < m_volumes.size();
            bool const canFall = m_low > 0;
            bool const up = canRise && (!canFall || above >= below);
            bool const down = canFall && (!canRise || below >= above);
            if (up) {
                m_high = std::min(m_high + 2, m_volumes.size() - 1);
                m_inside += above;
            }
            if (down) {
                m_low = from;
                m_inside += below;
            }
        }
    }

    [[nodiscard]] std::size_t low() const { return m_low; }

    [[nodiscard]] std::size_t high() const { return m_high; }

private:
    [[nodiscard]] std::int64_t sum(std::size_t from, std::size_t end) const
    {
        std::int64_t total = 0;
        for (auto i = from; i < end; ++i) {
            total += m_volumes[i];
        }
        return total;
    }

    std::vector<std::int64_t> const& m_volumes;
    std::size_t m_low;
    std::size_t m_high;
    std::int64_t m_inside;
};

} // namespace

Price rowOf(Price price, Price step)
{
    auto const rest = price.value % step.value;
    return Price(price.value - (rest < 0 ? rest + step.value : rest));
}

void VolumeAtPrice::add(Price price, Qty sold, Qty bought)
{
    m_sold += sold;
    m_bought += bought;
    auto at = m_rows.end();
    if (!m_rows.empty() && price <= m_rows.back().price) {
        at = std::lower_bound(m_rows.begin(), m_rows.end(), price, before);
    }
    if (at == m_rows.end() || at->price != price) {
        at = m_rows.insert(at, {price, Qty(0), Qty(0)});
    }
    at->sold += sold;
    at->bought += bought;
}

void VolumeAtPrice::add(VolumeAtPrice const& other)
{
    for (auto const& row : other.m_rows) {
        add(row.price, row.sold, row.bought);
    }
}

PriceVolume const* VolumeAtPrice::at(Price price) const
{
    auto const found = std::lower_bound(m_rows.begin(), m_rows.end(), price, before);
    return found != m_rows.end() && found->price == price ? &*found : nullptr;
}

Qty VolumeAtPrice::largest() const
{
    Qty most;
    for (auto const& row : m_rows) {
        most = std::max(most, row.total());
    }
    return most;
}

VolumeAtPrice VolumeAtPrice::grouped(Price step) const
{
    VolumeAtPrice groups;
    for (auto const& row : m_rows) {
        groups.add(rowOf(row.price, step), row.sold, row.bought);
    }
    return groups;
}

std::optional<Price> VolumeAtPrice::pointOfControl() const
{
    if (m_rows.empty()) {
        return std::nullopt;
    }
    auto const twiceMiddle = m_rows.front().price + m_rows.back().price;
    auto const away = [&](Price price) {
        auto const off = (price + price - twiceMiddle).value;
        return off < 0 ? -off : off;
    };
    auto const best =
        std::max_element(m_rows.begin(), m_rows.end(), [&](PriceVolume const& a, PriceVolume const& b) {
            return a.total() != b.total() ? a.total() < b.total() : away(a.price) > away(b.price);
        });
    return best->price;
}

std::optional<ValueArea> VolumeAtPrice::valueArea(Price step, int percent) const
{
    auto const poc = pointOfControl();
    if (!poc) {
        return std::nullopt;
    }
    auto const first = m_rows.front().price;
    auto const count = (m_rows.back().price - first).value / step.value + 1;
    if (count > mostRows) {
        return ValueArea{first, m_rows.back().price};
    }
    std::vector<std::int64_t> volumes(static_cast<std::size_t>(count));
    for (auto const& row : m_rows) {
        volumes[static_cast<std::size_t>((row.price - first).value / step.value)] += row.total().value;
    }
    Area area(volumes, static_cast<std::size_t>((*poc - first).value / step.value));
    area.growTo(total().value, percent);
    auto const price = [&](std::size_t row) {
        return first + step * static_cast<std::int64_t>(row);
    };
    return ValueArea{price(area.low()), price(area.high())};
}

} // namespace qob
