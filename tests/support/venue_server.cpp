#include "tests/support/venue_server.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <ctime>
#include <future>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace qob::test {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;
using asio::use_awaitable;
using asio::ip::tcp;
using Tls = beast::ssl_stream<beast::tcp_stream>;
using Ws = websocket::stream<Tls>;
using Request = http::request<http::string_body>;

bool unsubscribes(std::string frame)
{
    std::transform(frame.begin(), frame.end(), frame.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return frame.find("unsub") != std::string::npos;
}

} // namespace

struct VenueServer::Impl : std::enable_shared_from_this<VenueServer::Impl> {
    // One client's stream.
    struct Client {
        Client(Tls&& tls, asio::io_context& io) : ws(std::move(tls)), clock(io) {}

        Ws ws;
        asio::steady_timer clock;
        std::vector<VenueRecording::Frame const*> frames;
        std::size_t next = 0;
        std::chrono::steady_clock::time_point begun;
        std::string asked; // its last frame
        bool heard = false;
        bool first = false; // the faults are its
        bool over = false;
    };

    Impl(TestCertificates const& certificates, VenueRecording played, VenueFaults wrong)
        : recording(std::move(played))
        , faults(wrong)
        , acceptor(io, {asio::ip::address_v4::loopback(), 0})
        , sentAt(recording.frames.size() + 1)
    {
        tls.use_certificate(asio::buffer(certificates.certificate), asio::ssl::context::pem);
        tls.use_private_key(asio::buffer(certificates.key), asio::ssl::context::pem);
    }

    void start()
    {
        asio::co_spawn(io, accept(), asio::detached);
        thread = std::thread([this] { io.run(); });
    }

    asio::awaitable<void> accept()
    {
        for (;;) {
            tcp::socket socket = co_await acceptor.async_accept(use_awaitable);
            socket.set_option(tcp::no_delay(true));
            asio::co_spawn(io, serve(Tls(beast::tcp_stream(std::move(socket)), tls)), asio::detached);
        }
    }

    asio::awaitable<void> serve(Tls stream)
    {
        co_await stream.async_handshake(asio::ssl::stream_base::server, use_awaitable);
        beast::flat_buffer buffer;
        Request request;
        co_await http::async_read(stream, buffer, request, use_awaitable);
        if (!websocket::is_upgrade(request)) {
            co_await answer(stream, request);
            co_return;
        }
        if (closed || refused < faults.refuseHandshakes) {
            ++refused;
            co_await reply(stream, 503, "busy");
            co_return;
        }
        auto const client = std::make_shared<Client>(std::move(stream), io);
        co_await client->ws.async_accept(request, use_awaitable);
        client->first = ++opened == 1;
        auto const path = std::string(request.target()).substr(0, request.target().find('?'));
        client->frames = framesOf(path);
        clients.insert(client);
        asio::co_spawn(io, listen(client), asio::detached);
        co_await play(client);
    }

    // Those of the same path, or all.
    [[nodiscard]] std::vector<VenueRecording::Frame const*> framesOf(std::string const& path) const
    {
        std::vector<VenueRecording::Frame const*> all;
        std::vector<VenueRecording::Frame const*> same;
        for (auto const& frame : recording.frames) {
            all.push_back(&frame);
            if (frame.path == path) {
                same.push_back(&frame);
            }
        }
        return same.empty() ? all : same;
    }

    asio::awaitable<void> answer(Tls& stream, Request const& request)
    {
        if (refusedRequests < faults.refuseRequests) {
            ++refusedRequests;
            co_await reply(stream, faults.refuseStatus, "too much");
            co_return;
        }
        ++answered;
        const std::string target(request.target().data(), request.target().size());
        {
            const std::lock_guard lock(mutex);
            targets.push_back(target);
        }
        if (!faults.hold.empty() && !held && target.find(faults.hold) != std::string::npos) {
            held = true;
            boost::system::error_code released;
            co_await gate.async_wait(asio::redirect_error(use_awaitable, released));
        }
        auto const* found = recording.answerTo(target);
        if (found == nullptr) {
            co_await reply(stream, 404, "none");
        } else {
            bool const again = given[found]++ > 0 && !found->later.empty();
            co_await reply(stream, 200, again ? found->later : found->body);
        }
    }

