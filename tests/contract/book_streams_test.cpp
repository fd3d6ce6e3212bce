// L2, L1 and volume at price made from events: what a receiver has who took a snapshot anywhere and the
// deltas after it is what the books say, the fast one and the naive one, and what was traded.

#include "engine/book/book_streams.h"
#include "engine/book/ladder_book.h"
#include "tests/support/naive_book.h"
#include "tests/support/random_commands.h"
#include "tests/support/scenario_text.h"

#include <gtest/gtest.h>

#include <sstream>

namespace qob::test {
namespace {

// Keeps what it is told; a sequence number that does not follow is an error.
class Receiver final : public BookStreamSink {
public:
    void begin(BookStreams const& streams)
    {
        auto const levels = streams.levels();
        auto const volumes = streams.volumes();
        m_bids.clear();
        m_asks.clear();
        m_volumes.clear();
        for (PriceLevel const& level : levels.bids) {
            m_bids[level.price] = level.qty;
        }
        for (PriceLevel const& level : levels.asks) {
            m_asks[level.price] = level.qty;
        }
        for (TradedAtPrice const& volume : volumes.volumes) {
            m_volumes[volume.price] = volume;
        }
        m_top = streams.top().top;
        m_levelSequence = levels.sequence;
        m_topSequence = streams.top().sequence;
        m_volumeSequence = volumes.sequence;
        begun = true;
    }

    void onLevel(std::uint64_t sequence, Side side, PriceLevel const& level) override
    {
        if (begun) {
            EXPECT_EQ(sequence, ++m_levelSequence);
            auto& levels = side == Side::Buy ? m_bids : m_asks;
            levels[level.price] = level.qty;
            if (level.qty == Qty(0)) {
                levels.erase(level.price);
            }
        }
    }

    void onTop(std::uint64_t sequence, BookTop const& top) override
    {
        if (begun) {
            EXPECT_EQ(sequence, ++m_topSequence);
            EXPECT_NE(m_top, top) << "a delta that changes nothing";
            m_top = top;
        }
    }

    void onVolume(std::uint64_t sequence, TradedAtPrice const& volume) override
    {
        if (begun) {
            EXPECT_EQ(sequence, ++m_volumeSequence);
            m_volumes[volume.price] = volume;
        }
    }

    void onResync() override
    {
        begun = false;
        ++resyncs;
    }

    void expect(MatchingBook const& book, std::map<Price, TradedAtPrice> const& traded) const
    {
        std::vector<PriceLevel> bids;
        std::vector<PriceLevel> asks;
        book.levels(Side::Buy, SIZE_MAX, bids);
        book.levels(Side::Sell, SIZE_MAX, asks);
        std::vector<PriceLevel> mine;
        for (auto at = m_bids.rbegin(); at != m_bids.rend(); ++at) {
            mine.push_back({at->first, at->second});
        }
        EXPECT_EQ(mine, bids);
        mine.clear();
        for (auto const& [price, qty] : m_asks) {
            mine.push_back({price, qty});
        }
        EXPECT_EQ(mine, asks);
        EXPECT_EQ(m_top.bid, book.best(Side::Buy).value_or(PriceLevel()));
        EXPECT_EQ(m_top.ask, book.best(Side::Sell).value_or(PriceLevel()));
        EXPECT_EQ(m_volumes, traded);
    }

    bool begun = false;
    int resyncs = 0;

private:
    std::map<Price, Qty> m_bids;
    std::map<Price, Qty> m_asks;
    BookTop m_top;
    std::map<Price, TradedAtPrice> m_volumes;
    std::uint64_t m_levelSequence = 0;
    std::uint64_t m_topSequence = 0;
    std::uint64_t m_volumeSequence = 0;
};

// One sink for several receivers.
class Fan final : public BookStreamSink {
public:
    void onLevel(std::uint64_t sequence, Side side, PriceLevel const& level) override
    {
        each([&](Receiver& one) { one.onLevel(sequence, side, level); });
    }

