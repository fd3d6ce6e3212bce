#include "engine/session/past_heat.h"

#include "engine/base/thread.h"

#include <chrono>
#include <iterator>

namespace qob {

PastHeat::PastHeat(ReadPastHeat read, std::function<void()> wake)
    : m_read(std::move(read))
    , m_wake(std::move(wake))
{
    if (m_read) {
        m_thread = startThread("past", ThreadWork::Prompt, [this] { run(); });
    }
}

PastHeat::~PastHeat()
{
    m_stop = true;
    m_asked.wake();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void PastHeat::add(SubscriberPtr const& subscriber, Instrument const* instrument)
{
    if (instrument == nullptr || !m_read) {
        m_ready.push_back({subscriber, {}, {}});
    } else {
        m_asked.pushAlways({subscriber, *instrument, {}});
    }
}

void PastHeat::send()
{
    m_found.take(m_taken);
    m_ready.insert(
        m_ready.end(), std::make_move_iterator(m_taken.begin()), std::make_move_iterator(m_taken.end())
    );
    std::erase_if(m_ready, [](Page const& page) {
        if (page.subscriber->revoked()) {
            return true;
        }
        page.subscriber->send(page.heat);
        return !page.subscriber->wantsSnapshot();
    });
}

void PastHeat::run()
{
    std::vector<Page> asked;
    while (!m_stop) {
        m_asked.waitAndTake(asked, std::chrono::hours(1));
        for (Page& page : asked) {
            if (m_stop) {
                return;
            }
            if (page.subscriber->revoked()) {
                continue;
            }
            page.heat = m_read(page.instrument, page.subscriber->topic().hour);
            m_found.pushAlways(std::move(page));
            m_wake();
        }
    }
}

} // namespace qob
