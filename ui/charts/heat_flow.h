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
        // Without a branch, for vector code; what an empty row has for an age does not matter.
        for (std::size_t row = 0; row < m_sizes.size(); ++row) {
            float const kept = std::min(m_sizes[row] / std::max(sizes[row], 1e-30F), 1.0F);
            m_ages[row] = (m_ages[row] + 1.0F) * kept;
            m_sizes[row] = sizes[row];
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
    // The sums of each row.
    struct Rows {
        std::vector<float> stacked;
        std::vector<float> pulled;
        std::vector<float> filled;
    };

    void start(std::size_t rows, float fade)
    {
        m_fade = fade;
        m_first = true;
        for (auto* values : {&m_rows.stacked, &m_rows.pulled, &m_rows.filled, &m_sizes, &m_traded}) {
            values->assign(rows, 0.0F);
        }
    }

    void next(std::vector<float> const& sizes, std::vector<float> const& traded, bool stale)
    {
        // Where nothing is known of before, there is no change to see.
        float const seen = m_first || stale ? 0.0F : 1.0F;
        // None of these overlap; said, or there is no vector code.
        float const* __restrict now = sizes.data();
        float const* __restrict sold = traded.data();
        float* __restrict before = m_sizes.data();
        float* __restrict open = m_traded.data();
        float* __restrict stacked = m_rows.stacked.data();
        float* __restrict pulled = m_rows.pulled.data();
        float* __restrict filled = m_rows.filled.data();
        float const fade = m_fade;
        for (std::size_t i = 0; i < m_sizes.size(); ++i) {
            float const change = (now[i] - before[i]) * seen;
            float const gone = std::max(-change, 0.0F);
            float const explained = std::min(gone, open[i] + sold[i]);
            stacked[i] = stacked[i] * fade + std::max(change, 0.0F);
            filled[i] = filled[i] * fade + explained;
            pulled[i] = pulled[i] * fade + (gone - explained);
            // Of this slot's trades, what explained nothing yet.
            open[i] = std::min(sold[i], open[i] + sold[i] - explained) * seen;
            before[i] = now[i];
        }
        m_first = stale;
    }

    [[nodiscard]] Rows const& rows() const { return m_rows; }

private:
    float m_fade = 1;
    Rows m_rows;
    std::vector<float> m_sizes;
    std::vector<float> m_traded; // in the slot before, and not yet seen to be gone
    bool m_first = true;         // what was there before is not known
};

} // namespace qob
