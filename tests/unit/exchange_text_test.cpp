// Commands as lines: what is written is read, and a line that is refused teaches nothing.

#include "tests/support/exchange_kit.h"
#include "tests/support/random_exchange_commands.h"

namespace qob {
namespace {

using test::RandomExchangeCommands;
using test::TalkingExchange;

class ExchangeTextTest : public testing::Test {
protected:
    ExchangeTextTest() { venue.open(); }

    TalkingExchange venue;
};

// A line that is refused changes nothing, also not how the next one is read.
TEST_F(ExchangeTextTest, ARefusedListingDoesNotChangeWhatPricesMean)
{
    char const* const again =
        "list id=1 venue=X symbol=BTC-USDT base=BTC quote=USDT price-scale=0 qty-scale=0 "
        "tick=1 lot=1";
    EXPECT_FALSE(venue.text.parse(again));
    EXPECT_FALSE(venue.text.parse("list id=9 venue=X symbol=BTC-USDT base=BTC quote=USDT price-scale=0 "
                                  "qty-scale=0 tick=1 lot=1")); // the symbol is taken
    EXPECT_FALSE(venue.text.parse("list id=9 venue=X symbol=Y base=A quote=B price-scale=0 qty-scale=100 "
                                  "tick=1 lot=0"));
    EXPECT_FALSE(venue.text.parse("list id=9 venue=X symbol=Y base=A quote=B price-scale=10 qty-scale=10 "
                                  "tick=1 lot=1"));
    ListInstrument relisted{*venue.exchange.instrument(InstrumentId(1))};
    relisted.instrument.priceScale = 0;
    EXPECT_EQ(venue.apply(relisted)[0].reason, ErrorCode::InstrumentInvalid);
    static_cast<void>(venue.text.format(relisted));
    auto const reports = venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=2 price=100");
    EXPECT_EQ(reports[0].price, Price(10'000));
}

TEST_F(ExchangeTextTest, AContractsSizeIsWrittenAndRead)
{
    venue.say("list id=3 venue=X symbol=P base=BTC quote=USDT price-scale=2 qty-scale=0 tick=0.01 lot=1 "
              "kind=quanto settle=ETH multiplier=0.00100 canonical=P-X");
    auto const* listed = venue.exchange.instrument(InstrumentId(3));
    ASSERT_NE(listed, nullptr);
    EXPECT_EQ(listed->multiplier, 1);
    EXPECT_EQ(listed->multiplierScale, 3);
    EXPECT_EQ(listed->settleAsset(), AssetName("ETH"));
    TalkingExchange other;
    other.say(venue.text.format(ListInstrument{*listed}));
    EXPECT_EQ(*other.exchange.instrument(InstrumentId(3)), *listed);
}

// FIX counts why a cancel is refused (102) in other numbers than why an order is (103).
TEST_F(ExchangeTextTest, ARefusedCancelOrReplaceSaysWhyAndWhatTheOrderIs)
{
    auto const expectTold = [&](std::string const& line, std::string const& expected) {
        auto const reports = venue.say(line);
        ASSERT_EQ(reports.size(), 1U);
        Instrument const* const instrument = venue.exchange.instrument(reports[0].instrument);
        EXPECT_EQ(
            reportJson(reports[0], instrument, "durable"),
            R"({"kind":"cancelReject","ack":"durable","command":)" + std::to_string(venue.sequence) + expected
        );
    };
    venue.say("order account=1 id=a symbol=BTC-USDT side=buy qty=2 price=100");
    venue.say("order account=1 id=b symbol=BTC-USDT side=buy qty=2 price=100");
    venue.say("cancel account=1 order=a");
    expectTold(
        "cancel account=1 id=x order=nope",
        R"(,"account":1,"clOrdId":"x","origClOrdId":"nope","execType":"8","ordStatus":"8",)"
        R"("reason":"OrderUnknown","text":"There is no such working order","fixRejectReason":1})"
    );
    expectTold(
        "cancel account=1 id=y order=a",
        R"(,"account":1,"clOrdId":"y","origClOrdId":"a","execType":"8","ordStatus":"4","orderId":4294967296,)"
        R"("reason":"OrderTooLateToCancel","text":"The order is already done","fixRejectReason":0})"
    );
    expectTold(
        "replace account=1 id=z order=b symbol=BTC-USDT price=0 qty=2",
        R"(,"account":1,"symbol":"BTC-USDT","clOrdId":"z","origClOrdId":"b","execType":"8","ordStatus":"0",)"
        R"("orderId":4294967297,"reason":"OrderBadPrice","text":"The price must be greater than zero",)"
        R"("fixRejectReason":99})"
    );
}

// As an older journal may have one.
TEST_F(ExchangeTextTest, AListingThatWasRefusedCanBeLookedAt)
{
    ListInstrument wild{*venue.exchange.instrument(InstrumentId(1))};
    wild.instrument.id = InstrumentId(9);
    wild.instrument.symbol = "WILD";
    wild.instrument.qtyScale = 100;
    wild.instrument.priceScale = -3;
    const std::string line = venue.text.format(wild);
    EXPECT_NE(line.find("qty-scale=100"), std::string::npos);
    EXPECT_NE(line.find("min-qty=1e-100"), std::string::npos);
    EXPECT_NE(line.find("tick=1e3"), std::string::npos);
    EXPECT_NE(venue.text.format(SetTradingState{InstrumentId(9), {}}).find("#9"), std::string::npos);
}

TEST(ExchangeText, WritesWhatItReads)
{
    TalkingExchange venue;
    venue.open();
    RandomExchangeCommands random(11);
    for (int i = 0; i < 2'000; ++i) {
        const ExchangeCommand command = random.next();
        const std::string line = venue.text.format(command);
        auto const parsed = venue.text.parse(line);
        std::vector<std::byte> once;
        std::vector<std::byte> again;
        encode(command, once);
        if (line.find('#') != std::string::npos) {
            continue; // an instrument that was never listed has no symbol
        }
        ASSERT_TRUE(parsed) << line << ": " << parsed.error().message();
        encode(*parsed, again);
        ASSERT_EQ(once, again) << line;
    }
}

} // namespace
} // namespace qob
