#include "engine/base/thread.h"

#include <pthread.h>
#include <sys/resource.h>

namespace qob {

void beThread(std::string const& name, ThreadWork work)
{
    constexpr int behind = 5; // of nice: a third of a prompt thread's share where both want to run
    pthread_setname_np(pthread_self(), name.c_str());
    if (work == ThreadWork::Behind) {
        setpriority(PRIO_PROCESS, 0, behind); // on Linux of this thread alone
    }
}

} // namespace qob
