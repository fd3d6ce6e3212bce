// RFC 6455, section by section, as bytes on a connection.

#include "tests/support/echo_kit.h"

#include <gtest/gtest.h>

#include <thread>

namespace qob::test {
namespace {

// One server for all that does not need settings of its own.
class WebSocket : public testing::Test {
protected:
    static void SetUpTestSuite() { kit = new EchoKit; }

    static void TearDownTestSuite()
    {
        delete kit;
        kit = nullptr;
    }

    // What the server closes with when it is sent this.
    static std::uint16_t codeFor(std::string const& bytes, std::string const& headers = {})
    {
        EchoStream stream(*kit, headers);
        stream.send(bytes);
        auto const code = stream.closeCode();
        EXPECT_TRUE(stream.ended());
        return code;
    }

    static std::uint16_t codeFor(RawFrame const& frame) { return codeFor(bytesOf(frame)); }

    static EchoKit* kit;
};

EchoKit* WebSocket::kit = nullptr;

// Section 4: the opening handshake.

std::string handshake(std::string const& change = {}, std::string const& by = {})
{
    std::string text = "GET /echo HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: "
                       "Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: "
                       "13\r\n\r\n";
    auto const at = text.find(change);
    EXPECT_NE(at, std::string::npos) << change;
    return text.replace(at, change.size(), by);
}

TEST_F(WebSocket, AnswersTheExampleOfTheRfc)
{
    RawStream stream(kit->server->port());
    stream.send(handshake());
    auto const head = stream.head();
    EXPECT_EQ(head.substr(0, 12), "HTTP/1.1 101");
    EXPECT_NE(head.find("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"), std::string::npos) << head;
    EXPECT_NE(head.find("Upgrade: websocket\r\n"), std::string::npos) << head;
    EXPECT_NE(head.find("Connection: upgrade\r\n"), std::string::npos) << head;
    EXPECT_EQ(head.find("Sec-WebSocket-Protocol"), std::string::npos) << head;
    EXPECT_EQ(head.find("Sec-WebSocket-Extensions"), std::string::npos) << head;
}

struct Handshake {
    char const* name;
    std::string bytes;
    char const* status;
    char const* header = ""; // that the answer has
};

class WebSocketHandshake : public WebSocket, public testing::WithParamInterface<Handshake> {};

TEST_P(WebSocketHandshake, IsAnsweredWith)
{
    RawStream stream(kit->server->port());
    stream.send(GetParam().bytes);
    auto const head = stream.head();
    EXPECT_EQ(head.substr(0, 12), std::string("HTTP/1.1 ") + GetParam().status) << head;
    EXPECT_NE(head.find(GetParam().header), std::string::npos) << head;
}

std::vector<Handshake> handshakes()
{
    std::string const key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    std::string const version = "Sec-WebSocket-Version: 13\r\n";
    std::string const value = "dGhlIHNhbXBsZSBub25jZQ==";
    return {
        {"NoKey", handshake(key), "400"},
        {"EmptyKey", handshake(value, ""), "400"},
        {"KeyOfFifteenBytes", handshake(value, "dGhlIHNhbXBsZSBub25j"), "400"},
        {"KeyOfSeventeenBytes", handshake(value, "dGhlIHNhbXBsZSBub25jZWU="), "400"},
        {"KeyThatIsNoBase64", handshake(value, "dGhlIHNhbXBs!SBub25jZQ=="), "400"},
        {"KeyTwice", handshake(key, key + key), "400"},
        {"NoVersion", handshake(version), "426", "\r\nSec-WebSocket-Version: 13\r\n"},
        {"VersionOfADraft", handshake(": 13", ": 8"), "426", "\r\nSec-WebSocket-Version: 13\r\n"},
        {"VersionToCome", handshake(": 13", ": 14"), "426", "\r\nSec-WebSocket-Version: 13\r\n"},
        {"VersionOfNonsense", handshake(": 13", ": 013"), "426", "\r\nSec-WebSocket-Version: 13\r\n"},
        {"NoUpgrade", handshake("Upgrade: websocket\r\n"), "404"},
        {"UpgradeToSomethingElse", handshake("websocket", "h2c"), "404"},
        {"NoConnection", handshake("Connection: Upgrade\r\n"), "404"},
        {"Posted", handshake("GET", "POST"), "404"},
        {"OfHttp10", handshake("HTTP/1.1", "HTTP/1.0"), "404"},
        {"NoHost", handshake("Host: localhost\r\n"), "400"},
        {"NoSuchStream", handshake("/echo", "/nothing"), "404"},
        {"PageOfAnotherHost", handshake("13\r\n", "13\r\nOrigin: https://elsewhere.example\r\n"), "403"},
        {"PageOfOurOwn", handshake("13\r\n", "13\r\nOrigin: https://localhost\r\n"), "101"},
        {"WordsInOtherCase", handshake("websocket", "WebSocket"), "101"},
        {"ConnectionOfTwoWords", handshake("Connection: Upgrade", "Connection: keep-alive, Upgrade"), "101"},
        {"WithABody",
         handshake("13\r\n\r\n", "13\r\nContent-Length: 2\r\n\r\n{}"),
         "400"}, // RFC 6455 has none; a proxy may see the first frame in it
        {"FramesBeforeTheAnswer", handshake() + bytesOf({true, 0, Text, "early"}), "400"},
    };
}

INSTANTIATE_TEST_SUITE_P(Section4, WebSocketHandshake, testing::ValuesIn(handshakes()), [](auto const& one) {
    return one.param.name;
});

TEST_F(WebSocket, ASubprotocolNobodyHereSpeaksIsNotAgreedTo)
{
    EchoStream stream(*kit, "Sec-WebSocket-Protocol: chat, superchat\r\n");
    EXPECT_EQ(stream.response.substr(0, 12), "HTTP/1.1 101");
    EXPECT_EQ(stream.response.find("Sec-WebSocket-Protocol"), std::string::npos);
    EXPECT_EQ(stream.echoed("hello"), "hello");
}

TEST_F(WebSocket, ARefusedHandshakeLeavesTheConnectionForTheNext)
{
    RawStream stream(kit->server->port());
    stream.send(handshake(": 13", ": 8"));
    auto const refused = stream.head();
    ASSERT_EQ(refused.substr(0, 12), "HTTP/1.1 426");
    auto const begin = refused.find("Content-Length: ");
    ASSERT_NE(begin, std::string::npos);
    auto const skipped = std::stoul(refused.substr(begin + 16));
    stream.send(handshake());
    EXPECT_EQ(stream.head().substr(skipped, 12), "HTTP/1.1 101");
}

// Section 5: frames.

TEST_F(WebSocket, EveryLengthComesBackInTheShortestForm)
{
    EchoStream stream(*kit);
    for (const std::size_t size :
         {0U, 1U, 124U, 125U, 126U, 127U, 128U, 65'534U, 65'535U, 65'536U, 65'537U, 262'144U}) {
        const std::string text(size, 'x');
        stream.send({true, 0, Binary, text});
        auto const frame = stream.next();
        ASSERT_TRUE(frame) << size;
        EXPECT_EQ(frame->payload, text);
        EXPECT_EQ(frame->opcode, Binary);
        EXPECT_EQ(frame->reserved, 0);
    }
}

TEST_F(WebSocket, AFrameThatIsNotMaskedIsAProtocolError)
{
    EXPECT_EQ(codeFor(bytesOf({true, 0, Text, "hello"}, false)), 1002);
    EXPECT_EQ(codeFor(bytesOf({true, 0, Ping, "hello"}, false)), 1002);
    EXPECT_EQ(codeFor(bytesOf({true, 0, Text, ""}, false)), 1002);
}

TEST_F(WebSocket, AReservedBitNobodyAgreedToIsAProtocolError)
{
    for (std::uint8_t bits = 1; bits < 8; ++bits) {
        EXPECT_EQ(codeFor({true, bits, Text, "hello"}), 1002) << int(bits);
        EXPECT_EQ(codeFor({true, bits, Ping, "hello"}), 1002) << int(bits);
    }
}

TEST_F(WebSocket, AReservedOpcodeIsAProtocolError)
{
    for (const std::uint8_t opcode : std::initializer_list<std::uint8_t>{3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
        EXPECT_EQ(codeFor({true, 0, opcode, ""}), 1002) << int(opcode);
        EXPECT_EQ(codeFor({true, 0, opcode, "hello"}), 1002) << int(opcode);
    }
}

TEST_F(WebSocket, AControlFrameIsWholeAndShort)
{
    for (const std::uint8_t opcode : {Ping, Pong, Close}) {
        EXPECT_EQ(codeFor({false, 0, opcode, ""}), 1002) << int(opcode);
        EXPECT_EQ(codeFor({true, 0, opcode, std::string(126, 'x')}), 1002) << int(opcode);
        EXPECT_EQ(codeFor({true, 0, opcode, std::string(65'536, 'x')}), 1002) << int(opcode);
    }
}

TEST_F(WebSocket, ALengthIsWrittenInTheShortestForm)
{
    const RawFrame frame{true, 0, Text, std::string(10, 'x')};
    EXPECT_EQ(codeFor(bytesOf(frame, true, 2, 10)), 1002);
    EXPECT_EQ(codeFor(bytesOf(frame, true, 8, 10)), 1002);
    const RawFrame longer{true, 0, Text, std::string(300, 'x')};
    EXPECT_EQ(codeFor(bytesOf(longer, true, 8, 300)), 1002);
}

TEST_F(WebSocket, ALengthBeyondAllMeasureIsRefusedBeforeItComes)
{
    const RawFrame begun{true, 0, Binary, "x"};
    EXPECT_EQ(codeFor(bytesOf(begun, true, 8, 262'145)), 1009);
    EXPECT_EQ(codeFor(bytesOf(begun, true, 8, 0x7fff'ffff'ffff'ffff)), 1009);
    // Its top bit must be 0; that it is too big is as true.
    EXPECT_EQ(codeFor(bytesOf(begun, true, 8, 0x8000'0000'0000'0000)), 1009);
    EXPECT_EQ(codeFor(bytesOf(begun, true, 8, 0xffff'ffff'ffff'ffff)), 1009);
}

TEST_F(WebSocket, AMessageTooLargeInPiecesIsRefusedToo)
{
    std::string bytes = bytesOf({false, 0, Binary, std::string(200'000, 'x')});
    bytes += bytesOf({true, 0, Continuation, std::string(62'145, 'x')});
    EXPECT_EQ(codeFor(bytes), 1009);
}

TEST_F(WebSocket, APingIsAnsweredWithItsPayload)
{
    EchoStream stream(*kit);
    for (auto const& payload :
         {std::string(), std::string("hello"), std::string("\x00\xff\xfe", 3), std::string(125, 'x')}) {
        stream.send({true, 0, Ping, payload});
        auto const frame = stream.next();
        ASSERT_TRUE(frame);
        EXPECT_EQ(frame->opcode, Pong);
        EXPECT_EQ(frame->payload, payload);
    }
}

TEST_F(WebSocket, APongNobodyAskedForIsPassedOver)
{
    EchoStream stream(*kit);
    stream.send({true, 0, Pong, "unasked"});
    stream.send({true, 0, Pong, ""});
    EXPECT_EQ(stream.echoed("hello"), "hello");
}

TEST_F(WebSocket, FragmentsAreOneMessageAndControlFramesMayStandBetween)
{
    EchoStream stream(*kit);
    stream.send({false, 0, Text, "he"});
    stream.send({true, 0, Ping, "in between"});
    auto const pong = stream.next();
    ASSERT_TRUE(pong);
    EXPECT_EQ(pong->opcode, Pong);
    EXPECT_EQ(pong->payload, "in between");
    stream.send({false, 0, Continuation, ""});
    stream.send({true, 0, Pong, ""});
    stream.send({false, 0, Continuation, "ll"});
    stream.send({true, 0, Continuation, "o"});
    auto const message = stream.next();
    ASSERT_TRUE(message);
    EXPECT_EQ(message->opcode, Text);
    EXPECT_EQ(message->payload, "hello");
}

TEST_F(WebSocket, FragmentsOfNothingAreAMessageOfNothing)
{
    EchoStream stream(*kit);
    stream.send({false, 0, Text, ""});
    stream.send({false, 0, Continuation, ""});
    stream.send({true, 0, Continuation, ""});
    auto const message = stream.next();
    ASSERT_TRUE(message);
    EXPECT_EQ(message->opcode, Text);
    EXPECT_EQ(message->payload, "");
}

TEST_F(WebSocket, AContinuationOfNothingIsAProtocolError)
{
    EXPECT_EQ(codeFor({true, 0, Continuation, "hello"}), 1002);
    EXPECT_EQ(codeFor({false, 0, Continuation, "hello"}), 1002);
    EXPECT_EQ(
        codeFor(bytesOf({true, 0, Text, "whole"}) + bytesOf({true, 0, Continuation, "and more"})), 1002
    );
}

TEST_F(WebSocket, AMessageInsideAnotherIsAProtocolError)
{
    for (const std::uint8_t opcode : {Text, Binary}) {
        EXPECT_EQ(codeFor(bytesOf({false, 0, Text, "he"}) + bytesOf({true, 0, opcode, "no"})), 1002);
        EXPECT_EQ(codeFor(bytesOf({false, 0, Text, "he"}) + bytesOf({false, 0, opcode, "no"})), 1002);
    }
}

TEST_F(WebSocket, BytesMayComeOneByOne)
{
    EchoStream stream(*kit);
    std::string const bytes = bytesOf({false, 0, Text, "caf\xc3"}) + bytesOf({true, 0, Ping, "p"}) +
                              bytesOf({true, 0, Continuation, "\xa9 " + std::string(130, 'x')});
    for (char const& byte : bytes) { // a TLS record each
        ASSERT_TRUE(stream.send(std::string_view(&byte, 1)));
    }
    EXPECT_EQ(stream.next()->opcode, Pong);
    EXPECT_EQ(stream.next()->payload, "caf\xc3\xa9 " + std::string(130, 'x'));
}

TEST_F(WebSocket, ManyFramesMayComeAsOne)
{
    EchoStream stream(*kit);
    std::string bytes;
    for (int i = 0; i < 200; ++i) {
        bytes += bytesOf({true, 0, Text, std::to_string(i)});
    }
    stream.send(bytes);
    for (int i = 0; i < 200; ++i) {
        ASSERT_EQ(stream.next()->payload, std::to_string(i));
    }
}

// Section 5.6 and 8.1: text is UTF-8.

TEST_F(WebSocket, TextThatIsUtf8ComesBack)
{
    EchoStream stream(*kit);
    std::string const text = "\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5 \xf0\x9f\x93\x88 \xef\xbf\xbd";
    EXPECT_EQ(stream.echoed(text), text);
    EXPECT_EQ(stream.echoed(std::string("\0", 1)), std::string("\0", 1));
    for (std::size_t cut = 1; cut < text.size(); ++cut) { // inside a code point as well
        stream.send({false, 0, Text, text.substr(0, cut)});
        stream.send({true, 0, Continuation, text.substr(cut)});
        ASSERT_EQ(stream.next()->payload, text) << cut;
    }
}

TEST_F(WebSocket, TextThatIsNotIsRefused)
{
    for (std::string const bad :
         {"\xff",
          "\xc3\x28",
          "\xe2\x82", // no byte of it; not continued; cut short
          "\xc0\xaf",
          "\xe0\x80\xaf",
          "\xf0\x80\x80\xaf", // longer than it need be
          "\xed\xa0\x80",
          "\xed\xbf\xbf", // halves of surrogates
          "\xf4\x90\x80\x80",
          "\xf8\x88\x80\x80\x80",
          "\x80"} // beyond the last; five bytes; continues nothing
    ) {
        EXPECT_EQ(codeFor({true, 0, Text, "ok " + bad}), 1007) << testing::PrintToString(bad);
        EXPECT_EQ(
            codeFor(
                bytesOf({false, 0, Text, "ok " + bad.substr(0, 1)}) +
                bytesOf({true, 0, Continuation, bad.substr(1) + "!"})
            ),
            1007
        ) << testing::PrintToString(bad);
    }
    EXPECT_EQ(codeFor({true, 0, Text, std::string(70'000, 'x') + "\xff"}), 1007);
}

TEST_F(WebSocket, BinaryMayBeAnything)
{
    EchoStream stream(*kit);
    stream.send({true, 0, Binary, "\xff\xfe\xc3"});
    auto const frame = stream.next();
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->opcode, Binary);
    EXPECT_EQ(frame->payload, "\xff\xfe\xc3");
}

// Section 5.5.1 and 7: closing.

TEST_F(WebSocket, ACloseIsAnsweredWithItsCode)
{
    for (const std::uint16_t code : std::initializer_list<std::uint16_t>{
             1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 3000, 3999, 4000, 4999}) {
        EXPECT_EQ(codeFor({true, 0, Close, closePayload(code, "done")}), code);
    }
    EXPECT_EQ(codeFor({true, 0, Close, ""}), 1000) << "none was said";
    EXPECT_EQ(codeFor({true, 0, Close, closePayload(1000, std::string(123, 'x'))}), 1000);
}

TEST_F(WebSocket, ACodeThatMustNotBeSentIsAProtocolError)
{
    for (const std::uint16_t code :
         std::initializer_list<std::uint16_t>{0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999}) {
        EXPECT_EQ(codeFor({true, 0, Close, closePayload(code)}), 1002) << code;
    }
    EXPECT_EQ(codeFor({true, 0, Close, "\x03"}), 1002) << "half a code";
}

TEST_F(WebSocket, AReasonIsUtf8)
{
    auto const code = codeFor({true, 0, Close, closePayload(1000, "\xff\xfe")});
    EXPECT_TRUE(code == 1007 || code == 1002) << code; // section 7.1.6 leaves the choice
}

TEST_F(WebSocket, WhatComesAfterACloseIsNotHeard)
{
    EchoStream stream(*kit);
    stream.send(
        bytesOf({true, 0, Close, closePayload(1000)}) + bytesOf({true, 0, Text, "late"}) +
        bytesOf({true, 0, Ping, "late"})
    );
    auto const frame = stream.next();
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->opcode, Close);
    EXPECT_EQ(frame->payload, closePayload(1000));
    EXPECT_FALSE(stream.next());
    EXPECT_TRUE(stream.ended());
}

TEST_F(WebSocket, ACloseInsideAMessageEndsIt)
{
    EXPECT_EQ(codeFor(bytesOf({false, 0, Text, "he"}) + bytesOf({true, 0, Close, closePayload(1001)})), 1001);
}

TEST(WebSocketTimes, HalfAFrameIsNotWaitedForLong)
{
    ServerSettings settings;
    settings.idleTimeout = milliseconds(300);
    EchoKit kit(settings);
    std::string const whole = bytesOf({true, 0, Text, "hello"});
    for (std::size_t cut = 1; cut < whole.size(); cut += 3) {
        EchoStream stream(kit);
        stream.send(whole.substr(0, cut));
        stream.closeCode();
        EXPECT_TRUE(stream.ended()) << cut;
    }
    EchoStream silent(kit);
    silent.closeCode();
    EXPECT_TRUE(silent.ended()) << "one that does not answer a ping";
}

TEST(WebSocketTimes, AClientThatLivesIsKept)
{
    ServerSettings settings;
    settings.idleTimeout = milliseconds(200);
    EchoKit kit(settings);
    EchoStream stream(kit);
    for (int i = 0; i < 5; ++i) { // half the time each: longer together than one may be silent
        auto const ping = stream.next();
        ASSERT_TRUE(ping);
        ASSERT_EQ(ping->opcode, Ping);
        stream.send({true, 0, Pong, ping->payload});
    }
    EXPECT_EQ(stream.echoed("still here"), "still here");
}

TEST(WebSocketTimes, AServerThatStopsSaysGoodbye)
{
    EchoKit kit;
    EchoStream stream(kit);
    ASSERT_EQ(stream.echoed("hello"), "hello");
    std::thread stopping([&] { kit.server->stop(seconds(10)); });
    EXPECT_EQ(stream.closeCode(), 1001);
    stopping.join();
}

} // namespace
} // namespace qob::test
