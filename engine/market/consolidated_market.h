#pragma once

#include "engine/book/consolidated_book.h"
#include "engine/market/instrument_directory.h"
#include "engine/market/market.h"

#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace qob {

// The consolidated books that somebody looks at, kept up from what a market tells. A name nobody has asked
// for costs nothing. One thread.
class ConsolidatedMarket {
public:
    // What is known of an instrument when a book is made that it belongs to.
    struct Known {
        Instrument const& instrument;
        FeedState state;
        PriceLevel bid;
        PriceLevel ask;
    };

    using KnownOf = std::function<Known(InstrumentId)>;

    struct Entry {
        ConsolidatedBook book;
        bool changed = true; // since the flag was last cleared by the publisher
    };

    // The book of a name, made where there is none yet: of all instruments in the directory that bear the
    // name, and of those to come.
    Entry& open(CanonicalName const& name, bool withFees, KnownOf const& known);

    // Books that nobody wants any more.
    void closeAllBut(std::vector<std::pair<CanonicalName, bool>> const& wanted);

    void onInstrument(Instrument const& instrument);
    void onBest(InstrumentId instrument, PriceLevel const& bid, PriceLevel const& ask);
    void onFeed(InstrumentId instrument, FeedState state);

    [[nodiscard]] InstrumentDirectory const& directory() const { return m_directory; }

    // All of `entry`, `levels` a side, with the members' books as the market shows them.
    static void
    view(Entry const& entry, Market const& market, std::size_t levels, Timestamp now, ConsolidatedView& out);

private:
    void index();

    InstrumentDirectory m_directory;
    std::map<std::pair<CanonicalName, bool>, std::unique_ptr<Entry>> m_entries;
    std::map<InstrumentId, std::vector<Entry*>> m_byMember;
};

} // namespace qob
