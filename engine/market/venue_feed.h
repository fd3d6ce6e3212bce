#pragma once

#include "engine/base/expected.h"
#include "engine/market/feed_message.h"
#include "engine/market/sync_rule.h"
#include "engine/wire/padded_text.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace qob {

// One exchange's way of speaking: what market data needs to know of it and nothing else does. It keeps a
// parser, so each connection or file has its own. One thread.
class VenueFeed {
public:
    virtual ~VenueFeed() = default;

    [[nodiscard]] virtual std::string_view venue() const = 0;

    [[nodiscard]] virtual SyncRule const& syncRule() const = 0;

    // Reads one message into `out`, which is overwritten and points into `message`. `url` is that of the HTTP
    // request which was answered, empty for a frame. JsonMalformed or MessageIncomplete say what was
    // expected; `out` is then not to be used.
    virtual Expected<void> decode(PaddedText message, std::string_view url, FeedMessage& out) = 0;

    // What a symbol's name alone tells.
    [[nodiscard]] virtual InstrumentTerms termsOf(std::string_view symbol) const = 0;
};

// What a message seems to come from.
struct VenueGuess {
    std::string venue;
    std::string symbol; // empty: not said
    bool sure = false;  // another message cannot change it
};

// Every exchange the program knows.
class VenueDirectory {
public:
    virtual ~VenueDirectory() = default;

    // Null where the venue is not supported.
    [[nodiscard]] virtual std::unique_ptr<VenueFeed> open(std::string_view venue) const = 0;

    // The venue behind a host name; empty where unknown.
    [[nodiscard]] virtual std::string_view venueOfHost(std::string_view host) const = 0;

    // For recordings that do not name their venue.
    [[nodiscard]] virtual std::optional<VenueGuess> recognise(PaddedText message) const = 0;
};

} // namespace qob
