#pragma once

#include "engine/base/expected.h"
#include "engine/base/time.h"
#include "engine/market/feed_message.h"
#include "engine/market/list_form.h"
#include "engine/market/sync_rule.h"
#include "engine/wire/frame_unpacker.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace qob {

class VenueFeed;

// What one venue is, as data: everything that a connection, the replay and the list of venues need to know of
// it apart from the reading of its messages (VenueFeed). A VenueSpec is a constant and lives as long as the
// program; its texts are literals.

// How surely the venue's rules are known.
enum class Proof : std::uint8_t {
    CaptureProven, // held on bytes that the exchange itself sent
    FixtureProven, // held on messages that were published by others
    Documented,    // read in the exchange's documents only
};

// Any of them together.
namespace products {

inline constexpr unsigned spot = 1;
inline constexpr unsigned perpetual = 2;
inline constexpr unsigned future = 4;
inline constexpr unsigned option = 8;

} // namespace products

// What can be subscribed to.
enum class Channel : std::uint8_t { Book, Trades, Statistics };

// Where the first state of a book comes from, and how a book that went wrong is made whole again.
enum class BookSource : std::uint8_t {
    Stream,        // a snapshot follows each subscription: unsubscribe and subscribe again
    Rest,          // ask snapshotUrl once deltas are coming in; they are bridged by their numbers
    StreamRequest, // send snapshotFrame on the same connection once deltas are coming in
    EveryMessage,  // every message is the whole book: wait for the next
};

// How one channel of several symbols is subscribed to. All texts are filled in by fillFrame():
//   $items   the items of the symbols of this frame, with a comma between them; may stand in it repeatedly
//   $symbol  the symbol as the venue writes it        $lower  the same in small letters
//   $lowerBase, $lowerQuote   what stands before and behind its '-', '/' or '_', in small letters
//   $id      a number that is new for each frame       $seconds  Unix time
struct SubscribeForm {
    Channel channel = Channel::Book;
    std::string_view frame; // a whole frame
    std::string_view item;  // what stands for one symbol in $items; empty: $symbol is in the frame itself
    std::string_view unsubscribe; // a whole frame with the same items
    int symbolsPerFrame = 1;
    bool derivativesOnly = false; // of no use for spot symbols
};

// What keeps a connection alive. What the venue's own pings want for an answer is not here: decoding them
// gives it (FeedBatch::answer). WebSocket ping frames are always answered, by whoever runs the connection.
struct Heartbeat {
    Duration interval{};            // we send something when we have sent nothing for so long; zero: never
    std::string_view frame;         // what we send (texts as in SubscribeForm); empty: a WebSocket ping frame
    Duration silence = seconds(60); // when nothing at all came for so long the connection is dead
};

// What the venue allows. Zero: nothing known, be careful. Numbers are of one IP address.
struct VenueLimits {
    int subscriptionsPerConnection = 0; // symbol and channel pairs
    int framesPerSecond = 5;            // that we send on one connection
    int connectionsPerMinute = 30;
    int restPerMinute = 60;  // requests, or weight where a request weighs more than one
    int snapshotWeight = 1;  // of one snapshot request
    Duration afterConnect{}; // wait before the first frame is sent
};

// One stream address.
struct VenueEndpoint {
    std::string_view url;
    std::string_view origin; // the Origin header, where the venue insists on one
};

// An HTTP request. Texts are filled in as those of SubscribeForm.
struct VenueRequest {
    std::string_view url;
    std::string_view method = "GET";
    std::string_view body; // JSON, of a POST
    bool lists = true; // of VenueSpec::instruments: its answer names them, and does not merely tell of them
};

// What a venue that hands out its stream address by HTTP answered.
struct StreamTicket {
    std::string url; // complete, with its token
    Duration pingInterval{};
};

// How a venue's checksum is made: CRC-32 of the texts of the best levels, one behind the other.
struct ChecksumRule {
    enum class Order : std::uint8_t {
        Turns,     // best bid, best ask, second bid, ...; where one side is shorter the other goes on alone
        AsksFirst, // all asks, then all bids, best first
    };

