#pragma once

#include "engine/api/market_data.h"

#include <array>
#include <cstddef>
#include <limits>
#include <memory>
#include <vector>

namespace qob {

// One side of a mirrored book: sizes by key in rising order, the best level last. Kept in short sorted runs,
// so that a change deep in a book of thousands of levels moves a few hundred bytes and not all that lies
// above it.
class LevelSide {
public:
    struct Level {
        std::int64_t key;
        std::int64_t qty;
    };

    // Returns the size before; 0: there was none.
    std::int64_t set(std::int64_t key, std::int64_t qty);

    // 0: no such level.
    [[nodiscard]] std::int64_t at(std::int64_t key) const;

    void clear();

    [[nodiscard]] std::size_t size() const { return m_size; }

    // Only of a side that is not empty.
    [[nodiscard]] std::int64_t bestKey() const { return m_tops.back(); }

    [[nodiscard]] Level best() const;

    // Only of a side that is not empty.
    [[nodiscard]] std::int64_t worstKey() const { return m_runs.front()->keys[0]; }

    // Best first, until `visit(Level)` returns false.
    template <class Visit>
    void each(Visit&& visit) const
    {
        for (auto run = m_runs.rbegin(); run != m_runs.rend(); ++run) {
            for (std::size_t i = (*run)->count; i > 0; --i) {
                if (!visit(Level{(*run)->keys[i - 1], (*run)->qtys[i - 1]})) {
                    return;
                }
            }
        }
    }

private:
    static constexpr std::size_t blockSize = 8;
    static constexpr std::size_t runSize = blockSize * blockSize;
    static constexpr std::int64_t noKey = std::numeric_limits<std::int64_t>::max();

    struct Run {
        Run() { keys.fill(noKey); }

        // The first place whose key is not below `key`.
        [[nodiscard]] std::size_t lowerBound(std::int64_t key) const;

        std::size_t count = 0;
        std::array<std::int64_t, runSize> keys; // noKey behind the last
        std::array<std::int64_t, runSize> qtys{};
    };

    [[nodiscard]] std::size_t runOf(std::int64_t key) const;
    void insert(std::size_t run, std::size_t at, std::int64_t key, std::int64_t qty);
    void erase(std::size_t run, std::size_t at);
    void split(std::size_t run);
    void remove(std::size_t run);
    std::unique_ptr<Run> newRun();

    std::vector<std::unique_ptr<Run>> m_runs;  // none is empty
    std::vector<std::unique_ptr<Run>> m_spare; // were needed once: memory is asked for only to grow
    std::vector<std::int64_t> m_tops;          // the last key of each
    std::size_t m_last = 0;                    // where the last change was: the next is likely near
    std::size_t m_size = 0;
};

// A book as a venue publishes it by levels: one size a price. One thread.
class LevelBook {
public:
    // Shows `qty` at a price; 0 takes the level away. Returns the size shown there before, 0 for none.
    Qty set(Side side, Price price, Qty qty)
    {
        return Qty(
            side == Side::Buy ? m_bids.set(price.value, qty.value) : m_asks.set(-price.value, qty.value)
        );
    }

    void clear();

    // The best level; one of price 0 and size 0 where the side is empty.
    [[nodiscard]] PriceLevel best(Side side) const;

    // The price of the level farthest from the other side; only of a side that is not empty.
    [[nodiscard]] Price worst(Side side) const
    {
        return Price(side == Side::Buy ? m_bids.worstKey() : -m_asks.worstKey());
    }

    // Size at a price; 0: no such level.
    [[nodiscard]] Qty at(Side side, Price price) const;

    [[nodiscard]] std::size_t levels(Side side) const
    {
        return side == Side::Buy ? m_bids.size() : m_asks.size();
    }

    // The best bid is at or above the best ask.
    [[nodiscard]] bool crossed() const
    {
        return m_bids.size() != 0 && m_asks.size() != 0 && m_bids.bestKey() >= -m_asks.bestKey();
    }

    // Up to `count` levels, best first, into `out`, which is overwritten.
    void depth(Side side, std::size_t count, std::vector<PriceLevel>& out) const;

private:
    LevelSide m_bids; // key: the price
    LevelSide m_asks; // key: the price negated, so that the best is last here too
};

} // namespace qob
