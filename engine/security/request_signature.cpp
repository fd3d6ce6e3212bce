#include "engine/security/request_signature.h"

#include "engine/security/base64url.h"
#include "engine/security/digest.h"

#include <algorithm>
#include <charconv>

namespace qob {

namespace {

constexpr Duration mostAhead = seconds(1);
constexpr std::int64_t millisecondNs = 1'000'000;
constexpr std::int64_t mostMilliseconds = 9'000'000'000'000; // beyond it a Timestamp would overflow

Expected<std::int64_t> countOf(std::string_view text, std::string_view name, std::int64_t most)
{
    std::int64_t count = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end != text.data() + text.size() || count < 0 || count > most) {
        return fail(
            ErrorCode::RequestBadValue,
            std::string(name) + ": expected milliseconds, 0 to " + std::to_string(most)
        );
    }
    return count;
}

Expected<std::string> digestOf(std::string_view text, std::string_view name)
{
    auto bytes = fromHex(text);
    if (!bytes || bytes->size() != digestBytes) {
        return fail(ErrorCode::RequestBadValue, std::string(name) + ": expected 64 hex digits");
    }
    return *bytes;
}

Expected<std::string> neededHeader(RequestFacts const& request, std::string_view name)
{
    auto const value = request.header(name);
    if (!value) {
        return tl::unexpected(value.error());
    }
    if (*value == nullptr || (*value)->empty()) {
        return fail(ErrorCode::RequestMissing, "header " + std::string(name));
    }
    return **value;
}

bool isNonce(std::string_view text)
{
    return text.size() >= 16 && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_';
           });
}

// Cuts "signature=…" off the end of `text`, with the '&' before it; what it says. Nothing: it is not there.
Expected<std::string_view> cutSignature(std::string_view& text, bool& present)
{
    constexpr std::string_view name = "signature=";
    auto const value = rawParameter(text, "signature", present);
    if (!value || !present) {
        return value;
    }
    auto const length = name.size() + value->size();
    auto const last = text.substr(text.rfind('&') + 1); // npos + 1: all of it
    auto const expected = std::string(name).append(*value);
    if (last != expected) {
        return fail(ErrorCode::RequestBadValue, "signature: expected as the last parameter");
    }
    text.remove_suffix(std::min(text.size(), length + 1));
    return value;
}

// The parameter in either place, but not in both.
Expected<std::string_view> parameterOf(RequestFacts const& request, std::string_view name, bool& present)
{
    bool inQuery = false;
    bool inBody = false;
    auto const ofQuery = rawParameter(request.query, name, inQuery);
    auto const ofBody = rawParameter(request.body, name, inBody);
    present = inQuery || inBody;
    if (!ofQuery || !ofBody) {
        return tl::unexpected(!ofQuery ? ofQuery.error() : ofBody.error());
    }
    if (inQuery && inBody) {
        return fail(ErrorCode::RequestBadValue, std::string(name) + ": in the query and in the body");
    }
    return inQuery ? *ofQuery : *ofBody;
}

} // namespace

Expected<std::string const*> RequestFacts::header(std::string_view lowerCaseName) const
{
    std::string const* found = nullptr;
    for (auto const& [name, value] : *headers) {
        if (name != lowerCaseName) {
            continue;
        }
        if (found != nullptr) {
            return fail(ErrorCode::RequestMalformed, "header " + name + " is there twice");
        }
        found = &value;
    }
    return found;
}

std::string ownSignatureText(
    std::string_view timestamp,
    std::string_view nonce,
    std::string_view method,
    std::string_view target,
    std::string_view body
)
{
    std::string text;
    for (auto const part : {timestamp, nonce, method, target}) {
        text.append(part).append("\n");
    }
    return text + toHex(sha256(body));
}

Expected<SignedRequest> readOwnSignature(RequestFacts const& request)
{
    auto const key = neededHeader(request, "qob-key");
    auto const timestamp = neededHeader(request, "qob-timestamp");
    auto const nonce = neededHeader(request, "qob-nonce");
    auto const hex = neededHeader(request, "qob-signature");
    for (auto const* const needed : {&key, &timestamp, &nonce, &hex}) {
        if (!*needed) {
            return tl::unexpected(needed->error());
        }
    }
    auto const at = countOf(*timestamp, "qob-timestamp", mostMilliseconds);
    auto const signature = digestOf(*hex, "qob-signature");
    if (!at || !signature) {
        return tl::unexpected(!at ? at.error() : signature.error());
    }
    if (!isNonce(*nonce)) {
        return fail(ErrorCode::RequestBadValue, "qob-nonce: expected 16 to 64 letters, digits, '-' or '_'");
    }
    return SignedRequest{
        *key,
        ownSignatureText(*timestamp, *nonce, request.method, request.target, request.body),
        *signature,
        Timestamp(*at * millisecondNs),
        signatureWindow,
        *nonce};
}

