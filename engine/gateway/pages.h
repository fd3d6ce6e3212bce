#pragma once

#include "engine/gateway/route.h"

#include <span>

namespace qob {

// A file of the pages in resources/web as it is sent, compiled in by cmake/WebPages.cmake.
struct PageFile {
    std::string_view path; // "/", "/assets/index-B3xk.js"
    std::string_view contentType;
    std::string_view etag; // quoted, of the bytes
    bool gzip = false;     // the bytes are; kept in no other form
    bool forever = false;  // its path changes with its content
    std::string_view bytes;
};

// Empty where the program was built without them.
std::span<PageFile const> pageFiles();

// The administration page at /, the interface's description to browse at /api-docs, and what they load. They
// come from the program alone, and their policy forbids a browser to load anything from elsewhere.
Routes pageRoutes();

} // namespace qob
