#include "tests/support/allocation_count.h"

#include <execinfo.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t deepest = 24;
constexpr std::size_t mostPlaces = 16;

struct Stack {
    std::array<void*, deepest> frames{};
    std::size_t depth = 0;

    friend bool operator==(Stack const&, Stack const&) = default;
};

struct Place {
    Stack stack;
    std::uint64_t times = 0;
};

thread_local std::uint64_t allocations = 0;
thread_local bool watching = false;
thread_local std::array<Place, mostPlaces> places{};
thread_local std::size_t placeCount = 0;

void note()
{
    Stack stack;
    stack.depth = static_cast<std::size_t>(backtrace(stack.frames.data(), deepest));
    auto* const end = places.data() + placeCount;
    auto* const known = std::find_if(places.data(), end, [&](Place const& at) { return at.stack == stack; });
    if (known == end && placeCount < mostPlaces) {
        places[placeCount++] = {stack, 1};
    } else if (known != end) {
        ++known->times;
    }
}

void count()
{
    ++allocations;
    if (watching) {
        watching = false;
        note();
        watching = true;
    }
}

void* counted(std::size_t size)
{
    count();
    if (void* const memory = std::malloc(size == 0 ? 1 : size)) {
        return memory;
    }
    throw std::bad_alloc();
}

void* counted(std::size_t size, std::align_val_t alignment)
{
    count();
    auto const step = static_cast<std::size_t>(alignment);
    if (void* const memory = std::aligned_alloc(step, (size + step - 1) / step * step)) {
        return memory;
    }
    throw std::bad_alloc();
}

} // namespace

void* operator new(std::size_t size)
{
    return counted(size);
}

void* operator new[](std::size_t size)
{
    return counted(size);
}

void* operator new(std::size_t size, std::align_val_t alignment)
{
    return counted(size, alignment);
}

void* operator new[](std::size_t size, std::align_val_t alignment)
{
    return counted(size, alignment);
}

// Of its own, as a sanitizer has one that does not come here.
void* operator new(std::size_t size, std::nothrow_t const& /*tag*/) noexcept
{
    count();
    return std::malloc(size == 0 ? 1 : size);
}

void* operator new[](std::size_t size, std::nothrow_t const& /*tag*/) noexcept
{
    count();
    return std::malloc(size == 0 ? 1 : size);
}

void operator delete(void* memory) noexcept
{
    std::free(memory);
}

void operator delete[](void* memory) noexcept
{
    std::free(memory);
}

void operator delete(void* memory, std::size_t /*size*/) noexcept
{
    std::free(memory);
}

void operator delete[](void* memory, std::size_t /*size*/) noexcept
{
    std::free(memory);
}

void operator delete(void* memory, std::align_val_t /*alignment*/) noexcept
{
    std::free(memory);
}

void operator delete[](void* memory, std::align_val_t /*alignment*/) noexcept
{
    std::free(memory);
}

void operator delete(void* memory, std::size_t /*size*/, std::align_val_t /*alignment*/) noexcept
{
    std::free(memory);
}

void operator delete[](void* memory, std::size_t /*size*/, std::align_val_t /*alignment*/) noexcept
{
    std::free(memory);
}

namespace qob::test {

std::uint64_t allocationsOfThisThread()
{
    return allocations;
}

AllocationWatch::AllocationWatch()
{
    void* warm = nullptr;
    backtrace(&warm, 1); // its first call loads a library
    placeCount = 0;
    watching = true;
    m_before = allocations;
}

AllocationWatch::~AllocationWatch()
{
    watching = false;
}

std::uint64_t AllocationWatch::end()
{
    watching = false;
    return allocations - m_before;
}

std::string AllocationWatch::where() const
{
    std::string text;
    for (std::size_t i = 0; i < placeCount; ++i) {
        Stack const& stack = places[i].stack;
        text += std::to_string(places[i].times) + " times from\n";
        char** const lines = backtrace_symbols(stack.frames.data(), static_cast<int>(stack.depth));
        for (std::size_t line = 0; lines != nullptr && line < stack.depth; ++line) {
            text += "  " + std::string(lines[line]) + "\n";
        }
        std::free(lines);
    }
    return text;
}

} // namespace qob::test
