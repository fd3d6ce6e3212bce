#include "engine/market/written_book.h"

#include <libdeflate.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

namespace qob {

namespace {

constexpr std::size_t fewLevels = 4; // a search each is faster

} // namespace

std::vector<WrittenBook::Row>::iterator WrittenBook::firstFrom(std::vector<Row>& all, std::int64_t key)
{
    return std::lower_bound(all.begin(), all.end(), key, [](Row const& row, std::int64_t wanted) {
        return row.key < wanted;
    });
}

void WrittenBook::set(
    Side side, std::vector<PriceLevel> const& levels, std::vector<WrittenLevel> const& written
)
{
    std::int64_t const sign = side == Side::Buy ? 1 : -1;
    auto const better = [&](PriceLevel const& a, PriceLevel const& b) {
        return (a.price.value - b.price.value) * sign > 0;
    };
    auto const unordered = [&](PriceLevel const& a, PriceLevel const& b) {
        return !better(a, b);
    };
    if (levels.size() < fewLevels ||
        std::adjacent_find(levels.begin(), levels.end(), unordered) != levels.end()) {
        for (std::size_t i = 0; i < levels.size(); ++i) {
            set(side, levels[i].price.value, written[i]);
        }
        return;
    }
    touch(side, levels.front().price.value * sign);
    auto& all = rows(side);
    auto old = firstFrom(all, levels.back().price.value * sign);
    m_merged.assign(old, all.end());
    all.erase(old, all.end());
    auto row = m_merged.cbegin();
    for (std::size_t i = levels.size(); i-- > 0;) {
        std::int64_t const key = levels[i].price.value * sign;
        for (; row != m_merged.cend() && row->key < key; ++row) {
            all.push_back(*row);
        }
        row += row != m_merged.cend() && row->key == key ? 1 : 0;
        if (written[i].qty.digits != 0) {
            all.push_back({key, written[i]});
        }
    }
    all.insert(all.end(), row, m_merged.cend());
}

void WrittenBook::set(Side side, std::int64_t key, WrittenLevel const& level)
{
    auto& all = rows(side);
    key = side == Side::Buy ? key : -key;
    touch(side, key);
    auto const at = firstFrom(all, key);
    bool const there = at != all.end() && at->key == key;
    if (level.qty.digits == 0) {
        if (there) {
            all.erase(at);
        }
    } else if (there) {
        at->level = level;
    } else {
        all.insert(at, {key, level});
    }
}

void WrittenBook::touch(Side side, std::int64_t key)
{
    std::size_t const at = side == Side::Buy ? 0 : 1;
    auto const& texts = m_texts[at];
    // Fewer texts than a checksum has levels are all levels there are: then any change counts.
    bool const behind = !texts.empty() && texts.size() == m_textLevels && key < texts.back().row.key;
    m_textsRight[at] = m_textsRight[at] && behind;
}

void WrittenBook::cut(std::size_t levels)
{
    m_textsRight = levels < m_textLevels ? std::array<bool, 2>{} : m_textsRight;
    for (auto& all : m_rows) {
        if (all.size() > levels) {
            all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(levels));
        }
    }
}

void WrittenBook::clear()
{
    m_rows[0].clear();
    m_rows[1].clear();
    m_textsRight = {};
}

// Brings the texts of a side's best levels up to date.
void WrittenBook::refresh(Side side, ChecksumRule const& rule)
{
    std::size_t const which = side == Side::Buy ? 0 : 1;
    if (std::exchange(m_textsRight[which], true)) {
        return;
    }
    auto const& all = rows(side);
    auto& texts = m_texts[which];
    m_fresh.clear();
    auto kept = texts.cbegin();
    std::size_t const count = std::min(all.size(), rule.levels);
    for (auto row = all.rbegin(); m_fresh.size() < count; ++row) {
        while (kept != texts.cend() && kept->row.key > row->key) {
            ++kept;
        }
        if (kept != texts.cend() && kept->row.key == row->key && kept->row.level == row->level) {
            m_fresh.push_back(*kept);
            continue;
        }
        Text& text = m_fresh.emplace_back();
        text.row = *row;
        text.size = rule.write(side, row->level, text.text.data());
    }
    std::swap(texts, m_fresh);
}

std::uint32_t WrittenBook::checksum(ChecksumRule const& rule)
{
    m_textLevels = rule.levels;
    refresh(Side::Buy, rule);
    refresh(Side::Sell, rule);
    auto const& [bids, asks] = m_texts;
    m_all.resize((bids.size() + asks.size()) * ChecksumRule::mostText);
    char* end = m_all.data();
    auto const add = [&](Text const& text) {
        std::memcpy(end, text.text.data(), ChecksumRule::mostText);
        end += text.size;
    };
    if (rule.order == ChecksumRule::Order::AsksFirst) {
        std::for_each(asks.begin(), asks.end(), add);
        std::for_each(bids.begin(), bids.end(), add);
    } else {
        for (std::size_t i = 0; i < std::max(bids.size(), asks.size()); ++i) {
            if (i < bids.size()) {
                add(bids[i]);
            }
            if (i < asks.size()) {
                add(asks[i]);
            }
        }
    }
    auto const size = static_cast<std::size_t>(end - m_all.data());
    return libdeflate_crc32(0, m_all.data(), size - std::min(size, rule.separator));
}

std::size_t writeNumber(WrittenNumber number, char* text)
{
    constexpr std::size_t mostDigits = 20;
    std::array<char, mostDigits> digits; // NOLINT(cppcoreguidelines-pro-type-member-init): written first
    bool const negative = number.digits < 0;
    auto const value = negative ? std::uint64_t{0} - static_cast<std::uint64_t>(number.digits)
                                : static_cast<std::uint64_t>(number.digits);
    auto const* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    auto const count = static_cast<std::size_t>(end - digits.data());
    auto const decimals = static_cast<std::size_t>(number.decimals);
    char* to = text;
    if (negative) {
        *to++ = '-';
    }
    if (decimals == 0) {
        to = std::copy_n(digits.data(), count, to);
    } else if (count > decimals) {
        to = std::copy_n(digits.data(), count - decimals, to);
        *to++ = '.';
        to = std::copy_n(digits.data() + (count - decimals), decimals, to);
    } else {
        *to++ = '0';
        *to++ = '.';
        to = std::fill_n(to, decimals - count, '0');
        to = std::copy_n(digits.data(), count, to);
    }
    return static_cast<std::size_t>(to - text);
}

std::size_t writeTerms(WrittenNumber price, WrittenNumber size, char* text)
{
    std::size_t written = writeNumber(price, text);
    text[written++] = ':';
    written += writeNumber(size, text + written);
    text[written++] = ':';
    return written;
}

} // namespace qob
