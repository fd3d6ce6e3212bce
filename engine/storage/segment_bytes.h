#pragma once

#include "engine/storage/file_system.h"
#include "engine/storage/little_endian.h"

#include <algorithm>

namespace qob {

// A segment in memory. Used again for the next one, because most of what reading costs is new memory.
class SegmentBytes {
public:
    // All of the file, but not more than `limit` bytes of it.
    Expected<void> read(File& file, std::uint64_t limit)
    {
        auto const fileSize = file.size();
        if (!fileSize) {
            return tl::unexpected(fileSize.error());
        }
        auto const size = std::min(*fileSize, limit);
        if (size > m_capacity) {
            m_bytes = std::make_unique_for_overwrite<std::byte[]>(size);
            m_capacity = size;
        }
        auto const count = file.read(0, {m_bytes.get(), size});
        if (!count) {
            return tl::unexpected(count.error());
        }
        m_size = *count;
        return {};
    }

    [[nodiscard]] std::span<std::byte const> from(std::uint64_t offset) const
    {
        return std::span<std::byte const>(m_bytes.get(), m_size)
            .subspan(std::min<std::uint64_t>(offset, m_size));
    }

    // Where in [begin, end) the first byte other than zero lies; `end` when there is none. Behind the end of
    // the file all is zero.
    [[nodiscard]] std::uint64_t firstNonZero(std::uint64_t begin, std::uint64_t end) const
    {
        auto const last = std::min<std::uint64_t>(end, m_size);
        auto at = begin;
        while (at < last) {
            if (at + 8 <= last && loadLittle<std::uint64_t>(m_bytes.get() + at) == 0) {
                at += 8;
            } else if (m_bytes[at] == std::byte{0}) {
                ++at;
            } else {
                return at;
            }
        }
        return end;
    }

    // One behind the last byte other than zero, but not below `begin`.
    [[nodiscard]] std::uint64_t writtenEnd(std::uint64_t begin) const
    {
        auto end = std::max<std::uint64_t>(begin, m_size);
        while (end >= begin + 8 && loadLittle<std::uint64_t>(m_bytes.get() + end - 8) == 0) {
            end -= 8;
        }
        while (end > begin && m_bytes[end - 1] == std::byte{0}) {
            --end;
        }
        return end;
    }

private:
    std::unique_ptr<std::byte[]> m_bytes;
    std::size_t m_capacity = 0;
    std::size_t m_size = 0;
};

} // namespace qob
