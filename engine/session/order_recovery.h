#pragma once

#include "engine/session/order_records.h"
#include "engine/storage/journal_format.h"
#include "engine/trading/account_image.h"
#include "engine/trading/order_manager.h"

#include <algorithm>

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
// what it was to the last digit. What an OrderManager that keeps `kept` would have forgotten goes here, too,
// at the latest when there is as much of it as it keeps.
class OrderRecovery {
public:
    explicit OrderRecovery(MarketKind market, std::size_t kept = OrderManager::usuallyKept)
        : m_market(market)
        , m_kept(std::max<std::size_t>(kept, 1))
    {}

    // JournalCorrupt names file and byte of a record that cannot be one or that does not follow;
    // ConfigBadValue where the journal is another kind of market's.
    Expected<void> apply(JournalRecord const& record);

    // Whose account that is when nothing comes behind: what was set aside for orders is free again.
    [[nodiscard]] RecoveredOrders take() &&;

    // For snapshots: the whole state as bytes, of version 2, and back; version 1, of before orders were
    // forgotten, is read, too.
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
    [[nodiscard]] bool isForgotten(OrderId order);
    void forgetOldest(AccountImage& account) const;
    Expected<void> note(ExecutionReport& report);

    MarketKind m_market;
    std::size_t m_kept;
    RecoveredOrders m_orders;
    std::map<InstrumentId, InstrumentId> m_ids; // of the run that is being read, to ours
};

} // namespace qob
