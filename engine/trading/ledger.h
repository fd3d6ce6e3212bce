#pragma once

#include "engine/api/account.h"
#include "engine/base/check.h"

#include <algorithm>
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
    void post(AssetName const& asset, LedgerAccount from, LedgerAccount to, Amount amount)
    {
        CHECK(amount >= Amount(0));
        auto& accounts = rowOf(asset).amounts;
        CHECK(mayOwe(from) || accounts[at(from)] >= amount);
        accounts[at(from)] -= amount;
        accounts[at(to)] += amount;
    }

    // Of what is in Held, `held` becomes `wanted` or, when not so much is free, as much as there is. Returns
    // what it became.
    Amount rehold(AssetName const& asset, Amount held, Amount wanted)
    {
        auto& accounts = rowOf(asset).amounts;
        CHECK(held >= Amount(0) && wanted >= Amount(0) && accounts[at(LedgerAccount::Held)] >= held);
        const Amount free = accounts[at(LedgerAccount::Free)] + held;
        const Amount now = std::min(wanted, free);
        accounts[at(LedgerAccount::Free)] = free - now;
        accounts[at(LedgerAccount::Held)] += now - held;
        return now;
    }

    [[nodiscard]] Amount balance(AssetName const& asset, LedgerAccount account) const
    {
        Row const* row = find(asset);
        return row == nullptr ? Amount(0) : row->amounts[at(account)];
    }

    // One row an asset that was ever touched.
    [[nodiscard]] std::vector<Balance> balances() const;

    // Whether all accounts of each asset sum to zero: what is here is what was deposited.
    [[nodiscard]] bool sumsToDeposits() const;

    [[nodiscard]] Accounts const& accounts() const { return m_assets; }

    void restore(Accounts accounts) { m_assets = std::move(accounts); }

private:
    static constexpr std::size_t at(LedgerAccount account) { return static_cast<std::size_t>(account); }

    static constexpr bool mayOwe(LedgerAccount account)
    {
        return account != LedgerAccount::Free && account != LedgerAccount::Held;
    }

    [[nodiscard]] Row const* find(AssetName const& asset) const
    {
        for (Row const& row : m_assets) {
            if (row.asset == asset) {
                return &row;
            }
        }
        return nullptr;
    }

    Row& rowOf(AssetName const& asset)
    {
        for (Row& row : m_assets) {
            if (row.asset == asset) {
                return row;
            }
        }
        return insert(asset);
    }

    Row& insert(AssetName const& asset);

    Accounts m_assets;
};

} // namespace qob
