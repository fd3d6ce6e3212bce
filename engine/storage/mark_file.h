#pragma once

#include "engine/storage/file_system.h"
#include "engine/storage/journal_format.h"

#include <optional>
#include <vector>

namespace qob {

// What `journal.hwm` says. Its two slots are written in turn, so that losing power while one is written
// leaves the other; each holds its mark twice, so that a byte gone bad costs nothing.
struct StoredMark {
    HighWaterMark mark;              // the highest there is
    unsigned slot = 0;               // where it was found: 0 or 1
    bool slotLost = false;           // a slot has no good copy: power was lost while it was written
    std::vector<std::string> damage; // every bad copy, with its byte
};

// Nothing when there is no such file; JournalMarkLost when no copy is good.
Expected<std::optional<StoredMark>> readMark(FileSystem& files, std::string const& directory);

// The file opened for writing. One thread.
class MarkFile {
public:
    // Makes the file, with "nothing written yet" in both slots; when this returns it is there for good.
    [[nodiscard]] static Expected<void> create(FileSystem& files, std::string const& directory);

    // `slot` holds the newest mark and is left alone by the first `write`.
    [[nodiscard]] static Expected<MarkFile>
    open(FileSystem& files, std::string const& directory, unsigned slot);

    // Into the older slot, and syncs.
    [[nodiscard]] Expected<void> write(HighWaterMark const& mark);

    // The newest again, where it is: after a sync failed, what can be read need not be what is on the disk.
    [[nodiscard]] Expected<void> rewrite(HighWaterMark const& newest);

    // What another program wrote before it was killed.
    [[nodiscard]] Expected<void> sync() { return m_file->sync(); }

private:
    MarkFile(std::unique_ptr<File> file, unsigned slot) : m_file(std::move(file)), m_slot(slot) {}

    [[nodiscard]] Expected<void> writeSlot(HighWaterMark const& mark);

    std::unique_ptr<File> m_file;
    unsigned m_slot;
};

} // namespace qob
