// A session over the network, held against the contract: a real gateway on loopback, TLS and login included.

#include "tests/support/remote_client.h"

#include <gtest/gtest.h>

namespace qob {
namespace {

class RemoteHost {
public:
    Session& session() { return *m_client.session; }

    void close() { m_client.session->close(); }

private:
    test::ServedEngine m_engine{{.speed = 20.0}};
    test::RemoteClient m_client{m_engine};
};

using Hosts = testing::Types<RemoteHost>;

} // namespace
} // namespace qob

#include "tests/contract/session_contract.h"
