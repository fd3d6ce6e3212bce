// What a session says and is told, as bytes and back; and bytes that are neither.

#include "engine/base/rng.h"
#include "engine/wire/event_packing.h"
#include "engine/wire/session_codec.h"

#include <gtest/gtest.h>

#include <limits>
#include <set>

namespace qob {
namespace {

constexpr InstrumentId btc(7);

NewOrderSingle someOrder(char const* id)
{
    NewOrderSingle order;
    order.clOrdId = ClOrdId(id);
    order.instrument = btc;
    order.side = Side::Sell;
    order.ordType = OrdType::StopLimit;
    order.price = Price(-5);
    order.orderQty = Qty(900);
    order.timeInForce = TimeInForce::GoodTillDate;
    order.execInst = ExecInst::PostOnly | ExecInst::CancelOnDisconnect;
    order.selfTrade = SelfTrade::Decrement;
    order.displayQty = Qty(4);
    order.stopPx = Price(77);
    order.trailOffset = Price(1);
    order.trailStep = Price(2);
    order.pegOffset = Price(-3);
    order.expireTime = Timestamp::max();
    return order;
}

std::vector<Command> commands()
{
    return {
        NewOrderSingle{},
        someOrder("0123456789-0123456789-0123456789-012"),
        NewOrderList{},
        NewOrderList{Contingency::Bracket, {someOrder("a"), someOrder("b"), someOrder("c")}},
        OrderCancelRequest{},
        OrderCancelRequest{ClOrdId("c"), ClOrdId("o")},
        OrderCancelReplaceRequest{ClOrdId("c"), ClOrdId("o"), Price(1), Qty(2), Price(3)},
        OrderMassCancelRequest{},
        OrderMassCancelRequest{ClOrdId("m"), btc},
        ReplayRequest{},
        ReplayRequest{ReplayRequest::Action::Seek, Timestamp(5), 0.25},
        SetRecording{true}};
}

DepthPtr someDepth(std::int64_t best, std::size_t levels)
{
    DepthView view{btc, 99, Timestamp(3), FeedState::Live, {}, {}};
    for (std::size_t i = 0; i < levels; ++i) {
        auto const step = static_cast<std::int64_t>(i);
        view.bids.push_back({Price(best - step), Qty(1 + step * step % 977)});
        view.asks.push_back({Price(best + 1 + step), Qty(1 + step * step % 991)});
    }
    return std::make_shared<DepthView const>(std::move(view));
}

HeatChunkPtr someChunk()
{
    HeatChunk chunk;
    chunk.firstColumn = 17'000'000'000;
    chunk.levels = {{10, 1.5F}, {11, -2.5F}};
    chunk.changes = {{10, 0.0F}, {12, 3.0F}, {13, 4.0F}};
    chunk.dots = {{10, -1.0F}};
    chunk.columns = {{1, 0, 10, 11, 0, true}, {3, 1, 12, 13, 10, false}};
    return std::make_shared<HeatChunk const>(std::move(chunk));
}

Ticker someTicker()
{
    Ticker ticker;
    ticker.instrument = btc;
    ticker.state = FeedState::Stale;
    ticker.bid = {Price(1), Qty(2)};
    ticker.last = Price(3);
    ticker.dayTurnover = Amount(Int128{1} << 100);
    ticker.dayIncomplete = true;
    ticker.statistics.instrument = btc;
    ticker.statistics.fundingRate = Amount(-7);
    ticker.statistics.nextFunding = Timestamp(8);
    ticker.statistics.liquidation = Liquidation{Side::Sell, Amount(1), Amount(2), Timestamp(3)};
    return ticker;
}

ConsolidatedPtr someConsolidated()
{
    ConsolidatedView view;
    view.name = CanonicalName("BTC-USDT");
    view.withFees = true;
    view.priceScale = 10;
    view.crossed = true;
    view.bid = {btc, 100, {Price(10), Qty(1)}, Amount(5)};
    view.bids = {{100, Amount(5), 1}, {99, Amount(6), 3}};
    view.bidShares = {
        {btc, {Price(10), Qty(1)}}, {btc, {Price(9), Qty(1)}}, {InstrumentId(8), {Price(9), Qty(2)}}};
    view.members = {{btc, FeedState::Live, LeftOut::No, FeeRate(10), {Price(10), Qty(1)}, {}}};
    return std::make_shared<ConsolidatedView const>(std::move(view));
}

ExecutionReport someReport()
{
    ExecutionReport report;
    report.execType = ExecType::Trade;
    report.ordStatus = OrdStatus::PartiallyFilled;
    report.side = Side::Buy;
    report.ordType = OrdType::Limit;
    report.timeInForce = TimeInForce::Day;
    report.clOrdId = ClOrdId("o");
    report.reason = Error{ErrorCode::OrderSelfTrade, "why"};
    return report;
}

std::vector<Payload> payloads()
{
    Instrument instrument;
    instrument.id = btc;
    instrument.venue = "SIM-A";
    instrument.symbol = "BTC-USDT";
    instrument.base = AssetName("BTC");
    instrument.quote = AssetName("USDT");
    FeedStatus feed;
    feed.instrument = btc;
    feed.state = FeedState::Stale;
    feed.problem = Error{ErrorCode::NetClosed, "gone"};
    feed.latency = nanoseconds(-5);
    return {
        InstrumentList{},
        InstrumentList{{instrument, instrument}},
        MarketStatus{},
        MarketStatus{
            MarketKind::Replay,
            Timestamp(1),
            Timestamp(2),
            Timestamp::max(),
            replaySpeedMax,
            true,
            true,
            3,
            true,
            4},
        FeedStatus{},
        feed,
        someDepth(100, 0),
        someDepth(100, 40),
        TradeBatch{},
        TradeBatch{{{btc, Price(1), Qty(2), Side::Buy, Timestamp(3), 4, Timestamp(5)}, {}}, 9},
        HeatUpdate{},
        HeatUpdate{{someChunk(), someChunk()}},
        OrderList{},
        OrderList{{someReport()}, {someReport(), someReport()}},
        someReport(),
        OrderCancelReject{
            ClOrdId("c"), ClOrdId("o"), OrdStatus::Filled, {ErrorCode::OrderTooLateToCancel, "o"}},
        AccountReport{},
        AccountReport{
            {{AssetName("USDT"), Amount(1), Amount(2)}},
            {{btc, Qty(-1), Amount(2), Amount(3), Amount(4), Amount(5), Amount(6), AssetName("USDT")}}},
        NoticeList{},
        NoticeList{
            {{Notice::Level::Error, Timestamp(1), "a text", ErrorCode::FeedGap},
             {Notice::Level::Info, {}, "", {}}}},
        TickerList{},
        TickerList{{someTicker(), Ticker{}}},
        CandleBatch{},
        CandleBatch{
            CandleInterval::Week1,
            {{Timestamp(1),
              Price(1),
              Price(2),
              Price(3),
              Price(4),
              Amount(5),
              Amount(6),
              Amount(7),
              8,
              true,
              false},
             {}}},
        std::make_shared<ConsolidatedView const>(),
        someConsolidated(),
        Resync{}};
}

std::vector<ServerFrame> serverFrames()
{
    return {
        ServerHello{},
        ServerHello{2, MarketKind::Live, "trader", 12, true, true},
        ServerTaken{77},
        ServerEventPart{},
        ServerEventPart{5, true, std::vector<std::byte>(40, std::byte{3})},
        ServerRefused{6, {ErrorCode::StreamTooMany, "500"}},
        ServerGoodbye{3, {ErrorCode::AuthTokenExpired, ""}}};
}

std::vector<ClientFrame> clientFrames()
{
    std::vector<ClientFrame> frames{
        ClientHello{1, "qob 0.1.0"},
        ClientSubscribe{
            3, {TopicKind::Consolidated, {}, CandleInterval::Month1, CanonicalName("BTC-USDT"), true}},
        ClientSubscribe{4, {TopicKind::Depth, btc}},
        ClientUnsubscribe{4},
        ClientTook{1ULL << 40U},
        ClientToken{std::string(700, 't')}};
    for (Command const& command : commands()) {
        frames.emplace_back(ClientSubmit{9, command});
    }
    return frames;
}

// Their values have no ==; equal bytes of what was read say the same.
TEST(SessionCodec, EveryFrameReadsBackAsItWas)
{
    for (ClientFrame const& frame : clientFrames()) {
        auto const bytes = encode(frame);
        auto const read = decodeClientFrame(bytes);
        ASSERT_TRUE(read.has_value()) << read.error().message() << " kind " << frame.index();
        EXPECT_EQ(read->index(), frame.index());
        EXPECT_EQ(encode(*read), bytes);
    }
    for (ServerFrame const& frame : serverFrames()) {
        auto const bytes = encode(frame);
        auto const read = decodeServerFrame(bytes);
        ASSERT_TRUE(read.has_value()) << read.error().message() << " kind " << frame.index();
        EXPECT_EQ(read->index(), frame.index());
        EXPECT_EQ(encode(*read), bytes);
    }
}

TEST(SessionCodec, AnOrderReadsBackFieldByField)
{
    auto const sent = someOrder("mine");
    auto const read = decodeClientFrame(encode(ClientSubmit{1, sent})).value();
    EXPECT_EQ(std::get<NewOrderSingle>(std::get<ClientSubmit>(read).command), sent);
}

TEST(SessionCodec, EveryEventReadsBackAsItWas)
{
    const Topic topic{TopicKind::Depth, btc};
    std::set<std::size_t> kinds;
    for (Payload const& payload : payloads()) {
        kinds.insert(payload.index());
        const Event event{topic, 42, true, payload};
        auto const bytes = encode(event);
        auto const read = decodeEvent(bytes, topic);
        ASSERT_TRUE(read.has_value()) << payload.index();
        EXPECT_EQ(read->topic, topic);
        EXPECT_EQ(read->sequence, 42U);
        EXPECT_TRUE(read->snapshot);
        EXPECT_EQ(read->payload.index(), payload.index());
        EXPECT_EQ(encode(*read), bytes);
    }
    EXPECT_EQ(kinds.size(), std::variant_size_v<Payload>); // none was forgotten
}

TEST(SessionCodec, ValuesThatHaveEqualityReadBackEqual)
{
    auto const again = [](Payload const& payload) {
        return decodeEvent(encode(Event{{}, 1, false, payload}), {}).value().payload;
    };
    auto const depth = std::get<DepthPtr>(again(someDepth(500, 30)));
    EXPECT_EQ(depth->bids, someDepth(500, 30)->bids);
    EXPECT_EQ(depth->asks, someDepth(500, 30)->asks);
    EXPECT_EQ(depth->state, FeedState::Live);
    auto const merged = std::get<ConsolidatedPtr>(again(someConsolidated()));
    EXPECT_EQ(merged->bids, someConsolidated()->bids);
    EXPECT_EQ(merged->bidShares, someConsolidated()->bidShares);
    EXPECT_EQ(merged->members, someConsolidated()->members);
    EXPECT_EQ(merged->bid, someConsolidated()->bid);
    auto const ticker = std::get<TickerList>(again(TickerList{{someTicker()}})).tickers.at(0);
    EXPECT_EQ(ticker.statistics, someTicker().statistics);
    EXPECT_EQ(ticker.dayTurnover, someTicker().dayTurnover);
}

// Every cut is refused, wherever it is, and so is a byte too many.
TEST(SessionCodec, ACutMessageIsRefused)
{
    for (ClientFrame const& frame : clientFrames()) {
        auto const bytes = encode(frame);
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            EXPECT_FALSE(decodeClientFrame(std::string_view(bytes).substr(0, length)).has_value());
        }
        EXPECT_FALSE(decodeClientFrame(bytes + "x").has_value());
    }
    for (Payload const& payload : payloads()) {
        auto bytes = encode(Event{{}, 1, false, payload});
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            EXPECT_FALSE(decodeEvent(std::span(bytes).first(length), {}).has_value()) << payload.index();
        }
        bytes.push_back(std::byte{0});
        EXPECT_FALSE(decodeEvent(bytes, {}).has_value());
    }
}

