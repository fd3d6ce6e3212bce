#pragma once

#include "engine/market/capture_reader.h"
#include "engine/market/venue_feed.h"
#include "engine/wire/frame_unpacker.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace qob {

// One recording on its way through a replay: which venue it is of, when it begins and ends, and the record
// that comes next. One thread.
class ReplaySource {
public:
    // Reads the file once to learn this. FileUnreadable; FileTruncated where nothing is in it;
    // FileUnknownFormat; VenueUnsupported.
    static Expected<std::unique_ptr<ReplaySource>>
    open(std::string const& path, VenueDirectory const& venues);

    [[nodiscard]] std::string const& path() const { return m_path; }

    // Of a recording of one symbol; empty where the messages name theirs.
    [[nodiscard]] std::string const& symbol() const { return m_symbol; }

    [[nodiscard]] VenueSpec const& spec() const { return *m_spec; }

    [[nodiscard]] Timestamp begin() const { return m_begin; }

    [[nodiscard]] Timestamp end() const { return m_end; }

    // Back before the first record, which advance() then reads.
    Expected<void> rewind();

    // Reads the next record; over() when there is none. What is wrong on the way is appended to `problems`:
    // reading goes on behind it.
    void advance(std::vector<Error>& problems);

    [[nodiscard]] bool over() const { return m_over; }

    // Of the next record; Timestamp::max when over.
    [[nodiscard]] Timestamp time() const { return m_over ? Timestamp::max() : m_record.time; }

    // Reads the next record, which is a frame or an answer, with what its connection said before. As
    // VenueFeed::decode(); FrameMalformed.
    Expected<void> decode(FeedBatch& out);

    // Valid until advance().
    [[nodiscard]] CaptureRecord const& record() const { return m_record; }

    // With the connection's number if the record is a frame of one that has a name; with its opening once
    // the record has been decoded.
    [[nodiscard]] FeedPlace place() const;

private:
    struct Connection {
        std::unique_ptr<VenueFeed> feed;
        FrameUnpacker unpacker;
        Timestamp opened = Timestamp::min(); // min: before the recording began
    };

    explicit ReplaySource(std::string path) : m_path(std::move(path)) {}

    Expected<void> scan(VenueDirectory const& venues);
    Connection& connection();
    [[nodiscard]] Connection makeConnection(Timestamp opened) const;
    void summarise(std::vector<Error>& problems);

    std::string m_path;
    std::string m_symbol;
    VenueSpec const* m_spec = nullptr;
    std::map<std::string, Connection, std::less<>> m_connections; // by name
    Timestamp m_begin;
    Timestamp m_end;
    std::unique_ptr<CaptureReader> m_reader;
    CaptureRecord m_record;
    Timestamp m_opened = Timestamp::min(); // of the record that was decoded last
    std::size_t m_problems = 0;
    bool m_over = false;
};

} // namespace qob
