#include "engine/market/capture_reader.h"

#include "engine/base/decimal.h"
#include "engine/wire/json_walk.h"
#include "engine/wire/written_number.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace qob {

namespace {

constexpr std::string_view bothFormats =
    "expected `nanoseconds {json}` or an object with \"t\", \"k\" and \"d\"";

// Unix seconds with any number of decimals; what is finer than a nanosecond is cut off.
bool parseSeconds(std::string_view text, Timestamp& time)
{
    constexpr std::size_t nanoDigits = 9;
    auto const point = text.find('.');
    if (point != std::string_view::npos && text.size() > point + 1 + nanoDigits) {
        text = text.substr(0, point + 1 + nanoDigits);
    }
    auto const nanos = parseScaled(text, static_cast<int>(nanoDigits));
    time = Timestamp(nanos.value_or(0));
    return nanos && *nanos >= 0;
}

// The start of a line, fit to be shown.
std::string excerpt(std::string_view text)
{
    constexpr std::size_t shown = 40;
    std::string result(text.substr(0, shown));
    for (char& c : result) {
        c = std::isprint(static_cast<unsigned char>(c)) != 0 ? c : '?';
    }
    return result + (text.size() > shown ? "..." : "");
}

std::optional<CaptureRecord::Kind> kindOf(std::string_view name)
{
    using Kind = CaptureRecord::Kind;
    if (name == "recv") {
        return Kind::Received;
    }
    if (name == "rest") {
        return Kind::Answer;
    }
    if (name == "open") {
        return Kind::Opened;
    }
    return name == "send" ? std::optional(Kind::Sent) : std::nullopt;
}

// RFC 4648, with padding; false where the text is none.
bool decodeBase64(std::string_view text, std::string& bytes)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    bytes.clear();
    std::uint32_t bits = 0;
    unsigned count = 0;
    while (text.ends_with('=')) {
        text.remove_suffix(1);
    }
    for (auto const c : text) {
        auto const digit = alphabet.find(c);
        if (digit == std::string_view::npos) {
            return false;
        }
        bits = (bits << 6U) | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<char>((bits >> count) & 0xFFU));
        }
    }
    return true;
}

} // namespace

struct CaptureReader::ObjectParser {
    JsonParser parser;
    std::string url;
    std::string connection;
    std::string bytes;
    PaddedCopy payload;
};

CaptureReader::CaptureReader(std::unique_ptr<ByteSource> source, std::string name)
    : m_lines(std::move(source), name)
    , m_name(std::move(name))
{}

CaptureReader::~CaptureReader() = default;

Expected<std::unique_ptr<CaptureReader>> CaptureReader::open(std::string const& path)
{
    auto file = openFile(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto bytes = decompressed(std::move(*file), path);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return std::make_unique<CaptureReader>(std::move(*bytes), path);
}

Expected<bool> CaptureReader::next(CaptureRecord& record)
{
    TextLine line;
    do {
        auto found = m_lines.next(line);
        if (!found || !*found) {
            return found;
        }
    } while (line.text.size() == 0);

    bool const object = line.text.data()[0] == '{';
    record.line = line.number;
    record.lineEnded = line.ended;
    auto const read = object ? readObject(line, record) : readLine(line, record);
    if (!read) {
        return tl::unexpected(read.error());
    }
    m_format = object ? CaptureFormat::Objects : CaptureFormat::Lines;
    record.time = std::max(record.time, m_last);
    m_last = record.time;
    return true;
}

Expected<void> CaptureReader::readLine(TextLine const& line, CaptureRecord& record)
{
    const std::string_view text = line.text.view();
    auto const space = text.find(' ');
    std::uint64_t nanos = 0;
    constexpr std::size_t mostDigits = 19;
    bool const good = space <= mostDigits && space + 1 < text.size() &&
                      parseUnsigned(text.substr(0, space), nanos) &&
                      nanos <= static_cast<std::uint64_t>(Timestamp::max().value) &&
                      (text[space + 1] == '{' || text[space + 1] == '[');
    if (!good) {
        bool const cut = !line.ended && std::isdigit(static_cast<unsigned char>(text.front())) != 0;
        auto const code = cut ? ErrorCode::FileTruncated : ErrorCode::FileUnknownFormat;
        return fail(code, at(line, std::string(bothFormats) + ", found `" + excerpt(text) + "`"));
    }
    record.kind = CaptureRecord::Kind::Received;
    record.time = Timestamp(static_cast<std::int64_t>(nanos));
    record.url = {};
    record.connection = {};
    record.binary = false;
    record.payload = line.text.from(space + 1);
    return {};
}

Expected<void> CaptureReader::readObject(TextLine const& line, CaptureRecord& record)
{
    if (!m_objects) {
        m_objects = std::make_unique<ObjectParser>();
    }
    auto const malformed = [&](JsonError error) {
        const auto code = line.ended ? ErrorCode::JsonMalformed : ErrorCode::FileTruncated;
        return fail(code, at(line, simdjson::error_message(error)));
    };
    JsonDocument document;
    JsonObject object;
    auto error = openJson(m_objects->parser, line.text, document);
    if (!error) {
        error = document.get_object().get(object);
    }
    if (error) {
        return malformed(error);
    }
    std::optional<CaptureRecord::Kind> kind;
    std::string_view payload;
    bool timed = false;
    m_objects->url.clear();
    m_objects->connection.clear();
    bool binary = false;
    for (auto field : object) {
        std::string_view key;
        JsonValue value;
        if ((error = field.unescaped_key().get(key)) || (error = field.value().get(value))) {
            return malformed(error);
        }
        if (key == "t") {
            timed = parseSeconds(rawScalar(value), record.time);
        } else if (key == "k") {
            kind = kindOf(rawScalar(value));
        } else if (key == "d") {
            error = value.get_string().get(payload);
        } else if (key == "url") {
            std::string_view url;
            error = value.get_string().get(url);
            m_objects->url = url;
        } else if (key == "conn") {
            m_objects->connection = rawScalar(value);
        } else if (key == "enc") {
            binary = rawScalar(value) == "b64";
        } else {
            error = walkJson(value);
        }
        if (error) {
            return malformed(error);
        }
    }
    if (!atJsonEnd(document)) {
        return malformed(simdjson::TRAILING_CONTENT);
    }
    if (!timed || !kind) {
        return fail(ErrorCode::FileUnknownFormat, at(line, std::string(bothFormats)));
    }
    record.kind = *kind;
    record.url = m_objects->url;
    record.connection = m_objects->connection;
    record.binary = binary;
    if (binary && !decodeBase64(payload, m_objects->bytes)) {
        return fail(ErrorCode::FileUnknownFormat, at(line, "expected the payload in base64"));
    }
    record.payload = m_objects->payload.assign(binary ? std::string_view(m_objects->bytes) : payload);
    return {};
}

std::string CaptureReader::at(TextLine const& line, std::string_view what) const
{
    return m_name + ":" + std::to_string(line.number) + ": " + std::string(what);
}

} // namespace qob
