#include "engine/database/backup_format.h"
#include "engine/database/sha256.h"
#include "engine/storage/little_endian.h"

#include <zstd.h>

#include <algorithm>
#include <array>

namespace qob {

using namespace backup_format;

namespace {

constexpr std::size_t mostNameBytes = 4096;

// The bytes of the stream, in the pieces that are asked for.
class ZstdReader {
public:
    ZstdReader(File& file, std::string const& path)
        : m_file(file)
        , m_path(path)
        , m_stream(ZSTD_createDCtx())
        , m_compressed(ZSTD_DStreamInSize())
        , m_plain(ZSTD_DStreamOutSize())
    {}

    // Exactly as many as there is room for.
    Expected<void> read(std::span<std::byte> into, std::string_view what)
    {
        while (!into.empty()) {
            if (m_from == m_to) {
                if (auto more = refill(what); !more) {
                    return more;
                }
            }
            auto const count = std::min(into.size(), m_to - m_from);
            std::memcpy(into.data(), m_plain.data() + m_from, count);
            m_from += count;
            into = into.subspan(count);
        }
        return {};
    }

    template <class T>
    Expected<T> number(std::string_view what)
    {
        std::array<std::byte, sizeof(T)> bytes{};
        if (auto got = read(bytes, what); !got) {
            return tl::unexpected(got.error());
        }
        return loadLittle<T>(bytes.data());
    }

    Expected<std::string> text(std::size_t size, std::string_view what)
    {
        std::string got(size, '\0');
        auto read_ = read({reinterpret_cast<std::byte*>(got.data()), got.size()}, what);
        return read_ ? Expected<std::string>(std::move(got)) : tl::unexpected(read_.error());
    }

    // Nothing may come behind.
    Expected<void> finish()
    {
        if (m_from == m_to && m_left != 0) {
            static_cast<void>(refill("the end")); // reads the checksum
        }
        auto const size = m_file.size();
        bool const all =
            m_from == m_to && m_left == 0 && m_input.pos == m_input.size && size && m_at == *size;
        return all ? Expected<void>() : corrupt("there is something behind its end");
    }

    [[nodiscard]] tl::unexpected<Error> corrupt(std::string const& why) const
    {
        return fail(ErrorCode::BackupCorrupt, m_path + ": " + why);
    }

private:
    struct Freed {
        void operator()(ZSTD_DCtx* stream) const { ZSTD_freeDCtx(stream); }
    };

    Expected<void> refill(std::string_view what)
    {
        m_from = 0;
        m_to = 0;
        while (m_to == 0) {
            if (m_left == 0 && m_begun) {
                return corrupt("it ends where " + std::string(what) + " was expected");
            }
            if (m_input.pos == m_input.size) {
                auto const count = m_file.read(m_at, m_compressed);
                if (!count) {
                    return tl::unexpected(count.error());
                }
                if (*count == 0) {
                    return corrupt("it ends where " + std::string(what) + " was expected");
                }
                m_at += *count;
                m_input = {m_compressed.data(), *count, 0};
            }
            m_begun = true;
            ZSTD_outBuffer out{m_plain.data(), m_plain.size(), 0};
            m_left = ZSTD_decompressStream(m_stream.get(), &out, &m_input);
            if (ZSTD_isError(m_left) != 0) {
                return corrupt(
                    "before byte " + std::to_string(m_at) + ", at " + std::string(what) + ": " +
                    ZSTD_getErrorName(m_left)
                );
            }
            m_to = out.pos;
            if (m_left == 0 && m_to == 0) {
                return {};
            }
        }
        return {};
    }

