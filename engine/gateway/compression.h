#pragma once

#include "engine/gateway/http_message.h"

namespace qob {

// Text that is long enough for gzip to save a packet.
bool worthCompressing(WebResponse const& response);

// At the fastest level.
std::string gzipped(std::string const& body);

} // namespace qob
