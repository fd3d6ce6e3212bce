#pragma once

#include <cstdint>
#include <string>

namespace qob::test {

// How often the calling thread has asked for memory. A program that links allocation_count.cpp counts.
std::uint64_t allocationsOfThisThread();

// What the calling thread asks for from here on, and from where.
class AllocationWatch {
public:
    AllocationWatch();
    ~AllocationWatch();

    AllocationWatch(AllocationWatch const&) = delete;
    AllocationWatch& operator=(AllocationWatch const&) = delete;

    // Ends the watch; how often it was.
    std::uint64_t end();

    // The call stacks of the first few places that asked, a "module(+offset)" a line for addr2line. After
    // end().
    [[nodiscard]] std::string where() const;

private:
    std::uint64_t m_before;
};

} // namespace qob::test
