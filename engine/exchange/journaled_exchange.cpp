#include "engine/exchange/journaled_exchange.h"

#include "engine/storage/journal_recovery.h"

namespace qob {

namespace {

// How many commands of a batch before its turn a command is loaded, where its names lead, and what is there.
constexpr std::size_t farthestAhead = 16;
constexpr std::size_t farAhead = 6;
constexpr std::size_t nearAhead = 3;

// Applying what was said before: nobody listens.
class Silence final : public ExchangeOutput {
public:
    void onReport(ExchangeReport const& /*report*/) override {}

    void onBookEvent(BookEvent const& /*event*/) override {}
};

struct Start {
    std::unique_ptr<Exchange> exchange;
    ReplayFrom from;
    ExchangeRecovery recovery;
};

// The newest good snapshot's exchange, or an empty one.
Expected<Start>
startFrom(FileSystem& files, std::string const& directory, ExchangeLimits const& limits, bool use)
{
    Start start;
    start.exchange = std::make_unique<Exchange>(limits);
    if (!use) {
        return start;
    }
    auto found = loadNewestSnapshot(files, directory);
    if (!found) {
        return tl::unexpected(found.error());
    }
    start.recovery.notices = found->refused;
    if (!found->newest) {
        return start;
    }
    Snapshot const& snapshot = *found->newest;
    if (auto const restored = start.exchange->restore(snapshot.payload); !restored) {
        return tl::unexpected(Error{restored.error().code, snapshot.name + ": " + restored.error().detail});
    }
    if (start.exchange->stateHash(Exchange::imageVersion(snapshot.payload)) != snapshot.stateHash) {
        return fail(ErrorCode::SnapshotMismatch, snapshot.name + ": the state has another hash than it says");
    }
    start.recovery.snapshotSequence = snapshot.sequence;
    start.from = {snapshot.sequence + 1, snapshot.journalHash};
    return start;
}

} // namespace

Expected<std::unique_ptr<JournaledExchange>>
JournaledExchange::open(FileSystem& files, JournaledExchangeOptions const& options, ExchangeOutput& out)
{
    auto start = startFrom(files, options.directory, options.limits, true);
    if (!start) {
        return tl::unexpected(start.error());
    }
    std::unique_ptr<JournaledExchange> made(new JournaledExchange(options.acknowledge, out));
    made->m_exchange = std::move(start->exchange);
    made->m_recovery = std::move(start->recovery);
    Silence silence;
    auto recovered = recover(files, options.directory, start->from, [&](JournalRecord const& record) {
        auto const command = decodeCommand(record.kind, record.payload);
        if (!command) {
            return Expected<void>(tl::unexpected(command.error()));
        }
        made->m_exchange->apply(record.sequence, record.time, *command, silence);
        ++made->m_recovery.replayed;
        return Expected<void>();
    });
    if (!recovered) {
        return tl::unexpected(recovered.error());
    }
    made->m_recovery.lastSequence = recovered->lastSequence;
    made->m_recovery.stateHash = made->m_exchange->stateHash();
    made->m_recovery.notices.insert(
        made->m_recovery.notices.end(), recovered->notices.begin(), recovered->notices.end()
    );
    auto writer = JournalWriter::open(files, options.directory, options.journal, std::move(recovered->end));
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    made->m_journal = std::move(*writer);
    return made;
}

std::unique_ptr<JournaledExchange>
JournaledExchange::inMemory(JournaledExchangeOptions const& options, ExchangeOutput& out)
{
    std::unique_ptr<JournaledExchange> made(new JournaledExchange(options.acknowledge, out));
    made->m_exchange = std::make_unique<Exchange>(options.limits);
    made->m_journal = JournalWriter::inMemory(options.journal);
    return made;
}

void JournaledExchange::submit(Timestamp time, ExchangeCommand const& command)
{
    // Loaded while the journal's work is done.
    m_exchange->prefetchNames(command);
    auto const payload = encodeInto(m_payload, command);
    m_exchange->prefetchOrders(command);
    take(time, command, payload);
}

void JournaledExchange::take(
    Timestamp time, ExchangeCommand const& command, std::span<std::byte const> payload
)
{
    if (ErrorCode const unfit = unfitForJournal(command); unfit != ErrorCode()) [[unlikely]] {
        refuse(command, unfit);
        return;
    }
    auto const sequence = m_journal->append(
        journalKind(command),
        time,
        payload,
        isEssential(command) ? RecordClass::Essential : RecordClass::Normal
    );
    if (!sequence) {
        refuse(command, sequence.error().code);
        return;
    }
    m_sequence = *sequence;
    bool const hold = m_acknowledge == Acknowledge::Durable;
    m_exchange->apply(*sequence, time, command, hold ? static_cast<ExchangeOutput&>(m_holding) : m_out);
}

void JournaledExchange::submit(Timestamp time, std::span<ExchangeCommand const> commands)
{
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (i + farthestAhead < commands.size()) {
            auto const* line = reinterpret_cast<std::byte const*>(&commands[i + farthestAhead]);
            for (std::size_t at = 0; at < sizeof(ExchangeCommand); at += 64) {
                __builtin_prefetch(line + at);
            }
        }
        if (i + farAhead < commands.size()) {
            m_exchange->prefetchNames(commands[i + farAhead]);
        }
        if (i + nearAhead < commands.size()) {
            m_exchange->prefetchOrders(commands[i + nearAhead]);
        }
        take(time, commands[i], encodeInto(m_payload, commands[i]));
    }
}

