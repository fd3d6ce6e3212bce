#pragma once

#include "engine/api/command.h"
#include "engine/api/event.h"
#include "engine/base/expected.h"

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace qob {

// A Session as bytes: what a terminal and a headless engine say to each other. Integers little-endian in
// their own width, texts with two bytes of length before them, lists with four, fields in the order they are
// declared in; docs/protocol.md has it all. What is not written this way does not read back: FrameMalformed.
// A list is believed to be as long as it says only where so many elements could be in what is left.
inline constexpr std::uint16_t sessionProtocolVersion = 3;

// From the terminal.

struct ClientHello {
    std::uint16_t version = sessionProtocolVersion;
    std::string program; // "qob 0.1.0": for the server's log
};

struct ClientSubmit {
    std::uint64_t number = 0; // counts up from 1 in a connection
    Command command;
};

struct ClientSubscribe {
    std::uint32_t id = 0; // the terminal's choice, never used twice in a connection
    Topic topic;
};

struct ClientUnsubscribe {
    std::uint32_t id = 0;
};

// How many bytes of EventPart frames were taken since the connection was opened: the server keeps no more
// than `sessionWindow` on the way.
struct ClientTook {
    std::uint64_t bytes = 0;
};

// A fresh access token: the connection lives as long as it.
struct ClientToken {
    std::string token;
};

using ClientFrame =
    std::variant<ClientHello, ClientSubmit, ClientSubscribe, ClientUnsubscribe, ClientTook, ClientToken>;

// From the server.

struct ServerHello {
    std::uint16_t version = sessionProtocolVersion;
    MarketKind market = MarketKind::Sim;
    std::string user;
    std::uint32_t account = 0;
    bool mayTrade = false;
    bool mayOperate = false; // move the market, record it
};

// Commands up to this number were looked at; what became of each is told on its topic.
struct ServerTaken {
    std::uint64_t number = 0;
};

// A piece of a packed event (event_packing.h) of a subscription.
struct ServerEventPart {
    std::uint32_t id = 0;
    bool last = false;
    std::vector<std::byte> bytes;
};

// A subscription that there will not be.
struct ServerRefused {
    std::uint32_t id = 0;
    Error error;
};

// Why the server closes the connection. The layout of this one frame stays the same in all versions.
struct ServerGoodbye {
    std::uint16_t version = sessionProtocolVersion; // the server's
    Error error;
};

using ServerFrame = std::variant<ServerHello, ServerTaken, ServerEventPart, ServerRefused, ServerGoodbye>;

inline constexpr std::size_t sessionWindow = 256U << 10U;
inline constexpr std::size_t eventPartBytes = 32U << 10U;

[[nodiscard]] std::string encode(ClientFrame const& frame);
[[nodiscard]] std::string encode(ServerFrame const& frame);
[[nodiscard]] Expected<ClientFrame> decodeClientFrame(std::string_view bytes);
[[nodiscard]] Expected<ServerFrame> decodeServerFrame(std::string_view bytes);

// An EventPart without a copy in between.
[[nodiscard]] std::string encodeEventPart(std::uint32_t id, bool last, std::span<std::byte const> bytes);

// Without its topic, which both sides know.
[[nodiscard]] std::vector<std::byte> encode(Event const& event);
[[nodiscard]] Expected<Event> decodeEvent(std::span<std::byte const> bytes, Topic const& topic);

} // namespace qob
