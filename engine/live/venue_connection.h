#pragma once

#include "engine/base/rng.h"
#include "engine/live/live_plan.h"
#include "engine/live/venue_gate.h"
#include "engine/net/web_socket.h"

#include <deque>

namespace qob {

// How a connection comes back. The wait before the n-th attempt in a row is chance between a half and the
// whole of first * 2^n, at most `most`.
struct Backoff {
    Duration first = milliseconds(500);
    Duration most = seconds(60);
    Duration good = seconds(30); // open for so long, and it begins with `first` again

    [[nodiscard]] Duration after(int attempts, Rng& rng) const;
};

// One stream of a venue, kept open: connects within the venue's limits, subscribes, sends heartbeats, and
// when it breaks or nothing is heard, says so and comes back. Frames go to the inbox, unpacked. On io.
class VenueConnection final : public WebSocketListener {
public:
    // A connection from which no frame comes for so long is opened anew, even if its pings are answered.
    static constexpr Duration mostQuiet = seconds(300);

    struct World {
        NetThread& net;
        Clock const& clock;
        FeedInbox& inbox;
        VenueGate& gate;
    };

    VenueConnection(World const& world, ConnectionPlan plan, std::uint32_t number, Rng rng, Backoff backoff);
    ~VenueConnection() override;
    VenueConnection(VenueConnection const&) = delete;
    VenueConnection& operator=(VenueConnection const&) = delete;

    void start();

    // A frame, after those that wait. Lost where the connection is not open.
    void send(std::string frame);

    // Asks for the symbol's book anew, where that is done by subscribing. Resent when it has gone out.
    void resubscribe(std::string const& symbol);

    // Asks for a symbol's snapshot on the stream (VenueSpec::snapshotFrame). Resent when it has gone out.
    void requestSnapshot(std::string const& symbol);

    // Ends this stream and opens another.
    void reconnect(Error why);

private:
    struct Outgoing {
        std::string frame;
        std::string asksFor; // symbol; empty: nobody waits for it
    };

    void onOpen() override;
    void onFrame(std::string_view payload, bool binary) override;
    void onSign() override;
    void onClosed(Error const& why) override;

    void connect();
    void open(std::string const& url);
    void subscribe();
    void queue(std::string_view text, SubscribeForm const& form, std::span<std::string const> symbols);
    void sendNext();
    void tellSent(std::string const& asksFor);
    void watch();
    void beat();
    void comeBack(Error why);

    World m_world;
    ConnectionPlan m_plan;
    std::uint32_t m_number;
    Rng m_rng;
    Backoff m_backoff;
    FrameUnpacker m_unpacker;
    PaddedCopy m_packed;
    std::shared_ptr<WebSocket> m_socket;
    std::deque<Outgoing> m_frames; // waiting for their turn
    bool m_subscribing = false;    // the frames of subscribe() are among them
    std::uint64_t m_lastFrameId = 0;
    bool m_trying = false; // a socket is open or opening
    bool m_open = false;
    int m_attempts = 0;
    Duration m_beatInterval;
    Duration m_openedAt;
    Duration m_sentAt;
    Duration m_heardAt; // of anything
    Duration m_frameAt; // of a frame
    std::shared_ptr<NetThread::Timer> m_connectTimer;
    std::shared_ptr<NetThread::Timer> m_sendTimer;
    std::shared_ptr<NetThread::Timer> m_watchTimer;
    std::shared_ptr<int> m_alive = std::make_shared<int>();
};

} // namespace qob
