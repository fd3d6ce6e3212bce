#pragma once

#include "engine/security/base64url.h"
#include "engine/security/digest.h"
#include "tests/support/gateway_kit.h"

#include <simdjson.h>

namespace qob::test {

// What is at a JSON pointer, a text without its quotes; "(nothing)".
inline std::string jsonAt(std::string const& text, std::string const& pointer)
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    simdjson::dom::element found;
    if (parser.parse(text).get(root) != simdjson::SUCCESS ||
        root.at_pointer(pointer).get(found) != simdjson::SUCCESS) {
        return "(nothing)";
    }
    std::string_view word;
    return found.get_string().get(word) == simdjson::SUCCESS ? std::string(word) : simdjson::minify(found);
}

// A client that signs as Binance's do.
class BinanceClient {
public:
    BinanceClient(GatewayKit& kit, std::string const& user, std::uint32_t permissions)
        : m_kit(kit)
        , m_client(kit.client())
    {
        auto const made = kit.identity->createKey(
            kit.identity->userNamed(user)->id, {"test", permissions, {}, Timestamp::max()}, {"test", {}}
        );
        EXPECT_TRUE(made);
        key = made->key.id;
        secret = made->secret;
    }

    // By HMAC over what is sent: in the query, or for POST and PUT in a form.
    Answer request(std::string const& method, std::string const& path, std::string const& parameters = {})
    {
        auto const text = signedText(parameters);
        bool const form = method == "POST" || method == "PUT";
        std::map<std::string, std::string> headers{{"X-MBX-APIKEY", key}};
        if (form) {
            headers["Content-Type"] = "application/x-www-form-urlencoded";
        }
        return m_client.request(
            method, form ? path : path + "?" + text, form ? text : std::string(), headers
        );
    }

    Answer get(std::string const& target) { return m_client.get(target); }

    // With timestamp and signature.
    [[nodiscard]] std::string signedText(std::string const& parameters) const
    {
        auto const now = std::to_string(m_kit.clock.now().value / milliseconds(1).value);
        auto const text = parameters + (parameters.empty() ? "" : "&") + "timestamp=" + now;
        return text + "&signature=" + signature(text);
    }

    [[nodiscard]] std::string signature(std::string const& text) const
    {
        return toHex(hmacSha256(secret, text));
    }

    std::string key;
    std::string secret;

private:
    GatewayKit& m_kit;
    GatewayClient m_client;
};

} // namespace qob::test
