#pragma once

// Only for corked_stream.h.

#include "engine/gateway/connection.h"

#include <string>
#include <string_view>

namespace qob {

// The sending half of a TLS stream whose handshake is done. It encrypts and writes to the socket at once,
// with none of the operations that an asynchronous write through all layers is made of: those cost more than
// the encryption. What the socket does not take at once waits. The gateway's thread.
class TlsOut {
public:
    explicit TlsOut(TlsStream& stream);
    TlsOut(TlsOut const&) = delete;
    TlsOut& operator=(TlsOut const&) = delete;
    TlsOut(TlsOut&&) = delete;
    TlsOut& operator=(TlsOut&&) = delete;
    ~TlsOut();

    // From now on all records go this way, also those that reading makes: alerts, key updates.
    void takeOver();

    // Behind what waits.
    boost::system::error_code encrypt(std::string_view plain);

    // As much as the socket takes.
    boost::system::error_code send();

    // Something waits for the socket.
    [[nodiscard]] bool waits() const;

    // Records go through the stream again, so that it can be shut down; the stream must still be there. What
    // waits is gone, and nothing is encrypted any more.
    void giveBack();

private:
    TlsStream& m_stream;
    BIO* m_records; // where OpenSSL writes to; keeps what waits, as long as it lives
    bool m_ours = false;
};

} // namespace qob
