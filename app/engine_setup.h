#pragma once

#include "app/command_line.h"
#include "engine/base/runtime.h"
#include "engine/live/live_market.h"
#include "engine/session/local_session.h"

namespace qob {

// The engine the command line asks for, with its market, on its own thread. The error says what cannot be
// opened.
// With a journal its accounts outlive it.
Expected<std::unique_ptr<LocalSession>>
openSession(CommandLine const& line, Runtime& runtime, std::unique_ptr<OrderJournal> journal = nullptr);

// What `live` asks for; connections are being opened when it returns.
Expected<std::unique_ptr<LiveMarket>> openLive(CommandLine const& line, Runtime& runtime);

// Captures, or recorded histories where the first of the files is one.
Expected<std::unique_ptr<Market>> openReplay(std::vector<std::string> const& files);

// Where a live market is asked for: whether at least one of its venues can be connected to within `limit`.
// NetResolve, NetConnect, NetTimeout, or what is wrong with the line.
Expected<void> reachable(CommandLine const& line, Runtime& runtime, Duration limit);

// Of outgoing connections. ConfigBadValue.
Expected<NetSettings> netSettings(CommandLine const& line);

} // namespace qob
