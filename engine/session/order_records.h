#pragma once

#include "engine/api/event.h"
#include "engine/trading/portfolio.h"

#include <span>
#include <variant>

namespace qob {

// What the order journal's records say, version 1. A record's kind is its place among these, from 1; its
// payload begins with the version and goes on field by field, as engine/wire/report_codec.h writes.
// docs/headless.md says what they are for.

// A session begins to write. Ids of instruments in the records behind it are that session's.
struct RunBegins {
    MarketKind market{};
};

struct AccountOpened {
    AccountId account;
    std::vector<Deposit> deposits;
};

// A trade, and what is in the account after it: nothing has to be worked out again.
struct FillRecord {
    ExecutionReport report;
    Ledger::Accounts rows; // of the assets that the trade touched
    Qty net;               // the position in its instrument
    Amount cost;
    Amount realised;
    Amount fees;
    Amount margin;
};

struct CancelRejected {
    AccountId account;
    OrderCancelReject reject;
};

// The ClOrdID of a request to cancel or change the order.
struct RequestTaken {
    OrderId order;
    ClOrdId clOrdId;
};

// Reports with ids up to this may have been told without a record of their own.
struct IdsPassed {
    ExecId last;
};

// Instrument: before the first record that names its id in this run. ExecutionReport: any but a trade and a
// mere status.
using AccountRecord = std::variant<
    RunBegins,
    Instrument,
    AccountOpened,
    ExecutionReport,
    FillRecord,
    CancelRejected,
    RequestTaken,
    IdsPassed>;

inline constexpr std::uint8_t accountRecordVersion = 1;

[[nodiscard]] inline std::uint16_t kindOf(AccountRecord const& record)
{
    return static_cast<std::uint16_t>(record.index() + 1);
}

// Replaces `out`.
void encodeAccountRecord(std::vector<std::byte>& out, AccountRecord const& record);

// JournalUnknownVersion; JournalCorrupt for bytes that are no such record.
[[nodiscard]] Expected<AccountRecord>
decodeAccountRecord(std::uint16_t kind, std::span<std::byte const> bytes);

} // namespace qob
