// The bytes of version 1. Whoever has to change an expectation here has to raise the version.

#include "engine/storage/crc32c.h"
#include "engine/storage/snapshot.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/journal_kit.h"

#include <algorithm>

namespace qob {

namespace {

using namespace test;

std::vector<std::byte> bytesOf(std::string_view text)
{
    std::vector<std::byte> bytes;
    for (char const c : text) {
        bytes.push_back(static_cast<std::byte>(c));
    }
    return bytes;
}

// Sixteen bytes a line, behind an empty one; lines of zeros are left out.
std::string hexDump(std::span<std::byte const> bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "\n";
    for (std::size_t line = 0; line < bytes.size(); line += 16) {
        auto const row = bytes.subspan(line, std::min<std::size_t>(16, bytes.size() - line));
        if (std::ranges::all_of(row, [](std::byte b) { return b == std::byte{0}; })) {
            continue;
        }
        for (unsigned shift = 16; shift > 0; shift -= 4) {
            text += digits[(line >> (shift - 4)) & 15U];
        }
        text += ':';
        for (auto const byte : row) {
            text += ' ';
            text += digits[std::to_integer<unsigned>(byte) >> 4U];
            text += digits[std::to_integer<unsigned>(byte) & 15U];
        }
        text += '\n';
    }
    return text;
}

} // namespace

TEST(Crc32c, KnownVectorsBothWays)
{
    // RFC 3720, B.4, and the customary check value.
    std::vector<std::byte> rising(32);
    std::vector<std::byte> falling(32);
    for (unsigned i = 0; i < 32; ++i) {
        rising[i] = static_cast<std::byte>(i);
        falling[i] = static_cast<std::byte>(31 - i);
    }
    std::vector<std::pair<std::vector<std::byte>, std::uint32_t>> const vectors{
        {std::vector<std::byte>(32), 0x8a9136aaU},
        {std::vector<std::byte>(32, std::byte{0xff}), 0x62a8ab43U},
        {rising, 0x46dd794eU},
        {falling, 0x113fdb5cU},
        {bytesOf("123456789"), 0xe3069283U},
        {{}, 0U},
    };
    for (auto const& [bytes, expected] : vectors) {
        EXPECT_EQ(crc32cByTable(bytes, 0), expected);
        EXPECT_EQ(crc32c(bytes), expected);
        if (crc32cHasInstruction()) {
            EXPECT_EQ(crc32cByInstruction(bytes, 0), expected);
        }
    }
}

TEST(Crc32c, BothWaysAgreeOnEverySizeAndPart)
{
    std::vector<std::byte> bytes(300);
    Rng rng(7);
    for (auto& byte : bytes) {
        byte = static_cast<std::byte>(rng.next());
    }
    for (std::size_t size = 0; size <= bytes.size(); ++size) {
        auto const part = std::span(bytes).first(size);
        auto const whole = crc32cByTable(part, 0);
        EXPECT_EQ(crc32c(part), whole);
        EXPECT_EQ(crc32c(part.subspan(size / 3), crc32c(part.first(size / 3))), whole);
    }
}

TEST(JournalFormat, Golden)
{
    FaultyFileSystem files;
    auto options = smallOptions();
    options.segmentBytes = 4096;
    {
        auto writer = recoverAndOpen(files, options);
        ASSERT_TRUE(writer);
        ASSERT_TRUE((*writer)->append(1, Timestamp(1'735'689'600'000'000'000), bytesOf("first")));
        ASSERT_TRUE((*writer)->append(0x0203, Timestamp(-1), {}));
        ASSERT_TRUE((*writer)->commit());
        ASSERT_TRUE((*writer)->append(7, Timestamp(0), bytesOf("eight by")));
        ASSERT_TRUE((*writer)->commit());
    }
    EXPECT_EQ(files.content(segmentPath(1)).size(), 4096U);
    EXPECT_EQ(hexDump(files.content(segmentPath(1))), R"(
0000: 51 4f 42 4a 52 4e 4c 0a 01 00 00 00 00 02 00 00
0010: 01 00 00 00 00 00 00 00 01 00 00 00 00 00 00 00
0020: 00 00 00 00 00 00 00 00 00 10 00 00 00 00 00 00
0030: 00 00 00 00 00 00 00 00 00 00 00 00 0d 98 25 8f
0040: 2d 00 00 00 ab 4e bb c1 01 00 00 00 00 00 00 00
0050: 00 00 00 00 00 00 00 00 00 00 57 c0 7e 68 16 18
0060: 01 00 00 00 00 00 00 00 66 69 72 73 74 00 00 00
0070: 28 00 00 00 2b db 70 b3 02 00 00 00 00 00 00 00
0080: c4 de e7 19 2f 26 78 8e ff ff ff ff ff ff ff ff
0090: 03 02 00 00 00 00 00 00 00 00 00 00 00 00 00 00
0200: 30 00 00 00 7d 66 30 83 03 00 00 00 00 00 00 00
0210: 9e 40 ec 98 1c 3a aa 8e 00 00 00 00 00 00 00 00
0220: 07 00 00 00 00 00 00 00 65 69 67 68 74 20 62 79
)");
    EXPECT_EQ(hexDump(files.content(markPath())), R"(
0000: 51 4f 42 4d 41 52 4b 0a 01 00 00 00 00 00 00 00
0010: 03 00 00 00 00 00 00 00 2f 49 c4 35 2b 06 0b 60
0020: 01 00 00 00 00 00 00 00 30 02 00 00 00 00 00 00
0030: 00 00 00 00 00 00 00 00 00 00 00 00 05 06 65 4d
0200: 51 4f 42 4d 41 52 4b 0a 01 00 00 00 00 00 00 00
0210: 03 00 00 00 00 00 00 00 2f 49 c4 35 2b 06 0b 60
0220: 01 00 00 00 00 00 00 00 30 02 00 00 00 00 00 00
0230: 00 00 00 00 00 00 00 00 00 00 00 00 05 06 65 4d
1000: 51 4f 42 4d 41 52 4b 0a 01 00 00 00 00 00 00 00
1010: 02 00 00 00 00 00 00 00 9e 40 ec 98 1c 3a aa 8e
1020: 01 00 00 00 00 00 00 00 98 00 00 00 00 00 00 00
1030: 00 00 00 00 00 00 00 00 00 00 00 00 09 bf f6 62
1200: 51 4f 42 4d 41 52 4b 0a 01 00 00 00 00 00 00 00
1210: 02 00 00 00 00 00 00 00 9e 40 ec 98 1c 3a aa 8e
1220: 01 00 00 00 00 00 00 00 98 00 00 00 00 00 00 00
1230: 00 00 00 00 00 00 00 00 00 00 00 00 09 bf f6 62
)");
}

TEST(JournalFormat, GoldenSnapshot)
{
    FaultyFileSystem files;
    ASSERT_TRUE(writeSnapshot(files, journalDirectory, {42, 0x1122334455667788, 99}, bytesOf("state")));
    EXPECT_EQ(hexDump(files.content(pathIn(journalDirectory, snapshotName(42)))), R"(
0000: 51 4f 42 53 4e 41 50 0a 01 00 00 00 00 00 01 00
0010: 2a 00 00 00 00 00 00 00 88 77 66 55 44 33 22 11
0020: 63 00 00 00 00 00 00 00 05 00 00 00 00 00 00 00
0030: df 68 db 66 00 00 00 00 00 00 00 00 43 4b bb 71
0040: 73 74 61 74 65 df 68 db 66
)");
}

TEST(JournalFormat, NamesSortAsTheirNumbers)
{
    EXPECT_EQ(segmentName(42), "journal-00000000000000000042.qj");
    EXPECT_EQ(parseSegmentName(segmentName(~0ULL)), ~0ULL);
    EXPECT_EQ(parseSegmentName("journal-42.qj"), std::nullopt);
    EXPECT_EQ(parseSegmentName("journal-0000000000000000004x.qj"), std::nullopt);
    EXPECT_EQ(parseSegmentName("journal-99999999999999999999.qj"), std::nullopt); // more than 64 bits
    EXPECT_TRUE(looksLikeSegment("journal-42.qj"));
    EXPECT_FALSE(looksLikeSegment(nextSegmentName));
}

} // namespace qob
