// Coarse heat maps beside a history.

#include "engine/history/heat_hour.h"
#include "tests/support/history_kit.h"

#include <cmath>
#include <limits>

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
    auto const damage = reader.heat("TOY", "AAAUSDT", columnTime, from, to, [&](HeatChunk const& chunk) {
        addCells(chunk, cells);
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
    encodeHeat(chunk, codec, bytes);
    auto const read = decodeHeat(bytes, codec);
    ASSERT_TRUE(read) << read.error().message();
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
