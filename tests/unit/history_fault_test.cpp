// Histories on disks that fail, and of programs that were killed.

#include "tests/support/capture_files.h"
#include "tests/support/history_kit.h"

#include <condition_variable>

using namespace qob;
using namespace qob::test;

namespace {

// A recording of that many messages, closed as it should be.
std::vector<std::byte> recorded(std::size_t messages, ToyMarket& market, RecorderSettings const& settings)
{
    FaultyFileSystem disk;
    recordToy(disk, settings, messages, market);
    return disk.content(segmentPath(1));
}

std::string partPath(std::uint64_t number)
{
    return segmentPath(number) + std::string(historyPart);
}

// Makes the disk fail from a call on.
class Failing {
public:
    explicit Failing(FaultyFileSystem& disk)
    {
        disk.setHook([this](DiskCall call, std::string_view path) -> std::optional<ErrorCode> {
            std::unique_lock lock(m_mutex);
            bool const writes = call == DiskCall::Write && path.find(".qh") != std::string_view::npos;
            m_waiting = m_waiting || (writes && m_held);
            m_changed.notify_all();
            m_changed.wait(lock, [&] { return !writes || !m_held; });
            return writes && m_failing ? std::optional(ErrorCode::JournalFull) : std::nullopt;
        });
    }

    void fail(bool on) { set(m_failing, on); }

    void hold(bool on) { set(m_held, on); }

    void waitForWriter()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_waiting; });
    }

private:
    void set(bool& what, bool on)
    {
        const std::lock_guard lock(m_mutex);
        what = on;
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_failing = false;
    bool m_held = false;
    bool m_waiting = false;
};

// The toy's two books with more levels in all than a block may hold.
class DeepMarket final : public Market {
public:
    static constexpr std::int64_t levels = 300'000; // a side

    [[nodiscard]] MarketKind kind() const override { return MarketKind::Live; }

    [[nodiscard]] Timestamp begin() const override { return ToyMarket::start; }

    [[nodiscard]] Timestamp end() const override { return Timestamp::max(); }

    [[nodiscard]] Timestamp nextEventTime() override { return Timestamp::max(); }

    void runUntil(Timestamp /*limit*/, MarketListener& /*listener*/) override {}

    void depth(InstrumentId instrument, std::size_t most, DepthView& out) const override
    {
        out.instrument = instrument;
        out.bids.clear();
        out.asks.clear();
        auto const count = static_cast<std::int64_t>(std::min<std::size_t>(most, levels));
        for (std::int64_t i = 1; i <= count; ++i) {
            out.bids.push_back({Price((levels + 1 - i) * 5), Qty(10)});
            out.asks.push_back({Price((levels + 1 + i) * 5), Qty(10)});
        }
    }

    [[nodiscard]] FeedStatus feed(InstrumentId instrument) const override
    {
        return {.instrument = instrument, .state = FeedState::Live};
    }

    [[nodiscard]] bool canRewind() const override { return false; }

    void rewind() override {}

    void rollHistory(InstrumentId /*id*/, std::size_t /*events*/, MarketListener& /*listener*/) override {}

    [[nodiscard]] std::vector<InstrumentId> historyPending() const override { return {}; }
};

} // namespace

TEST(HistoryFault, aCutCostsAtMostTheLastBlock)
{
    ToyMarket market;
    auto const whole = recorded(300, market, smallBlocks(256));
    FaultyFileSystem disk;
    disk.setContent(segmentPath(1), whole);
    auto const closed = SegmentReader::open(disk, segmentPath(1));
    ASSERT_TRUE(closed);
    auto const end = (*closed)->goodEnd();
    auto const& blocks = (*closed)->blocks();
    ASSERT_GE(blocks.size(), 4U);
    disk.erase(segmentPath(1));
    std::uint64_t before = 0; // level changes but for the last block's
    for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
        before += blocks[i].header.levels;
    }
    for (auto size = blocks.back().offset + 1; size <= end; ++size) {
        disk.setContent(
            partPath(1), std::vector(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))
        );
        ToyMarket other(2);
        auto recorder = HistoryRecorder::open(disk, smallBlocks(), other, market.now());
        ASSERT_TRUE(recorder) << size << recorder.error().message();
        EXPECT_EQ((*recorder)->takeNotices().size(), 1U);
        ASSERT_TRUE((*recorder)->finish());
        recorder->reset();
        auto const reader = HistoryReader::open(disk, historyFolder);
        ASSERT_TRUE(reader) << size;
        auto const check = reader->verify();
        EXPECT_TRUE(check.damage.empty()) << size << check.damage.front().message();
        EXPECT_EQ(check.levels, size == end ? before + blocks.back().header.levels : before) << size;
        EXPECT_TRUE(reader->segments().front().closed);
        disk.erase(segmentPath(1));
    }
}

