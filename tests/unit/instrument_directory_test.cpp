#include "engine/market/instrument_directory.h"

#include <gtest/gtest.h>

namespace qob {
namespace {

Instrument one(std::uint32_t id, char const* venue, char const* symbol, char const* canonical)
{
    Instrument instrument;
    instrument.id = InstrumentId(id);
    instrument.venue = venue;
    instrument.symbol = symbol;
    instrument.canonical = canonical;
    return instrument;
}

TEST(InstrumentDirectory, FindsBySymbolAndByName)
{
    InstrumentDirectory directory;
    directory.add(one(2, "KRAKEN", "XBT/USDT", "BTC-USDT"));
    directory.add(one(1, "BINANCE", "BTCUSDT", "BTC-USDT"));
    directory.add(one(3, "BINANCE", "WEIRD", ""));
    EXPECT_EQ(directory.find("KRAKEN", "XBT/USDT"), InstrumentId(2));
    EXPECT_EQ(directory.find("KRAKEN", "BTCUSDT"), InstrumentId());
    EXPECT_EQ(directory.named("BTC-USDT"), (std::vector{InstrumentId(1), InstrumentId(2)}));
    EXPECT_TRUE(directory.named("").empty());
    EXPECT_EQ(directory.symbolOn("KRAKEN", "BTC-USDT"), "XBT/USDT");
    EXPECT_EQ(directory.symbolOn("OKX", "BTC-USDT"), "");
    EXPECT_EQ(directory.symbolOn("OKX", "NONE"), "");
    EXPECT_EQ(directory.names(), std::vector<std::string_view>{"BTC-USDT"});
}

TEST(InstrumentDirectory, ARenamedOneIsFoundUnderItsNewNameOnly)
{
    InstrumentDirectory directory;
    directory.add(one(1, "KRAKEN", "XBT/USD", "XBT-USD"));
    directory.add(one(1, "KRAKEN", "BTC/USD", "BTC-USD"));
    EXPECT_EQ(directory.find("KRAKEN", "XBT/USD"), InstrumentId());
    EXPECT_EQ(directory.find("KRAKEN", "BTC/USD"), InstrumentId(1));
    EXPECT_TRUE(directory.named("XBT-USD").empty());
    EXPECT_EQ(directory.size(), 1U);
}

TEST(InstrumentDirectory, AnExpiredOneIsGone)
{
    InstrumentDirectory directory;
    directory.add(one(1, "OKX", "BTC-USD-240927", "BTC-USD-20240927"));
    directory.remove(InstrumentId(1));
    directory.remove(InstrumentId(9));
    EXPECT_EQ(directory.find("OKX", "BTC-USD-240927"), InstrumentId());
    EXPECT_TRUE(directory.names().empty());
    // A symbol that was given to another one since stays that one's.
    directory.add(one(2, "OKX", "LUNA", "LUNC-USDT"));
    directory.add(one(3, "OKX", "LUNA", "LUNA-USDT"));
    directory.remove(InstrumentId(2));
    EXPECT_EQ(directory.find("OKX", "LUNA"), InstrumentId(3));
}

} // namespace
} // namespace qob
