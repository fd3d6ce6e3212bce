#include "engine/book/ladder_book.h"

#include <algorithm>
#include <unordered_set>

namespace qob {

// Walks through what matching would do to an order, without doing it. For the cases where the shown
// quantities do not tell: makers that hide, wait, shrink or vanish as others trade, and one's own orders.
class LadderBook::DryRun {
public:
    DryRun(LadderBook const& book, Slot slot, std::int64_t limit)
        : m_book(book)
        , m_taker(book.takerOf(slot, limit, book.terms(slot).leaves))
        , m_mode(book.record(slot).selfTrade)
    {}

    bool fills()
    {
        unsigned const other = m_taker.side ^ 1U;
        std::int64_t lit = m_book.m_lit.best(other);
        std::int64_t dark = m_book.m_dark.best(other);
        while (m_taker.leaves > 0 && !m_taker.stopped) {
            bool const litFirst = reaches(m_taker.side, dark, lit);
            const std::int64_t tick = litFirst ? lit : dark;
            if (takeAllOrNone(tick)) {
                continue;
            }
            if (!reaches(m_taker.side, m_taker.limit, tick)) {
                break;
            }
            takeQueue(litFirst ? m_book.m_lit : m_book.m_dark, tick);
            (litFirst ? lit : dark) = (litFirst ? m_book.m_lit : m_book.m_dark).next(other, tick);
        }
        return m_taker.leaves == 0;
    }

private:
    struct Maker {
        Slot slot;
        std::int64_t inPlace;
        std::int64_t leaves;
    };

    void takeQueue(Ladder const& ladder, std::int64_t tick)
    {
        std::deque<Maker> queue;
        ladder.eachEntry(tick, [&](Slot slot) {
            queue.push_back({slot, m_book.record(slot).queued, m_book.leavesOf(slot)});
            return true;
        });
        while (!queue.empty() && m_taker.leaves > 0 && !m_taker.stopped) {
            Maker maker = queue.front();
            queue.pop_front();
            while (maker.inPlace > 0 && m_taker.leaves > 0 && !m_taker.stopped && trade(maker)) {
            }
            if (maker.inPlace == 0 && maker.leaves > 0 && !m_gone.contains(maker.slot)) {
                maker.inPlace = std::min(m_book.terms(maker.slot).order.displayQty.value, maker.leaves);
                queue.push_back(maker);
            }
        }
    }

    bool takeAllOrNone(std::int64_t before)
    {
        const std::int64_t turn = -static_cast<std::int64_t>(m_taker.side);
        Waiting const* best = nullptr;
        for (Waiting const& waiting : m_book.m_allOrNone) {
            const Slot slot = waiting.slot;
            const std::int64_t tick = m_book.tickOf(slot);
            bool const fits = m_book.record(slot).side != m_taker.side && !m_gone.contains(slot) &&
                              reaches(m_taker.side, m_taker.limit, tick) && (tick ^ turn) < (before ^ turn) &&
                              m_book.terms(slot).leaves <= m_taker.leaves;
            if (fits && (best == nullptr || (tick ^ turn) < (m_book.tickOf(best->slot) ^ turn))) {
                best = &waiting;
            }
        }
        if (best == nullptr) {
            return false;
        }
        const std::int64_t leaves = m_book.terms(best->slot).leaves;
        Maker maker{best->slot, leaves, leaves};
        trade(maker);
        m_gone.insert(best->slot);
        return true;
    }

    // One trade; false: the maker is out of the way.
    bool trade(Maker& maker)
    {
        OrderRecord const& order = m_book.record(maker.slot);
        if (m_gone.contains(maker.slot)) {
            return false;
        }
        std::int64_t qty = std::min(m_taker.leaves, maker.inPlace);
        bool const special = order.is(OrderRecord::hasTerms);
        if (special && has(m_book.terms(maker.slot).order.execInst, ExecInst::ReduceOnly)) {
            const std::int64_t net = m_book.m_net[order.owner.value] + m_moved[order.owner];
            qty = std::min(qty, std::max<std::int64_t>(0, order.side == 0 ? -net : net));
        }
        bool const prevented = qty > 0 && order.owner == m_taker.ownToPrevent;
        if (qty == 0 || prevented) {
            m_taker.stopped = prevented && m_mode != SelfTrade::CancelOldest;
            vanish(maker.slot);
            return false;
        }
        const std::int64_t sign = m_taker.side == 0 ? 1 : -1;
        m_moved[m_taker.owner] += sign * qty;
        m_moved[order.owner] -= sign * qty;
        m_taker.leaves -= qty;
        maker.inPlace -= qty;
        maker.leaves -= qty;
        cancelOthers(m_book.idOf(maker.slot), m_book.listOf(maker.slot));
        if (!m_taker.stopped) {
            cancelOthers(m_taker.id, m_book.listOf(m_taker.slot));
        }
        return true;
    }

    void vanish(Slot slot)
    {
        m_gone.insert(slot);
        cancelOthers(m_book.idOf(slot), m_book.listOf(slot));
    }

    void cancelOthers(OrderId id, OrderId head)
    {
        auto const list = m_book.m_lists.find(head);
        if (list == m_book.m_lists.end() || list->second.contingency != Contingency::OneCancelsOther ||
            !m_ended.insert(head).second) {
            return;
        }
        for (const OrderId other : list->second.orders) {
            if (other == m_taker.id && other != id) {
                m_taker.stopped = true;
            } else if (other != id) {
                m_gone.insert(slotOf(other));
            }
        }
    }

    LadderBook const& m_book;
    Taker m_taker;
    SelfTrade m_mode;
    std::unordered_set<Slot> m_gone;
    std::unordered_set<OrderId> m_ended;               // lists
    std::unordered_map<OwnerId, std::int64_t> m_moved; // positions, by these trades
};

// Whether an order can be filled whole at once.
bool LadderBook::canFill(Slot slot, std::int64_t limit) const
{
    OrderRecord const& order = record(slot);
    bool const tells =
        m_specialLit == 0 && m_dark.empty() && m_allOrNone.empty() && order.selfTrade == SelfTrade::Allow;
    return tells ? shownSuffices(order.side, limit, terms(slot).leaves) : DryRun(*this, slot, limit).fills();
}

bool LadderBook::shownSuffices(unsigned side, std::int64_t limit, std::int64_t leaves) const
{
    unsigned const other = side ^ 1U;
    for (std::int64_t tick = m_lit.best(other); leaves > 0 && reaches(side, limit, tick);
         tick = m_lit.next(other, tick)) {
        leaves -= m_lit.qtyAt(tick);
    }
    return leaves <= 0;
}

} // namespace qob
