#pragma once

#include "engine/storage/file_system.h"
#include "engine/storage/journal_encoder.h"
#include "engine/storage/journal_options.h"
#include "engine/storage/mark_file.h"

namespace qob {

// The end of a journal that may be written on: what recover hands to a writer. Holds the directory's lock.
struct WritableEnd {
    JournalEnd end;
    std::string segmentName; // of the last segment; empty: none yet
    unsigned markSlot = 0;   // where the newest high-water mark lies
    std::unique_ptr<File> lock;
};

// The files of a journal being written. After an error it must not be used again, except to be destroyed.
// One thread at a time.
class JournalDisk {
public:
    // JournalFull when there is no segment and no space for one.
    [[nodiscard]] static Expected<std::unique_ptr<JournalDisk>>
    open(FileSystem& files, std::string directory, JournalOptions const& options, WritableEnd end);

    // Writes the batch and, unless the durability is None, makes it durable: data first, then the mark.
    [[nodiscard]] Expected<void> commit(JournalBatch const& batch);

    // All that was committed, whatever the durability.
    [[nodiscard]] Expected<void> makeDurable();

    // Makes the next segment when there is none. No space for it is not an error: `spaceLow` tells.
    [[nodiscard]] Expected<void> prepareNext();

    [[nodiscard]] std::uint64_t readySegment() const { return m_segment + (m_next ? 1 : 0); }

    [[nodiscard]] bool spaceLow() const { return m_spaceLow; }

private:
    JournalDisk(
        FileSystem& files,
        std::string directory,
        JournalOptions const& options,
        WritableEnd end,
        MarkFile mark
    );

    [[nodiscard]] Expected<void> makeNext();
    [[nodiscard]] Expected<void> beginSegment(JournalPiece const& piece);

    FileSystem& m_files;
    std::string const m_directory;
    Durability const m_durability;
    std::uint64_t const m_segmentBytes;
    std::unique_ptr<File> m_lock;
    MarkFile m_mark;
    HighWaterMark m_marked;  // what the mark file says
    HighWaterMark m_written; // the last record given to the current file
    std::uint64_t m_segment; // number of the current segment
    std::unique_ptr<File> m_current;
    std::string m_currentPath;
    std::unique_ptr<File> m_next;
    std::vector<std::unique_ptr<File>> m_unsynced; // segments before the current one
    std::vector<std::string> m_closed;             // the same under None, which may be many
    bool m_spaceLow = false;
};

} // namespace qob