TEST(SessionCodec, AListThatClaimsTooMuchIsRefusedBeforeItIsMade)
{
    auto bytes = encode(Event{{}, 1, false, TradeBatch{}});
    // The count lies behind sequence, snapshot and kind.
    constexpr std::size_t at = 10;
    for (std::size_t i = 0; i < 4; ++i) {
        bytes.at(at + i) = std::byte{0xff};
    }
    auto const read = decodeEvent(bytes, {});
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, ErrorCode::FrameMalformed);
}

TEST(SessionCodec, ValuesThatDoNotHoldTogetherAreRefused)
{
    auto const refused = [](Payload const& payload) {
        return !decodeEvent(encode(Event{{}, 1, false, payload}), {}).has_value();
    };
    auto chunk = *someChunk();
    chunk.columns.back().changesEnd = 4; // one more than there are
    EXPECT_TRUE(refused(HeatUpdate{{std::make_shared<HeatChunk const>(chunk)}}));
    chunk = *someChunk();
    chunk.columns.front().changesEnd = 9; // ends do not rise
    EXPECT_TRUE(refused(HeatUpdate{{std::make_shared<HeatChunk const>(chunk)}}));
    chunk = *someChunk();
    chunk.levels.front().size = std::numeric_limits<float>::quiet_NaN();
    EXPECT_TRUE(refused(HeatUpdate{{std::make_shared<HeatChunk const>(chunk)}}));
    auto view = *someConsolidated();
    view.bids.back().sharesEnd = 4;
    EXPECT_TRUE(refused(std::make_shared<ConsolidatedView const>(view)));
    auto report = someReport();
    report.side = static_cast<Side>('x');
    EXPECT_TRUE(refused(report));
    FeedStatus feed;
    feed.state = static_cast<FeedState>(9);
    EXPECT_TRUE(refused(feed));
}

