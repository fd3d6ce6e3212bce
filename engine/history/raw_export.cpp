#include "engine/base/json_writer.h"
#include "engine/history/csv.h"

#include <algorithm>

namespace qob {

namespace {

std::string base64(std::string_view bytes)
{
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t word = 0;
        auto const count = std::min<std::size_t>(3, bytes.size() - i);
        for (std::size_t k = 0; k < 3; ++k) {
            word = word << 8U | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        }
        for (std::size_t k = 0; k < 4; ++k) {
            text += k <= count ? digits[(word >> (18 - 6 * k)) & 0x3fU] : '=';
        }
    }
    return text;
}

// Messages are ASCII nearly always; what is not is written as bytes, which is right for everything.
bool isPlain(std::string_view bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) {
        return (c >= ' ' && c <= '~') || c == '\n' || c == '\t' || c == '\r';
    });
}

std::string secondsText(Timestamp time)
{
    return formatFixed(time.value, 9);
}

// As CaptureFormat::Lines where the recording was one: nothing else could tell what it is of.
std::string lineOf(RawFrame const& frame, Timestamp time)
{
    if (frame.connection.empty() && frame.url.empty() && frame.kind == RawFrame::Kind::Frame &&
        !frame.binary) {
        return std::to_string(time.value) + " " + frame.bytes + "\n";
    }
    bool const coded = frame.binary || !isPlain(frame.bytes);
    JsonWriter json;
    json.key("k").string(
        frame.kind == RawFrame::Kind::Frame    ? "recv"
        : frame.kind == RawFrame::Kind::Answer ? "rest"
                                               : "open"
    );
    if (!frame.connection.empty()) {
        json.key("conn").string(frame.connection);
    }
    if (!frame.url.empty()) {
        json.key("url").string(frame.url);
    }
    json.key("enc").string(coded ? "b64" : "text");
    json.key("d").string(coded ? base64(frame.bytes) : frame.bytes);
    return "{\"t\":" + secondsText(time) + "," + json.text() + "}\n";
}

} // namespace

Expected<std::uint64_t> exportRaw(
    HistoryReader const& reader,
    std::string const& venue,
    Timestamp from,
    Timestamp to,
    CsvSink const& sink,
    std::vector<Error>& holes
)
{
    std::uint64_t frames = 0;
    std::string only = venue;
    Expected<void> written;
    auto damage = reader.raw(from, to, [&](RawFrame const& frame, Timestamp time) {
        if (!written) {
            return;
        }
        if (only.empty()) {
            only = frame.venue;
        }
        if (frame.venue == only) {
            written = sink(lineOf(frame, time));
            ++frames;
        } else if (venue.empty()) {
            written = fail(
                ErrorCode::ConfigBadValue,
                "frames of " + only + " and " + frame.venue +
                    " were recorded; expected --symbol VENUE: to say which"
            );
        }
    });
    holes.insert(holes.end(), damage.begin(), damage.end());
    return written.map([&] { return frames; });
}

} // namespace qob
