#include "engine/market/instrument_list.h"

#include "engine/base/decimal.h"

#include <algorithm>
#include <charconv>

namespace qob {

// NOLINTBEGIN(misc-no-recursion): no deeper than `deepest`

JsonError ListRow::read(JsonObject entry)
{
    return read(entry, {}, 1);
}

JsonError ListRow::read(JsonObject entry, std::string const& prefix, int depth)
{
    return eachField(entry, [&](std::string_view name, JsonValue value) -> JsonError {
        JsonObject inner;
        constexpr int deepest = 3; // what lies deeper says nothing of ticks and sizes
        if (isObject(value) && depth < deepest) {
            auto const error = value.get_object().get(inner);
            return error ? error : read(inner, prefix + std::string(name) + ".", depth + 1);
        }
        if (isObject(value) || isArray(value)) {
            return walkJson(value);
        }
        auto const text = rawScalar(value);
        m_fields.emplace_back(prefix + std::string(name), text == "null" ? std::string_view() : text);
        return walkJson(value);
    });
}

// NOLINTEND(misc-no-recursion)

std::string_view ListRow::text(std::string_view name) const
{
    auto const found = std::find_if(m_fields.begin(), m_fields.end(), [&](auto const& field) {
        return field.first == name;
    });
    return name.empty() || found == m_fields.end() ? std::string_view() : found->second;
}

std::string ListRow::number(std::string_view name) const
{
    auto const read = readNumeral(text(name));
    return read ? textOf(*read) : std::string();
}

std::string ListRow::step(std::string_view name) const
{
    auto const word = text(name);
    int decimals = 0;
    auto const [end, problem] = std::from_chars(word.data(), word.data() + word.size(), decimals);
    if (word.empty() || problem != std::errc{} || end != word.data() + word.size() ||
        decimals < -amountScale || decimals > amountScale) {
        return {};
    }
    return decimals >= 0 ? formatTrimmed(1, decimals) : std::to_string(pow10(-decimals));
}

} // namespace qob
