// Any bytes as what a client says on a WebSocket: the first line is the target it was opened with, each line
// behind it a message. Whatever is said, JSON comes back.

#include "tests/fuzz/gateway_fuzz_kit.h"

using namespace qob;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view text(reinterpret_cast<char const*>(data), size);
    auto const cut = [&text] {
        auto const end = std::min(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        return line;
    };
    WebRequest request;
    request.target = cut();
    request.address = "192.0.2.1";
    if (!readTarget(request)) {
        return 0;
    }
    std::vector<std::string> messages;
    while (!text.empty() && messages.size() < 20) {
        // The server's WebSocket lets nothing else through.
        if (auto message = cut(); simdjson::validate_utf8(message.data(), message.size())) {
            messages.push_back(std::move(message));
        }
    }
    fuzzGateway().listen(std::move(request), messages);
    return 0;
}
