#include "engine/session/durable_output.h"

#include <algorithm>
#include <utility>

namespace qob {

DurableOutput::DurableOutput(OrderJournal& journal, Sequencer const& sequencer, Publisher& to, Timestamp now)
    : m_journal(journal)
    , m_sequencer(sequencer)
    , m_to(to)
    , m_time(now)
{
    if (auto const begun = m_journal.begin(now); !begun) {
        m_failure = begun.error();
    }
}

std::optional<Error> DurableOutput::refusalOf(Command const& command) const
{
    if (m_failure) {
        return m_failure;
    }
    bool const cancels = std::holds_alternative<OrderCancelRequest>(command) ||
                         std::holds_alternative<OrderMassCancelRequest>(command);
    if (cancels) {
        return std::nullopt;
    }
    if (m_spaceLow) {
        return Error{ErrorCode::JournalFull, "orders can only be canceled until there is space again"};
    }
    return std::nullopt;
}

void DurableOutput::afterwards(std::function<void()> what)
{
    tell({m_journal.lastSequence(), std::move(what)});
}

void DurableOutput::settle(Timestamp now)
{
    if (auto const committed = m_journal.commit(); !committed && !m_failure) {
        m_failure = committed.error();
    }
    release();
    lookAtDisk(now);
    m_time = now;
}

void DurableOutput::finish(Timestamp now)
{
    if (!m_failure) {
        static_cast<void>(m_journal.makeDurable()); // settle() says why not
    }
    settle(now);
}

void DurableOutput::onAccountOpened(AccountId account, std::vector<Deposit> const& deposits)
{
    if (!m_journal.knows(account)) {
        note(AccountOpened{account, deposits});
    }
    m_to.onAccountOpened(account, deposits);
}

void DurableOutput::onExecutionReport(ExecutionReport const& report)
{
    m_time = report.transactTime;
    const AccountId account = accountOf(report.execId);
    bool const status = report.execType == ExecType::OrderStatus;
    bool const refused = report.orderId == OrderId();
    if (Instrument const* instrument = m_sequencer.instrument(report.instrument);
        instrument != nullptr && !status && !m_failure) {
        if (auto const named = m_journal.nameInstrument(*instrument, m_time); !named) {
            m_failure = named.error();
        }
    }
    if (report.execType == ExecType::Trade) {
        noteFill(report);
    } else if (!status) {
        note(report, refused ? RecordClass::Normal : RecordClass::Essential);
    } else if (!m_failure && report.execId.value - m_journal.noted(account).value >= reportIdsAhead) {
        note(IdsPassed{report.execId});
    }
    // That nothing is acknowledged any more has to be said, too.
    if (m_failure && refused) {
        m_to.onExecutionReport(report);
    } else {
        tell({m_journal.lastSequence(), report});
    }
}

void DurableOutput::onCancelReject(AccountId account, OrderCancelReject const& reject)
{
    note(CancelRejected{account, reject}, RecordClass::Normal);
    if (m_failure) {
        m_to.onCancelReject(account, reject);
    } else {
        tell({m_journal.lastSequence(), Rejected{account, reject}});
    }
}

void DurableOutput::onRequestTaken(OrderId order, ClOrdId const& clOrdId)
{
    note(RequestTaken{order, clOrdId});
}

void DurableOutput::onInstrument(Instrument const& instrument)
{
    m_journal.forgetInstrument(instrument.id); // its terms may have changed
    m_to.onInstrument(instrument);
}

// A refusal that finds no space is told without a record: it changed nothing.
void DurableOutput::note(AccountRecord const& record, RecordClass recordClass)
{
    if (m_failure) {
        return;
    }
    auto const appended = m_journal.append(record, m_time, recordClass);
    bool const onlyFull =
        recordClass == RecordClass::Normal && !appended && appended.error().code == ErrorCode::JournalFull;
    if (!appended && !onlyFull) {
        m_failure = appended.error();
    }
}

void DurableOutput::noteFill(ExecutionReport const& report)
{
    const AccountId account = accountOf(report.execId);
    Portfolio const& portfolio = m_sequencer.portfolio(account);
    Portfolio::Holding const& holding = *portfolio.holding(report.instrument);
    Instrument const& instrument = holding.instrument;
    FillRecord fill{report, {}, holding.net, holding.cost, holding.realised, holding.fees, holding.margin};
    for (Ledger::Row const& row : portfolio.ledger().accounts()) {
        if (row.asset == instrument.base || row.asset == instrument.quote ||
            row.asset == instrument.settleAsset()) {
            fill.rows.push_back(row);
        }
    }
    note(fill);
}

void DurableOutput::tell(Told told)
{
    if (m_journal.promise() == OrderPromise::Matched) {
        say(told);
    } else if (m_failure) {
        lose(told);
    } else if (m_waiting.empty() && told.sequence <= m_journal.durableSequence()) {
        say(told);
    } else {
        m_waiting.push_back(std::move(told));
    }
}

void DurableOutput::say(Told const& told)
{
    if (auto const* report = std::get_if<ExecutionReport>(&told.what)) {
        m_to.onExecutionReport(*report);
    } else if (auto const* rejected = std::get_if<Rejected>(&told.what)) {
        m_to.onCancelReject(rejected->account, rejected->reject);
    } else {
        std::get<std::function<void()>>(told.what)();
    }
}

void DurableOutput::release()
{
    const std::uint64_t durable = m_journal.durableSequence();
    while (!m_waiting.empty() && m_waiting.front().sequence <= durable) {
        const Told told = std::move(m_waiting.front());
        m_waiting.pop_front();
        say(told);
    }
    if (m_failure) {
        auto const lost = std::exchange(m_waiting, {});
        std::for_each(lost.begin(), lost.end(), [this](Told const& told) { lose(told); });
    }
}

// It will never be durable.
void DurableOutput::lose(Told const& told)
{
    if (auto const* report = std::get_if<ExecutionReport>(&told.what)) {
        if (report->execType != ExecType::OrderStatus) {
            m_lostOrders.insert(report->orderId);
        }
        if (report->execType == ExecType::Trade) {
            m_lostFills.insert(report->execId);
        }
    } else if (auto const* what = std::get_if<std::function<void()>>(&told.what)) {
        (*what)();
    }
}

void DurableOutput::keepTold(OrderList& list) const
{
    std::erase_if(list.orders, [this](auto const& order) { return m_lostOrders.contains(order.orderId); });
    std::erase_if(list.fills, [this](auto const& fill) { return m_lostFills.contains(fill.execId); });
}

bool DurableOutput::isTold(AccountId account) const
{
    return std::none_of(m_lostOrders.begin(), m_lostOrders.end(), [&](OrderId order) {
        return account == everyAccount || accountOf(order) == account;
    });
}

void DurableOutput::lookAtDisk(Timestamp now)
{
    if (m_failure && !m_failureTold) {
        m_failureTold = true;
        m_to.onNotice(
            {Notice::Level::Error,
             now,
             "orders are not acknowledged any more: " + m_failure->message(),
             m_failure->code}
        );
    }
    bool const low = m_journal.state() == JournalState::SpaceLow;
    if (low != m_spaceLow && !m_failure) {
        m_spaceLow = low;
        m_to.onNotice(
            {low ? Notice::Level::Error : Notice::Level::Info,
             now,
             low ? "the disk is full: new orders are refused, cancels work"
                 : "there is space again for orders",
             low ? std::optional(ErrorCode::JournalFull) : std::nullopt}
        );
    }
}

} // namespace qob
