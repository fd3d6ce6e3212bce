// Histories as CSV and back.

#include "engine/history/csv.h"
#include "tests/support/capture_files.h"
#include "tests/support/history_kit.h"

#include <map>

using namespace qob;
using namespace qob::test;

namespace {

constexpr std::string_view bookFile =
    "exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount\n"
    "binance-futures,BTCUSDT,1600000000000000,1600000000000100,true,bid,61837.6,1.25\n"
    "binance-futures,BTCUSDT,1600000000000000,1600000000000100,true,bid,61837.5,0.001\n"
    "binance-futures,BTCUSDT,1600000000000000,1600000000000100,true,ask,61837.7,2\n"
    "binance-futures,BTCUSDT,1600000000050000,1600000000050100,false,bid,61837.6,0\n"
    "binance-futures,BTCUSDT,1600000000050000,1600000000050100,false,ask,61837.7,1.5\n"
    "deribit,BTC-PERPETUAL,1600000000060000,1600000000060000,true,ask,61840.5,100\n"
    "binance-futures,BTCUSDT,1600000000060000,1600000000070000,false,ask,61838,7\n"
    "binance-futures,BTCUSDT,1600000000061000,1600000000070000,false,ask,61838,8\n"
    "deribit,BTC-PERPETUAL,1600000000069000,1600000000080000,true,ask,61840.5,90\n"
    "deribit,BTC-PERPETUAL,1600000000079000,1600000000090000,false,ask,61840.5,80\n"
    "binance-futures,BTCUSDT,1600000000060000,1600000000095000,true,bid,61800,3\n";
constexpr std::string_view tradeFile =
    "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n"
    "binance-futures,BTCUSDT,1600000000040000,1600000000050100,1234567890123,buy,61837.7,0.5\n"
    "binance-futures,BTCUSDT,1600000000050000,1600000000050100,1234567890124,sell,61837.6,0.25\n"
    "deribit,BTC-PERPETUAL,1600000000060000,1600000000060000,,unknown,61840,10\n";

using Files = std::map<std::string, std::string>;

Expected<CsvImport> import(FaultyFileSystem& disk, Files const& files)
{
    std::vector<std::string> names;
    for (auto const& [name, text] : files) {
        names.push_back(name);
    }
    auto settings = smallBlocks(4).history;
    return importCsv(disk, settings, names, [&](std::string const& name) {
        return Expected<std::unique_ptr<ByteSource>>(memorySource(files.at(name)));
    });
}

std::string exported(FaultyFileSystem& disk, CsvExport const& what, Timestamp from = Timestamp::min())
{
    auto const reader = HistoryReader::open(disk, historyFolder);
    EXPECT_TRUE(reader);
    std::string text;
    std::vector<Error> holes;
    auto const stream = reader->read(from);
    auto const sink = [&](std::string_view piece) {
        text += piece;
        return Expected<void>();
    };
    EXPECT_TRUE(exportCsv(*stream, what, sink, holes));
    EXPECT_TRUE(holes.empty());
    return text;
}

std::string errorOf(std::string_view text)
{
    FaultyFileSystem disk;
    auto const done = import(disk, {{"file.csv", std::string(text)}});
    EXPECT_FALSE(done);
    EXPECT_FALSE(HistoryReader::open(disk, historyFolder)) << "nothing is half done";
    return done ? "" : done.error().message();
}

std::string withRow(std::string_view row)
{
    return std::string(bookFile) + std::string(row) + "\n";
}

} // namespace

TEST(HistoryCsv, theTardisLayoutComesBackByteForByte)
{
    FaultyFileSystem disk;
    auto const done =
        import(disk, {{"book.csv", std::string(bookFile)}, {"trades.csv", std::string(tradeFile)}});
    ASSERT_TRUE(done) << done.error().message();
    EXPECT_EQ(done->rows, 14U);
    EXPECT_EQ(exported(disk, {CsvFormat::Tardis, CsvType::Book, "", ""}), bookFile);
    EXPECT_EQ(exported(disk, {CsvFormat::Tardis, CsvType::Trades, "", ""}), tradeFile);
}

