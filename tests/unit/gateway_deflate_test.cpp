// RFC 7692: permessage-deflate, as bytes on a connection.

#include "tests/support/echo_kit.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace qob::test {
namespace {

// A message's payload as section 7.2.1 has it: raw deflate, flushed, without the four bytes that all end in.
std::string deflated(std::string const& text, int windowBits = 12, int strategy = Z_DEFAULT_STRATEGY)
{
    z_stream zip{};
    EXPECT_EQ(deflateInit2(&zip, 9, Z_DEFLATED, -windowBits, 8, strategy), Z_OK);
    std::string out(deflateBound(&zip, text.size()) + 16, '\0');
    zip.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    zip.avail_in = static_cast<uInt>(text.size());
    zip.next_out = reinterpret_cast<Bytef*>(out.data());
    zip.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(deflate(&zip, Z_SYNC_FLUSH), Z_OK);
    out.resize(zip.total_out);
    deflateEnd(&zip);
    EXPECT_TRUE(out.ends_with(std::string("\0\0\xff\xff", 4)));
    return out.substr(0, out.size() - 4);
}

std::string inflated(std::string const& payload, int windowBits = 12)
{
    z_stream zip{};
    EXPECT_EQ(inflateInit2(&zip, -windowBits), Z_OK);
    std::string in = payload + std::string("\0\0\xff\xff", 4);
    std::string out(1U << 20U, '\0');
    zip.next_in = reinterpret_cast<Bytef*>(in.data());
    zip.avail_in = static_cast<uInt>(in.size());
    zip.next_out = reinterpret_cast<Bytef*>(out.data());
    zip.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(inflate(&zip, Z_SYNC_FLUSH), Z_OK);
    EXPECT_EQ(zip.avail_in, 0U);
    out.resize(zip.total_out);
    inflateEnd(&zip);
    return out;
}

constexpr char const* offer = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n";
constexpr std::uint8_t rsv1 = 4;

std::string agreed(std::string const& response)
{
    std::string const header = "Sec-WebSocket-Extensions: ";
    auto const at = response.find(header);
    return at == std::string::npos
               ? std::string()
               : response.substr(at + header.size(), response.find('\r', at) - at - header.size());
}

class Deflate : public testing::Test {
protected:
    static void SetUpTestSuite() { kit = new EchoKit; }

    static void TearDownTestSuite()
    {
        delete kit;
        kit = nullptr;
    }

    static std::uint16_t codeFor(std::string const& bytes)
    {
        EchoStream stream(*kit, offer);
        stream.send(bytes);
        auto const code = stream.closeCode();
        EXPECT_TRUE(stream.ended());
        return code;
    }

    static std::string offered(std::string const& extensions)
    {
        EchoStream stream(*kit, "Sec-WebSocket-Extensions: " + extensions + "\r\n");
        EXPECT_EQ(stream.response.substr(0, 12), "HTTP/1.1 101") << extensions;
        return agreed(stream.response);
    }

