#pragma once

#include "engine/session/order_records.h"
#include "engine/storage/journal_format.h"
#include "engine/trading/account_image.h"

namespace qob {

// What an order journal comes to: every account as it was, orders that still worked included, and the
// instruments they name, under ids from firstStranger on.
struct RecoveredOrders {
    std::map<AccountId, AccountImage> accounts;
    std::vector<Instrument> instruments; // the n-th has the n-th id
};

// How many reports may be told between two records of an account that say how far its ids have come.
inline constexpr std::uint64_t reportIdsAhead = 65'536;

// Reads records, in order, into accounts. Money is taken from the records, not worked out again, so it is
// what it was to the last digit.
class OrderRecovery {
public:
    explicit OrderRecovery(MarketKind market) : m_market(market) {}

    // JournalCorrupt names file and byte of a record that cannot be one or that does not follow;
    // ConfigBadValue where the journal is another kind of market's.
    Expected<void> apply(JournalRecord const& record);

    // Whose account that is when nothing comes behind: what was set aside for orders is free again.
    [[nodiscard]] RecoveredOrders take() &&;

    // For snapshots, of version 1: the whole state as bytes, and back.
    [[nodiscard]] std::vector<std::byte> image() const;
    Expected<void> restore(std::span<std::byte const> image);

private:
    Expected<void> apply(RunBegins const& begins);
    Expected<void> apply(Instrument const& instrument);
    Expected<void> apply(AccountOpened const& opened);
    Expected<void> apply(ExecutionReport const& report);
    Expected<void> apply(FillRecord const& fill);
    Expected<void> apply(CancelRejected const& rejected);
    Expected<void> apply(RequestTaken const& taken);
    Expected<void> apply(IdsPassed const& passed);

    [[nodiscard]] AccountImage* find(AccountId account);
    [[nodiscard]] AccountImage::Order* find(OrderId order);
    Expected<void> note(ExecutionReport& report);

    MarketKind m_market;
    RecoveredOrders m_orders;
    std::map<InstrumentId, InstrumentId> m_ids; // of the run that is being read, to ours
};

} // namespace qob
