#pragma once

#include "engine/base/clock.h"
#include "engine/base/rng.h"
#include "engine/book/level_book.h"
#include "engine/market/market.h"

#include <algorithm>
#include <array>

namespace qob::test {

// Two books that change at random, the same for the same seed: something to record. Runs on for ever, 10 ms a
// message.
class ToyMarket final : public Market {
public:
    static constexpr Timestamp start = Timestamp(1'700'000'000'000'000'000);

    explicit ToyMarket(std::uint64_t seed = 1) : m_rng(seed) {}

    static Instrument instrument(std::uint32_t id)
    {
        Instrument instrument;
        instrument.id = InstrumentId(id);
        instrument.venue = "TOY";
        instrument.symbol = id == 1 ? "AAAUSDT" : "BBBUSDT";
        instrument.base = AssetName(id == 1 ? "AAA" : "BBB");
        instrument.quote = AssetName("USDT");
        instrument.priceScale = 2;
        instrument.qtyScale = 4;
        instrument.tickSize = Price(5);
        instrument.lotSize = Qty(10);
        return instrument;
    }

    // That many messages.
    void run(std::size_t messages, MarketListener& to)
    {
        for (std::size_t i = 0; i < messages; ++i) {
            if (std::exchange(m_begun, true)) {
                m_now += milliseconds(10);
                message(1 + static_cast<std::uint32_t>(m_rng.next() % 2), to);
            } else {
                begin(to);
            }
        }
    }

    [[nodiscard]] Timestamp now() const { return m_now; }

    [[nodiscard]] MarketKind kind() const override { return MarketKind::Live; }

    [[nodiscard]] Timestamp begin() const override { return start; }

    [[nodiscard]] Timestamp end() const override { return Timestamp::max(); }

    [[nodiscard]] Timestamp nextEventTime() override { return m_now + milliseconds(10); }

    void runUntil(Timestamp limit, MarketListener& listener) override
    {
        while (nextEventTime() <= limit) {
            run(1, listener);
        }
    }

    void depth(InstrumentId instrument, std::size_t levels, DepthView& out) const override
    {
        Book const& book = m_books.at(instrument.value - 1);
        out.instrument = instrument;
        out.sequence = book.sequence;
        out.state = book.status.state;
        book.levels.depth(Side::Buy, levels, out.bids);
        book.levels.depth(Side::Sell, levels, out.asks);
    }

    [[nodiscard]] FeedStatus feed(InstrumentId instrument) const override
    {
        return m_books.at(instrument.value - 1).status;
    }

    [[nodiscard]] bool canRewind() const override { return false; }

    void rewind() override {}

    void rollHistory(InstrumentId /*id*/, std::size_t /*events*/, MarketListener& /*listener*/) override {}

    [[nodiscard]] std::vector<InstrumentId> historyPending() const override { return {}; }

private:
    struct Book {
        LevelBook levels;
        FeedStatus status;
        std::uint64_t sequence = 0;
    };

    void begin(MarketListener& to)
    {
        for (std::uint32_t id = 1; id <= 2; ++id) {
            Book& book = m_books.at(id - 1);
            book.status.instrument = InstrumentId(id);
            to.onInstrument(instrument(id));
            to.onFeed(book.status);
            to.onBookCleared(InstrumentId(id), m_now);
            for (std::int64_t i = 1; i <= 50; ++i) {
                set(id, Side::Buy, 10'000 - i * 5, i * 10, to);
                set(id, Side::Sell, 10'000 + i * 5, i * 10, to);
            }
            update(id, to);
            book.status.state = FeedState::Live;
            to.onFeed(book.status);
        }
    }

    void message(std::uint32_t id, MarketListener& to)
    {
        auto const changes = 1 + m_rng.next() % 6;
        for (std::uint64_t i = 0; i < changes; ++i) {
            bool const bid = m_rng.next() % 2 == 0;
            auto const away = static_cast<std::int64_t>(1 + m_rng.next() % 60) * 5;
            auto const qty = static_cast<std::int64_t>(m_rng.next() % 4 == 0 ? 0 : m_rng.next() % 1000 * 10);
            set(id, bid ? Side::Buy : Side::Sell, bid ? 10'000 - away : 10'000 + away, qty, to);
        }
        update(id, to);
        if (m_rng.next() % 5 == 0) {
            Book& book = m_books.at(id - 1);
            ++book.status.trades;
            auto const side = std::array{Side::Buy, Side::Sell, Side::Undisclosed}.at(m_rng.next() % 3);
            to.onTrade({InstrumentId(id), Price(10'000), Qty(70), side, m_now, book.status.trades * 3});
        }
    }

    void set(std::uint32_t id, Side side, std::int64_t price, std::int64_t qty, MarketListener& to)
    {
        m_books.at(id - 1).levels.set(side, Price(price), Qty(qty));
        to.onLevel(InstrumentId(id), side, Price(price), Qty(qty), m_now);
    }

    void update(std::uint32_t id, MarketListener& to)
    {
        Book& book = m_books.at(id - 1);
        ++book.sequence;
        ++book.status.messages;
        book.status.lastMessage = m_now;
        to.onBookUpdated(InstrumentId(id), m_now);
    }

    Rng m_rng;
    Timestamp m_now = start;
    bool m_begun = false;
    std::array<Book, 2> m_books;
};

// Wall time as if the toy market had begun just now: a live market's time is the clock's.
class ToyClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override { return ToyMarket::start + (steady() - m_begin); }

    [[nodiscard]] Duration steady() const override { return m_clock.steady(); }

private:
    SystemClock m_clock;
    Duration m_begin = m_clock.steady();
};

// Tells two listeners.
class BothHear final : public MarketListener {
public:
    BothHear(MarketListener& a, MarketListener& b) : m_a(a), m_b(b) {}

    void onInstrument(Instrument const& instrument) override
    {
        m_a.onInstrument(instrument);
        m_b.onInstrument(instrument);
    }

    void onLevel(InstrumentId id, Side side, Price price, Qty qty, Timestamp time) override
    {
        m_a.onLevel(id, side, price, qty, time);
        m_b.onLevel(id, side, price, qty, time);
    }

    void onBookCleared(InstrumentId id, Timestamp time) override
    {
        m_a.onBookCleared(id, time);
        m_b.onBookCleared(id, time);
    }

    void onBookUpdated(InstrumentId id, Timestamp time) override
    {
        m_a.onBookUpdated(id, time);
        m_b.onBookUpdated(id, time);
    }

    void onTrade(Trade const& trade) override
    {
        m_a.onTrade(trade);
        m_b.onTrade(trade);
    }

    void onStatistics(InstrumentStatistics const& statistics) override
    {
        m_a.onStatistics(statistics);
        m_b.onStatistics(statistics);
    }

    void onFeed(FeedStatus const& status) override
    {
        m_a.onFeed(status);
        m_b.onFeed(status);
    }

    void onNotice(Notice const& notice) override
    {
        m_a.onNotice(notice);
        m_b.onNotice(notice);
    }

private:
    MarketListener& m_a;
    MarketListener& m_b;
};

} // namespace qob::test
