#pragma once

#include "tests/support/test_certificates.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace qob::test {

// A key that id_tokens are signed with.
class ProviderSigner {
public:
    // "RS256" or "ES256".
    ProviderSigner(std::string algorithm, std::string id);
    ~ProviderSigner();
    ProviderSigner(ProviderSigner const&) = delete;
    ProviderSigner& operator=(ProviderSigner const&) = delete;

    // Of the JWKS.
    [[nodiscard]] std::string jwk() const;

    // A whole token; `header` may say anything.
    [[nodiscard]] std::string token(std::string const& header, std::string const& claims) const;
    [[nodiscard]] std::string token(std::string const& claims) const;

private:
    struct Key;
    std::string m_algorithm;
    std::string m_id;
    std::unique_ptr<Key> m_key;
};

// An HTTPS server on loopback that answers what it is told to.
class LoginProvider {
public:
    // The path, the body and the Authorization header of a request to the JSON of its answer; empty: 404.
    using Answer = std::function<
        std::string(std::string const& path, std::string const& body, std::string const& authorization)>;

    LoginProvider(TestCertificates const& certificates, Answer answer);
    ~LoginProvider();
    LoginProvider(LoginProvider const&) = delete;
    LoginProvider& operator=(LoginProvider const&) = delete;

    // "127.0.0.1:port"
    [[nodiscard]] std::string place() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// "a=1&b=%20" decoded.
std::map<std::string, std::string> formFields(std::string_view text);

} // namespace qob::test
