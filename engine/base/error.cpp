#include "engine/base/error.h"

#include "engine/base/check.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

using enum ErrorCode;

// FIX 4.4 OrdRejReason: 1 unknown symbol, 2 exchange closed, 3 exceeds limit, 4 too late, 5 unknown order,
// 6 duplicate, 11 unsupported, 13 incorrect quantity, 99 other.
constexpr std::array errorTable{
    ErrorInfo{NumberEmpty, "NumberEmpty", 99, 400, "A number was expected and nothing was found"},
    ErrorInfo{NumberBadCharacter, "NumberBadCharacter", 99, 400, "This is not a decimal number"},
    ErrorInfo{NumberTooFine, "NumberTooFine", 99, 400, "The number has more decimals than fit here"},
    ErrorInfo{NumberTooLarge, "NumberTooLarge", 99, 400, "The number is too large"},
    ErrorInfo{ConfigUnreadable, "ConfigUnreadable", 99, 500, "The configuration file cannot be read"},
    ErrorInfo{ConfigSyntax, "ConfigSyntax", 99, 500, "The configuration file is not valid TOML"},
    ErrorInfo{ConfigUnknownKey, "ConfigUnknownKey", 99, 500, "There is no such setting"},
    ErrorInfo{ConfigBadValue, "ConfigBadValue", 99, 500, "The setting cannot take this value"},
    ErrorInfo{FileUnreadable, "FileUnreadable", 99, 500, "The file cannot be read"},
    ErrorInfo{FileTruncated, "FileTruncated", 99, 500, "The file ends too early"},
    ErrorInfo{FileUnknownFormat, "FileUnknownFormat", 99, 500, "The file is in no known capture format"},
    ErrorInfo{JsonMalformed, "JsonMalformed", 99, 400, "The message is not valid JSON"},
    ErrorInfo{MessageIncomplete, "MessageIncomplete", 99, 400, "The message lacks a field it must have"},
    ErrorInfo{FeedGap, "FeedGap", 99, 503, "Messages are missing from the feed"},
    ErrorInfo{FeedNoSnapshot, "FeedNoSnapshot", 99, 503, "No snapshot of the book has been seen yet"},
    ErrorInfo{FeedCrossed, "FeedCrossed", 99, 503, "The book is crossed"},
    ErrorInfo{VenueUnsupported, "VenueUnsupported", 99, 404, "This venue is not supported"},
    ErrorInfo{InstrumentInvalid, "InstrumentInvalid", 99, 500, "The instrument's definition is invalid"},
    ErrorInfo{OrderUnknownSymbol, "OrderUnknownSymbol", 1, 404, "There is no such instrument"},
    ErrorInfo{
        OrderDuplicateClOrdID, "OrderDuplicateClOrdID", 6, 409, "This ClOrdID was used for another order"},
    ErrorInfo{OrderBadClOrdID, "OrderBadClOrdID", 99, 400, "The ClOrdID is empty or too long"},
    ErrorInfo{OrderBadPrice, "OrderBadPrice", 99, 400, "The price must be greater than zero"},
    ErrorInfo{OrderOffTick, "OrderOffTick", 99, 400, "The price is not a multiple of the tick size"},
    ErrorInfo{OrderBadQty, "OrderBadQty", 13, 400, "The quantity must be greater than zero"},
    ErrorInfo{OrderOffLot, "OrderOffLot", 13, 400, "The quantity is not a multiple of the lot size"},
    ErrorInfo{
        OrderBelowMinNotional, "OrderBelowMinNotional", 99, 400, "The order's value is below the minimum"},
    ErrorInfo{OrderTooLarge, "OrderTooLarge", 3, 400, "The order is larger than the maximum"},
    ErrorInfo{
        OrderInsufficientFunds,
        "OrderInsufficientFunds",
        3,
        402,
        "The free balance does not cover the order"},
    ErrorInfo{OrderUnknown, "OrderUnknown", 5, 404, "There is no such working order"},
    ErrorInfo{OrderTooLateToCancel, "OrderTooLateToCancel", 4, 409, "The order is already done"},
    ErrorInfo{OrderMarketNotLive, "OrderMarketNotLive", 2, 503, "The market's book is not live"},
    ErrorInfo{OrderNotOwned, "OrderNotOwned", 99, 403, "The order belongs to somebody else"},
    ErrorInfo{OrderUnsupported, "OrderUnsupported", 11, 400, "This order type is not supported here"},
    ErrorInfo{
        OrderNoLiquidity, "OrderNoLiquidity", 99, 409, "There is nothing on the other side to trade with"},
    ErrorInfo{SessionClosed, "SessionClosed", 99, 503, "The session is closed"},
    ErrorInfo{ReplayNotSeekable, "ReplayNotSeekable", 99, 409, "This market has no past to move to"},
    ErrorInfo{ReplayOutOfRange, "ReplayOutOfRange", 99, 400, "The time is outside the recording"},
};

} // namespace

ErrorInfo const& errorInfo(ErrorCode code)
{
    auto const* found =
        std::find_if(errorTable.begin(), errorTable.end(), [&](auto const& row) { return row.code == code; });
    CHECK(found != errorTable.end());
    return *found;
}

std::string Error::message() const
{
    std::string text(errorInfo(code).sentence);
    if (!detail.empty()) {
        text += ": " + detail;
    }
    return text;
}

} // namespace qob
