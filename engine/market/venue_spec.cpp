#include "engine/market/venue_spec.h"

#include "engine/market/written_book.h"

#include <algorithm>
#include <cctype>

namespace qob {

namespace {

std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return result;
}

// The text with its one-symbol places filled in.
std::string fillSymbol(std::string_view text, std::string_view symbol, FrameFill const& fill)
{
    constexpr std::int64_t nanosPerSecond = 1'000'000'000;
    std::string result;
    while (!text.empty()) {
        auto const place = text.find('$');
        result += text.substr(0, place);
        if (place == std::string_view::npos) {
            break;
        }
        text.remove_prefix(place);
        auto const take = [&](std::string_view name, std::string const& value) {
            if (!text.starts_with(name)) {
                return false;
            }
            result += value;
            text.remove_prefix(name.size());
            return true;
        };
        auto const part = symbol.find_first_of("-/_");
        bool const known = take("$symbol", std::string(symbol)) ||
                           take("$lowerBase", lower(symbol.substr(0, part))) ||
                           take("$lowerQuote", lower(symbol.substr(std::min(symbol.size(), part + 1)))) ||
                           take("$lower", lower(symbol)) || take("$id", std::to_string(fill.id)) ||
                           take("$seconds", std::to_string(fill.time.value / nanosPerSecond));
        if (!known) {
            result += '$';
            text.remove_prefix(1);
        }
    }
    return result;
}

constexpr std::size_t checkedTurns = 25;

} // namespace

const ChecksumRule turnsChecksum{
    .words = "CRC-32 of the 25 best bids and asks in turns, as written",
    .levels = checkedTurns,
    .order = ChecksumRule::Order::Turns,
    .separator = 1,
    .write = [](Side /*side*/, WrittenLevel const& level, char* text) {
        return writeTerms(level.price, level.qty, text);
    }};

std::string fillFrame(std::string_view text, std::string_view item, FrameFill const& fill)
{
    std::string_view const first = fill.symbols.empty() ? std::string_view() : fill.symbols.front();
    constexpr std::string_view place = "$items";
    std::string result;
    for (auto at = text.find(place); at != std::string_view::npos; at = text.find(place)) {
        result += fillSymbol(text.substr(0, at), first, fill);
        bool comma = false;
        for (auto const& symbol : fill.symbols) {
            result += comma ? "," : "";
            result += fillSymbol(item, symbol, fill);
            comma = true;
        }
        text.remove_prefix(at + place.size());
    }
    return result + fillSymbol(text, first, fill);
}

std::string_view proofName(Proof proof)
{
    switch (proof) {
    case Proof::CaptureProven:
        return "captureProven";
    case Proof::FixtureProven:
        return "fixtureProven";
    case Proof::Documented:
        break;
    }
    return "documented";
}

std::string_view sourceName(BookSource source)
{
    switch (source) {
    case BookSource::Stream:
        return "snapshot on the stream";
    case BookSource::Rest:
        return "snapshot by HTTP";
    case BookSource::StreamRequest:
        return "snapshot asked for on the stream";
    case BookSource::EveryMessage:
        break;
    }
    return "whole book each message";
}

} // namespace qob
