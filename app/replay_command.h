#pragma once

#include "app/command_line.h"
#include "engine/base/runtime.h"

namespace qob {

// `qob replay --headless`: plays the files to their end without a window and writes the books they end on,
// one JSON object a line in the order of venue and symbol: venue, symbol, sequence (the last update applied),
// messages (all that were read for the symbol, of whatever kind), trades, gaps, checksumsOk, checksumsBad,
// state, bids and asks as
// ["price","qty"], best first. With --candles and --consolidated also what ReplayWatch tells. What is wrong
// goes to stderr, naming file and line. Exit code 0, or 1 when a file could not be played at all or the dump
// not be written; damaged lines inside a file do not change it.
int runReplayHeadless(CommandLine const& line, Runtime& runtime);

} // namespace qob