    void onTop(std::uint64_t sequence, BookTop const& top) override
    {
        each([&](Receiver& one) { one.onTop(sequence, top); });
    }

    void onVolume(std::uint64_t sequence, TradedAtPrice const& volume) override
    {
        each([&](Receiver& one) { one.onVolume(sequence, volume); });
    }

    void onResync() override
    {
        each([](Receiver& one) { one.onResync(); });
    }

    Receiver first; // from the beginning
    Receiver late;

private:
    template <class Tell>
    void each(Tell tell)
    {
        tell(first);
        tell(late);
    }
};

// Two books of the same commands, the fast one's events told to the streams.
class StreamedBook {
public:
    explicit StreamedBook(BookRules const& rules) : m_book(rules), m_naive(rules)
    {
        fan.first.begin(streams);
    }

    // `lose`: the first event is not told. True if that makes a hole that can be seen.
    bool apply(Command const& command, bool lose = false)
    {
        BookEvents unheard;
        applyTo(m_naive, command, unheard);
        applyTo(m_book, command, m_events);
        m_events.each([&](BookEvent const& event) {
            m_numbered.push_back(event);
            if (event.kind == BookEvent::Kind::Trade) {
                TradedAtPrice& at = m_traded[event.price];
                at.price = event.price;
                (event.side == Side::Buy    ? at.bought
                 : event.side == Side::Sell ? at.sold
                                            : at.crossed) += event.qty;
            }
        });
        bool const hole = lose && m_events.size() > 1;
        for (std::uint64_t at = m_numbered.size() - m_events.size() + (hole ? 1 : 0); at < m_numbered.size();
             ++at) {
            streams.onEvent(at, m_numbered[at]);
        }
        m_events.clear();
        return hole;
    }

    void restart()
    {
        streams.restart(m_book, m_numbered.size());
        m_traded.clear();
    }

    void expect(Receiver const& receiver) const
    {
        receiver.expect(m_book, m_traded);
        receiver.expect(m_naive, m_traded);
    }

    [[nodiscard]] MatchingBook const& book() const { return m_book; }

    Fan fan;
    BookStreams streams{fan};

private:
    LadderBook m_book;
    NaiveBook m_naive;
    BookEvents m_events;
    std::vector<BookEvent> m_numbered;
    std::map<Price, TradedAtPrice> m_traded;
};

TEST(BookStreams, ASnapshotAnywhereAndTheDeltasAfterItAreTheBook)
{
    for (std::uint64_t seed = 0; seed < 24 && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        RaceStyle const style = styleOf(seed);
        RandomChance chance(seed);
        RandomCommands commands(style, chance);
        StreamedBook streamed(style.rules);
        for (int i = 0; i < 1200 && !testing::Test::HasFailure(); ++i) {
            streamed.apply(commands.next(streamed.book()));
            if (i % 150 == 75) {
                streamed.fan.late.begin(streamed.streams);
            }
            streamed.expect(streamed.fan.first);
            if (streamed.fan.late.begun) {
                streamed.expect(streamed.fan.late);
            }
        }
        EXPECT_EQ(streamed.fan.first.resyncs, 0);
    }
}

TEST(BookStreams, ALostEventIsAResyncAndSilenceUntilTheRestart)
{
    for (std::uint64_t seed = 0; seed < 12 && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        RaceStyle const style = styleOf(seed);
        RandomChance chance(seed);
        RandomCommands commands(style, chance);
        StreamedBook streamed(style.rules);
        int losses = 0;
        for (int i = 0; i < 600; ++i) {
            bool const lose = streamed.streams.live() && chance.in100(20);
            losses += streamed.apply(commands.next(streamed.book()), lose) ? 1 : 0;
            if (chance.in100(40) && !streamed.streams.live()) {
                EXPECT_EQ(streamed.fan.first.resyncs, losses);
                EXPECT_FALSE(streamed.fan.first.begun);
                streamed.restart();
                streamed.fan.first.begin(streamed.streams);
            }
            if (streamed.streams.live()) {
                streamed.expect(streamed.fan.first);
            }
        }
        EXPECT_GT(losses, 3);
    }
}

// Writes what it is told, a line each.
class Teller final : public BookStreamSink {
public:
    void onLevel(std::uint64_t sequence, Side side, PriceLevel const& level) override
    {
        line("L2", sequence, (side == Side::Buy ? "bid " : "ask ") + text(level));
    }

