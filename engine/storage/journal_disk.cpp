#include "engine/storage/journal_disk.h"

#include "engine/base/check.h"

namespace qob {

JournalDisk::JournalDisk(
    FileSystem& files, std::string directory, JournalOptions const& options, WritableEnd end, MarkFile mark
)
    : m_files(files)
    , m_directory(std::move(directory))
    , m_durability(options.durability)
    , m_segmentBytes(options.segmentBytes)
    , m_lock(std::move(end.lock))
    , m_mark(std::move(mark))
    , m_marked(end.end.last)
    , m_written(end.end.last)
    , m_segment(end.end.last.segment)
{}

Expected<std::unique_ptr<JournalDisk>>
JournalDisk::open(FileSystem& files, std::string directory, JournalOptions const& options, WritableEnd end)
{
    auto const failed = [](Error error) {
        return tl::unexpected(std::move(error));
    };
    auto mark = MarkFile::open(files, directory, end.markSlot);
    if (!mark) {
        return failed(mark.error());
    }
    std::unique_ptr<File> current;
    const std::string currentPath = pathIn(directory, end.segmentName);
    if (!end.segmentName.empty()) {
        auto opened = files.open(currentPath, OpenMode::Write);
        if (!opened) {
            return failed(opened.error());
        }
        current = std::move(*opened);
    }
    std::unique_ptr<JournalDisk> disk(
        new JournalDisk(files, std::move(directory), options, std::move(end), std::move(*mark))
    );
    disk->m_current = std::move(current);
    disk->m_currentPath = currentPath;
    if (auto prepared = disk->prepareNext(); !prepared) {
        return failed(prepared.error());
    }
    if (disk->m_spaceLow && !disk->m_current) {
        return fail(ErrorCode::JournalFull, disk->m_directory + ": the first segment cannot be made");
    }
    return disk;
}

Expected<void> JournalDisk::commit(JournalBatch const& batch)
{
    for (auto const& piece : batch.pieces()) {
        if (piece.segment != m_segment) {
            if (auto begun = beginSegment(piece); !begun) {
                return begun;
            }
        }
        if (auto written = m_current->write(piece.offset, batch.bytes(piece)); !written) {
            return written;
        }
    }
    m_written = batch.last();
    return m_durability == Durability::None ? Expected<void>() : makeDurable();
}

Expected<void> JournalDisk::makeDurable()
{
    if (m_written == m_marked) {
        return {};
    }
    for (auto const& file : m_unsynced) {
        if (auto synced = file->sync(); !synced) {
            return synced;
        }
    }
    m_unsynced.clear();
    for (std::string const& path : m_closed) {
        auto file = m_files.open(path, OpenMode::Write);
        if (!file) {
            return tl::unexpected(file.error());
        }
        if (auto synced = (*file)->sync(); !synced) {
            return synced;
        }
    }
    m_closed.clear();
    if (auto synced = m_current->sync(); !synced) {
        return synced;
    }
    m_marked = m_written;
    return m_mark.write(m_written);
}

Expected<void> JournalDisk::prepareNext()
{
    if (m_next) {
        return {};
    }
    auto made = makeNext();
    m_spaceLow = !made && made.error().code == ErrorCode::JournalFull;
    return m_spaceLow ? Expected<void>() : made;
}

Expected<void> JournalDisk::makeNext()
{
    auto const path = pathIn(m_directory, nextSegmentName);
    auto file = m_files.open(path, OpenMode::Replace);
    if (!file) {
        return tl::unexpected(file.error());
    }
    if (auto preallocated = (*file)->preallocate(m_segmentBytes); !preallocated) {
        // What it did get is not kept from others; if it cannot be removed, the next attempt empties it.
        file->reset();
        static_cast<void>(m_files.remove(path));
        return preallocated;
    }
    if (auto synced = (*file)->sync(); !synced) {
        return fail(ErrorCode::JournalIoFailed, synced.error().detail);
    }
    m_next = std::move(*file);
    return {};
}

Expected<void> JournalDisk::beginSegment(JournalPiece const& piece)
{
    CHECK(m_next && piece.segment == m_segment + 1 && piece.offset == 0);
    auto const path = pathIn(m_directory, segmentName(piece.firstSequence));
    // Synced at once, under every durability: no crash leaves a hole among the segments.
    auto named = m_files.rename(pathIn(m_directory, nextSegmentName), path).and_then([&] {
        return m_files.syncDirectory(m_directory);
    });
    if (!named) {
        return named;
    }
    if (m_current && m_durability == Durability::None) {
        // Nobody may ever ask for them to be synced, so they are not kept open.
        m_closed.push_back(std::move(m_currentPath));
        m_current.reset();
    } else if (m_current) {
        m_unsynced.push_back(std::move(m_current));
    }
    m_currentPath = path;
    m_current = std::move(m_next);
    m_segment = piece.segment;
    return {};
}

} // namespace qob
