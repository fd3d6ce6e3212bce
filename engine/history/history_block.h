#pragma once

#include "engine/api/event.h"
#include "engine/base/expected.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace qob {

// What happened, as it is recorded: 32 bytes each, so that whoever runs the market only has to store them.
struct HistoryEvent {
    enum class Kind : std::uint8_t {
        BidSet,  // the size shown at a price is now qty
        BidGone, // the level is gone; qty is 0
        AskSet,
        AskGone,
        Updated,  // a message is applied whole; price and qty are 0, here and below
        Cleared,  // every level of the book is void
        TradeBuy, // by its aggressor; the next of HistoryBlock::numbers is its id
        TradeSell,
        TradeOpen, // the aggressor is not known
        Extra,     // the next of HistoryBlock::extras
        Stamp, // the next of HistoryBlock::numbers is the venue's own time, in ns, of what follows of this
               // instrument at this time
    };

    static constexpr std::uint8_t kinds = 11;

    Timestamp time;
    Price price;
    Qty qty;
    InstrumentId instrument; // 0: of none
    Kind kind{};

    friend bool operator==(HistoryEvent const&, HistoryEvent const&) = default;
};

constexpr bool isTrade(HistoryEvent::Kind kind)
{
    return kind >= HistoryEvent::Kind::TradeBuy && kind <= HistoryEvent::Kind::TradeOpen;
}

constexpr HistoryEvent::Kind tradeKind(Side aggressor)
{
    return aggressor == Side::Buy    ? HistoryEvent::Kind::TradeBuy
           : aggressor == Side::Sell ? HistoryEvent::Kind::TradeSell
                                     : HistoryEvent::Kind::TradeOpen;
}

constexpr bool hasNumber(HistoryEvent::Kind kind)
{
    return isTrade(kind) || kind == HistoryEvent::Kind::Stamp;
}

constexpr bool isLevel(HistoryEvent::Kind kind)
{
    return kind <= HistoryEvent::Kind::AskGone;
}

// Counters between two FeedStatus that the market told, the venue's sequence number and the best prices; told
// to nobody, but known again after a replay.
struct HistoryCounters {
    FeedStatus status;
    std::uint64_t sequence = 0;
    Price bid; // 0: none
    Price ask;
};

// Events before it are missing: no book can be trusted until it is told anew.
struct HistoryHole {
    Timestamp from; // of the last event before it
    Error why;
};

// A frame or an answer as a venue sent it, unpacked.
struct RawFrame {
    enum class Kind : std::uint8_t { Frame, Answer, Opened };

    Kind kind = Kind::Frame;
    bool binary = false;
    std::string venue;      // VenueSpec::id
    std::string connection; // its name
    std::string url;        // of an Answer or Opened
    std::string bytes;
};

using HistoryExtra = std::
    variant<Instrument, FeedStatus, HistoryCounters, Notice, HistoryHole, RawFrame, InstrumentStatistics>;

// Takes over into `known` what the newer one says, but for liquidations, which are no state.
void keepLast(InstrumentStatistics const& newer, std::optional<InstrumentStatistics>& known);

struct HistoryItem;

// Events in their order with what belongs to them: a batch on its way to the disk, a block on it, and the
// state of books at a time told as the events that would make it.
struct HistoryBlock {
    enum class Kind : std::uint8_t {
        Events,
        Key, // the state of all books, told anew
        Raw, // RawFrames
    };

    Kind kind = Kind::Events;
    std::vector<HistoryEvent> events;
    std::vector<std::uint64_t> numbers;
    std::vector<HistoryExtra> extras;

    [[nodiscard]] bool empty() const { return events.empty(); }

    // Keeps its memory.
    void clear()
    {
        kind = Kind::Events;
        events.clear();
        numbers.clear();
        extras.clear();
    }

    void add(HistoryExtra extra, InstrumentId instrument, Timestamp time)
    {
        extras.push_back(std::move(extra));
        events.push_back({time, {}, {}, instrument, HistoryEvent::Kind::Extra});
    }

    void add(HistoryItem const& item);
    void addTrade(Trade const& trade);
    void append(HistoryBlock const& other);
};

// One event with what belongs to it.
struct HistoryItem {
    HistoryEvent event;
    std::uint64_t number = 0;
    HistoryExtra const* extra = nullptr; // of Extra; valid as long as the block is not changed
};

// Of an item that is one.
Trade tradeOf(HistoryItem const& item);

// Goes through a block, which must outlive it and not change. One that is well-formed: each trade and Stamp
// has a number, each Extra its extra.
class HistoryCursor {
public:
    HistoryCursor() = default;

    explicit HistoryCursor(HistoryBlock const& block) : m_block(&block) {}

    bool next(HistoryItem& item)
    {
        if (m_block == nullptr || m_event == m_block->events.size()) {
            return false;
        }
        item.event = m_block->events[m_event++];
        item.number = hasNumber(item.event.kind) ? m_block->numbers[m_trade++] : 0;
        item.extra = item.event.kind == HistoryEvent::Kind::Extra ? &m_block->extras[m_extra++] : nullptr;
        return true;
    }

private:
    HistoryBlock const* m_block = nullptr;
    std::size_t m_event = 0;
    std::size_t m_trade = 0;
    std::size_t m_extra = 0;
};

// As bytes and back. HistoryCorrupt; the detail says what was expected, not where.
void writeExtra(HistoryExtra const& extra, std::vector<std::byte>& out);
Expected<std::vector<HistoryExtra>> readExtras(std::span<std::byte const> bytes, std::size_t count);

} // namespace qob
