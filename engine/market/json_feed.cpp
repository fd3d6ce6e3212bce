#include "engine/market/json_feed.h"

#include <algorithm>
#include <charconv>

namespace qob {

namespace {

char const* skipBlanks(char const* at)
{
    while (*at == ' ') {
        ++at;
    }
    return at;
}

// A number, in quotes or not; null for everything else.
char const* scanNumber(char const* at, WrittenNumber& number)
{
    bool const quoted = *at == '"';
    at = scanWritten(at + (quoted ? 1 : 0), number);
    if (at == nullptr || !quoted) {
        return at;
    }
    return *at == '"' ? at + 1 : nullptr;
}

// Past what follows price and size in a level: more strings and numbers, up to its end.
char const* scanLevelEnd(char const* at, char const* end)
{
    at = skipBlanks(at);
    while (*at != ']') {
        if (*at != ',') {
            return nullptr;
        }
        for (++at; *at != ',' && *at != ']'; ++at) {
            if (at >= end || *at == '[' || *at == '{' || *at == '\\') {
                return nullptr;
            }
        }
    }
    return at + 1;
}

// Where the string that begins at `at` ends: its closing quote, or the end of the text.
std::size_t endOfString(std::string_view text, std::size_t at)
{
    while (at < text.size() && text[at] != '"') {
        at += text[at] == '\\' ? 2U : 1U;
    }
    return std::min(at, text.size());
}

// A string without its quotes, a number or a literal; nothing of an object or an array.
std::string_view scalarAt(std::string_view text, std::size_t at)
{
    at = text.find_first_not_of(" \t\r\n", at);
    if (at == std::string_view::npos || text[at] == '{' || text[at] == '[') {
        return {};
    }
    if (text[at] == '"') {
        return text.substr(at + 1, endOfString(text, at + 1) - at - 1);
    }
    return text.substr(at, text.find_first_of(" ,}\t\r\n", at) - at);
}

} // namespace

Expected<void> JsonFeed::decode(PaddedText message, std::string_view url, FeedBatch& out)
{
    out.clear();
    m_missing.clear();
    m_text = message.view();
    m_end = message.data() + message.size();
    // Heartbeats in plain words, as several venues have them.
    if (m_text == "pong" || m_text == "ping") {
        out.answer = m_text == "ping" ? "pong" : "";
        return {};
    }
    JsonDocument document;
    auto error = openJson(m_parser, message, document);
    auto const lists = spec().lists;
    auto const form = std::find_if(lists.begin(), lists.end(), [&](ListForm const& one) {
        return url.find(one.url) != std::string_view::npos;
    });
    if (!error) {
        error = form == lists.end() ? read(document, url, out) : readList(document, *form, out);
    }
    if (!error && !atJsonEnd(document)) {
        error = simdjson::TRAILING_CONTENT;
    }
    if (!m_missing.empty()) {
        return fail(ErrorCode::MessageIncomplete, m_missing);
    }
    if (error) {
        return jsonFailure(error);
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        // A ticker says only what has changed: often something else.
        bool const says = out[i].kind != Kind::Statistics || out[i].statistics.parts != 0;
        out[i].kind = says ? out[i].kind : Kind::Other;
        if (auto const what = lacking(out[i]); !what.empty()) {
            return fail(ErrorCode::MessageIncomplete, std::string(venue()) + ": " + std::string(what));
        }
    }
    return {};
}

std::string_view JsonFeed::lacking(FeedMessage const& message)
{
    constexpr unsigned trade = FeedMessage::pricePart | FeedMessage::qtyPart;
    switch (message.kind) {
    case Kind::Snapshot:
    case Kind::StreamStart:
    case Kind::Delta:
        if (message.symbol.empty()) {
            return "a book: expected a symbol";
        }
        return (message.parts & (FeedMessage::bidPart | FeedMessage::askPart)) != 0
                   ? ""
                   : "a book: expected bids or asks";
    case Kind::Trade:
    case Kind::TradeBundle:
        if (message.symbol.empty()) {
            return "a trade: expected a symbol";
        }
        return (message.parts & trade) == trade ? "" : "a trade: expected a price and a size";
    case Kind::Liquidation:
        if (message.symbol.empty()) {
            return "a liquidation: expected a symbol";
        }
        return (message.parts & trade) == trade ? "" : "a liquidation: expected a price and a size";
    case Kind::Statistics:
        return message.symbol.empty() ? "statistics: expected a symbol" : "";
    case Kind::Checksum:
    case Kind::Other:
        break;
    }
    return {};
}

std::string_view JsonFeed::peek(std::string_view name) const
{
    int depth = 0;
    for (std::size_t at = 0; at < m_text.size(); ++at) {
        char const c = m_text[at];
        if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == '"') {
            auto const start = at + 1;
            at = endOfString(m_text, start);
            auto const colon = m_text.find_first_not_of(" \t\r\n", std::min(at + 1, m_text.size()));
            bool const key = colon != std::string_view::npos && m_text[colon] == ':';
            if (depth == 1 && key && m_text.substr(start, at - start) == name) {
                return scalarAt(m_text, colon + 1);
            }
        }
    }
    return {};
}