TEST(HistoryCsv, whatIsExportedCanBeImportedAndIsTheSame)
{
    FaultyFileSystem first;
    ToyMarket market;
    recordToy(first, smallBlocks(), 3'000, market);
    auto const book = exported(first, {CsvFormat::Tardis, CsvType::Book, "", ""});
    auto const trades = exported(first, {CsvFormat::Tardis, CsvType::Trades, "", ""});
    EXPECT_GT(book.size(), 100'000U);
    FaultyFileSystem second;
    ASSERT_TRUE(import(second, {{"a", book}, {"b", trades}}));
    EXPECT_EQ(exported(second, {CsvFormat::Tardis, CsvType::Book, "", ""}), book);
    EXPECT_EQ(exported(second, {CsvFormat::Tardis, CsvType::Trades, "", ""}), trades);
    auto const history = openMarket(second);
    HeardMarket heard;
    history->runUntil(Timestamp::max(), heard);
    EXPECT_EQ(heard.trades.size(), market.feed(InstrumentId(1)).trades + market.feed(InstrumentId(2)).trades);
    DepthView const ours = depthOf(*history, 1);
    DepthView const truth = depthOf(market, 1);
    ASSERT_EQ(ours.bids.size(), truth.bids.size());
    auto const& instrument = heard.instruments.front();
    EXPECT_EQ(
        instrument.priceText(ours.bids[0].price), ToyMarket::instrument(1).priceText(truth.bids[0].price)
    );
}

TEST(HistoryCsv, oneSymbolAndARange)
{
    FaultyFileSystem disk;
    ASSERT_TRUE(import(disk, {{"book.csv", std::string(bookFile)}}));
    EXPECT_EQ(
        exported(disk, {CsvFormat::Plain, CsvType::Book, "DERIBIT", "BTC-PERPETUAL"}),
        "venue,symbol,time,is_snapshot,side,price,qty\n"
        "DERIBIT,BTC-PERPETUAL,1600000000060000000,true,ask,61840.5,100\n"
        "DERIBIT,BTC-PERPETUAL,1600000000080000000,true,ask,61840.5,90\n"
        "DERIBIT,BTC-PERPETUAL,1600000000090000000,false,ask,61840.5,80\n"
    );
    EXPECT_EQ(
        exported(
            disk,
            {CsvFormat::Plain, CsvType::Book, "BINANCE_FUTURES", "BTCUSDT"},
            Timestamp(1600000000060000000)
        ),
        "venue,symbol,time,is_snapshot,side,price,qty\n"
        "BINANCE_FUTURES,BTCUSDT,1600000000060000000,true,bid,61837.5,0.001\n"
        "BINANCE_FUTURES,BTCUSDT,1600000000060000000,true,ask,61837.7,1.5\n"
        "BINANCE_FUTURES,BTCUSDT,1600000000070000000,false,ask,61838,7\n"
        "BINANCE_FUTURES,BTCUSDT,1600000000070000000,false,ask,61838,8\n"
        "BINANCE_FUTURES,BTCUSDT,1600000000095000000,true,bid,61800,3\n"
    );
}

TEST(HistoryCsv, badInputIsNamedWithItsLine)
{
    EXPECT_NE(errorOf("a,b,c\n").find("file.csv:1: expected the header"), std::string::npos);
    EXPECT_NE(errorOf("").find("file.csv:1: expected the header"), std::string::npos);
    EXPECT_NE(
        errorOf(std::string(bookFile.substr(0, bookFile.find('\n') + 1))).find("expected rows"),
        std::string::npos
    );
    EXPECT_NE(errorOf(withRow("x,y,1")).find("file.csv:13: expected 8 columns, found 3"), std::string::npos);
    EXPECT_NE(
        errorOf(withRow("x,y,z,1600000000099000,true,bid,1,1")).find("13: expected microseconds"),
        std::string::npos
    );
    EXPECT_NE(
        errorOf(withRow("x,y,1,1600000000099000,maybe,bid,1,1")).find("expected true or false"),
        std::string::npos
    );
    EXPECT_NE(
        errorOf(withRow("x,y,1,1600000000099000,true,buy,1,1")).find("expected bid or ask"), std::string::npos
    );
    EXPECT_NE(
        errorOf(withRow("x,y,1,1600000000099000,true,bid,-1,1")).find("not negative"), std::string::npos
    );
    EXPECT_NE(errorOf(withRow("x,y,1,1600000000099000,true,bid,1e-30,1")).find("13"), std::string::npos);
    EXPECT_NE(
        errorOf(withRow("x,y,1,1,true,bid,1,1")).find("13: expected no local_timestamp before"),
        std::string::npos
    );
    EXPECT_NE(
        errorOf(withRow("x,y,1,1600000000099000,true,bid,0.0000000001,0.0000000001")).find("X:y"),
        std::string::npos
    );
}

TEST(HistoryCsv, idsThatAreNoNumbersAreCounted)
{
    FaultyFileSystem disk;
    auto const done = import(
        disk,
        {{"t",
          "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n"
          "bitmex,XBTUSD,1600000000040000,1600000000050100,5b06ac3b-5dae,buy,61837.5,100\n"}}
    );
    ASSERT_TRUE(done);
    EXPECT_EQ(done->idsLeftOut, 1U);
}
