#include "engine/trading/ledger.h"

#include "engine/base/check.h"

#include <algorithm>
#include <numeric>

namespace qob {

namespace {

constexpr std::size_t at(LedgerAccount account)
{
    return static_cast<std::size_t>(account);
}

constexpr bool mayOwe(LedgerAccount account)
{
    return account != LedgerAccount::Free && account != LedgerAccount::Held;
}

} // namespace

void Ledger::post(AssetName const& asset, LedgerAccount from, LedgerAccount to, Amount amount)
{
    CHECK(amount >= Amount(0));
    auto& accounts = rowOf(asset).amounts;
    CHECK(mayOwe(from) || accounts[at(from)] >= amount);
    accounts[at(from)] -= amount;
    accounts[at(to)] += amount;
}

Amount Ledger::balance(AssetName const& asset, LedgerAccount account) const
{
    Row const* row = find(asset);
    return row == nullptr ? Amount(0) : row->amounts[at(account)];
}

Ledger::Row const* Ledger::find(AssetName const& asset) const
{
    auto const found =
        std::find_if(m_assets.begin(), m_assets.end(), [&](Row const& row) { return row.asset == asset; });
    return found == m_assets.end() ? nullptr : &*found;
}

Ledger::Row& Ledger::rowOf(AssetName const& asset)
{
    auto found =
        std::find_if(m_assets.begin(), m_assets.end(), [&](Row const& row) { return row.asset == asset; });
    if (found == m_assets.end()) {
        auto const behind =
            std::find_if(m_assets.begin(), m_assets.end(), [&](Row const& row) { return row.asset > asset; });
        found = m_assets.insert(behind, Row{asset});
    }
    return *found;
}

std::vector<Balance> Ledger::balances() const
{
    std::vector<Balance> rows;
    for (auto const& [asset, accounts] : m_assets) {
        rows.push_back({asset, accounts[at(LedgerAccount::Free)], accounts[at(LedgerAccount::Held)]});
    }
    return rows;
}

bool Ledger::sumsToDeposits() const
{
    return std::all_of(m_assets.begin(), m_assets.end(), [](auto const& entry) {
        const auto& accounts = entry.amounts;
        return std::accumulate(accounts.begin(), accounts.end(), Amount(0)) == Amount(0);
    });
}

} // namespace qob
