#pragma once

#include "engine/storage/journal_disk.h"
#include "engine/storage/journal_scan.h"

namespace qob {

struct RecoveryResult : JournalSummary {
    WritableEnd end; // for JournalWriter::open; holds the directory's lock until it is destroyed
};

// Brings a journal into the state a writer can go on from, and hands its records from `from` on to the
// visitor, in order and while it reads: an error may still follow. Makes the directory when it is missing.
//
// A torn tail, above the high-water mark, is cut back and told in `notices`; everything handed out has been
// made durable when this returns. Any other damage is refused, and then no byte has been changed:
// JournalCorrupt, JournalGap (records missing, or not as many as `from` supposes), JournalMarkLost,
// JournalUnknownVersion, SnapshotMismatch. StorageInUse when somebody writes to the journal.
[[nodiscard]] Expected<RecoveryResult> recover(
    FileSystem& files, std::string const& directory, ReplayFrom from = {}, RecordVisitor const& visitor = {}
);

// The same reading and the same errors, without changing anything and without the lock; a torn tail is only
// told. For looking at journals, also at one that is being written: the visitor may print what it is given.
[[nodiscard]] Expected<JournalSummary> verify(
    FileSystem& files, std::string const& directory, ReplayFrom from = {}, RecordVisitor const& visitor = {}
);

} // namespace qob
