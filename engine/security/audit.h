#pragma once

#include "engine/base/clock.h"
#include "engine/security/audit_format.h"
#include "engine/security/sealed_secret.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace qob {

// The audit trail's keys, made from the master keys in their order.
std::vector<SecretBytes> auditKeys(std::vector<MasterKey> const& keys);

struct AuditSettings {
    std::string directory;
    std::uint64_t fileBytes = std::uint64_t{8} << 20U; // then the next one is begun
    std::size_t mostWaitingBytes = std::size_t{16} << 20U;
};

// Records, newest first, each a line of JSON.
struct AuditPage {
    std::vector<std::string> lines;
    std::uint64_t next = 0; // read before this one for the next page; 0: there is no more
};

// Empty: any.
struct AuditFilter {
    std::string actor;
    std::string action;
};

// What everybody did, append-only, in files of JSON lines. Each record has the hash of itself and the one
// before, and a MAC under a key that the files do not hold: a change, a loss or an insertion anywhere breaks
// the chain. A separate anchor says how far the trail went at least, so that an end cut off is found too.
//
// Any thread. `record` chains at once and returns; a thread of its own ("audit") writes and syncs, so the
// last moments before a crash may be missing (a record is on disk within about one sync; `flush` waits for
// it). When the disk fails, is full, or is so far behind that mostWaitingBytes wait, records are refused, and
// with them what they are of. A full disk is tried again every second, with all that was recorded before.
class AuditTrail final : public AuditSink {
public:
    // Goes on at the end of what is there. What a crash left behind the anchor and is no whole record is cut
    // off; that is a record itself. AuditCorrupt: what is there was changed; StorageInUse: another process
    // has it.
    static Expected<std::unique_ptr<AuditTrail>>
    open(FileSystem& files, AuditSettings settings, std::vector<SecretBytes> keys, Clock const& clock);
    ~AuditTrail() override;

    [[nodiscard]] Expected<void> record(AuditRecord record) override;
    [[nodiscard]] Expected<void> ready() const override;

    // Waits until all that was recorded is on disk. The failure, when it will never be.
    Expected<void> flush();

    // The last record that is on disk.
    [[nodiscard]] std::uint64_t durableSequence() const;

    // Up to `limit` records before `before` (0: the newest) that fit the filter. Reads files: not on a thread
    // that may not wait. A page may be short, or empty, with `next` set: then only so much was looked
    // through.
    [[nodiscard]] Expected<AuditPage>
    page(std::uint64_t before, std::size_t limit, AuditFilter const& filter = {}) const;

private:
    AuditTrail(
        FileSystem& files,
        AuditSettings settings,
        SecretBytes key,
        Clock const& clock,
        std::unique_ptr<File> lock
    );

    struct Batch {
        std::string text;
        std::vector<std::size_t> lineEnds; // where each ends in it, newline included
        AuditMark last;
    };

    Expected<void> recover(std::vector<SecretBytes> const& keys);
    Expected<std::size_t> recoverLast(
        std::vector<std::uint64_t> const& all, AuditMark const& anchor, std::vector<SecretBytes> const& keys
    );
    Expected<void> cutTo(std::uint64_t file, std::string const& text, std::size_t good);
    void run();
    Expected<void> write(Batch& batch);
    Expected<void> writePart(std::string_view text, std::uint64_t firstSequence);
    [[nodiscard]] std::optional<Error> refusal() const; // under m_mutex

    FileSystem& m_files;
    AuditSettings const m_settings;
    SecretBytes const m_key;
    Clock const& m_clock;
    std::unique_ptr<File> m_lock;

    // Of the audit thread.
    std::unique_ptr<File> m_file;
    std::uint64_t m_fileSize = 0;
    std::uint64_t m_written = 0; // sequence
    bool m_unsure = false;       // a sync failed: nobody knows what was kept

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    Batch m_waiting;
    AuditMark m_mark; // of the last record taken
    std::uint64_t m_durable = 0;
    std::optional<Error> m_failure; // for good
    std::optional<Error> m_full;    // until there is space
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace qob
