#pragma once

#include "engine/api/instrument.h"
#include "engine/api/order.h"
#include "engine/book/matching_book.h"

#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace qob {

// What an exchange is told. Accounts are the books' owners. Everything that changes it is one of these,
// stamped with a time and journaled, so its state is a function of them.

struct ListInstrument {
    Instrument instrument;
};

// Opens an account, or puts it into another fee tier.
struct OpenAccount {
    OwnerId account;
    std::uint8_t feeTier = 0; // 0: the instrument's own fees
};

struct SetFeeTier {
    std::uint8_t tier = 1;
    FeeRate maker;
    FeeRate taker;
};

// A deposit, or with a negative amount a withdrawal.
struct Transfer {
    OwnerId account;
    AssetName asset;
    Amount amount;
};

// `order.owner` is the account; `order.id` is not read.
struct EnterOrder {
    ClOrdId clOrdId;
    InstrumentId instrument;
    BookOrder order;
};

struct EnterList {
    Contingency contingency = Contingency::OneCancelsOther;
    std::vector<EnterOrder> orders; // one account and one instrument
};

struct CancelOrder {
    OwnerId account;
    ClOrdId clOrdId; // of the request
    ClOrdId origClOrdId;
};

struct ReplaceOrder {
    OwnerId account;
    ClOrdId clOrdId; // what the order is called from now on
    ClOrdId origClOrdId;
    Price price;
    Qty qty;      // the new total
    Price stopPx; // 0: as it is
};

struct MassCancel {
    std::optional<InstrumentId> instrument; // nothing: all
    BookMassCancel which;
};

// The account's connection is gone: its orders that are so marked are canceled.
struct Disconnect {
    OwnerId account;
};

// The kill switch: no new orders, and those that work are canceled. Nobody named: all accounts.
struct BlockTrading {
    std::optional<OwnerId> account;
    bool blocked = true;
};

struct SetTradingState {
    InstrumentId instrument;
    TradingState state{};
};

struct SetPriceBand {
    InstrumentId instrument;
    PriceBand band;
};

// Only the time: orders expire.
struct PassTime {};

using ExchangeCommand = std::variant<
    EnterOrder,
    CancelOrder,
    ReplaceOrder,
    EnterList,
    MassCancel,
    Disconnect,
    BlockTrading,
    Transfer,
    OpenAccount,
    SetFeeTier,
    ListInstrument,
    SetTradingState,
    SetPriceBand,
    PassTime>;

// The number a command's kind, and the layout of its bytes, has in a journal; never used again for another.
// Older layouts are read, too.
std::uint16_t journalKind(ExchangeCommand const& command);

// Makes the exchange smaller, so it must work on a full disk too: cancels.
bool isEssential(ExchangeCommand const& command);

// Orders of one list.
inline constexpr std::size_t longestList = 8;

// What cannot be listed, whatever is listed already: InstrumentInvalid, with what is wrong.
Expected<void> listable(Instrument const& instrument);

// Whether a command's bytes in a journal are read back as the same command: the reason why not, ErrorCode()
// where they are.
ErrorCode unfitForJournal(ExchangeCommand const& command);

// A command's bytes in a journal, appended to `out`. Of one that is unfit they are something else.
void encode(ExchangeCommand const& command, std::vector<std::byte>& out);

// The same bytes, somewhere in `room`, which is made larger when it is too small.
std::span<std::byte const> encodeInto(std::vector<std::byte>& room, ExchangeCommand const& command);

// JournalCorrupt when the bytes are not those of a command of this kind.
Expected<ExchangeCommand> decodeCommand(std::uint16_t kind, std::span<std::byte const> bytes);

} // namespace qob
