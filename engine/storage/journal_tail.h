#pragma once

#include "engine/storage/journal_scan.h"

#include <memory>
#include <vector>

namespace qob {

// Follows a journal while it is being written, without its lock and without reading anything twice: the place
// is remembered between calls. One thread; `files` must outlive it.
class JournalTail {
public:
    // Goes on behind `from.sequence` - 1.
    JournalTail(FileSystem& files, std::string directory, ReplayFrom from = {});

    // Hands up to `most` records on, none above `upTo`, which is known to be durable: what the writer or
    // readMark() says. How many there were. JournalGap: records from there on are not in the directory any
    // more; SnapshotMismatch: it is another journal than `from` is of; JournalCorrupt. After an error of the
    // visitor the next call begins with the same record.
    [[nodiscard]] Expected<std::size_t>
    read(std::uint64_t upTo, std::size_t most, RecordVisitor const& visitor);

    // The sequence of the next record.
    [[nodiscard]] std::uint64_t next() const { return m_next; }

private:
    [[nodiscard]] Expected<void> openSegmentOf(std::uint64_t sequence);
    [[nodiscard]] Expected<void> openSegment(std::string name);
    [[nodiscard]] Expected<void> fill(std::size_t atLeast);
    [[nodiscard]] Expected<bool> readOne(RecordVisitor const& visitor);
    [[nodiscard]] Expected<void> leaveHole();
    [[nodiscard]] tl::unexpected<Error> refuse(ErrorCode code, std::string const& why) const;

    FileSystem& m_files;
    std::string const m_directory;
    ReplayFrom const m_from;
    std::unique_ptr<File> m_file; // none: the place is still to be found
    std::string m_name;
    SegmentHeader m_header;
    std::uint64_t m_offset = 0; // of the next record in the file
    std::uint64_t m_next;       // its sequence; while the place is being found, below `from`
    std::uint64_t m_hash = genesisHash;
    std::uint64_t m_upTo = 0;
    std::vector<std::byte> m_bytes; // of the file, right as far as records up to m_upTo go
    std::uint64_t m_bytesAt = 0;    // from there
};

} // namespace qob
