// Coarse heat maps beside a history.

#include "engine/history/heat_hour.h"
#include "tests/support/history_kit.h"
#include "tests/support/scripted_market.h"

#include <cmath>
#include <limits>
#include <set>

using namespace qob;
using namespace qob::test;

namespace {

using Cells = std::map<std::pair<std::int64_t, std::int32_t>, float>; // by column and tick

void addCells(HeatChunk const& chunk, Cells& cells)
{
    EXPECT_LE(chunk.columns.size(), heatChunkColumns);
    std::map<std::int32_t, float> now;
    for (HeatLevel const& level : chunk.levels) {
        now[level.tick] = level.size;
    }
    std::uint32_t change = 0;
    for (std::size_t i = 0; i < chunk.columns.size(); ++i) {
        for (; change < chunk.columns[i].changesEnd; ++change) {
            now[chunk.changes[change].tick] = chunk.changes[change].size;
        }
        for (auto const& [tick, size] : now) {
            auto& cell = cells[{chunk.firstColumn + static_cast<std::int64_t>(i), tick}];
            cell = std::abs(size) > std::abs(cell) ? size : cell;
        }
    }
}

// What each column shows, from a history's chunks.
Cells cellsOf(HistoryReader const& reader, Duration columnTime, Timestamp from, Timestamp to)
{
    Cells cells;
    auto const damage = reader.heat("TOY", "AAAUSDT", columnTime, from, to, [&](StoredHeat const& heat) {
        addCells(heat.chunk, cells);
    });
    EXPECT_TRUE(damage.empty());
    return cells;
}

// The largest size shown in each column, by looking at the book after each event.
class NaiveHeat final : public MarketListener {
public:
    explicit NaiveHeat(Duration columnTime) : m_columnTime(columnTime.value) {}

    Cells cells;

    void onInstrument(Instrument const& /*i*/) override {}

    void onLevel(InstrumentId id, Side side, Price price, Qty qty, Timestamp time) override
    {
        if (id != InstrumentId(1)) {
            return;
        }
        goTo(time.value / m_columnTime);
        auto const tick = static_cast<std::int32_t>(price.value / 5);
        float const size = static_cast<float>(qty.value) / 1e4F * (side == Side::Buy ? 1.0F : -1.0F);
        m_now[tick] = size;
        show(tick, size);
    }

    void onBookCleared(InstrumentId /*i*/, Timestamp /*t*/) override {}

    void onBookUpdated(InstrumentId /*i*/, Timestamp time) override { goTo(time.value / m_columnTime); }

    void onTrade(Trade const& /*t*/) override {}

    void onFeed(FeedStatus const& /*s*/) override {}

    void onNotice(Notice const& /*n*/) override {}

private:
    void goTo(std::int64_t column)
    {
        for (m_column = m_column == 0 ? column - 1 : m_column; m_column < column;) {
            ++m_column;
            for (auto const& [tick, size] : m_now) {
                show(tick, size);
            }
        }
    }

    void show(std::int32_t tick, float size)
    {
        auto& cell = cells[{m_column, tick}];
        cell = std::abs(size) > std::abs(cell) ? size : cell;
    }

    std::int64_t m_columnTime;
    std::int64_t m_column = 0;
    std::map<std::int32_t, float> m_now;
};

void expectSameCells(Cells const& a, Cells const& b, std::int64_t lastColumn)
{
    std::size_t compared = 0;
    for (auto const& [place, size] : a) {
        if (std::abs(size) < 0.012F || place.first >= lastColumn) { // smaller ones are not seen
            continue;
        }
        auto const found = b.find(place);
        ASSERT_TRUE(found != b.end()) << place.first << " " << place.second;
        ASSERT_NEAR(found->second, size, std::abs(size) / 15) << place.first << " " << place.second;
        ++compared;
    }
    EXPECT_GT(compared, 100U);
}

// One book, recorded while it is set by hand.
class Scene {
public:
    Scene()
    {
        auto settings = smallBlocks();
        settings.history.keyTime = seconds(7);
        m_recorder = openRecorder(disk, settings, *m_market, m_market->now);
    }

