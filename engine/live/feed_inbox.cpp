#include "engine/live/feed_inbox.h"

#include <chrono>

namespace qob {

bool FeedInbox::push(
    FeedItem::Kind kind, std::uint32_t source, Timestamp time, std::string_view bytes, std::string_view url
)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_writing.bytes.size() + bytes.size() > m_mostBytes) {
            return false;
        }
        store({kind, source, time, 0, 0, 0, 0}, bytes, url);
    }
    m_ready.notify_one();
    return true;
}

void FeedInbox::pushSign(FeedItem::Kind kind, std::uint32_t source, Timestamp time, std::string_view url)
{
    {
        const std::lock_guard lock(m_mutex);
        store({kind, source, time, 0, 0, 0, 0}, {}, url);
    }
    m_ready.notify_one();
}

void FeedInbox::pushError(
    FeedItem::Kind kind, std::uint32_t source, Timestamp time, Error error, std::string_view url
)
{
    {
        const std::lock_guard lock(m_mutex);
        m_writing.errors.push_back(std::move(error));
        store({kind, source, time, 0, 0, 0, m_writing.errors.size()}, {}, url);
    }
    m_ready.notify_one();
}

void FeedInbox::onFirst(std::function<void()> wake)
{
    const std::lock_guard lock(m_mutex);
    m_wake = std::move(wake);
}

void FeedInbox::store(Stored item, std::string_view bytes, std::string_view url)
{
    auto& to = m_writing.bytes;
    item.begin = to.size();
    item.size = bytes.size();
    item.urlSize = url.size();
    to.insert(to.end(), bytes.begin(), bytes.end());
    to.insert(to.end(), textPadding, '\0');
    to.insert(to.end(), url.begin(), url.end());
    m_writing.items.push_back(item);
    if (m_empty.exchange(false) && m_wake) {
        m_wake();
    }
}

void FeedInbox::take()
{
    m_reading.items.clear();
    m_reading.bytes.clear();
    m_reading.errors.clear();
    const std::lock_guard lock(m_mutex);
    std::swap(m_reading, m_writing);
    m_empty = true;
}

void FeedInbox::wait(Duration limit)
{
    std::unique_lock lock(m_mutex);
    m_ready.wait_for(lock, std::chrono::nanoseconds(limit.value), [this] { return !m_empty; });
}

FeedItem FeedInbox::itemOf(Stored const& stored) const
{
    char const* const bytes = m_reading.bytes.data() + stored.begin;
    return {
        .kind = stored.kind,
        .source = stored.source,
        .time = stored.time,
        .bytes = {bytes, stored.size},
        .url = {bytes + stored.size + textPadding, stored.urlSize},
        .error = stored.error == 0 ? nullptr : &m_reading.errors[stored.error - 1]};
}

} // namespace qob