JsonError JsonFeed::skip(JsonDocument& message)
{
    JsonValue value;
    auto const error = message.get_value().get(value);
    return error ? error : walkJson(value);
}

JsonError JsonFeed::missing(std::string_view what)
{
    m_missing.assign(venue());
    m_missing += ": ";
    m_missing += what;
    return simdjson::NO_SUCH_FIELD;
}

// Straight from the bytes, which is what the feeds' speed rests on. False for everything unusual, which then
// goes the long way; also where it would leave the message.
bool JsonFeed::scanLevels(char const* at, std::vector<WrittenLevel>& levels) const
{
    at = skipBlanks(at + 1);
    if (*at == ']') {
        return true;
    }
    while (at < m_end && *at == '[') {
        WrittenLevel& level = levels.emplace_back();
        at = scanNumber(skipBlanks(at + 1), level.price);
        if (at == nullptr || *(at = skipBlanks(at)) != ',') {
            return false;
        }
        at = scanNumber(skipBlanks(at + 1), level.qty);
        if (at == nullptr || (at = scanLevelEnd(at, m_end)) == nullptr) {
            return false;
        }
        at = skipBlanks(at);
        if (*at == ']') {
            return at < m_end;
        }
        if (*at != ',') {
            return false;
        }
        at = skipBlanks(at + 1);
    }
    return false;
}

JsonError JsonFeed::readLevels(JsonValue value, std::vector<WrittenLevel>& levels) const
{
    const std::string_view token = value.raw_json_token();
    if (token.empty() || token.front() != '[') {
        return passOver(value);
    }
    auto const before = levels.size();
    if (scanLevels(token.data(), levels)) {
        return simdjson::SUCCESS;
    }
    levels.resize(before);
    return eachElementOf(value, [&](std::size_t /*index*/, JsonValue element) {
        WrittenLevel level;
        std::size_t count = 0;
        auto const error = eachElementOf(element, [&](std::size_t index, JsonValue part) {
            ++count;
            return index == 0   ? needDecimal(part, level.price)
                   : index == 1 ? needDecimal(part, level.qty)
                                : passOver(part);
        });
        levels.push_back(level);
        return !error && count < 2 ? simdjson::INDEX_OUT_OF_BOUNDS : error;
    });
}

JsonError JsonFeed::readNamedLevels(
    JsonValue value, std::string_view priceName, std::string_view qtyName, std::vector<WrittenLevel>& levels
)
{
    return eachElementOf(value, [&](std::size_t /*index*/, JsonValue element) -> JsonError {
        WrittenLevel level;
        bool priced = false;
        bool sized = false;
        auto const error = eachFieldOf(element, [&](std::string_view name, JsonValue part) {
            return name == priceName ? readDecimal(part, level.price, priced)
                   : name == qtyName ? readDecimal(part, level.qty, sized)
                                     : passOver(part);
        });
        if (!error && (!priced || !sized)) {
            return simdjson::NUMBER_ERROR;
        }
        levels.push_back(level);
        return error;
    });
}

JsonError JsonFeed::readSidedLevels(JsonValue value, FeedMessage& message)
{
    message.parts |= isArray(value) ? FeedMessage::bidPart : 0U;
    return eachElementOf(value, [&](std::size_t /*index*/, JsonValue change) -> JsonError {
        std::string_view word;
        WrittenLevel level;
        std::size_t count = 0;
        auto const error = eachElementOf(change, [&](std::size_t index, JsonValue part) {
            ++count;
            return index == 0   ? readText(part, word)
                   : index == 1 ? needDecimal(part, level.price)
                   : index == 2 ? needDecimal(part, level.qty)
                                : passOver(part);
        });
        auto const side = sideOf(word);
        if (!error && (count < 3 || side == Side::Undisclosed)) {
            return simdjson::INDEX_OUT_OF_BOUNDS;
        }
        addLevel(message, side, level);
        return error;
    });
}

JsonError JsonFeed::readPrice(JsonValue value, FeedMessage& message)
{
    bool present = false;
    auto const error = readDecimal(value, message.price, present);
    message.parts |= present ? FeedMessage::pricePart : 0U;
    return error;
}

