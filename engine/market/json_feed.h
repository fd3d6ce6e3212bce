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

    static JsonError readPrice(JsonValue value, FeedMessage& message);
    static JsonError readQty(JsonValue value, FeedMessage& message);

    // "buy", "BUY", "b", "bid" and "sell", "s", "ask" in large or small letters.
    static JsonError readSide(JsonValue value, FeedMessage& message);

    // A checksum that may be sent as a negative number.
    static JsonError readChecksum(JsonValue value, FeedMessage& message);

    // The trade's number, where it is one.
    static JsonError readTradeId(JsonValue value, FeedMessage& message);

    static void addLevel(FeedMessage& message, Side side, WrittenLevel const& level);

private:
    bool scanLevels(char const* at, std::vector<WrittenLevel>& levels) const;
    [[nodiscard]] static std::string_view lacking(FeedMessage const& message);

    JsonParser m_parser;
    char const* m_end = nullptr; // of the message
    std::string m_missing;
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
