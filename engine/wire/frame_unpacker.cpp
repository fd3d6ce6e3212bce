#include "engine/wire/frame_unpacker.h"

#include <zlib.h>

#include <algorithm>
#include <string>

namespace qob {

struct FrameUnpacker::Inflater {
    explicit Inflater(Packing packing)
    {
        constexpr int window = 15;
        constexpr int gzip = 16;
        good = inflateInit2(&stream, packing == Packing::Gzip ? window + gzip : -window) == Z_OK;
    }

    ~Inflater() { inflateEnd(&stream); }

    Inflater(Inflater const&) = delete;
    Inflater& operator=(Inflater const&) = delete;

    Expected<PaddedText> run(PaddedText frame)
    {
        auto const broken = [&](char const* what) {
            return fail(ErrorCode::FrameMalformed, std::string("a packed frame: ") + what);
        };
        if (!good || inflateReset(&stream) != Z_OK) {
            return broken("zlib failed");
        }
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast,cppcoreguidelines-pro-type-const-cast)
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(frame.data()));
        stream.avail_in = static_cast<uInt>(frame.size());
        std::size_t size = 0;
        int result = Z_OK;
        while (result != Z_STREAM_END) {
            if (bytes.size() - size < textPadding + 1) {
                if (bytes.size() >= mostBytes) {
                    return broken("expected at most 64 MiB");
                }
                bytes.resize(std::max(std::size_t{1} << 16U, bytes.size() * 2));
            }
            auto const room = bytes.size() - size - textPadding;
            stream.next_out = bytes.data() + size;
            stream.avail_out = static_cast<uInt>(room);
            result = inflate(&stream, Z_NO_FLUSH);
            size += room - stream.avail_out;
            bool const starved = stream.avail_in == 0 && stream.avail_out != 0 && result != Z_STREAM_END;
            if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
                return broken(stream.msg == nullptr ? "no deflate stream" : stream.msg);
            }
            // A deflate stream that a sync flush ends has no end mark.
            if (starved) {
                if (raw) {
                    break;
                }
                return broken("cut off");
            }
        }
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
        return PaddedText(reinterpret_cast<char const*>(bytes.data()), size);
    }

    z_stream stream{};
    std::vector<unsigned char> bytes;
    bool good = false;
    bool raw = false;
};

FrameUnpacker::FrameUnpacker(Packing packing) : m_packing(packing) {}

FrameUnpacker::~FrameUnpacker() = default;
FrameUnpacker::FrameUnpacker(FrameUnpacker&&) noexcept = default;
FrameUnpacker& FrameUnpacker::operator=(FrameUnpacker&&) noexcept = default;

Expected<PaddedText> FrameUnpacker::unpack(PaddedText frame)
{
    if (m_packing == Packing::None) {
        return frame;
    }
    if (!m_inflater) {
        m_inflater = std::make_unique<Inflater>(m_packing);
        m_inflater->raw = m_packing == Packing::RawDeflate;
    }
    return m_inflater->run(frame);
}

} // namespace qob