    [[nodiscard]] std::string date() const
    {
        const std::time_t now = std::time(nullptr) + faults.clockAheadSeconds;
        std::tm parts{};
        gmtime_r(&now, &parts);
        std::array<char, 40> text{};
        auto const size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
        return {text.data(), size};
    }

    asio::awaitable<void> reply(Tls& stream, int status, std::string body)
    {
        http::response<http::string_body> response(static_cast<http::status>(status), 11);
        response.set(http::field::content_type, "application/json");
        if (status == 429 || status == 418) {
            response.set(http::field::retry_after, "1");
        }
        response.set(http::field::date, date());
        response.keep_alive(false);
        response.body() = std::move(body);
        response.prepare_payload();
        co_await http::async_write(stream, response, use_awaitable);
        co_await stream.async_shutdown(use_awaitable);
    }

    asio::awaitable<void> listen(std::shared_ptr<Client> client)
    {
        try {
            beast::flat_buffer buffer;
            for (;;) {
                if (client->first && faults.silent != 0 && client->next + 1 >= faults.silent) {
                    co_return; // its pings are not answered either
                }
                co_await client->ws.async_read(buffer, use_awaitable);
                std::string frame = beast::buffers_to_string(buffer.data());
                buffer.consume(buffer.size());
                client->heard = true;
                if (unsubscribes(frame)) {
                    client->next = 0;
                }
                client->asked = frame;
                client->clock.cancel();
                const std::lock_guard lock(mutex);
                frames.push_back(std::move(frame));
            }
        } catch (boost::system::system_error const&) {
            client->over = true;
            client->clock.cancel();
        }
    }

    [[nodiscard]] VenueFaults faultsOf(Client const& client) const
    {
        return client.first && !done ? faults : VenueFaults{};
    }

    asio::awaitable<void> pause(Client& client, std::chrono::milliseconds time)
    {
        client.clock.expires_after(time);
        boost::system::error_code cut;
        co_await client.clock.async_wait(asio::redirect_error(use_awaitable, cut));
    }

    // Each frame has its time, counted from the first: one that is late does not delay the next.
    asio::awaitable<void> keepPace(Client& client)
    {
        if (faults.framesPerSecond == 0) {
            co_return;
        }
        auto const now = std::chrono::steady_clock::now();
        if (client.next <= 1) {
            client.begun = now;
        }
        const std::chrono::nanoseconds each =
            std::chrono::nanoseconds(std::chrono::seconds(1)) / faults.framesPerSecond;
        auto const due = client.begun + each * static_cast<std::int64_t>(client.next - 1);
        if (due > now) {
            client.clock.expires_at(due);
            boost::system::error_code cut;
            co_await client.clock.async_wait(asio::redirect_error(use_awaitable, cut));
        }
    }

    asio::awaitable<void> play(std::shared_ptr<Client> client)
    {
        using std::chrono::milliseconds;
        if (!client->heard) {
            co_await pause(*client, milliseconds(200));
        }
        while (!client->over) {
            if (client->next >= client->frames.size()) {
                co_await pause(*client, milliseconds(100));
                co_await client->ws.async_ping({}, use_awaitable); // as venues do: the line is alive
                continue;
            }
            const std::size_t number = ++client->next;
            const VenueFaults now = faultsOf(*client);
            if (number == now.cut) {
                done = true;
                beast::get_lowest_layer(client->ws).close();
                co_return;
            }
            if (number == now.silent) {
                done = true;
                while (!client->over) {
                    co_await pause(*client, milliseconds(100));
                }
                co_return;
            }
            if (number == now.drop) {
                done = true;
                continue;
            }
            if (number == now.delay) {
                co_await pause(*client, milliseconds(300));
            }
            if (number == now.swap && number < client->frames.size()) {
                co_await write(*client, *client->frames[number]);
                ++client->next;
                done = true;
            }
            co_await keepPace(*client);
            VenueRecording::Frame frame = *client->frames[number - 1];
            sentAt[number] = std::chrono::steady_clock::now().time_since_epoch().count();
            if (number == now.garble) {
                done = true;
                frame.bytes[frame.bytes.size() / 2] = '\x01';
                frame.bytes.resize(frame.bytes.size() - 1);
            }
            co_await write(*client, frame);
            if (number == now.duplicate) {
                done = true;
                co_await write(*client, frame);
            }
        }
    }