JsonError JsonFeed::readQty(JsonValue value, FeedMessage& message)
{
    bool present = false;
    auto const error = readDecimal(value, message.qty, present);
    message.parts |= present ? FeedMessage::qtyPart : 0U;
    return error;
}

namespace {

JsonError readPart(
    JsonValue value,
    WrittenStatistics& to,
    WrittenStatistics::Part part,
    WrittenNumber WrittenStatistics::*number
)
{
    bool present = false;
    auto const error = readCutDecimal(value, to.*number, present);
    to.parts |= present ? part : 0U;
    return error;
}

} // namespace

JsonError JsonFeed::readMark(JsonValue value, FeedMessage& message)
{
    return readPart(value, message.statistics, WrittenStatistics::markPart, &WrittenStatistics::markPrice);
}

JsonError JsonFeed::readIndex(JsonValue value, FeedMessage& message)
{
    return readPart(value, message.statistics, WrittenStatistics::indexPart, &WrittenStatistics::indexPrice);
}

JsonError JsonFeed::readFunding(JsonValue value, FeedMessage& message)
{
    return readPart(
        value, message.statistics, WrittenStatistics::fundingPart, &WrittenStatistics::fundingRate
    );
}

JsonError JsonFeed::readInterest(JsonValue value, FeedMessage& message)
{
    return readPart(
        value, message.statistics, WrittenStatistics::interestPart, &WrittenStatistics::openInterest
    );
}

JsonError JsonFeed::readNextFunding(JsonValue value, Duration unit, FeedMessage& message)
{
    Timestamp time(0);
    auto const error = readTime(value, unit, time);
    if (time > Timestamp(0)) {
        message.statistics.nextFunding = time;
        message.statistics.parts |= WrittenStatistics::nextPart;
    }
    return error;
}

JsonError JsonFeed::readSide(JsonValue value, FeedMessage& message)
{
    std::string_view word;
    auto const error = readText(value, word);
    message.aggressor = sideOf(word);
    message.parts |= message.aggressor == Side::Undisclosed ? 0U : FeedMessage::sidePart;
    return error;
}

JsonError JsonFeed::readChecksum(JsonValue value, FeedMessage& message)
{
    auto const text = rawScalar(value);
    std::int64_t number = 0;
    auto const [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size()) {
        return passOver(value);
    }
    message.hasChecksum = true;
    message.checksum = static_cast<std::uint32_t>(number);
    return passOver(value);
}

JsonError JsonFeed::readTradeId(JsonValue value, FeedMessage& message)
{
    auto const error = readCount(value, message.lastTradeId);
    message.firstTradeId = message.lastTradeId;
    return error;
}

void JsonFeed::addLevel(FeedMessage& message, Side side, WrittenLevel const& level)
{
    if (side == Side::Buy) {
        message.bids.push_back(level);
    } else {
        message.asks.push_back(level);
    }
}

void ConnectionSequence::lose(std::uint64_t missing, std::uint64_t number, FeedBatch& out)
{
    out.lost = Error{
        ErrorCode::FeedGap,
        "expected message " + std::to_string(missing) + " of the connection, got " + std::to_string(number)};
    m_missing.clear();
}

void ConnectionSequence::see(std::uint64_t number, FeedBatch& out)
{
    if (!m_known || number == m_last + 1) {
        m_last = number;
        m_known = true;
    } else if (number <= m_last) {
        auto const late = std::find(m_missing.begin(), m_missing.end(), number);
        if (late == m_missing.end()) {
            lose(m_last + 1, number, out);
            m_last = number;
            return;
        }
        m_missing.erase(late);
    } else if (number - m_last - 1 + m_missing.size() > m_patience) {
        lose(m_last + 1, number, out);
        m_last = number;
    } else {
        for (auto missing = m_last + 1; missing < number; ++missing) {
            m_missing.push_back(missing);
        }
        m_last = number;
    }
    if (!m_missing.empty() && m_last - m_missing.front() > m_patience) {
        lose(m_missing.front(), number, out);
    }
}

Side sideOf(std::string_view word)
{
    if (word.empty()) {
        return Side::Undisclosed;
    }
    switch (word.front()) {
    case 'b':
    case 'B':
        return Side::Buy;
    case 's':
    case 'S':
    case 'a':
    case 'A':
        return Side::Sell;
    default:
        return Side::Undisclosed;
    }
}

std::string_view queryValue(std::string_view url, std::string_view name)
{
    for (auto at = url.find(name); at != std::string_view::npos; at = url.find(name, at + 1)) {
        auto const after = at + name.size();
        if (at > 0 && (url[at - 1] == '?' || url[at - 1] == '&') && after < url.size() && url[after] == '=') {
            auto const value = url.substr(after + 1);
            return value.substr(0, value.find('&'));
        }
    }
    return {};
}

} // namespace qob
