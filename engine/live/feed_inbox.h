#pragma once

#include "engine/base/error.h"
#include "engine/base/time.h"
#include "engine/wire/padded_text.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace qob {

// What a connection or a request said.
struct FeedItem {
    enum class Kind : std::uint8_t {
        Opened,     // the connection is there and subscribing
        Subscribed, // all that it was to subscribe to has been sent
        Resent,     // url: what asks for the book of that symbol on the connection has been sent
        Closed,     // error: the connection is not there any more
        Frame,      // bytes: unpacked
        Asked,      // url: the request has gone out
        Answer,     // bytes, url: of a request
        Failed,     // error, url: the request was not answered
        Held,       // error, url: the venue wants us to wait; the request will be made again
    };

    Kind kind = Kind::Frame;
    std::uint32_t source = 0; // number of the connection, or, from Asked on, of the venue
    Timestamp time;           // of receipt
    PaddedText bytes;
    std::string_view url;
    Error const* error = nullptr;
};

// Items on their way from io to the market's thread, in order. Bytes are bounded: beyond the limit frames
// and answers are not taken. Nothing is allocated once it has grown to what is usual.
class FeedInbox {
public:
    static constexpr std::size_t defaultBytes = std::size_t{64} << 20U;

    explicit FeedInbox(std::size_t mostBytes = defaultBytes) : m_mostBytes(mostBytes) {}

    // io. False: there is no room; the item was not taken.
    bool push(
        FeedItem::Kind kind,
        std::uint32_t source,
        Timestamp time,
        std::string_view bytes,
        std::string_view url = {}
    );

    // io. What has no bytes is always taken.
    void pushSign(FeedItem::Kind kind, std::uint32_t source, Timestamp time, std::string_view url = {});

    // io. Closed, Failed and Held: always taken.
    void pushError(
        FeedItem::Kind kind, std::uint32_t source, Timestamp time, Error error, std::string_view url = {}
    );

    // Called after each push into an empty box, on io; set before anything is pushed.
    void onFirst(std::function<void()> wake);

    [[nodiscard]] bool empty() const { return m_empty; }

    // The reader's: everything so far becomes what each() goes through.
    void take();

    // The reader's: waits until something is there or the time is over.
    void wait(Duration limit);

    template <class Visit>
    void each(Visit&& visit)
    {
        for (Stored const& stored : m_reading.items) {
            visit(itemOf(stored));
        }
    }

private:
    struct Stored {
        FeedItem::Kind kind;
        std::uint32_t source;
        Timestamp time;
        std::size_t begin; // of the bytes, which textPadding more follow, then the URL
        std::size_t size;
        std::size_t urlSize;
        std::size_t error; // one past its index; 0: none
    };

    struct Side {
        std::vector<Stored> items;
        std::vector<char> bytes;
        std::vector<Error> errors;
    };

    void store(Stored item, std::string_view bytes, std::string_view url);
    [[nodiscard]] FeedItem itemOf(Stored const& stored) const;

    std::size_t m_mostBytes;
    mutable std::mutex m_mutex;
    std::condition_variable m_ready;
    std::function<void()> m_wake;
    std::atomic<bool> m_empty{true};
    Side m_writing; // under the mutex
    Side m_reading;
};

} // namespace qob
