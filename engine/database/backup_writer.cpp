#include "engine/database/backup_format.h"
#include "engine/database/sha256.h"
#include "engine/storage/little_endian.h"

#include <zstd.h>

#include <algorithm>
#include <array>
#include <optional>

namespace qob {

using namespace backup_format;

namespace {

template <class T>
std::array<std::byte, sizeof(T)> littleEndian(T number)
{
    std::array<std::byte, sizeof(T)> bytes{};
    storeLittle(bytes.data(), number);
    return bytes;
}

class ZstdWriter final : public BackupWriter {
public:
    ZstdWriter(FileSystem& files, std::string path, std::unique_ptr<File> file)
        : m_files(files)
        , m_path(std::move(path))
        , m_file(std::move(file))
        , m_stream(ZSTD_createCCtx())
        , m_out(ZSTD_CStreamOutSize())
    {
        ZSTD_CCtx_setParameter(m_stream.get(), ZSTD_c_compressionLevel, 3);
        ZSTD_CCtx_setParameter(m_stream.get(), ZSTD_c_checksumFlag, 1);
    }

    ~ZstdWriter() override
    {
        if (m_file) {
            m_file.reset();
            static_cast<void>(m_files.remove(temporary(m_path)));
        }
    }

    ZstdWriter(ZstdWriter const&) = delete;
    ZstdWriter& operator=(ZstdWriter const&) = delete;

    static std::string temporary(std::string const& path) { return path + ".tmp"; }

    Expected<void> writeHead()
    {
        std::array<std::byte, headBytes> head{};
        std::memcpy(head.data(), magic.data(), magic.size());
        storeLittle(head.data() + 8, backupVersion);
        return write(head);
    }

    Expected<void> add(std::string const& name, File& content) override
    {
        auto const size = content.size();
        if (!size) {
            return tl::unexpected(size.error());
        }
        if (auto begun = begin(name); !begun) {
            return begun;
        }
        std::vector<std::byte> chunk(chunkBytes);
        for (std::uint64_t at = 0; at < *size;) {
            auto const count =
                content.read(at, std::span(chunk).first(std::min<std::uint64_t>(chunk.size(), *size - at)));
            if (!count) {
                return tl::unexpected(count.error());
            }
            if (*count == 0) {
                break;
            }
            if (auto put = putChunk(std::span(chunk).first(*count)); !put) {
                return put;
            }
            at += *count;
        }
        return end();
    }

    Expected<void> add(std::string const& name, std::string_view content) override
    {
        if (auto begun = begin(name); !begun) {
            return begun;
        }
        for (auto rest = bytesOf(content); !rest.empty();) {
            auto const some = rest.first(std::min(rest.size(), chunkBytes));
            if (auto put = putChunk(some); !put) {
                return put;
            }
            rest = rest.subspan(some.size());
        }
        return end();
    }

    Expected<std::vector<BackupEntry>> finish() override
    {
        auto const manifest = manifestOf(m_entries);
        Sha256 sum;
        sum.add(bytesOf(manifest));
        std::array<std::byte, 1> const mark{std::byte{endMark}};
        auto done =
            put(mark)
                .and_then([&] { return put(littleEndian(static_cast<std::uint64_t>(m_entries.size()))); })
                .and_then([&] { return put(bytesOf(sum.finish())); })
                .and_then([&] { return compress({}, ZSTD_e_end); })
                .and_then([&] { return m_file->sync(); });
        if (!done) {
            return tl::unexpected(done.error());
        }
        auto const slash = m_path.rfind('/');
        auto const directory = slash == std::string::npos ? std::string(".") : m_path.substr(0, slash + 1);
        done = m_files.rename(temporary(m_path), m_path).and_then([&] {
            return m_files.syncDirectory(directory);
        });
        if (!done) {
            return tl::unexpected(done.error());
        }
        m_file.reset();
        return m_entries;
    }

private:
    struct Freed {
        void operator()(ZSTD_CCtx* stream) const { ZSTD_freeCCtx(stream); }
    };

    Expected<void> begin(std::string const& name)
    {
        m_entries.push_back({name, 0, {}});
        m_sum.emplace();
        std::array<std::byte, 1> const mark{std::byte{fileMark}};
        return put(mark).and_then([&] { return put(littleEndian(static_cast<std::uint16_t>(name.size()))); }
        ).and_then([&] { return put(bytesOf(name)); });
    }

    Expected<void> putChunk(std::span<std::byte const> bytes)
    {
        m_sum->add(bytes);
        m_entries.back().size += bytes.size();
        return put(littleEndian(static_cast<std::uint32_t>(bytes.size()))).and_then([&] {
            return put(bytes);
        });
    }

    Expected<void> end()
    {
        m_entries.back().sha256 = m_sum->finish();
        return put(littleEndian(std::uint32_t{0})).and_then([&] {
            return put(bytesOf(m_entries.back().sha256));
        });
    }

    Expected<void> put(std::span<std::byte const> bytes) { return compress(bytes, ZSTD_e_continue); }

    Expected<void> compress(std::span<std::byte const> bytes, ZSTD_EndDirective how)
    {
        ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
        while (true) {
            ZSTD_outBuffer out{m_out.data(), m_out.size(), 0};
            auto const left = ZSTD_compressStream2(m_stream.get(), &out, &in, how);
            if (ZSTD_isError(left) != 0) {
                return fail(ErrorCode::DatabaseFailed, std::string("zstd: ") + ZSTD_getErrorName(left));
            }
            if (auto written = write(std::span(m_out).first(out.pos)); !written) {
                return written;
            }
            if (how == ZSTD_e_end ? left == 0 : in.pos == in.size) {
                return {};
            }
        }
    }

    Expected<void> write(std::span<std::byte const> bytes)
    {
        auto written = bytes.empty() ? Expected<void>() : m_file->write(m_at, bytes);
        m_at += bytes.size();
        return written;
    }

    FileSystem& m_files;
    std::string const m_path;
    std::unique_ptr<File> m_file;
    std::uint64_t m_at = 0;
    std::unique_ptr<ZSTD_CCtx, Freed> m_stream;
    std::vector<std::byte> m_out;
    std::vector<BackupEntry> m_entries;
    std::optional<Sha256> m_sum; // of the file that is being added
};

} // namespace

Expected<std::unique_ptr<BackupWriter>> BackupWriter::create(FileSystem& files, std::string path)
{
    auto file = files.open(ZstdWriter::temporary(path), OpenMode::Replace);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto writer = std::make_unique<ZstdWriter>(files, std::move(path), std::move(*file));
    if (auto head = writer->writeHead(); !head) {
        return tl::unexpected(head.error());
    }
    return writer;
}

} // namespace qob