TEST(HistoryFault, everyFlippedBitIsFoundAndNeverSmears)
{
    ToyMarket market;
    auto settings = smallBlocks(256);
    settings.history.keyTime = seconds(2);
    auto const whole = recorded(1'000, market, settings);
    FaultyFileSystem disk;
    std::size_t staleInTheEnd = 0;
    for (std::size_t at = 0; at < whole.size(); at += 13) {
        auto damaged = whole;
        damaged[at] ^= static_cast<std::byte>(1U << (at % 8));
        disk.setContent(segmentPath(1), damaged);
        auto const reader = HistoryReader::open(disk, historyFolder);
        if (!reader) {
            EXPECT_LT(at, historyHeaderBytes);
            EXPECT_NE(reader.error().detail.find(segmentPath(1) + ": byte 0"), std::string::npos);
            continue;
        }
        auto const check = reader->verify();
        ASSERT_FALSE(check.damage.empty()) << at;
        EXPECT_NE(check.damage.front().detail.find(segmentPath(1) + ": byte "), std::string::npos)
            << check.damage.front().detail;
        auto const history = openMarket(disk);
        HeardMarket heard;
        history->runUntil(Timestamp::max(), heard);
        if (history->feed(InstrumentId(1)).state == FeedState::Stale) {
            ++staleInTheEnd;
            EXPECT_FALSE(heard.notices.empty());
            EXPECT_TRUE(depthOf(*history, 1).bids.empty()) << "a book that is not known shows nothing";
        } else {
            expectSameBooks(*history, market);
        }
    }
    EXPECT_LT(staleInTheEnd, whole.size() / 13 / 2) << "key frames end most holes";
}

TEST(HistoryFault, rotInTheMiddleOfAKilledRecordingIsNamedAndKept)
{
    ToyMarket market;
    auto settings = smallBlocks(256);
    settings.history.keyTime = seconds(2);
    auto whole = recorded(1'000, market, settings);
    FaultyFileSystem disk;
    disk.setContent(segmentPath(1), whole);
    auto const closed = SegmentReader::open(disk, segmentPath(1));
    auto const end = static_cast<std::ptrdiff_t>((*closed)->goodEnd());
    auto const second = (*closed)->blocks().at(1).offset;
    disk.erase(segmentPath(1));
    whole[second + 100] ^= std::byte{1};
    disk.setContent(partPath(1), std::vector(whole.begin(), whole.begin() + end));
    ToyMarket other(2);
    auto recorder = openRecorder(disk, smallBlocks(), other, market.now());
    auto const notices = recorder->takeNotices();
    ASSERT_EQ(notices.size(), 2U);
    auto const place = partPath(1) + ": byte " + std::to_string(second);
    EXPECT_NE(notices[0].text.find(place), std::string::npos) << notices[0].text;
    recorder.reset();
    EXPECT_EQ(disk.content(segmentPath(1)).at(second + 100), whole[second + 100]) << "nothing is rewritten";
    auto const history = openMarket(disk);
    HeardMarket heard;
    history->runUntil(Timestamp::max(), heard);
    EXPECT_NE(heard.noticeText().find("blocks are missing"), std::string::npos) << heard.noticeText();
    expectSameBooks(*history, market);
}

TEST(HistoryFault, aFullDiskEndsTheRecordingAndNotTheMarket)
{
    FaultyFileSystem disk;
    Failing failing(disk);
    ToyMarket market;
    auto const recorder = openRecorder(disk, smallBlocks(), market, market.now());
    market.run(2'000, *recorder);
    while (recorder->progress().bytes < 10'000) {
        std::this_thread::yield();
    }
    failing.fail(true);
    market.run(20'000, *recorder);
    EXPECT_TRUE(recorder->progress().failed);
    market.run(1'000, *recorder);
    auto const finished = recorder->finish();
    ASSERT_FALSE(finished);
    EXPECT_EQ(finished.error().code, ErrorCode::HistoryFull);
    auto const notices = recorder->takeNotices();
    ASSERT_EQ(notices.size(), 1U) << "said once";
    EXPECT_EQ(notices[0].code, ErrorCode::HistoryFull);
    failing.fail(false);
    EXPECT_EQ(market.now(), ToyMarket::start + milliseconds(10) * 22'999);
    auto const reader = HistoryReader::open(disk, historyFolder);
    ASSERT_TRUE(reader);
    auto const check = reader->verify();
    EXPECT_TRUE(check.damage.empty());
    EXPECT_GT(check.levels, 1'000U);
}

TEST(HistoryFault, aSlowDiskMakesAHoleThatIsSaid)
{
    FaultyFileSystem disk;
    Failing failing(disk);
    ToyMarket market;
    auto settings = smallBlocks(2048);
    settings.waitWhenFull = false;
    settings.batches = 4;
    auto const recorder = openRecorder(disk, settings, market, market.now());
    failing.hold(true);
    market.run(500, *recorder);
    failing.waitForWriter();
    market.run(20'000, *recorder); // nothing of the market's thread waits
    failing.hold(false);
    std::vector<Notice> notices;
    while (notices.empty()) { // until the disk has caught up
        market.run(200, *recorder);
        std::this_thread::yield();
        notices = recorder->takeNotices();
    }
    EXPECT_EQ(notices[0].code, ErrorCode::HistoryBehind);
    ASSERT_TRUE(recorder->finish());
    EXPECT_GT(recorder->progress().missed, 10'000U);
    auto const history = openMarket(disk);
    HeardMarket heard;
    history->runUntil(Timestamp::max(), heard);
    EXPECT_NE(heard.noticeText().find("could not be written in time"), std::string::npos);
    auto const stale = std::count_if(heard.feeds.begin(), heard.feeds.end(), [](FeedStatus const& status) {
        return status.state == FeedState::Stale;
    });
    EXPECT_GE(stale, 2);
    // Also where the disk had fallen behind once more, up to the end.
    expectSameBooks(*history, market);
}

TEST(HistoryFault, booksOfAnyDepthComeBackBehindAHole)
{
    FaultyFileSystem disk;
    Failing failing(disk);
    const DeepMarket market;
    auto settings = smallBlocks(16'384);
    settings.waitWhenFull = false;
    settings.batches = 4;
    settings.history.heat = false;
    auto const recorder = openRecorder(disk, settings, market, ToyMarket::start);
    failing.hold(true);
    for (std::uint32_t id = 1; id <= 2; ++id) {
        recorder->onInstrument(ToyMarket::instrument(id));
    }
    Timestamp time = ToyMarket::start;
    auto const change = [&](int count) {
        for (int i = 0; i < count; ++i) {
            recorder->onLevel(InstrumentId(1), Side::Buy, Price(5), Qty(10), time);
        }
        time = time + seconds(2);
        recorder->onBookUpdated(InstrumentId(1), time);
    };
    change(1);
    failing.waitForWriter();
    change(20'000); // more than may wait
    failing.hold(false);
    ASSERT_TRUE(recorder->finish());
    EXPECT_GT(recorder->progress().missed, 10'000U);
    auto const reader = HistoryReader::open(disk, historyFolder);
    ASSERT_TRUE(reader);
    auto const check = reader->verify();
    EXPECT_TRUE(check.damage.empty()) << check.damage.front().message();
    EXPECT_GT(check.levels, 4U * DeepMarket::levels);
    auto const stream = reader->read();
    HistoryItem item;
    std::int64_t behind = -1; // level changes since the hole
    while (stream->next(item)) {
        bool const hole = item.extra != nullptr && std::holds_alternative<HistoryHole>(*item.extra);
        behind = hole ? 0 : behind + (behind >= 0 && isLevel(item.event.kind) ? 1 : 0);
    }
    EXPECT_EQ(behind, 4 * DeepMarket::levels);
}

TEST(HistoryFault, powerLostAtAnyCallLeavesAHistory)
{
    for (std::uint64_t calls = 1; calls < 120; calls += 3) {
        FaultyFileSystem disk(calls);
        ToyMarket market;
        auto settings = smallBlocks(256);
        settings.history.segmentTime = seconds(3);
        {
            auto recorder = HistoryRecorder::open(disk, settings, market, market.now());
            ASSERT_TRUE(recorder);
            disk.powerOffAfter(calls);
            market.run(1'500, **recorder);
            static_cast<void>((*recorder)->finish());
        }
        disk.losePower();
        ToyMarket other(2);
        auto recorder = HistoryRecorder::open(disk, settings, other, market.now());
        ASSERT_TRUE(recorder) << calls << recorder.error().message();
        other.run(0, **recorder);
        ASSERT_TRUE((*recorder)->finish());
        recorder->reset();
        if (auto const reader = HistoryReader::open(disk, historyFolder)) {
            auto const check = reader->verify();
            for (auto const& segment : reader->segments()) {
                EXPECT_TRUE(segment.closed);
            }
            auto const history = openMarket(disk);
            HeardMarket heard;
            history->runUntil(Timestamp::max(), heard);
        }
    }
}
