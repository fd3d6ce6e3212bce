#pragma once

#include "engine/session/order_journal.h"
#include "engine/session/publisher.h"

#include <deque>

namespace qob {

// Stands between the engine and its publisher: what happens to orders is journaled before it is told and,
// where the journal's promise is Durable, told when it is durable, in the order it happened. The engine goes
// on meanwhile; only telling waits. Runs on the engine's thread and never waits for the disk.
//
// Without space new orders are refused as soon as the next segment cannot be made: what is left is for those
// that work. When the journal has failed nothing is acknowledged any more: requests are refused, and what was
// waiting to be told never is. Who asks for orders then gets those of which nothing was lost that way, so
// that the refusals that follow are heard.
class DurableOutput final : public EngineOutput, public Discretion {
public:
    // All must outlive it.
    DurableOutput(OrderJournal& journal, Sequencer const& sequencer, Publisher& to, Timestamp now);

    // Why the command must not be carried out now. JournalFull or JournalIoFailed.
    [[nodiscard]] std::optional<Error> refusalOf(Command const& command) const;

    // Whether the disk has to catch up before anything more is carried out.
    [[nodiscard]] bool isBehind() const
    {
        return !m_failure &&
               m_journal.lastSequence() - m_journal.durableSequence() > m_journal.mostUnderWay();
    }

    // What was noted goes to the disk, what is durable is told.
    void settle(Timestamp now);

    // The same, waiting for the disk.
    void finish(Timestamp now);

    // Discretion; at once where it may be told already, or nothing will be any more.
    void afterwards(std::function<void()> what) override;
    void keepTold(OrderList& list) const override;
    [[nodiscard]] bool isTold(AccountId account) const override;

    // EngineOutput
    void onAccountOpened(AccountId account, std::vector<Deposit> const& deposits) override;
    void onExecutionReport(ExecutionReport const& report) override;
    void onCancelReject(AccountId account, OrderCancelReject const& reject) override;
    void onRequestTaken(OrderId order, ClOrdId const& clOrdId) override;
    void onInstrument(Instrument const& instrument) override;

    void onPastRenamed() override { m_to.onPastRenamed(); }

    void onNotice(Notice const& notice) override { m_to.onNotice(notice); }

private:
    struct Rejected {
        AccountId account;
        OrderCancelReject reject;
    };

    struct Told {
        std::uint64_t sequence; // of the last record before it
        std::variant<ExecutionReport, Rejected, std::function<void()>> what;
    };

    void note(AccountRecord const& record, RecordClass recordClass = RecordClass::Essential);
    void noteFill(ExecutionReport const& report);
    void tell(Told told);
    void say(Told const& told);
    void lose(Told const& told);
    void release();
    void lookAtDisk(Timestamp now);

    OrderJournal& m_journal;
    Sequencer const& m_sequencer;
    Publisher& m_to;
    std::deque<Told> m_waiting;
    std::optional<Error> m_failure; // since then nothing is acknowledged
    bool m_failureTold = false;
    std::set<OrderId> m_lostOrders; // that something happened to which is never told
    std::set<ExecId> m_lostFills;
    bool m_spaceLow = false;
    Timestamp m_time; // of the newest event
};

} // namespace qob
