#pragma once

#include "engine/gateway/route.h"

namespace qob {

// The routes as an OpenAPI 3.1 document, JSON. Source: the OpenAPI Specification 3.1.0.
std::string openApiDocument(Routes const& routes, std::string_view version);

} // namespace qob
