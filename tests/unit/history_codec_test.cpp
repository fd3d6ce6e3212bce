#include "engine/base/bytes.h"
#include "engine/history/history_codec.h"
#include "engine/history/history_format.h"
#include "engine/storage/crc32c.h"
#include "engine/storage/little_endian.h"
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

// No field as it is by itself.
Instrument oddInstrument(ContractKind kind)
{
    Instrument instrument = ToyMarket::instrument(1);
    instrument.canonical = "AAA-USDT-PERP";
    instrument.kind = kind;
    instrument.minQty = Qty(3);
    instrument.maxQty = Qty(4'000);
    instrument.minNotional = Amount(5);
    instrument.contractValue = 100;
    instrument.multiplier = 100'000;
    instrument.multiplierScale = 6;
    instrument.sizeKnown = false;
    instrument.settle = AssetName("XBT");
    instrument.makerFee = FeeRate(-25);
    instrument.takerFee = FeeRate(75);
    instrument.latency = milliseconds(7);
    return instrument;
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
    InstrumentStatistics said;
    said.fundingRate = Amount(-1);
    said.liquidation = Liquidation{Side::Undisclosed, Amount(1), Amount(2), Timestamp(3)};
    block.add(said, InstrumentId(1), Timestamp(9));
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
    EXPECT_EQ(std::get<InstrumentStatistics>(read->extras[6]).liquidation->qty, Amount(2));
    EXPECT_EQ(std::get<InstrumentStatistics>(read->extras[6]).markPrice, std::nullopt);
}

TEST(HistoryCodec, definitionsKeepTheTermsOfAContract)
{
    for (auto const kind :
         {ContractKind::Spot, ContractKind::Linear, ContractKind::Inverse, ContractKind::Quanto}) {
        Instrument const instrument = oddInstrument(kind);
        std::vector<std::byte> bytes;
        writeExtra(instrument, bytes);
        auto const read = readExtras(bytes, 1);
        ASSERT_TRUE(read) << read.error().message();
        EXPECT_EQ(std::get<Instrument>(read->front()), instrument);
    }
}

// What version 1 wrote of a quanto, from which nothing else in its block could be read.
TEST(HistoryCodec, definitionsOfTheFirstVersionAreRead)
{
    for (auto const kind : {ContractKind::Linear, ContractKind::Quanto}) {
        Instrument expected = oddInstrument(kind);
        std::vector<std::byte> bytes;
        {
            ByteWriter to(bytes);
            to.put(std::uint8_t{0}).put(expected.id).put(std::string_view(expected.venue));
            to.put(std::string_view(expected.symbol)).put(std::string_view(expected.canonical));
            to.put(expected.base).put(expected.quote).put(expected.kind);
            to.put(std::int32_t{expected.priceScale}).put(std::int32_t{expected.qtyScale});
            to.put(expected.tickSize).put(expected.lotSize).put(expected.minQty).put(expected.maxQty);
            to.put(expected.minNotional).put(expected.contractValue).put(expected.makerFee);
            to.put(expected.takerFee).put(expected.latency);
        }
        expected.multiplier = 1;
        expected.multiplierScale = 0;
        expected.settle = AssetName();
        expected.sizeKnown = kind == ContractKind::Linear;
        auto const read = readExtras(bytes, 1);
        ASSERT_TRUE(read) << read.error().message();
        EXPECT_EQ(std::get<Instrument>(read->front()), expected);
    }
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
    auto const ofVersion = [&](std::uint32_t version) {
        auto other = bytes;
        storeLittle(other.data() + 8, version);
        storeLittle(other.data() + 60, crc32c(std::span(other).first(60)));
        return decodeHistoryHeader(other);
    };
    EXPECT_TRUE(ofVersion(1));
    for (auto const version : {0U, historyVersion + 1}) {
        ASSERT_FALSE(ofVersion(version));
        EXPECT_EQ(ofVersion(version).error().code, ErrorCode::HistoryUnknownVersion);
    }

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
