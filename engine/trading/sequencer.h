#pragma once

#include "engine/api/command.h"
#include "engine/base/log.h"
#include "engine/market/market_history.h"
#include "engine/trading/latency_line.h"
#include "engine/trading/order_manager.h"
#include "engine/trading/paper_venue.h"

namespace qob {

inline constexpr AccountId deskAccount{1};
inline constexpr AccountId maxAccount{1'000'000};

struct TradingSettings {
    std::vector<Deposit> deposits;                                // what an account begins with
    std::map<AccountId, std::vector<Deposit>> otherDeposits = {}; // of those that begin with something else
    // Terms of paper trading, for instruments of a market that is not ours to match.
    Duration paperLatency = milliseconds(20);
    FeeRate paperMakerFee{10'000};
    FeeRate paperTakerFee{50'000};
    std::size_t ordersKept = OrderManager::usuallyKept; // of each account, see OrderManager
};

// What leaves the engine as it happens; the rest is read from history() and account() when it is wanted.
class EngineOutput : public OrderEvents {
public:
    // Before anything else of it; the desk's when the output is set.
    virtual void onAccountOpened(AccountId /*account*/, std::vector<Deposit> const& /*deposits*/) {}

    virtual void onInstrument(Instrument const& instrument) = 0;

    // Instruments have other ids now in all that was said of orders and accounts.
    virtual void onPastRenamed() {}

    virtual void onNotice(Notice const& notice) = 0;
};

// The single writer: it alone moves the market, changes orders and books fills, in time order. Given the same
// market and the same commands at the same times it does the same, to the last event. One thread.
//
// It trades for any number of accounts, 1 to maxAccount, each with money and orders of its own. An account is
// opened with its deposits when it is first used; the desk's is there from the start.
class Sequencer final : public MarketListener, private VenueReportSink {
public:
    // `ownVenue` is where orders go when the market matches them itself (then it is the market's own); null:
    // they are paper.
    Sequencer(
        std::unique_ptr<Market> market, OrderVenue* ownVenue, TradingSettings const& settings, Log& log
    );

    // Set once, before anything else is called.
    void setOutput(EngineOutput& output);

    // Hears what the market does, too; null: nobody.
    void setTap(MarketListener* tap) { m_tap = tap; }

    // An order request, at market time `now` (not before what has been run). Opens the account.
    void apply(AccountId account, Command const& command, Timestamp now);

    // The desk's.
    void apply(Command const& command, Timestamp now) { apply(deskAccount, command, now); }

    // Of every account.
    void massCancel(OrderMassCancelRequest const& request, Timestamp now);

    // Answered with this reason instead of carried out.
    void refuse(AccountId account, Command const& command, Error const& reason, Timestamp now)
    {
        deskOf(account).orders.refuse(command, reason, now);
    }

    // Accounts go on as they were; before setOutput. Their instruments have ids from firstStranger on, and
    // get the market's own ids as the market shows them.
    void restore(std::map<AccountId, AccountImage> const& accounts, std::vector<Instrument> strangers);

    // Whatever works is done: its venue is gone.
    void dropAll(Error const& reason, Timestamp now);

    // Instruments of the past that the market has not shown.
    [[nodiscard]] std::vector<Instrument> const& strangers() const { return m_strangers; }

    // The market's or a stranger; null: there is none.
    [[nodiscard]] Instrument const* instrument(InstrumentId id) const;

    // Does nothing where it is open.
    void openAccount(AccountId account) { static_cast<void>(deskOf(account)); }

    // Everything up to and including `limit`.
    void advance(Timestamp limit);

    // When something happens next; Timestamp::max: never.
    [[nodiscard]] Timestamp nextEventTime();

    // Moves a recording to `target`: it runs from the start to there. Working orders of all accounts are
    // canceled first.
    Expected<void> seek(Timestamp target);

    void rollHistory(InstrumentId instrument, std::size_t events)
    {
        m_market->rollHistory(instrument, events, *this);
    }

    [[nodiscard]] Market& market() { return *m_market; }

    [[nodiscard]] MarketHistory& history() { return m_history; }

    // Those that are open, ascending.
    [[nodiscard]] std::vector<AccountId> accounts() const;

    // Of an open account.
    [[nodiscard]] OrderManager const& orders(AccountId account = deskAccount) const;
    [[nodiscard]] Portfolio const& portfolio(AccountId account) const;
    [[nodiscard]] Ledger const& ledger(AccountId account = deskAccount) const;
    [[nodiscard]] AccountReport account(AccountId account = deskAccount) const;
    [[nodiscard]] bool holdsPositions(AccountId account) const;

    // Balances by asset and positions by instrument, all accounts together; an average price has no meaning
    // there and is 0, `cost` is what is open long and short.
    [[nodiscard]] AccountReport sumOfAccounts() const;

    // MarketListener
    void onInstrument(Instrument const& instrument) override;
    void onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time) override;
    void onBookCleared(InstrumentId instrument, Timestamp time) override;
    void onBookUpdated(InstrumentId instrument, Timestamp time) override;
    void onTrade(Trade const& trade) override;
    void onStatistics(InstrumentStatistics const& statistics) override;
    void onFeed(FeedStatus const& status) override;
    void onNotice(Notice const& notice) override;

private:
    // What an account has.
    struct Desk {
        Desk(AccountId account, Sequencer& owner);

        Portfolio portfolio;
        OrderManager orders;
    };

    void onVenueReport(VenueReport const& report) override;
    [[nodiscard]] Desk& deskOf(AccountId account);
    void recognise(Instrument const& instrument);
    void leaveUnits(Instrument const& before, Timestamp time);
    [[nodiscard]] std::vector<Deposit> const& depositsOf(AccountId account) const;

    std::unique_ptr<Market> m_market;
    bool m_paper;
    TradingSettings m_settings;
    Log& m_log;
    EngineOutput* m_output = nullptr;
    MarketListener* m_tap = nullptr;
    MarketHistory m_history;
    PaperVenue m_paperVenue;
    LatencyLine m_line;
    std::map<AccountId, std::unique_ptr<Desk>> m_desks;
    std::vector<Instrument> m_strangers;
};

} // namespace qob
