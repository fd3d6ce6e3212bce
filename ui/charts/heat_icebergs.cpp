#include "ui/charts/heat_icebergs.h"

#include <algorithm>
#include <cmath>

namespace qob {

namespace {

constexpr std::int64_t quietColumns = seconds(1).value / heatColumnTime.value;
constexpr std::int64_t quietColumnsTold = seconds(30).value / heatColumnTime.value;

} // namespace

void HeatIcebergs::clear()
{
    m_next = 0;
    m_sizesKnown = false;
    m_open.clear();
    m_found.clear();
    m_forgotten = 0;
}

void HeatIcebergs::setTold(bool told)
{
    if (told != m_told) {
        clear();
        m_told = told;
    }
}

void HeatIcebergs::take(HeatStore const& store)
{
    const std::int64_t end = store.endColumn() - 1; // the newest may still grow
    if (m_next < store.firstColumn()) {
        m_next = store.firstColumn();
        m_sizesKnown = false;
    }
    while (m_next < end) {
        HeatChunk const* chunk = store.find(m_next);
        if (chunk == nullptr || chunk->columns.size() > heatChunkColumns) {
            m_open.clear();
            m_sizesKnown = false;
            m_next = chunk == nullptr ? m_next + 1 : endOf(*chunk);
            continue;
        }
        auto at = static_cast<std::size_t>(m_next - chunk->firstColumn);
        if (!m_sizesKnown) {
            m_sizesKnown = true;
            m_sizes.clear();
            for (HeatLevel const& level : chunk->levels) {
                m_sizes[level.tick] = std::abs(level.size);
            }
        }
        for (; m_next < std::min(end, endOf(*chunk)); ++m_next, ++at) {
            readColumn(*chunk, at);
        }
    }
}

void HeatIcebergs::readColumn(HeatChunk const& chunk, std::size_t index)
{
    HeatColumn const& here = chunk.columns[index];
    const HeatColumn before = index == 0 ? HeatColumn{} : chunk.columns[index - 1];
    const std::int64_t column = chunk.firstColumn + static_cast<std::int64_t>(index);
    std::int64_t const quiet = m_told ? quietColumnsTold : quietColumns;
    std::erase_if(m_open, [&](Episode const& episode) {
        return here.stale || episode.iceberg.lastColumn < column - quiet;
    });
    // The trades come first: what they took was shown before.
    for (auto i = before.dotsEnd; i < here.dotsEnd && !here.stale; ++i) {
        if (!m_told || chunk.dots[i].iceberg) {
            readDot(chunk.dots[i], column);
        }
    }
    for (auto i = before.changesEnd; i < here.changesEnd; ++i) {
        setSize(chunk.changes[i].tick, std::abs(chunk.changes[i].size));
    }
    for (Episode& episode : m_open) {
        report(episode);
    }
}

void HeatIcebergs::readDot(HeatDot const& dot, std::int64_t column)
{
    bool const bid = dot.size < 0; // hit by a seller
    auto episode = std::find_if(m_open.begin(), m_open.end(), [&](Episode const& open) {
        return open.iceberg.tick == dot.tick && open.iceberg.bid == bid;
    });
    if (episode == m_open.end()) {
        auto const size = m_sizes.find(dot.tick);
        double const shown = size == m_sizes.end() ? 0.0 : static_cast<double>(size->second);
        m_open.push_back({{column, column, dot.tick, bid, 0, shown}, -1});
        episode = std::prev(m_open.end());
    }
    episode->iceberg.traded += std::abs(static_cast<double>(dot.size));
    episode->iceberg.lastColumn = column;
}

void HeatIcebergs::report(Episode& episode)
{
    Iceberg const& iceberg = episode.iceberg;
    bool const large = m_told || (iceberg.shown > 0 && iceberg.traded >= ratio * iceberg.shown);
    if (episode.index < 0 && large) {
        episode.index = m_forgotten + std::ssize(m_found);
        m_found.push_back(iceberg);
        if (m_found.size() > mostFound) {
            m_found.pop_front();
            ++m_forgotten;
        }
    } else if (episode.index >= m_forgotten) {
        m_found[static_cast<std::size_t>(episode.index - m_forgotten)] = iceberg;
    }
}

void HeatIcebergs::setSize(std::int32_t tick, float size)
{
    if (size == 0) {
        m_sizes.erase(tick);
    } else {
        m_sizes[tick] = size;
    }
    for (Episode& episode : m_open) {
        if (episode.iceberg.tick == tick) {
            episode.iceberg.shown = std::max(episode.iceberg.shown, static_cast<double>(size));
        }
    }
}

} // namespace qob
