#include "engine/trading/ledger.h"

#include <algorithm>
#include <numeric>

namespace qob {

Ledger::Row& Ledger::insert(AssetName const& asset)
{
    auto const behind =
        std::find_if(m_assets.begin(), m_assets.end(), [&](Row const& row) { return row.asset > asset; });
    return *m_assets.insert(behind, Row{asset});
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
