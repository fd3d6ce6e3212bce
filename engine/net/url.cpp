#include "engine/net/url.h"

#include <algorithm>

namespace qob {

namespace {

constexpr std::string_view usualPort = "443";

bool isPort(std::string_view text)
{
    auto const digit = [](char c) {
        return c >= '0' && c <= '9';
    };
    return !text.empty() && text.size() <= 5 && std::all_of(text.begin(), text.end(), digit);
}

// Nothing that could end a header line or begin another.
bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

} // namespace

std::string Url::authority() const
{
    return port == usualPort ? host : host + ":" + port;
}

Expected<Url> parseUrl(std::string_view text)
{
    auto const bad = [&](std::string_view expected) {
        return fail(ErrorCode::NetBadUrl, "'" + std::string(text) + "'; expected " + std::string(expected));
    };
    auto const colon = text.find("://");
    Url url;
    url.scheme = text.substr(0, std::min(colon, text.size()));
    if (colon == std::string_view::npos || (url.scheme != "https" && url.scheme != "wss")) {
        return bad("https:// or wss:// in front");
    }
    auto const rest = text.substr(colon + 3);
    auto const pathAt = std::min(rest.find_first_of("/?"), rest.size());
    auto const authority = rest.substr(0, pathAt);
    auto const portAt = authority.rfind(':');
    url.host = authority.substr(0, std::min(portAt, authority.size()));
    url.port = portAt == std::string_view::npos ? usualPort : authority.substr(portAt + 1);
    url.target = rest.substr(pathAt);
    if (!url.target.starts_with('/')) {
        url.target.insert(0, 1, '/');
    }
    if (url.host.empty() || !isPlain(text)) {
        return bad("a host name, without spaces");
    }
    if (!isPort(url.port)) {
        return bad("a port number behind the colon");
    }
    return url;
}

} // namespace qob
