#pragma once

#include "engine/market/feed_message.h"
#include "engine/wire/json_fields.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qob {

// One entry of a venue's list of instruments: each of its fields that is a text, a number or a flag, by name;
// what lies in an object in it by "outer.inner". Costs its includers simdjson's header, so only .cpp files
// use it.
class ListRow {
public:
    void clear() { m_fields.clear(); }

    // Reads one entry.
    JsonError read(JsonObject entry);

    // As it is written; empty where there is none, and for null.
    [[nodiscard]] std::string_view text(std::string_view name) const;

    // A number without an exponent; empty where there is none.
    [[nodiscard]] std::string number(std::string_view name) const;

    // A count of decimals as the step it makes: "2" -> "0.01"; negative ones make whole steps. Empty where
    // there is none.
    [[nodiscard]] std::string step(std::string_view name) const;

    [[nodiscard]] bool flag(std::string_view name) const { return text(name) == "true"; }

    void add(std::string name, std::string_view text) { m_fields.emplace_back(std::move(name), text); }

private:
    JsonError read(JsonObject entry, std::string const& prefix, int depth);

    std::vector<std::pair<std::string, std::string_view>> m_fields;
};

} // namespace qob
