#pragma once

#include "engine/session/order_recovery.h"
#include "engine/storage/journal_writer.h"

#include <mutex>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace qob {

// What it means that an order event was told.
enum class OrderPromise : std::uint8_t {
    Matched, // it is so; a crash may forget it
    Durable, // it lies on the disk
};

struct OrderJournalSettings {
    std::string directory;
    MarketKind market = MarketKind::Sim;
    OrderPromise promise = OrderPromise::Durable;
    JournalOptions journal = {.bufferBytes = 8U << 20U}; // onDurable is not read
    std::uint64_t snapshotAfter = 100'000; // a start that had to read more records leaves a snapshot behind
    // Of each account, that are done: as many as its order manager keeps, so that none it promises is
    // missing.
    std::size_t ordersKept = OrderManager::usuallyKept;
};

// What a start found.
struct OrderJournalStart {
    std::uint64_t snapshotSequence = 0; // 0: none was used
    std::uint64_t records = 0;          // read behind it
    std::vector<std::string> notices;
};

// The journal of everything that changed an account. A session is given one, and goes on with the accounts it
// holds. Opening and makeDurable() wait for the disk; what the session calls while it runs does not, but for
// the case that a whole segment was written before the next one could be made.
//
// The session's thread, except where said otherwise.
class OrderJournal {
public:
    // Recovers the journal in the directory, made when missing. `files` must outlive it. ConfigBadValue where
    // it is another kind of market's; else what recover() says, or JournalCorrupt of records that make no
    // sense.
    [[nodiscard]] static Expected<std::unique_ptr<OrderJournal>>
    open(FileSystem& files, OrderJournalSettings settings);

    OrderJournal(OrderJournal const&) = delete;
    OrderJournal& operator=(OrderJournal const&) = delete;
    ~OrderJournal() = default;

    [[nodiscard]] MarketKind market() const { return m_market; }

    [[nodiscard]] OrderPromise promise() const { return m_promise; }

    // With more records than that on their way to the disk, the next might have to wait for it: half of what
    // a buffer or a segment takes.
    [[nodiscard]] std::uint64_t mostUnderWay() const { return m_mostUnderWay; }

    [[nodiscard]] OrderJournalStart const& start() const { return m_start; }

    // Once.
    [[nodiscard]] RecoveredOrders takeRecovered() { return std::move(m_recovered); }

    [[nodiscard]] bool knows(AccountId account) const { return m_noted.contains(account); }

    // What to call, on the journal's thread, when more is durable or nothing will be any more. After
    // wakeBy({}) returns nobody is called.
    void wakeBy(std::function<void()> wake);

    // A session begins, before it appends anything.
    Expected<void> begin(Timestamp now) { return append(RunBegins{m_market}, now); }

    // Writes the instrument when its id was not named yet in this run, or was forgotten.
    Expected<void> nameInstrument(Instrument const& instrument, Timestamp time);

    void forgetInstrument(InstrumentId id) { m_named.erase(id); }

    Expected<void>
    append(AccountRecord const& record, Timestamp time, RecordClass recordClass = RecordClass::Essential);

    // The account's newest report that its record, or one of the ids passed, accounts for.
    [[nodiscard]] ExecId noted(AccountId account) const { return m_noted.at(account); }

    // What was appended goes on its way to the disk.
    Expected<void> commit();
    Expected<void> makeDurable();

    [[nodiscard]] std::uint64_t lastSequence() const { return m_writer->lastSequence(); }

    [[nodiscard]] std::uint64_t durableSequence() const { return m_writer->durableSequence(); }

    [[nodiscard]] JournalState state() const { return m_writer->state(); }

private:
    // Called from the journal's thread, of the session's.
    struct Waker {
        std::mutex mutex;
        std::function<void()> wake;
    };

    explicit OrderJournal(OrderJournalSettings const& settings);

    Expected<void> read(FileSystem& files, OrderJournalSettings const& settings);

    MarketKind m_market;
    OrderPromise m_promise;
    std::uint64_t m_mostUnderWay;
    OrderJournalStart m_start;
    RecoveredOrders m_recovered;
    std::unordered_map<AccountId, ExecId> m_noted;
    std::unordered_set<InstrumentId> m_named; // in this run
    std::vector<std::byte> m_payload;
    std::shared_ptr<Waker> m_waker = std::make_shared<Waker>();
    std::optional<WritableEnd> m_end; // while it is being opened
    std::unique_ptr<JournalWriter> m_writer;
};

// What the journal in a directory comes to, without touching it: for looking, for databases, and for
// comparing. The same errors as open().
[[nodiscard]] Expected<RecoveredOrders>
readOrders(FileSystem& files, std::string const& directory, MarketKind market);

// Leaves a snapshot of the state at record `upTo`, which is durable, where the newest one is more than
// `settings.snapshotAfter` records older. Any one thread, also while the journal is being written: nobody
// waits. The sequence of the newest snapshot; 0: none.
[[nodiscard]] Expected<std::uint64_t>
snapshotOrders(FileSystem& files, OrderJournalSettings const& settings, std::uint64_t upTo);

} // namespace qob
