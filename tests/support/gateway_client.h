#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace qob::test {

struct Answer {
    int status = 0; // 0: the connection ended without one
    std::string body;
    std::map<std::string, std::string> headers; // names in lower case
};

// A client of a gateway on loopback that trusts whatever certificate it shows. Waits.
class GatewayClient {
public:
    explicit GatewayClient(std::uint16_t port, std::string token = {});
    ~GatewayClient();
    GatewayClient(GatewayClient&&) noexcept;
    GatewayClient& operator=(GatewayClient&&) noexcept;

    Answer get(std::string const& target) { return request("GET", target); }

    // A body is JSON.
    Answer request(
        std::string const& method,
        std::string const& target,
        std::string const& body = {},
        std::map<std::string, std::string> const& headers = {}
    );

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// One connection that sends bytes as they are and reads until the server ends it, or has said nothing for a
// second.
std::string sendRaw(std::uint16_t port, std::string_view bytes);

// A WebSocket of the gateway. Waits.
class StreamClient {
public:
    // The status of a refused handshake is in `refused`. With a small receive buffer the server soon finds it
    // slow.
    explicit StreamClient(
        std::uint16_t port,
        std::string const& path = "/ws",
        std::string const& token = {},
        std::map<std::string, std::string> const& headers = {},
        int receiveBufferBytes = 0
    );
    ~StreamClient();

    void send(std::string const& text);

    // The next message; empty: the server ended it.
    std::string next();

    // The next one that has this in it.
    std::string nextWith(std::string_view part);

    [[nodiscard]] int refused() const;
    [[nodiscard]] int closeCode() const;

    // Ends it without a goodbye.
    void cut();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace qob::test
