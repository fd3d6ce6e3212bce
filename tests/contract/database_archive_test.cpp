// Candles and trades of a session into both databases: what is closed, what was seen, and what is missing.

#include "engine/database/market_archive.h"
#include "tests/support/database_kit.h"
#include "tests/support/fake_session.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>

namespace qob::test {

namespace {

constexpr InstrumentId btc(1);
const Topic instruments{TopicKind::Instruments, {}};
const Topic trades{TopicKind::Trades, btc};
const Topic candles{TopicKind::Candles, btc, CandleInterval::Min1};
const Timestamp start(1'767'225'600'000'000'000);

Trade trade(int second)
{
    Trade made;
    made.instrument = btc;
    made.price = Price(6'000'000 + second);
    made.qty = Qty(second + 1);
    made.aggressor = Side::Buy;
    made.time = start + seconds(second);
    made.id = static_cast<std::uint64_t>(second) + 1;
    return made;
}

Candle candle(int minute, bool closed, bool incomplete = false)
{
    Candle made;
    made.start = start + minutes(minute);
    made.open = Price(100 + minute);
    made.high = Price(200);
    made.low = Price(50);
    made.close = Price(150);
    made.trades = 3;
    made.closed = closed;
    made.incomplete = incomplete;
    return made;
}

class DatabaseArchive : public DatabaseTest {
protected:
    void SetUp() override
    {
        DatabaseTest::SetUp();
        Instrument instrument;
        instrument.id = btc;
        instrument.venue = "SIM-A";
        instrument.symbol = "BTC-USDT";
        instrument.priceScale = 2;
        instrument.qtyScale = 3;
        Instrument other = instrument;
        other.id = InstrumentId(2);
        other.symbol = "ETH-USDT";
        m_session.setSnapshot(instruments, InstrumentList{{instrument, other}});
        m_session.setSnapshot(trades, TradeBatch{{trade(0)}, 0});
        m_session.setSnapshot(
            candles, CandleBatch{CandleInterval::Min1, {candle(0, true), candle(1, false)}}
        );
    }

