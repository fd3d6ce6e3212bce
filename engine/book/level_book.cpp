#include "engine/book/level_book.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace qob {

namespace {

// How many of a fixed number of keys, `stride` apart, are below `key`: comparisons that do not wait for each
// other, and no jump on a key, which could not be foreseen.
template <std::size_t stride, std::size_t... places>
std::size_t countBelow(std::int64_t const* keys, std::int64_t key, std::index_sequence<places...> /*all*/)
{
    return (static_cast<std::size_t>(keys[places * stride] < key) + ...);
}

} // namespace

// First the blocks that end below the key, then the keys of one block.
std::size_t LevelSide::Run::lowerBound(std::int64_t key) const
{
    constexpr std::make_index_sequence<blockSize - 1> lastsButOne;
    constexpr std::make_index_sequence<blockSize> all;
    const std::size_t start =
        blockSize * countBelow<blockSize>(keys.data() + blockSize - 1, key, lastsButOne);
    return start + countBelow<1>(keys.data() + start, key, all);
}

std::int64_t LevelSide::set(std::int64_t key, std::int64_t qty)
{
    if (m_runs.empty()) {
        if (qty != 0) {
            m_runs.push_back(newRun());
            m_tops.push_back(key);
            insert(0, 0, key, qty);
        }
        return 0;
    }
    const std::size_t index = runOf(key);
    m_last = index;
    Run& run = *m_runs[index];
    const std::size_t at = run.lowerBound(key);
    if (at < run.count && run.keys[at] == key) {
        const std::int64_t before = run.qtys[at];
        if (qty == 0) {
            erase(index, at);
        } else {
            run.qtys[at] = qty;
        }
        return before;
    }
    if (qty != 0) {
        insert(index, at, key, qty);
    }
    return 0;
}

std::int64_t LevelSide::at(std::int64_t key) const
{
    if (m_runs.empty()) {
        return 0;
    }
    Run const& run = *m_runs[runOf(key)];
    const std::size_t at = run.lowerBound(key);
    return at < run.count && run.keys[at] == key ? run.qtys[at] : 0;
}

void LevelSide::clear()
{
    std::move(m_runs.begin(), m_runs.end(), std::back_inserter(m_spare));
    m_runs.clear();
    m_tops.clear();
    m_last = 0;
    m_size = 0;
}

LevelSide::Level LevelSide::best() const
{
    Run const& run = *m_runs.back();
    return {run.keys[run.count - 1], run.qtys[run.count - 1]};
}

// The run that holds the key, or would take it: the first that does not end below it, else the last.
std::size_t LevelSide::runOf(std::int64_t key) const
{
    auto const fits = [&](std::size_t run) {
        return (m_tops[run] >= key || run + 1 == m_tops.size()) && (run == 0 || m_tops[run - 1] < key);
    };
    if (m_last < m_tops.size() && fits(m_last)) {
        return m_last;
    }
    auto const found = std::lower_bound(m_tops.begin(), m_tops.end() - 1, key);
    return static_cast<std::size_t>(found - m_tops.begin());
}

void LevelSide::insert(std::size_t index, std::size_t at, std::int64_t key, std::int64_t qty)
{
    if (m_runs[index]->count == runSize) {
        split(index);
        const std::size_t lower = m_runs[index]->count;
        if (at > lower) {
            ++index;
            at -= lower;
        }
    }
    Run& run = *m_runs[index];
    std::copy_backward(run.keys.data() + at, run.keys.data() + run.count, run.keys.data() + run.count + 1);
    std::copy_backward(run.qtys.data() + at, run.qtys.data() + run.count, run.qtys.data() + run.count + 1);
    run.keys[at] = key;
    run.qtys[at] = qty;
    ++run.count;
    m_tops[index] = run.keys[run.count - 1];
    ++m_size;
}

void LevelSide::erase(std::size_t index, std::size_t at)
{
    Run& run = *m_runs[index];
    std::copy(run.keys.data() + at + 1, run.keys.data() + run.count, run.keys.data() + at);
    std::copy(run.qtys.data() + at + 1, run.qtys.data() + run.count, run.qtys.data() + at);
    --run.count;
    --m_size;
    run.keys[run.count] = noKey;
    if (run.count == 0) {
        remove(index);
        return;
    }
    m_tops[index] = run.keys[run.count - 1];
    // Runs that have become short join the one below, so that a book that thins out does not stay in crumbs.
    constexpr std::size_t shortRun = runSize / 4;
    if (run.count < shortRun && index > 0 && m_runs[index - 1]->count < shortRun * 2) {
        Run& below = *m_runs[index - 1];
        std::copy_n(run.keys.data(), run.count, below.keys.data() + below.count);
        std::copy_n(run.qtys.data(), run.count, below.qtys.data() + below.count);
        below.count += run.count;
        m_tops[index - 1] = m_tops[index];
        remove(index);
    }
}

void LevelSide::split(std::size_t index)
{
    Run& lower = *m_runs[index];
    auto upper = newRun();
    constexpr std::size_t kept = runSize / 2;
    upper->count = lower.count - kept;
    std::copy_n(lower.keys.data() + kept, upper->count, upper->keys.data());
    std::copy_n(lower.qtys.data() + kept, upper->count, upper->qtys.data());
    lower.count = kept;
    std::fill(lower.keys.begin() + kept, lower.keys.end(), noKey);
    auto const place = static_cast<std::ptrdiff_t>(index);
    m_tops.insert(m_tops.begin() + place, lower.keys[kept - 1]);
    m_runs.insert(m_runs.begin() + place + 1, std::move(upper));
}

std::unique_ptr<LevelSide::Run> LevelSide::newRun()
{
    if (m_spare.empty()) {
        return std::make_unique<Run>();
    }
    auto run = std::move(m_spare.back());
    m_spare.pop_back();
    run->keys.fill(noKey);
    run->count = 0;
    return run;
}

void LevelSide::remove(std::size_t index)
{
    m_spare.push_back(std::move(m_runs[index]));
    m_runs.erase(m_runs.begin() + static_cast<std::ptrdiff_t>(index));
    m_tops.erase(m_tops.begin() + static_cast<std::ptrdiff_t>(index));
}

void LevelBook::clear()
{
    m_bids.clear();
    m_asks.clear();
}

PriceLevel LevelBook::best(Side side) const
{
    if (levels(side) == 0) {
        return {};
    }
    const LevelSide::Level level = side == Side::Buy ? m_bids.best() : m_asks.best();
    return {Price(side == Side::Buy ? level.key : -level.key), Qty(level.qty)};
}

Qty LevelBook::at(Side side, Price price) const
{
    return Qty(side == Side::Buy ? m_bids.at(price.value) : m_asks.at(-price.value));
}

void LevelBook::depth(Side side, std::size_t count, std::vector<PriceLevel>& out) const
{
    out.clear();
    if (count == 0) {
        return;
    }
    out.reserve(std::min(count, levels(side)));
    const std::int64_t sign = side == Side::Buy ? 1 : -1;
    (side == Side::Buy ? m_bids : m_asks).each([&](LevelSide::Level const& level) {
        out.push_back({Price(level.key * sign), Qty(level.qty)});
        return out.size() < count;
    });
}

} // namespace qob
