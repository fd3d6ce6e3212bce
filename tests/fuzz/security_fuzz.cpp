// What proves who a request is from, and what is kept of it: read from bytes that anybody may send or have
// changed.

#include "engine/base/check.h"
#include "engine/security/address_rule.h"
#include "engine/security/audit_format.h"
#include "engine/security/base64url.h"
#include "engine/security/json_members.h"
#include "engine/security/oidc.h"
#include "engine/security/request_signature.h"
#include "engine/security/token.h"

#include <algorithm>

using namespace qob;

namespace {

constexpr Timestamp now{1'800'000'000'000'000'000};

void tokens(std::string_view text)
{
    static const std::vector<SigningKey> keys{
        *SigningKey::make(JwsAlgorithm::EdDSA, SecretBytes(std::string(32, 's')))};
    static_cast<void>(verifyToken(text, keys, {"qob", "qob"}, now));
    static_cast<void>(checkIdToken(text, {}, {"https://a", "b", "c"}, now));
    static_cast<void>(readProviderKeys(text));
    static_cast<void>(VerifyKey::fromJwk(text));
    // Whatever the claims are, once they are signed they are either refused or all there.
    auto const header = R"({"alg":"EdDSA","kid":")" + keys[0].id() + R"(","typ":"JWT"})";
    auto const body = toBase64Url(header) + "." + toBase64Url(text);
    auto const claims = verifyToken(body + "." + toBase64Url(keys[0].sign(body)), keys, {"qob", "qob"}, now);
    CHECK(!claims || (claims->issuer == "qob" && claims->audience == "qob" && claims->expires > now));
}

void signatures(std::string_view text)
{
    auto const cut = text.find('\n');
    auto const query = text.substr(0, cut);
    auto const body = cut == std::string_view::npos ? std::string_view() : text.substr(cut + 1);
    std::vector<std::pair<std::string, std::string>> const headers{
        {"x-mbx-apikey", "k"},
        {"qob-key", "k"},
        {"qob-timestamp", std::string(query)},
        {"qob-nonce", std::string(body)},
        {"qob-signature", std::string(64, 'a')}};
    const RequestFacts facts{"POST", query, query, body, "192.0.2.1", &headers};
    static_cast<void>(readOwnSignature(facts));
    if (auto const request = readBinanceSignature(facts)) {
        // Nothing but the signature itself is left out of what is signed.
        CHECK(request->signature.size() == digestBytes);
        CHECK(
            request->text.size() + std::string_view("signature=").size() + 2 * digestBytes <=
            query.size() + body.size()
        );
        CHECK(request->window <= longestWindow);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<char const*>(data), size);
    if (auto const bytes = fromBase64Url(text)) {
        CHECK(toBase64Url(*bytes) == text);
    }
    if (auto const address = IpAddress::parse(text)) {
        CHECK(addressGroup(text) == addressGroup(addressGroup(text)));
    }
    if (auto const rule = AddressRule::parse(text)) {
        static_cast<void>(rule->covers(*IpAddress::parse("192.0.2.1")));
    }
    static_cast<void>(JsonMembers::read(text));
    tokens(text);
    signatures(text);
    AuditMark mark;
    static_cast<void>(auditMarkOf(text));
    static_cast<void>(parseAuditLine(text));
    CHECK(auditLineFault(text, {SecretBytes(std::string(32, 'a'))}, mark).has_value());
    CHECK(!readAuditAnchor(text, {SecretBytes(std::string(32, 'a'))}));
    return 0;
}
