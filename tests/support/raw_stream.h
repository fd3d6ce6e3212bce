#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace qob::test {

// What a frame of RFC 6455 begins with.
enum Opcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

struct RawFrame {
    bool fin = true;
    std::uint8_t reserved = 0; // RSV1 is 4
    std::uint8_t opcode = Text;
    std::string payload;
};

// The bytes of a frame as a client sends it, masked unless said otherwise.
std::string bytesOf(RawFrame const& frame, bool masked = true);

// One with its length written in so many bytes (0, 2 or 8) and saying whatever it is told to.
std::string bytesOf(RawFrame const& frame, bool masked, int lengthBytes, std::uint64_t saidLength);

// The payload of a close frame.
std::string closePayload(std::uint16_t code, std::string_view reason = {});

// A TLS connection to a gateway on loopback that says exactly the bytes it is given. Waits, ten seconds at
// most; then what it waited for is said to be missing. Throws std::runtime_error when it cannot connect.
class RawStream {
public:
    explicit RawStream(std::uint16_t port);
    ~RawStream();
    RawStream(RawStream const&) = delete;
    RawStream& operator=(RawStream const&) = delete;

    // False: the connection is gone.
    bool send(std::string_view bytes);

    bool send(RawFrame const& frame) { return send(bytesOf(frame)); }

    // Status line and headers; empty: it ended without.
    std::string head();

    // A handshake that is right in everything, with these headers more. The answer's head.
    std::string open(std::string const& path, std::string const& headers = {});

    // The next frame; nothing: the connection ended, or the server is silent.
    std::optional<RawFrame> next();

    // The next message, in as many frames as it may come: the first one's opcode and bits, and all payloads.
    std::optional<RawFrame> message();

    // Reads to the end: the code of the close frame that came first, 1005 for one without a code, 0 for none.
    std::uint16_t closeCode();

    // After the end: whether it was one, and not a server that says nothing.
    [[nodiscard]] bool ended() const;

private:
    struct Impl;
    bool fill(std::size_t bytes);

    std::unique_ptr<Impl> m_impl;
};

} // namespace qob::test
