#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace qob {

// How long the size resting in each row of a map has been there, in slots. What is added is new, and what
// goes goes in proportion, so that a row's age is the mean over its size: orders of one price cannot be told
// apart in the data. Nothing that rested before a gap is known to be the same after it.
class HeatAges {
public:
    void start(std::size_t rows)
    {
        m_sizes.assign(rows, 0.0F);
        m_ages.assign(rows, 0.0F);
    }

    // The rows' sizes in the next slot; all 0 in a gap.
    void next(std::vector<float> const& sizes)
    {
        for (std::size_t row = 0; row < m_sizes.size(); ++row) {
            float const now = sizes[row];
            float const kept = now > m_sizes[row] ? m_sizes[row] / now : (now > 0 ? 1.0F : 0.0F);
            m_ages[row] = (m_ages[row] + 1.0F) * kept;
            m_sizes[row] = now;
        }
    }

    [[nodiscard]] std::vector<float> const& ages() const { return m_ages; }

private:
    std::vector<float> m_sizes;
    std::vector<float> m_ages;
};

// What became of the size in each row: stacked (added), pulled (gone without a trade), filled (gone, and
// traded). Each is a sum that fades by half every `halfLife` slots, so that it leaves a streak. A trade
// counts for the slot it is in and the next: a column shows its largest size, so what a trade took is missing
// only in the column after it.
class HeatFlow {
public:
    struct Row {
        float stacked = 0;
        float pulled = 0;
        float filled = 0;
    };

    void start(std::size_t rows, float fade)
    {
        m_fade = fade;
        m_rows.assign(rows, {});
        m_sizes.assign(rows, 0.0F);
        m_traded.assign(rows, 0.0F);
        m_first = true;
    }

    void next(std::vector<float> const& sizes, std::vector<float> const& traded, bool stale)
    {
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            Row& row = m_rows[i];
            row.stacked *= m_fade;
            row.pulled *= m_fade;
            row.filled *= m_fade;
            if (!m_first && !stale) {
                float const change = sizes[i] - m_sizes[i];
                float const gone = std::max(-change, 0.0F);
                float const filled = std::min(gone, m_traded[i] + traded[i]);
                row.stacked += std::max(change, 0.0F);
                row.filled += filled;
                row.pulled += gone - filled;
                // Of this slot's trades, what explained nothing yet.
                m_traded[i] = std::min(traded[i], m_traded[i] + traded[i] - filled);
            }
            m_sizes[i] = sizes[i];
        }
        m_first = stale;
    }

    [[nodiscard]] std::vector<Row> const& rows() const { return m_rows; }

private:
    float m_fade = 1;
    std::vector<Row> m_rows;
    std::vector<float> m_sizes;
    std::vector<float> m_traded; // in the slot before, and not yet seen to be gone
    bool m_first = true;         // what was there before is not known
};

} // namespace qob
