#pragma once

#include "engine/history/history_codec.h"
#include "engine/history/history_format.h"
#include "engine/storage/file_system.h"

#include <memory>

namespace qob {

// One segment while it is written: a file called NAME.part that becomes NAME when it is closed. Errors are
// those of FileSystem. One thread.
class SegmentWriter {
public:
    static Expected<SegmentWriter>
    create(FileSystem& files, std::string const& directory, HistorySegmentHeader const& header);

    // Appends a block; number, length and CRC of the header are filled in.
    Expected<void> write(HistoryBlockHeader header, std::span<std::byte const> payload);

    // What was written survives the loss of power.
    Expected<void> sync() { return m_file->sync(); }

    // Writes the index, syncs, gives the file its name.
    Expected<void> close(std::vector<HistoryInstrument> instruments, HistoryCodec& codec);

    [[nodiscard]] std::uint64_t bytes() const { return m_end; }

    [[nodiscard]] HistorySegmentHeader const& header() const { return m_header; }

private:
    SegmentWriter(
        FileSystem& files,
        std::string directory,
        std::unique_ptr<File> file,
        HistorySegmentHeader const& header
    )
        : m_files(&files)
        , m_directory(std::move(directory))
        , m_file(std::move(file))
        , m_header(header)
    {}

    FileSystem* m_files;
    std::string m_directory;
    std::unique_ptr<File> m_file;
    HistorySegmentHeader m_header;
    HistoryIndex m_index;
    std::uint64_t m_end = historyHeaderBytes;
    std::vector<std::byte> m_buffer;
};

// An index block and the trailer, as a segment ends with them, appended to `out`. `offset`: where they will
// lie.
void appendIndex(
    HistoryIndex const& index, std::uint64_t offset, HistoryCodec& codec, std::vector<std::byte>& out
);

// What a crash left: segments that were not closed are closed, a block that was cut is cut back. What was
// done and what is damaged, a sentence each; none: nothing had to be done.
Expected<std::vector<std::string>>
mendHistory(FileSystem& files, std::string const& directory, HistoryCodec& codec);

} // namespace qob