    void onTop(std::uint64_t sequence, BookTop const& top) override
    {
        line("L1", sequence, text(top.bid) + " | " + text(top.ask));
    }

    void onVolume(std::uint64_t sequence, TradedAtPrice const& at) override
    {
        std::ostringstream parts;
        parts << at.price.value << ": " << at.bought.value << " " << at.sold.value << " " << at.crossed.value;
        line("volume", sequence, parts.str());
    }

    void onResync() override { told += "resync\n"; }

    std::string told;

private:
    static std::string text(PriceLevel const& level)
    {
        return std::to_string(level.qty.value) + "@" + std::to_string(level.price.value);
    }

    void line(char const* stream, std::uint64_t sequence, std::string const& what)
    {
        told += std::string(stream) + " " + std::to_string(sequence) + " " + what + "\n";
    }
};

TEST(BookStreams, SayWhatABookShows)
{
    Teller teller;
    BookStreams streams(teller);
    LadderBook book(BookRules{});
    BookEvents events;
    Names names;
    auto const say = [&](char const* line) {
        auto const command = parseCommand(line, names);
        EXPECT_TRUE(command) << line;
        teller.told.clear();
        applyTo(book, command.value_or(Command(Timestamp())), events);
        events.each([&, number = events.first()](BookEvent const& event) mutable {
            streams.onEvent(number++, event);
        });
        events.clear();
        return teller.told;
    };
    EXPECT_EQ(say("a: ann buy 5 @ 100"), "L2 1 bid 5@100\nL1 1 5@100 | 0@0\n");
    EXPECT_EQ(say("b: bob buy 3 @ 99"), "L2 2 bid 3@99\n");
    EXPECT_EQ(say("h: bob sell 4 @ 102 hidden"), "");
    EXPECT_EQ(
        say("c: cid sell 6 @ 100"),
        "L2 3 bid 0@100\nL1 2 3@99 | 0@0\nvolume 1 100: 0 5 0\nL2 4 ask 1@100\nL1 3 3@99 | 1@100\n"
    );
    EXPECT_EQ(say("cancel b"), "L2 5 bid 0@99\nL1 4 0@0 | 1@100\n");
    EXPECT_EQ(
        say("d: dan buy 2 @ 102"),
        "L2 6 ask 0@100\nL1 5 0@0 | 0@0\nvolume 2 100: 1 5 0\nvolume 3 102: 1 0 0\n"
    );
}

TEST(BookStreams, AHoleIsSaidOnceAndTakesANumberInEachStream)
{
    Teller teller;
    BookStreams streams(teller, 7);
    BookEvent event;
    event.kind = BookEvent::Kind::Accepted;
    event.side = Side::Buy;
    event.price = Price(10);
    event.levelQty = Qty(1);
    streams.onEvent(7, event);
    streams.onEvent(9, event);
    streams.onEvent(10, event);
    EXPECT_EQ(teller.told, "L2 1 bid 1@10\nL1 1 1@10 | 0@0\nresync\n");
    EXPECT_FALSE(streams.live());
    LadderBook book(BookRules{});
    streams.restart(book, 20);
    teller.told.clear();
    EXPECT_TRUE(streams.live());
    EXPECT_EQ(streams.levels().sequence, 2U);
    EXPECT_EQ(streams.volumes().since, 20U);
    streams.onEvent(20, event);
    EXPECT_EQ(teller.told, "L2 3 bid 1@10\nL1 3 1@10 | 0@0\n");
}

} // namespace
} // namespace qob::test
