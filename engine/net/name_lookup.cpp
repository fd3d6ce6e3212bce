#include "engine/net/name_lookup.h"

#include "engine/base/thread.h"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <netdb.h>
#include <sys/socket.h>

#include <array>
#include <charconv>
#include <deque>
#include <mutex>

namespace qob {

namespace asio = boost::asio;

// What waits for a thread, and how a thread hands back what it found.
struct NameLookup::Work {
    LookUpHost lookUp;
    std::mutex mutex;              // of all below
    std::deque<std::string> hosts; // that wait for a thread
    int threads = 0;
    // Host, error, addresses; null: nobody is there any more.
    std::function<void(std::string, int, std::vector<std::string>)> handBack;
};

namespace {

NameLookup::Found placesAt(std::vector<std::string> const& addresses, std::string const& port)
{
    std::uint16_t number = 0;
    std::from_chars(port.data(), port.data() + port.size(), number);
    NameLookup::Found places;
    for (std::string const& text : addresses) {
        boost::system::error_code wrong;
        auto const address = asio::ip::make_address(text, wrong);
        if (!wrong) {
            places.emplace_back(address, number);
        }
    }
    return places;
}

} // namespace

int lookUpHost(std::string const& host, std::vector<std::string>& addresses)
{
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_ADDRCONFIG;
    addrinfo* found = nullptr;
    if (int const error = getaddrinfo(host.c_str(), nullptr, &wanted, &found); error != 0) {
        return error;
    }
    std::array<char, NI_MAXHOST> text{};
    for (addrinfo const* at = found; at != nullptr; at = at->ai_next) {
        if (getnameinfo(at->ai_addr, at->ai_addrlen, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) ==
            0) {
            addresses.emplace_back(text.data());
        }
    }
    freeaddrinfo(found);
    return 0;
}

NameLookup::NameLookup(asio::io_context& io, LookUpHost lookUp) : m_io(io), m_work(std::make_shared<Work>())
{
    m_work->lookUp = std::move(lookUp);
    m_work->handBack = [this](std::string host, int error, std::vector<std::string> addresses) {
        asio::post(m_io, [this, host = std::move(host), error, addresses = std::move(addresses)] {
            found(host, error, addresses);
        });
    };
}

NameLookup::~NameLookup()
{
    const std::lock_guard lock(m_work->mutex);
    m_work->handBack = nullptr;
    m_work->hosts.clear();
}

void NameLookup::find(std::string const& host, std::string const& port, Done done)
{
    bool const asked = m_waiting.contains(host);
    m_waiting.emplace(host, Waiting{port, std::move(done)});
    if (asked) {
        return;
    }
    boost::system::error_code isName;
    asio::ip::make_address(host, isName);
    if (!isName) {
        asio::post(m_io, [this, host] { found(host, 0, {host}); });
        return;
    }
    const std::lock_guard lock(m_work->mutex);
    m_work->hosts.push_back(host);
    if (m_work->threads < mostThreads) {
        ++m_work->threads;
        startThread("names", ThreadWork::Prompt, [work = m_work] { run(work); }).detach();
    }
}

// One thread, for as long as there is something to look up.
void NameLookup::run(std::shared_ptr<Work> const& work)
{
    std::unique_lock lock(work->mutex);
    while (!work->hosts.empty()) {
        auto host = std::move(work->hosts.front());
        work->hosts.pop_front();
        lock.unlock();
        std::vector<std::string> addresses;
        int const error = work->lookUp(host, addresses);
        lock.lock();
        if (work->handBack) {
            work->handBack(std::move(host), error, std::move(addresses));
        }
    }
    --work->threads;
}

void NameLookup::found(std::string const& host, int error, std::vector<std::string> const& addresses)
{
    // Who is called may ask again.
    std::vector<Waiting> waiting;
    auto const [from, to] = m_waiting.equal_range(host);
    for (auto at = from; at != to; ++at) {
        waiting.push_back(std::move(at->second));
    }
    m_waiting.erase(from, to);
    for (auto const& [port, done] : waiting) {
        auto const places = placesAt(addresses, port);
        if (error == 0 && !places.empty()) {
            done({}, places);
        } else {
            done(
                error == EAI_AGAIN ? asio::error::host_not_found_try_again : asio::error::host_not_found, {}
            );
        }
    }
}

} // namespace qob
