#include "engine/base/json_writer.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace qob {

JsonWriter& JsonWriter::key(std::string_view name)
{
    separate();
    quote(name);
    m_text += ':';
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::string(std::string_view text)
{
    separate();
    quote(text);
    m_needsComma = true;
    return *this;
}

JsonWriter& JsonWriter::boolean(bool value)
{
    separate();
    m_text += value ? "true" : "false";
    m_needsComma = true;
    return *this;
}

JsonWriter& JsonWriter::real(double value)
{
    separate();
    if (std::isfinite(value)) {
        fmt::format_to(std::back_inserter(m_text), "{:.6g}", value);
    } else {
        m_text += "null";
    }
    m_needsComma = true;
    return *this;
}

void JsonWriter::clear()
{
    m_text.clear();
    m_needsComma = false;
}

JsonWriter& JsonWriter::open(char bracket)
{
    separate();
    m_text += bracket;
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket)
{
    m_text += bracket;
    m_needsComma = true;
    return *this;
}

void JsonWriter::separate()
{
    if (m_needsComma) {
        m_text += ',';
    }
}

void JsonWriter::quote(std::string_view text)
{
    m_text += '"';
    for (char c : text) {
        if (c == '"' || c == '\\') {
            m_text += '\\';
            m_text += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            fmt::format_to(std::back_inserter(m_text), "\\u{:04x}", static_cast<int>(c));
        } else {
            m_text += c;
        }
    }
    m_text += '"';
}

} // namespace qob
