#pragma once

#include "engine/book/level_book.h"
#include "engine/market/book_sync.h"
#include "engine/market/instrument_terms.h"
#include "engine/market/market.h"
#include "engine/market/order_table.h"
#include "engine/market/recent_trades.h"
#include "engine/market/venue_spec.h"
#include "engine/market/written_book.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace qob {

// One book of an outside venue, kept from its messages: numbers become exact integers, the sequence rule is
// applied, and what changed is told. A message is applied whole or not at all. One thread.
//
// The book goes Stale at a gap, at a wrong checksum, at a number that cannot be held exactly and when it is
// crossed after a whole message; a Notice then says where and why. Only a snapshot makes it Live again.
//
// Where several connections bring the same book it follows one of them: FeedPlace::connection. Another takes
// its place with a snapshot when the book is not live.
//
// Some venues tell the last trades to whoever subscribes. A trade is told once, and what was before a
// connection opened (FeedPlace::opened) is not told of the first message with trades on it.
class FeedBook {
public:
    // `terms`: what the symbol's name tells. The instrument is published once its scales are known.
    FeedBook(InstrumentId id, VenueSpec const& spec, InstrumentTerms terms);

    // The venue's own definition; of no effect once the instrument is published.
    void describe(InstrumentTerms const& terms);

    // Whether that would make another instrument of what has been published.
    [[nodiscard]] bool wouldChangeBy(InstrumentTerms terms) const;

    // Any message of this symbol. Trades and levels are told at `time`, when the message was received.
    void onMessage(FeedMessage const& message, Timestamp time, FeedPlace place, MarketListener& listener);

    // Something of the feed was lost that may have been this book's. It is Stale until its next delta shows
    // by its number that it was not, or a snapshot comes.
    void doubt(Error const& problem, Timestamp time, FeedPlace place, MarketListener& listener);

    // Deltas wait for a snapshot, and by their numbers nobody would see that one of them is missing.
    [[nodiscard]] bool wouldMissHole() const
    {
        return m_sync.state() != FeedState::Live && m_spec->rule->ties && !m_backlog.empty();
    }

    // Messages of its connection are missing: a gap.
    void lose(Error const& problem, Timestamp time, FeedPlace place, MarketListener& listener);

    // That connection is closed; another may take its place.
    void release(std::uint32_t connection);

    // Its connection is over: a gap, and what comes on the next one does not go on from what was kept.
    void disconnect(Error const& problem, Timestamp time, FeedPlace place, MarketListener& listener);

    // Nothing more will come.
    void end(Timestamp time, FeedPlace place, MarketListener& listener);

    // As before the first message; the id stays. Nobody is told.
    void reset();

    // The same, and told: there is no book until another snapshot.
    void restart(Error const& why, Timestamp time, MarketListener& listener);

    void depth(std::size_t levels, DepthView& out) const;
    [[nodiscard]] FeedStatus status() const;

    [[nodiscard]] std::string_view venue() const { return m_spec->id; }

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

    // What a delta holds, from a message or kept from one.
    struct Change {
        SequenceSpan const& span;
        std::vector<WrittenLevel> const& bids;
        std::vector<WrittenLevel> const& asks;
        std::vector<std::uint64_t> const& bidIds;
        std::vector<std::uint64_t> const& askIds;
    };

    void onDelta(FeedMessage const& delta, Context const& context);
    void onSnapshot(FeedMessage const& snapshot, Context const& context);
    void onTrade(FeedMessage const& message, Context const& context);
    bool isPast(FeedMessage const& trade, FeedPlace const& place);
    void onStatistics(FeedMessage const& message, Context const& context);
    bool isOfAnother(FeedMessage const& message, std::uint32_t connection);
    void finishUpdate(FeedMessage const& message, Context const& context);
    void keep(FeedMessage const& delta, Context const& context);
    void keepForRefresh(FeedMessage const& delta, Context const& context);
    void fill(FeedMessage const& snapshot, Context const& context);
    void beginAnew(FeedMessage const& snapshot, Context const& context);
    [[nodiscard]] bool mayMissDeltas(FeedMessage const& snapshot) const;
    [[nodiscard]] bool takesUp(FeedMessage const& snapshot);
    void drainBacklog(Context const& context);
    bool applyDelta(Change const& change, Context const& context);
    bool convert(Change const& change, Context const& context);
    void applySide(
        Side side,
        std::vector<PriceLevel> const& levels,
        std::vector<WrittenLevel> const& written,
        Context const& context
    );
    void applyOrders(
        Side side,
        std::vector<PriceLevel> const& orders,
        std::vector<std::uint64_t> const& ids,
        Context const& context
    );
    void replaceSide(Side side, std::vector<PriceLevel>& levels, Context const& context);
    void setLevel(Side side, PriceLevel const& level, Context const& context);
    void cutDepth(Context const& context);
    void uncross(bool bidsAreNew, Context const& context);
    [[nodiscard]] bool provesItself(FeedMessage const& message) const;
    bool checksumWrong(FeedMessage const& message, Context const& context);
    bool publishInstrument(FeedMessage const* snapshot, Context const& context);
    bool readQty(WrittenNumber number, int scale, Qty& qty) const;
    Expected<void> toLevels(std::vector<WrittenLevel> const& written, std::vector<PriceLevel>& levels) const;
    void refineSteps(PriceLevel const& level, Context const& context);
    void inferSteps();
    bool checkCrossed(Context const& context);
    void gap(SequenceSpan const& delta, Context const& context);
    void stale(Error problem, Context const& context);
    void tell(FeedState state, std::optional<Error> problem, Context const& context);

    InstrumentId m_id;
    VenueSpec const* m_spec;
    InstrumentTerms m_nameTerms;
    InstrumentTerms m_terms;
    std::optional<Instrument> m_instrument;
    BookSync m_sync;
    LevelBook m_book;
    DeltaBacklog m_backlog;
    WrittenBook m_written;                // where the venue has a checksum
    std::unique_ptr<OrderTable> m_orders; // where the venue publishes orders
    std::size_t m_depth = 0;
    std::uint32_t m_bookConnection = 0;
    std::uint32_t m_tradeConnection = 0;
    FeedStatus m_status;
    Timestamp m_bookTime;
    InstrumentStatistics m_statistics; // until the instrument is published
    bool m_met = false;
    bool m_untold = false;       // changes of levels are told when all of them are made
    bool m_publishable = false;  // tick and lot are said, no snapshot is needed to know them
    bool m_singleTrades = false; // the feed carries each trade, so bundles of trades are left out
    bool m_provesItself = false; // the last delta had a number or a checksum
    std::uint64_t m_bundledUpTo = 0;
    Timestamp m_tradesSince = Timestamp::min(); // when the connection of the last trade opened
    std::uint64_t m_firstTrades = 0;            // the line of the first message with trades since
    RecentTrades m_recentTrades;
    StepCheck m_tickCheck; // of steps that come from samples and may turn out too coarse
    StepCheck m_lotCheck;
    std::vector<PriceLevel> m_newBids; // scratch
    std::vector<PriceLevel> m_newAsks;
    std::vector<PriceLevel> m_oldLevels;
};

} // namespace qob
