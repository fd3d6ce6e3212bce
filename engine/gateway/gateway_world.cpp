#include "engine/gateway/gateway_world.h"

namespace qob {

AccountDesk* AccountDesks::of(AccountId id)
{
    auto& desk = m_desks[id];
    if (desk == nullptr) {
        auto session = m_open(id);
        if (session == nullptr) {
            m_desks.erase(id);
            return nullptr;
        }
        // What all accounts do is counted at the desk of each.
        bool const everybody = id == AccountId(0);
        const DeskObserver nobody{
            [](Duration) {},
            [](ExecutionReport const&) {
            }};
        desk = std::make_unique<AccountDesk>(
            id, std::move(session), m_thread, m_clock, everybody ? nobody : m_observer, m_kept
        );
    }
    return desk.get();
}

} // namespace qob
