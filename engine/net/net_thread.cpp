#include "engine/base/thread.h"
#include "engine/net/net_thread_impl.h"

#include <boost/asio/post.hpp>
#include <openssl/ssl.h>

#include <future>
#include <stdexcept>

namespace qob {

namespace asio = boost::asio;

struct NetThread::Timer {
    asio::steady_timer timer;
};

NetThread::Impl::Impl(NetSettings chosen) : settings(std::move(chosen))
{
    tls.set_default_verify_paths();
    SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_2_VERSION);
    if (!settings.caFile.empty()) {
        boost::system::error_code error;
        tls.load_verify_file(settings.caFile, error);
        if (error) {
            throw std::runtime_error(
                "net.ca_file: " + settings.caFile + " cannot be read as certificates: " + error.message()
            );
        }
    }
    tls.set_verify_mode(asio::ssl::verify_peer);
}

std::pair<std::string, std::string> NetThread::Impl::placeOf(Url const& url) const
{
    auto found = settings.connectTo.find(url.host);
    if (found == settings.connectTo.end()) {
        found = settings.connectTo.find("*");
    }
    if (found == settings.connectTo.end()) {
        return {url.host, url.port};
    }
    auto const colon = found->second.rfind(':');
    return colon == std::string::npos
               ? std::pair(found->second, url.port)
               : std::pair(found->second.substr(0, colon), found->second.substr(colon + 1));
}

NetThread::NetThread(NetSettings settings) : m_impl(std::make_unique<Impl>(std::move(settings)))
{
    m_impl->thread = startThread("io", ThreadWork::Prompt, [io = &m_impl->io] { io->run(); });
}

NetThread::~NetThread()
{
    m_impl->io.stop();
    m_impl->thread.join();
}

void NetThread::post(std::function<void()> work)
{
    asio::post(m_impl->io, std::move(work));
}

void NetThread::postAndWait(std::function<void()> work)
{
    std::promise<void> done;
    post([&] {
        work();
        done.set_value();
    });
    done.get_future().wait();
}

std::shared_ptr<NetThread::Timer> NetThread::after(Duration delay, std::function<void()> work)
{
    auto timer = std::make_shared<Timer>(Timer{asio::steady_timer(m_impl->io)});
    timer->timer.expires_after(std::chrono::nanoseconds(delay.value));
    timer->timer.async_wait([watched = std::weak_ptr(timer),
                             work = std::move(work)](boost::system::error_code const& error) {
        // A cancel that comes after the timer has run out leaves no error; the pointer tells it.
        if (!error && !watched.expired()) {
            work();
        }
    });
    return timer;
}

Error netError(ErrorCode code, Url const& url, std::string_view step, boost::system::error_code const& error)
{
    return {code, url.scheme + "://" + url.authority() + ": " + std::string(step) + ": " + error.message()};
}

} // namespace qob
