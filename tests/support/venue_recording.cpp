#include "tests/support/venue_recording.h"

#include <boost/beast/core/detail/base64.hpp>
#include <boost/json/src.hpp>

#include <algorithm>
#include <map>

namespace qob::test {

namespace {

std::string_view pathOf(std::string_view url)
{
    auto const scheme = url.find("://");
    auto const begin = scheme == std::string_view::npos ? 0 : url.find('/', scheme + 3);
    auto const path = begin == std::string_view::npos ? std::string_view("/") : url.substr(begin);
    return path;
}

std::string decodeBase64(std::string_view text)
{
    namespace base64 = boost::beast::detail::base64;
    std::string bytes(base64::decoded_size(text.size()), '\0');
    bytes.resize(base64::decode(bytes.data(), text.data(), text.size()).first);
    return bytes;
}

std::map<std::string, std::string> queryOf(std::string_view target)
{
    std::map<std::string, std::string> values;
    auto const mark = target.find('?');
    auto rest = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
    while (!rest.empty()) {
        auto const one = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(one.size() + 1, rest.size()));
        auto const equals = std::min(one.find('='), one.size());
        values.emplace(one.substr(0, equals), one.substr(std::min(equals + 1, one.size())));
    }
    for (char const* size : {"limit", "depth", "group"}) {
        values.erase(size);
    }
    return values;
}

} // namespace

VenueRecording VenueRecording::parse(std::string_view text)
{
    VenueRecording recording;
    std::map<std::string, std::string> paths; // by connection
    while (!text.empty()) {
        auto const line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        auto const record = boost::json::parse({line.data(), line.size()}).as_object();
        auto const said = [&](char const* name) {
            auto const* value = record.if_contains(name);
            return value == nullptr     ? std::string()
                   : value->is_string() ? std::string(value->as_string())
                                        : boost::json::serialize(*value);
        };
        std::string const kind = said("k");
        if (kind == "open") {
            auto const path = std::string(pathOf(said("url")));
            paths[said("conn")] = path.substr(0, path.find('?'));
        } else if (kind == "rest") {
            recording.answers.push_back({std::string(pathOf(said("url"))), said("d")});
        } else if (kind == "recv") {
            bool const binary = said("enc") == "b64";
            recording.frames.push_back(
                {paths[said("conn")], binary ? decodeBase64(said("d")) : said("d"), binary}
            );
        }
    }
    return recording;
}

VenueRecording::Answer const* VenueRecording::answerTo(std::string_view target) const
{
    auto const wanted = queryOf(target);
    auto const fits = [&](Answer const& answer) {
        auto const path = [](std::string_view of) {
            auto const end = of.substr(0, of.find('?'));
            return end.ends_with('/') ? end.substr(0, end.size() - 1) : end;
        };
        auto const has = queryOf(answer.target);
        return path(answer.target) == path(target) &&
               std::all_of(has.begin(), has.end(), [&](auto const& entry) {
                   auto const found = wanted.find(entry.first);
                   return found == wanted.end() || found->second == entry.second;
               });
    };
    auto const found = std::find_if(answers.begin(), answers.end(), fits);
    return found == answers.end() ? nullptr : &*found;
}

} // namespace qob::test
