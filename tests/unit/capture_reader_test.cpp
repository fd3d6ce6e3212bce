#include "engine/market/capture_reader.h"
#include "tests/support/capture_files.h"

#include <gtest/gtest.h>

using namespace qob;
using namespace qob::test;

namespace {

struct ReadAll {
    std::vector<CaptureRecord> records; // their views are void
    std::vector<std::string> payloads;
    std::vector<std::string> urls;
    std::vector<Error> errors;
};

ReadAll readAll(std::string_view bytes)
{
    ReadAll all;
    auto source = decompressed(memorySource(bytes), "file");
    if (!source) {
        all.errors.push_back(source.error());
        return all;
    }
    CaptureReader reader(std::move(*source), "file");
    CaptureRecord record;
    while (true) {
        auto const read = reader.next(record);
        if (!read) {
            all.errors.push_back(read.error());
            continue;
        }
        if (!*read) {
            return all;
        }
        all.records.push_back(record);
        all.payloads.emplace_back(record.payload.view());
        all.urls.emplace_back(record.url);
    }
}

constexpr std::string_view threeLines = "1000 {\"a\":1}\n2000 {\"b\":2}\n3000 {\"c\":3}\n";

} // namespace

TEST(CaptureReader, readsPlainGzipAndXz)
{
    for (std::string const& bytes : {std::string(threeLines), gzipped(threeLines), xzipped(threeLines)}) {
        const ReadAll all = readAll(bytes);
        EXPECT_TRUE(all.errors.empty());
        EXPECT_EQ(all.payloads, (std::vector<std::string>{R"({"a":1})", R"({"b":2})", R"({"c":3})"}));
        ASSERT_EQ(all.records.size(), 3U);
        EXPECT_EQ(all.records[2].time, Timestamp(3000));
        EXPECT_EQ(all.records[2].line, 3U);
        EXPECT_EQ(all.records[2].kind, CaptureRecord::Kind::Received);
    }
}

TEST(CaptureReader, gzipMembersInARowAreOneStream)
{
    const ReadAll all = readAll(gzipped("1 {\"a\":1}\n2 {") + gzipped("\"b\":2}\n"));
    EXPECT_EQ(all.payloads, (std::vector<std::string>{R"({"a":1})", R"({"b":2})"}));
    EXPECT_TRUE(all.errors.empty());
}

