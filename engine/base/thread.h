#pragma once

#include <string>
#include <thread>
#include <utility>

namespace qob {

// What a thread's work is to the others: nobody waits for what is done behind them, and it gives way.
enum class ThreadWork { Prompt, Behind };

// Of the thread that calls it.
void beThread(std::string const& name, ThreadWork work);

// A thread under the name it has in docs/threads.md (15 letters at most), which top, perf and gdb show.
template <class Run>
std::thread startThread(std::string name, ThreadWork work, Run run)
{
    return std::thread([name = std::move(name), work, run = std::move(run)]() mutable {
        beThread(name, work);
        run();
    });
}

} // namespace qob