TEST(SessionCodec, AnyByteChangedIsReadOrRefusedButNeverMore)
{
    Rng rng(11);
    for (int round = 0; round < 40; ++round) {
        for (Payload const& payload : payloads()) {
            auto bytes = encode(Event{{}, 1, false, payload});
            bytes.at(static_cast<std::size_t>(rng.below(static_cast<std::int64_t>(bytes.size())))) =
                static_cast<std::byte>(rng.below(256));
            if (auto const read = decodeEvent(bytes, {})) {
                EXPECT_EQ(encode(*read), bytes);
            }
        }
    }
}

TEST(EventPacking, WhatIsPackedUnpacksAndRepeatsAreCheap)
{
    PackingTables tables;
    EventPacker packer(tables);
    EventUnpacker unpacker(tables);
    std::size_t changes = 0;
    Rng rng(3);
    auto book = *someDepth(100'000, 1000);
    for (std::size_t level = 0; level < 1000; ++level) {
        book.bids[level].qty = Qty(rng.below(100'000'000));
        book.asks[level].qty = Qty(rng.below(100'000'000));
    }
    for (int i = 0; i < 50; ++i) {
        book.bids[static_cast<std::size_t>(rng.below(20))].qty = Qty(rng.below(100'000'000));
        book.asks[static_cast<std::size_t>(rng.below(20))].qty = Qty(rng.below(100'000'000));
        book.time = Timestamp(i);
        auto const plain = encode(Event{{}, 1, i == 0, std::make_shared<DepthView const>(book)});
        auto const packed = packer.pack(plain);
        changes += i == 0 ? 0 : packed.size();
        auto const back = unpacker.unpack(packed);
        ASSERT_TRUE(back.has_value());
        ASSERT_TRUE(std::equal(back->begin(), back->end(), plain.begin(), plain.end()));
    }
    EXPECT_LT(changes / 49, 200U); // of 32,000 bytes
}

TEST(EventPacking, SmallAndLargeAndEmptyOnesFollowEachOther)
{
    PackingTables tables;
    EventPacker packer(tables);
    EventUnpacker unpacker(tables);
    Rng rng(5);
    for (std::size_t const size :
         {0UL, 10UL, 5000UL, 0UL, 300UL, mostRemembered + 1, 400UL, 400UL, 100UL, 5000UL}) {
        std::vector<std::byte> plain(size);
        for (auto& byte : plain) {
            byte = static_cast<std::byte>(rng.below(4));
        }
        auto const back = unpacker.unpack(packer.pack(plain));
        ASSERT_TRUE(back.has_value()) << size;
        EXPECT_TRUE(std::equal(back->begin(), back->end(), plain.begin(), plain.end())) << size;
    }
}

TEST(EventPacking, WhatIsDamagedIsRefused)
{
    PackingTables tables;
    auto const plain = encode(Event{{}, 1, true, someDepth(100, 200)});
    auto const packed = EventPacker(tables).pack(plain);
    for (std::size_t length = 0; length < packed.size(); ++length) {
        EventUnpacker unpacker(tables);
        EXPECT_FALSE(unpacker.unpack(std::span(packed).first(length)).has_value());
    }
    auto other = packed;
    other.front() = std::byte{3};
    EXPECT_FALSE(EventUnpacker(tables).unpack(other).has_value());
}

} // namespace
} // namespace qob
