#include "tests/support/raw_stream.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace qob::test {

namespace {

constexpr std::string_view maskKey = "\x37\xfa\x21\x3d"; // RFC 6455's example

void appendBigEndian(std::string& to, std::uint64_t value, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        to.push_back(static_cast<char>(value >> static_cast<unsigned>(shift)));
    }
}

} // namespace

std::string bytesOf(RawFrame const& frame, bool masked, int lengthBytes, std::uint64_t saidLength)
{
    std::string bytes;
    bytes.push_back(static_cast<char>((frame.fin ? 0x80U : 0U) | (frame.reserved << 4U) | frame.opcode));
    unsigned const mask = masked ? 0x80U : 0U;
    bytes.push_back(static_cast<char>(
        mask | (lengthBytes == 0   ? static_cast<unsigned>(saidLength)
                : lengthBytes == 2 ? 126U
                                   : 127U)
    ));
    if (lengthBytes > 0) {
        appendBigEndian(bytes, saidLength, lengthBytes);
    }
    if (!masked) {
        return bytes + frame.payload;
    }
    bytes += maskKey;
    for (std::size_t i = 0; i < frame.payload.size(); ++i) {
        bytes.push_back(static_cast<char>(frame.payload[i] ^ maskKey[i % maskKey.size()]));
    }
    return bytes;
}

std::string bytesOf(RawFrame const& frame, bool masked)
{
    auto const size = frame.payload.size();
    return bytesOf(frame, masked, size < 126 ? 0 : size < 65'536 ? 2 : 8, size);
}

std::string closePayload(std::uint16_t code, std::string_view reason)
{
    std::string payload;
    appendBigEndian(payload, code, 2);
    return payload.append(reason);
}

struct RawStream::Impl {
    explicit Impl(std::uint16_t port)
    {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        std::signal(SIGPIPE, SIG_IGN); // a server may have gone while something is said to it
        const timeval patience{10, 0};
        int const on = 1;
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        SSL_set_fd(ssl, socket);
        if (connect(socket, reinterpret_cast<sockaddr const*>(&to), sizeof to) != 0 ||
            SSL_connect(ssl) != 1) {
            release();
            throw std::runtime_error("no TLS connection to the gateway");
        }
    }

    ~Impl() { release(); }

    Impl(Impl const&) = delete;
    Impl& operator=(Impl const&) = delete;

    void release() const
    {
        SSL_free(ssl);
        SSL_CTX_free(context);
        close(socket);
    }

    int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    SSL* ssl = SSL_new(context);
    std::string got; // and not yet taken
    bool ended = false;
};

RawStream::RawStream(std::uint16_t port) : m_impl(std::make_unique<Impl>(port)) {}

RawStream::~RawStream() = default;

bool RawStream::send(std::string_view bytes)
{
    return bytes.empty() || SSL_write(m_impl->ssl, bytes.data(), static_cast<int>(bytes.size())) > 0;
}

// Until so many are there.
bool RawStream::fill(std::size_t bytes)
{
    while (m_impl->got.size() < bytes) {
        char part[4096];
        int const size = SSL_read(m_impl->ssl, part, sizeof part);
        if (size <= 0) {
            auto const problem = SSL_get_error(m_impl->ssl, size);
            m_impl->ended = problem != SSL_ERROR_WANT_READ && problem != SSL_ERROR_WANT_WRITE;
            return false;
        }
        m_impl->got.append(part, static_cast<std::size_t>(size));
    }
    return true;
}

std::string RawStream::head()
{
    std::string const end = "\r\n\r\n";
    while (m_impl->got.find(end) == std::string::npos) {
        if (!fill(m_impl->got.size() + 1)) {
            return {};
        }
    }
    auto const size = m_impl->got.find(end) + end.size();
    auto head = m_impl->got.substr(0, size);
    m_impl->got.erase(0, size);
    return head;
}

std::string RawStream::open(std::string const& path, std::string const& headers)
{
    send(
        "GET " + path +
        " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n" +
        headers + "\r\n"
    );
    return head();
}

std::optional<RawFrame> RawStream::next()
{
    if (!fill(2)) {
        return std::nullopt;
    }
    auto const at = [&](std::size_t i) {
        return static_cast<std::uint8_t>(m_impl->got[i]);
    };
    RawFrame frame{
        (at(0) & 0x80U) != 0,
        static_cast<std::uint8_t>((at(0) >> 4U) & 7U),
        static_cast<std::uint8_t>(at(0) & 15U),
        {}};
    std::uint64_t size = at(1); // a server masks nothing
    std::size_t begin = 2;
    if (size >= 126) {
        begin += size == 126 ? 2 : 8;
        if (!fill(begin)) {
            return std::nullopt;
        }
        size = 0;
        for (std::size_t i = 2; i < begin; ++i) {
            size = size << 8U | at(i);
        }
    }
    if (!fill(begin + size)) {
        return std::nullopt;
    }
    frame.payload = m_impl->got.substr(begin, size);
    m_impl->got.erase(0, begin + size);
    return frame;
}

std::optional<RawFrame> RawStream::message()
{
    auto whole = next();
    while (whole && !whole->fin) {
        auto const more = next();
        if (!more || more->opcode != Continuation || more->reserved != 0) {
            return std::nullopt;
        }
        whole->payload += more->payload;
        whole->fin = more->fin;
    }
    return whole;
}

std::uint16_t RawStream::closeCode()
{
    std::uint16_t code = 0;
    while (auto const frame = next()) {
        if (frame->opcode == Close && code == 0) {
            auto const at = [&](std::size_t i) {
                return static_cast<std::uint8_t>(frame->payload[i]);
            };
            code = frame->payload.size() < 2 ? 1005 : static_cast<std::uint16_t>(at(0) << 8U | at(1));
            // What a client that has nothing more to say does; else a server waits for it.
            SSL_shutdown(m_impl->ssl);
        }
    }
    return code;
}

bool RawStream::ended() const
{
    return m_impl->ended;
}

} // namespace qob::test
