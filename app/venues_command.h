#pragma once

#include "app/command_line.h"

namespace qob {

// `qob venues`: every exchange the program speaks with, as a table or, with --json, one JSON array: id, name,
// proof, products, rule, snapshot, checksum, aggressor, endpoints. Exit code.
int runVenues(CommandLine const& line);

} // namespace qob
