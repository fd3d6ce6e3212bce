#pragma once

#include "engine/base/expected.h"
#include "engine/wire/padded_text.h"

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace qob {

// How a venue packs its frames.
enum class Packing : std::uint8_t {
    None,       // text, or text in a binary frame
    Gzip,       // each frame a gzip file
    RawDeflate, // each frame a deflate stream without header
};

// Unpacks the binary frames of one connection; text frames need none of it. Allocates only to
// grow. One thread.
class FrameUnpacker {
public:
    static constexpr std::size_t mostBytes = std::size_t{64} << 20U; // of one frame, unpacked

    explicit FrameUnpacker(Packing packing);
    ~FrameUnpacker();
    FrameUnpacker(FrameUnpacker&&) noexcept;
    FrameUnpacker& operator=(FrameUnpacker&&) noexcept;

    // A binary frame. Valid until the next call. FrameMalformed.
    Expected<PaddedText> unpack(PaddedText frame);

private:
    struct Inflater;

    Packing m_packing;
    std::unique_ptr<Inflater> m_inflater; // made when first needed
};

} // namespace qob
