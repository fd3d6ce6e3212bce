#include "engine/gateway/pages.h"

#include "engine/base/check.h"

#include <libdeflate.h>

#include <memory>

namespace qob {

namespace {

// No inline script and no style of another origin. Images may be written into a style sheet (data:), as those
// of the interface's description are.
constexpr std::string_view policy =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

bool takesGzip(WebRequest const& request)
{
    auto const* const accepted = request.header("accept-encoding");
    return accepted != nullptr && accepted->find("gzip") != std::string::npos;
}

// gzip's last four bytes say how long it was (RFC 1952).
std::string inflated(std::string_view gzip)
{
    std::size_t size = 0;
    for (std::size_t i = 1; i <= 4; ++i) {
        size = size << 8U | static_cast<unsigned char>(gzip[gzip.size() - i]);
    }
    std::string text(size, '\0');
    std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> const decompressor(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor
    );
    CHECK(
        libdeflate_gzip_decompress(
            decompressor.get(), gzip.data(), gzip.size(), text.data(), text.size(), nullptr
        ) == LIBDEFLATE_SUCCESS
    );
    return text;
}

WebResponse answerWith(PageFile const& file, WebRequest const& request)
{
    constexpr int notModified = 304;
    WebResponse response;
    response.headers = {
        {"ETag", std::string(file.etag)},
        {"Cache-Control", file.forever ? "public, max-age=31536000, immutable" : "no-cache"},
        {"Vary", "Accept-Encoding"},
        {"Content-Security-Policy", std::string(policy)},
        {"Referrer-Policy", "no-referrer"}};
    auto const* const had = request.header("if-none-match");
    if (had != nullptr && had->find(file.etag) != std::string::npos) {
        response.status = notModified;
        response.contentType.clear();
        return response;
    }
    response.contentType = file.contentType;
    if (file.gzip && takesGzip(request)) {
        response.headers.emplace_back("Content-Encoding", "gzip");
        response.body = file.bytes;
    } else {
        response.body = file.gzip ? inflated(file.bytes) : std::string(file.bytes);
    }
    return response;
}

Route pageRoute(std::string_view path, Handler handler)
{
    Route route;
    route.pattern = path;
    route.permission = Permission::Public;
    route.handler = std::move(handler);
    route.open = true;
    return route;
}

void sayAbsent(WebRequest const& /*request*/, Respond const& respond)
{
    WebResponse response;
    response.contentType = "text/plain; charset=utf-8";
    response.body =
        "This qob was built without its pages (QOB_WEB=OFF); /openapi.json describes the interface.\n";
    respond(std::move(response));
}

} // namespace

Routes pageRoutes()
{
    Routes routes;
    for (PageFile const& file : pageFiles()) {
        routes.push_back(pageRoute(file.path, [&file](WebRequest const& request, Respond const& respond) {
            respond(answerWith(file, request));
        }));
    }
    if (routes.empty()) {
        routes.push_back(pageRoute("/", sayAbsent));
        routes.push_back(pageRoute("/api-docs", sayAbsent));
    }
    return routes;
}

} // namespace qob
