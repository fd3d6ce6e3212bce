#pragma once

#include "engine/storage/committer.h"
#include "engine/storage/journal_recovery.h"

namespace qob {

// The end of the journal that commands are appended to. One thread, except where said otherwise.
//
// A record is numbered and encoded by `append`, handed to the disk by `commit`, and may be acknowledged as
// durable when `commit`, `durableSequence` or the callback says so. After the first failed write or sync
// nothing is durable any more, nothing is accepted, and nothing is tried again: every call returns
// JournalIoFailed with that first cause, and only recovery, from the files, tells what there is.
class JournalWriter {
public:
    // Goes on where `recover` found the end. `files` must outlive the writer. JournalFull when not even the
    // first segment could be made.
    [[nodiscard]] static Expected<std::unique_ptr<JournalWriter>>
    open(FileSystem& files, std::string directory, JournalOptions options, WritableEnd end);

    // Encodes and numbers as ever, and forgets at commit.
    [[nodiscard]] static std::unique_ptr<JournalWriter> inMemory(JournalOptions const& options = {});

    // What was not committed is lost; what was committed is finished.
    ~JournalWriter();
    JournalWriter(JournalWriter const&) = delete;
    JournalWriter& operator=(JournalWriter const&) = delete;

    // The record's sequence; it is in memory only. Commits by itself when the buffer is full. JournalFull on
    // a full disk, where Essential records still find the reserve; JournalRecordTooLarge; JournalIoFailed. A
    // record refused leaves no trace. Memory is never allocated, except where a segment begins.
    [[nodiscard]] Expected<std::uint64_t> append(
        std::uint16_t kind,
        Timestamp time,
        std::span<std::byte const> payload,
        RecordClass recordClass = RecordClass::Normal
    );

    // What was appended goes on its way to the disk. Returns the last durable sequence: under Group without
    // waiting for what is on its way. In state SpaceLow it also looks for space again, so it is worth calling
    // with nothing appended.
    [[nodiscard]] Expected<std::uint64_t> commit();

    // Commits and returns when everything appended lies on the disk, also under None. To be called before a
    // snapshot is written: a snapshot must not be ahead of the journal.
    [[nodiscard]] Expected<std::uint64_t> makeDurable();

    // Returns when the sequence, committed before, is durable. Any thread, while the writer lives.
    [[nodiscard]] Expected<std::uint64_t> waitDurable(std::uint64_t sequence);

    // Any thread. Under None: what the operating system has been given.
    [[nodiscard]] std::uint64_t durableSequence() const { return m_committer->durableSequence(); }

    // Any thread.
    [[nodiscard]] JournalState state() const;

    // Of the last record appended.
    [[nodiscard]] std::uint64_t lastSequence() const { return m_encoder.last().sequence; }

    [[nodiscard]] std::uint64_t lastHash() const { return m_encoder.last().hash; }

private:
    JournalWriter(JournalOptions const& options, JournalEnd const& end, std::unique_ptr<Committer> committer);

    [[nodiscard]] Expected<void> makeRoom(std::size_t payloadBytes, RecordClass recordClass);
    void handOver();
    [[nodiscard]] Expected<std::uint64_t> outcome() const;

    JournalEncoder m_encoder;
    std::unique_ptr<Committer> m_committer;
};

} // namespace qob
