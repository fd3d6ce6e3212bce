// Any bytes as a recording: plain, gzip or xz.

#include "engine/base/check.h"
#include "engine/market/capture_reader.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<char const*>(data), size);
    auto source = qob::decompressed(qob::memorySource(input), "input");
    if (!source) {
        return 0;
    }
    qob::CaptureReader reader(std::move(*source), "input");
    qob::CaptureRecord record;
    qob::Timestamp last = qob::Timestamp(0);
    // A few bytes may unpack to very many lines.
    constexpr int enough = 20'000;
    for (int i = 0; i < enough; ++i) {
        auto const read = reader.next(record);
        if (!read) {
            CHECK(read.error().detail.starts_with("input:"));
            continue;
        }
        if (!*read) {
            break;
        }
        CHECK(record.time >= last);
        last = record.time;
        // The padding is there to be read.
        char volatile touched = record.payload.data()[record.payload.size() + qob::textPadding - 1];
        (void)touched;
    }
    return 0;
}
