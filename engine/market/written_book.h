#pragma once

#include "engine/market/feed_message.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace qob {

// A book with its numbers as they were written, which is what checksums are made of. Only venues with a
// checksum keep one beside their LevelBook. Levels stand in rising order of goodness: most changes are near
// the best and move little.
class WrittenBook {
public:
    // Shows `level` at the price that is `key` units; a size of 0 takes it away.
    void set(Side side, std::int64_t key, WrittenLevel const& level);

    // Only the best `levels` of each side stay.
    void cut(std::size_t levels);

    void clear();

    [[nodiscard]] bool isEmpty(Side side) const { return m_rows[side == Side::Buy ? 0 : 1].empty(); }

    // Up to `levels`, best first. Valid until the next call with the same side.
    std::span<WrittenLevel const> best(Side side, std::size_t levels);

private:
    struct Row {
        std::int64_t key; // price, negated for asks
        WrittenLevel level;
    };

    std::vector<Row>& rows(Side side) { return m_rows[side == Side::Buy ? 0 : 1]; }

    std::array<std::vector<Row>, 2> m_rows;
    std::array<std::vector<WrittenLevel>, 2> m_best; // scratch
};

// What most checksums are made with; CRC-32 as in zlib.
class Crc32 {
public:
    void add(std::string_view text);

    [[nodiscard]] std::uint32_t value() const { return m_value; }

private:
    std::uint32_t m_value = 0;
};

// The number as it was written, into `text`, which has room for 48 characters. Returns its length.
std::size_t writeNumber(WrittenNumber number, char* text);

// CRC-32 of bid and ask taken in turns, each "price:size", with ':' between them: "b1:q1:a1:q1:b2:q2:...".
// Where one side is shorter the other goes on alone. Signed: asks' sizes are negative (Bitfinex).
std::uint32_t
crcOfTurns(std::span<WrittenLevel const> bids, std::span<WrittenLevel const> asks, bool negativeAsks = false);

} // namespace qob
