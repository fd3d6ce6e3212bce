#include "engine/market/replay_source.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace qob {

namespace {

// A venue that has not shown itself after so many messages will not; a file without one readable line among
// so many is no capture.
constexpr std::uint64_t linesToJudge = 2000;
// A damaged file must not flood whoever listens.
constexpr std::size_t mostProblems = 1000;

std::string_view hostOf(std::string_view url)
{
    auto const scheme = url.find("://");
    auto const host = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
    return host.substr(0, host.find_first_of(":/?"));
}

// What the first records tell of the venue.
class VenueFinder {
public:
    explicit VenueFinder(VenueDirectory const& venues) : m_venues(venues) {}

    void see(CaptureRecord const& record, CaptureFormat format)
    {
        if (m_sure || ++m_seen > linesToJudge) {
            return;
        }
        if (format == CaptureFormat::Objects) {
            seeUrl(record.url);
        } else {
            seeMessage(record.payload);
        }
    }

    [[nodiscard]] VenueSpec const* venue() const { return m_venue; }

    [[nodiscard]] std::string const& symbol() const { return m_symbol; }

    // Where the venue is not supported: how it showed itself.
    [[nodiscard]] std::string const& clue() const { return m_clue; }

private:
    void seeUrl(std::string_view url)
    {
        if (url.empty()) {
            return;
        }
        m_venue = m_venues.findUrl(url);
        m_sure = m_venue != nullptr;
        if (m_clue.empty()) {
            m_clue = hostOf(url);
        }
    }

    void seeMessage(PaddedText message)
    {
        auto const guess = m_venues.recognise(message);
        if (!guess) {
            return;
        }
        m_sure = guess->sure && !guess->symbol.empty();
        if (guess->sure || m_venue == nullptr) {
            m_venue = m_venues.find(guess->venue);
        }
        if (m_symbol.empty()) {
            m_symbol = guess->symbol;
        }
    }

    VenueDirectory const& m_venues;
    VenueSpec const* m_venue = nullptr;
    std::string m_symbol;
    std::string m_clue;
    std::uint64_t m_seen = 0;
    bool m_sure = false;
};

} // namespace

Expected<std::unique_ptr<ReplaySource>>
ReplaySource::open(std::string const& path, VenueDirectory const& venues)
{
    std::unique_ptr<ReplaySource> source(new ReplaySource(path));
    if (auto scanned = source->scan(venues); !scanned) {
        return tl::unexpected(std::move(scanned.error()));
    }
    if (auto ready = source->rewind(); !ready) {
        return tl::unexpected(std::move(ready.error()));
    }
    return source;
}

Expected<void> ReplaySource::scan(VenueDirectory const& venues)
{
    auto reader = CaptureReader::open(m_path);
    if (!reader) {
        return tl::unexpected(std::move(reader.error()));
    }
    VenueFinder finder(venues);
    CaptureRecord record;
    std::optional<Error> firstProblem;
    std::uint64_t records = 0;
    std::uint64_t problems = 0;
    while (records > 0 || problems < linesToJudge) {
        auto const read = (*reader)->next(record);
        if (!read) {
            ++problems;
            firstProblem = firstProblem ? firstProblem : read.error();
            continue;
        }
        if (!*read) {
            break;
        }
        m_begin = records++ == 0 ? record.time : m_begin;
        m_end = record.time;
        finder.see(record, *(*reader)->format());
    }
    if (records == 0) {
        return firstProblem
                   ? Expected<void>(tl::unexpected(*firstProblem))
                   : fail(ErrorCode::FileTruncated, m_path + ": expected a capture, found an empty file");
    }
    m_spec = finder.venue();
    if (m_spec == nullptr) {
        bool const byHost = !finder.clue().empty();
        return fail(
            ErrorCode::VenueUnsupported,
            m_path + (byHost ? ": recorded from " + finder.clue() : ": its messages are of no known venue")
        );
    }
    m_symbol = finder.symbol();
    return {};
}

Expected<void> ReplaySource::rewind()
{
    m_reader.reset();
    m_connections.clear();
    m_over = true;
    m_problems = 0;
    auto reader = CaptureReader::open(m_path);
    if (!reader) {
        return tl::unexpected(std::move(reader.error()));
    }
    m_reader = std::move(*reader);
    m_over = false;
    return {};
}

void ReplaySource::advance(std::vector<Error>& problems)
{
    while (!m_over) {
        auto read = m_reader->next(m_record);
        if (read && *read) {
            if (m_record.kind == CaptureRecord::Kind::Opened) {
                m_connections.insert_or_assign(
                    std::string(m_record.connection), makeConnection(m_record.time)
                );
            }
            return;
        }
        if (read) {
            m_over = true;
            summarise(problems);
        } else if (++m_problems <= mostProblems) {
            problems.push_back(std::move(read.error()));
        }
    }
}

ReplaySource::Connection& ReplaySource::connection()
{
    auto found = m_connections.find(m_record.connection);
    if (found == m_connections.end()) {
        found =
            m_connections.emplace(std::string(m_record.connection), makeConnection(Timestamp::min())).first;
    }
    return found->second;
}

ReplaySource::Connection ReplaySource::makeConnection(Timestamp opened) const
{
    return {m_spec->makeFeed(*m_spec), FrameUnpacker(m_spec->packing), opened};
}

FeedPlace ReplaySource::place() const
{
    bool const frame = m_record.kind == CaptureRecord::Kind::Received && !m_record.connection.empty();
    // The same name is the same connection, in the next file too.
    auto const number =
        frame ? std::max(1U, static_cast<std::uint32_t>(std::hash<std::string_view>()(m_record.connection)))
              : 0U;
    return {m_path, m_record.line, number, frame ? m_opened : Timestamp::min()};
}

Expected<void> ReplaySource::decode(FeedBatch& out)
{
    auto& [feed, unpacker, opened] = connection();
    m_opened = opened;
    if (!m_record.binary) {
        return feed->decode(m_record.payload, m_record.url, out);
    }
    auto const text = unpacker.unpack(m_record.payload);
    return text ? feed->decode(*text, m_record.url, out) : tl::unexpected(text.error());
}

void ReplaySource::summarise(std::vector<Error>& problems)
{
    if (m_problems > mostProblems) {
        problems.push_back(
            {ErrorCode::FileUnknownFormat,
             m_path + ": and " + std::to_string(m_problems - mostProblems) +
                 " more lines that cannot be read"}
        );
    }
}

} // namespace qob
