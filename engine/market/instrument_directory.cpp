#include "engine/market/instrument_directory.h"

#include <algorithm>

namespace qob {

void InstrumentDirectory::add(Instrument const& instrument)
{
    auto const known = m_entries.find(instrument.id);
    if (known != m_entries.end()) {
        Entry const& entry = known->second;
        if (entry.venue == instrument.venue && entry.symbol == instrument.symbol &&
            entry.canonical == instrument.canonical) {
            return;
        }
        remove(instrument.id);
    }
    m_entries[instrument.id] = {instrument.venue, instrument.symbol, instrument.canonical};
    m_bySymbol[{instrument.venue, instrument.symbol}] = instrument.id;
    if (!instrument.canonical.empty()) {
        auto& ids = m_byName[instrument.canonical];
        ids.insert(std::lower_bound(ids.begin(), ids.end(), instrument.id), instrument.id);
    }
}

void InstrumentDirectory::remove(InstrumentId id)
{
    auto const known = m_entries.find(id);
    if (known == m_entries.end()) {
        return;
    }
    Entry const& entry = known->second;
    auto const symbol = m_bySymbol.find({entry.venue, entry.symbol});
    if (symbol != m_bySymbol.end() && symbol->second == id) {
        m_bySymbol.erase(symbol);
    }
    if (auto const named = m_byName.find(entry.canonical); named != m_byName.end()) {
        std::erase(named->second, id);
        if (named->second.empty()) {
            m_byName.erase(named);
        }
    }
    m_entries.erase(known);
}

InstrumentId InstrumentDirectory::find(std::string_view venue, std::string_view symbol) const
{
    auto const found = m_bySymbol.find({std::string(venue), std::string(symbol)});
    return found == m_bySymbol.end() ? InstrumentId() : found->second;
}

std::vector<InstrumentId> InstrumentDirectory::named(std::string_view canonical) const
{
    auto const found = m_byName.find(canonical);
    return found == m_byName.end() ? std::vector<InstrumentId>() : found->second;
}

std::string_view InstrumentDirectory::symbolOn(std::string_view venue, std::string_view canonical) const
{
    auto const found = m_byName.find(canonical);
    if (found == m_byName.end()) {
        return {};
    }
    for (auto const id : found->second) {
        Entry const& entry = m_entries.at(id);
        if (entry.venue == venue) {
            return entry.symbol;
        }
    }
    return {};
}

std::vector<std::string_view> InstrumentDirectory::names() const
{
    std::vector<std::string_view> names;
    for (auto const& [name, ids] : m_byName) {
        names.push_back(name);
    }
    return names;
}

} // namespace qob
