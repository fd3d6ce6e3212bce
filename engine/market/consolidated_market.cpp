#include "engine/market/consolidated_market.h"

#include <algorithm>

namespace qob {

ConsolidatedMarket::Entry&
ConsolidatedMarket::open(CanonicalName const& name, bool withFees, KnownOf const& known)
{
    auto& entry = m_entries[{name, withFees}];
    if (!entry) {
        entry = std::make_unique<Entry>(Entry{ConsolidatedBook(name, withFees)});
        for (auto const id : m_directory.named(name.view())) {
            auto const member = known(id);
            entry->book.setInstrument(member.instrument);
            entry->book.setState(id, member.state);
            entry->book.setBest(id, member.bid, member.ask);
        }
        index();
    }
    return *entry;
}

void ConsolidatedMarket::closeAllBut(std::vector<std::pair<CanonicalName, bool>> const& wanted)
{
    auto const closed = std::erase_if(m_entries, [&](auto const& entry) {
        return std::find(wanted.begin(), wanted.end(), entry.first) == wanted.end();
    });
    if (closed != 0) {
        index();
    }
}

// Which books each instrument is in.
void ConsolidatedMarket::index()
{
    m_byMember.clear();
    for (auto const& [key, entry] : m_entries) {
        for (auto const id : m_directory.named(key.first.view())) {
            m_byMember[id].push_back(entry.get());
        }
    }
}

void ConsolidatedMarket::onInstrument(Instrument const& instrument)
{
    m_directory.add(instrument);
    if (m_entries.empty()) {
        return;
    }
    for (auto const& [key, entry] : m_entries) {
        if (key.first.view() == instrument.canonical) {
            entry->book.setInstrument(instrument);
        } else {
            entry->book.remove(instrument.id);
        }
        entry->changed = true;
    }
    index();
}

void ConsolidatedMarket::onBest(InstrumentId instrument, PriceLevel const& bid, PriceLevel const& ask)
{
    if (auto const found = m_byMember.find(instrument); found != m_byMember.end()) {
        for (Entry* const entry : found->second) {
            entry->book.setBest(instrument, bid, ask);
            entry->changed = true;
        }
    }
}

void ConsolidatedMarket::onFeed(InstrumentId instrument, FeedState state)
{
    if (auto const found = m_byMember.find(instrument); found != m_byMember.end()) {
        for (Entry* const entry : found->second) {
            entry->book.setState(instrument, state);
            entry->changed = true;
        }
    }
}

void ConsolidatedMarket::view(
    Entry const& entry, Market const& market, std::size_t levels, Timestamp now, ConsolidatedView& out
)
{
    std::vector<DepthView> books;
    for (auto const id : entry.book.shown()) {
        market.depth(id, levels, books.emplace_back());
    }
    entry.book.merge(books, levels, now, out);
}

} // namespace qob
