#include "engine/market/written_book.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace qob {

void WrittenBook::set(Side side, std::int64_t key, WrittenLevel const& level)
{
    auto& all = rows(side);
    key = side == Side::Buy ? key : -key;
    auto const at = std::lower_bound(all.begin(), all.end(), key, [](Row const& row, std::int64_t wanted) {
        return row.key < wanted;
    });
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

void WrittenBook::cut(std::size_t levels)
{
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
}

std::span<WrittenLevel const> WrittenBook::best(Side side, std::size_t levels)
{
    auto& to = m_best[side == Side::Buy ? 0 : 1];
    to.clear();
    auto const& all = rows(side);
    for (auto row = all.rbegin(); row != all.rend() && to.size() < levels; ++row) {
        to.push_back(row->level);
    }
    return to;
}

void Crc32::add(std::string_view text)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    auto const* const bytes = reinterpret_cast<Bytef const*>(text.data());
    m_value = static_cast<std::uint32_t>(crc32(m_value, bytes, static_cast<uInt>(text.size())));
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

std::uint32_t
crcOfTurns(std::span<WrittenLevel const> bids, std::span<WrittenLevel const> asks, bool negativeAsks)
{
    constexpr std::size_t mostOfLevel = 100;
    std::array<char, 8192> text; // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
    std::size_t size = 0;
    Crc32 crc;
    auto const add = [&](WrittenLevel const& level, bool negative) {
        if (size + mostOfLevel > text.size()) {
            crc.add({text.data(), size});
            size = 0;
        }
        size += writeNumber(level.price, text.data() + size);
        text[size++] = ':';
        if (negative) {
            text[size++] = '-';
        }
        size += writeNumber(level.qty, text.data() + size);
        text[size++] = ':';
    };
    for (std::size_t i = 0; i < std::max(bids.size(), asks.size()); ++i) {
        if (i < bids.size()) {
            add(bids[i], false);
        }
        if (i < asks.size()) {
            add(asks[i], negativeAsks);
        }
    }
    crc.add({text.data(), size == 0 ? 0 : size - 1});
    return crc.value();
}

} // namespace qob