TEST(CaptureReader, readsTheOtherFormat)
{
    const std::string bytes = captureObject(1.5, "rest", "https://host/a?symbol=X", "{\"q\":\"\\\"\"}") +
                              captureObject(2.0, "open", "wss://host/ws", "") +
                              captureObject(2.25, "send", "", "{\"method\":\"SUBSCRIBE\"}") +
                              captureObject(2.5, "recv", "", "{\"e\":1}");
    const ReadAll all = readAll(bytes);
    ASSERT_TRUE(all.errors.empty());
    ASSERT_EQ(all.records.size(), 4U);
    EXPECT_EQ(all.records[0].kind, CaptureRecord::Kind::Answer);
    EXPECT_EQ(all.records[0].time, Timestamp(1'500'000'000));
    EXPECT_EQ(all.urls[0], "https://host/a?symbol=X");
    EXPECT_EQ(all.payloads[0], "{\"q\":\"\\\"\"}");
    EXPECT_EQ(all.records[1].kind, CaptureRecord::Kind::Opened);
    EXPECT_EQ(all.records[2].kind, CaptureRecord::Kind::Sent);
    EXPECT_EQ(all.records[3].kind, CaptureRecord::Kind::Received);
    EXPECT_EQ(all.payloads[3], "{\"e\":1}");
    EXPECT_EQ(all.urls[3], "");
}

TEST(CaptureReader, secondsKeepTheirNanoseconds)
{
    const ReadAll all = readAll("{\"t\": 1633998512.0633569, \"k\": \"recv\", \"d\": \"{}\"}\n"
                                "{\"t\": 1633998512.12345678999, \"k\": \"recv\", \"d\": \"{}\"}\n");
    ASSERT_EQ(all.records.size(), 2U);
    EXPECT_EQ(all.records[0].time, Timestamp(1'633'998'512'063'356'900));
    EXPECT_EQ(all.records[1].time, Timestamp(1'633'998'512'123'456'789));
}

TEST(CaptureReader, timeNeverGoesBack)
{
    const ReadAll all = readAll("2000 {}\n1000 {}\n3000 {}\n");
    ASSERT_EQ(all.records.size(), 3U);
    EXPECT_EQ(all.records[1].time, Timestamp(2000));
}

TEST(CaptureReader, badLinesAreNamedAndTheRestIsRead)
{
    const ReadAll all = readAll("1 {\"a\":1}\nnonsense\n2 {\"b\":2}\n{\"t\":3,\"k\":\n4 x\n5 {\"c\":3}\n");
    EXPECT_EQ(all.payloads.size(), 3U);
    ASSERT_EQ(all.errors.size(), 3U);
    EXPECT_EQ(all.errors[0].code, ErrorCode::FileUnknownFormat);
    EXPECT_NE(all.errors[0].detail.find("file:2: expected"), std::string::npos) << all.errors[0].detail;
    EXPECT_EQ(all.errors[1].code, ErrorCode::JsonMalformed);
    EXPECT_NE(all.errors[1].detail.find("file:4:"), std::string::npos) << all.errors[1].detail;
    EXPECT_NE(all.errors[2].detail.find("file:5:"), std::string::npos) << all.errors[2].detail;
}

TEST(CaptureReader, anObjectWithoutItsFieldsIsRefused)
{
    for (char const* line :
         {"{\"k\":\"recv\",\"d\":\"{}\"}", "{\"t\":1,\"d\":\"{}\"}", "{\"t\":1,\"k\":\"?\",\"d\":\"\"}"}) {
        const ReadAll all = readAll(std::string(line) + "\n");
        ASSERT_EQ(all.errors.size(), 1U) << line;
        EXPECT_EQ(all.errors[0].code, ErrorCode::FileUnknownFormat) << line;
    }
}

TEST(CaptureReader, aTruncatedGzipGivesItsWholeLinesAndThenTheLineThatWasCut)
{
    std::string text;
    for (int i = 1; i <= 5'000; ++i) {
        text += std::to_string(i * 1'000) + " {\"value\":" + std::to_string(i * 7919 % 10'007) + "}\n";
    }
    const std::string bytes = gzipped(text);
    const ReadAll all = readAll(std::string_view(bytes).substr(0, bytes.size() / 2));
    ASSERT_EQ(all.errors.size(), 1U);
    EXPECT_EQ(all.errors[0].code, ErrorCode::FileTruncated);
    EXPECT_GT(all.records.size(), 1'000U);
    auto const cut = "file:" + std::to_string(all.records.size() + 1) + ": ";
    EXPECT_EQ(all.errors[0].detail.find(cut), 0U) << all.errors[0].detail;
}

TEST(CaptureReader, aTruncatedXzIsNamed)
{
    const std::string bytes = xzipped(threeLines);
    const ReadAll all = readAll(std::string_view(bytes).substr(0, bytes.size() - 20));
    ASSERT_EQ(all.errors.size(), 1U);
    EXPECT_EQ(all.errors[0].code, ErrorCode::FileTruncated);
}

TEST(CaptureReader, aDamagedGzipIsNamed)
{
    std::string bytes = gzipped(threeLines);
    bytes[bytes.size() - 6] = static_cast<char>(bytes[bytes.size() - 6] ^ 0x55); // in the checksum
    const ReadAll damaged = readAll(bytes);
    ASSERT_EQ(damaged.errors.size(), 1U);
    EXPECT_EQ(damaged.errors[0].code, ErrorCode::FileUnreadable);
    const ReadAll trailing = readAll(gzipped(threeLines) + "no gzip");
    ASSERT_EQ(trailing.errors.size(), 1U);
    EXPECT_EQ(trailing.payloads.size(), 3U);
}

TEST(CaptureReader, theLastLineNeedsNoEnd)
{
    const ReadAll all = readAll("1 {\"a\":1}\r\n2 {\"b\":2}");
    EXPECT_EQ(all.payloads, (std::vector<std::string>{R"({"a":1})", R"({"b":2})"}));
    EXPECT_TRUE(all.records[0].lineEnded);
    EXPECT_FALSE(all.records[1].lineEnded);
    const ReadAll cut = readAll("1 {\"a\":1}\n16330");
    ASSERT_EQ(cut.errors.size(), 1U);
    EXPECT_EQ(cut.errors[0].code, ErrorCode::FileTruncated);
}

TEST(CaptureReader, wrongAndEmptyFiles)
{
    EXPECT_TRUE(readAll("").records.empty());
    EXPECT_TRUE(readAll("").errors.empty());
    const ReadAll binary = readAll("\x7f"
                                   "ELF\x02\x01\x03 stuff\n");
    ASSERT_EQ(binary.errors.size(), 1U);
    EXPECT_NE(binary.errors[0].detail.find("?ELF"), std::string::npos) << "shown without control characters";
    EXPECT_EQ(CaptureReader::open("/nowhere/at/all").error().code, ErrorCode::FileUnreadable);
    EXPECT_EQ(CaptureReader::open("/").error().code, ErrorCode::FileUnreadable);
}

TEST(LineReader, aLineThatIsTooLongIsLeftOut)
{
    const std::string text = "short\n" + std::string(900'000, 'x') + "\nnext\n";
    LineReader lines(memorySource(text), "file", 300'000);
    TextLine line;
    ASSERT_TRUE(*lines.next(line));
    EXPECT_EQ(line.text.view(), "short");
    auto const tooLong = lines.next(line);
    ASSERT_FALSE(tooLong);
    EXPECT_NE(
        tooLong.error().detail.find("file:2: expected a line of at most 300000 bytes"), std::string::npos
    );
    ASSERT_TRUE(*lines.next(line));
    EXPECT_EQ(line.text.view(), "next");
    EXPECT_EQ(line.number, 3U);
    EXPECT_FALSE(*lines.next(line));
}

TEST(LineReader, growsToALongLineWithinTheLimit)
{
    const std::string longLine(2'000'000, 'y');
    const std::string text = "a\n" + longLine + "\nb";
    LineReader lines(memorySource(text), "file");
    TextLine line;
    ASSERT_TRUE(*lines.next(line));
    ASSERT_TRUE(*lines.next(line));
    EXPECT_EQ(line.text.view(), longLine);
    ASSERT_TRUE(*lines.next(line));
    EXPECT_EQ(line.text.view(), "b");
    EXPECT_FALSE(line.ended);
}
