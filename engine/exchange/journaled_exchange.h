#pragma once

#include "engine/exchange/exchange.h"
#include "engine/storage/journal_writer.h"
#include "engine/storage/snapshot.h"

#include <string>

namespace qob {

// What an answer promises.
enum class Acknowledge : std::uint8_t {
    Matched, // it is said as soon as it is so; a crash may forget it
    Durable, // it is said when its command lies on the disk
};

struct JournaledExchangeOptions {
    std::string directory;
    JournalOptions journal;
    Acknowledge acknowledge = Acknowledge::Durable;
    ExchangeLimits limits;
};

// What the restart found and did.
struct ExchangeRecovery {
    std::uint64_t snapshotSequence = 0; // 0: none was used
    std::uint64_t lastSequence = 0;
    std::uint64_t replayed = 0;
    std::uint64_t stateHash = 0;
    std::vector<std::string> notices;
};

// An exchange whose every command is in the journal before it is acknowledged, and which comes back from it.
// A command the journal does not take, or could not give back as it was (a list of too many orders, a name
// too long), is refused with the reason and changes nothing: on a full disk new orders are, cancels are not;
// after a failed write or sync everything is, and what waited to be acknowledged as durable never is. One
// thread.
class JournaledExchange {
public:
    // The newest good snapshot and the journal behind it; then ready to go on. `files` and `out` must outlive
    // it.
    static Expected<std::unique_ptr<JournaledExchange>>
    open(FileSystem& files, JournaledExchangeOptions const& options, ExchangeOutput& out);

    // One whose journal is forgotten: for runs that need not come back.
    static std::unique_ptr<JournaledExchange>
    inMemory(JournaledExchangeOptions const& options, ExchangeOutput& out);

    // Journals and applies. What it causes is said at once or, under Durable, by a later call of deliver().
    void submit(Timestamp time, ExchangeCommand const& command);

    // As each by itself, but faster: what the later ones need is loaded while the earlier ones are at work.
    void submit(Timestamp time, std::span<ExchangeCommand const> commands);

    // Hands what was submitted to the disk: the end of a batch. The error is the journal's.
    Expected<void> commit();

    // Says what has become durable; with `wait`, waits until all that was committed has.
    void deliver(bool wait = false);

    [[nodiscard]] Exchange const& exchange() const { return *m_exchange; }

    [[nodiscard]] ExchangeRecovery const& recovery() const { return m_recovery; }

    [[nodiscard]] JournalWriter& journal() { return *m_journal; }

    // Submitted and not yet said to be durable.
    [[nodiscard]] std::size_t undelivered() const { return m_waiting.size() - m_delivered; }

private:
    // Keeps what the exchange says until its command is durable.
    class Holding final : public ExchangeOutput {
    public:
        explicit Holding(JournaledExchange& owner) : m_owner(owner) {}

        void onReport(ExchangeReport const& report) override;
        void onBookEvent(BookEvent const& event) override;

    private:
        JournaledExchange& m_owner;
    };

    struct Said {
        std::uint64_t sequence;
        std::variant<ExchangeReport, BookEvent> what;
    };

    JournaledExchange(Acknowledge acknowledge, ExchangeOutput& out) : m_acknowledge(acknowledge), m_out(out)
    {}

    void take(Timestamp time, ExchangeCommand const& command, std::span<std::byte const> payload);
    void refuse(ExchangeCommand const& command, ErrorCode reason);

    Acknowledge m_acknowledge;
    ExchangeOutput& m_out;
    Holding m_holding{*this};
    std::unique_ptr<Exchange> m_exchange;
    std::unique_ptr<JournalWriter> m_journal;
    ExchangeRecovery m_recovery;
    std::vector<std::byte> m_payload;
    std::vector<Said> m_waiting;  // its room is kept
    std::size_t m_delivered = 0;  // of them, from the first on
    std::uint64_t m_sequence = 0; // of the command being applied
};

// An exchange as the journal has it up to `lastSequence` (or its end), made without touching it: for looking,
// and for snapshots beside a running writer. `visitor`, if any, sees each command before it is applied.
struct ReplayedExchange {
    std::unique_ptr<Exchange> exchange;
    ExchangeRecovery recovery;
    std::uint64_t journalHash = 0; // of the last record applied
};

using CommandVisitor = std::function<void(JournalRecord const&, ExchangeCommand const&, Exchange const&)>;

Expected<ReplayedExchange> replayJournal(
    FileSystem& files,
    std::string const& directory,
    ExchangeLimits const& limits,
    std::uint64_t lastSequence = ~std::uint64_t{0},
    bool useSnapshot = true,
    CommandVisitor const& visitor = {}
);

// Takes a snapshot of the state at `durable` beside a running writer, which it neither stops nor slows: it
// replays what the files hold behind the last snapshot. Any one thread. Returns the snapshot's sequence.
Expected<std::uint64_t> takeSnapshot(
    FileSystem& files, std::string const& directory, ExchangeLimits const& limits, std::uint64_t durable
);

} // namespace qob
