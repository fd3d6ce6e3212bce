// Any bytes as a request: the first line is method and target, the rest is the body. Market, trading and
// account routes in both languages are reached; each answers with words, never with a 500.

#include "tests/fuzz/gateway_fuzz_kit.h"

using namespace qob;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<char const*>(data), size);
    auto const line = text.substr(0, text.find('\n'));
    auto const blank = line.find(' ');
    if (blank == std::string_view::npos) {
        return 0;
    }
    WebRequest request;
    auto const method = line.substr(0, blank);
    for (auto const known : {HttpMethod::Post, HttpMethod::Put, HttpMethod::Patch, HttpMethod::Delete}) {
        request.method = method == methodName(known) ? known : request.method;
    }
    request.target = std::string(line.substr(blank + 1));
    request.address = "192.0.2.1";
    if (line.size() < text.size()) {
        request.body = std::string(text.substr(line.size() + 1));
        bool const json = request.body.starts_with('{');
        request.headers.emplace_back(
            "content-type", json ? "application/json" : "application/x-www-form-urlencoded"
        );
    }
    if (readTarget(request)) {
        CHECK(request.path.front() == '/' && request.path.find("/../") == std::string::npos);
        fuzzGateway().ask(std::move(request));
    }
    return 0;
}
