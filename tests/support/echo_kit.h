#pragma once

#include "engine/base/clock.h"
#include "engine/gateway/certificate.h"
#include "engine/gateway/gateway_thread.h"
#include "engine/gateway/server.h"
#include "tests/support/raw_stream.h"

namespace qob::test {

// A real server with nothing behind it but a stream that sends back what it gets, as the kind that it came.
class EchoKit {
public:
    explicit EchoKit(ServerSettings settings = {})
    {
        auto certificate = *makeCertificate({"localhost"}, clock.now());
        settings.certificate = certificate.chain;
        settings.privateKey = certificate.key;
        ServerWorld world{clock, log, router, {}, {}, {}, {}};
        world.streams.push_back({"/echo", [](WebRequest const&, StreamOut& out) {
                                     return Expected<std::unique_ptr<Stream>>(std::make_unique<Echo>(out));
                                 }});
        world.authenticate = [](WebRequest const&, Authenticated const& done) {
            done(Principal{});
        };
        server = std::move(*Server::open(thread, std::move(settings), std::move(world)));
    }

    ~EchoKit() { server->stop(Duration(0)); }

    EchoKit(EchoKit const&) = delete;
    EchoKit& operator=(EchoKit const&) = delete;

    SystemClock clock;
    Log log{LogSettings{LogLevel::Off, LogLevel::Off, {}, 1'000'000, 1}};
    Router router{Routes{}};
    GatewayThread thread;
    std::unique_ptr<Server> server;

private:
    class Echo final : public Stream {
    public:
        explicit Echo(StreamOut& out) : m_out(out) {}

        void onMessage(std::string_view message, bool binary) override
        {
            m_out.send(std::make_shared<std::string const>(message), binary);
        }

        void onDrained() override {}

    private:
        StreamOut& m_out;
    };
};

// An echo of the server, its handshake done.
class EchoStream : public RawStream {
public:
    explicit EchoStream(EchoKit const& kit, std::string const& headers = {})
        : RawStream(kit.server->port())
        , response(open("/echo", headers))
    {}

    // Sends a text and says what comes back as one; empty: something else did.
    std::string echoed(std::string const& text)
    {
        send({true, 0, Text, text});
        auto const frame = next();
        return frame && frame->opcode == Text && frame->fin ? frame->payload : std::string();
    }

    std::string response;
};

} // namespace qob::test
