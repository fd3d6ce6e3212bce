#include "engine/book/ladder_book.h"

#include <algorithm>

namespace qob {

// Walks through what matching would do to an order, without doing it. For the cases where the shown
// quantities do not tell: makers that hide, wait, shrink or vanish as others trade, and one's own orders.
class LadderBook::DryRun {
public:
    DryRun(LadderBook const& book, Slot slot, std::int64_t limit)
        : m_book(book)
        , m_notes(book.m_pool.notes)
        , m_taker(book.takerOf(slot, limit, book.terms(slot).leaves))
        , m_mode(book.record(slot).selfTrade)
    {
        ++m_notes.run;
    }

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
    using Maker = DryRunNotes::Maker;

    void takeQueue(PriceLadder const& ladder, std::int64_t tick)
    {
        std::vector<Maker>& queue = m_notes.queue;
        queue.clear();
        ladder.eachEntry(tick, [&](Slot slot) {
            queue.push_back({slot, m_book.record(slot).queued, m_book.leavesOf(slot)});
            return true;
        });
        for (std::size_t at = 0; at < queue.size() && m_taker.leaves > 0 && !m_taker.stopped; ++at) {
            Maker maker = queue[at];
            while (maker.inPlace > 0 && m_taker.leaves > 0 && !m_taker.stopped && trade(maker)) {
            }
            if (maker.inPlace == 0 && maker.leaves > 0 && !isGone(maker.slot)) {
                maker.inPlace = std::min(m_book.terms(maker.slot).order.displayQty.value, maker.leaves);
                queue.push_back(maker);
            }
        }
    }

    bool takeAllOrNone(std::int64_t before)
    {
        const std::int64_t turn = -static_cast<std::int64_t>(m_taker.side);
        Waiting const* best = nullptr;
        for (Waiting const& waiting : m_book.m_allOrNone[m_taker.side ^ 1U]) {
            const Slot slot = waiting.slot;
            const std::int64_t tick = m_book.tickOf(slot);
            if (!reaches(m_taker.side, m_taker.limit, tick) || (tick ^ turn) >= (before ^ turn)) {
                break;
            }
            if (!isGone(slot) && m_book.terms(slot).leaves <= m_taker.leaves) {
                best = &waiting;
                break;
            }
        }
        if (best == nullptr) {
            return false;
        }
        const std::int64_t leaves = m_book.terms(best->slot).leaves;
        Maker maker{best->slot, leaves, leaves};
        trade(maker);
        m_notes.goneIn[best->slot] = m_notes.run;
        return true;
    }

    // One trade; false: the maker is out of the way.
    bool trade(Maker& maker)
    {
        OrderRecord const& order = m_book.record(maker.slot);
        if (isGone(maker.slot)) {
            return false;
        }
        std::int64_t qty = std::min(m_taker.leaves, maker.inPlace);
        bool const special = order.is(OrderRecord::hasTerms);
        if (special && has(m_book.terms(maker.slot).order.execInst, ExecInst::ReduceOnly)) {
            const std::int64_t net = m_book.m_net[order.owner.value] + moved(order.owner);
            qty = std::min(qty, std::max<std::int64_t>(0, order.side == 0 ? -net : net));
        }
        bool const prevented = qty > 0 && order.owner == m_taker.ownToPrevent;
        if (qty == 0 || prevented) {
            m_taker.stopped = prevented && m_mode != SelfTrade::CancelOldest;
            vanish(maker.slot);
            return false;
        }
        const std::int64_t sign = m_taker.side == 0 ? 1 : -1;
        moved(m_taker.owner) += sign * qty;
        moved(order.owner) -= sign * qty;
        m_taker.leaves -= qty;
        maker.inPlace -= qty;
        maker.leaves -= qty;
        cancelOthers(m_book.idOf(maker.slot), m_book.listOf(maker.slot));
        if (!m_taker.stopped) {
            cancelOthers(m_taker.id, m_book.listOf(m_taker.slot));
        }
        return true;
    }

    [[nodiscard]] bool isGone(Slot slot) const { return m_notes.goneIn[slot] == m_notes.run; }

    // How far the trades of this run have moved the owner's position.
    std::int64_t& moved(OwnerId owner)
    {
        DryRunNotes::Moved& note = m_notes.moved[owner.value];
        if (note.run != m_notes.run) {
            note = {m_notes.run, 0};
        }
        return note.qty;
    }

    void vanish(Slot slot)
    {
        m_notes.goneIn[slot] = m_notes.run;
        cancelOthers(m_book.idOf(slot), m_book.listOf(slot));
    }

    void cancelOthers(OrderId id, OrderId head)
    {
        auto const list = m_book.m_lists.find(head);
        if (list == m_book.m_lists.end() || list->second.contingency != Contingency::OneCancelsOther ||
            list->second.endedIn == m_notes.run) {
            return;
        }
        list->second.endedIn = m_notes.run;
        for (const OrderId other : list->second.orders) {
            if (other == m_taker.id && other != id) {
                m_taker.stopped = true;
            } else if (other != id) {
                m_notes.goneIn[slotOf(other)] = m_notes.run;
            }
        }
    }

    LadderBook const& m_book;
    DryRunNotes& m_notes;
    Taker m_taker;
    SelfTrade m_mode;
};

// Whether an order can be filled whole at once.
bool LadderBook::canFill(Slot slot, std::int64_t limit) const
{
    OrderRecord const& order = record(slot);
    ++m_dryRuns;
    bool const tells = m_specialLit == 0 && m_dark.empty() && m_allOrNone[order.side ^ 1U].empty() &&
                       order.selfTrade == SelfTrade::Allow;
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
