#pragma once

namespace qob {

// Prints what was broken and where, then aborts: a book or a ledger that is wrong must not go on.
[[noreturn]] void checkFailed(char const* condition, char const* file, int line);

} // namespace qob

// An invariant of money, books or the program itself; always on. Input is never checked with it: that is
// Expected's.
#define CHECK(condition)                                                                                     \
    do {                                                                                                     \
        if (!(condition)) [[unlikely]] {                                                                     \
            ::qob::checkFailed(#condition, __FILE__, __LINE__);                                              \
        }                                                                                                    \
    } while (false)
