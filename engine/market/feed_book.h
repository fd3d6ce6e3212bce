#pragma once

#include "engine/book/level_book.h"
#include "engine/market/book_sync.h"
#include "engine/market/instrument_terms.h"
#include "engine/market/market.h"

#include <optional>
#include <string>
#include <vector>

namespace qob {

// One book of an outside venue, kept from its messages: numbers become exact integers, the sequence rule is
// applied, and what changed is told. A message is applied whole or not at all. One thread.
//
// The book goes Stale at a gap, at a number that cannot be held exactly and when it is crossed after a whole
// message; a Notice then says where and why. Only a snapshot makes it Live again.
class FeedBook {
public:
    // `terms`: what the symbol's name tells. The instrument is published once its scales are known.
    FeedBook(InstrumentId id, std::string_view venue, SyncRule const& rule, InstrumentTerms terms);

    // The venue's own definition; of no effect once the instrument is published.
    void describe(InstrumentTerms const& terms);

    // Any message of this symbol. Trades and levels are told at `time`, when the message was received.
    void onMessage(FeedMessage const& message, Timestamp time, FeedPlace place, MarketListener& listener);

    // Something of the feed was lost that may have been this book's. It is Stale until its next delta shows
    // by its number that it was not, or a snapshot comes.
    void doubt(Error const& problem, Timestamp time, FeedPlace place, MarketListener& listener);

    // Nothing more will come.
    void end(Timestamp time, FeedPlace place, MarketListener& listener);

    // As before the first message; the id stays.
    void reset();

    void depth(std::size_t levels, DepthView& out) const;
    [[nodiscard]] FeedStatus status() const;

    [[nodiscard]] std::string const& venue() const { return m_venue; }

    [[nodiscard]] std::string const& symbol() const { return m_nameTerms.symbol; }

    // A level or a trade has come, so that there is something to show besides a name.
    [[nodiscard]] bool met() const { return m_met; }

    // Nothing before it is published.
    [[nodiscard]] std::optional<Instrument> const& instrument() const { return m_instrument; }

private:
    struct Context {
        Timestamp time;
        FeedPlace place;
        MarketListener& listener;
    };

    void onDelta(FeedMessage const& delta, Context const& context);
    void onSnapshot(FeedMessage const& snapshot, Context const& context);
    void onTrade(FeedMessage const& message, Context const& context);
    void drainBacklog(Context const& context);
    bool applyDelta(
        SequenceSpan const& span,
        std::vector<WrittenLevel> const& bids,
        std::vector<WrittenLevel> const& asks,
        Context const& context
    );
    void applySide(Side side, std::vector<PriceLevel> const& levels, Context const& context);
    bool publishInstrument(FeedMessage const* snapshot, Context const& context);
    Expected<void> toLevels(std::vector<WrittenLevel> const& written, std::vector<PriceLevel>& levels) const;
    void refineSteps(PriceLevel const& level, Context const& context);
    void inferSteps();
    bool checkCrossed(Context const& context);
    void gap(SequenceSpan const& delta, Context const& context);
    void stale(Error problem, Context const& context);
    void tell(FeedState state, std::optional<Error> problem, Context const& context);

    InstrumentId m_id;
    std::string m_venue;
    InstrumentTerms m_nameTerms;
    InstrumentTerms m_terms;
    std::optional<Instrument> m_instrument;
    BookSync m_sync;
    LevelBook m_book;
    DeltaBacklog m_backlog;
    FeedStatus m_status;
    Timestamp m_bookTime;
    bool m_met = false;
    bool m_publishable = false;  // tick and lot are said, no snapshot is needed to know them
    bool m_singleTrades = false; // the feed carries each trade, so bundles of trades are left out
    std::uint64_t m_bundledUpTo = 0;
    StepCheck m_tickCheck; // of steps that come from samples and may turn out too coarse
    StepCheck m_lotCheck;
    std::vector<PriceLevel> m_newBids; // scratch
    std::vector<PriceLevel> m_newAsks;
};

} // namespace qob
