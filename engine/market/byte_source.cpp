#include "engine/market/byte_source.h"

#include "engine/base/check.h"

#include <lzma.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <system_error>
#include <utility>

namespace qob {

namespace {

class FileSource final : public ByteSource {
public:
    FileSource(std::FILE* file, std::string path) : m_file(file), m_path(std::move(path)) {}

    Expected<std::size_t> read(char* to, std::size_t capacity) override
    {
        const std::size_t count = std::fread(to, 1, capacity, m_file.get());
        if (count == 0 && std::ferror(m_file.get()) != 0) {
            return fail(ErrorCode::FileUnreadable, m_path + ": " + std::generic_category().message(errno));
        }
        return count;
    }

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::unique_ptr<std::FILE, Close> m_file;
    std::string m_path;
};

class MemorySource final : public ByteSource {
public:
    explicit MemorySource(std::string_view bytes) : m_rest(bytes) {}

    Expected<std::size_t> read(char* to, std::size_t capacity) override
    {
        const std::size_t count = m_rest.copy(to, capacity);
        m_rest.remove_prefix(count);
        return count;
    }

private:
    std::string_view m_rest;
};

// The compressed bytes of a decoder, a block at a time.
class Input {
public:
    explicit Input(std::unique_ptr<ByteSource> raw) : m_raw(std::move(raw)) {}

    // The next block, only when the one before is used up; empty: the end.
    Expected<std::string_view> next()
    {
        auto const count = m_raw->read(m_block.data(), m_block.size());
        if (!count) {
            return tl::unexpected(count.error());
        }
        return std::string_view(m_block.data(), *count);
    }

    // Fills the whole block with the first bytes, so that the format can be told from them.
    Expected<std::string_view> first()
    {
        std::size_t size = 0;
        while (size < m_block.size()) {
            auto const count = m_raw->read(m_block.data() + size, m_block.size() - size);
            if (!count) {
                return tl::unexpected(count.error());
            }
            if (*count == 0) {
                break;
            }
            size += *count;
        }
        return std::string_view(m_block.data(), size);
    }

private:
    std::unique_ptr<ByteSource> m_raw;
    std::array<char, std::size_t{64} << 10U> m_block{};
};

// What decoders share: the first block is there already, and an error waits until the bytes before it are
// read.
class DecodedSource : public ByteSource {
public:
    DecodedSource(std::unique_ptr<Input> input, std::string_view first, std::string name)
        : m_input(std::move(input))
        , m_rest(first)
        , m_name(std::move(name))
    {}

    Expected<std::size_t> read(char* to, std::size_t capacity) final
    {
        std::size_t produced = 0;
        while (produced == 0 && !m_ended && !m_problem) {
            produced = decode(to, capacity);
        }
        if (produced == 0 && m_problem) {
            m_ended = true;
            return tl::unexpected(*std::exchange(m_problem, std::nullopt));
        }
        return produced;
    }

protected:
    // One step; fills `to` as far as it can and returns how much. May end or fail.
    virtual std::size_t decode(char* to, std::size_t capacity) = 0;

    // Makes sure that rest() holds something, unless the input is over.
    void refill()
    {
        if (!m_rest.empty() || m_inputEnded) {
            return;
        }
        auto const block = m_input->next();
        if (!block) {
            m_problem = block.error();
            return;
        }
        m_rest = *block;
        m_inputEnded = block->empty();
    }

    [[nodiscard]] std::string_view rest() const { return m_rest; }

    void consumedAllBut(std::size_t left) { m_rest.remove_prefix(m_rest.size() - left); }

    [[nodiscard]] bool inputEnded() const { return m_inputEnded; }

    void end() { m_ended = true; }

