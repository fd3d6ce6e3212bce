#include "engine/session/order_journal.h"

#include "engine/base/hash.h"
#include "engine/storage/journal_tail.h"
#include "engine/storage/snapshot.h"

#include <algorithm>

namespace qob {

namespace {

std::uint64_t hashOf(std::span<std::byte const> bytes)
{
    StreamHash hash;
    hash.add(std::string_view(reinterpret_cast<char const*>(bytes.data()), bytes.size()));
    return hash.value();
}

// The newest good snapshot's state into `recovery`; where reading the journal begins.
Expected<ReplayFrom>
startFrom(FileSystem& files, std::string const& directory, OrderRecovery& recovery, OrderJournalStart& start)
{
    auto found = loadNewestSnapshot(files, directory);
    if (!found) {
        return tl::unexpected(found.error());
    }
    start.notices = found->refused;
    if (!found->newest) {
        return ReplayFrom{};
    }
    Snapshot const& snapshot = *found->newest;
    if (hashOf(snapshot.payload) != snapshot.stateHash) {
        return fail(ErrorCode::SnapshotMismatch, snapshot.name + ": the state has another hash than it says");
    }
    if (auto const restored = recovery.restore(snapshot.payload); !restored) {
        return tl::unexpected(Error{restored.error().code, snapshot.name + ": " + restored.error().detail});
    }
    start.snapshotSequence = snapshot.sequence;
    return ReplayFrom{snapshot.sequence + 1, snapshot.journalHash};
}

} // namespace

OrderJournal::OrderJournal(OrderJournalSettings const& settings)
    : m_market(settings.market)
    , m_promise(settings.promise)
{
    constexpr std::uint64_t usualRecord = 512;
    JournalOptions const& options = settings.journal;
    const std::uint64_t room = std::min<std::uint64_t>(options.segmentBytes, options.bufferBytes);
    m_mostUnderWay = std::max<std::uint64_t>(room / 2 / usualRecord, 1);
}

Expected<void> OrderJournal::read(FileSystem& files, OrderJournalSettings const& settings)
{
    OrderRecovery recovery(m_market, settings.ordersKept);
    auto const from = startFrom(files, settings.directory, recovery, m_start);
    if (!from) {
        return tl::unexpected(from.error());
    }
    auto recovered = recover(files, settings.directory, *from, [&](JournalRecord const& record) {
        ++m_start.records;
        return recovery.apply(record);
    });
    if (!recovered) {
        return tl::unexpected(recovered.error());
    }
    auto& notices = m_start.notices;
    notices.insert(notices.end(), recovered->notices.begin(), recovered->notices.end());
    if (m_start.records > settings.snapshotAfter) {
        auto const image = recovery.image();
        const SnapshotInfo info{recovered->lastSequence, recovered->lastHash, hashOf(image)};
        if (auto const written = writeSnapshot(files, settings.directory, info, image); !written) {
            notices.push_back("no snapshot of the orders: " + written.error().message());
        }
    }
    m_end = std::move(recovered->end);
    m_recovered = std::move(recovery).take();
    for (auto const& [id, account] : m_recovered.accounts) {
        m_noted[id] = account.lastExecId;
    }
    return {};
}

Expected<std::unique_ptr<OrderJournal>> OrderJournal::open(FileSystem& files, OrderJournalSettings settings)
{
    std::unique_ptr<OrderJournal> journal(new OrderJournal(settings));
    if (auto const read = journal->read(files, settings); !read) {
        return tl::unexpected(read.error());
    }
    settings.journal.onDurable = [waker = journal->m_waker](Expected<std::uint64_t> const& /*durable*/) {
        const std::lock_guard lock(waker->mutex);
        if (waker->wake) {
            waker->wake();
        }
    };
    auto writer =
        JournalWriter::open(files, settings.directory, settings.journal, std::move(*journal->m_end));
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    journal->m_end.reset();
    journal->m_writer = std::move(*writer);
    return journal;
}

void OrderJournal::wakeBy(std::function<void()> wake)
{
    const std::lock_guard lock(m_waker->mutex);
    m_waker->wake = std::move(wake);
}

Expected<void> OrderJournal::nameInstrument(Instrument const& instrument, Timestamp time)
{
    if (m_named.contains(instrument.id)) {
        return {};
    }
    auto const appended = append(instrument, time);
    if (appended) {
        m_named.insert(instrument.id);
    }
    return appended;
}

Expected<void> OrderJournal::append(AccountRecord const& record, Timestamp time, RecordClass recordClass)
{
    encodeAccountRecord(m_payload, record);
    auto const sequence = m_writer->append(kindOf(record), time, m_payload, recordClass);
    if (!sequence) {
        return tl::unexpected(sequence.error());
    }
    if (auto const* opened = std::get_if<AccountOpened>(&record)) {
        m_noted[opened->account] = ExecId((opened->account.value - std::uint64_t{1}) * idsPerAccount);
    } else if (auto const* report = std::get_if<ExecutionReport>(&record)) {
        m_noted[accountOf(report->execId)] = report->execId;
    } else if (auto const* fill = std::get_if<FillRecord>(&record)) {
        m_noted[accountOf(fill->report.execId)] = fill->report.execId;
    } else if (auto const* passed = std::get_if<IdsPassed>(&record)) {
        m_noted[accountOf(passed->last)] = passed->last;
    }
    return {};
}

Expected<void> OrderJournal::commit()
{
    auto const durable = m_writer->commit();
    return durable ? Expected<void>() : tl::unexpected(durable.error());
}

Expected<void> OrderJournal::makeDurable()
{
    auto const durable = m_writer->makeDurable();
    return durable ? Expected<void>() : tl::unexpected(durable.error());
}

Expected<RecoveredOrders> readOrders(FileSystem& files, std::string const& directory, MarketKind market)
{
    OrderRecovery recovery(market);
    OrderJournalStart start;
    auto const from = startFrom(files, directory, recovery, start);
    if (!from) {
        return tl::unexpected(from.error());
    }
    auto const seen =
        verify(files, directory, *from, [&](JournalRecord const& record) { return recovery.apply(record); });
    if (!seen) {
        return tl::unexpected(seen.error());
    }
    return std::move(recovery).take();
}

Expected<std::uint64_t>
snapshotOrders(FileSystem& files, OrderJournalSettings const& settings, std::uint64_t upTo)
{
    constexpr std::size_t most = 10'000; // records at a time
    OrderRecovery recovery(settings.market, settings.ordersKept);
    OrderJournalStart start;
    auto const from = startFrom(files, settings.directory, recovery, start);
    if (!from) {
        return tl::unexpected(from.error());
    }
    if (upTo <= start.snapshotSequence + settings.snapshotAfter) {
        return start.snapshotSequence;
    }
    JournalTail tail(files, settings.directory, *from);
    SnapshotInfo info;
    while (tail.next() <= upTo) {
        auto const count = tail.read(upTo, most, [&](JournalRecord const& record) {
            info.sequence = record.sequence;
            info.journalHash = record.hash;
            return recovery.apply(record);
        });
        if (!count) {
            return tl::unexpected(count.error());
        }
    }
    auto const image = recovery.image();
    info.stateHash = hashOf(image);
    return writeSnapshot(files, settings.directory, info, image).map([&] { return info.sequence; });
}

} // namespace qob
