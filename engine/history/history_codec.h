#pragma once

#include "engine/history/history_block.h"

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace qob {

// A block as bytes: its events column by column, each column compressed by itself (zstd); docs/history.md has
// the tables. A block needs no other to be read. Keeps its scratch memory. One thread.
class HistoryCodec {
public:
    static constexpr std::size_t mostEvents = std::size_t{1} << 20U;       // a block
    static constexpr std::size_t mostColumnBytes = std::size_t{32} << 20U; // before compression

    // `level`: of zstd.
    explicit HistoryCodec(int level = defaultLevel);
    ~HistoryCodec();
    HistoryCodec(HistoryCodec const&) = delete;
    HistoryCodec& operator=(HistoryCodec const&) = delete;

    static constexpr int defaultLevel = 3;

    // Appends to `out`. At most `mostEvents`, and extras of at most `mostColumnBytes` in all; no price or
    // quantity below 0.
    void encode(HistoryBlock const& block, std::vector<std::byte>& out);

    // Into `out`, which is overwritten. HistoryCorrupt; the detail says what was expected, not where.
    Expected<void> decode(std::span<std::byte const> bytes, HistoryBlock& out);

    // Any bytes, as one column.
    void pack(std::span<std::byte const> bytes, std::vector<std::byte>& out);

    // Takes the column off the front of `bytes`.
    Expected<void> unpack(std::span<std::byte const>& bytes, std::vector<std::byte>& out);

private:
    enum Column : std::size_t { Steps, Ops, Instruments, Times, Prices, Qtys, Numbers, Extras, columns };

    // What prices and quantities of an instrument are told in, and from where.
    struct Track {
        std::uint32_t instrument = 0;
        std::int64_t priceStep = 0; // divides each price; 0: there was none but 0
        std::int64_t qtyStep = 0;
        std::array<std::int64_t, 3> last{}; // price, in steps: bid, ask, trade
        std::int64_t mostPrice = 0;         // in steps; where reading
        std::uint64_t mostQty = 0;
    };

    struct Contexts;
    class ColumnReader;

    Track& trackOf(std::uint32_t instrument);
    void findSteps(HistoryBlock const& block);
    void fillColumns(HistoryBlock const& block);
    Expected<void> readSteps();
    Expected<void> readEvents(HistoryBlock& out);

    int m_level;
    std::unique_ptr<Contexts> m_zstd;
    std::array<std::vector<std::byte>, columns> m_columns;
    std::vector<Track> m_tracks;
    std::unordered_map<std::uint32_t, std::size_t> m_trackIndex;
    std::size_t m_lastTrack = 0;
};

} // namespace qob