    void problem(ErrorCode code, std::string const& what) { m_problem = Error{code, m_name + ": " + what}; }

private:
    std::unique_ptr<Input> m_input;
    std::string_view m_rest;
    std::string m_name;
    std::optional<Error> m_problem;
    bool m_inputEnded = false;
    bool m_ended = false;
};

class PlainSource final : public DecodedSource {
public:
    using DecodedSource::DecodedSource;

private:
    std::size_t decode(char* to, std::size_t capacity) override
    {
        refill();
        if (rest().empty()) {
            end();
            return 0;
        }
        const std::size_t count = rest().copy(to, capacity);
        consumedAllBut(rest().size() - count);
        return count;
    }
};

class GzipSource final : public DecodedSource {
public:
    GzipSource(std::unique_ptr<Input> input, std::string_view first, std::string name)
        : DecodedSource(std::move(input), first, std::move(name))
    {
        constexpr int gzipOnly = 16 + MAX_WBITS;
        CHECK(inflateInit2(m_stream.get(), gzipOnly) == Z_OK);
    }

private:
    std::size_t decode(char* to, std::size_t capacity) override
    {
        refill();
        if (rest().empty()) {
            if (m_betweenMembers) {
                end();
            } else if (inputEnded()) {
                problem(ErrorCode::FileTruncated, "the gzip stream is cut short");
            }
            return 0;
        }
        m_betweenMembers = false;
        m_stream->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest().data())); // zlib reads only
        m_stream->avail_in = static_cast<uInt>(rest().size());
        m_stream->next_out = reinterpret_cast<Bytef*>(to);
        m_stream->avail_out = static_cast<uInt>(std::min<std::size_t>(capacity, std::size_t{1} << 30U));
        auto const room = m_stream->avail_out;
        int const result = inflate(m_stream.get(), Z_NO_FLUSH);
        consumedAllBut(m_stream->avail_in);
        if (result == Z_STREAM_END) {
            m_betweenMembers = true;
            inflateReset(m_stream.get());
        } else if (result != Z_OK && result != Z_BUF_ERROR) {
            char const* const why = m_stream->msg == nullptr ? "unknown reason" : m_stream->msg;
            problem(ErrorCode::FileUnreadable, std::string("the gzip stream is damaged: ") + why);
        }
        return room - m_stream->avail_out;
    }

    struct End {
        void operator()(z_stream* stream) const
        {
            inflateEnd(stream);
            delete stream;
        }
    };

    std::unique_ptr<z_stream, End> m_stream{new z_stream{}}; // it must not move
    bool m_betweenMembers = false;
};

class XzSource final : public DecodedSource {
public:
    XzSource(std::unique_ptr<Input> input, std::string_view first, std::string name)
        : DecodedSource(std::move(input), first, std::move(name))
    {
        constexpr std::uint64_t memoryLimit = std::uint64_t{512} << 20U;
        CHECK(lzma_stream_decoder(m_stream.get(), memoryLimit, LZMA_CONCATENATED) == LZMA_OK);
    }

private:
    std::size_t decode(char* to, std::size_t capacity) override
    {
        refill();
        m_stream->next_in = reinterpret_cast<std::uint8_t const*>(rest().data());
        m_stream->avail_in = rest().size();
        m_stream->next_out = reinterpret_cast<std::uint8_t*>(to);
        m_stream->avail_out = capacity;
        const lzma_ret result = lzma_code(m_stream.get(), inputEnded() ? LZMA_FINISH : LZMA_RUN);
        consumedAllBut(m_stream->avail_in);
        if (result == LZMA_STREAM_END) {
            end();
        } else if (result == LZMA_BUF_ERROR && inputEnded()) {
            problem(ErrorCode::FileTruncated, "the xz stream is cut short");
        } else if (result == LZMA_MEMLIMIT_ERROR) {
            problem(ErrorCode::FileUnreadable, "the xz stream needs more than 512 MiB of memory");
        } else if (result != LZMA_OK && result != LZMA_BUF_ERROR) {
            problem(ErrorCode::FileUnreadable, "the xz stream is damaged");
        }
        return capacity - m_stream->avail_out;
    }

    struct End {
        void operator()(lzma_stream* stream) const
        {
            lzma_end(stream);
            delete stream;
        }
    };

    std::unique_ptr<lzma_stream, End> m_stream{new lzma_stream(LZMA_STREAM_INIT)};
};

} // namespace

Expected<std::unique_ptr<ByteSource>> openFile(std::string const& path)
{
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) {
        return fail(ErrorCode::FileUnreadable, path + ": " + std::generic_category().message(errno));
    }
    return std::make_unique<FileSource>(file, path);
}

std::unique_ptr<ByteSource> memorySource(std::string_view bytes)
{
    return std::make_unique<MemorySource>(bytes);
}

Expected<std::unique_ptr<ByteSource>> decompressed(std::unique_ptr<ByteSource> raw, std::string name)
{
    auto input = std::make_unique<Input>(std::move(raw));
    auto const first = input->first();
    if (!first) {
        return tl::unexpected(first.error());
    }
    if (first->starts_with("\x1f\x8b")) {
        return std::make_unique<GzipSource>(std::move(input), *first, std::move(name));
    }
    if (first->starts_with(std::string_view(
            "\xfd"
            "7zXZ\0",
            6
        ))) {
        return std::make_unique<XzSource>(std::move(input), *first, std::move(name));
    }
    return std::make_unique<PlainSource>(std::move(input), *first, std::move(name));
}

} // namespace qob
