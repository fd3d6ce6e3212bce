#include "engine/gateway/gateway_thread.h"

#include "engine/base/thread.h"
#include "engine/gateway/gateway_thread_impl.h"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <future>

namespace qob {

GatewayThread::GatewayThread() : m_impl(std::make_unique<Impl>())
{
    m_impl->thread = startThread("gw", ThreadWork::Prompt, [this] { m_impl->io.run(); });
}

GatewayThread::~GatewayThread()
{
    m_impl->io.stop();
    m_impl->thread.join();
}

void GatewayThread::post(std::function<void()> work)
{
    boost::asio::post(m_impl->io, std::move(work));
}

std::shared_ptr<void> GatewayThread::after(Duration delay, std::function<void()> work)
{
    auto timer = std::make_shared<boost::asio::steady_timer>(m_impl->io);
    timer->expires_after(std::chrono::nanoseconds(delay.value));
    // An expiry that is queued already comes without an error, though its timer was destroyed since.
    timer->async_wait([work = std::move(work), alive = std::weak_ptr(timer)](auto const& error) {
        if (!error && !alive.expired()) {
            work();
        }
    });
    return timer;
}

bool GatewayThread::isCurrent() const
{
    return std::this_thread::get_id() == m_impl->thread.get_id();
}

void GatewayThread::run(std::function<void()> const& work)
{
    if (isCurrent()) {
        work();
        return;
    }
    std::promise<void> done;
    post([&] {
        work();
        done.set_value();
    });
    done.get_future().wait();
}

} // namespace qob
