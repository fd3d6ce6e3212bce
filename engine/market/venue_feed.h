#pragma once

#include "engine/base/expected.h"
#include "engine/market/feed_message.h"
#include "engine/market/venue_spec.h"
#include "engine/wire/padded_text.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace qob {

// Reads one venue's messages as they come on one connection, or as the answers to HTTP requests. It keeps a
// parser and what the connection has said so far (channel numbers, a connection-wide sequence), so every
// connection has its own, made when it opens. One thread.
class VenueFeed {
public:
    explicit VenueFeed(VenueSpec const& spec) : m_spec(spec) {}

    virtual ~VenueFeed() = default;
    VenueFeed(VenueFeed const&) = delete;
    VenueFeed& operator=(VenueFeed const&) = delete;

    [[nodiscard]] VenueSpec const& spec() const { return m_spec; }

    [[nodiscard]] std::string_view venue() const { return m_spec.id; }

    // Reads one frame, already unpacked (VenueSpec::packing), or one answer into `out`, which is overwritten
    // and points into `message`. `url` is that of the HTTP request which was answered, empty for a frame.
    // JsonMalformed or MessageIncomplete say what was expected; `out` is then not to be used.
    virtual Expected<void> decode(PaddedText message, std::string_view url, FeedBatch& out) = 0;

    // What a symbol's name alone tells.
    [[nodiscard]] InstrumentTerms termsOf(std::string_view symbol) const
    {
        return m_spec.termsOf(m_spec, symbol);
    }

private:
    VenueSpec const& m_spec;
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

    [[nodiscard]] virtual std::span<VenueSpec const* const> all() const = 0;

    // Null where the venue is not supported.
    [[nodiscard]] VenueSpec const* find(std::string_view venue) const;

    // The venue behind a URL, by VenueSpec::addresses; null where unknown.
    [[nodiscard]] VenueSpec const* findUrl(std::string_view url) const;

    // A reader of the venue's messages; null where the venue is not supported.
    [[nodiscard]] std::unique_ptr<VenueFeed> open(std::string_view venue) const;

    // For recordings that do not name their venue.
    [[nodiscard]] virtual std::optional<VenueGuess> recognise(PaddedText message) const = 0;
};

} // namespace qob
