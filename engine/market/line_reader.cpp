#include "engine/market/line_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace qob {

namespace {

constexpr std::size_t firstBuffer = std::size_t{256} << 10U;

} // namespace

// What went wrong with the line that is being read. The source names itself; that is taken off first.
std::string LineReader::atLine(std::string_view what) const
{
    const std::string own = m_name + ": ";
    if (what.starts_with(own)) {
        what.remove_prefix(own.size());
    }
    return m_name + ":" + std::to_string(m_number + 1) + ": " + std::string(what);
}

LineReader::LineReader(std::unique_ptr<ByteSource> source, std::string name, std::size_t maxLine)
    : m_source(std::move(source))
    , m_name(std::move(name))
    , m_maxLine(maxLine)
    , m_buffer(firstBuffer + textPadding)
{}

Expected<bool> LineReader::next(TextLine& line)
{
    while (true) {
        void const* const found = std::memchr(m_buffer.data() + m_searched, '\n', m_end - m_searched);
        if (found != nullptr) {
            auto const end = static_cast<std::size_t>(static_cast<char const*>(found) - m_buffer.data());
            if (!std::exchange(m_skipping, false)) {
                return take(end, end + 1, true, line);
            }
            m_begin = end + 1;
            m_searched = m_begin;
            continue;
        }
        m_searched = m_end;
        if (m_over) {
            if (m_begin == m_end || m_skipping) {
                return false;
            }
            return take(m_end, m_end, false, line);
        }
        if (m_skipping) {
            m_begin = m_end;
        }
        auto more = fill();
        if (!more) {
            return more;
        }
    }
}

Expected<bool> LineReader::take(std::size_t end, std::size_t after, bool ended, TextLine& line)
{
    std::size_t size = end - m_begin;
    if (size > 0 && m_buffer[end - 1] == '\r') {
        --size;
    }
    line.text = PaddedText(m_buffer.data() + m_begin, size);
    line.number = ++m_number;
    line.ended = ended;
    m_begin = after;
    m_searched = after;
    return true;
}

// Reads on behind what is there, after making room. True unless there is an error to report.
Expected<bool> LineReader::fill()
{
    std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
    m_end -= m_begin;
    m_begin = 0;
    if (m_end > m_maxLine) {
        m_skipping = true;
        m_end = 0;
        m_searched = 0;
        auto problem = fail(
            ErrorCode::FileUnknownFormat,
            atLine("expected a line of at most " + std::to_string(m_maxLine) + " bytes")
        );
        ++m_number;
        return problem;
    }
    if (m_end + textPadding == m_buffer.size()) {
        m_buffer.resize(m_end * 2 + textPadding);
    }
    m_searched = m_end;
    auto const count = m_source->read(m_buffer.data() + m_end, m_buffer.size() - textPadding - m_end);
    if (!count) {
        m_over = true;
        m_end = 0;
        m_searched = 0;
        return fail(count.error().code, atLine(count.error().detail));
    }
    m_over = *count == 0;
    m_end += *count;
    return true;
}

} // namespace qob
