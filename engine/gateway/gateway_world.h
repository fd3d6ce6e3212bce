#pragma once

#include "engine/base/log.h"
#include "engine/database/database.h"
#include "engine/gateway/account_desk.h"
#include "engine/gateway/market_board.h"
#include "engine/security/audit_record.h"

namespace qob {

// The desks of the accounts that are in use. On the gateway's thread.
class AccountDesks {
public:
    using Open = std::function<std::unique_ptr<Session>(AccountId)>;

    // Each desk keeps so many orders that are done.
    AccountDesks(
        Open open, GatewayThread& thread, Clock& clock, DeskObserver observer, std::size_t kept = 10'000
    )
        : m_open(std::move(open))
        , m_thread(thread)
        , m_clock(clock)
        , m_observer(std::move(observer))
        , m_kept(kept)
    {}

    // Opened when it is used first; null: the engine is closed.
    [[nodiscard]] AccountDesk* of(AccountId id);

    [[nodiscard]] std::size_t size() const { return m_desks.size(); }

private:
    Open m_open;
    GatewayThread& m_thread;
    Clock& m_clock;
    DeskObserver m_observer;
    std::size_t m_kept;
    std::map<AccountId, std::unique_ptr<AccountDesk>> m_desks;
};

// What every route and stream works on. On the gateway's thread; all outlive them.
struct GatewayWorld {
    GatewayThread& thread;
    Clock& clock;
    Log& log;
    EngineLink& link; // of the market
    MarketBoard& board;
    AccountDesks& accounts;
    std::function<ClOrdId()> nextId; // for requests that bring none; never the same twice
    AuditSink& audit;
    // Candles of a minute from the database, answered from any thread; may be empty.
    using Candles = std::function<void(Expected<std::vector<CandleRow>>)>;
    std::function<void(SeriesQuery const&, Candles)> history;
    // Orders of the past from the database, answered from any thread; may be empty.
    using PastOrders = std::function<void(Expected<std::vector<OrderRow>>)>;
    std::function<void(OrderQuery const&, PastOrders)> pastOrders;
    // Nobody may send orders until it is reset; cancels go through.
    bool killSwitch = false;
};

} // namespace qob