    void define(std::int64_t tick, int priceScale = 2)
    {
        Instrument instrument = ToyMarket::instrument(1);
        instrument.tickSize = Price(tick);
        instrument.priceScale = priceScale;
        m_recorder->onInstrument(instrument);
        m_market->setState(*m_recorder, FeedState::Live);
    }

    void set(std::int64_t price, std::int64_t qty) { m_market->show(*m_recorder, Side::Buy, price, qty); }

    // Nothing happens but far from the price, second by second.
    void pass(Duration time)
    {
        for (auto const end = m_market->now + time; m_market->now < end;) {
            m_market->now = m_market->now + seconds(1);
            m_market->show(*m_recorder, Side::Sell, 1'000'000, 10);
        }
    }

    void end() { ASSERT_TRUE(m_recorder->finish()); }

    FaultyFileSystem disk;

private:
    std::unique_ptr<ScriptedMarket> m_market = startedMarket();
    std::unique_ptr<HistoryRecorder> m_recorder;

    static std::unique_ptr<ScriptedMarket> startedMarket()
    {
        auto market = std::make_unique<ScriptedMarket>(ToyMarket::instrument(1));
        market->now = ToyMarket::start;
        return market;
    }
};

} // namespace

TEST(HistoryHeat, columnsHoldTheLargestSizes)
{
    FaultyFileSystem disk;
    auto settings = smallBlocks(512);
    settings.history.segmentTime = seconds(70); // chunks are cut by segments
    ToyMarket market;
    NaiveHeat second(seconds(1));
    NaiveHeat ten(seconds(10));
    auto const recorder = openRecorder(disk, settings, market, market.now());
    BothHear naive(second, ten);
    BothHear both(naive, *recorder);
    market.run(30'000, both); // 300 s
    ASSERT_TRUE(recorder->finish());
    auto const reader = HistoryReader::open(disk, historyFolder);
    ASSERT_TRUE(reader);
    auto const last = market.now().value / seconds(1).value;
    auto const all = Timestamp::max() - seconds(100);
    auto const fine = cellsOf(*reader, seconds(1), Timestamp(0), all);
    expectSameCells(second.cells, fine, last);
    expectSameCells(fine, second.cells, last);
    auto const coarse = cellsOf(*reader, seconds(10), Timestamp(0), all);
    expectSameCells(ten.cells, coarse, last / 10 - 1);
    expectSameCells(coarse, ten.cells, last / 10 - 1);
    EXPECT_FALSE(cellsOf(*reader, minutes(1), Timestamp(0), all).empty());
    // A range gives the chunks that touch it.
    const Timestamp from = ToyMarket::start + seconds(100);
    auto const range = cellsOf(*reader, seconds(1), from, from + seconds(10));
    EXPECT_TRUE(range.contains({from.value / seconds(1).value, range.begin()->first.second}));
    EXPECT_LT(range.size(), fine.size() / 2);
}

TEST(HistoryHeat, anHourIsCutOutOfWhatWasRecorded)
{
    constexpr std::int64_t hourSeconds = 3600;
    FaultyFileSystem disk;
    auto settings = smallBlocks(4096);
    settings.history.segmentTime = minutes(10);
    ToyMarket market;
    auto const recorder = openRecorder(disk, settings, market, market.now());
    market.run(285'000, *recorder); // into the next hour
    ASSERT_TRUE(recorder->finish());
    const std::int64_t hour = ToyMarket::start.value / hours(1).value;
    auto const whole = cellsOf(
        *HistoryReader::open(disk, historyFolder), seconds(1), Timestamp(0), Timestamp::max() - hours(1)
    );
    ASSERT_GE(whole.rbegin()->first.first, (hour + 1) * hourSeconds);
    Cells cells;
    const Instrument instrument = ToyMarket::instrument(1);
    std::size_t chunks = 0;
    for (std::int64_t h = hour - 1; h <= hour + 2; ++h) {
        std::int64_t before = h * hourSeconds;
        // The same history twice is told once.
        for (HeatChunkPtr const& chunk :
             heatHour(disk, {historyFolder, historyFolder}, instrument, h).chunks) {
            EXPECT_GE(chunk->firstColumn, before);
            before = chunk->firstColumn + std::ssize(chunk->columns);
            EXPECT_LE(before, (h + 1) * hourSeconds);
            EXPECT_EQ(chunk->columns.back().changesEnd, chunk->changes.size());
            EXPECT_EQ(chunk->columns.back().dotsEnd, chunk->dots.size());
            addCells(*chunk, cells);
            ++chunks;
        }
    }
    EXPECT_GT(chunks, 20U);
    std::erase_if(cells, [](auto const& cell) { return cell.second == 0; });
    auto expected = whole;
    std::erase_if(expected, [](auto const& cell) { return cell.second == 0; });
    EXPECT_EQ(cells, expected);
    EXPECT_TRUE(heatHour(disk, {"nowhere"}, instrument, hour).chunks.empty());
    for (std::int64_t const never :
         {std::int64_t{-1},
          std::numeric_limits<std::int64_t>::min(),
          std::numeric_limits<std::int64_t>::max()}) {
        EXPECT_TRUE(heatHour(disk, {historyFolder}, instrument, never).chunks.empty());
    }
    Instrument unknown = instrument;
    unknown.symbol = "NEVER";
    EXPECT_TRUE(heatHour(disk, {historyFolder}, unknown, hour).chunks.empty());
}

TEST(HistoryHeat, eachChunkSaysWhatItsTicksWere)
{
    Scene scene;
    scene.define(10);
    scene.set(1'000, 7'000);
    for (int i = 0; i < 200; ++i) { // the second chunk is open then
        scene.set(990, 1'000 + i % 2 * 1'000);
        scene.pass(seconds(1));
    }
    scene.define(5);
    scene.set(985, 3'000);
    scene.pass(seconds(100));
    scene.end();
    auto const reader = HistoryReader::open(scene.disk, historyFolder);
    std::int64_t columns = 0;
    std::set<std::int64_t> ticks;
    Cells cells; // by price
    auto const visit = [&](StoredHeat const& heat) {
        Cells byTick;
        addCells(heat.chunk, byTick);
        columns += std::ssize(heat.chunk.columns);
        ticks.insert(heat.tick.size);
        for (auto const& [place, size] : byTick) {
            cells[{place.first, place.second * static_cast<std::int32_t>(heat.tick.size)}] = size;
        }
    };
    EXPECT_TRUE(reader->heat("TOY", "AAAUSDT", seconds(1), {}, Timestamp::max() - seconds(1), visit).empty());
    EXPECT_EQ(ticks, (std::set<std::int64_t>{5, 10}));
    EXPECT_GE(columns, 300);
    EXPECT_LE(columns, 302) << "no second twice";
    std::int64_t const first = ToyMarket::start.value / seconds(1).value;
    for (auto const second : {first, first + 190, first + 199, first + 200, first + 290}) {
        EXPECT_FLOAT_EQ((cells[{second, 1'000}]), 0.6875F) << second - first; // 0.7, rounded
        EXPECT_GT((cells[{second, 990}]), 0.0F) << second - first;
        EXPECT_EQ((cells[{second, 985}]) > 0, second >= first + 200) << second - first;
    }
    // An hour is told in the present tick, and what cannot be is left out.
    auto const hourIn = [&](std::int64_t tick) {
        Instrument instrument = ToyMarket::instrument(1);
        instrument.tickSize = Price(tick);
        Cells told;
        for (std::int64_t hour = 0; hour < 2; ++hour) {
            auto const update = heatHour(
                scene.disk, {historyFolder}, instrument, ToyMarket::start.value / hours(1).value + hour
            );
            for (HeatChunkPtr const& chunk : update.chunks) {
                addCells(*chunk, told);
            }
        }
        return told;
    };
    auto fine = hourIn(5);
    EXPECT_GT((fine[{first + 100, 200}]), 0.0F);
    EXPECT_GT((fine[{first + 250, 200}]), 0.0F);
    EXPECT_FALSE(fine.contains({first + 100, 100})) << "which would be half the price";
    auto coarse = hourIn(10);
    EXPECT_GT((coarse[{first + 100, 100}]), 0.0F);
    EXPECT_FALSE(coarse.contains({first + 250, 100}));
}

TEST(HistoryHeat, otherDecimalsAreAnotherTick)
{
    Scene scene;
    scene.define(10);
    scene.set(1'000, 7'000);
    scene.pass(seconds(5));
    scene.define(10, 3); // the same number of smaller units
    scene.set(10'000, 7'000);
    scene.pass(seconds(5));
    scene.end();
    std::vector<HeatTick> ticks;
    auto const visit = [&](StoredHeat const& heat) {
        ticks.push_back(heat.tick);
    };
    auto const reader = HistoryReader::open(scene.disk, historyFolder);
    EXPECT_TRUE(reader->heat("TOY", "AAAUSDT", seconds(1), {}, Timestamp::max() - seconds(1), visit).empty());
    EXPECT_EQ(ticks, (std::vector{HeatTick{10, 2}, HeatTick{10, 3}}));
}

TEST(HistoryHeat, aWallIsShownWhenThePriceHasComeNear)
{
    Scene scene;
    scene.define(1);
    scene.set(10'000, 1'000);
    scene.set(9'600, 8'000); // four percent away
    scene.pass(seconds(5));
    scene.set(9'650, 1'000);
    scene.set(10'000, 0);
    scene.pass(seconds(20)); // over a key frame
    scene.end();
    auto const reader = HistoryReader::open(scene.disk, historyFolder);
    auto const cells = cellsOf(*reader, seconds(1), Timestamp(0), Timestamp::max() - seconds(1));
    std::int64_t const first = ToyMarket::start.value / seconds(1).value;
    EXPECT_TRUE(cells.contains({first + 20, 9'600}));
    EXPECT_TRUE(cells.contains({first + 20, 9'650}));
    EXPECT_TRUE(cells.contains({first + 2, 10'000})) << "though the price is elsewhere in the end";
}

TEST(HistoryHeat, chunksOfTheFirstVersionAreRead)
{
    HeatChunk chunk;
    chunk.columns = {{0, 0, 90, 110, 0, true}};
    HistoryCodec codec;
    std::vector<std::byte> bytes;
    encodeHeat(chunk, {5, 2}, codec, bytes);
    std::span<std::byte const> rest(bytes);
    std::vector<std::byte> numbers;
    std::vector<std::byte> sizes;
    ASSERT_TRUE(codec.unpack(rest, numbers));
    ASSERT_TRUE(codec.unpack(rest, sizes));
    numbers.resize(numbers.size() - 2); // which ended before the tick
    std::vector<std::byte> old;
    codec.pack(numbers, old);
    codec.pack(sizes, old);
    auto const stored = decodeHeat(old, codec);
    ASSERT_TRUE(stored) << stored.error().message();
    EXPECT_EQ(stored->tick.size, 0);
    EXPECT_EQ(stored->chunk.columns[0].askTick, 110);
}

TEST(HistoryHeat, whatIsNotAChunkIsRefused)
{
    HeatChunk chunk;
    chunk.firstColumn = 1'700'000'000;
    chunk.levels = {{100, 1.5F}, {110, -2.25F}};
    chunk.changes = {{100, 0.0F}, {99, 3.0F}};
    chunk.dots = {{7, -1.0F}};
    chunk.columns = {{1, 0, 90, 110, 0, true}, {2, 1, 91, 109, 7, false}};
    HistoryCodec codec;
    std::vector<std::byte> bytes;
    encodeHeat(chunk, {5, 2}, codec, bytes);
    auto const stored = decodeHeat(bytes, codec);
    ASSERT_TRUE(stored) << stored.error().message();
    EXPECT_EQ(stored->tick, (HeatTick{5, 2}));
    HeatChunk const* const read = &stored->chunk;
    EXPECT_EQ(read->firstColumn, chunk.firstColumn);
    EXPECT_EQ(read->levels[1].tick, 110);
    EXPECT_EQ(read->levels[1].size, -2.25F);
    EXPECT_EQ(read->changes[1].tick, 99);
    EXPECT_EQ(read->columns[1].askTick, 109);
    EXPECT_TRUE(read->columns[0].stale);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        EXPECT_FALSE(decodeHeat(std::span(bytes).first(i), codec));
        auto damaged = bytes;
        damaged[i] ^= std::byte{0x81};
        static_cast<void>(decodeHeat(damaged, codec)); // it must only not crash
    }
}
