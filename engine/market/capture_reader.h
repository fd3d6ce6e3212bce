#pragma once

#include "engine/base/time.h"
#include "engine/market/line_reader.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace qob {

// One thing recorded. The views are valid until the reader's next call.
struct CaptureRecord {
    enum class Kind : std::uint8_t {
        Received, // a frame the venue sent
        Answer,   // what an HTTP request brought
        Opened,   // a connection
        Sent,     // a frame the client sent
    };

    Kind kind = Kind::Received;
    Timestamp time;              // when it was received; never before the record before it
    std::string_view url;        // of an Answer or Opened
    std::string_view connection; // its name; empty where the recording has one only
    PaddedText payload;
    bool binary = false; // the payload is a binary frame, as it came
    std::uint64_t line = 0;
    bool lineEnded = true; // false: the file's last line, which nothing ends
};

enum class CaptureFormat : std::uint8_t {
    Lines,   // `nanoseconds {json}`: frames of one symbol
    Objects, // {"t":seconds,"k":"rest|open|send|recv","conn":...,"url":...,"enc":"text|b64","d":"payload"}
};

// A recording, record by record, in memory bounded by its longest line. The format is told from the first
// line that has one.
class CaptureReader {
public:
    // `name` is for errors, which all name source and line.
    CaptureReader(std::unique_ptr<ByteSource> source, std::string name);
    ~CaptureReader();
    CaptureReader(CaptureReader const&) = delete;
    CaptureReader& operator=(CaptureReader const&) = delete;

    // A file, compressed or not. FileUnreadable.
    static Expected<std::unique_ptr<CaptureReader>> open(std::string const& path);

    // False at the end. After an error the next call goes on with the line after it.
    Expected<bool> next(CaptureRecord& record);

    // Of the records so far; nothing before the first.
    [[nodiscard]] std::optional<CaptureFormat> format() const { return m_format; }

private:
    struct ObjectParser;

    Expected<void> readLine(TextLine const& line, CaptureRecord& record);
    Expected<void> readObject(TextLine const& line, CaptureRecord& record);
    [[nodiscard]] std::string at(TextLine const& line, std::string_view what) const;

    LineReader m_lines;
    std::string m_name;
    std::optional<CaptureFormat> m_format;
    Timestamp m_last = Timestamp(0);
    std::unique_ptr<ObjectParser> m_objects; // made when first needed
};

} // namespace qob