Expected<std::string_view> rawParameter(std::string_view text, std::string_view name, bool& present)
{
    std::string_view found;
    present = false;
    while (!text.empty()) {
        auto const part = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        auto const equals = part.find('=');
        if (part.substr(0, equals) != name) {
            continue;
        }
        if (present) {
            return fail(ErrorCode::RequestBadValue, std::string(name) + ": it is there twice");
        }
        present = true;
        found = equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1);
    }
    return found;
}

Expected<SignedRequest> readBinanceSignature(RequestFacts const& request)
{
    auto const key = neededHeader(request, "x-mbx-apikey");
    bool hasTime = false;
    bool hasWindow = false;
    auto const timestamp = parameterOf(request, "timestamp", hasTime);
    auto const recvWindow = parameterOf(request, "recvWindow", hasWindow);
    auto query = request.query;
    auto body = request.body;
    bool inQuery = false;
    bool inBody = false;
    auto const ofQuery = cutSignature(query, inQuery);
    auto const ofBody = cutSignature(body, inBody);
    if (!key) {
        return tl::unexpected(key.error());
    }
    for (auto const* const read : {&timestamp, &recvWindow, &ofQuery, &ofBody}) {
        if (!*read) {
            return tl::unexpected(read->error());
        }
    }
    if (!hasTime || inQuery == inBody) {
        return fail(
            inQuery && inBody ? ErrorCode::RequestBadValue : ErrorCode::RequestMissing,
            hasTime ? "signature" : "timestamp"
        );
    }
    auto const at = countOf(*timestamp, "timestamp", mostMilliseconds);
    auto const window = hasWindow ? countOf(*recvWindow, "recvWindow", longestWindow.value / millisecondNs)
                                  : signatureWindow.value / millisecondNs;
    auto const signature = digestOf(inQuery ? *ofQuery : *ofBody, "signature");
    if (!at || !window) {
        return tl::unexpected(!at ? at.error() : window.error());
    }
    if (!signature) {
        return tl::unexpected(signature.error());
    }
    return SignedRequest{
        *key,
        std::string(query) + std::string(body),
        *signature,
        Timestamp(*at * millisecondNs),
        Duration(*window * millisecondNs),
        request.method == "GET" ? std::string() : *signature};
}

Expected<void> checkWindow(Timestamp at, Duration window, Timestamp now)
{
    if (at > now + mostAhead) {
        return fail(
            ErrorCode::AuthSkewed,
            "it is from the future; the server's time is " + std::to_string(now.value / millisecondNs)
        );
    }
    if (now - at > window) {
        return fail(
            ErrorCode::AuthSkewed,
            "it is too old; the server's time is " + std::to_string(now.value / millisecondNs)
        );
    }
    return {};
}

Expected<void>
ReplayMemory::remember(std::string const& key, std::string const& once, Timestamp until, Timestamp now)
{
    const std::lock_guard lock(m_mutex);
    auto& ofKey = m_keys[key];
    if (now >= ofKey.lookAgain || ofKey.seen.size() >= mostPerKey || m_size >= mostInAll) {
        forget(ofKey, now);
    }
    if (auto const found = ofKey.seen.find(once); found != ofKey.seen.end() && found->second >= now) {
        return fail(ErrorCode::AuthReplayed);
    }
    if (ofKey.seen.size() >= mostPerKey || m_size >= mostInAll) {
        return fail(ErrorCode::RequestBusy, "too many signed requests at once");
    }
    m_size += ofKey.seen.insert_or_assign(once, until).second ? 1U : 0U;
    return {};
}

std::size_t ReplayMemory::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_size;
}

void ReplayMemory::forget(OfKey& ofKey, Timestamp now)
{
    auto const before = ofKey.seen.size();
    std::erase_if(ofKey.seen, [&](auto const& one) { return one.second < now; });
    m_size -= before - ofKey.seen.size();
    ofKey.lookAgain = now + seconds(1);
}

} // namespace qob
