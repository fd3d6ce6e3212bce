#pragma once

#include "engine/api/market_data.h"
#include "engine/market/venue_spec.h"

#include <array>
#include <cstdint>
#include <vector>

namespace qob {

// A book with its numbers as they were written, which is what checksums are made of. Only venues with a
// checksum keep one beside their LevelBook. Levels stand in rising order of goodness: most changes are near
// the best and move little. The texts of the best are kept: from one checksum to the next few of them change.
class WrittenBook {
public:
    // Shows `level` at the price that is `key` units; a size of 0 takes it away.
    void set(Side side, std::int64_t key, WrittenLevel const& level);

    // The same of many: levels[i] is written[i]. Where they come best first, as almost all venues send them,
    // what lies behind the worst of them is not touched and the rest moved once.
    void set(Side side, std::vector<PriceLevel> const& levels, std::vector<WrittenLevel> const& written);

    // Only the best `levels` of each side stay.
    void cut(std::size_t levels);

    void clear();

    // Always by the same rule.
    std::uint32_t checksum(ChecksumRule const& rule);

private:
    struct Row {
        std::int64_t key; // price, negated for asks
        WrittenLevel level;
    };

    // One of the best levels with its text, as the last checksum was made of it.
    struct Text {
        Row row;
        std::size_t size;
        std::array<char, ChecksumRule::mostText> text;
    };

    std::vector<Row>& rows(Side side) { return m_rows[side == Side::Buy ? 0 : 1]; }

    static std::vector<Row>::iterator firstFrom(std::vector<Row>& all, std::int64_t key);
    // A change at the key: whether the last checksum's texts are still right.
    void touch(Side side, std::int64_t key);
    void refresh(Side side, ChecksumRule const& rule);

    std::array<std::vector<Row>, 2> m_rows;
    std::array<std::vector<Text>, 2> m_texts; // best first
    std::array<bool, 2> m_textsRight{};
    std::size_t m_textLevels = 0; // of the last checksum
    std::vector<Row> m_merged;    // scratch
    std::vector<Text> m_fresh;    // scratch
    std::vector<char> m_all;      // scratch
};

// The number as it was written, into `text`, which has room for 48 characters. Returns its length.
std::size_t writeNumber(WrittenNumber number, char* text);

// "price:size:"; as long as a checksum's text may be at most.
std::size_t writeTerms(WrittenNumber price, WrittenNumber size, char* text);

} // namespace qob