    File& m_file;
    std::string const& m_path;
    std::unique_ptr<ZSTD_DCtx, Freed> m_stream;
    std::vector<std::byte> m_compressed;
    std::vector<std::byte> m_plain;
    ZSTD_inBuffer m_input{nullptr, 0, 0};
    std::uint64_t m_at = headBytes;
    std::size_t m_from = 0;
    std::size_t m_to = 0;
    std::size_t m_left = 1; // what zstd still wants; 0: the stream is over
    bool m_begun = false;
};

Expected<void> checkHead(File& file, std::string const& path)
{
    std::array<std::byte, headBytes> head{};
    auto const count = file.read(0, head);
    if (!count) {
        return tl::unexpected(count.error());
    }
    if (*count < headBytes || std::memcmp(head.data(), magic.data(), magic.size()) != 0) {
        return fail(ErrorCode::BackupCorrupt, path + ": does not begin as a backup does");
    }
    auto const version = loadLittle<std::uint32_t>(head.data() + 8);
    if (version != backupVersion) {
        return fail(
            ErrorCode::BackupCorrupt,
            path + ": version " + std::to_string(version) + ", this program knows " +
                std::to_string(backupVersion)
        );
    }
    return {};
}

// Names lead nowhere but below the directory they are restored to.
bool isInside(std::string_view name)
{
    if (name.empty() || name.find('\0') != std::string_view::npos) {
        return false;
    }
    while (true) {
        auto const slash = name.find('/');
        auto const part = name.substr(0, slash);
        if (part.empty() || part == "." || part == "..") {
            return false;
        }
        if (slash == std::string_view::npos) {
            return true;
        }
        name.remove_prefix(slash + 1);
    }
}

Expected<BackupEntry> readEntry(ZstdReader& from, BackupSink& to)
{
    auto const nameBytes = from.number<std::uint16_t>("a file's name");
    if (!nameBytes) {
        return tl::unexpected(nameBytes.error());
    }
    auto name = from.text(std::min<std::size_t>(*nameBytes, mostNameBytes), "a file's name");
    if (!name) {
        return tl::unexpected(name.error());
    }
    if (!isInside(*name)) {
        return from.corrupt("'" + *name + "' is no name of a file in it");
    }
    if (auto begun = to.begin(*name); !begun) {
        return tl::unexpected(begun.error());
    }
    BackupEntry entry{*name, 0, {}};
    Sha256 sum;
    std::vector<std::byte> chunk;
    while (true) {
        auto const size = from.number<std::uint32_t>("file " + *name);
        if (!size) {
            return tl::unexpected(size.error());
        }
        if (*size == 0) {
            break;
        }
        if (*size > chunkBytes) {
            return from.corrupt("file " + *name + ": a part of " + std::to_string(*size) + " bytes");
        }
        chunk.resize(*size);
        auto got = from.read(chunk, "file " + *name).and_then([&] { return to.bytes(chunk); });
        if (!got) {
            return tl::unexpected(got.error());
        }
        sum.add(chunk);
        entry.size += *size;
    }
    auto const expected = from.text(sumBytes, "the sum of file " + *name);
    if (!expected) {
        return tl::unexpected(expected.error());
    }
    entry.sha256 = sum.finish();
    if (entry.sha256 != *expected) {
        return from.corrupt("file " + *name + " has SHA-256 " + entry.sha256 + ", expected " + *expected);
    }
    auto ended = to.end();
    return ended ? Expected<BackupEntry>(std::move(entry)) : tl::unexpected(ended.error());
}

Expected<void> checkManifest(ZstdReader& from, std::vector<BackupEntry> const& entries)
{
    auto const count = from.number<std::uint64_t>("the manifest");
    if (!count) {
        return tl::unexpected(count.error());
    }
    auto const expected = from.text(sumBytes, "the manifest's sum");
    if (!expected) {
        return tl::unexpected(expected.error());
    }
    Sha256 sum;
    sum.add(bytesOf(manifestOf(entries)));
    auto const found = sum.finish();
    if (*count != entries.size() || *expected != found) {
        return from.corrupt(
            "the manifest of " + std::to_string(entries.size()) + " files has SHA-256 " + found +
            ", expected " + *expected + " of " + std::to_string(*count)
        );
    }
    return from.finish();
}

class NoSink final : public BackupSink {
public:
    Expected<void> begin(std::string const& /*name*/) override { return {}; }

    Expected<void> bytes(std::span<std::byte const> /*some*/) override { return {}; }

    Expected<void> end() override { return {}; }
};

} // namespace

Expected<std::vector<BackupEntry>> readBackup(FileSystem& files, std::string const& path, BackupSink& to)
{
    auto const file = files.open(path, OpenMode::Read);
    if (!file) {
        return tl::unexpected(file.error());
    }
    if (auto good = checkHead(**file, path); !good) {
        return tl::unexpected(good.error());
    }
    ZstdReader from(**file, path);
    std::vector<BackupEntry> entries;
    while (true) {
        auto const mark = from.number<std::uint8_t>("the next file");
        if (!mark) {
            return tl::unexpected(mark.error());
        }
        if (*mark == endMark) {
            auto checked = checkManifest(from, entries);
            return checked ? Expected<std::vector<BackupEntry>>(std::move(entries))
                           : tl::unexpected(checked.error());
        }
        if (*mark != fileMark) {
            return from.corrupt(
                "neither a file nor the end behind " + std::to_string(entries.size()) + " files"
            );
        }
        auto entry = readEntry(from, to);
        if (!entry) {
            return tl::unexpected(entry.error());
        }
        entries.push_back(std::move(*entry));
    }
}

Expected<std::vector<BackupEntry>> verifyBackup(FileSystem& files, std::string const& path)
{
    NoSink nobody;
    return readBackup(files, path, nobody);
}

} // namespace qob