Expected<void> JournaledExchange::commit()
{
    auto const durable = m_journal->commit();
    return durable ? Expected<void>() : tl::unexpected(durable.error());
}

void JournaledExchange::deliver(bool wait)
{
    if (wait && m_sequence != 0) {
        static_cast<void>(m_journal->waitDurable(m_sequence));
    }
    const std::uint64_t durable = m_journal->durableSequence();
    while (m_delivered < m_waiting.size() && m_waiting[m_delivered].sequence <= durable) {
        const Said said = m_waiting[m_delivered++];
        if (auto const* report = std::get_if<ExchangeReport>(&said.what)) {
            m_out.onReport(*report);
        } else {
            m_out.onBookEvent(std::get<BookEvent>(said.what));
        }
    }
    if (m_delivered * 2 >= m_waiting.size()) { // so that what is left is moved no more than once on average
        m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(m_delivered));
        m_delivered = 0;
    }
}

// The command never happened. Said at once: there is nothing that could become durable.
void JournaledExchange::refuse(ExchangeCommand const& command, ErrorCode reason)
{
    ExchangeReport report;
    report.kind = ExchangeReport::Kind::AccountReject;
    report.execType = ExecType::Rejected;
    report.ordStatus = OrdStatus::Rejected;
    report.reason = reason;
    if (auto const* order = std::get_if<EnterOrder>(&command)) {
        report.kind = ExchangeReport::Kind::Order;
        report.account = order->order.owner;
        report.instrument = order->instrument;
        report.clOrdId = order->clOrdId;
        report.side = order->order.side;
        report.price = order->order.price;
        report.orderQty = order->order.qty;
    } else if (auto const* list = std::get_if<EnterList>(&command);
               list != nullptr && !list->orders.empty()) {
        for (EnterOrder const& each : list->orders) {
            refuse(each, reason);
        }
        return;
    } else if (auto const* cancel = std::get_if<CancelOrder>(&command)) {
        report.kind = ExchangeReport::Kind::CancelReject;
        report.account = cancel->account;
        report.clOrdId = cancel->clOrdId;
        report.origClOrdId = cancel->origClOrdId;
    } else if (auto const* replace = std::get_if<ReplaceOrder>(&command)) {
        report.kind = ExchangeReport::Kind::CancelReject;
        report.account = replace->account;
        report.clOrdId = replace->clOrdId;
        report.origClOrdId = replace->origClOrdId;
    }
    m_out.onReport(report);
}

void JournaledExchange::Holding::onReport(ExchangeReport const& report)
{
    m_owner.m_waiting.push_back({m_owner.m_sequence, report});
}

void JournaledExchange::Holding::onBookEvent(BookEvent const& event)
{
    m_owner.m_waiting.push_back({m_owner.m_sequence, event});
}

Expected<ReplayedExchange> replayJournal(
    FileSystem& files,
    std::string const& directory,
    ExchangeLimits const& limits,
    std::uint64_t lastSequence,
    bool useSnapshot,
    CommandVisitor const& visitor
)
{
    auto start = startFrom(files, directory, limits, useSnapshot);
    if (!start) {
        return tl::unexpected(start.error());
    }
    ReplayedExchange result{std::move(start->exchange), std::move(start->recovery), 0};
    result.recovery.lastSequence = result.recovery.snapshotSequence;
    result.journalHash = start->from.hashBefore.value_or(genesisHash);
    Silence silence;
    auto const seen = verify(files, directory, start->from, [&](JournalRecord const& record) {
        if (record.sequence > lastSequence) {
            return Expected<void>();
        }
        auto const command = decodeCommand(record.kind, record.payload);
        if (!command) {
            return Expected<void>(tl::unexpected(Error{
                command.error().code,
                std::string(record.file) + " at byte " + std::to_string(record.offset) + ": " +
                    command.error().detail}));
        }
        if (visitor) {
            visitor(record, *command, *result.exchange);
        }
        result.exchange->apply(record.sequence, record.time, *command, silence);
        result.recovery.lastSequence = record.sequence;
        result.journalHash = record.hash;
        ++result.recovery.replayed;
        return Expected<void>();
    });
    if (!seen) {
        return tl::unexpected(seen.error());
    }
    result.recovery.stateHash = result.exchange->stateHash();
    result.recovery.notices.insert(result.recovery.notices.end(), seen->notices.begin(), seen->notices.end());
    return result;
}

Expected<std::uint64_t> takeSnapshot(
    FileSystem& files, std::string const& directory, ExchangeLimits const& limits, std::uint64_t durable
)
{
    auto const replayed = replayJournal(files, directory, limits, durable);
    if (!replayed) {
        return tl::unexpected(replayed.error());
    }
    const std::uint64_t sequence = replayed->recovery.lastSequence;
    if (replayed->recovery.replayed == 0) {
        return sequence; // there is one of this very state
    }
    const SnapshotInfo info{sequence, replayed->journalHash, replayed->recovery.stateHash};
    auto const written = writeSnapshot(files, directory, info, replayed->exchange->image());
    return written ? Expected<std::uint64_t>(sequence) : tl::unexpected(written.error());
}

} // namespace qob
