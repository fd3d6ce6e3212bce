#include "app/venues_command.h"

#include "engine/base/json_writer.h"
#include "engine/venue/venues.h"

#include <fmt/core.h>

#include <array>
#include <utility>

namespace qob {

namespace {

std::string_view checksumOf(VenueSpec const& spec)
{
    return spec.checksum == nullptr ? "none" : spec.checksum->words;
}

void writeJson(JsonWriter& json, VenueSpec const& spec)
{
    json.beginObject();
    json.key("id").string(spec.id);
    json.key("name").string(spec.name);
    json.key("proof").string(proofName(spec.proof));
    json.key("products").string(productNames(spec.kinds, ","));
    json.key("example").string(spec.example);
    json.key("snapshot").string(sourceName(spec.source));
    json.key("rule").string(spec.rule->words);
    json.key("checksum").string(checksumOf(spec));
    json.key("aggressor").string(spec.aggressor);
    json.key("endpoints").beginArray();
    for (auto const& endpoint : spec.endpoints) {
        json.string(endpoint.url);
    }
    json.endArray();
    json.endObject();
}

} // namespace

std::string productNames(unsigned kinds, std::string_view between)
{
    constexpr std::array names{
        std::pair{products::spot, "spot"},
        std::pair{products::perpetual, "perpetual"},
        std::pair{products::future, "future"},
        std::pair{products::option, "option"}};
    std::string text;
    for (auto const& [kind, name] : names) {
        if ((kinds & kind) != 0) {
            text += (text.empty() ? "" : std::string(between)) + name;
        }
    }
    return text;
}

int runVenues(CommandLine const& line)
{
    auto const all = Venues().all();
    if (line.json) {
        JsonWriter json;
        json.beginArray();
        for (auto const* spec : all) {
            writeJson(json, *spec);
        }
        json.endArray();
        fmt::print("{}\n", json.text());
        return 0;
    }
    fmt::print(
        "{:<20} {:<26} {:<14} {:<28} {}\n",
        "id",
        "name",
        "proof",
        "products",
        "book; checksum; aggressor; address"
    );
    for (auto const* spec : all) {
        fmt::print(
            "{:<20} {:<26} {:<14} {:<28} {}, {}; {}; {}; {}\n",
            spec->id,
            spec->name,
            proofName(spec->proof),
            productNames(spec->kinds, " "),
            sourceName(spec->source),
            spec->rule->words,
            checksumOf(*spec),
            spec->aggressor,
            spec->endpoints.front().url
        );
    }
    return 0;
}

} // namespace qob
