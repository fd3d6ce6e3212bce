#pragma once

#include "engine/api/account.h"

#include <array>
#include <utility>
#include <vector>

namespace qob {

// Where money can be. Deposits is the outside world: it goes negative by what was paid in.
enum class LedgerAccount : std::uint8_t { Deposits, Free, Held, Venue, Fees };

// Double entry: every posting takes from one account what it gives to another, so each asset sums to zero
// over all accounts at any time. Free and Held never go below zero. One thread.
class Ledger {
public:
    static constexpr std::size_t accountCount = 5;

    struct Row {
        AssetName asset;
        std::array<Amount, accountCount> amounts{};
    };

    using Accounts = std::vector<Row>; // by asset; there are few
    // Moves `amount` >= 0. Free and Held must hold it (CHECK): the caller asks first.
    void post(AssetName const& asset, LedgerAccount from, LedgerAccount to, Amount amount);

    [[nodiscard]] Amount balance(AssetName const& asset, LedgerAccount account) const;

    // One row an asset that was ever touched.
    [[nodiscard]] std::vector<Balance> balances() const;

    // Whether all accounts of each asset sum to zero: what is here is what was deposited.
    [[nodiscard]] bool sumsToDeposits() const;

    [[nodiscard]] Accounts const& accounts() const { return m_assets; }

    void restore(Accounts accounts) { m_assets = std::move(accounts); }

private:
    Row& rowOf(AssetName const& asset);
    [[nodiscard]] Row const* find(AssetName const& asset) const;

    Accounts m_assets;
};

} // namespace qob
