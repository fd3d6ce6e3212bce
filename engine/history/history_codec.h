#pragma once

#include "engine/base/exact_divisor.h"
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

    static constexpr int defaultLevel = 1;

    // What encode() met of an instrument.
    struct Tally {
        InstrumentId instrument;
        Timestamp first; // of its level changes and trades
        Timestamp last;
        std::uint32_t levels = 0;
        std::uint32_t trades = 0;
    };

    // Appends to `out`. At most `mostEvents`, and extras of at most `mostColumnBytes` in all; no price or
    // quantity below 0.
    void encode(HistoryBlock const& block, std::vector<std::byte>& out);

    // Of the block encoded last.
    [[nodiscard]] std::vector<Tally> const& tallies() const { return m_tallies; }

    // Into `out`, which is overwritten. HistoryCorrupt; the detail says what was expected, not where.
    Expected<void> decode(std::span<std::byte const> bytes, HistoryBlock& out);

    // Any bytes, as one column.
    void pack(std::span<std::byte const> bytes, std::vector<std::byte>& out);

    // Takes the column off the front of `bytes`.
    Expected<void> unpack(std::span<std::byte const>& bytes, std::vector<std::byte>& out);

private:
    enum Column : std::size_t { Steps, Ops, Instruments, Times, Prices, Qtys, Numbers, Extras, columns };

    // What an instrument's prices and quantities are told in. Kept from block to block: the steps of one
    // nearly always divide all of the next, and then each number costs a multiplication.
    struct Encoded {
        explicit Encoded(InstrumentId id) : tally{id} {}

        std::int64_t priceStep = 0; // 0: there was no number yet
        std::int64_t qtyStep = 0;
        ExactDivisor priceDivisor{1};
        ExactDivisor qtyDivisor{1};
        std::array<std::int64_t, 3> last{}; // price, in steps: bid, ask, trade
        Tally tally;
        bool inBlock = false;
    };

    // The same when reading.
    struct Decoded {
        std::uint32_t instrument = 0;
        std::int64_t priceStep = 1;
        std::int64_t qtyStep = 1;
        std::int64_t mostPrice = 0; // in steps
        std::uint64_t mostQty = 0;
        std::array<std::int64_t, 3> last{};
    };

    struct Contexts;
    class ColumnReader;

    Encoded& encodedOf(InstrumentId instrument);
    void findSteps(HistoryBlock const& block);
    bool fillColumns(HistoryBlock const& block);
    bool fillEvent(HistoryEvent const& event, std::byte*& prices, std::byte*& qtys);
    void fillRest(HistoryBlock const& block);
    Decoded* decodedOf(std::uint32_t instrument);
    Expected<void> readSteps();
    Expected<void> readEvents(HistoryBlock& out);

    int m_level;
    std::unique_ptr<Contexts> m_zstd;
    std::array<std::vector<std::byte>, columns> m_columns;
    std::array<std::size_t, columns> m_used{}; // bytes of each column while encoding
    std::unordered_map<InstrumentId, std::unique_ptr<Encoded>> m_encoded;
    Encoded* m_lastEncoded = nullptr;
    std::vector<Encoded*> m_blockOrder; // those in this block
    std::vector<Tally> m_tallies;
    std::vector<Decoded> m_decoded;
    std::unordered_map<std::uint32_t, std::size_t> m_decodedIndex;
    std::size_t m_lastDecoded = 0;
};

} // namespace qob