    static EchoKit* kit;
};

EchoKit* Deflate::kit = nullptr;

TEST_F(Deflate, IsAgreedToWithTheParametersOffered)
{
    auto const agreement = offered("permessage-deflate; client_max_window_bits");
    EXPECT_EQ(agreement.substr(0, 18), "permessage-deflate");
    EXPECT_NE(agreement.find("client_max_window_bits=12"), std::string::npos) << agreement;
    EXPECT_NE(agreement.find("server_no_context_takeover"), std::string::npos) << agreement;
    auto const narrow = offered("permessage-deflate; server_max_window_bits=9; client_max_window_bits=10");
    EXPECT_NE(narrow.find("server_max_window_bits=9"), std::string::npos) << narrow;
    EXPECT_NE(narrow.find("client_max_window_bits=10"), std::string::npos) << narrow;
    auto const fresh = offered("permessage-deflate; client_no_context_takeover; client_max_window_bits");
    EXPECT_NE(fresh.find("client_no_context_takeover"), std::string::npos) << fresh;
}

TEST_F(Deflate, WhatIsNoGoodOfferIsPassedOver)
{
    for (auto const* const extensions :
         {"permessage-bzip2",
          "x-webkit-deflate-frame",
          "permessage-deflate; unknown_parameter",
          "permessage-deflate; server_max_window_bits=7",
          "permessage-deflate; server_max_window_bits=16",
          "permessage-deflate; server_max_window_bits=nine",
          "permessage-deflate; server_max_window_bits",
          "permessage-deflate; client_max_window_bits=16",
          "permessage-deflate; client_max_window_bits=9; "
          "client_max_window_bits=9",
          "permessage-deflate; server_no_context_takeover=1",
          "permessage-deflate; client_no_context_takeover; client_no_context_takeover"}) {
        EXPECT_EQ(offered(extensions), "") << extensions;
    }
}

TEST_F(Deflate, AnOfferBehindAnotherExtensionIsSeen)
{
    auto const agreement = offered("permessage-bzip2, permessage-deflate; client_max_window_bits=11");
    EXPECT_NE(agreement.find("client_max_window_bits=11"), std::string::npos) << agreement;
}

TEST_F(Deflate, AWindowTheClientDidNotOfferToLimitIsNotLimited)
{
    EchoStream stream(*kit, "Sec-WebSocket-Extensions: permessage-deflate\r\n");
    EXPECT_EQ(agreed(stream.response).find("client_max_window_bits"), std::string::npos);
    if (!agreed(stream.response).empty()) {
        std::string far(20'000, ' '); // and what is repeated lies 15,000 back
        for (std::size_t i = 0; i < far.size(); ++i) {
            far[i] = static_cast<char>('a' + int(i % 15'000 * i % 15'000 % 23));
        }
        stream.send({true, rsv1, Text, deflated(far, 15)});
        auto const frame = stream.message();
        ASSERT_TRUE(frame);
        EXPECT_EQ(frame->reserved == rsv1 ? inflated(frame->payload) : frame->payload, far);
    }
}

TEST_F(Deflate, MessagesComeBackWhateverTheirLength)
{
    EchoStream stream(*kit, offer);
    for (const std::size_t size : {0U, 1U, 2U, 125U, 126U, 4096U, 4097U, 65'535U, 65'536U, 262'144U}) {
        std::string text;
        while (text.size() < size) {
            text += "line " + std::to_string(text.size() * 7919 % 10'007) + "\n";
        }
        text.resize(size);
        stream.send({true, rsv1, Text, deflated(text)});
        auto const frame = stream.message();
        ASSERT_TRUE(frame) << size;
        EXPECT_EQ(frame->opcode, Text);
        ASSERT_EQ(frame->reserved == rsv1 ? inflated(frame->payload) : frame->payload, text) << size;
    }
}

TEST_F(Deflate, AMessageMayComeAsItIs)
{
    EchoStream stream(*kit, offer);
    stream.send({true, 0, Text, "plain"});
    auto const frame = stream.message();
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->reserved == rsv1 ? inflated(frame->payload) : frame->payload, "plain");
}

// The examples of section 7.2.3: of two messages that refer to one another, blocks not compressed, two
// blocks.
TEST_F(Deflate, TheExamplesOfTheRfcAreRead)
{
    EchoStream stream(*kit, offer);
    for (std::string const& payload :
         {std::string("\xf2\x48\xcd\xc9\xc9\x07\x00", 7),
          std::string("\x00\x05\x00\xfa\xff\x48\x65\x6c\x6c\x6f\x00", 11),
          std::string("\xf2\x48\x05\x00\x00\x00\xff\xff\xca\xc9\xc9\x07\x00", 13)}) {
        stream.send({true, rsv1, Text, payload});
        auto const frame = stream.message();
        ASSERT_TRUE(frame) << testing::PrintToString(payload);
        EXPECT_EQ(frame->opcode, Text);
        EXPECT_EQ(frame->reserved == rsv1 ? inflated(frame->payload) : frame->payload, "Hello");
    }
}

// What section 7.2.3.4 allows and Beast does not read: no client in use writes it. It is said, not guessed
// at.
TEST_F(Deflate, ALastBlockIsRefused)
{
    EXPECT_EQ(codeFor(bytesOf({true, rsv1, Text, std::string("\xf3\x48\xcd\xc9\xc9\x07\x00\x00", 8)})), 1007);
}

TEST_F(Deflate, FragmentsAreCompressedAsOne)
{
    EchoStream stream(*kit, offer);
    auto const payload = deflated("hello hello hello hello");
    for (std::size_t cut = 0; cut <= payload.size(); ++cut) {
        stream.send({false, rsv1, Text, payload.substr(0, cut)});
        stream.send({true, 0, Ping, "p"});
        stream.send({true, 0, Continuation, payload.substr(cut)});
        auto const pong = stream.message();
        ASSERT_TRUE(pong);
        EXPECT_EQ(pong->opcode, Pong);
        auto const frame = stream.message();
        ASSERT_TRUE(frame) << cut;
        ASSERT_EQ(
            frame->reserved == rsv1 ? inflated(frame->payload) : frame->payload, "hello hello hello hello"
        );
    }
}

TEST_F(Deflate, OnlyTheFirstFrameOfAMessageSaysThatItIs)
{
    EXPECT_EQ(
        codeFor(bytesOf({false, rsv1, Text, "\xf2\x48"}) + bytesOf({true, rsv1, Continuation, "\x05"})), 1002
    );
    EXPECT_EQ(codeFor(bytesOf({true, rsv1, Ping, ""})), 1002);
    EXPECT_EQ(codeFor(bytesOf({true, rsv1, Close, closePayload(1000)})), 1002);
    EXPECT_EQ(codeFor(bytesOf({true, 2, Text, "x"})), 1002);
    EXPECT_EQ(codeFor(bytesOf({true, 1, Text, "x"})), 1002);
}

TEST_F(Deflate, WhatCannotBeInflatedEndsIt)
{
    for (std::string const& bad :
         {std::string("\xff\xff\xff\xff"),
          std::string("\x07 no such block"),
          std::string("\x00\x05\x00\x00\x00 wrong length", 18)}) {
        EXPECT_EQ(codeFor(bytesOf({true, rsv1, Text, bad})), 1007);
    }
}

TEST_F(Deflate, TextInsideIsUtf8)
{
    EXPECT_EQ(codeFor(bytesOf({true, rsv1, Text, deflated("ok \xff")})), 1007);
    EXPECT_EQ(codeFor(bytesOf({true, rsv1, Text, deflated("cut short \xe2\x82")})), 1007);
}

TEST_F(Deflate, ABombIsRefusedAtTheLimitOfAMessage)
{
    auto const bomb = deflated(std::string(50'000'000, 'x'));
    ASSERT_LT(bomb.size(), 262'144U) << "short enough to come in";
    EXPECT_EQ(codeFor(bytesOf({true, rsv1, Text, bomb})), 1009);
    EXPECT_EQ(codeFor(bytesOf({true, rsv1, Text, deflated(std::string(262'145, 'x'))})), 1009);
    EchoStream stream(*kit, offer);
    stream.send({true, rsv1, Text, deflated(std::string(262'144, 'x'))});
    auto const frame = stream.message();
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->reserved == rsv1 ? inflated(frame->payload) : frame->payload, std::string(262'144, 'x'));
}

} // namespace
} // namespace qob::test
