#include "engine/history/history_codec.h"
#include "engine/history/history_format.h"
#include "tests/support/toy_market.h"

#include <gtest/gtest.h>

#include <limits>

using namespace qob;
using namespace qob::test;

namespace {

constexpr auto most = std::numeric_limits<std::int64_t>::max();

Expected<HistoryBlock> roundTrip(HistoryBlock const& block)
{
    HistoryCodec codec;
    std::vector<std::byte> bytes;
    codec.encode(block, bytes);
    HistoryBlock read;
    return codec.decode(bytes, read).map([&] { return std::move(read); });
}

HistoryBlock oddBlock()
{
    using Kind = HistoryEvent::Kind;
    HistoryBlock block;
    block.add(ToyMarket::instrument(1), InstrumentId(1), Timestamp(5));
    block.events.push_back({Timestamp(7), Price(most), Qty(most), InstrumentId(1), Kind::BidSet});
    block.events.push_back({Timestamp(3), Price(0), Qty(1), InstrumentId(4'000'000'000U), Kind::AskSet});
    block.events.push_back({Timestamp::max(), Price(15), Qty(0), InstrumentId(1), Kind::AskGone});
    block.events.push_back({Timestamp::min(), Price(), Qty(), InstrumentId(1), Kind::Updated});
    block.addTrade({InstrumentId(1), Price(10), Qty(5), Side::Undisclosed, Timestamp(8), ~std::uint64_t{0}});
    block.addTrade({InstrumentId(1), Price(20), Qty(15), Side::Sell, Timestamp(8), 0});
    block.events.push_back({Timestamp(9), {}, {}, InstrumentId(1), Kind::Stamp});
    block.numbers.push_back(4);
    FeedStatus status;
    status.instrument = InstrumentId(1);
    status.state = FeedState::Stale;
    status.problem = Error{ErrorCode::FeedGap, "somewhere"};
    block.add(status, InstrumentId(1), Timestamp(9));
    block.add(HistoryCounters{status, 77}, InstrumentId(1), Timestamp(9));
    block.add(Notice{Notice::Level::Error, Timestamp(2), std::string(100'000, 'x'), {}}, {}, Timestamp(9));
    block.add(HistoryHole{Timestamp(1), {ErrorCode::HistoryBehind, "why"}}, {}, Timestamp(9));
    block.add(RawFrame{RawFrame::Kind::Answer, true, "V", "c", "u", std::string("\0b", 2)}, {}, Timestamp(9));
    return block;
}

} // namespace

TEST(HistoryCodec, whatGoesInComesOut)
{
    auto const block = oddBlock();
    auto const read = roundTrip(block);
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read->events, block.events);
    EXPECT_EQ(read->numbers, block.numbers);
    ASSERT_EQ(read->extras.size(), block.extras.size());
    EXPECT_EQ(std::get<Instrument>(read->extras[0]), ToyMarket::instrument(1));
    EXPECT_EQ(std::get<FeedStatus>(read->extras[1]).problem->detail, "somewhere");
    EXPECT_EQ(std::get<HistoryCounters>(read->extras[2]).sequence, 77U);
    EXPECT_EQ(std::get<Notice>(read->extras[3]).text.size(), 100'000U);
    EXPECT_EQ(std::get<HistoryHole>(read->extras[4]).why.code, ErrorCode::HistoryBehind);
    EXPECT_EQ(std::get<RawFrame>(read->extras[5]).bytes, std::string("\0b", 2));
}

TEST(HistoryCodec, anEmptyBlockIsOne)
{
    auto const read = roundTrip({});
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->empty());
}

TEST(HistoryCodec, everyCutIsRefused)
{
    HistoryCodec codec;
    std::vector<std::byte> bytes;
    codec.encode(oddBlock(), bytes);
    HistoryBlock read;
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        auto const decoded = codec.decode(std::span(bytes).first(size), read);
        ASSERT_FALSE(decoded) << size;
        EXPECT_EQ(decoded.error().code, ErrorCode::HistoryCorrupt);
    }
}

TEST(HistoryCodec, damagedBytesNeverBreakIt)
{
    HistoryCodec codec;
    std::vector<std::byte> bytes;
    codec.encode(oddBlock(), bytes);
    HistoryBlock read;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto damaged = bytes;
        damaged[i] ^= std::byte{0x41};
        static_cast<void>(codec.decode(damaged, read)); // refused or not: it must only not crash
    }
}

TEST(HistoryFormat, headersAndIndexComeBack)
{
    std::array<std::byte, historyHeaderBytes> bytes{};
    encodeHistoryHeader({7, 3, Timestamp(99), true}, bytes.data());
    auto const header = decodeHistoryHeader(bytes);
    ASSERT_TRUE(header);
    EXPECT_EQ(header->number, 7U);
    EXPECT_EQ(header->run, 3U);
    EXPECT_TRUE(header->continues);

    HistoryIndex index;
    index.blocks.push_back(
        {64, {HistoryBlockHeader::Kind::Heat, 1, 2, 3, 4, 5, 6, Timestamp(7), Timestamp(8), 9}}
    );
    index.instruments.push_back({ToyMarket::instrument(2), Timestamp(1), Timestamp(2), 3, 4});
    std::vector<std::byte> plain;
    encodeIndex(index, plain);
    auto const read = decodeIndex(plain);
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read->blocks[0].header, index.blocks[0].header);
    EXPECT_EQ(read->instruments[0].instrument, ToyMarket::instrument(2));
    EXPECT_FALSE(decodeIndex(std::span(plain).first(plain.size() - 1)));
}

TEST(HistoryFormat, namesAreNumbers)
{
    EXPECT_EQ(historySegmentName(42), "history-00000000000000000042.qh");
    EXPECT_EQ(parseHistoryName("history-00000000000000000042.qh"), 42U);
    EXPECT_EQ(parseHistoryName("history-00000000000000000042.qh.part"), 42U);
    EXPECT_FALSE(parseHistoryName("history-42.qh"));
    EXPECT_FALSE(parseHistoryName("history.lock"));
}
