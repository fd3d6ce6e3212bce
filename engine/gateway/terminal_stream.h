#pragma once

#include "engine/gateway/gateway_world.h"
#include "engine/gateway/login_watch.h"
#include "engine/gateway/server.h"
#include "engine/gateway/stream.h"
#include "engine/wire/event_packing.h"

namespace qob {

// What terminals' streams share. On the gateway's thread; all outlive them.
struct TerminalStreams {
    GatewayWorld& world;
    AccountDesks::Open openAccount;
    Authenticate authenticate; // of a token that replaces the one before
    Refreshed refreshed;
    Admit admit;
    PackingTables& packing;
};

// The stream behind /session: a whole Session for a terminal elsewhere, as docs/protocol.md has it. Every
// subscription is one of the account's own session; what the terminal has not taken yet is conflated, and
// what cannot be is answered by the engine with Resync and a snapshot. AuthRequired: nobody is logged in.
Expected<std::unique_ptr<Stream>>
openTerminalStream(TerminalStreams& shared, WebRequest const& request, StreamOut& out);

} // namespace qob
