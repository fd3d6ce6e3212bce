#include "engine/gateway/compression.h"

#include <libdeflate.h>

#include <algorithm>
#include <memory>

namespace qob {

bool worthCompressing(WebResponse const& response)
{
    constexpr std::size_t packet = 1400;
    std::string_view const type = response.contentType;
    bool const done = std::any_of(response.headers.begin(), response.headers.end(), [](auto const& header) {
        return header.first == "Content-Encoding";
    });
    return !done && response.body.size() > packet &&
           (type.starts_with("application/j") || type.starts_with("text/") || type.starts_with("image/svg"));
}

std::string gzipped(std::string const& body)
{
    thread_local const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>
        compressor(libdeflate_alloc_compressor(1), &libdeflate_free_compressor);
    std::string out(libdeflate_gzip_compress_bound(compressor.get(), body.size()), '\0');
    out.resize(libdeflate_gzip_compress(compressor.get(), body.data(), body.size(), out.data(), out.size()));
    return out;
}

} // namespace qob
