#include "tests/support/login_provider.h"

#include "engine/security/base64url.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>

#include <thread>
#include <vector>

namespace qob::test {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::use_awaitable;
using asio::ip::tcp;

std::string numberText(EVP_PKEY* key, char const* name, int size)
{
    BIGNUM* number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    std::string bytes(static_cast<std::size_t>(size == 0 ? BN_num_bytes(number) : size), '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    BN_free(number);
    return toBase64Url(bytes);
}

// r and s, 32 bytes each, of a DER signature.
std::string rawSignature(std::string const& der)
{
    auto const* at = reinterpret_cast<unsigned char const*>(der.data());
    ECDSA_SIG* const signature = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size()));
    std::string raw(64, '\0');
    auto* const out = reinterpret_cast<unsigned char*>(raw.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(signature), out, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature), out + 32, 32);
    ECDSA_SIG_free(signature);
    return raw;
}

} // namespace

struct ProviderSigner::Key {
    EVP_PKEY* key = nullptr;
};

ProviderSigner::ProviderSigner(std::string algorithm, std::string id)
    : m_algorithm(std::move(algorithm))
    , m_id(std::move(id))
    , m_key(std::make_unique<Key>())
{
    m_key->key = m_algorithm == "RS256" ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256");
}

ProviderSigner::~ProviderSigner()
{
    EVP_PKEY_free(m_key->key);
}

std::string ProviderSigner::jwk() const
{
    auto const common = R"("kid":")" + m_id + R"(","use":"sig","alg":")" + m_algorithm + R"(")";
    if (m_algorithm == "RS256") {
        return R"({"kty":"RSA",)" + common + R"(,"n":")" + numberText(m_key->key, OSSL_PKEY_PARAM_RSA_N, 0) +
               R"(","e":")" + numberText(m_key->key, OSSL_PKEY_PARAM_RSA_E, 0) + R"("})";
    }
    return R"({"kty":"EC","crv":"P-256",)" + common + R"(,"x":")" +
           numberText(m_key->key, OSSL_PKEY_PARAM_EC_PUB_X, 32) + R"(","y":")" +
           numberText(m_key->key, OSSL_PKEY_PARAM_EC_PUB_Y, 32) + R"("})";
}

std::string ProviderSigner::token(std::string const& header, std::string const& claims) const
{
    auto const text = toBase64Url(header) + "." + toBase64Url(claims);
    EVP_MD_CTX* const context = EVP_MD_CTX_new();
    std::size_t size = 0;
    auto const* const bytes = reinterpret_cast<unsigned char const*>(text.data());
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, m_key->key);
    EVP_DigestSign(context, nullptr, &size, bytes, text.size());
    std::string signature(size, '\0');
    EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size, bytes, text.size());
    EVP_MD_CTX_free(context);
    signature.resize(size);
    return text + "." + toBase64Url(m_algorithm == "RS256" ? signature : rawSignature(signature));
}

std::string ProviderSigner::token(std::string const& claims) const
{
    return token(R"({"alg":")" + m_algorithm + R"(","kid":")" + m_id + R"("})", claims);
}

struct LoginProvider::Impl {
    Impl(TestCertificates const& certificates, Answer chosen)
        : answer(std::move(chosen))
        , acceptor(io, {asio::ip::address_v4::loopback(), 0})
    {
        tls.use_certificate(asio::buffer(certificates.certificate), asio::ssl::context::pem);
        tls.use_private_key(asio::buffer(certificates.key), asio::ssl::context::pem);
        asio::co_spawn(io, accept(), asio::detached);
        thread = std::thread([this] { io.run(); });
    }

    asio::awaitable<void> accept()
    {
        for (;;) {
            tcp::socket socket = co_await acceptor.async_accept(use_awaitable);
            asio::co_spawn(io, serve({std::move(socket), tls}), asio::detached);
        }
    }

    asio::awaitable<void> serve(beast::ssl_stream<beast::tcp_stream> stream)
    {
        co_await stream.async_handshake(asio::ssl::stream_base::server, use_awaitable);
        beast::flat_buffer buffer;
        http::request<http::string_body> request;
        co_await http::async_read(stream, buffer, request, use_awaitable);
        auto const body = answer(
            std::string(request.target()), request.body(), std::string(request[http::field::authorization])
        );
        http::response<http::string_body> response(
            body.empty() ? http::status::not_found : http::status::ok, 11
        );
        response.set(http::field::content_type, "application/json");
        response.body() = body;
        response.prepare_payload();
        co_await http::async_write(stream, response, use_awaitable);
    }

    Answer answer;
    asio::io_context io{1};
    asio::ssl::context tls{asio::ssl::context::tls_server};
    tcp::acceptor acceptor;
    std::thread thread;
};

LoginProvider::LoginProvider(TestCertificates const& certificates, Answer answer)
    : m_impl(std::make_unique<Impl>(certificates, std::move(answer)))
{}

LoginProvider::~LoginProvider()
{
    m_impl->io.stop();
    m_impl->thread.join();
}

std::string LoginProvider::place() const
{
    return "127.0.0.1:" + std::to_string(m_impl->acceptor.local_endpoint().port());
}

std::map<std::string, std::string> formFields(std::string_view text)
{
    std::map<std::string, std::string> fields;
    while (!text.empty()) {
        auto const part = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        auto const equals = part.find('=');
        std::string value;
        for (std::size_t i = equals + 1; i < part.size(); ++i) {
            if (part[i] == '%') {
                value += *fromHex(part.substr(i + 1, 2));
                i += 2;
            } else {
                value += part[i];
            }
        }
        fields[std::string(part.substr(0, equals))] = value;
    }
    return fields;
}

} // namespace qob::test
