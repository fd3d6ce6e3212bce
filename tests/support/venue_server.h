#pragma once

#include "tests/support/test_certificates.h"
#include "tests/support/venue_recording.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace qob::test {

// What goes wrong. Numbers of frames count from 1 within a connection; 0: never. Each happens on the first
// connection only.
struct VenueFaults {
    std::size_t drop = 0;
    std::size_t duplicate = 0;
    std::size_t swap = 0; // comes after the one behind it
    std::size_t garble = 0;
    std::size_t cut = 0;    // the connection ends before it, without a goodbye
    std::size_t silent = 0; // nothing from it on, also no pongs
    std::size_t delay = 0;  // comes 300 ms late
    int refuseHandshakes = 0;
    int refuseRequests = 0; // with refuseStatus
    int refuseStatus = 429;
    int clockAheadSeconds = 0; // what its answers' Date says
    int framesPerSecond = 0;   // 0: as fast as they are taken; of every connection
    // Of what is played a client gets only what its last frame names: "type":"X" lets messages with "ty":"X"
    // through. Of every connection.
    bool lastRequestCounts = false;
    std::string_view hold; // the first request that has this in it is answered after release()
};

// A venue on loopback: TLS, WebSocket and HTTP on one port, on a thread of its own. It plays a recording to
// each connection from the beginning once the client has said something (or 200 ms have passed), and again
// when the client unsubscribes, as a venue would send a new snapshot.
class VenueServer {
public:
    VenueServer(TestCertificates const& certificates, VenueRecording recording, VenueFaults faults = {});
    ~VenueServer();
    VenueServer(VenueServer const&) = delete;
    VenueServer& operator=(VenueServer const&) = delete;

    [[nodiscard]] std::uint16_t port() const;

    // "127.0.0.1:port"
    [[nodiscard]] std::string place() const { return "127.0.0.1:" + std::to_string(port()); }

    [[nodiscard]] int connections() const;               // opened so far
    [[nodiscard]] int requests() const;                  // answered so far
    [[nodiscard]] std::vector<std::string> said() const; // frames of clients so far

    // How often something was asked for whose address has `part` in it.
    [[nodiscard]] int asked(std::string_view part) const;

    // Answers what is held back.
    void release();

    // From now on nobody is let in.
    void refuseHandshakes();

    // When a frame (from 1) was last given to a socket, on std::chrono::steady_clock; 0: not yet.
    [[nodiscard]] std::int64_t sentAtNs(std::size_t number) const;

    // Ends every connection at once.
    void cutAll();

private:
    struct Impl;
    std::shared_ptr<Impl> m_impl;
};

} // namespace qob::test
