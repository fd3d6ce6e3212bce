#pragma once

#include "engine/base/expected.h"
#include "engine/market/byte_source.h"
#include "engine/wire/padded_text.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace qob {

struct TextLine {
    PaddedText text;          // without its end; valid until the next call
    std::uint64_t number = 0; // the first is 1
    bool ended = true;        // false: the file's last line, and nothing ends it
};

// A source's lines, one at a time, in place in one buffer that grows to the longest line and no further than
// the limit. Ends are \n or \r\n.
class LineReader {
public:
    static constexpr std::size_t longestLine = std::size_t{64} << 20U;

    // `name` is for errors.
    LineReader(std::unique_ptr<ByteSource> source, std::string name, std::size_t maxLine = longestLine);

    // False at the end. A line over the limit is an error and is left out, the next call goes on with the one
    // after it; after an error of the source there are no more lines, and a line cut by it is left out. Every
    // error names source and line.
    Expected<bool> next(TextLine& line);

private:
    Expected<bool> take(std::size_t end, std::size_t after, bool ended, TextLine& line);
    Expected<bool> fill();
    [[nodiscard]] std::string atLine(std::string_view what) const;

    std::unique_ptr<ByteSource> m_source;
    std::string m_name;
    std::size_t m_maxLine;
    std::vector<char> m_buffer; // its last textPadding bytes stay unused
    std::size_t m_begin = 0;    // of what is not handed out yet
    std::size_t m_searched = 0; // no line end before it
    std::size_t m_end = 0;
    std::uint64_t m_number = 0;
    bool m_skipping = false; // inside a line that is too long
    bool m_over = false;
};

} // namespace qob
