#include "engine/gateway/router.h"

#include "engine/api/types.h"
#include "engine/base/check.h"
#include "engine/base/config.h"
#include "engine/security/authorize.h"

#include <algorithm>

namespace qob {

namespace {

// One part of a path, without its slash; `rest` is what follows.
std::string_view takePart(std::string_view& rest)
{
    rest.remove_prefix(rest.starts_with('/') ? 1 : 0);
    auto const end = std::min(rest.find('/'), rest.size());
    auto const part = rest.substr(0, end);
    rest.remove_prefix(end);
    return part;
}

bool isParameter(std::string_view part)
{
    return part.starts_with('{') && part.ends_with('}');
}

bool matches(
    std::string_view pattern, std::string_view path, std::map<std::string, std::string, std::less<>>& values
)
{
    values.clear();
    while (!pattern.empty() && !path.empty()) {
        auto const expected = takePart(pattern);
        auto const part = takePart(path);
        if (isParameter(expected) && !part.empty()) {
            values[std::string(expected.substr(1, expected.size() - 2))] = std::string(part);
        } else if (expected != part) {
            return false;
        }
    }
    return pattern.empty() && path.empty();
}

// Fixed parts before parameters: "/api/v1/order/open" is no "/api/v1/order/{id}".
std::size_t freeParts(std::string_view pattern)
{
    return static_cast<std::size_t>(std::count(pattern.begin(), pattern.end(), '{'));
}

bool isOneOf(std::string_view words, std::string_view value)
{
    while (!words.empty()) {
        auto const end = std::min(words.find('|'), words.size());
        if (words.substr(0, end) == value) {
            return true;
        }
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

bool isOfType(std::string_view type, std::string_view value)
{
    constexpr std::size_t longestInteger = 18;
    if (type == "string") {
        return true;
    }
    if (type == "integer") {
        return !value.empty() && value.size() <= longestInteger &&
               std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    }
    if (type == "decimal") {
        return parseScaled128(value, amountScale).has_value();
    }
    if (type == "boolean") {
        return value == "true" || value == "false";
    }
    if (type == "array") {
        return value.starts_with('[');
    }
    if (type == "object") {
        return value.starts_with('{');
    }
    return isOneOf(type, value);
}

Expected<void> checkOne(ParameterDoc const& doc, std::string const* value, bool nested)
{
    if (value == nullptr) {
        return doc.required ? Expected<void>(fail(ErrorCode::RequestMissing, std::string(doc.name)))
                            : Expected<void>();
    }
    bool const wantsNested = doc.type == "array" || doc.type == "object";
    if (!isOfType(doc.type, *value) || (nested && !wantsNested)) {
        constexpr std::size_t shown = 60;
        return fail(
            ErrorCode::RequestBadValue,
            std::string(doc.name) + "='" + value->substr(0, shown) + "'; expected " +
                (doc.type.find('|') == std::string_view::npos ? "" : "one of ") + std::string(doc.type)
        );
    }
    return {};
}

bool isNested(WebRequest const& request, std::string_view name)
{
    return std::find(request.nested.begin(), request.nested.end(), name) != request.nested.end();
}

} // namespace

Router::Router(Routes routes) : m_routes(std::move(routes))
{
    std::stable_sort(m_routes.begin(), m_routes.end(), [](Route const& a, Route const& b) {
        return freeParts(a.pattern) < freeParts(b.pattern);
    });
    for (auto route = m_routes.begin(); route != m_routes.end(); ++route) {
        CHECK(std::none_of(m_routes.begin(), route, [&](Route const& other) {
            return other.method == route->method && other.pattern == route->pattern;
        }));
    }
}

Expected<Route const*> Router::find(WebRequest& request) const
{
    std::string others;
    for (Route const& route : m_routes) {
        if (!matches(route.pattern, request.path, request.pathParameters)) {
            continue;
        }
        if (route.method == request.method) {
            return &route;
        }
        others += (others.empty() ? "" : ", ") + std::string(methodName(route.method));
    }
    if (!others.empty()) {
        return fail(ErrorCode::RequestWrongMethod, "expected " + others);
    }
    return fail(ErrorCode::RequestUnknownRoute, request.path);
}

Expected<void> checkParameters(Route const& route, WebRequest const& request)
{
    std::vector<ParameterDoc const*> known;
    for (auto const* docs : {&route.parameters, &route.body}) {
        for (ParameterDoc const& doc : *docs) {
            known.push_back(&doc);
            if (auto const checked = checkOne(doc, request.parameter(doc.name), isNested(request, doc.name));
                !checked) {
                return checked;
            }
        }
    }
    for (auto const& parameter : request.parameters) {
        std::string const& name = parameter.first;
        bool const isKnown = std::any_of(known.begin(), known.end(), [&](ParameterDoc const* doc) {
            return doc->name == name;
        });
        if (!isKnown && !route.open) {
            std::vector<std::string> names;
            std::transform(known.begin(), known.end(), std::back_inserter(names), [](auto const* doc) {
                return std::string(doc->name);
            });
            auto const nearest = nearestWord(name, names);
            return fail(
                ErrorCode::RequestMalformed,
                "there is no parameter '" + name + "' here" +
                    (nearest.empty() ? "" : "; did you mean '" + nearest + "'?")
            );
        }
    }
    return {};
}

Expected<void> checkPermission(Route const& route, Principal const& principal)
{
    auto const allowed = authorize(principal, route.permission);
    return allowed ? allowed
                   : fail(
                         allowed.error().code,
                         std::string(methodName(route.method)) + " " + std::string(route.pattern) +
                             " needs " + std::string(permissionName(route.permission))
                     );
}

} // namespace qob
