#pragma once

#include "engine/api/account.h"
#include "engine/api/instrument.h"
#include "engine/trading/ledger.h"

#include <functional>
#include <map>
#include <string_view>
#include <vector>

namespace qob {

struct Deposit {
    AssetName asset;
    Amount amount;
};

// "USDT=1000000,BTC=10"
Expected<std::vector<Deposit>> parseDeposits(std::string_view text);

// The account: what is in it, what is promised, and the positions that fills made. Spot trades exchange base
// against quote; derivatives hold their whole notional as margin (no leverage) and settle profit in the
// settle asset. Fees are paid in the quote asset on spot, in the settle asset on derivatives. One thread.
class Portfolio {
public:
    explicit Portfolio(std::vector<Deposit> const& deposits);

    // What a working order must have set aside, and in which asset. `covered` is the part of a derivative
    // order that only closes a position and so needs nothing.
    struct Need {
        AssetName asset;
        Amount amount;
    };

    [[nodiscard]] static Need
    need(Instrument const& instrument, Side side, Price price, Qty leaves, Qty covered);

    // The same for an account with fees of its own; `highestFee` is not negative.
    [[nodiscard]] static Need
    need(Instrument const& instrument, Side side, Price price, Qty leaves, Qty covered, FeeRate highestFee);

    // Whether what such an order may come to be worth can be counted, with room for fees and sums: money
    // stays below 2^117. An inverse contract is worth the more the lower it trades, so it is measured at one
    // tick. For prices and quantities up to those of a book.
    [[nodiscard]] static bool countable(Instrument const& instrument, Price price, Qty qty);

    void deposit(AssetName const& asset, Amount amount)
    {
        m_ledger.post(asset, LedgerAccount::Deposits, LedgerAccount::Free, amount);
    }

    // OrderInsufficientFunds when it is not free.
    Expected<void> withdraw(AssetName const& asset, Amount amount);

    // OrderInsufficientFunds with the sums when the free balance does not reach.
    Expected<void> hold(Need const& need);

    [[nodiscard]] bool canHold(Need const& need) const
    {
        return m_ledger.balance(need.asset, LedgerAccount::Free) >= need.amount;
    }

    void release(Need const& need)
    {
        m_ledger.post(need.asset, LedgerAccount::Held, LedgerAccount::Free, need.amount);
    }

    // Releases what is held and holds what is wanted instead. False: there is not so much free; then all that
    // is free is held.
    bool rehold(Need& held, Need const& wanted)
    {
        if (held.asset != wanted.asset) {
            release(held);
            held = {wanted.asset, Amount(0)};
        }
        held.amount = m_ledger.rehold(wanted.asset, held.amount, wanted.amount);
        return held.amount == wanted.amount;
    }

    // Books one fill; returns the fee paid. Whatever was held for it must have been released before. A
    // derivative loss beyond the balance, and its fee, are borne by the venue, so that no balance goes below
    // zero; a spot trade's fee is no more than is free, as there the venue has nothing of its own.
    Amount applyFill(Instrument const& instrument, Side side, Price price, Qty qty, FeeRate feeRate);

    // Positive: long.
    [[nodiscard]] Qty netOf(InstrumentId instrument) const;

    // Whether any is open.
    [[nodiscard]] bool holdsPositions() const;

    // Unrealised profit at the price that would close each position: `closingPrice(instrument, net)`; a price
    // of 0 means unknown and counts as no profit.
    using ClosingPrice = std::function<Price(Instrument const&, Qty net)>;
    [[nodiscard]] AccountReport report(ClosingPrice const& closingPrice) const;

    [[nodiscard]] Ledger const& ledger() const { return m_ledger; }

    // What is held as margin of open positions.
    [[nodiscard]] Amount margin(AssetName const& asset) const;

    struct Holding {
        Instrument instrument; // as it was when the position was opened
        Qty net;
        Amount cost; // notional of the open part
        Amount realised;
        Amount fees;
        Amount margin; // of a derivative, in Held
    };

    // The whole state.
    struct Image {
        Ledger::Accounts accounts;
        std::map<InstrumentId, Holding> holdings;
    };

    // Null: there never was one in it.
    [[nodiscard]] Holding const* holding(InstrumentId instrument) const
    {
        auto const found = m_holdings.find(instrument);
        return found == m_holdings.end() ? nullptr : &found->second;
    }

    [[nodiscard]] Image image() const { return {m_ledger.accounts(), m_holdings}; }

    void restore(Image image);

    // The position's instrument has another id.
    void rename(InstrumentId from, InstrumentId to);

private:
    // Takes from Free, and from the venue what Free lacks.
    void pay(AssetName const& asset, LedgerAccount to, Amount amount);
    void payFee(AssetName const& asset, Amount fee);
    Amount updatePosition(Holding& holding, Side side, Price price, Qty qty);
    void adjustMargin(Holding& holding);

    Ledger m_ledger;
    std::map<InstrumentId, Holding> m_holdings;
};

} // namespace qob