    static constexpr std::size_t mostText = 48; // characters that a level's text may have

    std::string_view words; // for people
    std::size_t levels = 0; // how many of each side it covers
    Order order = Order::Turns;
    std::size_t separator = 0; // characters at the end of a level's text that the last one goes without
    // Writes a level's text; returns its length.
    std::size_t (*write)(Side side, WrittenLevel const& level, char* text) = nullptr;
};

// Of the 25 best bids and asks in turns, each as written, "price:size:price:size": OKX, Bitget and others.
extern const ChecksumRule turnsChecksum;

struct VenueSpec {
    std::string_view id;      // "BINANCE_FUTURES": in files, on the command line, in books
    std::string_view name;    // for people
    std::string_view example; // a symbol that is always traded, as the venue writes it
    Proof proof = Proof::Documented;
    unsigned kinds = products::spot;

    // Parts of URLs that are this venue's alone ("fapi.binance.com"); of several that fit, the longest
    // counts.
    std::span<std::string_view const> addresses;

    // The book.
    SyncRule const* rule = nullptr;
    ChecksumRule const* checksum = nullptr;
    BookSource source = BookSource::Stream;
    std::size_t depth = 0;     // levels a side that the venue keeps up to date, the rest is cut off; 0: all
    bool byOrder = false;      // its messages are orders with ids (FeedMessage::bidIds), not levels
    bool mayCross = false;     // levels of different age may cross: the older one then goes
    bool shortNumbers = false; // numbers are written without trailing zeros: later ones may be finer
    // Sizes are sums in binary floating point, printed with all their digits: what does not fit an exact size
    // is its noise and is rounded.
    bool noisySizes = false;
    std::string_view aggressor; // whose side a trade names, for people

    // The stream. Symbols of one id may be on different addresses: `endpointOf` tells which.
    std::span<VenueEndpoint const> endpoints;
    std::size_t (*endpointOf)(std::string_view symbol) = nullptr; // null: the first
    Packing packing = Packing::None;
    std::span<SubscribeForm const> forms;
    std::string_view greeting; // a frame to be sent once after connecting; empty: none
    Heartbeat heartbeat;
    VenueLimits limits;

    // HTTP. The answers go to VenueFeed::decode() with their URL.
    VenueRequest snapshot;          // of BookSource::Rest
    std::string_view snapshotFrame; // of BookSource::StreamRequest
    // A live book is asked for anew so often, where a hole in its deltas cannot be seen; of BookSource::Rest.
    // Zero: never.
    Duration resyncEvery{};
    std::span<VenueRequest const> instruments; // with $symbol: asked for each symbol
    std::span<ListForm const> lists; // how the answers to them are written; others the feed reads itself
    // Statistics that no stream has, of one symbol; asked for every `statisticsEvery` while its book is
    // watched.
    VenueRequest statistics;
    Duration statisticsEvery = minutes(1);
    VenueRequest ticket; // to be asked before connecting, where it has a URL
    Expected<StreamTicket> (*readTicket)(PaddedText answer) = nullptr;

    // Reads the venue's messages; one a connection.
    std::unique_ptr<VenueFeed> (*makeFeed)(VenueSpec const& spec) = nullptr;

    // The symbol as the stream spells it now, of another spelling of it that lists or recordings have; null:
    // there is one spelling only.
    std::string (*spelling)(std::string_view symbol) = nullptr;

    // What a symbol's name alone tells, with the suffix that makes the canonical name.
    InstrumentTerms (*termsOf)(VenueSpec const& spec, std::string_view symbol) = nullptr;
};

// What the texts of a form are filled in with.
struct FrameFill {
    std::span<std::string const> symbols; // at most symbolsPerFrame
    std::uint64_t id = 1;
    Timestamp time = Timestamp(0);
};

// A frame, a URL or a body with its places filled in. `item` as in SubscribeForm.
std::string fillFrame(std::string_view text, std::string_view item, FrameFill const& fill);

std::string_view proofName(Proof proof);
std::string_view sourceName(BookSource source);

} // namespace qob
