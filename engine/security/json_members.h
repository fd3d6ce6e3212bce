#pragma once

#include "engine/base/expected.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace qob {

// One member of a JSON object, its value decoded.
struct JsonMember {
    enum class Kind : std::uint8_t { Null, Flag, Integer, Real, Text, List, Object };

    std::string name;
    Kind kind = Kind::Null;
    bool flag = false;
    std::int64_t integer = 0;
    std::string text;              // of a Text; of an Object and a Real, its JSON
    std::vector<std::string> list; // each element: a text decoded, anything else as JSON
};

// A whole JSON object whose member names differ: what says a thing twice could be read in two ways.
class JsonMembers {
public:
    // JsonMalformed: not JSON, not UTF-8, not an object, or a name that comes twice.
    static Expected<JsonMembers> read(std::string_view json);

    // Null where there is none.
    [[nodiscard]] JsonMember const* find(std::string_view name) const;

    // Null where there is none of that kind.
    [[nodiscard]] std::string const* text(std::string_view name) const;
    [[nodiscard]] std::int64_t const* integer(std::string_view name) const;

    [[nodiscard]] std::vector<JsonMember> const& all() const { return m_members; }

private:
    std::vector<JsonMember> m_members;
};

} // namespace qob
