#pragma once

#include "engine/base/check.h"

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace qob {

// A fixed number of zeroed elements in reserved address space: the system gives memory page by page as it is
// touched, so that room for millions costs nothing until it is used, and nothing ever moves or is allocated
// later. T's all-zero bytes must be a good T.
template <class T>
requires std::is_trivially_copyable_v<T>

class PagedArray {
public:
    // `hugePages` for arrays that will be large and touched at random: fewer address translations missed.
    explicit PagedArray(std::size_t count, bool hugePages = false)
        : m_bytes(count * sizeof(T) + (hugePages ? 2 * hugePage : 0))
    {
        m_memory = mmap(
            nullptr, m_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0
        );
        CHECK(m_memory != MAP_FAILED);
        void* first = m_memory;
        if (hugePages) {
            // Only whole pages at multiples of their size can be huge: the reservation has one more at each
            // end.
            auto const skip = -reinterpret_cast<std::uintptr_t>(m_memory) % hugePage;
            first = static_cast<std::byte*>(m_memory) + skip;
            madvise(first, m_bytes - hugePage, MADV_HUGEPAGE);
        }
        m_data = static_cast<T*>(first);
    }

    ~PagedArray() { munmap(m_memory, m_bytes); }

    PagedArray(PagedArray const&) = delete;
    PagedArray& operator=(PagedArray const&) = delete;

    T& operator[](std::size_t index) { return m_data[index]; }

    T const& operator[](std::size_t index) const { return m_data[index]; }

private:
    static constexpr std::size_t hugePage = std::size_t{2} << 20U;

    void* m_memory;
    T* m_data;
    std::size_t m_bytes;
};

} // namespace qob
