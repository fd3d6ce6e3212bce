#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace qob {

// Writes one compact JSON text, front to back. Decimals go in as text that is already exact. The caller keeps
// the nesting right; commas, quotes and escapes are done here.
class JsonWriter {
public:
    JsonWriter& beginObject() { return open('{'); }

    JsonWriter& endObject() { return close('}'); }

    JsonWriter& beginArray() { return open('['); }

    JsonWriter& endArray() { return close(']'); }

    JsonWriter& key(std::string_view name);
    JsonWriter& string(std::string_view text);
    JsonWriter& boolean(bool value);

    template <std::integral T>
    JsonWriter& integer(T value)
    {
        separate();
        m_text += std::to_string(value);
        m_needsComma = true;
        return *this;
    }

    // A number that is not money: a latency, a ratio. Null when it is not finite.
    JsonWriter& real(double value);

    [[nodiscard]] std::string const& text() const { return m_text; }

    void clear();

private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    void separate();
    void quote(std::string_view text);

    std::string m_text;
    bool m_needsComma = false;
};

} // namespace qob
