// What is written reads back, and nothing else does.

#include "engine/base/rng.h"
#include "engine/wire/report_codec.h"

#include <gtest/gtest.h>

namespace qob {
namespace {

ExecutionReport fullReport()
{
    ExecutionReport report;
    report.execId = ExecId((std::uint64_t{5} << 40U) + 77);
    report.execType = ExecType::Trade;
    report.ordStatus = OrdStatus::PartiallyFilled;
    report.orderId = OrderId((std::uint64_t{5} << 40U) + 3);
    report.clOrdId = ClOrdId("0123456789-0123456789-0123456789-012");
    report.origClOrdId = ClOrdId("before");
    report.instrument = InstrumentId(12);
    report.side = Side::Sell;
    report.ordType = OrdType::StopLimit;
    report.timeInForce = TimeInForce::GoodTillDate;
    report.execInst = ExecInst::PostOnly | ExecInst::CancelOnDisconnect;
    report.selfTrade = SelfTrade::Decrement;
    report.contingency = Contingency::Bracket;
    report.listId = OrderId((std::uint64_t{5} << 40U) + 2);
    report.price = Price(-1);
    report.stopPx = Price(123'456'789'012'345);
    report.trailOffset = Price(5);
    report.trailStep = Price(6);
    report.pegOffset = Price(-7);
    report.displayQty = Qty(8);
    report.expireTime = Timestamp::max();
    report.orderQty = Qty(900);
    report.leavesQty = Qty(400);
    report.cumQty = Qty(500);
    report.avgPx = Amount((Int128{1} << 100) + 1);
    report.lastPx = Price(11);
    report.lastQty = Qty(12);
    report.liquidity = Liquidity::Maker;
    report.fee = Amount(-(Int128{1} << 90));
    report.feeAsset = AssetName("ABCDEFGHIJKLMNO");
    report.queueAhead = Qty(13);
    report.sendingTime = Timestamp(14);
    report.transactTime = Timestamp(15);
    report.reason = Error{ErrorCode::OrderSelfTrade, "why"};
    return report;
}

OrderCancelReject someReject()
{
    return {ClOrdId("c"), ClOrdId("o"), OrdStatus::Filled, {ErrorCode::OrderTooLateToCancel, "o"}};
}

Instrument someInstrument()
{
    Instrument instrument;
    instrument.id = InstrumentId(7);
    instrument.venue = "BITMEX";
    instrument.symbol = "ETHUSD";
    instrument.canonical = "ETH-USD-PERP";
    instrument.base = AssetName("ETH");
    instrument.quote = AssetName("USD");
    instrument.kind = ContractKind::Quanto;
    instrument.priceScale = 2;
    instrument.qtyScale = 3;
    instrument.tickSize = Price(5);
    instrument.lotSize = Qty(10);
    instrument.minQty = Qty(10);
    instrument.maxQty = Qty(10'000);
    instrument.minNotional = Amount((Int128{1} << 80));
    instrument.contractValue = 3;
    instrument.multiplier = 100;
    instrument.multiplierScale = 8;
    instrument.sizeKnown = false;
    instrument.settle = AssetName("XBT");
    instrument.makerFee = FeeRate(-2'500);
    instrument.takerFee = FeeRate(7'500);
    instrument.latency = milliseconds(20);
    return instrument;
}

// The bytes say all there is: what they read back as is written as the same bytes, and the fields agree that
// a mistake in both ways alike would leave out.
TEST(ReportCodec, AReportReadsBackWhole)
{
    auto const report = fullReport();
    auto const bytes = encode(report);
    auto const read = decodeExecutionReport(bytes);
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(encode(*read), bytes);
    EXPECT_EQ(read->execId, report.execId);
    EXPECT_EQ(read->execType, report.execType);
    EXPECT_EQ(read->ordStatus, report.ordStatus);
    EXPECT_EQ(read->orderId, report.orderId);
    EXPECT_EQ(read->clOrdId, report.clOrdId);
    EXPECT_EQ(read->origClOrdId, report.origClOrdId);
    EXPECT_EQ(read->instrument, report.instrument);
    EXPECT_EQ(read->side, report.side);
    EXPECT_EQ(read->ordType, report.ordType);
    EXPECT_EQ(read->timeInForce, report.timeInForce);
    EXPECT_EQ(read->execInst, report.execInst);
    EXPECT_EQ(read->selfTrade, report.selfTrade);
    EXPECT_EQ(read->contingency, report.contingency);
    EXPECT_EQ(read->listId, report.listId);
    EXPECT_EQ(read->price, report.price);
    EXPECT_EQ(read->stopPx, report.stopPx);
    EXPECT_EQ(read->trailOffset, report.trailOffset);
    EXPECT_EQ(read->trailStep, report.trailStep);
    EXPECT_EQ(read->pegOffset, report.pegOffset);
    EXPECT_EQ(read->displayQty, report.displayQty);
    EXPECT_EQ(read->expireTime, report.expireTime);
    EXPECT_EQ(read->orderQty, report.orderQty);
    EXPECT_EQ(read->leavesQty, report.leavesQty);
    EXPECT_EQ(read->cumQty, report.cumQty);
    EXPECT_EQ(read->avgPx, report.avgPx);
    EXPECT_EQ(read->lastPx, report.lastPx);
    EXPECT_EQ(read->lastQty, report.lastQty);
    EXPECT_EQ(read->liquidity, report.liquidity);
    EXPECT_EQ(read->fee, report.fee);
    EXPECT_EQ(read->feeAsset, report.feeAsset);
    EXPECT_EQ(read->queueAhead, report.queueAhead);
    EXPECT_EQ(read->sendingTime, report.sendingTime);
    EXPECT_EQ(read->transactTime, report.transactTime);
    ASSERT_TRUE(read->reason);
    EXPECT_EQ(read->reason->code, ErrorCode::OrderSelfTrade);
    EXPECT_EQ(read->reason->detail, "why");
}

TEST(ReportCodec, RejectAndInstrumentReadBackWhole)
{
    auto const reject = decodeOrderCancelReject(encode(someReject()));
    ASSERT_TRUE(reject) << reject.error().message();
    EXPECT_EQ(reject->clOrdId.view(), "c");
    EXPECT_EQ(reject->origClOrdId.view(), "o");
    EXPECT_EQ(reject->ordStatus, OrdStatus::Filled);
    EXPECT_EQ(reject->reason.code, ErrorCode::OrderTooLateToCancel);
    auto const instrument = decodeInstrument(encode(someInstrument()));
    ASSERT_TRUE(instrument) << instrument.error().message();
    EXPECT_EQ(*instrument, someInstrument());
}

// Version 1 in bytes: who changes them has to change the version.
TEST(ReportCodec, TheBytesOfVersionOneStayWhatTheyAre)
{
    auto const hex = [](std::vector<std::byte> const& bytes) {
        std::string text;
        for (const std::byte byte : bytes) {
            text += "0123456789abcdef"[static_cast<unsigned>(byte) >> 4U];
            text += "0123456789abcdef"[static_cast<unsigned>(byte) & 15U];
        }
        return text;
    };
    // version, "c", "o", '2', OrderTooLateToCancel = 5011, "o"
    EXPECT_EQ(hex(encode(someReject())), "0101006301006f32931301006f");
    ExecutionReport report;
    report.execId = ExecId(0x0102030405060708);
    report.execType = ExecType::New;
    report.ordStatus = OrdStatus::New;
    report.side = Side::Buy;
    report.ordType = OrdType::Limit;
    report.timeInForce = TimeInForce::Day;
    EXPECT_EQ(hex(encode(report)).substr(0, 22), "0108070605040302013030");
    EXPECT_EQ(encode(report).size(), 198U);
}

template <class Decode>
void refusesEveryPart(std::vector<std::byte> const& bytes, Decode decode)
{
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        auto const part = decode(std::span(bytes).first(size));
        ASSERT_FALSE(part) << size << " of " << bytes.size();
        EXPECT_EQ(part.error().code, ErrorCode::FrameMalformed);
    }
    auto longer = bytes;
    longer.push_back(std::byte{0});
    EXPECT_FALSE(decode(std::span<std::byte const>(longer)));
}

TEST(ReportCodec, WhatEndsTooSoonOrTooLateIsRefused)
{
    refusesEveryPart(encode(fullReport()), decodeExecutionReport);
    refusesEveryPart(encode(someReject()), decodeOrderCancelReject);
    refusesEveryPart(encode(someInstrument()), decodeInstrument);
}

TEST(ReportCodec, NumbersThatNameNothingAreRefused)
{
    auto const refused = [](auto spoil) {
        auto report = fullReport();
        spoil(report);
        return !decodeExecutionReport(encode(report)).has_value();
    };
    EXPECT_TRUE(refused([](auto& report) { report.side = static_cast<Side>('x'); }));
    EXPECT_TRUE(refused([](auto& report) { report.ordType = static_cast<OrdType>(0); }));
    EXPECT_TRUE(refused([](auto& report) { report.timeInForce = static_cast<TimeInForce>('5'); }));
    EXPECT_TRUE(refused([](auto& report) { report.execInst = static_cast<ExecInst>(0x100); }));
    EXPECT_TRUE(refused([](auto& report) { report.selfTrade = static_cast<SelfTrade>(5); }));
    EXPECT_TRUE(refused([](auto& report) { report.contingency = static_cast<Contingency>('9'); }));
    EXPECT_TRUE(refused([](auto& report) { report.ordStatus = static_cast<OrdStatus>('3'); }));
    EXPECT_TRUE(refused([](auto& report) { report.execType = static_cast<ExecType>('G'); }));
    EXPECT_TRUE(refused([](auto& report) { report.liquidity = static_cast<Liquidity>('3'); }));
    EXPECT_TRUE(refused([](auto& report) { report.reason->code = static_cast<ErrorCode>(4); }));
    EXPECT_FALSE(refused([](auto& report) { report.reason.reset(); }));
    auto instrument = someInstrument();
    instrument.tickSize = Price(0);
    EXPECT_FALSE(decodeInstrument(encode(instrument)));
    auto other = encode(someReject());
    other[0] = std::byte{2};
    EXPECT_FALSE(decodeOrderCancelReject(other));
}

// Whatever the bytes are, they are refused or read, and what is read can be written.
TEST(ReportCodec, SpoiledBytesDoNoHarm)
{
    Rng rng(11);
    auto const good = encode(fullReport());
    int taken = 0;
    for (int i = 0; i < 20'000; ++i) {
        auto bytes = good;
        for (auto changes = rng.between(1, 4); changes > 0; --changes) {
            bytes[static_cast<std::size_t>(rng.below(static_cast<std::int64_t>(bytes.size())))] =
                static_cast<std::byte>(rng.below(256));
        }
        if (auto const read = decodeExecutionReport(bytes)) {
            EXPECT_EQ(encode(*read), bytes);
            ++taken;
        }
    }
    EXPECT_GT(taken, 100);
    EXPECT_LT(taken, 20'000);
}

TEST(ReportCodec, ALongReasonIsCutNotLost)
{
    auto report = fullReport();
    report.reason->detail.assign(100'000, 'x');
    auto const read = decodeExecutionReport(encode(report));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->reason->detail.size(), maxDetail);
}

} // namespace
} // namespace qob
