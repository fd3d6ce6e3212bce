#pragma once

#include "engine/market/venue_feed.h"
#include "engine/wire/json_fields.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace qob {

// The frame of every decoder of JSON messages: a venue fills in read(). Costs its includers simdjson's
// header, so only .cpp files use it.
class JsonFeed : public VenueFeed {
public:
    using VenueFeed::VenueFeed;

    // read(), and then what holds for every venue: nothing follows the message, a trade has its price and
    // size, a book's message has levels, and each has a symbol.
    Expected<void> decode(PaddedText message, std::string_view url, FeedBatch& out) final;

protected:
    using Kind = FeedMessage::Kind;

    // Reads one message into `out`, which is empty. Fields come in any order: what a message is, is best
    // decided when all of it has been read.
    virtual JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) = 0;

    // The text of a field at the top of the message, wherever it stands, without reading the message: for
    // what must be known before the rest can be read. Empty where there is none.
    [[nodiscard]] std::string_view peek(std::string_view name) const;

    // For an answer that nobody needs.
    static JsonError skip(JsonDocument& message);

    // Each field of a message that is an object, to `read(name, value)`.
    template <class Read>
    static JsonError eachTopField(JsonDocument& message, Read&& read)
    {
        JsonObject object;
        auto const error = message.get_object().get(object);
        return error ? error : eachField(object, read);
    }

    // The message as it came.
    [[nodiscard]] std::string_view text() const { return m_text; }

    // For read() to return when something is missing: "depth: expected the fields U and u".
    JsonError missing(std::string_view what);

    // Levels as [["price","size",...],...] or with numbers instead of strings.
    JsonError readLevels(JsonValue value, std::vector<WrittenLevel>& levels) const;

    JsonError readBids(JsonValue value, FeedMessage& message) const
    {
        message.parts |= isArray(value) ? FeedMessage::bidPart : 0U;
        return readLevels(value, message.bids);
    }

    JsonError readAsks(JsonValue value, FeedMessage& message) const
    {
        message.parts |= isArray(value) ? FeedMessage::askPart : 0U;
        return readLevels(value, message.asks);
    }

    // Levels as [{"price":..,"size":..},...] under the names given.
    static JsonError readNamedLevels(
        JsonValue value,
        std::string_view priceName,
        std::string_view qtyName,
        std::vector<WrittenLevel>& levels
    );

    // Levels of both sides as [["buy","price","size"],...].
    static JsonError readSidedLevels(JsonValue value, FeedMessage& message);

    static JsonError readPrice(JsonValue value, FeedMessage& message);
    static JsonError readQty(JsonValue value, FeedMessage& message);

    // The parts of WrittenStatistics.
    static JsonError readMark(JsonValue value, FeedMessage& message);
    static JsonError readIndex(JsonValue value, FeedMessage& message);
    static JsonError readFunding(JsonValue value, FeedMessage& message);
    static JsonError readInterest(JsonValue value, FeedMessage& message);
    static JsonError readNextFunding(JsonValue value, Duration unit, FeedMessage& message); // 0: none

    // "buy", "BUY", "b", "bid" and "sell", "s", "ask" in large or small letters.
    static JsonError readSide(JsonValue value, FeedMessage& message);

    // A checksum that may be sent as a negative number.
    static JsonError readChecksum(JsonValue value, FeedMessage& message);

    // The trade's number, where it is one.
    static JsonError readTradeId(JsonValue value, FeedMessage& message);

    static void addLevel(FeedMessage& message, Side side, WrittenLevel const& level);

private:
    JsonError readList(JsonDocument& message, ListForm const& form, FeedBatch& out);
    bool scanLevels(char const* at, std::vector<WrittenLevel>& levels) const;
    [[nodiscard]] static std::string_view lacking(FeedMessage const& message);

    JsonParser m_parser;
    std::string_view m_text;
    char const* m_end = nullptr; // of the message
    std::string m_missing;
};

// A number that grows by one with every message of a connection.
class ConnectionSequence {
public:
    // `patience`: how many messages a missing one may come late; 0 where the venue keeps the order.
    explicit ConnectionSequence(std::uint64_t patience = 0) : m_patience(patience) {}

    // Sets out.lost where a number before this one is missing.
    void see(std::uint64_t number, FeedBatch& out);

private:
    void lose(std::uint64_t missing, std::uint64_t number, FeedBatch& out);

    std::uint64_t m_patience;
    std::uint64_t m_last = 0;
    bool m_known = false;
    std::vector<std::uint64_t> m_missing; // smallest first, not more than m_patience
};

// Side::Undisclosed where the word is none for a side.
Side sideOf(std::string_view word);

// The value of `name` in a URL's query; empty where there is none.
std::string_view queryValue(std::string_view url, std::string_view name);

// VenueSpec::makeFeed of a decoder.
template <class Feed>
std::unique_ptr<VenueFeed> makeFeedOf(VenueSpec const& spec)
{
    return std::make_unique<Feed>(spec);
}

} // namespace qob
