#pragma once

#include "app/command_line.h"

namespace qob {

// `qob venues`: every exchange the program speaks with, as a table or, with --json, one JSON array: id, name,
// proof, products, example, rule, snapshot, checksum, aggressor, endpoints. Exit code.
int runVenues(CommandLine const& line);

// "spot perpetual", of products::spot and the like.
std::string productNames(unsigned kinds, std::string_view between);

} // namespace qob
