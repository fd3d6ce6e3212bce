#include "engine/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace qob {

void checkFailed(const char* condition, const char* file, int line)
{
    std::fprintf(stderr, "qob: broken invariant: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

} // namespace qob
