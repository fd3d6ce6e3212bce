// Any bytes as what a terminal and a server say to each other. What reads must write the same bytes again.

#include "engine/base/check.h"
#include "engine/wire/event_packing.h"
#include "engine/wire/session_codec.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<char const*>(data), size);
    auto const bytes = std::as_bytes(std::span(data, size));
    if (auto const frame = qob::decodeClientFrame(text)) {
        CHECK(qob::encode(*frame) == text);
    }
    if (auto const frame = qob::decodeServerFrame(text)) {
        CHECK(qob::encode(*frame) == text);
    }
    if (auto const event = qob::decodeEvent(bytes, {})) {
        auto const again = qob::encode(*event);
        CHECK(std::equal(again.begin(), again.end(), bytes.begin(), bytes.end()));
    }
    static qob::PackingTables tables;
    qob::EventUnpacker unpacker(tables);
    if (auto const plain = unpacker.unpack(bytes)) {
        (void)qob::decodeEvent(*plain, {});
        (void)unpacker.unpack(bytes);
    }
    return 0;
}
