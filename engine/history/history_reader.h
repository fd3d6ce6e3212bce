#pragma once

#include "engine/history/heat_files.h"
#include "engine/history/history_stream.h"

#include <functional>
#include <string_view>

namespace qob {

// What a history holds of one instrument.
struct HistoryListing {
    Instrument instrument; // as it was defined last
    Timestamp first;
    Timestamp last;
    std::uint64_t levels = 0;
    std::uint64_t trades = 0;
    std::uint64_t bytes = 0; // on the disk: its share of the segments, by the number of events
};

struct HistoryCheck {
    std::size_t segments = 0;
    std::uint64_t blocks = 0;
    std::uint64_t bytes = 0;
    std::uint64_t levels = 0;
    std::uint64_t trades = 0;
    std::vector<Error> damage; // each names file and byte
};

// A recorded history: a directory of segments, or one segment by itself. It may be written to meanwhile: what
// is there when it is opened is read. One thread.
class HistoryReader {
public:
    // Whether a path is a history, by the names in it or by how the file begins.
    static bool isHistory(FileSystem& files, std::string const& path);

    // `files` must outlive it. StorageFileMissing, HistoryUnknownVersion, and HistoryCorrupt where no segment
    // can be read.
    static Expected<HistoryReader> open(FileSystem& files, std::string const& path);

    [[nodiscard]] std::vector<HistorySegment> const& segments() const { return m_segments; }

    // Segments that cannot be read at all.
    [[nodiscard]] std::vector<Error> const& problems() const { return m_problems; }

    [[nodiscard]] Timestamp begin() const { return m_segments.front().header.first; }

    // Of the last event.
    [[nodiscard]] Timestamp end() const;

    // By venue and symbol.
    [[nodiscard]] std::vector<HistoryListing> list() const;

    // From `from` on and before `to`.
    [[nodiscard]] std::unique_ptr<HistoryStream>
    read(Timestamp from = Timestamp::min(), Timestamp to = Timestamp::max()) const
    {
        return std::make_unique<HistoryStream>(*m_files, m_segments, from, to);
    }

    // The coarse heat map of an instrument, for one of storedHeatTimes, chunk by chunk in order of time:
    // those that have columns in [from, to), each in the tick that was the instrument's then. Chunks of
    // different runs may have holes between them. What could not be read is left out and returned.
    [[nodiscard]] std::vector<Error> heat(
        std::string_view venue,
        std::string_view symbol,
        Duration columnTime,
        Timestamp from,
        Timestamp to,
        std::function<void(StoredHeat const&)> const& visit
    ) const;

    // The frames in [from, to) as they came, where they were recorded. What could not be read is left out and
    // returned.
    [[nodiscard]] std::vector<Error>
    raw(Timestamp from, Timestamp to, std::function<void(RawFrame const&, Timestamp)> const& visit) const;

    // Reads and decodes every byte.
    [[nodiscard]] HistoryCheck verify() const;

private:
    explicit HistoryReader(FileSystem& files) : m_files(&files) {}

    Expected<void> addSegment(std::string const& path);

    FileSystem* m_files;
    std::vector<HistorySegment> m_segments; // in the order they were written; at least one
    std::vector<Error> m_problems;
};

} // namespace qob