    std::unique_ptr<MarketArchive> archive(std::size_t queueRows = 1'000)
    {
        MarketArchiveSettings archiveSettings;
        archiveSettings.choose = [](Instrument const& instrument) -> ArchiveChoice {
            return instrument.id == btc ? ArchiveChoice{true, {CandleInterval::Min1}} : ArchiveChoice{};
        };
        archiveSettings.queueRows = queueRows;
        archiveSettings.batchRows = 100;
        archiveSettings.interval = milliseconds(5);
        archiveSettings.firstRetry = milliseconds(5);
        archiveSettings.longestRetry = milliseconds(20);
        m_time.advance(seconds(1));
        auto made = std::make_unique<MarketArchive>(
            m_session,
            archiveSettings,
            [this]() -> Expected<std::unique_ptr<Database>> {
                if (m_away) {
                    return fail(ErrorCode::DatabaseUnavailable, "away");
                }
                if (GetParam() == Backend::Postgres) {
                    return Database::open(settings());
                }
                auto file = SqliteConnection::open(settings().file, SqliteSync::Normal, milliseconds(10));
                return file ? Database::over(std::move(*file)) : tl::unexpected(file.error());
            },
            m_time,
            m_log
        );
        EXPECT_TRUE(soon([&] {
            return m_session.subscribers(trades) == 1 && m_session.subscribers(candles) == 1;
        }));
        return made;
    }

    // From a connection that is open, too.
    void takeAway()
    {
        m_away = true;
        if (GetParam() == Backend::Postgres) {
            server().stop();
        } else {
            m_blocker = connect();
            ASSERT_TRUE(m_blocker->begin());
        }
    }

    void bringBack()
    {
        m_away = false;
        if (GetParam() == Backend::Postgres) {
            server().start();
        } else {
            m_blocker->rollback();
        }
    }

    static bool soon(std::function<bool()> const& done)
    {
        for (int i = 0; i < 4'000 && !done(); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return done();
    }

    std::vector<std::uint64_t> tickIds(Database& database)
    {
        std::vector<std::uint64_t> ids;
        auto const ticks = database.ticks(m_query);
        EXPECT_TRUE(ticks);
        for (auto const& tick : *ticks) {
            ids.push_back(tick.tradeId);
        }
        return ids;
    }

    FakeSession m_session;
    ManualClock m_time{start};
    Log m_log{{.consoleLevel = LogLevel::Off, .file = {}}};
    std::atomic<bool> m_away = false;
    std::unique_ptr<SqlConnection> m_blocker;
    SeriesQuery m_query{"SIM-A", "BTC-USDT"};
};

using Ids = std::vector<std::uint64_t>;

} // namespace

TEST_P(DatabaseArchive, KeepsTradesFromNowOnAndClosedCandles)
{
    auto const database = open();
    {
        auto const kept = archive();
        EXPECT_EQ(m_session.subscribers({TopicKind::Trades, InstrumentId(2)}), 0U);
        m_session.publish(trades, TradeBatch{{trade(1), trade(2)}, 0});
        m_session.publish(candles, CandleBatch{CandleInterval::Min1, {candle(1, true), candle(2, false)}});
        ASSERT_TRUE(soon([&] { return kept->status().written == 4; }));
        EXPECT_TRUE(kept->status().up);
        m_session.publish(trades, TradeBatch{{trade(3)}, 0});
    } // what waits is written
    EXPECT_EQ(tickIds(*database), (Ids{2, 3, 4}));
    auto const ticks = database->ticks(m_query);
    EXPECT_EQ(ticks->front().price, Amount(static_cast<Int128>(6'000'001) * pow10(16)));
    EXPECT_EQ(ticks->front().qty, Amount(2 * pow10(15)));
    auto const stored = database->candles(m_query, CandleInterval::Min1);
    ASSERT_EQ(stored->size(), 2U);
    EXPECT_EQ((*stored)[1].open, Amount(static_cast<Int128>(101) * pow10(16)));
    EXPECT_TRUE(database->gaps(m_query)->empty());
}

TEST_P(DatabaseArchive, ARepeatedSnapshotIsNotKeptTwiceAndAHoleIsAGap)
{
    auto const database = open();
    auto const kept = archive();
    m_session.publish(trades, TradeBatch{{trade(1), trade(2)}, 0});
    m_session.resync(trades, TradeBatch{{trade(0), trade(1), trade(2), trade(3)}, 0});
    ASSERT_TRUE(soon([&] { return tickIds(*database) == Ids{2, 3, 4}; }));
    EXPECT_TRUE(database->gaps(m_query)->empty());
    m_session.resync(trades, TradeBatch{{trade(10), trade(11)}, 0});
    ASSERT_TRUE(soon([&] { return tickIds(*database) == Ids{2, 3, 4, 11, 12}; }));
    m_session.publish(trades, TradeBatch{{trade(20)}, 7});
    ASSERT_TRUE(soon([&] { return tickIds(*database).size() == 6; }));
    auto const gaps = database->gaps(m_query);
    ASSERT_EQ(gaps->size(), 2U);
    EXPECT_EQ((*gaps)[0], (GapRow{"SIM-A", "BTC-USDT", "ticks", start + seconds(3), start + seconds(10), 0}));
    EXPECT_EQ(
        (*gaps)[1], (GapRow{"SIM-A", "BTC-USDT", "ticks", start + seconds(11), start + seconds(20), 7})
    );
}

TEST_P(DatabaseArchive, WhatTheQueueCannotHoldIsAGap)
{
    auto const database = open();
    auto const kept = archive(50);
    m_session.publish(trades, TradeBatch{{trade(1)}, 0});
    ASSERT_TRUE(soon([&] { return tickIds(*database).size() == 1; }));
    takeAway();
    for (int i = 2; i < 200; ++i) {
        m_session.publish(trades, TradeBatch{{trade(i)}, 0});
    }
    EXPECT_TRUE(soon([&] { return !kept->status().up; }));
    for (int i = 200; i < 400; ++i) {
        m_session.publish(trades, TradeBatch{{trade(i)}, 0});
    }
    m_session.publish(candles, CandleBatch{CandleInterval::Min1, {candle(5, true)}});
    EXPECT_TRUE(soon([&] { return kept->status().lost > 0; }));
    bringBack();
    ASSERT_TRUE(soon([&] { return kept->status().up && kept->status().waiting == 0; }));
    m_session.publish(trades, TradeBatch{{trade(500)}, 0});
    ASSERT_TRUE(soon([&] {
        auto const newest = database->newestTick("SIM-A", "BTC-USDT");
        return newest && *newest == start + seconds(500);
    }));
    // Every trade is in the table or in a gap.
    auto const ids = tickIds(*database);
    auto const gaps = database->gaps(m_query);
    std::uint64_t lost = 0;
    for (GapRow const& gap : *gaps) {
        lost += gap.stream == "ticks" ? gap.lost : 0;
    }
    EXPECT_EQ(ids.size() + lost, 400U);
    EXPECT_GT(lost, 200U);
    for (std::uint64_t id = 2; id <= 400; ++id) {
        bool const there = std::find(ids.begin(), ids.end(), id) != ids.end();
        auto const time = trade(static_cast<int>(id) - 1).time;
        bool const inGap = std::any_of(gaps->begin(), gaps->end(), [&](GapRow const& gap) {
            return gap.stream == "ticks" && gap.begins <= time && time <= gap.ends;
        });
        EXPECT_TRUE(there || inGap) << id;
    }
    EXPECT_TRUE(std::any_of(gaps->begin(), gaps->end(), [](GapRow const& gap) {
        return gap.stream == "candles 1m";
    }));
}

TEST_P(DatabaseArchive, BetweenTwoProgramsNobodyWatched)
{
    auto const database = open();
    {
        auto const first = archive();
        m_session.publish(trades, TradeBatch{{trade(1)}, 0});
    }
    {
        auto const second = archive();
        m_session.publish(trades, TradeBatch{{trade(30), trade(31)}, 0});
        m_session.publish(candles, CandleBatch{CandleInterval::Min1, {candle(0, true, true)}});
    }
    EXPECT_EQ(tickIds(*database), (Ids{2, 31, 32}));
    auto const gaps = database->gaps(m_query);
    ASSERT_EQ(gaps->size(), 1U);
    EXPECT_EQ(gaps->front().begins, start + seconds(1));
    EXPECT_EQ(gaps->front().ends, start + seconds(30));
    // A candle that was watched as a whole stays so.
    EXPECT_FALSE(database->candles(m_query, CandleInterval::Min1)->front().incomplete);
}

INSTANTIATE_TEST_SUITE_P(, DatabaseArchive, bothBackends, nameOfBackend);

} // namespace qob::test