    [[nodiscard]] bool isAskedFor(Client const& client, std::string const& bytes) const
    {
        constexpr std::string_view name = "\"ty\":";
        auto const at = bytes.find(name);
        if (!faults.lastRequestCounts || at == std::string::npos) {
            return true;
        }
        auto const kind = bytes.substr(at + name.size(), bytes.find(',', at) - at - name.size());
        return client.asked.find("\"type\":" + kind) != std::string::npos;
    }

    asio::awaitable<void> write(Client& client, VenueRecording::Frame const& frame)
    {
        if (!isAskedFor(client, frame.bytes)) {
            co_return;
        }
        client.ws.binary(frame.binary);
        co_await client.ws.async_write(asio::buffer(frame.bytes), use_awaitable);
    }

    VenueRecording recording;
    VenueFaults faults;
    asio::io_context io{1};
    asio::ssl::context tls{asio::ssl::context::tls_server};
    tcp::acceptor acceptor;
    std::set<std::shared_ptr<Client>> clients;
    std::vector<std::atomic<std::int64_t>> sentAt; // by frame
    bool done = false;                             // the fault has happened
    int refused = 0;
    int refusedRequests = 0;
    std::atomic<bool> closed{false};
    bool held = false;
    std::map<VenueRecording::Answer const*, int> given;                 // how often
    asio::steady_timer gate{io, asio::steady_timer::time_point::max()}; // until release()
    std::atomic<int> opened{0};
    std::atomic<int> answered{0};
    mutable std::mutex mutex;
    std::vector<std::string> frames;
    std::vector<std::string> targets;
    std::thread thread;
};

VenueServer::VenueServer(TestCertificates const& certificates, VenueRecording recording, VenueFaults faults)
    : m_impl(std::make_shared<Impl>(certificates, std::move(recording), faults))
{
    m_impl->start();
}

VenueServer::~VenueServer()
{
    m_impl->io.stop();
    m_impl->thread.join();
}

std::uint16_t VenueServer::port() const
{
    return m_impl->acceptor.local_endpoint().port();
}

int VenueServer::connections() const
{
    return m_impl->opened;
}

int VenueServer::requests() const
{
    return m_impl->answered;
}

std::vector<std::string> VenueServer::said() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->frames;
}

int VenueServer::asked(std::string_view part) const
{
    const std::lock_guard lock(m_impl->mutex);
    return static_cast<int>(std::count_if(
        m_impl->targets.begin(),
        m_impl->targets.end(),
        [part](std::string const& target) { return target.find(part) != std::string::npos; }
    ));
}

void VenueServer::release()
{
    asio::post(m_impl->io, [this] { m_impl->gate.expires_at(asio::steady_timer::time_point::min()); });
}

void VenueServer::refuseHandshakes()
{
    m_impl->closed = true;
}

std::int64_t VenueServer::sentAtNs(std::size_t number) const
{
    return m_impl->sentAt[number];
}

void VenueServer::cutAll()
{
    std::promise<void> cut;
    asio::post(m_impl->io, [&] {
        for (auto const& client : m_impl->clients) {
            beast::get_lowest_layer(client->ws).close();
        }
        m_impl->clients.clear();
        cut.set_value();
    });
    cut.get_future().wait();
}

} // namespace qob::test
