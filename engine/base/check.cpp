#include "engine/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace qob {

void checkFailed(char const* condition, char const* file, int line)
{
    std::fprintf(stderr, "qob: broken invariant: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

} // namespace qob
